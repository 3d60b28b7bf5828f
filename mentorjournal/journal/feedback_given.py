"""Feedback I gave to people I mentor: what I saw, what they want to try, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from mentorjournal.journal import entries, people
from mentorjournal.journal.aims import FeedbackGiven
from mentorjournal.journal.given_heard import PLAN, SOURCE
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import CarryIn, Meeting
from mentorjournal.mentoring import passing_on as rules
from mentorjournal.mentoring.vocabulary import TALKED_ABOUT
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import agenda_item, feedback_given
from mentorjournal.words import tr

MINUTES = 5
_ORDER = (feedback_given.c.date.desc().nulls_first(), feedback_given.c.id.desc())


def every(journal: Journal) -> list[FeedbackGiven]:
    """All I gave, the latest first."""
    rows = journal.read().execute(select(feedback_given).order_by(*_ORDER)).mappings()
    return [FeedbackGiven.of(row) for row in rows]


def of_person(journal: Journal, person_id: int) -> list[FeedbackGiven]:
    """What I gave to somebody, the latest first."""
    rows = journal.read().execute(
        select(feedback_given).where(feedback_given.c.person_id == person_id).order_by(*_ORDER)
    ).mappings()
    return [FeedbackGiven.of(row) for row in rows]


def of_meeting(journal: Journal, meeting_id: int) -> list[FeedbackGiven]:
    """What I said to them when we met, in the order it was noted."""
    rows = journal.read().execute(
        select(feedback_given)
        .where(feedback_given.c.meeting_id == meeting_id, feedback_given.c.behaviour.is_not(None))
        .order_by(feedback_given.c.id)
    ).mappings()
    return [FeedbackGiven.of(row) for row in rows]


def get(journal: Journal, given_id: int) -> FeedbackGiven:
    """One piece of feedback. Raises JournalError when it is gone."""
    return FeedbackGiven.of(entries.fetch(journal.read(), feedback_given, given_id))


def to_look_at(journal: Journal, which: Meeting) -> list[CarryIn]:
    """What they said they would try and is not looked at yet, for a meeting with them.

    Only of somebody I mentor now. Without words of theirs only the topic stands there: what I
    wrote of them stays mine.
    """
    if people.get(journal, which.person_id).direction != "mentee":
        return []
    found = []
    for one in of_person(journal, which.person_id):
        if not (one.their_plan or one.topic) or one.came_of or one.heard_back_on:
            continue
        coming = rules.next_of(one, which.day)
        about = " ".join((one.their_plan or one.topic or "").split())
        asked = tr("How did it go: {what}") if one.their_plan else tr("What to try: {what}")
        found.append(CarryIn(
            SOURCE if one.their_plan else PLAN, one.id, asked.format(what=about)[:300],
            _when(one, which.day) if coming.do == "ask_plan" else
            rules.next_words(coming, which.day), "update", MINUTES))
    return found


def asked_in(journal: Journal, meeting_id: int) -> list[tuple[FeedbackGiven, str]]:
    """What was asked about when we met, each with SOURCE or PLAN, in the order of the agenda."""
    rows = journal.read().execute(
        select(feedback_given, agenda_item.c.source.label("_asked"))
        .join(agenda_item, agenda_item.c.source_id == feedback_given.c.id)
        .where(agenda_item.c.meeting_id == meeting_id, agenda_item.c.state.in_(TALKED_ABOUT),
               agenda_item.c.source.in_((SOURCE, PLAN)))
        .order_by(agenda_item.c.position, agenda_item.c.id)
    ).mappings()
    return [(FeedbackGiven.of(row), row["_asked"]) for row in rows]


def _when(one: FeedbackGiven, as_of: date) -> str:
    return tr("You told them {day}", day=rules.day_words(one.date, as_of)) if one.date else ""


def add(journal: Journal, values: Mapping[str, Any], origin: object = None) -> int:
    """Note feedback I gave; `person_id` is needed. Raises JournalError for a wrong value."""
    with journal.change(tr("Feedback I gave"), origin=origin) as connection:
        _check(values)
        return entries.insert_row(connection, feedback_given, values)


def tell(
    journal: Journal, person_id: int, text: str, on: date, *, meeting_id: int | None = None,
    origin: object = None,
) -> int:
    """Note in a few words what I told somebody I mentor; the id of the feedback."""
    return add(journal, {"person_id": person_id, "behaviour": text, "date": on,
                         "meeting_id": meeting_id}, origin)


def edit(
    journal: Journal, given_id: int, values: Mapping[str, Any], *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Change what is noted of feedback I gave, such as what they want to try."""
    with journal.change(tr("Edit feedback I gave"), merge=merge, origin=origin) as connection:
        now = entries.fetch(connection, feedback_given, given_id)
        _check({**now, **values})
        entries.update_row(connection, feedback_given, given_id, values)


def reword(
    journal: Journal, given_id: int, text: str, *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Say in other words what I told them."""
    with journal.change(tr("Edit feedback I gave"), merge=merge, origin=origin) as connection:
        entries.update_row(connection, feedback_given, given_id, {"behaviour": text})


def looked_again(
    journal: Journal, given_id: int, came_of: str | None, heard_back_on: date | None = None,
    origin: object = None,
) -> None:
    """Note what came of it, and when they told me themselves, if they have."""
    with journal.change(tr("Look again"), origin=origin) as connection:
        now = entries.fetch(connection, feedback_given, given_id)
        values = {"came_of": came_of, "heard_back_on": heard_back_on}
        _check({**now, **values})
        entries.update_row(connection, feedback_given, given_id, values)


def remove(journal: Journal, given_id: int, origin: object = None) -> None:
    """Remove feedback I gave from the journal."""
    with journal.change(tr("Remove feedback I gave"), origin=origin) as connection:
        entries.delete_row(connection, feedback_given, given_id)


def _check(values: Mapping[str, Any]) -> None:
    day = values.get("date")
    for name in ("look_again_on", "heard_back_on"):
        if day and values.get(name) and values[name] < day:
            raise JournalError(tr("This cannot be before the day the feedback was given."))
