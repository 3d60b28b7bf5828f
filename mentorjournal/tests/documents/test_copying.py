"""Right-to-left writing comes out of the page as it was typed, in the order in which it is read."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from mentorjournal.documents import document as d
from mentorjournal.documents.agenda import AgendaFacts, fit_one_page
from mentorjournal.documents.pdf import write_pdf
from mentorjournal.documents.typeset import unprintable
from mentorjournal.tests.documents.paper import copied, note

NAMES = [
    "ليلى", "د. ليلى حدّاد", "محمد", "مُحَمَّد", "عبد الله", "علاء الدين", "آلاء لاشين", "لؤيّ الجلاد",
    "السَّلَامُ عَلَيْكُم", "رنا (كندا)", "پریسا گلچین", "ژاله کیانی", "می‌خواهم", "ڈاکٹر ٹھیک",
    "نستعلیق", "شازیہ بھٹّو", "שרה כהן", "שָׁלוֹם",
]  # fmt: skip
MIXED = ["Dr. ليلى Haddad", "Ask پریسا about شبكة today", "Anna met علاء and آلاء"]
MARKS = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u200e\u200f"))
needs_pdftotext = pytest.mark.skipif(not shutil.which("pdftotext"), reason="no second reader here")


def normal(text: str) -> str:
    """In one normal form, without the marks by which readers say the direction."""
    return unicodedata.normalize("NFC", text.translate(MARKS))


def by_pdftotext(folder: Path, pdf: bytes) -> str:
    paper = folder / "paper.pdf"
    paper.write_bytes(pdf)
    command = ["pdftotext", "-enc", "UTF-8", str(paper), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize("text", NAMES + MIXED)
def test_it_is_copied_as_it_was_typed(text: str) -> None:
    assert unprintable([text]) == []
    assert normal(copied(write_pdf(note(text)))[0]).split("\r\n")[0] == normal(text)


@needs_pdftotext
@pytest.mark.parametrize("text", NAMES + MIXED)
def test_a_second_reader_finds_every_word_whole(tmp_path: Path, text: str) -> None:
    found = by_pdftotext(tmp_path, write_pdf(note(text)))
    assert "\u200b" not in found
    for word in text.replace("(", "").replace(")", "").replace(".", "").split():
        assert normal(word) in normal(found)


@needs_pdftotext
def test_names_on_an_english_page_keep_their_words_in_order(tmp_path: Path) -> None:
    english = d.Paragraph("What the page says besides is English, and more of it. " * 4)
    names = [name for name in NAMES if not set(name) & set(".()")]
    paper = d.Document("Names", (english, *map(d.Paragraph, names)))
    lines = normal(by_pdftotext(tmp_path, write_pdf(paper))).split("\n")
    assert [normal(name) for name in names if normal(name) not in lines] == []


@pytest.mark.parametrize("name", ["ليلى", "پریسا", "שרה"])
def test_a_name_that_stands_apart_in_a_sentence_is_not_broken(name: str) -> None:
    sentence = f"Prepared by \u2068{name}\u2069, 15 May 2026"
    page = copied(write_pdf(note(sentence)))[0]
    assert f"Prepared by {name}, 15 May 2026" in page


@pytest.mark.parametrize("mine", [True, False])
def test_a_name_on_an_agenda_is_copied_whole(mine: bool) -> None:
    name, other = "د. ليلى حدّاد", "Prof. Amara Okafor"
    facts = AgendaFacts(other, name) if mine else AgendaFacts(name, other)
    lines = copied(write_pdf(fit_one_page(facts)))[0].split("\r\n")
    assert [normal(line) for line in lines[2:4]] == (
        [normal(name), f"with {other}"] if mine else [f"{other} with", normal(name)]
    )


def test_letters_stay_whole_at_every_weight() -> None:
    strong = d.Document("Note", (d.Heading("لاحق حدّاد"), d.Paragraph("لاحق حدّاد")))
    assert normal(copied(write_pdf(strong))[0]).split("\r\n")[:2] == [normal("لاحق حدّاد")] * 2


def test_a_script_that_no_font_here_writes_is_named_or_copied() -> None:
    name = "ܫܠܡܐ"  # Syriac; asking Qt for the font of such a text can end the program
    page = copied(write_pdf(note(name)))[0]
    assert name in page or all(f"U+{ord(char):04X}" in page for char in name)
