"""In and out: calendar events, mail drafts and files that are whole or not there."""
