"""A few small marks in a row: how many of them are there, and how many are wanted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.label import plain_tooltip

MARK, HIGH, GAP = 15, 6, 4  # px
THERE, WANTED, OFF = "there", "wanted", "off"


class FiveMarks(QWidget):
    """Each mark is "there" (filled), "wanted" (outlined) or "off"; the words say the same."""

    def __init__(
        self, marks: Sequence[str] = (), words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_marks(marks, words)

    def set_marks(self, marks: Sequence[str], words: str) -> None:
        """Show other marks; `words` are for the tooltip and for screen readers."""
        self._marks = tuple(marks)
        self.setToolTip(plain_tooltip(words))
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        count = len(self._marks)
        return QSize(
            count * theme.px(MARK) + max(0, count - 1) * theme.px(GAP), theme.px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, wide, high = 0.0, theme.px(MARK), theme.px(HIGH)
        for mark in self._marks:
            area = QRectF(left, 0, wide, high).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(theme.color("accent"), 1) if mark == WANTED else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color({THERE: "ink2", WANTED: "surface"}.get(mark, "line2")))
            painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
            left += wide + theme.px(GAP)


def rating_marks(now: int | None, wanted: int | None) -> tuple[str, ...]:
    """Five marks for where I stand and where I want to be, each 1 to 5."""
    return tuple(
        THERE if place <= (now or 0) else WANTED if place <= (wanted or 0) else OFF
        for place in range(1, 6))
