"""What the page of needs shows while there is none: the question, and two ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.words import tr

WIDEST = 470


class NeedsStart(QWidget):
    """A question, a sentence, the guided way and the short one."""

    look_wanted = Signal()
    need_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.look = Button(tr("Look at where I stand"), "path", "primary")
        self.look.clicked.connect(self.look_wanted)
        self.one = Button(tr("Just write one"), "pencil-simple")
        self.one.clicked.connect(self.need_wanted)
        middle = Qt.AlignmentFlag.AlignHCenter
        lines = column(self, 6)
        lines.addStretch(2)
        lines.addWidget(IconLabel("target", "accent", 40), 0, middle)
        lines.addSpacing(theme.px(10))
        lines.addWidget(label(tr("What do you need?"), "welcome"), 0, middle)
        text = label(
            tr("A mentor cannot guess it. A short look at where you stand takes a few minutes and "
               "shows what you want to be better at. Or write down one need straight away. "
               "Then the map shows who is there for it, and who is missing."),
            "body", "muted", wrap=True)
        text.setAlignment(middle)
        text.setMaximumWidth(theme.px(WIDEST))
        centred = row()
        centred.addStretch(1)
        centred.addWidget(text, 100)
        centred.addStretch(1)
        lines.addLayout(centred)
        lines.addSpacing(theme.px(14))
        buttons = row()
        buttons.addStretch(1)
        buttons.addWidget(self.look)
        buttons.addWidget(self.one)
        buttons.addStretch(1)
        lines.addLayout(buttons)
        lines.addStretch(3)

    def focus_first(self) -> None:
        """Put the keyboard on the first thing to do."""
        self.look.setFocus(Qt.FocusReason.OtherFocusReason)
