"""The list of accomplishments: looked through, filtered and sorted by the file itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal, or_, select, type_coerce
from sqlalchemy.types import String

from mentorjournal.journal import accomplishments
from mentorjournal.journal.accomplishments import CONTRIBUTOR, Achieved
from mentorjournal.journal.finding import begun_by, indexed
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.vocabulary import COMPETENCIES, label
from mentorjournal.store import search
from mentorjournal.store.schema import accomplishment, accomplishment_person, goal, person

OPEN, GIVEN = "open", "given"
NEWEST, OLDEST, BY_TITLE = "newest", "oldest", "title"
ORDERS = (NEWEST, OLDEST, BY_TITLE)


@dataclass(frozen=True)
class Wanted:
    """Which accomplishments are wanted, and in what order.

    `credit` is "open" where somebody who contributed is still to be credited, "given" where all
    are; accomplishments that name nobody are neither.
    """

    words: str = ""
    competency: str = ""
    goal_id: int | None = None
    credit: str = ""
    order: str = NEWEST

    @property
    def is_open(self) -> bool:
        """Whether it lets everything through."""
        return not (self.words.strip() or self.competency or self.goal_id or self.credit)


def found(journal: Journal, wanted: Wanted, as_of: date) -> list[Achieved]:
    """The accomplishments that are wanted, with everybody's part."""
    conditions = _holding(journal, wanted.words.split()) if wanted.words.strip() else []
    if wanted.competency:
        conditions.append(_speaks_to([wanted.competency]))
    if wanted.goal_id is not None:
        conditions.append(accomplishment.c.goal_id == wanted.goal_id)
    if wanted.credit:
        conditions.append(_credit(wanted.credit, as_of))
    return accomplishments.chosen(journal, conditions, _order(wanted.order))


def count(journal: Journal) -> int:
    """How many there are, whatever is wanted."""
    query = select(func.count()).select_from(accomplishment)
    return int(journal.read().execute(query).scalar_one())


def competencies(journal: Journal) -> list[str]:
    """What accomplishments so far speak to, in the order of the vocabulary, then own words."""
    there = set(journal.read().exec_driver_sql(
        "SELECT DISTINCT value FROM accomplishment, json_each(competencies)").scalars())
    return [one for one in COMPETENCIES if one in there] + sorted(there - set(COMPETENCIES))


def goals(journal: Journal) -> list[tuple[int, str]]:
    """The goals that accomplishments belong to, with their words."""
    used = select(accomplishment.c.goal_id).where(accomplishment.c.goal_id.is_not(None))
    rows = journal.read().execute(
        select(goal.c.id, goal.c.text).where(goal.c.id.in_(used))
        .order_by(goal.c.position, goal.c.id))
    return [(row.id, row.text) for row in rows]


def _order(order: str) -> tuple[ColumnElement[Any], ...]:
    day, title = accomplishment.c.date, func.lower(accomplishment.c.title)
    if order == OLDEST:
        return (day.asc().nulls_last(), accomplishment.c.id.asc())
    if order == BY_TITLE:
        return (title.asc(), accomplishment.c.id.asc())
    return (day.desc().nulls_first(), accomplishment.c.id.desc())


def _credit(credit: str, as_of: date) -> ColumnElement[bool]:
    mine = (accomplishment_person.c.accomplishment_id == accomplishment.c.id) & (
        accomplishment_person.c.part == CONTRIBUTOR)
    missing = select(accomplishment_person.c.id).where(mine, or_(
        accomplishment_person.c.credited_on.is_(None),
        accomplishment_person.c.credited_on > as_of)).exists()
    if credit == OPEN:
        return missing
    return and_(select(accomplishment_person.c.id).where(mine).exists(), ~missing)


def _speaks_to(wanted: Iterable[str]) -> ColumnElement[bool]:
    each = func.json_each(type_coerce(accomplishment.c.competencies, String)).table_valued("value")
    return select(literal(1)).select_from(each).where(each.c.value.in_(list(wanted))).exists()


def _holding(journal: Journal, words: Iterable[str]) -> list[ColumnElement[bool]]:
    """That each of `words` begins some word of an accomplishment, or of what belongs to it."""
    everybody = names(journal)
    kinds = {one: label(one.removeprefix("other:")) for one in competencies(journal)}
    return [_holds(word, everybody, kinds) for word in words]


def _holds(
    word: str, everybody: Mapping[int, str], kinds: Mapping[str, str]
) -> ColumnElement[bool]:
    expression = search.query(word)
    if not expression:  # a sign that is in no index
        return literal(True)
    return or_(
        accomplishment.c.id.in_(indexed("accomplishment", expression)),
        accomplishment.c.goal_id.in_(indexed("goal", expression)),
        accomplishment.c.id.in_(
            select(accomplishment_person.c.accomplishment_id)
            .where(accomplishment_person.c.person_id.in_(begun_by(word, everybody.items())))),
        _speaks_to(begun_by(word, kinds.items())),
    )


def names(journal: Journal) -> dict[int, str]:
    """Everybody who has a part in anything, by id."""
    rows = journal.read().execute(select(person.c.id, person.c.name).where(
        person.c.id.in_(select(accomplishment_person.c.person_id))))
    return {row.id: row.name for row in rows}
