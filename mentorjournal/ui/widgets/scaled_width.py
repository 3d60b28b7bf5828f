"""Widths that are fixed at a number of pixels of the usual text size, and follow the text size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from mentorjournal.ui import theme


class _Keeper(QObject):
    """Lives with its widget; a new style, as of another text size, gives it its width anew."""

    def __init__(self, kept: QWidget, pixels: int) -> None:
        super().__init__(kept)
        self._pixels = pixels
        kept.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange and isinstance(watched, QWidget):
            watched.setFixedWidth(theme.px(self._pixels))
        return False


def keep_width(kept: QWidget, pixels: int) -> None:
    """Fix the width at `pixels` of the usual text size, now and when the text size changes."""
    kept.setFixedWidth(theme.px(pixels))
    _Keeper(kept, pixels)
