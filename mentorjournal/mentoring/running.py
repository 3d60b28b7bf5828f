"""A meeting while it runs: one item at a time, what each has taken, and when it will be over.

The time is that of the wall clock: while the computer slept the meeting went on, so that time
counts for the item that was current. A clock that is set back takes nothing from what was counted.
Two minutes at a press, and fifteen seconds until an item counts as talked about, are ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Protocol

from mentorjournal.mentoring.agenda import LEFT_OUT, SUM_UP_MINUTES
from mentorjournal.words import tr

SUM_UP, TALK = 0, -1  # places that are no item: the end, and a meeting without an agenda
MORE_MINUTES = 2
LEAST_SECONDS = 15
IN_GOOD_TIME = timedelta(minutes=30)  # a start so much early still belongs to the planned time


class Timed(Protocol):
    """What these rules read of an agenda item."""

    @property
    def id(self) -> int: ...
    @property
    def minutes(self) -> int: ...
    @property
    def priority(self) -> str: ...
    @property
    def state(self) -> str: ...


@dataclass(frozen=True)
class Place:
    """Where a meeting can be: an item, or one of the places that are none."""

    id: int
    minutes: int
    priority: str = "must"
    state: str = "planned"


@dataclass(frozen=True)
class Running:
    """A meeting on its way. Instants are aware; `spent` is in seconds, `extra` in minutes.

    The `current` place has run since `since`, or stands still when `is_paused`; `seen` is the last
    moment that was looked at; `covered` are the items that were gone on from; `planned` is when it
    was to begin.
    """

    meeting_id: int
    started: datetime
    ends: datetime
    current: int
    since: datetime
    seen: datetime
    is_paused: bool = False
    spent: Mapping[int, float] = field(default_factory=dict)
    extra: Mapping[int, int] = field(default_factory=dict)
    covered: frozenset[int] = frozenset()
    planned: datetime | None = None


def begin(
    meeting_id: int, planned_start: datetime, planned_minutes: int, places: Sequence[Timed],
    now: datetime,
) -> Running:
    """Start now at the first place; it ends as planned, or later when it starts at another time."""
    slot = timedelta(minutes=planned_minutes)
    in_time = planned_start - IN_GOOD_TIME <= now < planned_start + slot
    ends = planned_start + slot if in_time else now + slot
    return Running(meeting_id, now, ends, places[0].id, now, now, planned=planned_start)


def places(items: Iterable[Timed], planned_minutes: int) -> list[Timed]:
    """Where a meeting can be, in order; one long talk when there is no agenda. Summing up is last.

    Parked items can be gone to as well: that takes them up again.
    """
    found: list[Timed] = [item for item in items if item.state != "dropped"]
    if not found:
        found = [Place(TALK, planned_minutes)]
    return [*found, Place(SUM_UP, SUM_UP_MINUTES)]


# Time -------------------------------------------------------------------------------------------


def look(running: Running, now: datetime) -> Running:
    """The meeting as it is `now`. A clock set back moves its beginning, and no minute is lost."""
    back = running.seen - now
    if back <= timedelta(0):
        return replace(running, seen=now)
    counted = _booked(running, running.seen)
    return replace(counted, started=running.started - back, since=now, seen=now)


def spent_on(running: Running, place: int) -> float:
    """Seconds a place has taken, as last looked at."""
    before = running.spent.get(place, 0.0)
    return before + (_open_seconds(running, running.seen) if place == running.current else 0.0)


def passed(running: Running) -> float:
    """Seconds since the meeting began, pauses among them."""
    return max(0.0, (running.seen - running.started).total_seconds())


def minutes_for(running: Running, place: Timed) -> int:
    """Minutes a place may take: those planned and those given to it. A talk without an agenda
    has what there is from the beginning of the meeting to its end."""
    planned = place.minutes
    if place.id == TALK:
        planned = max(1, int((running.ends - running.started).total_seconds() // 60))
    return planned + running.extra.get(place.id, 0)


def seconds_left(running: Running, place: Timed) -> float:
    """Seconds until the time of a place is over; below 0 it is over. Summing up has what is left
    of the meeting."""
    if place.id == SUM_UP:
        return (running.ends - running.seen).total_seconds()
    return minutes_for(running, place) * 60 - spent_on(running, place.id)


def _open_seconds(running: Running, now: datetime) -> float:
    if running.is_paused:
        return 0.0
    return max(0.0, (now - running.since).total_seconds())


def _booked(running: Running, now: datetime) -> Running:
    """What the current place has taken so far, written down."""
    taken = running.spent.get(running.current, 0.0) + _open_seconds(running, now)
    return replace(running, spent={**running.spent, running.current: taken}, since=now)


# Moving on --------------------------------------------------------------------------------------


def go(running: Running, place: int, now: datetime) -> Running:
    """Turn to another place; a pause is over with that."""
    booked = _booked(look(running, now), now)
    return replace(booked, current=place, is_paused=False)


def go_on(running: Running, place: int, now: datetime) -> Running:
    """Turn to another place because the current one is done."""
    done = running.covered | ({running.current} if running.current > SUM_UP else set())
    return replace(go(running, place, now), covered=frozenset(done))


def pause(running: Running, now: datetime) -> Running:
    """Let the time of the current place stand still; the meeting itself does not."""
    return replace(_booked(look(running, now), now), is_paused=True)


def resume(running: Running, now: datetime) -> Running:
    """Let it run again; nothing happens to one that runs."""
    seen = look(running, now)
    return replace(seen, since=now, is_paused=False) if running.is_paused else seen


def give(running: Running, place: int, now: datetime, minutes: int = MORE_MINUTES) -> Running:
    """Give a place more minutes; the end of the meeting stays, so the others have less."""
    given = running.extra.get(place, 0) + minutes
    return replace(look(running, now), extra={**running.extra, place: given})


def fit(running: Running, found: Sequence[Timed]) -> Running:
    """A place that is no longer there is left for the first one still to come."""
    ids = [place.id for place in found]
    if running.current in ids:
        return running
    to = following(running, found) or SUM_UP
    return replace(_booked(running, running.seen), current=to)


def following(running: Running, found: Sequence[Timed]) -> int | None:
    """The place to turn to next: the first open one below, else above, else summing up."""
    ids = [place.id for place in found]
    if running.current == SUM_UP:
        return None
    here = ids.index(running.current) if running.current in ids else -1
    for place in [*found[here + 1:], *found[: max(here, 0)]]:
        if place.id != SUM_UP and is_ahead(running, place):
            return place.id
    return SUM_UP


def neighbour(running: Running, found: Sequence[Timed], step: int) -> int | None:
    """The place above (-1) or below (1) the current one; None at the end of the list."""
    ids = [place.id for place in found]
    at = ids.index(running.current) + step if running.current in ids else 0
    return ids[at] if 0 <= at < len(ids) else None


def is_ahead(running: Running, place: Timed) -> bool:
    """Whether a place is still to come: not current, not done, not parked."""
    return (
        place.id != running.current and place.state not in LEFT_OUT
        and place.id not in running.covered and not was_long(running, place.id)
    )


def was_long(running: Running, place: int) -> bool:
    """Whether a place had more than a passing look."""
    return spent_on(running, place) >= LEAST_SECONDS


def covered_now(running: Running, items: Iterable[Timed], noted: Iterable[int] = ()) -> set[int]:
    """The items that were talked about, were they to end now; `noted` are those with notes."""
    known = {*running.covered, *noted}
    return {
        item.id for item in items
        if item.state not in LEFT_OUT and (item.id in known or was_long(running, item.id))
    }


# Where it is going ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Stretch:
    """A part of the course: what it is, in seconds. Kinds: spent, left, ahead, free and over."""

    kind: str
    seconds: float
    place: int = SUM_UP
    priority: str = "must"


@dataclass(frozen=True)
class Course:
    """When the items will be through, and the way there from the beginning."""

    finish: datetime
    stretches: tuple[Stretch, ...]
    passed: float
    to_sum_up: int

    @property
    def over_minutes(self) -> int:
        """Whole minutes by which the items go beyond the end."""
        over = sum(part.seconds for part in self.stretches if part.kind == "over")
        return round(over / 60)


def course(running: Running, found: Sequence[Timed]) -> Course:
    """The course from now: what the current item and those ahead still take, against the end."""
    ahead = [
        Stretch(
            "left" if place.id == running.current else "ahead",
            max(0.0, seconds_left(running, place)), place.id, place.priority,
        )
        for place in found
        if place.id != SUM_UP and (place.id == running.current or is_ahead(running, place))
    ]
    finish = running.seen + timedelta(seconds=sum(part.seconds for part in ahead))
    room = (running.ends - finish).total_seconds()
    return Course(
        finish, tuple(_cut(running, [*_done(running, found), *ahead], room)), passed(running),
        min(SUM_UP_MINUTES, max(0, int(room // 60))),
    )


def _done(running: Running, found: Sequence[Timed]) -> list[Stretch]:
    """What has passed, an item a stretch; pauses and places that are gone are among the last."""
    done = [Stretch("spent", spent_on(running, place.id), place.id) for place in found]
    rest = passed(running) - sum(part.seconds for part in done)
    return [part for part in (*done, Stretch("spent", rest)) if part.seconds > 0.5]


def _cut(running: Running, parts: Iterable[Stretch], room: float) -> Iterable[Stretch]:
    """The parts up to the end of the meeting, then what is free or goes beyond it."""
    at, whole = 0.0, (running.ends - running.started).total_seconds()
    for part in parts:
        inside = min(part.seconds, max(0.0, whole - at))
        if inside > 0:
            yield replace(part, seconds=inside)
        if inside < part.seconds:
            yield replace(part, kind="over", seconds=part.seconds - inside)
        at += part.seconds
    if room > 0:
        yield Stretch("free", room)


# Words ------------------------------------------------------------------------------------------


def countdown(seconds: float) -> str:
    """Such as "5:48"; how long it has been over counts up. A second begun is shown."""
    whole = -int(-seconds // 1) if seconds > 0 else int(-seconds)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def took_words(seconds: float, planned: int) -> str:
    """Such as "took 13 min, 1 over"."""
    taken = round(seconds / 60)
    if taken > planned:
        return tr("took {n} min, {over} over", n=taken, over=taken - planned)
    return tr("took {n} min", n=taken) if taken else tr("took less than a minute")


def quick_days(today: date) -> list[tuple[str, str, date | None]]:
    """Days a promise is often due by: key, words, day."""
    friday = today + timedelta(days=(4 - today.weekday()) % 7)
    return [
        ("tomorrow", tr("Tomorrow"), today + timedelta(days=1)),
        ("this_week", tr("This week"), friday),
        ("week", tr("In a week"), today + timedelta(days=7)),
        ("two_weeks", tr("In two weeks"), today + timedelta(days=14)),
        ("month", tr("In a month"), today + timedelta(days=30)),
        ("none", tr("No date"), None),
    ]
