"""Small TrueType programs for embedding: the glyphs a document uses, and nothing else.

Written by hand because a document needs a millisecond here where a general subsetter takes a tenth
of a second a face, and because outlines that come from Qt have no font file to subset.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

Table = Callable[[str], bytes]
Point = tuple[float, float]
# One contour: its start, then a line (one point) or a cubic curve (three points) at a time.
Contour = tuple[Point, tuple[tuple[Point, ...], ...]]

# A glyph by its number, or several drawn as one: numbers, and places from the first in font units.
Glyph = int | tuple[tuple[int, int, int], ...]

WORDS_ARE_ARGUMENTS, ARGUMENTS_ARE_PLACES = 0x0001, 0x0002
HAS_SCALE, MORE_COMPONENTS = 0x0008, 0x0020
HAS_TWO_SCALES, HAS_MATRIX = 0x0040, 0x0080
MAGIC_SUM = 0xB1B0AFBA


def numbers(code: str, data: bytes) -> tuple[int, ...]:
    """The big-endian numbers in `data`; `code` as in the struct module."""
    count = len(data) // struct.calcsize(f">{code}")
    return struct.unpack_from(f">{count}{code}", data)


def assemble(tables: Mapping[str, bytes]) -> bytes:
    """A TrueType file from its tables, with check sums."""

    def check_sum(data: bytes) -> int:
        padded = data + b"\0" * (-len(data) % 4)
        return sum(numbers("L", padded)) & 0xFFFFFFFF

    count = len(tables)
    power = count.bit_length() - 1
    head = struct.pack(
        ">LHHHH", 0x10000, count, 16 << power, power, 16 * count - (16 << power)
    )
    offset = 12 + 16 * count
    directory, body = b"", b""
    for tag, data in sorted(tables.items()):
        where = struct.pack(">LLL", check_sum(data), offset + len(body), len(data))
        directory += tag.encode() + where
        body += data + b"\0" * (-len(data) % 4)
    whole = head + directory + body
    adjustment = (MAGIC_SUM - check_sum(whole)) & 0xFFFFFFFF
    at = offset + sum(-(-len(data) // 4) * 4 for tag, data in tables.items() if tag < "head")
    return whole[: at + 8] + struct.pack(">L", adjustment) + whole[at + 12 :]


def components(glyph: bytes) -> list[int]:
    """Offsets, within a composite glyph, of the numbers of the glyphs it is made of."""
    if len(glyph) < 10 or struct.unpack_from(">h", glyph)[0] >= 0:
        return []
    found, at = [], 10
    while True:
        (flags,) = struct.unpack_from(">H", glyph, at)
        found.append(at + 2)
        at += 8 if flags & WORDS_ARE_ARGUMENTS else 6
        if flags & HAS_SCALE:
            at += 2
        elif flags & HAS_TWO_SCALES:
            at += 4
        elif flags & HAS_MATRIX:
            at += 8
        if not flags & MORE_COMPONENTS:
            return found


class TrueType:
    """The outlines of one static TrueType face, read once and cut many times."""

    def __init__(self, table: Table) -> None:
        """`table` gives a table's bytes by its tag, empty when the face has none."""
        self._head = table("head")
        self._hhea = table("hhea")
        self._maxp = table("maxp")
        self._glyf = table("glyf")
        self._hinting = {tag: table(tag) for tag in ("cvt ", "fpgm", "prep")}
        long_offsets = struct.unpack_from(">h", self._head, 50)[0]
        loca = table("loca")
        self._offsets = (
            numbers("L", loca) if long_offsets else tuple(2 * half for half in numbers("H", loca))
        )
        self._metrics = numbers("H", table("hmtx"))
        self._full_metrics = struct.unpack_from(">H", self._hhea, 34)[0]

    def glyph(self, number: int) -> bytes:
        """The outline of one glyph; empty when it has none."""
        if number + 1 >= len(self._offsets):
            return b""
        return self._glyf[self._offsets[number] : self._offsets[number + 1]]

    def metrics(self, number: int) -> tuple[int, int]:
        """Advance width and left side bearing, in font units."""
        if number < self._full_metrics:
            return self._metrics[2 * number], self._metrics[2 * number + 1]
        bearing = self._full_metrics + number
        return (
            self._metrics[2 * self._full_metrics - 2],
            self._metrics[bearing] if bearing < len(self._metrics) else 0,
        )

    def stack(self, parts: Sequence[tuple[int, int, int]]) -> bytes:
        """A composite glyph that draws `parts` on top of each other."""
        boxes = [
            (left + x, low + y, right + x, high + y)
            for number, x, y in parts if (outline := self.glyph(number))
            for left, low, right, high in (struct.unpack_from(">4h", outline, 2),)
        ]
        lefts, lows, rights, highs = zip(*boxes or [(0, 0, 0, 0)], strict=True)
        flags = [WORDS_ARE_ARGUMENTS | ARGUMENTS_ARE_PLACES | MORE_COMPONENTS] * len(parts)
        flags[-1] &= ~MORE_COMPONENTS
        return struct.pack(">5h", -1, min(lefts), min(lows), max(rights), max(highs)) + b"".join(
            struct.pack(">HHhh", flag, *part) for flag, part in zip(flags, parts, strict=True)
        )

    def subset(self, glyphs: Sequence[Glyph]) -> bytes:
        """A font whose glyph 1, 2, … are `glyphs`; glyph 0 is empty, parts of composites follow."""
        order: list[Glyph] = [0, *glyphs]
        place = {glyph: at for at, glyph in enumerate(order) if at}
        outlines, metrics = [b""], [self.metrics(0)]
        at = 1
        while at < len(order):
            glyph = order[at]
            if isinstance(glyph, int):
                outline, metric = bytearray(self.glyph(glyph)), self.metrics(glyph)
            else:
                outline = bytearray(self.stack(glyph))
                metric = self.metrics(glyph[0][0])[0], *struct.unpack_from(">H", outline, 2)
            for offset in components(bytes(outline)):
                (part,) = struct.unpack_from(">H", outline, offset)
                if part not in place:
                    place[part] = len(order)
                    order.append(part)
                struct.pack_into(">H", outline, offset, place[part])
            outlines.append(bytes(outline))
            metrics.append(metric)
            at += 1
        most = max([1, *(len(glyph) for glyph in glyphs if not isinstance(glyph, int))])
        return _font(
            outlines, metrics, self._head, self._hhea, _stacking(self._maxp, most), self._hinting
        )


