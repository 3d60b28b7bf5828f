"""After a meeting: what came of it, and the verbs that close it: settle, thank, meet again, note.

What I left with is `outcomes`, what was promised `promises`; this is what has no home there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import String, select, type_coerce, update

from mentorjournal.journal import (
    agenda,
    candidates,
    entries,
    feedback_given,
    meetings,
    outcomes,
    people,
    reports,
    running,
)
from mentorjournal.journal import thanks as thanking
from mentorjournal.journal.aims import FeedbackGiven
from mentorjournal.journal.between import Outcome, Thanks
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Action, AgendaItem, Meeting, Person
from mentorjournal.journal.running import Heard
from mentorjournal.mentoring import next_date
from mentorjournal.mentoring.next_date import NextOffer
from mentorjournal.mentoring.rhythm import DEFAULT_DAYS
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import action, agenda_item, meeting, person, thanks
from mentorjournal.words import tr

LONGEST = 1440  # minutes that a meeting can take

_STARTS = type_coerce(meeting.c.starts_at, String)


@dataclass(frozen=True)
class Closing:
    """All that came of a meeting. `following` is the first one after it, `offer` a next date.

    There is no `offer` where a following meeting is arranged or was held already.
    """

    meeting: Meeting
    person: Person
    items: tuple[AgendaItem, ...]
    outcomes: tuple[Outcome, ...]
    promises: tuple[Action, ...]
    thanks: tuple[Thanks, ...]
    following: Meeting | None
    offer: NextOffer | None

    photo: bytes | None = field(default=None, repr=False)
    heard: tuple[Heard, ...] = ()
    told: tuple[Heard, ...] = ()  # feedback of mine to somebody I mentor
    asked: tuple[tuple[FeedbackGiven, str], ...] = ()  # given before, and asked about now
    offers_fit_sheet: bool = False  # one was getting to know them, and has not written it since

    @property
    def minutes_taken(self) -> int:
        """The minutes as noted, else as measured, else as planned."""
        which = self.meeting
        if which.actual_minutes:
            return which.actual_minutes
        if which.started_at and which.ended_at:
            begun, over = map(datetime.fromisoformat, (which.started_at, which.ended_at))
            return min(max(1, round((over - begun).total_seconds() / 60)), LONGEST)
        return which.planned_minutes


def read(
    journal: Journal, meeting_id: int, as_of: date, default_days: int = DEFAULT_DAYS
) -> Closing:
    """What came of a meeting. Raises JournalError when it is gone."""
    connection = journal.read()
    which = meetings.get(journal, meeting_id)
    whom = people.get(journal, which.person_id)
    said = connection.execute(
        select(action).where(action.c.meeting_id == meeting_id)
        .order_by(action.c.position, action.c.id)
    ).mappings()
    thanked = connection.execute(
        select(thanks).where(thanks.c.meeting_id == meeting_id).order_by(thanks.c.id)
    ).mappings()
    following = _following(journal, which)
    return Closing(
        which, whom, tuple(agenda.items(journal, meeting_id)),
        tuple(outcomes.every(journal, meeting_id)),
        tuple(Action.of(row) for row in said), tuple(Thanks.of(row) for row in thanked),
        following,
        None if following else next_date.offer(
            _starts_until(journal, which), whom.cadence_days or default_days, as_of),
        people.photo(journal, whom), running.heard(journal, meeting_id),
        running.told(journal, meeting_id),
        tuple(feedback_given.asked_in(journal, meeting_id)),
        candidates.wants_fit_sheet(journal, which),
    )


def _following(journal: Journal, which: Meeting) -> Meeting | None:
    """The first meeting with the same person after this one that is to be, or was."""
    row = journal.read().execute(
        select(meeting).where(
            meeting.c.person_id == which.person_id, meeting.c.id != which.id,
            meeting.c.status.in_((*COMING_STATES, "held")), meeting.c.starts_at > which.starts_at,
        ).order_by(_STARTS, meeting.c.id).limit(1)
    ).mappings().first()
    return Meeting.of(row) if row else None


def _starts_until(journal: Journal, which: Meeting) -> list[datetime]:
    """When the last meetings with the same person began, this one the last of them."""
    rows = journal.read().execute(
        select(meeting.c.starts_at).where(
            meeting.c.person_id == which.person_id, meeting.c.status == "held",
            meeting.c.starts_at < which.starts_at,
        ).order_by(_STARTS.desc()).limit(next_date.LOOKED_AT - 1)
    ).scalars().all()
    return [*reversed(rows), which.starts_at]


def close(
    journal: Journal, meeting_id: int, actual_minutes: int | None = None, origin: object = None
) -> None:
    """Note a meeting as held, with the minutes it took unless they are noted already.

    Raises JournalError for one that was called off.
    """
    with journal.change(tr("Close meeting"), origin=origin) as connection:
        which = meetings.get(journal, meeting_id)
        if which.status not in (*COMING_STATES, "held"):
            raise JournalError(tr("This meeting was called off, so there is nothing to close."))
        entries.update_row(
            connection, meeting, meeting_id,
            {"status": "held", "actual_minutes": which.actual_minutes or actual_minutes},
        )
        reports.settle(connection, meeting_id)


def settle_rest(
    journal: Journal, meeting_id: int, state: str, origin: object = None
) -> None:
    """Say of all items that are still planned that they were "covered", or are "parked"."""
    label = tr("Park what is left") if state == "parked" else tr("All items covered")
    with journal.change(label, origin=origin) as connection:
        connection.execute(
            update(agenda_item)
            .where(agenda_item.c.meeting_id == meeting_id, agenda_item.c.state == "planned")
            .values(state=state)
        )
        reports.settle(connection, meeting_id)


def thank(
    journal: Journal, meeting_id: int, for_what: str, origin: object = None
) -> int:
    """Note what I thanked somebody for when we met; the id of the thanks."""
    which = meetings.get(journal, meeting_id)
    said = {"meeting_id": meeting_id, "date": which.day, "kind": "spoken", "for_what": for_what}
    return thanking.add(journal, [which.person_id], said, origin=origin)[0]


def arrange_next(
    journal: Journal, meeting_id: int, starts_at: datetime, origin: object = None
) -> int:
    """Arrange the next meeting as this one was: as long, in the same place. Its id."""
    with journal.change(tr("Arrange the next meeting"), origin=origin) as connection:
        old = meetings.get(journal, meeting_id)
        kept = ("person_id", "zone", "planned_minutes", "mode", "place", "link", "initiated_by")
        values = {name: getattr(old, name) for name in kept}
        _remember_day(journal, old, None)
        new_id = entries.insert_row(connection, meeting, {**values, "starts_at": starts_at})
        reports.join_meeting(connection, new_id)
        return new_id


def be_in_touch_on(
    journal: Journal, meeting_id: int, day: date | None, origin: object = None
) -> None:
    """Remember by when to be in touch, where no time was agreed; None forgets it."""
    with journal.change(tr("Next contact"), origin=origin):
        _remember_day(journal, meetings.get(journal, meeting_id), day)


def _remember_day(journal: Journal, which: Meeting, day: date | None) -> None:
    connection = journal.read()
    for table, row_id in ((meeting, which.id), (person, which.person_id)):
        if entries.fetch(connection, table, row_id)["next_contact_on"] != day:
            entries.update_row(connection, table, row_id, {"next_contact_on": day})


def mark_note_sent(
    journal: Journal, meeting_id: int, sent_at: str | None, origin: object = None
) -> None:
    """Say when the follow-up note went out; None takes that back."""
    label = tr("Note sent") if sent_at else tr("Note not sent")
    with journal.change(label, origin=origin) as connection:
        entries.update_row(connection, meeting, meeting_id, {"follow_up_sent_at": sent_at})
