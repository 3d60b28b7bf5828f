"""Today, of meetings: the next one, agendas and reads to send, and meetings that were not closed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import String, exists, select, type_coerce

from mentorjournal.journal import meetings
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import AgendaItem, AgendaOption, AskAhead, Meeting
from mentorjournal.journal.today_facts import Asked
from mentorjournal.mentoring import agenda as times
from mentorjournal.mentoring import readiness, today
from mentorjournal.mentoring.agenda import TimeBudget
from mentorjournal.mentoring.deeds import Deed, Ref
from mentorjournal.mentoring.today import Row
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.store.schema import (
    action,
    agenda_item,
    agenda_option,
    ask_ahead,
    meeting,
    outcome,
)
from mentorjournal.words import clock_time, tr, trn

TABLES = ("meeting", "agenda_item", "agenda_option", "ask_ahead", "outcome", "action", "person",
          "person_tag")
SEND_SOON = timedelta(readiness.SEND_SOON_DAYS)
_STARTS = type_coerce(meeting.c.starts_at, String)


@dataclass(frozen=True)
class NextMeeting:
    """The next meeting with its agenda; `to_finish` says what is still missing from it."""

    meeting: Meeting
    items: tuple[AgendaItem, ...] = ()
    budget: TimeBudget = TimeBudget(0, 0, 0, 0, 0)
    to_finish: tuple[str, ...] = ()


@dataclass(frozen=True)
class MeetingsFound:
    """Rows about meetings, the next meeting, and all that are arranged."""

    rows: tuple[Row, ...]
    next: NextMeeting | None
    coming: tuple[Meeting, ...]


def read(asked: Asked) -> MeetingsFound:
    """All about meetings, in a constant number of queries."""
    arranged = _arranged(asked.journal)
    coming = sorted((one for one in arranged if one.day >= asked.as_of), key=meetings.instant)
    near = [one for one in coming if one.day <= asked.as_of + timedelta(today.HORIZON)]
    looked_at = {one.id for one in [*near, *coming[:1]]}
    items, asks = _items(asked.journal, looked_at), _asks(asked.journal, looked_at)
    rows = [*_passed(asked, arranged), *_unclosed(asked)]
    following = None
    for one in [each for each in coming if each.id in looked_at]:
        mine = items.get(one.id, [])
        ready = readiness.readiness(
            one, mine, asks.get(one.id, ()), asked.people[one.person_id],
            (), asked.as_of, asked.hours_ahead)
        if following is None:
            following = NextMeeting(
                one, tuple(mine), times.time_budget(mine, one.planned_minutes),
                tuple(each.sentence for each in ready.to_finish if each.key != "late_read"))
        rows += _to_send(asked, one, mine, ready, is_next=one is following.meeting)
        rows += _reads(asked, one, asks.get(one.id, ()))
    return MeetingsFound(tuple(rows), following, tuple(coming))


def _arranged(journal: Journal) -> list[Meeting]:
    rows = journal.read().execute(
        select(meeting).where(meeting.c.status.in_(COMING_STATES))
        .order_by(_STARTS, meeting.c.id)).mappings()
    return [Meeting.of(row) for row in rows]


def _items(journal: Journal, ids: set[int]) -> dict[int, list[AgendaItem]]:
    connection = journal.read()
    options: dict[int, list[AgendaOption]] = {}
    for row in connection.execute(
        select(agenda_option).join(agenda_item, agenda_item.c.id == agenda_option.c.item_id)
        .where(agenda_item.c.meeting_id.in_(ids))
    ).mappings():
        options.setdefault(row["item_id"], []).append(AgendaOption.of(row))
    found: dict[int, list[AgendaItem]] = {}
    for row in connection.execute(
        select(agenda_item).where(agenda_item.c.meeting_id.in_(ids))
        .order_by(agenda_item.c.position, agenda_item.c.id)
    ).mappings():
        one = AgendaItem.of(row, options=tuple(options.get(row["id"], ())))
        found.setdefault(one.meeting_id, []).append(one)
    return {key: times.live(several) for key, several in found.items()}


def _asks(journal: Journal, ids: set[int]) -> dict[int, list[AskAhead]]:
    found: dict[int, list[AskAhead]] = {}
    for row in journal.read().execute(
        select(ask_ahead).where(ask_ahead.c.meeting_id.in_(ids)).order_by(ask_ahead.c.id)
    ).mappings():
        found.setdefault(row["meeting_id"], []).append(AskAhead.of(row))
    return found


# Before a meeting -----------------------------------------------------------------------------


def _to_send(
    asked: Asked, one: Meeting, items: Sequence[AgendaItem], ready: readiness.Readiness, *,
    is_next: bool,
) -> Iterator[Row]:
    """The agenda, from two days before it should be out."""
    limit = times.send_by(one.starts_at, asked.hours_ahead)
    if not ready.needs_agenda or ready.is_sent or limit.date() > asked.as_of + SEND_SOON:
        return
    name = asked.name(one.person_id)
    when = tr("{day}, {time}", day=asked.day(limit.date()), time=clock_time(limit))
    why = tr("{n} hours ahead is good time: by {when}.", n=asked.hours_ahead, when=when)
    if limit.date() < asked.as_of:
        why = tr("It was due out by {when}. Sent now, it still helps.", when=when)
    if items:
        deed = Deed("review_agenda", tr("Review and send"), Ref("meeting", one.id))
        title = tr("Agenda not sent yet.")
    else:
        deed = Deed("go", tr("Prepare"), Ref("meeting", one.id))
        title = tr("Nothing on the agenda yet.")
    yield today.row(
        "agenda", one.id, Ref("meeting", one.id), asked.as_of,
        title=title if is_next else tr("Agenda for {name}", name=name),
        line=tr("You meet {when} · {items}", when=when_words(asked, one),
                items=trn("{n} item", "{n} items", len(items))),
        why=why, deed=deed, due=limit.date(), person_id=one.person_id,
        rests_on=one.starts_at.isoformat(timespec="minutes"), is_next=is_next)


def _reads(asked: Asked, one: Meeting, asks: Sequence[AskAhead]) -> Iterator[Row]:
    """What takes so long to read that it cannot wait for the agenda."""
    for ask in asks:
        lead = times.ask_lead(ask, one, asked.as_of)
        due = ask.send_by or lead.send_by
        if lead.is_sent or not lead.days_needed or due > asked.as_of + SEND_SOON:
            continue
        yield today.row(
            "ask", ask.id, Ref("meeting", one.id), asked.as_of, title=ask.text,
            line=tr("For {name} · {n} min before you meet {day}", name=asked.name(one.person_id),
                    n=ask.minutes, day=asked.day(one.day)),
            why=tr("A read of {n} minutes is best sent {days} days ahead: by {due}, and you meet "
                   "on {day}.", n=ask.minutes, days=lead.days_needed, due=asked.day(due),
                   day=asked.day(one.day)),
            deed=Deed("ask_sent", tr("Mark sent"), Ref("ask_ahead", ask.id)), due=due,
            person_id=one.person_id, rests_on=one.day)


def when_words(asked: Asked, one: Meeting) -> str:
    """Such as "Tue 19 May, 16:00"."""
    return tr("{day}, {time}", day=asked.day(one.day), time=clock_time(one.starts_at))


# After a meeting ------------------------------------------------------------------------------


def _passed(asked: Asked, arranged: Sequence[Meeting]) -> Iterator[Row]:
    for one in arranged:
        if one.day >= asked.as_of:
            continue
        yield _to_close(
            asked, "passed", one, tr("Say how it went"),
            tr("{when} · did it take place?", when=when_words(asked, one)),
            tr("It was arranged for {day}, and nothing says whether you met.",
               day=asked.day(one.day)))


def _unclosed(asked: Asked) -> Iterator[Row]:
    """Meetings of the last weeks of which nothing was noted that came of them (TIPS A3.14)."""
    since = asked.as_of - timedelta(today.UNCLOSED_WITHIN)
    rows = asked.journal.read().execute(
        select(meeting).where(
            meeting.c.status == "held", since.isoformat() <= _STARTS,
            asked.as_of.isoformat() > _STARTS, meeting.c.purpose.is_distinct_from("informal"),
            ~exists().where(outcome.c.meeting_id == meeting.c.id),
            ~exists().where(action.c.meeting_id == meeting.c.id),
        ).order_by(_STARTS, meeting.c.id)).mappings()
    for one in map(Meeting.of, rows):
        if asked.people[one.person_id].direction == "mentee":
            continue  # what they left with is theirs to note
        yield _to_close(
            asked, "unclosed", one, tr("Close it"),
            tr("{when} · nothing noted that came of it", when=when_words(asked, one)),
            tr("You met on {day}, and neither a result nor a promise was noted. A day later is "
               "still easy.", day=asked.day(one.day)))


def _to_close(asked: Asked, kind: str, one: Meeting, words: str, line: str, why: str) -> Row:
    return today.row(
        kind, one.id, Ref("meeting", one.id), asked.as_of,
        title=tr("Meeting with {name}", name=asked.name(one.person_id)), line=line, why=why,
        deed=Deed("close_meeting", words, Ref("meeting", one.id)), due=one.day + timedelta(1),
        person_id=one.person_id, rests_on=one.starts_at.isoformat(timespec="minutes"))
