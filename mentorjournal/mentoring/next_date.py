"""When to meet next: as far away as the rhythm says, on the weekday and at the time as usual.

Asking for the next date before parting keeps contact steady (tip 6).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from mentorjournal.words import span, tr, weekday_long

LOOKED_AT = 6  # meetings back; a habit of last year may be over
SOONEST_DAYS = 7  # when the rhythm has run out already
LAST_DAY = date(2199, 12, 20)  # what a journal can hold, with room to move within a week

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True)
class NextOffer:
    """A start on the clock of the meeting; `is_usual` when weekday and time are a habit."""

    starts_at: datetime
    in_days: int
    is_usual: bool

    @property
    def words(self) -> str:
        """Why that day: "in 4 weeks, a Tuesday as usual"."""
        far = tr("in {span}", span=span(self.in_days))
        if not self.is_usual:
            return far
        return tr("{far}, a {weekday} as usual", far=far,
                  weekday=weekday_long(self.starts_at.date()))


def offer(starts: Sequence[datetime], every_days: int, as_of: date) -> NextOffer:
    """The next start after `starts`, which are past ones in their order and not empty.

    It lies after `as_of`, and within three days of what the rhythm says.
    """
    lately = starts[-LOOKED_AT:]
    weekday, times = _commonest([one.weekday() for one in lately])
    clock, same = _commonest([one.time() for one in lately])
    wanted = min(starts[-1].date() + timedelta(every_days), LAST_DAY)
    if wanted <= as_of:
        wanted = min(as_of + timedelta(SOONEST_DAYS), LAST_DAY)
    day = _nearest(wanted, weekday)
    if day <= as_of:
        day += timedelta(7)
    return NextOffer(datetime.combine(day, clock), (day - as_of).days, min(times, same) > 1)


def _commonest(values: Sequence[T]) -> tuple[T, int]:
    """The commonest value and how often it is there; of two the later one."""
    counts = Counter(values)
    most = max(counts.values())
    return next(value for value in reversed(values) if counts[value] == most), most


def _nearest(day: date, weekday: int) -> date:
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(ahead if ahead <= 3 else ahead - 7)
