"""The keyboard on one sheet: every shortcut of the menus, and the keys that hold on the pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.placing import open_at
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.chip import Chip
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row, scrolled, wrapped
from mentorjournal.words import tr

Group = tuple[str, Sequence[tuple[str, tuple[str, ...]]]]  # a heading; what is done, and its keys


def on_pages() -> list[Group]:
    """Keys that belong to no menu, by where they hold."""
    return [
        (tr("In lists and cards"), [
            (tr("Move"), ("↑", "↓")),
            (tr("Do the next thing, or open"), ("Enter",)),
            (tr("Open or choose"), ("Space",)),
            (tr("Remove, with Undo"), ("Delete",)),
            (tr("Move an entry up or down"), ("Alt+↑", "Alt+↓")),
            (tr("Find on this page"), ("Ctrl+F",)),
            (tr("What can be done with it"), ("Shift+F10",)),
        ]),
        (tr("In forms"), [
            (tr("Save, also from a long text"), ("Ctrl+Enter",)),
            (tr("Next page, page before"), ("Ctrl+PgDn", "Ctrl+PgUp")),
            (tr("Type a day, such as 5/6"), ("0–9",)),
            (tr("Leave a day open"), ("Delete",)),
            (tr("Close; what was typed is offered next time"), ("Esc",)),
        ]),
        (tr("While a meeting runs"), [
            (tr("Note an action"), ("Ctrl+1",)),
            (tr("Note feedback"), ("Ctrl+2",)),
            (tr("Note a decision"), ("Ctrl+3",)),
            (tr("Park a thought"), ("Ctrl+4",)),
            (tr("Next item, item before"), ("Ctrl+PgDn", "Ctrl+PgUp")),
            (tr("End the meeting, or finish closing it"), ("Ctrl+Enter",)),
        ]),
        (tr("On the map and the timeline"), [
            (tr("Go from one to the next"), ("←", "→")),
            (tr("First, last"), ("Home", "End")),
            (tr("Closer, further away"), ("+", "−")),
            (tr("Everything in sight"), ("0",)),
            (tr("Somebody’s page"), ("Enter",)),
        ]),
    ]


class KeysDialog(QDialog):
    """Every key, with a line to find one."""

    def __init__(self, menus: Sequence[Group], parent: QWidget | None = None) -> None:
        """`menus` are the groups of the menu bar, in its order."""
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard"))
        self._groups = [_GroupOfKeys(*each) for each in (*menus, *on_pages()) if each[1]]
        self.find = QLineEdit()
        self.find.setPlaceholderText(tr("Find a key or what it does"))
        self.find.setAccessibleName(self.find.placeholderText())
        self.find.setClearButtonEnabled(True)
        self.find.textChanged.connect(self._show_found)
        self._nothing = wrapped(tr("No key is for that. Ctrl+K finds everything that can be done."),
                                "body", "muted")
        self._nothing.hide()
        self._lay_out()
        open_at(self, 860, 620)
        self.find.setFocus()

    def _lay_out(self) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, theme.px(12), 0)
        grid.setHorizontalSpacing(theme.px(32))
        columns = [column(gap=20), column(gap=20)]
        half = sum(each.height_in_rows() for each in self._groups) / 2
        done = 0.0
        for each in self._groups:
            columns[int(done >= half)].addWidget(each)
            done += each.height_in_rows()
        for place, lines in enumerate(columns):
            lines.addStretch(1)
            grid.addLayout(lines, 0, place)
            grid.setColumnStretch(place, 1)
        close = Button(tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        deeds = QHBoxLayout()
        deeds.addStretch(1)
        deeds.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*[theme.px(20)] * 4)
        whole.setSpacing(theme.px(14))
        whole.addWidget(self.find)
        whole.addWidget(self._nothing)
        whole.addWidget(scrolled(inside), 1)
        whole.addLayout(deeds)

    def _show_found(self, text: str) -> None:
        found = [each.show_found(text.casefold().split()) for each in self._groups]
        self._nothing.setVisible(not any(found))


class _GroupOfKeys(QWidget):
    def __init__(self, heading: str, keys: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        super().__init__()
        self._rows: list[tuple[str, QWidget]] = []
        lines = column(self, 6)
        lines.addWidget(label(heading, "heading"))
        for words, several in keys:
            made = QWidget()
            beside = row(made, 4)
            beside.addWidget(wrapped(words), 1)
            for one in several:
                beside.addWidget(Chip(one))
            made.setAccessibleName(f"{words}: {', '.join(several)}")
            self._rows.append((f"{words} {' '.join(several)}".casefold(), made))
            lines.addWidget(made)

    def height_in_rows(self) -> float:
        """How much room it takes beside others."""
        return len(self._rows) + 1.5

    def show_found(self, wanted: Sequence[str]) -> bool:
        """Show the rows that hold every word; whether there are any."""
        found = False
        for text, made in self._rows:
            fits = all(word in text for word in wanted)
            made.setVisible(fits)
            found = found or fits
        self.setVisible(found)
        return found
