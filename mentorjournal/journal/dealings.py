"""What there is between one person and me: what is open, what came last, what we work towards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    func,
    literal,
    select,
    type_coerce,
    union_all,
)

from mentorjournal.journal import meetings
from mentorjournal.journal.between import Thanks
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Action, Goal, Meeting, MeetingSummary, Need
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.store.schema import (
    action,
    ask_ahead,
    contact,
    feedback,
    goal,
    goal_person,
    letter,
    meeting,
    need,
    need_person,
    person,
    thanks,
)
from mentorjournal.store.search import fold
from mentorjournal.words import family_first

OFFERS = ("offer_to_help", "letter_for_mentor")  # kinds of thanks that give something back
_ENDED = ("considering", "declined", "submitted", "decided", "thanked")


@dataclass(frozen=True)
class OpenMatter:
    """A promise or a letter that is not done yet; `kind` is "mine", "theirs" or "letter"."""

    kind: str
    text: str
    due: date | None


@dataclass(frozen=True)
class TiedGoal:
    """A goal of mine that a person has a part in."""

    goal: Goal
    part: str | None
    shared_on: date | None


@dataclass(frozen=True)
class Lately:
    """Something that passed between us; `table` and `row_id` are where it stands."""

    table: str
    row_id: int
    day: date
    text: str | None
    kind: str | None


def open_between(journal: Journal, person_id: int) -> list[OpenMatter]:
    """Promises of both sides and letters that are still open, the earliest due first."""
    promises = journal.read().execute(
        select(action).where(
            action.c.person_id == person_id, action.c.done_on.is_(None),
            action.c.dropped_on.is_(None),
        )
    ).mappings()
    found = [
        OpenMatter("theirs" if one.is_theirs else "mine", one.text, one.due)
        for one in map(Action.of, promises)
    ]
    letters = journal.read().execute(
        select(letter.c.target, letter.c.deadline).where(
            letter.c.writer_id == person_id, letter.c.status.not_in(_ENDED),
            letter.c.submitted_on.is_(None), letter.c.declined_on.is_(None),
            letter.c.decided_on.is_(None),
        )
    )
    found += [OpenMatter("letter", row.target, row.deadline) for row in letters]
    return sorted(found, key=lambda one: (one.due or date.max, one.kind, one.text))


def next_meeting(journal: Journal, person_id: int, as_of: date) -> MeetingSummary | None:
    """The next meeting with somebody from `as_of` on."""
    rows = journal.read().execute(
        select(meeting.c.id).where(
            meeting.c.person_id == person_id, meeting.c.status.in_(COMING_STATES),
            type_coerce(meeting.c.starts_at, String) >= as_of.isoformat(),
        ).order_by(meeting.c.starts_at).limit(1)
    ).scalars().all()
    return next(iter(meetings.summaries(journal, rows)), None)


def last_held(journal: Journal, person_id: int, as_of: date, most: int) -> list[Meeting]:
    """The last `most` held meetings with somebody, in the order they were held."""
    started = type_coerce(meeting.c.starts_at, String)
    rows = journal.read().execute(
        select(meeting).where(
            meeting.c.person_id == person_id, meeting.c.status == "held",
            started < (as_of + timedelta(1)).isoformat(),
        ).order_by(started.desc(), meeting.c.id.desc()).limit(most)
    ).mappings().all()
    return [Meeting.of(row) for row in reversed(rows)]


def last_thanks(
    journal: Journal, person_id: int, as_of: date, kinds: Sequence[str] = ()
) -> Thanks | None:
    """The last time somebody was thanked, also of these `kinds` only."""
    query = select(thanks).where(thanks.c.person_id == person_id, thanks.c.date <= as_of)
    if kinds:
        query = query.where(thanks.c.kind.in_(kinds))
    row = journal.read().execute(
        query.order_by(thanks.c.date.desc(), thanks.c.id.desc()).limit(1)
    ).mappings().first()
    return Thanks.of(row) if row else None


def asks(journal: Journal, person_id: int, as_of: date, days: int) -> dict[str, int]:
    """What I asked of somebody in the last `days`: how often by kind, those never asked left out.

    "read" is what was sent ahead of a meeting, "letter" and "feedback" what was asked for, and
    "question" a question I wrote between meetings.
    """
    first = as_of - timedelta(days=days - 1)
    sent = func.substr(ask_ahead.c.sent_at, 1, 10)
    counted = {
        "read": select(func.count()).select_from(ask_ahead).join(
            meeting, meeting.c.id == ask_ahead.c.meeting_id
        ).where(meeting.c.person_id == person_id,
                sent.between(first.isoformat(), as_of.isoformat())),
        "letter": select(func.count()).where(
            letter.c.writer_id == person_id, letter.c.asked_on.between(first, as_of)),
        "feedback": select(func.count()).where(
            feedback.c.person_id == person_id, feedback.c.requested,
            func.coalesce(feedback.c.asked_on, feedback.c.date).between(first, as_of)),
        "question": select(func.count()).where(
            contact.c.person_id == person_id, contact.c.kind == "question",
            contact.c.initiated_by == "me", contact.c.date.between(first, as_of)),
    }
    row = journal.read().execute(
        select(*(query.scalar_subquery().label(kind) for kind, query in counted.items()))
    ).mappings().one()
    return {kind: int(n) for kind, n in row.items() if n}


def recent(journal: Journal, person_id: int, as_of: date, most: int = 6) -> list[Lately]:
    """The last contacts, held meetings, feedback and thanks with somebody, the newest first."""
    started = type_coerce(meeting.c.starts_at, String)
    parts = [
        _part("contact", contact.c.id, contact.c.date, contact.c.line, contact.c.kind,
              contact.c.person_id == person_id),
        _part("meeting", meeting.c.id, func.substr(started, 1, 10),
              func.coalesce(meeting.c.headline, meeting.c.desired_outcome), meeting.c.purpose,
              (meeting.c.person_id == person_id) & (meeting.c.status == "held")),
        _part("feedback", feedback.c.id, feedback.c.date,
              func.coalesce(feedback.c.gist, feedback.c.topic), feedback.c.kind,
              feedback.c.person_id == person_id),
        _part("thanks", thanks.c.id, thanks.c.date, thanks.c.for_what, thanks.c.kind,
              thanks.c.person_id == person_id),
    ]
    every = union_all(*parts).subquery()
    rows = journal.read().execute(
        select(every).where(every.c.day <= as_of.isoformat())
        .order_by(every.c.day.desc(), every.c["table"], every.c.row_id.desc()).limit(most)
    )
    return [Lately(row[0], row[1], date.fromisoformat(row[2]), row[3], row[4]) for row in rows]


def _part(
    table: str, row_id: ColumnElement[int], day: ColumnElement[str], text: ColumnElement[str],
    kind: ColumnElement[str], condition: ColumnElement[bool],
) -> Select[str, int, str, str, str]:
    return select(
        literal(table).label("table"), row_id.label("row_id"),
        type_coerce(day, String).label("day"), text.label("text"), kind.label("kind"),
    ).where(condition)


def goals_with(journal: Journal, person_id: int) -> list[TiedGoal]:
    """The goals I work on in which somebody has a part, in their order."""
    rows = journal.read().execute(
        select(goal, goal_person.c.part, goal_person.c.shared_on)
        .join(goal_person, goal_person.c.goal_id == goal.c.id)
        .where(goal_person.c.person_id == person_id, goal.c.status == "active")
        .order_by(goal.c.position, goal.c.id)
    ).mappings()
    return [TiedGoal(Goal.of(row), row["part"], row["shared_on"]) for row in rows]


def needs_met(journal: Journal, person_id: int) -> list[Need]:
    """The needs that are linked to somebody, in their order."""
    rows = journal.read().execute(
        select(need).join(need_person, need_person.c.need_id == need.c.id)
        .where(need_person.c.person_id == person_id).order_by(need.c.position, need.c.id)
    ).mappings()
    return [Need.of(row, person_ids=(person_id,)) for row in rows]


def beside(journal: Journal, person_id: int) -> tuple[int | None, int | None]:
    """Who stands before and after somebody in the list by family name; None at its ends."""
    rows = journal.read().execute(select(person.c.id, person.c.name)).all()
    order = [row.id for row in sorted(rows, key=lambda row: (fold(family_first(row.name)), row.id))]
    if person_id not in order:
        return None, None
    at = order.index(person_id)
    return (
        order[at - 1] if at else None,
        order[at + 1] if at + 1 < len(order) else None,
    )
