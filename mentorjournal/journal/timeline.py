"""The timeline: everybody's lane with its bands, gaps and marks, in a handful of questions."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    CursorResult,
    Select,
    String,
    func,
    select,
    type_coerce,
)

from mentorjournal import words
from mentorjournal.journal import timeline_words
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.mentoring import timeline
from mentorjournal.mentoring.timeline import Course, Lane, Mark, MarkKind
from mentorjournal.store.own_tables import file_content
from mentorjournal.store.schema import (
    RECORD_TABLES,
    accomplishment,
    accomplishment_person,
    compact,
    contact,
    ending,
    feedback,
    feedback_given,
    letter,
    meeting,
    person,
    person_stage,
    person_tag,
    thanks,
)
from mentorjournal.words import month_year_short, short_day, tr

# What a lane is made of: its table, and the column that says whose it is.
OWNERS: Mapping[str, str] = {
    "person": "id", "person_stage": "person_id", "person_tag": "person_id",
    "meeting": "person_id", "contact": "person_id", "feedback": "person_id",
    "feedback_given": "person_id",
    "thanks": "person_id", "letter": "writer_id", "accomplishment_person": "person_id",
    "compact": "person_id", "ending": "person_id",
}
_STANDINGS = ("mentor", "candidate", "past", "mentee")
_MEETING_PARTS = {
    "held": "held", "proposed": "coming", "confirmed": "coming", "cancelled": "called_off",
    "postponed": "called_off", "missed": "missed",
}


def lanes(
    journal: Journal, as_of: date, default_days: int, ids: Iterable[int] | None = None
) -> list[Lane]:
    """A lane for everybody, or for those with `ids`; `default_days` is the rhythm of who has none.

    Mentors come first, then candidates, past mentors and people I mentor; of each, whoever I was
    in touch with last. The marks have no words yet: see `words_of`.
    """
    with without_collecting():
        found = _Found(journal.read(), as_of, None if ids is None else tuple(ids))
        return in_order(
            _lane(row, found, as_of, default_days) for row in found.rows(_PEOPLE, person.c.id)
        )


@contextmanager
def without_collecting() -> Iterator[None]:
    """No looking for garbage: among forty thousand new marks it is none, and took as long again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def in_order(lanes: Iterable[Lane]) -> list[Lane]:
    """The lanes in the order in which they are shown."""
    return sorted(lanes, key=lambda lane: (
        _STANDINGS.index(lane.standing), -(lane.last_seen or date.min).toordinal(),
        words.family_first(lane.name).casefold(),
    ))


def read_again(
    journal: Journal, lanes_now: Sequence[Lane], changes: Changes, as_of: date, default_days: int
) -> list[Lane]:
    """The lanes after a change: only those that it concerns are read, the others are the same."""
    ids = concerned(journal, lanes_now, changes)
    if not ids:
        return list(lanes_now)
    kept = [lane for lane in lanes_now if lane.person_id not in ids]
    return in_order([*kept, *lanes(journal, as_of, default_days, ids)])


def concerned(journal: Journal, lanes_now: Sequence[Lane], changes: Changes) -> set[int]:
    """The people whose lanes a change concerns: whose rows were, or now are, among its rows."""
    touched = {table: changes.of(table) for table in OWNERS if changes.touches(table)}
    found = set(touched.get("person", ()))
    connection = journal.read()
    for table, rows in touched.items():
        columns = RECORD_TABLES[table].c
        owner = columns[OWNERS[table]]
        found.update(connection.execute(select(owner).where(columns.id.in_(rows))).scalars())
    if changes.touches("accomplishment"):
        link = accomplishment_person.c
        found.update(connection.execute(select(link.person_id).where(
            link.accomplishment_id.in_(changes.of("accomplishment")))).scalars())
    for lane in lanes_now:  # rows that are gone, or are somebody else's now
        if any(mark.row in touched.get(mark.table, ()) for mark in lane.marks) or any(
            row in touched.get(table, ()) for table, row in lane.rests_on
        ):
            found.add(lane.person_id)
    return found


def words_of(journal: Journal, marks: Sequence[Mark]) -> list[str]:
    """One line for each mark, such as "Feedback: leading family meetings"; "" when it is gone."""
    return timeline_words.of(journal.read(), marks)


