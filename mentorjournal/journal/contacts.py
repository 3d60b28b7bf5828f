"""Contacts: what was said or written between meetings, and whether it was answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, select, tuple_

from mentorjournal import clock
from mentorjournal.journal import entries, people
from mentorjournal.journal.between import Contact
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.rhythm import YEAR
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import contact, person
from mentorjournal.words import tr

NOBODY_ANSWERED = "message_unanswered"  # a kind that says it; whatever was answered is another


def get(journal: Journal, contact_id: int) -> Contact:
    """One contact. Raises JournalError when it is gone."""
    return Contact.of(entries.fetch(journal.read(), contact, contact_id))


def of_person(
    journal: Journal, person_id: int, most: int = 50, before: Contact | None = None
) -> list[Contact]:
    """Contacts with somebody, newest first: the `most` next ones after `before`."""
    query = select(contact).where(contact.c.person_id == person_id)
    if before is not None:
        query = query.where(tuple_(contact.c.date, contact.c.id) < (before.date, before.id))
    query = query.order_by(contact.c.date.desc(), contact.c.id.desc()).limit(most)
    return [Contact.of(row) for row in journal.read().execute(query).mappings()]


def waiting(
    journal: Journal, as_of: date, person_id: int | None = None
) -> dict[int, tuple[Contact, ...]]:
    """Messages of the last year that nobody has answered, newest first, by person.

    Of everybody, or of one.
    """
    query = select(contact).where(
        contact.c.date > as_of - timedelta(YEAR), contact.c.date <= as_of, _unanswered()
    ).order_by(contact.c.date.desc(), contact.c.id.desc())
    if person_id is not None:
        query = query.where(contact.c.person_id == person_id)
    found: dict[int, tuple[Contact, ...]] = {}
    for row in journal.read().execute(query).mappings().all():
        one = Contact.of(row)
        found[one.person_id] = (*found.get(one.person_id, ()), one)
    return found


def _unanswered() -> ColumnElement[bool]:
    return contact.c.answered.is_not(True) | (contact.c.kind == NOBODY_ANSWERED)


def add(journal: Journal, values: Mapping[str, Any], origin: object = None) -> int:
    """Log a contact; `person_id` and `date` are needed. Raises JournalError for a wrong value."""
    with journal.change(tr("Log contact"), origin=origin) as connection:
        return entries.insert_row(connection, contact, _agreeing(values))


def add_for(
    journal: Journal, person_ids: Sequence[int], values: Mapping[str, Any], origin: object = None
) -> list[int]:
    """Log one contact with several people at once, as one change; the new ids.

    What "mentor" began is said of somebody I mentor as begun by the mentee. Raises JournalError
    when nobody is named.
    """
    ids = list(dict.fromkeys(person_ids))
    if not ids:
        raise JournalError(tr("Say who it was with."))
    with journal.change(tr("Log contact"), origin=origin) as connection:
        mentees = set(connection.execute(
            select(person.c.id).where(person.c.id.in_(ids), person.c.direction == "mentee")
        ).scalars())
        made = []
        for one in ids:
            mine = {**values, "person_id": one}
            if values.get("initiated_by") == "mentor" and one in mentees:
                mine["initiated_by"] = "mentee"
            made.append(entries.insert_row(connection, contact, _agreeing(mine)))
        return made


def edit(
    journal: Journal, contact_id: int, values: Mapping[str, Any], origin: object = None,
    merge: str | None = None,
) -> None:
    """Change a contact. Raises JournalError for a wrong value."""
    with journal.change(tr("Edit contact"), merge=merge, origin=origin) as connection:
        before = entries.fetch(connection, contact, contact_id)
        entries.update_row(connection, contact, contact_id, _agreeing(values, before))


def mark_answered(journal: Journal, contact_id: int, on: date, origin: object = None) -> None:
    """Say that a message was answered on a day: from now on it is a touchpoint.

    An answer is one to everything that waited: what the same side wrote before, and nobody has
    followed up since, is answered with it.
    """
    with journal.change(tr("Message answered"), origin=origin) as connection:
        which = get(journal, contact_id)
        last = people.everybody(journal, on, [which.person_id])[0].last_touchpoint
        since = [which, *(
            one for one in waiting(journal, which.date, which.person_id).get(which.person_id, ())
            if one.is_theirs == which.is_theirs and one.id != which.id
            and (last is None or one.date >= last))]
        for one in since:
            before = entries.fetch(connection, contact, one.id)
            values = _agreeing({"answered": True, "answered_on": on}, before)
            entries.update_row(connection, contact, one.id, values)


def remove(journal: Journal, contact_id: int, origin: object = None) -> None:
    """Remove a contact."""
    with journal.change(tr("Remove contact"), origin=origin) as connection:
        entries.delete_row(connection, contact, contact_id)


def _agreeing(values: Mapping[str, Any], before: Mapping[Any, Any] | None = None) -> dict[str, Any]:
    """`values` made to agree with each other: a day of the answer is one that was answered.

    Raises JournalError for a day that is still to come.
    """
    mine = dict(values)
    day = mine.get("date")
    if isinstance(day, date) and day > clock.today():
        raise JournalError(tr("That day is still to come; a contact is logged once it was."))
    if mine.get("answered_on") and "answered" not in mine:
        mine["answered"] = True
    whole = {**(before or {}), **mine}
    if mine.get("kind") == NOBODY_ANSWERED and not mine.get("answered"):
        mine |= {"answered": False, "answered_on": None}
    elif whole.get("kind") == NOBODY_ANSWERED and mine.get("answered"):
        mine["kind"] = "brief_update"
    elif mine.get("answered") is False:
        mine["answered_on"] = None
    return mine
