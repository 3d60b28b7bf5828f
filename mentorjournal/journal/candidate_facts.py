"""What is asked of the file about one candidate: what came of meetings, messages and stages."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, String, func, select, type_coerce

from mentorjournal.journal import contacts
from mentorjournal.journal.records import Person
from mentorjournal.mentoring import conversation
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.store.schema import (
    agenda_item,
    contact,
    dismissal,
    meeting,
    person,
    person_stage,
)

ASKED_EARLY = "asked_before_meeting:"  # the key of what keeps that, before the person's id


def passed_by(connection: Connection, person_id: int, as_of: date) -> tuple[int, date] | None:
    """The last meeting arranged for a day gone by that is neither held nor called off, its day."""
    begins = type_coerce(meeting.c.starts_at, String)
    row = connection.execute(select(meeting.c.id, begins).where(
        meeting.c.person_id == person_id, meeting.c.status.in_(COMING_STATES),
        begins < as_of.isoformat()).order_by(begins.desc()).limit(1)).first()
    return (row[0], date.fromisoformat(row[1][:10])) if row else None


def met_on(connection: Connection, person_id: int, as_of: date) -> date | None:
    """The day of the first held meeting."""
    begins = type_coerce(meeting.c.starts_at, String)
    first = connection.execute(select(func.min(begins)).where(
        meeting.c.person_id == person_id, meeting.c.status == "held",
        begins < as_of.isoformat() + "T99")).scalar()
    return date.fromisoformat(first[:10]) if first else None


def was_answered(connection: Connection, person_id: int, as_of: date) -> bool:
    """Whether they ever answered me, or I them."""
    return connection.execute(select(contact.c.id).where(
        contact.c.person_id == person_id, contact.c.answered.is_(True), contact.c.date <= as_of,
        contact.c.kind.is_distinct_from(contacts.NOBODY_ANSWERED)).limit(1)).first() is not None


def unanswered(connection: Connection, person_id: int, as_of: date) -> list[tuple[int, date]]:
    """My messages that wait for an answer, the oldest first, with their days."""
    rows = connection.execute(select(contact.c.id, contact.c.date).where(
        contact.c.person_id == person_id, contact.c.initiated_by == "me",
        contact.c.answered.is_not(True), contact.c.date <= as_of,
    ).order_by(contact.c.date, contact.c.id))
    return [(row.id, row.date) for row in rows]


def stages_of(connection: Connection, person_id: int) -> dict[str, date]:
    """Stage -> the last day on which it began."""
    rows = connection.execute(
        select(person_stage.c.stage, person_stage.c.since)
        .where(person_stage.c.person_id == person_id, person_stage.c.since.is_not(None))
        .order_by(person_stage.c.since, person_stage.c.id))
    return {stage: since for stage, since in rows if stage}


def suggested_by(connection: Connection, whom: Person) -> str:
    """The name of whoever suggested them, "" where it is not known."""
    if whom.suggested_by_id is None:
        return whom.suggested_by or ""
    name = connection.execute(
        select(person.c.name).where(person.c.id == whom.suggested_by_id)).scalar()
    return str(name or whom.suggested_by or "")


def cards_on(connection: Connection, meeting_id: int) -> frozenset[str]:
    """The keys of the conversation cards on an agenda."""
    rows = connection.execute(select(agenda_item.c.source).where(
        agenda_item.c.meeting_id == meeting_id, agenda_item.c.state != "dropped",
        agenda_item.c.source.startswith(conversation.SOURCE, autoescape=True)))
    return frozenset(source.removeprefix(conversation.SOURCE) for source in rows.scalars())


def why_early(connection: Connection, person_id: int) -> str | None:
    """What is kept, in words, of asking them before we had met."""
    found: str | None = connection.execute(select(dismissal.c.why).where(
        dismissal.c.key == f"{ASKED_EARLY}{person_id}")).scalar()
    return found
