"""Small boxes that show n of m, such as how many mentors are in my own department."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorjournal.ui import theme
from mentorjournal.words import tr

BOX = 10
GAP = 2
MOST = 20  # beyond that the words beside the boxes say it better


class ReachBoxes(QWidget):
    """`filled` of `total` boxes are filled; none are drawn for more than twenty."""

    def __init__(
        self, filled: int = 0, total: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_reach(filled, total)

    def set_reach(self, filled: int, total: int) -> None:
        """Show other numbers."""
        self._total = max(0, total)
        self._filled = min(max(0, filled), self._total)
        words = tr("{n} of {total}", n=filled, total=total)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        count = self._total if self._total <= MOST else 0
        box, gap = theme.px(BOX), theme.px(GAP)
        return QSize(max(0, count * (box + gap) - gap), box)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._total > MOST:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, gap = theme.px(BOX), theme.px(GAP)
        ink = theme.color("ink2")
        for place in range(self._total):
            full = place < self._filled
            painter.setPen(QPen(ink if full else theme.color("ctl"), 1))
            painter.setBrush(ink if full else Qt.BrushStyle.NoBrush)
            rect = QRectF(place * (box + gap), 0, box, box).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(rect, 2, 2)
