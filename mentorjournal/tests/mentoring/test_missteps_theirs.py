"""Promises of theirs that wait, and meetings they called off: how many, and for how long."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentorjournal.mentoring import missteps_theirs as theirs
from mentorjournal.mentoring.missteps_theirs import Promise

DAY = date(2026, 5, 15)


def ago(days: int) -> date:
    return DAY - timedelta(days)


@pytest.mark.parametrize(("days", "named"), [
    ([13], False), ([14], False), ([15], True), ([1, 1, 60], False), ([1, 1, 61], True),
    ([10, 18], False), ([10, 19], True), ([], False), ([0, -5], False), ([1, 14, 40], False)])
def test_worth_naming_by_the_middle_or_the_oldest(days: list[int], named: bool) -> None:
    found = theirs.waiting([Promise(f"p{n}", ago(n)) for n in days], DAY)
    assert (found is not None) == named
    if found is not None:
        assert found.oldest == max(days)
        assert [one.due for one in found.promises] == sorted(ago(n) for n in days)


@pytest.mark.parametrize(("called", "named"), [
    ([True, False, False, False], False), ([True, False, True, False], True),
    ([True, True, True], False), ([True, True, True, True], True),
    ([False, False, False, False, True, True], False),
    ([False, False, True, True, True], True), ([], False)])
def test_two_of_the_last_four_that_were_due(called: list[bool], named: bool) -> None:
    due = [(ago(10 * n), by_them) for n, by_them in enumerate(called)]
    found = theirs.called_off(due)
    assert (found is not None) == named
    if found is not None:
        assert found.of == 4
        assert found.days == tuple(day for day, by_them in due[:4] if by_them)
