"""Telling somebody what came of their feedback: it joins the next agenda, and a meeting settles it.

Verbs of other nouns call these inside their own change, so that all of it is undone together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    String,
    func,
    select,
    type_coerce,
    update,
)

from mentorjournal.journal import advice_told, entries, given_heard
from mentorjournal.mentoring.vocabulary import COMING_STATES, TALKED_ABOUT
from mentorjournal.store.schema import agenda_item, feedback, meeting
from mentorjournal.words import tr

SOURCE = "feedback"  # of agenda items that are about an entry of the feedback log
KIND = "report_back"
MINUTES = 3
LONGEST_TITLE = 300
# Other sources of items -> what notes that such an item was talked about, or was not after all.
FOLLOWED: Mapping[str, Callable[[Connection, int], None]] = {
    advice_told.SOURCE: advice_told.follow, given_heard.SOURCE: given_heard.follow,
}
_WAITING = (feedback.c.acted_on.is_not(None), feedback.c.reported_back_on.is_(None),
            feedback.c.set_aside_on.is_(None))


def title(about: str) -> str:
    """What the item on an agenda is called."""
    return tr("What came of: {topic}", topic=about)[:LONGEST_TITLE]


def next_meeting(connection: Connection, person_id: int, since: date) -> RowMapping | None:
    """The first coming meeting with somebody on or after a day."""
    return connection.execute(
        select(meeting).where(
            meeting.c.person_id == person_id, meeting.c.status.in_(COMING_STATES),
            type_coerce(meeting.c.starts_at, String) >= since.isoformat(),
        ).order_by(type_coerce(meeting.c.starts_at, String), meeting.c.id).limit(1)
    ).mappings().first()


def join_next(connection: Connection, feedback_id: int, since: date) -> None:
    """Put what came of an entry on the next agenda with whoever gave it, unless it is on one."""
    row = entries.fetch(connection, feedback, feedback_id)
    coming = next_meeting(connection, row["person_id"], since)
    if coming is None or row["reported_back_on"] or row["set_aside_on"]:
        return
    if feedback_id not in connection.execute(select(_on_agendas().subquery())).scalars():
        _add(connection, coming["id"], row)


def leave_agendas(connection: Connection, feedback_id: int) -> None:
    """Take the report off coming agendas again, where nothing was written to it."""
    bare = [func.coalesce(column, "") == "" for column in (
        agenda_item.c.question, agenda_item.c.notes, agenda_item.c.background)]
    found = connection.execute(
        select(agenda_item.c.id).join(meeting, meeting.c.id == agenda_item.c.meeting_id)
        .where(*_planned(), agenda_item.c.source_id == feedback_id, *bare)
    ).scalars().all()
    for item_id in found:
        entries.delete_row(connection, agenda_item, item_id)


def join_meeting(connection: Connection, meeting_id: int) -> None:
    """Put on a new agenda what came of all that they told me and have not heard of since."""
    coming = entries.fetch(connection, meeting, meeting_id)
    if coming["status"] not in COMING_STATES:
        return
    found = connection.execute(
        select(feedback).where(
            feedback.c.person_id == coming["person_id"], *_WAITING,
            feedback.c.acted_on <= coming["starts_at"].date(),
            feedback.c.id.not_in(_on_agendas()),
        ).order_by(feedback.c.acted_on, feedback.c.id)
    ).mappings().all()
    for row in found:
        _add(connection, meeting_id, dict(row))


def settle(connection: Connection, meeting_id: int) -> None:
    """What was covered in a meeting that was held is reported back, passed on, or heard."""
    follow(connection, meeting_id)
    held = entries.fetch(connection, meeting, meeting_id)
    if held["status"] != "held":
        return
    on = held["starts_at"].date()
    told = select(agenda_item.c.source_id).where(
        agenda_item.c.meeting_id == meeting_id, agenda_item.c.source == SOURCE,
        agenda_item.c.kind == KIND, agenda_item.c.state.in_(TALKED_ABOUT),
        agenda_item.c.source_id.is_not(None))
    connection.execute(
        update(feedback).where(feedback.c.id.in_(told), *_WAITING, feedback.c.acted_on <= on)
        .values(reported_back_on=on))


def follow(connection: Connection, meeting_id: int) -> None:
    """Let everything that rests on the items of a meeting be as those items are now."""
    for deed in FOLLOWED.values():
        deed(connection, meeting_id)


def unsettle(connection: Connection, meeting_id: int, item_id: int | None = None) -> None:
    """Take back what `settle` did: for one item that was not covered after all, or for all."""
    held = entries.fetch(connection, meeting, meeting_id)
    told = select(agenda_item.c.source_id).where(
        agenda_item.c.meeting_id == meeting_id, agenda_item.c.source == SOURCE,
        agenda_item.c.kind == KIND, agenda_item.c.source_id.is_not(None))
    if item_id is not None:
        told = told.where(agenda_item.c.id == item_id)
    else:
        told = told.where(agenda_item.c.state.in_(TALKED_ABOUT))
    connection.execute(
        update(feedback)
        .where(feedback.c.id.in_(told), feedback.c.reported_back_on == held["starts_at"].date())
        .values(reported_back_on=None))


def follow_item(connection: Connection, before: Mapping[str, Any], state: str | None) -> None:
    """An item of an agenda, as it was `before`, has another state now."""
    if before["source"] in FOLLOWED:
        FOLLOWED[before["source"]](connection, before["meeting_id"])
    if before["source"] != SOURCE or before["kind"] != KIND or state == before["state"]:
        return
    if state in TALKED_ABOUT:
        settle(connection, before["meeting_id"])
    elif before["state"] in TALKED_ABOUT:
        unsettle(connection, before["meeting_id"], before["id"])


def move(connection: Connection, old_id: int, new_id: int) -> None:
    """Items of agendas that were about one entry are about another one now."""
    connection.execute(
        update(agenda_item)
        .where(agenda_item.c.source == SOURCE, agenda_item.c.source_id == old_id)
        .values(source_id=new_id))


def _planned() -> tuple[ColumnElement[bool], ...]:
    return (agenda_item.c.source == SOURCE, agenda_item.c.kind == KIND,
            agenda_item.c.state == "planned", meeting.c.status.in_(COMING_STATES))


def _on_agendas() -> Any:
    """The ids of entries that a coming agenda reports on already."""
    return select(agenda_item.c.source_id).join(
        meeting, meeting.c.id == agenda_item.c.meeting_id
    ).where(*_planned(), agenda_item.c.source_id.is_not(None))


def _add(connection: Connection, meeting_id: int, row: Mapping[str, Any]) -> None:
    last = connection.execute(
        select(func.max(agenda_item.c.position)).where(agenda_item.c.meeting_id == meeting_id)
    ).scalar()
    entries.insert_row(connection, agenda_item, {
        "meeting_id": meeting_id, "position": (last if last is not None else -1) + 1,
        "title": title(row["topic"] or row["gist"] or ""), "kind": KIND, "minutes": MINUTES,
        "wanted": "just_to_tell", "source": SOURCE, "source_id": row["id"],
    })
