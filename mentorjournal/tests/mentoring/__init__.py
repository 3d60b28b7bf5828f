"""The rules of mentoring up, tried on plain records."""
