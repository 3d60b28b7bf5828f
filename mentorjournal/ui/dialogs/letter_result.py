"""How an application ended: the day, and the result in a word of the list or one's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from mentorjournal import clock
from mentorjournal.journal.between import Letter
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.vocabulary import LETTER_OUTCOMES, label
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.words import tr


def ask_result(
    parent: QWidget | None, journal: Journal, letter: Letter, take: Take | None = None
) -> dict[str, Any] | None:
    """`on` and `outcome`; None if cancelled."""
    form = ResultForm(letter, parent)
    form.take = take
    form.keep_draft(journal, f"letter-result:{letter.id}")
    return form.values() if form.exec() else None


class ResultForm(FormDialog):
    """Own words only where none of the list fits."""

    def __init__(self, letter: Letter, parent: QWidget | None = None) -> None:
        super().__init__(tr("The result"), parent, intro=letter.target[:300])
        self.outcome = self.add_field("outcome", tr("How it ended"), ChoiceBox(
            [(one, label(one) if one != "other" else tr("In other words"))
             for one in LETTER_OUTCOMES]))
        self.add_field("on", tr("When you heard"), DateField())
        own = QLineEdit(placeholderText=tr("Such as: waiting list"))
        own.setMaxLength(LONGEST_LINE)
        self.add_field("own", tr("In your words"), own)
        self.edited.connect(self._follow)
        known = letter.outcome in LETTER_OUTCOMES
        self.fill_in({
            "outcome": letter.outcome if known else "other" if letter.outcome else "awarded",
            "own": "" if known else letter.outcome or "", "on": letter.decided_on})
        self._follow()
        self.outcome.setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        if values["on"] > clock.today():
            return {"on": tr("That day is still to come.")}
        return {}

    def _follow(self) -> None:
        other = self.outcome.current() == "other"
        if self.field("own").isHidden() == other:
            self.set_field_shown("own", other)

    def values(self) -> dict[str, Any]:
        found = self.field_values()
        outcome = found["outcome"]
        return {"on": found["on"],
                "outcome": found["own"] or "other" if outcome == "other" else outcome}
