"""Answers about the follow-up note on feedback: drafted, mailed, saved, printed, marked as sent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mentorjournal import clock
from mentorjournal.exchange import feedback_note, papers
from mentorjournal.exchange.writing import safe_name, write_whole
from mentorjournal.journal import feedback
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import PAPER
from mentorjournal.ui import questions
from mentorjournal.ui.answers.trying import attempt
from mentorjournal.words import tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow

KINDS = "PDF (*.pdf);;Text (*.txt);;Mail draft (*.eml)"
MAIL = "Mail draft (*.eml)"


class FeedbackNotes(QObject):
    """Writes the note where it is wanted; once it is out, it can be marked as sent."""

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        assert window.journal is not None
        self._journal: Journal = window.journal

    def draft(self, feedback_id: int) -> None:
        """Draft the note from the entry; what stood there before is one Undo away."""
        self._attempt(lambda: self._draft(feedback_id))

    def _draft(self, feedback_id: int) -> None:
        text = feedback_note.first_draft(self._journal, feedback_id, clock.today())
        before = (feedback.get(self._journal, feedback_id).note_text or "").strip()
        if before == text:
            self._window.messages.say(tr("The note says that already."), "info")
            return
        feedback.edit(self._journal, feedback_id, {"note_text": text})
        self._window.say_undoable(
            tr("The note is drafted again; Undo brings back what stood there.") if before
            else tr("The note is drafted. Change it as you like."))

    def mail(self, feedback_id: int) -> None:
        """The note as a mail draft."""
        self._attempt(lambda: self._save(feedback_id, ".eml", MAIL))

    def save(self, feedback_id: int) -> None:
        """The note as a file of whatever kind is chosen."""
        self._attempt(lambda: self._save(feedback_id, ".pdf", KINDS))

    def print(self, feedback_id: int) -> None:
        """The note on paper."""
        self._attempt(lambda: self._print(feedback_id))

    def _attempt(self, deed: Callable[[], object]) -> None:
        attempt(self._window.messages, deed)

    def _save(self, feedback_id: int, suffix: str, kinds: str) -> None:
        feedback_note.document(self._journal, feedback_id, clock.today())  # refuses without a note
        name = safe_name(feedback_note.title(self._journal, feedback_id), suffix[1:])
        path = questions.file_to_write(
            self._window, tr("Save the note"), Path.home() / name, tr(kinds))
        if path is None:
            return
        chosen = path.suffix.casefold()
        if chosen == ".pdf" and not self._may_print(feedback_id):
            return
        write_whole(path, feedback_note.make(
            self._journal, feedback_id, clock.today(), chosen, self._window.settings.get(PAPER)))
        self._say(feedback_id, tr("{name} is written.", name=path.name))

    def _print(self, feedback_id: int) -> None:
        from mentorjournal.ui.printing import print_pages

        paper = self._window.settings.get(PAPER)
        pages = feedback_note.make(self._journal, feedback_id, clock.today(), ".pdf", paper)
        title = feedback_note.title(self._journal, feedback_id)
        if self._may_print(feedback_id) and print_pages(self._window, pages, title, paper):
            self._say(feedback_id, tr("The note is printed."))

    def _may_print(self, feedback_id: int) -> bool:
        missing = feedback_note.unprintable(self._journal, feedback_id)
        return not missing or questions.confirm(
            self._window, tr("Some characters cannot be printed"),
            papers.unprintable_words(missing), tr("Go on"),
        )

    def _say(self, feedback_id: int, text: str) -> None:
        if feedback.get(self._journal, feedback_id).note_on:
            self._window.messages.say(text, "info")
            return
        self._window.messages.say(
            tr("{written} Once you have sent it, say so here.", written=text), "info",
            tr("Mark as sent"), lambda: self._mark_sent(feedback_id),
        )

    def _mark_sent(self, feedback_id: int) -> None:
        self._attempt(lambda: feedback.send_note(self._journal, feedback_id, clock.today()))
