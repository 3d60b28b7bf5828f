"""Whoever waived the right to see a letter does not have it: held for every way in."""

from __future__ import annotations

from sqlalchemy import Connection, Table, select

from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import letter, letter_attachment
from mentorjournal.words import tr


def check(connection: Connection, table: Table, row_id: int) -> None:
    """Refuse a written row that would keep a waived letter. Raises JournalError."""
    key = {"letter": letter.c.id, "letter_attachment": letter_attachment.c.id}.get(table.name)
    if key is None:
        return
    kept = connection.execute(
        select(letter.c.id)
        .join(letter_attachment, letter_attachment.c.letter_id == letter.c.id)
        .where(key == row_id, letter.c.waived == "yes", letter_attachment.c.kind == "letter")
    ).first()
    if not kept:
        return
    if table.name == "letter":
        raise JournalError(tr(
            "The letter itself is kept here. Remove it first: whoever waived the right to see a "
            "letter must not have it."))
    raise JournalError(tr("You waived the right to see this letter, so it is never kept here."))
