"""One slow deed in a thread of its own, and its end back in the window's."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from mentorjournal.store.errors import JournalError


class InThread(QObject):
    """Runs one deed after the other; `then` gets the result, `refused` the refusal.

    A bug is raised again where the window can tell of it.
    """

    _over = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._over.connect(self._end)
        self._then: Callable[[Any], object] | None = None
        self._refused: Callable[[JournalError], object] | None = None

    def is_busy(self) -> bool:
        """Whether a deed is under way."""
        return self._then is not None

    def run(
        self, deed: Callable[[], Any], then: Callable[[Any], object],
        refused: Callable[[JournalError], object],
    ) -> None:
        """Begin; nothing may be under way."""
        assert self._then is None
        self._then, self._refused = then, refused

        def work() -> None:
            try:
                self._over.emit(deed(), None)
            except BaseException as error:
                self._over.emit(None, error)

        threading.Thread(target=work, daemon=True).start()  # no end of the program waits for it

    def _end(self, result: object, error: BaseException | None) -> None:
        then, refused = self._then, self._refused
        self._then = self._refused = None
        assert then is not None and refused is not None
        if error is None:
            then(result)
            return
        if isinstance(error, JournalError):
            refused(error)
            return
        refused(JournalError())
        raise error
