"""Where people of one ring and sector would like to sit, and other ways to seat them."""

from __future__ import annotations

import math

from mentorjournal.ui.map.geometry import UNSET, Variant
from mentorjournal.ui.map.packing import Wedge

# A lone person of each ring stands elsewhere along the sector, so that links do not line up.
PHASES = {"peer": 0.3, "step_ahead": 0.47, "senior": 0.6, UNSET: 0.5}
TOP_PHASES = {"peer": 0.39, "step_ahead": 0.61, "senior": 0.5, UNSET: 0.45}
# What helps most often comes first.
VARIANTS = (
    Variant(), *(
        Variant(narrower, twist, top_first, spread)
        for spread in (True, False) for twist in (0.0, -0.06, 0.06, -0.12, 0.12)
        for narrower in (1.0, 0.85) for top_first in (False, True)
    ),
)


def slots(
    wedge: Wedge, number: int, area: str, level: str, twist: float = 0.0
) -> list[float]:
    """Angles for `number` people: left to right on top, top to bottom at the sides."""
    phase = (TOP_PHASES if area == "academic" else PHASES)[level] + twist
    width = wedge.high - wedge.low
    parts = [(index + phase) / number * width for index in range(number)]
    if area == "personal_life":
        return [wedge.low + part for part in parts]
    turns = [wedge.high - part for part in parts]
    if area == "academic" and number > 2:
        # Labels near the vertical lie side by side and need a little more room there.
        return [turn + 4 * math.sin(3 * math.radians(turn - 90)) for turn in turns]
    return turns


def holds_how_many(wedge: Wedge, scale: float) -> int:
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
