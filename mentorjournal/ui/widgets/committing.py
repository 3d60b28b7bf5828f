"""Text that is handed in by itself: after a short pause, and when the field is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 600


class Committing(QObject):
    """Waits for a pause in typing, then hands the text on if it is another one than before.

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
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.now)

    def settle(self, text: str) -> None:
        """`text` is what the journal holds now."""
        self._timer.stop()
        self._settled = text

    def touched(self) -> None:
        """The text may have changed: wait for the next pause."""
        self._timer.start()

    def pending(self) -> bool:
        """Whether something was typed that has not been handed in."""
        return self._read() != self._settled

    def now(self) -> None:
        """Hand in what was typed, if anything was."""
        self._timer.stop()
        text = self._read()
        if text != self._settled and not self.held:
            self._settled = text
            self._hand_in(text)
