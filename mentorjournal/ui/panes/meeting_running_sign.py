"""The small sign in meeting prep that leads back into the meeting that runs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorjournal.journal import meetings, people, running
from mentorjournal.journal.journal import Journal
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.words import tr


class RunningSign(QWidget):
    """Takes no room while no meeting runs; `chosen` carries the one that does.

    It stands for the button `start`: while one meeting runs, no other can begin.
    """

    chosen = Signal(int)

    def __init__(self, journal: Journal, start: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal, self._start = journal, start
        self._meeting_id: int | None = None
        self.button = Button("", "timer")
        self.button.clicked.connect(lambda: self.chosen.emit(self._meeting_id))
        lines = QHBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.button)
        journal.changed.connect(self._hear)
        self.look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()

    def _hear(self, _changes: object) -> None:
        # Not as a lambda: that would outlive the page.
        self.look()

    def look(self) -> None:
        """Find out whether a meeting runs, which is no change of the journal."""
        live = running.find(self._journal)
        self._meeting_id = live.meeting_id if live is not None else None
        self.button.setVisible(live is not None)
        self._start.setVisible(live is None)
        if live is not None:
            whom = people.get(self._journal, meetings.get(self._journal, live.meeting_id).person_id)
            words = tr("Back to {name}", name=whom.short_name)
            self.button.setText(words.replace("&", "&&"))
            self.button.setToolTip(tr("This meeting is running"))
