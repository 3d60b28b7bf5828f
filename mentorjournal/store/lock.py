"""One writer: an operating-system lock beside the journal, held for life and freed on a kill."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from mentorjournal.store.errors import JournalError, OpenElsewhere
from mentorjournal.words import tr

if sys.platform == "win32":
    import msvcrt

    def _hold(descriptor: int) -> None:
        os.lseek(descriptor, 1_000_000, os.SEEK_SET)  # past the text, so that it stays readable
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
else:
    import fcntl

    def _hold(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriterLock:
    """The lock `<journal>.lock`; its text names the holder, its bytes mean nothing."""

    def __init__(self, journal: Path) -> None:
        """Take the lock. Raises OpenElsewhere naming the holder when somebody has it.

        Raises JournalError when the file system does not let it be made.
        """
        self.path = journal.with_name(journal.name + ".lock")
        try:
            self._descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            raise JournalError(
                tr("{name} cannot be locked against other programs.", name=journal.name)
            ) from None
        try:
            _hold(self._descriptor)
        except OSError:
            holder = os.read(self._descriptor, 200).decode("utf-8", "replace").strip()
            os.close(self._descriptor)
            raise OpenElsewhere(
                tr(
                    "{name} is open in another window ({holder}).",
                    name=journal.name, holder=holder or tr("another program"),
                )
            ) from None
        with suppress(OSError):  # on a full disk the holder has no name, but the lock all the same
            os.ftruncate(self._descriptor, 0)
            os.write(self._descriptor, tr("process {number}", number=os.getpid()).encode())

    def release(self) -> None:
        """Give the lock back. The file stays: removing it would race with the next holder."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
