"""Which rows hold words that somebody looks for, asked of the index for full text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, TypeVar

from sqlalchemy import column, literal_column, select, table

from mentorjournal.store import search
from mentorjournal.store.own_tables import search_entry

Key = TypeVar("Key")

_INDEX = table("search", column("rowid"))


def indexed(name: str, expression: str) -> Any:
    """The ids of a table's rows in which an `expression` of `search.query` is found."""
    return (
        select(search_entry.c.row).join(_INDEX, _INDEX.c.rowid == search_entry.c.id)
        .where(literal_column("search").op("MATCH")(expression), search_entry.c.tbl == name)
    )


def begun_by(word: str, called: Iterable[tuple[Key, str]]) -> list[Key]:
    """The keys of what is `called` so that `word` begins one of its words."""
    begun = search.fold(word).strip()
    return [key for key, name in called
            if any(part.startswith(begun) for part in search.fold(name).split())]


def parts(text: str) -> list[str]:
    """The words of a name, folded; also what a hyphen joins."""
    return [part for part in re.split(r"[\s.,;()’'\-]+", search.fold(text[:1000])) if part]
