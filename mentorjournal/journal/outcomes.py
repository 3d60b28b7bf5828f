"""What I left a meeting with: decisions, guidance and ideas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, select, update

from mentorjournal.journal import entries
from mentorjournal.journal.between import Outcome
from mentorjournal.journal.journal import Journal
from mentorjournal.store.schema import outcome
from mentorjournal.words import tr


def every(journal: Journal, meeting_id: int) -> list[Outcome]:
    """The outcomes of a meeting in their order."""
    rows = journal.read().execute(
        select(outcome).where(outcome.c.meeting_id == meeting_id)
        .order_by(outcome.c.position, outcome.c.id)
    ).mappings()
    return [Outcome.of(row) for row in rows]


def of_meeting(journal: Journal, meeting_id: int) -> list[str]:
    """The words of each outcome, in their order."""
    return [one.text for one in every(journal, meeting_id)]


def add(
    journal: Journal, meeting_id: int, values: Mapping[str, Any], origin: object = None
) -> int:
    """Add an outcome at the end; only `text` is needed."""
    with journal.change(tr("Add outcome"), origin=origin) as connection:
        position = connection.execute(
            select(func.coalesce(func.max(outcome.c.position) + 1, 0))
            .where(outcome.c.meeting_id == meeting_id)
        ).scalar_one()
        place = {"meeting_id": meeting_id, "position": position}
        return entries.insert_row(connection, outcome, {**values, **place})


def edit(
    journal: Journal, outcome_id: int, values: Mapping[str, Any], *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Change an outcome."""
    with journal.change(tr("Edit outcome"), merge=merge, origin=origin) as connection:
        entries.update_row(connection, outcome, outcome_id, values)


def reorder(journal: Journal, order: Sequence[int], origin: object = None) -> None:
    """Put the outcomes of one meeting in this order of their ids."""
    with journal.change(tr("Reorder outcomes"), origin=origin) as connection:
        for position, row_id in enumerate(order):
            connection.execute(
                update(outcome)
                .where(outcome.c.id == row_id, outcome.c.position != position)
                .values(position=position)
            )


def remove(journal: Journal, outcome_id: int, origin: object = None) -> None:
    """Take an outcome away."""
    with journal.change(tr("Remove outcome"), origin=origin) as connection:
        entries.delete_row(connection, outcome, outcome_id)
