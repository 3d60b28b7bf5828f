"""Files inside the journal: taken in as bytes once, named by their digest, read out again.

A record that has a file keeps its digest and its name; the bytes are in `file_content`, which has
no history, so that undo, redo and recently deleted only put the digest back. Bytes leave the
journal when the last record that has or had them is erased for good.
"""

from __future__ import annotations

import hashlib
import mimetypes
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, insert, select

from mentorjournal.journal.journal import Journal
from mentorjournal.store.columns import clean
from mentorjournal.store.errors import JournalError
from mentorjournal.store.own_tables import file_content
from mentorjournal.words import tr

LIMIT = 20_000_000  # bytes
LONGEST_NAME = 150  # characters; with 4 bytes each still short of what most systems take
_LONGEST_ENDING = 20
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # controls, turners of direction, breaks


@dataclass(frozen=True)
class ChosenFile:
    """A file that was read from the disk and is not in the journal yet."""

    name: str
    data: bytes = field(repr=False)
    media_type: str | None = None


@dataclass(frozen=True)
class KeptFile:
    """A file that is in the journal: what people see of it."""

    digest: str
    name: str
    size: int


def chosen(path: Path) -> ChosenFile:
    """Read the file somebody chose.

    Raises JournalError for a folder, and for a file that is empty, too large or cannot be read.
    """
    name = plain_name(path.name)
    check(path)
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        raise _unreadable(name, error) from None
    _check_size(name, len(data))  # it may have changed since
    return ChosenFile(name, data, media_type_of(name))


def check(path: Path) -> None:
    """Refuse what cannot be taken in, without reading it. Raises JournalError as `chosen` does."""
    name = plain_name(path.name)
    try:
        if path.is_dir():
            raise JournalError(tr("{name} is a folder. Choose a file.", name=name))
        if path.exists() and not path.is_file():  # reading a pipe would wait for ever
            raise JournalError(tr("{name} is not a file that can be kept.", name=name))
        with path.open("rb"):
            size = path.stat().st_size
    except OSError as error:
        raise _unreadable(name, error) from None
    _check_size(name, size)


def _unreadable(name: str, error: OSError) -> JournalError:
    if isinstance(error, FileNotFoundError):
        return JournalError(tr("{name} is no longer there.", name=name))
    why = error.strerror or type(error).__name__
    return JournalError(tr("{name} cannot be read: {why}.", name=name, why=why))


def _check_size(name: str, size: int) -> None:
    if not size:
        raise JournalError(tr("{name} is empty.", name=name))
    if size > LIMIT:
        raise JournalError(tr("{name} is too large; 20 MB fit.", name=name))


def plain_name(name: str) -> str:
    """`name` without folders, and without signs that are not seen or turn what is read around."""
    last = clean(name).replace("\\", "/").rstrip("/").rpartition("/")[2]
    seen = "".join(" " if unicodedata.category(c) in _UNSEEN else c for c in last)
    short = " ".join(seen.split())
    if len(short) > LONGEST_NAME:
        ending = Path(short).suffix[:_LONGEST_ENDING]
        short = short[: LONGEST_NAME - len(ending)].rstrip() + ending
    return short if short.strip(". ") else tr("File")


def media_type_of(name: str) -> str | None:
    """What a file of this name usually is, such as "application/pdf"."""
    return mimetypes.guess_type(name, strict=False)[0]


def keep(connection: Connection, data: bytes, media_type: str | None = None) -> str:
    """Put bytes into the journal, once however often they are given; the digest names them.

    For verbs, inside their change. Raises JournalError when they are none or too many.
    """
    _check_size(tr("The file"), len(data))
    digest = hashlib.sha256(data).hexdigest()
    known = connection.execute(
        select(file_content.c.sha256).where(file_content.c.sha256 == digest)).first()
    if known is None:
        connection.execute(insert(file_content).values(
            sha256=digest, media_type=media_type, size=len(data), data=data))
    return digest


def content(journal: Journal, digest: str) -> bytes:
    """The bytes of a file. Raises JournalError when they are gone or are not what they were."""
    data: bytes | None = journal.read().execute(
        select(file_content.c.data).where(file_content.c.sha256 == digest)).scalar()
    if data is None:
        raise JournalError(tr("This file is no longer in the journal."))
    if hashlib.sha256(data).hexdigest() != digest:
        raise JournalError(tr("This file is damaged; a backup may have it whole."))
    return data


def media_type(journal: Journal, digest: str) -> str | None:
    """What kind of file it was said to be, such as "application/pdf"."""
    return journal.read().execute(
        select(file_content.c.media_type).where(file_content.c.sha256 == digest)).scalar()


def sizes(journal: Journal, digests: Iterable[str | None]) -> dict[str, int]:
    """How many bytes each of these files has; those that are not in the journal are left out."""
    wanted = {each for each in digests if each}
    found = journal.read().execute(
        select(file_content.c.sha256, file_content.c.size)
        .where(file_content.c.sha256.in_(wanted)))
    return {row.sha256: row.size or 0 for row in found}


def kept(journal: Journal, digest: str | None, name: str | None) -> KeptFile | None:
    """What is seen of the file a record has; None when it has none, or its bytes are gone."""
    size = sizes(journal, [digest]).get(digest or "")
    if digest is None or size is None:
        return None
    return KeptFile(digest, plain_name(name or ""), size)
