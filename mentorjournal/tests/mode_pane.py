"""What tests of meeting mode share: a meeting, a clock moved by hand, the pane and its keys."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal.journal import agenda
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.ui.panes.meeting_mode import MeetingModePane

START = datetime(2026, 5, 19, 10, 0, tzinfo=UTC)
NO_KEY = Qt.KeyboardModifier.NoModifier


class Hands:
    """The hands of a clock that a test moves."""

    def __init__(self) -> None:
        self.now = START

    def move(self, **by: float) -> None:
        """Move them on."""
        self.now += timedelta(**by)


def three_items(journal: Journal) -> int:
    """A meeting of 45 minutes with three items."""
    made = build.add_meeting(journal, build.add_person(journal))
    for title, minutes in (("Aims", 15), ("Order", 12), ("Table", 5)):
        agenda.add_item(journal, made, {"title": title, "minutes": minutes})
    return made


def opened(
    journal: Journal, qtbot: QtBot, folder: Path, width: int = 1384, height: int = 840
) -> MeetingModePane:
    """The pane in a window of its own."""
    pane = MeetingModePane(journal, Settings(folder / "settings.json"))
    qtbot.addWidget(pane)
    pane.resize(width, height)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    return pane


def ids(journal: Journal, which: int) -> list[int]:
    """The items of a meeting."""
    return [item.id for item in agenda.items(journal, which)]


def rows(pane: MeetingModePane) -> dict[str, str]:
    """What stands below each item."""
    return {row.title.accessibleName(): row.detail.accessibleName()
            for row in pane.items.rows.values()}


def press(
    qtbot: QtBot, pane: MeetingModePane, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY
) -> None:
    """A key where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None and pane.isAncestorOf(focused)
    qtbot.keyClick(focused, key, held)


def write(qtbot: QtBot, pane: MeetingModePane, text: str) -> None:
    """Letters where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None and pane.isAncestorOf(focused)
    qtbot.keyClicks(focused, text)
