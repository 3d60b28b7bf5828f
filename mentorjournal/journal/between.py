"""What passes between two people: contacts, feedback, letters, thanks, endings; frozen records.

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

    @property
    def is_theirs(self) -> bool:
        """Whether they began, so that an answer is mine to give."""
        return self.initiated_by in ("mentor", "mentee")


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
    competencies: tuple[str, ...] = ()
    file: str | None = None
    file_name: str | None = None


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


@dataclass(frozen=True)
class Feedback(Record):
    """What somebody said of my work, from the asking to telling them what came of it.

    Without a `date` it was asked for and not heard yet. `first_reaction` and `missing` are private.
    """

    id: int
    person_id: int
    meeting_id: int | None = None
    date: Day | None = None
    requested: bool = False
    asked_on: Day | None = None
    question: str | None = None
    topic: str | None = None
    theme: str | None = None
    kind: str | None = None
    gist: str | None = None
    situation: str | None = None
    behaviour: str | None = None
    impact: str | None = None
    intent: str | None = None
    stance: str | None = None
    trigger: str | None = None
    first_reaction: str | None = None
    cool_off_until: Day | None = None
    revisited_on: Day | None = None
    talk_asked_on: Day | None = None
    follow_up_meeting_id: int | None = None
    conversation_on: Day | None = None
    their_view: str | None = None
    missing: str | None = None
    plan: str | None = None
    plan_on: Day | None = None
    note_text: str | None = None
    note_on: Day | None = None
    acted_on: Day | None = None
    came_of: str | None = None
    reported_back_on: Day | None = None
    set_aside_on: Day | None = None
    set_aside_why: str | None = None


@dataclass(frozen=True)
class Letter(Record):
    """A letter of recommendation: who writes it, for what, by when, and how far it is.

    `deadline` is a day of `zone` (mine when None) and `deadline_time` "HH:MM" on its clock; without
    a time it ends with the day. `context` is private, and may be used once `context_allowed`.
    """

    id: int
    writer_id: int
    target: str
    kind: str | None = None
    status: str = "considering"
    asked_on: Day | None = None
    answer_by: Day | None = None
    agreed_on: Day | None = None
    declined_on: Day | None = None
    deadline: Day | None = None
    deadline_time: str | None = None
    zone: str | None = None
    method: str | None = None
    method_note: str | None = None
    addressed_to: str | None = None
    waived: str | None = None
    strong_asked: bool = False
    identifiers: str | None = None
    length_and_form: str | None = None
    criteria: str | None = None
    why: str | None = None
    why_you: str | None = None
    how_known: str | None = None
    evidence_unknown: str | None = None
    growth_feedback_id: int | None = None
    growth_words: str | None = None
    context: str | None = None
    context_allowed: bool = False
    leave_out: str | None = None
    others_writing: str | None = None
    brief_sent_on: Day | None = None
    brief_missing: tuple[str, ...] = ()
    reminded_on: Day | None = None
    submitted_on: Day | None = None
    thanked_on: Day | None = None
    decided_on: Day | None = None
    outcome: str | None = None
    outcome_shared_on: Day | None = None
    goal_id: int | None = None


@dataclass(frozen=True)
class Evidence(Record):
    """One piece of evidence for a quality: situation, what I did, result, who saw it, and when.

    `state` is "picked", or "declined" for what was offered and is not for this letter.
    """

    id: int
    quality_id: int
    situation: str | None = None
    behaviour: str | None = None
    impact: str | None = None
    seen_by_id: int | None = None
    date: Day | None = None
    accomplishment_id: int | None = None
    feedback_id: int | None = None
    meeting_id: int | None = None
    state: str = "picked"
    position: int = 0


@dataclass(frozen=True)
class Quality(Record):
    """A quality that a letter should speak to, with its evidence in order."""

    id: int
    letter_id: int
    quality: str
    criterion: str | None = None
    position: int = 0
    evidence: tuple[Evidence, ...] = ()

    @property
    def picked(self) -> tuple[Evidence, ...]:
        """The evidence that goes into the brief."""
        return tuple(one for one in self.evidence if one.state == "picked")


@dataclass(frozen=True)
class Attachment(Record):
    """A paper that goes with a brief, such as a CV; `file` is its content's digest, if kept."""

    id: int
    letter_id: int
    name: str
    kind: str | None = None
    file: str | None = None
    position: int = 0
