"""Three missteps of mine that hours, promises and goals can ask about: too much, not mine, alone.

What they rest on is B16 of TIPS, where every number is a default of ours. They are asked about,
never diagnosed: motive, and whether something was fair, is not computable.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from mentorjournal.mentoring.load import TAKING, CommitmentLike, Load, is_running

DECIDED_DAYS = 30  # in which yeses and noes are counted
MANY_YESES = 3
MANY_PAST_DUE = 3
LATE_WORTH_SAYING = 2  # promises late in those days, beside a load above capacity (A4.5)
FROM_ONE = 2  # commitments from one person that serve no goal
HALF = 0.5  # of all hours: above it, most serve no goal
LEAST_COMMITMENTS = 2  # below it, a share of hours says nothing (D4.2)
ASKED_DAYS = 183  # without feedback asked for
STEP_DAYS = 60  # without a step done

NOES = ("declined", "passed_to")


class Decided(CommitmentLike, Protocol):
    """What else is read of a commitment."""

    @property
    def decided_on(self) -> date | None: ...
    @property
    def asked_by_id(self) -> int | None: ...
    @property
    def asked_by(self) -> str | None: ...


@dataclass(frozen=True)
class Overcommitted:
    """More than can be given, or on the way there; counts of the last 30 days beside it."""

    load: Load
    yeses: int
    noes: int
    past_due: int
    late: int

    @property
    def only_yeses(self) -> bool:
        """Three yeses or more, and not one no."""
        return self.yeses >= MANY_YESES and not self.noes

    @property
    def piles_up(self) -> bool:
        """Something new, while three promises or more are past due."""
        return self.past_due >= MANY_PAST_DUE and self.yeses > 0


def overcommitted(
    commitments: Iterable[Decided], load: Load, past_due: int, late: int, as_of: date
) -> Overcommitted | None:
    """Whether I have said yes to more than I can do.

    `past_due` counts my open promises whose day has passed, `late` those that were late within the
    last 30 days. More than 100 % of capacity; or three yeses in 30 days and no no; or three
    promises past due and a new yes.
    """
    decided = [one for one in commitments if one.decided_on is not None
               and 0 <= (as_of - one.decided_on).days < DECIDED_DAYS]
    found = Overcommitted(
        load, sum(one.decision in TAKING for one in decided),
        sum(one.decision in NOES for one in decided), past_due, late)
    return found if load.is_over or found.only_yeses or found.piles_up else None


@dataclass(frozen=True)
class NotMine:
    """Hours that serve no goal, of all; and who asked for several of them, with how many."""

    load: Load
    asked_by: tuple[tuple[int | str, int], ...]  # the id of a person or a name, the most first

    @property
    def is_most(self) -> bool:
        """Whether more than half of the hours serve no goal."""
        return self.load.hours > 0 and self.load.off_goal > HALF * self.load.hours


def not_mine(commitments: Iterable[Decided], load: Load, as_of: date) -> NotMine | None:
    """Whether my hours go where no goal of mine is.

    Two running commitments from one person with no goal; or more than half of the hours without
    one, where there are two commitments at least.
    """
    running = [one for one in commitments if is_running(one, as_of)]
    askers = Counter(
        one.asked_by_id or str(one.asked_by).strip() for one in running
        if one.goal_id is None and (one.asked_by_id or (one.asked_by or "").strip()))
    several = tuple((who, n) for who, n in askers.most_common() if n >= FROM_ONE)
    found = NotMine(load, several)
    most = found.is_most and len(running) >= LEAST_COMMITMENTS
    return found if several or most else None


@dataclass(frozen=True)
class GoalSeen:
    """A goal that is worked on: since when, the last step done, and whether an agenda names it."""

    goal_id: int
    text: str
    since: date | None
    last_step: date | None
    on_agenda: bool


@dataclass(frozen=True)
class Alone:
    """Days without feedback asked for, None for never; and goals nobody was shown, by days."""

    asked_days: int | None
    goals: tuple[tuple[GoalSeen, int], ...]


def alone(
    asked: Collection[date], goals: Sequence[GoalSeen], known_days: int | None, as_of: date
) -> Alone | None:
    """Whether I work where nobody looks.

    `asked` are the days I asked for feedback, `known_days` for how long the journal has held
    contacts with a mentor; below 183 nothing is said. No feedback asked for in 183 days, and a
    goal with no step done in 60 days that no agenda names; a goal needs 60 days of its own.
    """
    if known_days is None or known_days < ASKED_DAYS:
        return None
    last = max((day for day in asked if day <= as_of), default=None)
    if last is not None and (as_of - last).days < ASKED_DAYS:
        return None
    still = [(one, (as_of - max(filter(None, (one.last_step, one.since)))).days)
             for one in goals if one.since is not None and not one.on_agenda]
    quiet = sorted((pair for pair in still if pair[1] >= STEP_DAYS), key=lambda pair: -pair[1])
    return Alone((as_of - last).days if last else None, tuple(quiet)) if quiet else None
