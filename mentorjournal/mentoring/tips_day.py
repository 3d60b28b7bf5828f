"""The facts as they stood on one day: whom I have, what lies within the year, what was done.

What happened after the day is unknown on it, so that a day gone by reads as it read then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from mentorjournal.mentoring import coverage, gratitude, rhythm, tips_past
from mentorjournal.mentoring.meetings import Held, MeetingReadings, readings
from mentorjournal.mentoring.rhythm import YEAR, FourAYear, Rhythm
from mentorjournal.mentoring.tips_facts import Aim, Facts, Heard, Problem, known_on
from mentorjournal.mentoring.tips_table import Thresholds
from mentorjournal.words import in_sentence, short_name

if TYPE_CHECKING:
    from mentorjournal.journal.between import Compact, Credit, Ending, Expectation, Letter, Thanks
    from mentorjournal.journal.records import Action, Meeting, Person

_STEPS_OF_FEEDBACK = (
    "date", "asked_on", "conversation_on", "plan_on", "note_on", "acted_on", "reported_back_on",
    "set_aside_on", "revisited_on", "talk_asked_on",
)
_STEPS_OF_LETTER = (
    "asked_on", "agreed_on", "declined_on", "brief_sent_on", "reminded_on", "submitted_on",
    "thanked_on", "decided_on", "outcome_shared_on",
)


class OnDay:
    """`facts` on the day `as_of`, with the thresholds that hold; what is asked twice is kept."""

    def __init__(self, facts: Facts, as_of: date, limits: Thresholds) -> None:
        self.facts = facts
        self.as_of = as_of
        self.limits = limits
        self.since = as_of - timedelta(YEAR - 1)  # the first day of the year that ends with as_of

    def is_within_year(self, day: date | None) -> bool:
        """Whether a day is one of the 365 that end with this one."""
        return day is not None and self.since <= day <= self.as_of

    # People -----------------------------------------------------------------------------------

    @cached_property
    def people(self) -> dict[int, Person]:
        """Everybody who was there by id, as they stood."""
        facts, happened = self.facts, ("preferences_asked_on",)
        endings: dict[int, list[Ending]] = defaultdict(list)
        for each in facts.endings:
            endings[each.person_id].append(each)
        found = {}
        for one in facts.people:
            way = tips_past.turns(one, facts.stages.get(one.id, ()), endings[one.id])
            seen = min((day for days in (facts.first_touch, facts.first_sheets)
                        if (day := days.get(one.id))), default=None)
            then = tips_past.stood(one, way, seen, self.as_of)
            if then is not None:
                found[one.id] = known_on(then, self.as_of, happened)
        return found

    @cached_property
    def mentors(self) -> list[Person]:
        """The active mentors."""
        return [one for one in self.people.values() if one.is_active]

    @cached_property
    def candidates(self) -> list[Person]:
        """Those who are being considered."""
        return [one for one in self.people.values() if one.standing == "candidate"]

    @cached_property
    def mentees(self) -> list[Person]:
        """Those I mentor now."""
        return [one for one in self.people.values()
                if one.standing == "mentee" and not one.is_over]

    @cached_property
    def first_sheets(self) -> dict[int, date]:
        """Person -> the day on which I first looked whether it fits."""
        return {key: day for key, day in self.facts.first_sheets.items() if day <= self.as_of}

    def name(self, person_id: int | None) -> str:
        """What somebody is called in a sentence."""
        return self._names.get(person_id or 0, "")

    @cached_property
    def _names(self) -> dict[int, str]:
        return {one.id: in_sentence(short_name(one.name)) for one in self.facts.people}

    def names(self, ids: Iterable[int]) -> list[str]:
        """What several are called."""
        return [self.name(one) for one in ids]

    @cached_property
    def coverage(self) -> coverage.Coverage:
        """What the people cover, of the needs that are still open."""
        needs = [known_on(one, self.as_of, ("met_on",)) for one in self.facts.needs]
        return coverage.cover(self.people.values(), needs, self.facts.me)

    # Contact ----------------------------------------------------------------------------------

    @cached_property
    def _days(self) -> dict[int, list[date]]:
        days: dict[int, list[date]] = defaultdict(list)
        for one in self.facts.touches:
            if one.counts and one.day <= self.as_of:
                days[one.person_id].append(one.day)
        return days

    def last_touch(self, person_id: int) -> date | None:
        """The last touchpoint with somebody."""
        before = self.facts.last_before.get(person_id)
        days = [*self._days.get(person_id, ()), *([before] if before else ())]
        return max((day for day in days if day <= self.as_of), default=None)

    def known_since(self, person: Person) -> date | None:
        """Since when somebody is known: when it began, else the first touchpoint."""
        first = self.facts.first_touch.get(person.id)
        return person.start or (first if first and first <= self.as_of else None)

    def is_known_longer(self, person_id: int, days: float) -> bool:
        """Whether a mentor is known for more than so many days."""
        since = self.known_since(self.people[person_id])
        return since is not None and (self.as_of - since).days > days

    def year(self, person: Person) -> FourAYear:
        """Touchpoints of the year with somebody, and how many to look for."""
        return rhythm.four_a_year(
            self._days.get(person.id, ()), self.known_since(person), self.as_of,
            self.limits["times_a_year"])

    @cached_property
    def _limits(self) -> rhythm.Limits:
        return rhythm.Limits(*(
            self.limits[key] for key in ("due_soon", "overdue", "dormant", "dormant_days")))

    def rhythm(self, person: Person) -> Rhythm:
        """How contact with somebody stands."""
        return rhythm.reading(
            self.last_touch(person.id), person.cadence_days, person.cadence_agreed_on, self.as_of,
            person.start, person.paused_until, self.facts.default_days, self._limits)

    # Meetings ---------------------------------------------------------------------------------

    @cached_property
    def held(self) -> list[Held]:
        """The meetings held in the year, the newest first."""
        return [one for one in self.facts.held
                if self.is_within_year(one.meeting.starts_at.date())]

    @cached_property
    def called_off(self) -> list[Meeting]:
        """The meetings of the year that were called off or moved."""
        return [one for one in self.facts.called_off if self.is_within_year(one.day)]

    @cached_property
    def meetings(self) -> MeetingReadings:
        """How the meetings of the year went."""
        return readings(self.held, self.called_off)

    @cached_property
    def coming(self) -> list[Meeting]:
        """Meetings that are arranged, the next one first."""
        return [one for one in self.facts.coming if one.day >= self.as_of]

    def next_meeting(self, person_id: int) -> date | None:
        """The day of the next meeting with somebody."""
        return next((one.day for one in self.coming if one.person_id == person_id), None)

    def was_met_later(self, person_id: int) -> bool:
        """Whether there was contact after this day, so that what was arranged on it is gone."""
        return self.facts.last_touch.get(person_id, self.as_of) > self.as_of

    @cached_property
    def problems(self) -> list[Problem]:
        """The problems on the agendas of the year, the newest first."""
        return [one for one in self.facts.problems if self.is_within_year(one.day)]

    @cached_property
    def promises(self) -> list[Action]:
        """My promises that fell due in the year, or before and are still open."""
        known = [known_on(one, self.as_of, ("done_on", "dropped_on"))
                 for one in self.facts.promises]
        return [one for one in known
                if one.due is not None and one.due <= self.as_of and one.dropped_on is None
                and (one.due >= self.since or one.done_on is None)]

    # Aims -------------------------------------------------------------------------------------

    @cached_property
    def aims(self) -> list[Aim]:
        """The goals that are worked on, with their steps."""
        return [
            one._replace(
                steps=tuple(known_on(step, self.as_of, ("done_on",)) for step in one.steps))
            for one in self.facts.aims if one.was_open(self.as_of)]

    @cached_property
    def compacts(self) -> dict[int, tuple[Compact | None, Sequence[Expectation]]]:
        """The compacts with active mentors that were begun."""
        return {
            key: (whole, topics) for key, (whole, topics) in self.facts.compacts.items()
            if (who := self.people.get(key)) is not None and who.is_active and (whole or topics)
            and not (whole and whole.started_on and whole.started_on > self.as_of)}

    # Feedback, letters, thanks ----------------------------------------------------------------

    @cached_property
    def feedback(self) -> list[Heard]:
        """Feedback that was asked for or heard, the newest first."""
        return [known_on(one, self.as_of, _STEPS_OF_FEEDBACK) for one in self.facts.feedback]

    @cached_property
    def heard(self) -> list[Heard]:
        """Feedback that was heard, the newest first."""
        return [one for one in self.feedback if one.date]

    @cached_property
    def letters(self) -> list[Letter]:
        """The letters that were asked for in the year."""
        return [one for one in self._letters if self.is_within_year(one.asked_on)]

    @cached_property
    def decided(self) -> list[Letter]:
        """The letters that were decided on in the year, or before and nobody told the writer."""
        return [one for one in self._letters if one.decided_on and (
            self.is_within_year(one.decided_on) or one.outcome_shared_on is None)]

    @cached_property
    def _letters(self) -> list[Letter]:
        return [known_on(one, self.as_of, _STEPS_OF_LETTER) for one in self.facts.letters]

    @cached_property
    def thanks(self) -> list[Thanks]:
        """All thanks that were said, the newest first."""
        return [one for one in self.facts.thanks
                if one.date is not None and one.date <= self.as_of]

    @cached_property
    def helps(self) -> list[gratitude.Help]:
        """All help that was received."""
        return [one for one in self.facts.helps if one.day <= self.as_of]

    @cached_property
    def unthanked(self) -> list[gratitude.Help]:
        """The help that is still to be thanked for."""
        aside = [key for key, until in self.facts.put_aside.items()
                 if until is None or until > self.as_of]
        return gratitude.unthanked(self.helps, self.thanks, self.as_of, aside)

    @cached_property
    def credits(self) -> list[Credit]:
        """Everybody's part in what was achieved by then."""
        achieved = self.facts.achieved
        return [one for one in self.facts.credits
                if achieved.get(one.accomplishment_id, self.as_of) <= self.as_of]

    # Looking back -----------------------------------------------------------------------------

    @cached_property
    def closed(self) -> list[Ending]:
        """The relationships that were closed, the latest first."""
        return [one for one in self.facts.endings if one.outcome == "closed"
                and one.decided_on is not None and one.decided_on <= self.as_of]

    def decided_about(self, person_id: int) -> date | None:
        """When it was last decided whether to keep, change or close with somebody."""
        return max((one.decided_on for one in self.facts.endings
                    if one.person_id == person_id and one.decided_on
                    and one.decided_on <= self.as_of), default=None)

    @cached_property
    def reflections(self) -> list[tuple[int, date]]:
        """Id and day of what I wrote about mentoring others, the newest first."""
        return [one for one in self.facts.reflections if one[1] <= self.as_of]
