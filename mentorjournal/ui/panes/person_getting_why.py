"""Getting to know somebody: why them, and what to read or find out before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from mentorjournal import clock
from mentorjournal.journal import candidates, fields, people
from mentorjournal.journal.aims import Homework
from mentorjournal.journal.candidates import GettingToKnow
from mentorjournal.mentoring import candidacy
from mentorjournal.ui import theme
from mentorjournal.ui.panes.person_parts import (
    Line,
    Section,
    Text,
    TextList,
    bound,
    quiet,
    refill,
    remove_button,
    said,
)
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.add_line import AddLine
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column
from mentorjournal.words import short_day, tr


class WhySection(Section):
    """What I admire, who suggested them, and which of my needs they would meet."""

    needs_wanted = Signal()

    def __init__(self, pen: Pen, person_id: int, parent: QWidget | None = None) -> None:
        self.more = Button(tr("My needs"), kind="link")
        super().__init__(tr("Why them"), self.more, parent)
        self.more.clicked.connect(self.needs_wanted)
        words = tr("What I admire")
        self.admire = bound(pen, Text(
            words, tr("What of their work made me think of them?"), is_line=True,
            longest=fields.limit("person", "admire_for"),
        ), people.edit, "person", person_id, "admire_for")
        self._rows = column(gap=0)
        self._shown: object = None
        self.lines.addWidget(Line("star", self.admire))
        self.lines.addLayout(self._rows)

    def show_getting(self, found: GettingToKnow, own: bool) -> None:
        """Show what the journal holds."""
        show_text(self.admire, found.person.admire_for, own=own)
        known = (found.suggested_by, found.needs)
        if known == self._shown:
            return
        self._shown = known
        rows: list[QWidget] = []
        if found.suggested_by:
            rows.append(said("user", tr("Suggested by {name}", name=found.suggested_by)))
        rows += [said("magnifying-glass", need.text) for need in found.needs]
        if not found.needs:
            rows.append(said(
                "magnifying-glass", tr("None of your needs is tied to them yet."), tone="muted"))
        refill(self._rows, rows)


class HomeworkSection(Section):
    """A list to tick off, a line that adds to it, and what is usually on it."""

    def __init__(self, pen: Pen, person_id: int, parent: QWidget | None = None) -> None:
        self.count = label("", "small", "muted")
        super().__init__(tr("Homework"), self.count, parent)
        self._pen, self._person_id = pen, person_id
        self._ticks: dict[int, tuple[QCheckBox, Any]] = {}
        self.list = TextList(self._make)
        self.add = AddLine(tr("Add something to read or find out"), self._add, inset=1)
        self._offers = QWidget()
        self._buttons = column(self._offers, 4)
        self._buttons.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        self._offered: tuple[str, ...] | None = None
        for part in (self.list, self.add, self._offers):
            self.lines.addWidget(part)

    def show_homework(self, todo: Sequence[Homework], is_agreed: bool, own: bool) -> None:
        """Show what the journal holds; once it is agreed only what was noted."""
        self.setVisible(bool(todo) or not is_agreed)
        self.list.show_records(todo, lambda each: each.text, own)
        for one in todo:
            tick, day = self._ticks[one.id]
            tick.setChecked(one.done_on is not None)
            tick.setAccessibleName(tr("Done: {what}", what=one.text[:120]))
            day.setText(short_day(one.done_on, clock.today()) if one.done_on else "")
        done = sum(one.done_on is not None for one in todo)
        self.count.setText(tr("{n} of {all} done", n=done, all=len(todo)) if todo else "")
        self._offer(tuple(text for text in candidacy.suggestions()
                          if not is_agreed and len(todo) < len(candidacy.suggestions())
                          and all(one.text != text for one in todo)))

    def _offer(self, texts: tuple[str, ...]) -> None:
        if texts == self._offered:
            return
        self._offered = texts
        refill(self._buttons, map(self._button, texts))
        self._offers.setVisible(bool(texts))

    def _button(self, text: str) -> Button:
        button = Button(text, "plus", "row")
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self._add(text))
        return button

    def _make(self, task: Any) -> tuple[Text, Line]:
        field = bound(self._pen, Text(tr("Homework"), must=True), candidates.edit_homework,
                      "homework", task.id, "text")
        tick, day = QCheckBox(), quiet("")
        tick.clicked.connect(lambda on: self._pen.write(
            candidates.do_homework, task.id, clock.today() if on else None))
        remove = remove_button(tr("Remove this homework"), lambda: self._pen.write(
            candidates.remove_homework, task.id))
        self._ticks[task.id] = tick, day
        return field, Line(tick, field, day, remove)

    def _add(self, text: str) -> bool:
        return self._pen.write(candidates.add_homework, self._person_id, [text])
