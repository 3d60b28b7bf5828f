"""Goals: where the mentee wants to go, by when, and how it shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select

from mentorjournal.journal import entries
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Goal
from mentorjournal.store.schema import goal
from mentorjournal.words import tr


def active(journal: Journal) -> list[Goal]:
    """The goals that are being worked on, in their order."""
    rows = journal.read().execute(
        select(goal).where(goal.c.status == "active").order_by(goal.c.position, goal.c.id)
    ).mappings()
    return [Goal.of(row) for row in rows]


def with_ids(journal: Journal, ids: Iterable[int]) -> dict[int, Goal]:
    """The goals with `ids` by their id; those that are gone are left out."""
    rows = journal.read().execute(select(goal).where(goal.c.id.in_(list(ids)))).mappings()
    return {row["id"]: Goal.of(row) for row in rows}


def add(journal: Journal, values: Mapping[str, Any], origin: object = None) -> int:
    """Add a goal; only `text` is needed."""
    with journal.change(tr("Add goal"), origin=origin) as connection:
        return entries.insert_row(connection, goal, values)


def edit(
    journal: Journal, goal_id: int, values: Mapping[str, Any], origin: object = None
) -> None:
    """Change a goal."""
    with journal.change(tr("Edit goal"), origin=origin) as connection:
        entries.update_row(connection, goal, goal_id, values)


def remove(journal: Journal, goal_id: int, origin: object = None) -> None:
    """Remove a goal with its steps."""
    with journal.change(tr("Remove goal"), origin=origin) as connection:
        entries.delete_row(connection, goal, goal_id)
