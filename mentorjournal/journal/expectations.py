"""The compact with a person: its topics, what each of the two expects, and what was agreed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from mentorjournal import clock
from mentorjournal.journal import entries
from mentorjournal.journal.between import Compact, Expectation, ExpectationVersion
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Goal
from mentorjournal.mentoring.expectations import FIRST_TOPICS
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import (
    agenda_item,
    compact,
    expectation,
    expectation_version,
    goal,
    goal_person,
    meeting,
)
from mentorjournal.words import tr

WORDING = ("mine", "theirs", "agreed", "status")  # what an earlier wording keeps
_ORDER = (expectation.c.position, expectation.c.id)


def compact_of(journal: Journal, person_id: int) -> Compact | None:
    """The compact with a person."""
    row = journal.read().execute(
        select(compact).where(compact.c.person_id == person_id).order_by(compact.c.id).limit(1)
    ).mappings().first()
    return Compact.of(row) if row else None


def topics(journal: Journal, person_id: int) -> list[Expectation]:
    """The topics of the compact with a person, in their order."""
    rows = journal.read().execute(
        select(expectation).where(expectation.c.person_id == person_id).order_by(*_ORDER)
    ).mappings()
    return [Expectation.of(row) for row in rows]


def get(journal: Journal, topic_id: int) -> Expectation:
    """One topic. Raises JournalError when it is gone."""
    return Expectation.of(entries.fetch(journal.read(), expectation, topic_id))


def summaries(journal: Journal) -> dict[int, tuple[Compact | None, tuple[Expectation, ...]]]:
    """Everybody's compact and topics by person, for those who have any."""
    connection = journal.read()
    compacts: dict[int, Compact] = {}
    for row in connection.execute(select(compact).order_by(compact.c.id)).mappings():
        compacts.setdefault(row["person_id"], Compact.of(row))
    found: dict[int, list[Expectation]] = {person_id: [] for person_id in compacts}
    for row in connection.execute(select(expectation).order_by(*_ORDER)).mappings():
        found.setdefault(row["person_id"], []).append(Expectation.of(row))
    return {whom: (compacts.get(whom), tuple(several)) for whom, several in found.items()}


def versions(journal: Journal, person_id: int) -> dict[int, list[ExpectationVersion]]:
    """The earlier wordings of each topic with a person, by topic, the newest first."""
    rows = journal.read().execute(
        select(expectation_version)
        .join(expectation, expectation.c.id == expectation_version.c.expectation_id)
        .where(expectation.c.person_id == person_id)
        .order_by(expectation_version.c.date.desc(), expectation_version.c.id.desc())
    ).mappings()
    found: dict[int, list[ExpectationVersion]] = {}
    for row in rows:
        found.setdefault(row["expectation_id"], []).append(ExpectationVersion.of(row))
    return found


def goals_shared(journal: Journal, person_id: int) -> list[Goal]:
    """The goals that are being worked on and were shared with a person."""
    rows = journal.read().execute(
        select(goal).join(goal_person, goal_person.c.goal_id == goal.c.id)
        .where(
            goal_person.c.person_id == person_id, goal_person.c.shared_on.is_not(None),
            goal.c.status == "active",
        )
        .order_by(goal.c.position, goal.c.id)
    ).mappings()
    return [Goal.of(row) for row in rows]


def on_agendas(journal: Journal, person_id: int, as_of: date) -> dict[tuple[str, int], date]:
    """What of the compact is on the agenda of a meeting to come: source and id -> its day."""
    rows = journal.read().execute(
        select(agenda_item.c.source, agenda_item.c.source_id, meeting.c.starts_at)
        .join(meeting, meeting.c.id == agenda_item.c.meeting_id)
        .where(
            meeting.c.person_id == person_id, meeting.c.status.in_(COMING_STATES),
            agenda_item.c.source.in_(("expectation", "expectation_review")),
            meeting.c.starts_at >= datetime.combine(as_of, time()),
            agenda_item.c.state != "dropped",
        )
        .order_by(meeting.c.starts_at.desc())
    )
    return {(row.source, row.source_id): row.starts_at.date() for row in rows}


