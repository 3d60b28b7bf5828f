"""Open, make and close a journal file: driver, key, settings of SQLite, version, one connection."""

from __future__ import annotations

import contextlib
import glob
import os
import uuid
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from mentorjournal.store import checks, history, keys, recognise, search
from mentorjournal.store.columns import metadata
from mentorjournal.store.errors import Damaged, JournalError, Locked, WrongPassphrase
from mentorjournal.store.keys import Fit, Key
from mentorjournal.store.lock import WriterLock
from mentorjournal.store.own_tables import OWN_TABLES
from mentorjournal.store.schema import APPLICATION_ID, RECORD_TABLES, VERSION
from mentorjournal.words import tr

# What the driver raises on a damaged file; its own message may hold bytes that are no text.
UNREADABLE = (DBAPIError, UnicodeDecodeError)
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

    def __init__(self, path: Path, *, reading_only: bool = False, key: Key | None = None) -> None:
        """Open `path`, which must be a journal that `key` fits."""
        self.path = path
        self.reading_only = reading_only
        self.key = key
        self._lock = None if reading_only else WriterLock(path)
        try:
            self.connect()
        except Exception:
            self._free()
            raise
        if self._lock:
            checks.opened(path)

    def connect(self) -> None:
        """Open the connection, also after `disconnect`; the lock is held all along."""
        self.engine: Engine = engine_on(self.path, self.key, reading_only=self.reading_only)
        self.connection: Connection = self.engine.connect()

    def disconnect(self) -> None:
        """Close the connection and keep the lock, so that another file may take its place."""
        self.connection.close()
        self.engine.dispose()

    def close(self) -> None:
        """Close the file, forget the key, and free the file for others."""
        self.disconnect()
        self.key = None
        if self._lock:
            checks.closed(self.path)
        self._free()

    def _free(self) -> None:
        if self._lock:
            self._lock.release()


def engine_on(path: Path, key: Key | None = None, *, reading_only: bool = False) -> Engine:
    """An engine with one connection to `path`."""
    return create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: _connect(path, key, reading_only),
        poolclass=StaticPool,
        isolation_level="AUTOCOMMIT",  # transactions are begun by hand, DDL included
        hide_parameters=True,
    )


@contextlib.contextmanager
def reading(path: Path, key: Key | None = None) -> Iterator[Connection]:
    """A connection of its own for reading `path`, for as long as the block lasts."""
    engine = engine_on(path, key, reading_only=True)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _connect(path: Path, key: Key | None, reading_only: bool) -> driver.Connection:
    mode = "ro" if reading_only else "rw"
    connection = driver.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=5,
        check_same_thread=False,  # handed from thread to thread, never used by two at once
    )
    if key is not None:
        _unlock(connection, key)
    # What a flipped bit made unreadable is U+FFFD, so that the rest of the row is not lost.
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")
    try:
        for setting in _SETTINGS:
            if not (reading_only and setting.startswith("journal_mode")):
                connection.execute(f"PRAGMA {setting}")
    except UnicodeDecodeError:  # the driver, on a refusal that names what is damaged
        raise driver.DatabaseError("database disk image is malformed") from None
    return connection


def _unlock(connection: driver.Connection, key: Key) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to the terminal
    connection.execute(f'PRAGMA key = "{key.literal}"')
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise JournalError(tr("This copy of the program cannot open encrypted journals."))


def open_file(
    path: Path, passphrase: str | Key | None = None, *, reading_only: bool = False
) -> Database:
    """Open the journal `path`, for reading only on wish or where writing is not allowed.

    A passphrase is not needed, and not looked at, for a journal that has none. Raises JournalError
    and its kinds: Locked without a passphrase, WrongPassphrase with another one.
    """
    path = full_path(path)
    key = key_for(path, passphrase)
    writable = (
        not reading_only and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    )
    try:
        database = Database(path, reading_only=not writable, key=key)
    except UNREADABLE:
        raise _unreadable(path) from None
    try:
        version = _check(database)
        if writable:
            _clear_drafts(path)
        if version < VERSION:
            from mentorjournal.store import migrations

            migrations.bring_up_to_date(database)
    except UNREADABLE:
        database.close()
        raise _unreadable(path) from None
    except BaseException:
        database.close()
        raise
    return database


def key_for(path: Path, passphrase: str | Key | None) -> Key | None:
    """The key that opens the journal `path`; None for one that is not encrypted.

    Raises JournalError and its kinds.
    """
    if recognise.kind_of(path) is recognise.Kind.PLAIN:
        return None
    if passphrase is None:
        raise Locked(tr("{name} is locked with a passphrase.", name=path.name))
    salt = keys.salt_of(path)
    key = passphrase if isinstance(passphrase, Key) else keys.derive(passphrase, salt)
    found = keys.fit(key, path)
    if found is Fit.WRONG:
        raise WrongPassphrase(tr("This is not the passphrase of {name}.", name=path.name))
    if found is Fit.HURT and not recognise.has_sidecar(path):
        raise _unreadable(path)
    return key


def _check(database: Database) -> int:
    """The version in the header; of an encrypted file it could not be read before."""
    connection = database.connection
    connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    recognise.check_version(database.path.name, application, version)
    return version


def _clear_drafts(path: Path) -> None:
    """Remove what a killed program left half made beside the journal; the lock is ours.

    A copy is made as a draft of a draft, so that it too has its name only when it is whole.
    """
    name, mark = f".{glob.escape(path.name)}", f".{'[0-9a-f]' * 8}"
    for left in (*path.parent.glob(name + mark), *path.parent.glob(f".{name}{mark}{mark}")):
        with contextlib.suppress(OSError):
            left.unlink()


def full_path(path: Path) -> Path:
    """`path` with its home folder and links resolved. Raises JournalError when it has no end."""
    try:
        return path.expanduser().resolve()
    except (OSError, RuntimeError):  # nobody's home, or links in a circle
        raise JournalError(recognise.not_there(path)) from None


def _unreadable(path: Path) -> Damaged:
    return Damaged(tr("{name} is damaged and cannot be opened.", name=path.name))


def create_file(path: Path, key: Key | None = None) -> None:
    """Make an empty journal at `path`: complete under its name, or not there at all.

    With a key it is encrypted from its first byte on.
    Raises JournalError when something is there already or the folder cannot be written.
    """
    path = full_path(path.parent) / path.name
    draft = draft_beside(path)
    try:
        if path.is_symlink() or path.exists():
            raise FileExistsError
        if not path.parent.exists():
            raise JournalError(tr("There is no folder {name}.", name=path.parent))
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _write_schema(draft, key)
        give_name(draft, path)
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


def draft_beside(path: Path) -> Path:
    """The name of a draft that will take the place of `path`; what is left of one is cleared."""
    return path.parent / f".{path.name}.{uuid.uuid4().hex[:8]}"


def give_name(draft: Path, path: Path) -> None:
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


def _write_schema(path: Path, key: Key | None) -> None:
    engine = engine_on(path, key)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql("BEGIN EXCLUSIVE")
            metadata.create_all(connection, [*RECORD_TABLES.values(), *OWN_TABLES])
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