def _stacking(maxp: bytes, most: int) -> bytes:
    """The face's limits where up to `most` glyphs are drawn as one."""
    if most == 1:
        return maxp
    points, contours, composite_points, composite_contours = numbers("H", maxp[6:14])
    elements, depth = numbers("H", maxp[28:32])
    parts = most * max(points, composite_points), most * max(contours, composite_contours)
    limited = (min(0xFFFF, count) for count in parts)
    return b"".join((
        maxp[:10], struct.pack(">HH", *limited), maxp[14:28],
        struct.pack(">HH", max(elements, most), depth + 1),
    ))  # fmt: skip


def _font(
    outlines: Sequence[bytes], metrics: Sequence[tuple[int, int]],
    head: bytes, hhea: bytes, maxp: bytes, hinting: Mapping[str, bytes],
) -> bytes:  # fmt: skip
    offsets, glyf = [0], bytearray()
    for outline in outlines:
        glyf += outline + b"\0" * (-len(outline) % 4)
        offsets.append(len(glyf))
    tables = {
        "head": head[:8] + b"\0\0\0\0" + head[12:50] + b"\0\1\0\0",
        "hhea": hhea[:34] + struct.pack(">H", len(metrics)),
        "maxp": maxp[:4] + struct.pack(">H", len(outlines)) + maxp[6:],
        "hmtx": b"".join(struct.pack(">Hh", *_signed(pair)) for pair in metrics),
        "loca": struct.pack(f">{len(offsets)}L", *offsets),
        "glyf": bytes(glyf) or b"\0",
    }
    return assemble(tables | {tag: data for tag, data in hinting.items() if data})


def _signed(pair: tuple[int, int]) -> tuple[int, int]:
    advance, bearing = pair
    return advance, bearing - 0x10000 if bearing > 0x7FFF else bearing


def from_outlines(
    units: int, outlines: Sequence[Sequence[Contour]], widths: Sequence[int]
) -> bytes:
    """A font whose glyph 1, 2, … have these cubic outlines (font units, y upwards) and widths.

    Curves become quadratic within a thousandth of the em, as TrueType wants them.
    """
    glyphs = [b""] + [_compiled(contours, units / 1000) for contours in outlines]
    bearings = [struct.unpack_from(">h", glyph, 2)[0] if glyph else 0 for glyph in glyphs]
    metrics = list(zip([0, *widths], bearings, strict=True))
    most = max([1, *(_points_in(glyph) for glyph in glyphs)])
    head = struct.pack(
        ">LLLLHHqqhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 3, units, 0, 0,
        0, -units // 4, units, units, 0, 8, 2, 1, 0,
    )  # fmt: skip
    hhea = struct.pack(
        ">LhhhHhhhhhhhhhhhH", 0x10000, units, -units // 4, 0, max([0, *widths]), 0, 0, units,
        1, 0, 0, 0, 0, 0, 0, 0, 0,
    )  # fmt: skip
    maxp = struct.pack(">LH13H", 0x10000, 0, most, most, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)
    return _font(glyphs, metrics, head, hhea, maxp, {})


def _points_in(glyph: bytes) -> int:
    if not glyph:
        return 0
    (count,) = struct.unpack_from(">h", glyph)
    return numbers("H", glyph[8 + 2 * count : 10 + 2 * count])[0] + 1


def _compiled(contours: Sequence[Contour], tolerance: float) -> bytes:
    ends, points, on_curve = [], [], bytearray()
    for start, segments in contours:
        for x, y, on in _quadratic(start, segments, tolerance):
            points.append((x, y))
            on_curve.append(on)
        ends.append(len(points) - 1)
    if not points:
        return b""
    columns = [x for x, _ in points], [y for _, y in points]
    box = (min(columns[0]), min(columns[1]), max(columns[0]), max(columns[1]))
    steps = [
        struct.pack(f">{len(column)}h", *(b - a for a, b in pairwise([0, *column])))
        for column in columns
    ]
    return b"".join(
        (
            struct.pack(">hhhhh", len(ends), *box),
            struct.pack(f">{len(ends)}H", *ends),
            b"\0\0",
            bytes(on_curve),
            *steps,
        )
    )


def _quadratic(
    start: Point, segments: Sequence[tuple[Point, ...]], tolerance: float
) -> list[tuple[int, int, int]]:
    from fontTools.cu2qu import curve_to_quadratic

    here = start
    points = [(round(start[0]), round(start[1]), 1)]
    for segment in segments:
        if len(segment) == 1:
            points.append((round(segment[0][0]), round(segment[0][1]), 1))
        else:
            curve = curve_to_quadratic([here, *segment], tolerance)
            points += [(round(x), round(y), 0) for x, y in curve[1:-1]]
            points.append((round(curve[-1][0]), round(curve[-1][1]), 1))
        here = segment[-1]
    if len(points) > 1 and points[-1] == points[0]:
        points.pop()
    return points
