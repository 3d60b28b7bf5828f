"""What the page of the twelve tips is made of: a state in words, a column that keeps its share."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from mentorjournal.mentoring.tips import State
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import dress, label, plain_tooltip
from mentorjournal.ui.widgets.parts import row
from mentorjournal.words import tr

NUMBER, STATUS, STEP = 24, 152, 204  # px
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
        super().__init__("", kind="row", parent=parent)
        self._whole = ""
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

    def _fit(self) -> None:
        room = self.width() - 2 * theme.px(PADDING)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(plain_tooltip(self._whole) if shown != self._whole else "")


def sharing(words: QLabel) -> QLabel:
    """`words` that take exactly the share of a row they are given, however long they are."""
    words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return words


def columns(
    number: QWidget, tip: QWidget, shows: QWidget, status: QWidget, step: QWidget,
) -> QHBoxLayout:
    """The five columns of the page, the same in its head and in every row."""
    across = row(gap=16)
    number.setFixedWidth(theme.px(NUMBER))
    status.setFixedWidth(theme.px(STATUS))
    step.setFixedWidth(theme.px(STEP))
    across.addWidget(number)
    across.addWidget(tip, TIP_SHARE)
    across.addWidget(shows, SHOWS_SHARE)
    across.addWidget(status)
    across.addWidget(step)
    return across
