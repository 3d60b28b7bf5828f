"""What a letter should speak to: its qualities in order, and the evidence for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, select

from mentorjournal.journal import entries
from mentorjournal.journal.between import Evidence, Quality
from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import letter_evidence, letter_quality
from mentorjournal.words import tr


def qualities(journal: Journal, letter_id: int) -> list[Quality]:
    """The qualities of one letter in order, with all their evidence, declined too."""
    return of_letters(journal, [letter_id]).get(letter_id, [])


def of_letters(journal: Journal, letter_ids: Iterable[int]) -> dict[int, list[Quality]]:
    """Letter -> its qualities in order; letters without any are left out."""
    ids = list(letter_ids)
    connection = journal.read()
    owners = select(letter_quality.c.id).where(letter_quality.c.letter_id.in_(ids))
    pieces: dict[int, list[Evidence]] = {}
    for row in connection.execute(
        select(letter_evidence).where(letter_evidence.c.quality_id.in_(owners))
        .order_by(letter_evidence.c.position, letter_evidence.c.id)
    ).mappings():
        pieces.setdefault(row["quality_id"], []).append(Evidence.of(row))
    found: dict[int, list[Quality]] = {}
    for row in connection.execute(
        select(letter_quality).where(letter_quality.c.letter_id.in_(ids))
        .order_by(letter_quality.c.position, letter_quality.c.id)
    ).mappings():
        one = Quality.of(row, evidence=tuple(pieces.get(row["id"], ())))
        found.setdefault(one.letter_id, []).append(one)
    return found


# Qualities ------------------------------------------------------------------------------------


def add_quality(
    journal: Journal, letter_id: int, quality: str, criterion: str | None = None,
    origin: object = None,
) -> int:
    """Add a quality at the end; the id."""
    with journal.change(tr("Add quality"), origin=origin) as connection:
        return entries.insert_row(connection, letter_quality, {
            "letter_id": letter_id, "quality": quality, "criterion": criterion,
            "position": _next(connection, letter_quality, "letter_id", letter_id)})


def edit_quality(
    journal: Journal, quality_id: int, values: Mapping[str, Any], *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Change a quality's words, or the criterion it answers."""
    with journal.change(tr("Edit quality"), merge=merge, origin=origin) as connection:
        entries.update_row(connection, letter_quality, quality_id, values)


def order_qualities(
    journal: Journal, letter_id: int, ids: Sequence[int], origin: object = None
) -> None:
    """Put the qualities of a letter into this order. Raises JournalError when some are missing."""
    with journal.change(tr("Move quality"), origin=origin) as connection:
        _order(connection, letter_quality, "letter_id", letter_id, ids)


def remove_quality(journal: Journal, quality_id: int, origin: object = None) -> None:
    """Remove a quality with its evidence."""
    with journal.change(tr("Remove quality"), origin=origin) as connection:
        entries.delete_row(connection, letter_quality, quality_id)


# Evidence -------------------------------------------------------------------------------------


def add_evidence(
    journal: Journal, quality_id: int, pieces: Iterable[Mapping[str, Any]], origin: object = None
) -> list[int]:
    """Add pieces of evidence at the end; their ids. What was declined before is picked again."""
    with journal.change(tr("Add evidence"), origin=origin) as connection:
        return [_add(connection, quality_id, values) for values in pieces]


def take_offers(
    journal: Journal, letter_id: int, quality: int | str, picked: Iterable[Mapping[str, Any]],
    declined: Iterable[Mapping[str, Any]] = (), origin: object = None,
) -> int:
    """Pick some of what was offered, and say of others that they are not for this letter.

    `quality` is the id of one of its strengths, or the words of a new one; its id is returned.
    """
    with journal.change(tr("Pick evidence"), origin=origin) as connection:
        if isinstance(quality, str):
            quality = add_quality(journal, letter_id, quality)
        for values in picked:
            _forget_declined(connection, letter_id, values)
            _add(connection, quality, values)
        for values in declined:
            _add(connection, quality, {**values, "state": "declined"})
    return quality


def edit_evidence(
    journal: Journal, evidence_id: int, values: Mapping[str, Any], *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Change the words of a piece of evidence, its witness or its day."""
    with journal.change(tr("Edit evidence"), merge=merge, origin=origin) as connection:
        entries.update_row(connection, letter_evidence, evidence_id, values)


def decline(journal: Journal, evidence_id: int, origin: object = None) -> None:
    """Say that a piece is not for this letter: it is not offered again, and on no page."""
    with journal.change(tr("Leave evidence out"), origin=origin) as connection:
        entries.update_row(connection, letter_evidence, evidence_id, {"state": "declined"})


def pick(journal: Journal, evidence_id: int, origin: object = None) -> None:
    """Take a piece that was left out back in."""
    with journal.change(tr("Take evidence in"), origin=origin) as connection:
        entries.update_row(connection, letter_evidence, evidence_id, {"state": "picked"})


def order_evidence(
    journal: Journal, quality_id: int, ids: Sequence[int], origin: object = None
) -> None:
    """Put the evidence of a quality into this order. Raises JournalError when some are missing."""
    with journal.change(tr("Move evidence"), origin=origin) as connection:
        _order(connection, letter_evidence, "quality_id", quality_id, ids)


def remove_evidence(journal: Journal, evidence_id: int, origin: object = None) -> None:
    """Remove a piece of evidence; what it was made of stays."""
    with journal.change(tr("Remove evidence"), origin=origin) as connection:
        entries.delete_row(connection, letter_evidence, evidence_id)


_SOURCES = ("accomplishment_id", "feedback_id", "meeting_id")


def _add(connection: Connection, quality_id: int, values: Mapping[str, Any]) -> int:
    sources = {name: values[name] for name in _SOURCES if values.get(name)}
    if sources:
        same = [letter_evidence.c[name] == value for name, value in sources.items()]
        known = connection.execute(
            select(letter_evidence.c.id).where(
                letter_evidence.c.quality_id == quality_id, letter_evidence.c.state == "declined",
                *same)
        ).scalar()
        if known is not None:
            entries.update_row(connection, letter_evidence, known, {"state": "picked", **values})
            return int(known)
    return entries.insert_row(connection, letter_evidence, {
        "state": "picked", **values, "quality_id": quality_id,
        "position": _next(connection, letter_evidence, "quality_id", quality_id)})


def _forget_declined(
    connection: Connection, letter_id: int, values: Mapping[str, Any]
) -> None:
    """What is picked now is not left out for another strength of the same letter."""
    mine = select(letter_quality.c.id).where(letter_quality.c.letter_id == letter_id)
    for name in _SOURCES:
        if values.get(name):
            for key in connection.execute(select(letter_evidence.c.id).where(
                letter_evidence.c.quality_id.in_(mine), letter_evidence.c.state == "declined",
                letter_evidence.c[name] == values[name],
            )).scalars().all():
                entries.delete_row(connection, letter_evidence, key)


def _next(connection: Connection, table: Table, owner: str, owner_id: int) -> int:
    last = connection.execute(
        select(func.max(table.c.position)).where(table.c[owner] == owner_id)).scalar()
    return 0 if last is None else int(last) + 1


def _order(
    connection: Connection, table: Table, owner: str, owner_id: int, ids: Sequence[int]
) -> None:
    rows = connection.execute(
        select(table.c.id, table.c.position).where(table.c[owner] == owner_id))
    known = {row.id: row.position for row in rows}
    if sorted(known) != sorted(ids):
        raise JournalError(tr("This list has changed meanwhile; try again."))
    for position, key in enumerate(ids):
        if known[key] != position:
            entries.update_row(connection, table, key, {"position": position})
