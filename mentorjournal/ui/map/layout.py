"""Where everyone stands on the network map: rings by level, sectors by area of life; pure geometry.

Me is at (0, 0), y grows downward, angles are degrees counter-clockwise from the right. At 888 x 724
the rings have the radii of the design. Labels never meet: who finds no room moves along the ring,
then outward, and the next ring waits outside; the scene grows, nothing is cut or dropped.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from mentorjournal.ui.map.geometry import (
    RINGS,
    SECTORS,
    UNSET,
    EmptyPlace,
    MapLayout,
    Node,
    Place,
    Ring,
    known_areas,
    level_of,
)
from mentorjournal.ui.map.packing import BESIDE, Box, Piece, Room, Spot, Wedge, polar
from mentorjournal.ui.map.sectors import (
    arc_of,
    area_loads,
    border_angle,
    headed_sectors,
    sector_spans,
)

# TOKENS 7: the design canvas, its radii, and at least 100 degrees for each sector.
SENIOR, PEER, STEP_AHEAD, MENTEE = 318.0, 150.0, 235.0, 94.0
MARGIN_TOP, MARGIN_BOTTOM, MARGIN_SIDE = 66.0, 22.0, 120.0
SMALLEST, LARGEST = 250.0, 420.0
ME_RADIUS = 32.0
BORDER_REACH = 24.0
LABEL_GAP = 8.0
RING_GAP = 46.0
LABEL_ROOM = 160.0
# Half the lane for links between the labels of two people I mentor, and more of it for each
# further link to someone on the border below.
LANE, LANE_MORE, MOST_LANES = 25.0, 12.0, 3
NARROWER, WORTH, CALM = 0.85, 1.06, 40
# A lone person of each ring stands elsewhere along the sector, so that links do not line up.
PHASES = {"peer": 0.3, "step_ahead": 0.47, "senior": 0.6, UNSET: 0.5}
# On a border too, or the link to the outer ring would run behind the disc of the inner one.
BORDER_PHASES = {"peer": -24.0, "step_ahead": 7.0, "senior": 0.0, UNSET: 0.0}
TOP_PHASES = {"peer": 0.39, "step_ahead": 0.61, "senior": 0.5, UNSET: 0.45}


@dataclass
class _Plan:
    """What the steps of one arrangement share."""

    room: Room
    spans: dict[str, tuple[float, float]]
    scale: float
    places: dict[int, Place] = field(default_factory=dict)
    guessed: dict[int, str] = field(default_factory=dict)
    loads: dict[str, float] = field(default_factory=dict)


def arrange(
    nodes: Sequence[Node],
    empty_places: Sequence[EmptyPlace],
    width: float,
    height: float,
    headings: Mapping[str, tuple[float, float]],
    ring_names: Mapping[str, tuple[float, float]],
    scale: float = 1.0,
) -> MapLayout:
    """Place everyone on a canvas of `width` x `height` pixels.

    `headings` gives the size of each sector's heading by area, `ring_names` that of each ring's
    name; `scale` is the text size and widens rings and gaps. The same people give the same map,
    and a newcomer (the highest key) is placed last within the ring.
    """
    senior = min(
        max(
            min((height - MARGIN_TOP - MARGIN_BOTTOM) / 2, width / 2 - MARGIN_SIDE),
            SMALLEST * scale,
        ),
        LARGEST * max(scale, 1.0),
    )
    wide = _arranged(nodes, empty_places, width, height, headings, ring_names, scale, senior)
    if _fit(wide) > 1 / WORTH or len(nodes) > CALM or senior <= SMALLEST * scale:
        return wide
    # Long names reach out of the canvas: rather narrower rings than small letters.
    senior = max(NARROWER * senior, SMALLEST * scale)
    close = _arranged(nodes, empty_places, width, height, headings, ring_names, scale, senior)
    return close if _fit(close) > WORTH * _fit(wide) else wide


def _fit(layout: MapLayout) -> float:
    """The zoom at which the whole map fits its canvas."""
    canvas, bounds = layout.canvas, layout.bounds
    return min(
        (canvas.right - canvas.left) / (bounds.right - bounds.left),
        (canvas.bottom - canvas.top) / (bounds.bottom - bounds.top),
    )


def _arranged(
    nodes: Sequence[Node], empty_places: Sequence[EmptyPlace], width: float, height: float,
    headings: Mapping[str, tuple[float, float]], ring_names: Mapping[str, tuple[float, float]],
    scale: float, senior: float,
) -> MapLayout:
    canvas = _canvas(width, height, senior)
    # On a narrow canvas rather a slightly smaller picture than everyone squeezed to the top.
    half = max(canvas.right, senior + LABEL_ROOM * scale) - 12
    room = Room(
        Box(-half, canvas.top + 38 * scale, half, canvas.bottom - 6),
        [Box(canvas.right - 116, canvas.bottom - 60, canvas.right, canvas.bottom)], scale,
    )
    me = (ME_RADIUS + 6) * scale
    room.taken.add(Box(-me, -me, me, me))
    people = sorted((node for node in nodes if node.standing != "mentee"), key=lambda n: n.key)
    loads = area_loads(people)
    plan = _Plan(room, sector_spans(loads), scale, loads=loads)
    outer = _place_mentees(plan, nodes, senior / SENIOR)
    rings = _place_rings(plan, people, empty_places, ring_names, senior, outer)
    return _finish(plan, rings, canvas, headings)


def _finish(
    plan: _Plan, rings: Sequence[Ring], canvas: Box,
    headings: Mapping[str, tuple[float, float]],
) -> MapLayout:
    """Headings around what was placed, and how far everything reaches."""
    boxes = [place.box for place in plan.places.values()] + [ring.name for ring in rings]
    outermost = max(ring.radius for ring in rings)
    sectors = headed_sectors(plan.spans, headings, boxes, canvas, outermost, plan.scale)
    bounds = canvas
    for box in (*boxes, *(sector.heading for sector in sectors)):
        bounds = bounds.united(Box(*(edge + side for edge, side in zip(box, (-6, -6, 6, 6),
                                                                       strict=True))))
    spoke = max([outermost, *(place.radius for place in plan.places.values())]) + 14
    bounds = bounds.united(Box(-outermost - 8, -outermost - 8, outermost + 8, outermost + 8))
    return MapLayout(dict(plan.places), tuple(rings), tuple(sectors), bounds, canvas, spoke)


def _canvas(width: float, height: float, senior: float) -> Box:
    spare = height - 2 * senior - MARGIN_TOP - MARGIN_BOTTOM
    top = -(senior + MARGIN_TOP + max(spare, 0.0) / 2)
    return Box(-width / 2, top, width / 2, top + height)


def _piece(node: Node | EmptyPlace, scale: float, linked: bool) -> Piece:
    return Piece(node.radius, node.label_width, node.label_height, LABEL_GAP * scale, linked)


def _place_mentees(plan: _Plan, nodes: Sequence[Node], zoom: float) -> float:
    """People I mentor below me; gives how far out their squares reach."""
    mentees = sorted((node for node in nodes if node.standing == "mentee"), key=lambda n: n.key)
    scale = plan.scale
    near = max(74 * scale, MENTEE * zoom)
    # As far out as moves no ring: then links pass between the squares.
    far = min(MENTEE * scale, _clear_of(PEER * zoom, near, scale) - RING_GAP * scale)
    wedge = Wedge(195, 345, max(near, far))
    lanes = sum(node.linked and set(known_areas(node)[:2]) == {"personal_life", "clinical"}
                for node in nodes if node.standing != "mentee")
    turns = _mentee_turns(mentees, wedge.radius, min(lanes, MOST_LANES), scale)
    reach = wedge.radius
    for index, node in enumerate(mentees):
        piece = _piece(node, scale, node.linked)
        if index < len(turns):
            spot = plan.room.place(piece, 270 + turns[index], wedge, ("below",))
        else:
            spot = plan.room.put(piece, plan.room.farther_out(piece, wedge, below=True))
        plan.places[node.key] = _place(node.key, spot, "mentee", "")
        reach = max(reach, math.hypot(spot.x, spot.y))
    return reach


def _mentee_turns(
    mentees: Sequence[Node], radius: float, lanes: int, scale: float
) -> tuple[float, ...]:
    """Degrees from straight below; two step so far apart that links pass between their labels."""
    if len(mentees) != 2:
        return {1: (0,), 3: (-62, 0, 62)}.get(len(mentees), (-66, -22, 22, 66))
    half = (LANE + LANE_MORE * max(lanes - 1, 0)) * scale
    aside = [(half + node.label_width / 2) / radius for node in mentees]
    turns = [math.degrees(math.asin(min(part, 1.0))) for part in aside]
    return tuple(way * min(max(turn, 36.0), 66.0)
                 for way, turn in zip((-1, 1), turns, strict=True))


def _place(key: int, spot: Spot, ring: str, area: str, guessed: bool = False) -> Place:
    angle = math.degrees(math.atan2(-spot.y, spot.x)) % 360
    radius = math.hypot(spot.x, spot.y)
    return Place(
        key, spot.x, spot.y, angle, radius, spot.side, spot.label, spot.box, ring, area, guessed
    )


def _place_rings(
    plan: _Plan, people: Sequence[Node], empty_places: Sequence[EmptyPlace],
    ring_names: Mapping[str, tuple[float, float]], senior: float, outer: float,
) -> list[Ring]:
    zoom, radii = senior / SENIOR, dict[str, float]()
    usual = {"peer": PEER * zoom, "step_ahead": STEP_AHEAD * zoom, "senior": senior,
             UNSET: senior + 64 * plan.scale}
    for level in RINGS[1:]:
        members = [node for node in people if level_of(node) == level]
        gaps = [(-1 - i, gap) for i, gap in enumerate(empty_places) if level_of(gap) == level]
        if level == UNSET and not members and not gaps:
            continue
        radius = _clear_of(usual[level], outer, plan.scale)
        _place_on_borders(plan, level, radius, members)
        # Whoever stands on the lower border takes the usual spot of the name, which then moves.
        plan.room.keep_clear.append(_usual_name(plan, radius, ring_names[level], 0))
        _place_ring(plan, level, radius, members, gaps)
        radii[level] = radius
        reached = [p.radius for p in plan.places.values() if p.ring == level]
        outer = max([radius, *reached])
    return [
        Ring(level, radius, _ring_name(plan, level, radius, ring_names[level]))
        for level, radius in radii.items()
    ]


def _clear_of(radius: float, inner: float, scale: float) -> float:
    """The usual radius of a ring, or a wider one that leaves what is inside alone."""
    least = inner + RING_GAP * scale
    # In steps, so that a small change inside rarely moves everyone outside.
    return radius + max(math.ceil((least - radius) / 24), 0) * 24


def _place_ring(
    plan: _Plan, level: str, radius: float, members: Sequence[Node],
    gaps: Sequence[tuple[int, EmptyPlace]],
) -> None:
    groups: dict[str, list[Node]] = {area: [] for area in SECTORS}
    for node in members:
        areas = known_areas(node)
        if not areas:
            emptiest = min(SECTORS, key=lambda area: plan.loads[area])
            plan.loads[emptiest] += 1
            plan.guessed[node.key] = emptiest
        if len(areas) < 2:
            groups[areas[0] if areas else plan.guessed[node.key]].append(node)
    for area, group in groups.items():
        _place_in_sector(plan, level, radius, area, group)
    for key, gap in gaps:
        wedge = _sector_wedge(plan, gap.area, radius, gap.radius)
        angle = _slots(wedge, 1, gap.area, level)[0]
        spot = plan.room.place(_piece(gap, plan.scale, False), angle, wedge)
        plan.places[key] = _place(key, spot, level, gap.area)


def _usual_name(plan: _Plan, radius: float, size: tuple[float, float], turn: float) -> Box:
    x, y = polar(radius, border_angle(plan.spans, "personal_life", "clinical") + turn)
    return Box(x - size[0] / 2, y - size[1] / 2, x + size[0] / 2, y + size[1] / 2)


def _ring_name(plan: _Plan, level: str, radius: float, size: tuple[float, float]) -> Box:
    """On the ring at the lower border, or the nearest spot along it that hides nothing."""
    taken, lines = plan.room.taken, plan.room.lines
    arcs = [p.arc for p in plan.places.values() if p.ring == level and p.arc]
    border = border_angle(plan.spans, "personal_life", "clinical")
    pad = math.degrees((size[0] / 2 + 10) / radius)
    turns = [sign * 4 * step for step in range(31) for sign in (1, -1)]

    def hides(turn: float, box: Box) -> bool:
        at = border + turn + pad
        on_arc = any((at - low) % 360 <= high - low + 2 * pad for low, high in arcs)
        return on_arc or lines.hidden_by(box)

    for out in count():
        boxes = [(turn, _usual_name(plan, radius + out * size[1], size, turn)) for turn in turns]
        free = [(turn, box) for turn, box in boxes if taken.is_free(box)]
        if free:
            best = next((box for turn, box in free if not hides(turn, box)), free[0][1])
            taken.add(best)
            return best
    raise AssertionError("far enough out nothing is taken")


def _sector_wedge(plan: _Plan, area: str, radius: float, disc: float) -> Wedge:
    start, end = plan.spans[area]
    pad = min(math.degrees((disc + 8 * plan.scale) / radius), (end - start) / 4)
    return Wedge(start + pad, end - pad, radius)


def _slots(wedge: Wedge, number: int, area: str, level: str) -> list[float]:
    """Angles for `number` people: left to right on top, top to bottom at the sides."""
    phase = (TOP_PHASES if area == "academic" else PHASES)[level]
    width = wedge.high - wedge.low
    parts = [(index + phase) / number * width for index in range(number)]
    if area == "personal_life":
        return [wedge.low + part for part in parts]
    turns = [wedge.high - part for part in parts]
    if area == "academic" and number > 2:
        # Labels near the vertical lie side by side and need a little more room there.
        return [turn + 4 * math.sin(3 * math.radians(turn - 90)) for turn in turns]
    return turns


def _holds_how_many(wedge: Wedge, scale: float) -> int:
    """About how many usual labels stand on the ring itself without crowding."""
    steps, total = 24, 0.0
    degrees = (wedge.high - wedge.low) / steps
    for step in range(steps):
        turn = math.radians(wedge.low + (step + 0.5) * degrees)
        spacing = min(
            52 * scale / max(abs(math.cos(turn)), 1e-6),
            230 * scale / max(abs(math.sin(turn)), 1e-6),
        )
        total += math.radians(degrees) * wedge.radius / spacing
    return max(1, int(total))


def _place_in_sector(
    plan: _Plan, level: str, radius: float, area: str, group: Sequence[Node]
) -> None:
    wedge = _sector_wedge(plan, area, radius, 22 * plan.scale)
    capacity = _holds_how_many(wedge, plan.scale)
    angles = _slots(wedge, min(len(group), capacity), area, level)
    # Who stands nearest to the vertical has least room and can take either side: they come last.
    seated = sorted(range(len(angles)), key=lambda i: -abs(math.cos(math.radians(angles[i]))))
    for index in (*seated, *range(len(angles), len(group))):
        node = group[index]
        piece = _piece(node, plan.scale, node.linked)
        if index < len(angles):
            spot = plan.room.place(piece, angles[index], wedge)
        else:
            spot = plan.room.put(piece, plan.room.farther_out(piece, wedge))
        plan.places[node.key] = _place(
            node.key, spot, level, area, guessed=node.key in plan.guessed
        )


def _place_on_borders(plan: _Plan, level: str, radius: float, group: Sequence[Node]) -> None:
    """People with several areas stand where their first two areas meet."""
    wedges: dict[float, Wedge] = {}
    seats: dict[float, int] = {}
    seated: dict[float, int] = {}
    for node in group:
        areas = known_areas(node)
        if len(areas) < 2:
            continue
        border = border_angle(plan.spans, areas[0], areas[1])
        wedge = wedges.setdefault(
            border, Wedge(border - BORDER_REACH, border + BORDER_REACH, radius)
        )
        if border not in seats:
            seats[border] = _holds_how_many(wedge, plan.scale)
        index = seated[border] = seated.get(border, -1) + 1
        piece = _piece(node, plan.scale, node.linked)
        if index < seats[border]:
            # 0, then one to each side, then farther: the first to come keeps the border itself.
            turn = math.degrees(54 * plan.scale / radius) * ((index + 1) // 2)
            turn = min(turn, BORDER_REACH) * (1 if index % 2 else -1)
            # At the bottom a label beside the disc would lie on the arc.
            steep = abs(math.cos(math.radians(border))) < 0.4
            sides = ("below", *BESIDE) if steep else BESIDE
            turn = max(-BORDER_REACH, min(BORDER_REACH, turn + BORDER_PHASES[level]))
            spot = plan.room.place(piece, border + turn, wedge, sides)
        else:
            spot = plan.room.put(piece, plan.room.farther_out(piece, wedge))
        place = _place(node.key, spot, level, areas[0])
        plan.places[node.key] = arc_of(plan.spans, node, place, border, plan.scale)


