"""The next date: near what the rhythm says, as usual, and never in the past."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.mentoring.next_date import offer

TUESDAYS = [datetime(2026, month, day, 16) for month, day in ((2, 17), (3, 24), (4, 21))]


def test_a_habit_is_kept() -> None:
    found = offer(TUESDAYS, 30, date(2026, 4, 21))
    assert found.starts_at == datetime(2026, 5, 19, 16)
    assert found.is_usual
    assert found.words == "in 4 weeks, a Tuesday as usual"


def test_one_other_day_does_not_change_a_habit() -> None:
    found = offer([*TUESDAYS, datetime(2026, 5, 15, 8)], 28, date(2026, 5, 15))
    assert found.starts_at == datetime(2026, 6, 9, 16)  # the Tuesday nearest to Friday 12 June


def test_after_a_first_meeting_its_own_day_and_time_are_taken() -> None:
    found = offer([datetime(2026, 5, 15, 8)], 91, date(2026, 5, 15))
    assert found.starts_at == datetime(2026, 8, 14, 8)
    assert found.words == "in 3 months"


def test_a_rhythm_that_has_run_out_asks_for_next_week() -> None:
    found = offer([datetime(2025, 5, 13, 9)], 30, date(2026, 5, 15))
    assert found.starts_at == datetime(2026, 5, 19, 9)  # the Tuesday nearest to a week from today


@given(
    st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2026, 5, 15)), min_size=1, max_size=9),
    st.integers(1, 3650), st.dates(date(2026, 5, 15), date(2026, 12, 31)),
)
def test_it_lies_ahead_and_near_the_rhythm(
    starts: list[datetime], every: int, as_of: date
) -> None:
    starts.sort()
    found = offer(starts, every, as_of)
    assert found.starts_at.date() > as_of
    assert found.in_days == (found.starts_at.date() - as_of).days
    assert found.starts_at.weekday() in {one.weekday() for one in starts[-6:]}
    assert found.starts_at.time() in {one.time() for one in starts[-6:]}
    wanted = starts[-1].date() + timedelta(every)
    if wanted > as_of:
        assert abs((found.starts_at.date() - wanted).days) <= 7
    else:
        assert found.in_days <= 10


def test_the_end_of_the_calendar_does_no_harm() -> None:
    found = offer([datetime.combine(date(2199, 12, 1), time(9))], 3650, date(2199, 12, 1))
    assert found.starts_at.date().year == 2199
