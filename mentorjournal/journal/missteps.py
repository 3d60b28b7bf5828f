"""Missteps as questions: which ones the journal has reason to ask, and which were put aside.

Motive and fairness are not computable; what is found is asked about, stays here, and reaches no
document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, String, func, select, type_coerce, union_all

from mentorjournal.journal import commitments, dismissals, people
from mentorjournal.journal import missteps_facts as facts
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import missteps as rules
from mentorjournal.mentoring import missteps_mine, missteps_theirs
from mentorjournal.mentoring import missteps_words as asked
from mentorjournal.mentoring.missteps_words import Finding
from mentorjournal.mentoring.rhythm import DEFAULT_DAYS
from mentorjournal.store.schema import action, agenda_item, agenda_option, contact, meeting
from mentorjournal.words import short_name

Days = dict[int, list[date]]


@dataclass(frozen=True)
class Looked:
    """What there is to ask, what of it is put aside, and the kinds with too little to tell by."""

    findings: tuple[Finding, ...] = ()
    aside: tuple[Finding, ...] = ()
    untold: tuple[str, ...] = ()


def look(journal: Journal, as_of: date, default_days: int = DEFAULT_DAYS) -> Looked:
    """Everything that can be asked on a day; `default_days` is the rhythm where none is agreed."""
    gathered = _Gathered(journal, as_of, default_days)
    found = tuple(gathered.findings())
    away = dismissals.keys(journal, as_of, asked.KEY)
    return Looked(
        tuple(one for one in found if one.key not in away),
        tuple(one for one in found if one.key in away), tuple(gathered.untold()))


def found(journal: Journal, as_of: date, default_days: int = DEFAULT_DAYS) -> list[Finding]:
    """The questions to ask, those put aside left out: mine first, then what may be worth naming."""
    return list(look(journal, as_of, default_days).findings)


def is_aside(journal: Journal, kind: str, person_id: int | None, as_of: date) -> bool:
    """Whether a question, about somebody or not, is put aside, wherever it would be asked."""
    key = asked.key_of(kind, person_id)
    return key in dismissals.keys(journal, as_of, key)


class _Gathered:
    """What the questions rest on, read in a number of queries that does not grow."""

    def __init__(self, journal: Journal, as_of: date, default_days: int) -> None:
        self._as_of = as_of
        self._commitments = commitments.every(journal)
        self._load = commitments.load_on(journal, as_of)
        self._late = facts.my_promises(journal, as_of)
        self._asked = facts.asked_days(journal, as_of)
        self._goals = facts.goals_seen(journal, as_of)
        self._known = facts.known_days(journal, as_of)
        self._quiet = ghosts(journal, as_of)
        self._options = _options(journal)
        self._asking = vampires(journal, as_of, default_days)
        self._promises = facts.their_promises(journal, as_of)
        self._due = facts.meetings_due(journal, as_of)
        self._can_tell_quiet = facts.can_tell_quiet(journal, as_of)
        self._have_promised = facts.have_promised(journal)
        self._names = {key: short_name(name) for key, name in facts.names(journal).items()}

    def findings(self) -> Iterator[Finding]:
        """What there is to ask, in its order."""
        load, as_of = self._load, self._as_of
        much = missteps_mine.overcommitted(
            self._commitments, load, self._late.past_due, self._late.late, as_of)
        if much is not None:
            yield asked.overcommitted_finding(much)
        theirs = missteps_mine.not_mine(self._commitments, load, as_of)
        if theirs is not None:
            yield asked.not_mine_finding(theirs, self._names)
        unseen = missteps_mine.alone(self._asked, self._goals, self._known, as_of)
        if unseen is not None:
            yield asked.alone_finding(unseen)
        for who, ghost in self._quiet.items():
            yield asked.quiet_finding(ghost, who, self._names[who], as_of)
        for who, vampire in self._asking.items():
            yield asked.asking_finding(vampire, who, self._names[who])
        yield from self._worth_naming()

    def _worth_naming(self) -> Iterator[Finding]:
        for who, promises in self._promises.items():
            wait = missteps_theirs.waiting(promises, self._as_of)
            if wait is not None:
                yield asked.waiting_finding(wait, who, self._names[who], self._as_of)
        for who, due in self._due.items():
            off = missteps_theirs.called_off(due)
            if off is not None:
                yield asked.called_off_finding(off, who, self._names[who], self._as_of)

    def untold(self) -> Iterator[str]:
        """The kinds that need more than the journal holds."""
        known = self._known is not None and self._known >= missteps_mine.ASKED_DAYS
        enough = {
            "overcommitted": bool(self._load.capacity) and bool(self._commitments),
            "not_mine": len(self._commitments) >= missteps_mine.LEAST_COMMITMENTS,
            "alone": known and bool(self._goals), "quiet": self._can_tell_quiet,
            "asking": any(len(one) >= rules.LEAST_PROBLEMS for one in self._options.values()),
            "waiting": self._have_promised,
            "called_off": any(len(one) >= missteps_theirs.LAST for one in self._due.values()),
        }
        yield from (kind for kind in asked.KINDS if not enough[kind])


def ghosts(
    journal: Journal, as_of: date, ids: Iterable[int] | None = None
) -> dict[int, rules.Ghost]:
    """Person -> since when I have been quiet on them; those I have not are left out.

    Of everybody, or of those with `ids`.
    """
    due = _days(journal, select(action.c.person_id, action.c.due).where(
        action.c.owner == "me", action.c.done_on.is_(None), action.c.dropped_on.is_(None),
        action.c.due < as_of, action.c.person_id.is_not(None)))
    wrote = _days(journal, select(contact.c.person_id, contact.c.date).where(
        contact.c.initiated_by != "me", contact.c.answered.is_(False), contact.c.date <= as_of))
    asked = {*due, *wrote} if ids is None else {*due, *wrote}.intersection(ids)
    last = {one.person.id: one for one in people.everybody(journal, as_of, asked)}
    found = {}
    for person_id, one in last.items():
        touchpoints = [one.last_touchpoint] if one.last_touchpoint else []
        ghost = rules.ghost(due.get(person_id, []), wrote.get(person_id, []), touchpoints, as_of)
        if ghost is not None and one.person.is_active:
            found[person_id] = ghost
    return found


def vampires(
    journal: Journal, as_of: date, default_days: int = DEFAULT_DAYS
) -> dict[int, rules.Vampire]:
    """Person -> how much I ask of them with little brought along; the others are left out."""
    days, first = _begun_by_me(journal, as_of)
    options = _options(journal)
    found = {}
    for one in people.everybody(journal, as_of, options):
        who = one.person
        known_since = who.start or first.get(who.id)
        vampire = rules.vampire(
            days.get(who.id, []), who.cadence_days or default_days, options[who.id],
            (as_of - known_since).days if known_since else None, as_of)
        if vampire is not None and who.is_active:
            found[who.id] = vampire
    return found


def _begun_by_me(journal: Journal, as_of: date) -> tuple[Days, dict[int, date]]:
    """Person -> the days of contacts I began that still count, and the first such day of all."""
    met = func.substr(type_coerce(meeting.c.starts_at, String), 1, 10)
    said = type_coerce(contact.c.date, String)
    both = union_all(
        select(contact.c.person_id, said.label("day")).where(contact.c.initiated_by == "me"),
        select(meeting.c.person_id, met.label("day")).where(
            meeting.c.initiated_by == "me", meeting.c.status == "held"),
    ).subquery()
    mine = select(both.c.person_id, both.c.day).where(both.c.day <= as_of.isoformat())
    counting = (as_of - timedelta(rules.WINDOW)).isoformat()
    first = select(both.c.person_id, func.min(both.c.day)).where(
        both.c.day <= as_of.isoformat()).group_by(both.c.person_id)
    return _days(journal, mine.where(both.c.day > counting)), {
        who: days[0] for who, days in _days(journal, first).items()}


def _options(journal: Journal) -> dict[int, list[int]]:
    """Active mentor -> how many options came with each problem brought to them."""
    n = select(func.count()).where(agenda_option.c.item_id == agenda_item.c.id)
    rows = journal.read().execute(
        select(meeting.c.person_id, n.correlate(agenda_item).scalar_subquery())
        .join(agenda_item, agenda_item.c.meeting_id == meeting.c.id)
        .where(agenda_item.c.kind == "problem", agenda_item.c.state != "dropped",
               meeting.c.person_id.in_(facts.MENTORS))
    )
    found: dict[int, list[int]] = {}
    for person_id, count in rows:
        found.setdefault(person_id, []).append(count)
    return found


def _days(journal: Journal, query: Select[Any]) -> Days:
    found: Days = {}
    for person_id, day in journal.read().execute(query):
        found.setdefault(person_id, []).append(
            day if isinstance(day, date) else date.fromisoformat(day))
    return found


def put_aside(journal: Journal, key: str, as_of: date, origin: object = None) -> None:
    """Ask this again in 90 days at the earliest (a default of ours)."""
    dismissals.put_aside(journal, key, as_of + timedelta(asked.ASIDE_DAYS), origin)
