"""Small forms about my hours: a commitment, other hours from a day, its end, and what I can give.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from mentorjournal import clock
from mentorjournal.journal import commitments, fields, goals, people
from mentorjournal.journal.aims import Commitment
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.load import day_after, ends_early, last_day
from mentorjournal.mentoring.load_plan import Plan, off_course
from mentorjournal.models.namesakes import told_apart
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.hours_field import HoursField
from mentorjournal.ui.widgets.hours_steps import HoursSteps
from mentorjournal.ui.widgets.person_box import PersonBox
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.ui.widgets.suggested import Suggested
from mentorjournal.words import tr


def ask_commitment(
    parent: QWidget | None, journal: Journal, about: Commitment | None = None,
    take: Take | None = None,
) -> dict[str, Any] | None:
    """Values for `commitments.add` or `edit`, with its `changes`; None if cancelled."""
    form = CommitmentForm(journal, about, parent)
    form.take = take
    form.keep_draft(journal, f"commitment:{about.id if about else 'new'}")
    return form.values() if form.exec() else None


class CommitmentForm(FormDialog):
    """What takes hours already; only the title is needed."""

    def __init__(
        self, journal: Journal, about: Commitment | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Edit commitment") if about else tr("Add a commitment"), parent,
            ok="" if about else tr("Add"), columns=2, intro="" if about else tr(
                "Something that takes hours of your week already."))
        self._about = about
        title = QLineEdit(placeholderText=tr("Such as: Journal club"))
        title.setMaxLength(LONGEST_LINE)
        self.add_field("title", tr("What is it?"), title, wide=True)
        self.add_field("hours_per_week", tr("Hours a week"), HoursField())
        goal_id = about.goal_id if about else None
        known = {one.id: one for one in goals.active(journal)}
        known |= goals.with_ids(journal, [goal_id] if goal_id else [])
        self.add_field("goal_id", tr("Which goal does it serve?"), ChoiceBox([
            ("", tr("None of them")), *((str(one.id), one.text[:120]) for one in known.values())]))
        self.add_field("since", tr("Since"), DateField(optional=True))
        self.add_field("last", tr("Last day"), DateField(optional=True),
                       hint=tr("Leave it open while none is known."))
        everybody = [one.person for one in people.everybody(journal, clock.today())]
        called = told_apart(journal, everybody, clock.today())
        self.who = self.add_field("asked_by", tr("Who asked for it"), PersonBox(everybody, called))
        self.steps = self.add_field(
            "changes", tr("Other hours since then"), HoursSteps(), wide=True)
        self.add_field("how_to_stop", tr("How would I stop?"), GrowingText(
            quiet=False, most_lines=5), wide=True)
        self._show(journal, about)
        title.setFocus()

    def _show(self, journal: Journal, about: Commitment | None) -> None:
        plan = commitments.plan(journal)
        changes = tuple(plan.changes.get(about.id, ())) if about else ()
        self.set_field_shown("changes", bool(changes))
        if about is None:
            self.fill_in({"since": clock.today()})
            return
        if about.asked_by_id:
            self.who.choose(about.asked_by_id)
        asked = {} if about.asked_by_id else {"asked_by": about.asked_by or ""}
        self.fill_in({
            **asked, "title": about.title, "hours_per_week": about.hours_per_week,
            "goal_id": str(about.goal_id or ""), "since": about.since,
            "last": last_day(about.until),
            "how_to_stop": about.how_to_stop or "", "changes": changes})
        if changes:
            self.set_hint("hours_per_week", tr(
                "As it began; {n} h today.", n=f"{plan.hours_of(about, clock.today()):g}"))

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {}
        if not values["title"]:
            wrong["title"] = tr("Say what it is.")
        for key in ("title", "asked_by"):
            most = fields.limit("commitment", key)
            if len(values[key]) > most:
                wrong[key] = tr("That is too long; {most} characters fit.", most=most)
        kept = self._about.until if self._about else None
        if ends_early(values["since"], values["last"], kept):
            wrong["last"] = tr("That is before it began.")
        elif off_course(values["since"], day_after(values["last"]), values["changes"]):
            wrong["changes"] = tr("Other hours begin after the first day and before the end.")
        return wrong

    def values(self) -> dict[str, Any]:
        found, who = self.field_values(), self.who.person()
        return {
            "title": found["title"], "hours_per_week": found["hours_per_week"],
            "goal_id": int(found["goal_id"]) if found["goal_id"] else None,
            "since": found["since"], "until": day_after(found["last"]),
            "asked_by_id": who.id if who else None,
            "asked_by": None if who else found["asked_by"] or None,
            "how_to_stop": found["how_to_stop"] or None,
            **({"changes": self.steps.value()} if self._about else {"decision": "accepted"}),
        }


class HoursFromForm(FormDialog):
    """Other hours a week from a day on; what was before stays."""

    def __init__(self, about: Commitment, hours: float, parent: QWidget | None = None) -> None:
        super().__init__(tr("Other hours"), parent, intro=about.title[:300])
        self._about = about
        self.add_field("hours", tr("Hours a week"), HoursField())
        self.add_field("since", tr("From"), DateField(),
                       hint=tr("What it took before that day stays as it was."))
        self.fill_in({"hours": hours, "since": clock.today()})
        self.field("hours").setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        if self._about.until and values["since"] >= self._about.until:
            return {"since": tr("It is over by that day.")}
        return {}


class OverForm(FormDialog):
    """A commitment comes to an end: its last day, and whether it was finished."""

    def __init__(self, about: Commitment, parent: QWidget | None = None) -> None:
        super().__init__(tr("It is over"), parent, intro=about.title[:300])
        self._about = about
        self.add_field("last", tr("Last day"), DateField())
        self.add_field("how", tr("How it ended"), Segmented([
            ("done", tr("It is done")), ("ended", tr("I handed it back"))]))
        self.fill_in({"last": last_day(clock.today()), "how": "done"})
        self.field("last").setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        until = day_after(values["last"])
        if self._about.since and until and until < self._about.since:
            return {"last": tr("That is before it began.")}
        return {}

    def values(self) -> dict[str, Any]:
        found = self.field_values()
        return {"until": day_after(found["last"]), "how": found["how"]}


class CapacityForm(FormDialog):
    """How many hours a week I can give, from a day on."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(tr("Hours I can give"), parent, intro=tr(
            "How many hours a week can you give beside your daily work, for projects, committees, "
            "teaching and your own goals?"))
        today = clock.today()
        plan = commitments.plan(journal)
        now = plan.capacity_on(today)
        self._is_first = now is None
        self.hours = self.add_field("hours", tr("Hours a week"), HoursField())
        self.add_field("since", tr("From"), DateField(), hint=tr(
            "What you could give before that day stays as it was.") if now else "")
        self.steps = self.add_field("noted", tr("Noted so far"), HoursSteps())
        self.set_field_shown("noted", any(day for day, _ in plan.capacities))
        self._usual = None if plan.capacities else plan.usual
        self.fill_in({"hours": now or 0.0, "since": today, "noted": plan.capacities})
        self._suggested = Suggested(self.hours)
        self.edited.connect(self._follow)
        self.hours.setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        if not values["hours"] and self._is_first:
            return {"hours": tr("Say how many hours you can give.")}
        return {}

    def values(self) -> dict[str, Any]:
        """`hours` None where nothing is said any more; `noted` is what was said before."""
        found = self.field_values()
        unsaid = not found["hours"] and self._noted_on(found) is None
        return {**found, "hours": None if unsaid else found["hours"]}

    def _follow(self) -> None:
        """The hours that stand here are those of the list, until others are written."""
        self._suggested.follow(self._noted_on(self.field_values()) or 0.0)

    def _noted_on(self, values: Mapping[str, Any]) -> float | None:
        return Plan(capacities=values["noted"], usual=self._usual).capacity_on(values["since"])
