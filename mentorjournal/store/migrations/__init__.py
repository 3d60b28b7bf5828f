"""One numbered step for each schema version after the first; a step is never changed again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Column, Integer, MetaData, String, Table
from sqlalchemy.exc import DBAPIError

from mentorjournal.store import backup, digests, health, history
from mentorjournal.store.database import Database
from mentorjournal.store.errors import Damaged, JournalError
from mentorjournal.store.schema import VERSION
from mentorjournal.words import tr


def bring_up_to_date(database: Database, *, save_first: bool = True) -> None:
    """Give a journal of an older version today's schema: all steps, or none of them.

    A verified backup is made first, unless it is a copy that will be thrown away. Raises
    JournalError; the file is then as it was.
    """
    name = database.path.name
    if database.reading_only:
        raise JournalError(
            tr("{name} was made by an older version and cannot be brought up to date here: its "
               "file or folder is protected.", name=name)
        )
    if save_first:
        backup.make(database.path, database.key, "migration")
    connection = database.connection
    old = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    connection.exec_driver_sql("BEGIN EXCLUSIVE")
    try:
        operations = Operations(MigrationContext.configure(connection))
        for version in range(old + 1, VERSION + 1):
            step(version)(operations)
        connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
        found = health.findings(connection)
        if found:
            raise Damaged(tr("{name} is damaged and was left as it is.", name=name))
        connection.exec_driver_sql("COMMIT")
    except BaseException as error:
        connection.exec_driver_sql("ROLLBACK")
        if isinstance(error, DBAPIError):
            raise JournalError(
                tr("{name} could not be brought up to date: {why}. It was left as it is.",
                   name=name, why=str(error.orig))
            ) from None
        raise


def step(version: int) -> Callable[[Operations], None]:
    """What makes a journal of the version before one of `version`."""
    upgrade: Callable[[Operations], None] = import_module(f"{__name__}.v{version}").upgrade
    return upgrade


def add_record_table(operations: Operations, name: str, *columns: Column[Any]) -> None:
    """Make a table of records, with what each of them has, its indexes and its triggers."""
    operations.create_table(
        name,
        Column("id", Integer, primary_key=True),
        Column("uid", String, nullable=False, unique=True),
        Column("created_at", String, nullable=False),
        *columns,
        sqlite_autoincrement=True,
    )
    _index_links(operations, name, columns)
    _write_triggers(operations, name)


def add_columns(operations: Operations, name: str, *columns: Column[Any]) -> None:
    """Add empty columns to a table of records; its indexes, triggers and digests follow.

    A row whose words are not those that were written keeps its old digest, so that it is found.
    """
    connection = operations.get_bind()
    sound = _sound_rows(operations, name)
    for column in columns:
        # Written out, because Alembic would copy the whole table for the sake of a link.
        links = "".join(
            f" REFERENCES {key.target_fullname.split('.')[0]} (id) ON DELETE {key.ondelete}"
            for key in column.foreign_keys)
        kind = column.type.compile(connection.dialect)
        connection.exec_driver_sql(f'ALTER TABLE "{name}" ADD COLUMN "{column.name}" {kind}{links}')
    _index_links(operations, name, columns)
    _write_triggers(operations, name)
    for row in sound:
        connection.exec_driver_sql(
            "UPDATE digest SET sum = ? WHERE tbl = ? AND row = ?",
            (digests.digest_of((*row, *(None for _ in columns))), name, row[0]),
        )


def _sound_rows(operations: Operations, name: str) -> list[tuple[Any, ...]]:
    rows = operations.get_bind().exec_driver_sql(
        f'SELECT d.sum, t.* FROM "{name}" t JOIN digest d ON d.tbl = ? AND d.row = t.id', (name,))
    return [tuple(values) for found, *values in rows if found == digests.digest_of(values)]


def _index_links(operations: Operations, name: str, columns: Iterable[Column[Any]]) -> None:
    for column in columns:
        if column.foreign_keys:
            operations.create_index(f"ix_{name}_{column.name}", name, [column.name])


def _write_triggers(operations: Operations, name: str) -> None:
    connection = operations.get_bind()
    table = Table(name, MetaData(), autoload_with=connection, resolve_fks=False)
    for kind in ("insert", "update", "delete"):
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS history_{name}_{kind}")
    for statement in history.triggers(table):
        connection.exec_driver_sql(statement)
