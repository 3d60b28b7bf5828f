"""The three areas of life as sectors: angles, arcs over borders, and where the words stand."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count

from mentorjournal.ui.map.geometry import SECTORS, Node, Place, Sector, known_areas
from mentorjournal.ui.map.packing import Box, Room, Taken, polar

SECTOR_BASE, SECTOR_SHARE, SHARES = 108.0, 18.0, 2
ARC_REACH = 12.0
EDGE = 24.0

Spans = Mapping[str, tuple[float, float]]


def area_loads(people: Sequence[Node]) -> dict[str, float]:
    """How many people each area has; someone with two areas counts half in each."""
    loads = dict.fromkeys(SECTORS, 0.0)
    for node in people:
        for area in known_areas(node):
            loads[area] += 1 / len(known_areas(node))
    return loads


def sector_spans(loads: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """Start and end angle of each sector: 108 degrees each, two shares of 18 to the fullest.

    Shares go as seats do (highest load divided by shares + 1), so one newcomer rarely moves a
    border. The academic sector stays centred on top.
    """
    shares = dict.fromkeys(SECTORS, 0)
    for _ in range(SHARES):
        fullest = max(SECTORS, key=lambda area: loads[area] / (shares[area] + 1))
        shares[fullest] += 1
    widths = {area: SECTOR_BASE + SECTOR_SHARE * shares[area] for area in SECTORS}
    start = 90 - widths["academic"] / 2
    spans = {}
    for area in SECTORS:
        spans[area] = (start, start + widths[area])
        start += widths[area]
    return spans


def border_angle(spans: Spans, first: str, second: str) -> float:
    """The angle where two sectors meet."""
    one, other = SECTORS.index(first), SECTORS.index(second)
    return spans[first if (one + 1) % 3 == other else second][1]


def arc_of(spans: Spans, node: Node, place: Place, border: float, scale: float) -> Place:
    """The place with the arc that reaches into each of the person's two or three sectors."""
    angle = border + math.remainder(place.angle - border, 360)
    # The disc hides the middle of the arc, so near the centre it has to reach farther.
    reach = max(ARC_REACH, math.degrees((node.radius + 26 * scale) / place.radius))
    low, high = min(angle, border) - reach, max(angle, border) + reach
    if len(known_areas(node)) == 3:
        before = next(area for area in SECTORS if _same(spans[area][1], border))
        after = next(area for area in SECTORS if _same(spans[area][0], border))
        left, right = (spans[area][1] - spans[area][0] for area in (before, after))
        # Into the third sector by the shorter way, all across the narrower neighbour.
        if left <= right:
            low = border - left - reach
        else:
            high = border + right + reach
    return replace(place, arc=(low, high))


def _same(one: float, other: float) -> bool:
    return abs(math.remainder(one - other, 360)) < 1e-6


def headed_sectors(
    spans: Spans, sizes: Mapping[str, tuple[float, float]], boxes: Iterable[Box],
    canvas: Box, senior: float, scale: float,
) -> list[Sector]:
    """The sectors with their headings where no box stands: top, lower left, lower right."""
    boxes = list(boxes)
    taken = Taken(gap=6 * scale)
    for box in boxes:
        taken.add(box)
    sectors = []
    for area in SECTORS:
        start, end = spans[area]
        width, height = sizes[area]
        if area == "academic":
            align, box = "middle", _top_heading(width, height, boxes, canvas, senior, scale)
        else:
            align = "left" if area == "personal_life" else "right"
            box = _side_heading(width, height, align == "left", taken, canvas, senior)
        taken.add(box)
        sectors.append(Sector(area, start, end, box, align))
    return sectors


def _top_heading(
    width: float, height: float, boxes: Sequence[Box], canvas: Box, senior: float, scale: float
) -> Box:
    reach = [box.top for box in boxes if box.left < width / 2 + 8 and -width / 2 - 8 < box.right]
    usual = max(canvas.top + 12, -senior - 54) + height
    bottom = min([usual, *(top - 8 * scale for top in reach)])
    return Box(-width / 2, bottom - height, width / 2, bottom)


def _side_heading(
    width: float, height: float, left: bool, taken: Taken, canvas: Box, senior: float
) -> Box:
    """At the edge of the canvas beside the lower sectors, up or down, else farther out."""
    usual = 0.54 * senior
    lowest = canvas.bottom - 64 - height
    for out in count():
        edge = canvas.right - EDGE + out * 16
        start = -edge if left else edge - width
        # Down first: the corners are where nobody stands.
        for step in (*range(40), *range(-1, -30, -1)):
            top = usual + 6 * step
            box = Box(start, top, start + width, top + height)
            if 0 < top <= max(lowest, usual) and taken.is_free(box):
                return box
    raise AssertionError("far enough out nothing is taken")


def usual_name(
    spans: Spans, radius: float, size: tuple[float, float], turn: float = 0.0
) -> Box:
    """Where the name of a ring stands: on it, at the lower border."""
    x, y = polar(radius, border_angle(spans, "personal_life", "clinical") + turn)
    return Box(x - size[0] / 2, y - size[1] / 2, x + size[0] / 2, y + size[1] / 2)


def ring_name_box(
    room: Room, spans: Spans, radius: float, size: tuple[float, float],
    arcs: Sequence[tuple[float, float]],
) -> Box:
    """The usual spot of a ring's name, or the nearest one along the ring that hides nothing."""
    border = border_angle(spans, "personal_life", "clinical")
    pad = math.degrees((size[0] / 2 + 10) / radius)
    turns = [sign * 4 * step for step in range(31) for sign in (1, -1)]

    def hides(turn: float, box: Box) -> bool:
        at = border + turn + pad
        on_arc = any((at - low) % 360 <= high - low + 2 * pad for low, high in arcs)
        return on_arc or room.lines.hidden_by(box)

    for out in count():
        boxes = [(turn, usual_name(spans, radius + out * size[1], size, turn)) for turn in turns]
        free = [(turn, box) for turn, box in boxes if room.taken.is_free(box)]
        if free:
            best = next((box for turn, box in free if not hides(turn, box)), free[0][1])
            room.taken.add(best)
            return best
    raise AssertionError("far enough out nothing is taken")
