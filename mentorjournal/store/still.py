"""A journal as it stands, for reading it without touching it."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from mentorjournal import paths
from mentorjournal.store import recognise
from mentorjournal.store.database import engine_on, reading
from mentorjournal.store.keys import Key


@contextlib.contextmanager
def standing(path: Path, key: Key | None) -> Iterator[Path]:
    """`path`, or where a save of it was cut off a copy in which SQLite has taken that back.

    The copy is encrypted as the journal is, and goes when the block ends. Raises OSError.
    """
    if not recognise.has_sidecar(path) or _can_be_read(path, key):
        yield path  # with a sidecar that can be read: somebody is just saving
        return
    with tempfile.TemporaryDirectory(dir=paths.state_folder()) as folder:
        copy = Path(folder) / path.name
        for ending in ("", "-journal"):
            shutil.copyfile(path.with_name(path.name + ending), copy.with_name(copy.name + ending))
        with contextlib.suppress(DBAPIError):  # too damaged even for that: it is read as it is
            _take_back(copy, key)
        yield copy


def _can_be_read(path: Path, key: Key | None) -> bool:
    try:
        with reading(path, key) as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    except DBAPIError:
        return False
    return True


def _take_back(path: Path, key: Key | None) -> None:
    engine = engine_on(path, key)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    finally:
        engine.dispose()
