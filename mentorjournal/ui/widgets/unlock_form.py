"""The passphrase of a locked journal: one field, Unlock, and in place what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import dress, label
from mentorjournal.ui.widgets.passphrase_field import PassphraseField
from mentorjournal.words import tr

MANY = 3  # wrong tries after which more is said


class UnlockForm(QWidget):
    """It knows no passphrase: what is typed is told by `tried`, and the answer said here."""

    tried = Signal(str, bool)  # the passphrase, and whether it is to be remembered
    left = Signal()  # the other button

    def __init__(self, other: Button, *, can_remember: bool, parent: QWidget | None = None) -> None:
        """`other` is the way out, beside Unlock."""
        super().__init__(parent)
        self.setProperty("clear", True)
        self.field = PassphraseField()
        self.field.setAccessibleName(tr("Passphrase"))
        self.remember = QCheckBox(tr("Remember on this computer"))
        self.remember.setVisible(can_remember)
        self.says = label("", "small", "muted", wrap=True)
        self.unlock = Button(tr("Unlock"), kind="primary")
        self.other = other
        self._wrong = 0
        self._is_busy = False
        self._lay_out()
        self.field.returnPressed.connect(self._try)
        self.field.textChanged.connect(lambda _: self._enable())
        self.field.caps_lock.connect(self._show_caps_lock)
        self.unlock.clicked.connect(self._try)
        self.other.clicked.connect(self.left)
        self._enable()

    def focus_first(self) -> None:
        """Put the caret in the field."""
        self.field.setFocus()

    def set_busy(self, busy: bool) -> None:
        """Show that the passphrase is being tried."""
        self._is_busy = busy
        self.unlock.setText(tr("Unlocking…") if busy else tr("Unlock"))
        self._enable()

    def say(self, sentence: str) -> None:
        """Say what is wrong; what was typed stays, selected, to be typed over or looked at."""
        self._wrong += 1
        if self._wrong >= MANY:
            sentence += " " + tr("Capital and small letters count, and so does every blank.")
        self._tell(sentence, "alert")
        self.field.selectAll()
        self.field.setFocus()

    def _try(self) -> None:
        if self.field.text() and not self._is_busy:
            self.tried.emit(self.field.text(), self.remember.isChecked())

    def _enable(self) -> None:
        self.unlock.setEnabled(bool(self.field.text()) and not self._is_busy)

    def _show_caps_lock(self, on: bool) -> None:
        self._tell(tr("Caps Lock seems to be on.") if on else "", "warn")

    def _tell(self, sentence: str, tone: str) -> None:
        self.says.setText(sentence)
        dress(self.says, "small", tone)
        self.field.setProperty("wrong", tone == "alert")
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
        self.field.setAccessibleDescription(sentence)

    def _lay_out(self) -> None:
        heading = label(tr("Passphrase"), "label", "ink2")
        heading.setBuddy(self.field)
        self.says.setMinimumHeight(theme.px(16))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for each in (heading, self.field, self.says, self.remember):
            column.addWidget(each)
        column.addSpacing(theme.px(8))
        feet = QHBoxLayout()
        feet.setSpacing(theme.px(8))
        feet.addWidget(self.other)
        feet.addStretch(1)
        feet.addWidget(self.unlock)
        column.addLayout(feet)
