"""Free room on the map: what is taken, where links run, and the nearest spot still free."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from mentorjournal.ui.map.sight import SightLines

CELL = 128.0
BESIDE = ("left", "right")
STEP_DEGREES = 3.0  # TOKENS 7: along the ring in steps of 3 up to 24 degrees
STEPS, WIDE_STEPS = 8, 16  # and farther only for the sake of a link
NEAR_STEPS = tuple(range(-STEPS, STEPS + 1))
FAR_STEPS = tuple(way * step for step in range(STEPS + 1, WIDE_STEPS + 1) for way in (-1, 1))
OUTWARD = 14.0  # then outward by 14
OUTWARD_STEPS = 4
ROW_CHOICES = 8  # free spots compared in a crowded wedge
# What is bad about a spot, in degrees it would be worth moving to avoid it.
FLIPPED, FLIPPED_STEEP, STEEP = 50.0, 8.0, 0.2  # a label on the unusual side
OUTSIDE = 0.4  # each pixel beyond the canvas
FARTHER = 0.25  # each pixel from the centre, in a crowded wedge
COVERS = 20.0  # on the usual spot of a ring's name, or under the zoom buttons


class Box(NamedTuple):
    """A rectangle by its edges, in scene pixels; y grows downward."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box, gap: float = 0.0) -> bool:
        """Whether the two come closer than `gap`."""
        return (
            self.left - gap < other.right and other.left < self.right + gap
            and self.top - gap < other.bottom and other.top < self.bottom + gap
        )

    def united(self, other: Box) -> Box:
        """The smallest box around both."""
        return Box(
            min(self.left, other.left), min(self.top, other.top),
            max(self.right, other.right), max(self.bottom, other.bottom),
        )


class Piece(NamedTuple):
    """What takes room: a disc (or square) of `radius` and its label."""

    radius: float
    label_width: float
    label_height: float
    gap: float
    linked: bool


class Spot(NamedTuple):
    """A place on the map: the middle of the disc, its label, and the square around the disc."""

    x: float
    y: float
    side: str
    label: Box
    disc: Box

    @property
    def box(self) -> Box:
        """Disc and label together."""
        return self.label.united(self.disc)


def spot_at(piece: Piece, x: float, y: float, side: str) -> Spot:
    """The room the piece takes at (x, y): the label beside the disc, centred on it, or below it."""
    r, width, height, gap, _ = piece
    disc = Box(x - r, y - r, x + r, y + r)
    if side == "below":
        half, top = width / 2, y + r + gap / 2
        return Spot(x, y, side, Box(x - half, top, x + half, top + height), disc)
    half = height / 2
    left = x + r + gap if side == "right" else x - r - gap - width
    return Spot(x, y, side, Box(left, y - half, left + width, y + half), disc)


def side_of(angle: float) -> str:
    """Left of the disc between 100 and 260 degrees, else right (TOKENS 7)."""
    return "left" if 100 < angle % 360 < 260 else "right"


