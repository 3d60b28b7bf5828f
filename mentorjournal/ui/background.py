"""One slow look at a time in a thread; what it found comes back to the window's own thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

Work = Callable[[Callable[[], None]], Any]  # is given what to call between two pieces


class Stopped(Exception):
    """Raised inside the work when nobody waits for it any more."""


class Background(QObject):
    """Runs works one after another; `stop` ends them and waits, so that a file can be closed."""

    _done = Signal(object, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._waiting: list[tuple[Work, Callable[[Any], None]]] = []
        self._thread: threading.Thread | None = None
        self._done.connect(self._take)

    def run(self, work: Work, then: Callable[[Any], None]) -> None:
        """Do `work` in the thread, then call `then` with its result here."""
        self._waiting.append((work, then))
        if self._thread is None:
            self._next()

    def is_busy(self) -> bool:
        """Whether something is running or waits to."""
        return self._thread is not None

    def stop(self) -> None:
        """End what runs, forget what waits, and return when nothing is read any more."""
        self._waiting.clear()
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _next(self) -> None:
        if not self._waiting:
            self._thread = None
            return
        work, then = self._waiting.pop(0)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(work, then, self._stop))
        self._thread.start()

    def _run(self, work: Work, then: Callable[[Any], None], stop: threading.Event) -> None:
        def pause() -> None:
            if stop.is_set():
                raise Stopped

        try:
            result = work(pause)
        except Stopped:
            return
        except Exception as error:  # raised again in the window's thread, for the crash report
            result = error
        try:
            self._done.emit(result, then, stop)
        except RuntimeError:  # the window has gone meanwhile, and nobody waits any more
            if isValid(self):
                raise

    def _take(self, result: Any, then: Callable[[Any], None], stop: threading.Event) -> None:
        if stop.is_set():
            return
        if self._thread is not None:
            self._thread.join()
        self._next()
        if isinstance(result, Exception):
            raise result
        then(result)
