"""The commonest facts of a request, changed where they stand, and what its kind needs."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal import fields, letters
from mentorjournal.mentoring import letters as rules
from mentorjournal.mentoring.vocabulary import LETTER_METHODS
from mentorjournal.mentoring.vocabulary import label as spoken
from mentorjournal.ui import theme
from mentorjournal.ui.panes.letters_facts import LetterFacts
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import clear, column, row, set_wrapped, wrapped
from mentorjournal.words import listing, tr

LINES = {"target": 3, "addressed_to": 3, "length_and_form": 4, "method_note": 6, "criteria": 16}


class LetterFields(QWidget):
    """Made for one letter; texts go by the pen. `wanted` carries "edit"."""

    wanted = Signal(str)

    def __init__(self, pen: Pen, letter_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen, self._letter = pen, letter_id
        self.texts = {name: self._text(name, most) for name, most in LINES.items()}
        self.day = DateField(optional=True)
        self.day.day_changed.connect(self._set_day)
        self.due = wrapped("", "small", "muted")
        self.method = ChoiceBox([("", tr("Not said")), *(
            (one, spoken(one)) for one in LETTER_METHODS)])
        self.method.chosen.connect(lambda key: self._write({"method": key or None}))
        self.needs = Needs()
        self.needs.acted.connect(lambda: self.wanted.emit("edit"))
        self._lay_out()

    def _text(self, name: str, most: int) -> GrowingText:
        field = GrowingText(quiet=False, most_lines=most, longest=fields.limit("letter", name))
        self._pen.bind(field, letters.edit, "letter", self._letter, name)
        self._pen.keep_draft(field, f"letter:{self._letter}:{name}")
        return field

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(14))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        due = column(gap=4)
        due.addWidget(self.day)
        due.addWidget(self.due)
        holder = QWidget()
        holder.setLayout(due)
        for place, (words, field) in enumerate((
            (tr("Opportunity"), self.texts["target"]), (tr("Letter due"), holder),
            (tr("Addressed to"), self.texts["addressed_to"]), (tr("How to send"), self.method),
            (tr("More about sending it"), self.texts["method_note"]),
            (tr("Length and form"), self.texts["length_and_form"]),
        )):
            spot = self._captioned(words, field)
            grid.addLayout(spot, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        self.day.setAccessibleName(tr("Letter due"))
        lines = column(self, gap=14)
        lines.addLayout(grid)
        lines.addLayout(self._captioned(
            tr("What the readers look for, one a line"), self.texts["criteria"]))
        lines.addWidget(self.needs)

    def _captioned(self, words: str, field: QWidget) -> Any:
        lines = column(gap=4)
        heading = label(words, "label", "ink2")
        heading.setBuddy(field)
        field.setAccessibleName(words)
        lines.addWidget(heading)
        lines.addWidget(field)
        return lines

    def show_facts(self, facts: LetterFacts, own: bool) -> None:
        """Show what the journal holds."""
        one = facts.letter
        for name, field in self.texts.items():
            show_text(field, getattr(one, name), own=own)
        if not self.day.hasFocus() or not own:
            self.day.blockSignals(True)
            self.day.set_day(one.deadline)
            self.day.blockSignals(False)
        said = rules.deadline_words(one, clock.zone_name())
        rest = said.partition(", ")[2] if one.deadline_time else ""
        if one.zone and not rest:
            rest = said
        set_wrapped(self.due, rest)
        self.due.setVisible(bool(rest))
        self.method.set_current(one.method)
        self.needs.show_facts(facts)

    def hand_in(self) -> None:
        """Hand in what was typed."""
        for field in self.texts.values():
            field.commit()

    def _set_day(self, day: object) -> None:
        self._write({"deadline": day}, merge=f"letter:{self._letter}:deadline")

    def _write(self, values: dict[str, Any], merge: str | None = None) -> None:
        self._pen.write(letters.edit, self._letter, values, merge=merge)


class Needs(QWidget):
    """What this kind of letter needs and was not said yet, and what to know about it."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self.missing = wrapped("", "small", "ink2")
        self.fill = Button(tr("Fill in…"), None, "link")
        self.fill.clicked.connect(self.acted)
        self._line = QWidget()
        line = row(self._line, gap=8)
        line.addWidget(IconLabel("circle-dashed", "warn", 15), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.missing, 1)
        line.addWidget(self.fill, 0, Qt.AlignmentFlag.AlignTop)
        self._checks = QWidget()
        self._stack = column(self._checks, gap=4)
        lines = column(self, gap=6)
        lines.addWidget(self._line)
        lines.addWidget(self._checks)

    def show_facts(self, facts: LetterFacts) -> None:
        """Say what is missing; nothing is made anew while it stays the same."""
        known = (facts.missing, facts.checks, facts.letter.kind)
        if known == self._shown:
            return
        self._shown = known
        names = listing(list(facts.missing))
        kind = spoken(facts.letter.kind)
        set_wrapped(self.missing, tr("Still needed for “{kind}”: {names}.", kind=kind, names=names)
                    if kind else tr("Still needed: {names}.", names=names))
        self._line.setVisible(bool(facts.missing))
        clear(self._stack)
        for sentence in facts.checks:
            line = QWidget()
            parts = row(line, gap=8)
            parts.addWidget(IconLabel("info", "muted", 15), 0, Qt.AlignmentFlag.AlignTop)
            parts.addWidget(wrapped(sentence, "small", "muted"), 1)
            self._stack.addWidget(line)
            line.show()
        self._checks.setVisible(bool(facts.checks))
        self.setVisible(bool(facts.missing or facts.checks))
