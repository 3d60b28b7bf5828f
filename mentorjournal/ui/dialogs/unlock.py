"""The passphrase of another journal, while one is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import ElidedLabel, label
from mentorjournal.ui.widgets.unlock_form import UnlockForm
from mentorjournal.words import tr

WIDTH = 420  # px


class UnlockDialog(QDialog):
    """The form in a box of its own; the present journal stays until the passphrase is right."""

    def __init__(self, path: Path, parent: QWidget | None = None, *, can_remember: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Unlock journal"))
        self.form = UnlockForm(Button(tr("Cancel")), can_remember=can_remember)
        self.form.left.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(24)] * 4)
        column.setSpacing(theme.px(4))
        column.addWidget(label(tr("This journal is locked"), "record-title"))
        column.addWidget(ElidedLabel(path.name, "body", "muted"))
        column.addSpacing(theme.px(12))
        column.addWidget(self.form)
        self.setMinimumWidth(theme.px(WIDTH))
        self.form.focus_first()
