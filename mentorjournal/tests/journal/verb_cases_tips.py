"""What each verb about preferences and tips is tried with."""

from __future__ import annotations

from mentorjournal.journal import preferences

CASES = {
    "preferences.set_threshold": [
        lambda journal: preferences.set_threshold(journal, "load_look", 90.0)],
}
