"""Lines for names, one below the other; more places appear when they are needed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.words import tr

MOST = 200  # places; a longer list is pasted in parts


class NameLine(QLineEdit):
    """Enter goes to the next place; a pasted list fills one place a line."""

    def __init__(self, lines: NameLines, place: int) -> None:
        super().__init__()
        self._lines = lines
        self.setMaxLength(LONGEST_LINE)  # a long text is refused in words, never cut
        self.setAccessibleName(tr("Name {n}", n=place + 1))

    def name(self) -> str:
        """The name that is written, on one line."""
        return " ".join(self.text().split())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pasted = QGuiApplication.clipboard().text()
        if event.matches(QKeySequence.StandardKey.Paste) and "\n" in pasted.strip():
            self.insert_lines(pasted)
            return
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            if self.text().strip() and self._lines.step(self, 1):
                return
            if event.key() == Qt.Key.Key_Down:
                self._lines.step(self, 1)
                return
        elif event.key() == Qt.Key.Key_Up:
            self._lines.step(self, -1)
            return
        super().keyPressEvent(event)

    def insert_lines(self, text: str) -> None:
        """Text as it is pasted: each line is a name."""
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        self.insert(lines[0])
        self._lines.add_after(self, lines[1:])


class NameLines(QWidget):
    """Begins with `first` places; override `row_of` to say more of each name beside it."""

    changed = Signal()  # some name has another letter
    grown = Signal()  # there is one more place

    def __init__(self, first: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self._names: list[NameLine] = []
        for _ in range(first):
            self._add_place()
        self.setFocusProxy(self._names[0])

    def row_of(self, name: NameLine) -> QWidget:
        """What stands in the line of a name."""
        return name

    def places(self) -> list[NameLine]:
        """All places from above to below."""
        return list(self._names)

    def names(self) -> list[str]:
        """The names written, in their order."""
        return [name for place in self._names if (name := place.name())]

    def step(self, place: NameLine, way: int) -> bool:
        """Go to the next or the previous place, if there is one."""
        to = self._names.index(place) + way
        if not 0 <= to < len(self._names):
            return False
        self._names[to].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def add_after(self, place: NameLine, texts: list[str]) -> None:
        """Put more names into the empty places that follow."""
        for text in texts:
            empty = next((one for one in self._names if not one.text()), None) or self._add_place()
            if empty is None:
                return
            empty.setText(text)
            place = empty
        place.setFocus()

    def _add_place(self) -> NameLine | None:
        if len(self._names) >= MOST:
            return None
        place = NameLine(self, len(self._names))
        place.textChanged.connect(lambda _: self._changed())
        self._names.append(place)
        row = self.row_of(place)
        self._column.addWidget(row)
        if self.isVisible():
            row.show()  # so that it can have the keyboard at once
        return place

    def _changed(self) -> None:
        if self._names[-1].text().strip() and self._add_place() is not None:
            self.grown.emit()
        self.changed.emit()
