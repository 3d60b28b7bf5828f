"""Meetings in one list: to close, coming, people to meet again, and past ones by the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer

from mentorjournal import clock
from mentorjournal.journal import meetings, people
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import MeetingSummary, Person, PersonFacts
from mentorjournal.mentoring import rhythm
from mentorjournal.mentoring.agenda import send_by
from mentorjournal.mentoring.rhythm import Rhythm
from mentorjournal.mentoring.vocabulary import ACTIVE_STAGES, COMING_STATES
from mentorjournal.models.record_list import ROOT, Column, Index, RecordList
from mentorjournal.models.roles import Role
from mentorjournal.words import clock_time, short_day, span, tr, trn
from mentorjournal.words import rhythm as every

PAGE = 50
SEND_SOON_DAYS = 3  # from then on the list says whether the agenda has gone out; ours
FINISH_DAYS = 14  # agendas of the next two weeks are those to finish; ours

Pieces = list[tuple[str, str]]  # text and the token of its colour


@dataclass(frozen=True)
class MeetingRow:
    """A heading, a meeting or a person to meet again; `key` is unique in the list."""

    key: str
    section: str = ""
    summary: MeetingSummary | None = None
    facts: PersonFacts | None = None
    reading: Rhythm | None = None
    place: str = ""  # "open", "coming", "past" for a meeting
    second: tuple[tuple[str, str], ...] = ()
    photo: bytes | None = field(default=None, repr=False)

    @property
    def person(self) -> Person | None:
        """Whom the row is about; None for a heading."""
        if self.summary is not None:
            return self.summary.person
        return self.facts.person if self.facts is not None else None

    @property
    def meeting_id(self) -> int | None:
        """The meeting of the row."""
        return self.summary.meeting.id if self.summary is not None else None

    @property
    def person_to_meet(self) -> int | None:
        """The person of a row without a meeting."""
        return self.facts.person.id if self.facts is not None else None


# Words ----------------------------------------------------------------------------------------


def is_over(summary: MeetingSummary, now: datetime) -> bool:
    """Whether the planned time of a meeting has passed at `now` (aware)."""
    return meetings.hours_until(summary.meeting, now) * 60 < -summary.meeting.planned_minutes


def needs_agenda(summary: MeetingSummary) -> bool:
    """Whether an agenda should go out: not for an informal meeting or somebody I mentor."""
    return summary.meeting.purpose != "informal" and summary.person.standing != "mentee"


def to_finish(summaries: Iterable[MeetingSummary], now: datetime) -> int:
    """How many agendas of the next two weeks have not gone out yet."""
    last = now.date() + timedelta(FINISH_DAYS)
    return sum(
        1 for one in summaries
        if needs_agenda(one) and not one.meeting.agenda_sent_at
        and one.meeting.day <= last and not is_over(one, now)
    )


def coming_words(summary: MeetingSummary, now: datetime, hours_ahead: int) -> Pieces:
    """Such as "Thu 26 Nov, 15:00 · not sent"."""
    one, today = summary.meeting, now.date()
    when = tr("{day}, {time}", day=short_day(one.day, today), time=clock_time(one.starts_at))
    limit = send_by(one.starts_at, hours_ahead)
    if summary.person.standing == "mentee":
        rest, tone = tr("you mentor"), "muted"
    elif one.agenda_sent_at:
        rest, tone = tr("sent"), "muted"
    elif not summary.items:
        rest, tone = tr("no items yet"), "muted"
    elif needs_agenda(summary) and (limit.date() - today).days <= SEND_SOON_DAYS:
        is_late = limit < now.replace(tzinfo=None)
        rest, tone = tr("not sent"), "warn" if is_late else "muted"
    else:
        rest, tone = trn("{n} item", "{n} items", summary.items), "muted"
    if one.status == "proposed":
        rest = tr("proposed, {rest}", rest=rest)
    return [(tr("{when} · ", when=when), "muted"), (rest, tone)]


def open_words(summary: MeetingSummary, now: datetime) -> Pieces:
    """When a meeting that nobody closed was to be."""
    one = summary.meeting
    when = tr(
        "{day}, {time}", day=short_day(one.day, now.date()), time=clock_time(one.starts_at)
    )
    return [(tr("{when} · ", when=when), "muted"), (tr("not closed"), "warn")]


def past_words(summary: MeetingSummary, today: date) -> Pieces:
    """Such as "Thu 29 Oct · 3 actions, 1 open"."""
    day = short_day(summary.meeting.day, today)
    return [(tr("{day} · {what}", day=day, what=_past_state(summary)), "muted")]


def _past_state(summary: MeetingSummary) -> str:
    one = summary.meeting
    if one.status in ("cancelled", "postponed", "missed"):
        return {
            "cancelled": tr("cancelled"), "postponed": tr("postponed"), "missed": tr("missed"),
        }[one.status]
    if summary.actions:
        done = trn("{n} action", "{n} actions", summary.actions)
        if not summary.open_actions:
            return tr("{actions}, done", actions=done)
        return tr("{actions}, {n} open", actions=done, n=summary.open_actions)
    if one.follow_up_sent_at:
        return tr("note sent")
    return tr("with notes") if one.notes or summary.item_notes else tr("no notes")


def arrange_words(reading: Rhythm, today: date) -> Pieces:
    """Such as "2 weeks over · every 8 weeks"."""
    if reading.state == "overdue":
        said, tone = tr("{span} over", span=span(reading.days_over)), "alert"
    elif reading.state == "dormant":
        said, tone = rhythm.words(reading), "alert"
    elif reading.is_due_today or reading.due_on is None:
        said, tone = tr("due today"), "warn"
    else:
        said, tone = tr("due {day}", day=short_day(reading.due_on, today)), "warn"
    return [(said, tone), (tr(" · {rhythm}", rhythm=every(reading.every_days)), "muted")]


def _sentence(row: MeetingRow) -> str:
    if row.person is None:
        return row.section
    said = "".join(text for text, _ in row.second)
    return tr("{name}, {facts}", name=row.person.name, facts=said)


def _columns() -> tuple[Column[MeetingRow], ...]:
    def of_person(read: Any) -> Any:
        return lambda row: read(row.person) if row.person is not None else None

    return (Column(
        tr("Meetings"),
        lambda row: row.section or (row.person.short_name if row.person else ""),
        roles={
            Role.SECTION: lambda row: row.section or None,
            Role.SECOND: lambda row: list(row.second),
            Role.INITIALS: of_person(lambda one: one.initials),
            Role.ROLE: of_person(lambda one: next(iter(one.roles), None)),
            Role.STANDING: of_person(lambda one: one.standing),
            Role.PHOTO: lambda row: row.photo,
            int(Qt.ItemDataRole.AccessibleTextRole): _sentence,
        },
    ),)


# The model ------------------------------------------------------------------------------------


class MeetingList(RecordList[MeetingRow]):
    """The list beside the agenda. It reads the journal by page and by id, never by row."""

    def __init__(
        self, journal: Journal, default_days: int, hours_ahead: int,
        parent: QObject | None = None,
    ) -> None:
        """Everything that is coming and the first page of what is past."""
        super().__init__(_columns(), lambda row: row.key, parent)
        self._journal = journal
        self._default_days = default_days
        self._hours_ahead = hours_ahead
        self._coming: list[MeetingSummary] = []
        self._past: list[MeetingRow] = []
        self._arrange: list[tuple[PersonFacts, Rhythm]] = []
        self._all_past = False
        self._photos: dict[str, bytes | None] = {}
        self._stale: list[int] = []
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._reread_some)
        self.load()

    def load(self) -> None:
        """Read everything anew."""
        self._read_coming()
        self._read_arrange()
        self._past = self._past_rows(meetings.past(self._journal, PAGE))
        self._all_past = len(self._past) < PAGE
        self._show()

    def refresh(self, changes: Changes, own_meeting: int | None = None) -> None:
        """Read again what was touched; with `own_meeting` only its agenda was edited."""
        touched = set(changes.of("meeting"))
        if not changes.touches("meeting", "agenda_item", "action", "person", "person_tag",
                               "contact"):
            return
        self._read_coming()
        own = own_meeting is not None and not changes.touches("action", "person", "person_tag")
        if own:
            touched.add(own_meeting or 0)
        elif changes.touches("action", "person", "person_tag"):  # past rows do not count items
            everything = [row.meeting_id or 0 for row in self._past]
            touched |= set(everything[:PAGE])
            self._stale = everything[PAGE:]
            if self._stale:
                self._later.start()
        self._reread_past(touched)
        if not own and changes.touches("meeting", "person", "person_tag", "contact"):
            self._read_arrange()
        self._show()

    def is_empty(self) -> bool:
        """Whether there is neither a meeting nor anybody to meet."""
        return self.rowCount() == 0

    def is_section(self, row: int) -> bool:
        """Whether a row is a heading."""
        return bool(self._records[row].section)

    def first_past_row(self) -> int:
        """The row of the first past meeting; as many as there are rows when there is none."""
        place = self.row_of("past")
        return place + 1 if place >= 0 else self.rowCount()

    def agendas_to_finish(self) -> int:
        """How many agendas of the next two weeks have not gone out."""
        return to_finish(self._coming, clock.now())

    def row_of_meeting(self, meeting_id: int) -> int:
        """The row of a meeting, -1 when it is not loaded."""
        return self.row_of(f"m{meeting_id}")

    def reveal(self, meeting_id: int) -> int:
        """The row of a meeting; past ones are loaded as far back as that takes."""
        while self.row_of_meeting(meeting_id) < 0 and self.canFetchMore():
            self.fetchMore()
        return self.row_of_meeting(meeting_id)

    def first_row(self) -> int:
        """The row to begin with: the next meeting, else whatever comes first, -1 for none."""
        rows = self.records()
        for place in ("coming", "open", "", "past"):
            for number, row in enumerate(rows):
                if not row.section and row.place == place:
                    return number
        return -1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.record_at(index.row()).section:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def canFetchMore(self, parent: Index = ROOT) -> bool:
        return not parent.isValid() and not self._all_past

    def fetchMore(self, parent: Index = ROOT) -> None:
        if not self.canFetchMore(parent):
            return
        before = self._past[-1].summary if self._past else None
        page = self._past_rows(meetings.past(self._journal, PAGE, before))
        self._all_past = len(page) < PAGE
        self._past += page
        self.append(page)

    def _read_coming(self) -> None:
        self._coming = meetings.coming(self._journal)

    def _read_arrange(self) -> None:
        today = clock.today()
        waiting = {one.person.id for one in self._coming}
        found = []
        for facts in people.everybody(self._journal, today):
            one = facts.person
            if one.id in waiting or one.stage not in ACTIVE_STAGES:
                continue
            if one.standing not in ("mentor", "mentee"):
                continue
            reading = rhythm.reading(
                facts.last_touchpoint, one.cadence_days, one.cadence_agreed_on, today, one.start,
                one.paused_until, self._default_days,
            )
            if reading.state in ("due_soon", "overdue", "dormant"):
                found.append((facts, reading))
        found.sort(key=lambda each: (each[1].due_on or today, each[0].person.name))
        self._arrange = found

    def _reread_past(self, ids: set[int]) -> None:
        """Bring the loaded past up to date for the meetings with `ids`."""
        if not ids:
            return
        last = self._past[-1] if self._past else None
        loaded = {row.meeting_id: row for row in self._past if row.meeting_id not in ids}
        kept = len(loaded)
        for row in self._past_rows(meetings.summaries(self._journal, ids)):
            assert row.summary is not None
            if row.summary.meeting.status in COMING_STATES:
                continue
            if self._all_past or last is None or _order(row) >= _order(last):
                loaded[row.meeting_id] = row
        if kept < len(self._past) or len(loaded) > kept:
            self._past = sorted(loaded.values(), key=_order, reverse=True)

    def _reread_some(self) -> None:
        """A page at a time of what may have changed far down the list, so that nothing waits."""
        ids, self._stale = set(self._stale[:PAGE]), self._stale[PAGE:]
        if not self._stale:
            self._later.stop()
        self._reread_past(ids)
        self._show()

    def _show(self) -> None:
        now = clock.now()
        over = [one for one in self._coming if is_over(one, now)]
        ahead = [one for one in self._coming if not is_over(one, now)]
        rows: list[MeetingRow] = []
        self._add_section(rows, "open", tr("Did it take place?"), [
            self._row(one, "open", open_words(one, now)) for one in over
        ])
        self._add_section(rows, "coming", tr("Upcoming"), [
            self._row(one, "coming", coming_words(one, now, self._hours_ahead)) for one in ahead
        ])
        self._add_section(rows, "arrange", tr("To arrange"), [
            MeetingRow(
                f"p{facts.person.id}", facts=facts, reading=reading,
                second=tuple(arrange_words(reading, now.date())), photo=self._photo(facts.person),
            )
            for facts, reading in self._arrange
        ])
        self._add_section(rows, "past", tr("Past"), self._past)
        self._settle_rows(rows)

    def _settle_rows(self, rows: list[MeetingRow]) -> None:
        """The same rows in the same order are told of one by one, which is much quicker."""
        if [row.key for row in rows] != [row.key for row in self._records]:
            self.set_records(rows)
            return
        for number, row in enumerate(rows):
            if row is not self._records[number]:
                self.replace(number, row)
                self._records[number] = row

    @staticmethod
    def _add_section(
        rows: list[MeetingRow], key: str, words: str, members: list[MeetingRow]
    ) -> None:
        if members:
            rows.append(MeetingRow(key, section=words))
            rows += members

    def _past_rows(self, found: Iterable[MeetingSummary]) -> list[MeetingRow]:
        today = clock.today()
        return [self._row(one, "past", past_words(one, today)) for one in found]

    def _row(self, one: MeetingSummary, place: str, second: Pieces) -> MeetingRow:
        return MeetingRow(
            f"m{one.meeting.id}", summary=one, place=place, second=tuple(second),
            photo=self._photo(one.person),
        )

    def _photo(self, person: Person) -> bytes | None:
        if not person.photo:
            return None
        if person.photo not in self._photos:
            self._photos[person.photo] = people.photo(self._journal, person)
        return self._photos[person.photo]


def _order(row: MeetingRow) -> tuple[datetime, int]:
    assert row.summary is not None
    return row.summary.meeting.starts_at, row.summary.meeting.id
