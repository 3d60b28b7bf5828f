"""Version 5: how needs, goals and hours change over time, and what I give to those I mentor."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, String
from sqlalchemy.sql.schema import SchemaItem

from mentorjournal.store.migrations import add_columns, add_record_table


def _link(name: str, table: str, *, owned: bool = False) -> Column[int]:
    rule: SchemaItem = ForeignKey(f"{table}.id", ondelete="CASCADE" if owned else "SET NULL")
    return Column(name, Integer, rule, nullable=not owned)


def upgrade(operations: Operations) -> None:
    """From version 4 to 5."""
    add_record_table(
        operations, "self_rating",
        Column("date", String), Column("topic", String), Column("topic_words", String),
        Column("now", Integer), Column("wanted", Integer), _link("need_id", "need"),
    )
    add_record_table(
        operations, "goal_progress", _link("goal_id", "goal", owned=True),
        Column("date", String), Column("value", Float),
    )
    add_record_table(
        operations, "capacity", Column("since", String), Column("hours_per_week", Float))
    add_record_table(
        operations, "commitment_hours", _link("commitment_id", "commitment", owned=True),
        Column("since", String), Column("hours_per_week", Float),
    )
    add_columns(
        operations, "commitment", Column("hours_asked", Float), Column("passed_to", String))
    add_record_table(
        operations, "feedback_given", _link("person_id", "person", owned=True),
        _link("meeting_id", "meeting"), Column("date", String),
        Column("requested", Boolean, nullable=False),
        Column("topic", String), Column("situation", String), Column("behaviour", String),
        Column("impact", String), Column("their_plan", String), Column("look_again_on", String),
        Column("came_of", String), Column("heard_back_on", String),
    )
    add_record_table(
        operations, "advice_use", _link("advice_id", "advice", owned=True),
        _link("person_id", "person"), _link("meeting_id", "meeting"), Column("date", String),
    )
