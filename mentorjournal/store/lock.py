"""One writer: an operating-system lock beside the journal, held for life and freed on a kill."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from mentorjournal.store.errors import JournalError, OpenElsewhere
from mentorjournal.words import tr

if sys.platform == "win32":
    import msvcrt

    def _hold(descriptor: int, *, shared: bool = False) -> None:
        os.lseek(descriptor, 1_000_000, os.SEEK_SET)  # past the text, so that it stays readable
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
else:
    import fcntl

    def _hold(descriptor: int, *, shared: bool = False) -> None:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)

_TRIES, _PAUSE = 3, 0.02  # who only asks for the holder has the lock for a moment


def holder(journal: Path) -> str | None:
    """Who has `journal`, in words; None when nobody has."""
    try:
        descriptor = os.open(_lock_of(journal), os.O_RDWR)
    except OSError:
        return None
    try:
        _hold(descriptor, shared=True)
    except OSError:
        return _name_in(descriptor)
    finally:
        os.close(descriptor)
    return None


def is_ours(journal: Path) -> bool:
    """Whether it is this very process that has `journal`."""
    return holder(journal) == _own_name()


def refusal(journal: Path, name: str) -> OpenElsewhere:
    """What is said when `name` has the journal."""
    return OpenElsewhere(
        tr("{name} is open in another window ({holder}).", name=journal.name, holder=name)
    )


class WriterLock:
    """The lock `<journal>.lock`; its text names the holder, its bytes mean nothing."""

    def __init__(self, journal: Path) -> None:
        """Take the lock. Raises OpenElsewhere naming the holder when somebody has it.

        Raises JournalError when the file system does not let it be made.
        """
        self.path = _lock_of(journal)
        try:
            self._descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            raise JournalError(
                tr("{name} cannot be locked against other programs.", name=journal.name)
            ) from None
        if not self._take():
            name = _name_in(self._descriptor)
            os.close(self._descriptor)
            raise refusal(journal, name)
        with suppress(OSError):  # on a full disk the holder has no name, but the lock all the same
            os.ftruncate(self._descriptor, 0)
            os.write(self._descriptor, _own_name().encode())

    def _take(self) -> bool:
        for _ in range(_TRIES):
            try:
                _hold(self._descriptor)
            except OSError:
                time.sleep(_PAUSE)
            else:
                return True
        return False

    def release(self) -> None:
        """Give the lock back. The file stays: removing it would race with the next holder."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def _lock_of(journal: Path) -> Path:
    return journal.with_name(journal.name + ".lock")


def _own_name() -> str:
    return tr("process {number}", number=os.getpid())


def _name_in(descriptor: int) -> str:
    os.lseek(descriptor, 0, os.SEEK_SET)
    name = os.read(descriptor, 200).decode("utf-8", "replace").strip()
    return name or tr("another program")
