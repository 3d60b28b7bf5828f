"""How contact stands: touchpoints, the agreed rhythm with one person, and four times a year.

A touchpoint is a held meeting or a two-way exchange; several on one day count once. Four a year
is the paper's own number (tip 6). Every other threshold here is a default of ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from mentorjournal.words import ago, short_day, span, tr, trn
from mentorjournal.words import rhythm as every

DEFAULT_DAYS = 91  # four times a year (tip 6)
DUE_SOON_PERCENT = 80  # default of ours
OVERDUE_PERCENT = 100
DORMANT_PERCENT = 200  # default of ours
DORMANT_DAYS = 180  # default of ours
YEAR = 365
TIMES_A_YEAR = 4  # tip 6
TOO_NEW_DAYS = 90  # default of ours
FURTHEST = date.max  # where a rhythm would run past the last day a calendar can name

State = Literal["none", "within", "due_soon", "overdue", "dormant", "paused"]


@dataclass(frozen=True)
class Limits:
    """From which percent of a rhythm on contact is due soon, and above which overdue or dormant.

    Dormant only from `dormant_days` on. All are defaults of ours.
    """

    due_soon: float = DUE_SOON_PERCENT
    overdue: float = OVERDUE_PERCENT
    dormant: float = DORMANT_PERCENT
    dormant_days: float = DORMANT_DAYS


USUAL = Limits()


@dataclass(frozen=True)
class Rhythm:
    """How contact with one person stands on one day.

    `days_since` is whole days since the last touchpoint, None without one. `every_days` is the
    rhythm, agreed or default. `due_on` is the day the rhythm asks for contact, None when nothing
    is known to count from. `days_over` is how many days `due_on` lies back, never below 0.
    """

    state: State
    days_since: int | None
    every_days: int
    is_agreed: bool
    due_on: date | None
    days_over: int = 0
    days_left: int | None = None
    paused_until: date | None = None

    @property
    def is_due_today(self) -> bool:
        """Whether today is the very day the rhythm asks for: due, and not over."""
        return self.state == "due_soon" and self.days_left == 0

    @property
    def needs_contact(self) -> bool:
        """Whether the rhythm is over by a day or more."""
        return self.state in ("overdue", "dormant")


def is_touchpoint(kind: str, answered: bool | None = True) -> bool:
    """Whether a logged contact counts: a message nobody answered does not."""
    return kind != "message_unanswered" and answered is not False


def touchpoint_days(days: Iterable[date], as_of: date) -> tuple[date, ...]:
    """The different days of `days` up to and with `as_of`, in order."""
    return tuple(sorted({day for day in days if day <= as_of}))


def reading(
    last: date | None,
    cadence_days: int | None,
    agreed_on: date | None,
    as_of: date,
    known_since: date | None,
    paused_until: date | None = None,
    default_days: int = DEFAULT_DAYS,
    limits: Limits = USUAL,
) -> Rhythm:
    """How contact stands on `as_of`, `last` being the day of the last touchpoint.

    Due soon from 80% of the rhythm, overdue strictly above 100%, dormant above 200% and from 180
    days, unless `limits` say otherwise. A pause lasts until the day before `paused_until`;
    afterwards the rhythm is counted from that day, so that nobody comes back to a red line. A
    touchpoint after `as_of` counts as today.
    Without touchpoint the state is "none", and `due_on` is counted from `known_since`.
    """
    has_own = cadence_days is not None and cadence_days > 0
    every_days = cadence_days if cadence_days is not None and has_own else default_days
    is_agreed = has_own and agreed_on is not None
    since = None if last is None else max(0, (as_of - last).days)
    counted_from = max((day for day in (last or known_since, paused_until) if day), default=None)
    due_on = None if counted_from is None else _later(counted_from, every_days)
    if paused_until is not None and as_of < paused_until:
        return Rhythm("paused", since, every_days, is_agreed, due_on, paused_until=paused_until)
    if due_on is None or counted_from is None:
        return Rhythm("none", since, every_days, is_agreed, None)
    counted = max(0, (as_of - counted_from).days)
    state = "none" if since is None else _state(counted, every_days, limits)
    return Rhythm(
        state, since, every_days, is_agreed, due_on,
        max(0, counted - every_days), every_days - counted,
    )


def _later(day: date, days: int) -> date:
    return FURTHEST if days >= (FURTHEST - day).days else day + timedelta(days)


def _state(days: int, every_days: int, limits: Limits) -> State:
    if days * 100 > limits.dormant * every_days and days >= limits.dormant_days:
        return "dormant"
    if days * 100 > limits.overdue * every_days:
        return "overdue"
    if days * 100 >= limits.due_soon * every_days:
        return "due_soon"
    return "within"


def words(rhythm: Rhythm, as_of: date | None = None) -> str:
    """The reading in a few words: "24 days ago · due soon", "2 weeks over".

    With `as_of` a pause that ends in another year says in which.
    """
    if rhythm.state == "paused" and rhythm.paused_until is not None:
        return tr("paused until {day}", day=short_day(rhythm.paused_until, as_of))
    if rhythm.days_since is None:
        return tr("no contact logged yet")
    if rhythm.state == "dormant":
        return tr("quiet for {span}", span=span(rhythm.days_since))
    if rhythm.state == "overdue":
        return tr("{span} over", span=span(rhythm.days_over))
    if rhythm.is_due_today:
        return tr("{ago} · due today", ago=ago(rhythm.days_since))
    if rhythm.state == "due_soon":
        return tr("{ago} · due soon", ago=ago(rhythm.days_since))
    return ago(rhythm.days_since)


def agreement_words(rhythm: Rhythm) -> str:
    """The rhythm itself: "every 4 weeks", or that it is not agreed yet."""
    if rhythm.is_agreed:
        return every(rhythm.every_days)
    return tr("not agreed yet; {rhythm} until then", rhythm=every(rhythm.every_days))


@dataclass(frozen=True)
class FourAYear:
    """Touchpoint days in the last 365 days against four a year.

    `target` is None while the person is too new to tell, or nothing is known to count from.
    """

    count: int
    target: int | None
    known_days: int | None

    @property
    def state(self) -> Literal["too_new", "within", "below"]:
        """Too new to tell, as often as the paper asks for, or less often."""
        if self.target is None:
            return "too_new"
        return "within" if self.count >= self.target else "below"


def yearly_target(known_days: int, times: float = TIMES_A_YEAR) -> int | None:
    """How many touchpoints to look for: four in a year, fewer for somebody known less long.

    Pro-rated and rounded down, at least 1; None below 90 days.
    """
    if known_days < TOO_NEW_DAYS:
        return None
    return max(1, int(times * min(known_days, YEAR) // YEAR))


def four_a_year(
    days: Iterable[date], known_since: date | None, as_of: date, times: float = TIMES_A_YEAR
) -> FourAYear:
    """Touchpoint days within the 365 days that end with `as_of`, and how many to look for.

    `times` are those of a whole year. Without `known_since` the first touchpoint is when they
    became known.
    """
    known = touchpoint_days(days, as_of)
    start = known_since or (known[0] if known else None)
    known_days = None if start is None else max(0, (as_of - start).days)
    count = sum(1 for day in known if (as_of - day).days < YEAR)
    target = None if known_days is None else yearly_target(known_days, times)
    return FourAYear(count, target, known_days)


def four_a_year_words(four: FourAYear) -> str:
    """Such as "3 of 4 in the last year", or why it is too early to say."""
    if four.known_days is None:
        return tr("no contact logged yet")
    if four.target is None:
        return trn(
            "Too new to tell ({n} day)", "Too new to tell ({n} days)", four.known_days
        )
    if four.known_days >= YEAR:
        return tr("{count} of {target} in the last year", count=four.count, target=four.target)
    return tr(
        "{count} of {target} in {span}",
        count=four.count, target=four.target, span=span(four.known_days),
    )
