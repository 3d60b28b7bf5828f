"""Candidates: people to consider as mentors, for a need or a gap, and who suggested them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mentorjournal.journal import entries, needs
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.store.schema import person
from mentorjournal.words import tr


@dataclass(frozen=True)
class Candidate:
    """Somebody considered, and the name of whoever suggested them, if that is known."""

    person: Person
    suggested_by: str = ""


def standing(everybody: Iterable[Person]) -> list[Candidate]:
    """The candidates among all people."""
    known = {one.id: one for one in everybody}
    return [
        Candidate(one, _suggested(one, known))
        for one in known.values() if one.standing == "candidate"
    ]


def _suggested(one: Person, known: Mapping[int, Person]) -> str:
    other = known.get(one.suggested_by_id or 0)
    return other.short_name if other is not None else one.suggested_by or ""


def add(
    journal: Journal, found: Sequence[Mapping[str, Any]], need_id: int | None = None,
    origin: object = None,
) -> list[int]:
    """Add candidates who are being considered, and link them to a need, as one change; their ids.

    Each of `found` has at least a `name`.
    """
    with journal.change(tr("Add candidates"), origin=origin) as connection:
        made = [
            entries.insert_row(connection, person, {
                **values, "direction": "candidate", "stage": "considering"})
            for values in found
        ]
        if need_id is not None and made:
            linked = needs.get(journal, need_id).person_ids
            needs.link_people(journal, need_id, {*linked, *made})
        return made
