"""Going quiet needs both halves; asking too much needs enough to tell by."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.mentoring import missteps

DAY = date(2026, 5, 15)
PAST = st.dates(date(2025, 1, 1), DAY)


def days_ago(*days: int) -> list[date]:
    return [DAY - timedelta(n) for n in days]


@pytest.mark.parametrize(("due", "touched", "quiet"), [
    (14, None, True), (13, None, False), (84, 45, False), (84, 84, False), (84, 85, True)])
def test_promise_counts_when_nobody_spoke_since_it_fell_due(
    due: int, touched: int | None, quiet: bool
) -> None:
    touchpoints = [] if touched is None else days_ago(touched)
    assert (missteps.ghost(days_ago(due), [], touchpoints, DAY) is not None) == quiet


@pytest.mark.parametrize(("days", "quiet"), [(6, False), (7, True)])
def test_message_without_an_answer_counts_after_a_week(days: int, quiet: bool) -> None:
    found = missteps.ghost([], days_ago(days), days_ago(30), DAY)
    assert (found is not None) == quiet
    if found:
        assert missteps.ghost_words(found).startswith("They wrote")


@given(st.lists(PAST), st.lists(PAST, min_size=1))
def test_a_touchpoint_today_makes_up_for_every_promise(due: list[date], old: list[date]) -> None:
    assert missteps.ghost(due, [], [*old, DAY], DAY) is None


@pytest.mark.parametrize(("met", "quiet"), [(5, False), (19, False), (20, True), (21, True)])
def test_who_has_met_since_they_wrote_has_answered(met: int, quiet: bool) -> None:
    assert (missteps.ghost([], days_ago(20), days_ago(met), DAY) is not None) == quiet


@given(st.lists(PAST), st.lists(PAST))
def test_a_touchpoint_today_answers_every_message(wrote: list[date], old: list[date]) -> None:
    assert missteps.ghost([], wrote, [*old, DAY], DAY) is None


BUSY = days_ago(*range(0, 60, 6))  # ten contacts in sixty days
ENOUGH = {"begun_by_me": BUSY, "every_days": 30, "options": [0, 0, 2], "known_days": 90,
          "as_of": DAY}


@pytest.mark.parametrize("change", [
    {"known_days": 89}, {"known_days": None}, {"options": [0, 0]}, {"options": [0, 1, 2]},
    {"begun_by_me": days_ago(1, 9, 20, 40)},  # four: twice the rhythm and no more
    {"every_days": 6}, {"begun_by_me": [day - timedelta(60) for day in BUSY]},
])
def test_asking_too_much_needs_every_part(change: dict[str, object]) -> None:
    found = missteps.vampire(**ENOUGH)  # type: ignore[arg-type]
    assert found is not None
    assert (found.contacts, found.problems, found.without_option) == (10, 3, 2)
    assert missteps.vampire(**{**ENOUGH, **change}) is None  # type: ignore[arg-type]