# The compact as a whole -----------------------------------------------------------------------


def begin(
    journal: Journal, person_id: int, topic_ids: Sequence[str] = FIRST_TOPICS,
    origin: object = None,
) -> int:
    """Begin a compact, with a few topics to start with; its id."""
    with journal.change(tr("Begin compact"), origin=origin) as connection:
        if compact_of(journal, person_id) is not None:
            raise JournalError(tr("There is a compact with this person already."))
        values = {"person_id": person_id, "started_on": clock.today()}
        new_id = entries.insert_row(connection, compact, values)
        there = {one.topic for one in topics(journal, person_id)}
        _insert(connection, person_id, [{"topic": t} for t in topic_ids if t not in there])
        return new_id


def edit_compact(
    journal: Journal, compact_id: int, values: Mapping[str, Any], *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Change what holds for the compact as a whole: purpose, what stays between the two, review."""
    with journal.change(tr("Edit compact"), merge=merge, origin=origin) as connection:
        entries.update_row(connection, compact, compact_id, values)


def review(journal: Journal, compact_id: int, on: date, origin: object = None) -> None:
    """Say that both looked the whole of it over."""
    with journal.change(tr("Compact looked over"), origin=origin) as connection:
        person_id = entries.fetch(connection, compact, compact_id)["person_id"]
        entries.update_row(connection, compact, compact_id, {"reviewed_on": on})
        connection.execute(
            update(expectation).where(expectation.c.person_id == person_id)
            .values(reviewed_on=on)
        )


def remove_compact(journal: Journal, compact_id: int, origin: object = None) -> None:
    """Remove a compact with all its topics and their earlier wordings."""
    with journal.change(tr("Remove compact"), origin=origin) as connection:
        person_id = entries.fetch(connection, compact, compact_id)["person_id"]
        entries.delete_row(connection, compact, compact_id)
        connection.execute(delete(expectation).where(expectation.c.person_id == person_id))


# Topics ---------------------------------------------------------------------------------------


def add_topics(
    journal: Journal, person_id: int, topic_ids: Sequence[str], own: Sequence[str] = (),
    origin: object = None,
) -> list[int]:
    """Add topics of the list and topics in own words at the end; their ids.

    A topic of the list that is there already is not added twice.
    """
    with journal.change(tr("Add topics"), origin=origin) as connection:
        there = {one.topic for one in topics(journal, person_id)}
        wanted: list[dict[str, Any]] = [{"topic": one} for one in topic_ids if one not in there]
        wanted += [{"topic": "other", "topic_words": words} for words in own]
        if not wanted:
            raise JournalError(tr("All of these topics are in the compact already."))
        return _insert(connection, person_id, wanted)


def _insert(
    connection: Connection, person_id: int, wanted: Sequence[Mapping[str, Any]]
) -> list[int]:
    end = connection.execute(
        select(func.coalesce(func.max(expectation.c.position) + 1, 0))
        .where(expectation.c.person_id == person_id)
    ).scalar_one()
    return [
        entries.insert_row(
            connection, expectation, {**each, "person_id": person_id, "position": end + place})
        for place, each in enumerate(wanted)
    ]


def edit_topic(
    journal: Journal, topic_id: int, values: Mapping[str, Any], *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Change the words of a topic. One that was settled keeps its old wording, once a day."""
    with journal.change(tr("Edit topic"), merge=merge, origin=origin) as connection:
        _change(connection, topic_id, values)


def agree(journal: Journal, topic_id: int, on: date, origin: object = None) -> None:
    """Say that both agree on a topic. Raises JournalError while what was agreed is not written."""
    with journal.change(tr("Topic agreed"), origin=origin) as connection:
        _agree(connection, topic_id, {}, on)


def mark_differs(journal: Journal, topic_id: int, on: date, origin: object = None) -> None:
    """Say that the two see a topic differently; the talk about it is still to come."""
    with journal.change(tr("Topic seen differently"), origin=origin) as connection:
        _change(connection, topic_id, {
            "status": "differs", "differs_since": on, "conversation_on": None})


def reopen(journal: Journal, topic_id: int, origin: object = None) -> None:
    """Say that a topic is still to be settled."""
    with journal.change(tr("Topic open"), origin=origin) as connection:
        _change(connection, topic_id, {"status": "open", "differs_since": None})


def note_talk(
    journal: Journal, topic_id: int, on: date | None, *, agreed: str | None = None,
    how_it_goes: str | None = None, origin: object = None,
) -> None:
    """Note when a topic was talked about and what came of it; with `agreed`, that it is settled.

    None takes the day back.
    """
    with journal.change(tr("Talk about topic"), origin=origin) as connection:
        said: dict[str, Any] = {"conversation_on": on}
        if how_it_goes is not None:
            said["how_it_goes"] = how_it_goes
        if agreed and on is not None:
            _agree(connection, topic_id, {**said, "agreed": agreed}, on)
        else:
            _change(connection, topic_id, said)


def move_topic(journal: Journal, topic_id: int, to: int, origin: object = None) -> None:
    """Put a topic at place `to` (from 0) of its compact."""
    with journal.change(tr("Reorder topics"), origin=origin) as connection:
        order = [one.id for one in topics(journal, get(journal, topic_id).person_id)]
        order.remove(topic_id)
        order.insert(max(0, to), topic_id)
        for position, row_id in enumerate(order):
            connection.execute(
                update(expectation)
                .where(expectation.c.id == row_id, expectation.c.position != position)
                .values(position=position)
            )


def remove_topic(journal: Journal, topic_id: int, origin: object = None) -> None:
    """Take a topic out of its compact."""
    with journal.change(tr("Remove topic"), origin=origin) as connection:
        entries.delete_row(connection, expectation, topic_id)


def _agree(connection: Connection, topic_id: int, values: Mapping[str, Any], on: date) -> None:
    before = entries.fetch(connection, expectation, topic_id)
    if not (values.get("agreed") or before["agreed"]):
        raise JournalError(tr("Write down first what you agreed on."))
    _change(connection, topic_id, {
        **values, "status": "agreed", "differs_since": None, "reviewed_on": on})
    whose = expectation.c.person_id == before["person_id"]
    unsettled = connection.execute(
        select(func.count()).where(whose, expectation.c.status != "agreed")).scalar_one()
    if not unsettled:  # the last one makes the whole of it agreed
        connection.execute(
            update(compact)
            .where(compact.c.person_id == before["person_id"], compact.c.agreed_on.is_(None))
            .values(agreed_on=on)
        )


def _change(connection: Connection, topic_id: int, values: Mapping[str, Any]) -> None:
    before = entries.fetch(connection, expectation, topic_id)
    entries.update_row(connection, expectation, topic_id, values)
    if before["status"] != "open":
        after = entries.fetch(connection, expectation, topic_id)
        _keep_wording(connection, before, after)


def _keep_wording(
    connection: Connection, before: Mapping[Any, Any], after: Mapping[Any, Any]
) -> None:
    """Keep what was settled before today's first change; not again when all is as it was."""
    today = clock.today()
    version = expectation_version
    kept = connection.execute(
        select(version).where(
            version.c.expectation_id == before["id"], version.c.date == today)
    ).mappings().first()
    if kept is None and any(before[name] != after[name] for name in WORDING):
        entries.insert_row(connection, version, {
            "expectation_id": before["id"], "date": today,
            **{name: before[name] for name in WORDING}})
    elif kept is not None and all(kept[name] == after[name] for name in WORDING):
        connection.execute(delete(version).where(version.c.id == kept["id"]))
