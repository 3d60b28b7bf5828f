"""Sight lines: where links run, and how much of each lies behind somebody else."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentorjournal.ui.map.packing import Box, Spot

MOST_LINES = 40
LINK_FROM = 34.0  # TOKENS 7: a link leaves me here
PLATE = 3.0  # a label's plate and half a link's width
# At most this share of a link may lie behind discs and labels, or its line cannot be read.
READABLE_HIDDEN = 0.35
# What is bad about a spot, in degrees it would be worth moving to avoid it.
CROSSING = 9.0  # a link behind a label or disc at all
HIDDEN = 60.0  # a link behind them for its whole length; less for less of it
UNREADABLE = 60.0  # a link that cannot be read
CARE = 3.0  # and so many times more while there is still a choice
LONG_HIDDEN = 400.0  # and all in all one long gap is worse than several short ones
APART, TOO_NEAR = 7.0, 3.0  # two links closer than so many degrees, for each degree


class SightLines:
    """Links and labels so far, to keep a link from running behind a label.

    After `MOST_LINES` links, lines cross whatever one does and are no longer asked about.
    """

    def __init__(self, scale: float = 1.0) -> None:
        self._start = LINK_FROM * scale
        self._links: list[_Link] = []
        self._boxes: list[Box] = []

    @property
    def are_many(self) -> bool:
        """Whether lines are no longer asked about."""
        return len(self._links) >= MOST_LINES

    def hidden_by(self, box: Box) -> bool:
        """Whether the box would hide part of a link."""
        return not self.are_many and any(
            length_behind(link.x, link.y, box) > 0 for link in self._links
        )

    def add(self, spot: Spot, linked: bool) -> None:
        """Remember a piece that was placed."""
        new = [spot.label, spot.disc]
        if not self.are_many:
            for link in self._links:
                link.hidden += sum(link.shares_behind(new))
            if linked:
                link = self._link(spot)
                link.hidden = sum(link.shares_behind(self._boxes))
                self._links.append(link)
        self._boxes += new

    def total(self) -> float:
        """How bad it is all in all; 0 when every link can be seen whole."""
        shares = [link.hidden for link in self._links if link.hidden > 0]
        return sum(_weight([share]) + LONG_HIDDEN * share * share for share in shares)

    def cost(self, spot: Spot, linked: bool, most: float = math.inf) -> float:
        """How bad the spot is for the links, in degrees it is worth moving; 0 hides nothing.

        Once it is at least `most` nobody wants the spot and the rest is not added up.
        """
        cost = 0.0
        for part in () if self.are_many else self._costs(spot, linked):
            cost += CARE * part
            if cost >= most:
                break
        return cost

    def _costs(self, spot: Spot, linked: bool) -> Iterator[float]:
        if linked:
            own = self._link(spot)
            for link in self._links:
                apart = abs(link.angle - own.angle)
                if apart < APART or apart > 360 - APART:
                    yield TOO_NEAR * (APART - min(apart, 360 - apart))
            if shares := own.shares_behind(self._boxes):
                yield _weight(shares)
        new = [spot.label, spot.disc]
        for link in self._links:
            if shares := link.shares_behind(new):
                yield _weight(shares, link.hidden)

    def _link(self, spot: Spot) -> _Link:
        return _Link(
            spot.x, spot.y, max(math.hypot(spot.x, spot.y) - self._start, 1.0),
            math.degrees(math.atan2(-spot.y, spot.x)),
        )


@dataclass(slots=True)
class _Link:
    """A line from the centre to (x, y), of this visible length, and the share of it hidden."""

    x: float
    y: float
    length: float
    angle: float
    hidden: float = 0.0

    def shares_behind(self, boxes: list[Box]) -> list[float]:
        """For each box that hides part of the link, the share of the link."""
        x, y, shares = self.x, self.y, []
        left, right = min(x, 0.0) - PLATE, max(x, 0.0) + PLATE
        top, bottom = min(y, 0.0) - PLATE, max(y, 0.0) + PLATE
        for box in boxes:
            # Most boxes are elsewhere altogether.
            if box[0] < right and left < box[2] and box[1] < bottom and top < box[3]:
                behind = length_behind(x, y, box)
                if behind > 0:
                    shares.append(behind / self.length)
        return shares


def _weight(shares: list[float], before: float = 0.0) -> float:
    hidden = sum(shares)
    cost = CROSSING * len(shares) + HIDDEN * hidden
    return cost + UNREADABLE if before + hidden > READABLE_HIDDEN else cost


def length_behind(x: float, y: float, box: Box) -> float:
    """How many pixels of the line from the centre to (x, y) lie behind the box and its plate."""
    enter, leave = 0.0, 1.0
    for way, low, high in (
        (x, box[0] - PLATE, box[2] + PLATE), (y, box[1] - PLATE, box[3] + PLATE)
    ):
        if way > 0:
            enter, leave = max(enter, low / way), min(leave, high / way)
        elif way < 0:
            enter, leave = max(enter, high / way), min(leave, low / way)
        elif low > 0 or high < 0:
            return 0.0
        if enter >= leave:
            return 0.0
    return (leave - enter) * math.hypot(x, y)
