"""Getting to know somebody: conversation cards, to take along to a meeting or to pass."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mentorjournal import clock
from mentorjournal.journal import knowing
from mentorjournal.journal.candidates import GettingToKnow
from mentorjournal.mentoring import conversation
from mentorjournal.mentoring.conversation import Card
from mentorjournal.ui import theme
from mentorjournal.ui.panes.person_parts import Section, flowing
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row, rule
from mentorjournal.words import short_day, tr


class CardsSection(Section):
    """Each card opens in place; `card_wanted` takes one to the next meeting, by its key."""

    card_wanted = Signal(str)
    question_wanted = Signal(str)

    def __init__(self, pen: Pen, person_id: int, parent: QWidget | None = None) -> None:
        super().__init__(tr("For a talk"), label(
            tr("all of it optional"), "small", "muted"), parent)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(0)
        self.cards: dict[str, CardRow] = {}
        for card in conversation.cards():
            if self.cards:
                self.lines.addWidget(rule())
            made = DifferencesRow(card, pen, person_id) if (
                card.key == conversation.DIFFERENCES) else CardRow(card)
            made.agenda.clicked.connect(lambda _=False, key=card.key: self.card_wanted.emit(key))
            made.question_wanted.connect(self.question_wanted)
            self.cards[card.key] = made
            self.lines.addWidget(made)

    def show_getting(self, found: GettingToKnow, as_of: date) -> None:
        """Show which are on the agenda, and what was talked about."""
        day = short_day(found.coming.meeting.day, as_of) if found.coming else ""
        for key, card in self.cards.items():
            card.show_agenda(day if key in found.cards else "")
            card.show_talk(found.person.differences_talk_on, as_of)


class CardRow(QWidget):
    """A title that opens what to ask."""

    question_wanted = Signal(str)

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Button(card.title.replace("&", "&&"), "caret-right", "link")
        self.title.setCheckable(True)
        self.title.toggled.connect(self._open)
        self.says = label("", "small", "muted")
        head = row(gap=8)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.says)
        self.agenda = Button(tr("Put on our agenda"), "plus", "row")
        self.agenda.setAccessibleName(tr("Put on our agenda: {card}", card=card.title))
        self.body = QWidget()
        lines = column(self.body, 2)
        lines.setContentsMargins(theme.px(21), 0, 0, theme.px(6))
        lines.addWidget(flowing(card.about, "small", "muted"))
        for question in card.questions:
            lines.addWidget(self._question(question))
        feet = QWidget()
        self.feet = FlowLayout(feet)
        self.feet.addWidget(self.agenda)
        lines.addSpacing(theme.px(4))
        lines.addWidget(feet)
        self.body.hide()
        whole = column(self, 2)
        whole.setContentsMargins(*(theme.px(n) for n in (12, 7, 14, 7)))
        whole.addLayout(head)
        whole.addWidget(self.body)

    def _question(self, text: str) -> QWidget:
        line = QWidget()
        parts = row(line, 4)
        say = tr("Take to the next meeting: {question}", question=text)
        take = IconButton("plus", say, side=24)
        take.clicked.connect(lambda: self.question_wanted.emit(text))
        parts.addWidget(take, 0, Qt.AlignmentFlag.AlignTop)
        words = flowing(text)
        words.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        parts.addWidget(words, 1)
        return line

    def show_agenda(self, day: str) -> None:
        """Say that it is on the agenda of a day; "" where it is not."""
        self.says.setText(tr("on the agenda of {day}", day=day) if day else "")
        self.agenda.setVisible(not day)

    def show_talk(self, day: date | None, as_of: date) -> None:
        """Say that it was talked about, where that is kept."""

    def _open(self, shown: bool) -> None:
        self.title.set_icon("caret-down" if shown else "caret-right")
        self.body.setVisible(shown)


class DifferencesRow(CardRow):
    """The card with a day of the talk; without one nothing is said, and nothing is missing."""

    def __init__(
        self, card: Card, pen: Pen, person_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(card, parent)
        self._pen, self._person_id = pen, person_id
        self.day = DateField(optional=True)
        self.day.setProperty("dense", True)
        self.day.setAccessibleName(tr("We talked about it on"))
        self.day.day_changed.connect(self._write)
        self.today = Button(tr("Today"), kind="row")
        self.today.clicked.connect(lambda: self._write(clock.today()))
        for part in (label(tr("We talked about it on"), "small", "muted"), self.day, self.today):
            self.feet.addWidget(part)

    def show_talk(self, day: date | None, as_of: date) -> None:
        self.day.blockSignals(True)
        self.day.set_day(day)
        self.day.blockSignals(False)
        if day is not None:
            self.says.setText(tr("talked about {day}", day=short_day(day, as_of)))

    def _write(self, day: date | None) -> None:
        self._pen.write(
            knowing.note_differences, self._person_id, {"differences_talk_on": day},
            merge=f"differences:{self._person_id}")
