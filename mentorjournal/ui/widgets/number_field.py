"""A field for a whole number, such as minutes or weeks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QWidget

from mentorjournal.ui import theme

INDENT = 11


def indent(field: QAbstractSpinBox, by: int = INDENT) -> None:
    """Set the text of a field with arrows in from the left: a style sheet's padding does not."""
    field.lineEdit().setTextMargins(theme.px(by), 0, 0, 0)


class NumberField(QSpinBox):
    """Whole numbers from `least` to `most`; `dense` is the 28 px high one for rows."""

    def __init__(
        self, least: int = 0, most: int = 999, value: int = 0, *, suffix: str = "",
        dense: bool = False, parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel scrolls the page
        self.setRange(least, most)
        self.setValue(value)
        self.setSuffix(suffix)
        if dense:
            self.setProperty("dense", True)
        indent(self, INDENT - 2 if dense else INDENT)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A number must not change because a page is scrolled under the mouse.
        event.ignore()
