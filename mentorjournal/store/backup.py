"""Backups of a journal: made verified, numbered, thinned; and put back in the journal's place.

They lie in a folder of their own below the backups folder, named after the journal and where it
is, so that they are found also when the journal itself can no longer be read.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from mentorjournal import clock, paths
from mentorjournal.store import copies, recognise
from mentorjournal.store.database import draft_beside, engine_on, full_path, key_for, reading
from mentorjournal.store.errors import Damaged, JournalError
from mentorjournal.store.keys import Key
from mentorjournal.store.lock import WriterLock
from mentorjournal.store.watch import Watch
from mentorjournal.words import tr

# Kept of the newest: one a day, one a week, one a month; these before migrations; and the first.
DAYS, WEEKS, MONTHS, MIGRATIONS = 7, 8, 12, 3
NEWEST = 3  # kept in any case, whatever the clock says
REASONS = (
    "close", "day", "hand", "migration", "import", "restore", "merge", "passphrase", "removal",
)
ENDING = ".mentorjournal"
_NAME = re.compile(r"(\d{4,}) (\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d) (\w+)" + re.escape(ENDING))
_STAMP = "%Y-%m-%d %H.%M.%S"
_SIDECARS = ("-journal", "-wal", "-shm")
_DRAFT = re.compile(r"\..+" + re.escape(ENDING) + r"\.[0-9a-f]{8}(-journal)?")


@dataclass(frozen=True)
class Backup:
    """One backup; `number` counts up and is the order, `made_at` is what the clock said."""

    path: Path
    number: int
    made_at: datetime
    reason: str
    size: int


def folder_of(journal: Path) -> Path:
    """Where the backups of `journal` lie; made when it is missing. Raises JournalError."""
    name = name_of_folder(journal)
    try:
        return paths.make_private(paths.backups_folder() / name)
    except OSError as error:
        raise copies.cannot(Path(name) / name, error.strerror or str(error)) from None


def name_of_folder(journal: Path) -> str:
    """What the folder of the backups of `journal` is called, wherever it lies."""
    place = hashlib.sha256(str(full_path(journal)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{journal.stem[:60]} {place[:8]}"


def found_in(folder: Path) -> list[Backup]:
    """The backups in `folder`, newest first; what is no backup is passed over."""
    found = []
    for path in folder.iterdir() if folder.is_dir() else ():
        match = _NAME.fullmatch(path.name)
        if match:
            with contextlib.suppress(ValueError, OSError):  # no day of the calendar, or just gone
                made_at = datetime.strptime(match[2], _STAMP)
                found.append(Backup(path, int(match[1]), made_at, match[3], path.stat().st_size))
    return sorted(found, key=lambda each: each.number, reverse=True)


def make(
    journal: Path, key: Key | None, reason: str, folder: Path | None = None,
    watch: Watch | None = None,
) -> Backup:
    """Save `journal`, which may be open but not in another program, and thin its backups.

    Raises JournalError, and Damaged when the journal is not sound: no backup goes for its sake.
    """
    folder = folder or folder_of(journal)
    made_at = clock.machine_now().replace(microsecond=0, tzinfo=None)
    try:
        _clear_drafts(folder)
        earlier = found_in(folder)
        number = earlier[0].number + 1 if earlier else 1
        path = folder / f"{number:04d} {made_at.strftime(_STAMP)} {reason}{ENDING}"
        copies.write(journal, key, path, watch)
        backup = Backup(path, number, made_at, reason, path.stat().st_size)
    except OSError as error:
        raise copies.cannot(folder / "any", error.strerror or str(error)) from None
    _thin([backup, *earlier])
    return backup


def write_into(folder: Path, journal: Path, passphrase: str | Key | None) -> Path:
    """A verified copy of `journal` in a folder of the user's choice; where it is.

    The journal may be open elsewhere, and nothing in the folder goes. Raises JournalError.
    """
    if not folder.is_dir():
        raise JournalError(tr("There is no folder {name} there.", name=folder.name))
    journal = full_path(journal)
    key = key_for(journal, passphrase)
    if recognise.has_sidecar(journal):
        # Whoever has it open is writing at the moment; otherwise a save was cut off.
        with contextlib.suppress(JournalError, DBAPIError):
            lock = WriterLock(journal)
            try:
                _finish_save(journal, key)
            finally:
                lock.release()
    stamp = clock.machine_now().strftime(_STAMP)
    target = _unused(folder / f"{journal.stem} {stamp}{ENDING}")
    copies.write(journal, key, target)
    return target


def to_thin(backups: Sequence[Backup]) -> list[Backup]:
    """Which of `backups`, newest first, need not be kept.

    The order is that of their numbers: a clock that was wrong for a while costs no backup.
    """
    kept = {*backups[:NEWEST], *backups[-1:]}
    kept.update([each for each in backups if each.reason == "migration"][:MIGRATIONS])
    for periods, name in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        newest: dict[str, Backup] = {}
        for each in backups:
            newest.setdefault(each.made_at.strftime(name), each)
        kept.update(list(newest.values())[:periods])
    return [each for each in backups if each not in kept]


def copy_into(backup: Backup, second: Path, watch: Watch | None = None) -> Path:
    """A second copy of a backup below the folder `second`, the same to the last bit.

    Each journal has a folder of its own there too. `second` itself is never made: it may be on a
    disk that is not plugged in. Raises JournalError.
    """
    target = second / backup.path.parent.name / backup.path.name
    if watch is not None:
        watch.say(tr("Copying to the second folder…"))
    try:
        if not second.is_dir():
            raise FileNotFoundError(2, tr("it is not there"))
        paths.make_private(target.parent)
        _clear_drafts(target.parent)
        _copy(backup.path, target)
        _thin(found_in(target.parent))
    except OSError as error:
        raise copies.cannot(target.parent, error.strerror or str(error)) from None
    return target


def restore(
    backup: Path, passphrase: str | Key | None, journal: Path, *,
    present: str | Key | None = None, watch: Watch | None = None,
) -> Path | None:
    """Put `backup` in the place of `journal`, which must be closed.

    The present journal is saved first, `present` being its passphrase when that is another one;
    when it is damaged it is set aside, and where it then is comes back. Raises JournalError: the
    present journal is then where it was, as it was.
    """
    journal = full_path(journal.parent) / journal.name
    if journal.exists() and backup.exists() and journal.samefile(backup):
        raise JournalError(tr("{name} is the journal itself.", name=backup.name))
    key = key_for(full_path(backup), passphrase)
    if not copies.is_sound(backup, key, 0, watch):
        raise Damaged(tr("{name} is damaged; nothing was restored and {journal} is as it was.",
                         name=backup.name, journal=journal.name))
    _check_version(backup, key)
    lock = WriterLock(journal)
    draft = draft_beside(journal)
    try:
        _copy(backup, draft)
        saved = _save_present(journal, present or passphrase, watch)
        aside = _set_aside(journal)
        copies.settle(draft, journal)
        if saved and aside:
            aside.unlink()
            return None
        return aside
    except OSError as error:
        raise copies.cannot(journal, error.strerror or str(error)) from None
    finally:
        draft.unlink(missing_ok=True)
        lock.release()


def _check_version(backup: Path, key: Key | None) -> None:
    """Refuse what a newer version made, which of an encrypted file only now can be told."""
    with reading(backup, key) as connection:
        application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    recognise.check_version(backup.name, application, version)


def _save_present(
    journal: Path, passphrase: str | Key | None, watch: Watch | None
) -> bool:
    """Whether the journal was saved; one that is damaged or locked otherwise cannot be."""
    if not journal.exists():
        return False
    try:
        key = key_for(journal, passphrase)
        _finish_save(journal, key)
    except (JournalError, DBAPIError):
        return False
    try:
        make(journal, key, "restore", watch=watch)
    except Damaged:
        return False
    return True


def _finish_save(journal: Path, key: Key | None) -> None:
    """Let SQLite take back a save that was cut off, which one who only reads may not."""
    engine = engine_on(journal, key)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    finally:
        engine.dispose()


def _set_aside(journal: Path) -> Path | None:
    """Give the journal a second name, and its sidecars that one only.

    A sidecar left beside the file that comes would be played back into it.
    """
    if not journal.exists():
        return None
    stamp = clock.machine_now().strftime("%Y-%m-%d-%H%M%S")
    aside = _unused(journal.with_name(f"{journal.name}.damaged-{stamp}"))
    try:
        os.link(journal, aside)  # so that at no moment nothing has the journal's name
    except OSError:  # a file system without links, such as a memory stick's
        journal.replace(aside)
    for ending in _SIDECARS:
        part = journal.with_name(journal.name + ending)
        if part.exists():
            part.replace(aside.with_name(aside.name + ending))
    return aside


def _unused(path: Path) -> Path:
    """`path`, or where that is taken the same with a number."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
    return free


def _thin(backups: Sequence[Backup]) -> None:
    for old in to_thin(backups):
        with contextlib.suppress(OSError):
            old.path.unlink()


def _clear_drafts(folder: Path) -> None:
    """Remove what a killed program left half made among the backups; the writer's lock is ours."""
    for path in folder.iterdir():
        if _DRAFT.fullmatch(path.name):
            path.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    """Copy a closed file to the last bit. Raises OSError."""
    draft = draft_beside(target)
    try:
        descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with source.open("rb") as read, os.fdopen(descriptor, "wb") as write:
            shutil.copyfileobj(read, write, 1 << 20)
        if _digest(draft) != _digest(source):
            raise OSError(0, tr("what was written is not what was read"))
        copies.settle(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def is_plain(path: Path) -> bool:
    """Whether anybody who has this file can read it. Raises JournalError when it is no journal."""
    return recognise.kind_of(path) is recognise.Kind.PLAIN
