"""A list whose rows can stand below headings: keys step past them, and nothing chooses one."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget


class HeadingList(QListView):
    """A subclass says which rows are headings, and what its own signals carry of a row.

    `row_gone_to`, `row_entered` (Enter or a double click), `row_removal` (Delete) and `row_menu`
    (with a place on the screen) carry the number of a row that is no heading.
    """

    row_gone_to = Signal(int)
    row_entered = Signal(int)
    row_removal = Signal(int)
    row_menu = Signal(int, object)

    def __init__(
        self, model: QAbstractItemModel, name: str, parent: QWidget | None = None
    ) -> None:
        """`name` says what is listed."""
        super().__init__(parent)
        self._quiet = False
        self.setAccessibleName(name)
        self.setProperty("clear", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The delegate paints the selected row, as a rounded patch.
        self.setStyleSheet("QListView { selection-background-color: transparent; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setModel(model)
        self.activated.connect(lambda index: self._say(self.row_entered, index.row()))

    def is_heading(self, row: int) -> bool:
        """Whether a row is one; override it where there are any."""
        return False

    def current_place(self) -> int:
        """The number of the selected row, -1 when none is."""
        index = self.currentIndex()
        return index.row() if index.isValid() and not self.is_heading(index.row()) else -1

    def set_quiet(self, quiet: bool) -> None:
        """Say nothing of the moves of the current row while the model is brought up to date."""
        self._quiet = quiet

    def select_place(self, row: int) -> None:
        """Select a row without saying so; -1 selects none."""
        before, self._quiet = self._quiet, True
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif row != self.currentIndex().row() or not self.selectedIndexes():
            self.setCurrentIndex(self.model().index(row, 0))
        if row >= 0:
            self._show_first(row)
        self._quiet = before

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if not self._quiet and current.isValid():
            self._say(self.row_gone_to, current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here, count = self.currentIndex().row(), self.model().rowCount()
        steps = {
            Qt.Key.Key_Up: (here, -1), Qt.Key.Key_Down: (here, 1),
            Qt.Key.Key_Home: (-1, 1), Qt.Key.Key_End: (count, -1),
        }
        if event.key() in steps and not event.modifiers():
            self._step(*steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self._say(self.row_removal, here)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not (index.isValid() and self.is_heading(index.row())):
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """For the mouse where it points, for the keyboard at the selected row."""
        here, place = self.current_place(), event.globalPos()
        if here < 0:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.row_menu.emit(here, place)

    def _step(self, here: int, by: int) -> None:
        """To the next row from `here` that is no heading."""
        row, count = here + by, self.model().rowCount()
        while 0 <= row < count and self.is_heading(row):
            row += by
        if 0 <= row < count:
            self.setCurrentIndex(self.model().index(row, 0))
        self._show_first(row)

    def _show_first(self, row: int) -> None:
        """The first row is shown with the heading above it."""
        if all(self.is_heading(above) for above in range(row)):
            self.scrollToTop()

    def _say(self, signal: SignalInstance, row: int) -> None:
        if row >= 0 and not self.is_heading(row):
            signal.emit(row)
