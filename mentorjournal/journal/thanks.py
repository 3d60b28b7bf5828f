"""Thanks: what is still to be thanked for, notes to be sent, and thanks given.

A thank you without a day is a note still to be sent. One for a letter tells the letter so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, select

from mentorjournal.journal import dismissals, entries
from mentorjournal.journal.between import KnowAnswer, News, Thanks
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import gratitude
from mentorjournal.mentoring.gratitude import HELP_KINDS, Help
from mentorjournal.mentoring.vocabulary import label
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import contact, know_answer, letter, news, thanks
from mentorjournal.words import tr


def get(journal: Journal, thanks_id: int) -> Thanks:
    """One thank you. Raises JournalError when it is gone."""
    return Thanks.of(entries.fetch(journal.read(), thanks, thanks_id))


def every(journal: Journal, person_ids: Iterable[int] | None = None) -> list[Thanks]:
    """All thanks, or those to some people: notes to be sent first, then the newest."""
    query = select(thanks).order_by(thanks.c.date.desc().nulls_first(), thanks.c.id.desc())
    if person_ids is not None:
        query = query.where(thanks.c.person_id.in_(list(person_ids)))
    return [Thanks.of(row) for row in journal.read().execute(query).mappings()]


def of_person(journal: Journal, person_id: int) -> list[Thanks]:
    """The thanks to one person: notes to be sent first, then the newest."""
    return every(journal, [person_id])


def to_thank_for(
    journal: Journal, as_of: date, person_ids: Iterable[int] | None = None, *,
    with_aside: bool = False,
) -> list[Help]:
    """Help received and not thanked for yet, of everybody or of some, the oldest first.

    What was put aside is left out, unless it is asked for.
    """
    chosen = None if person_ids is None else list(person_ids)
    helps = received(journal, chosen)
    aside = frozenset() if with_aside else dismissals.keys(journal, as_of, "thank:")
    return gratitude.unthanked(helps, every(journal, chosen), as_of, aside)


def aims(journal: Journal, person_id: int) -> list[KnowAnswer]:
    """What somebody is after: their goals ahead and what they attend to now, as last told."""
    rows = journal.read().execute(
        select(know_answer).where(
            know_answer.c.person_id == person_id, know_answer.c.topic.in_(("goals", "priorities")),
            know_answer.c.text.is_not(None),
        ).order_by(know_answer.c.topic, know_answer.c.as_of.desc().nulls_last(),
                   know_answer.c.id.desc())
    ).mappings()
    return [KnowAnswer.of(row) for row in rows]


def good_news(journal: Journal, person_id: int, as_of: date) -> News | None:
    """The last good thing that happened to somebody within a year."""
    row = journal.read().execute(
        select(news).where(
            news.c.person_id == person_id, news.c.date <= as_of,
            news.c.date > as_of - timedelta(days=gratitude.YEAR),
        ).order_by(news.c.date.desc(), news.c.id.desc()).limit(1)
    ).mappings().first()
    return News.of(row) if row else None


def received(journal: Journal, person_ids: Sequence[int] | None = None) -> list[Help]:
    """Help received from everybody or some, the oldest first; letters only until thanks."""
    connection = journal.read()
    contacts = select(contact).where(contact.c.kind.in_(HELP_KINDS))
    letters = select(letter).where(
        letter.c.submitted_on.is_not(None), letter.c.thanked_on.is_(None))
    if person_ids is not None:
        contacts = contacts.where(contact.c.person_id.in_(person_ids))
        letters = letters.where(letter.c.writer_id.in_(person_ids))
    found = [
        Help(row.person_id, "contact", row.id, _thing(row.kind, row.occasion or row.line), row.date)
        for row in connection.execute(contacts)
    ]
    found += [
        Help(row.writer_id, "letter", row.id, tr("the letter for {target}", target=row.target),
             row.submitted_on)
        for row in connection.execute(letters)
    ]
    return sorted(found, key=lambda help: (help.day, help.source, help.source_id))


def _thing(kind: str, said: str | None) -> str:
    """What was received, as it follows on "Thank you for"."""
    if not said:
        return tr("the {what}", what=label(kind).removesuffix(" received").lower())
    first, rest = said[:1], said[1:]
    return tr("the {what}", what=first.lower() + rest) if said.startswith("Introduction ") else said


def add(
    journal: Journal, person_ids: Iterable[int], values: Mapping[str, Any], origin: object = None
) -> list[int]:
    """Thank one or several people for one thing, as one change; `for_what` is needed."""
    everyone = list(dict.fromkeys(person_ids))
    if not everyone:
        raise JournalError(tr("Choose whom to thank."))
    with journal.change(tr("Thank you"), origin=origin) as connection:
        made = [entries.insert_row(connection, thanks, {**values, "person_id": one})
                for one in everyone]
        _tell_letter(connection, values.get("letter_id"), values.get("date"))
        return made


def edit(
    journal: Journal, thanks_id: int, values: Mapping[str, Any], origin: object = None,
    merge: str | None = None,
) -> None:
    """Change a thank you."""
    with journal.change(tr("Edit thank you"), merge=merge, origin=origin) as connection:
        _untell_letter(connection, thanks_id)
        entries.update_row(connection, thanks, thanks_id, values)
        now = entries.fetch(connection, thanks, thanks_id)
        _tell_letter(connection, now["letter_id"], now["date"])


def mark_sent(journal: Journal, thanks_id: int, on: date, origin: object = None) -> None:
    """Say when a note was sent."""
    with journal.change(tr("Note sent"), origin=origin) as connection:
        entries.update_row(connection, thanks, thanks_id, {"date": on})
        _tell_letter(connection, entries.fetch(connection, thanks, thanks_id)["letter_id"], on)


def remove(journal: Journal, thanks_id: int, origin: object = None) -> None:
    """Remove a thank you; a letter that it was for is to be thanked for again."""
    with journal.change(tr("Remove thank you"), origin=origin) as connection:
        _untell_letter(connection, thanks_id)
        entries.delete_row(connection, thanks, thanks_id)


def _tell_letter(connection: Connection, letter_id: int | None, on: date | None) -> None:
    """A letter is thanked for on the first day it was."""
    if letter_id is None or on is None:
        return
    before = _thanked(connection, letter_id)
    if before is None or str(on) < str(before):
        entries.update_row(connection, letter, letter_id, {"thanked_on": on})


def _untell_letter(connection: Connection, thanks_id: int) -> None:
    """A letter that was thanked for on the day of this is no longer, for now."""
    before = entries.fetch(connection, thanks, thanks_id)
    if before["letter_id"] is None or before["date"] is None:
        return
    if _thanked(connection, before["letter_id"]) == before["date"]:
        entries.update_row(connection, letter, before["letter_id"], {"thanked_on": None})


def _thanked(connection: Connection, letter_id: int) -> date | None:
    found: date | None = connection.execute(
        select(letter.c.thanked_on).where(letter.c.id == letter_id)).scalar()
    return found
