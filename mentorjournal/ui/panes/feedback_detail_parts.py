"""Parts of the detail of feedback: texts to write in, sections that fold to a line, rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from mentorjournal.journal import feedback
from mentorjournal.journal.between import Feedback
from mentorjournal.ui import theme
from mentorjournal.ui.panes.feedback_detail_facts import Facts
from mentorjournal.ui.pen import HELD, Pen, show_text
from mentorjournal.ui.widgets.buttons import ENTER, Button
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.growing_text import LONGEST, GrowingText
from mentorjournal.ui.widgets.label import dress, label
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.ui.widgets.private_mark import PrivateMark
from mentorjournal.words import tr

CAPTIONS = 76  # px


def letters() -> int:
    """Pixels from the edge of a field to its letters: its padding and its line."""
    return theme.px(8) + 1


class Text(GrowingText):
    """A text that looks like words on the page until it is written in.

    `style` is that of its letters. Enter hands in a text that `is_line`; one that `must` say
    something shows its old words again when it is left empty.
    """

    def __init__(
        self, name: str, placeholder: str = "", *, style: str = "body", is_line: bool = False,
        must: bool = False, most_lines: int = 24, longest: int = LONGEST,
        parent: QWidget | None = None,
    ) -> None:
        self._style = style
        super().__init__(placeholder, most_lines=most_lines, longest=longest, parent=parent)
        self._is_line, self._must = is_line, must
        self.setProperty("dense", True)
        self.setAccessibleName(name)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_line and event.key() in ENTER:
            self.commit()
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._must and not self.text().strip():
            self.set_text_quietly(str(self.property(HELD) or ""))

    def _dress(self) -> None:
        if self.font() != theme.font(self._style):
            self.setFont(theme.font(self._style))


def indented(*widgets: QWidget, gap: int = 8) -> QWidget:
    """Widgets in a row whose left edge is where the letters of a field stand."""
    made = QWidget()
    parts = row(made, gap)
    parts.setContentsMargins(letters(), 0, 0, 0)
    for each in widgets:
        parts.addWidget(each)
    parts.addStretch(1)
    return made


def captioned(words: str, field: QWidget, *, middle: bool = False) -> QWidget:
    """A field with its caption at its left, at its first line or at its `middle`."""
    made = QWidget()
    parts = row(made, 0)
    parts.setContentsMargins(letters(), 0, 0, 0)
    caption = _caption(words, field)
    if not middle:
        caption.setContentsMargins(0, theme.px(6), 0, 0)
    side = Qt.AlignmentFlag.AlignVCenter if middle else Qt.AlignmentFlag.AlignTop
    parts.addWidget(caption, 0, side)
    parts.addWidget(field, 1)
    return made


def beside(words: str, field: QWidget) -> QWidget:
    """A wide control with its caption at its left, or above it where there is no room."""
    made = QWidget()
    flow = FlowLayout(made, gap=letters(), line_gap=theme.px(2))
    flow.setContentsMargins(letters(), 0, 0, 0)
    caption = _caption(words, field)
    caption.setFixedHeight(max(theme.line("small"), field.sizeHint().height()))
    flow.addWidget(caption)
    flow.addWidget(field)
    return made


def _caption(words: str, field: QWidget) -> QLabel:
    caption = label(words, "small", "muted", wrap=True)
    caption.setBuddy(field)
    longest = max(map(QFontMetrics(theme.font("small")).horizontalAdvance, words.split() or [""]))
    caption.setFixedWidth(max(theme.px(CAPTIONS), longest))
    return caption


class PrivateCard(QFrame):
    """A card with a heading, and the lock and the words of what is private; `lines` holds more."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.lines = column(self, 2)
        self.lines.setContentsMargins(theme.px(2), theme.px(8), theme.px(10), theme.px(8))
        head = row()
        head.setContentsMargins(letters(), 0, 0, 0)
        head.addWidget(label(title, "label", "muted"), 1)
        head.addWidget(PrivateMark())
        self.lines.addLayout(head)


class Section(QWidget):
    """A heading, and what belongs to it in `body`; one line while there is nothing to show yet.

    It is made for one entry. Whoever opens it keeps it open.
    """

    wished = Signal(str)

    def __init__(
        self, pen: Pen, feedback_id: int, title: str, opener: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`opener` are the words of the link that opens it; without it does not fold open."""
        super().__init__(parent)
        self.pen, self.feedback_id = pen, feedback_id
        self._is_kept_open = False
        self.fields: dict[str, GrowingText] = {}
        self.title = label(title, "label", "muted")
        self.says = label("", "small", "muted", wrap=True)
        self.opener = Button(opener or tr("Write"), kind="link")
        self.opener.setAccessibleName(tr("{title}: {deed}", title=title, deed=self.opener.text()))
        self.opener.clicked.connect(self.open)
        self.head = row()
        self.head.setContentsMargins(letters(), 0, 0, 0)
        top = Qt.AlignmentFlag.AlignTop
        for each in (self.title, self.says):
            each.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        self.head.addWidget(self.title, 0, top)
        self.head.addWidget(self.says, 1, top)
        self.head.addStretch()
        self.head.addWidget(self.opener, 0, top)
        self.body = QWidget()
        self.lines = column(self.body, 2)
        parts = column(self, 2)
        parts.addLayout(self.head)
        parts.addWidget(self.body)

    def text(self, name: str, words: str, placeholder: str = "", **more: Any) -> Text:
        """A field for a text of the entry, which the pen writes."""
        field = Text(words, placeholder, **more)
        self.keep(name, field, feedback.edit)
        return field

    def keep(self, name: str, field: GrowingText, verb: Callable[..., Any]) -> None:
        """Hand what is typed into `field` to a verb, and show what the journal holds."""
        self.pen.bind(field, verb, "feedback", self.feedback_id, name)
        self.fields[name] = field

    def write(self, verb: Callable[..., Any], *values: Any, **named: Any) -> bool:
        """Call a verb for the entry; whether it was done."""
        return self.pen.write(verb, self.feedback_id, *values, **named)

    def set(self, **values: Any) -> bool:
        """Change fields of the entry."""
        return self.write(feedback.edit, values)

    def fold(self, is_folded: bool, says: str = "", *, tone: str = "muted",
             may_open: bool = True) -> None:
        """Show the body, or only a line that says why it is not there."""
        holds = self._is_kept_open or any(field.hasFocus() for field in self.fields.values())
        is_folded = is_folded and not (holds and may_open)
        self.body.setVisible(not is_folded)
        self.opener.setVisible(is_folded and may_open)
        self.says.setText(says)
        self.says.setVisible(bool(says))
        dress(self.says, "small", tone)

    def open(self) -> None:
        """Open it, with the keyboard where one begins to write."""
        self._is_kept_open = True
        self.body.show()
        self.opener.hide()
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def first(self) -> QWidget:
        """Where one begins."""
        return next(iter(self.fields.values()), self.body)

    def show_facts(self, facts: Facts, own: bool) -> None:
        """Show what the journal holds; what is being typed stays."""
        raise NotImplementedError

    def show_texts(self, entry: Feedback, own: bool) -> None:
        """Show the texts of the entry in their fields."""
        for name, field in self.fields.items():
            show_text(field, getattr(entry, name), own=own)

    def hand_in(self) -> None:
        """Hand in what was typed."""
        for field in self.fields.values():
            field.commit()
