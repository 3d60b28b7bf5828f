"""What a hand on Today did not mean: a press on a row that slid under it, a key that is held down.

When something is done its row goes, and the next one stands where the mouse still is. A second
press there was meant for what is gone, so it does nothing: until the mouse has moved, or until
there was time to see the new row, whichever comes first; no press that was meant is lost.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

HOLD = 0.5  # seconds in which a row that came under the mouse is not pressed; ours
WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class Hands(QObject):
    """Watches what can be pressed on the page; `now` gives seconds that only go forward."""

    def __init__(self, parent: QObject, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self.now = now
        self._until = float("-inf")
        self._at = QPoint()  # where the mouse was when rows changed
        self._under: QWidget | None = None  # what was under it then, which may still be pressed
        self._swallows = False  # the release that belongs to a press that did nothing

    def watch(self, *those: QObject) -> None:
        """Keep presses and held keys from these where they were not meant for them."""
        for one in those:
            one.installEventFilter(self)

    def rows_change(self) -> None:
        """To be called before rows come or go."""
        if not self._is_held(QCursor.pos()):
            self._at = QCursor.pos()
            self._under = QApplication.widgetAt(self._at)

    def rows_changed(self) -> None:
        """To be called once they did."""
        settings = QApplication.styleHints()
        self._until = self.now() + max(HOLD, settings.mouseDoubleClickInterval() / 1000)

    def _is_held(self, at: QPoint) -> bool:
        near = (at - self._at).manhattanLength() < QApplication.startDragDistance()
        return near and self.now() < self._until

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            return (event.type() == QEvent.Type.KeyPress and event.isAutoRepeat()
                    and event.key() not in WALKING)
        if not isinstance(event, QMouseEvent) or event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() in PRESSES:
            at = event.globalPosition().toPoint()
            self._swallows = watched is not self._under and self._is_held(at)
            return self._swallows
        if event.type() == QEvent.Type.MouseButtonRelease and self._swallows:
            self._swallows = False
            return True
        return False
