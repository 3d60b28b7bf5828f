"""What the page of the twelve tips is made of: a state in words, a column that keeps its share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from mentorjournal.mentoring.tips import State
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import dress, label, plain_tooltip
from mentorjournal.ui.widgets.parts import row
from mentorjournal.words import tr

NUMBER, STATUS, STEP = 24, 152, 204  # px
EDGE = 4  # px between a row's ring and its number
CARET = 28  # px beside a step, of a button that opens the row
PADDING = 11  # px at either side of the words of a button
TIP_SHARE, SHOWS_SHARE = 5, 9  # of the room that is left

# State -> its icon, and the colour of icon and words.
LOOKS: dict[State, tuple[str, str]] = {
    "act": ("warning", "alert"),
    "worth a look": ("warning-circle", "warn"),
    "going well": ("check-circle", "ok"),
    "not enough yet": ("circle-dashed", "muted"),
    "information": ("info", "muted"),
}


def state_words(state: State) -> str:
    """A state as it is said on the page."""
    return {
        "act": tr("Act"), "worth a look": tr("Worth a look"), "going well": tr("Going well"),
        "not enough yet": tr("Not enough yet"), "information": tr("To know"),
    }[state]


class StateLabel(QWidget):
    """A state as icon and words, never as colour alone."""

    def __init__(self, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = "small" if small else "row-title"
        self._sign = IconLabel("info", "muted", 14 if small else 17)
        self._words = label("", self._style)
        parts = row(self, 6)
        parts.addWidget(self._sign)
        parts.addWidget(self._words, 1)

    def set_state(self, state: State) -> None:
        """Show another state."""
        icon_name, tone = LOOKS[state]
        self._sign.set_icon(icon_name, tone)
        self._words.setText(state_words(state))
        dress(self._words, self._style, tone)


class StepButton(Button):
    """A next step in a column: words that do not fit are cut, and whole in the tooltip."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        self._whole = ""  # before Qt tells of the style
        super().__init__("", kind="row", parent=parent)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Say another step."""
        self._whole = words
        self.setAccessibleName(words)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(60), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * theme.px(PADDING)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(plain_tooltip(self._whole) if shown != self._whole else "")


def sharing(words: QLabel) -> QLabel:
    """`words` that take exactly the share of a row they are given, however long they are."""
    words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return words


Fold = Literal["wide", "folded", "narrow"]
FOLDED_BELOW, NARROW_BELOW = 900, 600  # px of the page at the usual text size

# Where number, tip, what the journal shows, status and step stand: row, column, rows, columns.
_CELLS: dict[Fold, tuple[tuple[int, int, int, int], ...]] = {
    "wide": ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1), (0, 3, 1, 1), (0, 4, 1, 1)),
    "folded": ((0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1), (0, 3, 2, 1), (0, 4, 2, 1)),
    "narrow": ((0, 0, 1, 1), (0, 1, 1, 4), (1, 1, 1, 4), (2, 1, 1, 4), (3, 1, 1, 4)),
}


def fold_of(width: int) -> Fold:
    """How a page of this width lays out its rows."""
    usual = width * 100 / theme.px(100)
    return "wide" if usual >= FOLDED_BELOW else "folded" if usual >= NARROW_BELOW else "narrow"


def lay_columns(grid: QGridLayout, cells: Sequence[QWidget], fold: Fold) -> None:
    """The five columns of the page, the same in its head and in every row.

    In a narrow page what the journal shows goes below the tip, and then status and step too.
    """
    number, _, _, status, step = cells
    number.setFixedWidth(theme.px(NUMBER))
    for each, width in ((status, STATUS), (step, STEP)):
        each.setFixedWidth(theme.px(width))
    grid.setHorizontalSpacing(theme.px(16))
    grid.setVerticalSpacing(theme.px(4))
    for cell, place in zip(cells, _CELLS[fold], strict=True):
        grid.removeWidget(cell)
        grid.addWidget(cell, *place)
    grid.setColumnStretch(1, TIP_SHARE if fold == "wide" else 1)
    grid.setColumnStretch(2, SHOWS_SHARE if fold == "wide" else 0)
