"""A one-line text field that hands its text in by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from mentorjournal.ui.widgets.committing import Committing
from mentorjournal.ui.widgets.label import flat, plain_tooltip
from mentorjournal.words import tr

LONGEST = 2_000


class LineText(QLineEdit):
    """`text_committed` comes 0.6 seconds after the last key, every two seconds, and on leaving.

    A text of the journal that is longer than `longest`, or has several lines, is shown cut and
    cannot be edited here: a line that forgets half of it would be worse.
    """

    text_committed = Signal(str)
    too_long = Signal(int)

    def __init__(
        self, placeholder: str = "", *, quiet: bool = False, longest: int = LONGEST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._longest = longest
        self._committing = Committing(self.text, self.text_committed.emit, self)
        self.setProperty("quiet", quiet)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(longest)
        self.textEdited.connect(lambda _text: self._committing.touched())
        self.returnPressed.connect(self.commit)
        self.inputRejected.connect(self._refused)

    def set_text_quietly(self, text: str) -> None:
        """Show what the journal holds, without handing it in again; the cursor stays if it can."""
        whole = len(text) <= self._longest and "\n" not in text
        shown = text if whole else flat(text, min(self._longest - 1, 400)) + "…"
        self.setReadOnly(not whole)
        self.setToolTip(
            "" if whole else plain_tooltip(tr("This text is too long to be edited in one line."))
        )
        if shown != self.text():
            place = self.cursorPosition()
            self.setText(shown)
            self.setCursorPosition(min(place, len(shown)) if self.hasFocus() else 0)
        self._committing.settle(self.text())

    def commit(self) -> None:
        """Hand in now what was typed."""
        if not self.isReadOnly():
            self._committing.now()

    def set_wrong(self, wrong: bool) -> None:
        """Give it the edge of a field that needs another look."""
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def _refused(self) -> None:
        if len(self.text()) >= self._longest:
            self.too_long.emit(self._longest)
