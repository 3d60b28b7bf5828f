"""Five marks of which one is chosen, by mouse or keys: where I stand, or where I want to be."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorjournal.ui import theme
from mentorjournal.words import tr

MARKS = 5
MARK, ROOM = 16, 24  # px of a mark to press, and of the room it has in each direction
CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_0)


class RatingField(QWidget):
    """1 to 5 by mouse or by the keys 1 to 5; pressed once more, or Delete, says nothing again."""

    value_changed = Signal()

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: int | None = None
        self._hovered = 0
        self.setAccessibleName(words)
        self.setProperty("focusRing", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._describe()

    def value(self) -> int | None:
        """What was chosen, None when nothing was."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Choose; anything but 1 to 5 chooses nothing."""
        found = value if value in range(1, MARKS + 1) else None
        if found != self._value:
            self._value = found
            self._describe()
            self.update()
            self.value_changed.emit()

    def _describe(self) -> None:
        self.setAccessibleDescription(
            tr("{n} of 5", n=self._value) if self._value else tr("Not said"))

    def sizeHint(self) -> QSize:
        return QSize((MARKS - 1) * theme.px(ROOM) + theme.px(MARK), theme.px(ROOM + 4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.text()
        if digit.isdecimal() and digit.isascii() and 1 <= int(digit) <= MARKS:
            self.set_value(int(digit))
        elif event.key() in CLEARING:
            self.set_value(None)
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Up):
            self.set_value(min(MARKS, (self._value or 0) + 1))
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Down) and self._value:
            self.set_value(max(1, self._value - 1))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            pressed = self._mark_at(event)
            self.set_value(None if pressed == self._value else pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._mark_at(event))

    def leaveEvent(self, event: object) -> None:
        self._hover(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _hover(self, mark: int) -> None:
        if mark != self._hovered:
            self._hovered = mark
            self.update()

    def _mark_at(self, event: QMouseEvent) -> int:
        return max(1, min(MARKS, int(event.position().x() // theme.px(ROOM)) + 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(MARK)
        for place in range(1, MARKS + 1):
            box = QRectF((place - 1) * theme.px(ROOM), (self.height() - side) / 2, side, side)
            self._paint_mark(painter, box, place)

    def _paint_mark(self, painter: QPainter, box: QRectF, place: int) -> None:
        chosen = place <= (self._value or 0)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
        else:
            hovered = place <= self._hovered
            painter.setPen(QPen(theme.color("accent" if hovered else "ctl"), 1))
            painter.setBrush(theme.color("accent-tint" if hovered else "surface"))
            box = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(theme.font("micro"))
        painter.setPen(theme.color("on-accent" if chosen else "muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(place))
