"""Where everyone stands on the network map: rings by level, sectors by area of life; pure geometry.

Me is at (0, 0), y grows downward, angles are degrees counter-clockwise from the right. At 888 x 724
the rings have the radii of the design. Labels never meet: who finds no room moves along the ring,
then outward, and the next ring waits outside; the scene grows, nothing is cut or dropped.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mentorjournal.ui.map.aside import captions, place_aside
from mentorjournal.ui.map.geometry import (
    ASIDE,
    RINGS,
    SECTORS,
    UNSET,
    EmptyPlace,
    MapLayout,
    Node,
    Place,
    Ring,
    Variant,
    known_areas,
    level_of,
)
from mentorjournal.ui.map.packing import BESIDE, Box, Piece, Room, Spot, Wedge
from mentorjournal.ui.map.seats import VARIANTS, holds_how_many, slots
from mentorjournal.ui.map.sectors import (
    arc_of,
    area_loads,
    border_angle,
    headed_sectors,
    ring_name_box,
    sector_spans,
    usual_name,
)

# TOKENS 7: the design canvas, its radii, and at least 100 degrees for each sector.
SENIOR, PEER, STEP_AHEAD, MENTEE = 318.0, 150.0, 235.0, 94.0
MARGIN_TOP, MARGIN_BOTTOM, MARGIN_SIDE = 66.0, 22.0, 120.0
SMALLEST, LARGEST = 250.0, 420.0
ME_RADIUS = 32.0
BORDER_REACH = 24.0
LABEL_GAP = 8.0
RING_GAP, UNSET_GAP = 46.0, 64.0
LABEL_ROOM = 160.0
# Half the lane for links between the labels of two people I mentor, and more of it for each
# further link to someone on the border below.
LANE, LANE_MORE, MOST_LANES = 25.0, 12.0, 3
# Up to CALM people other arrangements are tried until one is GOOD; it must be better by WORTH.
CALM, GOOD, WORTH = 40, 12.0, 6.0
SMALLER = 200.0  # what is bad about letters half as high, counted as for links
# On a border too, or the link to the outer ring would run behind the disc of the inner one.
BORDER_PHASES = {"peer": -24.0, "step_ahead": 7.0, "senior": 0.0, UNSET: 0.0}


@dataclass
class _Plan:
    """What the steps of one arrangement share."""

    room: Room
    spans: dict[str, tuple[float, float]]
    scale: float
    variant: Variant
    places: dict[int, Place] = field(default_factory=dict)
    asides: list[Box] = field(default_factory=list)


@dataclass(frozen=True)
class _Asked:
    """What is to be arranged."""

    nodes: Sequence[Node]
    empty_places: Sequence[EmptyPlace]
    width: float
    height: float
    headings: Mapping[str, tuple[float, float]]
    ring_names: Mapping[str, tuple[float, float]]
    scale: float


def arrange(
    nodes: Sequence[Node],
    empty_places: Sequence[EmptyPlace],
    width: float,
    height: float,
    headings: Mapping[str, tuple[float, float]],
    ring_names: Mapping[str, tuple[float, float]],
    scale: float = 1.0,
    kept: Variant | None = None,
) -> MapLayout:
    """Place everyone on a canvas of `width` x `height` pixels.

    `headings` gives the size of each sector's heading by area, `ring_names` that of each ring's
    name; `scale` is the text size and widens rings and gaps. The same people give the same map,
    and a newcomer (the highest key) is placed last within the ring. `kept` is the way of the map
    that was there before: with it nobody is moved elsewhere for a newcomer's sake.
    """
    asked = _Asked(nodes, empty_places, width, height, headings, ring_names, scale)
    if kept is not None:
        return _arranged(asked, kept)[0]
    usual, *others = VARIANTS
    best, least = _arranged(asked, usual)
    for variant in others if len(nodes) <= CALM else ():
        if least <= GOOD:
            break
        layout, cost = _arranged(asked, variant)
        # Only for the sake of something, or a small change would move everyone.
        if cost < least - WORTH:
            best, least = layout, cost
    return best


def _fit(layout: MapLayout) -> float:
    """The zoom at which the whole map fits its canvas."""
    canvas, bounds = layout.canvas, layout.bounds
    return min(
        (canvas.right - canvas.left) / (bounds.right - bounds.left),
        (canvas.bottom - canvas.top) / (bounds.bottom - bounds.top),
    )


def _arranged(asked: _Asked, variant: Variant) -> tuple[MapLayout, float]:
    """One arrangement, and what is bad about it: links that are hidden, and small letters."""
    scale = asked.scale
    senior = _senior_radius(asked) * variant.narrower
    canvas = _canvas(asked.width, asked.height, senior)
    # On a narrow canvas rather a slightly smaller picture than everyone squeezed to the top.
    half = max(canvas.right, senior + LABEL_ROOM * scale) - 12
    room = Room(
        Box(-half, canvas.top + 38 * scale, half, canvas.bottom - 6),
        [Box(canvas.right - 116, canvas.bottom - 60, canvas.right, canvas.bottom)], scale,
    )
    me = (ME_RADIUS + 6) * scale
    room.taken.add(Box(-me, -me, me, me))
    people = sorted((node for node in asked.nodes if node.standing != "mentee"),
                    key=lambda n: n.key)
    plan = _Plan(room, sector_spans(area_loads(people)), scale, variant)
    outer = _place_mentees(plan, asked.nodes, senior / SENIOR)
    known = [node for node in people if known_areas(node)]
    gaps = {-1 - index: gap for index, gap in enumerate(asked.empty_places)}
    inside = {key: gap for key, gap in gaps.items() if gap.area in SECTORS}
    rings = _place_rings(plan, known, list(inside.values()), asked.ring_names, senior, outer)
    aside: dict[int, Node | EmptyPlace] = {
        node.key: node for node in people if not known_areas(node)}
    aside |= {key: gap for key, gap in gaps.items() if key not in inside}
    _place_aside(plan, aside, asked, senior)
    _place_gaps(plan, inside, {ring.level: ring.radius for ring in rings})
    layout = _finish(plan, rings, canvas, asked.headings)
    return layout, room.lines.total() + SMALLER * max(0.0, 1 - _fit(layout))


def _place_aside(
    plan: _Plan, aside: Mapping[int, Node | EmptyPlace], asked: _Asked, senior: float
) -> None:
    """People and empty places without an area; the empty ones last, so that they move nobody."""
    outer = max((place.radius for place in plan.places.values()), default=0.0)
    radius = _clear_of(senior + UNSET_GAP * plan.scale, outer, plan.scale)
    spots = place_aside(plan.room, [_piece(one, plan.scale) for one in aside.values()], radius)
    for key, spot in zip(aside, spots, strict=True):
        plan.places[key] = _place(key, spot, UNSET, "")
    plan.asides += captions(plan.room, spots, asked.ring_names[ASIDE])


def _senior_radius(asked: _Asked) -> float:
    room = min((asked.height - MARGIN_TOP - MARGIN_BOTTOM) / 2, asked.width / 2 - MARGIN_SIDE)
    return min(max(room, SMALLEST * asked.scale), LARGEST * max(asked.scale, 1.0))


def _finish(
    plan: _Plan, rings: Sequence[Ring], canvas: Box,
    headings: Mapping[str, tuple[float, float]],
) -> MapLayout:
    """Headings around what was placed, and how far everything reaches."""
    boxes = [place.box for place in plan.places.values()] + [ring.name for ring in rings]
    boxes += plan.asides
    outermost = max(ring.radius for ring in rings)
    sectors = headed_sectors(plan.spans, headings, boxes, canvas, outermost, plan.scale)
    bounds = canvas
    for box in (*boxes, *(sector.heading for sector in sectors)):
        bounds = bounds.united(Box(*(edge + side for edge, side in zip(box, (-6, -6, 6, 6),
                                                                       strict=True))))
    claimed = [place.radius for place in plan.places.values() if place.area]
    spoke = max([outermost, *claimed]) + 14
    bounds = bounds.united(Box(-outermost - 8, -outermost - 8, outermost + 8, outermost + 8))
    return MapLayout(
        dict(plan.places), tuple(rings), tuple(sectors), bounds, canvas, spoke,
        tuple(plan.asides), plan.variant,
    )


def _canvas(width: float, height: float, senior: float) -> Box:
    spare = height - 2 * senior - MARGIN_TOP - MARGIN_BOTTOM
    top = -(senior + MARGIN_TOP + max(spare, 0.0) / 2)
    return Box(-width / 2, top, width / 2, top + height)


def _piece(node: Node | EmptyPlace, scale: float) -> Piece:
    linked = isinstance(node, Node) and node.linked
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
    lanes = MOST_LANES if plan.variant.spread else min(lanes, MOST_LANES)
    turns = _mentee_turns(mentees, wedge.radius, lanes, scale)
    reach = wedge.radius
    for index, node in enumerate(mentees):
        piece = _piece(node, scale)
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


def _place(key: int, spot: Spot, ring: str, area: str) -> Place:
    angle = math.degrees(math.atan2(-spot.y, spot.x)) % 360
    radius = math.hypot(spot.x, spot.y)
    return Place(key, spot.x, spot.y, angle, radius, spot.side, spot.label, spot.box, ring, area)


def _place_rings(
    plan: _Plan, people: Sequence[Node], empty_places: Sequence[EmptyPlace],
    ring_names: Mapping[str, tuple[float, float]], senior: float, outer: float,
) -> list[Ring]:
    zoom, radii = senior / SENIOR, dict[str, float]()
    usual = {"peer": PEER * zoom, "step_ahead": STEP_AHEAD * zoom, "senior": senior,
             UNSET: senior + UNSET_GAP * plan.scale}
    for level in RINGS[1:]:
        members = [node for node in people if level_of(node) == level]
        if level == UNSET and not members and all(level_of(gap) != UNSET for gap in empty_places):
            continue
        radius = _clear_of(usual[level], outer, plan.scale)
        _place_on_borders(plan, level, radius, members)
        # Whoever stands on the lower border takes the usual spot of the name, which then moves.
        plan.room.keep_clear.append(usual_name(plan.spans, radius, ring_names[level]))
        _place_ring(plan, level, radius, members)
        radii[level] = radius
        reached = [p.radius for p in plan.places.values() if p.ring == level]
        outer = max([radius, *reached])
    return [
        Ring(level, radius, ring_name_box(
            plan.room, plan.spans, radius, ring_names[level],
            [p.arc for p in plan.places.values() if p.ring == level and p.arc],
        ))
        for level, radius in radii.items()
    ]


def _clear_of(radius: float, inner: float, scale: float) -> float:
    """The usual radius of a ring, or a wider one that leaves what is inside alone."""
    least = inner + RING_GAP * scale
    # In steps, so that a small change inside rarely moves everyone outside.
    return radius + max(math.ceil((least - radius) / 24), 0) * 24


def _place_ring(plan: _Plan, level: str, radius: float, members: Sequence[Node]) -> None:
    groups: dict[str, list[Node]] = {area: [] for area in SECTORS}
    for node in members:
        areas = known_areas(node)
        if len(areas) == 1:
            groups[areas[0]].append(node)
    for area, group in groups.items():
        _place_in_sector(plan, level, radius, area, group)


def _place_gaps(
    plan: _Plan, gaps: Mapping[int, EmptyPlace], radii: Mapping[str, float]
) -> None:
    """The empty places come last of all, so that they move nobody."""
    for key, gap in gaps.items():
        level = level_of(gap)
        wedge = _sector_wedge(plan, gap.area, radii[level], gap.radius)
        angle = slots(wedge, 1, gap.area, level)[0]
        spot = plan.room.place(_piece(gap, plan.scale), angle, wedge)
        plan.places[key] = _place(key, spot, level, gap.area)


def _sector_wedge(plan: _Plan, area: str, radius: float, disc: float) -> Wedge:
    start, end = plan.spans[area]
    pad = min(math.degrees((disc + 8 * plan.scale) / radius), (end - start) / 4)
    return Wedge(start + pad, end - pad, radius)


def _place_in_sector(
    plan: _Plan, level: str, radius: float, area: str, group: Sequence[Node]
) -> None:
    wedge = _sector_wedge(plan, area, radius, 22 * plan.scale)
    capacity = holds_how_many(wedge, plan.scale)
    angles = slots(wedge, min(len(group), capacity), area, level, plan.variant.twist)
    # Who stands nearest to the vertical has least room and can take either side: they come last.
    way = 1 if plan.variant.top_first else -1
    seated = sorted(range(len(angles)), key=lambda i: way * abs(math.cos(math.radians(angles[i]))))
    for index in (*seated, *range(len(angles), len(group))):
        node = group[index]
        piece = _piece(node, plan.scale)
        if index < len(angles):
            spot = plan.room.place(piece, angles[index], wedge)
        else:
            spot = plan.room.put(piece, plan.room.farther_out(piece, wedge))
        plan.places[node.key] = _place(node.key, spot, level, area)


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
            seats[border] = holds_how_many(wedge, plan.scale)
        index = seated[border] = seated.get(border, -1) + 1
        piece = _piece(node, plan.scale)
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


