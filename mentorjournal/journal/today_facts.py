"""What every question of Today is asked with: the day, everybody, and what is on coming agendas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sqlalchemy import String, select, type_coerce

from mentorjournal import clock
from mentorjournal.journal import keeping, people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.keeping import Touchpoints
from mentorjournal.journal.records import Person, PersonFacts
from mentorjournal.mentoring.passing_on import day_words
from mentorjournal.mentoring.today import Counts, Row
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.store.schema import agenda_item, meeting
from mentorjournal.words import in_sentence, short_day, tr


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
    def on_agendas(self) -> frozenset[tuple[str, int]]:
        """What stands on the agenda of a meeting to come, by where it comes from."""
        rows = self.journal.read().execute(
            select(agenda_item.c.source, agenda_item.c.source_id)
            .join(meeting, meeting.c.id == agenda_item.c.meeting_id)
            .where(
                meeting.c.status.in_(COMING_STATES), agenda_item.c.source_id.is_not(None),
                type_coerce(meeting.c.starts_at, String) >= self.as_of.isoformat(),
                agenda_item.c.state.not_in(("dropped", "parked"))))
        return frozenset((row.source, row.source_id) for row in rows)

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
