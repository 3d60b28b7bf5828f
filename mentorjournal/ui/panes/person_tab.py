"""What the tabs of a person's page have in common: one person, shown anew when it changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.settings import Settings
from mentorjournal.ui.pen import Pen


class PersonTab(QWidget):
    """One side of a relationship. Made once, when first asked for; it shows one person at a time.

    `TABLES` are those it reads; what changes in others does not concern it.
    """

    TABLES: tuple[str, ...] = ()
    refused = Signal(str)  # the journal did not take something; its sentence
    tab_wanted = Signal(str)  # another tab of the page, by its key
    timeline_wanted = Signal(int)  # the person on the timeline
    person: Person | None = None
    has_next_step = False  # whether a filled button is on it, the one next thing to do
    own = False  # whether what is shown anew was written on this page

    def __init__(
        self, journal: Journal, settings: Settings, pen: Pen, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.journal, self.settings, self.pen = journal, settings, pen

    def show_person(self, person: Person) -> None:
        """Show this person, or the same one again with other words."""
        self.person = person
        self.refresh()

    def take_changes(self, changes: Changes) -> None:
        """Read again what has changed; the person itself comes by `show_person`."""
        if self.person is not None and changes.touches(*self.TABLES):
            self.own = changes.origin is self.pen
            self.refresh()
            self.own = False

    def refresh(self) -> None:
        """Show what the journal holds about `person`."""
        raise NotImplementedError

    def hand_in(self) -> None:
        """Hand in what is being typed, before the tab or the person changes."""

    def take_next_step(self) -> None:
        """Do the next thing, where a tab has one."""

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        self.setFocus()
