"""What can still be read of a damaged journal: every row of every page that makes sense.

Neither the schema nor the way to a page is needed: the digest of a row tells which table it is of,
and that it is as it was written. Rows that cannot be told so are kept too, and are named as unsure.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Float, Table

from mentorjournal.store.digests import digest_of
from mentorjournal.store.history import literal
from mentorjournal.store.keys import Key
from mentorjournal.store.pages import BRANCH, INDEX, LEAF, Cell, Pages, Row, Value
from mentorjournal.store.schema import RECORD_TABLES

_UID = re.compile("[0-9a-f]{32}")
_TABLES = {*RECORD_TABLES, "step", "history", "search_entry"}  # that number their rows

Place = tuple[str, int]  # a table and the id of a row
Fits = Callable[[str, str, Value], bool]  # whether a column of a table can take a stored value


@dataclass
class Found:
    """What was found: rows by table and id, in the order of the table's columns."""

    rows: dict[str, dict[int, Row]] = field(
        default_factory=lambda: {name: {} for name in RECORD_TABLES}
    )
    own: dict[str, list[Row]] = field(default_factory=dict)  # the store's own tables
    unsure: set[Place] = field(default_factory=set)  # perhaps not as they were written
    unproven: set[Place] = field(default_factory=set)  # of the unsure: their digest is gone
    earlier: set[Place] = field(default_factory=set)  # of the unsure: an earlier wording
    lost: set[Place] = field(default_factory=set)

    def own_rows(self, name: str) -> list[Row]:
        """The rows of one of the store's own tables."""
        return self.own.get(name, [])


def find(path: Path, key: Key | None, fits: Fits = lambda *_: True) -> Found:
    """Read what is left of `path`, a closed file. Raises OSError.

    `fits` helps to tell what a page is of when neither digests nor the schema are left.
    """
    search = _Search(Pages(path, key), fits)
    search.sort_pages()
    search.name_pages()
    search.take_rows()
    known = set(search.sums) | set(_alive(search.found.own_rows("history")))
    if any(row not in search.found.rows[table] for table, row in known):
        search.take_from_odd_pages()
    found = search.found
    lost = {(table, row) for table, row in known if row not in found.rows[table]}
    _take_earlier(found, lost)
    found.lost = lost - found.earlier
    return found


class _Search:
    """The work of `find`, step by step."""

    def __init__(self, pages: Pages, fits: Fits) -> None:
        self.pages = pages
        self._fits = fits
        self.found = Found()
        self.sums: dict[Place, str] = {}
        self._cells: dict[int, list[Cell]] = {}  # page -> what may be rows of records
        self._parents: dict[int, int] = {}
        self._roots: dict[int, str] = {}
        self._odd: list[int] = []
        self._names: dict[int, str] = {}  # page -> the table it is of

    def sort_pages(self) -> None:
        """Take the rows of the store's own tables, and keep those that may be records."""
        for number in range(1, self.pages.count + 1):
            kind = self.pages.kind(number)
            if kind == BRANCH:
                self._parents.update(dict.fromkeys(self.pages.children(number), number))
            elif kind == LEAF:
                records = [c for c in self.pages.cells(number) if not self._take_own(c)]
                if records:
                    self._cells[number] = records
            elif kind not in INDEX:
                self._odd.append(number)

    def _take_own(self, cell: Cell) -> bool:
        """Whether this is a row of a table of the store's own, or of the schema."""
        name = next((name for name, fits in _OWN.items() if fits(cell.values)), None)
        if name is None:
            return len(cell.values) < 4 or cell.values[0] is not None
        values = cell.values
        if name == "digest":
            self.sums[(str(values[0]), int(str(values[1])))] = str(values[2])
        elif name == "schema":
            if values[0] == "table" and values[1] in RECORD_TABLES:
                self._roots[int(str(values[3]))] = str(values[1])
        elif cell.is_whole:
            row = values if values[0] is not None else (cell.number, *values[1:])
            self.found.own.setdefault(name, []).append(row)
        return True

    def name_pages(self) -> None:
        """Tell which table each page is of: by its digests, by the way to it, by its shape."""
        for number, cells in self._cells.items():
            name = next(filter(None, (self._proven(cell) for cell in cells)), None)
            if name is not None:
                self._names[number] = name
        near = {self._parents[n]: name for n, name in self._names.items() if n in self._parents}
        for number, cells in self._cells.items():
            if number not in self._names:
                name = self._led_to(number) or near.get(self._parents.get(number, 0))
                name = name or self._only_fitting(cells)
                if name is not None:
                    self._names[number] = name

    def _proven(self, cell: Cell) -> str | None:
        """The table whose digest for this row is that of its values."""
        for table in _tables_by_width(len(cell.values)):
            wanted = self.sums.get((table.name, cell.number))
            if wanted is not None and digest_of(_fitted(table, cell)) == wanted:
                return table.name
        return None

    def _led_to(self, number: int) -> str | None:
        """The table that the schema says a page is of."""
        for _ in range(20):  # no tree of pages is as high as that
            if number in self._roots:
                return self._roots[number]
            number = self._parents.get(number, 0)
        return None

    def _only_fitting(self, cells: list[Cell]) -> str | None:
        """The table that alone can have such rows."""
        rows = [cell for cell in cells if _is_record(cell.values)]
        named = [
            table.name for table in RECORD_TABLES.values()
            if rows and all(self._may_be(table, cell) for cell in rows)
        ]
        return named[0] if len(named) == 1 else None

    def _may_be(self, table: Table, cell: Cell) -> bool:
        if len(cell.values) != len(table.c):
            return False
        for column, value in zip(list(table.c)[3:], _fitted(table, cell)[3:], strict=True):
            if value is None:
                fits = column.nullable
            elif column.foreign_keys:
                fits = isinstance(value, int)
            else:
                fits = self._fits(table.name, column.name, value)
            if not fits:
                return False
        return True

    def take_rows(self) -> None:
        """Take every row of the pages that have a name."""
        for number, name in self._names.items():
            table = RECORD_TABLES[name]
            for cell in self._cells[number]:
                if len(cell.values) <= len(table.c):
                    self._take(table, cell)

    def _take(self, table: Table, cell: Cell) -> None:
        row, place = _fitted(table, cell), (table.name, cell.number)
        rows = self.found.rows[table.name]
        if digest_of(row) == self.sums.get(place):
            rows[cell.number] = row
            self.found.unsure.discard(place)
            self.found.unproven.discard(place)
        elif cell.number not in rows and 0 < cell.number < 1 << 40 and isinstance(row[1], str):
            rows[cell.number] = row
            self.found.unsure.add(place)
            if place not in self.sums:
                self.found.unproven.add(place)

    def take_from_odd_pages(self) -> None:
        """Take what is proven from pages that do not say that they hold rows."""
        for number in self._odd:
            for cell in self.pages.cells(number):
                name = self._proven(cell)
                if name is not None:
                    self._take(RECORD_TABLES[name], cell)


