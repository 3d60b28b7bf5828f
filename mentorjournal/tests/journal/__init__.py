"""Tests of mentorjournal/journal."""
