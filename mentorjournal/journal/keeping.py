"""Keeping in touch: how contact stands with everybody, and pausing, snoozing and agreeing on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Select,
    String,
    func,
    literal,
    select,
    type_coerce,
    union,
)

from mentorjournal import clock
from mentorjournal.journal import contacts, entries, people
from mentorjournal.journal.between import Contact
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person, PersonFacts
from mentorjournal.mentoring import keeping as rules
from mentorjournal.mentoring import rhythm
from mentorjournal.mentoring.deeds import Ref
from mentorjournal.mentoring.keeping import Asked, Place, Starts, Touch
from mentorjournal.mentoring.rhythm import DEFAULT_DAYS, YEAR, FourAYear, Rhythm
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import contact, meeting, person
from mentorjournal.words import tr


@dataclass(frozen=True)
class Keeping:
    """How contact with one person stands: the rhythm, the year, and what nobody answered yet."""

    facts: PersonFacts
    rhythm: Rhythm
    year: FourAYear
    waiting: tuple[Contact, ...]
    place: Place | None

    @property
    def person(self) -> Person:
        """Who it is."""
        return self.facts.person


@dataclass(frozen=True)
class Touchpoints:
    """Days of contact by person: those of the last 365 days, and the very first one."""

    days: dict[int, tuple[date, ...]]
    first: dict[int, date]

    def year(self, one: Person, as_of: date) -> FourAYear:
        """Four a year for one of them."""
        return rhythm.four_a_year(
            self.days.get(one.id, ()), one.start or self.first.get(one.id), as_of)


def everybody(
    journal: Journal, as_of: date, default_days: int = DEFAULT_DAYS,
    known: Sequence[PersonFacts] | None = None, points: Touchpoints | None = None,
) -> list[Keeping]:
    """All people with whom a rhythm is kept: active mentors, and people I mentor who have one.

    `known` are all people, and `points` their days of contact, where they were read already.
    """
    found = people.everybody(journal, as_of) if known is None else known
    points = points or touchpoints(journal, as_of)
    unanswered = contacts.waiting(journal, as_of)
    kept = []
    for facts in found:
        one = facts.person
        if has_rhythm(one):
            reading = rhythm.reading(
                facts.last_touchpoint, one.cadence_days, one.cadence_agreed_on, as_of, one.start,
                one.paused_until, default_days)
            kept.append(Keeping(
                facts, reading, points.year(one, as_of),
                since(unanswered.get(one.id, ()), facts.last_touchpoint),
                rules.place(reading, one.snoozed_until, as_of)))
    return kept


def calling(journal: Journal, as_of: date, default_days: int = DEFAULT_DAYS) -> list[Keeping]:
    """Those it is time to be in touch with, the most urgent first; snoozed ones are quiet."""
    found = [one for one in everybody(journal, as_of, default_days) if one.place in rules.CALLING]
    return sorted(found, key=_order)


def _order(one: Keeping) -> tuple[int, float, str]:
    assert one.place is not None
    return rules.order(one.place, one.rhythm, one.person.name)


def has_rhythm(one: Person) -> bool:
    """Whether a rhythm is kept with somebody: an active mentor, or a mentee with a rhythm."""
    return one.is_active or (one.standing == "mentee" and bool(one.cadence_days))


def since(unanswered: Iterable[Contact], last: date | None) -> tuple[Contact, ...]:
    """What is still waiting for an answer: nothing that was followed by contact."""
    return tuple(one for one in unanswered if last is None or one.date >= last)


def touchpoints(journal: Journal, as_of: date) -> Touchpoints:
    """Days of contact with everybody."""
    connection = journal.read()
    days: dict[int, tuple[date, ...]] = {}
    within = _days(as_of, since=as_of - timedelta(YEAR - 1)).subquery()
    for owner, day in connection.execute(
        select(within.c.person_id, within.c.day).order_by(within.c.day)
    ).all():
        days[owner] = (*days.get(owner, ()), date.fromisoformat(day))
    return Touchpoints(days, first_touchpoints(journal, as_of))


def first_touchpoints(journal: Journal, as_of: date) -> dict[int, date]:
    """The very first day of contact, of those of whom it is not known otherwise since when."""
    met, spoke = (  # the index finds it by person
        each.where(each.selected_columns.person_id == person.c.id).with_only_columns(
            func.min(each.selected_columns.day)).correlate(person).scalar_subquery()
        for each in _both(as_of)
    )
    firsts = select(person.c.id, met, spoke).where(person.c.start.is_(None))
    return {
        owner: date.fromisoformat(min(filter(None, found)))
        for owner, *found in journal.read().execute(firsts) if any(found)
    }


def last_touchpoints(journal: Journal) -> dict[int, date]:
    """The very last day of contact with each person, however late."""
    both = union(*_both(date.max)).subquery()
    rows = journal.read().execute(
        select(both.c.person_id, func.max(both.c.day)).group_by(both.c.person_id))
    return {owner: date.fromisoformat(day) for owner, day in rows}


def last_touchpoint(
    journal: Journal, person_id: int, as_of: date, without: int | None = None
) -> date | None:
    """The last day of contact with somebody, `without` one contact that is being looked at."""
    both = _days(as_of, without).subquery()
    found = journal.read().execute(
        select(func.max(both.c.day)).where(both.c.person_id == person_id)
    ).scalar()
    return date.fromisoformat(found) if found else None


def _days(
    as_of: date, without: int | None = None, since: date | None = None
) -> CompoundSelect[Any]:
    """Each person and day of contact once."""
    return union(*_both(as_of, without, since))


def _both(
    as_of: date, without: int | None = None, since: date | None = None
) -> tuple[Select[Any], Select[Any]]:
    """Person and day of held meetings, and of exchanges that were answered."""
    starts_at = type_coerce(meeting.c.starts_at, String)
    met = select(meeting.c.person_id, func.substr(starts_at, 1, 10).label("day")).where(
        meeting.c.status == "held", starts_at < as_of.isoformat() + "T99")
    spoke = select(contact.c.person_id, type_coerce(contact.c.date, String).label("day")).where(
        contact.c.answered.is_(True), contact.c.date <= as_of,
        contact.c.kind.is_distinct_from(contacts.NOBODY_ANSWERED),
        contact.c.id.is_distinct_from(without))
    if since is not None:
        met = met.where(starts_at >= since.isoformat())
        spoke = spoke.where(contact.c.date >= since)
    return met, spoke


def who_begins(journal: Journal, as_of: date) -> Starts:
    """How many of the last year's meetings and contacts with mentors and candidates I began."""
    return rules.starts(touches(journal, as_of - timedelta(YEAR - 1), as_of))


