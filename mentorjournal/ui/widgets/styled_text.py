"""Growing texts in a style of the theme, and lines that wrap."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.growing_text import LONGEST, GrowingText


class StyledText(GrowingText):
    """A growing text in a style and tone of the theme, also after the theme has changed."""

    def __init__(
        self, placeholder: str, style: str, tone: str = "ink", *, most_lines: int = 24,
        quiet: bool = True, longest: int = LONGEST, parent: QWidget | None = None,
    ) -> None:
        self._face, self._tone = style, tone
        super().__init__(
            placeholder, most_lines=most_lines, quiet=quiet, longest=longest, parent=parent)
        self.setProperty("dense", True)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        if self.font() != theme.font(self._face):
            self.setFont(theme.font(self._face))
        colors = self.palette()
        if colors.color(QPalette.ColorRole.Text) != theme.color(self._tone):
            colors.setColor(QPalette.ColorRole.Text, theme.color(self._tone))
            self.setPalette(colors)


class WrappedLine(StyledText):
    """One line of the journal over as many as it needs here; Enter hands it in."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
            self.focusNextChild()
            return
        super().keyPressEvent(event)
