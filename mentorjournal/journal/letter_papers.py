"""The papers that go with a brief: named, and kept inside the journal where somebody wants that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select

from mentorjournal.journal import entries, files
from mentorjournal.journal.between import Attachment
from mentorjournal.journal.files import ChosenFile
from mentorjournal.journal.journal import Journal
from mentorjournal.store.schema import letter_attachment
from mentorjournal.words import tr


def of_letter(journal: Journal, letter_id: int) -> list[Attachment]:
    """The papers of a letter in order."""
    rows = journal.read().execute(
        select(letter_attachment).where(letter_attachment.c.letter_id == letter_id)
        .order_by(letter_attachment.c.position, letter_attachment.c.id)
    ).mappings()
    return [Attachment.of(row) for row in rows]


def letter_of(journal: Journal, attachment_id: int) -> int:
    """The letter that a paper goes with. Raises JournalError when it is gone."""
    row = entries.fetch(journal.read(), letter_attachment, attachment_id)
    return int(row["letter_id"])


def add(
    journal: Journal, letter_id: int, name: str, kind: str | None = None,
    chosen: ChosenFile | None = None, origin: object = None,
) -> int:
    """Add a paper at the end, with a file to keep or only by name; the id.

    Raises JournalError for the letter itself where the right to see it was waived.
    """
    with journal.change(tr("Add attachment"), origin=origin) as connection:
        last = connection.execute(
            select(func.max(letter_attachment.c.position))
            .where(letter_attachment.c.letter_id == letter_id)).scalar()
        return entries.insert_row(connection, letter_attachment, {
            "letter_id": letter_id, "name": name, "kind": kind,
            "file": files.keep(connection, chosen.data, chosen.media_type) if chosen else None,
            "position": 0 if last is None else last + 1})


def edit(
    journal: Journal, attachment_id: int, values: Mapping[str, Any],
    chosen: ChosenFile | None = None, *, merge: str | None = None, origin: object = None,
) -> None:
    """Change a paper's name or kind, or keep another file for it. Raises JournalError as `add`."""
    with journal.change(tr("Edit attachment"), merge=merge, origin=origin) as connection:
        kept = {"file": files.keep(connection, chosen.data, chosen.media_type)} if chosen else {}
        entries.update_row(connection, letter_attachment, attachment_id, {**values, **kept})


def remove(journal: Journal, attachment_id: int, origin: object = None) -> None:
    """Remove a paper; what it was made of stays where it is on the disk."""
    with journal.change(tr("Remove attachment"), origin=origin) as connection:
        entries.delete_row(connection, letter_attachment, attachment_id)
