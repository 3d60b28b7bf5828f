"""Meetings: coming, past and the next one; arranging, moving, shortening and calling off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    String,
    func,
    select,
    tuple_,
    type_coerce,
    update,
)

from mentorjournal import clock
from mentorjournal.journal import entries, parties, people, reports
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Meeting, MeetingSummary, Person
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import action, agenda_item, ask_ahead, meeting, person
from mentorjournal.words import tr

_STARTS = type_coerce(meeting.c.starts_at, String)
_COMING = meeting.c.status.in_(COMING_STATES)


def get(journal: Journal, meeting_id: int) -> Meeting:
    """One meeting. Raises JournalError when it is gone."""
    return Meeting.of(entries.fetch(journal.read(), meeting, meeting_id))


def coming(journal: Journal) -> list[MeetingSummary]:
    """Meetings that are still to be held, the next one first; those never closed come before."""
    return _summaries(journal, [_COMING], [_STARTS, meeting.c.id])


def past(
    journal: Journal, most: int = 50, before: MeetingSummary | None = None
) -> list[MeetingSummary]:
    """Meetings held or called off, newest first: the `most` next ones after `before`."""
    conditions: list[ColumnElement[bool]] = [~_COMING]
    if before is not None:
        last = before.meeting
        conditions.append(
            tuple_(_STARTS, meeting.c.id) < (last.starts_at.isoformat(timespec="minutes"), last.id)
        )
    return _summaries(journal, conditions, [_STARTS.desc(), meeting.c.id.desc()], most)


def summaries(journal: Journal, ids: Iterable[int]) -> list[MeetingSummary]:
    """The meetings with `ids`, in the order of their time."""
    return _summaries(journal, [meeting.c.id.in_(list(ids))], [_STARTS, meeting.c.id])


def _summaries(
    journal: Journal, conditions: list[ColumnElement[bool]], order: list[Any],
    most: int | None = None,
) -> list[MeetingSummary]:
    query = select(meeting, *_counts()).where(*conditions).order_by(*order).limit(most)
    rows = journal.read().execute(query).all()
    owners = _people(journal, {row.person_id for row in rows})
    return [_summary(row, owners[row.person_id]) for row in rows]


def _counts() -> list[ColumnElement[Any]]:
    items = select(func.count()).where(
        agenda_item.c.meeting_id == meeting.c.id, agenda_item.c.state != "dropped"
    )
    minutes = select(func.coalesce(func.sum(agenda_item.c.minutes), 0)).where(
        agenda_item.c.meeting_id == meeting.c.id, agenda_item.c.state != "dropped"
    )
    noted = select(func.count()).where(
        agenda_item.c.meeting_id == meeting.c.id, func.coalesce(agenda_item.c.notes, "") != ""
    )
    actions = select(func.count()).where(action.c.meeting_id == meeting.c.id)
    still_open = actions.where(action.c.done_on.is_(None), action.c.dropped_on.is_(None))
    named = {"n_items": items, "n_minutes": minutes, "n_noted": noted,
             "n_actions": actions, "n_open": still_open}
    return [
        query.correlate(meeting).scalar_subquery().label(name) for name, query in named.items()
    ]


def _people(journal: Journal, ids: set[int]) -> dict[int, Person]:
    connection = journal.read()
    lists = entries.lists_of(connection, ids)
    rows = connection.execute(select(person).where(person.c.id.in_(ids))).mappings()
    return {row["id"]: Person.of(row, **lists.get(row["id"], {})) for row in rows}


def _summary(row: Row[Any], owner: Person) -> MeetingSummary:
    return MeetingSummary(
        Meeting.of(row._mapping), owner, row.n_items, row.n_minutes, row.n_noted,
        row.n_actions, row.n_open,
    )


def is_there(journal: Journal, meeting_id: int) -> bool:
    """Whether the journal has this meeting."""
    found = journal.read().execute(select(meeting.c.id).where(meeting.c.id == meeting_id))
    return found.first() is not None


def next_one(journal: Journal, now: datetime) -> Meeting | None:
    """The first meeting still to come at `now` (aware)."""
    later = [found.meeting for found in coming(journal) if instant(found.meeting) >= now]
    return min(later, key=instant, default=None)  # by instant: their zones may differ


def last_held(journal: Journal, person_id: int, before: datetime) -> Meeting | None:
    """The last held meeting with a person that began before `before` (on the wall clock)."""
    query = (
        select(meeting)
        .where(
            meeting.c.person_id == person_id, meeting.c.status == "held",
            meeting.c.starts_at < before,
        )
        .order_by(_STARTS.desc()).limit(1)
    )
    row = journal.read().execute(query).mappings().first()
    return Meeting.of(row) if row else None


def instant(which: Meeting) -> datetime:
    """When a meeting begins, as an aware time in its own zone."""
    return which.starts_at.replace(tzinfo=ZoneInfo(which.zone))


def hours_until(which: Meeting, now: datetime) -> float:
    """Hours from `now` (aware) to the start; negative when it has begun."""
    return (instant(which).astimezone(UTC) - now.astimezone(UTC)).total_seconds() / 3600


def stamp(now: datetime) -> str:
    """`now` (aware) as the journal writes an instant."""
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def day_of(moment: str, zone: str) -> date:
    """The day of a written instant, on the clock of `zone`."""
    return datetime.fromisoformat(moment).astimezone(ZoneInfo(zone)).date()


def add(journal: Journal, values: Mapping[str, Any], origin: object = None) -> int:
    """Arrange a meeting: `person_id`, `starts_at` and `planned_minutes` are needed.

    What is left out comes from the person: usual place and link. What is to be reported back to
    them joins its agenda.
    """
    with journal.change(tr("New meeting"), origin=origin) as connection:
        usual = _usual(journal, values)
        made = parties.named(connection, values.get("person_id"), {**usual, **values})
        new_id = entries.insert_row(connection, meeting, made)
        reports.join_meeting(connection, new_id)
        return new_id


def _usual(journal: Journal, values: Mapping[str, Any]) -> dict[str, Any]:
    """Where a meeting with this person usually is, for what `values` leaves out."""
    if values.get("person_id") is None:
        return {}
    whom = people.get(journal, values["person_id"])
    usual: dict[str, Any] = {"zone": clock.zone_name()}
    if values.get("mode") in (None, "video"):
        usual["link"] = whom.usual_link
    if values.get("mode") in (None, "in_person"):
        usual["place"] = whom.usual_place
    return usual


def edit(
    journal: Journal, meeting_id: int, values: Mapping[str, Any], *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Change fields of a meeting. The moment the wanted result was first named is kept."""
    now = get(journal, meeting_id)
    if "desired_outcome" in values:
        named = values["desired_outcome"]
        at = now.desired_outcome_at or stamp(clock.now())
        values = {**values, "desired_outcome_at": at if named else None}
    with journal.change(tr("Edit meeting"), merge=merge, origin=origin) as connection:
        whose = values.get("person_id") or now.person_id
        entries.update_row(
            connection, meeting, meeting_id, parties.named(connection, whose, values))


