"""What the twelve tips are read from, gathered in a number of queries that does not grow."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import ColumnElement, String, func, or_, select, type_coerce

from mentorjournal.journal import (
    accomplishments,
    candidates,
    commitments,
    dismissals,
    endings,
    expectations,
    goal_overview,
    keeping,
    knowing,
    letters,
    me,
    needs,
    people,
    reflections,
    reliability,
    thanks,
)
from mentorjournal.journal.aims import GoalStep
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Goal, Meeting
from mentorjournal.mentoring.rhythm import DEFAULT_DAYS, YEAR
from mentorjournal.mentoring.tips_facts import Aim, Facts, Heard, Problem
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.store.schema import (
    agenda_item,
    agenda_option,
    feedback,
    goal,
    goal_step,
    meeting,
    person,
)

_STARTS = type_coerce(meeting.c.starts_at, String)
_DAY = func.substr(_STARTS, 1, 10)


def gather(
    journal: Journal, first: date, last: date | None = None, default_days: int = DEFAULT_DAYS
) -> Facts:
    """The facts for every day from `first` to `last`, for `first` alone without `last`."""
    last = last or first
    since = first - timedelta(YEAR - 1)
    everybody = people.everybody(journal, first)
    return Facts(
        first, last, me.get(journal), default_days,
        people=tuple(one.person for one in everybody),
        needs=tuple(needs.every(journal)), aims=_aims(journal), plan=commitments.plan(journal),
        held=tuple(reliability.held(journal, since, last)),
        called_off=tuple(reliability.called_off(journal, since, last)),
        coming=_coming(journal, first), problems=_problems(journal, since, last),
        promises=tuple(reliability.promises_due(journal, since, last)),
        touches=tuple(keeping.touches(journal, since, last)),
        last_before={one.person.id: one.last_touchpoint for one in everybody
                     if one.last_touchpoint},
        first_touch=keeping.first_touchpoints(journal, date.max),
        last_touch=keeping.last_touchpoints(journal), stages=people.stages(journal),
        feedback=_feedback(journal), letters=tuple(letters.every(journal)),
        thanks=tuple(thanks.every(journal)), helps=tuple(thanks.received(journal)),
        put_aside=dismissals.until(journal, "thank:"),
        credits=tuple(accomplishments.credits(journal)), achieved=accomplishments.days(journal),
        compacts=expectations.summaries(journal), known=knowing.known(journal),
        first_sheets=candidates.first_sheets(journal, date.max),
        endings=tuple(endings.every(journal)),
        reflections=tuple(reflections.days(journal, "mentoring_others")),
    )


def _aims(journal: Journal) -> tuple[Aim, ...]:
    connection = journal.read()
    steps: dict[int, list[GoalStep]] = {}
    for row in connection.execute(
        select(goal_step).order_by(goal_step.c.position, goal_step.c.id)
    ).mappings():
        steps.setdefault(row["goal_id"], []).append(GoalStep.of(row))
    rows = connection.execute(select(goal).order_by(goal.c.position, goal.c.id)).mappings()
    return tuple(
        Aim(Goal.of(row), tuple(steps.get(row["id"], ())),
            goal_overview.since(row)) for row in rows)


def _coming(journal: Journal, first: date) -> tuple[Meeting, ...]:
    rows = journal.read().execute(
        select(meeting).where(
            meeting.c.status.in_(COMING_STATES), _with_mentors(), first.isoformat() <= _STARTS)
        .order_by(_STARTS, meeting.c.id)).mappings()
    return tuple(map(Meeting.of, rows))


def _problems(journal: Journal, since: date, last: date) -> tuple[Problem, ...]:
    options = select(func.count()).where(
        agenda_option.c.item_id == agenda_item.c.id).correlate(agenda_item).scalar_subquery()
    rows = journal.read().execute(
        select(agenda_item.c.id, meeting.c.id, meeting.c.person_id, _DAY, options)
        .join(meeting, meeting.c.id == agenda_item.c.meeting_id)
        .where(agenda_item.c.kind == "problem", agenda_item.c.state != "dropped",
               meeting.c.status == "held", _with_mentors(),
               _DAY.between(since.isoformat(), last.isoformat()))
        .order_by(_STARTS.desc(), agenda_item.c.id.desc()))
    return tuple(Problem(item, which, who, date.fromisoformat(day), n)
                 for item, which, who, day, n in rows)


def _with_mentors() -> ColumnElement[bool]:
    return meeting.c.person_id.in_(select(person.c.id).where(person.c.direction != "mentee"))


def _feedback(journal: Journal) -> tuple[Heard, ...]:
    """All feedback, the newest first; of a plan only that there is one."""
    columns: Iterable[ColumnElement[object]] = [
        func.nullif(func.substr(feedback.c.plan, 1, 1), "").label(name)
        if name == "plan" else feedback.c[name] for name in Heard._fields]
    rows = journal.read().execute(
        select(*columns).where(or_(feedback.c.date.is_not(None), feedback.c.asked_on.is_not(None)))
        .order_by(feedback.c.date.desc().nulls_first(), feedback.c.id.desc()))
    return tuple(map(Heard._make, rows.all()))
