"""On a person's page: getting to know them, from considering to an agreed mentor."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal import candidates, me
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.store.errors import JournalError
from mentorjournal.ui import theme
from mentorjournal.ui.panes.person_getting_cards import CardsSection
from mentorjournal.ui.panes.person_getting_fit import FitSection
from mentorjournal.ui.panes.person_getting_head import GettingHead
from mentorjournal.ui.panes.person_getting_why import HomeworkSection, WhySection
from mentorjournal.ui.panes.person_parts import Text, refill
from mentorjournal.ui.panes.person_tab import PersonTab
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.parts import column, scrolled

FOLD = 920  # px below which the two columns are one


class GettingTab(PersonTab):
    """`wished` carries a person and what to do, as a key of `candidacy.Step`."""

    TABLES = ("homework", "fit_sheet", "meeting", "contact", "person_stage", "need", "need_person",
              "agenda_item", "dismissal", "me")
    wished = Signal(int, str)
    sheet_wanted = Signal(int, object)  # the person, and the id of a sheet or None
    sheet_remove_wanted = Signal(int)  # a sheet
    card_wanted = Signal(int, str)  # the person, and the key of a card
    question_wanted = Signal(int, str)
    needs_wanted = Signal()

    def __init__(
        self, journal: Journal, settings: Settings, pen: Pen, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, settings, pen, parent)
        self._whose: int | None = None
        self._columns: QBoxLayout | None = None
        self._page = column(self, 0)

    def refresh(self) -> None:
        assert self.person is not None
        if self._whose != self.person.id:
            self._make(self.person.id)
        as_of = clock.today()
        try:
            found = candidates.read(self.journal, self.person.id, as_of)
        except JournalError as refusal:  # removed meanwhile
            self.refused.emit(str(refusal))
            return
        was, held = self.head.step.key, self.head.has_keyboard()
        self.has_next_step = self.head.show_getting(found, as_of)
        self.why.show_getting(found, self.own)
        self.homework.show_homework(
            found.homework, found.person.direction == "mentor", self.own)
        self.fit.show_getting(
            found, me.get(self.journal), candidates.fit_checked(self.journal, as_of), as_of)
        self.cards.show_getting(found, as_of)
        if held and was != self.head.step.key:
            self._focus_after_a_step()

    def _focus_after_a_step(self) -> None:
        """Where the keyboard goes on: never to a button that has become another under it.

        To the next thing where it is my turn, else to what can be done while waiting.
        """
        if self.has_next_step:
            self.head.next.setFocus()
        elif self.homework.isVisibleTo(self) and self.head.step.key != "again":
            self.homework.add.setFocus()
        else:
            self.why.more.setFocus()

    def _make(self, person_id: int) -> None:
        self._whose = person_id
        self.head = GettingHead()
        self.head.wished.connect(self._answer)
        self.why = WhySection(self.pen, person_id)
        self.why.needs_wanted.connect(self.needs_wanted)
        self.homework = HomeworkSection(self.pen, person_id)
        self.fit = FitSection(self.pen, person_id)
        self.fit.sheet_wanted.connect(lambda which: self.sheet_wanted.emit(person_id, which))
        self.fit.remove_wanted.connect(self.sheet_remove_wanted)
        self.cards = CardsSection(self.pen, person_id)
        self.cards.card_wanted.connect(lambda key: self.card_wanted.emit(person_id, key))
        self.cards.question_wanted.connect(
            lambda question: self.question_wanted.emit(person_id, question))
        content = QWidget()
        lines = column(content, 20)
        lines.setContentsMargins(*(theme.px(n) for n in (24, 20, 24, 24)))
        lines.addWidget(self.head)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.px(24))
        lines.addLayout(self._columns)
        lines.addStretch(1)
        for sections, share in (((self.why, self.homework), 456), ((self.fit, self.cards), 704)):
            side = column(gap=20)
            for section in sections:
                side.addWidget(section)
            side.addStretch(1)
            self._columns.addLayout(side, share)
        refill(self._page, [scrolled(content)])
        self._fold()

    def _answer(self, wish: str) -> None:
        if self.person is None:
            return
        if wish == "expectations":
            self.tab_wanted.emit(wish)
        else:
            self.hand_in()
            self.wished.emit(self.person.id, wish)

    def hand_in(self) -> None:
        for field in self.findChildren(Text):
            field.commit()
        if self._whose is not None:
            self.homework.add.take()

    def take_next_step(self) -> None:
        self.head.next.click()

    def focus_first(self) -> None:
        first = self.head.next
        (first if first.isVisible() else self.why.admire).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        if self._columns is not None:
            narrow = self.width() < theme.px(FOLD)
            way = QBoxLayout.Direction
            self._columns.setDirection(way.TopToBottom if narrow else way.LeftToRight)
            self.head.set_narrow(narrow)
