"""Needs: what I am looking for in a mentor, who meets it, and where I stand with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, select, update

from mentorjournal.journal import entries, me, people
from mentorjournal.journal.aims import SelfRating
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Goal, Need, Person
from mentorjournal.mentoring import coverage as rules
from mentorjournal.mentoring.coverage import Coverage
from mentorjournal.store.schema import goal, need, need_person, self_rating
from mentorjournal.words import tr


@dataclass(frozen=True)
class Wanted:
    """Which needs are wanted: by kind of guidance, by domain, or those with nobody yet."""

    kind: str = ""
    domain: str = ""
    nobody: bool = False

    @property
    def is_all(self) -> bool:
        """Whether nothing is filtered out."""
        return self == Wanted()


@dataclass(frozen=True)
class NeedShown:
    """A need with everybody linked, where I stood first and where I stand, and its goals."""

    need: Need
    people: tuple[Person, ...] = ()
    first: SelfRating | None = None
    newest: SelfRating | None = None
    goals: tuple[Goal, ...] = ()


@dataclass(frozen=True)
class Overview:
    """The needs that were wanted, open and met; `coverage` is of all, whatever was wanted."""

    coverage: Coverage
    open: tuple[NeedShown, ...] = ()
    met: tuple[NeedShown, ...] = ()


def every(journal: Journal) -> list[Need]:
    """All needs in their order, with the people linked to each."""
    return _read(journal)


def get(journal: Journal, need_id: int) -> Need:
    """One need. Raises JournalError when it is gone."""
    found = _read(journal, need.c.id == need_id)
    if not found:
        raise entries.gone()
    return found[0]


def overview(journal: Journal, as_of: date, wanted: Wanted | None = None) -> Overview:
    """The needs as their page shows them; those met are never among those with nobody yet."""
    everybody = [one.person for one in people.everybody(journal, as_of)]
    covered = rules.cover(everybody, every(journal), me.get(journal))
    known = {one.id: one for one in everybody}
    first, newest = _ratings(journal)
    goals = _goals(journal)
    shown = [
        NeedShown(
            one, tuple(known[key] for key in one.person_ids if key in known),
            first.get(one.id), newest.get(one.id), tuple(goals.get(one.id, ())),
        )
        for one in _read(journal, *_conditions(wanted or Wanted(), covered))
    ]
    met = [one for one in shown if one.need.met_on is not None]
    return Overview(
        covered, tuple(one for one in shown if one.need.met_on is None),
        tuple(sorted(met, key=lambda one: one.need.met_on or date.min, reverse=True)),
    )


def _conditions(wanted: Wanted, covered: Coverage) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.kind:
        found.append(need.c.guidance_kind == wanted.kind)
    if wanted.domain:
        found.append(need.c.domain == wanted.domain)
    if wanted.nobody:
        found += [need.c.met_on.is_(None), need.c.id.not_in(covered.covered_needs)]
    return found


def kinds(journal: Journal) -> list[str]:
    """The kinds of guidance that needs name, ids or own words."""
    return _named(journal, need.c.guidance_kind)


def domains(journal: Journal) -> list[str]:
    """The domains that needs name."""
    return _named(journal, need.c.domain)


def _named(journal: Journal, column: ColumnElement[str]) -> list[str]:
    rows = journal.read().execute(
        select(column).where(column.is_not(None), column != "").group_by(column)
        .order_by(func.min(need.c.position), func.min(need.c.id)))
    return [word for (word,) in rows]


def _read(journal: Journal, *conditions: ColumnElement[bool]) -> list[Need]:
    connection = journal.read()
    linked: dict[int, list[int]] = {}
    for need_id, person_id in connection.execute(
        select(need_person.c.need_id, need_person.c.person_id).order_by(need_person.c.id)
    ):
        linked.setdefault(need_id, []).append(person_id)
    rows = connection.execute(
        select(need).where(*conditions).order_by(need.c.position, need.c.id)).mappings()
    return [Need.of(row, person_ids=tuple(linked.get(row["id"], ()))) for row in rows]


def _ratings(journal: Journal) -> tuple[dict[int, SelfRating], dict[int, SelfRating]]:
    """The first and the newest time each need was rated, by its id."""
    rows = journal.read().execute(
        select(self_rating).where(self_rating.c.need_id.is_not(None))
        .order_by(self_rating.c.date, self_rating.c.id)).mappings()
    first: dict[int, SelfRating] = {}
    newest: dict[int, SelfRating] = {}
    for row in rows:
        one = SelfRating.of(row)
        first.setdefault(row["need_id"], one)
        newest[row["need_id"]] = one
    return first, newest


def _goals(journal: Journal) -> dict[int, list[Goal]]:
    rows = journal.read().execute(
        select(goal).where(goal.c.need_id.is_not(None), goal.c.status != "dropped")
        .order_by(goal.c.position, goal.c.id)).mappings()
    found: dict[int, list[Goal]] = {}
    for row in rows:
        found.setdefault(row["need_id"], []).append(Goal.of(row))
    return found


def add(journal: Journal, values: Mapping[str, Any], origin: object = None) -> int:
    """Add a need at the end; only `text` is needed."""
    with journal.change(tr("Add need"), origin=origin) as connection:
        last = connection.execute(select(func.max(need.c.position))).scalar()
        place = 0 if last is None else last + 1
        return entries.insert_row(connection, need, {"position": place, **values})


def edit(
    journal: Journal, need_id: int, values: Mapping[str, Any], origin: object = None
) -> None:
    """Change a need."""
    with journal.change(tr("Edit need"), origin=origin) as connection:
        entries.update_row(connection, need, need_id, values)


def remove(journal: Journal, need_id: int, origin: object = None) -> None:
    """Remove a need with what was said of where I stand; people and goals stay."""
    with journal.change(tr("Remove need"), origin=origin) as connection:
        connection.execute(delete(self_rating).where(
            self_rating.c.need_id == need_id, self_rating.c.topic.is_(None)))
        entries.delete_row(connection, need, need_id)


def move(journal: Journal, need_id: int, to: int, origin: object = None) -> None:
    """Put an open need at place `to` (from 0) among the open ones."""
    with journal.change(tr("Move need"), origin=origin) as connection:
        rows = connection.execute(
            select(need.c.id, need.c.met_on).order_by(need.c.position, need.c.id)).all()
        order = [row.id for row in rows if row.met_on is None]
        if need_id not in order:
            raise entries.gone()
        order.remove(need_id)
        order.insert(max(0, to), need_id)
        order += [row.id for row in rows if row.met_on is not None]
        for place, key in enumerate(order):
            connection.execute(update(need).where(
                need.c.id == key, need.c.position != place).values(position=place))


def meet(journal: Journal, need_id: int, on: date | None, origin: object = None) -> None:
    """Say on what day a need was met; None for `on` opens it again."""
    words = tr("Mark need as met") if on else tr("Open need again")
    with journal.change(words, origin=origin) as connection:
        entries.update_row(connection, need, need_id, {"met_on": on})


def rate(
    journal: Journal, need_id: int, on: date, now: int | None, wanted: int | None,
    origin: object = None,
) -> None:
    """Note where I stand with a need on a day and where I want to be, 1 to 5 each.

    A day has one rating: the later one takes its place; with neither number it is taken back.
    """
    with journal.change(tr("Note where I stand"), origin=origin) as connection:
        note_rating(connection, {"need_id": need_id}, on, now, wanted)


def note_rating(
    connection: Connection, about: Mapping[str, Any], on: date, now: int | None,
    wanted: int | None,
) -> int | None:
    """Write the one rating of a day about a need or a topic (fields of `about`), inside a change.

    Its id, None when nothing is said of it any longer.
    """
    same = [self_rating.c[name].is_(None) if value is None else self_rating.c[name] == value
            for name, value in about.items()]
    known = connection.execute(
        select(self_rating.c.id).where(self_rating.c.date == on, *same)
        .order_by(self_rating.c.id.desc())).scalar()
    marks = {"now": now, "wanted": wanted}
    if now is None and wanted is None:
        if known is not None:
            entries.delete_row(connection, self_rating, known)
        return None
    if known is None:
        return entries.insert_row(connection, self_rating, {**about, "date": on, **marks})
    entries.update_row(connection, self_rating, known, marks)
    return int(known)


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
    known = get(journal, need_id).person_ids
    link_people(journal, need_id, {*known, person_id}, origin)
