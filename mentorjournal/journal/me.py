"""The mentee: who I am, as one record that is always there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from mentorjournal.journal import entries
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Me
from mentorjournal.store.schema import me
from mentorjournal.words import tr


def get(journal: Journal) -> Me:
    """Me; an empty record with the id 0 until I have said anything."""
    row = journal.read().execute(select(me).order_by(me.c.id).limit(1)).mappings().first()
    return Me.of(row) if row else Me(0)


def edit(journal: Journal, values: Mapping[str, Any], origin: object = None) -> None:
    """Change what I say of myself. Raises JournalError for a wrong value."""
    with journal.change(tr("Edit about me"), origin=origin) as connection:
        row_id = get(journal).id
        if not row_id:
            row_id = entries.insert_row(connection, me, {})
        entries.update_row(connection, me, row_id, values)
