"""In the feedback panel: what I asked, what was said, what kind it was, and its theme."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from mentorjournal.journal import feedback
from mentorjournal.mentoring.vocabulary import FEEDBACK_KINDS
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.ui.panes.feedback_detail_facts import EntryFacts
from mentorjournal.ui.panes.feedback_detail_parts import Section, Texts, labelled
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.parts import column, row, wrapped
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import tr

Wish = Callable[[str], None]


class Asked(Section):
    """My question; empty for what nobody was asked for."""

    def __init__(self, pen: Pen, facts: EntryFacts, wish: Wish) -> None:
        super().__init__(tr("What I asked"))
        self._texts = Texts(pen, facts.entry.id)
        self.lines.addWidget(
            self._texts.make("question", tr("What I asked"), tr("Which question did I ask?")))
        self.heard = Button(tr("Write down what was said…"), "chat-centered-text", "primary")
        self.heard.clicked.connect(lambda: wish("heard"))
        self.lines.addWidget(self.heard, 0, Qt.AlignmentFlag.AlignLeft)

    def show_facts(self, facts: EntryFacts, own: bool) -> None:
        """Show what the journal holds."""
        entry = facts.entry
        self._texts.show(entry, own)
        self.setVisible(bool(entry.requested or entry.question or entry.date is None))
        self.heard.setVisible(entry.date is None and not facts.is_over)


class Said(Section):
    """What was said: in a line, and as situation, behaviour and impact."""

    def __init__(self, pen: Pen, facts: EntryFacts, wish: Wish) -> None:
        super().__init__(tr("What was said"))
        self._pen, self._id = pen, facts.entry.id
        self._texts = texts = Texts(pen, facts.entry.id)
        self.lines.addWidget(texts.make("gist", tr("What was said"), tr("In one line")))
        self.lines.addLayout(labelled([
            (tr("Situation"), texts.make("situation", tr("Situation"), tr("Where and when?"))),
            (tr("Behaviour"), texts.make("behaviour", tr("Behaviour"), tr("What did I do?"))),
            (tr("Impact"), texts.make("impact", tr("Impact"), tr("What came of that?"))),
            (tr("My intent"), texts.make("intent", tr("My intent"), tr("What did I mean to do?"))),
        ]))
        self.kind = Segmented([(one, word(one)) for one in FEEDBACK_KINDS], "", slow=True)
        self.kind.setAccessibleName(tr("Kind of feedback"))
        self.kind.chosen.connect(lambda key: pen.write(feedback.edit, self._id, {"kind": key}))
        self.theme = QLineEdit(placeholderText=tr("Theme, such as: pace"))
        self.theme.setAccessibleName(tr("Theme"))
        self.theme.setProperty("dense", True)
        self.theme.setMaxLength(300)
        self.theme.editingFinished.connect(self._write_theme)
        across = row()
        across.addWidget(self.kind)
        across.addWidget(self.theme, 1)
        self.lines.addLayout(across)

    def show_facts(self, facts: EntryFacts, own: bool) -> None:
        """Show what the journal holds."""
        entry = facts.entry
        self._texts.show(entry, own)
        self.setVisible(entry.date is not None)
        self.kind.set_current(entry.kind)
        self._held = entry.theme or ""
        if not self.theme.hasFocus():
            self.theme.setText(self._held)
        completer = QCompleter(list(facts.themes), self.theme)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.theme.setCompleter(completer)

    def _write_theme(self) -> None:
        said = " ".join(self.theme.text().split())
        if said != self._held:
            self._held = said
            self._pen.write(feedback.edit, self._id, {"theme": said or None})


class SetAside(QWidget):
    """Why it was left at that, and the way back."""

    def __init__(self, wish: Wish) -> None:
        super().__init__()
        self.setProperty("clear", True)
        lines = column(self, 6)
        self.why = wrapped("", "body")
        self.again = Button(tr("Take it up again"), "arrow-counter-clockwise", "row")
        self.again.clicked.connect(lambda: wish("take_up"))
        lines.addWidget(self.why)
        lines.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)

    def show_facts(self, facts: EntryFacts, own: bool) -> None:
        """Show why."""
        from mentorjournal.ui.widgets.parts import set_wrapped

        entry = facts.entry
        self.setVisible(entry.set_aside_on is not None)
        if entry.set_aside_on:
            set_wrapped(self.why, tr(
                "Set aside {day}: {why}", day=facts.day(entry.set_aside_on),
                why=entry.set_aside_why or ""))
