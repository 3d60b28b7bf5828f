"""What the head of a person's page says: four facts, where they are, and since when we work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorjournal.journal import contacts, dealings, feedback_given, keeping, me, people
from mentorjournal.journal.dealings import OpenMatter
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import MeetingSummary, Person
from mentorjournal.mentoring import passing_on
from mentorjournal.mentoring.vocabulary import label
from mentorjournal.models.people_list import (
    PersonLine,
    contact_tone,
    contact_words,
    line_of,
    waiting_words,
    where,
)
from mentorjournal.ui.panes.person_parts import day_words
from mentorjournal.words import clock_time, short_day, tr, trn
from mentorjournal.words import rhythm as every

TABLES = (
    "person", "person_tag", "meeting", "agenda_item", "contact", "action", "letter", "thanks", "me",
    "feedback_given", "person_stage")


@dataclass(frozen=True)
class Fact:
    """A caption, what is so, and a line about it in a colour."""

    caption: str
    value: str
    more: str = ""
    tone: str = "muted"


@dataclass(frozen=True)
class HeadFacts:
    """What the head shows of a person."""

    line: PersonLine
    about: str
    facts: tuple[Fact, ...]

    @property
    def person(self) -> Person:
        """Who it is."""
        return self.line.person


def read(journal: Journal, someone: Person, as_of: date, default_days: int) -> HeadFacts:
    """The head of `someone` on `as_of`; `default_days` is the rhythm where none is agreed."""
    found = people.everybody(journal, as_of, [someone.id])[0]
    mine = me.get(journal)
    photo = people.photo(journal, someone)
    line = line_of(
        found, as_of, default_days, mine.setting or "clinical", photo,
        waiting=keeping.since(contacts.waiting(journal, as_of, someone.id).get(someone.id, ()),
                              found.last_touchpoint),
        asked_on=people.asked_on(journal).get(someone.id) if someone.stage == "asked" else None)
    return HeadFacts(line, about(someone, mine.institution), (
        _rhythm(line),
        _next(someone, dealings.next_meeting(journal, someone.id, as_of), as_of),
        _open(dealings.open_between(journal, someone.id), as_of),
        _given(journal, someone, as_of) if someone.direction == "mentee"
        else _thanked(journal, someone, as_of),
    ))


def about(one: Person, my_institution: str | None) -> str:
    """Such as "Professor · Pulmonary Medicine · your mentor since 10 Sep 2024".

    Where they work is said in full when it is not where I do.
    """
    near = one.department and one.institution == my_institution
    return " · ".join(filter(None, (
        one.rank, one.department if near else where(one), _since(one))))


def _since(one: Person) -> str:
    if one.direction == "candidate" or one.never_began:
        return ""  # a chip says so
    if one.standing == "past":
        ended = one.ended
        return tr("your mentor until {day}", day=day_words(ended)) if ended else tr(
            "not your mentor any more")
    if one.direction == "mentee" and one.is_over:
        return tr("you mentored them until {day}", day=day_words(one.ended)) if (
            one.ended) else tr("you mentored them")
    if one.start is None:
        return tr("you mentor them") if one.standing == "mentee" else tr("your mentor")
    since = day_words(one.start)
    if one.standing == "mentee":
        return tr("you mentor them since {day}", day=since)
    return tr("your mentor since {day}", day=since)


def _rhythm(line: PersonLine) -> Fact:
    one, last = line.person, line.facts.last_touchpoint
    spoke = tr("last {day}", day=short_day(last, line.as_of)) if last else tr("no contact yet")
    if one.standing in ("past", "candidate"):
        said = contact_words(line) if one.standing == "past" else waiting_words(line)
        return Fact(tr("Where it stands"), label(one.stage), said or spoke)
    tone = contact_tone(line)
    words = every(line.reading.every_days)
    more = spoke if tone == "muted" else contact_words(line)
    if not line.reading.is_agreed:  # what is only counted with is not said as if it were agreed
        return Fact(tr("Rhythm"), tr("Not agreed yet"),
                    tr("{rhythm} until then · {last}", rhythm=words, last=more), tone)
    return Fact(tr("Rhythm"), words[:1].upper() + words[1:], more, tone)


def _next(one: Person, coming: MeetingSummary | None, as_of: date) -> Fact:
    caption = tr("Next meeting")
    if coming is None:
        return Fact(caption, tr("None planned") if one.standing == "past" else tr("No date yet"))
    which = coming.meeting
    day = tr("{day}, {time}", day=short_day(which.day, as_of), time=clock_time(which.starts_at))
    if not coming.items:
        return Fact(caption, day, tr("no agenda yet"))
    items = trn("{n} item", "{n} items", coming.items)
    over = coming.item_minutes > which.planned_minutes
    return Fact(caption, day, tr(
        "{items}, {minutes} of {slot} min", items=items, minutes=coming.item_minutes,
        slot=which.planned_minutes,
    ), "alert" if over else "muted")


def _open(matters: list[OpenMatter], as_of: date) -> Fact:
    caption = tr("Open between you")
    if not matters:
        return Fact(caption, tr("Nothing open"))
    letters = sum(one.kind == "letter" for one in matters)
    counts = (
        trn("{n} promise", "{n} promises", len(matters) - letters)
        if len(matters) > letters else "",
        trn("{n} letter", "{n} letters", letters) if letters else "",
    )
    due = [one.due for one in matters if one.due]
    late = [day for day in due if day < as_of]
    more = ""
    if late:
        more = tr("one was due {day}", day=short_day(late[0], as_of)) if len(late) == 1 else tr(
            "{n} overdue, since {day}", n=len(late), day=short_day(late[0], as_of))
    elif due:
        more = tr("due {day}", day=short_day(due[0], as_of))
    return Fact(caption, ", ".join(filter(None, counts)), more, "alert" if late else "muted")


def _given(journal: Journal, one: Person, as_of: date) -> Fact:
    """Feedback I gave somebody I mentor, and what comes next with it."""
    caption, found = tr("Feedback I gave"), feedback_given.of_person(journal, one.id)
    if not found:
        return Fact(caption, tr("None yet"))
    said = short_day(found[0].date, as_of) if found[0].date else tr("No date")
    coming = [passing_on.next_of(each, as_of) for each in found]
    first = next((each for each in coming if each.is_due), coming[0])
    return Fact(caption, tr("Last {day}", day=said), passing_on.next_words(first, as_of),
                "warn" if first.is_due else "muted")


def _thanked(journal: Journal, one: Person, as_of: date) -> Fact:
    last = dealings.last_thanks(journal, one.id, as_of)
    if last is None or last.date is None:
        return Fact(tr("Last thanked"), tr("Not yet"))
    return Fact(tr("Last thanked"), short_day(last.date, as_of), last.for_what)
