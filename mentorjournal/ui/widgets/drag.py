"""Reordering by the mouse: what a row is dragged by, and where it would go."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.words import tr


class Handle(IconLabel):
    """What a row is dragged by."""

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("dots-six-vertical", "faint", 16, parent=parent)
        self._moving = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(tr("Drag to reorder, or press Alt with Up or Down"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._moving = event.button() == Qt.MouseButton.LeftButton

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._moving:
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._moving:
            self._moving = False
            self.dropped.emit(event.globalPosition().toPoint())


class DropMark(QWidget):
    """The line where a dragged row would go."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.color("accent"))
