"""Accomplishments: what was achieved, who contributed, and the credit they were given for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from mentorjournal.journal import entries, files
from mentorjournal.journal.between import Accomplishment, Credit
from mentorjournal.journal.journal import Journal
from mentorjournal.store.schema import accomplishment, accomplishment_person, thanks
from mentorjournal.words import tr

CONTRIBUTOR, WITNESS = "contributor", "witness"
_CREDITED = ("credited_on", "credited_how")


@dataclass(frozen=True)
class Achieved:
    """An accomplishment with everybody's part in it."""

    accomplishment: Accomplishment
    credits: tuple[Credit, ...] = ()

    @property
    def contributors(self) -> tuple[Credit, ...]:
        """The parts of those who contributed."""
        return tuple(one for one in self.credits if one.part != WITNESS)

    @property
    def witnesses(self) -> tuple[Credit, ...]:
        """Those who saw it; somebody may have contributed as well."""
        return tuple(one for one in self.credits if one.part == WITNESS)

    def credit_of(self, person_id: int) -> Credit | None:
        """One person's part; of two parts what they contributed."""
        return next((one for one in (*self.contributors, *self.witnesses)
                     if one.person_id == person_id), None)


def every(journal: Journal) -> list[Achieved]:
    """All accomplishments, the newest first, those without a day before."""
    return _with_credits(journal)


def told(journal: Journal) -> list[str]:
    """How accomplishments are called, the newest first, and then what came of them."""
    rows = journal.read().execute(
        select(accomplishment.c.title, accomplishment.c.result)
        .order_by(accomplishment.c.date.desc().nulls_last(), accomplishment.c.id.desc())
    ).all()
    return [row.title for row in rows] + [row.result for row in rows if row.result]


def of_person(journal: Journal, person_id: int) -> list[Achieved]:
    """Those that somebody contributed to, the newest first, with all contributors."""
    mine = select(accomplishment_person.c.accomplishment_id).where(
        accomplishment_person.c.person_id == person_id)
    return _with_credits(journal, accomplishment.c.id.in_(mine))


def get(journal: Journal, accomplishment_id: int) -> Achieved:
    """One accomplishment. Raises JournalError when it is gone."""
    found = _with_credits(journal, accomplishment.c.id == accomplishment_id)
    if not found:
        raise entries.gone()
    return found[0]


def credit(journal: Journal, credit_id: int) -> Credit:
    """One person's part. Raises JournalError when it is gone."""
    return Credit.of(entries.fetch(journal.read(), accomplishment_person, credit_id))


def credits(journal: Journal) -> list[Credit]:
    """Everybody's part in everything."""
    rows = journal.read().execute(
        select(accomplishment_person).order_by(accomplishment_person.c.id)).mappings()
    return [Credit.of(row) for row in rows]


def days(journal: Journal) -> dict[int, date]:
    """When each was achieved; those without a day are left out."""
    rows = journal.read().execute(
        select(accomplishment.c.id, accomplishment.c.date)
        .where(accomplishment.c.date.is_not(None)))
    return {row.id: row.date for row in rows}


def _with_credits(journal: Journal, *conditions: ColumnElement[bool]) -> list[Achieved]:
    return chosen(journal, conditions, (
        accomplishment.c.date.desc().nulls_first(), accomplishment.c.id.desc()))


def chosen(
    journal: Journal, conditions: Iterable[ColumnElement[bool]],
    order: Iterable[ColumnElement[Any]],
) -> list[Achieved]:
    """Those that meet SQL `conditions`, in an `order`."""
    connection = journal.read()
    parts: dict[int, list[Credit]] = {}
    wanted = select(accomplishment.c.id).where(*conditions)
    for row in connection.execute(
        select(accomplishment_person)
        .where(accomplishment_person.c.accomplishment_id.in_(wanted))
        .order_by(accomplishment_person.c.id)
    ).mappings():
        parts.setdefault(row["accomplishment_id"], []).append(Credit.of(row))
    rows = connection.execute(
        select(accomplishment).where(*conditions).order_by(*order)).mappings()
    return [Achieved(Accomplishment.of(row), tuple(parts.get(row["id"], ()))) for row in rows]


