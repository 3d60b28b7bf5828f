"""On a person's page: the six things to know of a mentor, and the talk about how we differ."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal import knowing
from mentorjournal.journal.between import KnowAnswer
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import knowing as rules
from mentorjournal.mentoring.knowing import Knowing
from mentorjournal.mentoring.vocabulary import KNOW_TOPICS
from mentorjournal.settings import Settings
from mentorjournal.ui import theme
from mentorjournal.ui.panes.person_know_card import DifferencesCard, KnowCard
from mentorjournal.ui.panes.person_parts import Text, refill
from mentorjournal.ui.panes.person_tab import PersonTab
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row, scrolled, wrapped
from mentorjournal.words import listing, tr

ONE_COLUMN = 720  # px below which the cards stand in one column
THREE_COLUMNS = 1120  # px from which three stand side by side


class KnowingTab(PersonTab):
    """Six cards with what they told, and below them a card for values and differences."""

    TABLES = ("know_answer",)
    day_wanted = Signal(int)  # another day for an answer
    question_wanted = Signal(int, str)  # the person, and what to ask them when we meet

    def __init__(
        self, journal: Journal, settings: Settings, pen: Pen, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, settings, pen, parent)
        self._whose: int | None = None
        self._across = 0
        self.cards: dict[str, KnowCard] = {}
        self._page = column(self, 0)

    def refresh(self) -> None:
        assert self.person is not None
        if self._whose != self.person.id:
            self._make(self.person.id)
        as_of = clock.today()
        found = knowing.answers(self.journal, self.person.id)
        reading = rules.reading(found, as_of, self.person.start)
        self._count.setText(tr("{n} of {all} known", n=reading.known, all=reading.of))
        says = _sentence(reading, self.person.is_active)
        self._says.setText(says)
        self._says.setVisible(bool(says))
        for topic, card in self.cards.items():
            card.show_answers(_told(found, topic), as_of, self.own)
        self.differences.show_person(self.person, self.own)

    def _make(self, person_id: int) -> None:
        self._whose, self._across = person_id, 0
        self._count = wrapped("", "record-title")
        self._says = wrapped("", "small", "muted")
        self.cards = {
            topic: KnowCard(self.journal, self.pen, person_id, topic) for topic in KNOW_TOPICS}
        for card in self.cards.values():
            card.day_wanted.connect(self.day_wanted)
        self.differences = DifferencesCard(
            self.pen, person_id,
            from_mentor=self.person is not None and self.person.direction == "mentee")
        for card in (*self.cards.values(), self.differences):
            card.question_wanted.connect(
                lambda question: self.question_wanted.emit(person_id, question))
        content = QWidget()
        lines = column(content, 16)
        lines.setContentsMargins(*(theme.px(n) for n in (24, 20, 24, 24)))
        head = column(gap=2)
        head.addWidget(self._count)
        head.addWidget(self._says)
        first = row(gap=24)
        first.addLayout(head, 1)
        first.addWidget(label(
            tr("+ takes a question to your next meeting"), "small", "muted"), 0,
            Qt.AlignmentFlag.AlignBottom)
        lines.addLayout(first)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(16))
        lines.addLayout(self._grid)
        lines.addWidget(self.differences)
        lines.addStretch(1)
        refill(self._page, [scrolled(content)])
        self._place()

    def hand_in(self) -> None:
        for field in self.findChildren(Text):
            field.commit()

    def focus_first(self) -> None:
        self.cards[KNOW_TOPICS[0]].field.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Set the cards in as many columns as there is room for."""
        width = self.width()
        across = 1 if width < theme.px(ONE_COLUMN) else 3 if width >= theme.px(THREE_COLUMNS) else 2
        if across == self._across or not self.cards:
            return
        self._across = across
        for at in range(3):
            self._grid.setColumnStretch(at, int(at < across))
        for place, card in enumerate(self.cards.values()):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, place // across, place % across)


def _told(found: Sequence[KnowAnswer], topic: str) -> list[KnowAnswer]:
    return [answer for answer in found if answer.topic == topic]


def _sentence(reading: Knowing, is_active: bool) -> str:
    """A quiet line below the count, or nothing."""
    if reading.is_little and is_active:
        return tr("After half a year little is known yet. One question a meeting is enough.")
    if reading.ask_again:
        names = [rules.title(topic) for topic in reading.ask_again]
        return tr("Told more than a year ago, and worth asking again: {what}.",
                  what=listing([name[:1].lower() + name[1:] for name in names]))
    return ""
