"""What is drawn on paper, to slices: rings with people, a grid of signs, bars.

No colour carries a meaning: signs are letters in shapes, bars have their figures above them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from mentorjournal.documents import document as d
from mentorjournal.documents.parts import (
    BODY,
    CLOSE,
    HEADING,
    LABEL,
    SMALL,
    Area,
    Node,
    Outline,
    Slice,
    Stroke,
    Text,
    baseline,
)
from mentorjournal.documents.ring_places import Box, Field, Piece, Spot, placed
from mentorjournal.documents.setting import set_text
from mentorjournal.documents.typeset import Line, Style, lay_out

SIGN = Style(9, 11, 600)
NAME = Style(9, 12, 600)
SIGN_ROOM = 17.0  # points, a sign with the air beside it
# Corners in parts of the radius, chosen so that all look of one size.
CORNERS: dict[str, tuple[tuple[float, float], ...]] = {
    "circle": (),
    "square": ((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)),
    "shield": ((-0.88, -0.95), (0.88, -0.95), (0.88, 0.35), (0, 1.2), (-0.88, 0.35)),
    "hexagon": ((-1.1, 0), (-0.55, -0.98), (0.55, -0.98), (1.1, 0), (0.55, 0.98), (-0.55, 0.98)),
    "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
}
RADIUS = 7.0
NAME_LINES = 3  # of a grid’s row, where its other texts have one: a name is what it is read by
DOT = 4.0  # of somebody without a sign
NAME_ROOM, LINE_ROOM = 118.0, 112.0
CENTRE = 30.0
SHARES = (0.36, 0.68, 1.0)  # of the outermost ring
MOST = 60  # people who are tried; no page has room for more


@dataclass(frozen=True)
class _Way:
    """One way to draw rings: so many times wider than high, with or without lines below names."""

    wider: float = 1.0
    with_lines: bool = True

    def piece(self, one: d.Around) -> Piece:
        """How large somebody's mark and label are."""
        lines = self.lines(one)
        return Piece(
            one.ring, max(2 * DOT, SIGN_ROOM * len(one.signs)), 2 * RADIUS + 3,
            max(line.width for line, _ in lines), sum(style.leading for _, style in lines))

    def lines(self, one: d.Around) -> list[tuple[Line, Style]]:
        """The lines of somebody's label, each with how it is set."""
        found = [(line, NAME) for line in lay_out(one.name or "…", NAME, NAME_ROOM, 1)]
        for text in one.lines if self.with_lines else ():
            found += [(line, CLOSE) for line in lay_out(text, CLOSE, LINE_ROOM, 1)]
        return found


# Tried in their order, until everybody has a place.
WAYS = (_Way(), _Way(1.3), _Way(1.3, False))


def _rings(block: d.Rings, x: float, width: float, root: Node) -> list[Slice]:
    here = Slice(block.height, before=8, whole=True)
    middle_x, middle_y = x + width / 2, block.height / 2
    outer = block.height / 2 - 20
    radii = [outer * share for share in SHARES[-len(block.rings):]]
    names = [lay_out(name, SMALL, 120, 1)[0] for name in block.rings]
    way, spots = _best(block, radii, [line.width for line in names], width)
    for radius in reversed(radii):
        here.parts.append(Outline(
            middle_x, middle_y, radius, strong=False, filled=False, wider=way.wider))
    node = root.add("L")
    _centre(here, block, middle_x, middle_y, node)
    for line, radius in zip(names, radii, strict=True):
        box = _ring_name(line.width, radius)
        here.parts.append(Area(middle_x + box.left, middle_y + box.top, middle_x + box.right,
                               middle_y + box.bottom))
        here.parts.append(Text(middle_x + box.left + 3, middle_y + box.top + baseline(SMALL),
                               line, SMALL, None))
    for one, spot in zip(block.people, spots, strict=True):
        if spot is not None:
            _person(here, one, spot, (middle_x, middle_y), way.lines(one), node.add("LI"))
    slices = [here]
    left = sum(spot is None for spot in spots)
    if left and block.more(left):
        said = Slice(before=1)
        set_text(said, block.more(left), SMALL, x, width, root.add("P"), 1)
        slices.append(said)
    if block.signs:
        slices.append(_legend(block.signs, x, width, root))
    return slices