def move(
    journal: Journal, meeting_id: int, starts_at: datetime, planned_minutes: int | None = None,
    origin: object = None,
) -> None:
    """Give a coming meeting another time (on the wall clock), with its agenda."""
    values: dict[str, Any] = {"starts_at": starts_at, "status": "confirmed"}
    if planned_minutes is not None:
        values["planned_minutes"] = planned_minutes
    with journal.change(tr("Move meeting"), origin=origin) as connection:
        _require_coming(get(journal, meeting_id))
        entries.update_row(connection, meeting, meeting_id, values)


def shorten(journal: Journal, meeting_id: int, minutes: int, origin: object = None) -> None:
    """Plan fewer minutes, because little is new."""
    with journal.change(tr("Shorten meeting"), origin=origin) as connection:
        _require_coming(get(journal, meeting_id))
        entries.update_row(
            connection, meeting, meeting_id, {"planned_minutes": minutes, "nothing_new": True}
        )


def postpone(
    journal: Journal, meeting_id: int, to: datetime | None, *, by: str = "me",
    why: str | None = None, notice_hours: float | None = None, origin: object = None,
) -> int | None:
    """Put a meeting off; with `to`, a new one takes its agenda along and its id is returned.

    `notice_hours` are those between telling the other and the start; from now by default.
    """
    with journal.change(tr("Postpone meeting"), origin=origin) as connection:
        old = get(journal, meeting_id)
        new_id = None
        if to is not None:
            kept = ("person_id", "zone", "planned_minutes", "mode", "place", "link", "purpose",
                    "headline", "desired_outcome", "desired_outcome_at", "opening", "time_saver",
                    "initiated_by")
            values = {name: getattr(old, name) for name in kept}
            new_id = entries.insert_row(connection, meeting, {**values, "starts_at": to})
            _take_agenda_along(connection, meeting_id, new_id)
        _call_off(journal, old, "postponed", by, why, notice_hours, new_id)
        return new_id


