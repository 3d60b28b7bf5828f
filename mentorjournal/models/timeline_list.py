"""The timeline as a list: every mark of every lane in a row, sorted by day, person or kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt

from mentorjournal.journal import timeline_words
from mentorjournal.mentoring.timeline import MARK_KINDS, Lane, Mark
from mentorjournal.models.record_list import ROOT, Column, RecordList
from mentorjournal.store.search import fold
from mentorjournal.words import family_first, short_day, tr

FEW = 64  # rows that come or go one by one; of more the list is shown anew
PAGE = 64  # rows whose words are read together when one of them is shown
Key = tuple[str, int, str]
NEWEST_FIRST = (0, Qt.SortOrder.DescendingOrder)


class TimelineRow(NamedTuple):
    """One mark, and whose lane it is in; `sorted_name` is the name as a list is sorted by it."""

    # A tuple, because twenty years have forty thousand of them.
    person_id: int
    name: str
    sorted_name: str
    mark: Mark
    as_of: date

    @property
    def key(self) -> Key:
        """What tells it from every other row: that of its mark."""
        return self.mark.key


def rows_of(lanes: Iterable[Lane], as_of: date) -> list[TimelineRow]:
    """A row for every mark of these lanes."""
    rows = []
    for lane in lanes:
        sorted_name = fold(family_first(lane.name))
        rows += [
            TimelineRow(lane.person_id, lane.name, sorted_name, mark, as_of) for mark in lane.marks
        ]
    return rows


def kind_words(kind: str) -> str:
    """What a kind of mark is called."""
    return {
        "meeting": tr("Meeting"), "message": tr("Contact"), "feedback": tr("Feedback"),
        "told": tr("Feedback I gave"),
        "thanks": tr("Thanks"), "letter": tr("Letter"), "milestone": tr("Milestone"),
    }[kind]


def day_words(row: TimelineRow) -> str:
    """The day, with the year unless it is this one."""
    return short_day(row.mark.day, row.as_of)


def sentence(row: TimelineRow, words: str) -> str:
    """The whole row in one line, for screen readers."""
    what = timeline_words.said(row.mark)
    said = tr("{day}, {name}, {what}", day=day_words(row), name=row.name,
              what=what[:1].lower() + what[1:])
    return tr("{row}: {words}", row=said, words=words) if words else said


class TimelineList(RecordList[TimelineRow]):
    """Rows sorted by a column; those that are alike in it stand by day, the newest first."""

    def __init__(
        self, words_of: Callable[[Sequence[Mark]], Sequence[str]], parent: QObject | None = None
    ) -> None:
        """`words_of` reads one line for each of the marks it is given."""
        super().__init__(self._columns(), lambda row: str(row.key), parent)
        self._words_of = words_of
        self._words: dict[Key, str] = {}
        self._every: list[TimelineRow] = []
        self.order = NEWEST_FIRST

    def _columns(self) -> tuple[Column[TimelineRow], ...]:
        spoken = {int(Qt.ItemDataRole.AccessibleTextRole):
                  lambda row: sentence(row, self.words(row))}
        tip = int(Qt.ItemDataRole.ToolTipRole)
        return (
            Column(tr("Day"), day_words, lambda row: row.mark.day, spoken),
            Column(tr("Person"), lambda row: row.name, lambda row: row.sorted_name,
                   {**spoken, tip: lambda row: row.name}),
            Column(tr("Kind"), lambda row: timeline_words.said(row.mark),
                   lambda row: (MARK_KINDS.index(row.mark.kind), row.mark.part), spoken),
            Column(tr("What it was"), self.words, None, {**spoken, tip: self.words}),
        )

    def words(self, row: TimelineRow) -> str:
        """What the row was about, read when it is first asked for, with those around it."""
        if row.key not in self._words:
            self._read_around(row)
        return self._words[row.key]

    def _read_around(self, row: TimelineRow) -> None:
        at = self.row_of_key(row.key)
        page = self._records[max(0, at - PAGE // 2) : at + PAGE] if at >= 0 else [row]
        found = self._words_of([one.mark for one in page])
        for one, text in zip(page, found, strict=True):
            what = timeline_words.said(one.mark)
            self._words[one.key] = "" if text == what else text.removeprefix(f"{what}: ")

    def forget_words(self) -> None:
        """Read words again when they are next shown, because some have changed."""
        self._words.clear()
        if self._records:
            last = self.index(len(self._records) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def set_rows(self, rows: Sequence[TimelineRow]) -> None:
        """Show these rows in the order chosen before."""
        self._every = sorted(rows, key=lambda row: row.mark.day, reverse=True)
        self._show()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        if 0 <= column < len(self.columns) and self.columns[column].sort is not None:
            self.order = (column, order)
            self._show()

    def row_of_key(self, key: Key) -> int:
        """The row of a mark, -1 when it is not shown."""
        return next((at for at, row in enumerate(self._records) if row.key == key), -1)

    def row_of_today(self) -> int:
        """The row nearest to today, whatever the order; -1 in an empty list."""
        away = [abs((row.mark.day - row.as_of).days) for row in self._records]
        return away.index(min(away)) if away else -1

    def _show(self) -> None:
        column, order = self.order
        by = self.columns[column].sort
        assert by is not None
        wanted = self._every
        if self.order != NEWEST_FIRST:  # so they stand already
            wanted = sorted(wanted, key=by, reverse=order == Qt.SortOrder.DescendingOrder)
        now, then = [row.key for row in self._records], [row.key for row in wanted]
        before, after = set(now), set(then)
        few = len(before ^ after) <= FEW
        if few and [k for k in then if k in before] == [k for k in now if k in after]:
            self._patch(wanted, before, after)
        else:
            self.beginResetModel()
            self._records = list(wanted)
            self.endResetModel()

    def _patch(self, wanted: Sequence[TimelineRow], before: set[Key], after: set[Key]) -> None:
        """Take out the few that went and put in the few that came; the others keep their places."""
        if before - after:
            for at in range(len(self._records) - 1, -1, -1):
                if self._records[at].key not in after:
                    self.remove_row(at)
        if after - before:
            for at, row in enumerate(wanted):
                if row.key not in before:
                    self.beginInsertRows(ROOT, at, at)
                    self._records.insert(at, row)
                    self.endInsertRows()
        for at, row in enumerate(wanted):
            self.replace(at, row)
