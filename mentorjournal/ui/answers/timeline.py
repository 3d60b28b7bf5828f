"""Answers to the timeline: the way to notes and people, and the timeline as a file or on paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mentorjournal.exchange.writing import safe_name, write_whole
from mentorjournal.settings import PAPER
from mentorjournal.ui import questions
from mentorjournal.ui.answers.trying import attempt
from mentorjournal.words import tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.timeline import TimelinePane


class TimelineAnswers(QObject):
    """Leads to other pages, and writes what is shown."""

    def __init__(self, window: MainWindow, pane: TimelinePane) -> None:
        super().__init__(pane)
        self._window, self._pane = window, pane
        pane.person_wanted.connect(window.open_person)
        pane.contact_edit_wanted.connect(window.edit_contact)
        pane.letter_wanted.connect(window.open_letter)
        pane.feedback_wanted.connect(window.feedback_log.show)
        pane.given_wanted.connect(lambda one: window.in_pane("passing_on", "show_given", one))
        pane.notes_wanted.connect(self.open_notes)
        pane.person_add_wanted.connect(window.actions_table.by_key["add_person"].trigger)
        pane.export_wanted.connect(self.export)
        pane.print_wanted.connect(self.print)
        pane.refused.connect(lambda text: window.messages.say(text, "alert"))

    def open_notes(self, meeting_id: int) -> None:
        """Show a meeting where its notes are."""
        meetings = self._window.show_pane("meetings")
        if meetings is not None:
            meetings.show_meeting(meeting_id)
            meetings.focus_first()

    def export(self, kind: str) -> None:
        """Write the range and the filter shown as a picture or as pages."""
        kinds = {"png": tr("Picture (*.png)"), "pdf": tr("PDF (*.pdf)")}[kind]
        name = safe_name(tr("Timeline"), kind)
        path = questions.file_to_write(
            self._window, tr("Export timeline"), Path.home() / name, kinds)
        if path is not None:
            attempt(self._window.messages, lambda: self._write(path, kind))

    def _write(self, path: Path, kind: str) -> None:
        write_whole(path, self._pane.picture(kind, self._window.settings.get(PAPER)))
        self._window.messages.say(tr("The timeline is in {name}.", name=path.name), "info")

    def print(self) -> None:
        """Print the range and the filter shown."""
        from mentorjournal.ui.printing import print_pages

        paper = self._window.settings.get(PAPER)
        pages = self._pane.picture("pdf", paper)
        print_pages(self._window, pages, tr("Timeline"), paper, landscape=True)