def _take_agenda_along(connection: Connection, old_id: int, new_id: int) -> None:
    for table in (agenda_item, ask_ahead):
        connection.execute(
            update(table).where(table.c.meeting_id == old_id).values(meeting_id=new_id)
        )


def cancel(
    journal: Journal, meeting_id: int, *, by: str = "me", why: str | None = None,
    notice_hours: float | None = None, origin: object = None,
) -> None:
    """Call a meeting off; the hours of notice are recorded, from now by default."""
    with journal.change(tr("Cancel meeting"), origin=origin):
        _call_off(journal, get(journal, meeting_id), "cancelled", by, why, notice_hours)


def _call_off(
    journal: Journal, old: Meeting, status: str, by: str, why: str | None,
    notice_hours: float | None, moved_to: int | None = None,
) -> None:
    _require_coming(old)
    if notice_hours is None:
        notice_hours = max(0.0, round(hours_until(old, clock.now()), 1))
    connection = journal.read()
    entries.update_row(connection, meeting, old.id, parties.named(connection, old.person_id, {
        "status": status, "called_off_by": by, "called_off_why": why,
        "notice_hours": notice_hours, "moved_to_id": moved_to,
    }))


def _require_coming(which: Meeting) -> None:
    if which.status not in COMING_STATES:
        raise JournalError(tr("This meeting is over; only one still to come can be changed so."))


def hold(
    journal: Journal, meeting_id: int, *, actual_minutes: int | None = None,
    arrival: str | None = None, origin: object = None,
) -> None:
    """Say that a meeting took place; what is not said of it stays as it was noted."""
    said = {"actual_minutes": actual_minutes, "arrival": arrival}
    with journal.change(tr("Meeting held"), origin=origin) as connection:
        entries.update_row(
            connection, meeting, meeting_id,
            {"status": "held", **{name: each for name, each in said.items() if each is not None}},
        )
        reports.settle(connection, meeting_id)


def mark_agenda_sent(
    journal: Journal, meeting_id: int, sent_at: str | None, origin: object = None
) -> None:
    """Say when the agenda went out, with its asks ahead; None takes that back."""
    label = tr("Agenda sent") if sent_at else tr("Agenda not sent")
    with journal.change(label, origin=origin) as connection:
        entries.update_row(connection, meeting, meeting_id, {"agenda_sent_at": sent_at})
        connection.execute(
            update(ask_ahead)
            .where(ask_ahead.c.meeting_id == meeting_id)
            .values(sent_at=sent_at)
        )


def remove(journal: Journal, meeting_id: int, origin: object = None) -> None:
    """Remove a meeting with its agenda and notes; promises made in it stay."""
    with journal.change(tr("Remove meeting"), origin=origin) as connection:
        entries.delete_row(connection, meeting, meeting_id)
