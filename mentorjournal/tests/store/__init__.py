"""Tests of mentorjournal/store."""