def _best(
    block: d.Rings, radii: Sequence[float], names: Sequence[float], width: float
) -> tuple[_Way, list[Spot | None]]:
    """The first way in which everybody has a place, else the one in which most have."""
    best: tuple[_Way, list[Spot | None]] | None = None
    for way in WAYS:
        room = Field(
            Box(-width / 2, -block.height / 2, width / 2, block.height / 2),
            [Box(-CENTRE, -CENTRE, CENTRE, CENTRE), *map(_ring_name, names, radii)])
        spots = placed([way.piece(one) for one in block.people[:MOST]], radii, room, way.wider)
        spots += [None] * (len(block.people) - len(spots))
        if best is None or spots.count(None) < best[1].count(None):
            best = way, spots
        if None not in spots:
            break
    assert best is not None
    return best


def _ring_name(width: float, radius: float) -> Box:
    """The room of a ring's name, at the foot of the ring."""
    return Box(-width / 2 - 3, radius - 6.5, width / 2 + 3, radius + 6.5)


def _centre(here: Slice, block: d.Rings, x: float, y: float, node: Node) -> None:
    here.parts.append(Outline(x, y, CENTRE))
    item = node.add("LI")
    name = lay_out(block.name, NAME, 2 * CENTRE - 6, 2)
    below = lay_out(block.below, CLOSE, 2 * CENTRE - 16, 1)
    top = y - (len(name) * NAME.leading + len(below) * CLOSE.leading) / 2
    for line, style in (*((one, NAME) for one in name), *((one, CLOSE) for one in below)):
        here.parts.append(Text(x - line.width / 2, top + baseline(style), line, style, item))
        top += style.leading


def _person(
    here: Slice, one: d.Around, spot: Spot, middle: tuple[float, float],
    lines: Sequence[tuple[Line, Style]], node: Node,
) -> None:
    middle_x, middle_y = middle
    x, y = middle_x + spot.x, middle_y + spot.y
    label = spot.label
    here.parts.append(Area(
        middle_x + label.left - 1.5, middle_y + label.top, middle_x + label.right + 1.5,
        middle_y + label.bottom))
    if not one.signs:
        here.parts.append(Outline(x, y, DOT, dashed=one.dashed))
    left = x - SIGN_ROOM * len(one.signs) / 2
    top = middle_y + label.top
    for line, style in lines:
        at = middle_x + label.left
        if spot.side == "left":
            at = middle_x + label.right - line.width
        elif spot.side in ("above", "below"):
            at = x - line.width / 2
        here.parts.append(Text(at, top + baseline(style), line, style, node))
        top += style.leading
    for place, sign in enumerate(one.signs):
        _sign(here, sign, left + SIGN_ROOM * (place + 0.5), y, one.dashed, node)


def _sign(here: Slice, sign: d.Sign, x: float, y: float, dashed: bool, node: Node | None) -> None:
    here.parts.append(Outline(x, y, RADIUS, CORNERS[sign.shape], dashed=dashed))
    (line, *_) = lay_out(sign.letter, SIGN, 20, 1)
    here.parts.append(Text(x - line.width / 2, y + 0.36 * SIGN.size, line, SIGN, node))


def _legend(signs: Sequence[d.Sign], x: float, width: float, root: Node) -> Slice:
    here = Slice(SMALL.leading + 4, before=2)
    said = [lay_out(sign.words, SMALL, 140, 1)[0] for sign in signs]
    each = [SIGN_ROOM + 3 + line.width for line in said]
    gap = min(22.0, (width - sum(each)) / max(1, len(signs) - 1))
    left = x + (width - sum(each) - gap * (len(signs) - 1)) / 2
    node = root.add("P")
    for sign, line, taken in zip(signs, said, each, strict=True):
        middle = here.height / 2
        _sign(here, sign, left + SIGN_ROOM / 2, middle, False, node)
        down = middle - SMALL.leading / 2 + baseline(SMALL)
        here.parts.append(Text(left + SIGN_ROOM + 3, down, line, SMALL, node))
        left += taken + gap
    return here


# Grid -----------------------------------------------------------------------------------------

def _grid(block: d.Grid, x: float, width: float, root: Node) -> list[Slice]:
    columns = _columns(block, x, width)
    table = root.add("Table")
    slices = [_grid_heads(block, columns, x, width, table)]
    slices += [_grid_row(block, row, columns, x, width, table) for row in block.rows]
    if block.totals:
        slices.append(_grid_totals(block, columns, x, width, table))
    return slices


