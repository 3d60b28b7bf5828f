"""All goals with everything around each, read for their page at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from math import fsum
from typing import Any, TypeVar

from sqlalchemy import Connection, String, Table, and_, exists, select, type_coerce

from mentorjournal.journal import commitments
from mentorjournal.journal.aims import (
    Commitment,
    GoalGap,
    GoalPerson,
    GoalProgress,
    GoalStep,
    GoalVersion,
    SelfRating,
)
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Goal, Need, Record
from mentorjournal.mentoring.load import is_running
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.store.schema import (
    agenda_item,
    goal,
    goal_gap,
    goal_person,
    goal_progress,
    goal_step,
    goal_version,
    meeting,
    need,
    self_rating,
)

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class OnAgenda:
    """An item of a coming meeting that serves a goal."""

    item_id: int
    meeting_id: int
    person_id: int
    title: str
    day: date


@dataclass(frozen=True)
class GoalFacts:
    """A goal with what the journal knows around it; `since` is when it was begun or noted.

    `commitments` are those that take hours for it now, whether or not it is over. Steps
    stand in their order, old wordings and progress the newest first.
    """

    goal: Goal
    since: date | None = None
    gaps: tuple[GoalGap, ...] = ()
    steps: tuple[GoalStep, ...] = ()
    people: tuple[GoalPerson, ...] = ()
    versions: tuple[GoalVersion, ...] = ()
    progress: tuple[GoalProgress, ...] = ()
    need: Need | None = None
    rating: SelfRating | None = None
    commitments: tuple[Commitment, ...] = ()
    agenda: tuple[OnAgenda, ...] = ()

    @property
    def id(self) -> int:
        """The id of the goal."""
        return self.goal.id

    @property
    def hours(self) -> float:
        """How many hours a week it takes now."""
        return fsum(one.hours_per_week for one in self.commitments)

    @property
    def helper_ids(self) -> tuple[int, ...]:
        """Everybody who is attached, then whoever else helps with a step."""
        helping = [one.helper_id for one in self.steps if one.helper_id is not None]
        return tuple(dict.fromkeys([*(one.person_id for one in self.people), *helping]))

    @property
    def unshared(self) -> tuple[int, ...]:
        """The people who are attached and with whom it was never shared."""
        return tuple(one.person_id for one in self.people if one.shared_on is None)

    @property
    def last_shared(self) -> date | None:
        """The last day on which it was shared with somebody."""
        return max((one.shared_on for one in self.people if one.shared_on), default=None)


@dataclass(frozen=True)
class BareNeed:
    """A need that no active goal serves, with where I stand on it."""

    need: Need
    rating: SelfRating | None = None


def overview(journal: Journal, as_of: date) -> list[GoalFacts]:
    """Every goal, in its order, in a constant number of queries."""
    connection = journal.read()
    gaps = _by_goal(connection, goal_gap, GoalGap, goal_gap.c.closed_on.is_not(None))
    steps = _by_goal(connection, goal_step, GoalStep, goal_step.c.position)
    people = _by_goal(connection, goal_person, GoalPerson)
    versions = _by_goal(connection, goal_version, GoalVersion, goal_version.c.date.desc())
    progress = _by_goal(connection, goal_progress, GoalProgress, goal_progress.c.date.desc())
    needs = {row["id"]: Need.of(row) for row in connection.execute(select(need)).mappings()}
    ratings = _ratings(connection)
    running, agenda = _running(journal, as_of), _agenda(connection, as_of)
    rows = connection.execute(select(goal).order_by(goal.c.position, goal.c.id)).mappings().all()
    return [
        GoalFacts(
            Goal.of(row), since(row), gaps=tuple(gaps[key]), steps=tuple(steps[key]),
            people=tuple(people[key]), versions=tuple(versions[key]),
            progress=tuple(progress[key]), need=needs.get(row["need_id"]),
            rating=ratings.get(row["need_id"]), commitments=tuple(running[key]),
            agenda=tuple(agenda[key]))
        for key, row in ((row["id"], row) for row in rows)
    ]


def bare_needs(journal: Journal) -> list[BareNeed]:
    """The needs that are neither met nor served by an active goal, the most important first."""
    connection = journal.read()
    served = exists().where(and_(goal.c.need_id == need.c.id, goal.c.status == "active"))
    rows = connection.execute(
        select(need).where(need.c.met_on.is_(None), ~served)
        .order_by(need.c.importance.desc(), need.c.position, need.c.id)).mappings().all()
    ratings = _ratings(connection) if rows else {}
    return [BareNeed(Need.of(row), ratings.get(row["id"])) for row in rows]


def _by_goal(
    connection: Connection, table: Table, record: type[R], *order: Any
) -> defaultdict[int, list[R]]:
    found: defaultdict[int, list[R]] = defaultdict(list)
    for row in connection.execute(select(table).order_by(*order, table.c.id)).mappings():
        found[row["goal_id"]].append(record.of(row))
    return found


def since(row: Mapping[Any, Any]) -> date | None:
    """When a goal, a row of its table, was begun; where that is not known, when it was noted."""
    if row["started_on"] is not None or not row["created_at"]:
        begun: date | None = row["started_on"]
        return begun
    return datetime.fromisoformat(row["created_at"]).astimezone().date()


def _ratings(connection: Connection) -> dict[int | None, SelfRating]:
    """The newest look at each need."""
    rows = connection.execute(
        select(self_rating).where(self_rating.c.need_id.is_not(None))
        .order_by(self_rating.c.date, self_rating.c.id)).mappings()
    return {row["need_id"]: SelfRating.of(row) for row in rows}


def _running(journal: Journal, as_of: date) -> defaultdict[int, list[Commitment]]:
    """What takes hours now, by the goal it serves."""
    found: defaultdict[int, list[Commitment]] = defaultdict(list)
    for one in commitments.on(journal, as_of):
        if one.goal_id is not None and is_running(one, as_of):
            found[one.goal_id].append(one)
    return found


def _agenda(connection: Connection, as_of: date) -> defaultdict[int, list[OnAgenda]]:
    starts = type_coerce(meeting.c.starts_at, String)
    rows = connection.execute(
        select(agenda_item.c.goal_id, agenda_item.c.id, agenda_item.c.meeting_id,
               meeting.c.person_id, agenda_item.c.title, meeting.c.starts_at)
        .join(meeting, meeting.c.id == agenda_item.c.meeting_id)
        .where(agenda_item.c.goal_id.is_not(None), meeting.c.status.in_(COMING_STATES),
               agenda_item.c.state.in_(("planned", "added_in_meeting")),
               starts >= as_of.isoformat())
        .order_by(starts, agenda_item.c.position, agenda_item.c.id)).all()
    found: defaultdict[int, list[OnAgenda]] = defaultdict(list)
    for row in rows:
        found[row.goal_id].append(OnAgenda(
            row.id, row.meeting_id, row.person_id, row.title, row.starts_at.date()))
    return found
