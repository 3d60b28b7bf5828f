"""Goals: what makes one whole, how far it is, and what about it is worth a look (tips 3 and 4).

Presence only: no rule here judges the words of a goal (TIPS A4.2).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from mentorjournal.mentoring.vocabulary import HORIZONS
from mentorjournal.words import listing, span, tr

FIVE = ("text", "measure", "due", "why", "next_step")  # TIPS D3.2
ALONE_DAYS = 30  # without anybody attached, from when to ask who could help; TIPS A0.4, ours

# Signs in the order in which they are shown.
NO_GAP_OR_STEP, NO_STEP, DUE_PASSED = "no_gap_or_step", "no_step", "due_passed"
NOBODY, ALONE, NOT_SHARED = "nobody", "alone", "not_shared"
NO_AGENDA, STEP_NOT_MINE = "no_agenda", "not_mine"


class GoalLike(Protocol):
    """What is read of a goal."""

    @property
    def text(self) -> str: ...
    @property
    def horizon(self) -> str | None: ...
    @property
    def measure(self) -> str | None: ...
    @property
    def measure_value(self) -> float | None: ...
    @property
    def measure_target(self) -> float | None: ...
    @property
    def due(self) -> date | None: ...
    @property
    def why(self) -> str | None: ...
    @property
    def status(self) -> str: ...


class StepLike(Protocol):
    """What is read of a step."""

    @property
    def text(self) -> str: ...
    @property
    def owner(self) -> str: ...
    @property
    def done_on(self) -> date | None: ...


S = TypeVar("S", bound=StepLike)


@dataclass(frozen=True)
class Presence:
    """Which of the five are there: their ids, in the order of FIVE."""

    there: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The ids of those that are not."""
        return tuple(one for one in FIVE if one not in self.there)


@dataclass(frozen=True)
class Standing:
    """What the signs of a goal are read from, besides itself and its steps.

    `since` is when it was begun, `gaps` how many are known, `helpers` how many people are
    attached, `unshared` the names of those it was not shared with, `on_agenda` whether a coming
    meeting has it on its agenda.
    """

    since: date | None = None
    gaps: int = 0
    helpers: int = 0
    unshared: tuple[str, ...] = ()
    on_agenda: bool = False


def present(goal: GoalLike, steps: Iterable[StepLike]) -> Presence:
    """Which of text, measure, day, reason and next step a goal has (TIPS A4.2, D3.2)."""
    has = {
        "text": bool(goal.text), "measure": bool(goal.measure) or goal.measure_target is not None,
        "due": goal.due is not None, "why": bool(goal.why), "next_step": bool(open_steps(steps)),
    }
    return Presence(tuple(one for one in FIVE if has[one]))


def open_steps(steps: Iterable[S]) -> list[S]:
    """The steps that are still to be taken."""
    return [one for one in steps if one.done_on is None]


def missing_words(presence: Presence) -> str:
    """What is missing, such as "no measure and no day yet"; "" when nothing is."""
    spoken = {
        "text": tr("no words"), "measure": tr("no measure"), "due": tr("no day"),
        "why": tr("no reason"), "next_step": tr("no next step"),
    }
    missing = [spoken[one] for one in presence.missing]
    return tr("{what} yet", what=listing(missing)) if missing else ""


def horizons_filled(goals: Iterable[GoalLike]) -> tuple[str, ...]:
    """The horizons with an active goal, the nearest first (TIPS A3.3, D3.1)."""
    there = {one.horizon for one in goals if one.status == "active"}
    return tuple(one for one in HORIZONS if one in there)


def progress(goal: GoalLike) -> float | None:
    """How far a goal's number is, 0 to 1; None without both numbers, or with nothing to reach."""
    if goal.measure_value is None or goal.measure_target is None or goal.measure_target <= 0:
        return None
    return min(1.0, max(0.0, goal.measure_value / goal.measure_target))


def signs(
    goal: GoalLike, steps: Sequence[StepLike], standing: Standing, as_of: date
) -> tuple[str, ...]:
    """What about an active goal is worth a look, as ids; none for one that is done or dropped.

    Whose agenda it could be on is a question only once somebody is attached: until then that it
    is on none is said together with that nobody helps.
    """
    if goal.status != "active":
        return ()
    is_open = bool(open_steps(steps))
    age = (as_of - standing.since).days if standing.since else 0
    found = {
        NO_GAP_OR_STEP: not standing.gaps and not steps,  # TIPS A3.4
        NO_STEP: not is_open and bool(standing.gaps or steps),  # TIPS A3.8
        DUE_PASSED: goal.due is not None and goal.due < as_of,
        NOBODY: not standing.helpers and age > ALONE_DAYS,
        ALONE: not standing.helpers and age <= ALONE_DAYS,
        NOT_SHARED: bool(standing.unshared),  # TIPS A4.6
        NO_AGENDA: not standing.on_agenda and bool(standing.helpers),
        STEP_NOT_MINE: bool(not_mine(steps)),  # TIPS A4.1
    }
    return tuple(sign for sign, is_so in found.items() if is_so)


def not_mine(steps: Iterable[S]) -> list[S]:
    """The open steps that are somebody else's alone."""
    return [one for one in open_steps(steps) if one.owner not in ("me", "both")]


def sign_words(
    sign: str, goal: GoalLike, steps: Sequence[StepLike], standing: Standing, as_of: date
) -> str:
    """A sign as a short sentence."""
    if sign == NOBODY:
        assert standing.since is not None
        attached = tr("Nobody attached for {span}, and on no coming agenda. Who could help?")
        if standing.on_agenda:
            attached = tr("Nobody attached for {span}. Who could help?")
        return attached.format(span=span((as_of - standing.since).days))
    if sign == NOT_SHARED:
        return tr("Not shared yet with {names}.", names=listing(standing.unshared))
    if sign == STEP_NOT_MINE:
        return tr("“{step}” is a step of theirs alone: what is your part in it?",
                  step=not_mine(steps)[0].text)
    return {
        NO_GAP_OR_STEP: tr("No gap and no step yet: what is in the way, and what comes first?"),
        NO_STEP: tr("No next step."),
        ALONE: tr("Nobody helps yet.") if standing.on_agenda else tr(
            "Nobody helps yet, and it is on no coming agenda."),
        DUE_PASSED: tr("Its day has passed: is it reached, or does it need another day?"),
        NO_AGENDA: tr("On no coming agenda."),
    }[sign]


def due_words(due: date, as_of: date) -> str:
    """How late a day is that has passed, such as "3 days late"; "" for one still to come."""
    late = (as_of - due).days
    return tr("{span} late", span=span(late)) if late > 0 else ""
