"""The meeting that is running: kept at every turn, what is captured in it, and its end.

Where it is stands among the drafts, inside the file but without history: a killed program goes on
where it was, and Undo does not step through clicks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select, update

from mentorjournal.journal import (
    agenda,
    carry_in,
    drafts,
    entries,
    feedback,
    feedback_given,
    meetings,
    outcomes,
    people,
    promises,
    reports,
)
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Action, AgendaItem, CarryIn, Meeting
from mentorjournal.mentoring import running as rules
from mentorjournal.mentoring.running import Running
from mentorjournal.mentoring.sides import side_of
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import action, agenda_item, meeting, outcome
from mentorjournal.store.schema import feedback as feedback_table
from mentorjournal.words import tr

THOUGHT = "thought"  # the source of an item that was parked before anybody talked about it
KEY = "running-meeting"
LINE_KEY = "running-line"  # what was typed to be captured, and not added yet
MOST_MINUTES = 1440


@dataclass(frozen=True)
class Heard:
    """Something captured that is one text: a decision or feedback, with its row's id."""

    id: int
    text: str
    item_id: int | None = None


@dataclass(frozen=True)
class Captured:
    """All that was captured in a meeting, by kind."""

    decisions: tuple[Heard, ...] = ()
    actions: tuple[Action, ...] = ()
    feedback: tuple[Heard, ...] = ()
    parked: tuple[AgendaItem, ...] = ()
    given: tuple[Heard, ...] = ()  # feedback of mine, in a meeting with somebody I mentor

    @property
    def count(self) -> int:
        """How many there are of all kinds."""
        return sum(map(len, (
            self.decisions, self.actions, self.feedback, self.given, self.parked)))


def find(journal: Journal) -> Running | None:
    """The meeting that was started and not ended; None when it is over or gone."""
    kept = drafts.find(journal, KEY)
    if kept is None:
        return None
    found = _read(kept.values)
    if found is None or not _is_coming(journal, found.meeting_id):
        return None
    return found


def to_talk_about(journal: Journal, meeting_id: int) -> list[AgendaItem]:
    """The items of a meeting that can be turned to, parked ones among them; no parked thoughts."""
    return [
        item for item in agenda.items(journal, meeting_id)
        if item.state != "dropped" and not (item.state == "parked" and item.source == THOUGHT)
    ]


def captured(journal: Journal, meeting_id: int) -> Captured:
    """What was captured in a meeting so far."""
    read = journal.read()
    decisions = read.execute(
        select(outcome.c.id, outcome.c.text, outcome.c.item_id)
        .where(outcome.c.meeting_id == meeting_id, outcome.c.kind == "decision")
        .order_by(outcome.c.position, outcome.c.id)
    )
    made = read.execute(
        select(action).where(action.c.meeting_id == meeting_id).order_by(action.c.id)
    ).mappings()
    return Captured(
        tuple(Heard(row.id, row.text, row.item_id) for row in decisions),
        tuple(Action.of(row) for row in made),
        heard(journal, meeting_id),
        tuple(item for item in agenda.items(journal, meeting_id) if item.state == "parked"),
        told(journal, meeting_id),
    )


def heard(journal: Journal, meeting_id: int) -> tuple[Heard, ...]:
    """What was said of my work in a meeting."""
    said = journal.read().execute(
        select(feedback_table.c.id, feedback_table.c.gist)
        .where(feedback_table.c.meeting_id == meeting_id).order_by(feedback_table.c.id)
    )
    return tuple(Heard(row.id, row.gist or "") for row in said)


def told(journal: Journal, meeting_id: int) -> tuple[Heard, ...]:
    """What I told somebody I mentor of their work in a meeting."""
    return tuple(Heard(one.id, one.behaviour or "")
                 for one in feedback_given.of_meeting(journal, meeting_id))


def is_reached(journal: Journal, meeting_id: int) -> bool:
    """Whether what was wanted of a meeting is among what I left with."""
    return _reached_row(journal, meeting_id) is not None


# While it runs ----------------------------------------------------------------------------------


def start(journal: Journal, meeting_id: int, now: datetime) -> Running:
    """Begin a meeting that is still to be held, or go on with it. Raises JournalError."""
    if journal.reading_only:
        raise JournalError(tr("This journal is open for reading only."))
    found = find(journal)
    if found is not None and found.meeting_id == meeting_id:
        return found
    if found is not None:
        raise JournalError(tr("Another meeting is still running. Please end that one first."))
    _require_coming(journal, meeting_id)
    which = meetings.get(journal, meeting_id)
    places = rules.places(to_talk_about(journal, meeting_id), which.planned_minutes)
    begun = rules.begin(
        meeting_id, meetings.instant(which), which.planned_minutes, places, now)
    keep(journal, begun)
    return begun


