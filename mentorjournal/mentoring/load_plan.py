"""Commitments and capacity over time: what ran on a day, month by month, and where more fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import floor
from typing import NamedTuple

from mentorjournal.mentoring.load import TAKING, CommitmentLike, Load, is_running, load

BACK, AHEAD = 12, 3  # months shown before and behind the present one
STEP = 0.5  # hours a week that a smaller yes goes down by
# From a day on (None: always before) so many hours; the oldest first.
Changes = Sequence[tuple[date | None, float | None]]


@dataclass(frozen=True)
class Hours:
    """A commitment with the hours it takes on some day, as `load` reads it."""

    about: CommitmentLike
    hours_per_week: float

    @property
    def id(self) -> int:
        """The id of the commitment."""
        return self.about.id

    @property
    def goal_id(self) -> int | None:
        """The goal it serves."""
        return self.about.goal_id

    @property
    def decision(self) -> str:
        """How it was answered."""
        return self.about.decision

    @property
    def asked_on(self) -> date | None:
        """When I was asked."""
        return self.about.asked_on

    @property
    def since(self) -> date | None:
        """When it begins."""
        return self.about.since

    @property
    def until(self) -> date | None:
        """The first day without it."""
        return self.about.until


class Month(NamedTuple):
    """The load of a month, read on its last day; of the present month, today."""

    day: date
    load: Load
    is_ahead: bool  # as far as is agreed now


class Fit(NamedTuple):
    """The first day on which a request fits, and the ids of what is over that day."""

    day: date
    freed: tuple[int, ...]


@dataclass(frozen=True)
class Plan:
    """All commitments, how their hours changed, and how many hours I could give, and when.

    `usual` is the capacity where no history of it is kept.
    """

    commitments: Sequence[CommitmentLike] = ()
    changes: Mapping[int, Changes] = field(default_factory=dict)
    capacities: Changes = ()
    usual: float | None = None

    def hours_of(self, one: CommitmentLike, day: date) -> float:
        """The hours a week that a commitment takes on a day, were it running then."""
        then = _newest(self.changes.get(one.id, ()), day)
        return one.hours_per_week if then is None or then[1] is None else then[1]

    def on(self, day: date) -> list[Hours]:
        """All commitments with their hours on a day."""
        return [Hours(one, self.hours_of(one, day)) for one in self.commitments]

    def running(self, day: date) -> list[Hours]:
        """Those that take hours on a day."""
        return [one for one in self.on(day) if is_running(one, day)]

    def capacity_on(self, day: date) -> float | None:
        """How many hours a week I could give on a day; None when that was never said."""
        then = _newest(self.capacities, day)
        return self.usual if then is None else then[1]

    def load_on(self, day: date) -> Load:
        """The load on a day."""
        return load(self.on(day), self.capacity_on(day), day)

    def by_month(self, as_of: date, back: int = BACK, ahead: int = AHEAD) -> list[Month]:
        """The months around the one of `as_of`, each read on its last day, that one on `as_of`."""
        days = [last_of_month(as_of, n) for n in range(-back, ahead + 1)]
        days[back] = as_of
        return [Month(day, self.load_on(day), day > as_of) for day in days]

    def fits_from(
        self, hours: float, since: date, until: date | None = None, without: int = 0
    ) -> Fit | None:
        """The first day from `since` on which `hours` more fit, for as long as they are asked for.

        With `until` they are wanted from `since` till that day, and as long from a later day on;
        without it from the day on for good. `without` is a commitment that does not count, which
        weighs what is running already. None when it is not known to fit ever, or no capacity is.
        """
        length = until - since if until else None
        turns = self._turns()
        for day in (since, *(turn for turn in turns if turn > since)):
            end = day + length if length else None
            during = [day, *(turn for turn in turns if day < turn and (not end or turn < end))]
            if all(self._has_room(hours, each, without) for each in during):
                return Fit(day, self._over_on(day, without) if day > since else ())
        return None

    def largest_that_fits(
        self, since: date, until: date | None = None, without: int = 0
    ) -> float:
        """The most hours a week, in halves, that fit from a day on; 0 when none do."""
        during = [since, *(t for t in self._turns() if t > since and (not until or t < until))]
        free = [self._free(day, without) for day in during]
        least = min((one for one in free if one is not None), default=0.0)
        return max(0.0, floor(round(least / STEP, 6)) * STEP)

    def _turns(self) -> list[date]:
        """The days on which the load or the capacity changes."""
        taking = [one for one in self.commitments if one.decision in TAKING]
        days = {day for one in taking for day in (one.since, one.until)}
        days |= {day for one in taking for day, _ in self.changes.get(one.id, ())}
        days |= {day for day, _ in self.capacities}
        return sorted(day for day in days if day is not None)

    def _free(self, day: date, without: int) -> float | None:
        others = [one for one in self.on(day) if one.id != without]
        return load(others, self.capacity_on(day), day).free

    def _has_room(self, hours: float, day: date, without: int) -> bool:
        free = self._free(day, without)
        return free is not None and round(free - hours, 9) >= 0

    def _over_on(self, day: date, without: int) -> tuple[int, ...]:
        return tuple(one.id for one in self.commitments
                     if one.decision in TAKING and one.until == day and one.id != without)


def off_course(since: date | None, until: date | None, changes: Changes) -> bool:
    """Whether other hours are noted from a day on which it has not begun, or is over."""
    return any(day is None or (since is not None and day <= since)
               or (until is not None and day >= until) for day, _ in changes)


def last_of_month(day: date, months: int = 0) -> date:
    """The last day of the month that is so many months after that of `day`."""
    place = day.year * 12 + day.month - 1 + months + 1
    return date(place // 12, place % 12 + 1, 1) - timedelta(1)


def _newest(changes: Changes, day: date) -> tuple[date | None, float | None] | None:
    then = [one for one in changes if one[0] is None or one[0] <= day]
    return then[-1] if then else None
