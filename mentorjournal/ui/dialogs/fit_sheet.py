"""The fit sheet: five questions after getting to know somebody, and a decision; for me alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorjournal import clock
from mentorjournal.journal.aims import FitSheet
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Me
from mentorjournal.mentoring import fit
from mentorjournal.mentoring.vocabulary import FIT_DECISIONS
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row, wrapped
from mentorjournal.ui.widgets.private_mark import PrivateMark
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import listing, tr

LEAST_WIDTH = 860  # px


def ask_fit(
    parent: QWidget | None, journal: Journal, person_id: int, name: str, mine: Me,
    sheet: FitSheet | None = None, take: Take | None = None,
) -> None:
    """`take` is called with the fields of a fit sheet, for candidates.save_fit_sheet."""
    form = FitForm(name, mine, sheet, parent)
    form.take = take
    form.keep_draft(journal, f"fit:{person_id}:{sheet.id if sheet else 'new'}")
    form.exec()


class AnswerField(QWidget):
    """One of five answers in words, or none; pressing the chosen one takes it back."""

    value_changed = Signal()

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = ""
        self.choice = Segmented(
            [(str(n), words) for n, words in enumerate(fit.answers(question), fit.LEAST)], "",
            slow=True)
        for n, words in enumerate(fit.answers(question), fit.LEAST):
            self.choice.button(str(n)).setAccessibleName(f"{fit.title(question)}: {words}")
        self.choice.chosen.connect(self._choose)
        parts = row(self)
        parts.addWidget(self.choice)
        parts.addStretch(1)
        self.setFocusProxy(self.choice.button(str(fit.LEAST)))

    def value(self) -> int | None:
        """The answer, None without one."""
        return int(self._held) if self._held else None

    def set_value(self, value: int | None) -> None:
        """Show another answer."""
        self._held = str(value) if value else ""
        self.choice.set_current(self._held or None)
        self.setFocusProxy(self.choice.button(self._held or str(fit.LEAST)))
        self.value_changed.emit()

    def _choose(self, key: str) -> None:
        self.set_value(None if key == self._held else int(key))


class FitForm(FormDialog):
    """Every answer may stay open."""

    def __init__(
        self, name: str, mine: Me, sheet: FitSheet | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Does it fit? {name}", name=name[:60]), parent, columns=2, record=(
                ("fit_sheet", sheet.id) if sheet else None))
        self.add_wide(PrivateMark(tr(
            "Everything here is private, never exported. Any answer may stay open, and nothing is "
            "added up.")))
        for question in fit.QUESTIONS:
            self._add_question(question, mine)
        self.add_field("track_record", tr("How they were with others like me"), GrowingText(
            tr("Who was it, and what did they say?"), quiet=False, most_lines=8), wide=True,
            hint=tr("Ask two people they have mentored."))
        self.add_field("note", tr("Anything else"), GrowingText(
            quiet=False, most_lines=8), wide=True)
        decisions = [(one, fit.decision_words(one)) for one in FIT_DECISIONS]
        self.add_field("decision", tr("What I want to do"), Segmented(
            [("open", tr("Not decided yet")), *decisions]), wide=True)
        self.add_field("date", tr("Written on"), DateField())
        self.add_field("decided_on", tr("Decided on"), DateField())
        self.setMinimumWidth(theme.px(LEAST_WIDTH))
        self._start(sheet)
        self.edited.connect(self._follow)
        self._follow()
        self.field(fit.QUESTIONS[0]).setFocus()

    def _add_question(self, question: str, mine: Me) -> None:
        title = label(fit.asked(question), "heading", wrap=True)
        head = QWidget()
        lines = column(head, 2)
        lines.addWidget(title)
        said = mine_words(question, mine)
        if said:
            lines.addWidget(wrapped(said, "small", "muted"))
        self.add_wide(head)
        answer = self.add_check(question, AnswerField(question), wide=False)
        answer.setAccessibleName(fit.asked(question))
        note = self.add_check(f"{question}_note", GrowingText(
            tr("What did I see or hear?"), quiet=False, most_lines=6), wide=False)
        note.setAccessibleName(tr("{question}: note", question=fit.title(question)))

    def _start(self, sheet: FitSheet | None) -> None:
        if sheet is None:
            self.fill_in({"date": clock.today(), "decision": "open",
                          "decided_on": clock.today()})
            return
        known = {key: getattr(sheet, key) for key in self._fields}
        self.fill_in({**known, "decision": sheet.decision or "open",
                      "decided_on": sheet.decided_on or clock.today()})

    def values(self) -> dict[str, Any]:
        found = {key: None if value == "" else value
                 for key, value in self.field_values().items()}
        if found["decision"] == "open":
            found |= {"decision": None, "decided_on": None}
        return found

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {}
        if values["date"] > clock.today():
            wrong["date"] = tr("That day is still to come.")
        if values["decision"] != "open" and values["decided_on"] > clock.today():
            wrong["decided_on"] = tr("That day is still to come.")
        return wrong

    def _follow(self) -> None:
        decided = self.field("decision").current() != "open"
        if self.field("decided_on").isHidden() == decided:
            self.set_field_shown("decided_on", decided)


def mine_words(question: str, mine: Me) -> str:
    """What I say of myself beside an answer (A1.13, A1.14); "" where there is nothing to say."""
    said, words = {
        "style": (mine.work_style, tr("My own way: {what}.")),
        "shared_values": (mine.personal_values, tr("What matters to me: {what}.")),
    }.get(question, ((), ""))
    return words.format(what=listing(list(said))) if said else ""
