"""Who helps with a goal: their part, when it was shared with them, and the next agenda it is on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, String, select, type_coerce

from mentorjournal.journal import agenda, entries, meetings, reports
from mentorjournal.journal.aims import GoalPerson
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import MeetingSummary
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import agenda_item, goal, goal_person, meeting, person
from mentorjournal.words import tr

MINUTES = 10  # of an agenda item about a goal; ours


def get(journal: Journal, part_id: int) -> GoalPerson:
    """One person's part. Raises JournalError when it is gone."""
    return GoalPerson.of(entries.fetch(journal.read(), goal_person, part_id))


def coming_meetings(
    journal: Journal, as_of: date, person_ids: Sequence[int] | None = None
) -> list[MeetingSummary]:
    """The coming meetings with these people, or with any mentor, the next first."""
    starts = type_coerce(meeting.c.starts_at, String)
    query = (
        select(meeting.c.id).join(person, person.c.id == meeting.c.person_id)
        .where(meeting.c.status.in_(COMING_STATES), starts >= as_of.isoformat())
        .order_by(starts, meeting.c.id)
    )
    if person_ids is None:
        query = query.where(person.c.direction != "mentee")
    else:
        query = query.where(meeting.c.person_id.in_(list(person_ids)))
    ids = list(journal.read().execute(query).scalars())
    found = {one.meeting.id: one for one in meetings.summaries(journal, ids)}
    return [found[key] for key in ids]


def attach(
    journal: Journal, goal_id: int, person_ids: Sequence[int], origin: object = None
) -> None:
    """Say that these people help with a goal too."""
    with journal.change(tr("Attach to goal"), origin=origin) as connection:
        for key in person_ids:
            if _part(connection, goal_id, key) is None:
                entries.insert_row(connection, goal_person, {"goal_id": goal_id, "person_id": key})


def detach(journal: Journal, part_id: int, origin: object = None) -> None:
    """Say that somebody does not help with a goal after all."""
    with journal.change(tr("Detach from goal"), origin=origin) as connection:
        entries.delete_row(connection, goal_person, part_id)


def set_part(
    journal: Journal, part_id: int, part: str | None, shared_on: date | None,
    origin: object = None,
) -> None:
    """Say what somebody's part is, and when the goal was shared with them."""
    with journal.change(tr("Edit part in goal"), origin=origin) as connection:
        entries.update_row(
            connection, goal_person, part_id, {"part": part, "shared_on": shared_on})


def share(
    journal: Journal, goal_id: int, person_ids: Sequence[int], on: date, origin: object = None
) -> None:
    """Say that a goal was talked through with people on a day; they are attached by that."""
    with journal.change(tr("Share goal"), origin=origin) as connection:
        for key in person_ids:
            known = _part(connection, goal_id, key)
            if known is None:
                entries.insert_row(connection, goal_person, {
                    "goal_id": goal_id, "person_id": key, "shared_on": on})
            else:
                entries.update_row(connection, goal_person, known, {"shared_on": on})


def put_on_agenda(
    journal: Journal, goal_id: int, meeting_id: int, origin: object = None
) -> int:
    """Put a goal on an agenda; the id of the item.

    Raises JournalError when it is on that agenda already, or when one of the two is gone.
    """
    about = entries.fetch(journal.read(), goal, goal_id)
    entries.fetch(journal.read(), meeting, meeting_id)
    standing = journal.read().execute(
        select(agenda_item.c.id).where(
            agenda_item.c.meeting_id == meeting_id, agenda_item.c.goal_id == goal_id,
            agenda_item.c.state.in_(("planned", "added_in_meeting")))).first()
    if standing is not None:
        raise JournalError(tr("It is on that agenda already."))
    return agenda.add_item(journal, meeting_id, {
        "title": about["text"][:reports.LONGEST_TITLE], "kind": "advice", "minutes": MINUTES,
        "domain": about["domain"], "goal_id": goal_id}, origin)


def _part(connection: Connection, goal_id: int, person_id: int) -> int | None:
    found: int | None = connection.execute(
        select(goal_person.c.id).where(
            goal_person.c.goal_id == goal_id, goal_person.c.person_id == person_id)).scalar()
    return found
