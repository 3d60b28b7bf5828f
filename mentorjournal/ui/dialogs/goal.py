"""A goal: what to reach and how it will show, by when, why, what is in the way, and who helps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from mentorjournal import clock
from mentorjournal.journal import goal_steps, goals, needs, people
from mentorjournal.journal.aims import GoalStep
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Goal
from mentorjournal.mentoring import goals as rules
from mentorjournal.mentoring.vocabulary import DOMAINS, HORIZONS
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.models.namesakes import told_apart
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.part_marks import PartMarks
from mentorjournal.ui.widgets.people_field import PeopleField
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import number, read_number, tr

MOST = 1e15  # of a number, either way
NUMBERS = ("measure_value", "measure_target")
TEXTS = ("text", "measure", "why", "mentor_part")


def ask_goal(
    parent: QWidget | None, journal: Journal, goal_id: int | None = None,
    begins: Mapping[str, Any] | None = None, take: Take | None = None,
) -> dict[str, Any] | None:
    """What `goals.add` or `goals.edit` takes: `values` and what is named beside; None if cancelled.

    `begins` are values of a new goal, such as the need it is for. Raises JournalError when the
    goal is gone.
    """
    goal = goals.get(journal, goal_id) if goal_id is not None else None
    form = GoalForm(journal, goal, begins or {}, parent)
    form.take = take
    form.keep_draft(journal, f"goal:{goal_id or 'new'}")
    return form.values() if form.exec() else None


class GoalForm(FormDialog):
    """Only the text is needed; the five that make a goal whole are counted by presence alone."""

    def __init__(
        self, journal: Journal, goal: Goal | None, begins: Mapping[str, Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("Edit goal") if goal else tr("New goal"), parent,
            ok="" if goal else tr("Add goal"), columns=2,
            record=("goal", goal.id) if goal else None)
        self._journal, self._goal = journal, goal
        self._steps = goal_steps.of_goal(journal, goal.id) if goal else []
        self._add_goal()
        if goal is not None:  # beside what changed, where it is seen before it is saved
            self._add_change(journal)
        self._add_way(journal)
        self._add_five()
        self.fill_in(_shown(journal, goal, begins))
        self.field("text").setFocus()

    def _add_goal(self) -> None:
        self._text("text", tr("What I want to reach"), 2,
                   tr("Such as: 80 ICU survivors followed to 6 months"))
        self.add_field("horizon", tr("Horizon"), Segmented(
            [(one, word(one)) for one in HORIZONS], ""))
        self.add_field("due", tr("By when"), DateField(optional=True))
        self._text("measure", tr("How it will show"), 1,
                   tr("What one could see or count on that day"))
        for key, words, example in (
            ("measure_value", tr("In numbers: now"), "52"),
            ("measure_target", tr("To reach"), "80"),
        ):
            line = QLineEdit(placeholderText=tr("Such as {example}", example=example))
            line.setMaxLength(LONGEST_LINE)
            self.add_field(key, words, line)
        self._text("why", tr("Why it matters"), 2, "")

    def _add_way(self, journal: Journal) -> None:
        self._text("gaps", tr("Gaps in the way"), 2,
                   tr("What I do not know or cannot do yet, one in a line"))
        if self._goal is None:
            line = QLineEdit(placeholderText=tr("One small thing that comes first"))
            line.setMaxLength(LONGEST_LINE)
            self.add_field("first_step", tr("Next step"), line, wide=True)
        everybody = [one.person for one in people.everybody(journal, clock.today())]
        called = told_apart(journal, everybody, clock.today())
        self.people = self.add_field(
            "person_ids", tr("Who helps"), PeopleField(everybody, called), wide=True)
        self._text("mentor_part", tr("A mentor’s part"), 1,
                   tr("What they do; the goal stays yours"))
        self.add_field("domain", tr("Domain"), ChoiceBox(
            [("", tr("None")), *((one, word(one)) for one in DOMAINS)]))
        self.add_field("need_id", tr("The need behind it"), ChoiceBox(
            [("", tr("None")), *((str(one.id), one.text[:120]) for one in needs.every(journal))]))

    def _add_five(self) -> None:
        line = QWidget()
        parts = QHBoxLayout(line)
        parts.setContentsMargins(0, theme.px(4), 0, 0)
        parts.setSpacing(theme.px(10))
        self.marks = PartMarks()
        self.five = label("", "small", "muted", wrap=True)
        parts.addWidget(self.marks)
        parts.addWidget(self.five, 1)
        self.add_wide(line)

    def _add_change(self, journal: Journal) -> None:
        self._text("change", tr("What changed, and why?"), 1,
                   tr("Such as: six months is enough for the question"))
        everybody = [one.person for one in people.everybody(journal, clock.today())]
        self.add_field(
            "person_id", tr("Who did you talk it over with?"),
            PeopleField(everybody, told_apart(journal, everybody, clock.today()), most=1),
            wide=True, hint=tr("The old wording is kept in any case."))

    def _text(self, key: str, words: str, lines: int, example: str) -> None:
        self.add_field(key, words, GrowingText(
            example, quiet=False, least_lines=lines, most_lines=8), wide=True)

    def validate(self) -> bool:
        """Say as well which of the five are there, and ask about a change when there is one."""
        self._count_five()
        if "change" in self._fields:
            self._ask_about_change()
        return super().validate()

    def _count_five(self) -> None:
        found = self.field_values()
        steps = list(self._steps)
        if found.get("first_step"):
            steps.append(GoalStep(0, 0, found["first_step"]))
        whole = replace(
            self._goal or Goal(0, ""), text=found["text"], measure=found["measure"] or None,
            measure_target=_number(found["measure_target"]), due=found["due"],
            why=found["why"] or None)
        there = rules.present(whole, steps)
        missing = rules.missing_words(there)
        words = tr("{n} of 5 parts are there: {missing}", n=len(there.there), missing=missing) if (
            missing) else tr(
                "All five parts are there: words, a measure, a day, a reason, a next step")
        self.marks.set_parts([one in there.there for one in rules.FIVE], words)
        self.five.setText(words)

    def _ask_about_change(self) -> None:
        changed = self._has_changed()
        for key in ("change", "person_id"):
            field = self._fields[key]
            field.widget.setVisible(changed)
            if field.heading is not None:
                field.heading.setVisible(changed)

    def _has_changed(self) -> bool:
        goal, found = self._goal, self.field_values()
        return goal is not None and (
            found["text"] != goal.text or found["measure"] != (goal.measure or "")
            or found["due"] != goal.due)

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {}
        if not values["text"]:
            wrong["text"] = tr("Say what you want to reach.")
        for key in NUMBERS:
            if values[key] and _number(values[key]) is None:
                wrong[key] = tr("Write a number, such as 80 or 1.5.")
        target = _number(values["measure_target"])
        if target is not None and target <= 0:
            wrong["measure_target"] = tr(
                "Count upwards: a number above 0 to reach, such as how many are done.")
        if self.people.wrong():
            wrong["person_ids"] = self.people.wrong()
        if "person_id" in values and self._has_changed():
            talked: Any = self.field("person_id")
            if talked.wrong():
                wrong["person_id"] = talked.wrong()
        return wrong

    def values(self) -> dict[str, Any]:
        found = self.field_values()
        values = {
            "text": found["text"], "horizon": found["horizon"] or None, "due": found["due"],
            "domain": found["domain"] or None,
            "need_id": int(found["need_id"]) if found["need_id"] else None,
            **{key: found[key] or None for key in ("measure", "why", "mentor_part")},
            **{key: _number(found[key]) for key in NUMBERS},
        }
        more: dict[str, Any] = {
            "gaps": found["gaps"].split("\n"), "person_ids": found["person_ids"]}
        if self._goal is None:
            values["started_on"] = clock.today()
            more["first_step"] = found["first_step"] or None
        elif self._has_changed():
            more["change"] = found["change"] or None
            more["person_id"] = next(iter(found["person_id"]), None)
        return {"values": values, **more}


def _shown(
    journal: Journal, goal: Goal | None, begins: Mapping[str, Any]
) -> dict[str, Any]:
    if goal is None:
        texts = {key: value for key, value in begins.items() if value is not None}
        return {**texts, "need_id": str(begins.get("need_id") or "")}
    return {
        **{key: getattr(goal, key) or "" for key in (*TEXTS, "horizon", "domain")},
        "due": goal.due, "need_id": str(goal.need_id or ""),
        **{key: "" if getattr(goal, key) is None else number(getattr(goal, key), _point())
           for key in NUMBERS},
        "gaps": "\n".join(goals.open_gaps(journal, goal.id)),
        "person_ids": goals.helpers(journal, goal.id),
    }


def _number(text: str) -> float | None:
    found = read_number(text, _point())
    return found if found is not None and abs(found) < MOST else None


def _point() -> str:
    """What stands before the decimals where this computer is."""
    return "," if QLocale.system().decimalPoint() == "," else "."
