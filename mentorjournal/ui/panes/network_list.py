"""The people of the map as a table: sorted by any column, walked by keyboard."""

from __future__ import annotations

import math

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from mentorjournal.models.people_list import PeopleList
from mentorjournal.models.roles import Role
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.avatar import paint_avatar, photo_pixmap
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.ui.widgets.label import plain_tooltip
from mentorjournal.ui.widgets.painted_table import dress_table
from mentorjournal.ui.widgets.painted_text import paint_line
from mentorjournal.words import tr

Index = QModelIndex | QPersistentModelIndex
State = QStyle.StateFlag

ROW, HEADER = 52, 32
AVATAR, PAD = 28, 8
NAME, CONTACT = 0, 5  # what one looks for: they get the room their words need
WIDEST = (320, 260)  # px for those two, that one long name does not push the others out
# Least px of a column, and its share of what is left over.
LEAST = (150, 112, 82, 104, 104, 110, 76, 94, 92)
SHARES = (2, 2, 0, 1, 5, 1, 0, 0, 3)
GOING = (8, 4, 3, 7, 1, 6)  # columns that go where there is no room; the details say them too


class PersonCells(QStyledItemDelegate):
    """Two lines a cell, an avatar in the first one, a hairline between rows."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(option.rect)
        selected = bool(option.state & State.State_Selected)
        if selected or option.state & State.State_MouseOver:
            painter.fillRect(room, theme.color("accent-sel" if selected else "hover"))
        painter.fillRect(
            QRectF(room.left(), room.bottom() - 1, room.width(), 1), theme.color("line")
        )
        inside = room.adjusted(theme.px(PAD), 0, -theme.px(PAD) / 2, -1)
        if not index.column():
            inside.setLeft(inside.left() + theme.px(6))
            self._paint_avatar(painter, inside, index, selected)
            view = self.parent()
            if view.hasFocus() and view.currentIndex().row() == index.row():
                bar = QRectF(room.left(), room.top(), 3, room.height() - 1)
                painter.fillRect(bar, theme.color("accent"))
        self._paint_lines(painter, inside, index, selected)
        painter.restore()

    def _paint_avatar(
        self, painter: QPainter, inside: QRectF, index: Index, selected: bool
    ) -> None:
        side = theme.px(AVATAR)
        place = QRectF(inside.left(), round(inside.center().y() - side / 2), side, side)
        ratio = painter.device().devicePixelRatioF()
        paint_avatar(
            painter, place, index.data(Role.INITIALS) or "", index.data(Role.ROLE),
            index.data(Role.STANDING) or "mentor", selected,
            photo_pixmap(index.data(Role.PHOTO), round(side * ratio)),
        )
        inside.setLeft(place.right() + theme.px(10))

    def _paint_lines(
        self, painter: QPainter, inside: QRectF, index: Index, selected: bool
    ) -> None:
        first, second = index.data() or "", index.data(Role.SECOND) or ""
        quiet = "ink2" if selected else "muted"
        tone = index.data(Role.TONE) or "muted"
        if not index.column():
            font, ink = theme.font("heading" if selected else "row-title"), (
                "accent-ink" if selected else "ink"
            )
        else:
            font, ink = theme.font("small"), "ink2" if tone == "muted" else tone
        height = theme.line("row-title" if not index.column() else "small")
        below = theme.line("small") if second else 0
        top = inside.center().y() - (height + below) / 2
        line = QRectF(inside.left(), top, inside.width(), height)
        paint_line(painter, line, first, font, theme.color(ink))
        if second:
            line = QRectF(inside.left(), top + height, inside.width(), below)
            paint_line(painter, line, second, theme.font("small"), theme.color(quiet))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(LEAST[index.column()]), theme.px(ROW))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        whole = str(index.data(Qt.ItemDataRole.ToolTipRole) or index.data() or "")
        lines = [str(index.data() or ""), str(index.data(Role.SECOND) or "")]
        metrics = QFontMetricsF(theme.font("row-title"))
        width = max(metrics.horizontalAdvance(line[:200]) for line in lines)
        taken = theme.px(PAD) * 2 + (theme.px(AVATAR + 16) if not index.column() else 0)
        words = whole if width > option.rect.width() - taken else ""
        QToolTip.showText(event.globalPos(), plain_tooltip(words), view)
        return True


class PeopleTable(QTableView):
    """The table itself."""

    person_chosen = Signal(int)
    person_opened = Signal(int)
    menu_wanted = Signal(int, object)

    def __init__(self, model: PeopleList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = model
        self._sized_by_hand = False
        self._quiet = False
        self._widths_later = QTimer(self)  # once, however many rows have come
        self._widths_later.setSingleShot(True)
        self._widths_later.timeout.connect(lambda: self._share())
        self.setModel(model)
        self.setItemDelegate(PersonCells(self))
        dress_table(self, tr("People"))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        across = self.horizontalHeader()
        across.setSectionsMovable(False)
        across.setMinimumSectionSize(40)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        across.sectionHandleDoubleClicked.connect(lambda _: self._share(anew=True))
        across.sectionResized.connect(self._resized)
        for signal in (model.rowsInserted, model.modelReset, model.dataChanged):
            signal.connect(self._widths_later.start)
        self.doubleClicked.connect(lambda index: self.person_opened.emit(self._id(index)))
        self.selectionModel().currentRowChanged.connect(self._moved)
        self._fit()

    def select(self, person_id: int | None) -> None:
        """Mark a person without telling anybody."""
        self._quiet = True
        row = self._people.row_of(person_id) if person_id is not None else -1
        if row < 0:
            self.clearSelection()
        elif row != self.currentIndex().row() or not self.selectionModel().hasSelection():
            self.selectRow(row)
        self._quiet = False

    def _id(self, index: Index) -> int:
        return self._people.record_at(index.row()).id

    def _moved(self, now: Index) -> None:
        if now.isValid() and not self._quiet and self.hasFocus():
            self.person_chosen.emit(self._id(now))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        now = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and now.isValid():
            self.person_opened.emit(self._id(now))
        elif event.key() == Qt.Key.Key_Space and now.isValid():
            self.selectRow(now.row())
            self.person_chosen.emit(self._id(now))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._people.rowCount():
            last = self._people.rowCount() - 1
            self.selectRow(0 if event.key() == Qt.Key.Key_Home else last)
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
        # A click on the row that is current already chooses it too.
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.person_chosen.emit(self._id(index))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self.selectRow(index.row())
            spot = event.pos() if by_mouse else self.visualRect(index).center()
            self.menu_wanted.emit(self._id(index), self.viewport().mapToGlobal(spot))

    # Widths -----------------------------------------------------------------------------------

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        self.horizontalHeader().setFixedHeight(theme.px(HEADER))
        self._share(anew=True)

    def _share(self, anew: bool = False) -> None:
        """Give every column its least, and what is left over by shares."""
        if self._sized_by_hand and not anew:
            return
        self._sized_by_hand = False
        header = self.horizontalHeader()
        header.blockSignals(True)
        room, least = self.viewport().width(), self._least()
        shown = list(range(len(least)))
        for going in GOING:
            if sum(least[n] for n in shown) > room:
                shown.remove(going)
        spare = max(0, room - sum(least[n] for n in shown))
        shares = sum(SHARES[n] for n in shown)
        for n in range(len(least)):
            self.setColumnHidden(n, n not in shown)
            if n in shown:
                self.setColumnWidth(n, least[n] + spare * SHARES[n] // shares)
        header.blockSignals(False)
        self.viewport().update()

    def _least(self) -> list[int]:
        least = [theme.px(pixels) for pixels in LEAST]
        for column, widest in zip((NAME, CONTACT), WIDEST, strict=True):
            wanted = max((self._wish(row, column) for row in range(self._people.rowCount())),
                         default=0)
            least[column] = max(least[column], min(wanted, theme.px(widest)))
        return least

    def _wish(self, row: int, column: int) -> int:
        """The pixels that the words of a cell need; below a name the rank may be cut."""
        index = self._people.index(row, column)
        if column == NAME:
            room = QFontMetricsF(theme.font("heading")).horizontalAdvance(str(index.data())[:80])
            return math.ceil(room) + theme.px(AVATAR + 6 + 10 + PAD) + theme.px(PAD)
        small = QFontMetricsF(theme.font("small"))
        lines = (str(index.data() or ""), str(index.data(Role.SECOND) or ""))
        return math.ceil(max(map(small.horizontalAdvance, lines))) + 2 * theme.px(PAD)

    def _resized(self, _column: int, _old: int, _new: int) -> None:
        self._sized_by_hand = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_sized_by_hand"):
            self._fit()


class PeopleView(QWidget):
    """The table, or a sentence where the filter lets nobody through."""

    filter_clear_wanted = Signal()

    def __init__(self, model: PeopleList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = model
        self.table = PeopleTable(model)
        self._nobody = EmptyState(
            tr("Nobody matches"), tr("Use fewer words, or show more kinds of people."),
            tr("Show everybody"),
        )
        self._nobody.acted.connect(self.filter_clear_wanted)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nobody)
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            signal.connect(lambda *_: self._choose())

    def _choose(self) -> None:
        self._stack.setCurrentIndex(0 if self._model.rowCount() else 1)


def person_menu(
    parent: QWidget, can_meet: bool, page: object, log: object, prepare: object, edit: object,
    merge: object, remove: object,
) -> QMenu:
    """What can be done with one person."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(tr("Open page"), page)
    menu.addAction(tr("Log a contact…"), log)
    if can_meet:
        menu.addAction(tr("Prepare meeting"), prepare)
    menu.addAction(tr("Edit…"), edit)
    menu.addSeparator()
    menu.addAction(tr("Join with another entry…"), merge)
    menu.addAction(tr("Remove…"), remove)
    return menu
