"""A card to choose from: an icon, a title and a line, with a radio button for the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QVBoxLayout

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label


class ChoiceCard(QFrame):
    """A card to choose from; the radio button in it carries keyboard and focus."""

    def __init__(self, icon_name: str, title: str, text: str) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setProperty("chosen", False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.radio = QRadioButton()
        self.radio.setProperty("wordless", True)  # so that the ring around it is round
        self.radio.setAccessibleName(title)
        self.radio.setAccessibleDescription(text)
        self.radio.toggled.connect(self._show_chosen)
        head = QHBoxLayout()
        head.addWidget(IconLabel(icon_name, "accent", 24))
        head.addStretch(1)
        head.addWidget(self.radio)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(18)] * 4)
        column.setSpacing(theme.px(4))
        column.addLayout(head)
        column.addSpacing(theme.px(8))
        column.addWidget(label(title, "heading"))
        column.addWidget(label(text, "small", "muted", wrap=True))
        column.addStretch(1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.radio.setChecked(True)
        self.radio.setFocus()

    def _show_chosen(self, chosen: bool) -> None:
        self.setProperty("chosen", chosen)
        self.style().unpolish(self)
        self.style().polish(self)
