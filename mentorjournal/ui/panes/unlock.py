"""What stands in the window while the journal is locked: nothing of it but the name of its file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import ElidedLabel, label
from mentorjournal.ui.widgets.scaled_width import keep_width
from mentorjournal.ui.widgets.sidebar import JournalTile
from mentorjournal.ui.widgets.unlock_form import UnlockForm
from mentorjournal.words import tr

WIDTH = 440  # px


class UnlockPane(QWidget):
    """The form in a card, in the middle."""

    def __init__(self, path: Path, *, can_remember: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        other = Button(tr("Open another journal…"), "folder-open", "quiet")
        self.form = UnlockForm(other, can_remember=can_remember)
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(*[theme.px(24)] * 4)
        inside.addWidget(self.form)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(24))
        column.addStretch(2)
        column.addLayout(self._head(path))
        column.addWidget(card)
        column.addWidget(label(
            tr("Nobody can open a journal whose passphrase is forgotten."), "small", "muted"),
            0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        body = QWidget()
        keep_width(body, WIDTH)
        body.setLayout(column)
        outer = QHBoxLayout(self)
        outer.addWidget(body, 0, Qt.AlignmentFlag.AlignHCenter)

    def focus_first(self) -> None:
        """Put the caret where one begins."""
        self.form.focus_first()

    def _head(self, path: Path) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(JournalTile(48))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(label(tr("This journal is locked"), "welcome"))
        lines.addWidget(ElidedLabel(path.name, "body", "muted"))
        row.addLayout(lines, 1)
        return row
