"""Two copies of one journal compared: where they parted, and the rows in which they may differ."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from mentorjournal.store import digests, history
from mentorjournal.store.errors import Damaged, JournalError
from mentorjournal.store.merge_rows import LINKS, Copy, Past, Row, Value, Values
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.words import tr

# What an agenda item comes from -> the table that its `source_id` goes to.
SOURCES = {
    "my_promise": "action", "their_promise": "action", "feedback": "feedback",
    "parked": "agenda_item", "expectation": "expectation", "expectation_review": "compact",
    "thanks": "contact", "letter_thanks": "letter", "letter": "letter", "news": "news",
    "advice": "advice", "feedback_given": "feedback_given", "feedback_plan": "feedback_given",
    "need": "need",
}
Place = tuple[str, int]  # table and id


def uid_of(connection: Connection) -> str | None:
    """Which journal this is; every copy of it says the same."""
    found = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'uid'").scalar()
    return None if found is None else str(found)


def check_copies(mine: Connection, theirs: Connection, name: str) -> None:
    """Refuse another journal. Raises JournalError."""
    if uid_of(mine) is None or uid_of(mine) != uid_of(theirs):
        raise JournalError(
            tr("{name} is another journal, not a copy of the one that is open.", name=name))


def parted_after(mine: Connection, theirs: Connection) -> int:
    """The last step that both copies share; 0 when there is none."""
    ours, others = _steps(mine), _steps(theirs)
    shared = 0
    for number in sorted(ours.keys() & others.keys()):
        (uid, at), (their_uid, their_at) = ours[number], others[number]
        if (uid != their_uid) if uid and their_uid else (at != their_at):
            break
        shared = number
    return shared


def parted_at(mine: Connection, theirs: Connection) -> str:
    """The last instant at which both copies were the same, "" when they shared no step."""
    found = mine.exec_driver_sql(
        "SELECT at FROM step WHERE id = ?", (parted_after(mine, theirs),)).scalar()
    return str(found or "")


def last_step(connection: Connection) -> int:
    """The number of a copy's last step; 0 without any."""
    return int(connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM step").scalar_one())


def _steps(connection: Connection) -> dict[int, tuple[str | None, str]]:
    rows = connection.exec_driver_sql("SELECT id, uid, at FROM step")
    return {number: (uid, at) for number, uid, at in rows}


def read_both(mine: Connection, theirs: Connection, name: str) -> tuple[Copy, Copy]:
    """The rows in which the copies may differ, each side by uid.

    Raises Damaged when rows of `theirs`, the file `name`, are not what was written.
    """
    parted = parted_after(mine, theirs)
    differing = {(table, row) for table, row, _ in _digests(mine) ^ _digests(theirs)}
    return (
        _Reader(mine, parted, differing).rows(tr("The journal")),
        _Reader(theirs, parted, differing).rows(name),
    )


def _digests(connection: Connection) -> set[tuple[str, int, str]]:
    return {(t, r, s) for t, r, s in connection.exec_driver_sql("SELECT tbl, row, sum FROM digest")}


def _lasting(connection: Connection, parted: int) -> dict[int, str]:
    """The steps since the copies parted that were not taken back, and when each was.

    Undo goes back step by step, so that from a step to the one that undoes it nothing is left.
    """
    steps = connection.exec_driver_sql(
        "SELECT id, at, undoes FROM step WHERE id > ? ORDER BY id DESC", (parted,)
    ).all()
    lasting: dict[int, str] = {}
    before = None
    for number, at, undoes in steps:
        if before is not None and number >= before:
            continue
        if undoes is not None and undoes > parted:
            before = undoes
        else:
            lasting[number] = at
    return lasting


class _Reader:
    """Reads one copy."""

    def __init__(self, connection: Connection, parted: int, differing: set[Place]) -> None:
        self._connection = connection
        self._differing = differing
        self._there = {
            table: {row_id: str(uid) for row_id, uid in
                    connection.exec_driver_sql(f'SELECT id, uid FROM "{table}"')}
            for table in RECORD_TABLES
        }
        lasting = _lasting(connection, parted)
        self._records = [
            (table, row, json.loads(before) if before else None, step, lasting.get(step))
            for table, row, before, step in connection.exec_driver_sql(
                "SELECT tbl, row, before, step FROM history WHERE step > ? ORDER BY seq", (parted,)
            ) if table in RECORD_TABLES and self._matters(table, row)
        ]
        self._uids = {table: dict(uids) for table, uids in self._there.items()}
        for table, row, before, _, _ in self._records:
            if before and row not in self._there[table]:
                self._uids[table][row] = str(history.literal(before["uid"]))

    def _matters(self, table: str, row: int) -> bool:
        return (table, row) in self._differing or row not in self._there[table]

    def rows(self, name: str) -> Copy:
        """Rows that differ, and those removed since the copies parted."""
        past: dict[Place, list[Past]] = defaultdict(list)
        for table, row, before, step, at in self._records:
            if at is not None:
                values = before and {k: history.literal(text) for k, text in before.items()}
                past[table, row].append(Past(values and self._linked(table, values), step, at))
        present = self._present(name)
        found: dict[str, Row] = {}
        for table, row in {**past, **present}:
            uid = self._uids[table].get(row)
            # A row under another id may have had the same uid, and is the one that counts.
            if uid and ((table, row) in present or uid not in found):
                values = present.get((table, row))
                found[uid] = Row(table, row, uid, values, tuple(past[table, row]))
        return found

    def _present(self, name: str) -> dict[Place, Values]:
        """What the differing rows say now. Raises Damaged for one that is not what was written."""
        wanted: dict[str, list[int]] = defaultdict(list)
        for table, row in self._differing:
            if row in self._there.get(table, ()):
                wanted[table].append(row)
        found: dict[Place, Values] = {}
        for table, ids in wanted.items():
            names = [c.name for c in RECORD_TABLES[table].c]
            for piece in digests.batches(ids):
                for stored in self._rows_of(table, names, piece):
                    self._check(table, stored, name)
                    values = dict(zip(names, stored, strict=True))
                    found[table, stored[0]] = self._linked(table, values)
        return found

    def _rows_of(
        self, table: str, names: Sequence[str], ids: Sequence[int]
    ) -> Iterable[tuple[Any, ...]]:
        columns = ", ".join(f'"{each}"' for each in names)
        marks = ",".join("?" for _ in ids)
        return [tuple(row) for row in self._connection.exec_driver_sql(
            f'SELECT {columns} FROM "{table}" WHERE id IN ({marks})', tuple(ids))]

    def _check(self, table: str, row: tuple[Any, ...], name: str) -> None:
        known = self._connection.exec_driver_sql(
            "SELECT sum FROM digest WHERE tbl = ? AND row = ?", (table, row[0])).scalar()
        if known != digests.digest_of(row):
            raise Damaged(tr("{name} is damaged; nothing was brought over.", name=name))

    def _linked(self, table: str, values: Mapping[str, Value]) -> Values:
        """`values` with the uid of each row they link to in place of its id."""
        kept = {name: value for name, value in values.items() if name not in ("id", "uid")}
        for field, target in LINKS[table].items():
            kept[field] = self._uid(target, kept.get(field))
        if table == "agenda_item":
            target = SOURCES.get(str(kept.get("source")), "")
            kept["source_id"] = self._uid(target, kept.get("source_id"))
        return kept

    def _uid(self, table: str, row: Value) -> Value:
        return self._uids.get(table, {}).get(row, f"#{row}") if isinstance(row, int) else None
