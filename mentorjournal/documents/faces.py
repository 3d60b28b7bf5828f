"""The font faces a document uses, as they go into a PDF: widths, outlines, pictures of emoji."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QBuffer, QIODevice, QPointF
from PySide6.QtGui import (
    QFont,
    QGlyphRun,
    QImage,
    QImageWriter,
    QPainter,
    QPainterPath,
    QRawFont,
)

from mentorjournal.documents.sfnt import Contour, Glyph, Point, TrueType, from_outlines

COLOUR_TABLES = ("COLR", "CBDT", "sbix")
# OS/2 fsType, OpenType specification: restricted licence, no subsetting, bitmaps only.
RESTRICTED, NO_SUBSETTING, BITMAPS_ONLY = 0x0002, 0x0100, 0x0200
PREVIEW_OR_EDIT = 0x000C
PICTURE_DOTS_PER_POINT = 300 / 72


class Face:
    """One face of one family at one weight."""

    def __init__(self, raw: QRawFont) -> None:
        self.units = int(raw.unitsPerEm()) or 1_000
        self._raw = QRawFont(raw)
        self._raw.setPixelSize(self.units)
        self.family = raw.familyName()
        self.weight = raw.weight()
        self.in_colour = any(self.table(tag) for tag in COLOUR_TABLES)
        self._widths: dict[int, int] = {}

    def table(self, tag: str) -> bytes:
        """A table of the font file; empty when it has none of this name."""
        return bytes(self._raw.fontTable(tag).data())

    @property
    def name(self) -> str:
        """A name for the PDF, of plain letters and digits."""
        letters = "".join(char for char in self.family if char.isascii() and char.isalnum())
        return f"{letters or 'Font'}-{self.weight}"

    @cached_property
    def may_embed(self) -> bool:
        """Whether the face's licence flags allow a part of it inside a document."""
        flags = self.table("OS/2")[8:10]
        bits = struct.unpack(">H", flags)[0] if len(flags) == 2 else 0
        restricted = bits & RESTRICTED and not bits & PREVIEW_OR_EDIT
        return not (restricted or bits & (NO_SUBSETTING | BITMAPS_ONLY))

    @property
    def ascent(self) -> float:
        """Height above the baseline in thousandths of the em."""
        return self._raw.ascent() / self.units * 1_000

    @property
    def descent(self) -> float:
        """Depth below the baseline in thousandths of the em, negative."""
        return -self._raw.descent() / self.units * 1_000

    @property
    def cap_height(self) -> float:
        """Height of capitals in thousandths of the em."""
        return self._raw.capHeight() / self.units * 1_000

    def widths(self, glyphs: Sequence[Glyph]) -> list[int]:
        """Advance widths in thousandths of the em; a stack is as wide as its first part."""
        first = [glyph if isinstance(glyph, int) else glyph[0][0] for glyph in glyphs]
        new = [number for number in first if number not in self._widths]
        if new:
            advances = self._raw.advancesForGlyphIndexes(
                new, QRawFont.LayoutFlag.UseDesignMetrics
            )
            for number, advance in zip(new, advances, strict=True):
                self._widths[number] = round(advance.x() / self.units * 1_000)
        return [self._widths[number] for number in first]

    @cached_property
    def _truetype(self) -> TrueType | None:
        if not self.table("glyf") or self.table("fvar"):
            return None
        return TrueType(self.table)

    def program(self, glyphs: Sequence[Glyph]) -> bytes:
        """A TrueType font with these glyphs as its glyphs 1, 2, …"""
        if self._truetype is not None:
            return self._truetype.subset(glyphs)
        widths = [round(width * self.units / 1_000) for width in self.widths(glyphs)]
        outlines = [self._outline(glyph) for glyph in glyphs]
        return from_outlines(self.units, outlines, widths)

    def _outline(self, glyph: Glyph) -> list[Contour]:
        parts = ((glyph, 0, 0),) if isinstance(glyph, int) else glyph
        return [
            contour
            for number, x, y in parts
            for contour in _contours(self._raw.pathForGlyph(number).translated(x, -y))
        ]


@dataclass(frozen=True)
class Glyphs:
    """Glyphs of one face at `size` points; places in points from the line's left and baseline.

    They stand from left to right. `texts` says which characters each glyph stands for; of a
    cluster only the first glyph does. Of right-to-left writing a glyph is a whole cluster.
    """

    face: Face
    size: float
    ids: tuple[Glyph, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Picture:
    """Emoji in colour as a PNG; its lower left corner is at (x, y) from left and baseline."""

    png: bytes
    text: str
    x: float
    y: float
    width: float
    height: float


_faces: dict[tuple[str, str, int, QFont.Style], Face] = {}


def face_of(raw: QRawFont) -> Face:
    """The face behind one of Qt's glyph runs, the same object each time."""
    key = (raw.familyName(), raw.styleName(), raw.weight(), raw.style())
    if key not in _faces:
        _faces[key] = Face(raw)
    return _faces[key]


def picture_of(run: QGlyphRun, text: str, origin: QPointF, scale: float) -> Picture:
    """A run of a colour font that reads `text`, painted at 300 dots per inch."""
    box = run.boundingRect()
    dots = scale * PICTURE_DOTS_PER_POINT
    image = QImage(
        max(1, round(box.width() * dots)), max(1, round(box.height() * dots)),
        QImage.Format.Format_ARGB32_Premultiplied,
    )  # fmt: skip
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(dots, dots)
    painter.translate(-box.topLeft())
    painter.drawGlyphRun(QPointF(0, 0), run)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return Picture(
        bytes(buffer.data().data()),
        text,
        (box.left() - origin.x()) * scale,
        (origin.y() - box.bottom()) * scale,
        box.width() * scale,
        box.height() * scale,
    )


def _contours(path: QPainterPath) -> list[Contour]:
    """Qt's path, whose y points down, as contours whose y points up."""
    contours: list[Contour] = []
    segments: list[tuple[Point, ...]] = []
    start: Point = (0, 0)
    curve: list[Point] = []
    for at in range(path.elementCount()):
        element = path.elementAt(at)
        point = (element.x, -element.y)
        if element.type == QPainterPath.ElementType.MoveToElement:
            if segments:
                contours.append((start, tuple(segments)))
            start, segments = point, []
        elif element.type == QPainterPath.ElementType.LineToElement:
            segments.append((point,))
        else:
            curve.append(point)
            if len(curve) == 3:
                segments.append(tuple(curve))
                curve = []
    if segments:
        contours.append((start, tuple(segments)))
    return contours
