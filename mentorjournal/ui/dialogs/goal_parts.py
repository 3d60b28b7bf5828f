"""Short forms about a goal: a step, a gap, how far it is, who could help, and somebody's part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLineEdit, QWidget

from mentorjournal import clock
from mentorjournal.journal import goal_people, goal_steps, goals, people
from mentorjournal.journal.journal import Journal
from mentorjournal.models.namesakes import told_apart
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.people_field import PeopleField
from mentorjournal.ui.widgets.recent_day import RecentDay
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import number, read_number, tr

MOST = 1e15  # of a number, either way


def ask(form: FormDialog, take: Take) -> bool:
    """Show a form whose values `take` gets; whether they were taken."""
    form.take = take
    return bool(form.exec())


class StepForm(FormDialog):
    """A step: what, whose it is, who helps, and by when."""

    def __init__(
        self, journal: Journal, step_id: int, parent: QWidget | None = None, *, at: str = "text"
    ) -> None:
        """`at` is the field in which it begins."""
        super().__init__(tr("Edit step"), parent, columns=2, record=("goal_step", step_id))
        step = goal_steps.get(journal, step_id)
        self.add_field("text", tr("Step"), GrowingText(
            quiet=False, least_lines=1, most_lines=6), wide=True)
        self.add_field("owner", tr("Whose step"), Segmented(
            [("me", tr("Mine")), ("both", tr("Ours")), ("mentor", tr("Theirs"))]),
            hint=tr("A mentor can help, but not do it for you."))
        self.add_field("due", tr("By when"), DateField(optional=True))
        self._helper = self.add_field(
            "helper", tr("Who helps"), _people_field(journal, most=1), wide=True)
        self.add_field("done_on", tr("Done on"), DateField(optional=True))
        owner = "mentor" if step.owner == "mentee" else step.owner
        self.fill_in({"text": step.text, "owner": owner, "due": step.due, "done_on": step.done_on,
                      "helper": (step.helper_id,) if step.helper_id else ()})
        self.field(at).setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {}
        if not values["text"]:
            wrong["text"] = tr("Say what the step is.")
        if values["done_on"] and values["done_on"] > clock.today():
            wrong["done_on"] = tr("That day is still to come.")
        if self._helper.wrong():
            wrong["helper"] = self._helper.wrong()
        return wrong

    def values(self) -> dict[str, Any]:
        found = self.field_values()
        helper = next(iter(found.pop("helper")), None)
        return {**found, "helper_id": helper}


class GapForm(FormDialog):
    """The words of a gap."""

    def __init__(
        self, text: str, gap_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Edit gap"), parent, record=("goal_gap", gap_id))
        self.add_field("text", tr("What stands in the way"), GrowingText(
            quiet=False, least_lines=1, most_lines=6))
        self.fill_in({"text": text})
        self.field("text").setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        return {} if values["text"] else {"text": tr("Say what stands in the way.")}


class ProgressForm(FormDialog):
    """How far a goal's number is, and on which day."""

    def __init__(self, journal: Journal, goal_id: int, parent: QWidget | None = None) -> None:
        goal = goals.get(journal, goal_id)
        super().__init__(tr("How far is it?"), parent, intro=goal.text[:300])
        line = QLineEdit()
        line.setMaxLength(LONGEST_LINE)
        target = number(goal.measure_target or 0)
        self.add_field("value", tr("Number, of {target} to reach", target=target), line)
        self.add_field("on", tr("On"), RecentDay())
        now = "" if goal.measure_value is None else number(goal.measure_value, _point())
        self.fill_in({"value": now, "on": clock.today()})
        line.selectAll()
        line.setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {}
        value = read_number(values["value"], _point())
        if values["value"] and (value is None or abs(value) >= MOST):
            wrong["value"] = tr("Write a number, such as 52 or 1.5.")
        if values["on"] > clock.today():
            wrong["on"] = tr("That day is still to come.")
        return wrong

    def values(self) -> dict[str, Any]:
        found = self.field_values()
        return {"value": read_number(found["value"], _point()), "on": found["on"]}


class HelpersForm(FormDialog):
    """Who could help with a goal; those who are attached already are not offered."""

    def __init__(self, journal: Journal, goal_id: int, parent: QWidget | None = None) -> None:
        goal = goals.get(journal, goal_id)
        super().__init__(
            tr("Who could help?"), parent, ok=tr("Attach"), intro=goal.text[:300])
        there = goals.helpers(journal, goal_id)
        self._people = self.add_field(
            "person_ids", tr("People"), _people_field(journal, without=there),
            hint=_linked_words(journal, goal.need_id, there))
        self.fill_in({"person_ids": ()})
        self._people.setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        if self._people.wrong():
            return {"person_ids": self._people.wrong()}
        return {} if values["person_ids"] else {"person_ids": tr("Name somebody.")}


class PartForm(FormDialog):
    """Somebody's part in a goal, and when it was shared with them."""

    def __init__(self, journal: Journal, part_id: int, parent: QWidget | None = None) -> None:
        part = goal_people.get(journal, part_id)
        name = people.get(journal, part.person_id).short_name
        super().__init__(tr("The part of {name}", name=name[:60]), parent,
                         record=("goal_person", part_id))
        self.add_field("part", tr("Their part"), GrowingText(
            tr("Such as: design and reading"), quiet=False, least_lines=1, most_lines=6))
        self.add_field("shared_on", tr("Shared with them on"), DateField(optional=True))
        self.fill_in({"part": part.part or "", "shared_on": part.shared_on})
        self.field("part").setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        if values["shared_on"] and values["shared_on"] > clock.today():
            return {"shared_on": tr("That day is still to come.")}
        return {}


def _people_field(
    journal: Journal, *, most: int = 0, without: tuple[int, ...] = ()
) -> PeopleField:
    everybody = [one.person for one in people.everybody(journal, clock.today())
                 if one.person.id not in without]
    return PeopleField(everybody, told_apart(journal, everybody, clock.today()), most=most)


def _linked_words(journal: Journal, need_id: int | None, there: tuple[int, ...]) -> str:
    """Who meets the need behind the goal and is not attached yet."""
    names = [one.person.short_name for one in people.everybody(journal, clock.today())
             if need_id in one.need_ids and one.person.id not in there]
    return tr("Linked to the need behind it: {names}.", names=", ".join(names[:4])) if names else ""


def _point() -> str:
    """What stands before the decimals where this computer is."""
    return "," if QLocale.system().decimalPoint() == "," else "."
