"""What is on the timeline: lanes after the filter, their marks in two rows, and the way about them.

Without Qt, so that the way from mark to mark can be tested by itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from mentorjournal.mentoring.timeline import Lane, Mark
from mentorjournal.ui.timeline.layout import Spot, between, gather
from mentorjournal.words import short_name

ON_BAND = ("meeting", "message")

Key = tuple[str, int, str]


@dataclass(frozen=True)
class Filter:
    """Which marks and whose lanes are shown; None lets all through.

    With `only_with_marks` lanes of which no mark is left are hidden too.
    """

    kinds: frozenset[str] | None = None
    people: frozenset[int] | None = None
    only_with_marks: bool = False


class Choice(NamedTuple):
    """A mark and the lane it is in."""

    lane: Lane
    mark: Mark


class Row:
    """Marks of one lane at one height, with their spots at a width of a day."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self.marks = marks
        self._days = [mark.day.toordinal() + 0.5 for mark in marks]
        self._at = (0.0, 0.0)
        self._spots: list[Spot] = []

    def spots(self, day_width: float, scale: float = 1.0) -> list[Spot]:
        """All spots, worked out once for a width of a day."""
        if self._at != (day_width, scale):
            self._at = (day_width, scale)
            self._spots = gather([day * day_width for day in self._days], day_width, scale)
        return self._spots

    def seen(
        self, day_width: float, left: float, right: float, scale: float = 1.0
    ) -> Sequence[Spot]:
        """The spots from `left` to `right`."""
        return between(self.spots(day_width, scale), left, right) if self._days else ()

    def spot_of(self, mark: Mark, day_width: float, scale: float = 1.0) -> Spot | None:
        """The spot that shows a mark."""
        if mark not in self.marks:
            return None
        place = self.marks.index(mark)
        return next(
            spot for spot in self.spots(day_width, scale) if spot.start <= place < spot.stop)


class Rows:
    """The marks of a lane that the filter lets through: all, those on the band, those above."""

    def __init__(self, lane: Lane, kinds: frozenset[str] | None) -> None:
        marks = lane.marks
        if kinds is not None:
            marks = tuple(mark for mark in marks if mark.kind in kinds)
        self.marks = marks
        self.band = Row([mark for mark in marks if mark.kind in ON_BAND])
        self.upper = Row([mark for mark in marks if mark.kind not in ON_BAND])

    def row_of(self, mark: Mark) -> Row:
        """The row a mark is in."""
        return self.band if mark.kind in ON_BAND else self.upper


class Board:
    """The lanes that are shown, in order."""

    def __init__(self) -> None:
        self.everyone: list[Lane] = []
        self.lanes: list[Lane] = []
        self.filter = Filter()
        self._rows: dict[int, tuple[Lane, Rows]] = {}
        self._labels: dict[int, str] = {}

    def set_lanes(self, lanes: Iterable[Lane]) -> None:
        """Show these lanes, filtered as before; what was worked out for one that stays is kept."""
        self.everyone = list(lanes)
        names = [short_name(lane.name) for lane in self.everyone]
        times = Counter(names)
        self._labels = {
            lane.person_id: short if times[short] == 1 else " ".join(lane.name.split())
            for lane, short in zip(self.everyone, names, strict=True)
        }
        self._settle()

    def set_filter(self, wanted: Filter) -> None:
        """Show only what the filter lets through."""
        if wanted.kinds != self.filter.kinds:
            self._rows.clear()
        self.filter = wanted
        self._settle()

    def _settle(self) -> None:
        people, kinds = self.filter.people, self.filter.kinds
        self.lanes = [
            lane for lane in self.everyone
            if (people is None or lane.person_id in people) and (
                not self.filter.only_with_marks
                or any(kinds is None or mark.kind in kinds for mark in lane.marks))
        ]
        ids = {lane.person_id for lane in self.everyone}
        self._rows = {key: held for key, held in self._rows.items() if key in ids}

    def rows(self, lane: Lane) -> Rows:
        """The rows of a lane, made when it is first shown."""
        held = self._rows.get(lane.person_id)
        if held is None or held[0] is not lane:
            held = self._rows[lane.person_id] = (lane, Rows(lane, self.filter.kinds))
        return held[1]

    def label(self, lane: Lane) -> str:
        """What a lane is called: title and family name, or all of it where two share that."""
        return self._labels.get(lane.person_id, lane.name)

    def extent(self, today: date) -> tuple[int, int]:
        """The first and last day of all lanes, today among them."""
        firsts, lasts = [today], [today]
        for lane in self.lanes:
            firsts += [band.first for band in lane.bands[:1]]
            firsts += [mark.day for mark in lane.marks[:1]]
            lasts += [mark.day for mark in lane.marks[-1:]]
        return min(firsts).toordinal(), max(lasts).toordinal()

    # From mark to mark

    def find(self, key: Key, person_id: int | None = None) -> Choice | None:
        """The mark with `key`, if it is shown."""
        for lane in self.lanes:
            if person_id in (None, lane.person_id):
                for mark in self.rows(lane).marks:
                    if mark.row == key[1] and mark.key == key:
                        return Choice(lane, mark)
        return None

    def step(self, chosen: Choice, way: int) -> Choice:
        """The next or previous mark in the lane; the same at its end."""
        marks = self.rows(chosen.lane).marks
        place = marks.index(chosen.mark) + way
        return Choice(chosen.lane, marks[min(max(0, place), len(marks) - 1)])

    def across(self, chosen: Choice, way: int) -> Choice:
        """The mark nearest in time in the lane above (-1) or below (1) that has any."""
        place = self.lanes.index(chosen.lane)
        order = range(place + 1, len(self.lanes)) if way > 0 else range(place - 1, -1, -1)
        for other in order:
            found = self.nearest(self.lanes[other], chosen.mark.day)
            if found is not None:
                return found
        return chosen

    def end(self, lane: Lane, way: int) -> Choice | None:
        """The first (-1) or last (1) mark of a lane."""
        marks = self.rows(lane).marks
        return Choice(lane, marks[0 if way < 0 else -1]) if marks else None

    def nearest(self, lane: Lane, day: date) -> Choice | None:
        """The mark of a lane that is nearest to a day."""
        marks = self.rows(lane).marks
        if not marks:
            return None
        place = bisect_left(marks, day, key=lambda mark: mark.day)
        near = marks[max(0, place - 1):place + 1]
        return Choice(lane, min(near, key=lambda mark: abs((mark.day - day).days)))

    def marks_of(self, row: Row, spot: Spot) -> Sequence[Mark]:
        """The marks a spot stands for."""
        return row.marks[spot.start:spot.stop]

    def with_marks(self) -> Iterator[Lane]:
        """The lanes that have a mark."""
        return (lane for lane in self.lanes if self.rows(lane).marks)
