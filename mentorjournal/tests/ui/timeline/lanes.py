"""A few lanes for tests of the timeline's view."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from mentorjournal.mentoring.timeline import Band, Gap, Lane, Mark

TODAY = date(2026, 5, 15)


def day(ago: int) -> date:
    """A day so many days ago."""
    return TODAY - timedelta(ago)


def mark(row: int, ago: int, kind: str = "meeting", part: str = "held") -> Mark:
    """A mark that says its row."""
    return Mark(kind, day(ago), kind, row, part, f"Number {row}", part == "coming")


def lane(person_id: int, name: str, marks: Sequence[Mark], **values: object) -> Lane:
    """A lane that is active from its first mark."""
    bands = (Band("active", marks[0].day),) if marks else ()
    return Lane(person_id, name, "Every 4 weeks", bands, marks=tuple(marks),
                **{"initials": name[-2:].upper(), "role": "coach", **values})


OKAFOR = lane(1, "Dr. Rosalind Okafor", [
    mark(1, 400), mark(2, 200), mark(3, 190, "feedback", "given"), mark(4, 60),
    mark(5, 10, "message", "answered"), mark(6, -4, "meeting", "coming"),
], gaps=(Gap(day(360), day(200)),))
NOBODY = lane(2, "Dr. Nobody Quiet", [])
VALE = lane(3, "Dr. Henrik Vale", [mark(11, 220), mark(12, 100), mark(13, 30)], role="confidante")
CROWD = lane(4, "Dr. Amy Crowd", [mark(100 + n, 150 - n // 10) for n in range(60)])
SOME = (OKAFOR, NOBODY, VALE, CROWD)
