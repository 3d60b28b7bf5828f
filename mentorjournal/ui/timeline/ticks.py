"""The axis: which days, weeks, months, quarters or years are named at a width of a day.

Pure arithmetic; how wide words are is asked of whoever draws them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from mentorjournal.words import month_long, month_short, tr, weekday_short

AIR = 12.0  # px between one name and the next
WEEK = 7
SHORTEST_MONTH, SHORTEST_YEAR = 28, 365
_LATEST = date.max.toordinal()

WidthOf = Callable[[str], float]


class Tick(NamedTuple):
    """A line on the first day of something, and its name; strong ones are drawn through."""

    day: int
    words: str
    is_strong: bool = False


class Axis(NamedTuple):
    """The names above and below; the first one above may have begun before what is seen."""

    upper: tuple[Tick, ...]
    lower: tuple[Tick, ...]


def axis(
    first: float, last: float, day_width: float, width_of: WidthOf, week_start: int = 0
) -> Axis:
    """The ticks from one day to another (ordinals): the finest ones whose names have room.

    `week_start` 0 is Monday.
    """
    begin, end = max(1, int(first)), min(int(last) + 1, _LATEST)
    if begin > end:
        return Axis((), ())

    def fits(words: str, days: int) -> bool:
        return width_of(words) + AIR <= days * day_width

    if fits("30", 1):
        named = fits(tr("{weekday} {day}", weekday=_widest_weekday(width_of), day=30), 1)
        return Axis(_months(begin, end, fits), tuple(_days(begin, end, 1, week_start, named)))
    if fits("30", WEEK):
        named = fits(tr("{weekday} {day}", weekday=_widest_weekday(width_of), day=30), WEEK)
        return Axis(_months(begin, end, fits), tuple(_days(begin, end, WEEK, week_start, named)))
    month = max((month_short(n) for n in range(1, 13)), key=width_of)
    for step in (1, 3):
        if fits(month, step * SHORTEST_MONTH):
            return Axis(tuple(_years(begin, end, 1)), tuple(_short_months(begin, end, step)))
    for step in (1, 2, 5, 10, 20, 50, 100, 200, 500):
        if fits("2026", step * SHORTEST_YEAR):
            break
    return Axis((), tuple(_years(begin, end, step)))


def _widest_weekday(width_of: WidthOf) -> str:
    return max((weekday_short(date.fromordinal(n)) for n in range(1, 8)), key=width_of)


def _days(begin: int, end: int, step: int, week_start: int, named: bool) -> Iterator[Tick]:
    start = begin if step == 1 else begin - (begin - 1 - week_start) % WEEK
    for ordinal in range(max(1, start), end + 1, step):
        day = date.fromordinal(ordinal)
        words = str(day.day)
        if named:
            words = tr("{weekday} {day}", weekday=weekday_short(day), day=day.day)
        yield Tick(ordinal, words)


def _months(begin: int, end: int, fits: Callable[[str, int], bool]) -> tuple[Tick, ...]:
    """Months with their year, in full where the longest has room."""
    name = month_long if fits(tr("{month} {year}", month=month_long(9), year=2026),
                              SHORTEST_MONTH) else month_short
    return tuple(
        Tick(day.toordinal(), tr("{month} {year}", month=name(day.month), year=day.year), True)
        for day in _month_starts(begin, end, 1)
    )


def _short_months(begin: int, end: int, step: int) -> Iterator[Tick]:
    """Months or quarters; where months are named quarters are strong, else years."""
    for day in _month_starts(begin, end, step):
        is_strong = day.month % 3 == 1 if step == 1 else day.month == 1
        yield Tick(day.toordinal(), month_short(day.month), is_strong)


def _month_starts(begin: int, end: int, step: int) -> Iterator[date]:
    day = date.fromordinal(begin)
    year, month = day.year, (day.month - 1) // step * step + 1
    while (start := date(year, month, 1)).toordinal() <= end:
        yield start
        month += step
        if month > 12:
            year, month = year + 1, month - 12
        if year > date.max.year:
            return


def _years(begin: int, end: int, step: int) -> Iterator[Tick]:
    year = max(1, date.fromordinal(begin).year // step * step)
    while year <= date.max.year and (start := date(year, 1, 1)).toordinal() <= end:
        yield Tick(start.toordinal(), str(year), True)
        year = year // step * step + step
