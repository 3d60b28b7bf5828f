"""Answers to the page of the twelve tips: the next steps, the entries, thresholds, the review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from mentorjournal.journal import naming
from mentorjournal.mentoring.deeds import Ref
from mentorjournal.ui import deeds
from mentorjournal.ui.answers.trying import attempt
from mentorjournal.ui.going import go_to

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.tips import TipsPane


class TipsAnswers(QObject):
    """Leads to what a tip speaks of."""

    def __init__(self, window: MainWindow, pane: TipsPane) -> None:
        super().__init__(pane)
        self._window, self._pane = window, pane
        pane.deed_wanted.connect(lambda deed: deeds.do(window, deed))
        pane.entry_wanted.connect(self.show_entry)
        pane.threshold_wanted.connect(self.change)
        pane.review_wanted.connect(window.actions_table.by_key["annual_review"].trigger)

    def change(self, key: str) -> None:
        """Show a threshold in the settings, and come back to where it was told."""
        self._window.preferences.show(key)
        QTimer.singleShot(0, self._pane, lambda: self._pane.focus_threshold(key))

    def show_entry(self, ref: Ref) -> None:
        """Show an entry where it is kept."""
        journal = self._window.journal
        assert journal is not None
        attempt(self._window.messages, lambda: go_to(
            self._window, ref, naming.owner(journal, ref)))
