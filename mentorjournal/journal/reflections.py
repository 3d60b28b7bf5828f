"""Reflections: dated answers to questions I asked myself, private, looked through by the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, or_, select, type_coerce

from mentorjournal.journal import dismissals, entries
from mentorjournal.journal.aims import Reflection
from mentorjournal.journal.finding import begun_by, indexed
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import reflection as rules
from mentorjournal.mentoring.reflection import Prompt, Written
from mentorjournal.mentoring.vocabulary import ACTIVE_STAGES, REFLECTION_TAGS, label
from mentorjournal.store import search
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import goal, person, reflection
from mentorjournal.words import tr

BEGINNING = 400  # letters of a text that a list is given
_ORDER = (reflection.c.date.desc().nulls_first(), reflection.c.id.desc())


@dataclass(frozen=True)
class Wanted:
    """Which reflections are wanted: every word must begin one in them, their person or goal."""

    words: str = ""
    tag: str = ""
    person_id: int | None = None
    goal_id: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether it lets everything through."""
        return not (self.words.strip() or self.tag or self.person_id or self.goal_id)


def found(journal: Journal, wanted: Wanted | None = None) -> list[Reflection]:
    """Those that are wanted, the newest first; of each text the beginning."""
    wanted = wanted or Wanted()
    conditions = _holding(journal, wanted.words.split())
    for column, value in ((reflection.c.tag, wanted.tag), (reflection.c.goal_id, wanted.goal_id),
                          (reflection.c.person_id, wanted.person_id)):
        if value:
            conditions.append(column == value)
    columns = [c for c in reflection.c if c.name != "text"]
    beginning = func.substr(reflection.c.text, 1, BEGINNING).label("text")
    rows = journal.read().execute(
        select(*columns, beginning).where(*conditions).order_by(*_ORDER)).mappings()
    return [Reflection.of(row) for row in rows]


def days(journal: Journal, tag: str) -> list[tuple[int, date]]:
    """Id and day of the reflections with a tag, the newest first; the texts are not read."""
    rows = journal.read().execute(
        select(reflection.c.id, reflection.c.date)
        .where(reflection.c.tag == tag, reflection.c.date.is_not(None)).order_by(*_ORDER))
    return [(row.id, row.date) for row in rows]


def get(journal: Journal, reflection_id: int) -> Reflection:
    """One reflection, whole. Raises JournalError when it is gone."""
    return Reflection.of(entries.fetch(journal.read(), reflection, reflection_id))


def is_there(journal: Journal, reflection_id: int) -> bool:
    """Whether a reflection is still in the journal."""
    return journal.read().execute(
        select(reflection.c.id).where(reflection.c.id == reflection_id)).first() is not None


def pair_of(journal: Journal, one: Reflection) -> Reflection | None:
    """The other one of a pair, whichever names which."""
    either = or_(reflection.c.id == one.paired_with_id, reflection.c.paired_with_id == one.id)
    row = journal.read().execute(
        select(reflection).where(either, reflection.c.id != one.id).order_by(*_ORDER)
    ).mappings().first()
    return Reflection.of(row) if row is not None else None


def count(journal: Journal) -> int:
    """How many there are."""
    return int(journal.read().execute(select(func.count()).select_from(reflection)).scalar_one())


def written(journal: Journal, as_of: date) -> Written:
    """When I last wrote by a day: at all, by tag, and by person."""

    def last(column: ColumnElement[Any]) -> dict[Any, date]:
        newest = type_coerce(func.max(reflection.c.date), reflection.c.date.type)
        rows = journal.read().execute(
            select(column, newest).where(reflection.c.date <= as_of).group_by(column))
        return {key: day for key, day in rows if key is not None and day is not None}

    newest = last(literal("all"))
    return Written(newest.get("all"), last(reflection.c.tag), last(reflection.c.person_id))


def tags(journal: Journal) -> list[str]:
    """The tags that are in use, in the order of the vocabulary, then own words."""
    there = set(journal.read().execute(
        select(reflection.c.tag).where(reflection.c.tag.is_not(None)).distinct()).scalars())
    return [one for one in REFLECTION_TAGS if one in there] + sorted(
        there - set(REFLECTION_TAGS))


