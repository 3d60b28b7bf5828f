"""What a person, a meeting or an agenda item is: frozen records that cross every wall.

Field names are the column names of `store/schema.py`; days are `date`, a meeting's `starts_at` is
a naive `datetime` on the clock of its `zone`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, Self

from mentorjournal import words
from mentorjournal.mentoring.vocabulary import ACTIVE_STAGES


class Record:
    """A record made from a row by the names of its fields."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @classmethod
    def of(cls, row: Mapping[Any, Any], **more: Any) -> Self:
        """The record of `row`; columns that the record does not have are passed over."""
        values = dict(row)  # once: asking a row of the database by name is slow
        names = cls.__dataclass_fields__
        return cls(**{name: value for name, value in values.items() if name in names}, **more)


@dataclass(frozen=True)
class Me(Record):
    """The mentee whose journal this is."""

    id: int
    name: str | None = None
    pronouns: str | None = None
    stage: str | None = None
    institution: str | None = None
    department: str | None = None
    interest: str | None = None
    started: date | None = None
    ends: date | None = None
    capacity_hours_per_week: float | None = None
    setting: str | None = "clinical"
    personal_values: tuple[str, ...] = ()
    work_style: tuple[str, ...] = ()
    channel: str | None = None
    frequency: str | None = None
    preference_note: str | None = None
    email: str | None = None


@dataclass(frozen=True)
class Person(Record):
    """Somebody in the mentee's corner, somebody considered, or somebody they mentor."""

    id: int
    name: str
    pronouns: str | None = None
    direction: str = "mentor"
    stage: str = "cultivation"
    level: str | None = None
    outside_field: bool = False
    institution: str | None = None
    department: str | None = None
    rank: str | None = None
    origin: str | None = None
    suggested_by: str | None = None
    suggested_by_id: int | None = None
    admire_for: str | None = None
    start: date | None = None
    ended: date | None = None
    cadence_days: int | None = None
    cadence_agreed_on: date | None = None
    paused_until: date | None = None
    paused_for: str | None = None
    snoozed_until: date | None = None
    next_contact_on: date | None = None
    channel: str | None = None
    email: str | None = None
    phone: str | None = None
    assistant: str | None = None
    usual_place: str | None = None
    usual_link: str | None = None
    preferences_asked_on: date | None = None
    style_note: str | None = None
    added_value: str | None = None
    added_value_shareable: bool = False
    my_ask: str | None = None
    limits: str | None = None
    capacity_note: str | None = None
    perspective_note: str | None = None
    support_note: str | None = None
    differences_talk_on: date | None = None
    differences_note: str | None = None
    tone: str | None = None
    mentor_led: bool = False
    private_note: str | None = None
    photo: str | None = None
    roles: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    not_for: tuple[str, ...] = ()

    @property
    def standing(self) -> str:
        """How the person stands to me: "mentor", "candidate", "past" or "mentee"."""
        if self.direction == "mentee":
            return "mentee"
        if self.stage in ("closed", "declined"):
            return "past"
        if self.direction == "candidate" or self.stage in ("considering", "met", "asked"):
            return "candidate"
        return "mentor"

    @property
    def is_over(self) -> bool:
        """Whether it has ended, also with somebody I mentored."""
        return self.stage in ("closed", "declined")

    @property
    def never_began(self) -> bool:
        """Whether they were considered as a mentor, and it did not come about."""
        was_one = self.direction == "mentor" and (self.stage == "closed" or self.start is not None)
        return self.is_over and self.direction != "mentee" and not was_one

    @property
    def is_active(self) -> bool:
        """Whether this is an active mentor: a mentor in initiation to redefinition."""
        return self.direction == "mentor" and self.stage in ACTIVE_STAGES

    @property
    def initials(self) -> str:
        """Up to two letters for the disc."""
        return words.initials(self.name)

    @property
    def short_name(self) -> str:
        """Title and family name."""
        return words.short_name(self.name)


