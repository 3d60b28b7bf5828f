"""Today, of keeping in touch: whom it is time for, and who is on course."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from mentorjournal.journal import keeping
from mentorjournal.journal.keeping import Keeping
from mentorjournal.journal.records import Person
from mentorjournal.journal.today_facts import Asked
from mentorjournal.mentoring import keeping as rules
from mentorjournal.mentoring import rhythm as rhythms
from mentorjournal.mentoring import today
from mentorjournal.mentoring.deeds import Deed, Ref, page
from mentorjournal.mentoring.today import Row
from mentorjournal.words import capital, short_day, span, tr
from mentorjournal.words import rhythm as every

TABLES = ("person", "person_tag", "meeting", "contact")
TO_MEET = ("in_person", "video", "phone")  # ways of being in touch that want a time


@dataclass(frozen=True)
class Course:
    """Who is within rhythm, how many more have a date though it is over, and the next date."""

    people: tuple[Person, ...] = ()
    arranged: int = 0
    next_person: Person | None = None
    next_day: date | None = None


@dataclass(frozen=True)
class TouchFound:
    """Rows about keeping in touch, who is quietened until when, and who is on course."""

    rows: tuple[Row, ...] = ()
    snoozed: dict[int, date] = field(default_factory=dict)
    course: Course = field(default_factory=Course)


def read(asked: Asked) -> TouchFound:
    """Everybody with a rhythm, parted into those it is time for and those on course."""
    rows: list[Row] = []
    snoozed: dict[int, date] = {}
    within: list[Keeping] = []
    arranged = 0
    for one in keeping.everybody(
            asked.journal, asked.as_of, asked.default_days, asked.facts, asked.points):
        due = _due(one, asked.as_of)
        if due is not None:
            rows.append(_row(asked, one, due))
            if one.place == "snoozed" and one.person.snoozed_until is not None:
                snoozed[one.person.id] = one.person.snoozed_until
        elif one.rhythm.days_over:
            arranged += 1
        elif one.rhythm.state in ("within", "due_soon"):
            within.append(one)
    return TouchFound(tuple(rows), snoozed, _course(within, arranged, asked.as_of))


def _due(one: Keeping, as_of: date) -> date | None:
    """The day to be in touch, where it is time; None once a date with them is set.

    A day I named myself counts from that day on, until there was contact.
    """
    named, last = one.person.next_contact_on, one.facts.last_touchpoint
    if one.facts.next_meeting is not None or one.place == "paused":
        return None
    if named is not None and named > as_of:
        return None
    if named is not None and (last is None or last < named):
        return named
    return one.rhythm.due_on if one.place in (*rules.CALLING, "snoozed") else None


def _row(asked: Asked, one: Keeping, due: date) -> Row:
    who, reading = one.person, one.rhythm
    last = one.facts.last_touchpoint
    is_dormant = reading.state == "dormant"
    line = [capital(every(reading.every_days)),
            tr("last contact {day}", day=asked.past(last)) if last else tr("no contact logged yet")]
    if one.waiting:
        line.append(tr("no answer since {day}", day=asked.past(one.waiting[0].date)))
    return today.row(
        "touch", who.id, Ref("person", who.id), asked.as_of, title=who.name,
        line=" · ".join(line), why=_why(asked, one, due), deed=_deed(one), due=due,
        words=_words(one, due, asked.as_of), person_id=who.id,
        rests_on=f"{last or '-'}:{'dormant' if is_dormant else who.next_contact_on or 'due'}")


def _words(one: Keeping, due: date, as_of: date) -> str:
    if one.rhythm.state == "dormant":
        return tr("quiet for {span}", span=span(one.rhythm.days_since or 0))
    days = (as_of - due).days
    return tr("{span} over", span=span(days)) if days > 0 else ""


def _why(asked: Asked, one: Keeping, due: date) -> str:
    """Such as "Overdue because you agreed on every 4 weeks on 3 March; last contact 5 Oct."."""
    who, reading = one.person, one.rhythm
    last = one.facts.last_touchpoint
    spoke = tr("last contact {day}", day=asked.day(last)) if last else tr(
        "no contact is logged yet")
    if who.next_contact_on == due and due != reading.due_on:
        return tr("You meant to be in touch on {day}; {spoke}.", day=asked.day(due), spoke=spoke)
    how = _agreed(asked, who, reading)
    if reading.state == "dormant":
        return tr("Quiet for {n} days, more than twice as long as {how}; {spoke}.",
                  n=reading.days_since, how=how, spoke=spoke)
    days = (asked.as_of - due).days
    if days > 0:
        return tr("Overdue because {how}; {spoke}.", how=how, spoke=spoke)
    when = tr("today") if not days else short_day(due, asked.as_of)
    return tr("Due {when} because {how}; {spoke}.", when=when, how=how, spoke=spoke)


def _agreed(asked: Asked, who: Person, reading: rhythms.Rhythm) -> str:
    if reading.is_agreed and who.cadence_agreed_on:
        return tr("you agreed on {rhythm} on {day}", rhythm=every(reading.every_days),
                  day=asked.day(who.cadence_agreed_on))
    return tr("you set {rhythm}", rhythm=every(reading.every_days)) if who.cadence_days else tr(
        "{rhythm} is usual and nothing else is agreed", rhythm=every(reading.every_days))


def _deed(one: Keeping) -> Deed:
    who = one.person
    if one.rhythm.state == "dormant" and who.is_active:
        return page(tr("Keep or close"), who.id, "moving_on")
    if who.channel in TO_MEET and who.is_active:
        return Deed("prepare", tr("Suggest dates"), person_id=who.id)
    return Deed("log_contact", tr("Log a contact"), person_id=who.id)


def _course(within: Sequence[Keeping], arranged: int, as_of: date) -> Course:
    """The next date of all: a meeting, a day that was named, else what a rhythm asks for."""
    dated = [
        (day, one) for one in within
        if (day := rules.next_date(
            one.facts.next_meeting, one.person.next_contact_on, as_of) or one.rhythm.due_on)
    ]
    first = min(dated, key=lambda found: (found[0], found[1].person.name), default=None)
    return Course(
        tuple(one.person for one in within), arranged,
        first[1].person if first else None, first[0] if first else None)
