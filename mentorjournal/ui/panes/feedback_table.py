"""The table of the feedback log: painted cells, walked by keyboard, several rows at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from mentorjournal.journal.feedback_log import BY_THEME
from mentorjournal.mentoring import loop
from mentorjournal.models.feedback_list import (
    NEXT,
    RECEIVED,
    STEP,
    STEP_PLACE,
    TOPIC,
    FeedbackList,
    Heading,
)
from mentorjournal.models.roles import Role
from mentorjournal.ui import theme
from mentorjournal.ui.icons import paint_icon
from mentorjournal.ui.widgets.avatar import paint_avatar
from mentorjournal.ui.widgets.label import plain_tooltip
from mentorjournal.ui.widgets.painted_table import dress_table
from mentorjournal.ui.widgets.painted_text import paint_line
from mentorjournal.ui.widgets.stepper import MINI_WIDTH, paint_mini_stepper
from mentorjournal.words import tr

Index = QModelIndex | QPersistentModelIndex
State = QStyle.StateFlag
Flag = QItemSelectionModel.SelectionFlag

ROW, HEADER = 55, 32
HEADING = 40  # px of a row that names a theme
FIRST, PAD, AVATAR = 24, 8, 28
WIDTHS = {RECEIVED: 128, STEP: 216, NEXT: 192}  # px; the topic has the rest
LEAST_TOPIC = 200  # px, below which a column goes
STEP_WORDS = 112  # px that the name of a step needs beside the dots


class FeedbackCells(QStyledItemDelegate):
    """Avatar with two lines, a day, dots with the name of the step, and what comes next."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(option.rect)
        selected = bool(option.state & State.State_Selected)
        heading = index.data(Role.SECTION)
        if heading is None and (selected or option.state & State.State_MouseOver):
            painter.fillRect(room, theme.color("accent-sel" if selected else "hover"))
        painter.fillRect(
            QRectF(room.left(), room.bottom() - 1, room.width(), 1), theme.color("line"))
        if heading is not None:
            if index.column() == TOPIC:
                self._paint_heading(painter, room, index)
        else:
            self._paint_cell(painter, room, index, selected)
        painter.restore()

    def _paint_heading(self, painter: QPainter, room: QRectF, index: Index) -> None:
        view, heading = self.parent(), index.data(Role.RECORD)
        wide = QRectF(room.left(), room.top(), view.viewport().width(), room.height() - 1)
        painter.fillRect(wide, theme.color("sunken"))
        if view.hasFocus() and view.currentIndex().row() == index.row():
            painter.fillRect(QRectF(wide.left(), wide.top(), 3, wide.height()),
                             theme.color("accent"))
        side = theme.px(12)
        sign = QRectF(theme.px(FIRST), wide.center().y() - side / 2, side, side)
        paint_icon(painter, sign, "caret-right" if heading.folded else "caret-down",
                   theme.color("muted"))
        inside = wide.adjusted(theme.px(FIRST) + side + theme.px(8), 0, -theme.px(PAD), 0)
        paint_line(painter, inside, heading.words, theme.font("label"), theme.color("ink2"))

    def _paint_cell(
        self, painter: QPainter, room: QRectF, index: Index, selected: bool
    ) -> None:
        inside = room.adjusted(theme.px(PAD), 0, -theme.px(PAD), -1)
        if index.column() == TOPIC:
            inside.setLeft(room.left() + theme.px(FIRST))
            view = self.parent()
            if view.hasFocus() and view.currentIndex().row() == index.row():
                painter.fillRect(
                    QRectF(room.left(), room.top(), 3, room.height() - 1), theme.color("accent"))
            self._paint_topic(painter, inside, index, selected)
        elif index.column() == STEP:
            self._paint_step(painter, inside, index)
        elif index.column() == NEXT:
            tone = str(index.data(Role.TONE) or "ink2")
            font = theme.font("row-title" if tone in ("warn", "alert") else "body")
            ink = "ink2" if selected and tone == "muted" else tone
            paint_line(painter, inside, str(index.data() or ""), font, theme.color(ink))
        else:
            ink = theme.color("ink2" if selected else "muted")
            paint_line(painter, inside, str(index.data() or ""), theme.font("body"), ink)

    def _paint_topic(
        self, painter: QPainter, inside: QRectF, index: Index, selected: bool
    ) -> None:
        side = theme.px(AVATAR)
        place = QRectF(inside.left(), round(inside.center().y() - side / 2), side, side)
        paint_avatar(
            painter, place, str(index.data(Role.INITIALS) or ""), index.data(Role.ROLE),
            str(index.data(Role.STANDING) or "mentor"), selected, None)
        inside.setLeft(place.right() + theme.px(12))
        first, second = theme.line("row-title"), theme.line("small")
        top = inside.center().y() - (first + second) / 2
        line = QRectF(inside.left(), top, inside.width(), first)
        paint_line(painter, line, str(index.data() or ""),
                   theme.font("heading" if selected else "row-title"),
                   theme.color("accent-ink" if selected else "ink"))
        line = QRectF(inside.left(), top + first, inside.width(), second)
        paint_line(painter, line, str(index.data(Role.SECOND) or ""), theme.font("small"),
                   theme.color("ink2" if selected else "muted"))

    def _paint_step(self, painter: QPainter, inside: QRectF, index: Index) -> None:
        dots = theme.px(MINI_WIDTH + 10)
        if inside.width() >= dots + theme.px(40):
            paint_mini_stepper(
                painter, QRectF(inside.left(), inside.top(), dots, inside.height()),
                int(index.data(STEP_PLACE) or 0), len(loop.STEPS))
            inside.setLeft(inside.left() + dots)
        paint_line(painter, inside, str(index.data() or ""), theme.font("body"),
                   theme.color("ink2"))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(100), theme.px(ROW))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        words = str(index.data() or "")
        taken = theme.px(FIRST + AVATAR + 20) if index.column() == TOPIC else theme.px(2 * PAD)
        room = option.rect.width() - taken
        metrics = QFontMetricsF(theme.font("row-title"))
        cut = metrics.horizontalAdvance(words[:300]) > room and index.column() != STEP
        QToolTip.showText(event.globalPos(), plain_tooltip(words if cut else ""), view)
        return True


