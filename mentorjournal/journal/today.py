"""What needs me now, across everything: read family by family, and again where it was touched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mentorjournal.journal import (
    dismissals,
    letters,
    stages,
    today_feedback,
    today_letters,
    today_meetings,
    today_mine,
    today_people,
    today_touch,
)
from mentorjournal.journal.between import Letter
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Meeting, Person
from mentorjournal.journal.today_facts import Asked, Found
from mentorjournal.journal.today_meetings import MeetingsFound, NextMeeting
from mentorjournal.journal.today_touch import Course, TouchFound
from mentorjournal.mentoring import agenda, rhythm
from mentorjournal.mentoring import today as rules
from mentorjournal.mentoring.today import Counts, PutAside, Row, Section

PEOPLE_TABLES = ("person", "person_tag", "meeting", "contact", "need_person")
ASIDE = ("today:", "thank:", stages.MENTORS, stages.ONE_BEHIND)
# Family -> the tables that it is read from.
FAMILIES: dict[str, tuple[str, ...]] = {
    "meetings": today_meetings.TABLES, "mine": today_mine.TABLES,
    "feedback": today_feedback.TABLES, "letters": today_letters.LETTER_TABLES,
    "thanks": today_letters.THANKS_TABLES, "touch": today_touch.TABLES,
    "realign": today_people.REALIGN_TABLES, "getting": today_people.GETTING_TABLES,
}
TABLES = frozenset({"dismissal", "me", *(name for each in FAMILIES.values() for name in each)})


@dataclass(frozen=True)
class Today:
    """All that is shown on a day. `beyond` are entries of feedback that were only counted."""

    as_of: date
    rows: tuple[Row, ...] = ()
    aside: tuple[PutAside, ...] = ()
    beyond: Counts = field(default_factory=Counts)
    next: NextMeeting | None = None
    coming: tuple[Meeting, ...] = ()
    course: Course = field(default_factory=Course)
    people: dict[int, Person] = field(default_factory=dict)
    letters: dict[int, Letter] = field(default_factory=dict)

    def of(self, section: Section) -> list[Row]:
        """The rows of a section, in order."""
        return [one for one in self.rows if one.section == section]

    @property
    def counts(self) -> Counts:
        """How much there is, with what was only counted."""
        return rules.counts(self.rows, self.as_of, self.beyond)

    @property
    def meetings_due(self) -> int:
        """How much about meetings is overdue or due today."""
        kinds = ("agenda", "ask", "passed", "unclosed")
        return sum(one.kind in kinds and rules.is_pressing(one, self.as_of) for one in self.rows)


class Board:
    """Keeps what was read, and reads again only what changes have touched."""

    def __init__(
        self, journal: Journal, as_of: date, default_days: int = rhythm.DEFAULT_DAYS,
        hours_ahead: int = agenda.HOURS_AHEAD,
    ) -> None:
        self._asked = Asked(journal, as_of, default_days, hours_ahead)
        self._found: dict[str, Any] = {}
        self._aside: dict[str, date | None] | None = None

    @property
    def as_of(self) -> date:
        """The day it is read for."""
        return self._asked.as_of

    def take(self, changes: Changes) -> bool:
        """Forget what changes have touched; whether anything was."""
        if not changes.touches(*TABLES):
            return False
        for name, tables in FAMILIES.items():
            if changes.touches(*tables):
                self._found.pop(name, None)
        self._aside = None  # one short query, and feedback is read by what is put aside
        if changes.touches("dismissal"):
            self._found.pop("feedback", None)
        for name, tables in (("facts", PEOPLE_TABLES), ("people", PEOPLE_TABLES),
                             ("points", PEOPLE_TABLES),
                             ("agendas", ("agenda_item", "meeting")),
                             ("on_agendas", ("agenda_item", "meeting"))):
            if changes.touches(*tables):
                self._asked.__dict__.pop(name, None)  # as cached_property wants it
        return True

    def read(self) -> Today:
        """What is to be shown now."""
        asked, aside = self._asked, self._asides()
        meetings: MeetingsFound = self._of("meetings", today_meetings.read)
        feedback: Found = self._of(
            "feedback", lambda asked: today_feedback.read(asked, aside.keys()))
        touch: TouchFound = self._of("touch", today_touch.read)
        shown, put_aside = rules.parted(
            self._rows(meetings, feedback, touch), aside, asked.as_of, touch.snoozed)
        return Today(
            asked.as_of, tuple(shown), tuple(put_aside), feedback.beyond, meetings.next,
            meetings.coming, touch.course, dict(asked.people), self._letters(shown))

    def _rows(
        self, meetings: MeetingsFound, feedback: Found, touch: TouchFound
    ) -> Iterator[Row]:
        yield from meetings.rows
        yield from feedback.rows
        yield from touch.rows
        yield from self._of("mine", today_mine.read)
        yield from self._of("letters", today_letters.read_letters)
        yield from self._of("thanks", today_letters.read_thanks)
        yield from self._of("realign", today_people.read_realign)
        yield from self._of("getting", today_people.read_getting)

    def _of(self, family: str, read: Callable[[Asked], Any]) -> Any:
        if family not in self._found:
            self._found[family] = read(self._asked)
        return self._found[family]

    def _asides(self) -> dict[str, date | None]:
        if self._aside is None:
            self._aside = dismissals.asides(self._asked.journal, self.as_of, ASIDE)
        return self._aside

    def _letters(self, rows: list[Row]) -> dict[int, Letter]:
        """The letters that are shown with their steps."""
        ids = [one.id for one in rows if one.kind == "letter"]
        return {one.id: one for one in letters.every(self._asked.journal, ids)} if ids else {}


def read(journal: Journal, as_of: date, default_days: int = rhythm.DEFAULT_DAYS) -> Today:
    """What needs me on a day, in a constant number of queries."""
    return Board(journal, as_of, default_days).read()
