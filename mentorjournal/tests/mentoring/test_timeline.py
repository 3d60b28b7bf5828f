"""Bands and gaps of a relationship, derived from what is written of it."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.mentoring import rhythm
from mentorjournal.mentoring.timeline import Band, Course, Gap, Lane, Mark, bands, gaps, pauses

TODAY = date(2026, 5, 15)
START, LATER = date(2025, 1, 10), date(2025, 9, 1)


def day(n: int) -> date:
    return TODAY - timedelta(n)


def test_exploring_ends_and_active_begins_with_the_start() -> None:
    found = bands(Course("cultivation", START), date(2024, 11, 1), day(3), TODAY)
    assert found == (Band("exploring", date(2024, 11, 1), START), Band("active", START))


def test_without_a_start_active_begins_with_the_first_mark() -> None:
    assert bands(Course("cultivation"), START, day(3), TODAY) == (Band("active", START),)


def test_nothing_known_is_no_band() -> None:
    assert bands(Course("cultivation"), None, None, TODAY) == ()


def test_a_candidate_is_being_explored() -> None:
    found = bands(Course("met", is_candidate=True), START, START, TODAY)
    assert found == (Band("exploring", START),)


def test_a_decision_to_close_begins_moving_on_and_the_end_ends_the_lane() -> None:
    course = Course("closed", START, LATER, closings=(date(2025, 8, 1),))
    assert bands(course, None, day(1), TODAY) == (
        Band("active", START, date(2025, 8, 1)), Band("moving_on", date(2025, 8, 1), LATER))


def test_written_stages_come_before_derived_ones() -> None:
    course = Course("redefinition", START, stages=((LATER, "redefinition"),))
    assert bands(course, None, day(1), TODAY) == (
        Band("active", START, LATER), Band("moving_on", LATER))


def test_a_closed_relationship_without_a_day_ends_with_what_is_known() -> None:
    assert bands(Course("closed", START), START, LATER, TODAY) == (Band("active", START, LATER),)


def test_a_relationship_taken_up_again_is_active_again() -> None:
    course = Course("cultivation", START, closings=(LATER,), reopenings=(day(30),))
    assert [band.kind for band in bands(course, START, day(1), TODAY)] == [
        "active", "moving_on", "active"]


def test_an_end_that_is_still_to_come_does_not_end_the_band() -> None:
    course = Course("cultivation", START, ended=TODAY + timedelta(30))
    assert bands(course, START, day(1), TODAY) == (Band("active", START),)


def test_a_gap_goes_from_the_day_contact_was_due_to_the_next() -> None:
    touchpoints, active = [day(100), day(50), day(40)], (Band("active", day(200)),)
    assert gaps(touchpoints, active, 30, TODAY) == (
        Gap(day(70), day(50)), Gap(day(10)))


def test_contact_on_the_very_day_is_no_gap() -> None:
    assert gaps([day(60), day(30)], (Band("active", day(60)),), 30, TODAY) == ()


def test_a_gap_stays_within_the_active_band() -> None:
    active = (Band("active", day(200), day(80)), Band("moving_on", day(80)))
    assert gaps([day(150)], active, 30, TODAY) == (Gap(day(120), day(80)),)


def test_a_pause_has_no_gap_and_days_are_counted_from_its_end() -> None:
    active = (Band("active", day(200)),)
    assert gaps([day(150)], active, 30, TODAY, paused_until=TODAY + timedelta(1)) == ()
    assert gaps([day(150)], active, 30, TODAY, paused_until=day(50)) == (Gap(day(20)),)
    course = Course("paused", stages=((day(140), "paused"),))
    assert gaps([day(150)], active, 30, TODAY, pauses=pauses(course)) == ()


_days = st.integers(0, 900).map(day)
_stages = st.sampled_from(
    ("considering", "met", "initiation", "cultivation", "paused", "separation", "redefinition",
     "closed", "declined"))


@given(st.lists(_days, max_size=12), st.integers(1, 200), st.none() | st.integers(-60, 60).map(day))
def test_a_gap_is_open_today_exactly_when_the_rhythm_says_over(
    days: list[date], every: int, paused_until: date | None
) -> None:
    touchpoints = sorted(days)
    found = gaps(touchpoints, (Band("active", day(1000)),), every, TODAY, paused_until)
    last = touchpoints[-1] if touchpoints else None
    reading = rhythm.reading(last, every, None, TODAY, None, paused_until)
    assert any(gap.last is None for gap in found) is reading.needs_contact


@given(
    _stages, st.none() | _days, st.none() | _days, st.booleans(),
    st.lists(st.tuples(_days, _stages), max_size=5), st.lists(_days, max_size=2),
    st.none() | _days, st.lists(_days, min_size=0, max_size=9), st.integers(1, 120),
)
def test_bands_are_in_order_and_gaps_lie_within_active_ones(
    stage: str, start: date | None, ended: date | None, is_candidate: bool,
    stages: list[tuple[date, str]], closings: list[date], reopened: date | None,
    touchpoints: list[date], every: int,
) -> None:
    touchpoints.sort()
    course = Course(stage, start, ended, is_candidate, tuple(sorted(stages)), tuple(closings),
                    (reopened,) if reopened else ())
    ends = (touchpoints[0], touchpoints[-1]) if touchpoints else (None, None)
    found = bands(course, *ends, TODAY)
    for one, following in zip(found, found[1:], strict=False):
        assert one.last is not None and one.first < one.last <= following.first
    for gap in gaps(touchpoints, found, every, TODAY):
        until = gap.last or TODAY
        assert gap.first < until <= TODAY
        assert any(
            band.kind == "active" and band.first <= gap.first and until <= (band.last or TODAY)
            for band in found)
        assert not any(gap.first < touch < until for touch in touchpoints)


def test_last_seen_is_the_last_touchpoint() -> None:
    marks = (Mark("meeting", day(9), "meeting", 1, "held", is_touchpoint=True),
             Mark("message", day(2), "contact", 1, "unanswered"))
    assert Lane(1, "Dr. Okafor", marks=marks).last_seen == day(9)
