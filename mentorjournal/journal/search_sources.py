"""Whose words a row of the journal holds: the entry it is part of, the group, the person, the day.

An item of an agenda is part of its meeting, an example part of its letter: what is found in them is
found in the entry, once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Select, String, Table, func, select, type_coerce
from sqlalchemy.sql import FromClause

from mentorjournal.mentoring.deeds import Ref
from mentorjournal.store.own_tables import search_entry
from mentorjournal.store.schema import RECORD_TABLES

# Group -> the kinds of entry that stand in it, in the order of the list.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "people": ("person",),
    "meetings": ("meeting",),
    "feedback": ("feedback", "letter", "thanks", "feedback_given", "accomplishment"),
    "goals": ("goal", "need", "commitment", "self_rating"),
    "contacts": ("contact", "action"),
    "notes": ("reflection", "advice", "know_answer", "news", "homework", "boundary", "fit_sheet",
              "compact", "expectation", "ending", "my_stage"),
}
GROUP_OF = {kind: group for group, kinds in GROUPS.items() for kind in kinds}
# Table of a part -> its column that says what it is part of.
PARTS: Mapping[str, str] = {
    "person_tag": "person_id", "person_stage": "person_id",
    "agenda_item": "meeting_id", "agenda_option": "item_id", "ask_ahead": "meeting_id",
    "outcome": "meeting_id",
    "goal_gap": "goal_id", "goal_step": "goal_id", "goal_person": "goal_id",
    "goal_version": "goal_id", "goal_progress": "goal_id",
    "expectation_version": "expectation_id", "commitment_hours": "commitment_id",
    "letter_detail": "letter_id", "letter_quality": "letter_id",
    "letter_evidence": "quality_id", "letter_attachment": "letter_id",
    "accomplishment_person": "accomplishment_id", "advice_use": "advice_id",
    "need_person": "need_id",
}
# Kind of entry -> whose it is, where that is not its `person_id`.
_OWNERS = {"person": "id", "letter": "writer_id", "commitment": "asked_by_id"}
# Kind of entry -> the columns of its day, the first that has one.
DAYS: Mapping[str, tuple[str, ...]] = {
    "meeting": ("starts_at",), "feedback": ("date", "asked_on"),
    "letter": ("submitted_on", "deadline", "asked_on"), "thanks": ("date",),
    "feedback_given": ("date",), "accomplishment": ("date",),
    "goal": ("done_on", "due", "started_on"), "commitment": ("since", "decided_on", "asked_on"),
    "self_rating": ("date",), "contact": ("date",), "action": ("done_on", "due"),
    "reflection": ("date",), "advice": ("date",), "know_answer": ("as_of",), "news": ("date",),
    "homework": ("done_on",), "boundary": ("date",), "fit_sheet": ("date",),
    "compact": ("agreed_on", "started_on"), "expectation": ("reviewed_on", "conversation_on"),
    "ending": ("decided_on",), "my_stage": ("started",), "need": ("met_on",),
}
# What is listed of somebody who was found by name, without a word of theirs in it.
_LISTED = ("meeting", "feedback", "letter", "thanks", "feedback_given", "contact", "action",
           "commitment", "reflection", "advice")


class Row(NamedTuple):
    """A row of a table in which words were found."""

    table: str
    id: int


@dataclass
class Entry:
    """An entry that was found, the day it is about, and the rows in which the words stand."""

    ref: Ref
    day: str = ""
    rows: list[Row] = field(default_factory=list)


def entries_of(connection: Connection, table: str, ids: Sequence[int]) -> list[Entry]:
    """The entries that these rows of a table are part of, each with those rows, in their order."""
    found: dict[int, Entry] = {}
    kind, query = _top(table)
    row_id, place = RECORD_TABLES[table].c.id, {row: n for n, row in enumerate(ids)}
    rows = connection.execute(query.where(row_id.in_(ids))).all()
    for row, top, day in sorted(rows, key=lambda each: place[each[0]]):
        found.setdefault(top, Entry(Ref(kind, top), day)).rows.append(Row(table, row))
    return list(found.values())


def of_people(connection: Connection, people: Sequence[int], most: int) -> list[Entry]:
    """The newest entries that are about these people, at the most so many of each kind."""
    found = []
    for kind in _LISTED:
        table = RECORD_TABLES[kind]
        day = day_of(table)
        rows = connection.execute(
            select(table.c.id, day).where(owner(kind).in_(people))
            .order_by(day.desc(), table.c.id.desc()).limit(most))
        found += [Entry(Ref(kind, row), said) for row, said in rows]
    return found


def rows_about(
    connection: Connection, table: str, places: Set[int], people: Sequence[int]
) -> list[int]:
    """The ids of those rows at `places` of the index that are about these people, newest first."""
    kind, query = _top(table)
    if owner(kind, missing_ok=True) is None:
        return []
    row = RECORD_TABLES[table].c.id
    # Asked for row by row: of a join SQLite begins with the whole index of the table.
    place = select(search_entry.c.id).where(
        search_entry.c.tbl == table, search_entry.c.row == row).scalar_subquery()
    asked = query.with_only_columns(place, row).where(owner(kind).in_(people))
    hits = [(at, found) for at, found in connection.execute(asked).all() if at in places]
    return [found for _, found in sorted(hits, reverse=True)]


def kind_of(table: str) -> str:
    """The kind of entry that a table's rows are part of."""
    return _top(table)[0]


def owner(kind: str, *, missing_ok: bool = False) -> Any:
    """The column that says whose an entry is; None where it is nobody's, if that may be."""
    columns = RECORD_TABLES[kind].c
    name = _OWNERS.get(kind, "person_id")
    return columns.get(name) if missing_ok else columns[name]


@cache
def _top(table: str) -> tuple[str, Select[Any]]:
    """The kind of entry a table's rows are part of, and the question for (row, entry, day)."""
    part: Table = RECORD_TABLES[table]
    joined: FromClause = part
    top = part
    while top.name in PARTS:
        link: Column[Any] = top.c[PARTS[top.name]]
        top = RECORD_TABLES[next(iter(link.foreign_keys)).column.table.name]
        joined = joined.join(top, link == top.c.id)
    return top.name, select(part.c.id, top.c.id, day_of(top)).select_from(joined)


def day_of(table: Table) -> Any:
    """The day of an entry as it is kept, "" when it has none."""
    days = [type_coerce(table.c[name], String) for name in DAYS.get(table.name, ())]
    return func.coalesce(*days, "", "")
