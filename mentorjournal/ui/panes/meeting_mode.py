"""The meeting mode pane."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.ui.widgets.pane import Pane


class MeetingModePane(Pane):
    """To come."""

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, parent)

    def take_changes(self, changes: Changes) -> None:
        pass

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        self.setFocus()
