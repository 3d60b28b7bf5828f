"""What the pane knows of the meeting it shows, read from the journal at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mentorjournal import clock
from mentorjournal.journal import agenda, candidates, carry_in, meetings, people
from mentorjournal.journal.aims import Homework
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import AgendaItem, AskAhead, Meeting, Person
from mentorjournal.mentoring import agenda as rules
from mentorjournal.mentoring.pronouns import Spoken, said
from mentorjournal.mentoring.readiness import Readiness, readiness
from mentorjournal.mentoring.sides import Side, side_of
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.words import clock_time, short_day, short_day_year, tr

TABLES = ("meeting", "agenda_item", "agenda_option", "ask_ahead", "action", "person",
          "person_tag", "contact", "goal", "feedback", "thanks", "letter", "news",
          "expectation", "compact", "outcome", "me", "homework", "advice", "advice_use",
          "feedback_given", "dismissal", "need", "need_person")
OFFER_DAYS = 2  # from when a meeting with nothing new is worth shortening (tip 7)
START_HOURS = 1  # before a meeting its start is the next thing to do; ours
CHIP_DAYS = 3  # from when the day to send by is due soon; ours


@dataclass(frozen=True)
class MeetingFacts:
    """A meeting with its person and agenda on the day `as_of`."""

    meeting: Meeting
    person: Person
    photo: bytes | None
    items: tuple[AgendaItem, ...]
    asks: tuple[AskAhead, ...]
    last_day: date | None
    ready: Readiness
    offers: tuple[rules.Offer, ...]
    now: datetime
    hours_ahead: int
    homework: tuple[Homework, ...] | None = None  # to be shown, at a first meeting that is near

    @property
    def is_coming(self) -> bool:
        """Whether it is still to be held."""
        return self.meeting.status in COMING_STATES

    @property
    def has_begun(self) -> bool:
        """Whether the time it is planned for has come."""
        return meetings.hours_until(self.meeting, self.now) <= 0

    @property
    def is_over(self) -> bool:
        """Whether its planned time has passed."""
        begun = -meetings.hours_until(self.meeting, self.now) * 60
        return begun > self.meeting.planned_minutes

    @property
    def is_near(self) -> bool:
        """Whether it is about to begin, or should have begun."""
        return meetings.hours_until(self.meeting, self.now) <= START_HOURS

    @property
    def side(self) -> Side:
        """Whose side it is seen from, with its words."""
        return side_of(self.person)

    @property
    def spoken(self) -> Spoken:
        """How to speak of the person."""
        return said(self.person.short_name, self.person.pronouns)

    @property
    def budget(self) -> rules.TimeBudget:
        """The minutes of the agenda."""
        return rules.time_budget(self.items, self.meeting.planned_minutes)


def read(
    journal: Journal, meeting_id: int, hours_ahead: int, others: Sequence[Person]
) -> MeetingFacts:
    """Raises JournalError when the meeting is gone."""
    which = meetings.get(journal, meeting_id)
    whom = people.get(journal, which.person_id)
    items = tuple(i for i in agenda.items(journal, meeting_id) if i.state != "dropped")
    asks = tuple(agenda.asks(journal, meeting_id))
    last = meetings.last_held(journal, which.person_id, which.starts_at)
    now, last_day = clock.now(), last.day if last else None
    return MeetingFacts(
        which, whom, people.photo(journal, whom), items, asks, last_day,
        readiness(which, items, asks, whom, others, now.date(), hours_ahead),
        _offers(journal, which, whom, items, last_day, now), now, hours_ahead,
        candidates.homework_at(journal, which, now.date()),
    )


def _offers(
    journal: Journal, which: Meeting, whom: Person, items: Sequence[AgendaItem],
    last_day: date | None, now: datetime,
) -> tuple[rules.Offer, ...]:
    """What to offer when little is new, from two days ahead until the meeting begins."""
    hours = meetings.hours_until(which, now)
    if which.status not in COMING_STATES or hours <= 0 or side_of(whom).i_mentor:
        return ()
    if (which.day - now.date()).days > OFFER_DAYS:
        return ()
    kept = sum(
        1 for promise in carry_in.since_last(journal, which, now.date())
        if not promise.is_theirs and promise.done_on is not None
        and (last_day is None or promise.done_on > last_day)
    )
    return rules.nothing_new(items, kept, which.planned_minutes, hours)


# Words of the head ----------------------------------------------------------------------------


def when_words(which: Meeting) -> str:
    """Such as "Thu 26 Nov 2026, 15:00–15:30", with the zone when it is not that of this place."""
    text = tr(
        "{day}, {start}–{end}", day=short_day_year(which.day),
        start=clock_time(which.starts_at), end=clock_time(which.ends_at),
    )
    if which.zone != clock.zone_name():
        return tr("{when} ({zone})", when=text, zone=which.zone.replace("_", " "))
    return text


def chip_of(facts: MeetingFacts) -> tuple[str, str, str | None]:
    """Words, tone and icon of the chip in the head; no words for no chip."""
    which, today = facts.meeting, facts.now.date()
    if not facts.is_coming:
        return _past_chip(which)
    if facts.side.i_mentor:
        return tr("You mentor them"), "neutral", None
    if which.agenda_sent_at:
        day = meetings.day_of(which.agenda_sent_at, which.zone)
        return tr("Agenda sent {day}", day=short_day(day, today)), "ok", "check-circle"
    if which.purpose == "informal" or facts.is_over:
        return "", "neutral", None
    limit = rules.send_by(which.starts_at, facts.hours_ahead)
    words = tr("Send by {day}, {time}", day=short_day(limit.date(), today), time=clock_time(limit))
    if limit < facts.now.replace(tzinfo=None):
        words = tr(
            "Was due {day}, {time}", day=short_day(limit.date(), today), time=clock_time(limit)
        )
        return words, "alert", "clock"
    soon = (limit.date() - today).days <= CHIP_DAYS
    return words, "warn" if soon else "neutral", "clock"


def _past_chip(which: Meeting) -> tuple[str, str, str | None]:
    if which.status == "held":
        return tr("Held"), "ok", "check-circle"
    said = {
        "cancelled": tr("Cancelled"), "postponed": tr("Postponed"), "missed": tr("Missed"),
    }.get(which.status, which.status)
    if which.notice_hours is not None:
        said = tr("{state}, {n} h notice", state=said, n=f"{which.notice_hours:g}")
    return said, "neutral", None


def same_sources(before: MeetingFacts | None, after: MeetingFacts) -> bool:
    """Whether the same things are taken from the journal onto the agenda as before."""
    if before is None or before.meeting.id != after.meeting.id:
        return False
    return [(item.source, item.source_id) for item in before.items] == [
        (item.source, item.source_id) for item in after.items
    ]


def only_agenda(changes: Changes, facts: MeetingFacts) -> bool:
    """Whether nothing but items of this agenda was changed."""
    mine = {item.id for item in facts.items}
    return changes.rows.keys() <= {"agenda_item", "agenda_option"} and (
        changes.of("agenda_item") <= mine)
