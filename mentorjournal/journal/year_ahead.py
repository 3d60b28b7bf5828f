"""The year ahead: three intentions, one new person, one thing to stop, as I wrote them.

Each is a reflection with a tag of its own, so that it is found, edited and undone like any other,
and offered when the next year is looked back on. It is private unless I said that it may be shared;
what to stop never leaves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from mentorjournal.journal import entries
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import yearly as rules
from mentorjournal.mentoring.vocabulary import AHEAD_TAGS
from mentorjournal.mentoring.yearly import Period
from mentorjournal.store.schema import reflection
from mentorjournal.words import tr


@dataclass(frozen=True)
class Ahead:
    """What I mean to do: a line for each intention, a person, and what to stop."""

    intentions: tuple[str, ...] = ()
    new_person: str = ""
    to_stop: str = ""
    may_be_shared: bool = False
    ids: Mapping[str, int] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written."""
        return not (self.intentions or self.new_person or self.to_stop)


def after(journal: Journal, period: Period) -> Ahead:
    """What was written for the time after a period, about its end; the newest counts."""
    return _between(journal, *period.ahead_between)


def meant_for(journal: Journal, period: Period) -> Ahead:
    """What I had meant to do in a period, written about its beginning."""
    return _between(journal, *period.written_between)


def shared(journal: Journal, period: Period) -> Ahead:
    """Of what was written for the time after a period, what I said may be shared."""
    found = after(journal, period)
    if not found.may_be_shared:
        return Ahead()
    return Ahead(found.intentions, found.new_person, may_be_shared=True)


def _between(journal: Journal, first: date, last: date) -> Ahead:
    rows = journal.read().execute(
        select(reflection.c.id, reflection.c.tag, reflection.c.text, reflection.c.shareable)
        .where(reflection.c.tag.in_(AHEAD_TAGS), reflection.c.date.between(first, last))
        .order_by(reflection.c.date, reflection.c.id))
    found = {row.tag: row for row in rows}  # the newest of each

    def text(tag: str) -> str:
        return found[tag].text.strip() if tag in found else ""

    lines = [line.strip() for line in text(rules.INTENTIONS).splitlines() if line.strip()]
    open_tags = [tag for tag in (rules.INTENTIONS, rules.NEW_PERSON) if tag in found]
    return Ahead(
        tuple(lines), text(rules.NEW_PERSON), text(rules.TO_STOP),
        bool(open_tags) and all(found[tag].shareable for tag in open_tags),
        {tag: row.id for tag, row in found.items()})


def write(
    journal: Journal, period: Period, ahead: Ahead, day: date, origin: object = None
) -> None:
    """Keep what I mean to do after a period, on a day of writing; what is emptied is removed.

    One day's writing is one step to undo, however often it is typed on.
    """
    known = after(journal, period).ids or {}
    said = {
        rules.INTENTIONS: "\n".join(line.strip() for line in ahead.intentions if line.strip()),
        rules.NEW_PERSON: ahead.new_person.strip(), rules.TO_STOP: ahead.to_stop.strip(),
    }
    with journal.change(
        tr("The year ahead"), merge=f"ahead-{period.until}", origin=origin
    ) as connection:
        for tag, text in said.items():
            shareable = ahead.may_be_shared and tag != rules.TO_STOP
            if text and tag in known:
                entries.update_row(
                    connection, reflection, known[tag], {"text": text, "shareable": shareable})
            elif text:
                entries.insert_row(connection, reflection, {
                    "tag": tag, "question": rules.ahead_question(tag), "text": text,
                    "shareable": shareable, "date": min(max(day, period.ahead_between[0]),
                                                        period.ahead_between[1])})
            elif tag in known:
                entries.delete_row(connection, reflection, known[tag])
