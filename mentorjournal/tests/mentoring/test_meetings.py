"""Readings of meetings: where each line is drawn, and that a fraction is of what was noted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.mentoring.meetings import (
    Held,
    MeetingReadings,
    Share,
    hours_before,
    promises,
    readings,
)

START = datetime(2026, 5, 19, 10)


@dataclass(frozen=True)
class Met:
    """A meeting as the rules read it."""

    starts_at: datetime = START
    zone: str = "UTC"
    planned_minutes: int = 45
    actual_minutes: int | None = None
    arrival: str | None = None
    desired_outcome: str | None = None
    desired_outcome_at: str | None = None
    agenda_sent_at: str | None = None
    follow_up_sent_at: str | None = None


@dataclass(frozen=True)
class Off:
    """A meeting that was called off."""

    status: str
    called_off_by: str | None
    notice_hours: float | None


@dataclass(frozen=True)
class Promised:
    """A promise."""

    due: date | None
    done_on: date | None


def of(**noted: object) -> MeetingReadings:
    return readings([Held(Met(**noted))])  # type: ignore[arg-type]


@pytest.mark.parametrize(("sent", "good", "just"), [
    ("2026-05-17T10:00:00Z", 1, 1), ("2026-05-17T10:00:01Z", 0, 1),
    ("2026-05-18T10:00:00Z", 0, 1), ("2026-05-18T10:00:01Z", 0, 0),
    ("2026-05-19T11:00:00Z", 0, 0), (None, 0, 0),
])
def test_an_agenda_is_ahead_by_the_hour(sent: str | None, good: int, just: int) -> None:
    found = of(agenda_sent_at=sent)
    assert (found.agenda_in_good_time, found.agenda_just_in_time) == ((good, 1), (just, 1))


def test_hours_are_those_of_the_meetings_zone() -> None:
    assert hours_before(datetime(2026, 3, 29, 10), "Europe/Berlin", "2026-03-28T09:00:00Z") == 23
    assert hours_before(datetime(2026, 3, 28, 10), "Europe/Berlin", "2026-03-27T09:00:00Z") == 24


@pytest.mark.parametrize(("named", "at", "first"), [
    ("A yes", "2026-05-19T10:00:00Z", 1), ("A yes", "2026-05-19T10:00:01Z", 0),
    ("A yes", None, 0), (None, "2026-05-18T10:00:00Z", 0),
])
def test_a_result_is_named_before_the_start(
    named: str | None, at: str | None, first: int
) -> None:
    assert of(desired_outcome=named, desired_outcome_at=at).result_named == (first, 1)


@pytest.mark.parametrize(("arrival", "share"), [
    ("early", (1, 1)), ("on_time", (1, 1)), ("late", (0, 1)), (None, (0, 0)),
])
def test_on_time_is_told_of_those_where_it_was_noted(
    arrival: str | None, share: tuple[int, int]
) -> None:
    assert of(arrival=arrival).on_time == share


@pytest.mark.parametrize(("minutes", "share"), [
    (50, (0, 1)), (51, (1, 1)), (30, (0, 1)), (None, (0, 0)),
])
def test_five_minutes_are_not_over(minutes: int | None, share: tuple[int, int]) -> None:
    assert of(actual_minutes=minutes).ran_over == share


@pytest.mark.parametrize(("sent", "share"), [
    ("2026-05-19T23:00:00Z", (1, 1)), ("2026-05-26T23:59:00Z", (1, 1)),
    ("2026-05-27T00:00:00Z", (0, 1)), (None, (0, 1)),
])
def test_a_note_has_seven_days(sent: str | None, share: tuple[int, int]) -> None:
    assert of(follow_up_sent_at=sent).note_sent == share


@pytest.mark.parametrize(("status", "by", "hours", "late"), [
    ("cancelled", "me", 5, 1), ("cancelled", "me", 24, 0), ("postponed", "me", 96, 0),
    ("postponed", "me", 23.5, 1), ("cancelled", "mentor", 1, 0), ("cancelled", "me", None, 0),
])
def test_late_cancellations_are_mine_and_short(
    status: str, by: str, hours: float | None, late: int
) -> None:
    assert readings([], [Off(status, by, hours)]).called_off_late == late


def test_a_fraction_says_something_from_three_meetings_on() -> None:
    assert [Share(0, n).is_enough for n in (0, 2, 3)] == [False, False, True]


@given(st.lists(st.builds(
    Held, st.builds(
        Met, actual_minutes=st.none() | st.integers(1, 1440),
        arrival=st.sampled_from([None, "early", "on_time", "late"]),
    ), st.booleans(), st.booleans(),
)))
def test_no_share_is_more_than_its_whole(held: list[Held]) -> None:
    found = readings(held)
    shares = [each for each in vars(found).values() if isinstance(each, Share)]
    assert len(shares) == 8
    assert all(0 <= each.n <= each.of <= found.held == len(held) for each in shares)


DAYS = st.dates(date(2026, 1, 1), date(2026, 1, 9))


@given(st.lists(st.builds(Promised, st.none() | DAYS, st.none() | DAYS)))
def test_every_promise_with_a_day_is_kept_late_or_open(mine: list[Promised]) -> None:
    found = promises(mine)
    dated = [one for one in mine if one.due]
    assert found.due == len(dated) == found.kept.of
    assert found.open == sum(one.done_on is None for one in dated)
    moved = [Promised(one.due, one.due and one.due + timedelta(1)) for one in dated]
    assert promises(moved).late == len(dated)
