"""Parts of the close step: an answer that can be taken back, captions, and rows for records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mentorjournal.journal.journal import Journal
from mentorjournal.ui.panes.meeting_parts import AddLine, WrappedLine
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.ui.widgets.scaled_width import keep_width
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import tr

CAPTIONS = 184  # px


class Answer(Segmented):
    """One of a few, or none: pressing the chosen one takes the answer back."""

    answered = Signal(object)  # the key, None when it was taken back

    def __init__(
        self, choices: Sequence[tuple[str, str]], question: str, parent: QWidget | None = None
    ) -> None:
        """`choices` are pairs of key and words; `question` is what a screen reader says first."""
        super().__init__(choices, "", parent)
        self._held = ""
        for key, words in choices:
            self.button(key).setAccessibleName(
                tr("{question}: {answer}", question=question, answer=words))
        self.chosen.connect(self._choose)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [*self._buttons.values()]

    def show_answer(self, key: str | None) -> None:
        """Show what the journal holds."""
        self._held = key or ""
        self.set_current(key)

    def _choose(self, key: str) -> None:
        self.show_answer(None if key == self._held else key)
        self.answered.emit(self._held or None)


class Rows(QWidget):
    """Rows for records in their order, and a line below that adds one."""

    def __init__(
        self, make: Callable[[Any], Any], add: AddLine, gap: int = 4,
        parent: QWidget | None = None,
    ) -> None:
        """`make` gives a widget for a record, with `text`, `drop`, `show_record` and `stops`."""
        super().__init__(parent)
        self._make, self.add = make, add
        add.edit.setProperty("dense", True)
        self._rows: dict[int, Any] = {}
        self._lines = column(self, gap=gap)
        self._lines.addWidget(add)

    def rows(self) -> list[Any]:
        """The rows in their order."""
        return sorted(self._rows.values(), key=self._lines.indexOf)

    def row_of(self, record_id: int) -> Any:
        """The row of a record."""
        return self._rows[record_id]

    def show_records(self, records: Sequence[Any], own: bool) -> None:
        """Show these in their order; what has the focus keeps it."""
        for gone in self._rows.keys() - {one.id for one in records}:
            leaving = self._rows.pop(gone)
            if leaving.isAncestorOf(self.window().focusWidget() or self):
                self.add.setFocus()
            leaving.hide()
            leaving.deleteLater()
        for place, record in enumerate(records):
            if record.id not in self._rows:
                self._rows[record.id] = made = self._make(record)
                made.text.entered.connect(self.add.setFocus)
                made.text.emptied.connect(made.drop.click)
            line = self._rows[record.id]
            line.show_record(record, own)
            if self._lines.indexOf(line) != place:
                self._put(line, place)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order: down the rows, then the line that adds."""
        return [*(each for line in self.rows() for each in line.stops()), self.add.edit]

    def _put(self, line: QWidget, place: int) -> None:
        focused = QApplication.focusWidget()
        inside = focused if focused is not None and line.isAncestorOf(focused) else None
        self._lines.insertWidget(place, line)
        line.show()
        if inside is not None:
            inside.setFocus(Qt.FocusReason.OtherFocusReason)

class RowLine(WrappedLine):
    """The words of a row: Enter goes on to the line that adds, Alt with Up or Down moves the row.

    Words that are all deleted are not handed in; when the line is then left, it is `emptied`.
    """

    entered = Signal()
    emptied = Signal()
    move_wanted = Signal(int)  # by how many places

    def __init__(self, placeholder: str, *, most_lines: int = 12) -> None:
        super().__init__(placeholder, "body", most_lines=most_lines)
        self.setAccessibleName(placeholder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.move_wanted.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        elsewhere = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if not self.text().strip() and event.reason() not in elsewhere:
            self.emptied.emit()


def unless_emptied(edit: Callable[..., None]) -> Callable[..., None]:
    """The verb for a field that may be empty only while one is typing in it."""

    def edit_if_said(
        journal: Journal, row_id: int, values: Mapping[str, Any], **named: Any
    ) -> None:
        if all((value or "").strip() for value in values.values()):
            edit(journal, row_id, values, **named)

    return edit_if_said


def section(words: str, *parts: QWidget, at_right: QWidget | None = None) -> QVBoxLayout:
    """A part of the page below its heading."""
    lines = column(gap=6)
    head = row(gap=12)
    head.addWidget(label(words, "heading"))
    head.addStretch(1)
    if at_right is not None:
        head.addWidget(at_right)
    lines.addLayout(head)
    for each in parts:
        lines.addWidget(each)
    return lines


def asked(words: str, *fields: QWidget) -> QHBoxLayout:
    """A caption of one width and what answers it."""
    line = row(gap=8)
    caption = label(words, "small", "muted")
    keep_width(caption, CAPTIONS)
    if fields:
        caption.setBuddy(fields[0])
    line.addWidget(caption, 0, Qt.AlignmentFlag.AlignVCenter)
    for each in fields:
        line.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
    line.addStretch(1)
    return line