def keep(journal: Journal, running: Running) -> bool:
    """Write down where the meeting is; whether that could be done."""
    return drafts.keep(journal, KEY, {
        "meeting_id": running.meeting_id, "current": running.current,
        "is_paused": running.is_paused, "covered": sorted(running.covered),
        "spent": [[place, seconds] for place, seconds in running.spent.items()],
        "extra": [[place, minutes] for place, minutes in running.extra.items()],
        **{name: getattr(running, name).isoformat()
           for name in ("started", "ends", "since", "seen")},
        "planned": running.planned.isoformat() if running.planned else None,
    })


def keep_line(journal: Journal, values: Mapping[str, Any]) -> None:
    """Keep what stands in the line that captures; nothing when its text is empty."""
    if str(values.get("text") or "").strip():
        drafts.keep(journal, LINE_KEY, values)
    else:
        drafts.drop(journal, LINE_KEY)


def kept_line(journal: Journal) -> Mapping[str, Any]:
    """What stood in the line that captures."""
    found = drafts.find(journal, LINE_KEY)
    return found.values if found is not None else {}


def end(
    journal: Journal, running: Running, now: datetime, origin: object = None
) -> None:
    """The meeting is over: when it was, how long, and what became of each item."""
    last = rules.go(running, rules.SUM_UP, now)
    with journal.change(tr("End meeting"), origin=origin) as connection:
        _require_coming(journal, running.meeting_id)
        which = meetings.get(journal, running.meeting_id)
        entries.update_row(connection, meeting, which.id, {
            "status": "held", "starts_at": _held_at(which, last.started),
            "started_at": meetings.stamp(last.started), "ended_at": meetings.stamp(now),
            "actual_minutes": _minutes(rules.passed(last), 1),
        })
        items = agenda.items(journal, running.meeting_id)
        covered = rules.covered_now(last, items, [item.id for item in items if item.notes])
        for item in items:
            values: dict[str, Any] = {}
            if item.id in last.spent:
                values["spent_minutes"] = _minutes(last.spent[item.id])
            if item.id in covered and item.state == "planned":
                values["state"] = "covered"
            entries.update_row(connection, agenda_item, item.id, values)
        reports.settle(connection, which.id)
    drafts.drop(journal, KEY)


def reopen(journal: Journal, running: Running, origin: object = None) -> None:
    """Go back into a meeting that was ended by mistake; what was marked covered by hand stays."""
    with journal.change(tr("Go on with the meeting"), origin=origin) as connection:
        which = meetings.get(journal, running.meeting_id)
        by_hand = _covered_by_hand(journal, which, running)
        reports.unsettle(connection, which.id)
        entries.update_row(connection, meeting, which.id, {
            "status": "confirmed", "starts_at": _planned_at(which, running),
            "started_at": None, "ended_at": None, "actual_minutes": None,
        })
        mine = agenda_item.c.meeting_id == running.meeting_id
        took = agenda_item.c.spent_minutes.is_not(None)
        connection.execute(update(agenda_item).where(mine, took).values(spent_minutes=None))
        connection.execute(
            update(agenda_item).where(mine, agenda_item.c.state == "covered")
            .values(state="planned")
        )
        reports.follow(connection, which.id)
    keep(journal, replace(running, covered=running.covered | by_hand))


def _covered_by_hand(journal: Journal, which: Meeting, running: Running) -> set[int]:
    """The items that the end itself had not called covered."""
    items = agenda.items(journal, which.id)
    ended = datetime.fromisoformat(which.ended_at) if which.ended_at else running.seen
    counted = rules.covered_now(
        rules.look(running, ended), items, [item.id for item in items if item.notes])
    return {item.id for item in items if item.state == "covered"} - counted


def _held_at(which: Meeting, started: datetime) -> datetime:
    """The planned time, or the real beginning of one that was held on another day."""
    begun = _on_its_clock(which, started)
    is_that_day = begun.date() == which.day
    in_good_time = timedelta(0) <= which.starts_at - begun <= rules.IN_GOOD_TIME
    return which.starts_at if is_that_day or in_good_time else begun


def _planned_at(which: Meeting, running: Running) -> datetime:
    """When it was to begin, unless its time was changed since it was ended."""
    moved = which.starts_at == _on_its_clock(which, running.started)
    return _on_its_clock(which, running.planned) if moved and running.planned else which.starts_at


def _on_its_clock(which: Meeting, moment: datetime) -> datetime:
    local = moment.astimezone(ZoneInfo(which.zone))
    return local.replace(tzinfo=None, second=0, microsecond=0)


# What is captured -------------------------------------------------------------------------------


def capture_action(
    journal: Journal, meeting_id: int, text: str, *, owner: str = "me", due: date | None = None,
    item_id: int | None = None, origin: object = None,
) -> int:
    """Note a promise made in a meeting."""
    return promises.add(
        journal, {"meeting_id": meeting_id, "text": text, "owner": owner, "due": due,
                  "item_id": item_id}, origin=origin)


