"""The rows of the palette as a list: keys step past the headings, a click opens a row."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.models.roles import Role
from mentorjournal.ui import theme
from mentorjournal.ui.palette.delegate import PaletteDelegate
from mentorjournal.ui.palette.rows import PaletteRow
from mentorjournal.ui.widgets.heading_list import HeadingList
from mentorjournal.ui.widgets.label import plain_tooltip
from mentorjournal.words import tr

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class PaletteRows(QAbstractListModel):
    """What the list shows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[PaletteRow] = []

    def show_rows(self, rows: list[PaletteRow]) -> None:
        """Other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.sentence
        if role == Role.RECORD:
            return row
        if role == Qt.ItemDataRole.ToolTipRole and not row.is_heading:
            said = (row.title.text, row.second.text, row.snippet.text)
            return plain_tooltip("\n".join(line for line in said if line))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.rows[index.row()]
        if row.is_off:
            return Qt.ItemFlag.NoItemFlags
        if row.is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class PaletteList(HeadingList):
    """`moved` after the current row has changed; `opened` carries the row that was clicked."""

    moved = Signal()
    opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        self._rows = PaletteRows(parent)
        super().__init__(self._rows, tr("What was found"), parent)
        # On a ground of its own: what lies under the palette is not painted anew with every letter.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys are typed in the line above
        self.setItemDelegate(PaletteDelegate(self))
        self.row_gone_to.connect(lambda _row: self.moved.emit())

    def is_heading(self, row: int) -> bool:
        """Also what cannot be chosen now: it is read, and stepped past."""
        return self._rows.rows[row].is_heading or self._rows.rows[row].is_off

    def show_rows(self, rows: list[PaletteRow], place: int = 0) -> None:
        """Other rows, with the first at or after `place` selected."""
        self.set_quiet(True)
        self._rows.show_rows(rows)
        self.set_quiet(False)
        free = self._free()
        self.select_place(next((n for n in free if n >= place), free[-1] if free else -1))
        self.moved.emit()

    def row(self) -> PaletteRow | None:
        """The selected row."""
        place = self.current_place()
        return self._rows.rows[place] if place >= 0 else None

    def step(self, by: int) -> None:
        """So many rows down, or up; from the last to the first with a single step."""
        free = self._free()
        if not free:
            return
        here = free.index(self.current_place()) if self.current_place() in free else 0
        to = here + by
        to = to % len(free) if abs(by) == 1 else min(max(to, 0), len(free) - 1)
        self._go(free[to])

    def page(self, by: int) -> None:
        """A page down, or up."""
        height = max(1, self.visualRect(self.currentIndex()).height())
        self.step(by * max(2, self.viewport().height() // height - 1))

    def to_end(self, last: bool) -> None:
        """To the first row, or the last."""
        free = self._free()
        if free:
            self._go(free[-1 if last else 0])

    def to_group(self, by: int) -> None:
        """To the first row of the next group, or of the one before, round and round."""
        heads = [n for n in self._free() if n and self._rows.rows[n - 1].is_heading]
        if heads:
            now = sum(n <= self.current_place() for n in heads) - 1
            self._go(heads[(now + by) % len(heads)])

    def rows_height(self) -> int:
        """How high the list would be to show every row."""
        return sum(self.sizeHintForRow(n) for n in range(self._rows.rowCount()))

    def _free(self) -> list[int]:
        return [n for n in range(self._rows.rowCount()) if not self.is_heading(n)]

    def _go(self, row: int) -> None:
        self.setCurrentIndex(self._rows.index(row))
        if row > 0 and self.is_heading(row - 1):
            self.scrollTo(self._rows.index(row - 1))
            self.scrollTo(self._rows.index(row))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self.viewport()).fillRect(event.rect(), theme.color("surface"))
        super().paintEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and (
                not self.is_heading(index.row())):
            self.opened.emit(self._rows.rows[index.row()])
