"""What can be done with a brief: mark it as sent, write it as a page or a mail draft."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QWidget

from mentorjournal.mentoring import letter_steps
from mentorjournal.mentoring import letters as rules
from mentorjournal.ui import theme
from mentorjournal.ui.panes.letters_facts import LetterFacts
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import ElidedLabel
from mentorjournal.ui.widgets.parts import row
from mentorjournal.words import short_day, tr

HEIGHT = 56


class LettersFooter(QFrame):
    """`wanted` carries "sent", ".pdf" or ".eml"."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("actionBar")
        self.sent = Button(tr("Mark as sent"), "check")
        self.state = ElidedLabel("", "small", "muted")
        self.pdf = Button(tr("Export PDF"), "file-pdf")
        self.email = Button(tr("Email draft"), "envelope-simple", "primary")
        for key, button in (("sent", self.sent), (".pdf", self.pdf), (".eml", self.email)):
            button.clicked.connect(lambda _on=False, key=key: self.wanted.emit(key))
        self.setFixedHeight(theme.px(HEIGHT))
        parts = row(self)
        parts.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        parts.addWidget(self.sent)
        parts.addWidget(self.state, 1)
        parts.addWidget(self.pdf)
        parts.addWidget(self.email)

    def show_facts(self, facts: LetterFacts) -> None:
        """Say whether the brief went out; a nomination of my own has nobody to send it to."""
        one, mine = facts.letter, letter_steps.is_mine(facts.letter)
        over = rules.is_submitted(one) or rules.is_declined(one)
        self.sent.setVisible(not mine and not one.brief_sent_on and not over)
        self.email.setVisible(not mine)
        asking = facts.move.kind in ("ask", "answer")  # then the brief is not the next thing
        self.email.set_kind("" if over or asking else "primary")
        self.state.setText(tr("Sent {day}", day=short_day(one.brief_sent_on, facts.today))
                           if one.brief_sent_on else "")

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(360), theme.px(HEIGHT))
