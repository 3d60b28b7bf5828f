"""Two missteps that a journal can honestly ask about: going quiet, and asking too much.

The names are those of Vaughn, Saint and Chopra (JAMA 2017), who call them common and intermittent;
every number here is a default of ours. They are asked about, never diagnosed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from mentorjournal.words import tr

PROMISE_DAYS = 14  # a promise past due for so long
MESSAGE_DAYS = 7  # their message without an answer for so long
WINDOW = 60  # days in which contacts are counted
KNOWN_DAYS = 90  # known for less, nothing is said
LEAST_PROBLEMS = 3
TIMES_RHYTHM = 2


@dataclass(frozen=True)
class Ghost:
    """Quiet since a promise of mine fell due, or since they wrote: the day of it, and how long."""

    since: date
    days: int
    is_promise: bool


def ghost(
    promises_due: Collection[date], unanswered: Collection[date], touchpoints: Sequence[date],
    as_of: date,
) -> Ghost | None:
    """Whether I have gone quiet on somebody.

    `promises_due` are the days my open promises to them fell due, `unanswered` those of their
    messages I have not answered, `touchpoints` the days we were in touch. A promise counts when it
    is 14 days past due and there was no touchpoint since; a message when it is 7 days old and there
    was none on a later day, for who has met since has answered.
    """
    last = max((day for day in touchpoints if day <= as_of), default=None)
    for due in sorted(promises_due):
        if (as_of - due).days >= PROMISE_DAYS and (last is None or last < due):
            return Ghost(due, (as_of - due).days, True)
    for day in sorted(unanswered):
        if (as_of - day).days >= MESSAGE_DAYS and (last is None or last <= day):
            return Ghost(day, (as_of - day).days, False)
    return None


@dataclass(frozen=True)
class Vampire:
    """Contacts I began in 60 days against the agreed rhythm, and problems without an option."""

    contacts: int
    agreed: float
    problems: int
    without_option: int


def vampire(
    begun_by_me: Collection[date], every_days: int, options: Sequence[int], known_days: int | None,
    as_of: date,
) -> Vampire | None:
    """Whether I ask much of somebody with little brought along.

    `begun_by_me` are the days of contacts I began, `options` how many options came with each
    problem. More than twice the rhythm in 60 days, and half of the problems without an option;
    it needs three problems and somebody known for 90 days.
    """
    if known_days is None or known_days < KNOWN_DAYS or len(options) < LEAST_PROBLEMS:
        return None
    contacts = sum(1 for day in begun_by_me if 0 <= (as_of - day).days < WINDOW)
    agreed = WINDOW / every_days
    bare = sum(1 for n in options if n == 0)
    if contacts <= TIMES_RHYTHM * agreed or 2 * bare < len(options):
        return None
    return Vampire(contacts, agreed, len(options), bare)


def ghost_words(found: Ghost) -> str:
    """The question, in plain words."""
    if found.is_promise:
        return tr("Nothing since your promise fell due.")
    return tr("They wrote, and you have not answered yet.")


def vampire_words() -> str:
    """The question, in plain words."""
    return tr("Could some of it wait, or go to somebody else?")