def about_people(journal: Journal) -> dict[int, str]:
    """Whom reflections are about, by id, with their names."""
    used = select(reflection.c.person_id).where(reflection.c.person_id.is_not(None))
    return _named(journal, select(person.c.id, person.c.name).where(
        person.c.id.in_(used)).order_by(func.lower(person.c.name)))


def about_goals(journal: Journal) -> dict[int, str]:
    """Which goals reflections belong to, by id, with their words."""
    used = select(reflection.c.goal_id).where(reflection.c.goal_id.is_not(None))
    return _named(journal, select(goal.c.id, goal.c.text).where(
        goal.c.id.in_(used)).order_by(goal.c.position, goal.c.id))


def energies(journal: Journal, as_of: date) -> list[tuple[date, int]]:
    """How much energy there was on which day, the oldest first; only mine to see (A4.5)."""
    rows = journal.read().execute(
        select(reflection.c.date, reflection.c.energy)
        .where(reflection.c.energy.is_not(None), reflection.c.date <= as_of)
        .order_by(reflection.c.date, reflection.c.id))
    return [(row.date, row.energy) for row in rows]


def prompts(journal: Journal, as_of: date) -> list[Prompt]:
    """The questions that are due on a day; those put aside are left out."""
    rows = journal.read().execute(
        select(person.c.id, person.c.direction, person.c.start)
        .where(person.c.direction.in_(("mentor", "mentee")), person.c.stage.in_(ACTIVE_STAGES)))
    everybody = rows.all()
    due = rules.due(
        written(journal, as_of),
        {row.id: row.start for row in everybody if row.direction == "mentor"},
        any(row.direction == "mentee" for row in everybody), as_of)
    away = dismissals.keys(journal, as_of, rules.KEY)
    return [one for one in due if one.key not in away]


def _named(journal: Journal, query: Select[Any]) -> dict[int, str]:
    return {row[0]: row[1] for row in journal.read().execute(query)}


def _holding(journal: Journal, words: list[str]) -> list[ColumnElement[bool]]:
    """That each of `words` begins some word of a reflection, or of what it is about."""
    if not words:
        return []
    everybody = about_people(journal)
    kinds = {one: label(one) for one in tags(journal)}
    return [_holds(word, everybody, kinds) for word in words]


def _holds(
    word: str, everybody: Mapping[int, str], kinds: Mapping[str, str]
) -> ColumnElement[bool]:
    expression = search.query(word)
    if not expression:  # a sign that is in no index
        return literal(True)
    return or_(
        reflection.c.id.in_(indexed("reflection", expression)),
        reflection.c.goal_id.in_(indexed("goal", expression)),
        reflection.c.person_id.in_(begun_by(word, everybody.items())),
        reflection.c.tag.in_(begun_by(word, kinds.items())),
    )


def add(journal: Journal, values: Mapping[str, Any], origin: object = None) -> int:
    """Add a reflection; only `text` is needed. It is not shareable unless that is said."""
    with journal.change(tr("Add reflection"), origin=origin) as connection:
        return entries.insert_row(connection, reflection, values)


def edit(
    journal: Journal, reflection_id: int, values: Mapping[str, Any], *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Change a reflection. Raises JournalError for one that would be its own pair."""
    if values.get("paired_with_id") == reflection_id:
        raise JournalError(tr("A reflection cannot be paired with itself."))
    with journal.change(tr("Edit reflection"), merge=merge, origin=origin) as connection:
        entries.update_row(connection, reflection, reflection_id, values)


def pair(
    journal: Journal, reflection_id: int, first_id: int | None, origin: object = None
) -> None:
    """Say that a reflection answers to an earlier one, or with None to none."""
    edit(journal, reflection_id, {"paired_with_id": first_id}, origin=origin)


def remove(journal: Journal, reflection_id: int, origin: object = None) -> None:
    """Remove a reflection; the other one of a pair stays."""
    with journal.change(tr("Remove reflection"), origin=origin) as connection:
        entries.delete_row(connection, reflection, reflection_id)


def put_prompt_aside(journal: Journal, key: str, as_of: date, origin: object = None) -> None:
    """Ask this again in 90 days at the earliest (a default of ours)."""
    dismissals.put_aside(journal, key, as_of + timedelta(rules.ASIDE_DAYS), origin)
