"""Small parts of the meetings pane: labels, rules, dots, and the line that adds by typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QIcon,
    QIconEngine,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.icons import PaintedIcon
from mentorjournal.ui.widgets.add_line import AddLine as AddLine
from mentorjournal.ui.widgets.dense_choice import DenseChoice as DenseChoice
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.number_field import NumberField
from mentorjournal.ui.widgets.painted_text import paint_line
from mentorjournal.ui.widgets.parts import row, wrapped
from mentorjournal.ui.widgets.styled_text import StyledText as StyledText
from mentorjournal.ui.widgets.styled_text import WrappedLine as WrappedLine
from mentorjournal.words import tr

LINE_LIMIT = 300  # characters of a text that the journal keeps as one line
PRIORITY_TOKENS = {"must": "accent", "should": "g3", "if_time": "ctl"}
DOT = 8


def signed(icon_name: str, token: str, text: QLabel, side: int = 15) -> QWidget:
    """A wrapped sentence with a sign before its first line."""
    line = QWidget()
    parts = row(line)
    sign = IconLabel(icon_name, token, side)
    parts.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    parts.addWidget(text, 1)
    return line


class TokenDot(PaintedIcon):
    """A dot of 8 px in the colour of a token, with air at its right."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def clone(self) -> QIconEngine:
        return TokenDot(self._token)

    def key(self) -> str:
        return "mentorjournal-token-dot"

    def draw(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self._token))
        side = size.height() / 2
        painter.drawEllipse(QRectF(0, side / 2, side, side))
        painter.end()
        return pixmap


def priority_dot(priority: str) -> QIcon:
    """The dot of a priority."""
    return QIcon(TokenDot(PRIORITY_TOKENS.get(priority, "ctl")))


class DottedWord(QWidget):
    """A priority as it stands in a row at rest: its dot and its word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token, self._words = "ctl", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_word(self, words: str, token: str) -> None:
        """Show another word; "" for the token shows no dot."""
        self._token, self._words = token, words
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(84), theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        if self._token:
            side = theme.px(DOT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(self._token))
            painter.drawEllipse(QRectF(0, room.center().y() - side / 2, side, side))
            room.setLeft(side + theme.px(6))
        paint_line(painter, room, self._words, theme.font("small"), theme.color("ink2"))


class MinuteBox(NumberField):
    """Minutes from 1 to 480, called `words`; its arrows go to the next multiple of five."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(1, 480, 5, suffix=tr(" min"), dense=True, parent=parent)
        self.setAccessibleName(words)

    def stepBy(self, steps: int) -> None:
        value = self.value()
        for _ in range(abs(steps)):
            value += 5 - value % 5 if steps > 0 else -(value % 5 or 5)
        self.setValue(max(self.minimum(), value))
        self.selectAll()


class SentenceButton(QAbstractButton):
    """A sign and a sentence that wraps, to be clicked."""

    def __init__(
        self, icon_name: str, token: str, sentence: str, *, tone: str = "ink2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._hovered = False
        said = wrapped(sentence, "small", tone)
        said.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        parts = row(self)
        parts.setContentsMargins(theme.px(1), theme.px(4), theme.px(8), theme.px(4))
        parts.addWidget(IconLabel(icon_name, token, 15), 0, Qt.AlignmentFlag.AlignTop)
        parts.addWidget(said, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self._hovered = event.type() == QEvent.Type.Enter
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._hovered:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("hover"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
