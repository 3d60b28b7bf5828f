"""Answers to the meeting that runs: started from anywhere, offered again when a journal opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from mentorjournal.words import tr

if TYPE_CHECKING:  # SQLAlchemy comes with the journal, and only after the first picture
    from mentorjournal.ui.main_window import MainWindow


class RunningAnswers(QObject):
    """Looks for a meeting that was not ended when a journal opens, and leads into meeting mode."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._said = ""
        self._refusals: set[str] = set()  # why no meeting could be started before
        window.opening.opened.connect(lambda: QTimer.singleShot(0, self, self._look))

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the menus call."""
        return {"start_meeting": self.start_shown}

    def start(self, meeting_id: int) -> None:
        """Begin a meeting, or go on with it."""
        self._window.messages.withdraw(self._said)
        pane = self._window.show_pane("meeting_mode")
        if pane is not None:
            pane.start(meeting_id)  # type: ignore[attr-defined]
            if pane.current_meeting_id() is None:  # type: ignore[attr-defined]
                self._note_refusal()
                self._window.show_pane("meetings")
            elif pane.current_meeting_id() == meeting_id:  # type: ignore[attr-defined]
                self._forget_refusals()

    def start_shown(self) -> None:
        """Go into the meeting that runs, else begin the one that is shown in meeting prep."""
        from mentorjournal.journal import running

        if self._window.journal is None:
            return
        live = running.find(self._window.journal)
        if live is not None:
            self.start(live.meeting_id)
            return
        pane = self._window.show_pane("meetings")
        pane.start_current()  # type: ignore[union-attr]
        if pane.current_meeting_id() is None:  # type: ignore[union-attr]
            self._note_refusal()

    def _note_refusal(self) -> None:
        said = self._window.messages.message()
        if said is not None:
            self._refusals.add(said.text)

    def _forget_refusals(self) -> None:
        for text in self._refusals:
            self._window.messages.withdraw(text)
        self._refusals.clear()

    def _look(self) -> None:
        from mentorjournal.journal import meetings, people, running

        journal = self._window.journal
        if journal is None or journal.reading_only:
            return
        live = running.find(journal)
        if live is None or self._window.current_pane() == "meeting_mode":
            return
        whom = people.get(journal, meetings.get(journal, live.meeting_id).person_id)
        self._said = tr("The meeting with {name} is still running.", name=whom.short_name)
        self._window.messages.say(
            self._said, "info", tr("Go on with it"), lambda: self.start(live.meeting_id))
