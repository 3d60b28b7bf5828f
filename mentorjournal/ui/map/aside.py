"""People without an area stand beside the map, where no sector claims them, each in a kept seat."""

from __future__ import annotations

import math
from collections.abc import Sequence

from mentorjournal.ui.map.packing import Box, Piece, Room, Spot, Wedge

REACH = 32.0  # degrees up and down from the horizontal
SEAT = 62.0  # px from one seat to the next
CAPTION_GAP = 10.0


def place_aside(room: Room, pieces: Sequence[Piece], radius: float) -> list[Spot]:
    """A spot for each piece, left and right in turn, from the middle up and down.

    Whoever comes last takes the next seat, so that nobody else has to move.
    """
    wedges = [Wedge(180 - REACH, 180 + REACH, radius), Wedge(-REACH, REACH, radius)]
    step = math.degrees(SEAT * room.scale / radius)
    spots = []
    for index, piece in enumerate(pieces):
        right, row = index % 2, index // 2
        turn = step * ((row + 1) // 2) * (1 if row % 2 else -1)
        wedge = wedges[right]
        if abs(turn) <= REACH:
            # Up is more degrees on the right and fewer on the left.
            spots.append(room.seat(piece, turn if right else 180 - turn, wedge))
        else:
            spots.append(room.put(piece, room.farther_out(piece, wedge)))
    return spots


def captions(room: Room, spots: Sequence[Spot], size: tuple[float, float]) -> list[Box]:
    """Where the words over each side stand that has somebody."""
    found = []
    for right in (False, True):
        boxes = [spot.box for spot in spots if (spot.x > 0) == right]
        if not boxes:
            continue
        top = min(boxes, key=lambda box: box.top)
        middle, bottom = (top.left + top.right) / 2, top.top - CAPTION_GAP * room.scale
        while not room.taken.is_free(box := _box(middle, bottom, size)):
            bottom -= 6
        room.taken.add(box)
        found.append(box)
    return found


def _box(middle: float, bottom: float, size: tuple[float, float]) -> Box:
    return Box(middle - size[0] / 2, bottom - size[1], middle + size[0] / 2, bottom)
