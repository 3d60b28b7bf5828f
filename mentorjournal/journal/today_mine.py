"""Today, of what I said I would do: promises, steps and goals, requests, promised updates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from sqlalchemy import or_, select

from mentorjournal.journal import endings
from mentorjournal.journal.aims import Commitment, GoalStep
from mentorjournal.journal.records import Action, Goal
from mentorjournal.journal.today_facts import Asked, days_late
from mentorjournal.mentoring import today
from mentorjournal.mentoring.deeds import Deed, Ref, go
from mentorjournal.mentoring.load import hours_words, is_asked
from mentorjournal.mentoring.today import Row
from mentorjournal.store.schema import action, commitment, feedback, goal, goal_step, meeting
from mentorjournal.words import capital, sentence, span, tr

TABLES = ("action", "goal_step", "goal", "commitment", "ending", "feedback", "meeting",
          "agenda_item", "person")
MINE = ("me", "both")


def read(asked: Asked) -> list[Row]:
    """All that I said I would do, in a constant number of queries."""
    return [*_promises(asked), *_steps(asked), *_goals(asked), *_requests(asked),
            *_updates(asked), *_theirs(asked)]


def _promises(asked: Asked) -> Iterator[Row]:
    until = asked.as_of + timedelta(today.HORIZON)
    for row in _open(asked, action.c.owner.in_(MINE),
                     or_(action.c.due <= until, action.c.due.is_(None))):
        one, made = Action.of(row), row["made_at"]
        name, late = asked.name(one.person_id), 0
        said = tr("Promised to {name}", name=name) if name else tr("Promised")
        if made is not None:
            said = tr("{said} on {day}", said=said, day=asked.past(made.date()))
        why = sentence(said)
        if one.due is not None:
            late = (asked.as_of - one.due).days
            why = tr("{said}, by {due}.", said=said, due=asked.day(one.due))
        about = tr("feedback on {topic}", topic=row["topic"]) if row["topic"] else ""
        yield today.row(
            "promise", one.id, _kept_in(one), asked.as_of, title=one.text,
            line=" · ".join(filter(None, (said, about))),
            why=" ".join(filter(None, (why, days_late(late)))),
            deed=Deed("keep_promise", tr("Mark done"), Ref("action", one.id)), due=one.due,
            person_id=one.person_id, rests_on=one.due or "-")


def _open(asked: Asked, *conditions: Any) -> list[Any]:
    """Open promises, with when the meeting was in which they were made, and on what feedback."""
    return list(asked.journal.read().execute(
        select(action, meeting.c.starts_at.label("made_at"), feedback.c.topic)
        .outerjoin(meeting, meeting.c.id == action.c.meeting_id)
        .outerjoin(feedback, feedback.c.id == action.c.feedback_id)
        .where(action.c.done_on.is_(None), action.c.dropped_on.is_(None), *conditions)
        .order_by(action.c.due.nulls_last(), action.c.id)).mappings())


def _kept_in(one: Action) -> Ref | None:
    """Where a promise is seen: with the feedback or in the meeting it came of, else with a goal."""
    for kind, key in (("feedback", one.feedback_id), ("meeting", one.meeting_id),
                      ("goal", one.goal_id), ("person", one.person_id)):
        if key is not None:
            return Ref(kind, key)
    return None


def _theirs(asked: Asked) -> Iterator[Row]:
    """What a mentor promised long ago, to be named gently; not what is on an agenda already."""
    before = asked.as_of - timedelta(today.THEIRS_AFTER)
    for row in _open(asked, action.c.owner == "mentor", action.c.due < before):
        one = Action.of(row)
        whom = asked.people.get(one.person_id or 0)
        if whom is None or whom.is_over or one.due is None or (
                ("their_promise", one.id) in asked.on_agendas):
            continue
        days = (asked.as_of - one.due).days
        yield today.row(
            "theirs", one.id, _kept_in(one), asked.as_of, title=one.text,
            line=tr("{name} meant to, by {day}", name=asked.name(whom.id),
                    day=asked.past(one.due)),
            why=tr("They said they would do it by {day}, {n} days ago. It may have slipped; asking "
                   "is kind, and it holds you up.", day=asked.day(one.due), n=days),
            deed=Deed("take_along", tr("Add to agenda"), Ref("action", one.id), whom.id),
            words=tr("{span} late", span=span(days)), person_id=whom.id, rests_on=one.due)


# Steps, goals, hours ----------------------------------------------------------------------------


def _steps(asked: Asked) -> Iterator[Row]:
    rows = asked.journal.read().execute(
        select(goal_step, goal.c.text.label("goal_text"))
        .join(goal, goal.c.id == goal_step.c.goal_id)
        .where(goal.c.status == "active", goal_step.c.done_on.is_(None),
               goal_step.c.owner.in_(MINE),
               goal_step.c.due <= asked.as_of + timedelta(today.HORIZON))
        .order_by(goal_step.c.due, goal_step.c.id)).mappings()
    for row in rows:
        one = GoalStep.of(row)
        assert one.due is not None
        yield today.row(
            "step", one.id, Ref("goal", one.goal_id), asked.as_of, title=one.text,
            line=tr("A step towards “{goal}”", goal=row["goal_text"]),
            why=" ".join(filter(None, (
                tr("You set yourself {day} for it.", day=asked.day(one.due)),
                days_late((asked.as_of - one.due).days)))),
            deed=Deed("step_done", tr("Mark done"), Ref("goal_step", one.id)), due=one.due,
            person_id=one.helper_id, rests_on=one.due)


def _goals(asked: Asked) -> Iterator[Row]:
    rows = asked.journal.read().execute(
        select(goal).where(
            goal.c.status == "active", goal.c.due <= asked.as_of + timedelta(today.HORIZON))
        .order_by(goal.c.due, goal.c.id)).mappings()
    for one in map(Goal.of, rows):
        assert one.due is not None
        is_past = one.due < asked.as_of
        yield today.row(
            "goal", one.id, Ref("goal", one.id), asked.as_of, title=one.text,
            line=tr("Is it reached, or does it need another day?") if is_past else tr(
                "Its day is near"),
            why=tr("Its day is {day}.", day=asked.day(one.due)) if not is_past else tr(
                "Its day was {day}. {late}", day=asked.day(one.due),
                late=days_late((asked.as_of - one.due).days)),
            deed=go(tr("Look at it"), "goal", one.id), due=one.due, rests_on=one.due)


def _requests(asked: Asked) -> Iterator[Row]:
    rows = asked.journal.read().execute(
        select(commitment).where(commitment.c.decision == "pending")
        .order_by(commitment.c.asked_on, commitment.c.id)).mappings()
    for one in map(Commitment.of, rows):
        if not is_asked(one, asked.as_of):
            continue
        name = asked.name(one.asked_by_id) or one.asked_by or ""
        since = tr("asked {day}", day=asked.past(one.asked_on)) if one.asked_on else tr("asked")
        about = " · ".join(filter(None, (
            capital(since) if not name else tr("{name} {asked}", name=name, asked=since),
            tr("{hours} h a week", hours=hours_words(one.hours_per_week)))))
        yield today.row(
            "request", one.id, Ref("commitment", one.id), asked.as_of, title=one.title, line=about,
            why=tr("Somebody waits for your yes or no. {about}.", about=about),
            deed=Deed("decide_request", tr("Answer it"), Ref("commitment", one.id)),
            words=tr("waits {span}", span=span((asked.as_of - one.asked_on).days))
            if one.asked_on and one.asked_on < asked.as_of else "",
            person_id=one.asked_by_id, rests_on=f"{one.asked_on or '-'}:{one.hours_per_week:g}")


def _updates(asked: Asked) -> Iterator[Row]:
    until = asked.as_of + timedelta(today.HORIZON)
    for whom, one in endings.updates_due(asked.journal, until):
        assert one.check_in_on is not None
        yield today.row(
            "update", one.id, Ref("ending", one.id), asked.as_of,
            title=tr("An update for {name}", name=asked.name(whom.id)),
            line=one.update_promised or tr("Promised when it ended"),
            why=" ".join(filter(None, (
                tr("When it ended you promised an update, by {day}.",
                   day=asked.day(one.check_in_on)),
                days_late((asked.as_of - one.check_in_on).days)))),
            deed=Deed("update_sent", tr("Mark sent"), Ref("ending", one.id)),
            due=one.check_in_on, person_id=whom.id, rests_on=one.check_in_on)
