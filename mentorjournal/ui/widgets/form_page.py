"""A page of a form: cells in one column or two, which scrolls where it is longer than the screen.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.rating_field import RatingField
from mentorjournal.ui.widgets.segmented import Segmented

MARGINS = 24, 4, 24, 8
MOST_ROWS = 200


class FormPage(QScrollArea):
    """`margins` and `gap` in px; with `close` what is left over stands below, not between.

    Where two columns have no room, as at a large text size, the cells stand in one.
    """

    def __init__(
        self, columns: int, margins: tuple[int, int, int, int] = MARGINS, gap: int = 12, *,
        close: bool = False, parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns, self._most, self._wide = columns, columns, 0
        self._cells: list[tuple[QVBoxLayout, bool]] = []
        self._cell = 0
        self.body = QWidget()
        self.body.setProperty("clear", True)
        self.grid = QGridLayout(self.body)
        self.grid.setContentsMargins(*(theme.px(n) for n in margins))
        self.grid.setHorizontalSpacing(theme.px(16))
        self.grid.setVerticalSpacing(theme.px(gap))
        for place in range(columns):
            self.grid.setColumnStretch(place, 1)
        if close:
            self.grid.setRowStretch(MOST_ROWS, 1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.body)

    def add_cell(self, wide: bool, *widgets: QWidget) -> None:
        """Put widgets below each other into the next cell, or into one across all columns."""
        cell = QVBoxLayout()
        cell.setSpacing(theme.px(4))
        for each in widgets:
            cell.addWidget(each, 0, _side(each))
        cell.addStretch(1)
        self._cells.append((cell, wide))
        self._place(cell, wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room, needed = self.viewport().width(), self.body.minimumSizeHint().width()
        if self._columns > 1 and needed > room:
            self._wide = needed
            self._fold(1)
        elif self._columns < self._most and room >= self._wide:
            self._fold(self._most)

    def _fold(self, columns: int) -> None:
        self._columns, self._cell = columns, 0
        for place in range(self._most):
            self.grid.setColumnStretch(place, int(place < columns))
        for cell, _ in self._cells:
            self.grid.removeItem(cell)
        for cell, wide in self._cells:
            self._place(cell, wide)

    def _place(self, cell: QVBoxLayout, wide: bool) -> None:
        span = self._columns if wide else 1
        if self._cell % self._columns + span > self._columns:
            self._cell += self._columns - self._cell % self._columns
        row, column = divmod(self._cell, self._columns)
        self.grid.addLayout(cell, row, column, 1, span)
        self._cell += span

    def sizeHint(self) -> QSize:
        """As large as what it shows; Qt's own wish ends at 24 lines. Two columns want their room.
        """
        wanted = self.body.sizeHint().expandedTo(self.body.minimumSizeHint())  # or scrolls a bit
        return wanted.expandedTo(QSize(self._wide, 0))


def _side(widget: QWidget) -> Qt.AlignmentFlag:
    """Buttons, marks and boxes to tick keep their own width: a ring around them is no longer."""
    own = isinstance(widget, QAbstractButton | Segmented | RatingField) and (
        widget.layout() is None or not widget.layout().hasHeightForWidth())
    return Qt.AlignmentFlag.AlignLeft if own else Qt.AlignmentFlag(0)
