"""Where people stand on rings about a middle, so that no label meets another; pure geometry.

The middle is at (0, 0), y grows downward, all lengths are points.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

APART = 3.0  # between two labels
BESIDE = 4.0  # between a mark and its label
STEPS = tuple(sign * step for step in range(0, 181, 5) for sign in ((1, -1) if step else (1,)))


@dataclass(frozen=True)
class Box:
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether they come nearer than `APART`."""
        return (self.left < other.right + APART and other.left < self.right + APART
                and self.top < other.bottom + APART and other.top < self.bottom + APART)

    def is_within(self, other: Box) -> bool:
        """Whether all of it lies inside."""
        return (self.left >= other.left and self.right <= other.right
                and self.top >= other.top and self.bottom <= other.bottom)


@dataclass(frozen=True)
class Piece:
    """What is to be placed: on which ring, how large its mark and its label are."""

    ring: int
    mark_width: float
    mark_height: float
    label_width: float
    label_height: float


@dataclass(frozen=True)
class Spot:
    """Where a mark stands, and its label; `side` is which side of the mark that is."""

    x: float
    y: float
    side: str
    label: Box


@dataclass
class Field:
    """The room there is, and what is taken of it."""

    bounds: Box
    taken: list[Box] = field(default_factory=list)

    def is_free(self, *boxes: Box) -> bool:
        """Whether all of these lie inside and meet nothing."""
        return all(
            box.is_within(self.bounds) and not any(box.meets(one) for one in self.taken)
            for box in boxes)


def placed(
    pieces: Sequence[Piece], radii: Sequence[float], field_: Field, wider: float = 1.0
) -> list[Spot | None]:
    """A spot for each piece, in their order; None for one that finds no room.

    Those of a ring are spread evenly, each turned no farther than it has to be. Rings are so many
    times `wider` than high.
    """
    counts = [sum(one.ring == ring for one in pieces) for ring in range(len(radii))]
    seen = [0] * len(radii)
    spots: list[Spot | None] = []
    for piece in pieces:
        ring = piece.ring
        angle = _start(ring) + 360 * seen[ring] / counts[ring]
        seen[ring] += 1
        spot = next(_free(piece, angle, radii[ring], field_, wider), None)
        if spot is not None:
            field_.taken += [_mark(piece, spot.x, spot.y), spot.label]
        spots.append(spot)
    return spots


def _start(ring: int) -> float:
    """The first of each ring looks another way than that of the next."""
    return (20.0, 155.0, 35.0)[ring % 3]


def _free(
    piece: Piece, angle: float, radius: float, field_: Field, wider: float
) -> Iterator[Spot]:
    for step in STEPS:
        turn = math.radians(angle + step)
        x, y = wider * radius * math.cos(turn), -radius * math.sin(turn)
        mark = _mark(piece, x, y)
        if not field_.is_free(mark):
            continue
        for side in _sides(math.cos(turn)):
            label = _label(piece, mark, side)
            if field_.is_free(label):
                yield Spot(x, y, side, label)


def _sides(across: float) -> tuple[str, ...]:
    if across > 0.3:
        return ("right", "below", "above", "left")
    if across < -0.3:
        return ("left", "below", "above", "right")
    return ("right", "left", "below", "above")


def _mark(piece: Piece, x: float, y: float) -> Box:
    across, down = piece.mark_width / 2, piece.mark_height / 2
    return Box(x - across, y - down, x + across, y + down)


def _label(piece: Piece, mark: Box, side: str) -> Box:
    middle_x, middle_y = (mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2
    width, height = piece.label_width, piece.label_height
    if side in ("left", "right"):
        top = middle_y - height / 2
        left = mark.right + BESIDE if side == "right" else mark.left - BESIDE - width
    else:
        left = middle_x - width / 2
        top = mark.bottom + 1 if side == "below" else mark.top - 1 - height
    return Box(left, top, left + width, top + height)
