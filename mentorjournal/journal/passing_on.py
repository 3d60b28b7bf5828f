"""People I mentor: when we last spoke, what is next, what is open, and what waits to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from mentorjournal.journal import people
from mentorjournal.journal.aims import FeedbackGiven
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.mentoring import passing_on as rules
from mentorjournal.mentoring import rhythm
from mentorjournal.store.schema import action, feedback_given, person, reflection

_OVER = ("closed", "declined")


@dataclass(frozen=True)
class Mentored:
    """Somebody I mentor on a day: touchpoints, open promises of both sides, feedback I gave."""

    person: Person
    last: date | None
    next_meeting: date | None
    rhythm: rhythm.Rhythm
    mine_open: int = 0
    theirs_open: int = 0
    given: tuple[FeedbackGiven, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.person.is_over

    def due(self, as_of: date) -> FeedbackGiven | None:
        """The feedback that has waited longest to be looked at again."""
        waiting = [one for one in self.given
                   if one.look_again_on and rules.next_of(one, as_of).is_due]
        return min(waiting, key=lambda one: (one.look_again_on or as_of, one.id), default=None)


def everybody(journal: Journal, as_of: date, default_days: int) -> list[Mentored]:
    """Everybody I mentor, those where it has ended last; sorted by name."""
    connection = journal.read()
    ids = list(connection.execute(
        select(person.c.id).where(person.c.direction == "mentee")).scalars())
    if not ids:
        return []
    open_ = _open(journal, ids)
    given = _given(journal, ids)
    found = [
        Mentored(
            one.person, one.last_touchpoint, one.next_meeting,
            rhythm.reading(
                one.last_touchpoint, one.person.cadence_days, one.person.cadence_agreed_on, as_of,
                one.person.start, one.person.paused_until, default_days),
            open_.get((one.person.id, True), 0), open_.get((one.person.id, False), 0),
            tuple(given.get(one.person.id, ())),
        )
        for one in people.everybody(journal, as_of, ids)
    ]
    return sorted(found, key=lambda one: one.is_over)


def _open(journal: Journal, ids: Iterable[int]) -> dict[tuple[int, bool], int]:
    """Person, and whether it is mine -> open promises; what both promised counts as mine."""
    rows = journal.read().execute(
        select(action.c.person_id, action.c.owner, func.count()).where(
            action.c.person_id.in_(list(ids)), action.c.done_on.is_(None),
            action.c.dropped_on.is_(None),
        ).group_by(action.c.person_id, action.c.owner))
    found: dict[tuple[int, bool], int] = {}
    for whose, owner, n in rows:
        key = whose, owner in ("me", "both")
        found[key] = found.get(key, 0) + n
    return found


def _given(journal: Journal, ids: Iterable[int]) -> dict[int, list[FeedbackGiven]]:
    rows = journal.read().execute(
        select(feedback_given).where(feedback_given.c.person_id.in_(list(ids)))
        .order_by(feedback_given.c.date.desc().nulls_first(), feedback_given.c.id.desc())
    ).mappings()
    found: dict[int, list[FeedbackGiven]] = {}
    for row in rows:
        found.setdefault(row["person_id"], []).append(FeedbackGiven.of(row))
    return found


def reading(journal: Journal, as_of: date) -> rules.Reading:
    """How many people I mentor now, and when we were last in touch (D12.1)."""
    ids = journal.read().execute(select(person.c.id).where(
        person.c.direction == "mentee", person.c.stage.not_in(_OVER))).scalars().all()
    found = people.everybody(journal, as_of, ids) if ids else []
    return rules.reading([one.last_touchpoint for one in found], as_of)


def last_reflection(journal: Journal, as_of: date) -> date | None:
    """When I last wrote down what mentoring others taught me."""
    found: date | None = journal.read().execute(
        select(reflection.c.date).where(
            reflection.c.tag == "mentoring_others", reflection.c.date <= as_of)
        .order_by(reflection.c.date.desc()).limit(1)).scalar()
    return found
