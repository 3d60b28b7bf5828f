"""Tables of the store itself, beside the records of `schema.py`: they have no history."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, String, Table, UniqueConstraint

from mentorjournal.store.columns import metadata

meta = Table(
    "meta", metadata, Column("key", String, primary_key=True), Column("value", String),
)
step = Table(
    "step", metadata,
    Column("id", Integer, primary_key=True),
    Column("label", String, nullable=False),
    Column("at", String, nullable=False),
    Column("undoes", Integer),
    Column("uid", String),  # the same in every copy of the journal; none before version 2
    sqlite_autoincrement=True,
)
history = Table(
    "history", metadata,
    Column("seq", Integer, primary_key=True),
    Column("step", Integer, nullable=False),
    Column("tbl", String, nullable=False),
    Column("row", Integer, nullable=False),
    Column("op", String, nullable=False),
    Column("before", String),
    Index("ix_history_step", "step"),
    Index("ix_history_row", "tbl", "row"),
    sqlite_autoincrement=True,
)
digest = Table(
    "digest", metadata,
    Column("tbl", String, nullable=False), Column("row", Integer, nullable=False),
    Column("sum", String, nullable=False),
    UniqueConstraint("tbl", "row"),
)
search_entry = Table(
    "search_entry", metadata,
    Column("id", Integer, primary_key=True),
    Column("tbl", String, nullable=False), Column("row", Integer, nullable=False),
    UniqueConstraint("tbl", "row"),
)
file_content = Table(
    "file_content", metadata,
    Column("sha256", String, primary_key=True), Column("media_type", String),
    Column("size", Integer), Column("data", LargeBinary),
)

draft = Table(
    "draft", metadata,
    Column("key", String, primary_key=True), Column("at", String, nullable=False),
    Column("content", String, nullable=False),
)

OWN_TABLES = (meta, step, history, digest, search_entry, file_content, draft)
