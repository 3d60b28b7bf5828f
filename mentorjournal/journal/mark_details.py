"""What stands behind a mark of the timeline: a meeting, a contact, feedback, thanks, a letter.

Each record names the columns it may show; private ones are in none of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from mentorjournal.journal import entries, feedback_given
from mentorjournal.journal.between import Compact, Contact, Thanks
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Action, Record
from mentorjournal.mentoring import loop, passing_on
from mentorjournal.mentoring.passing_on import Next
from mentorjournal.store.schema import (
    accomplishment,
    accomplishment_person,
    action,
    agenda_item,
    compact,
    contact,
    ending,
    feedback,
    letter,
    meeting,
    outcome,
    thanks,
)

_CREDIT = ("part", "credited_on", "credited_how")


@dataclass(frozen=True)
class MeetingFacts(Record):
    """When a meeting was and how it went; what was written in it stays there."""

    id: int
    person_id: int
    starts_at: datetime
    planned_minutes: int
    zone: str = "UTC"
    actual_minutes: int | None = None
    mode: str | None = None
    place: str | None = None
    purpose: str | None = None
    status: str = "confirmed"
    headline: str | None = None
    agenda_sent_at: str | None = None
    arrival: str | None = None
    late_minutes: int | None = None
    follow_up_sent_at: str | None = None


@dataclass(frozen=True)
class Settled:
    """A decision, guidance, an idea, or an item put off ("parked"); and the item it is about."""

    kind: str
    text: str
    about: str = ""


@dataclass(frozen=True)
class FeedbackFacts(Record):
    """A piece of feedback and how far its loop has come."""

    id: int
    person_id: int
    meeting_id: int | None = None
    date: Day | None = None
    asked_on: Day | None = None
    question: str | None = None
    topic: str | None = None
    theme: str | None = None
    kind: str | None = None
    gist: str | None = None
    cool_off_until: Day | None = None
    revisited_on: Day | None = None
    conversation_on: Day | None = None
    plan: str | None = None
    plan_on: Day | None = None
    note_on: Day | None = None
    acted_on: Day | None = None
    came_of: str | None = None
    reported_back_on: Day | None = None
    set_aside_on: Day | None = None

    @property
    def step(self) -> int:
        """The last step of the loop that was taken."""
        return loop.step(self)


@dataclass(frozen=True)
class GivenFacts:
    """Feedback I gave: when, whether they had asked, and what comes next; no word of it."""

    id: int
    person_id: int
    date: Day | None
    requested: bool
    steps: int  # of the four that are behind us
    coming: Next


@dataclass(frozen=True)
class LetterFacts(Record):
    """A letter of recommendation and its days."""

    id: int
    writer_id: int
    target: str
    kind: str | None = None
    status: str = "considering"
    asked_on: Day | None = None
    agreed_on: Day | None = None
    declined_on: Day | None = None
    deadline: Day | None = None
    brief_sent_on: Day | None = None
    submitted_on: Day | None = None
    thanked_on: Day | None = None
    decided_on: Day | None = None
    outcome: str | None = None


@dataclass(frozen=True)
class CreditFacts(Record):
    """Something achieved, and somebody's part in it."""

    id: int
    title: str
    result: str | None = None
    part: str | None = None
    credited_on: Day | None = None
    credited_how: str | None = None


@dataclass(frozen=True)
class EndingFacts(Record):
    """What was decided about a relationship; why is nobody's business here."""

    id: int
    person_id: int
    decision: str | None = None
    outcome: str | None = None
    what_changes: str | None = None
    check_in_on: Day | None = None


@dataclass(frozen=True)
class MeetingDetail:
    """A meeting with what came of it."""

    meeting: MeetingFacts
    settled: tuple[Settled, ...] = ()
    actions: tuple[Action, ...] = ()
    feedback: tuple[FeedbackFacts, ...] = ()


@dataclass(frozen=True)
class FeedbackDetail:
    """A piece of feedback with what I promised to do about it."""

    feedback: FeedbackFacts
    actions: tuple[Action, ...] = ()


