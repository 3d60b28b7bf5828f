"""An icon as a widget of its own, such as the sign before a sentence."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.icons import paint_icon


class IconLabel(QWidget):
    """The icon `name` in the colour of `token`, `side` px large at text size 1."""

    def __init__(
        self, name: str, token: str = "muted", side: int = 16, *, filled: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_icon(name, token, filled=filled)

    def set_icon(self, name: str, token: str = "muted", *, filled: bool = False) -> None:
        """Show another icon."""
        self._name, self._token, self._filled = name, token, filled
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._side), theme.px(self._side))

    def paintEvent(self, event: QPaintEvent) -> None:
        color = theme.color(self._token)
        paint_icon(QPainter(self), QRectF(self.rect()), self._name, color, filled=self._filled)
