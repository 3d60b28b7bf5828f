"""The passphrase of a new journal: off unless it is wanted, typed twice, and what it means."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.label import dress, label
from mentorjournal.ui.widgets.notice import NoticeStrip
from mentorjournal.ui.widgets.passphrase_field import (
    PassphraseField,
    advice,
    difference,
    no_way_back,
)
from mentorjournal.words import tr


class PassphraseChoice(QWidget):
    """A tick, and below it what it asks for; `finished` when Enter is pressed in its fields."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = QCheckBox(tr("Protect it with a passphrase"))
        self.first, self.again = PassphraseField(), PassphraseField()
        self.says = label("", "small", "muted")
        self.details = self._details()
        self._visited = False
        self._lay_out()
        self.wanted.toggled.connect(self._show_wanted)
        for each in (self.first, self.again):
            each.textChanged.connect(lambda _: self._judge())
            each.returnPressed.connect(self.finished)
            each.caps_lock.connect(self._show_caps_lock)
        self.again.editingFinished.connect(self._visit)
        self._show_wanted(False)

    def passphrase(self) -> str:
        """What was typed; "" when none is wanted."""
        return self.first.text() if self.wanted.isChecked() else ""

    def check(self) -> bool:
        """Whether it can be taken; if not, it is said here."""
        if not self.wanted.isChecked():
            return True
        self._visited = True
        wrong = self._judge()
        if wrong:
            (self.again if self.first.text() else self.first).setFocus()
        return not wrong

    def _visit(self) -> None:
        if self.again.text():
            self._visited = True
            self._judge()

    def _show_wanted(self, wanted: bool) -> None:
        self.details.setVisible(wanted)
        if wanted:
            self.first.setFocus()
        else:
            self._visited = False

    def _judge(self) -> str:
        wrong = difference(self.first.text(), self.again.text())
        said = wrong if self._visited else ""
        self.says.setText(said or advice(self.first.text()))
        dress(self.says, "small", "alert" if said else "muted")
        return wrong

    def _show_caps_lock(self, on: bool) -> None:
        if on:
            self.says.setText(tr("Caps Lock seems to be on."))
            dress(self.says, "small", "warn")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self.wanted)
        head.addWidget(label(tr("optional, you can add one later"), "small", "muted"))
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.details)

    def _details(self) -> QWidget:
        body = QWidget()
        body.setProperty("clear", True)
        grid = QGridLayout(body)
        grid.setContentsMargins(theme.px(22), 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(6))
        for column, (words, field) in enumerate(
                ((tr("Passphrase"), self.first), (tr("Once more"), self.again))):
            grid.addWidget(_named(words, field), 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.says, 2, 0, 1, 2)
        grid.addWidget(NoticeStrip("", no_way_back(), icon_name="key"), 3, 0, 1, 2)
        return body


def _named(words: str, field: PassphraseField) -> QLabel:
    heading = label(words, "label")
    heading.setBuddy(field)
    heading.setAlignment(Qt.AlignmentFlag.AlignLeft)
    field.setAccessibleName(words)
    return heading