def of_meeting(journal: Journal, meeting_id: int) -> MeetingDetail:
    """A meeting with its results, promises and feedback. Raises JournalError when it is gone."""
    return MeetingDetail(
        MeetingFacts.of(entries.fetch(journal.read(), meeting, meeting_id)),
        _settled(journal, meeting_id),
        _actions(journal, action.c.meeting_id == meeting_id),
        tuple(
            FeedbackFacts.of(row) for row in _rows(
                journal, select(feedback).where(feedback.c.meeting_id == meeting_id)
                .order_by(feedback.c.date, feedback.c.id))
        ),
    )


def of_contact(journal: Journal, contact_id: int) -> Contact:
    """A contact. Raises JournalError when it is gone."""
    return Contact.of(entries.fetch(journal.read(), contact, contact_id))


def of_feedback(journal: Journal, feedback_id: int) -> FeedbackDetail:
    """A piece of feedback. Raises JournalError when it is gone."""
    facts = FeedbackFacts.of(entries.fetch(journal.read(), feedback, feedback_id))
    return FeedbackDetail(facts, _actions(journal, action.c.feedback_id == feedback_id))


def of_given(journal: Journal, given_id: int, as_of: Day) -> GivenFacts:
    """How far feedback I gave has come. Raises JournalError when it is gone."""
    one = feedback_given.get(journal, given_id)
    return GivenFacts(one.id, one.person_id, one.date, one.requested, passing_on.steps_done(one),
                      passing_on.next_of(one, as_of))


def of_thanks(journal: Journal, thanks_id: int) -> Thanks:
    """A thank you. Raises JournalError when it is gone."""
    return Thanks.of(entries.fetch(journal.read(), thanks, thanks_id))


def of_letter(journal: Journal, letter_id: int) -> LetterFacts:
    """A letter. Raises JournalError when it is gone."""
    return LetterFacts.of(entries.fetch(journal.read(), letter, letter_id))


def of_accomplishment(journal: Journal, credit_id: int) -> CreditFacts:
    """Somebody's part in something achieved. Raises JournalError when it is gone."""
    row = journal.read().execute(
        select(accomplishment, *(accomplishment_person.c[name] for name in _CREDIT))
        .join(accomplishment_person, accomplishment_person.c.accomplishment_id
              == accomplishment.c.id)
        .where(accomplishment_person.c.id == credit_id)
    ).mappings().first()
    if row is None:
        raise entries.gone()
    return CreditFacts.of(row)


def of_compact(journal: Journal, compact_id: int) -> Compact:
    """What two people agreed. Raises JournalError when it is gone."""
    return Compact.of(entries.fetch(journal.read(), compact, compact_id))


def of_ending(journal: Journal, ending_id: int) -> EndingFacts:
    """How a relationship was kept, changed or closed. Raises JournalError when it is gone."""
    return EndingFacts.of(entries.fetch(journal.read(), ending, ending_id))


def _settled(journal: Journal, meeting_id: int) -> tuple[Settled, ...]:
    results = _rows(
        journal, select(outcome.c.kind, outcome.c.text, outcome.c.item_id)
        .where(outcome.c.meeting_id == meeting_id).order_by(outcome.c.position, outcome.c.id))
    items = _rows(
        journal, select(agenda_item.c.id, agenda_item.c.title, agenda_item.c.decision,
                        agenda_item.c.state)
        .where(agenda_item.c.meeting_id == meeting_id)
        .order_by(agenda_item.c.position, agenda_item.c.id))
    told = {row["item_id"] for row in results}
    return (
        *(Settled(row["kind"] or "other", row["text"]) for row in results),
        *(Settled("decision", row["decision"], row["title"]) for row in items
          if row["decision"] and row["id"] not in told),
        *(Settled("parked", row["title"]) for row in items if row["state"] == "parked"),
    )


def _actions(journal: Journal, condition: ColumnElement[bool]) -> tuple[Action, ...]:
    rows = _rows(journal, select(action).where(condition).order_by(
        action.c.dropped_on.is_not(None), action.c.position, action.c.id))
    return tuple(Action.of(row) for row in rows)


def _rows(journal: Journal, query: Select[Any]) -> Sequence[Any]:
    return journal.read().execute(query).mappings().all()
