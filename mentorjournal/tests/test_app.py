"""The start: what a person waits for before the first picture, and no more than that."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mentorjournal import paths

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


def started(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program as a terminal without a screen would start it."""
    kept = {name: value for name, value in os.environ.items()
            if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    return subprocess.run(
        [sys.executable, "-m", "mentorjournal", *map(str, words)],
        env={**kept, **environment}, capture_output=True, text=True, check=False,
    )


@pytest.mark.parametrize("words", [["bogus"], ["bogus", "FILE", "-o", "x.pdf"], ["folder/bogus"],
                                   ["--as-of", "2026-05-15", "bogus"], ["b" * 300]])
def test_what_is_neither_a_journal_nor_a_command_is_refused_before_qt_starts(
    words: list[str], tmp_path: Path
) -> None:
    said = started(*words, QT_QPA_PLATFORM="no-such-platform")
    name = next(word for word in words if "b" in word)
    assert said.stderr == (
        f"There is no journal {name}, and no command of that name. See --help.\n")
    assert (said.returncode, said.stdout) == (2, "")


def test_window_without_a_screen_ends_in_order(tmp_path: Path) -> None:
    home = {paths.HOME_VARIABLE: str(tmp_path)}
    for words in (["--sample"], [tmp_path / "mine.mentorjournal"], []):
        said = started(*words, **home, QT_QPA_PLATFORM="xcb")
        assert said.returncode == 2
        assert said.stderr == (
            "There is no screen to open a window on. The commands need none: see --help.\n")
    assert not list(tmp_path.rglob("*.mentorjournal"))
