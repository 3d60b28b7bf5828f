"""The kinds of column a journal has: words, days, times on a clock, short lists, links."""

from __future__ import annotations

import json
import uuid
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    TypeDecorator,
)

metadata = MetaData()


def clean(text: str) -> str:
    """`text` without what a file cannot keep: NULs go, halves of characters become U+FFFD."""
    text = text.replace("\0", "")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def new_uid() -> str:
    """A fresh identity for a row: 32 hexadecimal digits."""
    return uuid.uuid4().hex


class Words(TypeDecorator[str]):
    """Text that a person wrote."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else clean(value)


class Day(TypeDecorator[date]):
    """A date that is the same day everywhere."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class WallTime(TypeDecorator[datetime]):
    """A day and a time on the clock of the row's zone, to the minute."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat(timespec="minutes")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class WordList(TypeDecorator[tuple[str, ...]]):
    """A short list of words, kept as JSON; for lists that are never searched by."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return json.dumps([clean(word) for word in value or ()], ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:
        return tuple(json.loads(value)) if value else ()


def words(name: str, *, private: bool = False, required: bool = False) -> Column[str]:
    """A text; a private one may never reach a document that leaves the journal."""
    return Column(name, Words, nullable=not required, info={"private": private})


def line(name: str, *, required: bool = False, limit: int = 300) -> Column[str]:
    """A text of one line; `limit` characters at the most, so that it stays a name or a title."""
    return Column(name, Words, nullable=not required, info={"limit": limit})


def word(name: str, default: str | None = None) -> Column[str]:
    """An id of one of the vocabulary's lists."""
    return Column(name, Words, default=default, info={"listed": True})


def day(name: str) -> Column[date]:
    """A day."""
    return Column(name, Day)


def moment(name: str) -> Column[str]:
    """An instant: UTC, ISO, ending in Z."""
    return Column(name, Words, info={"moment": True})


def number(name: str, default: int | None = None) -> Column[int]:
    """A whole number."""
    return Column(name, Integer, default=default)


def flag(name: str) -> Column[bool]:
    """Yes or no, no by default."""
    return Column(name, Boolean, default=False, nullable=False)


def link(name: str, table: str, *, owned: bool = False) -> Column[int]:
    """A row of another table; an owned row goes when that one goes, another one stays behind."""
    rule = "CASCADE" if owned else "SET NULL"
    return Column(name, ForeignKey(f"{table}.id", ondelete=rule), nullable=not owned)


def record_table(name: str, *columns: Column[Any]) -> Table:
    """A table of records, with the columns that each of them has and an index for each link."""
    table = Table(
        name, metadata,
        Column("id", Integer, primary_key=True),
        Column("uid", String, nullable=False, unique=True, default=new_uid),
        Column("created_at", String, nullable=False, default=""),
        *columns,
        sqlite_autoincrement=True,
        info={"record": True},
    )
    for column in columns:
        if column.foreign_keys:
            Index(f"ix_{name}_{column.name}", column)
    return table
