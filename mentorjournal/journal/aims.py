"""What goals, hours, needs, reflections and advice are: frozen records, as in `records.py`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day

from mentorjournal.journal.records import Record


@dataclass(frozen=True)
class GoalGap(Record):
    """A gap in knowledge or skill that stands in the way of a goal."""

    id: int
    goal_id: int
    text: str
    closed_on: Day | None = None


@dataclass(frozen=True)
class GoalStep(Record):
    """A step of a goal, whose it is ("me", "mentor", "both") and who helps."""

    id: int
    goal_id: int
    text: str
    owner: str = "me"
    helper_id: int | None = None
    due: Day | None = None
    done_on: Day | None = None
    position: int = 0


@dataclass(frozen=True)
class GoalPerson(Record):
    """Somebody who helps with a goal: their part, and when the goal was shared with them."""

    id: int
    goal_id: int
    person_id: int
    shared_on: Day | None = None
    part: str | None = None


@dataclass(frozen=True)
class GoalVersion(Record):
    """How a goal read until a day, why it changed, and with whom that was talked over."""

    id: int
    goal_id: int
    date: Day | None = None
    text: str | None = None
    measure: str | None = None
    due: Day | None = None
    change: str | None = None
    person_id: int | None = None


@dataclass(frozen=True)
class GoalProgress(Record):
    """How far a goal's number was on a day."""

    id: int
    goal_id: int
    date: Day | None = None
    value: float | None = None


@dataclass(frozen=True)
class SelfRating(Record):
    """Where I stood on a day, and where I want to be: 1 to 5, of a topic or of a need."""

    id: int
    date: Day | None = None
    topic: str | None = None
    topic_words: str | None = None
    now: int | None = None
    wanted: int | None = None
    need_id: int | None = None


@dataclass(frozen=True)
class Commitment(Record):
    """Something that takes hours a week, or was asked of me and is still to be answered."""

    id: int
    title: str
    asked_by_id: int | None = None
    asked_by: str | None = None
    hours_per_week: float = 0.0
    goal_id: int | None = None
    decision: str = "pending"
    asked_on: Day | None = None
    decided_on: Day | None = None
    since: Day | None = None
    until: Day | None = None
    what_exactly: str | None = None
    why_me: str | None = None
    how_to_stop: str | None = None
    fits_goal: str | None = None
    reply: str | None = None
    hours_asked: float | None = None
    passed_to: str | None = None


@dataclass(frozen=True)
class CommitmentHours(Record):
    """From a day on a commitment takes other hours a week than before."""

    id: int
    commitment_id: int
    since: Day | None = None
    hours_per_week: float | None = None


@dataclass(frozen=True)
class Capacity(Record):
    """From a day on I can give so many hours a week; without a day, before all others."""

    id: int
    since: Day | None = None
    hours_per_week: float | None = None


@dataclass(frozen=True)
class Homework(Record):
    """Something to read or find out before somebody is met or asked."""

    id: int
    person_id: int
    text: str
    done_on: Day | None = None


@dataclass(frozen=True)
class FitSheet(Record):
    """What I thought after getting to know somebody: private; each answer 1 to 5 or none."""

    id: int
    person_id: int
    date: Day | None = None
    availability: int | None = None
    availability_note: str | None = None
    willingness: int | None = None
    willingness_note: str | None = None
    style: int | None = None
    style_note: str | None = None
    shared_values: int | None = None
    shared_values_note: str | None = None
    inspired: int | None = None
    inspired_note: str | None = None
    track_record: str | None = None
    decision: str | None = None
    decided_on: Day | None = None
    note: str | None = None


@dataclass(frozen=True)
class Reflection(Record):
    """A dated answer to a question I asked myself; private unless it is said to be shareable."""

    id: int
    text: str
    date: Day | None = None
    tag: str | None = None
    question: str | None = None
    energy: int | None = None
    person_id: int | None = None
    goal_id: int | None = None
    paired_with_id: int | None = None
    shareable: bool = False


@dataclass(frozen=True)
class Advice(Record):
    """Advice that worked for me, and who gave it."""

    id: int
    text: str
    person_id: int | None = None
    credited_to: str | None = None
    when_it_helps: str | None = None
    date: Day | None = None


@dataclass(frozen=True)
class AdviceUse(Record):
    """When I passed a piece of advice on, and to whom."""

    id: int
    advice_id: int
    person_id: int | None = None
    meeting_id: int | None = None
    date: Day | None = None


@dataclass(frozen=True)
class FeedbackGiven(Record):
    """Feedback I gave to somebody I mentor: the other side of the loop."""

    id: int
    person_id: int
    meeting_id: int | None = None
    date: Day | None = None
    requested: bool = False
    topic: str | None = None
    situation: str | None = None
    behaviour: str | None = None
    impact: str | None = None
    their_plan: str | None = None
    look_again_on: Day | None = None
    came_of: str | None = None
    heard_back_on: Day | None = None


@dataclass(frozen=True)
class MyStage(Record):
    """A stage of mine, such as "Fellow": since when, and until when."""

    id: int
    stage: str
    started: Day | None = None
    ended: Day | None = None
    note: str | None = None
