"""The start: what a person waits for before the first picture, and no more than that."""

from __future__ import annotations

import os
import subprocess
import sys

HEAVY = (
    "sqlalchemy", "reportlab", "fontTools", "pypdfium2", "icalendar", "logging.handlers",
    "zoneinfo", "platform",
)


def loaded_by(lines: str) -> set[str]:
    """The modules that a fresh Python has loaded after `lines`."""
    done = subprocess.run(
        [sys.executable, "-c", f"{lines}\nimport sys\nprint(*sys.modules)"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=True,
    )
    return set(done.stdout.split())


def test_nothing_heavy_is_loaded_before_the_first_picture() -> None:
    loaded = loaded_by("import mentorjournal.app, mentorjournal.ui.main_window")
    assert "mentorjournal.ui.main_window" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_modules_are_imported_without_pyside_reading_their_source() -> None:
    lines = """
from mentorjournal import app
from mentorjournal.settings import Settings
kept = app.make_application(Settings())
import linecache
linecache.clearcache()
import mentorjournal.ui.main_window
assert not linecache.cache, list(linecache.cache)
"""
    assert "mentorjournal.ui.main_window" in loaded_by(lines)
