"""Slow work seen from outside: what it is at, and how it is stopped."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator

from sqlalchemy import Connection

from mentorjournal.store.errors import Stopped
from mentorjournal.words import tr

_OPERATIONS = 20_000  # of SQLite between two looks, well under 10 ms


class Watch:
    """Handed to slow work, which says what it is at; `stop` ends it from another thread."""

    def __init__(self, say: Callable[[str], None] | None = None) -> None:
        self._say = say
        self._stop = threading.Event()

    def say(self, what: str) -> None:
        """Tell who waits what is being done now. Raises Stopped when it shall not be."""
        self.check()
        if self._say is not None:
            self._say(what)

    def stop(self) -> None:
        """End the work at the next look."""
        self._stop.set()

    def check(self) -> None:
        """Raise Stopped when the work shall end."""
        if self._stop.is_set():
            raise Stopped(tr("It was stopped. Nothing was changed."))

    @contextlib.contextmanager
    def over(self, connection: Connection) -> Iterator[None]:
        """Let `stop` end a long statement too, inside the block; it then fails, and so does this.

        Raises Stopped.
        """
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.set_progress_handler(self._stop.is_set, _OPERATIONS)
        try:
            yield
        finally:
            driver.set_progress_handler(None, _OPERATIONS)
            self.check()
