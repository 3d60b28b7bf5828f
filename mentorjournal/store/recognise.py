"""What a file is, told from its first bytes without writing or opening it as a database."""

from __future__ import annotations

import stat
import struct
from enum import Enum
from pathlib import Path

from mentorjournal import paths
from mentorjournal.store import keys
from mentorjournal.store.errors import Damaged, JournalError, NewerVersion, NoJournal
from mentorjournal.store.schema import APPLICATION_ID, VERSION
from mentorjournal.words import tr

_MAGIC = b"SQLite format 3\0"
_PAGE_KINDS = frozenset((0x02, 0x05, 0x0A, 0x0D))  # what pages of a database begin with
_PAGES_TRIED = 32
_HEADER = 100  # bytes of the SQLite header; 60..64 user_version, 68..72 application_id


class Kind(Enum):
    """How a journal is kept."""

    PLAIN = "plain"
    ENCRYPTED = "encrypted"


def kind_of(path: Path) -> Kind:
    """How the journal `path` is kept.

    Raises JournalError, Damaged or NewerVersion with a sentence for people when it is none.
    """
    name = path.name
    first = _beginning(path)
    if not first.startswith(_MAGIC):
        size = _size(path)
        if first[68:72] == struct.pack(">i", APPLICATION_ID):
            raise Damaged(tr("{name} is damaged at its beginning.", name=name))
        if _has_pages(path, size) or (size > keys.PAGE and not any(first)):
            raise Damaged(tr("{name} is damaged at its beginning.", name=name))
        if not size:
            raise NoJournal(tr("{name} is empty.", name=name))
        if not keys.looks_encrypted(first):
            raise NoJournal(tr("{name} is not a journal.", name=name))
        if not has_sidecar(path) and _size(path) % keys.PAGE:
            raise Damaged(tr("{name} is damaged: its end is missing.", name=name))
        return Kind.ENCRYPTED
    if len(first) < _HEADER:
        raise Damaged(tr("{name} is damaged: most of it is missing.", name=name))
    version, application = struct.unpack(">i4xi", first[60:72])
    check_version(name, application, version)
    if has_sidecar(path):
        return Kind.PLAIN  # a save was cut off; SQLite takes it back, and the file's length with it
    page = struct.unpack(">H", first[16:18])[0]
    pages = struct.unpack(">I", first[28:32])[0]
    if _size(path) < pages * (65536 if page == 1 else page):
        raise Damaged(tr("{name} is damaged: its end is missing.", name=name))
    return Kind.PLAIN


def looks_plain(path: Path) -> bool:
    """Whether a damaged journal was kept without a passphrase. Raises OSError."""
    with path.open("rb") as file:
        first = file.read(len(_MAGIC))
    return first == _MAGIC or _has_pages(path, path.stat().st_size)


def _has_pages(path: Path, size: int) -> bool:
    """Whether the pages after the first are those of a database that is not encrypted."""
    pages = size // keys.PAGE
    if pages < 4:
        return False
    numbers = range(1, pages, max(1, pages // _PAGES_TRIED))
    with path.open("rb") as file:
        found = 0
        for number in numbers:
            file.seek(number * keys.PAGE)
            found += file.read(1)[0] in _PAGE_KINDS
    return found > len(numbers) // 3  # of noise one in sixty-four is; the rest hold long texts


def check_version(name: str, application: int, version: int) -> None:
    """Refuse what is no journal, or one of a newer version.

    Raises JournalError, Damaged or NewerVersion.
    """
    if application != APPLICATION_ID:
        raise NoJournal(tr("{name} is a database of another program, not a journal.", name=name))
    if version > VERSION:
        raise NewerVersion(tr("{name} was made by a newer version of Mentor Journal.", name=name))
    if version < 1:
        raise Damaged(tr("{name} is damaged: it was never finished.", name=name))


def not_there(path: Path) -> str:
    """The sentence about a journal that is not where it was looked for."""
    return tr("There is no journal {name} in {folder}.", name=path.name,
              folder=paths.for_people(path.absolute().parent))


def has_sidecar(path: Path) -> bool:
    """Whether a save of this journal was cut off; SQLite takes it back when it is opened."""
    return path.with_name(path.name + "-journal").exists()


def _size(path: Path) -> int:
    """The size of a file, asked for once no save is under way: before, it may still grow."""
    try:
        return path.stat().st_size
    except OSError:
        raise JournalError(not_there(path)) from None


def _beginning(path: Path) -> bytes:
    """The first page of a file."""
    name = path.name
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise NoJournal(tr("{name} is a folder, not a journal.", name=name))
        if not stat.S_ISREG(kind):  # reading a pipe would wait for ever
            raise NoJournal(tr("{name} is not a journal.", name=name))
        with path.open("rb") as file:
            return file.read(keys.PAGE)
    except PermissionError:
        raise JournalError(tr("You are not allowed to read {name}.", name=name)) from None
    except OSError:
        raise NoJournal(not_there(path)) from None
