"""Where marks stand, what is seen, and which days the axis names: arithmetic alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.ui.timeline.layout import (
    FARTHEST,
    MONTH,
    NEAREST,
    PILL_ROOM,
    PUSH,
    QUARTER,
    ROOM,
    YEAR,
    Sight,
    gather,
    room_of,
)
from mentorjournal.ui.timeline.ticks import AIR, axis

DAY = date(2026, 5, 15).toordinal()

places = st.lists(st.floats(0, 3000), max_size=80).map(sorted)
widths = st.floats(FARTHEST, NEAREST)


def width_of(words: str) -> float:
    return 6.5 * len(words)


@given(places, widths, st.sampled_from((0.8, 1.0, 1.4, 2.0)))
def test_spots_stand_for_all_marks_in_order_and_never_overlap(
    xs: list[float], day_width: float, scale: float
) -> None:
    spots = gather(xs, day_width, scale)
    assert [n for spot in spots for n in range(spot.start, spot.stop)] == list(range(len(xs)))
    for one, following in zip(spots, spots[1:], strict=False):
        apart = (room_of(one.count, scale) + room_of(following.count, scale)) / 2
        assert following.x - one.x >= apart - 1e-6


@given(places, widths)
def test_a_spot_stays_near_its_marks(xs: list[float], day_width: float) -> None:
    for spot in gather(xs, day_width):
        first, last = xs[spot.start], xs[spot.stop - 1]
        shift = max(ROOM, day_width / 2) if spot.count == 1 else PUSH
        assert first - shift - 1e-6 <= spot.x <= last + shift + 1e-6


def test_marks_with_room_stand_on_their_day() -> None:
    assert [spot.x for spot in gather([0, 22, 60], YEAR)] == [0, 22, 60]


def test_two_close_marks_are_spread_and_many_are_gathered() -> None:
    assert [round(spot.x, 1) for spot in gather([50, 52], YEAR)] == [43.5, 58.5]
    assert [spot.count for spot in gather([50 + n for n in range(9)], YEAR)] == [9]


def test_marks_of_one_day_are_spread_when_the_day_is_wide_enough() -> None:
    assert [spot.count for spot in gather([30.0] * 4, NEAREST)] == [1] * 4
    assert [spot.count for spot in gather([30.0] * 4, YEAR)] == [4]


def test_a_crowd_of_400_becomes_few_that_can_be_read() -> None:
    spots = gather([n * 1.9 for n in range(400)], YEAR)
    assert 20 < len(spots) <= 400 * 1.9 / PILL_ROOM + 1
    assert sum(spot.count for spot in spots) == 400


@pytest.fixture
def sight() -> Sight:
    return Sight(YEAR, 0, 1000, DAY - 800, DAY + 10)


def test_zooming_keeps_the_day_under_the_pointer(sight: Sight) -> None:
    sight.move_to(sight.end)
    day = sight.day_at(400)
    sight.zoom_to(QUARTER, 400)
    assert sight.day_at(400) == pytest.approx(day) and sight.day_width == QUARTER


def test_nothing_is_seen_beyond_the_first_and_last_day(sight: Sight) -> None:
    sight.move_to(-1e9)
    assert sight.day_at(0) == pytest.approx(sight.first, abs=24)
    sight.move_to(1e9)
    assert sight.day_at(sight.width) == pytest.approx(sight.last + 1, abs=48)


def test_a_short_time_stands_at_the_right() -> None:
    short = Sight(YEAR, 0, 1000, DAY - 20, DAY)
    short.move_to(0)
    assert short.x_of(DAY + 1) == pytest.approx(1000 - 48)


def test_the_farthest_zoom_sees_everything() -> None:
    twenty = Sight(YEAR, 0, 1000, DAY - 7300, DAY)
    twenty.zoom_to(0, 500)
    first, last = twenty.days()
    assert first <= date.fromordinal(DAY - 7300) and last >= date.fromordinal(DAY)


@given(st.integers(1, date.max.toordinal()), widths, st.integers(200, 2400))
def test_the_names_of_the_axis_never_touch(first: int, day_width: float, width: int) -> None:
    ticks = axis(first, first + width / day_width, day_width, width_of)
    for row in ticks:
        for one, following in zip(row, row[1:], strict=False):
            room = (following.day - one.day) * day_width
            assert room >= width_of(one.words) + AIR - 1
    assert ticks.lower


@pytest.mark.parametrize(
    ("day_width", "upper", "lower"),
    [(NEAREST, "May 2026", "Fri 15"), (MONTH, "May 2026", "Mon 11"), (QUARTER, "May 2026", "11"),
     (YEAR, "2026", "May"), (0.6, "2026", "Apr"), (0.15, None, "2026")],
)
def test_what_is_named_at_each_zoom(day_width: float, upper: str | None, lower: str) -> None:
    ticks = axis(DAY - 500 / day_width, DAY - 1, day_width, width_of)
    assert ticks.lower[-1].words == lower
    assert (ticks.upper[-1].words if ticks.upper else None) == upper


def test_a_week_begins_on_the_day_of_the_settings() -> None:
    for start in (0, 6):
        ticks = axis(DAY - 60, DAY, MONTH, width_of, start)
        assert {date.fromordinal(tick.day).weekday() for tick in ticks.lower} == {start}


def test_the_ends_of_the_calendar_have_an_axis() -> None:
    for first in (1, date.max.toordinal() - 30):
        assert axis(first, first + 60, YEAR, width_of).lower
    assert Sight(YEAR, 1e9, 1000, 1, date.max.toordinal()).days()[1] == date.max
    assert timedelta(1) + Sight(YEAR, -50, 1000, 1, 9).days()[0] > date.min
