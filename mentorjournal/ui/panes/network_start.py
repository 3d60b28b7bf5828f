"""What an empty journal shows in place of the map: who to begin with."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label
from mentorjournal.words import tr

WIDEST = 440


class NetworkStart(QWidget):
    """A question, a sentence, and the ways to begin: with people, or with what I need."""

    names_wanted = Signal()
    person_wanted = Signal()
    needs_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.names = Button(tr("Add five names"), "users-three", "primary")
        self.names.clicked.connect(self.names_wanted)
        self.one = Button(tr("Add a person"), "plus")
        self.one.clicked.connect(self.person_wanted)
        self.needs = Button(tr("Begin with what I need"), "target", "link")
        self.needs.clicked.connect(self.needs_wanted)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(6))
        column.addStretch(2)
        column.addWidget(IconLabel("users-three", "accent", 40), 0, middle)
        column.addSpacing(theme.px(10))
        column.addWidget(label(tr("Who is already in your corner?"), "welcome"), 0, middle)
        text = label(
            tr("Write down five people whose advice you value: colleagues, teachers, friends. "
               "Names are enough. The map and what is missing follow from there."),
            "body", "muted", wrap=True,
        )
        text.setAlignment(middle)
        text.setMaximumWidth(theme.px(WIDEST))
        column.addLayout(_centred(text))
        column.addSpacing(theme.px(14))
        column.addLayout(_centred(self.names, self.one))
        column.addSpacing(theme.px(10))
        column.addWidget(self.needs, 0, middle)
        column.addStretch(3)

    def focus_first(self) -> None:
        """Put the keyboard on the first thing to do."""
        self.names.setFocus(Qt.FocusReason.OtherFocusReason)


def _centred(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    row.addStretch(1)
    for part in parts:
        row.addWidget(part, 100 if part.sizePolicy().hasHeightForWidth() else 0)
    row.addStretch(1)
    return row
