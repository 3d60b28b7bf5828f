"""The list of meetings at the left of the pane."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from mentorjournal.models.meeting_list import MeetingList, MeetingRow
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.row_delegate import SECTION_HEIGHT, RowDelegate
from mentorjournal.words import tr

ROW = 52  # px (TOKENS §4)
FIRST = 5  # px more above the first heading


class MeetingListView(QTableView):
    """A table of one column, which measures only its headings: thousands of rows open at once.

    `row_chosen` carries the row a person went to; `row_opened` one that Enter was pressed on.
    """

    row_chosen = Signal(object)
    row_opened = Signal(object)

    def __init__(self, model: MeetingList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = model
        self._quiet = False
        self.setAccessibleName(tr("Meetings"))
        self.setProperty("clear", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        # The delegate paints the selected row, as a rounded patch.
        self.setStyleSheet("QTableView { selection-background-color: transparent; }")
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self, height=ROW))
        self.activated.connect(lambda index: self.row_opened.emit(model.record_at(index.row())))
        for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            signal.connect(lambda *_places: self._measure())
        self._measure()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if not self._quiet and current.isValid():
            self.row_chosen.emit(self._list.record_at(current.row()))

    def current_row(self) -> MeetingRow | None:
        """The row that is selected."""
        index = self.currentIndex()
        return self._list.record_at(index.row()) if index.isValid() else None

    def set_quiet(self, quiet: bool) -> None:
        """Say nothing of the moves of the current row while the model is brought up to date."""
        self._quiet = quiet

    def select_quietly(self, row: int) -> None:
        """Select a row without saying so; -1 selects none."""
        before, self._quiet = self._quiet, True
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif row != self.currentIndex().row() or not self.selectedIndexes():
            self.setCurrentIndex(self._list.index(row, 0))
        self._quiet = before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex().row()
        steps = {
            Qt.Key.Key_Up: (here, -1), Qt.Key.Key_Down: (here, 1),
            Qt.Key.Key_Home: (-1, 1), Qt.Key.Key_End: (self._list.rowCount(), -1),
        }
        if event.key() in steps and not event.modifiers():
            self._step(*steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.model() is not None:
            self._measure()

    def _measure(self) -> None:
        """Headings are lower than rows; there are none among the past meetings."""
        heights = self.verticalHeader()
        row, first = theme.px(ROW), theme.px(SECTION_HEIGHT + FIRST)
        if heights.defaultSectionSize() != row:
            heights.setDefaultSectionSize(row)
        for place in range(self._list.first_past_row()):
            height = row
            if self._list.is_section(place):
                height = theme.px(SECTION_HEIGHT) if place else first
            if heights.sectionSize(place) != height:
                heights.resizeSection(place, height)

    def _step(self, here: int, by: int) -> None:
        """To the next row from `here` that is no heading."""
        row = here + by
        if row >= self._list.rowCount() and self._list.canFetchMore():
            self._list.fetchMore()
        while 0 <= row < self._list.rowCount() and self._list.is_section(row):
            row += by
        if 0 <= row < self._list.rowCount():
            self.setCurrentIndex(self._list.index(row, 0))
        else:
            self.scrollToTop() if by < 0 else self.scrollToBottom()
