"""The list of accomplishments: three painted lines a row, walked by keyboard."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from mentorjournal.models.accomplishment_list import (
    AccomplishmentList,
    AccomplishmentRow,
    competency_words,
    day_words,
    number_words,
    owed_words,
    with_words,
)
from mentorjournal.models.roles import Role
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.chip import chip_colors, chip_size, paint_chip
from mentorjournal.ui.widgets.label import plain_tooltip
from mentorjournal.ui.widgets.painted_text import paint_line, paint_pieces
from mentorjournal.words import tr

Index = QModelIndex | QPersistentModelIndex
State = QStyle.StateFlag
ROW = 84
SIDE, DAY, GAP = 24, 92, 12
CHIP_GAP, LEAST_CHIP = 6, 80
WIDE = 420  # px of a row in which there is room for chips beside long names
CHIPS = 0.35  # of a row's width, where the names are long


class AccomplishmentCells(QStyledItemDelegate):
    """Day and title, what came of it, and who contributed with what it shows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(320), theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: AccomplishmentRow = index.data(Role.RECORD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(option.rect)
        selected = bool(option.state & State.State_Selected)
        if selected or option.state & State.State_MouseOver:
            painter.fillRect(room, theme.color("accent-sel" if selected else "hover"))
        painter.fillRect(
            QRectF(room.left(), room.bottom() - 1, room.width(), 1), theme.color("line"))
        if selected and self.parent().hasFocus():
            painter.fillRect(
                QRectF(room.left(), room.top(), 3, room.height() - 1), theme.color("accent"))
        self._paint_lines(
            painter, room.adjusted(theme.px(SIDE), 0, -theme.px(SIDE), -1), row, selected)
        painter.restore()

    def _paint_lines(
        self, painter: QPainter, room: QRectF, row: AccomplishmentRow, selected: bool
    ) -> None:
        quiet = "ink2" if selected else "muted"
        heights = [theme.line("row-title")]
        heights += [theme.line("small") + theme.px(1)] if row.about.result else []
        heights += [theme.px(24)] if row.contributors or row.about.competencies else []
        top = room.center().y() - sum(heights) / 2
        first = QRectF(room.left(), top, room.width(), heights[0])
        paint_line(painter, first.adjusted(0, 0, theme.px(DAY) - room.width(), 0), day_words(row),
                   theme.font("small"), theme.color(quiet), beside=theme.font("row-title"))
        first.setLeft(first.left() + theme.px(DAY + GAP))
        self._paint_title(painter, first, row, selected)
        line = QRectF(first.left(), first.bottom(), first.width(), 0)
        if row.about.result:
            line.setHeight(heights[1])
            paint_line(painter, line, row.about.result, theme.font("small"), theme.color("ink2"))
            line.moveTop(line.bottom())
        if row.contributors or row.about.competencies:
            line.setHeight(theme.px(24))
            self._paint_people(painter, line.adjusted(0, theme.px(3), 0, 0), row, selected)

    def _paint_title(
        self, painter: QPainter, room: QRectF, row: AccomplishmentRow, selected: bool
    ) -> None:
        words, small = number_words(row), theme.font("label")
        if words:
            wide = QFontMetricsF(small).horizontalAdvance(words[:80]) + 1
            end = QRectF(room)
            end.setLeft(room.right() - min(wide, room.width() * 0.4))
            paint_line(painter, end, words, small, theme.color("ink2"),
                       Qt.AlignmentFlag.AlignRight, beside=theme.font("row-title"))
            room = room.adjusted(0, 0, end.left() - room.right() - theme.px(GAP), 0)
        paint_line(painter, room, row.about.title,
                   theme.font("heading" if selected else "row-title"),
                   theme.color("accent-ink" if selected else "ink"))

    def _paint_people(
        self, painter: QPainter, room: QRectF, row: AccomplishmentRow, selected: bool
    ) -> None:
        quiet = "ink2" if selected else "muted"
        small = theme.font("small")
        who, note = with_words(row), owed_words(row)
        metrics = QFontMetricsF(small)
        taken = metrics.horizontalAdvance(f" · {note}") + 2 if note else 0.0
        wanted = metrics.horizontalAdvance(who) + taken + theme.px(2 * GAP) if who else 0.0
        # In a narrow list what it shows gives way to who contributed; the details say it too.
        least = 1.0 if not who else CHIPS if room.width() >= theme.px(WIDE) else 0.0
        most = max(room.width() - wanted, room.width() * least)
        left = self._paint_chips(painter, room, _fitting(competency_words(row), most), selected)
        rest = room.adjusted(0, 0, left - room.right() - theme.px(GAP), 0)
        # Names give way; that somebody is owed credit is always said in full.
        names, pieces = rest.adjusted(0, 0, -taken, 0), [(note, "warn" if row.is_late else quiet)]
        if not note or names.width() > theme.px(LEAST_CHIP):
            rest.setLeft(rest.left() + paint_line(painter, names, who, small, theme.color(quiet)))
            pieces = [(" · ", quiet), *pieces]
        if note:
            paint_pieces(painter, rest, pieces, small)

    def _paint_chips(
        self, painter: QPainter, room: QRectF, shown: list[tuple[str, int]], selected: bool
    ) -> float:
        """What it shows, from the right; where the first one begins."""
        left = room.right()
        fill, ink = chip_colors("neutral")
        if selected:
            fill = theme.color("surface")
        for words, width in reversed(shown):
            left -= width
            height = chip_size(words).height()
            spot = QRectF(left, round(room.center().y() - height / 2), width, height)
            paint_chip(painter, spot, words, fill, ink)
            left -= theme.px(CHIP_GAP)
        return left

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        row: AccomplishmentRow = index.data(Role.RECORD)
        room = option.rect.width() - theme.px(2 * SIDE + DAY + GAP)
        cut = QFontMetricsF(theme.font("row-title")).horizontalAdvance(row.about.title[:300])
        QToolTip.showText(
            event.globalPos(), plain_tooltip(row.about.title) if cut > room * 0.6 else "", view)
        return True


def _fitting(words: list[str], most: float) -> list[tuple[str, int]]:
    """The first of `words` whose chips fit into `most` px, each with its width, and how many more.

    Where not even one fits, it is cut, or left out where too little of it would be seen.
    """
    for count in range(len(words), 0, -1):
        shown = words[:count]
        if count < len(words):
            shown = [*shown, tr("+{n}", n=len(words) - count)]
        sized = [(one, chip_size(one).width()) for one in shown]
        over = sum(width + theme.px(CHIP_GAP) for _, width in sized) - most
        if over <= 0:
            return sized
    first, width = sized[0] if words else ("", 0)
    if not words or width - over < min(width, theme.px(LEAST_CHIP)):
        return []
    return [(first, round(width - over)), *sized[1:]]


class AccomplishmentView(QListView):
    """`chosen` carries the row a person went to, `opened` one that was pressed twice or entered."""

    chosen = Signal(object)
    opened = Signal(int)
    remove_wanted = Signal(int)
    menu_wanted = Signal(object, object)  # the row, and where on the screen

    def __init__(self, model: AccomplishmentList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = model
        self._quiet = False
        self.setModel(model)
        self.setItemDelegate(AccomplishmentCells(self))
        self.setAccessibleName(tr("Accomplishments"))
        self.setProperty("clear", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._at(index).id))

    def _at(self, index: Index) -> AccomplishmentRow:
        return self._list.record_at(index.row())

    def current_row(self) -> AccomplishmentRow | None:
        """The row that is selected."""
        index = self.currentIndex()
        return self._at(index) if index.isValid() else None

    def set_quiet(self, quiet: bool) -> None:
        """Say nothing of the moves of the current row while the list is brought up to date."""
        self._quiet = quiet

    def select_quietly(self, row: int) -> None:
        """Select a row without saying so; -1 selects none."""
        before, self._quiet = self._quiet, True
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self._list.index(row, 0))
        self._quiet = before

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if not self._quiet and current.isValid():
            self.chosen.emit(self._at(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        if row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(row.id)
        elif row is not None and event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit(row.id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            spot = event.pos() if by_mouse else self.visualRect(index).center()
            self.menu_wanted.emit(self._at(index), self.viewport().mapToGlobal(spot))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.model() is not None:
            self.scheduleDelayedItemsLayout()
