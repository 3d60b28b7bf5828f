"""Endings: whether to keep, change or close a relationship, closing it well, and the way back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from mentorjournal.journal import entries, people
from mentorjournal.journal.between import Ending
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person, PersonFacts
from mentorjournal.mentoring import endings as rules
from mentorjournal.mentoring import rhythm
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import ending, goal, goal_person, my_stage, person
from mentorjournal.words import tr

_ORDER = (ending.c.decided_on.desc().nulls_first(), ending.c.id.desc())


def of_person(journal: Journal, person_id: int) -> list[Ending]:
    """Every time the question was answered for a person, the latest first."""
    rows = journal.read().execute(
        select(ending).where(ending.c.person_id == person_id).order_by(*_ORDER)
    ).mappings()
    return [Ending.of(row) for row in rows]


def every(journal: Journal) -> list[Ending]:
    """Every time the question was answered for anybody, the latest first."""
    rows = journal.read().execute(select(ending).order_by(*_ORDER)).mappings()
    return [Ending.of(row) for row in rows]


def get(journal: Journal, ending_id: int) -> Ending:
    """One ending. Raises JournalError when it is gone."""
    return Ending.of(entries.fetch(journal.read(), ending, ending_id))


def updates_due(journal: Journal, as_of: date) -> list[tuple[Person, Ending]]:
    """Whom an update was promised that is to be sent by now, the longest due first."""
    rows = journal.read().execute(
        select(ending).where(
            ending.c.check_in_on <= as_of, ending.c.check_in_done_on.is_(None),
            ending.c.reopened_on.is_(None), ending.c.outcome == "closed",
        ).order_by(ending.c.check_in_on, ending.c.id)
    ).mappings()
    found = [Ending.of(row) for row in rows]
    if not found:  # mostly, and then nobody needs to be read
        return []
    who = {one.person.id: one.person
           for one in people.everybody(journal, as_of, {each.person_id for each in found})}
    return [(who[one.person_id], one) for one in found]


def to_ask(
    journal: Journal, as_of: date, default_days: int, ids: Iterable[int] | None = None
) -> dict[int, tuple[rules.Reason, ...]]:
    """Person -> why to ask whether to keep, change or close; those without a reason left out."""
    connection = journal.read()
    decided = _decided(connection)
    goals = _goals(connection)
    stage = connection.execute(select(func.max(my_stage.c.started))).scalar()
    found = {}
    for one in people.everybody(journal, as_of, ids):
        if one.person.is_active:
            done, still_open = goals.get(one.person.id, ([], 0))
            found[one.person.id] = rules.reasons_to_ask(
                quiet_days=_quiet_days(one, as_of, default_days), goals_done=done,
                goals_open=still_open, my_stage_since=stage,
                decided_on=decided.get(one.person.id), as_of=as_of,
            )
    return {key: why for key, why in found.items() if why}


def _quiet_days(one: PersonFacts, as_of: date, default_days: int) -> int | None:
    reading = rhythm.reading(
        one.last_touchpoint, one.person.cadence_days, one.person.cadence_agreed_on, as_of,
        one.person.start, one.person.paused_until, default_days,
    )
    return reading.days_since if reading.state == "dormant" else None


def _decided(connection: Connection) -> dict[int, date]:
    rows = connection.execute(
        select(ending.c.person_id, func.max(ending.c.decided_on)).group_by(ending.c.person_id)
    )
    return {owner: day for owner, day in rows if day}


def _goals(connection: Connection) -> dict[int, tuple[list[date], int]]:
    """Person -> the days their goals were reached, and how many are still open."""
    found: dict[int, tuple[list[date], int]] = {}
    for owner, status, done_on in connection.execute(
        select(goal_person.c.person_id, goal.c.status, goal.c.done_on)
        .join(goal, goal.c.id == goal_person.c.goal_id).where(goal.c.status != "dropped")
    ):
        days, still_open = found.get(owner, ([], 0))
        if status == "active":
            found[owner] = days, still_open + 1
        elif done_on is not None:
            found[owner] = [*days, done_on], still_open
    return found


def keep(
    journal: Journal, person_id: int, day: date, next_contact_on: date | None = None,
    origin: object = None,
) -> int:
    """Go on as it was; with a day for the next word, if one is named."""
    whom = people.get(journal, person_id)
    with journal.change(tr("Keep {name}", name=whom.short_name), origin=origin) as connection:
        if next_contact_on is not None:
            entries.update_row(connection, person, person_id, {"next_contact_on": next_contact_on})
        return _answer(connection, person_id, "keep", day)


def change(
    journal: Journal, person_id: int, day: date, outcome: str, *,
    every_days: int | None = None, until: date | None = None, origin: object = None,
) -> int:
    """Go on in another way: a lighter rhythm, as colleagues, or after a pause.

    Raises JournalError without the days of the rhythm, or the end of the pause.
    """
    if outcome == "lighter_rhythm" and not every_days:
        raise JournalError(tr("Say how often you want to be in touch."))
    if outcome == "paused" and (until is None or until <= day):
        raise JournalError(tr("Say until when it rests, a day from tomorrow on."))
    whom = people.get(journal, person_id)
    changes: dict[str, dict[str, Any]] = {
        "lighter_rhythm": {"cadence_days": every_days, "cadence_agreed_on": None},
        "now_colleagues": {"stage": "redefinition"},
        "paused": {"paused_until": until},
    }
    label = tr("Change how it goes with {name}", name=whom.short_name)
    with journal.change(label, origin=origin) as connection:
        if outcome in changes:
            people.edit(journal, person_id, changes[outcome])
        return _answer(connection, person_id, "change", day, outcome)


def begin_closing(journal: Journal, person_id: int, origin: object = None) -> int:
    """Begin to close a relationship: what is written on the way is kept, nothing ends yet."""
    whom = people.get(journal, person_id)
    label = tr("Begin to close with {name}", name=whom.short_name)
    with journal.change(label, origin=origin) as connection:
        return entries.insert_row(
            connection, ending, {"person_id": person_id, "decision": "close"})


def edit(
    journal: Journal, ending_id: int, values: Mapping[str, Any], *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Change what is written about an ending; a promise made after it is due in 90 days, too."""
    with journal.change(tr("Edit closing note"), merge=merge, origin=origin) as connection:
        which = get(journal, ending_id)
        ended = people.get(journal, which.person_id).ended or which.decided_on
        is_new = which.outcome == "closed" and which.check_in_on is None
        if is_new and ended is not None and values.get("update_promised"):
            values = {"check_in_on": rules.check_in_day(ended), **values}
        entries.update_row(connection, ending, ending_id, values)


