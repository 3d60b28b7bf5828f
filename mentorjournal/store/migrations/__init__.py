"""One numbered step for each schema version after the first; a step is never changed again."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy.exc import DBAPIError

from mentorjournal.store import backup, health
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
