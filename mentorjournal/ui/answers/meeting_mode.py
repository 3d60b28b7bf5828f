"""Answers to meeting mode: where one goes when a meeting is over, and what was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mentorjournal.ui.answers.trying import attempt

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.meeting_mode import MeetingModePane


class MeetingModeAnswers(QObject):
    """Leads back to meeting prep."""

    def __init__(self, window: MainWindow, pane: MeetingModePane) -> None:
        super().__init__(pane)
        self._window = window
        pane.done.connect(self._show_meeting)
        pane.prep_wanted.connect(lambda: window.show_pane("meetings"))
        pane.refused.connect(lambda text: window.messages.say(text, "alert"))

    def _show_meeting(self, meeting_id: int) -> None:
        pane = self._window.show_pane("meetings")
        if pane is not None:
            attempt(self._window.messages, lambda: pane.show_meeting(meeting_id))  # type: ignore[attr-defined]
