"""Drafts: what was typed into a form that has not been saved, kept inside the journal's file.

They have no history and no undo; an encrypted journal keeps them encrypted.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import RowMapping, delete, insert, select
from sqlalchemy.exc import DBAPIError

from mentorjournal.journal.journal import Journal
from mentorjournal.store.columns import clean
from mentorjournal.store.own_tables import draft

SET_ASIDE = "set aside"  # among the values of a form that was closed without saving
NEWER = ":newer"  # after the key of a draft that was begun while an older one was being offered


@dataclass(frozen=True)
class Draft:
    """What was in the fields of a form, by key, and when."""

    at: datetime
    values: Mapping[str, Any]


def keep(journal: Journal, key: str, values: Mapping[str, Any]) -> bool:
    """Keep what a form holds under its `key`; whether that could be done.

    Texts, numbers, choices, days and times are kept; pictures are not.
    """
    content = {name: _stored(value) for name, value in values.items()
               if not isinstance(value, bytes)}
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    row = {"key": key, "at": now, "content": clean(json.dumps(content, ensure_ascii=False))}
    if journal.reading_only or journal.read().closed:
        return False
    try:
        # One statement, so that a kill leaves the older draft or the newer one.
        journal.read().execute(insert(draft).prefix_with("OR REPLACE"), row)
    except DBAPIError:  # a full disk, for one: saving the form will say so
        return False
    return True


def find(journal: Journal, key: str) -> Draft | None:
    """What was left of a form the last time, None when it was saved or given up."""
    row = journal.read().execute(select(draft).where(draft.c.key == key)).mappings().first()
    return None if row is None else _read(row)


def left(journal: Journal, key: str) -> dict[str, Draft]:
    """All that was left of a form: the draft and newer ones by their own keys, oldest first."""
    return {own: one for own, one in every(journal).items() if form_of(own) == key}


def every(journal: Journal) -> dict[str, Draft]:
    """What was left of all forms, by key, oldest first."""
    rows = journal.read().execute(select(draft).order_by(draft.c.at, draft.c.key)).mappings()
    return {row["key"]: _read(row) for row in rows}


def form_of(key: str) -> str:
    """The key of the form that a draft belongs to, also for a newer one."""
    return key.split(NEWER)[0]


def drop(journal: Journal, key: str) -> None:
    """Forget a draft; nothing happens when there is none."""
    if journal.reading_only or journal.read().closed or find(journal, key) is None:
        return
    try:
        journal.read().execute(delete(draft).where(draft.c.key == key))
    except DBAPIError:  # it will be offered once more, which harms nobody
        return


def _read(row: RowMapping) -> Draft:
    content = json.loads(row["content"])
    return Draft(
        datetime.fromisoformat(row["at"]).astimezone(),
        {name: _value(stored) for name, stored in content.items()},
    )


def _stored(value: Any) -> Any:
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, time):
        return {"time": value.isoformat()}
    return {"list": [_stored(each) for each in value]} if isinstance(value, tuple) else value


def _value(stored: Any) -> Any:
    if not isinstance(stored, dict):
        return stored
    kind, value = next(iter(stored.items()))
    if kind == "list":
        return tuple(_value(each) for each in value)
    return {"day": date.fromisoformat, "time": time.fromisoformat}[kind](value)
