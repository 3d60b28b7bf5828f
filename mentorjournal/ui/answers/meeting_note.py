"""Answers about the follow-up note of a meeting: as a file, a mail draft, or on the clipboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from mentorjournal import clock
from mentorjournal.exchange import follow_up_files, papers
from mentorjournal.exchange.writing import safe_name, write_whole
from mentorjournal.journal import after_meeting, meetings
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import PAPER
from mentorjournal.ui import questions
from mentorjournal.ui.answers.trying import attempt
from mentorjournal.words import tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.meetings import MeetingsPane

KINDS = {".pdf": "PDF (*.pdf)", ".txt": "Text (*.txt)", ".eml": "Mail draft (*.eml)"}


class NoteAnswers(QObject):
    """Writes the note where it is wanted; once it is out, it can be marked as sent."""

    def __init__(self, window: MainWindow, pane: MeetingsPane) -> None:
        super().__init__(pane)
        self._window = window
        assert window.journal is not None
        self._journal: Journal = window.journal
        pane.note_export_wanted.connect(self.hand_over)

    def hand_over(self, meeting_id: int, way: str) -> None:
        """`way` is ".pdf", ".txt", ".eml" or "copy"."""
        deed = self._copy if way == "copy" else self._export
        attempt(self._window.messages, lambda: deed(meeting_id, way))

    def _copy(self, meeting_id: int, _way: str) -> None:
        text = follow_up_files.make(self._journal, meeting_id, clock.today(), ".txt").decode()
        QGuiApplication.clipboard().setText(text.strip())
        self._say(meeting_id, tr("The note is on the clipboard."))

    def _export(self, meeting_id: int, suffix: str) -> None:
        if suffix == ".pdf" and not self._may_print(meeting_id):
            return
        name = safe_name(follow_up_files.title(self._journal, meeting_id), suffix[1:])
        path = questions.file_to_write(
            self._window, tr("Save the note"), Path.home() / name, tr(KINDS[suffix]))
        if path is None:
            return
        paper = self._window.settings.get(PAPER)
        write_whole(path, follow_up_files.make(
            self._journal, meeting_id, clock.today(), suffix, paper))
        self._say(meeting_id, tr("{name} is written.", name=path.name))

    def _may_print(self, meeting_id: int) -> bool:
        missing = follow_up_files.unprintable(self._journal, meeting_id)
        return not missing or questions.confirm(
            self._window, tr("Some characters cannot be printed"),
            papers.unprintable_words(missing), tr("Go on"),
        )

    def _say(self, meeting_id: int, text: str) -> None:
        if meetings.get(self._journal, meeting_id).follow_up_sent_at:
            self._window.messages.say(text, "info")
            return
        self._window.messages.say(
            tr("{written} Once you have sent it, say so here.", written=text), "info",
            tr("Mark as sent"), lambda: self._mark_sent(meeting_id),
        )

    def _mark_sent(self, meeting_id: int) -> None:
        stamp = meetings.stamp(clock.now())
        attempt(self._window.messages,
                lambda: after_meeting.mark_note_sent(self._journal, meeting_id, stamp))
