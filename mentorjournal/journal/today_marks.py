"""Today, of the week: what is on each day, from the rows, the meetings and the letters."""

from __future__ import annotations

from collections.abc import Iterator

from mentorjournal.journal.records import Meeting
from mentorjournal.journal.today import Today
from mentorjournal.mentoring.deeds import Ref
from mentorjournal.mentoring.today import Mark, Row
from mentorjournal.words import bare_name, capital, clock_time, tr


def marks(today: Today) -> list[Mark]:
    """All that is on a day, meetings before what is due."""
    return [*(_meeting(today, one) for one in today.coming), *_rows(today)]


def _meeting(today: Today, one: Meeting) -> Mark:
    name = today.people[one.person_id].short_name if one.person_id in today.people else ""
    time = clock_time(one.starts_at)
    family = bare_name(name).split()[-1] if bare_name(name) else name
    return Mark(one.day, tr("{name} {time}", name=family, time=time),
                tr("{time} meeting with {name}", time=time, name=name), Ref("meeting", one.id))


def _rows(today: Today) -> Iterator[Mark]:
    for one in today.rows:
        if one.due is None or one.due < today.as_of or one.entry is None:
            continue
        yield Mark(one.due, _short(today, one), _words(one), one.entry, one.person_id)


def _short(today: Today, one: Row) -> str:
    who = today.people.get(one.person_id or 0)
    initials = who.initials if who is not None else ""
    return {
        "agenda": tr("Agenda {who}", who=initials),
        "touch": tr("Write to {who}", who=initials),
        "compact": tr("Review {who}", who=initials), "differs": tr("Talk {who}", who=initials),
        "letter": capital(one.deed.words), "result": tr("Tell {who}", who=initials),
        "candidate": tr("Decide {who}", who=initials),
        "given": tr("Look again {who}", who=initials),
        "feedback": tr("Report {who}", who=initials) if one.rests_on.startswith("report") else
        tr("Feedback {who}", who=initials),
    }.get(one.kind, one.title)


def _words(one: Row) -> str:
    if one.is_next or one.kind in ("touch", "compact", "letter", "candidate"):
        return tr("{title}: {deed}", title=one.title.rstrip("."), deed=one.deed.words)
    return one.title
