"""Any text prints or is named: scripts, markup, controls, and texts of every length."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mentorjournal.documents.document import Span
from mentorjournal.documents.faces import Glyphs
from mentorjournal.documents.pdf import write_pdf
from mentorjournal.documents.spans import is_invisible, named
from mentorjournal.documents.typeset import Line, Style, lay_out, unprintable
from mentorjournal.tests.documents.paper import copied, note, seen

BODY = Style(10, 14)
NAMES = [
    "Søren Ångström", "Nguyễn Thị Ánh", "Ελένη Παπαδοπούλου", "Жанна Ковальчук", "محمد الأمين",
    "שרה כהן", "अनिता शर्मा", "张伟", "田中 さくら", "김민준", "สมชาย", "👩🏽‍⚕️", "🎓", "ffi fl fi",
]  # fmt: skip
LITERAL = ["<b>bold</b>", '<img src="/etc/passwd">', "&amp; &lt;", "a < b & c", "%s {name} \\n"]


def glyphs(lines: tuple[Line, ...]) -> list[int]:
    return [
        glyph for line in lines for run in line.runs if isinstance(run, Glyphs) for glyph in run.ids
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_prints_and_copies_out_or_is_named(name: str) -> None:
    missing = unprintable([name])
    page = copied(write_pdf(note(name)))[0]
    if missing:
        assert all(named(char) in page for char in missing)
    else:
        assert seen(name) in seen(page)


@pytest.mark.parametrize("name", NAMES[:4])
def test_european_names_always_print(name: str) -> None:
    assert unprintable([name]) == []


@pytest.mark.parametrize("text", LITERAL)
def test_markup_prints_as_it_was_typed(text: str) -> None:
    assert text in copied(write_pdf(note(text)))[0]


def test_what_no_font_has_is_named_in_its_place() -> None:
    text = "before \u0378 after \ud800 and \ufffc"
    assert unprintable([text]) == ["\u0378", "\ud800", "\ufffc"]
    page = copied(write_pdf(note(text)))[0]
    assert "before [U+0378] after [U+D800] and [U+FFFC]" in page


def test_control_characters_leave_nothing_and_are_not_named() -> None:
    text = "a\0b\x07c\u200b\u202e\u2066d\ufeff"
    assert unprintable([text]) == []
    assert "abcd" in seen(copied(write_pdf(note(text)))[0])


def test_an_override_cannot_turn_what_follows() -> None:
    assert lay_out("\u202eabc 12", BODY, 300)[0].text == "abc 12"


@given(st.text(st.characters(), max_size=60))
@example("e\u0301\u0302\u0303 \u200d\ufe0f")
@example("\U0001f469\u200d\U0001f52c\u0bcd(\u05d0")
@settings(max_examples=150)
def test_any_text_prints_or_is_named(text: str) -> None:
    lines = lay_out(text, BODY, 200)
    assert 0 not in glyphs(lines)
    printed = "".join(line.text for line in lines)
    for char in unprintable([text]):
        assert char not in printed
        assert named(char) in printed
    kept = [char for char in text if not is_invisible(char) and char in printed]
    assert bool(kept) <= bool(glyphs(lines) or any(line.runs for line in lines))


@given(st.text(st.characters(codec="latin-1", categories=["L", "N", "P", "S", "Zs"]), max_size=200))
@settings(max_examples=60)
def test_latin_text_copies_out_as_it_was_typed(text: str) -> None:
    page = copied(write_pdf(note(text)))[0]
    assert seen(page) == seen(text + "Page 1 of 1")


@given(st.text(st.sampled_from("ab é\n漢ا👍"), max_size=300), st.floats(20, 400))
@settings(max_examples=60)
def test_no_line_is_wider_than_its_column(text: str, width: float) -> None:
    for line in lay_out(text, BODY, width):
        assert line.width <= width + 0.1 or len(line.text.strip()) <= 2


@given(st.text(st.sampled_from("ab cdé 漢"), max_size=200), st.integers(1, 4))
@settings(max_examples=60)
def test_a_cut_text_keeps_its_beginning_and_says_so(text: str, most: int) -> None:
    whole, cut = lay_out(text, BODY, 60), lay_out(text, BODY, 60, most)
    assert len(cut) == min(most, len(whole))
    if len(whole) > most:
        assert cut[-1].text.endswith("…")
        assert cut[-1].width <= 60
        assert cut[:-1] == whole[: most - 1]
    else:
        assert cut == whole


def test_a_strong_part_is_set_in_a_heavier_face() -> None:
    (line,) = lay_out((Span("A. Days.", strong=True), Span(" Matters.")), BODY, 300)
    weights = [run.face.weight for run in line.runs if isinstance(run, Glyphs)]
    assert weights[0] > weights[-1] == 400


def test_right_to_left_text_is_known_as_such() -> None:
    assert lay_out("محمد met Anna", BODY, 300)[0].right_to_left
    assert not lay_out("Anna met محمد", BODY, 300)[0].right_to_left
    assert not lay_out("\u2068محمد\u2069 with", BODY, 300)[0].right_to_left


@pytest.mark.parametrize("word", ["word ", "x", "漢", "ﷺ שלום "])
def test_a_long_text_keeps_every_character(word: str) -> None:
    text = (word * 20_000)[:20_000].rstrip()
    lines = lay_out(text, BODY, 400)
    assert "".join(line.text for line in lines) == text
    assert 0 not in glyphs(lines)


def test_each_paragraph_starts_a_line_and_blank_ones_take_none() -> None:
    lines = lay_out("one\r\n\r\ntwo\u2028three\n", BODY, 300)
    assert [line.text for line in lines] == ["one", "two", "three"]
