"""What an entry of any kind is called in a line, and whose it is: one query for each kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Table, literal, select

from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.deeds import Ref
from mentorjournal.mentoring.expectations import named
from mentorjournal.store import schema
from mentorjournal.store.errors import JournalError
from mentorjournal.words import short_day, short_name, tr


@dataclass(frozen=True)
class _Named:
    """What is known of an entry when it is named."""

    text: str
    who: str
    day: str


@dataclass(frozen=True)
class _Kind:
    """Where the words of an entry are: its columns for text, day and person, and how to say it."""

    table: Table
    text: str
    say: Callable[[_Named], str]
    day: str = ""
    person: str = ""


def _text(one: _Named) -> str:
    return one.text or tr("without words")


def _text_of(one: _Named) -> str:
    return tr("{what}, {name}", what=_text(one), name=one.who) if one.who else _text(one)


def _text_on(one: _Named) -> str:
    return tr("{what}, {day}", what=_text_of(one), day=one.day) if one.day else _text_of(one)


def _who_on(one: _Named) -> str:
    return tr("{name}, {day}", name=one.who, day=one.day) if one.day else one.who


KINDS: dict[str, _Kind] = {
    "person": _Kind(schema.person, "name", lambda one: short_name(one.text)),
    "meeting": _Kind(schema.meeting, "headline", _who_on, "starts_at", "person_id"),
    "contact": _Kind(schema.contact, "line", _who_on, "date", "person_id"),
    "feedback": _Kind(schema.feedback, "topic", _text_on, "date", "person_id"),
    "letter": _Kind(schema.letter, "target", _text_of, "", "writer_id"),
    "goal": _Kind(schema.goal, "text", _text),
    "need": _Kind(schema.need, "text", _text),
    "commitment": _Kind(schema.commitment, "title", _text),
    "action": _Kind(schema.action, "text", _text_of, "due", "person_id"),
    "thanks": _Kind(schema.thanks, "for_what", _text_on, "date", "person_id"),
    "accomplishment": _Kind(schema.accomplishment, "title", _text_on, "date"),
    "compact": _Kind(
        schema.compact, "purpose", lambda one: tr("Expectations with {name}", name=one.who),
        "", "person_id"),
    "expectation": _Kind(
        schema.expectation, "topic", lambda one: tr("{topic}, {name}", topic=named(one.text),
                                                    name=one.who), "", "person_id"),
    "ending": _Kind(
        schema.ending, "framing", lambda one: tr("Ending with {name}", name=one.who), "",
        "person_id"),
    "fit_sheet": _Kind(
        schema.fit_sheet, "decision", lambda one: tr("Fit sheet of {name}", name=one.who), "",
        "person_id"),
    "reflection": _Kind(
        schema.reflection, "tag", lambda one: tr("Reflection of {day}", day=one.day), "date"),
    "advice": _Kind(schema.advice, "text", _text),
    "feedback_given": _Kind(
        schema.feedback_given, "topic", _text_on, "date", "person_id"),
}


def names(journal: Journal, refs: Iterable[Ref], as_of: date) -> dict[Ref, str]:
    """The words of each entry that is there; a year is said where it is not that of `as_of`.

    Raises KeyError for a kind of entry that has no words of its own.
    """
    by_kind: defaultdict[str, set[int]] = defaultdict(set)
    for ref in refs:
        by_kind[ref.kind].add(ref.id)
    found: dict[Ref, str] = {}
    for kind, ids in by_kind.items():
        for row in _rows(journal, KINDS[kind], ids):
            one = _Named(row["text"] or "", short_name(row["who"]) if row["who"] else "",
                         _day_words(row["day"], as_of))
            found[Ref(kind, row["id"])] = KINDS[kind].say(one)
    return found


def owner(journal: Journal, ref: Ref) -> int | None:
    """Whom an entry is about, if anybody. Raises JournalError when it is gone."""
    kind = KINDS[ref.kind]
    column = kind.table.c[kind.person] if kind.person else literal(None)
    found = journal.read().execute(
        select(kind.table.c.id, column.label("who")).where(kind.table.c.id == ref.id)).first()
    if found is None:
        raise JournalError(tr("That entry is no longer there."))
    return ref.id if ref.kind == "person" else found.who


def _rows(journal: Journal, kind: _Kind, ids: Iterable[int]) -> Iterable[Mapping[Any, Any]]:
    table = kind.table
    query = select(
        table.c.id, table.c[kind.text].label("text"),
        (table.c[kind.day] if kind.day else literal(None)).label("day"),
        (schema.person.c.name if kind.person else literal(None)).label("who"))
    if kind.person:
        query = query.outerjoin(schema.person, schema.person.c.id == table.c[kind.person])
    return journal.read().execute(query.where(table.c.id.in_(list(ids)))).mappings()


def _day_words(day: date | datetime | None, as_of: date) -> str:
    if day is None:
        return ""
    return short_day(day.date() if isinstance(day, datetime) else day, as_of)
