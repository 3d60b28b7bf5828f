"""One reflection, to read and to write on: private, with whom it is about and the one it answers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QWidget

from mentorjournal.journal import fields, goals, people, reflections
from mentorjournal.journal.aims import Reflection
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Goal, Person
from mentorjournal.mentoring import reflection as rules
from mentorjournal.models.people_list import spoken_word
from mentorjournal.models.reflection_list import day_words, energy_words, title_words
from mentorjournal.ui import theme
from mentorjournal.ui.pen import HELD, Pen, show_text
from mentorjournal.ui.widgets.avatar import Avatar
from mentorjournal.ui.widgets.buttons import ENTER, Button, IconButton
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import beginning
from mentorjournal.ui.widgets.parts import clear, column, row, rule, scrolled, set_wrapped, wrapped
from mentorjournal.ui.widgets.private_mark import PrivateMark
from mentorjournal.words import long_day, tr

SIDE = 24
SIGN = 24  # px, the sign before a link and the button behind it
WIDEST = 640  # px of a line that is read


@dataclass(frozen=True)
class EntryFacts:
    """A reflection with whom and what it is about, and the other one of its pair."""

    entry: Reflection
    person: Person | None
    goal: Goal | None
    pair: Reflection | None
    as_of: date

    @property
    def may_pair(self) -> bool:
        """Whether the question that goes with it is still to be answered."""
        return (self.entry.tag == rules.PAIRED_TAG and self.pair is None
                and self.entry.question != rules.paired_question())


def read(journal: Journal, reflection_id: int, as_of: date) -> EntryFacts:
    """A reflection with all that is shown of it. Raises JournalError when it is gone."""
    one = reflections.get(journal, reflection_id)
    return EntryFacts(
        one, people.get(journal, one.person_id) if one.person_id else None,
        goals.with_ids(journal, [one.goal_id]).get(one.goal_id) if one.goal_id else None,
        reflections.pair_of(journal, one), as_of)


class _Text(GrowingText):
    """Words on the page until they are written on. One that `must` say something stays."""

    left = Signal()  # with Esc; what was typed is kept

    def __init__(
        self, name: str, placeholder: str, style: str = "body", *, is_line: bool = False,
        must: bool = False, longest: int,
    ) -> None:
        self._style = style
        super().__init__(placeholder, most_lines=400, longest=longest)
        self._is_line, self.must = is_line, must
        self.setProperty("dense", True)
        self.setAccessibleName(name)
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_line and event.key() in ENTER:
            self.commit()
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape:
            self.commit()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.must and not self.text().strip():
            self.set_text_quietly(str(self.property(HELD) or ""))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        if self.font() != theme.font(self._style):
            self.setFont(theme.font(self._style))


class ReflectionEntry(QWidget):
    """Shows one reflection, or nothing. Texts are written here; the rest is asked for in a form."""

    edit_wanted = Signal(int)
    remove_wanted = Signal(int)
    person_wanted = Signal(int)
    goal_wanted = Signal(int)
    pair_wanted = Signal(int)  # of the reflection that is to be answered to
    shown_wanted = Signal(int)  # another reflection
    left = Signal()  # with Esc

    def __init__(self, journal: Journal, pen: Pen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("The chosen reflection"))
        self._journal, self._pen = journal, pen
        self.facts: EntryFacts | None = None
        self.question: _Text | None = None
        self.text: _Text | None = None
        self._about: QLabel | None = None
        self._scale = theme.px(100)
        self._links = column(gap=8)
        self.area: QScrollArea = scrolled(QWidget())
        column(self, gap=0).addWidget(self.area)

    def show_facts(self, facts: EntryFacts | None, own: bool = False) -> None:
        """Show a reflection; what is being typed in the same one stays."""
        before, self.facts = self.facts, facts
        if facts is None:
            self._replace(QWidget())
            self.question = self.text = None
            return
        fresh = before is None or before.entry.id != facts.entry.id or self.text is None
        if fresh:
            self._make(facts.entry.id)
        assert self.question is not None and self.text is not None and self._about is not None
        show_text(self.question, facts.entry.question, own=own, fresh=fresh)
        show_text(self.text, facts.entry.text, own=own, fresh=fresh)
        set_wrapped(self._about, _about_words(facts))
        if fresh or before is None or _links(before) != _links(facts):
            self._show_links(facts)

    def write(self) -> None:
        """Put the keyboard into the text, at its end."""
        if self.text is not None:
            self.text.setFocus()
            cursor = self.text.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            self.text.setTextCursor(cursor)

    def hand_in(self) -> None:
        """Hand in what was typed."""
        for field in (self.question, self.text):
            if field is not None:
                field.commit()

    # Making -----------------------------------------------------------------------------------

    def _make(self, key: int) -> None:
        self.question = _Text(
            tr("Question"), tr("Without a question"), "record-title", is_line=True,
            longest=fields.limit("reflection", "question"))
        self.text = _Text(tr("Text"), tr("Write"), must=True,
                          longest=fields.limit("reflection", "text"))
        self._about = wrapped("", "small", "muted")
        for field, name in ((self.question, "question"), (self.text, "text")):
            self._pen.bind(field, self._verb(field), "reflection", key, name)
            field.left.connect(self.left)
            self._pen.keep_draft(field, f"reflection:{key}:{name}")
        self._links = column(gap=8)
        page = QWidget()
        page.setMaximumWidth(theme.px(WIDEST + 2 * SIDE))
        lines = column(page, 10)
        lines.setContentsMargins(*(theme.px(n) for n in (SIDE - 9, 16, SIDE - 4, SIDE)))
        lines.addLayout(self._head(key))
        words = column(gap=2)
        words.addWidget(self.question)
        inset = row()
        inset.setContentsMargins(theme.px(9), 0, 0, 0)
        inset.addWidget(self._about)
        words.addLayout(inset)
        lines.addLayout(words)
        lines.addWidget(self.text)
        around = column()
        around.setContentsMargins(theme.px(9), theme.px(6), 0, 0)
        around.addLayout(self._links)
        lines.addLayout(around)
        lines.addStretch(1)
        holder = QWidget()
        across = row(holder, 0)
        across.addWidget(page, 100)
        across.addStretch(1)
        self._replace(holder)

    def _verb(self, field: _Text) -> Callable[..., None]:
        def write(journal: Journal, key: int, values: dict[str, Any], **named: Any) -> None:
            if not field.must or next(iter(values.values())):
                reflections.edit(journal, key, values, **named)

        return write

    def _head(self, key: int) -> QHBoxLayout:
        head = row(gap=4)
        head.setContentsMargins(theme.px(9), 0, 0, 0)
        head.addWidget(PrivateMark(), 1)
        edit = IconButton("pencil-simple", tr("Change day, tag, energy, person or goal…"))
        edit.clicked.connect(lambda: self.edit_wanted.emit(key))
        remove = IconButton("trash", tr("Remove this reflection"))
        remove.clicked.connect(lambda: self.remove_wanted.emit(key))
        head.addWidget(edit)
        head.addWidget(remove)
        return head

    def _replace(self, content: QWidget) -> None:
        content.setProperty("clear", True)
        before = self.area.takeWidget()  # one of its buttons may just be pressed
        if before is not None:
            before.hide()
            before.setParent(self)
            before.deleteLater()
        self.area.setWidget(content)

    # What it is about -------------------------------------------------------------------------

    def _show_links(self, facts: EntryFacts) -> None:
        clear(self._links)
        made: list[QWidget] = []
        if facts.person is not None:
            face = Avatar(side=22)
            one = facts.person
            face.set_person(one.initials, next(iter(one.roles), None), one.standing, None, one.name)
            made.append(_link(face, one.name, tr("Open the page of {name}", name=one.short_name),
                              lambda: self.person_wanted.emit(one.id)))
        if facts.goal is not None:
            aim = facts.goal
            made.append(_link(IconLabel("target", "muted", 16), aim.text, tr("Show this goal"),
                              lambda: self.goal_wanted.emit(aim.id)))
        if facts.pair is not None:
            other = facts.pair
            made.append(_link(
                IconLabel("arrow-elbow-down-right", "muted", 16), _pair_words(facts, other),
                tr("Show the reflection that goes with this one"),
                lambda: self.shown_wanted.emit(other.id)))
        if facts.may_pair:
            ask = Button(rules.paired_question(), "pencil-simple", "row")
            ask.clicked.connect(lambda: self.pair_wanted.emit(facts.entry.id))
            holder = QWidget()
            beside = row(holder)
            beside.addWidget(ask)
            beside.addStretch(1)
            made.append(holder)
        if made:
            self._links.addWidget(rule())
        for each in made:
            self._links.addWidget(each)

    # Its size ---------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._scale != theme.px(100):
            self._scale = theme.px(100)
            QTimer.singleShot(0, self, self._measure_again)

    def _measure_again(self) -> None:
        """Build it anew, once the new style has reached everything."""
        self.hand_in()
        facts, self.facts = self.facts, None
        self.show_facts(facts)


def _about_words(facts: EntryFacts) -> str:
    one = facts.entry
    parts = (long_day(one.date) if one.date else tr("Without a day"),
             spoken_word(one.tag[:80]) if one.tag else "", energy_words(one.energy))
    return " · ".join(part for part in parts if part)


def _links(facts: EntryFacts) -> tuple[object, ...]:
    return facts.person, facts.goal, facts.pair, facts.may_pair


def _pair_words(facts: EntryFacts, other: Reflection) -> str:
    said = tr("It answers to {day}: {title}") if facts.entry.paired_with_id == other.id else tr(
        "Answered on {day}: {title}")
    return said.format(day=day_words(other.date, facts.as_of),
                       title=beginning(title_words(other), 80))


def _link(sign: QWidget, words: str, tip: str, deed: Callable[[], object]) -> QWidget:
    """A line with a sign before it and a button at its end that leads there."""
    made = QWidget()
    parts = row(made, 8)
    box = QWidget()
    box.setFixedSize(theme.px(SIGN), theme.px(SIGN))
    row(box).addWidget(sign, 0, Qt.AlignmentFlag.AlignCenter)
    parts.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
    said = wrapped(words)
    said.setContentsMargins(0, theme.px(3), 0, theme.px(3))
    parts.addWidget(said, 1)
    go = IconButton("arrow-right", tip, side=SIGN)
    go.clicked.connect(lambda: deed())
    parts.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
    return made
