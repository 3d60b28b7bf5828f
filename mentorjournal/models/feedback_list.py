"""The table of the feedback log: topic and giver, day, step and what comes next, read by pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from mentorjournal.journal import feedback_log
from mentorjournal.journal.feedback_log import BY_THEME, Listed, Row, Wanted
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


@dataclass(frozen=True)
class Heading:
    """A row that names a theme: how many people said it, and how often."""

    theme: str
    people: int
    times: int
    folded: bool = False

    @property
    def words(self) -> str:
        """Such as "Writing · 3 people, 4 times"."""
        if not self.theme:
            return tr("Without a theme · {entries}",
                      entries=trn("{n} entry", "{n} entries", self.times))
        return tr(
            "{theme} · {people}, {times}", theme=self.theme,
            people=trn("{n} person", "{n} people", self.people),
            times=tr("once") if self.times == 1 else trn("{n} time", "{n} times", self.times))


class FeedbackList(QAbstractTableModel):
    """Entries by id, in the order of the file; a row is read when it is first shown.

    Sorted by theme a row above each theme names it: that one has no id, and cannot be chosen, but
    the entries below it can be folded away.
    """

    def __init__(self, journal: Journal, as_of: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self.as_of = as_of
        self.wanted = Wanted()
        self._found: list[Listed] = []
        self._folded: set[str] = set()
        self._lines: list[int | Heading] = []
        self._places: dict[int, int] = {}
        self._rows: dict[int, Row] = {}

    # What stands in it

    def load(self, as_of: date, keep: int | None = None) -> None:
        """Ask the file again which entries are wanted; what was read of them stays known.

        The entry `keep` stays where it was, also when the filter would now hide it.
        """
        if as_of != self.as_of:
            self.as_of = as_of
            self._rows.clear()
        found = feedback_log.listed(self._journal, self.wanted, as_of)
        if keep is not None and all(one.id != keep for one in found):
            self._put_back(found, keep)
        self._found = found
        self._arrange()

    def _put_back(self, found: list[Listed], keep: int) -> None:
        at = next((at for at, one in enumerate(self._found) if one.id == keep), -1)
        if at >= 0 and feedback_log.rows(self._journal, [keep], self.as_of):
            found.insert(at, self._found[at])

    def _arrange(self) -> None:
        lines: list[int | Heading] = [one.id for one in self._found]
        if self.wanted.order == BY_THEME:
            lines = self._with_headings()
        if lines == self._lines:
            return
        self.beginResetModel()
        self._lines = lines
        self._places = {line: at for at, line in enumerate(lines) if isinstance(line, int)}
        self.endResetModel()

    def _with_headings(self) -> list[int | Heading]:
        lines: list[int | Heading] = []
        for name, group in groupby(self._found, key=lambda one: one.theme):
            together = list(group)
            folded = name in self._folded
            lines.append(Heading(
                name, len({one.person_id for one in together}), len(together), folded))
            lines += [] if folded else [one.id for one in together]
        return lines

    def heading_at(self, row: int) -> Heading | None:
        """The heading in a row; None for an entry, and beyond the last one."""
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return line if isinstance(line, Heading) else None

    def heading_row(self, row: int) -> int:
        """The row of the heading above a row, -1 when there is none."""
        return next((at for at in range(row, -1, -1) if self.heading_at(at)), -1)

    def heading_row_of(self, theme: str) -> int:
        """The row that names a theme, -1 when it is not here."""
        named = (self.heading_at(row) for row in range(len(self._lines)))
        return next((at for at, one in enumerate(named) if one and one.theme == theme), -1)

    def fold(self, theme: str, folded: bool) -> None:
        """Put the entries of a theme away, or show them again."""
        if folded:
            self._folded.add(theme)
        else:
            self._folded.discard(theme)
        self._arrange()

    def unfold_for(self, feedback_id: int) -> None:
        """Show the theme in which an entry stands."""
        name = next((one.theme for one in self._found if one.id == feedback_id), None)
        if name in self._folded:
            self.fold(name, False)

    def forget(self, ids: Iterable[int] | None = None) -> None:
        """Read these rows again when they are next shown, or all; they have changed."""
        if ids is None:
            self._rows.clear()
            if self._lines:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, NEXT))
            return
        for one in ids:
            self._rows.pop(one, None)
            at = self._places.get(one, -1)
            if at >= 0:
                self.dataChanged.emit(self.index(at, 0), self.index(at, NEXT))

    def shown_ids(self) -> list[int]:
        """The ids of all entries that the filter lets through, in order."""
        return [one.id for one in self._found]

    def count(self) -> int:
        """How many entries the filter lets through."""
        return len(self._found)

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

    def row_near(self, row: int) -> int:
        """The row of the entry nearest to a row that may be gone, -1 when there is none."""
        return min(self._places.values(), key=lambda one: (abs(one - row), one), default=-1)

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
        if isinstance(line, Heading):
            return _of_heading(line, role)
        row = self.record_at(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _CELLS[index.column()](row, self.as_of)
        if role == Role.RECORD:
            return row
        answer = _ROLES.get(role)
        return answer(row, self.as_of) if answer else None


def _of_heading(heading: Heading, role: int) -> Any:
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return tr("{theme}, folded", theme=heading.words) if heading.folded else heading.words
    if role == Role.RECORD:
        return heading
    return heading.words if role in (Qt.ItemDataRole.DisplayRole, Role.SECTION) else None


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
        return tr("{name}, whom you mentor", name=name)
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
