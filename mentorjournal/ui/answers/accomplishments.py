"""Answers to the page of accomplishments: forms, credit, Undo, and copies of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mentorjournal.journal.files import KeptFile
from mentorjournal.journal.journal import Journal
from mentorjournal.ui import file_copies
from mentorjournal.ui.answers.trying import attempt
from mentorjournal.words import tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.accomplishments import AccomplishmentsPane


class AccomplishmentAnswers(QObject):
    """What the menus have too goes to the window's answers about thanks and credit."""

    def __init__(self, window: MainWindow, pane: AccomplishmentsPane) -> None:
        super().__init__(pane)
        self._window = window
        assert window.journal is not None
        self._journal: Journal = window.journal
        answers = window.thanks
        pane.add_wanted.connect(lambda: answers.add_accomplishment())
        pane.edit_wanted.connect(answers.edit_accomplishment)
        pane.remove_wanted.connect(answers.remove_accomplishment)
        pane.credit_wanted.connect(answers.give_credit)
        pane.credit_back_wanted.connect(answers.take_credit_back)
        pane.contributor_drop_wanted.connect(answers.drop_contributor)
        pane.person_wanted.connect(lambda whom: window.open_person(whom, "thanks"))
        pane.save_wanted.connect(self.save)
        pane.open_wanted.connect(self.open)
        window.opening.closing.connect(self.forget_copies)

    def save(self, file: KeptFile) -> None:
        """Write a copy of a file where somebody says."""

        def deed() -> None:
            name = file_copies.save_copy(self._window, self._journal, file)
            if name:
                self._window.messages.say(tr("{name} is written.", name=name), "info")

        attempt(self._window.messages, deed)

    def open(self, file: KeptFile) -> None:
        """Let another program open a copy, once that was agreed to."""
        attempt(self._window.messages, lambda: file_copies.open_copy(
            self._window, self._journal, file, self._window.opening.scratch))

    def forget_copies(self) -> None:
        """Remove the copies that were opened."""
        file_copies.forget_copies(self._window.opening.scratch)
