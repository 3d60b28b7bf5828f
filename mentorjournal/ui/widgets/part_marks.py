"""Small ticks in a row: which parts of a whole are there, and which are not yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.icons import paint_icon
from mentorjournal.ui.widgets.label import plain_tooltip

MARK, GAP = 14, 3  # px


class PartMarks(QWidget):
    """A tick for each part that is there, an empty place for each other; the words say the same.

    How much there is of something that has levels is shown by `LevelMarks`, which looks otherwise.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.there: tuple[bool, ...] = ()

    def set_parts(self, there: Sequence[bool], words: str) -> None:
        """Show which are there; `words` are for the tooltip and for screen readers."""
        self.there = tuple(there)
        self.setToolTip(plain_tooltip(words))
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        count = len(self.there)
        return QSize(
            count * theme.px(MARK) + max(0, count - 1) * theme.px(GAP), theme.px(MARK))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), theme.px(MARK)
        for place, there in enumerate(self.there):
            name, token = ("check-circle", "ink2") if there else ("circle-dashed", "muted")
            paint_icon(painter, QRectF(place * (side + theme.px(GAP)), 0, side, side), name,
                       theme.color(token))
