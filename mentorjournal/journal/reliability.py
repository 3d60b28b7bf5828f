"""How reliable I am, counted: meetings prepared and on time, notes, promises, late cancellations.

Meetings with mentors and candidates count; those with people I mentor are theirs to prepare.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, String, exists, or_, select, type_coerce

from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Action, Meeting
from mentorjournal.mentoring import meetings as rules
from mentorjournal.mentoring.meetings import Held, MeetingReadings, PromiseReadings, Share
from mentorjournal.mentoring.rhythm import YEAR
from mentorjournal.store.schema import action, ask_ahead, meeting, outcome, person

_STARTS = type_coerce(meeting.c.starts_at, String)


@dataclass(frozen=True)
class Reliability:
    """The last meetings with one person, and the promises to them since the first of these."""

    meetings: MeetingReadings
    promises: PromiseReadings
    since: date | None = None  # the day of the first meeting that is counted

    @property
    def agenda_ahead(self) -> Share:
        """Agendas sent two days ahead."""
        return self.meetings.agenda_in_good_time


def of_meetings(
    journal: Journal, as_of: date, days: int = YEAR, person_id: int | None = None
) -> MeetingReadings:
    """The meetings of the `days` that end with `as_of`, with everybody or with one person."""
    since = as_of - timedelta(days - 1)
    return rules.readings(
        held(journal, since, as_of, person_id), called_off(journal, since, as_of, person_id))


def of_promises(
    journal: Journal, as_of: date, days: int = YEAR, person_id: int | None = None
) -> PromiseReadings:
    """My promises that fell due in the `days` that end with `as_of`, to all or to one person."""
    return _promises(journal, as_of - timedelta(days - 1), as_of, person_id)


def with_person(
    journal: Journal, person_id: int, as_of: date, most: int = 10
) -> Reliability:
    """The last `most` held meetings with one person, and what was promised and moved since."""
    last = _held(journal, [meeting.c.person_id == person_id, *_between(None, as_of)], most)
    since = min((one.meeting.starts_at.date() for one in last), default=None)
    return Reliability(
        rules.readings(last, called_off(journal, since, as_of, person_id)),
        _promises(journal, since, as_of, person_id), since,
    )


def held(
    journal: Journal, since: date, until: date, person_id: int | None = None
) -> list[Held]:
    """The meetings held from one day to another, the newest first."""
    return _held(journal, [*_about(person_id), *_between(since, until)])


def _about(person_id: int | None) -> list[ColumnElement[bool]]:
    if person_id is not None:
        return [meeting.c.person_id == person_id]
    mine = select(person.c.id).where(person.c.direction != "mentee")
    return [meeting.c.person_id.in_(mine)]


def _between(since: date | None, as_of: date) -> list[ColumnElement[bool]]:
    starts_at = _STARTS
    until = starts_at < (as_of + timedelta(1)).isoformat()
    return [until] if since is None else [until, starts_at >= since.isoformat()]


def _held(
    journal: Journal, conditions: Sequence[ColumnElement[bool]], most: int | None = None
) -> list[Held]:
    left = or_(
        exists().where(outcome.c.meeting_id == meeting.c.id),
        exists().where(action.c.meeting_id == meeting.c.id),
    )
    asked = exists().where(ask_ahead.c.meeting_id == meeting.c.id)
    query = (
        select(meeting, left.label("_left"), asked.label("_asked"))
        .where(meeting.c.status == "held", *conditions)
        .order_by(_STARTS.desc(), meeting.c.id.desc()).limit(most)
    )
    return [
        Held(Meeting.of(row), bool(row["_left"]), bool(row["_asked"]))
        for row in journal.read().execute(query).mappings()
    ]


def called_off(
    journal: Journal, since: date | None, as_of: date, person_id: int | None = None
) -> list[Meeting]:
    """The meetings of these days that were called off or moved."""
    query = select(meeting).where(
        meeting.c.status.in_(("cancelled", "postponed")),
        *_about(person_id), *_between(since, as_of),
    )
    return [Meeting.of(row) for row in journal.read().execute(query).mappings()]


def promises_due(journal: Journal, since: date, until: date) -> list[Action]:
    """My promises that fell due in these days, or before and were not kept by then."""
    still_open = or_(action.c.done_on.is_(None), action.c.done_on >= since)
    rows = journal.read().execute(select(action).where(
        action.c.owner.in_(("me", "both")), action.c.due <= until,
        or_(action.c.due >= since, still_open), _not_dropped(since),
    ).order_by(action.c.due, action.c.id)).mappings()
    return [Action.of(row) for row in rows]


def _not_dropped(day: date) -> ColumnElement[bool]:
    return or_(action.c.dropped_on.is_(None), action.c.dropped_on > day)


def _promises(
    journal: Journal, since: date | None, as_of: date, person_id: int | None
) -> PromiseReadings:
    """A promise that was dropped was taken back, and is neither kept nor broken."""
    conditions = [action.c.owner.in_(("me", "both")), action.c.dropped_on.is_(None),
                  action.c.due <= as_of]
    if since is not None:
        conditions.append(action.c.due >= since)
    if person_id is not None:
        conditions.append(action.c.person_id == person_id)
    rows = journal.read().execute(select(action).where(*conditions)).mappings()
    return rules.promises(Action.of(row) for row in rows)
