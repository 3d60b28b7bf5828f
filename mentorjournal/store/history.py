"""What every row was before each change: recorded by triggers, put back by undo and redo."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from sqlalchemy import Connection, Table

from mentorjournal.store.columns import new_uid
from mentorjournal.store.schema import RECORD_TABLES

_STEP = "(SELECT max(id) FROM step)"
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")

Value = str | int | float | None


def triggers(table: Table) -> list[str]:
    """The statements that make the three triggers of `table`.

    Old values are kept as SQL literals inside JSON, because JSON alone would round numbers.
    """
    name = table.name
    was = ", ".join(f"'{c.name}', quote(old.\"{c.name}\")" for c in table.c)
    record = f'INSERT INTO history(step, tbl, row, op, before) VALUES ({_STEP}, \'{name}\''
    return [
        f'CREATE TRIGGER history_{name}_insert AFTER INSERT ON "{name}" BEGIN '
        f"{record}, new.id, 'i', NULL); END",
        f'CREATE TRIGGER history_{name}_update AFTER UPDATE ON "{name}" BEGIN '
        f"{record}, old.id, 'u', json_object({was})); END",
        f'CREATE TRIGGER history_{name}_delete BEFORE DELETE ON "{name}" BEGIN '
        f"{record}, old.id, 'd', json_object({was})); END",
    ]


def begin_step(connection: Connection, label: str, at: str, undoes: int | None = None) -> int:
    """Open a step that the triggers will write into; its id."""
    cursor = connection.exec_driver_sql(
        "INSERT INTO step(label, at, undoes, uid) VALUES (?, ?, ?, ?)",
        (label, at, undoes, new_uid()),
    )
    return int(cursor.lastrowid or 0)


def touched(connection: Connection, step: int) -> dict[str, set[int]]:
    """Which rows of which tables a step inserted, changed or removed."""
    rows: dict[str, set[int]] = {}
    for table, row in connection.exec_driver_sql(
        "SELECT DISTINCT tbl, row FROM history WHERE step = ?", (step,)
    ):
        rows.setdefault(table, set()).add(row)
    return rows


def put_back(connection: Connection, steps: Iterable[int]) -> None:
    """Make every row what it was before `steps`, latest first, inside the open transaction.

    The same triggers record this, under the step that is open now.
    """
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for step in sorted(steps, reverse=True):
        rows = connection.exec_driver_sql(
            "SELECT tbl, row, op, before FROM history WHERE step = ? ORDER BY seq DESC", (step,)
        ).all()
        for table, row, op, before in rows:
            _put_row_back(connection, RECORD_TABLES[table].name, row, op, before)


def _put_row_back(
    connection: Connection, table: str, row: int, op: str, before: str | None
) -> None:
    if op == "i":
        connection.exec_driver_sql(f'DELETE FROM "{table}" WHERE id = ?', (row,))
        return
    values = {name: literal(text) for name, text in json.loads(before or "{}").items()}
    columns = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" for _ in values)
    if op == "d":
        statement = f'INSERT INTO "{table}" ({columns}) VALUES ({marks})'
        connection.exec_driver_sql(statement, tuple(values.values()))
    else:
        statement = f'UPDATE "{table}" SET ({columns}) = ({marks}) WHERE id = ?'
        connection.exec_driver_sql(statement, (*values.values(), row))


def literal(text: str) -> Value:
    """The value of an SQL literal as `quote()` writes it; never run as SQL.

    Raises ValueError for anything else.
    """
    if text == "NULL":
        return None
    if len(text) >= 2 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    if _NUMBER.fullmatch(text):
        return float(text) if any(mark in text for mark in ".eE") else int(text)
    raise ValueError("not a literal")
