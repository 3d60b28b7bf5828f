"""What an empty feedback log shows: what it is for, and the two ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.words import tr

WIDEST = 520


class FeedbackStart(QWidget):
    """A title, a sentence, and two buttons."""

    ask_wanted = Signal()
    log_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.ask = Button(tr("Ask for feedback"), "question", "primary")
        self.ask.clicked.connect(self.ask_wanted)
        self.log = Button(tr("Log feedback"), "plus")
        self.log.clicked.connect(self.log_wanted)
        middle = Qt.AlignmentFlag.AlignHCenter
        text = label(
            tr("Ask one person one question, and write down what they say. The log then keeps "
               "with you what you plan, what you did, and telling them what came of it."),
            "body", "muted", wrap=True,
        )
        text.setAlignment(middle)
        text.setMaximumWidth(theme.px(WIDEST))
        lines = column(self, 6)
        lines.addStretch(2)
        lines.addWidget(IconLabel("chat-centered-text", "accent", 40), 0, middle)
        lines.addSpacing(theme.px(10))
        lines.addWidget(label(tr("No feedback yet"), "welcome"), 0, middle)
        lines.addLayout(_centred(text))
        lines.addSpacing(theme.px(14))
        lines.addLayout(_centred(self.ask, self.log))
        lines.addStretch(3)

    def focus_first(self) -> None:
        """Put the keyboard on the first thing to do."""
        self.ask.setFocus(Qt.FocusReason.OtherFocusReason)


def _centred(*parts: QWidget) -> QHBoxLayout:
    across = row()
    across.addStretch(1)
    for part in parts:
        across.addWidget(part, 100 if part.sizePolicy().hasHeightForWidth() else 0)
    across.addStretch(1)
    return across
