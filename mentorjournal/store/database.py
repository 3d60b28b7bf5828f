"""Open, make and close a journal file: driver, settings of SQLite, version, one connection."""

from __future__ import annotations

import contextlib
import os
import stat
import struct
import uuid
from functools import partial
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from mentorjournal.paths import make_private
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
    # What a flipped bit made unreadable is U+FFFD, so that the rest of the row is not lost.
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")
    for setting in _SETTINGS:
        if not (reading_only and setting.startswith("journal_mode")):
            connection.execute(f"PRAGMA {setting}")
    return connection


def look_at(path: Path) -> None:
    """Refuse what is not a journal of this version, without writing or even opening the file.

    Raises JournalError, Damaged or NewerVersion with a sentence for people.
    """
    name = path.name
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise JournalError(tr("{name} is a folder, not a journal.", name=name))
        if not stat.S_ISREG(kind):  # reading a pipe would wait for ever
            raise JournalError(tr("{name} is not a journal.", name=name))
        with path.open("rb") as file:
            header = file.read(_HEADER)
            size = os.fstat(file.fileno()).st_size
    except PermissionError:
        raise JournalError(tr("You are not allowed to read {name}.", name=name)) from None
    except OSError:
        raise JournalError(tr("There is no journal {name} there.", name=name)) from None
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
    if version < 1:
        raise Damaged(tr("{name} is damaged: it was never finished.", name=name))
    if path.with_name(name + "-journal").exists():
        return  # a save was cut off; SQLite takes it back, and the file's length with it
    page = struct.unpack(">H", header[16:18])[0]
    pages = struct.unpack(">I", header[28:32])[0]
    if size < pages * (65536 if page == 1 else page):
        raise Damaged(tr("{name} is damaged: its end is missing.", name=name))


def open_file(path: Path) -> Database:
    """Open the journal `path`, for reading only where writing is not allowed.

    Raises JournalError and its kinds.
    """
    path = _full(path)
    look_at(path)
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    try:
        database = Database(path, reading_only=not writable)
    except DBAPIError:
        raise _unreadable(path) from None
    try:
        database.connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    except DBAPIError:
        database.close()
        raise _unreadable(path) from None
    return database


def _full(path: Path) -> Path:
    """`path` with its home folder and links resolved. Raises JournalError when it has no end."""
    try:
        return path.expanduser().resolve()
    except (OSError, RuntimeError):  # nobody's home, or links in a circle
        raise JournalError(tr("There is no journal {name} there.", name=path.name)) from None


def _unreadable(path: Path) -> Damaged:
    return Damaged(tr("{name} is damaged and cannot be opened.", name=path.name))


def create_file(path: Path) -> None:
    """Make an empty journal at `path`: complete under its name, or not there at all.

    Raises JournalError when something is there already or the folder cannot be written.
    """
    path = _full(path.parent) / path.name
    draft = path.parent / f".{path.name}.{uuid.uuid4().hex[:8]}"
    try:
        if path.is_symlink() or path.exists():
            raise FileExistsError
        make_private(path.parent)
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _write_schema(draft)
        _give_name(draft, path)
    except FileExistsError:
        if not path.parent.is_dir():
            raise JournalError(
                tr("{name} cannot be made there: its folder is a file.", name=path.name)
            ) from None
        raise JournalError(tr("{name} is there already.", name=path.name)) from None
    except (OSError, DBAPIError) as error:
        raise JournalError(
            tr("{name} cannot be made there: {why}.", name=path.name, why=_reason(error))
        ) from None
    finally:
        with contextlib.suppress(OSError):
            draft.unlink()


def _give_name(draft: Path, path: Path) -> None:
    """Rename without ever replacing somebody else's file, which a plain rename would do."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links, such as a memory stick's
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        draft.replace(path)


def _reason(error: OSError | DBAPIError) -> str:
    return str(error.orig) if isinstance(error, DBAPIError) else error.strerror or str(error)


def _write_schema(path: Path) -> None:
    engine = create_engine(
        "sqlite://", module=driver, creator=lambda: _connect(path, False), poolclass=StaticPool,
        isolation_level="AUTOCOMMIT",
    )
    try:
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
    finally:
        engine.dispose()
