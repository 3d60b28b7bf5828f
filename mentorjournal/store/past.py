"""What the history knows of rows that are gone and of texts that were other ones."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from mentorjournal.store.digests import batches
from mentorjournal.store.history import Value, literal
from mentorjournal.store.schema import RECORD_TABLES

Key = tuple[str, int]  # table and id of a row

# Tags and pairs: parts of the entries they belong to, never entries of their own.
PARTS = {"person_tag", "person_stage", "need_person", "goal_person", "accomplishment_person"}
# Kept by the program for itself; nobody would look for one of these.
UNLISTED = {*PARTS, "preference", "dismissal", "expectation_version", "goal_version"}

MOST_CHARACTERS = 20_000_000  # of earlier wordings read at once; the newest come first


def _links(table: str) -> list[tuple[str, str, bool]]:
    """The links of a table: column, the table it points to, and whether that one owns the row."""
    return [
        (key.parent.name, key.column.table.name,
         key.ondelete == "CASCADE" or (table, key.parent.name) == ("action", "person_id"))
        for key in RECORD_TABLES[table].foreign_keys
    ]


LINKS: Mapping[str, list[tuple[str, str, bool]]] = {name: _links(name) for name in RECORD_TABLES}


@dataclass(frozen=True)
class Gone:
    """A row that is no longer there: the steps that removed and made it, and what it was before."""

    table: str
    row: int
    step: int
    at: str
    made: int
    values: Mapping[str, Value]

    @property
    def key(self) -> Key:
        """Table and id."""
        return self.table, self.row

    def owners(self) -> list[Key]:
        """The rows it hung on; without all of them it cannot be."""
        return [
            (parent, int(value)) for column, parent, owned in LINKS[self.table]
            if owned and (value := self.values.get(column)) is not None
        ]


def values_of(before: str | None) -> dict[str, Value]:
    """A row as the history keeps it."""
    return {name: literal(text) for name, text in json.loads(before or "{}").items()}


def gone(connection: Connection) -> dict[Key, Gone]:
    """Every row that was removed, by table and id; those that were erased for good left out.

    What vanished because its own making was taken back was never removed, and is left out too.
    """
    undoes: dict[int, int] = {}
    for step, earlier in connection.exec_driver_sql(
        "SELECT id, undoes FROM step WHERE undoes IS NOT NULL"
    ):
        undoes[step] = earlier

    def was_removed(one: Gone) -> bool:
        undone = _undone(one.step, undoes)
        return undone is None or one.made < undone

    return {key: one for key, one in vanished(connection).items() if was_removed(one)}


def vanished(connection: Connection) -> dict[Key, Gone]:
    """Every row that the history knows and that is not there, however it went."""
    found: dict[Key, Gone] = {}
    for table in RECORD_TABLES:
        for row, made, step, at, before in _last_of_gone(connection, table):
            values = values_of(before)
            if "created_at" in values:  # else nothing but its id is known any more
                found[table, row] = Gone(table, row, step, at, made, values)
    return found


def _last_of_gone(
    connection: Connection, table: str
) -> Iterator[tuple[int, int, int, str, str | None]]:
    """Row, first step, last step and its time, and what the row was before the last one."""
    last = connection.exec_driver_sql(
        "SELECT max(seq) FROM history WHERE tbl = ? AND NOT EXISTS "
        f'(SELECT 1 FROM "{table}" WHERE id = history.row) GROUP BY row', (table,),
    ).scalars().all()
    for piece in batches(last):
        marks = ",".join("?" for _ in piece)
        found = connection.exec_driver_sql(
            "SELECT h.row, "
            "(SELECT f.step FROM history f WHERE f.tbl = h.tbl AND f.row = h.row "
            " ORDER BY f.seq LIMIT 1), h.step, s.at, "
            "(SELECT f.before FROM history f WHERE f.tbl = h.tbl AND f.row = h.row "
            " AND f.step = h.step AND f.before IS NOT NULL ORDER BY f.seq LIMIT 1) "
            f"FROM history h JOIN step s ON s.id = h.step WHERE h.seq IN ({marks})",
            tuple(piece),
        )
        yield from (tuple(each) for each in found)


def _undone(step: int, undoes: Mapping[int, int]) -> int | None:
    """The step that `step` took back in the end; None when it did one again instead."""
    backwards = False
    while step in undoes:
        step, backwards = undoes[step], not backwards
    return step if backwards else None


def hanging(top: Key, removed: Mapping[Key, Gone]) -> list[Gone]:
    """What was removed together with `top` and hung on it, itself first."""
    return _tree(removed[top], _children(removed))


def tops(removed: Mapping[Key, Gone]) -> list[tuple[Gone, list[Gone]]]:
    """Each entry that was removed by itself with what hung on it, newest first."""
    children = _children(removed)
    found = [
        one for one in removed.values() if one.table not in UNLISTED and not any(
            owner in removed and removed[owner].step == one.step for owner in one.owners())
    ]
    found.sort(key=lambda one: (-one.step, one.table, one.row))
    return [(one, _tree(one, children)[1:]) for one in found]


def _children(removed: Mapping[Key, Gone]) -> dict[Key, list[Gone]]:
    children: dict[Key, list[Gone]] = {}
    for each in removed.values():
        for owner in each.owners():
            children.setdefault(owner, []).append(each)
    return children


def _tree(top: Gone, children: Mapping[Key, Sequence[Gone]]) -> list[Gone]:
    found = {top.key: top}
    waiting = [top]
    while waiting:
        for child in children.get(waiting.pop().key, ()):
            if child.step == top.step and child.key not in found:
                found[child.key] = child
                waiting.append(child)
    return list(found.values())


def is_there(connection: Connection, key: Key) -> bool:
    """Whether a row is in its table."""
    table, row = key
    return connection.exec_driver_sql(
        f'SELECT 1 FROM "{RECORD_TABLES[table].name}" WHERE id = ?', (row,)
    ).first() is not None


def bring_back(connection: Connection, rows: Sequence[Gone]) -> None:
    """Put removed rows back inside the open transaction, with the links that went with them.

    A link that was set to nothing when they went points to them again if it is still empty; a link
    of theirs to something that is no longer there stays empty.
    """
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    keys = {each.key for each in rows}
    for each in rows:
        values = dict(each.values)
        for column, target, _ in LINKS[each.table]:
            value = values.get(column)
            if value is not None and (target, value) not in keys:
                values[column] = value if is_there(connection, (target, int(value))) else None
        columns = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join("?" for _ in values)
        connection.exec_driver_sql(
            f'INSERT INTO "{each.table}" ({columns}) VALUES ({marks})', tuple(values.values())
        )
    for step in sorted({each.step for each in rows}):
        _point_again(connection, step, keys)


def _point_again(connection: Connection, step: int, keys: set[Key]) -> None:
    seen: set[Key] = set()
    for table, row, before in connection.exec_driver_sql(
        "SELECT tbl, row, before FROM history WHERE step = ? AND op = 'u' ORDER BY seq", (step,)
    ).all():
        if (table, row) in seen | keys:
            continue
        seen.add((table, row))
        values = values_of(before)
        for column, target, _ in LINKS[table]:
            if (target, values.get(column)) in keys:
                connection.exec_driver_sql(
                    f'UPDATE "{table}" SET "{column}" = ? WHERE id = ? AND "{column}" IS NULL',
                    (values[column], row),
                )


def removed_by(connection: Connection, step: int) -> list[Key]:
    """Entries that `step` removed and that are not there at its end; parts of entries left out."""
    rows = connection.exec_driver_sql(
        "SELECT DISTINCT tbl, row FROM history WHERE step = ? AND op = 'd'", (step,)
    ).all()
    return [
        (table, row) for table, row in rows
        if table not in PARTS and not is_there(connection, (table, row))
    ]


def count_entries(connection: Connection) -> int:
    """How many entries the journal holds."""
    counts = " + ".join(
        f'(SELECT count(*) FROM "{table}")' for table in RECORD_TABLES if table not in PARTS
    )
    return int(connection.exec_driver_sql(f"SELECT {counts}").scalar_one())


@dataclass(frozen=True)
class Wording:
    """What a field said from `at` on, by which step; the time is UTC."""

    at: str
    step: int
    text: str


def wordings(connection: Connection, table: str, row: int, column: str) -> list[Wording]:
    """Everything a field ever said, oldest first, the present wording last.

    Of very long texts with very many wordings only the newest are read.
    """
    name = RECORD_TABLES[table].c[column].name
    now = connection.exec_driver_sql(
        f'SELECT "{name}" FROM "{table}" WHERE id = ?', (row,)
    ).first()
    found: list[Wording] = []
    text, since, room = ("" if now is None else str(now[0] or "")), ("", 0), MOST_CHARACTERS
    for at, step, op, kept in connection.exec_driver_sql(
        "SELECT s.at, s.id, h.op, json_extract(h.before, ?) "
        "FROM history h JOIN step s ON s.id = h.step "
        "WHERE h.tbl = ? AND h.row = ? ORDER BY h.seq DESC", (f'$."{name}"', table, row),
    ):
        since = at, step
        before = text if op == "i" else str(literal(kept or "NULL") or "")
        if before == text:
            continue  # it was made or brought back, or another field was changed
        found.append(Wording(at, step, text))
        room -= len(text)
        if room < 0:
            break
        text = before
    else:
        found.append(Wording(*since, text))
    return found[::-1]
