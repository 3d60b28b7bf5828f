"""Asking for the passphrase of another copy of the journal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.words import tr


def ask_passphrase(parent: QWidget, name: str, take: Take) -> bool:
    """Ask for the passphrase of the file `name` until `take` takes it, or it is given up."""
    dialog = PassphraseDialog(parent, name)
    dialog.take = take
    return dialog.exec() == PassphraseDialog.DialogCode.Accepted


class PassphraseDialog(FormDialog):
    """One field; what is typed is not shown."""

    def __init__(self, parent: QWidget | None, name: str) -> None:
        super().__init__(
            tr("Passphrase of the other copy"), parent, ok=tr("Compare"),
            intro=tr("“{name}” is locked with another passphrase than this journal.", name=name),
        )
        line = QLineEdit()
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setMaxLength(1_000_000)
        self.passphrase = self.add_field("passphrase", tr("Passphrase"), line)
        self.fill_in()
        self.passphrase.setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        typed = self.passphrase.text()
        return {} if typed else {"passphrase": tr("Write the passphrase of that copy.")}

    def values(self) -> dict[str, Any]:
        return {"passphrase": self.passphrase.text()}  # as it was typed, spaces and all
