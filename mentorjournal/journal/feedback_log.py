"""The feedback log as a list: looked through, filtered, sorted and counted by the file itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Integer,
    String,
    and_,
    case,
    func,
    literal,
    or_,
    select,
    type_coerce,
)

from mentorjournal.journal import people
from mentorjournal.journal.between import Feedback
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.finding import begun_by, indexed
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.mentoring import loop
from mentorjournal.mentoring.loop import Around
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.store import search
from mentorjournal.store.schema import action, feedback, meeting, person

ALL, WAITING, PROGRESS, REPORTED, ASIDE = "all", "waiting", "progress", "reported", "aside"
GROUPS = (ALL, WAITING, PROGRESS, REPORTED, ASIDE)
NEWEST, OLDEST, BY_PERSON, BY_STEP, BY_THEME = "newest", "oldest", "person", "step", "theme"
LONGEST = "longest"  # what waits for me, the oldest first, and then the rest
ORDERS = (NEWEST, OLDEST, BY_PERSON, BY_STEP, LONGEST, BY_THEME)
_STARTS = type_coerce(meeting.c.starts_at, String)


@dataclass(frozen=True)
class Wanted:
    """Which entries are wanted, and in what order; `theme` "" is any."""

    group: str = ALL
    person_id: int | None = None
    theme: str = ""
    words: str = ""
    order: str = NEWEST

    @property
    def is_open(self) -> bool:
        """Whether it lets everything through."""
        return self.group == ALL and not (self.person_id or self.theme or self.words.strip())


@dataclass(frozen=True)
class Row:
    """An entry with who gave it, and what stands around it."""

    entry: Feedback
    person: Person
    around: Around


class Listed(NamedTuple):
    """What the order of a list is made of; the rest is read where it is shown."""

    id: int
    person_id: int
    theme: str


@dataclass(frozen=True)
class ThemeCount:
    """A theme, how many entries it has, and of how many people."""

    theme: str
    entries: int
    people: int


def listed(journal: Journal, wanted: Wanted, as_of: date) -> list[Listed]:
    """The entries that are wanted, in order."""
    conditions = [_holds(journal, word) for word in wanted.words.split()]
    if wanted.person_id is not None:
        conditions.append(feedback.c.person_id == wanted.person_id)
    if wanted.theme:
        conditions.append(feedback.c.theme == wanted.theme)
    if wanted.group != ALL:
        conditions.append(_group(as_of) == wanted.group)
    query = select(feedback.c.id, feedback.c.person_id, feedback.c.theme)
    if wanted.order == BY_PERSON:
        query = query.join(person, person.c.id == feedback.c.person_id)
    query = query.where(*conditions).order_by(*_order(wanted.order, as_of))
    return [Listed(key, whose, theme or "") for key, whose, theme in journal.read().execute(query)]


def ids(journal: Journal, wanted: Wanted, as_of: date) -> list[int]:
    """The ids of the entries that are wanted, in order."""
    return [one.id for one in listed(journal, wanted, as_of)]


def touched(journal: Journal, changes: Changes) -> set[int] | None:
    """The entries that may look different after `changes`; None when that cannot be told."""
    found = set(changes.of("feedback"))
    for where, of in ((action, action.c.feedback_id), (meeting, meeting.c.person_id)):
        wanted = changes.of(where.name)
        if not wanted:
            continue
        owners = list(journal.read().execute(select(of).where(where.c.id.in_(wanted))).scalars())
        if len(owners) < len(wanted):  # some are gone, and with them whose they were
            return None
        if where is action:
            found |= {one for one in owners if one is not None}
        else:
            found |= _given_by(journal, {one for one in owners if one is not None})
    if changes.touches("person_tag"):
        return None
    return found | _given_by(journal, changes.of("person"))


def _given_by(journal: Journal, person_ids: Iterable[int]) -> set[int]:
    whose = list(person_ids)
    if not whose:
        return set()
    query = select(feedback.c.id).where(feedback.c.person_id.in_(whose))
    return set(journal.read().execute(query).scalars())


def rows(
    journal: Journal, wanted: Iterable[int], as_of: date,
    known: Mapping[int, Person] | None = None,
) -> dict[int, Row]:
    """The entries with these ids, by id; `known` are all people where they were read already."""
    chosen = list(wanted)
    found = journal.read().execute(
        select(
            feedback, _actions().label("n_actions"), _done().label("n_done"),
            _next_due().label("next_due"), _next_meeting(as_of).label("next_meeting"),
        ).where(feedback.c.id.in_(chosen))
    ).mappings().all()
    whose = known
    if whose is None:
        whose = {one.person.id: one.person for one in people.everybody(
            journal, as_of, {row["person_id"] for row in found})} if found else {}
    return {row["id"]: Row(Feedback.of(row), whose[row["person_id"]], _around(row))
            for row in found}


def around(journal: Journal, feedback_id: int, as_of: date) -> Around:
    """What stands around one entry. Raises JournalError when it is gone."""
    found = rows(journal, [feedback_id], as_of)
    if feedback_id not in found:
        from mentorjournal.journal import entries

        raise entries.gone()
    return found[feedback_id].around


def _around(row: Any) -> Around:
    next_due, next_meeting = row["next_due"], row["next_meeting"]
    return Around(
        row["n_actions"], row["n_done"],
        date.fromisoformat(next_due) if next_due else None,
        date.fromisoformat(next_meeting[:10]) if next_meeting else None,
    )


def group_counts(journal: Journal, as_of: date) -> dict[str, int]:
    """How many entries each group has."""
    group = _group(as_of).label("which")
    found = {row.which: row.n for row in journal.read().execute(
        select(group, func.count().label("n")).select_from(feedback).group_by(group))}
    return {ALL: sum(found.values()), **{name: found.get(name, 0) for name in GROUPS[1:]}}


def due(journal: Journal, as_of: date) -> int:
    """How many entries have a next move that is overdue or due today."""
    found: int = journal.read().execute(
        select(func.count()).select_from(feedback)
        .where(_goes_on(), _due_on(as_of) <= as_of.isoformat())).scalar_one()
    return found


@dataclass(frozen=True)
class ToDo:
    """The entries with something to do now, the longest due first, and how many there are."""

    ids: tuple[int, ...]
    pressing: int
    coming: int


def to_do(journal: Journal, as_of: date, until: date, most: int) -> ToDo:
    """What waits for me, and what came of something that is to be told by a day.

    At most `most` ids. An action that is late is a promise, and is found among those.
    """
    day = _due_on(as_of).label("day")
    found = select(feedback.c.id, day).where(_goes_on(), _to_do(as_of, until)).subquery()
    is_pressing = func.coalesce(found.c.day <= as_of.isoformat(), False)
    rows = journal.read().execute(
        select(found.c.id, func.count().over().label("every"),
               func.sum(type_coerce(is_pressing, Integer)).over().label("pressing"))
        .order_by(found.c.day.asc().nulls_last(), found.c.id).limit(most)).all()
    if not rows:
        return ToDo((), 0, 0)
    pressing = int(rows[0].pressing)
    return ToDo(tuple(row.id for row in rows), pressing, rows[0].every - pressing)


def givers(journal: Journal) -> list[tuple[int, str]]:
    """Everybody who gave feedback or was asked for it, with their names."""
    found = journal.read().execute(
        select(person.c.id, person.c.name).where(person.c.id.in_(select(feedback.c.person_id))))
    return [(row.id, row.name) for row in found]


def theme_counts(journal: Journal) -> dict[str, ThemeCount]:
    """Every theme that was set, with its entries and people."""
    name = feedback.c.theme
    found = journal.read().execute(
        select(name, func.count(), func.count(feedback.c.person_id.distinct()))
        .where(name.is_not(None), name != "").group_by(name))
    return {theme: ThemeCount(theme, n, whose) for theme, n, whose in found}


# In SQL ---------------------------------------------------------------------------------------


def _mine() -> ColumnElement[bool]:
    return and_(action.c.feedback_id == feedback.c.id, action.c.dropped_on.is_(None))


def _actions() -> Any:
    return select(func.count()).select_from(action).where(_mine()).scalar_subquery()


def _done() -> Any:
    return select(func.count()).select_from(action).where(
        _mine(), action.c.done_on.is_not(None)).scalar_subquery()


def _next_due() -> Any:
    return select(func.min(type_coerce(action.c.due, String))).where(
        _mine(), action.c.done_on.is_(None)).scalar_subquery()


def _next_meeting(as_of: date) -> Any:
    return select(func.min(_STARTS)).where(
        meeting.c.person_id == feedback.c.person_id, meeting.c.status.in_(COMING_STATES),
        as_of.isoformat() <= _STARTS).scalar_subquery()


def _group(as_of: date) -> ColumnElement[str]:
    """The group of an entry: what `loop.next_move` says, in SQL."""
    return case(
        (feedback.c.set_aside_on.is_not(None), ASIDE),
        (feedback.c.reported_back_on.is_not(None), REPORTED),
        (_waits(as_of), WAITING), else_=PROGRESS,
    )


def _goes_on() -> ColumnElement[bool]:
    return and_(feedback.c.set_aside_on.is_(None), feedback.c.reported_back_on.is_(None))


def _to_do(as_of: date, until: date) -> ColumnElement[bool]:
    """What waits but for late actions, and what is to be told at a meeting until a day."""
    told_soon = and_(feedback.c.acted_on.is_not(None),
                     _next_meeting(as_of) < (until + timedelta(1)).isoformat())
    return or_(_waits(as_of, late_actions=False), func.coalesce(told_soon, False))


def _due_on(as_of: date) -> ColumnElement[str]:
    """The day of the next move of an entry that goes on: what `loop.due_on` says, in SQL."""
    def after(day: Any, days: int) -> Any:
        return func.date(type_coerce(day, String), f"+{days} days")

    cooling = and_(feedback.c.cool_off_until > as_of, feedback.c.conversation_on.is_(None))
    to_talk = and_(feedback.c.stance.in_(loop.TO_TALK_OVER), feedback.c.conversation_on.is_(None))
    unplanned = and_(func.coalesce(feedback.c.plan, "") == "", feedback.c.plan_on.is_(None))
    late = func.coalesce(_next_due() < as_of.isoformat(), False)
    return case(
        (feedback.c.date.is_(None), after(feedback.c.asked_on, loop.ANSWER_WITHIN)),
        (feedback.c.acted_on.is_not(None), func.substr(_next_meeting(as_of), 1, 10)),
        (func.coalesce(cooling, False), type_coerce(feedback.c.cool_off_until, String)),
        (and_(func.coalesce(to_talk, False), feedback.c.talk_asked_on.is_not(None)),
         after(feedback.c.talk_asked_on, loop.ANSWER_WITHIN)),
        (and_(func.coalesce(to_talk, False), feedback.c.stance == "disagree"),
         after(feedback.c.date, loop.DISAGREE_WITHIN)),
        (func.coalesce(to_talk, False), after(feedback.c.date, loop.TALK_LOOK)),
        (unplanned, after(feedback.c.date, loop.PLAN_WITHIN)),
        (and_(feedback.c.note_on.is_(None), ~late), after(feedback.c.date, loop.NOTE_WITHIN)),
        else_=_next_due(),
    )


def _waits(as_of: date, *, late_actions: bool = True) -> ColumnElement[bool]:
    long_ago = as_of - timedelta(days=loop.ANSWER_WITHIN)
    cooling = and_(feedback.c.cool_off_until > as_of, feedback.c.conversation_on.is_(None))
    to_talk = and_(feedback.c.stance.in_(loop.TO_TALK_OVER), feedback.c.conversation_on.is_(None))
    unplanned = and_(func.coalesce(feedback.c.plan, "") == "", feedback.c.plan_on.is_(None))
    return case(
        (feedback.c.date.is_(None), or_(
            feedback.c.asked_on.is_(None), feedback.c.asked_on < long_ago)),
        (feedback.c.acted_on.is_not(None), _next_meeting(as_of).is_(None)),
        (func.coalesce(cooling, False), False),
        (func.coalesce(to_talk, False), or_(
            feedback.c.talk_asked_on.is_(None), feedback.c.talk_asked_on < long_ago)),
        (unplanned, True),
        (func.coalesce(_next_due() < as_of.isoformat(), False), late_actions),
        (feedback.c.note_on.is_(None), True),
        else_=_actions() <= _done(),
    )


def _step() -> ColumnElement[int]:
    """The place of the last step taken, as `loop.step` has it."""
    planned = or_(func.coalesce(feedback.c.plan, "") != "", feedback.c.plan_on.is_not(None))
    thought = func.coalesce(
        feedback.c.revisited_on, feedback.c.conversation_on, feedback.c.cool_off_until)
    return case(
        (feedback.c.reported_back_on.is_not(None), 6), (feedback.c.acted_on.is_not(None), 4),
        (planned, 3), (thought.is_not(None), 2), (feedback.c.date.is_not(None), 1), else_=0,
    )


def _order(order: str, as_of: date) -> tuple[ColumnElement[Any], ...]:
    newest = (feedback.c.date.desc().nulls_first(), feedback.c.asked_on.desc(),
              feedback.c.id.desc())
    since = func.coalesce(feedback.c.date, feedback.c.asked_on)
    if order == OLDEST:
        return (since.asc(), feedback.c.id.asc())
    if order == LONGEST:
        return (_group(as_of) != WAITING, since.asc(), feedback.c.id.asc())
    if order == BY_PERSON:
        return (func.lower(person.c.name), *newest)
    if order == BY_STEP:
        return (_step(), *newest)
    if order == BY_THEME:
        theme = func.nullif(feedback.c.theme, "")
        return (theme.is_(None), func.lower(theme), theme, *newest)
    return newest


def _holds(journal: Journal, word: str) -> ColumnElement[bool]:
    """Whether a word begins some word of an entry, or of the name of whoever gave it."""
    expression = search.query(word)
    if not expression:  # a sign that is in no index
        return literal(True)
    return or_(
        feedback.c.id.in_(indexed("feedback", expression)),
        feedback.c.person_id.in_(begun_by(word, givers(journal))))
