"""A text field that grows with its text and hands it in by itself."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHideEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextDocumentFragment,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QSizePolicy, QWidget
from shiboken6 import isValid

from mentorjournal.ui.widgets import long_text
from mentorjournal.ui.widgets.committing import Committing
from mentorjournal.ui.widgets.label import label
from mentorjournal.words import tr

LONGEST = 1_000_000
PARAGRAPH_END, LINE_END = "\u2029", "\u2028"
TRIES = 4  # to find a height that goes with the width it leaves


class GrowingText(QPlainTextEdit):
    """As high as its text, from `least_lines` to `most_lines`; Tab goes to the next field.

    With `quiet` it has no edge until it is pointed at or has the focus. `text_committed` comes 0.6
    seconds after the last key, every two seconds of typing, and when the field is left. A text of
    more than `longest` characters stays here and says so below, and is not handed in until it is
    shorter. What is more than any editor can hold is not taken in, and `too_long` carries how much.
    """

    text_committed = Signal(str)
    too_long = Signal(int)
    judged = Signal(bool)  # whether the text fits, after every change

    def __init__(
        self, placeholder: str = "", *, least_lines: int = 1, most_lines: int = 24,
        quiet: bool = True, longest: int = LONGEST, parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = least_lines, most_lines
        self._most = longest
        self._says: QLabel | None = None
        self._last_change = (0, 0)
        self._loading = self._growing = self._grow_again = False
        self._committing = Committing(self.text, self.text_committed.emit, self)
        self.setProperty("quiet", quiet)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Lines wrap, but a space at the end of one counts, and the first letters would slip away.
        aside = self.horizontalScrollBar()
        aside.rangeChanged.connect(  # also while it is taken down with its form
            lambda _least, most: aside.setRange(0, 0) if most and isValid(aside) else None)
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
        """Show what the journal holds, without handing it in again; the cursor stays if it can.

        One that was at the end is at the end again.
        """
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._committing.settle(text)
        self._say("")
        if text == self.text():
            return
        place, at_end = self.textCursor().position(), self.textCursor().atEnd()
        self._loading = True
        self.setPlainText(long_text.cut(text))
        self._loading = False
        # What the editor made of the text is what later text is compared with.
        self._committing.settle(self.text())
        if self.hasFocus():
            cursor = self.textCursor()
            end = self.document().characterCount() - 1
            cursor.setPosition(end if at_end else min(place, end))
            self.setTextCursor(cursor)

    def type_anew(self, text: str) -> None:
        """Show a text as if it had just been typed here."""
        self.setPlainText(long_text.cut(text))

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

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._committing.hurry()  # its journal may be about to close

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()
        self._place_sentence()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # A scroll bar that came just before leaves less width, which Qt then tells nobody.
        self.resizeEvent(QResizeEvent(self.viewport().size(), QSize()))

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
        room = LONGEST - len(self.text()) + len(self.textCursor().selectedText())
        if len(text) > room:
            self.too_long.emit(LONGEST)
            text = text[: max(0, room)]
        self.insertPlainText(long_text.cut(text))
        self.ensureCursorVisible()

    def _note_change(self, position: int, _removed: int, added: int) -> None:
        self._last_change = position, added

    def _changed(self) -> None:
        if self._loading:
            return
        # Seams make it look longer: only near the limit is the text itself measured.
        if self.document().characterCount() - 1 > LONGEST:
            self._take_back(len(self.text()) - LONGEST)
        self._judge()
        self._committing.touched()

    def _judge(self) -> None:
        """Say below the text that it is too long, for as long as it is."""
        seeming = self.document().characterCount() - 1
        count = len(self.text()) if seeming > self._most else seeming
        self._say("" if count <= self._most else tr(
            "{field}: {n} characters, and {most} fit. Until it is shorter, the old text stays.",
            field=self.accessibleName(), n=f"{count:,}", most=f"{self._most:,}",
        ))
        self.judged.emit(not self._committing.held)

    def _say(self, sentence: str) -> None:
        self._committing.held = bool(sentence)
        if not sentence and self._says is None:
            return
        if self._says is None:
            self._says = label("", "small", "alert", wrap=True, parent=self)
        if sentence == self._says.text():
            return
        self._says.setText(sentence)
        self._says.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)
        self.set_wrong(bool(sentence))
        self._place_sentence()

    def _place_sentence(self) -> None:
        if self._says is None:
            return
        inside = self.viewport().geometry()
        height = self._says.heightForWidth(inside.width()) + 4 if self._says.text() else 0
        if height != self.viewportMargins().bottom():
            self.setViewportMargins(0, 0, 0, height)
            self._grow()
        self._says.setGeometry(
            inside.x(), self.height() - height - inside.y(), inside.width(), height)

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
        self.too_long.emit(LONGEST)

    def _wanted_height(self) -> int:
        least, most = self._lines
        lines = min(max(least, ceil(self.document().size().height())), most)
        margins = self.contentsMargins()
        edges = margins.top() + margins.bottom() + 2 * self.document().documentMargin()
        frame = self.height() - self.viewport().height() if self.isVisible() else 0
        rest = max(edges + self.viewportMargins().bottom(), frame)
        line = ceil(QFontMetricsF(self.font()).lineSpacing())  # as lines are laid out
        return ceil(lines * line + rest) + 1

    def _grow(self) -> None:
        """Take the height of the text. A height that changes the width is looked at again."""
        if self._growing:
            self._grow_again = True
            return
        self._growing = True
        for attempt in range(TRIES):
            self._grow_again = False
            self._fit(keeps_bar=attempt > 0)
            if not self._grow_again:
                break
        self._growing = False

    def _fit(self, *, keeps_bar: bool) -> None:
        """Near the most lines a scroll bar can take the room that makes it needed: it stays."""
        policy = Qt.ScrollBarPolicy
        has_bar = self.verticalScrollBarPolicy() == policy.ScrollBarAsNeeded
        over = self.document().size().height() > self._lines[1] or (keeps_bar and has_bar)
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if over else policy.ScrollBarAlwaysOff
        )
        height = self._wanted_height()
        if height != self.height() or self.minimumHeight() != self.maximumHeight():
            self.setFixedHeight(height)
