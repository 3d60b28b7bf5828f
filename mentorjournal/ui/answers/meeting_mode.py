"""Answers to meeting mode: where one goes when a meeting is over, and what was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.meeting_mode import MeetingModePane


class MeetingModeAnswers(QObject):
    """Leads back to meeting prep."""

    def __init__(self, window: MainWindow, pane: MeetingModePane) -> None:
        super().__init__(pane)
        self._window = window
        pane.done.connect(self._show_meeting)
        pane.note_wanted.connect(lambda which: self._show_meeting(which, to_note=True))
        pane.person_wanted.connect(window.show_person)
        pane.closing.fit_wanted.connect(self._fill_fit_sheet)
        pane.prep_wanted.connect(lambda: window.show_pane("meetings"))
        pane.refused.connect(lambda text: window.messages.say(text, "alert"))

    def _fill_fit_sheet(self, person_id: int) -> None:
        from mentorjournal.ui.answers.person_getting import ask_fit_sheet
        from mentorjournal.ui.answers.trying import attempt

        attempt(self._window.messages, lambda: ask_fit_sheet(self._window, person_id))

    def _show_meeting(self, meeting_id: int, *, to_note: bool = False) -> None:
        pane = self._window.show_pane("meetings")
        pane.show_meeting(meeting_id)  # type: ignore[union-attr]
        if pane.current_meeting_id() == meeting_id:  # type: ignore[union-attr]
            pane.page.focus_first(to_note=to_note)  # type: ignore[union-attr]
