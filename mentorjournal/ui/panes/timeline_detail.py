"""The strip below the timeline: what the chosen mark was about, and ways on from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStackedLayout,
    QWidget,
)

from mentorjournal.journal.records import Action, Person
from mentorjournal.mentoring import loop
from mentorjournal.mentoring.timeline import Mark
from mentorjournal.ui import theme
from mentorjournal.ui.panes.timeline_parts import in_order, scrolled, signed, upright, wrapped
from mentorjournal.ui.panes.timeline_words import Line, Part, Shown, promise_state, step_words
from mentorjournal.ui.widgets.avatar import Avatar
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.ui.widgets.label import ElidedLabel, flat, label
from mentorjournal.ui.widgets.parts import clear, column, row
from mentorjournal.ui.widgets.scaled_width import keep_width
from mentorjournal.ui.widgets.stepper import MINI_WIDTH, paint_mini_stepper
from mentorjournal.words import short_day, tr, trn

FIRST = 336  # px of the first column
LEAST = 128  # px of height below which the strip cannot be drawn
WAYS = {"notes": ("Open notes", "clipboard-text"), "contact": ("Edit contact", "pencil-simple"),
        "feedback": ("Feedback log", "chat-centered-text"),
        "given": ("Open it", "chat-centered-text"),
        "letter": ("Open in letter briefs", "envelope-simple")}
# What a mark stands for -> the way to where it is written down; any other leads to the person.
WAY_OF = {"meeting": "notes", "contact": "contact", "feedback": "feedback",
          "feedback_given": "given", "letter": "letter"}


class DetailStrip(QFrame):
    """States wishes by signal; ticks of promises too, which the pane hands to its pen."""

    way_wanted = Signal(str)  # "notes", "contact", "feedback", "given", "letter", "person"
    step_wanted = Signal(int)  # -1 for the mark before, 1 for the next
    mark_wanted = Signal(object)  # the key of one of several marks
    promise_ticked = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timelineStrip")
        self.setMinimumHeight(theme.px(LEAST))
        self._known: object = None
        self._again: Callable[[], None] | None = None
        self.gathered: QListWidget | None = None
        self.ticks: dict[int, QCheckBox] = {}
        self._make_first()
        self._parts = row(gap=0)
        chosen = QWidget()
        parts = row(chosen, gap=0)
        parts.addWidget(self._first)
        parts.addLayout(self._parts, 1)
        self.hint = label("", "small", "muted", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.hint)
        self._stack.addWidget(chosen)

    def _make_first(self) -> None:
        self._avatar = Avatar(side=40)
        self._title = ElidedLabel("", "record-title", most_lines=2)
        self._second = ElidedLabel("", "small", "muted")
        self._facts = QGridLayout()
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setColumnStretch(1, 1)
        facts = QWidget()
        facts.setLayout(self._facts)
        self.way = Button("", None, "row")
        self.way.clicked.connect(lambda: self.way_wanted.emit(self._way))
        self.person = Button(tr("Their page"), None, "row")
        self.person.clicked.connect(lambda: self.way_wanted.emit("person"))
        self.back = IconButton("caret-left", tr("The mark before"), "box")
        self.back.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.next = IconButton("caret-right", tr("The next mark"), "box")
        self.next.clicked.connect(lambda: self.step_wanted.emit(1))
        self._first = QWidget()
        lines = column(self._first, gap=10)
        head = row(gap=12)
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        names = column(gap=0)
        names.addWidget(self._title)
        names.addWidget(self._second)
        head.addLayout(names, 1)
        lines.addLayout(head)
        lines.addWidget(scrolled(facts, tr("When and how")), 1)
        buttons = row()
        for each in (self.way, self.person):
            buttons.addWidget(each)
        buttons.addStretch(1)
        for each in (self.back, self.next):
            buttons.addWidget(each)
        lines.addLayout(buttons)
        self._way = ""

    # Showing ----------------------------------------------------------------------------------

    def show_hint(self, words: str) -> None:
        """Say what can be done while nothing is chosen."""
        self._known = self._again = None
        self.hint.setText(words)
        self._stack.setCurrentIndex(0)

    def show_mark(
        self, person: Person, shown: Shown, as_of: date, photo: bytes | None,
        gathered: Sequence[tuple[Mark, str]] = (), key: object = None,
    ) -> None:
        """Tell of one mark; a promise that has the keyboard keeps it.

        `gathered` are all marks drawn as one with it, with their words; `key` says which it is.
        """
        known = (person, shown, as_of, tuple(gathered), theme.current().text_scale)
        if known == self._known:
            return
        held = next((key for key, tick in self.ticks.items() if tick.hasFocus()), None)
        in_list = self.gathered is not None and self.gathered.hasFocus()
        self._known = known
        self._again = lambda: self.show_mark(person, shown, as_of, photo, gathered, key)
        self._size()
        self._show_first(person, shown, photo)
        clear(self._parts)
        self.gathered = self._list_of(gathered, as_of, key) if gathered else None
        self._show_parts(person, shown.parts, as_of)
        self._stack.setCurrentIndex(1)
        if in_list and self.gathered is not None:
            self.gathered.setFocus(Qt.FocusReason.OtherFocusReason)
        if held in self.ticks:
            self.ticks[held].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_again(self) -> None:
        """Show the same, measured for the text size there is now."""
        if self._again is not None:
            self._again()

    def _list_of(
        self, marks: Sequence[tuple[Mark, str]], as_of: date, key: object
    ) -> QListWidget:
        made = QListWidget()
        made.setObjectName("gatheredMarks")
        made.setAccessibleName(tr("What is gathered here"))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for place, (mark, words) in enumerate(marks):
            line = tr("{day} · {words}", day=short_day(mark.day, as_of), words=words)
            item = QListWidgetItem(flat(line))
            item.setData(Qt.ItemDataRole.UserRole, mark.key)
            made.addItem(item)
            if mark.key == key:
                made.setCurrentRow(place)
        made.currentItemChanged.connect(
            lambda now, _: now and self.mark_wanted.emit(now.data(Qt.ItemDataRole.UserRole)))
        content = QWidget()
        lines = column(content, gap=4)
        lines.setContentsMargins(*map(theme.px, (16, 16, 12, 10)))
        heading = label(trn("{n} mark here", "{n} marks here", len(marks)), "heading")
        heading.setIndent(theme.px(8))
        lines.addWidget(heading)
        lines.addWidget(made, 1)
        self._parts.addWidget(upright())
        self._parts.addWidget(content, 1)
        QTimer.singleShot(0, made, lambda: _settle(made))
        return made

    def set_steps(self, before: bool, after: bool) -> None:
        """Whether there is a mark before this one, and one after it."""
        self.back.setEnabled(before)
        self.next.setEnabled(after)

    def _size(self) -> None:
        keep_width(self._first, FIRST)
        sides = (24, 14, 16, 14)
        self._first.layout().setContentsMargins(*map(theme.px, sides))

    def _show_first(self, person: Person, shown: Shown, photo: bytes | None) -> None:
        self._avatar.set_person(
            person.initials, next(iter(person.roles), None), person.standing, photo, person.name)
        self._avatar.updateGeometry()
        self._title.setText(shown.title)
        self._second.setText(shown.second)
        self._way = shown.way
        words, sign = WAYS.get(shown.way, ("", None))
        self.way.setVisible(bool(words))
        self.way.setText(tr(words) if words else "")
        self.way.set_icon(sign)
        while self._facts.count():
            self._facts.takeAt(0).widget().deleteLater()
        for line, (name, said) in enumerate(shown.facts):
            caption = label(name, "small", "muted")
            caption.setMinimumWidth(theme.px(80))
            top = Qt.AlignmentFlag.AlignTop
            self._facts.addWidget(caption, line, 0, top)
            self._facts.addWidget(wrapped(said, "small", "ink"), line, 1, top)
        self._facts.setVerticalSpacing(theme.px(5))
        self._facts.setRowStretch(len(shown.facts), 1)

    def _show_parts(self, person: Person, parts: Sequence[Part], as_of: date) -> None:
        self.ticks = {}
        stops: list[QWidget] = [self.next, *((self.gathered,) if self.gathered else ())]
        for part in parts:
            self._parts.addWidget(upright())
            known = set(self.ticks)
            area = scrolled(self._column(person, part, as_of), part.heading)
            self._parts.addWidget(area, 1)
            stops += [area, *(self.ticks[key] for key in self.ticks if key not in known)]
        in_order(*stops)

    def _column(self, person: Person, part: Part, as_of: date) -> QWidget:
        content = QWidget()
        lines = column(content, gap=8)
        lines.setContentsMargins(*map(theme.px, (24, 16, 16, 14)))
        lines.addWidget(label(part.heading, "heading"))
        for line in part.lines:
            lines.addWidget(_sentence(line))
        for action in part.actions:
            lines.addWidget(self._promise(person, action, as_of))
        if part.step is not None:
            lines.addWidget(LoopLine(part.step))
        lines.addStretch(1)
        return content

    def _promise(self, person: Person, action: Action, as_of: date) -> QWidget:
        line = QWidget()
        parts = row(line, gap=4)
        tick = QCheckBox()
        tick.setChecked(action.done_on is not None)
        tick.setEnabled(action.dropped_on is None)
        state = promise_state(action, person.short_name, as_of)
        tick.setAccessibleName(tr("{promise}: kept", promise=action.text))
        tick.setAccessibleDescription(state)
        tick.clicked.connect(lambda on: self.promise_ticked.emit(action.id, on))
        self.ticks[action.id] = tick
        parts.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        lines = column(gap=0)
        lines.addWidget(wrapped(action.text))
        lines.addWidget(wrapped(state, "small", "muted"))
        parts.addLayout(lines, 1)
        return line


def _settle(marks: QListWidget) -> None:
    """Measure the rows again, now that the list wears the style sheet, and show the chosen one."""
    marks.doItemsLayout()
    marks.scrollToItem(marks.currentItem())


def _sentence(line: Line) -> QWidget:
    words = QWidget()
    lines = column(words, gap=1)
    lines.addWidget(wrapped(line.text))
    if line.second:
        lines.addWidget(wrapped(line.second, "small", "muted"))
    return signed(line.sign, words) if line.sign else words


class LoopLine(QWidget):
    """How far a piece of feedback has come: dots on a line, and the step in words."""

    def __init__(self, step: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = step
        words = step_words(step)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = row(self)
        line.addSpacing(theme.px(MINI_WIDTH + 10))
        line.addWidget(label(words, "small", "ink2"), 1)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(MINI_WIDTH + 80), theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        room = QRectF(self.rect()).adjusted(1, 0, 0, 0)
        paint_mini_stepper(QPainter(self), room, self._step, len(loop.STEPS))
