"""Where a file is kept: folders give way in the middle, so that the name of the file is seen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

from mentorjournal import paths
from mentorjournal.ui.widgets.label import plain_tooltip


class PathField(QLineEdit):
    """Read-only; the whole path is in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Path()
        self.setReadOnly(True)

    def set_path(self, path: Path) -> None:
        """Show another place; the home folder is "~"."""
        self._shown = paths.for_people(path)
        self.setToolTip(plain_tooltip(str(path)))
        self.setAccessibleDescription(str(path))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        room = inside.width() - 4  # Qt keeps 2 px at either end
        metrics, parts = self.fontMetrics(), list(self._shown.parts)
        text = str(self._shown)
        while len(parts) > 2 and metrics.horizontalAdvance(text) > room:
            parts.pop(1)
            text = str(Path(parts[0], "…", *parts[1:]))
        self.setText(metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room))
        self.setCursorPosition(0)
