"""The size of a window or dialog at first: as drawn, where the screen has the room.

A size that was kept is brought back within the screen by Qt itself.
"""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSize
from PySide6.QtWidgets import QWidget

from mentorjournal.ui import theme

# What a title bar and borders usually take; the real frame is known only once a window is shown.
FRAME = QMargins(4, 38, 4, 4)


def open_at(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog a size in px of the usual text, or as much of it as its screen can show."""
    drawn = QSize(theme.px(width), theme.px(height))
    dialog.resize(first_size(drawn, dialog.screen().availableSize()))


def first_size(drawn: QSize, room: QSize) -> QSize:
    """`drawn`, or as much of it as a screen with this `room` can show with a frame around it."""
    return drawn.boundedTo(room.shrunkBy(FRAME))
