"""Promises, mine and theirs: what was said would be done, by when, and whether it was."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from mentorjournal.journal import entries, parties
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Action
from mentorjournal.store.schema import action, meeting
from mentorjournal.words import tr


def of_person(journal: Journal, person_id: int) -> list[Action]:
    """All promises between a person and me, the latest due first, those without a day last."""
    rows = journal.read().execute(
        select(action).where(action.c.person_id == person_id)
        .order_by(action.c.due.desc().nulls_last(), action.c.id)
    ).mappings()
    return [Action.of(row) for row in rows]


def get(journal: Journal, action_id: int) -> Action:
    """One promise. Raises JournalError when it is gone."""
    return Action.of(entries.fetch(journal.read(), action, action_id))


def add(journal: Journal, values: Mapping[str, Any], origin: object = None) -> int:
    """Note a promise; `text` is needed. One made in a meeting belongs to that person."""
    with journal.change(tr("Add promise"), origin=origin) as connection:
        if values.get("meeting_id") and not values.get("person_id"):
            whose = entries.fetch(connection, meeting, values["meeting_id"])["person_id"]
            values = {**values, "person_id": whose}
        return entries.insert_row(
            connection, action, parties.named(connection, values.get("person_id"), values))


def edit(
    journal: Journal, action_id: int, values: Mapping[str, Any], *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Change a promise."""
    with journal.change(tr("Edit promise"), merge=merge, origin=origin) as connection:
        whose = values.get("person_id") or entries.fetch(
            connection, action, action_id)["person_id"]
        entries.update_row(
            connection, action, action_id, parties.named(connection, whose, values))


def set_done(
    journal: Journal, action_id: int, done_on: date | None, origin: object = None
) -> None:
    """Say when a promise was kept; None opens it again."""
    label = tr("Promise kept") if done_on else tr("Promise open again")
    with journal.change(label, origin=origin) as connection:
        entries.update_row(connection, action, action_id, {"done_on": done_on})


def remove(journal: Journal, action_id: int, origin: object = None) -> None:
    """Remove a promise."""
    with journal.change(tr("Remove promise"), origin=origin) as connection:
        entries.delete_row(connection, action, action_id)
