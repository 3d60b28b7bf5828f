"""Pictures of every page of the window and of every document, for eyes: `make screens`."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QTimer

SETTLING = 1500  # ms until every short timer of a page, such as the preview's, has ended


def settle(milliseconds: int = 60) -> None:
    """Let the window paint and its short timers end."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
