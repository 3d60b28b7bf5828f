"""Open, make and close a journal file: driver, settings of SQLite, version, one connection."""

from __future__ import annotations

import contextlib
import os
import struct
import uuid
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from mentorjournal.store import history, search
from mentorjournal.store.columns import metadata
from mentorjournal.store.errors import Damaged, JournalError, NewerVersion
from mentorjournal.store.lock import WriterLock
from mentorjournal.store.schema import APPLICATION_ID, RECORD_TABLES, VERSION
from mentorjournal.words import tr

_MAGIC = b"SQLite format 3\0"
_HEADER = 100  # bytes of the SQLite header; 60..64 user_version, 68..72 application_id
_SETTINGS = (
    "journal_mode = DELETE",  # with EXTRA, no acknowledged save is lost in a power cut
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "secure_delete = ON",
    "temp_store = MEMORY",
)


class Database:
    """An open journal file: one connection, and the writer's lock unless only reading."""

    def __init__(self, path: Path, *, reading_only: bool = False) -> None:
        """Open `path`, which must have passed `look_at`."""
        self.path = path
        self.reading_only = reading_only
        self._lock = None if reading_only else WriterLock(path)
        try:
            self.engine: Engine = create_engine(
                "sqlite://",
                module=driver,
                creator=lambda: _connect(path, reading_only),
                poolclass=StaticPool,
                isolation_level="AUTOCOMMIT",  # transactions are begun by hand, DDL included
                hide_parameters=True,
            )
            self.connection: Connection = self.engine.connect()
        except Exception:
            if self._lock:
                self._lock.release()
            raise

    def close(self) -> None:
        """Close the file and free it for others."""
        self.connection.close()
        self.engine.dispose()
        if self._lock:
            self._lock.release()


def _connect(path: Path, reading_only: bool) -> driver.Connection:
    mode = "ro" if reading_only else "rw"
    connection = driver.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=2
    )
    for setting in _SETTINGS:
        if not (reading_only and setting.startswith("journal_mode")):
            connection.execute(f"PRAGMA {setting}")
    return connection


def look_at(path: Path) -> None:
    """Refuse what is not a journal of this version, without writing or even opening the file.

    Raises JournalError, Damaged or NewerVersion with a sentence for people.
    """
    name = path.name
    if path.is_dir():
        raise JournalError(tr("{name} is a folder, not a journal.", name=name))
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
            size = os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        raise JournalError(tr("There is no journal {name} there.", name=name)) from None
    except OSError:
        raise JournalError(tr("You are not allowed to read {name}.", name=name)) from None
    if not header.startswith(_MAGIC):
        raise JournalError(tr("{name} is not a journal.", name=name))
    if len(header) < _HEADER:
        raise Damaged(tr("{name} is damaged: most of it is missing.", name=name))
    version, application = struct.unpack(">i4xi", header[60:72])
    if application != APPLICATION_ID:
        raise JournalError(tr("{name} is a database of another program, not a journal.", name=name))
    if version > VERSION:
        raise NewerVersion(
            tr("{name} was made by a newer version of Mentor Journal.", name=name)
        )
    page = struct.unpack(">H", header[16:18])[0]
    pages = struct.unpack(">I", header[28:32])[0]
    if size < pages * (65536 if page == 1 else page):
        raise Damaged(tr("{name} is damaged: its end is missing.", name=name))


def open_file(path: Path) -> Database:
    """Open the journal `path`, for reading only where writing is not allowed.

    Raises JournalError and its kinds.
    """
    path = path.expanduser().resolve()
    look_at(path)
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    try:
        database = Database(path, reading_only=not writable)
        database.connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    except DBAPIError:
        raise Damaged(tr("{name} is damaged and cannot be opened.", name=path.name)) from None
    return database


def create_file(path: Path) -> None:
    """Make an empty journal at `path`: complete under its name, or not there at all.

    Raises JournalError when something is there already or the folder cannot be written.
    """
    path = path.expanduser().absolute()
    if path.exists() or path.is_symlink():
        raise JournalError(tr("{name} is there already.", name=path.name))
    draft = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _write_schema(draft)
        os.link(draft, path)  # unlike a rename, this never replaces somebody else's file
    except FileExistsError:
        raise JournalError(tr("{name} is there already.", name=path.name)) from None
    except (OSError, driver.Error) as error:
        raise JournalError(
            tr("{name} cannot be made there: {why}.", name=path.name, why=_reason(error))
        ) from None
    finally:
        with contextlib.suppress(FileNotFoundError):
            draft.unlink()


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)


def _write_schema(path: Path) -> None:
    engine = create_engine(
        "sqlite://", module=driver, creator=lambda: _connect(path, False), poolclass=StaticPool,
        isolation_level="AUTOCOMMIT",
    )
    with engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql("BEGIN EXCLUSIVE")
        metadata.create_all(connection)
        connection.exec_driver_sql(search.TABLE)
        for table in RECORD_TABLES.values():
            for statement in history.triggers(table):
                connection.exec_driver_sql(statement)
        connection.exec_driver_sql(
            "INSERT INTO meta(key, value) VALUES ('uid', ?)", (uuid.uuid4().hex,)
        )
        connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
        connection.exec_driver_sql("COMMIT")
    engine.dispose()
