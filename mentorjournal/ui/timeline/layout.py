"""Where things stand on the timeline, in pixels: days across, marks spread apart or gathered.

Pure arithmetic, without Qt. A day is its ordinal; x 0 is day 0, so that a place depends on the
pixels a day alone and not on what else is shown.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

MONTH, QUARTER, YEAR = 18.0, 6.0, 1.9  # px a day (TOKENS 7)
NEAREST, FARTHEST = 60.0, 0.08

LANE, AXIS, LABELS = 47.0, 40.0, 192.0
UPPER_Y, BAND_TOP, BAND_BOTTOM = 13.0, 25.0, 39.0
BAND_Y = (BAND_TOP + BAND_BOTTOM) / 2
PAD_LEFT, PAD_RIGHT = 24.0, 48.0  # px before the first day and after the last

ROOM = 15.0  # px that a mark needs for itself
PILL_ROOM, WIDE_PILL_ROOM = 21.0, 27.0  # the same for marks gathered into one, from 100 on wide
PUSH = 8.0  # px by which a mark may stand beside its day to make room for another


class Spot(NamedTuple):
    """One thing that is drawn in a row: the marks from `start` to before `stop`, at `x`."""

    x: float
    start: int
    stop: int

    @property
    def count(self) -> int:
        """How many marks it stands for."""
        return self.stop - self.start


def room_of(count: int, scale: float = 1.0) -> float:
    """The width of one mark, or of `count` gathered into one."""
    room = ROOM if count == 1 else PILL_ROOM if count < 100 else WIDE_PILL_ROOM
    return room * scale


def gather(xs: Sequence[float], day_width: float, scale: float = 1.0) -> list[Spot]:
    """Spots for marks at `xs` (in order): on their day, spread apart, or gathered into one.

    Spots never overlap. A few close marks are spread while each stays near its day; more of them
    become one spot. `scale` is the text size.
    """
    return _Row(xs, max(ROOM * scale, day_width / 2), scale).placed()


class _Row:
    def __init__(self, xs: Sequence[float], most_shift: float, scale: float) -> None:
        self.xs, self.most_shift, self.scale = xs, most_shift, scale
        self.spots: list[Spot] = []
        self.edge = float("-inf")  # where the last spot ends

    def placed(self) -> list[Spot]:
        xs, reach, n = self.xs, PILL_ROOM * self.scale, len(self.xs)
        half, start = ROOM * self.scale / 2, 0
        while start < n:
            x, stop = xs[start], start + 1
            while stop < n and xs[stop] - x < reach:
                stop += 1
            if stop == start + 1 and x - half >= self.edge:
                self.spots.append(Spot(x, start, stop))
                self.edge = x + half
            elif not self._spread(start, stop):
                self._join(start, stop)
            start = stop
        return self.spots

    def _spread(self, start: int, stop: int) -> bool:
        """Put the marks side by side, each near its day; False when there is no room for that."""
        room = ROOM * self.scale
        if (stop - start - 1) * room > 2 * self.most_shift + PILL_ROOM * self.scale:
            return False
        own = self.xs[start:stop]
        at = [max(own[0], self.edge + room / 2)]
        for x in own[1:]:
            at.append(max(x, at[-1] + room))
        back = sum(a - x for a, x in zip(at, own, strict=True)) / len(at)
        back = min(back, at[0] - self.edge - room / 2)
        at = [a - back for a in at]
        right = at[-1] + room / 2
        if stop < len(self.xs) and right > self.xs[stop] - room / 2:
            return False
        if any(abs(a - x) > self.most_shift for a, x in zip(at, own, strict=True)):
            return False
        self.spots += [Spot(a, start + n, start + n + 1) for n, a in enumerate(at)]
        self.edge = right
        return True

    def _join(self, start: int, stop: int) -> None:
        """Gather the marks into one spot, together with those before it where they would touch."""
        while True:
            middle = (self.xs[start] + self.xs[stop - 1]) / 2
            half = room_of(stop - start, self.scale) / 2
            x = max(middle, self.edge + half)
            if x - middle <= PUSH * self.scale or not self.spots:
                break
            start = self.spots.pop().start
            last = self.spots[-1] if self.spots else None
            self.edge = last.x + room_of(last.count, self.scale) / 2 if last else float("-inf")
        self.spots.append(Spot(x, start, stop))
        self.edge = x + half


def between(spots: Sequence[Spot], left: float, right: float) -> Sequence[Spot]:
    """The spots from `left` to `right`."""
    first = bisect_left(spots, left, key=_x)
    return spots[first:bisect_right(spots, right, lo=first, key=_x)]


def _x(spot: Spot) -> float:
    return spot.x


@dataclass
class Sight:
    """What part of all days is seen: `day_width` px a day, `left` px at the left edge, `width`.

    `first` and `last` are the days there is anything to see of.
    """

    day_width: float = YEAR
    left: float = 0.0
    width: float = 800.0
    first: int = 1
    last: int = 1

    def x_of(self, day: float) -> float:
        """Where a day (an ordinal) begins, from the left edge."""
        return day * self.day_width - self.left

    def day_at(self, x: float) -> float:
        """The day at `x`, with its fraction."""
        return (self.left + x) / self.day_width

    @property
    def begin(self) -> float:
        """The least `left`."""
        return min(self.first * self.day_width - PAD_LEFT, self.end)

    @property
    def end(self) -> float:
        """The most `left`; little time stands at the right, so that today is where it always is."""
        return (self.last + 1) * self.day_width + PAD_RIGHT - self.width

    def move_to(self, left: float) -> None:
        """See what begins at `left`, but nothing beyond the first and last day."""
        self.left = min(max(left, self.begin), self.end)

    def zoom_to(self, day_width: float, at: float, day: float | None = None) -> None:
        """Another width of a day, with `day`, or the day that is there now, at `at` px."""
        day = self.day_at(at) if day is None else day
        self.day_width = min(max(day_width, self.farthest()), NEAREST)
        self.move_to(day * self.day_width - at)

    def farthest(self) -> float:
        """The width of a day at which everything is seen, or the least that there is."""
        room = max(1.0, self.width - PAD_LEFT - PAD_RIGHT)
        return max(FARTHEST, min(YEAR, room / max(1, self.last + 1 - self.first)))

    def days(self) -> tuple[date, date]:
        """The first and the last day that are seen."""
        return day_of(self.day_at(0)), day_of(self.day_at(self.width))


def day_of(ordinal: float) -> date:
    """The day of an ordinal; the first or last of the calendar beyond its ends."""
    return date.fromordinal(min(max(1, int(ordinal)), date.max.toordinal()))
