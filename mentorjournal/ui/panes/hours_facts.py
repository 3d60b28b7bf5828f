"""What the pages about my hours show, read at once: commitments over time, people and goals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from mentorjournal.journal import commitments, goals, missteps, people
from mentorjournal.journal.aims import Commitment
from mentorjournal.journal.commitments import YEAR
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Goal, Person
from mentorjournal.mentoring.load import SAID_NO, Load, hours_words, is_asked, last_day, says
from mentorjournal.mentoring.load_plan import Plan
from mentorjournal.mentoring.load_reply import day_words, until_words
from mentorjournal.words import in_sentence, tr, trn

TABLES = ("commitment", "commitment_hours", "capacity", "me", "goal", "person", "person_tag",
          "action", "dismissal")
TOO_MUCH = "overcommitted"  # the kind of the question, as it is asked among the reflections
LONGEST_TITLE = 120  # characters of a title inside a sentence


class Taking(NamedTuple):
    """A commitment with the hours it takes on the day that is shown."""

    about: Commitment
    hours: float


@dataclass(frozen=True)
class HoursFacts:
    """Read once for a page; every word about a commitment comes from here.

    `rests` says that the question about too many hours was put aside for now.
    """

    as_of: date
    plan: Plan
    goals: Mapping[int, Goal]
    people: Mapping[int, Person]
    late: int  # promises of the last 30 days
    rests: bool = False

    @property
    def load(self) -> Load:
        """The load today."""
        return self.plan.load_on(self.as_of)

    @property
    def all(self) -> list[Commitment]:
        """All commitments."""
        return [one for one in self.plan.commitments if isinstance(one, Commitment)]

    def running(self, day: date) -> list[Taking]:
        """What takes hours on a day, the most hours first."""
        found = [Taking(each.about, each.hours_per_week) for each in self.plan.running(day)
                 if isinstance(each.about, Commitment)]
        return sorted(found, key=lambda each: (-each.hours, each.about.since or date.min,
                                               each.about.id))

    def coming(self) -> list[Commitment]:
        """What was promised for a later day, or for one that is not named yet."""
        return [one for one in self.all if one.decision in ("accepted", "yes_later", "smaller_yes")
                and (one.since > self.as_of if one.since else one.decision == "yes_later")]

    def pending(self) -> list[Commitment]:
        """What was asked and not answered, the oldest first."""
        return sorted((one for one in self.all if is_asked(one, self.as_of)),
                      key=lambda one: (one.asked_on or date.max, one.id))

    def past(self) -> list[Commitment]:
        """What is over, the newest first."""
        over = [one for one in self.all if one.until is not None and one.until <= self.as_of
                and one.decision not in (*SAID_NO, "pending")]
        return sorted(over, key=lambda one: (one.until or date.min, one.id), reverse=True)

    def said_no(self) -> list[Commitment]:
        """What was declined or passed on, the newest first."""
        found = [one for one in self.all if one.decision in SAID_NO]
        return sorted(found, key=lambda one: (one.decided_on or date.min, one.id), reverse=True)

    def noes(self) -> int:
        """How many of these in the last year."""
        return sum(1 for one in self.said_no() if one.decided_on is not None
                   and 0 <= (self.as_of - one.decided_on).days < YEAR)

    # In words -------------------------------------------------------------------------------

    def says(self) -> str:
        """What the load asks of me; "" when it asks nothing, or not for now."""
        return "" if self.load.is_over and self.rests else says(self.load)

    def who(self, one: Commitment) -> str:
        """Who asked: the short name of a person, or what was written; "" when nobody is named."""
        found = self.people.get(one.asked_by_id or 0)
        return in_sentence(found.short_name) if found else one.asked_by or ""

    def goal(self, one: Commitment) -> str:
        """Such as "serves Run 6 simulation sessions", or that it serves none."""
        found = self.goals.get(one.goal_id or 0)
        return tr("serves: {goal}", goal=found.text) if found else tr("serves no goal")

    def begins(self, one: Commitment) -> str:
        """Such as "from 19 June", or that nobody knows yet."""
        return tr("from {day}", day=day_words(one.since, self.as_of)) if one.since else tr(
            "from when is not said yet")

    def until(self, one: Commitment) -> str:
        """Such as "last day 18 December", "" when no end is known."""
        return until_words(one.until, self.as_of) if one.until else ""

    def second(self, one: Commitment) -> str:
        """The line below a title: until when, the goal, who asked."""
        asked = tr("asked by {who}", who=self.who(one)) if self.who(one) else ""
        return " · ".join(filter(None, (self.until(one), self.goal(one), asked)))

    def refused(self, one: Commitment) -> str:
        """Such as "no to Prof. Haddad, 10 February", or whom it was passed on to."""
        if one.decision == "passed_to":
            said = tr("passed on to {who}", who=one.passed_to) if one.passed_to else tr("passed on")
        else:
            said = tr("no to {who}", who=self.who(one)) if self.who(one) else tr("no")
        day = day_words(one.decided_on, self.as_of) if one.decided_on else ""
        return ", ".join(filter(None, (said, day)))

    def span(self, one: Commitment) -> str:
        """Such as "10 June 2025 to 11 December 2025, done"."""
        first = day_words(one.since, self.as_of) if one.since else ""
        last = last_day(one.until)
        said = tr("{first} to {last}", first=first, last=day_words(last, self.as_of)) if (
            first and last) else self.until(one)
        done = {"done": tr("done"), "ended": tr("ended")}.get(one.decision, "")
        return ", ".join(filter(None, (said, done)))

    def asked(self, one: Commitment) -> str:
        """Two lines, as "Dr. Castellanos asked on 6 May", "2.0 h a week, last day 29 June"."""
        day = day_words(one.asked_on, self.as_of) if one.asked_on else ""
        who = self.who(one)
        if who and day:
            first = tr("{who} asked on {day}", who=who, day=day)
        else:
            first = tr("{who} asked", who=who) if who else tr("Asked on {day}", day=day) if (
                day) else ""
        hours = self.plan.hours_of(one, self.as_of)
        second = tr("{n} h a week", n=hours_words(hours)) if hours else tr("hours not said yet")
        if one.since and one.since > self.as_of:
            second += " " + tr("from {day}", day=day_words(one.since, self.as_of))
        second = ", ".join(filter(None, (second, self.until(one))))
        return "\n".join(filter(None, (first, second)))

    def noes_words(self) -> str:
        """Such as "1 no in the last year. A no counts: it keeps the hours for what you chose."."""
        n = self.noes()
        if not n:
            return tr("None in the last year.")
        return trn("{n} no in the last year. A no counts.", "{n} noes in the last year. A no "
                   "counts.", n)


def read_facts(journal: Journal, as_of: date) -> HoursFacts:
    """Read everything for a day."""
    plan = commitments.plan(journal)
    several = [one for one in plan.commitments if isinstance(one, Commitment)]
    whose = {one.asked_by_id for one in several if one.asked_by_id}
    known = people.everybody(journal, as_of, whose) if whose else []
    return HoursFacts(
        as_of, plan,
        goals.with_ids(journal, {one.goal_id for one in several if one.goal_id}),
        {one.person.id: one.person for one in known}, commitments.late_promises(journal, as_of),
        missteps.is_aside(journal, TOO_MUCH, None, as_of))
