"""The plain data of the network map's layout: who is to be placed, and where everything went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from mentorjournal.ui.map.packing import Box

SECTORS = ("academic", "personal_life", "clinical")  # counter-clockwise, academic on top
UNSET = "unset"
ASIDE = "aside"  # the words over people without an area
RINGS = ("mentee", "peer", "step_ahead", "senior", UNSET)


@dataclass(frozen=True, slots=True)
class Node:
    """One person to place; sizes in scene pixels, the label measured by the caller."""

    key: int
    level: str | None
    areas: tuple[str, ...]
    standing: str
    label_width: float
    label_height: float
    radius: float = 22.0
    linked: bool = True


@dataclass(frozen=True, slots=True)
class EmptyPlace:
    """A gap to show as "Nobody yet"; without an area it stands beside the map."""

    level: str | None
    area: str
    label_width: float
    label_height: float
    radius: float = 15.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a disc and its label stand; `arc` runs along the ring when several areas are meant."""

    key: int
    x: float
    y: float
    angle: float
    radius: float
    side: str
    label: Box
    box: Box
    ring: str
    area: str
    arc: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Ring:
    """A ring line and the box of its name."""

    level: str
    radius: float
    name: Box


@dataclass(frozen=True, slots=True)
class Sector:
    """An area of life from `start` to `end` degrees, and the box of its heading."""

    area: str
    start: float
    end: float
    heading: Box
    align: str

    @property
    def width(self) -> float:
        """Degrees."""
        return self.end - self.start


class Variant(NamedTuple):
    """Another way to arrange the same people."""

    narrower: float = 1.0  # the rings, as a share of the usual
    twist: float = 0.0  # everyone in a sector a little on, as a share of the sector
    top_first: bool = False  # who stands nearest to the vertical chooses first
    spread: bool = False  # the people I mentor stand far apart


@dataclass(frozen=True, slots=True)
class MapLayout:
    """The whole picture; empty places have the keys -1, -2, … in the order they were given.

    `asides` are the boxes of the words over those who have no area, `variant` is the way in which
    all was arranged.
    """

    places: dict[int, Place]
    rings: tuple[Ring, ...]
    sectors: tuple[Sector, ...]
    bounds: Box
    canvas: Box
    spoke_end: float
    asides: tuple[Box, ...] = ()
    variant: Variant = Variant()


def known_areas(node: Node) -> tuple[str, ...]:
    """The person's areas in their own order, unknown words and repeats left out."""
    return tuple(dict.fromkeys(area for area in node.areas if area in SECTORS))


def level_of(node: Node | EmptyPlace) -> str:
    """The ring of a level; unknown levels share the outermost one."""
    return node.level if node.level in RINGS[1:4] else UNSET
