"""In the detail of feedback: what I asked, and what was said, of which kind and about what."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from mentorjournal.journal import feedback
from mentorjournal.mentoring.vocabulary import FEEDBACK_KINDS
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.ui import theme
from mentorjournal.ui.panes.feedback_detail_facts import Facts
from mentorjournal.ui.panes.feedback_detail_parts import Section, beside, captioned
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.buttons import ENTER
from mentorjournal.ui.widgets.choice_box import ChoiceRow
from mentorjournal.ui.widgets.committing import Committing
from mentorjournal.ui.widgets.day_popup import DayButton
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import tr

LONGEST_THEME = 120


class Asked(Section):
    """The question, and the day it was asked."""

    def __init__(self, pen: Pen, feedback_id: int, parent: QWidget | None = None) -> None:
        super().__init__(pen, feedback_id, tr("What I asked"), tr("Write"), parent)
        self.question = self.text("question", tr("What I asked"), tr("The question, as I put it"))
        self.day = DayButton(
            tr("Say when"), tr("asked {day}"), name=tr("When I asked"), quiet=True)
        self.day.day_chosen.connect(
            lambda day: self.set(asked_on=day, requested=bool(day) or self._is_asked))
        self._is_asked = False
        self.head.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        self.lines.addWidget(self.question)

    def show_facts(self, facts: Facts, own: bool) -> None:
        entry = facts.entry
        self._is_asked = entry.requested
        self.show_texts(entry, own)
        self.day.show_day(entry.asked_on, facts.as_of)
        self.day.setVisible(entry.requested or bool(entry.question))
        came = tr("nothing noted") if entry.requested else tr("nothing, it came unasked")
        self.fold(facts.is_heard and not entry.question, "" if entry.question else came)


class Said(Section):
    """What was said as a whole, then when and where, what I did, and what came of it."""

    def __init__(self, pen: Pen, feedback_id: int, parent: QWidget | None = None) -> None:
        super().__init__(pen, feedback_id, tr("What was said"), parent=parent)
        self.lines.addWidget(self.text(
            "gist", tr("What was said"), tr("In a sentence or two, near to their own words")))
        for name, words, hint in (
            ("situation", tr("Situation"), tr("When and where it was")),
            ("behaviour", tr("Behaviour"), tr("What I did or said")),
            ("impact", tr("Impact"), tr("What that did to others, or to the work")),
            ("intent", tr("My intent"), tr("What I had meant to do")),
        ):
            self.lines.addWidget(captioned(words, self.text(name, words, hint)))
        self.kind = Segmented([(key, word(key)) for key in FEEDBACK_KINDS], "", slow=True)
        for key in FEEDBACK_KINDS:
            self.kind.button(key).setAccessibleName(tr("Kind: {kind}", kind=word(key)))
        self._kind: str | None = None
        self.kind.chosen.connect(self._choose_kind)
        self.theme = ThemeField(self._write_theme)
        self.lines.addSpacing(theme.px(6))
        self.lines.addWidget(beside(tr("Kind"), self.kind))
        self.lines.addWidget(captioned(tr("Theme"), self.theme, middle=True))

    def show_facts(self, facts: Facts, own: bool) -> None:
        self.show_texts(facts.entry, own)
        self._kind = facts.entry.kind
        self.kind.set_current(self._kind)
        self.theme.show_theme(facts.entry.theme, facts.themes, own)
        self.fold(False)
        self.setVisible(facts.is_heard)

    def _choose_kind(self, key: str) -> None:
        """Choose a kind; pressing the chosen one takes it back."""
        kind = None if key == self._kind else key
        if not self.set(kind=kind):
            kind = self._kind
        self.kind.set_current(kind)

    def _write_theme(self, text: str) -> None:
        self.write(feedback.edit, {"theme": text.strip() or None},
                   merge=f"feedback:{self.feedback_id}:theme")

    def hand_in(self) -> None:
        super().hand_in()
        self.theme.committing.now()


class ThemeField(QLineEdit):
    """One line, completed from the themes that were set before; nothing is guessed."""

    def __init__(self, write: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("quiet", True)
        self.setProperty("dense", True)
        self.setMaxLength(LONGEST_THEME)
        self.setTextMargins(-2, 0, 0, 0)  # Qt's own, so that it begins where other texts do
        self.setAccessibleName(tr("Theme"))
        self.setPlaceholderText(tr("Such as “speaking up”, to see it beside others"))
        self.committing = Committing(self.text, write, self)
        self.textEdited.connect(lambda _text: self.committing.touched())
        self._known: tuple[str, ...] = ()

    def show_theme(self, theme_words: str | None, known: tuple[str, ...], own: bool) -> None:
        """Show what the journal holds; what is being typed stays."""
        if not (self.hasFocus() and (own or self.committing.pending())):
            self.committing.settle(theme_words or "")
            if self.text() != (theme_words or ""):
                self.setText(theme_words or "")
                self.setCursorPosition(0)
        if known == self._known or self.hasFocus():
            return
        self._known = known
        completer = QCompleter(list(known), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.popup().setObjectName("completions")
        completer.popup().setItemDelegate(ChoiceRow(completer.popup()))
        completer.activated.connect(lambda _text: self.committing.touched())
        self.setCompleter(completer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in ENTER:
            self.committing.now()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.committing.now()

