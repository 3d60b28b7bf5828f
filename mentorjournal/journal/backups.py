"""Backups of a journal: which there are, what one holds, how one is made and put back.

All of it works on files by connections of its own, so that it may run in a thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from mentorjournal.store import backup
from mentorjournal.store.backup import Backup
from mentorjournal.store.database import full_path, key_for, reading
from mentorjournal.store.errors import Damaged, JournalError
from mentorjournal.store.keys import Key
from mentorjournal.store.watch import Watch
from mentorjournal.words import tr

T = TypeVar("T")

# What is counted, in the order it is said.
COUNTED = ("person", "meeting", "feedback", "letter", "goal", "contact")
NEWEST = 12  # entries shown of what a backup holds
# Kind -> the query for its newest: day, words, person; nothing that is marked as private.
_NEWEST = {
    "meeting": "SELECT substr(starts_at, 1, 10), headline, person_id FROM meeting "
               "WHERE status = 'held'",
    "contact": "SELECT date, line, person_id FROM contact",
    "feedback": "SELECT date, coalesce(topic, gist), person_id FROM feedback",
    "thanks": "SELECT date, for_what, person_id FROM thanks",
    "letter": "SELECT asked_on, target, writer_id FROM letter",
    "accomplishment": "SELECT date, title, NULL FROM accomplishment",
}


@dataclass(frozen=True)
class Made:
    """A backup that was made, and why there is no second copy of it, "" when nothing is wrong."""

    backup: Backup
    note: str = ""


@dataclass(frozen=True)
class Entry:
    """Something that happened, as a backup tells of it."""

    kind: str
    day: date
    text: str
    person: str


@dataclass(frozen=True)
class Contents:
    """What a backup holds: how many of each, who, and what happened last."""

    counts: Mapping[str, int]
    people: tuple[str, ...]
    newest: tuple[Entry, ...]


def folder_of(journal: Path) -> Path:
    """The folder with the backups of a journal. Raises JournalError."""
    return backup.folder_of(journal)


def every(journal: Path) -> list[Backup]:
    """The backups of a journal, newest first. Raises JournalError."""
    return backup.found_in(folder_of(journal))


def make(
    journal: Path, key: Key | None, reason: str, second: Path | None = None,
    watch: Watch | None = None,
) -> Made:
    """Back the journal up, and where there is a second folder once more into that.

    Raises JournalError when there is no backup; a second folder that cannot be had is a note.
    """
    made = backup.make(journal, key, reason, watch=watch)
    if second is None:
        return Made(made)
    try:
        backup.copy_into(made, second, watch)
    except JournalError as refusal:
        return Made(made, str(refusal))
    return Made(made)


def copy_newest(journal: Path, second: Path, watch: Watch | None = None) -> None:
    """Copy the newest backup into a second folder, to see that it can be. Raises JournalError."""
    if full_path(second).is_relative_to(folder_of(journal).parent):
        raise JournalError(tr("Choose another folder: the backups are in this one already."))
    found = every(journal)
    if found:
        backup.copy_into(found[0], second, watch)


def write_into(folder: Path, journal: Path, passphrase: str | Key | None) -> Path:
    """A verified copy in a folder of the user's choice; where it is. Raises JournalError."""
    return backup.write_into(folder, journal, passphrase)


def restore(
    chosen: Path, passphrase: str | Key | None, journal: Path, *,
    present: str | Key | None = None, watch: Watch | None = None,
) -> Path | None:
    """Put a backup in the place of the journal, which must be closed.

    Where the earlier journal is now comes back: in the backup of it that was made just before, or
    set aside when it is damaged; None when there was none. Raises JournalError.
    """
    before = {each.path for each in every(journal)}
    aside = backup.restore(chosen, passphrase, journal, present=present, watch=watch)
    made = [each.path for each in every(journal) if each.path not in before]
    return aside or next(iter(made), None)


def counts(path: Path, passphrase: str | Key | None) -> dict[str, int]:
    """How many of what a backup holds; it is only read. Raises JournalError and its kinds."""
    return _ask(path, passphrase, _counts)


def contents(path: Path, passphrase: str | Key | None) -> Contents:
    """What a backup holds; it is only read. Raises JournalError and its kinds."""
    return _ask(path, passphrase, lambda connection: Contents(
        _counts(connection), _people(connection), _newest(connection)))


def is_plain(path: Path) -> bool:
    """Whether a backup can be read without a passphrase. Raises JournalError and its kinds."""
    return backup.is_plain(path)


def _counts(connection: Connection) -> dict[str, int]:
    return {
        table: int(connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar_one())
        for table in COUNTED
    }


def _people(connection: Connection) -> tuple[str, ...]:
    return tuple(connection.exec_driver_sql("SELECT name FROM person ORDER BY id").scalars())


def _newest(connection: Connection) -> tuple[Entry, ...]:
    names: dict[int | None, str] = {
        row[0]: row[1] for row in connection.exec_driver_sql("SELECT id, name FROM person")
    }
    found = []
    for kind, query in _NEWEST.items():
        rows = connection.exec_driver_sql(f"{query} ORDER BY 1 DESC LIMIT {NEWEST}")
        for day, text, person in rows:
            with suppress(TypeError, ValueError):  # without a day, or with none of the calendar
                entry = Entry(kind, date.fromisoformat(day), text or "", names.get(person, ""))
                found.append(entry)
    return tuple(sorted(found, key=lambda each: each.day, reverse=True)[:NEWEST])


def _ask(path: Path, passphrase: str | Key | None, question: Callable[[Connection], T]) -> T:
    key = key_for(full_path(path), passphrase)
    try:
        with reading(path, key) as connection:
            return question(connection)
    except DBAPIError:
        raise Damaged(tr("This backup is damaged and cannot be read.")) from None