def touches(journal: Journal, since: date, until: date) -> list[Touch]:
    """Held meetings and contacts with everybody from one day to another, in two queries."""
    starts_at = type_coerce(meeting.c.starts_at, String)
    said = type_coerce(contact.c.date, String)
    is_touchpoint = contact.c.answered & contact.c.kind.is_distinct_from(contacts.NOBODY_ANSWERED)
    found = []
    for table, day, counts, inside in (
        (meeting, func.substr(starts_at, 1, 10), literal(True), (meeting.c.status == "held")
         & starts_at.between(since.isoformat(), until.isoformat() + "T99")),
        (contact, said, is_touchpoint, contact.c.date.between(since, until)),
    ):
        begun = table.c.initiated_by.in_(("me", "both"))
        rows = journal.read().execute(
            select(table.c.person_id, day, begun, counts, person.c.direction == "mentee",
                   table.c.id)
            .join(person, person.c.id == table.c.person_id).where(inside))
        found += [Touch(who, date.fromisoformat(on), bool(mine), bool(answered), bool(theirs),
                        Ref(table.name, row_id))
                  for who, on, mine, answered, theirs, row_id in rows]
    return found


def asked(journal: Journal, as_of: date) -> Asked:
    """Who was asked how they like to be in touch."""
    return rules.asked((facts.person for facts in people.everybody(journal, as_of)), as_of)


def next_dates(journal: Journal, as_of: date) -> dict[int, date | None]:
    """The next day that is set with each active mentor."""
    return {
        facts.person.id: rules.next_date(facts.next_meeting, facts.person.next_contact_on, as_of)
        for facts in people.everybody(journal, as_of) if facts.person.is_active
    }


def uids(journal: Journal) -> dict[int, str]:
    """What names each person in every copy of the journal."""
    rows = journal.read().execute(select(person.c.id, person.c.uid))
    return {row.id: row.uid for row in rows}


# Verbs ----------------------------------------------------------------------------------------


def pause(
    journal: Journal, person_id: int, until: date, why: str | None = None, origin: object = None
) -> None:
    """Let the rhythm rest until a day, as for leave; it then begins afresh."""
    _still_to_come(until)
    values = {"paused_until": until, "paused_for": why}
    _set(journal, tr("Pause {name}"), person_id, values, origin)


def pause_everybody(
    journal: Journal, until: date, why: str | None = None, origin: object = None
) -> int:
    """Pause with all at once, as for leave of one's own, as one change; with how many.

    Whoever is paused for longer already stays so.
    """
    _still_to_come(until)
    found = [one.person for one in everybody(journal, clock.today())
             if one.person.paused_until is None or one.person.paused_until < until]
    with journal.change(tr("Pause with everybody"), origin=origin) as connection:
        for one in found:
            entries.update_row(
                connection, person, one.id, {"paused_until": until, "paused_for": why})
    return len(found)


def resume(journal: Journal, person_id: int, origin: object = None) -> None:
    """End a pause today: the rhythm begins afresh."""
    values = {"paused_until": clock.today(), "paused_for": None}
    _set(journal, tr("Resume {name}"), person_id, values, origin)


def snooze(journal: Journal, person_id: int, until: date, origin: object = None) -> None:
    """Keep the nudge quiet until a day; the days since contact go on."""
    _still_to_come(until)
    _set(journal, tr("Snooze {name}"), person_id, {"snoozed_until": until}, origin)


def wake(journal: Journal, person_id: int, origin: object = None) -> None:
    """Let the nudge be heard again."""
    _set(journal, tr("Remind of {name} again"), person_id, {"snoozed_until": None}, origin)


def set_rhythm(
    journal: Journal, person_id: int, days: int | None, agreed_on: date | None,
    origin: object = None,
) -> None:
    """Say how many days lie between touchpoints, and since when that is agreed; None for not."""
    values = {"cadence_days": days, "cadence_agreed_on": agreed_on}
    _set(journal, tr("Rhythm with {name}"), person_id, values, origin)


def set_next(
    journal: Journal, person_id: int, day: date | None, origin: object = None
) -> None:
    """Say when to be in touch next; None for no day."""
    if day is not None and day < clock.today():
        raise JournalError(tr("That day has passed; choose one still to come."))
    _set(journal, tr("Next date with {name}"), person_id, {"next_contact_on": day}, origin)


def _still_to_come(day: date) -> None:
    if day <= clock.today():
        raise JournalError(tr("Choose a day after today."))


def _set(
    journal: Journal, label: str, person_id: int, values: dict[str, Any], origin: object
) -> None:
    name = people.get(journal, person_id).short_name
    with journal.change(label.format(name=name), origin=origin) as connection:
        entries.update_row(connection, person, person_id, values)
