"""What tests of meeting prep share: the pane on the screen, and what it says."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.ui.panes.meeting_carry_in import CarryRow
from mentorjournal.ui.panes.meeting_editor import MeetingEditor
from mentorjournal.ui.panes.meeting_item import AgendaItemCard
from mentorjournal.ui.panes.meetings import MeetingsPane

NEXT = 51  # the sample's next meeting, with four items


def opened(
    journal: Journal, settings: Settings, qtbot: QtBot, width: int = 1232, height: int = 840
) -> MeetingsPane:
    """The pane in a window of its own."""
    pane = MeetingsPane(journal, settings)
    qtbot.addWidget(pane)
    pane.resize(width, height)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    return pane


def editor(pane: MeetingsPane) -> MeetingEditor:
    """The agenda that is shown."""
    assert isinstance(pane.page, MeetingEditor)
    return pane.page


def titles(pane: MeetingsPane) -> list[str]:
    """The items in the order of the page."""
    return [card.item.title for card in editor(pane).agenda.cards()]


def keys(pane: MeetingsPane) -> list[str]:
    """What is found about the agenda."""
    return [finding.key for finding in editor(pane).readiness.findings()]


def open_card(pane: MeetingsPane, place: int) -> AgendaItemCard:
    """The item at `place`, opened."""
    card = editor(pane).agenda.cards()[place]
    editor(pane).agenda.open_item(card.item.id)
    return card


def carried(pane: MeetingsPane, source: str) -> CarryRow:
    """The first suggestion from a source."""
    return next(row for row in pane.side.carry_in.rows() if row.carry.source == source)


def said(widget: QWidget) -> str:
    """All words that can be seen in `widget`."""
    return "\n".join(
        each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget)
    )


def heard(signal: Any) -> list[tuple[Any, ...]]:
    """A list that everything `signal` carries is added to from now on."""
    got: list[tuple[Any, ...]] = []
    signal.connect(lambda *values: got.append(values))
    return got
