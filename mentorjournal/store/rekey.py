"""Set, change or remove the passphrase: a whole new file that takes the old one's place at once.

Killed at any moment, either the old key or the new one opens the journal.
"""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from mentorjournal.store import copies
from mentorjournal.store.database import Database, draft_beside
from mentorjournal.store.errors import JournalError
from mentorjournal.store.keys import Key
from mentorjournal.store.schema import APPLICATION_ID, VERSION
from mentorjournal.words import tr

_PIECE = 1 << 20  # bytes


def change_key(database: Database, key: Key | None) -> None:
    """Write the open journal anew under `key`, None for one without a passphrase.

    The words of the old file are overwritten, as far as the disk lets one. Raises JournalError;
    the journal is then as it was, and open.
    """
    if database.reading_only:
        raise JournalError(tr("This journal is open for reading only."))
    draft = draft_beside(database.path)
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        least = database.connection.exec_driver_sql("SELECT max(id) FROM step").scalar() or 0
        _export(database, draft, key)
        copies.verify(draft, key, least, database.path.name)
        _put_in_place(database, draft, key)
    except (OSError, DBAPIError) as error:
        why = str(error.orig) if isinstance(error, DBAPIError) else error.strerror or str(error)
        raise copies.cannot(database.path, why) from None
    finally:
        with contextlib.suppress(OSError):
            draft.unlink()


def _export(database: Database, draft: Path, key: Key | None) -> None:
    connection = database.connection
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
            _overwrite(old.fileno())
    finally:
        database.connect()


def _overwrite(descriptor: int) -> None:
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
