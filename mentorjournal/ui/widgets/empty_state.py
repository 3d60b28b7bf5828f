"""What stands where nothing is yet: a title, a sentence that says how it begins, one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import label

WIDEST = 460


class EmptyState(QFrame):
    """Centred; with `card` it has a ground and an edge of its own."""

    acted = Signal()

    def __init__(
        self, title: str = "", text: str = "", button: str = "", icon_name: str | None = None,
        *, card: bool = False, kind: str = "", parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", card)
        self._title = label(title, "row-title", wrap=True)
        self._text = label(text, "small", "muted", wrap=True)
        self._button = Button(button, icon_name, kind or "row")
        self._button.clicked.connect(self.acted)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(3))
        column.addStretch(1)
        for each in (self._title, self._text):
            each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            each.setMaximumWidth(theme.px(WIDEST))
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(each, 100)
            row.addStretch(1)
            column.addLayout(row)
        column.addSpacing(theme.px(7))
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.set_words(title, text, button)

    def set_words(self, title: str, text: str, button: str = "") -> None:
        """Say something else. Without words the button goes."""
        self._title.setText(title)
        self._text.setText(text)
        self._button.setText(button)
        self._button.setVisible(bool(button))

    def button(self) -> Button:
        """The button."""
        return self._button
