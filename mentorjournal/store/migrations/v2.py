"""Version 2: drafts of texts being written, and an identity for every step of the history."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, String


def upgrade(operations: Operations) -> None:
    """From version 1 to 2."""
    operations.add_column("step", Column("uid", String))
    operations.create_table(
        "draft",
        Column("key", String, primary_key=True),
        Column("at", String, nullable=False),
        Column("content", String, nullable=False),
    )
