"""A verified copy of a journal: complete and sound under its name, or not there at all."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from mentorjournal.store import health
from mentorjournal.store.database import UNREADABLE, draft_beside, reading
from mentorjournal.store.errors import Damaged, JournalError
from mentorjournal.store.keys import Key
from mentorjournal.store.watch import Watch
from mentorjournal.words import tr

# KiB a copy may keep of the file it reads: an encrypted page is deciphered once, not five times.
_CACHE = 96_000


def write(source: Path, key: Key | None, target: Path, watch: Watch | None = None) -> None:
    """Copy the journal `source`, which may be open, to `target`, and look the copy over.

    The copy is encrypted as the journal is. It reads by a connection of its own, so that it can
    run in a thread; a save waits while it does. Raises JournalError when it cannot be written and
    Damaged when the journal is not sound: then nothing is at `target`.
    """
    watch = watch or Watch()
    draft = draft_beside(target)
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        watch.say(tr("Copying the journal…"))
        with reading(source, key) as connection, watch.over(connection):
            connection.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE}")
            least = _last_step(connection)
            connection.exec_driver_sql("VACUUM INTO ?", (str(draft),))
        verify(draft, key, least, source.name, watch)
        settle(draft, target)
    except OSError as error:
        raise cannot(target, error.strerror or str(error)) from None
    except UnicodeDecodeError:
        raise Damaged(tr("{name} is damaged; no copy was made.", name=source.name)) from None
    except DBAPIError as error:
        why = str(error.orig)
        if "malformed" in why or "not a database" in why:
            raise Damaged(tr("{name} is damaged; no copy was made.", name=source.name)) from None
        raise cannot(target, why) from None
    finally:
        for part in (draft, draft.with_name(draft.name + "-journal")):
            with contextlib.suppress(OSError):
                part.unlink()


def verify(
    path: Path, key: Key | None, least_step: int, name: str, watch: Watch | None = None
) -> None:
    """Look a copy over; raises Damaged, with the `name` of what was copied."""
    if not is_sound(path, key, least_step, watch):
        raise Damaged(tr("{name} is damaged; no copy was made.", name=name))


def is_sound(path: Path, key: Key | None, least_step: int, watch: Watch | None = None) -> bool:
    """Whether structure, links and the digest of every row are right, up to `least_step`."""
    watch = watch or Watch()
    watch.say(tr("Reading the copy back…"))
    try:
        with reading(path, key) as connection, watch.over(connection):
            connection.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE}")
            return not health.findings(connection) and _last_step(connection) >= least_step
    except UNREADABLE:
        return False


def settle(draft: Path, target: Path) -> None:
    """Put a finished file under its name, on the disk for good. Raises OSError."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    draft.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` last; nothing to do on Windows. Raises OSError."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def cannot(target: Path, why: str) -> JournalError:
    """The refusal for a copy that could not be written."""
    if "full" in why or "No space" in why:
        why = tr("the disk is full")
    elif "readonly" in why or "unable to open" in why or "Permission" in why:
        why = tr("it may not be written")
    elif "No such file" in why:
        why = tr("it is not there")
    return JournalError(
        tr("{folder} cannot take a copy: {why}.", folder=str(target.parent), why=why)
    )


def _last_step(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM step").scalar_one())
