"""The load over time: month by month, changed hours and capacity, and where more fits."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.mentoring import load_check as check
from mentorjournal.mentoring.load_plan import Fit, Plan, last_of_month
from mentorjournal.tests.mentoring.test_load import DAY, One

JUNE = date(2026, 6, 19)


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [(date(2024, 2, 1), 0, date(2024, 2, 29)), (date(2023, 2, 28), 0, date(2023, 2, 28)),
     (date(2024, 12, 31), 0, date(2024, 12, 31)), (date(2024, 1, 31), 1, date(2024, 2, 29)),
     (date(2026, 1, 15), -1, date(2025, 12, 31)), (date(2026, 1, 15), -13, date(2024, 12, 31))],
)
def test_last_day_of_a_month(day: date, months: int, last: date) -> None:
    assert last_of_month(day, months) == last


def test_months_are_read_on_their_last_day_and_the_present_one_today() -> None:
    one = One(hours_per_week=3, since=date(2026, 2, 28), until=date(2026, 5, 31))
    months = Plan([one], usual=12).by_month(DAY, back=3, ahead=1)
    assert [m.day for m in months] == [
        date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30), DAY, date(2026, 6, 30)]
    assert [m.load.hours for m in months] == [3, 3, 3, 3, 0]
    assert [m.is_ahead for m in months] == [False, False, False, False, True]
    assert len(Plan().by_month(DAY)) == 16


def test_a_leap_day_begins_and_ends_like_any_other() -> None:
    leap = date(2024, 2, 29)
    plan = Plan([One(1, since=leap), One(2, until=leap)], usual=8)
    assert plan.load_on(leap).count == 1
    assert [one.id for one in plan.running(leap)] == [1]
    assert [one.id for one in plan.running(leap - timedelta(1))] == [2]
    assert plan.by_month(date(2024, 3, 1), back=1, ahead=0)[0].day == leap


def test_changed_hours_and_capacity_count_from_their_day() -> None:
    day = date(2026, 3, 1)
    plan = Plan([One(1, 4.0)], {1: [(day, 2.5)]}, [(None, 10.0), (day, 5.0)], usual=5.0)
    before, after = plan.load_on(day - timedelta(1)), plan.load_on(day)
    assert (before.hours, before.capacity) == (4.0, 10.0)
    assert (after.hours, after.capacity) == (2.5, 5.0)


def test_it_fits_when_something_is_over() -> None:
    plan = Plan([One(1, 10.0), One(2, 3.0, until=JUNE)], usual=12)
    assert plan.fits_from(2.0, DAY) == Fit(JUNE, (2,))
    assert plan.fits_from(2.5, DAY) is None
    assert plan.fits_from(2.0, DAY, without=2) == Fit(DAY, ())
    assert Plan([One(1, 10.0)]).fits_from(1.0, DAY) is None


def test_it_does_not_fit_where_something_begins_later() -> None:
    begins = date(2026, 7, 1)
    plan = Plan([One(1, 10.0), One(2, 2.0, decision="yes_later", since=begins)], usual=12)
    assert plan.fits_from(2.0, DAY) is None
    assert plan.fits_from(2.0, DAY, begins) == Fit(DAY, ())
    assert plan.fits_from(2.0, DAY, begins + timedelta(1)) is None
    assert plan.largest_that_fits(DAY, begins) == 2.0 and plan.largest_that_fits(DAY) == 0.0


def test_other_capacity_makes_room_too() -> None:
    plan = Plan([One(1, 10.0)], {}, [(None, 10.0), (JUNE, 13.0)])
    assert plan.fits_from(2.0, DAY) == Fit(JUNE, ())
    assert plan.largest_that_fits(JUNE) == 3.0
    assert plan.largest_that_fits(DAY) == 0.0


@given(st.lists(st.tuples(
    st.integers(0, 12), st.integers(-200, 200), st.integers(1, 300)), max_size=8),
    st.integers(1, 10))
def test_where_it_fits_there_is_room_on_every_day_from_then(
    several: list[tuple[int, int, int]], hours: int
) -> None:
    plan = Plan([One(n + 1, each / 2, since=DAY + timedelta(begin),
                      until=DAY + timedelta(begin + long))
                 for n, (each, begin, long) in enumerate(several)], usual=12.0)
    fit = plan.fits_from(hours, DAY)
    assert fit is not None and fit.day >= DAY  # all of them end
    days = [fit.day + timedelta(n) for n in range(0, 520, 7)]
    assert all(plan.load_on(day).hours + hours <= 12 for day in days)
    if fit.day > DAY:
        day = fit.day - timedelta(1)
        assert plan.load_on(day).hours + hours > 12


def test_weighing_says_the_total_the_day_and_the_kindest_answer() -> None:
    plan = Plan([One(1, 10.0), One(2, 3.0, until=JUNE), One(9, 2.0, decision="pending")], usual=12)
    found = check.weigh(plan, 2.0, DAY - timedelta(9), None, DAY, 9)
    assert check.total_words(found) == ("15.0 of 12 h.", "You would be 3.0 h over.")
    assert check.parts_words(found) == "13.0 committed, 2.0 asked, the mark is 12"
    assert check.think_words(found).startswith("That is 125% of what you can give.")
    assert check.fit_words(found, {2: "K12"}, DAY) == (
        "It would fit from 19 June,", "when “K12” is over.")
    assert found.kindest == "yes_later" and check.offer_words(found) == "Offer June"


@pytest.mark.parametrize(
    ("hours", "capacity", "kindest", "words", "fit"),
    [(2.0, 12.0, "decide", "Nothing would be left.", "It fits, but only just."),
     (1.5, 12.0, "decide", "0.5 h would be left.", "It fits, but only just."),
     (0.2, 12.0, "decide", "1.8 h would be left.", "It fits, but only just."),
     (0.1, 12.0, "accepted", "1.9 h would be left.", "It fits."),
     (3.0, 12.0, "smaller_yes", "You would be 1.0 h over.", "2.0 h a week of it would fit."),
     (1.0, 9.0, "declined", "You would be 2.0 h over.", "No room in sight:"),
     (1.0, None, "decide", "Set the hours you can give to weigh it.", ""),
     (0.0, 12.0, "decide", "Ask, and it can be weighed.", ""),
     (1.0, 0.0, "declined", "You would be 11.0 h over.", "No room in sight:")],
)
def test_every_answer_can_be_the_kindest(
    hours: float, capacity: float | None, kindest: str, words: str, fit: str
) -> None:
    found = check.weigh(Plan([One(1, 10.0)], usual=capacity), hours, None, None, DAY)
    assert found.kindest == kindest and check.offer_words(found)
    assert check.total_words(found)[1] == words
    assert check.fit_words(found, {}, DAY)[0] == fit
    assert bool(check.think_words(found)) == (
        found.is_known and found.total.state in ("note", "over"))


@pytest.mark.parametrize(("hours", "said"), [
    (0.1, ""), (0.2, "That is 85% of what you can give. What would give way in a full week?"),
    (2.0, "That is 100% of what you can give. What would give way in a full week?"),
    (2.5, "That is 104% of what you can give. What would you hand back for it, or could it be "
          "later or smaller?")])
def test_from_85_percent_on_a_yes_is_thought_about(hours: float, said: str) -> None:
    found = check.weigh(Plan([One(1, 10.0)], usual=12.0), hours, None, None, DAY)
    assert check.think_words(found) == said


@pytest.mark.parametrize(
    ("fits", "goal", "words"),
    [("fits", "G", ("Serves one goal:", "G")), ("next_to", "G", ("Serves one goal a little:", "G")),
     ("neither", "", ("Serves no goal of yours.", "")), (None, "G", ("Serves one goal:", "G"))],
)
def test_whose_goal(fits: str | None, goal: str, words: tuple[str, str]) -> None:
    assert check.goal_words(fits, goal) == words
    assert check.goal_words(None, "")[0].endswith("?")