def _alive(history: Iterable[Row]) -> Iterator[Place]:
    """The rows that were there after the last change that the history tells of."""
    last: dict[Place, str] = {}
    for _, _, table, row, op, _ in sorted(history, key=lambda each: int(str(each[0]))):
        last[(str(table), int(str(row)))] = str(op)
    return (place for place, op in last.items() if op != "d")


def _take_earlier(found: Found, lost: set[Place]) -> None:
    """Bring lost rows back in the last wording that the history kept."""
    for _, _, table, row, op, before in sorted(
        found.own_rows("history"), key=lambda each: int(str(each[0])), reverse=True
    ):
        place = (str(table), int(str(row)))
        if op != "u" or place not in lost or place in found.earlier:
            continue
        values = _values_before(RECORD_TABLES[place[0]], str(before))
        if values is not None and values[0] == place[1]:
            found.rows[place[0]][place[1]] = values
            found.unsure.add(place)
            found.earlier.add(place)


def _values_before(table: Table, before: str) -> Row | None:
    try:
        kept = {name: literal(text) for name, text in json.loads(before).items()}
    except (ValueError, AttributeError, TypeError):
        return None
    return tuple(kept.get(column.name) for column in table.c)


def _fitted(table: Table, cell: Cell) -> Row:
    """The row as a statement would read it: its id, whole numbers that are fractions, and
    nothing in columns that came after it was written."""
    row: list[Value] = [cell.number]
    for place, column in enumerate(table.c):
        if place:
            value = cell.values[place] if place < len(cell.values) else None
            is_fraction = isinstance(value, int) and isinstance(column.type, Float)
            row.append(float(value) if is_fraction else value)  # type: ignore[arg-type]
    return tuple(row)


def _tables_by_width(width: int) -> list[Table]:
    """The tables a row of so many values may be of, the likeliest first."""
    wide = [table for table in RECORD_TABLES.values() if len(table.c) >= width]
    return sorted(wide, key=lambda table: len(table.c))


# How rows look -----------------------------------------------------------------------------------


def _is_record(values: Row) -> bool:
    return (len(values) > 3 and values[0] is None and isinstance(values[1], str)
            and _UID.fullmatch(values[1]) is not None)


def _shaped(*kinds: type | tuple[type, ...]) -> Callable[[Row], bool]:
    return lambda values: len(values) == len(kinds) and all(
        isinstance(value, kind) for value, kind in zip(values, kinds, strict=True)
    )


_NONE = type(None)
_TEXT = (str, _NONE)
_step, _old_step = _shaped(_NONE, str, str, (int, _NONE), _TEXT), _shaped(
    _NONE, str, str, (int, _NONE))
_history = _shaped(_NONE, int, str, int, str, _TEXT)
_digest = _shaped(str, int, str)
_sequence = _shaped(str, int)
_schema = _shaped(str, str, str, int, _TEXT)

_OWN: dict[str, Callable[[Row], bool]] = {
    "digest": lambda v: _digest(v) and v[0] in RECORD_TABLES and len(str(v[2])) == 32,
    "history": lambda v: _history(v) and v[2] in RECORD_TABLES and str(v[4]) in "iud",
    "step": lambda v: (_step(v) or _old_step(v)) and not _is_record(v),
    "schema": lambda v: _schema(v) and v[0] in ("table", "index", "trigger", "view"),
    "sqlite_sequence": lambda v: _sequence(v) and v[0] in _TABLES,
    "meta": _shaped(str, _TEXT),
    "draft": _shaped(str, str, str),
    "file_content": _shaped(str, _TEXT, (int, _NONE), (bytes, _NONE)),
}
