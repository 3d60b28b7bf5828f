"""The table of the feedback log: topic and giver, day, step and what comes next, read by pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from mentorjournal.journal import feedback_log
from mentorjournal.journal.feedback_log import BY_THEME, Row, Wanted
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import loop
from mentorjournal.mentoring.loop import Move
from mentorjournal.models.record_list import ROOT, Index
from mentorjournal.models.roles import Role
from mentorjournal.words import short_day, tr, trn

PAGE = 60  # rows that are read together when one of them is shown
TOPIC, RECEIVED, STEP, NEXT = range(4)
STEP_PLACE = int(Role.SORT) + 1  # the place of the last step taken

_TONES = {"plain": "ink2", "look": "warn", "act": "alert", "done": "muted"}


class FeedbackList(QAbstractTableModel):
    """Entries by id, in the order of the file; a row is read when it is first shown.

    Sorted by theme a row above each theme names it: that one has no id, and cannot be chosen.
    """

    def __init__(self, journal: Journal, as_of: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self.as_of = as_of
        self.wanted = Wanted()
        self._lines: list[int | str] = []  # the id of an entry, or the words of a heading
        self._places: dict[int, int] = {}
        self._rows: dict[int, Row] = {}

    # What stands in it

    def load(self, as_of: date) -> None:
        """Ask the file again which entries are wanted; what was read of them stays known."""
        if as_of != self.as_of:
            self.as_of = as_of
            self._rows.clear()
        found = feedback_log.ids(self._journal, self.wanted, as_of)
        lines: list[int | str] = list(found)
        if self.wanted.order == BY_THEME:
            lines = self._with_headings(found)
        if lines == self._lines:
            return
        self.beginResetModel()
        self._lines = lines
        self._places = {line: at for at, line in enumerate(lines) if isinstance(line, int)}
        self.endResetModel()

    def _with_headings(self, found: Sequence[int]) -> list[int | str]:
        counts = feedback_log.theme_counts(self._journal)
        self._read(found)
        lines: list[int | str] = []
        before: object = self
        for one in found:
            name = self._rows[one].entry.theme or ""
            if name != before:
                before = name
                known = counts.get(name)
                lines.append(tr(
                    "{theme} · {people}, {times}", theme=name,
                    people=trn("{n} person", "{n} people", known.people),
                    times=trn("{n} time", "{n} times", known.entries),
                ) if known else tr("Without a theme"))
            lines.append(one)
        return lines

    def forget(self, ids: Iterable[int] | None = None) -> None:
        """Read these rows again when they are next shown, or all; they have changed."""
        gone = set(self._rows) if ids is None else set(ids)
        for one in gone:
            self._rows.pop(one, None)
            at = self._places.get(one, -1)
            if at >= 0:
                self.dataChanged.emit(self.index(at, 0), self.index(at, NEXT))

    def ids_with(self, person_ids: Iterable[int]) -> set[int]:
        """The entries read so far that some people gave."""
        wanted = set(person_ids)
        return {key for key, row in self._rows.items() if row.entry.person_id in wanted}

    def count(self) -> int:
        """How many entries stand in it."""
        return len(self._places)

    def row_of(self, feedback_id: int | None) -> int:
        """The row of an entry, -1 when it is not here."""
        return self._places.get(feedback_id, -1) if feedback_id is not None else -1

    def id_at(self, row: int) -> int | None:
        """The entry of a row; None for a heading, and beyond the last one."""
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return line if isinstance(line, int) else None

    def first_row(self) -> int:
        """The first row with an entry, -1 when there is none."""
        return min(self._places.values(), default=-1)

    def record_at(self, row: int) -> Row | None:
        """The entry of a row with what stands around it; None for a heading."""
        key = self.id_at(row)
        if key is None:
            return None
        if key not in self._rows:
            around = self._lines[max(0, row - PAGE // 2) : row + PAGE]
            self._read([one for one in around if isinstance(one, int)])
        return self._rows.get(key)

    def _read(self, wanted: Iterable[int]) -> None:
        missing = [one for one in wanted if one not in self._rows]
        if missing:
            self._rows |= feedback_log.rows(self._journal, missing, self.as_of)

    # For views

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else NEXT + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("Topic"), tr("Heard"), tr("Step"), tr("Next"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.id_at(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if isinstance(line, str):
            spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole,
                      Role.SECTION)
            return line if role in spoken else None
        row = self.record_at(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _CELLS[index.column()](row, self.as_of)
        if role == Role.RECORD:
            return row
        answer = _ROLES.get(role)
        return answer(row, self.as_of) if answer else None


# What a row says ------------------------------------------------------------------------------


def title(row: Row) -> str:
    """The topic, or what was said where it has none."""
    entry = row.entry
    return entry.topic or entry.gist or entry.question or tr("Feedback")


def giver(row: Row, as_of: date) -> str:
    """Who gave it, or was asked for it and when."""
    name = row.person.short_name
    if row.entry.date is None and row.entry.asked_on:
        return tr("{name}, asked {day}", name=name, day=short_day(row.entry.asked_on, as_of))
    if row.person.standing == "mentee":
        return tr("{name}, who you mentor", name=name)
    return name


def move_of(row: Row, as_of: date) -> Move:
    """What comes next."""
    return loop.next_move(row.entry, row.around, as_of)


def _day(row: Row, as_of: date) -> str:
    return short_day(row.entry.date, as_of) if row.entry.date else "—"


def _step(row: Row, as_of: date) -> str:
    return tr("Set aside") if row.entry.set_aside_on else loop.step_words(loop.step(row.entry))


def _sentence(row: Row, as_of: date) -> str:
    said = (giver(row, as_of), _day(row, as_of) if row.entry.date else "", _step(row, as_of),
            move_of(row, as_of).words)
    return tr("{topic}: {facts}", topic=title(row), facts=", ".join(filter(None, said)))


_CELLS: tuple[Callable[[Row, date], str], ...] = (
    lambda row, as_of: title(row), _day, _step, lambda row, as_of: move_of(row, as_of).words,
)
_ROLES: dict[int, Callable[[Row, date], Any]] = {
    int(Role.SECOND): giver,
    int(Role.TONE): lambda row, as_of: _TONES[move_of(row, as_of).tone],
    int(Role.INITIALS): lambda row, as_of: row.person.initials,
    int(Role.ROLE): lambda row, as_of: next(iter(row.person.roles), None),
    int(Role.STANDING): lambda row, as_of: row.person.standing,
    STEP_PLACE: lambda row, as_of: loop.step(row.entry),
    int(Qt.ItemDataRole.AccessibleTextRole): _sentence,
    int(Qt.ItemDataRole.ToolTipRole): lambda row, as_of: title(row),
}
