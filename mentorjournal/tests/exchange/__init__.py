"""Tests of mentorjournal/exchange."""
