"""The font files: what covers which character, and the small fonts that go into a document."""

from __future__ import annotations

import io

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFontDatabase

from mentorjournal.documents import fontfiles
from mentorjournal.documents.faces import Glyphs, Picture
from mentorjournal.documents.pdf import write_pdf
from mentorjournal.documents.sfnt import from_outlines
from mentorjournal.documents.typeset import Style, lay_out, load_fonts, unprintable
from mentorjournal.tests.documents.paper import note


@pytest.mark.parametrize("text", ["Ångström é", "office fi", "Жанна"])
def test_a_document_carries_only_the_glyphs_it_uses(text: str) -> None:
    (line,) = lay_out(text, Style(10, 14), 300)
    (run,) = [run for run in line.runs if isinstance(run, Glyphs)]
    glyphs = list(dict.fromkeys(run.ids))
    font = TTFont(io.BytesIO(run.face.program(glyphs)), checkChecksums=2)
    assert len(glyphs) < font["maxp"].numGlyphs < len(glyphs) + 20
    for number, glyph in enumerate(glyphs, 1):
        name = font.getGlyphName(number)
        width = font["hmtx"][name][0] / font["head"].unitsPerEm * 1_000
        assert width == pytest.approx(run.face.widths([glyph])[0], abs=1)
        is_space = run.texts[run.ids.index(glyph)] == " "
        assert bool(font["glyf"][name].getCoordinates(font["glyf"])[0]) != is_space


def test_a_letter_with_its_marks_is_drawn_as_one() -> None:
    (line,) = lay_out("بّ", Style(10, 14), 300)
    (run,) = [run for run in line.runs if isinstance(run, Glyphs)]
    (stack,) = run.ids
    assert not isinstance(stack, int) and len(stack) > 1
    alone = [number for number, _, _ in stack]
    font = TTFont(io.BytesIO(run.face.program([stack, *alone])), checkChecksums=2)
    whole, *parts = (font.getGlyphName(at) for at in range(1, len(stack) + 2))
    drawn = font["glyf"][whole].getCoordinates(font["glyf"])[0]
    placed = [
        (x + right, y + up)
        for name, (_, right, up) in zip(parts, stack, strict=True)
        for x, y in font["glyf"][name].getCoordinates(font["glyf"])[0]
    ]
    assert list(drawn) == placed
    assert font["hmtx"][whole] == (font["hmtx"][parts[0]][0], min(x for x, _ in placed))


def test_curves_keep_their_shape_when_they_become_quadratic() -> None:
    circle = ((500.0, 0.0), (
        ((776.0, 0.0), (1000.0, 224.0), (1000.0, 500.0)), ((500.0, 1000.0),), ((0.0, 500.0),),
    ))  # fmt: skip
    font = TTFont(io.BytesIO(from_outlines(1_000, [[circle], []], [1_000, 300])))
    glyph = font["glyf"][font.getGlyphName(1)]
    assert (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax) == (0, 0, 1_000, 1_000)
    assert font["hmtx"][font.getGlyphName(2)] == (300, 0)


def test_bundled_families_cover_what_their_index_says() -> None:
    for family in fontfiles.families():
        with TTFont(family.paths()[0], lazy=True) as font:
            assert all(family.covers(chr(code)) for code in list(font.getBestCmap())[::37])
            assert font["OS/2"].fsType == 0
        assert not family.covers("\U0010fff0")


def test_the_script_beside_them_decides_whose_form_han_characters_take() -> None:
    assert fontfiles.eastern_families("田中 さくら") == fontfiles.JAPANESE
    assert fontfiles.eastern_families("金민준") == fontfiles.KOREAN
    assert fontfiles.eastern_families("张伟") == fontfiles.CHINESE
    assert fontfiles.eastern_families("Anna محمد") == ()


def odd_font(char: str, *, in_colour: bool = False, licence: int = 0) -> bytes:
    """A font with one square for one character."""
    pen = TTGlyphPen(None)
    for at, point in enumerate([(0, 0), (0, 800), (800, 800), (800, 0)]):
        pen.lineTo(point) if at else pen.moveTo(point)
    pen.closePath()
    square, names = pen.glyph(), [".notdef", "square"]
    builder = FontBuilder(1_000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(char): "square"})
    builder.setupGlyf(dict.fromkeys(names, square))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (900, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": f"Odd {ord(char)}", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, fsType=licence)
    builder.setupPost()
    if in_colour:
        builder.setupCOLR({"square": [("square", 0)]})
        builder.setupCPAL([[(1.0, 0.0, 0.0, 1.0)]])
    file = io.BytesIO()
    builder.save(file)
    return file.getvalue()


def test_a_font_in_colour_is_printed_as_a_picture() -> None:
    load_fonts()
    QFontDatabase.addApplicationFontFromData(odd_font("\U000f0001", in_colour=True))
    (line,) = lay_out("a \U000f0001", Style(10, 14), 300)
    (picture,) = [run for run in line.runs if isinstance(run, Picture)]
    assert picture.png.startswith(b"\x89PNG")
    assert picture.text == "\U000f0001"
    assert picture.width == pytest.approx(8, abs=2)
    assert b"/Image" in write_pdf(note("a \U000f0001"))


def test_a_font_whose_licence_forbids_it_is_not_embedded_and_its_characters_are_named() -> None:
    load_fonts()
    QFontDatabase.addApplicationFontFromData(odd_font("\U000f0002", licence=2))
    assert unprintable(["\U000f0002"]) == ["\U000f0002"]
    assert lay_out("\U000f0002", Style(10, 14), 300)[0].text == "[U+F0002]"


def test_a_font_of_the_system_is_embedded_like_ours() -> None:
    load_fonts()
    QFontDatabase.addApplicationFontFromData(odd_font("\U000f0003"))
    (line,) = lay_out("\U000f0003", Style(10, 14), 300)
    assert line.width == pytest.approx(9)
    assert [run.ids for run in line.runs if isinstance(run, Glyphs)] == [(1,)]
