"""The base of lists and tables: columns declared, records held in order, the least refresh."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from mentorjournal.models.roles import Role

FEW = 64  # rows that come or go one by one; of more the list is shown anew
R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@dataclass(frozen=True)
class Column(Generic[R]):
    """A column: its words, what it shows, what it is sorted by, and further roles."""

    words: str
    text: Callable[[R], str]
    sort: Callable[[R], Any] | None = None
    roles: Mapping[int, Callable[[R], Any]] = field(default_factory=dict)


class RecordList(QAbstractTableModel, Generic[R]):
    """Records in rows. `key` tells which record is which; the model never writes."""

    def __init__(
        self, columns: Sequence[Column[R]], key: Callable[[R], int | str],
        parent: QObject | None = None,
    ) -> None:
        """An empty list with these columns."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._records: list[R] = []

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        record = self._records[index.row()]
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(record)
        if role == Role.RECORD:
            return record
        answer = column.roles.get(role)
        return answer(record) if answer else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].words
        return None

    def records(self) -> Sequence[R]:
        """The records in their order."""
        return tuple(self._records)

    def record_at(self, row: int) -> R:
        """The record of a row."""
        return self._records[row]

    def row_of(self, key: int | str) -> int:
        """The row of a record, -1 when it is not here."""
        return next((i for i, r in enumerate(self._records) if self._key(r) == key), -1)

    def set_records(self, records: Iterable[R]) -> None:
        """Show `records` in this order, with the smallest notices that say so."""
        wanted = list(records)
        staying = {self._key(record) for record in wanted}
        if len(staying) < len(wanted):
            raise ValueError("two records have the same key")
        for row in range(len(self._records) - 1, -1, -1):
            if self._key(self._records[row]) not in staying:
                self.remove_row(row)
        for row, record in enumerate(wanted):
            self._settle(row, record)

    def show_records(self, records: Iterable[R]) -> None:
        """Show `records`: row by row where few differ, all anew where many do or the order does."""
        wanted = list(records)
        now, then = [self._key(one) for one in self._records], [self._key(one) for one in wanted]
        stay = set(now) & set(then)
        few = len(set(now) ^ set(then)) <= FEW
        if few and [key for key in now if key in stay] == [key for key in then if key in stay]:
            self.set_records(wanted)
        else:
            self.beginResetModel()
            self._records = wanted
            self.endResetModel()

    def _settle(self, row: int, record: R) -> None:
        """Bring `record` to `row`, where every row before is right already."""
        key = self._key(record)
        if row < len(self._records) and self._key(self._records[row]) == key:
            self.replace(row, record)
            return
        now = next(
            (i for i in range(row, len(self._records)) if self._key(self._records[i]) == key), -1
        )
        if now < 0:
            self.beginInsertRows(ROOT, row, row)
            self._records.insert(row, record)
            self.endInsertRows()
            return
        self.beginMoveRows(ROOT, now, now, ROOT, row)
        self._records.insert(row, self._records.pop(now))
        self.endMoveRows()
        self.replace(row, record)

    def append(self, records: Sequence[R]) -> None:
        """Add records at the end, as paging does."""
        if not records:
            return
        first = len(self._records)
        self.beginInsertRows(ROOT, first, first + len(records) - 1)
        self._records.extend(records)
        self.endInsertRows()

    def replace(self, row: int, record: R) -> None:
        """Show another version of the record in `row`; nothing happens when it is the same."""
        if self._records[row] != record:
            self._records[row] = record
            self.dataChanged.emit(
                self.index(row, 0), self.index(row, len(self.columns) - 1)
            )

    def remove_row(self, row: int) -> None:
        """Take a record out of the list (not out of the journal)."""
        self.beginRemoveRows(ROOT, row, row)
        del self._records[row]
        self.endRemoveRows()
