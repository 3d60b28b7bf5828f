"""Each threshold one below, exactly, and one above; and nothing where there is too little."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.mentoring import load as loads
from mentorjournal.mentoring import missteps_mine as mine
from mentorjournal.mentoring.load import Load
from mentorjournal.mentoring.missteps_mine import GoalSeen

DAY = date(2026, 5, 15)


@dataclass(frozen=True)
class One:
    """A commitment."""

    id: int = 1
    hours_per_week: float = 1.0
    goal_id: int | None = None
    decision: str = "accepted"
    asked_on: date | None = None
    since: date | None = None
    until: date | None = None
    decided_on: date | None = None
    asked_by_id: int | None = None
    asked_by: str | None = None


def ago(days: int) -> date:
    return DAY - timedelta(days)


def much(
    *commitments: One, hours: float = 6, capacity: float | None = 12, past_due: int = 0
) -> mine.Overcommitted | None:
    return mine.overcommitted(commitments, Load(hours, capacity), past_due, 0, DAY)


@pytest.mark.parametrize(("hours", "over"), [(11.9, False), (12, False), (12.1, True)])
def test_more_than_all_hours_is_too_much(hours: float, over: bool) -> None:
    assert (much(hours=hours) is not None) == over
    assert much(hours=hours, capacity=None) is None


@pytest.mark.parametrize(("count", "days", "asked"), [
    (2, 1, False), (3, 1, True), (3, 29, True), (3, 30, False), (4, 0, True), (3, -1, False)])
def test_three_yeses_in_thirty_days_without_a_no(count: int, days: int, asked: bool) -> None:
    yeses = [One(decided_on=ago(days)) for _ in range(count)]
    found = much(*yeses)
    assert (found is not None) == asked
    if found is not None:
        assert found.only_yeses and (found.yeses, found.noes) == (count, 0)


@pytest.mark.parametrize("no", ["declined", "passed_to"])
def test_one_no_is_enough_and_an_old_one_is_not(no: str) -> None:
    yeses = [One(decided_on=ago(1)) for _ in range(3)]
    assert much(*yeses, One(decision=no, decided_on=ago(29))) is None
    assert much(*yeses, One(decision=no, decided_on=ago(30))) is not None
    assert much(*yeses, One(decision="pending", decided_on=None)) is not None


@pytest.mark.parametrize(("past_due", "new", "asked"), [
    (2, True, False), (3, True, True), (4, True, True), (3, False, False)])
def test_something_new_while_promises_wait(past_due: int, new: bool, asked: bool) -> None:
    yes = [One(decision="smaller_yes", decided_on=ago(3))] if new else []
    found = much(*yes, past_due=past_due)
    assert (found is not None) == asked
    if found is not None:
        assert found.piles_up and not found.only_yeses


def whose(*commitments: One) -> mine.NotMine | None:
    return mine.not_mine(commitments, loads.load(commitments, 12, DAY), DAY)


@pytest.mark.parametrize(("count", "asked"), [(1, False), (2, True), (3, True)])
def test_two_from_one_person_with_no_goal(count: int, asked: bool) -> None:
    """Beside them stands enough that serves a goal."""
    own = One(hours_per_week=20, goal_id=1)
    found = whose(own, *(One(asked_by_id=7) for _ in range(count)))
    assert (found is not None) == asked
    if found is not None:
        assert found.asked_by == ((7, count),) and not found.is_most
    assert whose(own, One(asked_by_id=7), One(asked_by_id=8)) is None
    assert whose(own, One(asked_by_id=7), One(asked_by_id=7, goal_id=2)) is None
    assert whose(own, One(asked_by_id=7), One(asked_by_id=7, until=DAY)) is None
    assert whose(own, One(asked_by_id=7), One(asked_by_id=7, decision="pending")) is None


def test_somebody_who_is_only_named_asks_too() -> None:
    own = One(hours_per_week=20, goal_id=1)
    found = whose(own, One(asked_by="Chief fellow"), One(asked_by=" Chief fellow "))
    assert found is not None and found.asked_by == (("Chief fellow", 2),)
    assert whose(own, One(asked_by=" "), One(asked_by=" ")) is None


@pytest.mark.parametrize(("off", "asked"), [(4.9, False), (5, False), (5.1, True)])
def test_more_than_half_of_the_hours_with_no_goal(off: float, asked: bool) -> None:
    found = whose(One(hours_per_week=10 - off, goal_id=1), One(hours_per_week=off))
    assert (found is not None) == asked
    if found is not None:
        assert found.is_most and found.asked_by == ()


def test_one_commitment_says_nothing_about_a_share() -> None:
    assert whose(One(hours_per_week=5)) is None
    assert whose() is None


def goal(days: int, step: int | None = None, *, on_agenda: bool = False) -> GoalSeen:
    return GoalSeen(1, "Goal", ago(days), None if step is None else ago(step), on_agenda)


@pytest.mark.parametrize(("asked", "found"), [(182, False), (183, True), (184, True)])
def test_nobody_asked_for_half_a_year(asked: int, found: bool) -> None:
    said = mine.alone([ago(asked), ago(400)], [goal(100)], 500, DAY)
    assert (said is not None) == found
    if said is not None:
        assert said.asked_days == asked


@pytest.mark.parametrize(("seen", "found"), [
    (goal(59), False), (goal(60), True), (goal(61), True), (goal(200, 59), False),
    (goal(200, 60), True), (goal(200, on_agenda=True), False),
    (GoalSeen(1, "Goal", None, None, False), False)])
def test_a_goal_stands_still_and_no_agenda_names_it(seen: GoalSeen, found: bool) -> None:
    assert (mine.alone([], [seen], 500, DAY) is not None) == found


@pytest.mark.parametrize(("known", "found"), [(None, False), (182, False), (183, True)])
def test_a_new_journal_is_not_asked(known: int | None, found: bool) -> None:
    said = mine.alone([], [goal(100)], known, DAY)
    assert (said is not None) == found
    if said is not None:
        assert said.asked_days is None


def test_the_goal_that_has_waited_longest_comes_first() -> None:
    said = mine.alone([], [goal(70), goal(90), goal(80, 61)], 500, DAY)
    assert said is not None and [days for _, days in said.goals] == [90, 70, 61]
    assert mine.alone([], [], 500, DAY) is None


@given(st.lists(st.builds(
    One, hours_per_week=st.floats(0, 60), goal_id=st.sampled_from([None, 1]),
    decision=st.sampled_from(["accepted", "declined", "pending", "ended", "passed_to"]),
    decided_on=st.none() | st.dates(date(2025, 1, 1), date(2027, 1, 1)),
    since=st.none() | st.dates(date(2025, 1, 1), date(2027, 1, 1)),
    asked_by_id=st.none() | st.integers(1, 3)), max_size=8), st.integers(0, 9))
def test_what_is_said_rests_on_what_is_counted(commitments: list[One], past_due: int) -> None:
    load = loads.load(commitments, 12, DAY)
    found = mine.overcommitted(commitments, load, past_due, 0, DAY)
    if found is not None:
        assert load.hours > 12 or (found.yeses >= 3 and not found.noes) or past_due >= 3
    theirs = mine.not_mine(commitments, load, DAY)
    if theirs is not None:
        assert theirs.is_most or max(n for _, n in theirs.asked_by) >= 2
