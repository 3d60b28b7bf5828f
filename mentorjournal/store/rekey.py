"""Set, change or remove the passphrase: a whole new file that takes the old one's place at once.

Killed at any moment, either the old key or the new one opens the journal.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from mentorjournal.store import copies
from mentorjournal.store.database import Database, draft_beside, engine_on
from mentorjournal.store.errors import JournalError
from mentorjournal.store.keys import Key
from mentorjournal.store.schema import APPLICATION_ID, VERSION
from mentorjournal.words import tr

_PIECE = 1 << 20  # bytes


def change_key(database: Database, key: Key | None) -> None:
    """Write the open journal anew under `key`, None for one without a passphrase.

    Raises JournalError; the journal is then as it was, and open.
    """
    change = KeyChange(database)
    try:
        change.write(key)
        change.finish()
    finally:
        change.clear()


class KeyChange:
    """The change in its three parts, of which the long one may run in a thread of its own."""

    def __init__(self, database: Database) -> None:
        """Prepare it. Raises JournalError when the journal is open for reading only."""
        if database.reading_only:
            raise JournalError(tr("This journal is open for reading only."))
        self._database = database
        self._key: Key | None = None
        self._draft = draft_beside(database.path)
        self._changes = _changes_of(database)

    def write(self, key: Key | None) -> None:
        """Write the new file and look it over, by a connection of its own. Raises JournalError."""
        self._key = key
        path = self._database.path
        with self._refusing():
            os.close(os.open(self._draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            engine = engine_on(path, self._database.key)
            try:
                with engine.connect() as connection:
                    least = connection.exec_driver_sql("SELECT max(id) FROM step").scalar() or 0
                    _export(connection, self._draft, self._key)
            finally:
                engine.dispose()
            copies.verify(self._draft, self._key, least, path.name)

    def finish(self) -> None:
        """Put the new file in the old one's place. Raises JournalError.

        The words of the old file are overwritten, as far as the disk lets one.
        """
        if _changes_of(self._database) != self._changes:
            raise JournalError(tr("The journal was changed meanwhile. Please try again."))
        with self._refusing():
            _put_in_place(self._database, self._draft, self._key)

    def clear(self) -> None:
        """Remove what is left of a change that was given up."""
        with contextlib.suppress(OSError):
            self._draft.unlink()

    @contextlib.contextmanager
    def _refusing(self) -> Iterator[None]:
        try:
            yield
        except (OSError, DBAPIError) as error:
            why = str(error.orig) if isinstance(error, DBAPIError) else error.strerror or str(error)
            raise copies.cannot(self._database.path, why) from None


def _changes_of(database: Database) -> int:
    """How many rows this connection has changed; no other one may write."""
    driver = database.connection.connection.driver_connection
    assert driver is not None
    return int(driver.total_changes)


def _export(connection: Connection, draft: Path, key: Key | None) -> None:
    literal = key.literal if key else ""
    connection.exec_driver_sql(f'ATTACH DATABASE ? AS fresh KEY "{literal}"', (str(draft),))
    try:
        connection.exec_driver_sql("SELECT sqlcipher_export('fresh')")
        # The export leaves these behind.
        connection.exec_driver_sql(f"PRAGMA fresh.application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA fresh.user_version = {VERSION}")
    finally:
        connection.exec_driver_sql("DETACH DATABASE fresh")


def _put_in_place(database: Database, draft: Path, key: Key | None) -> None:
    mode = stat.S_IMODE(database.path.stat().st_mode)
    draft.chmod(mode & 0o600)
    database.disconnect()
    try:
        with database.path.open("rb+") as old:
            copies.settle(draft, database.path)
            database.key = key
            blank(old.fileno())
    finally:
        database.connect()


def blank(descriptor: int) -> None:
    """Blank a file that no longer has a name; other names of it, such as a link, stay as they are.

    Where the disk keeps old blocks (a copying file system, a solid-state disk) this is only a
    courtesy, which the screen says.
    """
    state = os.fstat(descriptor)
    if state.st_nlink:
        return
    for at in range(0, state.st_size, _PIECE):
        os.pwrite(descriptor, bytes(min(_PIECE, state.st_size - at)), at)
    os.fsync(descriptor)
