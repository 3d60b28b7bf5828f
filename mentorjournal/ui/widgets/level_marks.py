"""Five small bars in a row: how far I am, 1 to 5, and how far I want to be."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.label import plain_tooltip

LEVELS = 5
MARK, HIGH, GAP = 15, 6, 4  # px
REACHED, WANTED, OFF = "reached", "wanted", "off"


class LevelMarks(QWidget):
    """A bar is filled up to where I am and outlined up to what is wanted; the words say the same.

    Which parts of a whole are there is shown by `PartMarks`, which looks otherwise.
    """

    def __init__(
        self, now: int | None = None, wanted: int | None = None, words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_level(now, wanted, words)

    def set_level(self, now: int | None, wanted: int | None, words: str) -> None:
        """Show another level; `words` are for the tooltip and for screen readers."""
        self.marks = tuple(
            REACHED if place <= (now or 0) else WANTED if place <= (wanted or 0) else OFF
            for place in range(1, LEVELS + 1))
        self.setToolTip(plain_tooltip(words))
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(
            LEVELS * theme.px(MARK) + (LEVELS - 1) * theme.px(GAP), theme.px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, wide, high = 0.0, theme.px(MARK), theme.px(HIGH)
        for mark in self.marks:
            area = QRectF(left, 0, wide, high).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(theme.color("accent"), 1) if mark == WANTED else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color({REACHED: "ink2", WANTED: "surface"}.get(mark, "line2")))
            painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
            left += wide + theme.px(GAP)
