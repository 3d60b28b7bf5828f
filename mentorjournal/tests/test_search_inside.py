"""What the palette finds may be private: nothing but it asks, and nothing stays behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import people
from mentorjournal.tests import build
from mentorjournal.tests.test_architecture import imports
from mentorjournal.tests.windows import start
from mentorjournal.ui import theme

CANARY = "Marmaladecanary"


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    yield


def test_only_the_palette_asks_for_what_may_be_private() -> None:
    asking = {"mentorjournal.journal.searching", "mentorjournal.journal.search_hits"}
    rooms = {i.module for i in imports() if i.target in asking}
    assert rooms
    assert {one for one in rooms if not one.startswith(("ui.palette.", "journal.search"))} == {
        "ui.answers.search"}


def test_a_search_leaves_no_word_on_the_disk(
    qtbot: QtBot, sample_file: Path, tmp_path: Path, home: Path
) -> None:
    path = build.copy(sample_file, tmp_path / "s.mentorjournal")
    window = start(qtbot, path, tmp_path / "scratch")
    assert window.journal is not None
    people.edit(window.journal, 1, {"private_note": f"{CANARY} note"})
    window.search.toggle()
    palette = window.search.palette
    assert palette is not None
    before = window.journal.read().connection.dbapi_connection.total_changes
    QTest.keyClicks(palette.line, f"{CANARY} unheardof")
    palette.look()
    palette.line.setText(CANARY.lower())
    palette.look()
    row = palette.list.row()
    assert row is not None and row.is_private
    assert "private, never exported" in row.sentence
    palette._enter(prepare=False)
    qtbot.waitUntil(lambda: window.current_pane() == "person")
    assert window.journal.read().connection.dbapi_connection.total_changes == before
    window.close()
    left = [name for folder in (home, tmp_path / "scratch")
            for name, held in build.bytes_of(folder).items()
            if CANARY.lower().encode() in held.lower() and ".mentorjournal" not in name]
    assert left == []
    assert b"unheardof" not in path.read_bytes().lower()
