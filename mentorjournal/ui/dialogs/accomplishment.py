"""An accomplishment: what was achieved, what it shows, who contributed, who saw it, and a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLineEdit, QWidget

from mentorjournal import clock
from mentorjournal.journal import fields, files, goals, people
from mentorjournal.journal.accomplishments import Achieved
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.vocabulary import COMPETENCIES, label
from mentorjournal.models.namesakes import told_apart
from mentorjournal.ui.dialogs.accomplishment_people import CreditsField
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.choice_chips import ChoiceChips
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.file_field import FileField
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.people_field import PeopleField
from mentorjournal.ui.widgets.recorded import set_record
from mentorjournal.words import number, read_number, tr

LONGEST_WORD = 100  # characters of what it shows, in own words
MOST = 1e15  # of a number, either way


def ask_accomplishment(
    parent: QWidget | None, journal: Journal, person_ids: Sequence[int] = (),
    achieved: Achieved | None = None, take: Take | None = None,
) -> dict[str, Any] | None:
    """Values for `accomplishments.add` or `edit`, with `contributors`; None if cancelled.

    A `file` among them is the place of one that is still to be read, or None to take it away.
    """
    form = AccomplishmentForm(journal, person_ids, achieved, parent)
    form.take = take
    key = achieved.accomplishment.id if achieved else "new"
    form.keep_draft(journal, f"accomplishment:{key}")
    return form.values() if form.exec() else None


class AccomplishmentForm(FormDialog):
    """Only the title is needed."""

    def __init__(
        self, journal: Journal, person_ids: Sequence[int] = (),
        achieved: Achieved | None = None, parent: QWidget | None = None,
    ) -> None:
        about = achieved.accomplishment if achieved else None
        super().__init__(
            tr("Edit accomplishment") if about else tr("Add an accomplishment"), parent,
            ok="" if about else tr("Add"), columns=2,
        )
        self._line("title", tr("What was achieved"), tr("Such as: Early Investigator Award"),
                   wide=True)
        self.add_field("date", tr("On"), DateField(optional=True))
        self.add_field("goal_id", tr("Towards the goal"), ChoiceBox(
            _goals(journal, about.goal_id if about else None)))
        self.add_field("result", tr("What came of it"), GrowingText(
            quiet=False, least_lines=2, most_lines=8), wide=True)
        self._line("number", tr("In numbers"), tr("Such as 212"))
        self._line("unit", tr("Of what"), tr("Such as discharges"))
        self.add_field("competencies", tr("What it shows of me"), ChoiceChips(
            [(one, label(one)) for one in COMPETENCIES], own=tr("Others, parted by commas")),
            wide=True)
        self._add_people(journal)
        kept = files.kept(journal, about.file, about.file_name) if about else None
        self.file = self.add_field("file", tr("File"), FileField(kept), wide=True)
        for key in ("title", "result", "unit") if about else ():
            set_record(self.field(key), "accomplishment", about.id, key)
        self._file_before = self.file.value()
        self.fill_in(_shown(journal, person_ids, achieved))
        self.field("title").setFocus()

    def _add_people(self, journal: Journal) -> None:
        everybody = [one.person for one in people.everybody(journal, clock.today())]
        called = told_apart(journal, everybody, clock.today())
        self.contributors = self.add_field(
            "contributors", tr("Who contributed"), CreditsField(everybody, called), wide=True)
        self.witnesses = self.add_field(
            "witnesses", tr("Who saw it"), PeopleField(everybody, called), wide=True,
            hint=tr("Whoever saw it can tell of it in a letter."))

    def _line(self, key: str, words: str, example: str, *, wide: bool = False) -> None:
        field = QLineEdit(placeholderText=example)
        field.setMaxLength(LONGEST_LINE)
        self.add_field(key, words, field, wide=wide)

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {}
        if not values["title"]:
            wrong["title"] = tr("Say what was achieved.")
        for key in ("title", "unit"):
            most = fields.limit("accomplishment", key)
            if len(values[key]) > most:
                wrong[key] = tr("That is too long; {most} characters fit.", most=most)
        if any(len(one) > LONGEST_WORD for one in values["competencies"]):
            wrong["competencies"] = tr("Each may have {most} characters.", most=LONGEST_WORD)
        if values["number"] and _number(values["number"]) is None:
            wrong["number"] = tr("Write a number, such as 212 or 1.5.")
        if self.witnesses.wrong():
            wrong["witnesses"] = self.witnesses.wrong()
        latest = self.contributors.latest()
        if latest is not None and latest > clock.today():
            wrong["contributors"] = tr("The day of a credit is still to come.")
        return wrong

    def values(self) -> dict[str, Any]:
        found = self.field_values()
        seen = [{"person_id": one, "part": "witness"} for one in found["witnesses"]]
        file = {} if found["file"] == self._file_before else {"file": self.file.path()}
        return {
            "title": found["title"], "date": found["date"], "result": found["result"] or None,
            "number": _number(found["number"]), "unit": found["unit"] or None,
            "goal_id": int(found["goal_id"]) if found["goal_id"] else None,
            "competencies": found["competencies"],
            "contributors": [*self.contributors.records(), *seen], **file,
        }


def _shown(
    journal: Journal, person_ids: Sequence[int], achieved: Achieved | None
) -> dict[str, Any]:
    if achieved is None:
        return {"date": clock.today(), "contributors": [
            (key, "", "", "contributor") for key in person_ids]}
    about = achieved.accomplishment
    return {
        "title": about.title, "date": about.date, "result": about.result or "",
        "goal_id": str(about.goal_id or ""), "unit": about.unit or "",
        "number": "" if about.number is None else number(about.number, _point()),
        "competencies": about.competencies,
        "contributors": [
            (one.person_id, one.credited_on.isoformat() if one.credited_on else "",
             one.credited_how or "", one.part) for one in achieved.contributors
        ],
        "witnesses": [one.person_id for one in achieved.witnesses],
    }


def _goals(journal: Journal, goal_id: int | None) -> list[tuple[str, str]]:
    """The goals that are worked on, and the one it belongs to now."""
    found = {one.id: one for one in goals.active(journal)}
    found |= goals.with_ids(journal, [goal_id] if goal_id else [])
    return [("", tr("None")), *((str(one.id), one.text[:120]) for one in found.values())]


def _number(text: str) -> float | None:
    found = read_number(text, _point())
    return found if found is not None and abs(found) < MOST else None


def _point() -> str:
    """What stands before the decimals where this computer is."""
    return "," if QLocale.system().decimalPoint() == "," else "."
