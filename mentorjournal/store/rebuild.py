"""A new, sound journal from what was found of a damaged one; ids, uids and history stay."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Float, Integer, Table
from sqlalchemy.exc import DBAPIError

from mentorjournal import clock
from mentorjournal.store import copies, digests, history, search
from mentorjournal.store.columns import Day, WallTime, WordList, metadata, new_uid
from mentorjournal.store.database import create_file, draft_beside, engine_on, give_name
from mentorjournal.store.keys import Key
from mentorjournal.store.pages import Row, Value
from mentorjournal.store.salvage import Fits, Found
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.words import tr


def write(found: Found, target: Path, key: Key | None, fits: Fits) -> None:
    """Write what was found as a new journal at `target`, which must be free.

    Values of unsure rows that do not fit become nothing, so that the journal can be used. Raises
    JournalError: then nothing is at `target`.
    """
    draft = draft_beside(target)
    create_file(draft, key)
    try:
        engine = engine_on(draft, key)
        try:
            with engine.connect() as connection:
                _fill(connection, found, fits)
        finally:
            engine.dispose()
        copies.verify(draft, key, 0, target.name)
        give_name(draft, target)
        copies.sync_folder(target.parent)
    except OSError as error:
        raise copies.cannot(target, error.strerror or str(error)) from None
    except DBAPIError as error:
        raise copies.cannot(target, str(error.orig)) from None
    finally:
        with contextlib.suppress(OSError):
            draft.unlink()


def _fill(connection: Connection, found: Found, fits: Fits) -> None:
    connection.exec_driver_sql("PRAGMA foreign_keys = OFF")  # rows come in any order
    connection.exec_driver_sql("BEGIN EXCLUSIVE")
    _without_triggers(connection)
    rows = _mended(found, fits)
    _mend_links(rows)
    for name, records in rows.items():
        _insert(connection, name, [tuple(values.values()) for values in records.values()])
        digests.renew(connection, name, records)
        search.renew(connection, name, records)
    _insert(connection, "history", found.own_rows("history"))
    _insert(connection, "step", _steps(found))
    for name in ("meta", "draft", "file_content"):
        _insert(connection, name, found.own_rows(name))
    _keep_numbers(connection, found)
    for table in RECORD_TABLES.values():
        for statement in history.triggers(table):
            connection.exec_driver_sql(statement)
    connection.exec_driver_sql("COMMIT")


def _without_triggers(connection: Connection) -> None:
    for name in connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    ).scalars().all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def _insert(connection: Connection, table: str, rows: list[Row]) -> None:
    """Put rows into a table; of two with the same key the later one stays."""
    width = len(metadata.tables[table].c)
    marks = ",".join("?" * width)
    fitting = [(*row, *[None] * (width - len(row))) for row in rows]
    if fitting:
        connection.exec_driver_sql(f'INSERT OR REPLACE INTO "{table}" VALUES ({marks})', fitting)


def _steps(found: Found) -> list[Row]:
    """The steps, and one for each that the history names and that is gone."""
    steps = {int(str(row[0])): row for row in found.own_rows("step")}
    at = min((str(row[2]) for row in steps.values()), default=_now())
    made: list[Row] = []
    for number in sorted({*steps, *(int(str(row[1])) for row in found.own_rows("history"))}):
        row = steps.get(number, (number, tr("Change"), at, None, new_uid()))
        at = str(row[2])
        made.append(row)
    return made


def _keep_numbers(connection: Connection, found: Found) -> None:
    """Never give out an id again, also that of a row that was removed or lost."""
    highest: dict[str, int] = {}
    places = [(str(row[0]), int(str(row[1]))) for row in found.own_rows("sqlite_sequence")]
    places += [(str(row[2]), int(str(row[3]))) for row in found.own_rows("history")]
    for table, number in [*places, *found.lost]:
        highest[table] = max(number, highest.get(table, 0))
    for table, number in highest.items():
        connection.exec_driver_sql(
            "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (number, table))
        connection.exec_driver_sql(
            "INSERT INTO sqlite_sequence(name, seq) SELECT ?, ? "
            "WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?)",
            (table, number, table))


# What does not fit -------------------------------------------------------------------------------

Records = dict[str, dict[int, dict[str, Value]]]  # table -> id -> column -> value


def _mended(found: Found, fits: Fits) -> Records:
    """All rows by column, with something that can be used where an unsure one makes no sense."""
    mended: Records = {}
    for name, rows in found.rows.items():
        table = RECORD_TABLES[name]
        seen: set[Value] = set()
        mended[name] = {}
        for number in sorted(rows, key=lambda each: (name, each) in found.unsure):
            values = dict(zip(table.c.keys(), rows[number], strict=True))
            if (name, number) in found.unsure:
                for column in table.c:
                    values[column.name] = _usable(table, column, values, fits)
            if values["uid"] in seen:
                values["uid"] = new_uid()
            seen.add(values["uid"])
            mended[name][number] = values
    return mended


def _usable(
    table: Table, column: Column[Any], values: dict[str, Value], fits: Fits
) -> Value:
    """The value of a column when it fits, else nothing, or what stands for nothing."""
    value = values[column.name]
    if column.primary_key or (value is None and column.nullable):
        return value
    if column.name == "created_at":
        return value if isinstance(value, str) else ""
    if column.name == "uid":
        return value if isinstance(value, str) and len(value) == 32 else new_uid()
    if column.foreign_keys:
        return value if isinstance(value, int) or not column.nullable else None
    if value is not None and fits(table.name, column.name, value):
        return value
    return None if column.nullable else _stand_in(column)


def _stand_in(column: Column[Any]) -> Value:
    """A value for a column that must have one."""
    default = getattr(column.default, "arg", None)
    if isinstance(default, int | float | str):  # a bool is an int
        return int(default) if isinstance(default, bool) else default
    if isinstance(column.type, Boolean):
        return 0
    if isinstance(column.type, Integer | Float):
        return 30
    if isinstance(column.type, Day):
        return _now()[:10]
    if isinstance(column.type, WallTime):
        return f"{_now()[:10]}T12:00"
    return "[]" if isinstance(column.type, WordList) else tr("(lost)")


def _mend_links(rows: Records) -> None:
    """Let a stand-in own what must have an owner; set other links to what is lost to nothing."""
    for name in list(rows):
        for values in list(rows[name].values()):
            _mend_owners(rows, RECORD_TABLES[name], values)
    for name, records in rows.items():
        for column, owner in _links(RECORD_TABLES[name]):
            for values in records.values():
                if values[column.name] not in rows[owner.name]:
                    values[column.name] = None


def _mend_owners(rows: Records, table: Table, values: dict[str, Value]) -> None:
    for column, owner in _links(table):
        number = values[column.name]
        if not column.nullable and number not in rows[owner.name]:
            values[column.name] = _stand_in_for(rows, owner, number)


def _links(table: Table) -> list[tuple[Column[Any], Table]]:
    return [(column, key.column.table) for column in table.c for key in column.foreign_keys]


def _stand_in_for(rows: Records, table: Table, number: Value) -> int:
    """The id of a row that holds together what belonged to a lost one."""
    if not isinstance(number, int) or number < 1:
        number = max(rows[table.name], default=0) + 1
    values: dict[str, Value] = {}
    for column in table.c:
        if column.name == "id":
            values["id"] = number
        elif column.name == "uid":
            values["uid"] = new_uid()
        elif column.foreign_keys or (column.nullable and column.default is None):
            values[column.name] = None
        else:
            values[column.name] = _stand_in(column)
    rows[table.name][number] = values
    _mend_owners(rows, table, values)
    return number


def _now() -> str:
    return clock.machine_now().strftime("%Y-%m-%dT%H:%M:%SZ")
