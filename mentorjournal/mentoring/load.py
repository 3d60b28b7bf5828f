"""Hours against capacity: what I have committed, and what a yes would make of it (tip 4).

The paper gives no number for load: 85 and 100 % are defaults of ours (TIPS D4.1, D4.2).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

NOTE_AT = 0.85  # of capacity: worth a look; ours
OVER_AT = 1.0  # above it: stop and think; ours

# Decisions under which a commitment takes hours, from `since` until `until`.
TAKING = ("accepted", "yes_later", "smaller_yes", "done", "ended")


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
    def since(self) -> date | None: ...
    @property
    def until(self) -> date | None: ...


@dataclass(frozen=True)
class Load:
    """Hours a week on a day: committed, of these without a goal, asked and not answered yet.

    `capacity` is how many I can give, None while that is not said.
    """

    hours: float
    capacity: float | None
    off_goal: float = 0.0
    pending: float = 0.0

    @property
    def share(self) -> float | None:
        """Hours by capacity, such as 1.08; None without a capacity."""
        return self.hours / self.capacity if self.capacity else None

    @property
    def share_with_pending(self) -> float | None:
        """The same if all that is asked were answered with yes."""
        return (self.hours + self.pending) / self.capacity if self.capacity else None

    @property
    def is_over(self) -> bool:
        """Whether more is committed than can be given."""
        return self.share is not None and self.share > OVER_AT


def is_running(one: CommitmentLike, day: date) -> bool:
    """Whether a commitment takes hours on a day; its last day is the one before `until`."""
    return (
        one.decision in TAKING
        and (one.since is None or one.since <= day)
        and (one.until is None or day < one.until)
    )


def load(
    commitments: Iterable[CommitmentLike], capacity: float | None, day: date
) -> Load:
    """The load on a day; `commitments` carry the hours they take on it."""
    everything = list(commitments)
    running = [one for one in everything if is_running(one, day)]
    return Load(
        hours=sum(one.hours_per_week for one in running), capacity=capacity,
        off_goal=sum(one.hours_per_week for one in running if one.goal_id is None),
        pending=sum(one.hours_per_week for one in everything if one.decision == "pending"),
    )