_PEOPLE = (
    select(
        person.c.id, person.c.name, person.c.direction, person.c.stage, person.c.start,
        person.c.ended, person.c.cadence_days, person.c.paused_until, file_content.c.data,
    )
    .outerjoin(file_content, file_content.c.sha256 == person.c.photo)
)


@dataclass
class _Found:
    """What lanes are made of, read table by table: each person's marks, stages and decisions."""

    connection: Connection
    as_of: date
    ids: tuple[int, ...] | None
    marks: dict[int, list[Mark]] = field(default_factory=lambda: defaultdict(list))
    stages: dict[int, list[tuple[date, str]]] = field(default_factory=lambda: defaultdict(list))
    closings: dict[int, list[date]] = field(default_factory=lambda: defaultdict(list))
    reopenings: dict[int, list[date]] = field(default_factory=lambda: defaultdict(list))
    roles: dict[int, str] = field(default_factory=dict)
    rests_on: dict[int, set[tuple[str, int]]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        self._read_meetings()
        self._read_contacts()
        self._read_days()
        self._read_achievements()
        self._read_stages()
        self._read_endings()
        self._read_roles()

    def rows(self, query: Select[Any], owner: Column[Any]) -> Sequence[Any]:
        """The rows of a question, of everybody or of those asked for."""
        return self._ask(query, owner).all()

    def tuples(self, query: Select[Any], owner: Column[Any]) -> Sequence[tuple[Any, ...]]:
        """The rows as the driver has them, days as text: three times as quick for many rows."""
        with self._ask(query, owner) as asked:
            found: Sequence[tuple[Any, ...]] = asked.cursor.fetchall()
            return found

    def _ask(self, query: Select[Any], owner: Column[Any]) -> CursorResult[Any]:
        if self.ids is not None:
            query = query.where(owner.in_(self.ids))
        return self.connection.execute(query)

    def _read_meetings(self) -> None:
        day = func.substr(type_coerce(meeting.c.starts_at, String), 1, 10)
        query = select(meeting.c.person_id, meeting.c.id, meeting.c.status, day)
        marks, today = self.marks, self.as_of
        for owner, row, status, written in self.tuples(query, meeting.c.person_id):
            day_of = date.fromisoformat(written)
            part = _MEETING_PARTS.get(status, "called_off")
            marks[owner].append(Mark(
                "meeting", day_of, "meeting", row, part, "", part == "coming",
                part == "held" and day_of <= today,
            ))

    def _read_contacts(self) -> None:
        is_answered = contact.c.answered.is_(True) & contact.c.kind.is_distinct_from(
            "message_unanswered")
        query = select(contact.c.person_id, contact.c.id, contact.c.date, is_answered)
        marks, today = self.marks, self.as_of
        for owner, row, written, answered in self.tuples(query, contact.c.person_id):
            day = date.fromisoformat(written)
            marks[owner].append(Mark(
                "message", day, "contact", row, "answered" if answered else "unanswered", "",
                False, bool(answered) and day <= today,
            ))

    def _read_days(self) -> None:
        """Tables with a mark for each of one or two days."""
        days: tuple[tuple[Column[Any], Column[Any], MarkKind, str], ...] = (
            (feedback.c.date, feedback.c.person_id, "feedback", "given"),
            (feedback_given.c.date, feedback_given.c.person_id, "told", "told"),
            (thanks.c.date, thanks.c.person_id, "thanks", "said"),
            (letter.c.asked_on, letter.c.writer_id, "letter", "asked"),
            (letter.c.submitted_on, letter.c.writer_id, "letter", "submitted"),
            (compact.c.agreed_on, compact.c.person_id, "milestone", "agreed"),
            (compact.c.reviewed_on, compact.c.person_id, "milestone", "reviewed"),
            (ending.c.conversation_on, ending.c.person_id, "milestone", "conversation"),
            (person.c.start, person.c.id, "milestone", "start"),
            (person.c.ended, person.c.id, "milestone", "ended"),
        )
        for column, owner, kind, part in days:
            table = RECORD_TABLES[column.table.name]
            query = select(owner, table.c.id, column).where(column.is_not(None))
            self._add(query, owner, kind, table.name, part)

    def _read_achievements(self) -> None:
        link, other = accomplishment_person.c, accomplishment_person.alias().c
        contributed_too = (link.part == "witness") & select(other.id).where(
            other.accomplishment_id == link.accomplishment_id,
            other.person_id == link.person_id, other.part != "witness").exists()
        query = (
            select(link.person_id, link.id, accomplishment.c.date)
            .join(accomplishment, accomplishment.c.id == link.accomplishment_id)
            .where(accomplishment.c.date.is_not(None), ~contributed_too)
        )
        self._add(query, link.person_id, "milestone", "accomplishment_person", "achieved")

    def _add(
        self, query: Select[Any], owner: Column[Any], kind: MarkKind, table: str, part: str
    ) -> None:
        marks = self.marks
        for whose, row, written in self.tuples(query, owner):
            marks[whose].append(Mark(kind, date.fromisoformat(written), table, row, part))

    def _read_stages(self) -> None:
        columns = person_stage.c
        query = (
            select(columns.person_id, columns.id, columns.since, columns.stage)
            .where(columns.since.is_not(None)).order_by(columns.since, columns.id)
        )
        for owner, row, since, stage in self.rows(query, columns.person_id):
            self.stages[owner].append((since, stage or ""))
            self.marks[owner].append(Mark("milestone", since, "person_stage", row, "stage"))

    def _read_endings(self) -> None:
        columns = ending.c
        query = select(
            columns.person_id, columns.id, columns.decision, columns.decided_on,
            columns.reopened_on,
        ).order_by(columns.id)
        for owner, row, decision, decided, reopened in self.rows(query, columns.person_id):
            self.rests_on[owner].add(("ending", row))
            if decision == "close" and decided:
                self.closings[owner].append(decided)
            if reopened:
                self.reopenings[owner].append(reopened)

    def _read_roles(self) -> None:
        columns = person_tag.c
        query = (
            select(columns.person_id, columns.id, columns.value)
            .where(columns.kind == "role").order_by(columns.position, columns.id)
        )
        for owner, row, role in self.rows(query, columns.person_id):
            self.roles.setdefault(owner, role)
            self.rests_on[owner].add(("person_tag", row))


def _lane(row: Any, found: _Found, as_of: date, default_days: int) -> Lane:
    one = Person(
        row.id, row.name, direction=row.direction, stage=row.stage, start=row.start,
        ended=row.ended, cadence_days=row.cadence_days, paused_until=row.paused_until,
    )
    marks = found.marks.get(row.id, [])
    marks.sort(key=attrgetter("day"))
    course = Course(
        one.stage, one.start, one.ended, one.standing == "candidate",
        tuple(found.stages.get(row.id, ())), tuple(found.closings.get(row.id, ())),
        tuple(found.reopenings.get(row.id, ())),
    )
    bands = timeline.bands(course, _known(marks, as_of), _known(reversed(marks), as_of), as_of)
    touchpoints = [mark.day for mark in marks if mark.is_touchpoint]
    every = one.cadence_days if one.cadence_days and one.cadence_days > 0 else default_days
    return Lane(
        one.id, one.name, _rhythm_words(one, as_of), bands,
        timeline.gaps(
            touchpoints, bands, every, as_of, one.paused_until, timeline.pauses(course)),
        tuple(marks), one.initials, found.roles.get(row.id), one.standing, row.data,
        frozenset(found.rests_on.get(row.id, ())),
    )


# What shows that there was something between two people: no stage that was only written down.
_OF_CONTACT = frozenset({
    "held", "called_off", "missed", "answered", "unanswered", "given", "told", "said", "asked",
    "submitted", "achieved", "agreed", "reviewed", "conversation",
})


def _known(marks: Iterable[Mark], as_of: date) -> date | None:
    """The day of the first of these marks that shows it, and is not still to come."""
    return next(
        (mark.day for mark in marks if mark.part in _OF_CONTACT and mark.day <= as_of), None)


def _rhythm_words(one: Person, as_of: date) -> str:
    """What stands below the name: the rhythm, or how they stand when there is none."""
    if one.standing == "past":
        said = tr("Declined") if one.stage == "declined" else tr("Closed")
        if one.ended is None:
            return said
        return tr("{what} {month}", what=said, month=month_year_short(one.ended))
    if one.standing == "candidate":
        return tr("Candidate")
    if one.paused_until is not None and as_of < one.paused_until:
        return tr("Paused until {day}", day=short_day(one.paused_until, as_of))
    if not one.cadence_days or one.cadence_days < 0:
        return tr("No rhythm agreed")
    every = words.rhythm(one.cadence_days)
    return every[:1].upper() + every[1:]
