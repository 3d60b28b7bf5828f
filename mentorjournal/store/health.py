"""What is damaged in a journal: a quick look at every opening, a full one now and then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import Connection

from mentorjournal.store import digests
from mentorjournal.store.database import UNREADABLE, reading
from mentorjournal.store.keys import Key
from mentorjournal.store.schema import RECORD_TABLES, VERSION
from mentorjournal.words import tr, trn

_UNREADABLE = "Parts of the file cannot be read."

Pause = Callable[[], object]


def quick(path: Path, key: Key | None) -> list[str]:
    """What is wrong with the file's structure, by a connection of its own that only reads.

    Of an encrypted journal the code of every page is looked at, which says more and is as quick.
    """
    try:
        with reading(path, key) as connection:
            return _codes(connection) if key else _structure(connection, "quick_check(1)")
    except UNREADABLE:
        return [tr(_UNREADABLE)]


def full(path: Path, key: Key | None, pause: Pause = lambda: None) -> list[str]:
    """Everything that is wrong with the file, by a connection of its own that only reads.

    It reads in pieces, so that a save need not wait; between two it calls `pause`.
    """
    try:
        with reading(path, key) as connection:
            return (_codes(connection) if key else []) + findings(connection, pause)
    except UNREADABLE:
        return [tr(_UNREADABLE)]


def findings(connection: Connection, pause: Pause = lambda: None) -> list[str]:
    """What is wrong with the file, a sentence each; nothing when it is sound."""
    found: list[str] = []
    for look in (_structures, _links, _words):
        try:
            found += look(connection, pause)
        except UNREADABLE:
            found.append(tr(_UNREADABLE))
    return list(dict.fromkeys(found))


def _codes(connection: Connection) -> list[str]:
    connection.exec_driver_sql("BEGIN")  # a save in the middle would look like damage
    try:
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
        wrong = len(connection.exec_driver_sql("PRAGMA cipher_integrity_check").all())
    finally:
        connection.exec_driver_sql("ROLLBACK")
    if not wrong:
        return []
    return [trn("{n} page of the file is not as it was written.",
                "{n} pages of the file are not as they were written.", wrong)]


def _structures(connection: Connection, pause: Pause) -> Iterator[str]:
    """The file as a whole, then each table with its indexes."""
    yield from _structure(connection, "quick_check(1)")
    for name in connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
    ).scalars().all():
        pause()
        yield from _structure(connection, f'integrity_check("{name}")')


def _structure(connection: Connection, check: str) -> list[str]:
    rows = connection.exec_driver_sql(f"PRAGMA {check}").scalars().all()
    if rows == ["ok"]:
        return []
    return [tr("The file's structure is damaged ({what}).", what=str(rows[0]).split("\n")[-1])]


def _links(connection: Connection, pause: Pause) -> list[str]:
    broken = len(connection.exec_driver_sql("PRAGMA foreign_key_check").all())
    pause()
    if not broken:
        return []
    return [trn("{n} entry points to one that is gone.",
                "{n} entries point to ones that are gone.", broken)]


def _tables(connection: Connection) -> list[str]:
    """The tables of records that the file must have; one of an older version has fewer."""
    if connection.exec_driver_sql("PRAGMA user_version").scalar_one() >= VERSION:
        return list(RECORD_TABLES)
    sql = "SELECT name FROM sqlite_master WHERE type = 'table'"
    return [name for name in connection.exec_driver_sql(sql).scalars() if name in RECORD_TABLES]


def _words(connection: Connection, pause: Pause) -> list[str]:
    found = []
    for table in _tables(connection):
        noun = table.replace("_", " ")
        try:
            rows = digests.wrong_rows(connection, table, pause)
        except UNREADABLE:
            found.append(tr("Some of the entries of the kind “{noun}” cannot be read.", noun=noun))
            continue
        found += [
            tr("The words of {table} {row} are not those that were written.", table=noun, row=row)
            for row in rows
        ]
    return found
