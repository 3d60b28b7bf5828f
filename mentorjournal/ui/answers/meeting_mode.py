"""Answers to the meeting mode pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.meeting_mode import MeetingModePane


class MeetingModeAnswers(QObject):
    """To come."""

    def __init__(self, window: MainWindow, pane: MeetingModePane) -> None:
        super().__init__(pane)
