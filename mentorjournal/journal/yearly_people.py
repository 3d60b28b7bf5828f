"""People in a year: who was with me then and now, what I got from each mentor, and what I gave."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Column, String, func, select, type_coerce

from mentorjournal.journal import expectations, keeping, people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person, PersonFacts
from mentorjournal.mentoring import expectations as compacts
from mentorjournal.mentoring import yearly as rules
from mentorjournal.mentoring.gratitude import HELP_KINDS
from mentorjournal.mentoring.letter_steps import MINE
from mentorjournal.mentoring.timeline import Course
from mentorjournal.mentoring.yearly import Period
from mentorjournal.store.schema import (
    action,
    contact,
    ending,
    feedback,
    letter,
    meeting,
    outcome,
    thanks,
)

_GIVEN = ("outcome_shared", "brief_update")  # contacts by which I tell them something


@dataclass(frozen=True)
class Got:
    """What somebody gave me in a year: outcomes of meetings, help, and how often each else."""

    outcomes: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()
    feedback: int = 0
    letters: int = 0


@dataclass(frozen=True)
class Gave:
    """What I gave back: counts by kind."""

    thanks: int = 0
    public: int = 0
    news: int = 0
    reported: int = 0
    promises: int = 0


@dataclass(frozen=True)
class WithMentor:
    """A year with one mentor; `compact_due` is when what we expect is looked over again."""

    person: Person
    contacts: int
    met: int
    got: Got
    gave: Gave
    has_compact: bool = False
    compact_due: date | None = None


@dataclass(frozen=True)
class Everybody:
    """Who was a mentor of mine on the eve of a period and at its end, and on any day of it."""

    then: tuple[Person, ...] = ()
    now: tuple[Person, ...] = ()
    mentors: tuple[WithMentor, ...] = ()
    mentored: tuple[Person, ...] = ()
    contacts: Mapping[int, int] = field(default_factory=dict)  # days of contact by person

    @property
    def came(self) -> tuple[Person, ...]:
        """Who is a mentor now and was not then."""
        before = {one.id for one in self.then}
        return tuple(one for one in self.now if one.id not in before)

    @property
    def left(self) -> tuple[Person, ...]:
        """Who was one then and is not now."""
        after = {one.id for one in self.now}
        return tuple(one for one in self.then if one.id not in after)


def everybody(journal: Journal, period: Period, as_of: date) -> Everybody:
    """All people, as they stood in a period."""
    found = people.everybody(journal, as_of)
    ways = _courses(journal, found)
    firsts = keeping.touchpoints(journal, as_of).first
    read = _Read(journal, period)

    def stood(one: PersonFacts, day: date) -> bool:
        return rules.was_with_me(
            ways[one.person.id], day, firsts.get(one.person.id), one.last_touchpoint, as_of)

    mentors = [one for one in found if one.person.direction == "mentor"]
    then = tuple(one.person for one in mentors if stood(one, period.eve))
    now = tuple(one.person for one in mentors if stood(one, period.until))
    there = {one.id for one in (*then, *now)}
    during = [one.person for one in mentors if one.person.id in there or (
        one.person.id in read.days and rules.was_in(ways[one.person.id], period, as_of))]
    return Everybody(
        then, now, tuple(read.with_mentors(during)),
        tuple(one.person for one in found if one.person.direction == "mentee" and (
            stood(one, period.until) or one.person.id in read.days)),
        {who: len(days) for who, days in read.days.items()})


def _courses(journal: Journal, found: Iterable[PersonFacts]) -> dict[int, Course]:
    connection = journal.read()
    stages = people.stages(journal)
    closings: defaultdict[int, list[date]] = defaultdict(list)
    again: defaultdict[int, list[date]] = defaultdict(list)
    for row in connection.execute(select(
        ending.c.person_id, ending.c.decision, ending.c.decided_on, ending.c.reopened_on)
        .order_by(ending.c.id)
    ):
        if row.decision == "close" and row.decided_on:
            closings[row.person_id].append(row.decided_on)
        if row.reopened_on:
            again[row.person_id].append(row.reopened_on)
    return {
        one.person.id: Course(
            one.person.stage, one.person.start, one.person.ended,
            one.person.standing == "candidate", tuple(stages.get(one.person.id, ())),
            tuple(closings[one.person.id]), tuple(again[one.person.id]))
        for one in found}


class _Read:
    """The rows of a period by person, each table once."""

    def __init__(self, journal: Journal, period: Period) -> None:
        self._connection, self._period = journal.read(), period
        self.days: defaultdict[int, set[date]] = defaultdict(set)
        self._met: Counter[int] = Counter()
        self._helps: defaultdict[int, list[str]] = defaultdict(list)
        self._news: Counter[int] = Counter()
        self._outcomes: defaultdict[int, list[str]] = defaultdict(list)
        self._read_meetings()
        self._read_contacts()
        self._feedback = self._count(feedback.c.person_id, feedback.c.date)
        self._reported = self._count(feedback.c.person_id, feedback.c.reported_back_on)
        self._letters = self._count(
            letter.c.writer_id, letter.c.submitted_on, letter.c.kind.is_distinct_from(MINE))
        self._thanks = self._count(thanks.c.person_id, thanks.c.date)
        self._public = self._count(
            thanks.c.person_id, thanks.c.date, thanks.c.reach == "public")
        self._promises = self._count(
            action.c.person_id, action.c.done_on, action.c.owner.in_(("me", "both")))
        self._compacts = expectations.summaries(journal)

    def _read_meetings(self) -> None:
        starts = type_coerce(meeting.c.starts_at, String)
        held = (meeting.c.status == "held") & starts.between(
            self._period.since.isoformat(), self._period.until.isoformat() + "T99")
        day = func.substr(starts, 1, 10)
        for owner, written in self._connection.execute(
            select(meeting.c.person_id, day).where(held)
        ):
            self.days[owner].add(date.fromisoformat(written))
            self._met[owner] += 1
        for owner, text in self._connection.execute(
            select(meeting.c.person_id, outcome.c.text)
            .join(meeting, meeting.c.id == outcome.c.meeting_id)
            .where(held).order_by(outcome.c.kind != "decision", starts.desc(), outcome.c.position)
        ):
            self._outcomes[owner].append(text)

    def _read_contacts(self) -> None:
        """An unanswered message is no contact (TIPS, fixed terms)."""
        for row in self._connection.execute(
            select(contact.c.person_id, contact.c.date, contact.c.kind, contact.c.occasion,
                   contact.c.line, contact.c.initiated_by)
            .where(contact.c.date.between(self._period.since, self._period.until),
                   contact.c.answered.is_(True),
                   contact.c.kind.is_distinct_from("message_unanswered"))
            .order_by(contact.c.date.desc(), contact.c.id)
        ):
            self.days[row.person_id].add(row.date)
            if row.kind in HELP_KINDS:
                self._helps[row.person_id].append(row.occasion or row.line or "")
            elif row.kind in _GIVEN and row.initiated_by in ("me", "both"):
                self._news[row.person_id] += 1

    def _count(self, owner: Column[Any], day: Column[Any], *more: Any) -> dict[int, int]:
        rows = self._connection.execute(
            select(owner, func.count()).where(
                day.between(self._period.since, self._period.until), *more).group_by(owner))
        return {who: n for who, n in rows if who is not None}

    def with_mentors(self, during: Iterable[Person]) -> Iterator[WithMentor]:
        """Each of them; whom I saw most comes first."""
        for one in sorted(during, key=lambda one: (-len(self.days[one.id]), one.name.casefold())):
            who = one.id
            compact, _topics = self._compacts.get(who, (None, ()))
            yield WithMentor(
                one, len(self.days[who]), self._met[who],
                Got(tuple(self._outcomes[who]), tuple(filter(None, self._helps[who])),
                    self._feedback.get(who, 0), self._letters.get(who, 0)),
                Gave(self._thanks.get(who, 0), self._public.get(who, 0), self._news[who],
                     self._reported.get(who, 0), self._promises.get(who, 0)),
                compact is not None, compacts.review_due(compact) if compact else None)
