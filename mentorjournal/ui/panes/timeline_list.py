"""The list of the timeline: a table with a row for every mark, walked by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mentorjournal.models.timeline_list import Key, TimelineList, TimelineRow
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.ui.widgets.painted_table import dress_table
from mentorjournal.ui.widgets.painted_text import paint_line
from mentorjournal.words import tr

Index = QModelIndex | QPersistentModelIndex
State = QStyle.StateFlag

ROW, HEADER = 38, 32
PAD, FIRST = 8, 24
WIDTHS = (168, 210, 176)  # px of day, person and kind; what it was has the rest
ROOMY = 900  # px of the table from which on they have that
WHAT = 3


class MarkCells(QStyledItemDelegate):
    """One line a cell, a hairline between rows."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        room = QRectF(option.rect)
        selected = bool(option.state & State.State_Selected)
        if selected or option.state & State.State_MouseOver:
            painter.fillRect(room, theme.color("accent-sel" if selected else "hover"))
        painter.fillRect(
            QRectF(room.left(), room.bottom() - 1, room.width(), 1), theme.color("line"))
        view = self.parent()
        if not index.column() and view.hasFocus() and view.currentIndex().row() == index.row():
            painter.fillRect(
                QRectF(room.left(), room.top(), 3, room.height() - 1), theme.color("accent"))
        left = theme.px(FIRST if not index.column() else PAD)
        inside = room.adjusted(left, 0, -theme.px(PAD), -1)
        self._paint_words(painter, inside, index, selected)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, inside: QRectF, index: Index, selected: bool
    ) -> None:
        named = index.column() == 1
        font = theme.font("row-title" if named else "body")
        ink = "ink" if named or index.column() == WHAT else "ink2"
        if selected and named:
            ink = "accent-ink"
        paint_line(painter, inside, index.data() or "", font, theme.color(ink))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(100), theme.px(ROW))


class MarkTable(QTableView):
    """The table itself; a row that the keyboard or the mouse goes to is chosen."""

    mark_chosen = Signal(object)  # the TimelineRow
    mark_opened = Signal(object)

    def __init__(self, model: TimelineList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._quiet = False
        self.setObjectName("timelineTable")
        self.setModel(model)
        self.setItemDelegate(MarkCells(self))
        dress_table(self, tr("Timeline as a list"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._set_headers()
        self.doubleClicked.connect(lambda index: self.mark_opened.emit(self._row(index)))
        self.selectionModel().currentRowChanged.connect(self._moved)
        model.modelReset.connect(self._fit)
        self._fit()

    def _set_headers(self) -> None:
        across = self.horizontalHeader()
        across.setMinimumSectionSize(60)
        across.setStretchLastSection(True)
        across.setSortIndicatorClearable(False)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        across.sortIndicatorChanged.connect(self._keep_sorting)

    def _keep_sorting(self, column: int, order: Qt.SortOrder) -> None:
        """What it was is read only where it is shown, so that no list can be sorted by it."""
        if column == WHAT:
            self.horizontalHeader().setSortIndicator(*self._rows.order)

    def select(self, key: Key | None) -> None:
        """Mark a row without telling anybody."""
        self._quiet = True
        at = self._rows.row_of_key(key) if key is not None else -1
        if at < 0:
            self.clearSelection()
        elif at != self.currentIndex().row() or not self.selectionModel().hasSelection():
            self.selectRow(at)
            self.scrollTo(self._rows.index(at, 0))
        self._quiet = False

    def go_to_today(self) -> None:
        """Bring the rows of today into the middle."""
        at = self._rows.row_of_today()
        if at >= 0:
            self.scrollTo(self._rows.index(at, 0), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _row(self, index: Index) -> TimelineRow:
        return self._rows.record_at(index.row())

    def _moved(self, now: Index) -> None:
        if now.isValid() and not self._quiet and self.hasFocus():
            self.mark_chosen.emit(self._row(now))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        now = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and now.isValid():
            self.mark_opened.emit(self._row(now))
        elif event.key() == Qt.Key.Key_Space and now.isValid():
            self.selectRow(now.row())
            self.mark_chosen.emit(self._row(now))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._rows.rowCount():
            self.selectRow(0 if event.key() == Qt.Key.Key_Home else self._rows.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QEvent) -> None:
        self._quiet = True  # the keyboard stands on the first row without choosing it
        super().focusInEvent(event)
        self._quiet = False
        self.viewport().update()

    def mousePressEvent(self, event: QEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.mark_chosen.emit(self._row(index))

    # Sizes ------------------------------------------------------------------------------------

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        self.horizontalHeader().setFixedHeight(theme.px(HEADER))
        share = min(1.0, self.viewport().width() / theme.px(ROOMY))
        for column, wide in enumerate(WIDTHS):  # a narrow window gives every column less
            self.setColumnWidth(column, round(theme.px(wide) * max(0.72, share)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_quiet"):
            self._fit()


class TimelineTable(QWidget):
    """The table, or a sentence where the filter lets nothing through."""

    filter_clear_wanted = Signal()

    def __init__(self, model: TimelineList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = model
        self.table = MarkTable(model)
        self._nothing = EmptyState()
        self._nothing.acted.connect(self.filter_clear_wanted)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            signal.connect(lambda *_: self._choose())
        self._choose()

    def set_filtered(self, filtered: bool) -> None:
        """Say why there is nothing, and offer what helps."""
        if filtered:
            self._nothing.set_words(
                tr("Nothing here"), tr("Choose fewer filters to see more."), tr("Show everything"))
        else:
            self._nothing.set_words(
                tr("Nothing has happened yet"),
                tr("Meetings, messages, feedback and thanks will stand here, the newest first."))

    def _choose(self) -> None:
        self._stack.setCurrentIndex(0 if self._model.rowCount() else 1)
