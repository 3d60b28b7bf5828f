"""Before saying yes: six questions about a request, and beside them the new total and the answer.

The questions say what was asked, the answer what is given: other hours, another day, somebody
else. Each answer keeps its own, and none of it changes a question.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from mentorjournal import clock
from mentorjournal.journal import commitments, fields, goals, people
from mentorjournal.journal.aims import Commitment
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.load import TAKING, day_after, ends_early, last_day
from mentorjournal.mentoring.load_check import Weighed, less_than, weigh
from mentorjournal.mentoring.load_reply import Asked, reply
from mentorjournal.models.namesakes import told_apart
from mentorjournal.ui.dialogs.weigh_request_parts import NewTotal, ReplyTools
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.hours_field import HoursField
from mentorjournal.ui.widgets.person_box import PersonBox
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.ui.widgets.suggested import Suggested
from mentorjournal.words import tr

# Decision -> its words, and those of the button that notes it.
DECISIONS = {
    "pending": ("Not yet", "Keep it open"), "accepted": ("Yes", "Note the yes"),
    "yes_later": ("Yes, later", "Note the yes"), "smaller_yes": ("Smaller yes", "Note the yes"),
    "declined": ("No", "Note the no"), "passed_to": ("Passed on", "Note it"),
}
# What only one answer has: its field.
OF_ANSWER = {"yes_later": "later", "smaller_yes": "fewer", "passed_to": "passed_to"}


def ask_weigh(
    parent: QWidget | None, journal: Journal, about: Commitment | None = None,
    decision: str = "", take: Take | None = None,
) -> dict[str, Any] | None:
    """`decision` and the other values of `commitments.request` or `decide`; None if cancelled.

    `decision` is the answer to begin with, "" for the one it has.
    """
    form = WeighForm(journal, about, decision, parent)
    form.take = take
    form.keep_draft(journal, f"request:{about.id if about else 'new'}")
    return form.values() if form.exec() else None


class WeighForm(FormDialog):
    """Only what was asked is needed; more than 100 % is a question, never a refusal."""

    def __init__(
        self, journal: Journal, about: Commitment | None = None, decision: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Before you say yes"), parent, columns=2, intro=tr(
            "Six questions to ask of every request, also of a good one. Only the first line is "
            "needed; the others can wait."))
        self._about, self._day = about, clock.today()
        self._plan = commitments.plan(journal)
        self._titles = {one.id: one.title for one in commitments.every(journal)}
        self._add_questions(journal)
        self._add_answer()
        self._goal_before = ""
        self.fill_in(self._shown(journal))
        self.edited.connect(self._follow)
        if decision:
            self.decision.set_current(decision)
        self._follow()
        self.field("title" if about is None else "decision").setFocus()

    def _add_questions(self, journal: Journal) -> None:
        everybody = [one.person for one in people.everybody(journal, self._day)]
        called = told_apart(journal, everybody, self._day)
        self._line("title", tr("What is it called?"), tr("Such as: Book chapter"))
        self.who = self.add_field("asked_by", tr("1  Who asked?"), PersonBox(everybody, called))
        self.who.lineEdit().setPlaceholderText(tr("A name, or an office"))
        self.add_field("asked_on", tr("Asked on"), DateField(optional=True))
        self.add_field("what_exactly", tr("2  What exactly?"), GrowingText(
            tr("What would be done, how often, and what is expected at the end"), quiet=False,
            most_lines=6), wide=True)
        self.hours = self.add_field(
            "hours", tr("3  How many hours a week?"), HoursField(tr("Not known yet")), wide=True)
        self.since = self.add_field("since", tr("From when?"), DateField(optional=True))
        self.last = self.add_field("last", tr("Last day"), DateField(optional=True))
        self.add_field("why_me", tr("4  Why me?"), GrowingText(
            tr("What do I bring that another would not?"), quiet=False, most_lines=4), wide=True)
        self.goal = self.add_field("goal_id", tr("5  Which goal of mine?"), ChoiceBox(
            _goals(journal, self._about.goal_id if self._about else None)))
        self.fits = self.add_field("fits_goal", tr("How close is it?"), Segmented([
            ("fits", tr("Fits it")), ("next_to", tr("Next to it")), ("neither", tr("Neither"))],
            "", flows=True))
        self.add_field("how_to_stop", tr("6  How would I stop?"), GrowingText(
            tr("Who takes over, and when?"), quiet=False, most_lines=4), wide=True)

    def _add_answer(self) -> None:
        self.begin_side()
        self.total = self.add_wide(NewTotal())
        self.decision = self.add_field("decision", tr("What do I say?"), Segmented(
            [(key, tr(words)) for key, (words, _) in DECISIONS.items()], flows=True))
        self.later = self.add_field("later", tr("From when can I?"), DateField(optional=True))
        self.fewer = self.add_field("fewer", tr("Hours a week I can give"), HoursField(
            tr("Not known yet")))
        self._line("passed_to", tr("Who may do it instead?"), tr("Such as: Joy Marchetti"))
        self.reply = self.add_field("reply", tr("Two lines to send"), GrowingText(
            quiet=False, least_lines=2, most_lines=8))
        self.tools = self.add_wide(ReplyTools(self.reply))
        self._suggested = Suggested(self.later), Suggested(self.fewer)

    def _line(self, key: str, words: str, example: str) -> None:
        field = QLineEdit(placeholderText=example)
        field.setMaxLength(LONGEST_LINE)
        self.add_field(key, words, field, wide=True)

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {}
        if not values["title"]:
            wrong["title"] = tr("Say what was asked for.")
        if values["asked_on"] and values["asked_on"] > self._day:
            wrong["asked_on"] = tr("That day is still to come.")
        for key in ("title", "asked_by", "passed_to"):
            most = fields.limit("commitment", key)
            if len(values[key]) > most:
                wrong[key] = tr("That is too long; {most} characters fit.", most=most)
        decision = values["decision"]
        if decision == "yes_later" and values["later"] and values["later"] <= self._day:
            wrong["later"] = tr("Choose a day that is still to come.")
        kept = self._about.until if self._about else None
        if ends_early(self._begins(values), values["last"], kept):
            wrong["last"] = tr("That is before it begins.")
        if decision == "smaller_yes" and 0 < values["hours"] <= values["fewer"]:
            wrong["fewer"] = tr("Give fewer hours than were asked.")
        return wrong

    def values(self) -> dict[str, Any]:
        found = self.field_values()
        decision, who = found["decision"], self.who.person()
        less = decision == "smaller_yes"
        return {
            "decision": decision, "title": found["title"],
            "asked_by_id": who.id if who else None,
            "asked_by": None if who else found["asked_by"] or None,
            "hours_per_week": found["fewer"] if less else found["hours"],
            **({"hours_asked": found["hours"]} if less else {}),
            "asked_on": found["asked_on"], "since": self._begins(found),
            "until": day_after(found["last"]),
            **{key: found[key] or None for key in (
                "what_exactly", "why_me", "how_to_stop", "fits_goal", "reply")},
            "goal_id": int(found["goal_id"]) if found["goal_id"] else None,
            "passed_to": found["passed_to"] or None if decision == "passed_to" else None,
        }

    def _begins(self, values: Mapping[str, Any]) -> date | None:
        """The day on which it would begin: that of the answer, or the one that was asked for.

        A yes to what was to begin already counts from today.
        """
        asked: date | None = values["since"]
        if values["decision"] == "yes_later":
            later: date | None = values["later"]
            return later
        is_new = self._about is None or self._about.decision not in TAKING
        if values["decision"] in TAKING and is_new:
            return max(asked or self._day, self._day)
        return asked

    # Live -------------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Weigh anew, and suggest anew what to answer."""
        decision = self.field_values()["decision"] or "pending"
        for each, key in OF_ANSWER.items():
            self.set_field_shown(key, decision == each)
        self.ok_button().setText(tr(DECISIONS[decision][1]))
        self._match_goal()
        self._suggest()
        values = self.field_values()
        hours = values["hours"]
        if decision == "smaller_yes":
            hours = values["fewer"] or hours
        self._hint(values)
        self.total.show_weighed(
            self._weighed(hours, self._begins(values)), self._titles, self._day)
        self.tools.follow(reply(decision, self._asked(values), self._day))

    def _suggest(self) -> None:
        """What would fit: a day for a yes that is later, hours for one that is smaller."""
        found = self._weighed(self.hours.value(), self.since.day())
        fits = found.fit.day if found.fit else self.since.day()
        later, fewer = self._suggested
        later.follow(fits if fits and fits > self._day else None)
        fewer.follow(less_than(found))

    def _hint(self, values: Mapping[str, Any]) -> None:
        """Say gently what a yes does not know yet; it can be said later."""
        decision, since = values["decision"], values["since"]
        began = decision in ("accepted", "smaller_yes") and since and since < self._begins(values)
        self.set_hint("since", tr("That has passed: a yes counts from today.") if began else "")
        self.set_hint("later", "" if values["later"] else tr(
            "It takes no hours of yours until you name a day; that can wait."))
        self.set_hint("fewer", "" if values["fewer"] else tr(
            "It takes no hours of yours until you say how many; that can wait."))
        self.set_hint("passed_to", "" if values["passed_to"] else tr("A name can be added later."))

    def _match_goal(self) -> None:
        """A goal and "neither" exclude each other: what was chosen last stays."""
        values = self.field_values()
        if values["fits_goal"] == "neither" and values["goal_id"]:
            if values["goal_id"] == self._goal_before:
                self.goal.set_current("")
            else:
                self.fits.set_current("")
        self._goal_before = self.goal.current()

    def _weighed(self, hours: float, since: date | None) -> Weighed:
        return weigh(self._plan, hours, since, day_after(self.last.day()), self._day,
                     self._about.id if self._about else 0)

    def _asked(self, values: Mapping[str, Any]) -> Asked:
        who = self.who.person()
        hours = values["fewer" if values["decision"] == "smaller_yes" else "hours"]
        return Asked(
            values["title"], who.short_name if who else "", hours, self._begins(values),
            day_after(values["last"]), values["passed_to"], bool(values["what_exactly"]),
            values["last"] is not None)

    def _shown(self, journal: Journal) -> dict[str, Any]:
        one = self._about
        if one is None:
            return {"asked_on": self._day, "decision": "pending"}
        if one.asked_by_id:
            self.who.choose(one.asked_by_id)
        asked = {} if one.asked_by_id else {"asked_by": one.asked_by or ""}
        hours = self._plan.hours_of(one, self._day)
        less = one.decision == "smaller_yes"
        return {
            **asked, "title": one.title, "asked_on": one.asked_on, "since": one.since,
            "last": last_day(one.until), "hours": one.hours_asked or (0.0 if less else hours),
            "fewer": hours if less else 0.0,
            "later": one.since if one.decision == "yes_later" else None,
            "goal_id": str(one.goal_id or ""), "fits_goal": one.fits_goal,
            "decision": one.decision if one.decision in DECISIONS else "accepted",
            **{key: getattr(one, key) or "" for key in (
                "what_exactly", "why_me", "how_to_stop", "passed_to", "reply")},
        }


def _goals(journal: Journal, goal_id: int | None) -> list[tuple[str, str]]:
    """The goals that are worked on, and the one it serves now."""
    found = {one.id: one for one in goals.active(journal)}
    found |= goals.with_ids(journal, [goal_id] if goal_id else [])
    return [("", tr("None of them")), *((str(one.id), one.text[:120]) for one in found.values())]
