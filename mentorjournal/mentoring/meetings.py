"""How meetings went, counted: prepared, on time, left with something, followed up, called off.

Each count is a plain fraction of held meetings. Two days for an agenda is common advice; five
minutes over, a week for a note and three meetings before anything is said are defaults of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import NamedTuple, Protocol
from zoneinfo import ZoneInfo

from mentorjournal.mentoring.agenda import HOURS_AHEAD, is_late_calling_off

JUST_IN_TIME_HOURS = 24
OVER_MINUTES = 5  # default of ours
NOTE_DAYS = 7  # default of ours
LEAST_MEETINGS = 3  # default of ours; below, a fraction says too little


class HeldMeeting(Protocol):
    """What is counted of a held meeting; moments are written instants."""

    @property
    def id(self) -> int: ...
    @property
    def person_id(self) -> int: ...
    @property
    def starts_at(self) -> datetime: ...
    @property
    def zone(self) -> str: ...
    @property
    def planned_minutes(self) -> int: ...
    @property
    def actual_minutes(self) -> int | None: ...
    @property
    def arrival(self) -> str | None: ...
    @property
    def desired_outcome(self) -> str | None: ...
    @property
    def desired_outcome_at(self) -> str | None: ...
    @property
    def agenda_sent_at(self) -> str | None: ...
    @property
    def follow_up_sent_at(self) -> str | None: ...


class CalledOff(Protocol):
    """What is counted of a meeting that was called off."""

    @property
    def status(self) -> str: ...
    @property
    def called_off_by(self) -> str | None: ...
    @property
    def notice_hours(self) -> float | None: ...


class Promise(Protocol):
    """What is counted of a promise."""

    @property
    def due(self) -> date | None: ...
    @property
    def done_on(self) -> date | None: ...


class Share(NamedTuple):
    """So many of so many."""

    n: int
    of: int

    @property
    def is_enough(self) -> bool:
        """Whether there are enough meetings behind it to say anything."""
        return self.of >= LEAST_MEETINGS


@dataclass(frozen=True)
class Held:
    """A held meeting with what was found around it."""

    meeting: HeldMeeting
    left_with: bool = False  # an outcome or a promise
    asked_ahead: bool = False


@dataclass(frozen=True)
class MeetingReadings:
    """Counts over some held meetings, and over those that were called off meanwhile."""

    held: int
    result_named: Share
    left_with: Share
    agenda_in_good_time: Share
    agenda_just_in_time: Share
    asked_ahead: Share
    on_time: Share
    ran_over: Share
    note_sent: Share
    called_off_late: int  # by me


@dataclass(frozen=True)
class PromiseReadings:
    """My promises that fell due: kept on the day or before, kept late, and still open."""

    on_time: int
    late: int
    open: int

    @property
    def due(self) -> int:
        """All that fell due."""
        return self.on_time + self.late + self.open

    @property
    def kept(self) -> Share:
        """How many of those that fell due were kept on their date."""
        return Share(self.on_time, self.due)


def readings(held: Sequence[Held], called_off: Iterable[CalledOff] = ()) -> MeetingReadings:
    """Count `held` meetings; how one came is told only of those where it was noted."""
    each = [one.meeting for one in held]
    arrived = [m.arrival for m in each if m.arrival]
    timed = [m.actual_minutes - m.planned_minutes for m in each if m.actual_minutes is not None]

    def share(counted: Iterable[bool]) -> Share:
        return Share(sum(counted), len(held))

    return MeetingReadings(
        held=len(held),
        result_named=share(named_first(m) for m in each),
        left_with=share(one.left_with for one in held),
        agenda_in_good_time=share(agenda_was_ahead(m, HOURS_AHEAD) for m in each),
        agenda_just_in_time=share(agenda_was_ahead(m, JUST_IN_TIME_HOURS) for m in each),
        asked_ahead=share(one.asked_ahead for one in held),
        on_time=Share(sum(come in ("early", "on_time") for come in arrived), len(arrived)),
        ran_over=Share(sum(over > OVER_MINUTES for over in timed), len(timed)),
        note_sent=share(_note_was_sent(m) for m in each),
        called_off_late=sum(
            is_late_calling_off(m.status, m.called_off_by, m.notice_hours) for m in called_off
        ),
    )


def promises(mine: Iterable[Promise]) -> PromiseReadings:
    """Count promises of mine that fell due; those without a day are left out."""
    due = [(one.due, one.done_on) for one in mine if one.due is not None]
    on_time = sum(done is not None and done <= day for day, done in due)
    open_ones = sum(done is None for _, done in due)
    return PromiseReadings(on_time, len(due) - on_time - open_ones, open_ones)


def hours_before(starts_at: datetime, zone: str, moment: str) -> float:
    """Hours from a written instant to a start on the clock of `zone`; negative when later."""
    begins = starts_at.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    return (begins - datetime.fromisoformat(moment)).total_seconds() / 3600


def agenda_was_ahead(which: HeldMeeting, hours: int) -> bool:
    """Whether the agenda went out at least `hours` before the start."""
    sent = which.agenda_sent_at
    return bool(sent) and hours_before(which.starts_at, which.zone, str(sent)) >= hours


def named_first(which: HeldMeeting) -> bool:
    """Whether the wanted result was written down before it began."""
    named = which.desired_outcome_at if which.desired_outcome else None
    return bool(named) and hours_before(which.starts_at, which.zone, str(named)) >= 0


def _note_was_sent(which: HeldMeeting) -> bool:
    if not which.follow_up_sent_at:
        return False
    sent = datetime.fromisoformat(which.follow_up_sent_at).astimezone(ZoneInfo(which.zone)).date()
    return (sent - which.starts_at.date()).days <= NOTE_DAYS
