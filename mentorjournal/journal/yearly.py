"""A year of mentoring as the journal has it: goals, network, feedback, letters, thanks, passing on.

Nothing here is private: no reflection, no stance, no hours, no reason for an ending. What only I
may see of a year is read in `yearly_private`. The number of queries does not grow with the journal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from mentorjournal.journal import me
from mentorjournal.journal.aims import GoalVersion
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Goal, Person, Record
from mentorjournal.journal.yearly_people import Everybody, everybody
from mentorjournal.mentoring import yearly as rules
from mentorjournal.mentoring.yearly import Period
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import (
    accomplishment,
    accomplishment_person,
    advice_use,
    feedback,
    feedback_given,
    goal,
    goal_version,
    letter,
    thanks,
)
from mentorjournal.words import tr

_YEARS = range(1900, 9000)  # those that can be looked back on; far enough from the calendar's ends


@dataclass(frozen=True)
class Move:
    """A goal that was worded anew in the year: how it read before, when, and why."""

    goal: Goal
    before: GoalVersion

    @property
    def new_day(self) -> bool:
        """Whether its day was moved."""
        return self.before.due != self.goal.due


@dataclass(frozen=True)
class Goals:
    """What became of goals: reached, dropped, given another day or wording, and still worked on."""

    done: tuple[Goal, ...] = ()
    dropped: tuple[Goal, ...] = ()
    moved: tuple[Move, ...] = ()
    active: tuple[Goal, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.done or self.dropped or self.moved or self.active)


@dataclass(frozen=True)
class Heard(Record):
    """Feedback as far as others may know of it: its theme, and what I did about it."""

    person_id: int
    theme: str | None = None
    topic: str | None = None
    acted_on: date | None = None
    reported_back_on: date | None = None


@dataclass(frozen=True)
class Asked(Record):
    """A letter as far as others may know of it."""

    writer_id: int
    target: str
    kind: str | None = None
    status: str = "considering"
    asked_on: date | None = None
    agreed_on: date | None = None
    deadline: date | None = None
    submitted_on: date | None = None
    declined_on: date | None = None
    decided_on: date | None = None
    outcome: str | None = None


@dataclass(frozen=True)
class Thanking:
    """Thanks said in the year, by kind, and how many before others; credit given."""

    total: int = 0
    public: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    people: int = 0
    credited: int = 0  # contributors of the year's accomplishments who were credited
    to_credit: int = 0  # those who contributed


@dataclass(frozen=True)
class Passing:
    """Passing on: contacts by person I mentor, feedback given, advice passed on."""

    people: tuple[tuple[Person, int], ...] = ()
    feedback_given: int = 0
    advice: int = 0


@dataclass(frozen=True)
class Year:
    """What happened in a period, as far as others may know."""

    period: Period
    goals: Goals
    people: Everybody
    feedback: tuple[Heard, ...]
    letters: tuple[Asked, ...]
    thanking: Thanking
    passing: Passing


def look_back(journal: Journal, period: Period, as_of: date) -> Year:
    """Everything about a period."""
    return _year(journal, period, everybody(journal, period, as_of))


def listed(journal: Journal, period: Period, as_of: date) -> Year:
    """The same as if whoever was a mentor and is none at its end had never been one."""
    found = everybody(journal, period, as_of)
    staying = tuple(one for one in found.mentors if one.person in found.now)
    gone = frozenset(one.person.id for one in found.mentors if one not in staying)
    kept = replace(
        found, mentors=staying, then=tuple(one for one in found.then if one.id not in gone))
    return _year(journal, period, kept, gone)


def _year(
    journal: Journal, period: Period, people: Everybody, without: frozenset[int] = frozenset()
) -> Year:
    return Year(
        period, _goals(journal, period), people, _feedback(journal, period, without),
        _letters(journal, period), _thanking(journal, period, without),
        _passing(journal, period, people))


def chosen(
    journal: Journal, as_of: date, since: date | None = None, until: date | None = None
) -> Period:
    """The period from one day to another: the last 365 days where nothing is said.

    Raises JournalError with a sentence for days that make no period.
    """
    last = until or as_of
    if not all(day.year in _YEARS for day in (last, since or last)):
        raise JournalError(tr("Choose days between the years {first} and {last}.",
                              first=_YEARS.start, last=_YEARS.stop - 1))
    found = Period(since, last) if since else rules.last_year(last)
    if said := rules.why_not(found.since, found.until, as_of):
        raise JournalError(said)
    return found


def academic_year(journal: Journal, as_of: date, back: int = 0) -> Period | None:
    """The year of my training up to a day, or an earlier one; None where its start is not known."""
    started = me.get(journal).started
    return None if started is None else rules.academic_year(started, as_of, back)


def _within(column: ColumnElement[Any], period: Period) -> ColumnElement[bool]:
    return column.between(period.since, period.until)


def _goals(journal: Journal, period: Period) -> Goals:
    connection = journal.read()
    rows = connection.execute(select(goal).order_by(goal.c.position, goal.c.id)).mappings()
    every = [Goal.of(row) for row in rows]
    versions = connection.execute(
        select(goal_version).where(_within(goal_version.c.date, period))
        .order_by(goal_version.c.date, goal_version.c.id)).mappings()
    first: dict[int, GoalVersion] = {}
    for one in map(GoalVersion.of, versions):
        first.setdefault(one.goal_id, one)  # how it read before the year's first change
    begun = [one for one in every if one.started_on is None or one.started_on <= period.until]
    return Goals(
        done=tuple(one for one in every if one.status == "done" and period.has(one.done_on)),
        dropped=tuple(one for one in every if one.status == "dropped" and period.has(one.done_on)),
        moved=tuple(Move(one, first[one.id]) for one in every if one.id in first),
        active=tuple(one for one in begun if one.status == "active"
                     or (one.done_on is not None and one.done_on > period.until)),
    )


def _feedback(
    journal: Journal, period: Period, without: frozenset[int]
) -> tuple[Heard, ...]:
    columns = [feedback.c[name] for name in Heard.__dataclass_fields__]
    rows = journal.read().execute(
        select(*columns)
        .where(_within(feedback.c.date, period), feedback.c.person_id.not_in(without))
        .order_by(feedback.c.date, feedback.c.id)).mappings()
    return tuple(Heard.of(row) for row in rows)


def _letters(journal: Journal, period: Period) -> tuple[Asked, ...]:
    columns = [letter.c[name] for name in Asked.__dataclass_fields__]
    days = (letter.c.asked_on, letter.c.submitted_on, letter.c.decided_on, letter.c.declined_on)
    rows = journal.read().execute(
        select(*columns).where(or_(*(_within(day, period) for day in days)))
        .order_by(letter.c.asked_on, letter.c.id)).mappings()
    return tuple(Asked.of(row) for row in rows)


def _thanking(journal: Journal, period: Period, without: frozenset[int]) -> Thanking:
    connection = journal.read()
    rows: Sequence[Any] = connection.execute(
        select(thanks.c.person_id, thanks.c.kind, thanks.c.reach)
        .where(_within(thanks.c.date, period), thanks.c.person_id.not_in(without))).all()
    credited, to_credit = connection.execute(
        select(func.count(accomplishment_person.c.credited_on), func.count())
        .select_from(accomplishment_person.join(
            accomplishment, accomplishment.c.id == accomplishment_person.c.accomplishment_id))
        .where(_within(accomplishment.c.date, period),
               accomplishment_person.c.person_id.not_in(without),
               accomplishment_person.c.part == "contributor")).one()
    return Thanking(
        len(rows), sum(row.reach == "public" for row in rows),
        Counter(row.kind for row in rows if row.kind), len({row.person_id for row in rows}),
        credited, to_credit)


def _passing(journal: Journal, period: Period, people: Everybody) -> Passing:
    def count(column: ColumnElement[Any]) -> int:
        return int(journal.read().execute(
            select(func.count()).where(_within(column, period))).scalar_one())

    return Passing(
        tuple((one, people.contacts.get(one.id, 0)) for one in people.mentored),
        count(feedback_given.c.date), count(advice_use.c.date))

