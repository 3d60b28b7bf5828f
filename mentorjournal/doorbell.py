"""A local socket beside no network: a second start rings, and the window that is open comes up.

Its name is made of the journal's path, and it lies in a folder that only its owner can enter.
"""

from __future__ import annotations

import hashlib
import sys
import time
from pathlib import Path

from mentorjournal import paths

RING, ANSWER = b"raise\n", b"raised\n"
SECONDS = 1.0  # a second start must be over within two
_PAUSE = 0.05  # seconds between two tries


def place_of(journal: Path) -> Path | None:
    """Where the bell of a journal's window is; None where the system has no such thing."""
    if sys.platform == "win32":
        return None
    folder = paths.runtime_folder()
    name = hashlib.sha256(str(journal).encode("utf-8", "surrogatepass")).hexdigest()
    return folder / f"{name[:32]}.bell" if folder else None


def ring(journal: Path, *, waiting: bool, seconds: float = SECONDS) -> bool:
    """Ask the window of `journal` to come up; whether it answered in time.

    With `waiting`, a bell that is not there is waited for too: who has just begun to hold the
    journal hangs it up in a moment.
    """
    place = place_of(journal)
    if place is None or not (waiting or place.exists()):
        return False
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if _answers(place, until):
            return True
        if not waiting:
            break
        time.sleep(_PAUSE)
    return False


def _answers(place: Path, until: float) -> bool:
    import socket  # late: most starts meet no other window

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as bell:
        bell.settimeout(max(_PAUSE, until - time.monotonic()))
        try:
            bell.connect(str(place))
            bell.sendall(RING)
            return bell.recv(len(ANSWER)) == ANSWER
        except OSError:
            return False
