"""The coverage matrix: the five roles down, levels or areas across, who stands where, and gaps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mentorjournal.ui import theme
from mentorjournal.ui.icons import paint_icon
from mentorjournal.ui.widgets.avatar import paint_avatar, photo_pixmap
from mentorjournal.ui.widgets.label import plain_tooltip
from mentorjournal.ui.widgets.painted_text import paint_line
from mentorjournal.words import tr

FIRST, HEADER, ROW = 98, 28, 40
SIDE, SPACE, TAIL = 24, 4, 16

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@dataclass(frozen=True)
class MatrixPerson:
    """Somebody in a cell; `standing` is "mentor" or "candidate"."""

    id: int
    name: str
    initials: str
    standing: str = "mentor"
    photo: bytes | None = None


@dataclass(frozen=True)
class MatrixCell:
    """Who stands in a cell, and whether a rule says that somebody is missing there."""

    people: tuple[MatrixPerson, ...] = ()
    is_gap: bool = False


Words = Sequence[tuple[str, str]]  # pairs of id and words
Cells = Mapping[tuple[str, str], MatrixCell]


class _Matrix(QAbstractTableModel):
    """Rows are roles; the first column names them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Words = ()
        self.across: Words = ()
        self.cells: Cells = {}

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.across) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled
        return usual | Qt.ItemFlag.ItemIsSelectable if index.column() else usual

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.across[section - 1][1] if section else ""
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            words = self.words(index)
            return plain_tooltip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        if role == Qt.ItemDataRole.DisplayRole and not index.column():
            return self.rows[index.row()][1]
        return None

    def cell(self, index: Index) -> MatrixCell:
        """The cell behind an index; an empty one for the names of roles."""
        if not index.isValid() or not index.column():
            return MatrixCell()
        return self.cells.get(self.place(index), MatrixCell())

    def place(self, index: Index) -> tuple[str, str]:
        """The ids of role and column."""
        return self.rows[index.row()][0], self.across[index.column() - 1][0]

    def words(self, index: Index) -> str:
        """The cell as a sentence."""
        row = self.rows[index.row()][1]
        if not index.column():
            return row
        cell = self.cell(index)
        names = [
            tr("{name} (candidate)", name=one.name) if one.standing == "candidate" else one.name
            for one in cell.people
        ]
        if cell.is_gap:
            names.append(tr("gap, nobody yet"))
        who = ", ".join(names) or tr("nobody")
        return tr(
            "{role}, {column}: {who}", role=row, column=self.across[index.column() - 1][1], who=who
        )


class _Cells(QStyledItemDelegate):
    """Paints the names of roles with their dots, avatars, and gaps."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        room = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not index.column():
            self._paint_role(painter, room, *model.rows[index.row()])
            painter.restore()
            return
        cell = model.cell(index)
        if cell.is_gap and not cell.people:
            painter.fillRect(room, theme.color("warn-tint"))
            self._paint_gap(painter, room)
        else:
            if option.state & QStyle.StateFlag.State_MouseOver and cell.people:
                painter.fillRect(room, theme.color("hover"))
            self._paint_people(painter, room, cell, model.place(index)[0])
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(2, 2, -2, -2), 5, 5)
        painter.restore()

    def _paint_role(self, painter: QPainter, room: QRectF, role: str, words: str) -> None:
        side = theme.px(8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.role_colors(role).solid)
        left = room.left() + theme.px(10)
        painter.drawEllipse(QRectF(left, room.center().y() - side / 2, side, side))
        room.setLeft(left + side + theme.px(8))
        room.setRight(room.right() - 2)
        paint_line(painter, room, words, theme.font("label"), theme.color("ink"))

    def _paint_gap(self, painter: QPainter, room: QRectF) -> None:
        font, words = theme.font("label"), tr("Gap")
        side = theme.px(14)
        width = side + theme.px(4) + QFontMetricsF(font).horizontalAdvance(words)
        left = room.center().x() - width / 2
        spot = QRectF(left, room.center().y() - side / 2, side, side)
        paint_icon(painter, spot, "warning", theme.color("warn"))
        room.setLeft(left + side + theme.px(4))
        paint_line(painter, room, words, font, theme.color("warn"))

    def _paint_people(
        self, painter: QPainter, room: QRectF, cell: MatrixCell, role: str
    ) -> None:
        spots = avatar_spots(room, len(cell.people))
        ratio = painter.device().devicePixelRatioF()
        for spot, one in zip(spots, cell.people, strict=False):
            photo = photo_pixmap(one.photo, round(spot.width() * ratio))
            paint_avatar(painter, spot, one.initials, role, one.standing, photo=photo)
        more = len(cell.people) - len(spots)
        if more:
            room.setLeft(spots[-1].right() + 3)
            paint_line(painter, room, f"+{more}", theme.font("micro"), theme.color("muted"))


class _Header(QHeaderView):
    """The names of the columns, small and centred, over a line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setProperty("clear", True)
        self.setMinimumSectionSize(1)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        words = self.model().headerData(section, Qt.Orientation.Horizontal)
        middle = Qt.AlignmentFlag.AlignHCenter
        room = QRectF(rect).adjusted(2, 0, 0, -1)
        font = theme.font("micro")
        if QFontMetricsF(font).horizontalAdvance(words) <= room.width():
            paint_line(painter, room, words, font, theme.color("muted"), middle)
        else:  # on two lines rather than cut
            painter.setFont(font)
            painter.setPen(theme.color("muted"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), words)
        if section:
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawLine(rect.topLeft(), rect.bottomLeft())


