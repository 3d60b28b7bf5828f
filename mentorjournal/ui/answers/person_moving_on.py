"""Answers to moving on: keep, change, close and reopen, and the closing note as a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from mentorjournal import clock
from mentorjournal.exchange import closing_files, papers
from mentorjournal.exchange.writing import safe_name, write_whole
from mentorjournal.journal import candidates, endings, meetings, people
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import endings as rules
from mentorjournal.settings import PAPER
from mentorjournal.ui import questions
from mentorjournal.ui.answers.trying import attempt
from mentorjournal.ui.panes.person_moving_on import MovingOnTab
from mentorjournal.words import short_day, tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow

T = TypeVar("T")
LATER_DAYS = 14
KINDS = {".pdf": "PDF (*.pdf)", ".eml": "Mail draft (*.eml)", ".txt": "Text (*.txt)"}


class MovingOnAnswers(QObject):
    """Calls the verbs and says what was done, with a way to take it back."""

    def __init__(self, window: MainWindow, tab: MovingOnTab) -> None:
        super().__init__()
        self._window = window
        assert window.journal is not None
        self._journal: Journal = window.journal
        tab.keep_wanted.connect(self.keep)
        tab.change_wanted.connect(self.change)
        tab.closing_wanted.connect(
            lambda who: self._attempt(lambda: endings.begin_closing(self._journal, who)))
        tab.close_wanted.connect(self.close)
        tab.give_up_wanted.connect(self.give_up)
        tab.reopen_wanted.connect(self.reopen)
        tab.talk_wanted.connect(self.arrange_talk)
        tab.copy_wanted.connect(self.copy)
        tab.export_wanted.connect(self.export)
        tab.print_wanted.connect(lambda which: self._attempt(lambda: self._print(which)))
        tab.sent_wanted.connect(lambda which, day: self._attempt(
            lambda: endings.edit(self._journal, which, {"note_sent_on": day})))
        tab.update_wanted.connect(lambda which, day: self._attempt(
            lambda: endings.update_sent(self._journal, which, day)))
        tab.later_wanted.connect(self.remind_later)

    def _attempt(self, deed: Callable[[], T]) -> T | None:
        return attempt(self._window.messages, deed)

    def _name(self, person_id: int) -> str:
        return people.get(self._journal, person_id).short_name

    def keep(self, person_id: int, next_word: date | None) -> None:
        """It goes on as it was."""
        made = self._attempt(
            lambda: endings.keep(self._journal, person_id, clock.today(), next_word))
        if made is not None:
            self._window.say_undoable(
                tr("It goes on with {name}.", name=self._name(person_id)))

    def change(self, person_id: int, way: str, value: object) -> None:
        """It goes on in another way."""
        every = value if isinstance(value, int) else None
        until = value if isinstance(value, date) else None
        made = self._attempt(lambda: endings.change(
            self._journal, person_id, clock.today(), way, every_days=every, until=until))
        if made is not None:
            self._window.say_undoable(
                tr("Noted how it goes on with {name}.", name=self._name(person_id)))

    def close(self, ending_id: int, day: date) -> None:
        """End it, after asking once where a part of a good ending is still missing."""
        self._attempt(lambda: self._close(ending_id, day))

    def _close(self, ending_id: int, day: date) -> None:
        which = endings.get(self._journal, ending_id)
        missing = rules.missing_words(which)
        name = self._name(which.person_id)
        if missing and not questions.confirm(
            self._window, tr("Close without all three parts?"), missing, tr("Close anyway")
        ):
            return
        endings.close(self._journal, ending_id, day)
        said = tr("Closed with {name}. It stays readable and can be reopened.", name=name)
        self._window.say_undoable(" ".join([said, *self._still_arranged(which.person_id)]))

    def _still_arranged(self, person_id: int) -> list[str]:
        """A sentence about the next meeting with somebody, if there is one."""
        today = clock.today()
        days = [one.meeting.day for one in meetings.coming(self._journal)
                if one.meeting.person_id == person_id and one.meeting.day >= today]
        return [tr("The meeting on {day} is still arranged.", day=short_day(min(days), today))
                ] if days else []

    def give_up(self, ending_id: int) -> None:
        """Do not close after all."""
        self._attempt(lambda: endings.give_up(self._journal, ending_id))
        self._window.say_undoable(tr("The closing note was put away."))

    def reopen(self, person_id: int) -> None:
        """Begin again; with somebody who was only considered, consider them again."""
        whom, today = people.get(self._journal, person_id), clock.today()
        name = whom.short_name
        if whom.never_began:
            self._attempt(lambda: candidates.consider_again(self._journal, person_id, today))
            self._window.say_undoable(tr("{name} is a candidate again.", name=name))
            return
        self._attempt(lambda: endings.reopen(self._journal, person_id, today))
        mentee = whom.direction == "mentee"
        self._window.say_undoable(
            tr("You mentor {name} again.", name=name) if mentee
            else tr("{name} is one of your mentors again.", name=name))

    def arrange_talk(self, person_id: int) -> None:
        """The form for a meeting in which to say it."""
        self._window.prepare_meeting(person_id)

    def remind_later(self, ending_id: int) -> None:
        """Put the promised update off by two weeks."""
        day = clock.today() + timedelta(LATER_DAYS)
        self._attempt(lambda: endings.remind_later(self._journal, ending_id, day))
        self._window.say_undoable(tr("You are reminded on {day}.", day=short_day(day)))

    def copy(self, ending_id: int) -> None:
        """The note to the clipboard."""
        text = self._attempt(lambda: closing_files.text(self._journal, ending_id))
        if text is not None:
            QGuiApplication.clipboard().setText(text)
            self._window.messages.say(tr("The note is copied."), "info")

    def export(self, ending_id: int, suffix: str) -> None:
        """The note as a file."""
        self._attempt(lambda: self._export(ending_id, suffix))

    def _print(self, ending_id: int) -> None:
        from mentorjournal.ui.printing import print_pages

        if self._may_print(ending_id):
            paper = self._window.settings.get(PAPER)
            data = closing_files.make(self._journal, ending_id, clock.today(), ".pdf", paper)
            title = closing_files.title(self._journal, ending_id)
            print_pages(self._window, data, title, paper)

    def _may_print(self, ending_id: int) -> bool:
        """Whether no character would be missing, or the mentee goes on without it."""
        missing = papers.unprintable([closing_files.text(self._journal, ending_id)])
        return not missing or questions.confirm(
            self._window, tr("Some characters cannot be printed"),
            papers.unprintable_words(missing), tr("Go on"),
        )

    def _export(self, ending_id: int, suffix: str) -> None:
        if suffix == ".pdf" and not self._may_print(ending_id):
            return
        name = safe_name(closing_files.title(self._journal, ending_id), suffix[1:])
        path = questions.file_to_write(
            self._window, tr("Export the note"), Path.home() / name, tr(KINDS[suffix]))
        if path is not None:
            paper = self._window.settings.get(PAPER)
            write_whole(path, closing_files.make(
                self._journal, ending_id, clock.today(), suffix, paper))
            self._window.messages.say(tr("{name} is written.", name=path.name), "info")
