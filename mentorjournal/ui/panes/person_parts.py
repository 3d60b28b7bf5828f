"""Small parts of a person's page: sections with a card, lines with a sign, texts to write in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLayout,
    QSizePolicy,
    QWidget,
)

from mentorjournal.journal.journal import Journal
from mentorjournal.ui import theme
from mentorjournal.ui.pen import HELD, Pen, show_text
from mentorjournal.ui.widgets.buttons import IconButton
from mentorjournal.ui.widgets.growing_text import LONGEST, GrowingText
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row, wrapped
from mentorjournal.words import day_month_year

SIGN = 16
INSET = 14  # px from the edge of a card to its signs
LINE = 26  # px, the least height of a line


def day_words(day: date) -> str:
    """A day that may lie years back, such as "3 Dec 2024"."""
    return day_month_year(day)


def letters() -> int:
    """Pixels from the edge of a field to its letters: its padding and its line."""
    return theme.px(8) + 1


def refill(layout: QLayout, widgets: Iterable[QWidget]) -> None:
    """Put these widgets where others were."""
    while layout.count():
        old = layout.takeAt(0).widget()
        if old is not None:
            old.hide()
            old.deleteLater()
    for each in widgets:
        layout.addWidget(each)


class Section(QWidget):
    """A heading with something quiet at its right, and a card below; `lines` is what it holds."""

    def __init__(
        self, title: str, right: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = wrapped(title, "heading")
        self.title.setMinimumHeight(theme.px(22))
        self.head = row()
        self.head.addWidget(self.title, 1)
        if right is not None:
            self.head.addWidget(right, 0, Qt.AlignmentFlag.AlignBottom)
        self.card = QFrame()
        self.card.setProperty("card", True)
        self.lines = column(self.card, 2)
        self.lines.setContentsMargins(*(theme.px(n) for n in (INSET, 9, 8, 9)))
        parts = column(self, 6)
        parts.addLayout(self.head)
        parts.addWidget(self.card)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setSizePolicy(policy)

    def set_title(self, title: str) -> None:
        """Be called something else."""
        self.title.setText(title)
        self.title.setAccessibleName(title)


class Line(QWidget):
    """A sign, or a small widget in its place, then something; the right end keeps its width."""

    def __init__(
        self, sign: str | QWidget, body: QWidget, *more: QWidget, token: str = "muted",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        parts = row(self, 4)
        top = Qt.AlignmentFlag.AlignTop
        box = QWidget()
        box.setFixedSize(theme.px(SIGN + 2), theme.px(LINE))
        shape = row(box)
        if isinstance(sign, str):
            sign = IconLabel(sign, token, SIGN) if sign else QWidget()
        shape.addWidget(sign)
        parts.addWidget(box, 0, top)
        parts.addWidget(body, 1)
        for each in more:
            each.setMinimumHeight(theme.px(LINE))
            parts.addWidget(each, 0, top)


def said(sign: str, text: str, *more: QWidget, token: str = "muted", tone: str = "ink") -> Line:
    """A sentence with a sign before it, its letters where those of a field stand."""
    words = wrapped(text, "body", tone)
    words.setContentsMargins(letters(), *(theme.px(n) for n in (4, 4, 4)))
    return Line(sign, words, *more, token=token)


def copied(sign: str, text: str) -> Line:
    """A sentence that can be marked and copied, such as an address."""
    line = said(sign, text)
    line.findChild(QLabel).setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard)
    return line


def flowing(text: str, style: str = "body", tone: str = "ink") -> QLabel:
    """Words that wrap and ask for no more height than they take, where many stand on one page."""
    made = wrapped(text, style, tone)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return made


def quiet(text: str, tone: str = "muted") -> QLabel:
    """A few words at the right end of a line."""
    made = label(text, "small", tone)
    made.setContentsMargins(0, 0, theme.px(6), 0)
    return made


class Text(GrowingText):
    """A text of the journal to write in, as high as its words.

    `is_line` is for what the journal keeps as one line: Enter hands it in. One that `must` say
    something shows its old words again when it is left empty.
    """

    def __init__(
        self, words: str, placeholder: str = "", *, longest: int = LONGEST, is_line: bool = False,
        must: bool = False, parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder, longest=longest, parent=parent)
        self._is_line, self._must = is_line, must
        self.setProperty("dense", True)
        self.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._must and not self.text().strip():
            self.set_text_quietly(str(self.property(HELD) or ""))


def bound(
    pen: Pen, field: Text, verb: Callable[..., Any], table: str, row_id: int, name: str
) -> Text:
    """`field`, its text handed to a verb; one that must say something is never emptied there."""

    def write(
        journal: Journal, which: int, values: dict[str, Any], *, merge: str, origin: object
    ) -> None:
        if values[name] is not None or not field._must:
            verb(journal, which, values, merge=merge, origin=origin)

    pen.bind(field, write, table, row_id, name)
    return field


class TextList(QWidget):
    """Texts of one kind, each in a line of its own that can be worded anew or taken away.

    Lines that stay keep their fields, so that nobody is interrupted while they write.
    """

    def __init__(
        self, make: Callable[[Any], tuple[Text, Line]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._lines: dict[int, tuple[Text, Line, Any]] = {}
        self._column = column(self, 0)

    def show_records(self, records: Iterable[Any], text: Callable[[Any], str], own: bool) -> None:
        """Show these, each with its `text`."""
        wanted = {one.id: one for one in records}
        for key in [key for key in self._lines if key not in wanted]:
            _, line, _ = self._lines.pop(key)
            line.hide()
            line.deleteLater()
        for place, (key, one) in enumerate(wanted.items()):
            if key not in self._lines:
                field, line = self._make(one)
                self._lines[key] = field, line, one
            field, line, _ = self._lines[key]
            if self._column.indexOf(line) != place:
                self._column.insertWidget(place, line)
            show_text(field, text(one), own=own)
        self.setVisible(bool(wanted))

    def line(self, key: int) -> Line:
        """The line of a record."""
        return self._lines[key][1]

    def texts(self) -> list[Text]:
        """The fields from above to below."""
        found = sorted(self._lines.values(), key=lambda each: self._column.indexOf(each[1]))
        return [field for field, _, _ in found]


def remove_button(words: str, deed: Callable[[], object]) -> IconButton:
    """A small cross that takes something away; Undo brings it back."""
    made = IconButton("x", words, side=24)
    made.clicked.connect(lambda: deed())
    return made
