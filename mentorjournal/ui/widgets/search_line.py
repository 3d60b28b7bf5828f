"""A line to look for words in: a magnifying glass, a cross to empty it, and a short pause."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from mentorjournal.ui.icons import icon

PAUSE = 80  # ms after the last key before anything is looked for
LONGEST = 300  # letters that are looked for


class SearchLine(QLineEdit):
    """`searched` carries the words after the pause, or at once on Enter."""

    searched = Signal(str)

    def __init__(
        self, placeholder: str, name: str, *, dense: bool = False, parent: QWidget | None = None
    ) -> None:
        """`name` says what is searched, for those who cannot see where it stands."""
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setMaxLength(LONGEST)
        self.setClearButtonEnabled(True)
        self.setProperty("dense", dense)
        self.addAction(icon("magnifying-glass"), QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.hand_in)
        self.textChanged.connect(lambda _text: self._pause.start())
        self.returnPressed.connect(self.hand_in)

    def look_for(self, words: str) -> None:
        """Look for other words, at once."""
        self.setText(words)
        self.hand_in()

    def hand_in(self) -> None:
        """Look for what stands here now."""
        self._pause.stop()
        self.searched.emit(self.text())