class Taken:
    """Boxes in buckets, so that a question costs the neighbours only."""

    def __init__(self, gap: float) -> None:
        self.gap = gap
        self._cells: dict[tuple[int, int], list[Box]] = {}
        self._blocker: Box | None = None

    def add(self, box: Box) -> None:
        """Take the room of `box` for good."""
        left, top, right, bottom = box
        for cx in range(int(left // CELL), int(right // CELL) + 1):
            for cy in range(int(top // CELL), int(bottom // CELL) + 1):
                self._cells.setdefault((cx, cy), []).append(box)

    def is_free(self, box: Box) -> bool:
        """Whether nothing taken comes closer than the gap."""
        gap = self.gap
        left, top, right, bottom = box[0] - gap, box[1] - gap, box[2] + gap, box[3] + gap
        # What stood in the way a moment ago usually stands there still.
        b = self._blocker
        if b and left < b[2] and b[0] < right and top < b[3] and b[1] < bottom:
            return False
        rows = range(int(top // CELL), int(bottom // CELL) + 1)
        for cx in range(int(left // CELL), int(right // CELL) + 1):
            for cy in rows:
                for b in self._cells.get((cx, cy), ()):
                    if left < b[2] and b[0] < right and top < b[3] and b[1] < bottom:
                        self._blocker = b
                        return False
        return True


@dataclass
class Wedge:
    """Part of a ring: angles in degrees counter-clockwise from the right, `low` < `high`."""

    low: float
    high: float
    radius: float
    spots: Iterator[tuple[float, float, float]] | None = field(default=None, repr=False)
    passed_over: deque[tuple[float, float, float]] = field(default_factory=deque, repr=False)

    def holds(self, angle: float) -> bool:
        """Whether the angle, on any turn, lies inside."""
        return (angle - self.low) % 360 <= self.high - self.low


class Room:
    """The whole map while it fills: what is taken, where links run, where the canvas ends."""

    def __init__(self, canvas: Box, keep_clear: list[Box], scale: float) -> None:
        self.canvas = canvas
        self.keep_clear = keep_clear
        self.scale = scale
        self.taken = Taken(gap=5.0 * scale)
        self.lines = SightLines(scale)

    def is_free(self, spot: Spot) -> bool:
        """Whether neither the label nor the disc comes near anything taken."""
        return self.taken.is_free(spot.label) and self.taken.is_free(spot.disc)

    def put(self, piece: Piece, spot: Spot) -> Spot:
        """Take the spot for good."""
        self.taken.add(spot.label)
        self.taken.add(spot.disc)
        self.lines.add(spot, piece.linked)
        return spot

    def place(
        self, piece: Piece, angle: float, wedge: Wedge, sides: tuple[str, ...] = BESIDE
    ) -> Spot:
        """The best free spot for the piece: on its ring near `angle`, else farther out.

        `sides` are the ways a label may hang; without "left" and "right" it hangs below.
        """
        for step in range(OUTWARD_STEPS + 1):
            radius = wedge.radius + step * OUTWARD * self.scale
            if spot := self._near(piece, angle, radius, wedge, sides):
                return self.put(piece, spot)
        return self.put(piece, self.farther_out(piece, wedge, below=BESIDE[0] not in sides))

    def seat(self, piece: Piece, angle: float, wedge: Wedge) -> Spot:
        """A spot at this very angle, as near as is free: nobody moves for the sake of a link."""
        for step in range(OUTWARD_STEPS + 1):
            x, y = polar(wedge.radius + step * OUTWARD * self.scale, angle)
            spot = spot_at(piece, x, y, side_of(angle))
            if self.is_free(spot):
                return self.put(piece, spot)
        return self.place(piece, angle, wedge)

    def _near(
        self, piece: Piece, angle: float, radius: float, wedge: Wedge, sides: tuple[str, ...]
    ) -> Spot | None:
        """The best free spot around `angle`; farther around, when that is worth it for a link."""
        best, least, for_links = None, math.inf, 0.0
        for steps in (NEAR_STEPS, FAR_STEPS):
            for cost, spot in self._choices(piece, angle, radius, wedge, sides, steps):
                if cost >= least:
                    break
                if self.is_free(spot):
                    lines = self.lines.cost(spot, piece.linked, least - cost)
                    if cost + lines < least:
                        best, least, for_links = spot, cost + lines, lines
            if for_links <= STEPS * STEP_DEGREES:
                break
        return best

    def _choices(
        self, piece: Piece, angle: float, radius: float, wedge: Wedge, sides: tuple[str, ...],
        steps: tuple[int, ...],
    ) -> list[tuple[float, Spot]]:
        """Spots along the ring with their cost in degrees, cheapest first."""
        choices = []
        for step in steps:
            turned = angle + step * STEP_DEGREES
            if step and not wedge.holds(turned):
                continue
            x, y = polar(radius, turned)
            usual = "below" if "below" in sides else side_of(turned)
            # Near the vertical either side reads well; elsewhere the other one hides the own link.
            steep = abs(x) < STEEP * abs(y)
            for side in sides:
                if side != usual and piece.linked and not steep:
                    continue
                spot = spot_at(piece, x, y, side)
                cost = abs(step) * STEP_DEGREES + self._cost(spot)
                if side != usual:
                    cost += FLIPPED_STEEP if steep else FLIPPED
                choices.append((cost, spot))
        choices.sort(key=lambda choice: choice[0])
        return choices

    def _cost(self, spot: Spot) -> float:
        (left, top, right, bottom), canvas, cost = spot.label, self.canvas, 0.0
        for over in (canvas[0] - left, right - canvas[2], canvas[1] - top, bottom - canvas[3]):
            if over > 0:
                cost += OUTSIDE * over
        for clear in self.keep_clear:
            if spot.label.meets(clear) or spot.disc.meets(clear):
                cost += COVERS
        return cost

    def farther_out(self, piece: Piece, wedge: Wedge, below: bool = False) -> Spot:
        """The free spot nearest to the centre in the crowded wedge, in rows.

        While there are few links, of the first free spots the one that is best for them. A row
        point that was found taken is never asked about again: room is never given back, so the
        whole crowd costs one walk over the points.
        """
        if wedge.spots is None:
            wedge.spots = _row_points(wedge, self.scale)
        wanted = 1 if self.lines.are_many else ROW_CHOICES
        found: list[tuple[float, tuple[float, float, float], Spot]] = []
        least = math.inf
        while len(found) < wanted:
            point = wedge.passed_over.popleft() if wedge.passed_over else next(wedge.spots)
            radius, x, y = point
            angle = math.degrees(math.atan2(-y, x))
            spot = spot_at(piece, x, y, "below" if below else side_of(angle))
            if self.is_free(spot):
                cost = FARTHER * radius
                cost += self.lines.cost(spot, piece.linked, least - cost)
                least = min(least, cost)
                found.append((cost, point, spot))
        best = min(found, key=lambda one: one[0])
        wedge.passed_over.extendleft(one[1] for one in reversed(found) if one is not best)
        return best[2]


def _row_points(wedge: Wedge, scale: float) -> Iterator[tuple[float, float, float]]:
    """Points (radius, x, y) outside the wedge's ring, nearest first, in rows 25 apart."""
    across, down, band = 30.0 * scale, 25.0 * scale, 100.0 * scale
    for number in count():
        inner = wedge.radius + number * band
        outer = inner + band
        points = []
        for row in range(-int(outer // down), int(outer // down) + 1):
            y = row * down
            far = int(math.sqrt(max(outer * outer - y * y, 0.0)) // across)
            near = int(math.sqrt(max(inner * inner - y * y, 0.0)) // across)
            for column in (*range(-far, 1 - near), *range(max(near, 1), far + 1)):
                x = column * across
                radius = math.hypot(x, y)
                if inner <= radius < outer and wedge.holds(math.degrees(math.atan2(-y, x))):
                    points.append((radius, x, y))
        points.sort()
        yield from points


def polar(radius: float, angle: float) -> tuple[float, float]:
    """Scene coordinates of an angle in degrees, counter-clockwise from the right."""
    turn = math.radians(angle)
    return radius * math.cos(turn), -radius * math.sin(turn)