def _columns(block: d.Grid, x: float, width: float) -> list[tuple[float, float]]:
    """Left end and width of the name's column, of each sign's, and of each text's."""
    shares = block.shares or tuple(1.0 for _ in block.heads)
    signs = len(block.signs) * (SIGN_ROOM + 5)
    unit = (width - signs) / sum(shares)
    columns = [(x, shares[0] * unit)]
    left = x + shares[0] * unit
    for _ in block.signs:
        columns.append((left, SIGN_ROOM + 5))
        left += SIGN_ROOM + 5
    for share in shares[1:]:
        columns.append((left + 6, share * unit - 6))
        left += share * unit
    return columns


def _grid_heads(
    block: d.Grid, columns: Sequence[tuple[float, float]], x: float, width: float, table: Node
) -> Slice:
    here, row = Slice(LABEL.leading + 5, before=6, keep=True), table.add("TR")
    of_texts = columns[1 + len(block.signs):]
    for (left, room), text in zip((columns[0], *of_texts), block.heads, strict=True):
        column = Slice(2)
        set_text(column, text, LABEL, left, room, row.add("TH"), 1)
        here.parts += column.parts
    for (left, room), sign in zip(columns[1:], block.signs, strict=False):
        _sign(here, sign, left + room / 2, here.height / 2 - 1, False, row.add("TH"))
    here.parts.append(Stroke(x, here.height, x + width, here.height, True))
    return here


def _grid_row(
    block: d.Grid, row: d.GridRow, columns: Sequence[tuple[float, float]], x: float, width: float,
    table: Node,
) -> Slice:
    here, node, tallest = Slice(whole=True), table.add("TR"), 0.0
    of_texts = columns[1 + len(block.signs):]
    for (left, room), text in zip((columns[0], *of_texts), (row.name, *row.texts), strict=True):
        style = CLOSE if here.parts else BODY
        column = Slice(2.5 + baseline(BODY) - baseline(style))
        lines = NAME_LINES if block.lines == 1 and not here.parts else block.lines
        set_text(column, text, style, left, room - 4, node.add("TD"), lines)
        here.parts += column.parts
        tallest = max(tallest, column.height)
    here.height = tallest + 2.5
    for (left, room), sign in zip(columns[1:], block.signs, strict=False):
        cell = node.add("TD")
        if sign in row.signs:
            _sign(here, sign, left + room / 2, 2.5 + BODY.leading / 2, False, cell)
    here.parts.append(Stroke(x, here.height, x + width, here.height))
    return here


def _grid_totals(
    block: d.Grid, columns: Sequence[tuple[float, float]], x: float, width: float, table: Node
) -> Slice:
    here, node = Slice(2.5, whole=True), table.add("TR")
    for (left, room), text in zip(columns[1:], block.totals, strict=False):
        (line, *_) = lay_out(text, HEADING, 20, 1)
        here.parts.append(Text(left + (room - line.width) / 2, 2.5 + baseline(BODY), line, HEADING,
                               node.add("TD")))
    set_text(here, block.total, SMALL, x, columns[0][1] - 4, node.add("TH"), 1)
    return here


# Bars -----------------------------------------------------------------------------------------

def _bars(block: d.Bars, x: float, width: float, root: Node) -> list[Slice]:
    if not block.bars:
        return []
    top = SMALL.leading
    here = Slice(top + block.height + SMALL.leading + 1, before=6, whole=True)
    most = max([one.value for one in block.bars] + [one.most or 0 for one in block.bars]) or 1.0
    room, low, node = width / len(block.bars), top + block.height, root.add("P")
    for place, one in enumerate(block.bars):
        left, high = x + room * place, low - block.height * one.value / most
        edge = min(room * 0.3, 14.0)
        limit = low if one.most is None else low - block.height * one.most / most
        middle = left + room / 2
        here.parts.append(Area(middle - edge, max(high, limit) if one.most is not None else high,
                               middle + edge, low, 0.74))
        if one.most is not None:
            if high < limit:
                here.parts.append(Area(middle - edge, high, middle + edge, limit, 0.2))
            here.parts.append(Stroke(left + 1, limit, left + room - 1, limit, True))
        for text, y in ((one.said, min(high, limit) - 2), (one.name, low + baseline(SMALL) + 1)):
            for line in lay_out(text, SMALL, room + 8, 1):
                at = min(max(x, middle - line.width / 2), x + width - line.width)
                here.parts.append(Text(at, y, line, SMALL, node))
    here.parts.append(Stroke(x, low, x + width, low, True))
    return [here]


FIGURES: dict[type, Callable[[Any, float, float, Node], list[Slice]]] = {
    d.Rings: _rings, d.Grid: _grid, d.Bars: _bars,
}
