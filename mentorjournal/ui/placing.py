"""The size of a window that opens for the first time: as drawn, where the screen has the room.

A size that was kept is brought back within the screen by Qt itself.
"""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSize

# What a title bar and borders usually take; the real frame is known only once a window is shown.
FRAME = QMargins(4, 38, 4, 4)


def first_size(drawn: QSize, room: QSize) -> QSize:
    """`drawn`, or as much of it as a screen with this `room` can show with a frame around it."""
    return drawn.boundedTo(room.shrunkBy(FRAME))
