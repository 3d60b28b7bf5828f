"""What the indicators of the twelve tips rest on: plain records of some days, before any rule.

They are gathered once for a span of days; `tips_day.OnDay` is how they stood on one of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from datetime import date as Day
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from mentorjournal.mentoring.gratitude import Help
from mentorjournal.mentoring.keeping import Touch
from mentorjournal.mentoring.knowing import Answer
from mentorjournal.mentoring.load_plan import Plan
from mentorjournal.mentoring.meetings import Held
from mentorjournal.mentoring.rhythm import DEFAULT_DAYS

if TYPE_CHECKING:
    from mentorjournal.journal.aims import GoalStep
    from mentorjournal.journal.between import Compact, Credit, Ending, Expectation, Letter, Thanks
    from mentorjournal.journal.records import Action, Goal, Me, Meeting, Need, Person

T = TypeVar("T")


class Heard(NamedTuple):
    """Feedback as far as its steps go, without what was said; `plan` is no more than a mark."""

    id: int
    person_id: int
    date: Day | None
    requested: bool
    asked_on: Day | None
    stance: str | None
    cool_off_until: Day | None
    conversation_on: Day | None
    plan: str | None
    plan_on: Day | None
    note_on: Day | None
    acted_on: Day | None
    reported_back_on: Day | None
    set_aside_on: Day | None
    revisited_on: Day | None
    talk_asked_on: Day | None


class Problem(NamedTuple):
    """A problem on the agenda of a meeting with a mentor, and how many ways out came with it."""

    item_id: int
    meeting_id: int
    person_id: int
    day: date
    options: int


class Aim(NamedTuple):
    """A goal with its steps."""

    goal: Goal
    steps: tuple[GoalStep, ...]
    since: date | None = None  # when it was begun, else written down

    def was_open(self, day: date) -> bool:
        """Whether it was worked on on a day; what has no day stands as it does now."""
        if self.since is not None and self.since > day:
            return False
        ended = self.goal.done_on
        return self.goal.status == "active" or (ended is not None and ended > day)


@dataclass(frozen=True)
class Facts:
    """Everything the indicators look at on any day from `first` to `last`.

    Meetings, touches, problems and promises reach back a year before `first`; what is counted
    without an end is whole. `last_before` is the last touchpoint with each person by `first`,
    `first_touch` the very first one where it is not known since when somebody is known,
    `last_touch` the very last one, also after `last`; `stages` are stages with the day each began;
    `put_aside` are helps not to be asked about, until a day or for good.
    """

    first: date
    last: date
    me: Me
    default_days: int = DEFAULT_DAYS
    people: tuple[Person, ...] = ()
    needs: tuple[Need, ...] = ()
    aims: tuple[Aim, ...] = ()
    plan: Plan = field(default_factory=Plan)
    held: tuple[Held, ...] = ()
    called_off: tuple[Meeting, ...] = ()
    coming: tuple[Meeting, ...] = ()
    problems: tuple[Problem, ...] = ()
    promises: tuple[Action, ...] = ()
    touches: tuple[Touch, ...] = ()
    last_before: Mapping[int, date] = field(default_factory=dict)
    first_touch: Mapping[int, date] = field(default_factory=dict)
    last_touch: Mapping[int, date] = field(default_factory=dict)
    stages: Mapping[int, list[tuple[date, str]]] = field(default_factory=dict)
    feedback: tuple[Heard, ...] = ()
    letters: tuple[Letter, ...] = ()
    thanks: tuple[Thanks, ...] = ()
    helps: tuple[Help, ...] = ()
    put_aside: Mapping[str, date | None] = field(default_factory=dict)
    credits: tuple[Credit, ...] = ()
    achieved: Mapping[int, date] = field(default_factory=dict)  # accomplishment -> its day
    compacts: Mapping[int, tuple[Compact | None, tuple[Expectation, ...]]] = field(
        default_factory=dict)
    known: Mapping[int, list[Answer]] = field(default_factory=dict)
    first_sheets: Mapping[int, date] = field(default_factory=dict)
    endings: tuple[Ending, ...] = ()
    reflections: tuple[tuple[int, date], ...] = ()  # about mentoring others: id and day


def known_on(one: T, day: date, happened: tuple[str, ...]) -> T:
    """A record without what happened after `day`, as it could be known then."""
    later: dict[str, Any] = {
        name: None for name in happened
        if (on := getattr(one, name)) is not None and on > day
    }
    if not later:
        return one
    if "plan_on" in later:
        later["plan"] = None
    if isinstance(one, tuple):
        return one._replace(**later)  # type: ignore[attr-defined,no-any-return]
    return replace(one, **later)  # type: ignore[type-var]
