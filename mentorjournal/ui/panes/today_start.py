"""What Today shows in an empty journal, and where nothing needs me: how it begins, what is next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row, rule, set_wrapped, wrapped
from mentorjournal.words import tr

WIDEST = 640


class TodayStart(QWidget):
    """First steps; each is a key of the menus, or a page."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.card = QFrame()
        self.card.setProperty("card", True)
        self.card.setMaximumWidth(theme.px(WIDEST))
        steps = (
            ("users-three", tr("Write down who is in your corner"),
             tr("Five names are enough. The map, and whom to be in touch with, follow from them."),
             tr("Add people"), "add_names", "primary"),
            ("calendar-plus", tr("Arrange or note a first meeting"),
             tr("An agenda, what was promised and what came of it stand with it."),
             tr("New meeting"), "new_meeting", "row"),
            ("target", tr("Say what you need"),
             tr("Needs and goals make it clear whom to ask for what."),
             tr("Begin with what I need"), "needs", "row"),
            ("notebook", tr("Look around first"),
             tr("The sample is a made-up journal of two years, to try anything in."),
             tr("Open the sample"), "open_sample", "row"),
        )
        self.buttons: dict[str, Button] = {}
        lines = column(self.card, 0)
        lines.setContentsMargins(1, 1, 1, 1)
        for n, (sign, title, text, words, key, kind) in enumerate(steps):
            if n:
                lines.addWidget(rule())
            lines.addWidget(self._step(sign, title, text, words, key, kind))
        whole = column(self, 6)
        whole.addWidget(label(tr("Where to begin"), "heading"))
        whole.addWidget(wrapped(tr(
            "Once there is something in the journal, this page says each morning what needs you."),
            "small", "muted"))
        whole.addSpacing(theme.px(6))
        across = row()  # so that its height is asked for the width it will have
        across.addWidget(self.card, 100)
        across.addStretch(1)
        whole.addLayout(across)
        whole.addStretch(1)

    def _step(
        self, sign: str, title: str, text: str, words: str, key: str, kind: str
    ) -> QWidget:
        made = QWidget()
        across = row(made, 14)
        across.setContentsMargins(*(theme.px(n) for n in (16, 13, 14, 13)))
        across.addWidget(IconLabel(sign, "accent", 20), 0, Qt.AlignmentFlag.AlignTop)
        said = column(gap=1)
        said.addWidget(wrapped(title, "row-title"))
        said.addWidget(wrapped(text, "small", "muted"))
        across.addLayout(said, 1)
        button = self.buttons[key] = Button(words, None, kind)
        button.setMinimumWidth(theme.px(164))
        button.clicked.connect(lambda: self.wanted.emit(key))
        across.addWidget(button)
        return made

    def focus_first(self) -> None:
        """Put the keyboard on the first step."""
        self.buttons["add_names"].setFocus(Qt.FocusReason.OtherFocusReason)


class Calm(QFrame):
    """Nothing needs me; what comes next."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        across = row(self, 14)
        across.setContentsMargins(*(theme.px(n) for n in (16, 16, 16, 16)))
        across.addWidget(IconLabel("leaf", "ok", 22), 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=1)
        self._next = wrapped("", "small", "muted")
        words.addWidget(wrapped(tr("Nothing needs you today"), "row-title"))
        words.addWidget(self._next)
        across.addLayout(words, 1)

    def say_next(self, words: str) -> None:
        """What comes next; without it that nothing is arranged."""
        set_wrapped(self._next, words or tr(
            "Nothing is arranged and nobody waits. A good day to think ahead."))


