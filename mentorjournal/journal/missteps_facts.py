"""What questions about missteps rest on: promises, meetings, goals, feedback, each read once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import (
    ColumnElement,
    String,
    and_,
    case,
    exists,
    func,
    or_,
    select,
    type_coerce,
    union_all,
)

from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.missteps_mine import DECIDED_DAYS, STEP_DAYS, GoalSeen
from mentorjournal.mentoring.missteps_theirs import LAST, Promise
from mentorjournal.mentoring.vocabulary import ACTIVE_STAGES
from mentorjournal.store.schema import (
    action,
    agenda_item,
    contact,
    feedback,
    goal,
    goal_step,
    meeting,
    person,
)

MINE = ("me", "both")
DUE_STATES = ("held", "cancelled", "missed")
_DAY = func.substr(type_coerce(meeting.c.starts_at, String), 1, 10)
MENTORS = select(person.c.id).where(
    person.c.direction == "mentor", person.c.stage.in_(ACTIVE_STAGES))


@dataclass(frozen=True)
class Late:
    """My open promises past due, and those that were late within the last 30 days."""

    past_due: int
    late: int


def my_promises(journal: Journal, as_of: date) -> Late:
    """How many promises of mine wait, and were late."""
    since = as_of - timedelta(DECIDED_DAYS)
    recent = and_(action.c.due >= since, or_(
        action.c.done_on.is_(None), action.c.done_on > action.c.due))
    row = journal.read().execute(
        select(func.sum(case((_open(as_of), 1), else_=0)), func.sum(case((recent, 1), else_=0)))
        .where(action.c.owner.in_(MINE), action.c.due < as_of, _not_dropped(as_of))
    ).one()
    return Late(row[0] or 0, row[1] or 0)


def their_promises(journal: Journal, as_of: date) -> dict[int, list[Promise]]:
    """Active mentor -> what they promised for a day, and had not done on `as_of`."""
    rows = journal.read().execute(
        select(action.c.person_id, action.c.text, action.c.due)
        .where(action.c.owner == "mentor", action.c.due < as_of, _open(as_of), _not_dropped(as_of),
               action.c.person_id.in_(MENTORS)).order_by(action.c.due, action.c.id))
    found: dict[int, list[Promise]] = {}
    for row in rows:
        found.setdefault(row.person_id, []).append(Promise(row.text, row.due))
    return found


def have_promised(journal: Journal) -> bool:
    """Whether any promise of an active mentor is noted with a day."""
    return bool(journal.read().execute(select(exists().where(
        action.c.owner == "mentor", action.c.due.is_not(None),
        action.c.person_id.in_(MENTORS)))).scalar())


def meetings_due(journal: Journal, as_of: date) -> dict[int, list[tuple[date, bool]]]:
    """Active mentor -> their last four meetings that were due, the newest first.

    Each is a day, and whether they called it off; a postponed one was due on another day.
    """
    newest = (meeting.c.starts_at.desc(), meeting.c.id.desc())
    place = func.row_number().over(partition_by=meeting.c.person_id, order_by=newest)
    by_them = and_(meeting.c.status == "cancelled", meeting.c.called_off_by == "mentor")
    last = select(
        meeting.c.person_id, _DAY.label("day"), func.coalesce(by_them, False).label("by_them"),
        place.label("place"),
    ).where(meeting.c.status.in_(DUE_STATES), as_of.isoformat() >= _DAY,
            meeting.c.person_id.in_(MENTORS)).subquery()
    rows = journal.read().execute(
        select(last).where(last.c.place <= LAST).order_by(last.c.person_id, last.c.place))
    found: dict[int, list[tuple[date, bool]]] = {}
    for row in rows:
        found.setdefault(row.person_id, []).append(
            (date.fromisoformat(row.day), bool(row.by_them)))
    return found


def goals_seen(journal: Journal, as_of: date) -> list[GoalSeen]:
    """The goals that are worked on; one without a day began when it was written down.

    An agenda names a goal when the meeting is to come or was in the last 60 days.
    """
    done = (select(func.max(goal_step.c.done_on))
            .where(goal_step.c.goal_id == goal.c.id, goal_step.c.done_on <= as_of)
            .correlate(goal).scalar_subquery())
    named = exists().where(
        agenda_item.c.goal_id == goal.c.id, agenda_item.c.state != "dropped",
        agenda_item.c.meeting_id == meeting.c.id, meeting.c.status != "cancelled",
        (as_of - timedelta(STEP_DAYS)).isoformat() < _DAY)
    rows = journal.read().execute(
        select(goal.c.id, goal.c.text, goal.c.started_on, goal.c.created_at,
               type_coerce(done, goal_step.c.done_on.type).label("done"), named.label("named"))
        .where(goal.c.status == "active").order_by(goal.c.position, goal.c.id))
    return [
        GoalSeen(row.id, row.text, row.started_on or _day(row.created_at), row.done,
                 bool(row.named))
        for row in rows]


def _day(moment: str) -> date | None:
    return date.fromisoformat(moment[:10]) if moment else None


def asked_days(journal: Journal, as_of: date) -> list[date]:
    """The days on which I asked for feedback."""
    rows = journal.read().execute(
        select(feedback.c.asked_on, feedback.c.date)
        .where(or_(feedback.c.requested.is_(True), feedback.c.asked_on.is_not(None))))
    days = [row.asked_on or row.date for row in rows]
    return [day for day in days if day is not None and day <= as_of]


def known_days(journal: Journal, as_of: date) -> int | None:
    """For how long the journal has held contacts with an active mentor; None without any."""
    told = union_all(
        select(func.min(type_coerce(contact.c.date, String)).label("day"))
        .where(contact.c.person_id.in_(MENTORS)),
        select(func.min(_DAY)).where(
            meeting.c.person_id.in_(MENTORS), meeting.c.status == "held"),
    ).subquery()
    first = journal.read().execute(select(func.min(told.c.day))).scalar()
    return (as_of - date.fromisoformat(first)).days if first else None


def can_tell_quiet(journal: Journal, as_of: date) -> bool:
    """Whether a promise of mine to an active mentor has a day, or one of them has written."""
    promised = exists().where(
        action.c.owner.in_(MINE), action.c.due.is_not(None), action.c.person_id.in_(MENTORS))
    wrote = exists().where(
        contact.c.initiated_by != "me", contact.c.date <= as_of, contact.c.person_id.in_(MENTORS))
    return bool(journal.read().execute(select(or_(promised, wrote))).scalar())


def names(journal: Journal) -> dict[int, str]:
    """Everybody's name by id."""
    rows = journal.read().execute(select(person.c.id, person.c.name))
    return {row.id: row.name for row in rows}


def _open(as_of: date) -> ColumnElement[bool]:
    return or_(action.c.done_on.is_(None), action.c.done_on > as_of)


def _not_dropped(as_of: date) -> ColumnElement[bool]:
    return or_(action.c.dropped_on.is_(None), action.c.dropped_on > as_of)
