"""Needs: what I am looking for in a mentor, and who meets it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import delete, select

from mentorjournal.journal import entries
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Need
from mentorjournal.store.schema import need, need_person
from mentorjournal.words import tr


def every(journal: Journal) -> list[Need]:
    """All needs in their order, with the people linked to each."""
    connection = journal.read()
    people: dict[int, list[int]] = {}
    for need_id, person_id in connection.execute(
        select(need_person.c.need_id, need_person.c.person_id).order_by(need_person.c.id)
    ):
        people.setdefault(need_id, []).append(person_id)
    rows = connection.execute(select(need).order_by(need.c.position, need.c.id)).mappings()
    return [Need.of(row, person_ids=tuple(people.get(row["id"], ()))) for row in rows]


def add(journal: Journal, values: Mapping[str, Any], origin: object = None) -> int:
    """Add a need; only `text` is needed."""
    with journal.change(tr("Add need"), origin=origin) as connection:
        return entries.insert_row(connection, need, values)


def edit(
    journal: Journal, need_id: int, values: Mapping[str, Any], origin: object = None
) -> None:
    """Change a need."""
    with journal.change(tr("Edit need"), origin=origin) as connection:
        entries.update_row(connection, need, need_id, values)


def remove(journal: Journal, need_id: int, origin: object = None) -> None:
    """Remove a need."""
    with journal.change(tr("Remove need"), origin=origin) as connection:
        entries.delete_row(connection, need, need_id)


def link_people(
    journal: Journal, need_id: int, person_ids: Iterable[int], origin: object = None
) -> None:
    """Say who meets a need; the others are no longer linked."""
    wanted = set(person_ids)
    with journal.change(tr("Link people to need"), origin=origin) as connection:
        same = need_person.c.need_id == need_id
        now = set(connection.execute(select(need_person.c.person_id).where(same)).scalars())
        if now - wanted:
            connection.execute(
                delete(need_person).where(same, need_person.c.person_id.in_(now - wanted))
            )
        for person_id in sorted(wanted - now):
            link = {"need_id": need_id, "person_id": person_id}
            entries.insert_row(connection, need_person, link)


def add_person(
    journal: Journal, need_id: int, person_id: int, origin: object = None
) -> None:
    """Say that one more person meets a need."""
    found = [need for need in every(journal) if need.id == need_id]
    if not found:
        raise entries.gone()
    link_people(journal, need_id, {*found[0].person_ids, person_id}, origin)
