"""What every question of Today is asked with: the day, everybody, and what is on coming agendas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from sqlalchemy import String, and_, select, type_coerce

from mentorjournal import clock
from mentorjournal.journal import keeping, people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.keeping import Touchpoints
from mentorjournal.journal.records import Person, PersonFacts
from mentorjournal.mentoring.deeds import go
from mentorjournal.mentoring.passing_on import day_words
from mentorjournal.mentoring.today import Counts, Row
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.store.schema import agenda_item, meeting
from mentorjournal.words import in_sentence, short_day, tr

SET_ASIDE = ("dropped", "parked")  # items that are on an agenda no more


@dataclass(frozen=True)
class Planned:
    """An item of a coming meeting, and where it comes from; of one written by hand from nowhere."""

    meeting_id: int
    day: date
    person_id: int
    kind: str
    state: str
    source: str | None = None
    source_id: int | None = None


@dataclass(frozen=True)
class Asked:
    """The journal on a day, with what is usual: days of a rhythm, hours an agenda is sent ahead."""

    journal: Journal
    as_of: date
    default_days: int
    hours_ahead: int

    @cached_property
    def facts(self) -> list[PersonFacts]:
        """Everybody, read once."""
        return people.everybody(self.journal, self.as_of)

    @cached_property
    def people(self) -> Mapping[int, Person]:
        """Everybody by id."""
        return {one.person.id: one.person for one in self.facts}

    @cached_property
    def points(self) -> Touchpoints:
        """Everybody's days of contact."""
        return keeping.touchpoints(self.journal, self.as_of)

    @cached_property
    def agendas(self) -> tuple[Planned, ...]:
        """What stands on the agendas of meetings to come and is open, the nearest meeting first.

        What was parked and taken up again comes from where it came the first time.
        """
        before = agenda_item.alias("before")
        rows = self.journal.read().execute(
            select(agenda_item.c.meeting_id, agenda_item.c.kind, agenda_item.c.state,
                   agenda_item.c.source, agenda_item.c.source_id, meeting.c.person_id,
                   meeting.c.starts_at, before.c.id.label("before"),
                   before.c.source.label("first_source"), before.c.source_id.label("first_id"))
            .join(meeting, meeting.c.id == agenda_item.c.meeting_id)
            .outerjoin(before, and_(agenda_item.c.source == "parked",
                                    before.c.id == agenda_item.c.source_id))
            .where(
                meeting.c.status.in_(COMING_STATES), agenda_item.c.state.not_in(SET_ASIDE),
                type_coerce(meeting.c.starts_at, String) >= self.as_of.isoformat())
            .order_by(type_coerce(meeting.c.starts_at, String), meeting.c.id, agenda_item.c.id))
        return tuple(
            Planned(one.meeting_id, one.starts_at.date(), one.person_id, one.kind, one.state,
                    *((one.first_source, one.first_id) if one.source == "parked"
                      else (one.source, one.source_id)))
            for one in rows)

    @cached_property
    def on_agendas(self) -> frozenset[tuple[str, int]]:
        """What stands on the agenda of a meeting to come, by where it comes from."""
        return frozenset((one.source, one.source_id) for one in self.agendas
                         if one.source is not None and one.source_id is not None)

    def planned(self, kind: str, person_id: int) -> Planned | None:
        """The item written by hand by which something of a kind waits for the next meeting."""
        mine = [one for one in self.agendas if one.person_id == person_id]
        return next((one for one in mine if one.meeting_id == mine[0].meeting_id
                     and one.kind == kind and one.source is None and one.state == "planned"), None)

    def waits(self, row: Row, on: Planned | None) -> Row:
        """The row where an agenda has such a thing already: it is coming, and leads to the agenda.

        Whether it is the same thing nobody can know, so it is still there, and not late.
        """
        if on is None:
            return row
        line = " · ".join(filter(None, (
            self.name(row.person_id), tr("on the agenda of {day}", day=self.day(on.day)))))
        why = tr("{why} Something of this kind is on the agenda of {day}.", why=row.why,
                 day=self.day(on.day))
        return replace(row, line=line, why=why, due=None, due_words="", tone="plain",
                       deed=go(tr("See agenda"), "meeting", on.meeting_id))

    @property
    def home(self) -> str:
        """My zone."""
        return clock.zone_name()

    def name(self, person_id: int | None) -> str:
        """How somebody is called in a sentence; "" for nobody."""
        one = self.people.get(person_id or 0)
        return in_sentence(one.short_name) if one is not None else ""

    def day(self, day: date) -> str:
        """A day in words, with its year where that is another one."""
        return short_day(day, self.as_of)

    def past(self, day: date) -> str:
        """A day gone by, of which the weekday tells nothing any more."""
        return day_words(day, self.as_of)


@dataclass(frozen=True)
class Found:
    """Rows of one family; `beyond` are those that were counted and not read."""

    rows: tuple[Row, ...] = ()
    beyond: Counts = field(default_factory=Counts)


def days_late(days: int) -> str:
    """Such as "It is 84 days late." for the words behind a row; "" while it is not."""
    if days <= 0:
        return ""
    return tr("It is one day late.") if days == 1 else tr("It is {n} days late.", n=days)
