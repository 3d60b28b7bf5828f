"""Answers to the timeline pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.timeline import TimelinePane


class TimelineAnswers(QObject):
    """To come."""

    def __init__(self, window: MainWindow, pane: TimelinePane) -> None:
        super().__init__(pane)
