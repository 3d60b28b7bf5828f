"""Version 3: since when a relationship is in its stage, and where in a meeting things were said."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, ForeignKey, Integer, String

from mentorjournal.store.migrations import add_columns, add_record_table


def upgrade(operations: Operations) -> None:
    """From version 2 to 3."""
    add_record_table(
        operations, "person_stage",
        Column("person_id", Integer, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
        Column("stage", String), Column("since", String),
    )
    add_columns(operations, "agenda_item", Column("spent_minutes", Integer))
    for table in ("action", "outcome"):
        add_columns(
            operations, table,
            Column("item_id", Integer, ForeignKey("agenda_item.id", ondelete="SET NULL")))
    add_columns(
        operations, "thanks",
        Column("meeting_id", Integer, ForeignKey("meeting.id", ondelete="SET NULL")))
    add_columns(
        operations, "ending", Column("what_changes", String), Column("update_promised", String))
