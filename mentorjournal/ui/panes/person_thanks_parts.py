"""Parts of the tab of thanks and credit: sections, rows with a sign, and small menus."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label, plain_tooltip
from mentorjournal.ui.widgets.parts import breakable, clear

DEED = "deed"  # property of a button: what it does to which record, the same after showing anew
MOST_LETTERS = 600  # of one text in a row; the whole is in its form

Choices = Sequence[tuple[str, Callable[[], object]]]


def wrapped(text: str, style: str = "body", tone: str = "ink") -> QLabel:
    """A label that wraps, also inside a word that would not fit; a very long text is cut."""
    whole = " ".join(text[: 2 * MOST_LETTERS].split())
    shown = whole if len(whole) <= MOST_LETTERS else whole[:MOST_LETTERS].rstrip() + " …"
    made = label(breakable(shown), style, tone, wrap=True)
    made.setAccessibleName(shown)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    if shown != whole or len(text) > 2 * MOST_LETTERS:
        made.setToolTip(plain_tooltip(text[:3_000]))
    return made


def deed(button: QWidget, name: str) -> None:
    """Say what a button does, so that the focus finds it again."""
    button.setProperty(DEED, name)


def button(words: str, name: str, do: Callable[[], object], icon: str | None = None) -> Button:
    """A small button in a row."""
    made = Button(words, icon, "row")
    deed(made, name)
    made.clicked.connect(lambda _=False: do())
    return made


def menu(words: str, name: str, choices: Choices) -> IconButton:
    """Three dots with what else can be done."""
    made = IconButton("dots-three", words, side=28)
    made.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
    deed(made, name)
    held = QMenu(made)
    for text, do in choices:
        if text:
            held.addAction(text, lambda do=do: do())
        else:
            held.addSeparator()
    made.setMenu(held)
    return made


def row(
    icon: str, token: str, lines: Sequence[QWidget], right: Sequence[QWidget] = (),
    below: Sequence[QWidget] = (),
) -> QWidget:
    """A sign, lines of words, and what can be done; `below` stands in a line of its own."""
    made = QWidget()
    across = QHBoxLayout(made)
    across.setContentsMargins(*(theme.px(n) for n in (14, 9, 10, 10)))
    across.setSpacing(theme.px(11))
    sign = QVBoxLayout()
    sign.setContentsMargins(0, theme.px(2), 0, 0)
    sign.addWidget(IconLabel(icon, token, 16))
    sign.addStretch(1)
    across.addLayout(sign)
    words = QVBoxLayout()
    words.setSpacing(theme.px(2))
    for each in lines:
        words.addWidget(each)
    if below:
        words.addSpacing(theme.px(4))
        words.addLayout(_side_by_side(below))
    across.addLayout(words, 1)
    for each in right:
        across.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
    return made


def _side_by_side(widgets: Sequence[QWidget]) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(theme.px(6))
    for each in widgets:
        line.addWidget(each)
    line.addStretch(1)
    return line


class Section(QWidget):
    """A heading with something at its right end, a quiet line below it, and a card of rows."""

    def __init__(self, words: str, right: QWidget | None = None) -> None:
        super().__init__()
        self.heading = label(words, "heading")
        self.says = wrapped("", "small", "muted")
        self.says.hide()
        self._right = [] if right is None else [right]
        self._card = QFrame()
        self._card.setProperty("card", True)
        self._rows = QVBoxLayout(self._card)
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._rows.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        if right is not None:
            head.addWidget(right)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addLayout(head)
        self._lines.addWidget(self.says)
        self._lines.addWidget(self._card)
        self.size_anew()

    def size_anew(self) -> None:
        """Follow another text size."""
        self._lines.setSpacing(theme.px(6))
        self.heading.setMinimumHeight(theme.px(28))  # as high as the button beside it may be

    def say(self, words: str) -> None:
        """The quiet line; an empty one takes no room."""
        self.says.setText(words)
        self.says.setAccessibleName(words)
        self.says.setVisible(bool(words))

    def stops(self) -> list[QWidget]:
        """Where Tab stops, from the heading downwards."""
        rows = (self._rows.itemAt(place).widget() for place in range(self._rows.count()))
        return [*self._right, *(each for row in rows for each in row.findChildren(QWidget)
                                if each.property(DEED))]

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Show these rows with a hairline between them, in place of those shown before."""
        clear(self._rows)
        for place, each in enumerate(rows):
            if place:
                line = QFrame()
                line.setProperty("rule", True)
                self._rows.addWidget(line)
            self._rows.addWidget(each)
            each.show()  # at once, so that the focus can go there
