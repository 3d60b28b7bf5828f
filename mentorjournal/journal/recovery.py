"""A damaged journal: what is hurt, what its backups hold, and what can be saved of it.

All of this is about a closed file. Nothing here writes to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from mentorjournal import paths
from mentorjournal.journal import fields
from mentorjournal.store import backup, database, health, keys, rebuild, recognise, salvage
from mentorjournal.store.backup import Backup
from mentorjournal.store.errors import (
    Damaged,
    JournalError,
    Locked,
    NoJournal,
    WrongPassphrase,
)
from mentorjournal.store.keys import Fit, Key
from mentorjournal.store.pages import Row
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.store.still import standing
from mentorjournal.words import listing, tr, trn

Secret = str | Key | None  # what opens a journal: a passphrase, its key, or nothing
Counts = Mapping[str, int]  # table -> how many rows

_MOST_NAMED = 5  # entries named one by one


@dataclass(frozen=True)
class Remains:
    """What is left of a damaged journal, by table, and the entries that may not be as written.

    Of `unproven` entries what would prove them is gone; nothing speaks against them.
    """

    saved: Counts
    lost: Counts
    unsure: tuple[str, ...] = ()
    unproven: int = 0
    file: Path | None = None  # the new journal, once there is one


# What there is to go back to ---------------------------------------------------------------------


def backups(journal: Path, more: Iterable[Path] = ()) -> list[Backup]:
    """The backups of a journal, newest first; of those in `more` folders what is not in its own."""
    found: dict[str, Backup] = {}
    for folder in (paths.backups_folder(), *more):
        with suppress(OSError, JournalError):
            for each in backup.found_in(folder / backup.name_of_folder(journal)):
                found.setdefault(each.path.name, each)
    return sorted(found.values(), key=lambda each: each.number, reverse=True)


def holdings(file: Path, secret: Secret) -> Counts:
    """What a journal or a backup holds, by table. Raises JournalError."""
    try:
        with database.reading(file, database.key_for(file, secret)) as connection:
            return {
                name: int(connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one())
                for name in RECORD_TABLES
            }
    except DBAPIError:
        raise Damaged(tr("{name} is damaged.", name=file.name)) from None


def is_sound(file: Path, secret: Secret) -> bool:
    """Whether a full look at a backup finds nothing wrong. Raises JournalError."""
    return not health.full(file, database.key_for(file, secret))


def restore(chosen: Backup, secret: Secret, journal: Path) -> Path | None:
    """Put a backup in the journal's place; where the damaged file then is. Raises JournalError."""
    return backup.restore(chosen.path, secret, journal)


# What can be saved -------------------------------------------------------------------------------


def is_locked(journal: Path) -> bool:
    """Whether a passphrase is needed to look into the damaged file or its newest backup."""
    try:
        if journal.stat().st_size:
            return not recognise.looks_plain(journal)
    except OSError:
        pass
    newest = backups(journal)[:1]
    try:
        return bool(newest) and not backup.is_plain(newest[0].path)
    except JournalError:
        return False


def key_of(journal: Path, secret: Secret) -> Key | None:
    """The key of a damaged journal, its salt taken from a backup where its own is gone.

    Raises Locked without a passphrase, WrongPassphrase with another one.
    """
    if not is_locked(journal):
        return None
    if secret is None:
        raise Locked(tr("{name} is locked with a passphrase.", name=journal.name))
    if isinstance(secret, Key):
        return secret
    for salt in _salts(journal):
        key = keys.derive(secret, salt)
        if any(keys.fit(key, file) is not Fit.WRONG for file in _files(journal)):
            return key
    raise WrongPassphrase(tr("This is not the passphrase of {name}.", name=journal.name))


def _files(journal: Path) -> Iterator[Path]:
    """The journal and its backups, those that can be encrypted ones."""
    for file in (journal, *(each.path for each in backups(journal))):
        try:
            if file.stat().st_size >= keys.PAGE and not recognise.looks_plain(file):
                yield file
        except OSError:
            continue


def _salts(journal: Path) -> list[bytes]:
    return list(dict.fromkeys(keys.salt_of(file) for file in _files(journal)))


def look(journal: Path, secret: Secret) -> Remains:
    """What could be saved of a damaged journal. Raises JournalError."""
    found = _find(journal, key_of(journal, secret))
    return _remains(found)


def save(journal: Path, secret: Secret, target: Path) -> Remains:
    """Write what can be saved of a damaged journal as a new one at `target`. Raises JournalError.

    A new journal is locked with the same passphrase.
    """
    key = key_of(journal, secret)
    found = _find(journal, key)
    if not any(found.rows.values()):
        raise Damaged(tr("Nothing can be saved from {name}.", name=journal.name))
    remains = _remains(found)
    rebuild.write(found, target, key, fields.fits)
    return replace(remains, file=target)


