"""Feedback on agendas: what is to be asked, what is to be talked over, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import String, func, select, type_coerce

from mentorjournal.journal import agenda, feedback, reports
from mentorjournal.journal.between import Feedback
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Meeting
from mentorjournal.mentoring.loop import is_cooling
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import agenda_item, meeting
from mentorjournal.words import short_day, tr

ASK_MINUTES, TALK_MINUTES = 5, 10


def next_meeting(journal: Journal, person_id: int, as_of: date) -> Meeting | None:
    """The next meeting with somebody, if one is arranged."""
    row = reports.next_meeting(journal.read(), person_id, as_of)
    return Meeting.of(row) if row else None


def meetings_on(journal: Journal, person_id: int, day: date) -> list[Meeting]:
    """The meetings with somebody on a day, but for those that were called off."""
    starts = type_coerce(meeting.c.starts_at, String)
    rows = journal.read().execute(
        select(meeting).where(
            meeting.c.person_id == person_id, meeting.c.status.in_((*COMING_STATES, "held")),
            func.substr(starts, 1, 10) == day.isoformat(),
        ).order_by(starts, meeting.c.id)
    ).mappings()
    return [Meeting.of(row) for row in rows]


def meeting_of(journal: Journal, entry: Feedback) -> list[Meeting]:
    """The meeting in which something was said, if it was in one."""
    rows = journal.read().execute(
        select(meeting).where(meeting.c.id == entry.meeting_id)).mappings()
    return [Meeting.of(row) for row in rows]


def on_agenda(journal: Journal, feedback_id: int) -> Meeting | None:
    """The coming meeting on whose agenda an entry stands."""
    row = journal.read().execute(
        select(meeting).join(agenda_item, agenda_item.c.meeting_id == meeting.c.id).where(
            agenda_item.c.source == reports.SOURCE, agenda_item.c.source_id == feedback_id,
            agenda_item.c.state == "planned", meeting.c.status.in_(COMING_STATES),
        ).order_by(meeting.c.starts_at).limit(1)
    ).mappings().first()
    return Meeting.of(row) if row else None


def require_cool(entry: Feedback, as_of: date) -> None:
    """Raises JournalError while it is too early to answer, and says until when."""
    if is_cooling(entry, as_of) and entry.cool_off_until:
        raise JournalError(tr(
            "You wanted to let this rest until {day}; an answer can wait until then.",
            day=short_day(entry.cool_off_until, as_of)))


def ask_in_meeting(
    journal: Journal, values: Mapping[str, Any], meeting_id: int, origin: object = None
) -> int:
    """Ask for feedback by way of an agenda: it counts as asked on the day of the meeting."""
    with journal.change(tr("Ask for feedback"), origin=origin):
        new_id = feedback.ask(journal, {**values, "asked_on": _day(journal, meeting_id)})
        put(journal, new_id, meeting_id)
        return new_id


def talk_in_meeting(
    journal: Journal, feedback_id: int, meeting_id: int, on: date, origin: object = None
) -> None:
    """Ask for a talk about it by way of an agenda. Raises JournalError before the cool-off ends."""
    require_cool(feedback.get(journal, feedback_id), on)
    with journal.change(tr("Ask for a talk"), origin=origin):
        feedback.ask_for_talk(journal, feedback_id, on, meeting_id)
        put(journal, feedback_id, meeting_id)


def put(
    journal: Journal, feedback_id: int, meeting_id: int, origin: object = None
) -> int:
    """Put an entry on an agenda as its step asks for: to ask, to talk over, or to report on.

    The id of the item. Raises JournalError when it is on that agenda already.
    """
    entry = feedback.get(journal, feedback_id)
    standing = [item for item in agenda.items(journal, meeting_id)
                if (item.source, item.source_id) == (reports.SOURCE, feedback_id)
                and item.state != "dropped"]
    if standing:
        raise JournalError(tr("It is on that agenda already."))
    with journal.change(tr("Add agenda item"), origin=origin):
        return agenda.add_item(journal, meeting_id, {
            **_item_of(entry), "source": reports.SOURCE, "source_id": feedback_id})


def _item_of(entry: Feedback) -> dict[str, Any]:
    about = entry.topic or entry.gist or entry.behaviour or tr("what you told me")
    if entry.date is None:
        return {"title": about[:reports.LONGEST_TITLE], "kind": "feedback_ask",
                "minutes": ASK_MINUTES, "wanted": "advice", "question": entry.question}
    if entry.acted_on:
        return {"title": reports.title(about), "kind": reports.KIND, "minutes": reports.MINUTES,
                "wanted": "just_to_tell"}
    return {"title": tr("Talk about: {topic}", topic=about)[:reports.LONGEST_TITLE],
            "kind": "advice", "minutes": TALK_MINUTES, "wanted": "advice"}


def _day(journal: Journal, meeting_id: int) -> date:
    starts = journal.read().execute(
        select(meeting.c.starts_at).where(meeting.c.id == meeting_id)).scalar()
    if starts is None:
        raise JournalError(tr("That meeting is gone."))
    day: date = starts.date()
    return day
