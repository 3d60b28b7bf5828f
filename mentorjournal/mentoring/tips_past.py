"""Who was there on a day gone by, and how they stood then: by when it began, its stages, its end.

Where no day is written at all, somebody stands as they do now.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentorjournal.journal.between import Ending
    from mentorjournal.journal.records import Person

Turn = tuple[date, str]  # the day, and the stage that began on it
_OVER = ("closed", "declined")
_CONSIDERED = ("considering", "met", "asked", "declined")


def turns(one: Person, stages: Sequence[Turn], endings: Iterable[Ending]) -> list[Turn]:
    """The stages of a relationship with their days, and when it ended or was taken up again."""
    found = list(stages)
    for each in endings:
        if each.decided_on and each.reopened_on:
            found += [(each.decided_on, "closed"), (each.reopened_on, "cultivation")]
    if one.is_over:
        noted = found.pop()[0] if found and found[-1][1] in _OVER else None
        decided = max((each.decided_on for each in endings
                       if each.outcome == "closed" and each.decided_on), default=None)
        day = one.ended or noted or decided
        found += [(day, one.stage)] if day else []
    return sorted(found, key=lambda turn: turn[0])


def stood(
    one: Person, way: Sequence[Turn], first_seen: date | None, day: date
) -> Person | None:
    """Somebody as they stood on a day; None for one who was not there yet.

    `first_seen` is the first day of contact or of looking at the fit, where one is known.
    """
    is_to_begin = one.start is not None and one.start > day
    if one.start is None or is_to_begin:
        seen = min((known for known in (first_seen, way[0][0] if way else None) if known),
                   default=None)
        if (seen is None and is_to_begin) or (seen is not None and seen > day):
            return None
    stage = "considering" if is_to_begin else _stage(one, way, day)
    return one if stage == one.stage else replace(one, stage=stage)


def _stage(one: Person, way: Sequence[Turn], day: date) -> str:
    gone_by = [stage for since, stage in way if since <= day]
    if len(gone_by) == len(way):
        return one.stage
    if gone_by:
        return gone_by[-1]
    following = way[0][1]
    if following in _CONSIDERED or (following == "initiation" and one.start is None):
        return "considering"
    return "cultivation"
