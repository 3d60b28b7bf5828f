"""A year to look back on: its days, its months, who was with me on a day, and plans around it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.mentoring import yearly as rules
from mentorjournal.mentoring.timeline import Course
from mentorjournal.mentoring.yearly import Period

DAY = date(2026, 5, 15)
DAYS = st.dates(date(1950, 1, 1), date(2150, 1, 1))


def test_the_last_year_has_365_days_and_ends_today() -> None:
    found = rules.last_year(DAY)
    assert found == Period(date(2025, 5, 16), DAY)
    assert found.days == 365 and found.eve == date(2025, 5, 15) and found.is_a_year
    assert rules.period_words(found) == "16 May 2025 to 15 May 2026"
    assert rules.then_words(found) == "a year ago"


def test_the_academic_year_begins_on_the_day_i_started() -> None:
    started = date(2024, 7, 1)
    now = rules.academic_year(started, DAY)
    assert now == Period(date(2025, 7, 1), DAY)
    assert rules.then_words(now) == "on 30 June 2025"
    assert rules.academic_year(started, DAY, 1) == Period(date(2024, 7, 1), date(2025, 6, 30))
    assert rules.academic_year(started, DAY, 2) is None


@given(started=DAYS, day=DAYS)
def test_an_academic_year_has_the_day_and_is_no_longer_than_a_year(
    started: date, day: date
) -> None:
    found = rules.academic_year(started, day)
    if day < started:
        assert found is None
    else:
        assert found is not None and found.has(day) and found.until == day
        assert found.days <= 366


def test_who_started_on_a_leap_day_begins_in_march_in_other_years() -> None:
    found = rules.academic_year(date(2024, 2, 29), date(2026, 1, 1))
    assert found == Period(date(2025, 3, 1), date(2026, 1, 1))


@pytest.mark.parametrize(("since", "until", "says"), [
    (date(2026, 2, 2), date(2026, 2, 1), "comes before the first"),
    (date(2026, 2, 2), date(2026, 5, 16), "still to come; choose one up to 15 May 2026"),
    (date(2020, 1, 1), date(2026, 1, 1), "two years at most"),
    (date(2025, 1, 1), date(2026, 1, 1), ""), (DAY, DAY, "")])
def test_days_that_make_no_period_are_refused_in_a_sentence(
    since: date, until: date, says: str
) -> None:
    why = rules.why_not(since, until, DAY)
    assert says in why and bool(why) == bool(says)


@given(since=DAYS, days=st.integers(0, 730))
def test_months_end_once_each_in_order_and_the_last_with_the_period(
    since: date, days: int
) -> None:
    period = Period(since, since + timedelta(days))
    ends = list(period.month_ends())
    assert ends[-1] == period.until and ends == sorted(set(ends))
    assert all((one + timedelta(1)).day == 1 for one in ends[:-1])
    assert len({(one.year, one.month) for one in ends}) == len(ends)


@given(since=DAYS, days=st.integers(2, 730))
def test_plans_of_two_years_in_a_row_are_never_mixed(since: date, days: int) -> None:
    """What was written about the end of one is what was meant for the next."""
    one = Period(since, since + timedelta(days))
    following = Period(one.until + timedelta(1), one.until + timedelta(days + 1))
    assert one.written_between[1] < one.ahead_between[0]
    for day in (one.until, one.ahead_between[0]):
        assert following.written_between[0] <= day <= following.written_between[1]


def test_who_was_with_me_on_a_day() -> None:
    closed = Course("closed", date(2024, 8, 20), date(2025, 11, 20))
    assert rules.was_with_me(closed, date(2025, 5, 15), as_of=DAY)
    assert not rules.was_with_me(closed, date(2025, 11, 20), as_of=DAY)
    assert not rules.was_with_me(closed, date(2024, 8, 19), as_of=DAY)
    assert rules.was_in(closed, Period(date(2025, 6, 1), DAY), DAY)
    assert not rules.was_in(closed, Period(date(2025, 12, 1), DAY), DAY)
    candidate = Course("met", is_candidate=True)
    assert not rules.was_with_me(candidate, DAY, date(2026, 4, 1))
    paused = Course("paused", date(2024, 1, 1), stages=((date(2026, 1, 1), "paused"),))
    assert rules.was_with_me(paused, date(2025, 12, 31), as_of=DAY)
    assert not rules.was_with_me(paused, DAY)