@dataclass(frozen=True)
class Need(Record):
    """A need in the mentee's own words, with the people linked to it."""

    id: int
    text: str
    domain: str | None = None
    guidance_kind: str | None = None
    skill_sought: str | None = None
    importance: int = 2
    met_on: date | None = None
    person_ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class Meeting(Record):
    """A meeting with one person; `starts_at` is on the clock of `zone`."""

    id: int
    person_id: int
    starts_at: datetime
    planned_minutes: int
    uid: str = ""
    zone: str = "UTC"
    actual_minutes: int | None = None
    mode: str | None = None
    place: str | None = None
    link: str | None = None
    purpose: str | None = "regular"
    status: str = "confirmed"
    headline: str | None = None
    desired_outcome: str | None = None
    desired_outcome_at: str | None = None
    opening: str | None = None
    time_saver: str | None = None
    nothing_new: bool = False
    initiated_by: str | None = "me"
    agenda_sent_at: str | None = None
    called_off_by: str | None = None
    called_off_why: str | None = None
    notice_hours: float | None = None
    moved_to_id: int | None = None
    arrival: str | None = None
    late_minutes: int | None = None
    started_at: str | None = None
    ended_at: str | None = None
    notes: str | None = None
    private_note: str | None = None
    follow_up_text: str | None = None
    follow_up_sent_at: str | None = None
    listened_more: bool | None = None
    drifted: bool | None = None
    next_contact_on: date | None = None

    @property
    def day(self) -> date:
        """The day of the meeting, where it takes place."""
        return self.starts_at.date()

    @property
    def ends_at(self) -> datetime:
        """When the planned time is over."""
        return self.starts_at + timedelta(minutes=self.planned_minutes)


@dataclass(frozen=True)
class AgendaOption(Record):
    """One way out of a problem, with my preference."""

    id: int
    item_id: int
    text: str
    note: str | None = None
    preferred: bool = False


@dataclass(frozen=True)
class AgendaItem(Record):
    """One point of an agenda."""

    id: int
    meeting_id: int
    position: int
    title: str
    kind: str = "advice"
    priority: str = "should"
    minutes: int = 5
    question: str | None = None
    background: str | None = None
    my_view: str | None = None
    wanted: str | None = None
    domain: str | None = None
    state: str = "planned"
    goal_id: int | None = None
    source: str | None = None
    source_id: int | None = None
    notes: str | None = None
    decision: str | None = None
    spent_minutes: int | None = None
    options: tuple[AgendaOption, ...] = ()


@dataclass(frozen=True)
class AskAhead(Record):
    """Something the mentor is asked to do before the meeting."""

    id: int
    meeting_id: int
    text: str
    item_id: int | None = None
    kind: str = "read"
    link: str | None = None
    minutes: int = 5
    send_by: date | None = None
    due: date | None = None
    sent_at: str | None = None


@dataclass(frozen=True)
class Action(Record):
    """A promise, mine or theirs."""

    id: int
    text: str
    person_id: int | None = None
    meeting_id: int | None = None
    feedback_id: int | None = None
    goal_id: int | None = None
    owner: str = "me"
    due: date | None = None
    done_on: date | None = None
    dropped_on: date | None = None
    item_id: int | None = None

    @property
    def is_theirs(self) -> bool:
        """Whether the other one promised it alone, whoever of us two is the mentor."""
        return self.owner in ("mentor", "mentee")

    @property
    def is_open(self) -> bool:
        """Neither done nor dropped."""
        return self.done_on is None and self.dropped_on is None


@dataclass(frozen=True)
class Goal(Record):
    """A goal with its horizon and measure; where the measure is a number, how far it is."""

    id: int
    text: str
    horizon: str | None = None
    measure: str | None = None
    measure_value: float | None = None
    measure_target: float | None = None
    due: date | None = None
    why: str | None = None
    domain: str | None = None
    status: str = "active"
    started_on: date | None = None
    done_on: date | None = None
    mentor_part: str | None = None
    need_id: int | None = None
    position: int = 0


@dataclass(frozen=True)
class CarryIn:
    """Something the journal suggests to take along to a meeting.

    `source` names where it comes from ("my_promise", "their_promise", "parked", "feedback",
    "expectation", "thanks", "news", "need"), `source_id` the row there; `title`, `kind` and
    `minutes` are what one click makes an agenda item of.
    """

    source: str
    source_id: int
    title: str
    detail: str
    kind: str
    minutes: int = 5
    done: bool = False
    late: bool = False
    on_agenda: bool = False


@dataclass(frozen=True)
class PersonFacts:
    """A person with what the journal knows around them, for lists, map and rules."""

    person: Person
    last_touchpoint: date | None = None
    next_meeting: date | None = None
    need_ids: tuple[int, ...] = field(default=())


@dataclass(frozen=True)
class MeetingSummary:
    """A meeting as a list shows it, with whom it is and how far its agenda and notes are."""

    meeting: Meeting
    person: Person
    items: int = 0
    item_minutes: int = 0
    item_notes: int = 0
    actions: int = 0
    open_actions: int = 0
