"""The steps towards a goal, and the gaps that stand in its way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import func, select, update

from mentorjournal.journal import entries
from mentorjournal.journal.aims import GoalGap, GoalStep
from mentorjournal.journal.journal import Journal
from mentorjournal.store.schema import goal_gap, goal_step
from mentorjournal.words import tr


def get(journal: Journal, step_id: int) -> GoalStep:
    """One step. Raises JournalError when it is gone."""
    return GoalStep.of(entries.fetch(journal.read(), goal_step, step_id))


def of_goal(journal: Journal, goal_id: int) -> list[GoalStep]:
    """The steps of a goal in their order."""
    rows = journal.read().execute(
        select(goal_step).where(goal_step.c.goal_id == goal_id)
        .order_by(goal_step.c.position, goal_step.c.id)).mappings()
    return [GoalStep.of(row) for row in rows]


def gap(journal: Journal, gap_id: int) -> GoalGap:
    """One gap. Raises JournalError when it is gone."""
    return GoalGap.of(entries.fetch(journal.read(), goal_gap, gap_id))


def add(
    journal: Journal, goal_id: int, values: Mapping[str, Any], origin: object = None
) -> int:
    """Add a step after all others of its goal; only `text` is needed."""
    with journal.change(tr("Add step"), origin=origin) as connection:
        end = connection.execute(
            select(func.coalesce(func.max(goal_step.c.position) + 1, 0))
            .where(goal_step.c.goal_id == goal_id)).scalar_one()
        return entries.insert_row(
            connection, goal_step, {**values, "goal_id": goal_id, "position": end})


def edit(
    journal: Journal, step_id: int, values: Mapping[str, Any], origin: object = None
) -> None:
    """Change a step."""
    with journal.change(tr("Edit step"), origin=origin) as connection:
        entries.update_row(connection, goal_step, step_id, values)


def set_done(
    journal: Journal, step_id: int, done_on: date | None, origin: object = None
) -> None:
    """Say when a step was taken; None opens it again."""
    label = tr("Step taken") if done_on else tr("Step open again")
    with journal.change(label, origin=origin) as connection:
        entries.update_row(connection, goal_step, step_id, {"done_on": done_on})


def move(journal: Journal, step_id: int, to: int, origin: object = None) -> None:
    """Put a step at place `to` (from 0) among the steps of its goal."""
    with journal.change(tr("Reorder steps"), origin=origin) as connection:
        mine = goal_step.c.goal_id == entries.fetch(connection, goal_step, step_id)["goal_id"]
        order = list(connection.execute(
            select(goal_step.c.id).where(mine)
            .order_by(goal_step.c.position, goal_step.c.id)).scalars())
        order.remove(step_id)
        order.insert(max(0, to), step_id)
        for position, key in enumerate(order):
            connection.execute(
                update(goal_step).where(goal_step.c.id == key, goal_step.c.position != position)
                .values(position=position))


def remove(journal: Journal, step_id: int, origin: object = None) -> None:
    """Remove a step."""
    with journal.change(tr("Remove step"), origin=origin) as connection:
        entries.delete_row(connection, goal_step, step_id)


def add_gap(journal: Journal, goal_id: int, text: str, origin: object = None) -> int:
    """Note what stands in the way of a goal."""
    with journal.change(tr("Add gap"), origin=origin) as connection:
        return entries.insert_row(connection, goal_gap, {"goal_id": goal_id, "text": text})


def edit_gap(
    journal: Journal, gap_id: int, values: Mapping[str, Any], *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Change the words of a gap."""
    with journal.change(tr("Edit gap"), merge=merge, origin=origin) as connection:
        entries.update_row(connection, goal_gap, gap_id, values)


def close_gap(
    journal: Journal, gap_id: int, closed_on: date | None, origin: object = None
) -> None:
    """Say when a gap was closed; None opens it again."""
    label = tr("Close gap") if closed_on else tr("Gap open again")
    with journal.change(label, origin=origin) as connection:
        entries.update_row(connection, goal_gap, gap_id, {"closed_on": closed_on})


def remove_gap(journal: Journal, gap_id: int, origin: object = None) -> None:
    """Remove a gap."""
    with journal.change(tr("Remove gap"), origin=origin) as connection:
        entries.delete_row(connection, goal_gap, gap_id)
