"""Small parts of the meetings pane: labels, rules, dots, and the line that adds by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QIcon,
    QIconEngine,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from mentorjournal.ui import theme
from mentorjournal.ui.icons import PaintedIcon
from mentorjournal.ui.widgets.add_line import AddLine as AddLine
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.growing_text import LONGEST, GrowingText
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.number_field import NumberField
from mentorjournal.ui.widgets.painted_text import paint_line
from mentorjournal.ui.widgets.parts import row, wrapped
from mentorjournal.words import tr

LINE_LIMIT = 300  # characters of a text that the journal keeps as one line
PRIORITY_TOKENS = {"must": "accent", "should": "g3", "if_time": "ctl"}
DOT = 8
LEAST_CHOICE = 96  # px


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


class DenseChoice(ChoiceBox):
    """A dense choice, as wide as its longest words; where there is less room they end in …"""

    def __init__(
        self, choices: Sequence[tuple[str, str]], words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(choices, dense=True, parent=parent)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(theme.px(12), theme.px(16)))
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        texts = [self.itemText(place) for place in range(self.count())]
        longest = max(map(self.fontMetrics().horizontalAdvance, texts), default=0)
        icon = self.iconSize().width() + 4 if not self.itemIcon(0).isNull() else 0
        edges = self.width() - self._room_for_words().width()
        spare = 2  # widths of letters are rounded
        return QSize(longest + icon + edges + spare, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(LEAST_CHOICE), super().minimumSizeHint().height())

    def showPopup(self) -> None:
        widest = max(self.view().sizeHintForColumn(0) + theme.px(24), self.width())
        self.view().setMinimumWidth(min(widest, theme.px(380)))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self._room_for_words().width()
        if not option.currentIcon.isNull():
            room -= self.iconSize().width() + 4  # what Qt leaves between icon and words
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _room_for_words(self) -> QRect:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )


class StyledText(GrowingText):
    """A growing text in a style and tone of the theme, also after the theme has changed."""

    def __init__(
        self, placeholder: str, style: str, tone: str = "ink", *, most_lines: int = 24,
        quiet: bool = True, longest: int = LONGEST, parent: QWidget | None = None,
    ) -> None:
        self._face, self._tone = style, tone
        super().__init__(
            placeholder, most_lines=most_lines, quiet=quiet, longest=longest, parent=parent)
        self.setProperty("dense", True)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        if self.font() != theme.font(self._face):
            self.setFont(theme.font(self._face))
        colors = self.palette()
        if colors.color(QPalette.ColorRole.Text) != theme.color(self._tone):
            colors.setColor(QPalette.ColorRole.Text, theme.color(self._tone))
            self.setPalette(colors)


class WrappedLine(StyledText):
    """One line of the journal over as many as it needs here; Enter hands it in."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
            self.focusNextChild()
            return
        super().keyPressEvent(event)


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
