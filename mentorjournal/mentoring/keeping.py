"""Keeping in touch: whom it is time for, who begins, who was asked how they like it, what is next.

Half of the contacts begun by me, and an answer from everybody within a month, follow tip 6; where
no number is the paper's own it is a default of ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from mentorjournal.mentoring.deeds import Ref
from mentorjournal.mentoring.rhythm import FourAYear, Rhythm
from mentorjournal.words import ago, short_day, tr, trn

if TYPE_CHECKING:
    from mentorjournal.journal.records import Person

LEAST_TO_TELL = 4  # contacts from which on it can be said who begins them; default of ours
ASK_AFTER_DAYS = 30  # known for so long, somebody should have been asked; default of ours

Place = Literal["dormant", "overdue", "due_soon", "none", "snoozed", "paused"]
PLACES: tuple[Place, ...] = ("dormant", "overdue", "due_soon", "none", "snoozed", "paused")
CALLING: tuple[Place, ...] = ("dormant", "overdue", "due_soon", "none")


def place(rhythm: Rhythm, snoozed_until: date | None, as_of: date) -> Place | None:
    """Where somebody stands among those to be in touch with; None while it is not time.

    Snoozing quietens the nudge only: the reading stays as it is. Somebody without any contact
    belongs here once the rhythm, counted from the beginning, is over.
    """
    if rhythm.state == "paused":
        return "paused"
    if rhythm.state == "within" or (rhythm.state == "none" and not rhythm.days_over):
        return None
    if snoozed_until is not None and as_of < snoozed_until:
        return "snoozed"
    return rhythm.state


def order(where: Place, rhythm: Rhythm, name: str) -> tuple[int, float, str]:
    """The key that puts the most urgent first: by place, then by how much of the rhythm is over."""
    return PLACES.index(where), -_counted(rhythm) / rhythm.every_days, name


def _counted(rhythm: Rhythm) -> int:
    """Days of the rhythm that are over, counted from the end of a pause where there was one."""
    if rhythm.days_left is None:
        return 0
    return rhythm.every_days - rhythm.days_left


def days_words(rhythm: Rhythm) -> str:
    """Such as "24 of 30 days"; after a pause the days since its end."""
    if rhythm.days_since is None:
        return tr("no contact logged yet")
    counted = _counted(rhythm)
    if rhythm.days_left is not None and counted < rhythm.days_since:
        return trn(
            "{days} of {n} day since the pause", "{days} of {n} days since the pause",
            rhythm.every_days, days=counted,
        )
    return trn(
        "{days} of {n} day", "{days} of {n} days", rhythm.every_days, days=rhythm.days_since)


def place_words(
    where: Place, rhythm: Rhythm, snoozed_until: date | None, paused_for: str | None = None,
    as_of: date | None = None,
) -> str:
    """What one is told of somebody to be in touch with, such as "Due soon: 24 of 30 days".

    With `as_of` a day in another year says in which.
    """
    if where == "paused" and rhythm.paused_until is not None:
        until = tr("Paused until {day}", day=short_day(rhythm.paused_until, as_of))
        return f"{until}: {paused_for}" if paused_for else until
    if where == "none":
        return tr("No contact logged yet")
    if where == "snoozed" and snoozed_until is not None:
        return tr("Quiet until {day}: {days}", day=short_day(snoozed_until, as_of),
                  days=days_words(rhythm))
    state = {
        "dormant": tr("Dormant: {days}"), "overdue": tr("Overdue: {days}"),
        "due_soon": tr("Due today: {days}") if rhythm.is_due_today else tr("Due soon: {days}"),
    }[where]
    return state.format(days=days_words(rhythm))


def year_words(year: FourAYear) -> str:
    """Such as "3 of 4 in a year"; of somebody known less long "2 of 3 so far", or why not."""
    if year.target is None:
        return tr("too new to tell") if year.known_days is not None else ""
    if year.known_days is not None and year.known_days < 365:
        return tr("{count} of {target} so far", count=year.count, target=year.target)
    return tr("{count} of {target} in a year", count=year.count, target=year.target)


def due_words(count: int) -> str:
    """The notice that names nobody: "2 people are due for a word"."""
    return trn("{n} person is due for a word", "{n} people are due for a word", count)


# What logging does ----------------------------------------------------------------------------


def effect_words(
    last: date | None, day: date, counts: bool, as_of: date, mine: bool = True
) -> str:
    """What a contact on `day` does to the days since contact, the last one being on `last`.

    `mine` says that I began it, so that an answer would be theirs.
    """
    if not counts:
        return (tr("Not answered: it will not count until they answer.") if mine
                else tr("Not answered: it will not count until you answer."))
    days = (as_of - day).days
    if last is None:
        return trn("Counts as the first contact: {n} day ago.",
                   "Counts as the first contact: {n} days ago.", days) if days else tr(
            "Counts as the first contact, today.")
    before = (as_of - last).days
    if day == last:
        return tr("There was contact on that day already; the two count once.")
    if day < last:
        return tr("Counts for that day; the last contact stays the one of {ago}.",
                  ago=ago(before))
    return trn("Counts as contact: {n} day instead of {before}.",
               "Counts as contact: {n} days instead of {before}.", days, before=before)


# Indicators of tip 6 --------------------------------------------------------------------------


class Touch(NamedTuple):
    """A held meeting or a contact: with whom and when, who began it, whether it is a touchpoint."""

    person_id: int
    day: date
    mine: bool
    counts: bool
    with_mentee: bool = False
    ref: Ref = Ref("contact", 0)  # the meeting or the contact


@dataclass(frozen=True)
class Starts:
    """How many of the last year's contacts I began, answered or not (D6.3)."""

    mine: int
    total: int

    @property
    def state(self) -> Literal["too_few", "within", "below"]:
        """Too few to tell, at least half begun by me, or less."""
        if self.total < LEAST_TO_TELL:
            return "too_few"
        return "within" if 2 * self.mine >= self.total else "below"


