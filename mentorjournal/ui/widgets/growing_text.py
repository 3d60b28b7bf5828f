"""A text field that grows with its text and hands it in by itself."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocumentFragment,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from mentorjournal.ui.widgets import long_text
from mentorjournal.ui.widgets.committing import Committing

LONGEST = 1_000_000
PARAGRAPH_END, LINE_END = "\u2029", "\u2028"


class GrowingText(QPlainTextEdit):
    """As high as its text, from `least_lines` to `most_lines`; Tab goes to the next field.

    With `quiet` it has no edge until it is pointed at or has the focus. `text_committed` comes 0.6
    seconds after the last key, every two seconds of typing, and when the field is left. What does
    not fit into `longest` characters is not taken in, and `too_long` carries that number.
    """

    text_committed = Signal(str)
    too_long = Signal(int)

    def __init__(
        self, placeholder: str = "", *, least_lines: int = 1, most_lines: int = 24,
        quiet: bool = True, longest: int = LONGEST, parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = least_lines, most_lines
        self._longest = longest
        self._last_change = (0, 0)
        self._loading = False
        self._committing = Committing(self.text, self.text_committed.emit, self)
        self.setProperty("quiet", quiet)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().contentsChange.connect(self._note_change)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self.textChanged.connect(self._changed)
        self._grow()
        self.document().clearUndoRedoStacks()  # its own making is nothing to take back

    def text(self) -> str:
        """The whole text, line ends as \\n."""
        raw = self.document().toRawText()
        return long_text.join(raw.replace(PARAGRAPH_END, "\n").replace(LINE_END, "\n"))

    def set_text_quietly(self, text: str) -> None:
        """Show what the journal holds, without handing it in again; the cursor stays if it can."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._committing.settle(text)
        if text == self.text():
            return
        place = self.textCursor().position()
        self._loading = True
        self.setPlainText(long_text.cut(text))
        self._loading = False
        # What the editor made of the text is what later text is compared with.
        self._committing.settle(self.text())
        if self.hasFocus():
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)

    def commit(self) -> None:
        """Hand in now what was typed, as before printing."""
        self._committing.now()

    def set_wrong(self, wrong: bool) -> None:
        """Give it the edge of a field that needs another look."""
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._wanted_height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._committing.now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._grow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Without anything to scroll here, the page scrolls.
        if self.verticalScrollBar().maximum() == 0:
            event.ignore()
            return
        super().wheelEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if not text and source.hasHtml():
            text = QTextDocumentFragment.fromHtml(source.html()).toPlainText()
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        room = self._longest - len(self.text()) + len(self.textCursor().selectedText())
        if len(text) > room:
            self.too_long.emit(self._longest)
            text = text[: max(0, room)]
        self.insertPlainText(long_text.cut(text))
        self.ensureCursorVisible()

    def _note_change(self, position: int, _removed: int, added: int) -> None:
        self._last_change = position, added

    def _changed(self) -> None:
        if self._loading:
            return
        # Seams make it look longer: only near the limit is the text itself measured.
        if self.document().characterCount() - 1 > self._longest:
            self._take_back(len(self.text()) - self._longest)
        self._committing.touched()

    def _take_back(self, excess: int) -> None:
        """Remove from the end of what was just put in as much as is too much."""
        position, added = self._last_change
        if excess <= 0:
            return
        end = min(position + added, self.document().characterCount() - 1)
        cursor = self.textCursor()
        cursor.setPosition(max(position, end - excess))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._loading = True
        cursor.removeSelectedText()
        self._loading = False
        self.too_long.emit(self._longest)

    def _wanted_height(self) -> int:
        least, most = self._lines
        lines = min(max(least, ceil(self.document().size().height())), most)
        margins = self.contentsMargins()
        edges = margins.top() + margins.bottom() + 2 * self.document().documentMargin()
        frame = self.height() - self.viewport().height() if self.isVisible() else 0
        return ceil(lines * self.fontMetrics().lineSpacing() + max(edges, frame)) + 1

    def _grow(self) -> None:
        over = self.document().size().height() > self._lines[1]
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if over else policy.ScrollBarAlwaysOff
        )
        height = self._wanted_height()
        if height != self.height():
            self.setFixedHeight(height)