def close(journal: Journal, ending_id: int, day: date, origin: object = None) -> None:
    """End the relationship on `day`; it stays readable. An update promised is due in 90 days."""
    which = get(journal, ending_id)
    whom = people.get(journal, which.person_id)
    if whom.start is not None and day < whom.start:
        raise JournalError(tr("It cannot end before it began."))
    with journal.change(tr("Close with {name}", name=whom.short_name), origin=origin) as connection:
        due = which.check_in_on or (rules.check_in_day(day) if which.update_promised else None)
        entries.update_row(connection, ending, ending_id, {
            "decided_on": which.decided_on or day, "outcome": "closed", "check_in_on": due})
        people.edit(journal, which.person_id, {"stage": "closed", "ended": day})


def give_up(journal: Journal, ending_id: int, origin: object = None) -> None:
    """Do not close after all: what was written for it goes, and Undo brings it back."""
    with journal.change(tr("Do not close"), origin=origin) as connection:
        entries.delete_row(connection, ending, ending_id)


def reopen(journal: Journal, person_id: int, day: date, origin: object = None) -> None:
    """Begin again with somebody: an active mentor as before, and the ending stays on record.

    Raises JournalError where nothing has ended: whoever was only considered is considered again.
    """
    whom = people.get(journal, person_id)
    if not whom.is_over:
        raise JournalError(tr("{name} is not closed.", name=whom.short_name))
    if whom.never_began:
        raise JournalError(tr(
            "{name} was not your mentor yet; consider them again.", name=whom.short_name))
    label = tr("Reopen with {name}", name=whom.short_name)
    with journal.change(label, origin=origin) as connection:
        for one in of_person(journal, person_id)[:1]:
            entries.update_row(connection, ending, one.id, {"reopened_on": day})
        people.edit(journal, person_id, {"stage": "cultivation", "ended": None})


def update_sent(
    journal: Journal, ending_id: int, day: date | None, origin: object = None
) -> None:
    """Say when the promised update was sent; None takes that back."""
    with journal.change(tr("Promised update"), origin=origin) as connection:
        entries.update_row(connection, ending, ending_id, {"check_in_done_on": day})


def remind_later(journal: Journal, ending_id: int, day: date, origin: object = None) -> None:
    """Put the promised update off to another day."""
    with journal.change(tr("Promised update"), origin=origin) as connection:
        entries.update_row(connection, ending, ending_id, {"check_in_on": day})


def _answer(
    connection: Connection, person_id: int, decision: str, day: date, outcome: str | None = None
) -> int:
    return entries.insert_row(connection, ending, {
        "person_id": person_id, "decision": decision, "decided_on": day, "outcome": outcome})
