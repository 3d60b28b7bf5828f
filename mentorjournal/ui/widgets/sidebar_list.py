"""One list of sidebar entries: icon, label, count or shortcut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mentorjournal.ui import theme
from mentorjournal.ui.icons import paint_icon
from mentorjournal.ui.widgets.label import plain_tooltip
from mentorjournal.ui.widgets.painted_text import paint_line

if TYPE_CHECKING:
    from mentorjournal.ui.widgets.sidebar import SidebarEntry

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ENTRY = Qt.ItemDataRole.UserRole + 1
OPEN = Qt.ItemDataRole.UserRole + 2
ROW = 34  # an entry of 32 and 2 of air
INSET = 8
ICON = 17


class _Entries(QAbstractListModel):
    """The entries, and which one is open."""

    def __init__(self, entries: Sequence[SidebarEntry], parent: QWidget) -> None:
        super().__init__(parent)
        self.entries = list(entries)
        self.open_key = ""
        self.rail = False

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        answers = {
            Qt.ItemDataRole.DisplayRole: entry.label,
            Qt.ItemDataRole.AccessibleTextRole: _sentence(entry),
            ENTRY: entry,
            OPEN: entry.key == self.open_key,
        }
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(_sentence(entry)) if self.rail or entry.count_words else None
        return answers.get(role)

    def row_of(self, key: str) -> int:
        """The row of an entry, -1 when it is not in this list."""
        return next((row for row, each in enumerate(self.entries) if each.key == key), -1)

    def tell_all(self) -> None:
        """Every row may look different now."""
        if self.entries:
            self.dataChanged.emit(self.index(0), self.index(len(self.entries) - 1))


class _EntryDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(40), theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, is_open = index.data(ENTRY), bool(index.data(OPEN))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        patch = area.adjusted(theme.px(INSET), 1, -theme.px(INSET), -1)
        self._paint_ground(painter, patch, option, is_open)
        rail = index.model().rail
        side = theme.px(ICON)
        left = patch.center().x() - side / 2 if rail else area.left() + theme.px(18)
        place = QRectF(left, int(area.center().y() - side / 2 + 0.6), side, side)
        token = "accent" if is_open else "muted"
        paint_icon(painter, place, entry.icon, theme.color(token), filled=is_open)
        if not rail:
            self._paint_words(painter, area, entry, is_open)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, patch: QRectF, option: QStyleOptionViewItem, is_open: bool
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if is_open:
            painter.setBrush(theme.color("accent-sel"))
            painter.drawRoundedRect(patch, 6, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.color("neutral-tint" if theme.is_dark() else "line"))
            painter.drawRoundedRect(patch, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(patch.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_words(
        self, painter: QPainter, area: QRectF, entry: SidebarEntry, is_open: bool
    ) -> None:
        room = area.adjusted(theme.px(45), 0, -theme.px(18), 0)
        right = Qt.AlignmentFlag.AlignRight
        ink = theme.color("accent-ink" if is_open else "ink2")
        muted = ink if is_open else theme.color("muted")
        label = theme.font("heading" if is_open else "body")
        width = 0.0
        if entry.count:
            font = theme.font("small")
            if is_open:
                font.setWeight(theme.font("heading").weight())
            words = str(entry.count)
            width = paint_line(painter, room, words, font, muted, right, beside=label)
        elif entry.shortcut:
            font = theme.font("micro")
            width = paint_line(painter, room, entry.shortcut, font, muted, right, beside=label)
        room.setRight(room.right() - width - (theme.px(6) if width else 0))
        paint_line(painter, room, entry.label, label, ink)


class SidebarList(QListView):
    """Entries one below the other, as high as they need; `chosen` carries a key."""

    chosen = Signal(str)

    def __init__(
        self, entries: Sequence[SidebarEntry], words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sidebarList")
        self.setAccessibleName(words)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._model = _Entries(entries, self)
        self.setModel(self._model)
        self.setItemDelegate(_EntryDelegate(self))
        self.clicked.connect(self._choose)

    def entries(self) -> list[SidebarEntry]:
        """The entries with their present counts."""
        return list(self._model.entries)

    def open_key(self) -> str:
        """The key of the entry marked as open, "" for none."""
        return self._model.open_key

    def set_open(self, key: str) -> None:
        """Mark an entry as open; one that is not here unmarks all."""
        row = self._model.row_of(key)
        self._model.open_key = key if row >= 0 else ""
        if row >= 0:
            self.setCurrentIndex(self._model.index(row))
        self._model.tell_all()

    def set_count(self, key: str, count: int, words: str) -> None:
        """Show a count, where the entry is here."""
        row = self._model.row_of(key)
        if row >= 0:
            entry = self._model.entries[row]
            self._model.entries[row] = replace(entry, count=count, count_words=words)
            self._model.tell_all()

    def set_rail(self, rail: bool) -> None:
        """Icons only, or icons and words."""
        self._model.rail = rail
        self._model.tell_all()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(56), self._model.rowCount() * theme.px(ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme.px(ROW) if self._model.rowCount() else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.currentIndex().isValid():
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.entries[index.row()].key)


def _sentence(entry: SidebarEntry) -> str:
    parts = [entry.label]
    if entry.count:
        parts.append(entry.count_words or str(entry.count))
    if entry.shortcut:
        parts.append(entry.shortcut)
    return ", ".join(parts)