def capture_feedback(
    journal: Journal, meeting_id: int, text: str, on: date, origin: object = None
) -> int:
    """Note what was said of my work, for the feedback log; with a mentee, what I said of theirs."""
    whose = meetings.get(journal, meeting_id).person_id
    i_mentor = side_of(people.get(journal, whose)).i_mentor
    note = feedback_given.tell if i_mentor else feedback.hear
    return note(journal, whose, text, on, meeting_id=meeting_id, origin=origin)


def capture_decision(
    journal: Journal, meeting_id: int, text: str, *, item_id: int | None = None,
    origin: object = None,
) -> int:
    """Note what was decided."""
    with journal.change(tr("Note decision"), origin=origin):
        return outcomes.add(
            journal, meeting_id, {"kind": "decision", "text": text, "item_id": item_id})


def edit_action(
    journal: Journal, action_id: int, text: str, *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Say a promise in other words."""
    with journal.change(tr("Edit promise"), merge=merge, origin=origin) as connection:
        entries.update_row(connection, action, action_id, {"text": text})


def park(journal: Journal, item_id: int, origin: object = None) -> None:
    """Leave an item for the next meeting."""
    with journal.change(tr("Park item"), origin=origin) as connection:
        before = entries.fetch(connection, agenda_item, item_id)
        entries.update_row(connection, agenda_item, item_id, {"state": "parked"})
        reports.follow_item(connection, before, "parked")


def park_thought(
    journal: Journal, meeting_id: int, text: str, origin: object = None
) -> int:
    """Keep a thought for the next meeting."""
    return agenda.add_item(
        journal, meeting_id, {"title": text, "state": "parked", "source": THOUGHT},
        origin=origin)


def take_up(journal: Journal, item_id: int, origin: object = None) -> None:
    """Come to a parked item after all."""
    with journal.change(tr("Take up item"), origin=origin) as connection:
        entries.update_row(connection, agenda_item, item_id, {"state": "planned"})


def come_up(journal: Journal, meeting_id: int, title: str, origin: object = None) -> int:
    """Add an item that nobody had planned."""
    return agenda.add_item(
        journal, meeting_id, {"title": title, "state": "added_in_meeting"}, origin=origin)


def raise_carried(
    journal: Journal, meeting_id: int, carry: CarryIn, origin: object = None
) -> int:
    """Bring up something that was to be carried in and is not on the agenda."""
    with journal.change(tr("Add agenda item"), origin=origin) as connection:
        new_id = carry_in.take(journal, meeting_id, carry)
        entries.update_row(connection, agenda_item, new_id, {"state": "added_in_meeting"})
        return new_id


def set_reached(
    journal: Journal, meeting_id: int, reached: bool, origin: object = None
) -> None:
    """Say whether what was wanted of a meeting is reached: it is then among the outcomes."""
    whom = people.get(journal, meetings.get(journal, meeting_id).person_id)
    with journal.change(side_of(whom).meeting.reaching, origin=origin):
        row, wanted = _reached_row(journal, meeting_id), _wanted(journal, meeting_id)
        if reached and row is None and wanted:
            outcomes.add(journal, meeting_id, {"kind": "other", "text": wanted})
        elif not reached and row is not None:
            outcomes.remove(journal, row)


def _wanted(journal: Journal, meeting_id: int) -> str:
    return meetings.get(journal, meeting_id).desired_outcome or ""


def _reached_row(journal: Journal, meeting_id: int) -> int | None:
    return journal.read().execute(
        select(outcome.c.id).where(
            outcome.c.meeting_id == meeting_id, outcome.c.kind == "other",
            outcome.c.text == _wanted(journal, meeting_id))
    ).scalar()


def _is_coming(journal: Journal, meeting_id: int) -> bool:
    status = journal.read().execute(
        select(meeting.c.status).where(meeting.c.id == meeting_id)
    ).scalar()
    return status in COMING_STATES


def _require_coming(journal: Journal, meeting_id: int) -> None:
    if not _is_coming(journal, meeting_id):
        raise JournalError(tr("This meeting is over; only one still to come can be started."))


def _minutes(seconds: float, least: int = 0) -> int:
    return min(MOST_MINUTES, max(least, round(seconds / 60)))


def _read(values: Mapping[str, Any]) -> Running | None:
    try:
        instants = {name: datetime.fromisoformat(values[name])
                    for name in ("started", "ends", "since", "seen")}
        planned = values.get("planned")
        return Running(
            planned=datetime.fromisoformat(planned) if planned else None,
            meeting_id=int(values["meeting_id"]), current=int(values["current"]),
            is_paused=bool(values["is_paused"]), covered=frozenset(values["covered"]),
            spent={int(place): float(seconds) for place, seconds in values["spent"]},
            extra={int(place): int(minutes) for place, minutes in values["extra"]}, **instants,
        )
    except (KeyError, TypeError, ValueError):  # kept by a version that wrote it otherwise
        return None
