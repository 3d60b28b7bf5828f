"""On the page of somebody I mentor: feedback I gave them, and advice I passed on to them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorjournal.journal import advice, feedback_given
from mentorjournal.journal.aims import FeedbackGiven
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.mentoring import passing_on as rules
from mentorjournal.ui import theme
from mentorjournal.ui.panes.person_parts import Line, Section, quiet, refill, said
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import beginning
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.words import tr

MOST = 5  # rows shown here; all of them are on the page of people I mentor


class GivenSection(Section):
    """What I told them and what comes next with it; of others only what there is from before."""

    add_wanted = Signal(int)  # to whom
    given_wanted = Signal(int)  # which one, to be opened on the page of people I mentor

    def __init__(self, journal: Journal, person_id: int, parent: QWidget | None = None) -> None:
        self.add = Button(tr("Note feedback"), kind="link")
        super().__init__(tr("Feedback I gave"), self.add, parent)
        self._journal = journal
        self._shown: object = None
        self._rows = column(gap=0)
        self.lines.addLayout(self._rows)
        self.add.clicked.connect(lambda: self.add_wanted.emit(person_id))

    def show_person(self, one: Person, as_of: date, own: bool) -> None:
        """Show what the journal holds."""
        found = feedback_given.of_person(self._journal, one.id)
        self.setVisible(one.direction == "mentee" or bool(found))
        self.add.setVisible(one.direction == "mentee")
        if (found, as_of) == self._shown:
            return
        self._shown = found, as_of
        refill(self._rows, [self._row(each, as_of) for each in found[:MOST]] or [said(
            "chat-centered-text", tr("Nothing noted yet. One thing you saw is enough."),
            tone="muted")])

    def _row(self, one: FeedbackGiven, as_of: date) -> Line:
        coming = rules.next_of(one, as_of)
        about = beginning(one.topic or one.behaviour or one.situation or tr("Feedback"), 160)
        words = rules.next_words(coming, as_of)
        way = Button(words, kind="link")
        way.setAccessibleName(tr("{what}: {name}", what=words, name=about))
        way.clicked.connect(lambda: self.given_wanted.emit(one.id))
        day = rules.day_words(one.date, as_of) if one.date else tr("No date")
        return said("chat-centered-text", tr("{day}: {what}", day=day, what=about), _room(way),
                    token="warn" if coming.is_due else "muted")


class PassedSection(Section):
    """Which pieces of advice they have from me; of others only what there is from before."""

    advice_wanted = Signal(int)  # a piece, or 0 for the playbook

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        self.more = Button(tr("Playbook"), kind="link")
        super().__init__(tr("Advice I passed on"), self.more, parent)
        self._journal = journal
        self._shown: object = None
        self._rows = column(gap=0)
        self.lines.addLayout(self._rows)
        self.more.clicked.connect(lambda: self.advice_wanted.emit(0))

    def show_person(self, one: Person, as_of: date, own: bool) -> None:
        """Show what the journal holds."""
        found = advice.passed_to(self._journal, one.id)
        self.setVisible(one.direction == "mentee" or bool(found))
        if (found, as_of) == self._shown:
            return
        self._shown = found, as_of
        refill(self._rows, [
            said("lightbulb", tr("“{text}”", text=beginning(piece.advice.text, 300)),
                 quiet(rules.day_words(use.date, as_of) if use.date else tr("No date")))
            for piece, use in found[:MOST]
        ] or [said("lightbulb", tr("None yet. It is offered when you prepare to meet."),
                   tone="muted")])


def _room(widget: QWidget) -> QWidget:
    """Room in which a link stands in the middle of its line."""
    made = QWidget()
    parts = row(made)
    parts.setContentsMargins(0, 0, theme.px(6), 0)
    parts.addWidget(widget)
    return made
