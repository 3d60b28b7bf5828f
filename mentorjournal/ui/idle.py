"""Nobody has touched the program for a while: noticed without waking it while nobody does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

GRAIN = 20_000  # ms after a touch in which further ones are not looked at
_TOUCHES = {
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TabletPress, QEvent.Type.InputMethod,
}


class IdleWatch(QObject):
    """One timer: after a touch it rests for a grain, then it waits for the next touch or the end.

    While somebody works, no event passes through here but one in a grain.
    """

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._over)
        self._after = 0
        self._resting = False

    def start(self, milliseconds: int) -> None:
        """Say `idle` when nobody has touched the program for so long; 0 for never."""
        self.stop()
        self._after = milliseconds
        if milliseconds:
            self._rest()

    def stop(self) -> None:
        """Look no longer."""
        self._timer.stop()
        self._listen(False)

    def is_running(self) -> bool:
        """Whether it looks."""
        return self._timer.isActive()

    def _rest(self) -> None:
        self._listen(False)
        self._resting = True
        self._timer.start(min(GRAIN, self._after // 2))

    def _over(self) -> None:
        if self._resting:
            self._resting = False
            self._listen(True)
            self._timer.start(self._after - min(GRAIN, self._after // 2))
        else:
            self._listen(False)
            self.idle.emit()

    def _listen(self, on: bool) -> None:
        application = QApplication.instance()
        if application is None:
            return
        application.removeEventFilter(self)
        if on:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._rest()
        return False
