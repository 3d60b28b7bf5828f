"""A quiet line that adds what is typed into it, as at the end of a list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.icon_label import IconLabel


class AddLine(QFrame):
    """A quiet line that adds what is typed: at Enter, and when it is left with text in it.

    `add` gets the text and says whether it was taken in; if not, the text stays.
    """

    def __init__(
        self, placeholder: str, add: Callable[[str], bool], *, inset: int = 10,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._add = add
        self._adding = False
        self.edit = _PlainLine()
        self.edit.setProperty("quiet", True)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(placeholder)
        self.edit.returnPressed.connect(self.take)
        self.edit.left.connect(self.take)
        parts = QHBoxLayout(self)
        parts.setSpacing(theme.px(4))
        parts.setContentsMargins(theme.px(inset), 0, theme.px(8), 0)
        sign = IconLabel("plus", "muted", 14)
        parts.addWidget(sign)
        parts.addWidget(self.edit, 1)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        # No focus proxy: Qt takes one for a stop of its own wherever it stands in the order of
        # Tab, and Tab then goes round in a part of the page for ever.
        self.edit.setFocus(reason)

    def take(self) -> bool:
        """Add what was typed, if anything was; whether nothing is left in the line."""
        text = self.edit.text()
        if not text.strip() or self._adding:
            return not text.strip()
        self._adding = True
        try:
            if self._add(text):
                self.edit.setText("")  # not clear(): Ctrl+Z would bring the words back, twice
                return True
            return False
        finally:
            self._adding = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.edit.setFocus()


class _PlainLine(QLineEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        adds = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bool(self.text().strip())
        super().keyPressEvent(event)
        if adds:
            event.accept()  # what it stands in does nothing more with this key
