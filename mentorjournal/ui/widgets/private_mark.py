"""The lock and the words that private text always carries."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label
from mentorjournal.words import tr


class PrivateMark(QWidget):
    """Says "private, never exported", or a sentence of its own."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(IconLabel("lock-simple", "muted", 13))
        said = label(words or tr("private, never exported"), "small" if words else "micro", "muted")
        row.addWidget(said, 1)
