"""The bell of a window: starting the program again for its journal brings it to the front."""

from __future__ import annotations

import contextlib
import socket
import weakref
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from mentorjournal import doorbell

_PATIENCE = 0.1  # seconds for a word from who rang; it comes with the ring


class Bell(QObject):
    """Hung up for a journal that this window writes; only who has its lock may do so."""

    rung = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._socket: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._place = Path()
        self._own = 0  # the inode of our bell: another one may have taken its place

    def hang_up(self, journal: Path) -> None:
        """Be there for `journal`; one that was left there is replaced. Silent where it cannot."""
        self.take_down()
        place = doorbell.place_of(journal)
        if place is None:
            return
        made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            place.unlink(missing_ok=True)
            made.bind(str(place))
            made.listen(64)
            self._own = place.lstat().st_ino
        except OSError:
            made.close()
            return
        made.setblocking(False)
        weakref.finalize(self, made.close)  # also when nobody takes it down
        self._socket, self._place = made, place
        self._notifier = QSocketNotifier(made.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._answer)

    def take_down(self) -> None:
        """Be there no longer."""
        if self._socket is None or self._notifier is None:
            return
        self._notifier.setEnabled(False)
        self._notifier.deleteLater()
        self._socket.close()
        self._socket = self._notifier = None
        with contextlib.suppress(OSError):
            if self._place.lstat().st_ino == self._own:
                self._place.unlink()

    def _answer(self) -> None:
        assert self._socket is not None
        try:
            caller, _ = self._socket.accept()
        except OSError:  # who rang has gone again
            return
        with caller, contextlib.suppress(OSError):
            caller.settimeout(_PATIENCE)
            if caller.recv(len(doorbell.RING)) == doorbell.RING:
                self.rung.emit()
                caller.sendall(doorbell.ANSWER)
