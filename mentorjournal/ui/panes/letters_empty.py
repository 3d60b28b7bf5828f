"""What stands on the letters page while nobody has been asked: what a brief is for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.words import tr

WIDEST = 460


class LettersEmpty(QWidget):
    """Two ways to begin: a request, or the accomplishments a brief is made of."""

    letter_wanted = Signal()
    accomplishments_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = label(tr("No letter yet"), "record-title")
        text = label(tr(
            "Whoever writes for you knows you, but not which day it was and what came of it. A "
            "brief gives them that: what the readers look for, what you hope they can speak to, "
            "and for each of it something they saw."), "body", "muted", wrap=True)
        text.setMaximumWidth(theme.px(WIDEST))
        self.new = Button(tr("New request"), "plus", "primary")
        self.achieved = Button(tr("Accomplishments"), "medal")
        self.new.clicked.connect(self.letter_wanted)
        self.achieved.clicked.connect(self.accomplishments_wanted)
        buttons = row()
        buttons.addStretch(1)
        buttons.addWidget(self.new)
        buttons.addWidget(self.achieved)
        buttons.addStretch(1)
        lines = column(self, gap=8)
        lines.addStretch(2)
        for each in (title, text):
            each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            middle = row()
            middle.addStretch(1)
            middle.addWidget(each, 100)
            middle.addStretch(1)
            lines.addLayout(middle)
        lines.addSpacing(theme.px(6))
        lines.addLayout(buttons)
        lines.addStretch(3)
