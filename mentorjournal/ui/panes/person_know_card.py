"""One of the six things to know of a mentor as a card; and the card of the talk on differences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal import knowing
from mentorjournal.journal.between import KnowAnswer
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.mentoring import knowing as rules
from mentorjournal.ui import theme
from mentorjournal.ui.panes.person_parts import INSET, Text, bound, day_words, letters, refill
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row, wrapped
from mentorjournal.ui.widgets.private_mark import PrivateMark
from mentorjournal.ui.widgets.recorded import set_record
from mentorjournal.words import tr


class _Card(QFrame):
    question_wanted = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.lines = column(self, 4)
        self.lines.setContentsMargins(
            theme.px(INSET) - letters(), *(theme.px(n) for n in (12, 12, 12)))
        self.head = row()
        self.head.setContentsMargins(letters(), 0, 0, 0)
        self.head.addWidget(wrapped(title, "heading"), 1)
        self.lines.addLayout(self.head)

    def question(self, text: str) -> QWidget:
        """A question with a button that takes it to a meeting."""
        line = QWidget()
        parts = row(line, 4)
        parts.setContentsMargins(letters() - theme.px(4), 0, 0, 0)
        say = tr("Take to the next meeting: {question}", question=text)
        take = IconButton("plus", say, side=24)
        take.clicked.connect(lambda: self.question_wanted.emit(text))
        parts.addWidget(take, 0, Qt.AlignmentFlag.AlignTop)
        words = wrapped(text, "small", "muted")
        words.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        parts.addWidget(words, 1)
        return line


class KnowCard(_Card):
    """What they told, as of which day, and questions that may lead there."""

    day_wanted = Signal(int)  # another day for this answer

    def __init__(
        self, journal: Journal, pen: Pen, person_id: int, topic: str,
        parent: QWidget | None = None,
    ) -> None:
        title = rules.title(topic)
        super().__init__(title, parent)
        self._pen = pen
        self._latest: KnowAnswer | None = None
        self.day = Button("", kind="link")
        self.day.clicked.connect(self._wish_day)
        self.head.addWidget(self.day)
        self.still = Button(tr("Still so"), kind="row")
        self.still.setAccessibleName(tr("{topic}: still so today", topic=title))
        self.still.clicked.connect(self._confirm)
        self.head.addWidget(self.still)
        self.field = Text(title, tr("Not known yet"))

        def write(
            journal: Journal, _row: int, values: dict[str, Any], *, merge: str, origin: object
        ) -> None:
            knowing.answer(
                journal, person_id, topic, values["text"], merge=f"know:{person_id}:{topic}",
                origin=origin)

        bound(pen, self.field, write, "know_answer", 0, "text")
        self.lines.addWidget(self.field)
        self._earlier = column(gap=2)
        self._earlier.setContentsMargins(letters(), 0, 0, 0)
        self.lines.addLayout(self._earlier)
        self.lines.addStretch(1)
        for question in rules.questions(topic):
            self.lines.addWidget(self.question(question))

    def show_answers(self, told: Sequence[KnowAnswer], as_of: date, own: bool) -> None:
        """Show what they told, the newest to be worded anew and earlier ones below it."""
        self._latest = told[0] if told else None
        day = self._latest.as_of if self._latest else None
        set_record(self.field, "know_answer", self._latest.id if self._latest else 0, "text")
        show_text(self.field, self._latest.text if self._latest else "", own=own)
        old = rules.is_old(day, as_of)
        words = tr("No date") if day is None else tr(
            "{day}, ask again", day=day_words(day)) if old else tr(
            "as of {day}", day=day_words(day))
        self.day.setText(words)
        self.day.setVisible(bool(told))
        self.still.setVisible(old)
        refill(self._earlier, (
            wrapped(_earlier(each), "small", "muted") for each in told[1:]))

    def _wish_day(self) -> None:
        if self._latest is not None:
            self.day_wanted.emit(self._latest.id)

    def _confirm(self) -> None:
        if self._latest is not None:
            self._pen.write(knowing.confirm_answer, self._latest.id, clock.today())


def _earlier(answer: KnowAnswer) -> str:
    if answer.as_of is None:
        return answer.text or ""
    return tr("{day}: {text}", day=day_words(answer.as_of), text=answer.text or "")


class DifferencesCard(_Card):
    """The talk about values and differences: when it was, a private note, what to ask."""

    def __init__(
        self, pen: Pen, person_id: int, *, from_mentor: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`from_mentor` is for the page of somebody I mentor."""
        super().__init__(tr("Values and differences"), parent)
        self._pen, self._person_id = pen, person_id
        about = wrapped(tr(
            "A talk for early on, if you both like: either of you may pass on any question."),
            "small", "muted")
        about.setContentsMargins(letters(), 0, 0, 0)
        self.lines.addWidget(about)
        self.day = DateField(optional=True)
        self.day.setAccessibleName(tr("Day of the talk"))
        self.day.day_changed.connect(self._write_day)
        when = row()
        when.setContentsMargins(letters(), theme.px(6), 0, theme.px(2))
        when.addWidget(label(tr("We talked on"), "small", "muted"))
        when.addWidget(self.day)
        today = Button(tr("Today"), kind="row")
        today.clicked.connect(lambda: self._write_day(clock.today()))
        when.addWidget(today)
        when.addStretch(1)
        when.addWidget(PrivateMark(tr("The note is private, never exported")))
        self.lines.addLayout(when)
        self.note = bound(
            pen, Text(tr("Note of the talk"), tr("What do I want to remember of it?")),
            knowing.note_differences, "person", person_id, "differences_note")
        self.lines.addWidget(self.note)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(2))
        for place, text in enumerate(rules.differences_questions(from_mentor)):
            grid.addWidget(self.question(text), place // 2, place % 2)
        for at in range(2):
            grid.setColumnStretch(at, 1)
        self.lines.addLayout(grid)

    def show_person(self, one: Person, own: bool) -> None:
        """Show what the journal holds."""
        self.day.blockSignals(True)
        self.day.set_day(one.differences_talk_on)
        self.day.blockSignals(False)
        show_text(self.note, one.differences_note, own=own)

    def _write_day(self, day: date | None) -> None:
        self._pen.write(
            knowing.note_differences, self._person_id, {"differences_talk_on": day},
            merge=f"differences:{self._person_id}")