class FeedbackTable(QTableView):
    """States by signal what is chosen and what is wished for; it never writes."""

    chosen = Signal(int)
    opened = Signal(int)
    remove_wanted = Signal(object)  # the ids of entries
    menu_wanted = Signal(object, object)  # the ids of entries, and where

    def __init__(self, model: FeedbackList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = model
        self._quiet = False
        self._lower: list[int] = []  # rows that name a theme
        self.setObjectName("feedbackTable")
        self.setModel(model)
        self.setItemDelegate(FeedbackCells(self))
        dress_table(self, tr("Feedback"), several=True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self._mark_headings)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.doubleClicked.connect(self._open)
        self._fit()

    def select(self, feedback_id: int | None) -> None:
        """Mark an entry without telling anybody."""
        self._quiet = True
        row = self._entries.row_of(feedback_id)
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif row != self.currentIndex().row() or not self.selectionModel().hasSelection():
            self.selectRow(row)
            self.scrollTo(self._entries.index(row, 0))
        self._quiet = False

    def select_all_of(self, ids: Sequence[int], current: int | None) -> None:
        """Mark these entries again after the list was filled anew, the keyboard on one of them."""
        self.select(current)
        self._mark(ids)

    def _mark(self, ids: Sequence[int]) -> None:
        for row in map(self._entries.row_of, ids):
            if row >= 0:
                self.selectionModel().select(
                    self._entries.index(row, 0), Flag.Select | Flag.Rows)

    def current_id(self) -> int | None:
        """The entry that the keyboard is on."""
        return self._entries.id_at(self.currentIndex().row())

    def selected_ids(self) -> list[int]:
        """All entries that are marked, from above."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [key for row in rows if (key := self._entries.id_at(row)) is not None]

    def set_quiet(self, quiet: bool) -> None:
        """Say nothing of what is chosen, while the list is filled anew."""
        self._quiet = quiet

    def _mark_headings(self) -> None:
        self.clearSpans()
        count = self._entries.rowCount()
        for row in self._lower:  # a header keeps the heights of rows that are others now
            if row < count:
                self.setRowHeight(row, theme.px(ROW))
        self._lower.clear()
        if self._entries.wanted.order != BY_THEME:
            return
        for row in range(count):
            if self._entries.heading_at(row) is not None:
                self.setSpan(row, 0, 1, NEXT + 1)
                self.setRowHeight(row, theme.px(HEADING))
                self._lower.append(row)

    def _moved(self, now: Index) -> None:
        key = self._entries.id_at(now.row())
        if not self._quiet and key is not None:
            self.chosen.emit(key)

    def _open(self, index: Index) -> None:
        key, heading = self._entries.id_at(index.row()), self._entries.heading_at(index.row())
        if key is not None:
            self.opened.emit(key)
        elif heading is not None:
            self._fold(heading, not heading.folded)

    def _fold(self, heading: Heading, folded: bool) -> None:
        """Fold a theme away or out, and stay where it is named."""
        row, marked = self._entries.heading_row_of(heading.theme), self.selected_ids()
        self._entries.fold(heading.theme, folded)
        self._mark(marked)
        self.set_current(row)

    def set_current(self, row: int) -> None:
        """Put the keyboard on a row without choosing anything."""
        self.selectionModel().setCurrentIndex(self._entries.index(row, 0), Flag.NoUpdate)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        now, key = self.currentIndex(), Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and now.isValid():
            self._open(now)
        elif key == Qt.Key.Key_Delete and self.selected_ids():
            self.remove_wanted.emit(self.selected_ids())
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk(key, event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space) and (
            self._fold_by_key(key, now)
        ):
            pass
        else:
            super().keyPressEvent(event)

    def _fold_by_key(self, key: Qt.Key, now: Index) -> bool:
        """Left folds the theme in which the keyboard is, Right and Space on its name open it."""
        heading = self._entries.heading_at(now.row())
        if key == Qt.Key.Key_Left:
            heading = self._entries.heading_at(self._entries.heading_row(now.row()))
        if heading is None:
            return False
        self._fold(heading, not heading.folded if key == Qt.Key.Key_Space
                   else key == Qt.Key.Key_Left)
        return True

    def _walk(self, key: Qt.Key, event: QKeyEvent) -> None:
        """Up and down among what is shown; onto the name of a theme only where it is folded."""
        count, row = self._entries.rowCount(), self.currentIndex().row()
        step = 1 if key in (Qt.Key.Key_Down, Qt.Key.Key_Home) else -1
        row = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: count - 1}.get(key, row + step)
        while (heading := self._entries.heading_at(row)) is not None and not heading.folded:
            row += step
        if not 0 <= row < count:
            return
        index = self._entries.index(row, 0)
        if heading is not None:
            self.set_current(row)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.selectionModel().setCurrentIndex(index, Flag.Select | Flag.Rows)
        else:
            self.selectRow(row)
        self.scrollTo(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        heading = self._entries.heading_at(index.row())
        if heading is not None and event.button() == Qt.MouseButton.LeftButton:
            self._fold(heading, not heading.folded)
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._entries.heading_at(self.indexAt(event.position().toPoint()).row()) is None:
            super().mouseDoubleClickEvent(event)

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if self._entries.id_at(index.row()) is None:
            return
        if not self.selectionModel().isRowSelected(index.row(), QModelIndex()):
            self.selectRow(index.row())
        spot = event.pos() if by_mouse else self.visualRect(index).center()
        self.menu_wanted.emit(self.selected_ids(), self.viewport().mapToGlobal(spot))

    # Widths -----------------------------------------------------------------------------------

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        self._mark_headings()
        self.horizontalHeader().setFixedHeight(theme.px(HEADER))
        room = self.viewport().width()
        wide = {column: theme.px(px) for column, px in WIDTHS.items()}
        for column, narrower in ((STEP, STEP_WORDS), (RECEIVED, 0)):
            if room - sum(wide.values()) < theme.px(LEAST_TOPIC):
                wide[column] = theme.px(narrower)
        for column, px in wide.items():
            self.setColumnHidden(column, not px)
            self.setColumnWidth(column, px)
        self.setColumnWidth(TOPIC, max(theme.px(120), room - sum(wide.values())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_quiet"):
            self._fit()
