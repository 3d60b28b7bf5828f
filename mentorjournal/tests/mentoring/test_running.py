"""A meeting while it runs: what each item took, pauses, sleep, a clock set back, the course."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.mentoring import running as rules
from mentorjournal.mentoring.running import SUM_UP, TALK, Place, Running

START = datetime(2026, 11, 26, 15, 0, tzinfo=UTC)
ITEMS = [Place(1, 12), Place(2, 8, "should"), Place(3, 5, "if_time")]
PLACES = rules.places(ITEMS, 30)
Deed = Callable[[Running, datetime], Running]


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def begun() -> Running:
    return rules.begin(7, START, 30, PLACES, START)


def in_the_drawing() -> Running:
    """Item 1 took 13 minutes; it is a quarter past three, and two minutes into item 2."""
    return rules.look(rules.go_on(begun(), 2, at(13)), START + timedelta(minutes=15, seconds=12))


# Where a meeting can be -------------------------------------------------------------------------


def test_summing_up_is_the_last_place_and_dropped_items_are_none() -> None:
    assert [place.id for place in PLACES] == [1, 2, 3, SUM_UP]
    left = rules.places([Place(1, 5), Place(2, 5, state="dropped")], 30)
    assert [place.id for place in left] == [1, SUM_UP]


def test_without_an_agenda_there_is_one_talk_as_long_as_the_meeting() -> None:
    assert [(place.id, place.minutes) for place in rules.places([], 30)][0] == (TALK, 30)


def test_a_talk_that_begins_late_is_planned_to_the_end_of_the_meeting() -> None:
    places = rules.places([], 30)
    late = rules.begin(7, START, 30, places, START + timedelta(minutes=7, seconds=10))
    assert rules.minutes_for(late, places[0]) == 22
    assert rules.course(late, places).over_minutes == 0
    assert rules.course(late, places).finish <= at(30)


@pytest.mark.parametrize(("begins", "ends"), [
    (0, 30), (4, 30), (-20, 30), (29, 30), (30, 60), (-31, -1), (24 * 60, 24 * 60 + 30)])
def test_the_planned_end_holds_when_it_starts_about_in_time(begins: int, ends: int) -> None:
    assert rules.begin(7, START, 30, PLACES, at(begins)).ends == at(ends)


# What is in the drawing -------------------------------------------------------------------------


def test_the_drawing() -> None:
    running = in_the_drawing()
    assert rules.took_words(rules.spent_on(running, 1), 12) == "took 13 min, 1 over"
    assert rules.countdown(rules.seconds_left(running, ITEMS[1])) == "5:48"
    course = rules.course(running, PLACES)
    assert course.finish == at(26)
    assert (course.to_sum_up, course.over_minutes) == (4, 0)
    kinds = [(part.kind, round(part.seconds)) for part in course.stretches]
    assert kinds == [("spent", 780), ("spent", 132), ("left", 348), ("ahead", 300), ("free", 240)]


def test_two_more_minutes_are_taken_from_the_rest() -> None:
    running = rules.give(in_the_drawing(), 2, START + timedelta(minutes=15, seconds=12))
    course = rules.course(running, PLACES)
    assert (course.finish, course.to_sum_up) == (at(28), 2)
    assert rules.countdown(rules.seconds_left(running, ITEMS[1])) == "7:48"


def test_what_goes_beyond_the_end_is_over() -> None:
    course = rules.course(rules.look(begun(), at(20)), PLACES)
    assert course.finish == at(33)
    assert (course.over_minutes, course.to_sum_up) == (3, 0)
    assert [part.kind for part in course.stretches] == ["spent", "ahead", "ahead", "over"]


@pytest.mark.parametrize(("seconds", "said"), [
    (348, "5:48"), (347.4, "5:48"), (0, "0:00"), (-0.5, "0:00"), (-125.9, "2:05"),
    (3600, "1:00:00")])
def test_the_countdown(seconds: float, said: str) -> None:
    assert rules.countdown(seconds) == said


# Turning from one to another --------------------------------------------------------------------


def test_next_passes_over_what_is_done_or_parked() -> None:
    running = rules.go_on(begun(), 3, at(5))
    assert rules.following(running, PLACES) == 2
    parked = rules.places([ITEMS[0], Place(2, 8, state="parked"), ITEMS[2]], 30)
    assert rules.following(running, parked) == SUM_UP
    assert rules.following(rules.go_on(running, SUM_UP, at(6)), PLACES) is None


def test_a_passing_look_covers_nothing_and_a_long_one_does() -> None:
    running = rules.go(rules.go(begun(), 2, at(5)), 3, at(5.1))
    assert rules.covered_now(running, ITEMS) == {1}
    assert rules.covered_now(running, ITEMS, noted=[2]) == {1, 2}
    assert rules.covered_now(rules.go_on(running, SUM_UP, at(5.2)), ITEMS) == {1, 3}


def test_one_can_go_up_and_down() -> None:
    assert rules.neighbour(begun(), PLACES, 1) == 2
    assert rules.neighbour(begun(), PLACES, -1) is None
    assert rules.neighbour(rules.go(begun(), SUM_UP, at(1)), PLACES, 1) is None


def test_an_item_that_is_gone_is_left_with_its_time() -> None:
    running = rules.fit(rules.look(begun(), at(3)), PLACES[1:])
    assert running.current == 2
    assert rules.spent_on(running, 1) == 180 and rules.spent_on(running, 2) == 0


# The clock --------------------------------------------------------------------------------------


def test_in_a_pause_the_item_stands_still_and_the_meeting_does_not() -> None:
    running = rules.look(rules.pause(begun(), at(4)), at(10))
    assert rules.spent_on(running, 1) == 240
    assert rules.passed(running) == 600
    on = rules.look(rules.resume(running, at(10)), at(11))
    assert rules.spent_on(on, 1) == 300


def test_time_asleep_counts() -> None:
    assert rules.spent_on(rules.look(begun(), at(95)), 1) == 95 * 60


def test_a_clock_set_back_loses_no_minute_and_gives_none_below_nothing() -> None:
    running = rules.look(rules.look(begun(), at(5)), at(-55))
    assert rules.spent_on(running, 1) == 300
    assert rules.passed(running) == 300
    assert rules.spent_on(rules.look(running, at(-54)), 1) == 360


DEEDS: dict[str, Deed] = {
    "look": rules.look, "pause": rules.pause, "resume": rules.resume,
    "give": lambda running, now: rules.give(running, running.current, now),
    **{f"go {n}": partial(lambda n, running, now: rules.go(running, n, now), n)
       for n in (1, 2, 3, SUM_UP)},
}
turns = st.lists(st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(0, 3 * 3600)), max_size=25)


@given(turns)
def test_what_the_places_took_and_the_pauses_are_the_meeting(
    steps: list[tuple[str, int]]
) -> None:
    running, now, paused = begun(), START, 0
    for deed, seconds in steps:
        paused += seconds if running.is_paused else 0
        now += timedelta(seconds=seconds)
        running = DEEDS[deed](running, now)
    taken = sum(rules.spent_on(running, place.id) for place in PLACES)
    assert taken + paused == pytest.approx((now - START).total_seconds())
    assert rules.passed(running) == pytest.approx((now - START).total_seconds())


@given(st.lists(st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(-9999, 9999)), max_size=25))
def test_nothing_ever_shrinks_whatever_the_clock_does(steps: list[tuple[str, int]]) -> None:
    running, now = begun(), START
    for deed, seconds in steps:
        before = running
        now += timedelta(seconds=seconds)
        running = DEEDS[deed](running, now)
        assert rules.passed(running) >= rules.passed(before) - 1e-6
        for place in PLACES:
            spent = rules.spent_on(running, place.id)
            assert spent >= rules.spent_on(before, place.id) - 1e-6 and spent >= 0
        assert running.started <= running.seen


@given(turns)
def test_the_course_fills_the_meeting_and_says_when_it_is_through(
    steps: list[tuple[str, int]]
) -> None:
    running, now = begun(), START
    for deed, seconds in steps:
        now += timedelta(seconds=seconds)
        running = DEEDS[deed](running, now)
    course = rules.course(running, PLACES)
    assert course.finish >= running.seen
    assert all(part.seconds > 0 for part in course.stretches)
    whole = max(course.finish, running.ends) - running.started
    assert sum(part.seconds for part in course.stretches) == pytest.approx(
        whole.total_seconds(), abs=3)
    assert 0 <= course.to_sum_up <= 5


def test_days_that_promises_are_due_by() -> None:
    days = {key: day for key, _, day in rules.quick_days(date(2026, 11, 25))}
    assert days["this_week"] == date(2026, 11, 27)
    assert days["week"] == date(2026, 12, 2) and days["none"] is None
