"""A yearly look back: over which days, how the network stood on a day, and the year ahead.

The parts follow the outline of a yearly review; the year of 365 days is a default of ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mentorjournal.mentoring.load_plan import last_of_month
from mentorjournal.mentoring.timeline import Course, bands, pauses
from mentorjournal.mentoring.vocabulary import AHEAD_TAGS
from mentorjournal.words import tr, whole_day

YEAR = 365
LONGEST = 731  # days a review looks back on; two years, ours
_WITH_ME = ("active", "moving_on")

# What is written about the year ahead, each a reflection with a tag of its own.
INTENTIONS, NEW_PERSON, TO_STOP = AHEAD_TAGS


@dataclass(frozen=True)
class Period:
    """From the first day to the last one, both of them in it."""

    since: date
    until: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.until - self.since).days + 1

    @property
    def eve(self) -> date:
        """The day before, on which everything stood as it did "a year ago"."""
        return self.since - timedelta(1)

    @property
    def is_a_year(self) -> bool:
        """Whether it is about a year, so that one may speak of a year ago."""
        return abs(self.days - YEAR) <= 1

    def has(self, day: date | None) -> bool:
        """Whether a day lies in it."""
        return day is not None and self.since <= day <= self.until

    def month_ends(self) -> Iterator[date]:
        """The last day of each of its months, the last one cut at its end."""
        day = last_of_month(self.since)
        while day < self.until:
            yield day
            day = last_of_month(day, 1)
        yield self.until

    @property
    def written_between(self) -> tuple[date, date]:
        """When the plan for the period before was written for it: about its beginning."""
        return self.since - timedelta(self.days // 2), self.since + timedelta(self.days // 2)

    @property
    def ahead_between(self) -> tuple[date, date]:
        """When what is planned for the time after it was written: about its end."""
        half = self.days // 2
        return self.since + timedelta(half + 1), self.until + timedelta(half)


def last_year(as_of: date) -> Period:
    """The 365 days that end with a day."""
    return Period(as_of - timedelta(YEAR - 1), as_of)


def academic_year(started: date, as_of: date, back: int = 0) -> Period | None:
    """The year of my training that a day lies in, up to that day; with `back` an earlier one.

    It begins on the day of the year on which I started; None for a time before I did.
    """
    year = as_of.year if _on(started, as_of.year) <= as_of else as_of.year - 1
    since, following = _on(started, year - back), _on(started, year - back + 1)
    if since < started:
        return None
    return Period(since, min(following - timedelta(1), as_of))


def _on(started: date, year: int) -> date:
    try:
        return started.replace(year=year)
    except ValueError:  # 29 February
        return date(year, 3, 1)


def why_not(since: date, until: date, as_of: date) -> str:
    """Why nobody can look back on these days, as a sentence; "" where it is possible."""
    if until < since:
        return tr("The last day comes before the first.")
    if until > as_of:
        return tr("The last day is still to come; choose one up to {day}.", day=whole_day(as_of))
    if (until - since).days >= LONGEST:
        return tr("That is too long; a review looks back on two years at most.")
    return ""


def period_words(period: Period) -> str:
    """Such as "16 May 2025 to 15 May 2026"."""
    return tr("{first} to {last}", first=whole_day(period.since), last=whole_day(period.until))


def then_words(period: Period) -> str:
    """What the day before it is called: "a year ago", or the day."""
    return tr("a year ago") if period.is_a_year else tr("on {day}", day=whole_day(period.eve))


def was_with_me(
    course: Course, day: date, first: date | None = None, last: date | None = None,
    as_of: date | None = None,
) -> bool:
    """Whether a relationship was going on on a day, by its stages, its start and its end.

    A pause does not count; `first` and `last` are days of contact, for where nothing is written.
    """
    if any(since <= day and (end is None or day < end) for since, end in pauses(course)):
        return False
    return any(
        one.kind in _WITH_ME and one.first <= day and (one.last is None or day < one.last)
        for one in bands(course, first, last, as_of or day))


def was_in(course: Course, period: Period, as_of: date) -> bool:
    """Whether it was going on on any day of a period."""
    return any(
        one.kind in _WITH_ME and one.first <= period.until
        and (one.last is None or period.since < one.last)
        for one in bands(course, None, None, as_of))


def ahead_question(tag: str) -> str:
    """What is asked about the year ahead, by its tag."""
    return {
        INTENTIONS: tr("Three intentions for the year ahead"),
        NEW_PERSON: tr("One new person I want to know"),
        TO_STOP: tr("One thing to stop"),
    }[tag]
