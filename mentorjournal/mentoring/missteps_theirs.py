"""Two patterns on a mentor's side that may be worth naming: promises that wait, meetings off.

They follow Chopra, Edelson and Saint (JAMA 2016); every number is a default of ours (B16). They
speak of promises and meetings, never of what somebody is, and stay with the mentee.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

MEDIAN_DAYS = 14  # past due: more than that in the middle
ONE_DAYS = 60  # past due: more than that for a single one
LAST = 4  # meetings that were due
CALLED_OFF = 2  # of these


@dataclass(frozen=True)
class Promise:
    """Something they said they would do, and the day it was due."""

    text: str
    due: date


@dataclass(frozen=True)
class Waiting:
    """Their promises past due, the oldest first, with the days of the middle one and the oldest."""

    promises: tuple[Promise, ...]
    middle: float
    oldest: int


def waiting(promises: Sequence[Promise], as_of: date) -> Waiting | None:
    """Whether what somebody promised holds me up.

    Of their open promises past due: more than 14 days in the middle, or more than 60 for one.
    """
    late = sorted((one for one in promises if one.due < as_of), key=lambda one: one.due)
    if not late:
        return None
    days = [(as_of - one.due).days for one in late]
    found = Waiting(tuple(late), median(days), days[0])
    return found if found.middle > MEDIAN_DAYS or found.oldest > ONE_DAYS else None


@dataclass(frozen=True)
class CalledOff:
    """The days of the meetings they called off among the last four that were due."""

    days: tuple[date, ...]
    of: int


def called_off(due: Sequence[tuple[date, bool]]) -> CalledOff | None:
    """Whether somebody often calls off what was arranged.

    `due` are meetings that were to take place, the newest first, and whether they cancelled each.
    Two of the last four or more; fewer than four say nothing.
    """
    last = due[:LAST]
    days = tuple(day for day, by_them in last if by_them)
    return CalledOff(days, LAST) if len(last) == LAST and len(days) >= CALLED_OFF else None
