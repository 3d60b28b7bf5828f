"""A line that says what was just taken away, until the next change, and brings it back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import JournalError
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import ElidedLabel
from mentorjournal.ui.widgets.parts import row
from mentorjournal.words import tr


class UndoLine(QFrame):
    """It is hidden until something is taken away; `refused` carries why it cannot come back."""

    refused = Signal(str)

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._says = ElidedLabel("", "small", "muted")
        self.undo = Button(tr("Undo"), "arrow-u-up-left", "row")
        self.undo.clicked.connect(self._undo)
        parts = row(self)
        parts.setContentsMargins(theme.px(14), theme.px(4), theme.px(10), theme.px(8))
        parts.addWidget(self._says, 1)
        parts.addWidget(self.undo)
        self.hide()

    def offer(self, sentence: str) -> None:
        """The journal's last step was this; `sentence` says what is gone."""
        self._says.setText(sentence)
        self.show()
        self._journal.undo_changed.connect(self.hide, Qt.ConnectionType.SingleShotConnection)

    def _undo(self) -> None:
        try:
            self._journal.undo()
        except JournalError as refusal:
            self.refused.emit(str(refusal))
