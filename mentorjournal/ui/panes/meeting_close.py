"""The close step of a meeting: what became of it, looked over once more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.ui.panes.meeting_parts import column
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.words import tr


class MeetingClose(QWidget):
    """`done` carries the id of the meeting."""

    done = Signal(int)
    back_wanted = Signal()
    refused = Signal(str)

    def __init__(self, journal: Journal, settings: Settings, pen: Pen) -> None:
        super().__init__()
        self.meeting_id = 0
        self.words = EmptyState(
            tr("The meeting is over"), tr("Its notes and what you agreed are in the journal."),
            tr("Done"), "check", kind="primary")
        self.words.acted.connect(lambda: self.done.emit(self.meeting_id))
        column(self).addWidget(self.words)

    def show_meeting(self, meeting_id: int) -> None:
        """Show a meeting that was ended."""
        self.meeting_id = meeting_id

    def hand_in(self) -> None:
        """Hand in what was typed: nothing can be typed here."""

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        self.words.button().setFocus()
