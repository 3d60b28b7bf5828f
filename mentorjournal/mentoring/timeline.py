"""What a relationship looks like in order: a lane for each person, with bands, gaps and marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal, NamedTuple

from mentorjournal.mentoring.rhythm import FURTHEST

BandKind = Literal["exploring", "active", "moving_on"]
MarkKind = Literal["meeting", "message", "feedback", "told", "thanks", "letter", "milestone"]
MARK_KINDS: tuple[MarkKind, ...] = (
    "meeting", "message", "feedback", "told", "thanks", "letter", "milestone",
)
# A stage in which a relationship pauses is shown as active, and no gap is counted in it.
_BAND_OF: Mapping[str, BandKind] = {
    "considering": "exploring", "met": "exploring", "asked": "exploring",
    "initiation": "active", "cultivation": "active", "paused": "active",
    "separation": "moving_on", "redefinition": "moving_on",
}
PAST_STAGES = ("closed", "declined")


@dataclass(frozen=True)
class Band:
    """A stage of a relationship from its first day to its last; `last` None goes on."""

    kind: BandKind
    first: date
    last: date | None = None


@dataclass(frozen=True)
class Gap:
    """Days without a touchpoint beyond the agreed rhythm; `last` None lasts until today."""

    first: date
    last: date | None = None


class Mark(NamedTuple):
    """Something that happened on a day, or is arranged; the row it stands for is `table`, `row`.

    `part` says what of the row it is: a meeting "held", "coming", "called_off" or "missed"; a
    contact "answered" or "unanswered"; feedback "given", mine to them "told"; thanks "said"; a
    letter "asked" or "submitted"; a milestone "stage", "start", "ended", "achieved", "agreed",
    "reviewed" or "conversation". `words` is one line for a tooltip, the list and a screen reader,
    with nothing private in it; the journal leaves it empty and reads it when it is shown.
    """

    # A tuple, because twenty years have forty thousand of them.
    kind: MarkKind
    day: date
    table: str
    row: int
    part: str = ""
    words: str = ""
    is_coming: bool = False
    is_touchpoint: bool = False

    @property
    def key(self) -> tuple[str, int, str]:
        """What tells it from every other mark; a letter asked for and submitted has two."""
        return (self.table, self.row, self.part)


@dataclass(frozen=True)
class Lane:
    """All of one person, in the order of days; `rhythm` is "Every 4 weeks" or how they stand.

    `role` gives the colour, `standing` ("mentor", "candidate", "past", "mentee") the shape of the
    picture. `rests_on` are rows behind the lane that have no mark of their own.
    """

    person_id: int
    name: str
    rhythm: str = ""
    bands: tuple[Band, ...] = ()
    gaps: tuple[Gap, ...] = ()
    marks: tuple[Mark, ...] = ()
    initials: str = ""
    role: str | None = None
    standing: str = "mentor"
    photo: bytes | None = None
    rests_on: frozenset[tuple[str, int]] = frozenset()

    @property
    def last_seen(self) -> date | None:
        """The day of the last touchpoint."""
        return next((mark.day for mark in reversed(self.marks) if mark.is_touchpoint), None)


@dataclass(frozen=True)
class Course:
    """What is written of a relationship's way: its stage, its days, and what was decided.

    `stages` are stages with the day each began, in order; `closings` the days on which closing was
    decided; `reopenings` those on which it was taken up again.
    """

    stage: str
    start: date | None = None
    ended: date | None = None
    is_candidate: bool = False
    stages: tuple[tuple[date, str], ...] = ()
    closings: tuple[date, ...] = ()
    reopenings: tuple[date, ...] = ()


_Turn = tuple[date, BandKind | None]


def bands(course: Course, first: date | None, last: date | None, as_of: date) -> tuple[Band, ...]:
    """The stages of a relationship as bands, each ending where the next begins.

    `first` and `last` are the days of its first and last mark. What is written comes first: stages
    with their days, a decision to close, an end. What lies before that is derived: exploring from
    the first mark to the start, active from there.
    """
    written: list[_Turn] = [
        *((day, "moving_on") for day in course.closings),
        *((day, "active") for day in course.reopenings),
        *((day, _BAND_OF.get(stage)) for day, stage in course.stages),
    ]
    written.sort(key=lambda turn: turn[0])
    stages_from = min((day for day, _ in course.stages), default=FURTHEST)
    turns = [turn for turn in _derived(course, first, last) if turn[0] < stages_from]
    turns = sorted([*turns, *written], key=lambda turn: turn[0])
    end = _end(course, last)
    if end is not None and end <= as_of:
        turns = [turn for turn in turns if turn[0] < end] + [(end, None)]
    return tuple(_between([turn for turn in turns if turn[0] <= as_of]))


def _derived(course: Course, first: date | None, last: date | None) -> Iterator[_Turn]:
    known = min((day for day in (first, course.start) if day), default=None)
    if known is None:
        return
    if course.is_candidate or (course.stage == "declined" and course.start is None):
        yield known, "exploring"
        return
    if course.start is not None and known < course.start:
        yield known, "exploring"
    yield course.start or known, "active"
    if _BAND_OF.get(course.stage) == "moving_on" and not course.stages and not course.closings:
        # Since when is not written: the last time in touch is the nearest day that is known.
        yield max(last or known, course.start or known), "moving_on"


def _end(course: Course, last: date | None) -> date | None:
    if course.ended is not None or course.stage not in PAST_STAGES:
        return course.ended
    written = [day for day, stage in course.stages if stage in PAST_STAGES]
    return written[-1] if written else last or course.start


def _between(turns: Sequence[_Turn]) -> Iterator[Band]:
    """A band from each turn to the next of another kind; the last of one day counts."""
    kept: list[_Turn] = []
    for day, kind in turns:
        if kept and kept[-1][0] == day:
            kept.pop()
        if not kept or kept[-1][1] != kind:
            kept.append((day, kind))
    ends: list[date | None] = [*(day for day, _ in kept[1:]), None]
    for (day, kind), end in zip(kept, ends, strict=False):
        if kind is not None:
            yield Band(kind, day, end)


def pauses(course: Course) -> tuple[tuple[date, date | None], ...]:
    """From when to when a relationship was in the stage "paused"."""
    ends = [*(day for day, _ in course.stages[1:]), None]
    return tuple(
        (day, end)
        for (day, stage), end in zip(course.stages, ends, strict=False) if stage == "paused"
    )


def gaps(
    touchpoints: Sequence[date], bands: Sequence[Band], every_days: int, as_of: date,
    paused_until: date | None = None, pauses: Sequence[tuple[date, date | None]] = (),
) -> tuple[Gap, ...]:
    """Where contact was longer apart than `every_days`, inside the active bands.

    A gap goes from the day contact was due to the next touchpoint, or to today. After a pause the
    days are counted from its end, and within one there is no gap; before the first touchpoint
    nothing was due (both as in `rhythm.reading`).
    """
    active = [(band.first, band.last) for band in bands if band.kind == "active"]
    if not active:
        return ()
    begins, ends = active[0][0], active[-1][1] or FURTHEST
    restarts = [day for day in (paused_until, *(last for _, last in pauses)) if day]
    is_paused = paused_until is not None and as_of < paused_until
    is_paused = is_paused or any(last is None for _, last in pauses)
    found: list[Gap] = []
    for before, day in pairwise(touchpoints):
        if (day - before).days > every_days and begins < day and before < ends:
            found += _gap(before, day, every_days, restarts, active)
    if touchpoints and not is_paused and (as_of - touchpoints[-1]).days > every_days:
        found += _gap(touchpoints[-1], as_of, every_days, restarts, active, is_open=True)
    return tuple(found)


def _gap(
    before: date, after: date, every_days: int, restarts: Sequence[date],
    active: Sequence[tuple[date, date | None]], *, is_open: bool = False,
) -> Iterator[Gap]:
    counted_from = max([before, *(day for day in restarts if before < day <= after)])
    if (after - counted_from).days <= every_days:
        return
    due = counted_from + timedelta(every_days)
    for first, last in active:
        begins, ends = max(due, first), min(after, last or after)
        if begins < ends:
            yield Gap(begins, None if is_open and last is None else ends)