def starts(touches: Iterable[Touch]) -> Starts:
    """How many of these I began; those with people I mentor are left out."""
    begun = [one.mine for one in touches if not one.with_mentee]
    return Starts(sum(begun), len(begun))


def starts_words(starts: Starts) -> str:
    """Such as "You began 48 of 55 contacts in the last year.", or why it is too early to say."""
    if starts.state == "too_few":
        return tr("Too few contacts to tell who begins them: {total} of {least}.",
                  total=starts.total, least=LEAST_TO_TELL)
    return tr("You began {mine} of {total} contacts in the last year.",
              mine=starts.mine, total=starts.total)


@dataclass(frozen=True)
class Asked:
    """Who of the active mentors was asked how they like to be in touch, and how often (D6.4)."""

    asked: tuple[int, ...]
    missing: tuple[int, ...]
    to_ask: tuple[int, ...]  # those missing who are known for more than a month

    @property
    def total(self) -> int:
        """All active mentors."""
        return len(self.asked) + len(self.missing)


def asked(
    people: Iterable[Person], as_of: date, after_days: float = ASK_AFTER_DAYS
) -> Asked:
    """Who was asked, of the active mentors among `people`; one known for longer should have been.
    """
    mentors = [one for one in people if one.is_active]
    missing = [one for one in mentors if one.preferences_asked_on is None]
    latest = as_of - timedelta(after_days)
    return Asked(
        tuple(one.id for one in mentors if one.preferences_asked_on is not None),
        tuple(one.id for one in missing),
        tuple(one.id for one in missing if one.start is None or one.start < latest),
    )


def next_date(next_meeting: date | None, next_contact_on: date | None, as_of: date) -> date | None:
    """The next day that is set with somebody: a meeting, or a day to be in touch (D6.5)."""
    days = [day for day in (next_meeting, next_contact_on) if day is not None and day >= as_of]
    return min(days, default=None)
