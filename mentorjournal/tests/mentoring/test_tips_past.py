"""Who was there on a day gone by: by the start, the stages with their days, and the end."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mentorjournal.journal.between import Ending
from mentorjournal.journal.records import Person
from mentorjournal.mentoring.tips_past import stood, turns

DAY = date(2026, 5, 15)
JAN, MAR, MAY, JUL = (date(2026, month, 1) for month in (1, 3, 5, 7))


def standing(
    stages: Any = (), first: date | None = None, day: date = DAY, endings: tuple[Ending, ...] = (),
    **values: Any,
) -> str | None:
    one = Person(1, "Dr. Noor", **values)
    found = stood(one, turns(one, stages, endings), first, day)
    return None if found is None else "mentor" if found.is_active else found.standing


@pytest.mark.parametrize(("values", "day", "expected"), [
    ({"start": MAR}, MAR, "mentor"), ({"start": MAR}, JAN, None),
    ({}, JAN, "mentor"),  # nothing is written: as now
    ({"first": MAR}, JAN, None), ({"first": MAR}, MAR, "mentor"),
    # somebody who was considered first
    ({"start": MAY, "first": MAR}, MAR, "candidate"),
    ({"start": MAY, "stage": "initiation", "stages": [(JAN, "met"), (MAY, "initiation")]}, MAR,
     "candidate"),
    ({"direction": "candidate", "stage": "met", "first": MAR}, JAN, None),
    ({"direction": "candidate", "stage": "met", "first": MAR}, MAY, "candidate"),
    # the end
    ({"start": JAN, "stage": "closed", "ended": MAY}, MAR, "mentor"),
    ({"start": JAN, "stage": "closed", "ended": MAY}, MAY, "past"),
    ({"start": JAN, "stage": "closed", "stages": [(MAY, "closed")]}, MAR, "mentor"),
    ({"start": JAN, "stage": "closed"}, MAR, "past"),  # nobody wrote when
    ({"start": JAN, "stage": "closed", "endings": (
        Ending(1, 1, "close", MAY, outcome="closed"),)}, MAR, "mentor"),
    # a pause, and coming back
    ({"start": JAN, "stage": "paused", "stages": [(MAY, "paused")]}, MAR, "mentor"),
    ({"start": JAN, "endings": (
        Ending(1, 1, "close", MAR, outcome="closed", reopened_on=MAY),)}, MAR, "past"),
    ({"start": JAN, "endings": (
        Ending(1, 1, "close", MAR, outcome="closed", reopened_on=MAY),)}, MAY, "mentor"),
    ({"stages": [(MAR, "initiation"), (JUL, "cultivation")]}, MAY, "mentor"),
])
def test_how_somebody_stood(values: dict[str, Any], day: date, expected: str | None) -> None:
    assert standing(**values, day=day) == expected


def test_after_all_that_is_written_somebody_stands_as_now() -> None:
    one = Person(1, "Dr. Noor", start=MAR, stage="separation")
    assert stood(one, [(JAN, "met"), (MAR, "initiation")], None, DAY) is one
