"""Erase for good: a person or an entry with all that hangs on it, from journal and backups."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DBAPIError

from mentorjournal.journal import nouns
from mentorjournal.journal.journal import Journal
from mentorjournal.store import backup, database, erase, past
from mentorjournal.store.backup import Backup
from mentorjournal.store.errors import JournalError
from mentorjournal.store.past import Key
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.words import short_name, tr

SHORTEST = 3  # letters of a name that is looked for in drafts


@dataclass(frozen=True)
class Erasure:
    """What would be erased: the title, how much of what, and the backups that hold it."""

    table: str
    id: int
    title: str
    counts: Mapping[str, int]
    backups: Sequence[Backup]
    rows: Sequence[Key] = field(repr=False, default=())


def prospect(
    journal: Journal, table: str, row_id: int, folders: Iterable[Path] = ()
) -> Erasure:
    """What erasing an entry would take, and which backups in the journal's own and in more
    `folders` hold it. Raises JournalError when nothing is known of it.
    """
    key = (table, row_id)
    values = _values(journal, key)
    rows = erase.everything_of(journal.read(), key)
    counts = Counter(name for name, _ in rows if name not in past.PARTS)
    counts[table] -= 1
    return Erasure(
        table, row_id, nouns.title(table, values, lambda whom: _name(journal, whom)),
        {name: n for name, n in counts.items() if n},
        _backups(journal, key, folders), rows,
    )


def erase_for_good(journal: Journal, erasure: Erasure, *, backups_too: bool) -> None:
    """Erase what `prospect` found; it cannot be undone, nor can anything done before.

    With `backups_too` a new backup takes the place of those that hold it. Raises JournalError.
    """
    names = _names(journal, (erasure.table, erasure.id))
    with journal.change_for_good(tr("Erase for good")) as connection:
        erase.erase(connection, erasure.rows, names)
    if not backups_too or not erasure.backups:
        return
    backup.make(journal.path, journal.key, "removal")
    for old in erasure.backups:
        with contextlib.suppress(FileNotFoundError):  # thinned by the new one
            _remove(old.path)


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except FileNotFoundError:
        raise
    except OSError:
        raise JournalError(
            tr("It is erased from the journal, but the backup {name} cannot be removed.",
               name=path.name)
        ) from None


def _values(journal: Journal, key: Key) -> Mapping[Any, Any]:
    table, row = key
    found = journal.read().exec_driver_sql(
        f'SELECT * FROM "{RECORD_TABLES[table].name}" WHERE id = ?', (row,)
    ).mappings().first()
    if found is not None:
        return dict(found)
    removed = past.gone(journal.read()).get(key)
    if removed is None:
        raise JournalError(tr("This entry is no longer in the journal."))
    return removed.values


def _name(journal: Journal, person_id: int) -> str:
    try:
        return short_name(str(_values(journal, ("person", person_id))["name"]))
    except JournalError:
        return tr("somebody who was erased")


def _names(journal: Journal, key: Key) -> set[str]:
    """The names that a draft could call a person by, of all that they ever had."""
    if key[0] != "person":
        return set()
    names = [
        str(_values(journal, key)["name"]),
        *(each.text for each in past.wordings(journal.read(), *key, "name")),
    ]
    return {
        word.strip(",") for name in names for word in name.split()
        if len(word) >= SHORTEST and not word.endswith(".")
    }


def _backups(journal: Journal, key: Key, folders: Iterable[Path]) -> list[Backup]:
    found = [
        each for folder in (backup.folder_of(journal.path), *folders)
        for each in backup.found_in(folder)
    ]
    return [each for each in found if _may_hold(journal, each, key)]


def _may_hold(journal: Journal, one: Backup, key: Key) -> bool:
    """Whether a backup has the entry or its past; one that cannot be looked into may."""
    table, row = key
    try:
        with database.reading(one.path, database.key_for(one.path, journal.key)) as connection:
            return connection.exec_driver_sql(
                "SELECT 1 FROM history WHERE tbl = ? AND row = ?", (table, row)
            ).first() is not None
    except (JournalError, DBAPIError, OSError):
        return True
