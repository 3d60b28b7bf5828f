"""Text that is handed in by itself: after a short pause, every two seconds, and when it is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 600
LONGEST_MS = 2_000  # also while somebody types on and on; what a kill can cost at the most


class Committing(QObject):
    """Waits for a pause in typing, but not for long, then hands the text on if it is another one.

    A field calls `touched` at every change and `now` when it is left; `settle` says what the
    journal holds. While it is `held`, as for a text that does not fit, nothing is handed in.
    """

    def __init__(
        self, read: Callable[[], str], hand_in: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._hand_in = hand_in
        self._settled = ""
        self.held = False
        self._pause, self._limit = QTimer(self), QTimer(self)
        for timer, wait in ((self._pause, PAUSE_MS), (self._limit, LONGEST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(self.now)

    def settle(self, text: str) -> None:
        """`text` is what the journal holds now."""
        self._stop()
        self._settled = text

    def touched(self) -> None:
        """The text may have changed: wait for the next pause."""
        self._pause.start()
        if not self._limit.isActive():
            self._limit.start()

    def pending(self) -> bool:
        """Whether something was typed that has not been handed in."""
        return self._read() != self._settled

    def now(self) -> None:
        """Hand in what was typed, if anything was."""
        self._stop()
        text = self._read()
        if text != self._settled and not self.held:
            self._settled = text
            self._hand_in(text)

    def hurry(self) -> None:
        """Hand in what waits for a pause, because nobody sees the field any more."""
        if self._pause.isActive():
            self.now()

    def _stop(self) -> None:
        self._pause.stop()
        self._limit.stop()
