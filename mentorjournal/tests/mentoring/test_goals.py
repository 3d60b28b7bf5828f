"""Goals: the five by presence, horizons, how far, and what is worth a look."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.journal.aims import GoalStep
from mentorjournal.journal.records import Goal
from mentorjournal.mentoring import goals as rules
from mentorjournal.mentoring.goals import Standing

DAY = date(2026, 5, 15)
WHOLE: dict[str, Any] = {
    "measure": "80 followed", "due": date(2026, 12, 31), "why": "Nobody asks again.",
    "horizon": "1y",
}
WELL = Standing(since=date(2025, 1, 1), gaps=1, helpers=1, on_agenda=True)


def goal(**values: Any) -> Goal:
    return Goal(1, "80 survivors", **{**WHOLE, **values})


def step(**values: Any) -> GoalStep:
    return GoalStep(1, 1, "Train the coordinators", **values)


def test_a_whole_goal_has_all_five_and_no_sign() -> None:
    there = rules.present(goal(), [step()])
    assert there.there == rules.FIVE and there.missing == ()
    assert rules.missing_words(there) == ""
    assert rules.signs(goal(), [step()], WELL, DAY) == ()


@pytest.mark.parametrize(("values", "steps", "missing", "words"), [
    ({"measure": None}, 1, ("measure",), "no measure yet"),
    ({"due": None, "why": None}, 1, ("due", "why"), "no day and no reason yet"),
    ({}, 0, ("next_step",), "no next step yet"),
    ({"measure": None, "measure_target": 80.0}, 1, (), ""),
])
def test_what_is_missing_is_named(
    values: dict[str, Any], steps: int, missing: tuple[str, ...], words: str
) -> None:
    found = rules.present(goal(**values), [step()] * steps)
    assert found.missing == missing and rules.missing_words(found) == words


def test_a_step_that_was_taken_is_no_next_step() -> None:
    assert rules.present(goal(), [step(done_on=DAY)]).missing == ("next_step",)


@given(st.sets(st.sampled_from(["measure", "due", "why", "next_step"])))
def test_adding_one_of_the_five_never_lowers_the_count(there: set[str]) -> None:
    """TIPS A4.2: adding a date raises the count."""
    def count(present: set[str]) -> int:
        values = {key: WHOLE[key] if key in present else None for key in ("measure", "due", "why")}
        steps = [step()] if "next_step" in present else []
        return len(rules.present(goal(**values), steps).there)

    assert count(there) == 1 + len(there)
    assert all(count(there | {one}) == count(there) + (one not in there)
               for one in ("measure", "due", "why", "next_step"))


def test_horizons_count_only_what_is_worked_on() -> None:
    found = rules.horizons_filled([
        goal(horizon="5y"), goal(horizon="3m"), goal(horizon="1y", status="done"),
        goal(horizon=None)])
    assert found == ("3m", "5y")


@pytest.mark.parametrize(("value", "target", "expected"), [
    (52.0, 80.0, 0.65), (90.0, 80.0, 1.0), (-1.0, 80.0, 0.0), (None, 80.0, None),
    (52.0, None, None), (3.0, 0.0, None),
])
def test_how_far_is_said_only_with_both_numbers(
    value: float | None, target: float | None, expected: float | None
) -> None:
    assert rules.progress(goal(measure_value=value, measure_target=target)) == expected


def test_a_goal_with_neither_gap_nor_step_is_told_so_once() -> None:
    assert rules.signs(goal(), [], Standing(helpers=1, on_agenda=True), DAY) == (
        rules.NO_GAP_OR_STEP,)
    assert rules.signs(goal(), [], WELL, DAY) == (rules.NO_STEP,)
    assert rules.signs(goal(), [step(done_on=DAY)], WELL, DAY) == (rules.NO_STEP,)


@pytest.mark.parametrize(("days", "sign"), [(30, rules.ALONE), (31, rules.NOBODY)])
def test_who_could_help_is_asked_after_thirty_days(days: int, sign: str) -> None:
    standing = Standing(since=DAY - timedelta(days), gaps=1, on_agenda=True)
    assert rules.signs(goal(), [step()], standing, DAY) == (sign,)
    words = rules.sign_words(sign, goal(), [step()], standing, DAY)
    assert ("Who could help?" in words) == (sign == rules.NOBODY)


def test_a_goal_with_nobody_says_at_once_that_it_is_on_no_agenda() -> None:
    """Whose agenda it could be on is a question only once somebody is attached (TIPS A3.8)."""
    for days, sign in ((1, rules.ALONE), (60, rules.NOBODY)):
        alone = Standing(since=DAY - timedelta(days), gaps=1)
        assert rules.signs(goal(), [step()], alone, DAY) == (sign,)
        assert "on no coming agenda" in rules.sign_words(sign, goal(), [step()], alone, DAY)
    attached = Standing(since=DAY, gaps=1, helpers=1)
    assert rules.signs(goal(), [step()], attached, DAY) == (rules.NO_AGENDA,)


def test_the_other_signs_and_their_words() -> None:
    late = goal(due=DAY - timedelta(1))
    theirs = step(owner="mentor")
    standing = Standing(since=DAY, gaps=1, helpers=2, unshared=("Dr. Vale", "Joy"))
    found = rules.signs(late, [theirs], standing, DAY)
    assert found == (
        rules.DUE_PASSED, rules.NOT_SHARED, rules.NO_AGENDA, rules.STEP_NOT_MINE)
    said = " ".join(rules.sign_words(one, late, [theirs], standing, DAY) for one in found)
    assert "Not shared yet with Dr. Vale and Joy." in said and "On no coming agenda." in said
    assert "“Train the coordinators” is a step of theirs alone" in said and "passed" in said


def test_a_step_together_or_taken_is_no_matter() -> None:
    assert rules.not_mine([step(owner="both"), step(owner="mentor", done_on=DAY)]) == []


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_a_goal_that_is_over_says_nothing(status: str) -> None:
    assert rules.signs(goal(status=status, due=date(2020, 1, 1)), [], Standing(), DAY) == ()


@given(st.integers(-400, 800))
def test_a_day_is_late_only_once_it_has_passed(days: int) -> None:
    words = rules.due_words(DAY - timedelta(days), DAY)
    assert bool(words) == (days > 0) and (not words or words.endswith(" late"))
