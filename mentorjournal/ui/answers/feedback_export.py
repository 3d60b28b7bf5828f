"""The feedback log as a file for a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mentorjournal import clock
from mentorjournal.exchange import feedback_table
from mentorjournal.exchange.writing import safe_name, write_whole
from mentorjournal.ui import questions
from mentorjournal.ui.answers.trying import attempt
from mentorjournal.words import tr, trn

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.feedback import FeedbackPane


class FeedbackExport(QObject):
    """Writes the entries that are shown, in their order."""

    def __init__(self, window: MainWindow, pane: FeedbackPane, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._pane = window, pane

    def export(self) -> None:
        """Ask where to, and write it."""
        attempt(self._window.messages, self._export)

    def _export(self) -> None:
        assert self._window.journal is not None
        self._pane.hand_in()
        shown = self._pane.shown_ids()
        if not shown:
            self._window.messages.say(tr("There is nothing to export."), "info")
            return
        path = questions.file_to_write(
            self._window, tr("Export the feedback log"),
            Path.home() / safe_name(tr("Feedback log"), "csv"), tr("Table (*.csv)"))
        if path is None:
            return
        write_whole(path, feedback_table.make(self._window.journal, clock.today(), shown))
        self._window.messages.say(trn(
            "{n} entry is in {name}, without what is private.",
            "{n} entries are in {name}, without what is private.", len(shown), name=path.name),
            "info")
