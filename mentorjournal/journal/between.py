"""What passes between two people: contacts, expectations, thanks, endings; frozen records as well.

They follow `records.py`: field names are those of `store/schema.py`, and days are `date`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day

from mentorjournal.journal.records import Record


@dataclass(frozen=True)
class Contact(Record):
    """Something said or written between meetings; not answered, it is no touchpoint."""

    id: int
    person_id: int
    date: Day
    kind: str | None = None
    channel: str | None = None
    initiated_by: str | None = "me"
    answered: bool = False
    answered_on: Day | None = None
    line: str | None = None
    occasion: str | None = None


@dataclass(frozen=True)
class StageSince(Record):
    """A stage of a relationship, and the day it began."""

    id: int
    person_id: int
    stage: str | None = None
    since: Day | None = None


@dataclass(frozen=True)
class KnowAnswer(Record):
    """What they have told about themselves: one of the six of tip 10, as of a day."""

    id: int
    person_id: int
    topic: str | None = None
    text: str | None = None
    as_of: Day | None = None


@dataclass(frozen=True)
class News(Record):
    """Something good that happened to them."""

    id: int
    person_id: int
    text: str
    date: Day | None = None
    congratulated_on: Day | None = None


@dataclass(frozen=True)
class Boundary(Record):
    """What stays out of this relationship; private."""

    id: int
    person_id: int
    note: str
    date: Day | None = None


@dataclass(frozen=True)
class Compact(Record):
    """The written expectations of two people as a whole."""

    id: int
    person_id: int
    purpose: str | None = None
    started_on: Day | None = None
    agreed_on: Day | None = None
    reviewed_on: Day | None = None
    review_every_days: int = 180
    confidential: str | None = None


@dataclass(frozen=True)
class Expectation(Record):
    """One topic of a compact: what I expect, what they do, and what was agreed."""

    id: int
    person_id: int
    topic: str | None = None
    topic_words: str | None = None
    mine: str | None = None
    theirs: str | None = None
    agreed: str | None = None
    status: str = "open"
    differs_since: Day | None = None
    conversation_on: Day | None = None
    reviewed_on: Day | None = None
    position: int = 0
    how_it_goes: str | None = None


@dataclass(frozen=True)
class ExpectationVersion(Record):
    """How a topic of a compact was worded until a day."""

    id: int
    expectation_id: int
    date: Day | None = None
    mine: str | None = None
    theirs: str | None = None
    agreed: str | None = None
    status: str | None = None


@dataclass(frozen=True)
class Thanks(Record):
    """A thank you for one thing; without a day it is a note still to be sent."""

    id: int
    person_id: int
    for_what: str
    date: Day | None = None
    kind: str | None = None
    reach: str = "private"
    note_text: str | None = None
    letter_id: int | None = None
    accomplishment_id: int | None = None
    meeting_id: int | None = None


@dataclass(frozen=True)
class Accomplishment(Record):
    """Something achieved, to which others contributed."""

    id: int
    title: str
    date: Day | None = None
    result: str | None = None
    goal_id: int | None = None
    number: float | None = None
    unit: str | None = None


@dataclass(frozen=True)
class Credit(Record):
    """One person's part in an accomplishment, and when and how they were credited for it."""

    id: int
    accomplishment_id: int
    person_id: int
    part: str = "contributor"
    credited_on: Day | None = None
    credited_how: str | None = None


@dataclass(frozen=True)
class Outcome(Record):
    """What I left a meeting with."""

    id: int
    meeting_id: int
    text: str
    kind: str = "guidance"
    item_id: int | None = None


@dataclass(frozen=True)
class Ending(Record):
    """How a relationship was kept, changed or closed on purpose; reason and plan are private."""

    id: int
    person_id: int
    decision: str | None = None
    decided_on: Day | None = None
    reason: str | None = None
    reason_note: str | None = None
    outcome: str | None = None
    talk_plan: str | None = None
    conversation_on: Day | None = None
    framing: str | None = None
    thanks: str | None = None
    what_changes: str | None = None
    door_open: str | None = None
    offer_back: str | None = None
    update_promised: str | None = None
    note_sent_on: Day | None = None
    check_in_on: Day | None = None
    check_in_done_on: Day | None = None
    reopened_on: Day | None = None
