"""Contact against the rhythm: boundaries, pauses, four a year, and the readings of the sample."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorjournal.mentoring import rhythm
from mentorjournal.mentoring.rhythm import (
    agreement_words,
    four_a_year,
    four_a_year_words,
    is_touchpoint,
    reading,
    touchpoint_days,
    yearly_target,
)
from mentorjournal.tests.mentoring.network import AS_OF

AGREED = date(2025, 1, 1)


def after(days: int, cadence: int | None, agreed: date | None = AGREED) -> rhythm.Rhythm:
    return reading(AS_OF - timedelta(days), cadence, agreed, AS_OF, date(2024, 7, 1))


@pytest.mark.parametrize(
    ("last", "cadence", "state", "days", "said"),
    [
        (date(2026, 4, 21), 30, "due_soon", 24, "24 days ago · due soon"),
        (date(2026, 2, 24), 91, "due_soon", 80, "80 days ago · due soon"),
        (date(2026, 3, 31), 45, "due_soon", 45, "45 days ago · due today"),
        (date(2026, 4, 14), 60, "within", 31, "31 days ago"),
        (date(2026, 4, 22), 91, "within", 23, "23 days ago"),
        (date(2026, 5, 1), 30, "within", 14, "14 days ago"),
        (date(2026, 5, 8), 60, "within", 7, "7 days ago"),
        (date(2025, 10, 14), 60, "dormant", 213, "quiet for 7 months"),
    ],
    ids=["p01", "p02", "p03", "p04", "p05", "p06", "p09", "p11"],
)
def test_the_sample_reads_as_its_oracle_says(
    last: date, cadence: int, state: str, days: int, said: str
) -> None:
    found = reading(last, cadence, AGREED, AS_OF, date(2024, 7, 1))
    assert (found.state, found.days_since, found.every_days) == (state, days, cadence)
    assert rhythm.words(found) == said


@pytest.mark.parametrize(
    ("days", "cadence", "state"),
    [
        (23, 30, "within"), (24, 30, "due_soon"), (30, 30, "due_soon"), (31, 30, "overdue"),
        (72, 91, "within"), (73, 91, "due_soon"), (91, 91, "due_soon"), (92, 91, "overdue"),
        # Dormant needs both: more than twice the rhythm, and 180 days.
        (61, 30, "overdue"), (179, 30, "overdue"), (180, 30, "dormant"),
        (180, 90, "overdue"), (181, 90, "dormant"), (182, 91, "overdue"), (183, 91, "dormant"),
        (0, 1, "within"), (1, 1, "due_soon"), (2, 1, "overdue"),
    ],
)
def test_where_one_state_ends_and_the_next_begins(days: int, cadence: int, state: str) -> None:
    assert after(days, cadence).state == state


@settings(deadline=None)
@given(days=st.integers(0, 4000), cadence=st.integers(1, 1000))
def test_states_follow_from_days_alone(days: int, cadence: int) -> None:
    found = after(days, cadence)
    assert found.days_left == cadence - days
    assert found.days_over == max(0, days - cadence)
    assert found.needs_contact == (days > cadence)
    assert (found.state == "dormant") == (days > 2 * cadence and days >= 180)
    assert (found.state == "within") == (days < 0.8 * cadence)
    assert found.is_due_today == (days == cadence)
    assert found.due_on == AS_OF - timedelta(days) + timedelta(cadence)
    assert rhythm.words(found)


@settings(deadline=None)
@given(cadence=st.integers(1, 700))
def test_one_day_past_the_rhythm_turns_due_soon_to_overdue(cadence: int) -> None:
    last = AS_OF - timedelta(cadence)
    on_the_day = reading(last, cadence, AGREED, AS_OF, None)
    next_day = reading(last, cadence, AGREED, AS_OF + timedelta(1), None)
    assert on_the_day.is_due_today
    assert next_day.needs_contact
    assert next_day.days_over == 1


def test_two_weeks_over_is_said_in_weeks() -> None:
    found = reading(date(2026, 9, 14), 56, AGREED, date(2026, 11, 23), None)
    assert (found.state, found.due_on) == ("overdue", date(2026, 11, 9))
    assert rhythm.words(found) == "2 weeks over"


def test_nothing_logged_says_so_and_counts_from_the_beginning() -> None:
    found = reading(None, None, None, AS_OF, AS_OF - timedelta(100))
    assert (found.state, found.days_since, found.days_over) == ("none", None, 9)
    assert rhythm.words(found) == "no contact logged yet"
    assert not found.needs_contact
    assert reading(None, None, None, AS_OF, None).due_on is None


@pytest.mark.parametrize(
    ("cadence", "agreed_on", "agreed", "said"),
    [
        (None, None, False, "not agreed yet; every 13 weeks until then"),
        (None, AGREED, False, "not agreed yet; every 13 weeks until then"),
        (0, AGREED, False, "not agreed yet; every 13 weeks until then"),
        (60, None, False, "not agreed yet; every 60 days until then"),
        (28, AGREED, True, "every 4 weeks"),
    ],
)
def test_a_rhythm_is_agreed_only_with_its_day(
    cadence: int | None, agreed_on: date | None, agreed: bool, said: str
) -> None:
    found = after(10, cadence, agreed_on)
    assert found.is_agreed == agreed
    assert agreement_words(found) == said


def test_the_default_is_91_days_and_can_be_changed() -> None:
    assert after(10, None).every_days == 91
    assert reading(None, None, None, AS_OF, None, default_days=60).every_days == 60


def test_a_pause_hides_the_rhythm_and_afterwards_it_starts_afresh() -> None:
    last = AS_OF - timedelta(200)

    def paused(until: date) -> rhythm.Rhythm:
        return reading(last, 30, AGREED, AS_OF, None, until)

    still = paused(AS_OF + timedelta(1))
    assert still.state == "paused"
    assert rhythm.words(still) == "paused until Sat 16 May"
    back = paused(AS_OF)
    assert (back.state, back.days_since) == ("within", 200)
    assert back.due_on == AS_OF + timedelta(30)
    assert paused(AS_OF - timedelta(31)).state == "overdue"
    assert paused(last - timedelta(5)).state == "dormant"


def test_a_touchpoint_after_the_day_counts_as_today_and_the_calendar_has_an_end() -> None:
    assert after(-5, 30).days_since == 0
    assert reading(date(9999, 12, 1), 91, AGREED, date(9999, 12, 2), None).due_on == date.max


@pytest.mark.parametrize(
    ("kind", "answered", "counts"),
    [
        ("informal", True, True), ("brief_update", True, True), ("brief_update", False, False),
        ("thanks", None, True), ("message_unanswered", True, False),
    ],
)
def test_a_message_nobody_answered_is_no_touchpoint(
    kind: str, answered: bool | None, counts: bool
) -> None:
    assert is_touchpoint(kind, answered) == counts


@settings(deadline=None)
@given(st.lists(st.dates(date(2020, 1, 1), date(2027, 1, 1))))
def test_several_on_one_day_count_once(days: list[date]) -> None:
    once = touchpoint_days(days, AS_OF)
    assert once == touchpoint_days(days + days, AS_OF)
    assert set(once) == {day for day in days if day <= AS_OF}
    assert four_a_year(days, AGREED, AS_OF) == four_a_year(days * 2, AGREED, AS_OF)


@pytest.mark.parametrize(
    ("known", "target"),
    [
        (0, None), (56, None), (89, None), (90, 1), (91, 1), (182, 1), (183, 2), (200, 2),
        (273, 2), (274, 3), (364, 3), (365, 4), (366, 4), (4000, 4),
    ],
)
def test_four_a_year_is_pro_rated_and_rounded_down(known: int, target: int | None) -> None:
    assert yearly_target(known) == target


def test_four_a_year_in_the_sample() -> None:
    p11 = [date(2025, 2, 11), date(2025, 6, 3), date(2025, 10, 2), date(2025, 10, 14)]
    assert four_a_year_words(four_a_year(p11, date(2024, 11, 20), AS_OF)) == (
        "3 of 4 in the last year"
    )
    assert four_a_year(p11, date(2024, 11, 20), AS_OF).state == "below"
    p09 = [date(2026, 3, 20), date(2026, 4, 9), date(2026, 5, 8)]
    found = four_a_year(p09, date(2026, 3, 20), AS_OF)
    assert (found.count, found.state) == (3, "too_new")
    assert four_a_year_words(found) == "Too new to tell (56 days)"


def test_four_a_year_without_a_beginning_counts_from_the_first_touchpoint() -> None:
    found = four_a_year([AS_OF - timedelta(200), AS_OF], None, AS_OF)
    assert (found.count, found.target, found.state) == (2, 2, "within")
    assert four_a_year_words(found) == "2 of 2 in 7 months"
    assert four_a_year_words(four_a_year([], None, AS_OF)) == "no contact logged yet"


@pytest.mark.parametrize(
    ("as_of", "inside", "outside"),
    [
        (date(2024, 2, 29), date(2023, 3, 2), date(2023, 3, 1)),
        (date(2025, 2, 28), date(2024, 3, 1), date(2024, 2, 29)),
        (date(2025, 12, 31), date(2025, 1, 1), date(2024, 12, 31)),
        (date(2026, 1, 1), date(2025, 1, 2), date(2025, 1, 1)),
    ],
)
def test_leap_day_and_year_end_do_not_move_the_window(
    as_of: date, inside: date, outside: date
) -> None:
    assert four_a_year([inside], AGREED, as_of).count == 1
    assert four_a_year([outside], AGREED, as_of).count == 0