def free_name(journal: Path) -> Path:
    """A name beside a damaged journal for what is saved of it."""
    path, number = journal.with_name(tr("{name} saved", name=journal.stem) + backup.ENDING), 2
    while path.exists():
        path = journal.with_name(
            tr("{name} saved {number}", name=journal.stem, number=number) + backup.ENDING)
        number += 1
    return path


def _find(journal: Path, key: Key | None) -> salvage.Found:
    try:
        with standing(journal, key) as file:
            return salvage.find(file, key, fields.fits)
    except OSError:
        raise NoJournal(tr("{name} cannot be read.", name=journal.name)) from None


def _remains(found: salvage.Found) -> Remains:
    lost: dict[str, int] = {}
    for table, _ in found.lost:
        lost[table] = lost.get(table, 0) + 1
    saved = {name: len(rows) for name, rows in found.rows.items()}
    unsure = tuple(
        _title(table, found.rows[table][row])
        for table, row in sorted(found.unsure - found.unproven)
    )
    return Remains(saved, lost, unsure, len(found.unproven))


def _title(table: str, row: Row) -> str:
    """An entry by its kind and how its first words begin."""
    noun = table.replace("_", " ")
    first = next(
        (str(value) for column, value in zip(RECORD_TABLES[table].c, row, strict=True)
         if column.name in _TITLES and isinstance(value, str) and value.strip()), "")
    first = " ".join(first.split())
    first = first if len(first) <= 40 else first[:39] + "…"
    return tr("{noun} “{words}”", noun=noun, words=first) if first else noun


_TITLES = {"name", "title", "headline", "text", "gist", "topic", "target", "line", "value", "note"}


# A look from outside -----------------------------------------------------------------------------


def examine(journal: Path, secret: Secret) -> list[str]:
    """Everything that is wrong with a file, a sentence each, also when it cannot be opened.

    It only reads, takes no lock, and so may be done while the journal is open elsewhere. Raises
    JournalError for what is no journal, of a newer version, or locked.
    """
    journal = database.full_path(journal)
    try:
        key = database.key_for(journal, secret)
    except Damaged as refusal:
        return [str(refusal), *_left(journal, secret)]
    try:
        with standing(journal, key) as file:
            _check_version(journal, file, key)
            found = health.full(file, key)
    except OSError:
        raise NoJournal(tr("{name} cannot be read.", name=journal.name)) from None
    return found and [*found, *_left(journal, secret)]


def _check_version(journal: Path, file: Path, key: Key | None) -> None:
    try:
        with database.reading(file, key) as connection:
            application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    except DBAPIError:
        return  # then the look itself says so
    recognise.check_version(journal.name, application, version)


def _left(journal: Path, secret: Secret) -> list[str]:
    """What could be saved, in words; nothing when all could."""
    try:
        remains = look(journal, secret)
    except Locked as refusal:
        return [str(refusal)]
    lost = sum(remains.lost.values())
    if not any(n for table, n in remains.saved.items() if table != "me"):
        return [tr("None of its entries can be read.")]
    return [tr("What can be read of it: {what}.", what=spoken(remains.saved)),
            *([tr("Lost: {what}.", what=spoken(remains.lost))] if lost else [])]


# In words ----------------------------------------------------------------------------------------


def spoken(counts: Counts) -> str:
    """Counts in words: people, meetings and so on, and the rest together."""
    left = {table: n for table, n in counts.items() if n and table != "me"}
    parts = [words(left.pop(table)) for table, words in _NOUNS.items() if table in left]
    others = sum(left.values())
    if others and parts:
        parts.append(trn("{n} other entry", "{n} other entries", others))
    elif others:
        parts.append(trn("{n} entry", "{n} entries", others))
    return listing(parts) or tr("no entries yet")


def compared(counts: Counts, others: Counts) -> str:
    """How many entries more or fewer than `others`; "" when as many."""
    more = {t: n - others.get(t, 0) for t, n in counts.items() if n > others.get(t, 0)}
    fewer = {t: n - counts.get(t, 0) for t, n in others.items() if n > counts.get(t, 0)}
    parts = [tr("{what} more", what=spoken(more))] if any(more.values()) else []
    parts += [tr("{what} fewer", what=spoken(fewer))] if any(fewer.values()) else []
    return listing(parts)


def named(unsure: tuple[str, ...]) -> str:
    """The first of the entries that may not be as they were written."""
    shown = list(unsure[:_MOST_NAMED])
    if len(unsure) > _MOST_NAMED:
        shown.append(trn("{n} more", "{n} more", len(unsure) - _MOST_NAMED))
    return listing(shown)


_NOUNS: dict[str, Callable[[int], str]] = {
    "person": lambda n: trn("{n} person", "{n} people", n),
    "meeting": lambda n: trn("{n} meeting", "{n} meetings", n),
    "feedback": lambda n: trn("{n} piece of feedback", "{n} pieces of feedback", n),
    "letter": lambda n: trn("{n} letter", "{n} letters", n),
}
