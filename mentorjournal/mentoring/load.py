"""Hours against capacity: what I have committed, and what a yes would make of it (tip 4).

The paper gives no number for load: 85, 100 and 30% are defaults of ours (TIPS D4.1, D4.2).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from math import fsum
from typing import Literal, Protocol

from mentorjournal.words import number, tr

NOTE_AT = 0.85  # of capacity: worth a look, and above all of it stop and think; ours
OFF_GOAL_AT = 0.30  # of the hours: worth a look; ours
LEAST_FOR_OFF_GOAL = 2  # commitments before the share without a goal says anything
LATE_DAYS, LATE_LEAST = 30, 2  # promises late beside an overload that are asked about (A4.5); ours
_FINE = 9  # digits; what is finer comes of adding up fractions

# Decisions under which a commitment takes hours, from `since` until `until`.
TAKING = ("accepted", "yes_later", "smaller_yes", "done", "ended")
SAID_NO = ("declined", "passed_to")

State = Literal["unknown", "nothing", "fine", "note", "over"]


class CommitmentLike(Protocol):
    """What is read of a commitment."""

    @property
    def id(self) -> int: ...
    @property
    def hours_per_week(self) -> float: ...
    @property
    def goal_id(self) -> int | None: ...
    @property
    def decision(self) -> str: ...
    @property
    def asked_on(self) -> date | None: ...
    @property
    def since(self) -> date | None: ...
    @property
    def until(self) -> date | None: ...


@dataclass(frozen=True)
class Load:
    """Hours a week on a day: committed, of these without a goal, asked and not answered yet.

    `capacity` is how many I can give, None while that is not said; `count` is of commitments.
    """

    hours: float
    capacity: float | None
    off_goal: float = 0.0
    pending: float = 0.0
    count: int = 0

    @property
    def share(self) -> float | None:
        """Hours by capacity, such as 1.08; None without a capacity, and where it is 0."""
        return self.hours / self.capacity if self.capacity else None

    @property
    def share_with_pending(self) -> float | None:
        """The same if all that is asked were answered with yes."""
        return (self.hours + self.pending) / self.capacity if self.capacity else None

    @property
    def off_share(self) -> float | None:
        """The part of the hours that serves no goal; None with fewer than 2 commitments."""
        if self.count < LEAST_FOR_OFF_GOAL or not self.hours:
            return None
        return self.off_goal / self.hours

    @property
    def is_off_goal(self) -> bool:
        """Whether so much serves no goal that it is worth a look: 30% or more."""
        return self.is_off_goal_from(OFF_GOAL_AT)

    def is_off_goal_from(self, share: float) -> bool:
        """Whether so large a share of the hours, or a larger one, serves no goal."""
        return self.off_share is not None and round(self.off_share, _FINE) >= share

    @property
    def free(self) -> float | None:
        """Hours that are left, less than 0 when too many are committed; None without capacity."""
        return None if self.capacity is None else round(self.capacity - self.hours, _FINE)

    @property
    def is_over(self) -> bool:
        """Whether more is committed than can be given; exactly all of it is not."""
        return self.free is not None and self.free < 0

    @property
    def state(self) -> State:
        """Whether to look: "unknown" without a capacity, "nothing" without a commitment."""
        return self.weighed()

    def weighed(self, note_at: float = NOTE_AT, over_above: float = 1.0) -> State:
        """The state, where a note is made from one share of the capacity on, and over is above
        another."""
        if self.capacity is None:
            return "unknown"
        if not self.count:
            return "nothing"
        share = None if self.share is None else round(self.share, _FINE)
        if self.is_over if share is None else share > over_above:
            return "over"
        return "note" if (share or 0) >= note_at else "fine"

    def plus(self, hours: float) -> Load:
        """The load with so many hours more, all of them asked for."""
        return Load(fsum((self.hours, hours)), self.capacity, self.off_goal, 0.0, self.count + 1)


def is_running(one: CommitmentLike, day: date) -> bool:
    """Whether a commitment takes hours on a day; its last day is the one before `until`.

    Without `since` it always has, but a yes for later has not begun while no day is named.
    """
    begun = one.decision != "yes_later" if one.since is None else one.since <= day
    return one.decision in TAKING and begun and (one.until is None or day < one.until)


def last_day(until: date | None) -> date | None:
    """The last day of what is over on `until`: people speak of the one, the file keeps the other.
    """
    return None if until is None or until == date.min else until - timedelta(1)


def day_after(last: date | None) -> date | None:
    """The `until` of what has this last day."""
    return None if last is None or last == date.max else last + timedelta(1)


def is_asked(one: CommitmentLike, day: date) -> bool:
    """Whether a request waits for an answer on a day; before it was made nothing waits."""
    return one.decision == "pending" and (one.asked_on is None or one.asked_on <= day)


def ends_early(since: date | None, last: date | None, kept: date | None = None) -> bool:
    """Whether a last day lies before the first, unless that is the `until` that was `kept`."""
    if since is None or last is None or last >= since:
        return False
    return not day_after(last) == since == kept


def load(
    commitments: Iterable[CommitmentLike], capacity: float | None, day: date
) -> Load:
    """The load on a day; `commitments` carry the hours they take on it."""
    everything = list(commitments)
    running = [one for one in everything if is_running(one, day)]
    return Load(
        hours=fsum(one.hours_per_week for one in running), capacity=capacity,
        off_goal=fsum(one.hours_per_week for one in running if one.goal_id is None),
        pending=fsum(one.hours_per_week for one in everything if is_asked(one, day)),
        count=len(running),
    )


# In words --------------------------------------------------------------------------------------

def hours_words(hours: float) -> str:
    """Hours with one decimal, half up, such as "13.0"."""
    return str(Decimal(repr(float(hours))).quantize(Decimal("0.1"), ROUND_HALF_UP))


def percent(share: float) -> int:
    """A share as a whole number, half up: 108 for 1.0833."""
    exact = Decimal(repr(round(share * 100, _FINE)))
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def of_words(now: Load) -> str:
    """Such as "13.0 of 12 h a week", without a capacity "13.0 h a week"."""
    if now.capacity is None:
        return tr("{hours} h a week", hours=hours_words(now.hours))
    return tr("{hours} of {capacity} h a week", hours=hours_words(now.hours),
              capacity=number(now.capacity))


def left_words(now: Load) -> str:
    """Such as "1.0 h over", "0.5 h free" or "nothing free"; "" without a capacity."""
    if now.free is None:
        return ""
    if now.free < 0:
        over = hours_words(-now.free)
        return tr("a little over") if over == "0.0" else tr("{hours} h over", hours=over)
    free = hours_words(now.free)
    return tr("nothing free") if free == "0.0" else tr("{hours} h free", hours=free)


def says(now: Load) -> str:
    """What the load asks of me, as a question or the next step; "" when it asks nothing."""
    if now.state == "unknown":
        return tr("Set the hours you can give, and they can be weighed against each other.")
    if now.state == "nothing":
        return tr("Add what takes your hours now, and the next request can be weighed.")
    if now.state == "over":
        if now.share is None:
            return tr("You said you have no hours to give now. What could you hand back?")
        if percent(now.share) <= 100:
            return tr("You are a little over what you can give. What could you hand back?")
        return tr("You are at {n}%. What could you hand back?", n=percent(now.share))
    if now.state == "note":
        return tr("You are at {n}%. What would have to give way for the next yes?",
                  n=percent(now.share or 0))
    return ""


def off_goal_words(now: Load) -> str:
    """Such as "2.5 h serve no goal"; asked about from 30% on, "" where all serves one."""
    if now.off_share is None or not now.off_goal:
        return ""
    said = tr("{hours} h a week serve no goal of yours", hours=hours_words(now.off_goal))
    if now.is_off_goal:
        return tr("{said}: {n}% of them. Is that what you want?", said=said,
                  n=percent(now.off_share))
    return said


def pending_words(now: Load) -> str:
    """Such as "With all that is asked: 15.0 of 12 h a week, 125%."; "" when nothing is asked."""
    if not now.pending or now.share_with_pending is None:
        return ""
    return tr("With all that is asked: {total}, {n}%.", total=of_words(now.plus(now.pending)),
              n=percent(now.share_with_pending))


def strained_words(now: Load, late: int) -> str:
    """A question where too many hours and late promises come together (A4.5), else "".

    `late` are my promises of the last 30 days that were kept late, or are past their day.
    """
    if not now.is_over or late < LATE_LEAST:
        return ""
    return tr("{n} of your promises were late in the last {days} days. Are your "
              "weeks too full to keep them?", n=late, days=LATE_DAYS)
