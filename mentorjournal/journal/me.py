"""The mentee: who I am, as one record that is always there, and how many hours I could give when.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from mentorjournal.journal import entries
from mentorjournal.journal.aims import Capacity
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Me
from mentorjournal.mentoring.load_plan import Changes
from mentorjournal.store.schema import capacity, me
from mentorjournal.words import tr

_CAPACITY = "capacity_hours_per_week"


def get(journal: Journal) -> Me:
    """Me; an empty record with the id 0 until I have said anything."""
    row = journal.read().execute(select(me).order_by(me.c.id).limit(1)).mappings().first()
    return Me.of(row) if row else Me(0)


def capacities(journal: Journal) -> list[tuple[date | None, float | None]]:
    """From which day on (None: always before) I could give how many hours, the oldest first."""
    rows = journal.read().execute(
        select(capacity).order_by(capacity.c.since, capacity.c.id)).mappings()
    return [(one.since, one.hours_per_week) for one in map(Capacity.of, rows)]


def edit(
    journal: Journal, values: Mapping[str, Any], origin: object = None, *,
    as_of: date | None = None,
) -> None:
    """Change what I say of myself. Raises JournalError for a wrong value.

    Other hours that I can give count from `as_of`; what was said before stays for before.
    """
    with journal.change(tr("Edit about me"), origin=origin) as connection:
        row_id = _row(journal, connection)
        if as_of is not None and _CAPACITY in values:
            note_capacity(journal, connection, values[_CAPACITY], as_of, as_of)
        entries.update_row(connection, me, row_id, values)


def note_capacity(
    journal: Journal, connection: Connection, hours: float | None, since: date, as_of: date
) -> None:
    """Inside a change: from `since` on so many hours a week; I am as I am on `as_of`."""
    before = get(journal).capacity_hours_per_week
    known = {day: key for key, day in connection.execute(
        select(capacity.c.id, capacity.c.since))}
    if not known and (before is not None or since > as_of):
        entries.insert_row(connection, capacity, {"since": None, "hours_per_week": before})
    if since in known:
        entries.update_row(connection, capacity, known[since], {"hours_per_week": hours})
    else:
        entries.insert_row(connection, capacity, {"since": since, "hours_per_week": hours})
    _settle(journal, connection, as_of)


def rewrite_capacities(
    journal: Journal, connection: Connection, steps: Changes, as_of: date
) -> None:
    """Inside a change: this is what I could give, and when; I am as I am on `as_of`."""
    if list(steps) != capacities(journal):
        entries.replace_steps(connection, capacity, {}, steps, "hours_per_week")
        _settle(journal, connection, as_of)


def _settle(journal: Journal, connection: Connection, as_of: date) -> None:
    """What I can give is what was said last."""
    known = capacities(journal)
    said = [hours for day, hours in known if day is None or day <= as_of]
    if (said or not known) and get(journal).capacity_hours_per_week != (now := [None, *said][-1]):
        entries.update_row(connection, me, _row(journal, connection), {_CAPACITY: now})


def _row(journal: Journal, connection: Connection) -> int:
    """The id of the record, which is made where there is none."""
    return get(journal).id or entries.insert_row(connection, me, {})