def avatar_spots(room: QRectF, count: int) -> list[QRectF]:
    """Where up to `count` avatars stand in a cell; fewer where there is only room for "+2"."""
    side, space, tail = theme.px(SIDE), theme.px(SPACE), theme.px(TAIL)
    inside = room.width() - 8
    if count <= (inside + space) // (side + space):
        shown, tail = count, 0
    else:
        shown = max(1, int((inside - tail) // (side + space)))
        side = min(side, int(inside - tail - space))  # "+2" has its room before the avatar
    width = shown * (side + space) - space + (tail + space if tail else 0)
    left = room.left() + (room.width() - width) / 2
    top = room.center().y() - side / 2
    return [QRectF(left + n * (side + space), top, side, side) for n in range(shown)]


class CoverageMatrix(QTableView):
    """The table. A click on somebody chooses them, on a gap asks for somebody there."""

    person_chosen = Signal(int)
    gap_chosen = Signal(str, str)  # ids of role and column

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Its own: asking for the one Qt makes lets PySide look through nearly every class.
        self.setViewport(QWidget())
        self._matrix = _Matrix(self)
        self.setModel(self._matrix)
        self.setItemDelegate(_Cells(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Coverage"))
        self.setProperty("clear", True)
        self.setHorizontalHeader(_Header(self))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self._fit()

    def set_cells(self, rows: Words, across: Words, cells: Cells) -> None:
        """Show this matrix; `rows` are roles, `cells` are keyed by (role id, column id)."""
        now = self._matrix
        if (tuple(rows), tuple(across), dict(cells)) == (now.rows, now.across, now.cells):
            return
        same_shape = tuple(rows) == now.rows and tuple(across) == now.across
        if same_shape:
            now.cells = dict(cells)
            now.dataChanged.emit(now.index(0, 0), now.index(len(rows) - 1, len(across)))
        else:
            now.beginResetModel()
            now.rows, now.across, now.cells = tuple(rows), tuple(across), dict(cells)
            now.endResetModel()
        self._fit()
        self.update()

    def activate(self, index: Index, at: QPoint | None = None) -> None:
        """As a click or Enter does: the gap, the only person, or a menu of several."""
        cell = self._matrix.cell(index)
        if cell.is_gap and not cell.people:
            self.gap_chosen.emit(*self._matrix.place(index))
        elif len(cell.people) == 1:
            self.person_chosen.emit(cell.people[0].id)
        elif cell.people:
            hit = self._hit(index, at)
            if hit is not None:
                self.person_chosen.emit(hit)
            else:
                self._menu(index, cell)

    def _hit(self, index: Index, at: QPoint | None) -> int | None:
        if at is None:
            return None
        people = self._matrix.cell(index).people
        spots = avatar_spots(QRectF(self.visualRect(index)), len(people))
        for spot, one in zip(spots, people, strict=False):
            if spot.contains(at.toPointF()):
                return one.id
        return None

    def _menu(self, index: Index, cell: MatrixCell) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in cell.people:
            action = menu.addAction(one.name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, key=one.id: self.person_chosen.emit(key))
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activate(self.currentIndex())
            return
        super().keyPressEvent(event)
        if self.currentIndex().isValid() and not self.currentIndex().column():
            self.setCurrentIndex(self._matrix.index(self.currentIndex().row(), 1))

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() or not self.currentIndex().column():
            self.setCurrentIndex(self._matrix.index(0, 1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self.indexAt(at).isValid():
            self.activate(self.indexAt(at), at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        cell = self._matrix.cell(self.indexAt(event.position().toPoint()))
        live = bool(cell.people or cell.is_gap)
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if live else Qt.CursorShape.ArrowCursor
        )

    # Looks ------------------------------------------------------------------------------------

    def _fit(self) -> None:
        rows = max(1, len(self._matrix.rows))
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        self.horizontalHeader().setFixedHeight(theme.px(HEADER))
        self.setFixedHeight(theme.px(HEADER) + rows * theme.px(ROW))
        self._share()

    def _share(self) -> None:
        columns = len(self._matrix.across)
        if not columns:
            return
        first = theme.px(FIRST)
        width = self.width() - first
        self.setColumnWidth(0, first)
        for n in range(columns):
            self.setColumnWidth(n + 1, width * (n + 1) // columns - width * n // columns)

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_matrix"):
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(304), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(theme.color("line"), 1))
        room = self.viewport().rect()
        for row in range(1, len(self._matrix.rows)):
            y = self.rowViewportPosition(row)
            painter.drawLine(0, y, room.width(), y)
        for column in range(1, len(self._matrix.across) + 1):
            x = self.columnViewportPosition(column)
            painter.drawLine(x, 0, x, room.height())