def add(
    journal: Journal, values: Mapping[str, Any],
    contributors: Iterable[Mapping[str, Any]] = (), origin: object = None,
) -> int:
    """Add an accomplishment; `title` is needed, and `person_id` of each contributor.

    Whoever saw it is one of `contributors` with the `part` of a witness. A `file` that was chosen
    is taken into the journal.
    """
    with journal.change(tr("Add accomplishment"), origin=origin) as connection:
        new_id = entries.insert_row(connection, accomplishment, _with_file(connection, values))
        _set_contributors(connection, new_id, contributors)
        return new_id


def edit(
    journal: Journal, accomplishment_id: int, values: Mapping[str, Any],
    contributors: Iterable[Mapping[str, Any]] | None = None, origin: object = None,
) -> None:
    """Change an accomplishment; with `contributors` these and no others contributed or saw it.

    A `file` that was chosen takes the place of the one before; None takes that away.
    """
    with journal.change(tr("Edit accomplishment"), origin=origin) as connection:
        entries.update_row(
            connection, accomplishment, accomplishment_id, _with_file(connection, values))
        if contributors is not None:
            _set_contributors(connection, accomplishment_id, contributors)


def _with_file(connection: Connection, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """`values` with a chosen file kept in the journal."""
    if "file" not in values:
        return values
    found = values["file"]
    if isinstance(found, files.ChosenFile):
        digest = files.keep(connection, found.data, found.media_type)
        return {**values, "file": digest, "file_name": files.plain_name(found.name)}
    return values if found else {**values, "file_name": None}


def remove(journal: Journal, accomplishment_id: int, origin: object = None) -> None:
    """Remove an accomplishment; those who contributed stay."""
    with journal.change(tr("Remove accomplishment"), origin=origin) as connection:
        entries.delete_row(connection, accomplishment, accomplishment_id)


def add_contributor(
    journal: Journal, accomplishment_id: int, person_id: int, origin: object = None
) -> int:
    """Say that somebody contributed; the id of their part."""
    with journal.change(tr("Add contributor"), origin=origin) as connection:
        known = _parts(connection, accomplishment_id).get((person_id, CONTRIBUTOR))
        return known or entries.insert_row(connection, accomplishment_person, {
            "accomplishment_id": accomplishment_id, "person_id": person_id})


def remove_contributor(journal: Journal, credit_id: int, origin: object = None) -> None:
    """Say that somebody did not contribute after all."""
    with journal.change(tr("Remove contributor"), origin=origin) as connection:
        entries.delete_row(connection, accomplishment_person, credit_id)


def give_credit(
    journal: Journal, credit_id: int, on: date | None, how: str | None, kind: str | None = None,
    origin: object = None,
) -> None:
    """Say when and how somebody was credited; None for `on` takes it back.

    With a `kind` of thanks it is noted as a public thank you as well.
    """
    with journal.change(tr("Give credit"), origin=origin) as connection:
        entries.update_row(connection, accomplishment_person, credit_id, {
            "credited_on": on, "credited_how": how})
        if kind and on:
            _thank(connection, credit_id, on, how, kind)


def _thank(
    connection: Connection, credit_id: int, on: date, how: str | None, kind: str
) -> None:
    part = entries.fetch(connection, accomplishment_person, credit_id)
    about = entries.fetch(connection, accomplishment, part["accomplishment_id"])
    entries.insert_row(connection, thanks, {
        "person_id": part["person_id"], "date": on, "kind": kind, "reach": "public",
        "for_what": how or about["title"], "accomplishment_id": part["accomplishment_id"],
    })


def _parts(connection: Connection, accomplishment_id: int) -> dict[tuple[int, str], int]:
    """Person and what their part is -> the id of that part."""
    rows = connection.execute(
        select(accomplishment_person.c.person_id, accomplishment_person.c.part,
               accomplishment_person.c.id)
        .where(accomplishment_person.c.accomplishment_id == accomplishment_id))
    return {(row.person_id, row.part or CONTRIBUTOR): row.id for row in rows}


def _set_contributors(
    connection: Connection, accomplishment_id: int, contributors: Iterable[Mapping[str, Any]]
) -> None:
    known = _parts(connection, accomplishment_id)
    for one in contributors:
        said = {name: one[name] for name in _CREDITED if name in one}
        whose = (one["person_id"], one.get("part") or CONTRIBUTOR)
        key = known.pop(whose, None)
        if key is None:
            entries.insert_row(connection, accomplishment_person, {
                **said, "accomplishment_id": accomplishment_id, "person_id": whose[0],
                "part": whose[1]})
        else:
            entries.update_row(connection, accomplishment_person, key, said)
    for key in known.values():
        entries.delete_row(connection, accomplishment_person, key)
