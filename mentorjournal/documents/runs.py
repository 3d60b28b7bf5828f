"""Qt's runs of glyphs as the page shows them, each glyph with the characters it stands for."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QRawFont

from mentorjournal.documents.faces import Face, Glyphs
from mentorjournal.documents.sfnt import Glyph
from mentorjournal.documents.spans import Units

MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
# They have done their work once the text is laid out; on the page they would only break words.
DIRECTIONS = dict.fromkeys((0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
# One glyph of a run: its number, and its place at Qt's scale from the line's left end and baseline.
Shape = tuple[int, float, float]


def is_stand_in(raw: QRawFont) -> bool:
    """Whether Qt found no font and draws boxes; asking such a one for its name ends the program."""
    return raw.pixelSize() <= 0


def cluster_texts(run: QGlyphRun, units: Units, following: dict[int, int]) -> dict[int, str]:
    """The characters that belong together, by the place where they begin."""
    return {
        at: units.part(at, following.get(at, at)).translate(DIRECTIONS)
        for at in run.stringIndexes()
    }


def glyphs_of(
    run: QGlyphRun, face: Face, said: dict[int, str], origin: QPointF, scale: float, em: int
) -> tuple[Glyphs, set[str]]:
    """The run in points, and the characters of it that the face lacks."""
    missing: set[str] = set()
    ids: list[Glyph] = []
    places: list[tuple[float, float]] = []
    texts: list[str] = []
    backwards = run.isRightToLeft()
    told: set[int] = set()
    for at, shapes in _grouped(run, origin, joined=backwards):
        if not said[at]:
            continue
        if any(not number for number, _, _ in shapes) or not face.may_embed:
            missing.update(said[at])
            continue
        number, x, y = shapes[0]
        ids.append(number if len(shapes) == 1 else _stacked(shapes, face.units / em))
        places.append((x * scale, y * scale))
        texts.append("" if at in told else said[at])
        told.add(at)
    if backwards:
        # Readers turn such a run round character by character, so it is given as it is seen.
        ids, places = ids[::-1], places[::-1]
        texts = [text[::-1].translate(MIRRORED) for text in reversed(texts)]
    xs, ys = tuple(x for x, _ in places), tuple(y for _, y in places)
    return Glyphs(face, scale * em, tuple(ids), xs, ys, tuple(texts)), missing


def _grouped(
    run: QGlyphRun, origin: QPointF, *, joined: bool
) -> Iterator[tuple[int, list[Shape]]]:
    """The glyphs one by one, or `joined`: a letter with its dots and marks at a time."""
    last = -1
    shapes: list[Shape] = []
    for number, place, at in zip(
        run.glyphIndexes(), run.positions(), run.stringIndexes(), strict=True
    ):
        shape = number, place.x() - origin.x(), origin.y() - place.y()
        if shapes and joined and at == last:
            shapes.append(shape)
            continue
        if shapes:
            yield last, shapes
        last, shapes = at, [shape]
    if shapes:
        yield last, shapes


def _stacked(shapes: list[Shape], units: float) -> Glyph:
    _, left, base = shapes[0]
    return tuple(
        (number, round((x - left) * units), round((y - base) * units)) for number, x, y in shapes
    )
