"""What is damaged in an open journal."""

from __future__ import annotations

from sqlalchemy import Connection

from mentorjournal.store import digests
from mentorjournal.store.database import UNREADABLE
from mentorjournal.words import tr, trn


def findings(connection: Connection) -> list[str]:
    """What is wrong with the file, a sentence each; nothing when it is sound."""
    try:
        return _structure(connection) + _links(connection) + _words(connection)
    except UNREADABLE:
        return [tr("Parts of the file cannot be read.")]


def _structure(connection: Connection) -> list[str]:
    rows = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
    if rows == ["ok"]:
        return []
    return [tr("The file's structure is damaged ({what}).", what=rows[0])]


def _links(connection: Connection) -> list[str]:
    broken = len(connection.exec_driver_sql("PRAGMA foreign_key_check").all())
    if not broken:
        return []
    return [trn("{n} entry points to one that is gone.",
                "{n} entries point to ones that are gone.", broken)]


def _words(connection: Connection) -> list[str]:
    return [
        tr("The words of {table} {row} are not those that were written.", table=table, row=row)
        for table, row in digests.wrong_rows(connection)
    ]
