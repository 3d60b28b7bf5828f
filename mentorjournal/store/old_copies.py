"""Copies of a journal that somebody could still read after its passphrase was set or changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from mentorjournal.store import backup, keys, recognise, rekey
from mentorjournal.store.database import reading
from mentorjournal.store.errors import Damaged, JournalError
from mentorjournal.store.keys import Fit, Key

_SIDECARS = ("-journal", "-wal", "-shm")


@dataclass(frozen=True)
class OldCopy:
    """A file that holds the journal's words, or many of them."""

    path: Path
    size: int
    made_at: datetime
    is_backup: bool
    is_plain: bool  # anybody can read it; else the former passphrase is needed


def found(
    journal: Path, uid: str, former: Key | None, folders: Iterable[Path] = ()
) -> list[OldCopy]:
    """Copies of `journal` that are plain or open with the `former` key, newest first.

    Looked for among its backups, also those in further `folders`, and beside it.
    """
    places = dict.fromkeys(_backups([backup.folder_of(journal), *folders]), True)
    for path in _beside(journal):
        if _is_copy(path, journal, uid, former):
            places.setdefault(path, False)
    copies = [
        _described(path, is_backup, plain) for path, is_backup in places.items()
        if (plain := _is_plain(path, former)) is not None
    ]
    return sorted(copies, key=lambda each: each.made_at, reverse=True)


def remove(copies: Sequence[OldCopy]) -> list[OldCopy]:
    """Blank and remove these files; those that could not be removed come back."""
    left = []
    for each in copies:
        try:
            for path in (each.path, *_sidecars(each.path)):
                with path.open("rb+") as file:
                    path.unlink()
                    rekey.blank(file.fileno())
        except OSError:
            if each.path.exists():
                left.append(each)
    return left


def _backups(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from (each.path for each in backup.found_in(folder))


def _beside(journal: Path) -> Iterator[Path]:
    """What may be a copy of the journal in its own folder: set aside, or made by a file sync."""
    for path in sorted(journal.parent.iterdir()):
        if path == journal or path.is_symlink() or not path.is_file():
            continue
        if path.name.endswith(_SIDECARS):  # goes with the file it belongs to
            continue
        if path.suffix == backup.ENDING or path.name.startswith(f"{journal.name}.damaged-"):
            yield path


def _is_copy(path: Path, journal: Path, uid: str, former: Key | None) -> bool:
    if path.name.startswith(f"{journal.name}.damaged-"):
        return True
    key = None if _is_plain(path, former) else former
    try:
        with reading(path, key) as connection:
            return connection.exec_driver_sql(
                "SELECT value FROM meta WHERE key = 'uid'").scalar() == uid
    except DBAPIError:
        return False


def _is_plain(path: Path, former: Key | None) -> bool | None:
    """Whether anybody can read it; None when not even the former passphrase opens it."""
    try:
        if recognise.kind_of(path) is recognise.Kind.PLAIN:
            return True
        fits = former is not None and keys.fit(former, path) is not Fit.WRONG
    except Damaged:
        return _holds_noise(path, former)
    except (JournalError, OSError):
        return None
    return False if fits else None


def _holds_noise(path: Path, former: Key | None) -> bool | None:
    """A damaged file is plain unless it looks encrypted; then its key tells."""
    try:
        with path.open("rb") as file:
            if not keys.looks_encrypted(file.read(keys.PAGE)):
                return True
        return False if former and keys.fit(former, path) is not Fit.WRONG else None
    except OSError:
        return None


def _described(path: Path, is_backup: bool, is_plain: bool) -> OldCopy:
    state = path.stat()
    made_at = datetime.fromtimestamp(state.st_mtime).astimezone()
    return OldCopy(path, state.st_size, made_at, is_backup, is_plain)


def _sidecars(path: Path) -> list[Path]:
    parts = [path.with_name(path.name + ending) for ending in _SIDECARS]
    return [part for part in parts if part.is_file()]
