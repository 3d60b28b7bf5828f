"""A merge written into my copy, inside the open change: rows, files, and the places in lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection

from mentorjournal.store.merge_plan import LISTS, Conflict, Insert, Plan, Update
from mentorjournal.store.merge_read import SOURCES
from mentorjournal.store.merge_rows import FILES, GOES_WITH, LINKS, Value, Values

MINE, THEIRS, BOTH = "mine", "theirs", "both"
Choices = Mapping[tuple[str, str], str]  # uid and field of a conflict -> one of the three
Blob = tuple[str, str | None, int, bytes]  # a row of file_content


def suggested(conflict: Conflict) -> str:
    """Whose wording stays when nobody chooses: the later one."""
    return THEIRS if conflict.theirs_is_later else MINE


def leading(conflicts: Iterable[Conflict]) -> dict[tuple[str, str], Conflict]:
    """Conflicts that are settled by another one's answer, and that other one."""
    found = {(each.uid, each.field): each for each in conflicts}
    return {
        (uid, field): found[uid, GOES_WITH[field]] for uid, field in found
        if field in GOES_WITH and (uid, GOES_WITH[field]) in found
    }


def joined(conflict: Conflict) -> str:
    """Both wordings, the earlier one first, the same from both sides."""
    pair = (conflict.mine, conflict.theirs)
    return "\n\n".join(str(each) for each in (pair if conflict.theirs_is_later else pair[::-1]))


def missing_files(mine: Connection, theirs: Connection, plan: Plan) -> list[Blob]:
    """Files that the rows of a plan name and that are not here yet."""
    changes: list[Insert | Update] = [*plan.inserts, *plan.updates]
    named = {each.values.get(FILES[each.table]) for each in changes if each.table in FILES}
    named |= {c.theirs for c in plan.conflicts if FILES.get(c.table) == c.field}
    found: list[Blob] = []
    for digest in sorted(str(each) for each in named if each):
        here = "SELECT 1 FROM file_content WHERE sha256 = ?"
        if mine.exec_driver_sql(here, (digest,)).first() is None:
            found += [(a, b, c, d) for a, b, c, d in theirs.exec_driver_sql(
                "SELECT sha256, media_type, size, data FROM file_content WHERE sha256 = ?",
                (digest,))]
    return found


def write(connection: Connection, plan: Plan, files: list[Blob], choices: Choices) -> None:
    """Do what the plan says; conflicts as chosen, or as suggested."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for blob in files:
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO file_content(sha256, media_type, size, data)"
            " VALUES (?, ?, ?, ?)", blob)
    _Writing(connection, plan).write(choices)


class _Writing:
    def __init__(self, connection: Connection, plan: Plan) -> None:
        self._connection = connection
        self._plan = plan
        self._new_ids = self._give_ids(plan.inserts)

    def _give_ids(self, inserts: tuple[Insert, ...]) -> dict[tuple[str, str], int]:
        """An id for each new row: the one it had here, else one that was never given."""
        following: dict[str, int] = {}
        given: dict[tuple[str, str], int] = {}
        for insert in inserts:
            table = insert.table
            if insert.id is not None and not self._is_taken(table, insert.id):
                given[table, insert.uid] = insert.id
                continue
            if table not in following:
                following[table] = self._last_id(table)
            following[table] += 1
            given[table, insert.uid] = following[table]
        return given

    def _is_taken(self, table: str, row: int) -> bool:
        return self._connection.exec_driver_sql(
            f'SELECT 1 FROM "{table}" WHERE id = ?', (row,)).first() is not None

    def _last_id(self, table: str) -> int:
        return int(self._connection.exec_driver_sql(
            f'SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0),'
            f' coalesce((SELECT max(id) FROM "{table}"), 0))', (table,)).scalar_one())

    def write(self, choices: Choices) -> None:
        for insert in self._plan.inserts:
            self._insert(insert)
        for seen in self._plan.weighed:
            mine = self._now(seen)
            self._update(seen.table, seen.id, seen.values)
            self._put(seen.table, seen.id, mine)
        for update in self._plan.updates:
            self._update(update.table, update.id, update.values)
        led = leading(self._plan.conflicts)
        for conflict in self._plan.conflicts:
            by = led.get((conflict.uid, conflict.field), conflict)
            self._settle(conflict, choices.get((by.uid, by.field)) or suggested(by))
        for row in self._plan.removals:
            self._connection.exec_driver_sql(f'DELETE FROM "{row.table}" WHERE id = ?', (row.id,))
        for table, owner in self._plan.crowded:
            self._give_places(table, owner)

    def _insert(self, insert: Insert) -> None:
        values = {
            "id": self._new_ids[insert.table, insert.uid], "uid": insert.uid,
            **self._stored(insert.table, insert.values),
        }
        columns = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join("?" for _ in values)
        self._connection.exec_driver_sql(
            f'INSERT INTO "{insert.table}" ({columns}) VALUES ({marks})', tuple(values.values()))

    def _now(self, seen: Update) -> dict[str, Any]:
        columns = ", ".join(f'"{name}"' for name in seen.values)
        row = self._connection.exec_driver_sql(
            f'SELECT {columns} FROM "{seen.table}" WHERE id = ?', (seen.id,)).one()
        return dict(zip(seen.values, row, strict=True))

    def _update(self, table: str, row: int, values: Values) -> None:
        self._put(table, row, self._stored(table, values))

    def _put(self, table: str, row: int, stored: Mapping[str, Any]) -> None:
        parts = ", ".join(f'"{name}" = ?' for name in stored)
        if stored:
            self._connection.exec_driver_sql(
                f'UPDATE "{table}" SET {parts} WHERE id = ?', (*stored.values(), row))

    def _settle(self, conflict: Conflict, choice: str) -> None:
        """Write the other wording first, so that both are in the history whatever was chosen."""
        last = {MINE: conflict.mine, THEIRS: conflict.theirs, BOTH: joined(conflict)}[choice]
        self._update(conflict.table, conflict.id, {conflict.field: conflict.theirs})
        if last != conflict.theirs:
            self._update(conflict.table, conflict.id, {conflict.field: last})

    def _stored(self, table: str, values: Values) -> dict[str, Any]:
        """`values` with ids for uids; what an agenda item came from may be gone."""
        stored: dict[str, Any] = dict(values)
        for field, target in LINKS[table].items():
            if stored.get(field) is not None:
                stored[field] = self._id(target, stored[field])
        if "source_id" in stored:
            source = SOURCES.get(str(stored.get("source")), "")
            stored["source_id"] = self._id(source, stored["source_id"]) if source else None
        return stored

    def _id(self, table: str, uid: Value) -> int | None:
        if (table, uid) in self._new_ids:
            return self._new_ids[table, str(uid)]
        found = self._connection.exec_driver_sql(
            f'SELECT id FROM "{table}" WHERE uid = ?', (uid,)).scalar()
        return None if found is None else int(found)

    def _give_places(self, table: str, owner: tuple[Value, ...]) -> None:
        """Number a list anew, in an order that is the same in every copy."""
        fields = LISTS[table]
        values = self._stored(table, dict(zip(fields, owner, strict=True)))
        where = " AND ".join(f'"{field}" = ?' for field in fields)
        rows = self._connection.exec_driver_sql(
            f'SELECT id, position FROM "{table}" WHERE {where} ORDER BY position, created_at, uid',
            tuple(values[field] for field in fields)).all()
        for place, (row, position) in enumerate(rows):
            if position != place:
                self._update(table, row, {"position": place})
