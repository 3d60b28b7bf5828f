"""Version 4: what a kind of letter asks for, what stays out, feedback looked at again."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, ForeignKey, Integer, String

from mentorjournal.store.migrations import add_columns, add_record_table


def upgrade(operations: Operations) -> None:
    """From version 3 to 4."""
    add_record_table(
        operations, "letter_detail",
        Column("letter_id", Integer, ForeignKey("letter.id", ondelete="CASCADE"), nullable=False),
        Column("field", String), Column("text", String),
    )
    add_columns(
        operations, "letter", Column("addressed_to", String), Column("leave_out", String))
    add_columns(
        operations, "feedback", Column("revisited_on", String), Column("talk_asked_on", String))
