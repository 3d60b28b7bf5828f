"""The other copy of a journal, opened for reading: it is never written, whatever its version."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from mentorjournal.store import health, merge_read, recognise
from mentorjournal.store.database import Database, full_path, key_for, reading
from mentorjournal.store.errors import Damaged, JournalError
from mentorjournal.store.keys import Key
from mentorjournal.store.schema import VERSION
from mentorjournal.words import tr


@contextlib.contextmanager
def opened(path: Path, passphrase: str | Key | None) -> Iterator[Connection]:
    """A connection that reads the journal `path`, as one of today's version.

    One of an older version, or whose last save was cut off, is read from a private copy that is
    removed again. Raises JournalError and its kinds.
    """
    path = full_path(path)
    key = key_for(path, passphrase)
    try:
        if recognise.has_sidecar(path) or _version(path, key) < VERSION:
            with _private_copy(path, key) as connection:
                yield connection
        else:
            with reading(path, key) as connection:
                yield connection
    except DBAPIError:
        raise Damaged(tr("{name} is damaged and cannot be read.", name=path.name)) from None
    except OSError as error:
        raise JournalError(
            tr("{name} cannot be read: {why}.", name=path.name, why=error.strerror or str(error))
        ) from None


def uid_in(path: Path, key: Key | None) -> str | None:
    """Which journal the file `path` is, of any version. Raises JournalError and its kinds."""
    key = key_for(full_path(path), key)
    try:
        with reading(path, key) as connection:
            return merge_read.uid_of(connection)
    except DBAPIError:
        raise Damaged(tr("{name} is damaged and cannot be read.", name=path.name)) from None


def _version(path: Path, key: Key | None) -> int:
    with reading(path, key) as connection:
        application = int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())
        version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    recognise.check_version(path.name, application, version)
    return version


@contextlib.contextmanager
def _private_copy(path: Path, key: Key | None) -> Iterator[Connection]:
    from mentorjournal.store import migrations  # Alembic is slow to load and seldom needed

    with tempfile.TemporaryDirectory(prefix="mentorjournal-") as folder:
        copy = Path(folder) / path.name
        shutil.copyfile(path, copy)
        if recognise.has_sidecar(path):
            shutil.copyfile(f"{path}-journal", f"{copy}-journal")
        copy.chmod(0o600)
        database = Database(copy, key=key)
        try:
            migrations.bring_up_to_date(database, save_first=False)
            if health.findings(database.connection):
                raise Damaged(tr("{name} is damaged and cannot be read.", name=path.name))
            yield database.connection
        finally:
            database.close()
