"""Load: thresholds, shares, rounding, and what it asks of somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.mentoring import load as rules
from mentorjournal.mentoring.load import Load

DAY = date(2026, 5, 15)


@dataclass(frozen=True)
class One:
    """A commitment with what the rules read."""

    id: int = 1
    hours_per_week: float = 2.0
    goal_id: int | None = None
    decision: str = "accepted"
    asked_on: date | None = None
    since: date | None = None
    until: date | None = None


@pytest.mark.parametrize(
    ("hours", "capacity", "state"),
    [(10.1, 12, "fine"), (10.2, 12, "note"), (12, 12, "note"), (12.04, 12, "over"),
     (0.3, 0.3, "note"), (5, None, "unknown"), (1, 0, "over"), (8.5, 10, "note")],
)
def test_states(hours: float, capacity: float | None, state: str) -> None:
    assert Load(hours, capacity, count=3).state == state


def test_without_a_commitment_or_a_capacity_it_says_the_next_step() -> None:
    assert Load(0, 12).state == "nothing" and Load(0, 12).share == 0
    assert "Add what takes your hours" in rules.says(Load(0, 12))
    assert rules.says(Load(0, None)).startswith("Set the hours you can give")
    assert rules.left_words(Load(3, None)) == "" and rules.of_words(Load(3, None)) == "3.0 h a week"


def test_overload_is_a_question() -> None:
    over = Load(13, 12, count=6)
    assert rules.says(over) == "You are at 108%. What could you hand back?"
    assert rules.left_words(over) == "1.0 h over" and rules.of_words(over) == "13.0 of 12 h a week"
    assert rules.says(Load(12.04, 12, count=1)).startswith("You are a little over")
    assert rules.left_words(Load(12.04, 12, count=1)) == "a little over"
    assert "no hours to give" in rules.says(Load(2, 0, count=1)) and Load(2, 0).share is None
    assert rules.says(Load(11, 12, count=1)).startswith("You are at 92%.")
    assert rules.says(Load(5, 12, count=1)) == ""
    assert rules.left_words(Load(12, 12)) == "nothing free"
    assert rules.left_words(Load(11.5, 12.5)) == "1.0 h free"


@pytest.mark.parametrize(
    ("share", "words"),
    [(1.08333, 108), (1.085, 109), (1.245, 125), (0.005, 1), (0, 0), (1.25, 125)])
def test_percentages_are_rounded_half_up(share: float, words: int) -> None:
    assert rules.percent(share) == words


@pytest.mark.parametrize(("hours", "words"), [(0.25, "0.3"), (2, "2.0"), (1.15, "1.2"), (0, "0.0")])
def test_hours_have_one_decimal(hours: float, words: str) -> None:
    assert rules.hours_words(hours) == words


@pytest.mark.parametrize(
    ("off", "hours", "count", "looks", "words"),
    [(3, 10, 2, True, "30%"), (2.9, 10, 2, False, "2.9 h"), (3, 10, 1, False, ""),
     (0, 10, 3, False, ""), (0, 0, 2, False, "")],
)
def test_off_goal(off: float, hours: float, count: int, looks: bool, words: str) -> None:
    now = Load(hours, 12, off, count=count)
    assert now.is_off_goal is looks
    assert words in rules.off_goal_words(now) and bool(words) == bool(rules.off_goal_words(now))


@pytest.mark.parametrize(
    ("day", "runs"),
    [(-1, False), (0, True), (9, True), (10, False)],
)
def test_it_runs_from_its_first_day_till_the_one_before_its_end(day: int, runs: bool) -> None:
    one = One(since=DAY, until=DAY + timedelta(10))
    assert rules.is_running(one, DAY + timedelta(day)) is runs


@pytest.mark.parametrize(("decision", "runs"), [
    ("accepted", True), ("smaller_yes", True), ("done", True), ("yes_later", False)])
def test_without_a_first_day_it_always_ran_but_a_yes_for_later_has_not_begun(
    decision: str, runs: bool
) -> None:
    assert rules.is_running(One(decision=decision, since=None), DAY) is runs


def test_the_last_day_is_the_one_before_the_first_without_it() -> None:
    until = DAY + timedelta(10)
    one, last = One(since=DAY, until=until), rules.last_day(until)
    assert rules.is_running(one, last) and not rules.is_running(one, last + timedelta(1))
    assert rules.day_after(last) == until and rules.day_after(None) is rules.last_day(None) is None
    assert rules.last_day(date.min) is None and rules.day_after(date.max) is None


@pytest.mark.parametrize(("last", "kept", "early"), [
    (0, None, False), (5, None, False), (-1, None, True), (-2, None, True),
    (-1, 0, False), (-2, 0, True), (None, None, False)])
def test_an_end_before_the_beginning_is_noticed_unless_it_was_there(
    last: int | None, kept: int | None, early: bool
) -> None:
    days = [None if n is None else DAY + timedelta(n) for n in (last, kept)]
    assert rules.ends_early(DAY, *days) is early
    assert not rules.ends_early(None, *days)


@pytest.mark.parametrize("decision", ["pending", "declined", "passed_to"])
def test_what_was_not_taken_on_takes_no_hours(decision: str) -> None:
    assert not rules.is_running(One(decision=decision), DAY)


def test_what_all_that_is_asked_would_make_of_it() -> None:
    assert rules.pending_words(Load(13, 12, pending=2)) == (
        "With all that is asked: 15.0 of 12 h a week, 125%.")
    assert rules.pending_words(Load(13, 12)) == rules.pending_words(Load(13, None, pending=2)) == ""


def test_too_full_weeks_and_late_promises_are_asked_about_together() -> None:
    assert "2 of your promises" in rules.strained_words(Load(13, 12), 2)
    assert rules.strained_words(Load(13, 12), 1) == ""
    assert rules.strained_words(Load(12, 12), 5) == ""


HOURS = st.lists(st.floats(0, 60, allow_nan=False), max_size=12)


@given(HOURS, st.randoms(use_true_random=False))
def test_the_total_does_not_depend_on_the_order(hours: list[float], chance: object) -> None:
    several = [One(n, each, goal_id=n % 2 or None) for n, each in enumerate(hours)]
    turned = list(several)
    chance.shuffle(turned)  # type: ignore[attr-defined]
    assert rules.load(several, 12, DAY) == rules.load(turned, 12, DAY)
