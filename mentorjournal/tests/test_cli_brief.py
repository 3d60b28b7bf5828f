"""The brief without a window: how a letter is named, every kind of file, and what is refused."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from mentorjournal.tests import build
from mentorjournal.tests.commands import Program, Said, is_refusal

AS_OF = ("--as-of", "2026-05-15")


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Path:
    """The sample journal, closed; the K12 letter, by Vale, is letter 4."""
    return build.copy(sample_file, tmp_path / "sample.mentorjournal")


@pytest.mark.parametrize("letter", ["4", "k12", "henrik  VALE", "scholar programme, dr. henrik"])
def test_a_letter_is_named_by_its_id_or_a_part_of_what_it_is_called(
    program: Program, sample: Path, tmp_path: Path, letter: str
) -> None:
    before, out = sample.read_bytes(), tmp_path / "brief.txt"
    assert program("brief", sample, letter, "--output", out, *AS_OF) == Said(0, "", "")
    assert "Harrow Bay K12 Scholar programme" in out.read_text()
    assert sample.read_bytes() == before


@pytest.mark.parametrize(("paper", "width"), [("A4", "595.27"), ("Letter", "612")])
def test_a_page_is_written_on_the_paper_that_is_wanted(
    program: Program, sample: Path, tmp_path: Path, paper: str, width: str
) -> None:
    out = tmp_path / "brief.PDF"
    assert program("brief", sample, "4", "-o", out, "--paper", paper, *AS_OF) == Said(0, "", "")
    assert out.read_bytes().startswith(b"%PDF")
    assert f"/MediaBox [0 0 {width}".encode() in out.read_bytes().replace(b"[ ", b"[")


def test_a_mail_says_which_papers_have_to_be_attached_by_hand(
    program: Program, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "brief.eml"
    said = program("brief", sample, "4", "-o", out, *AS_OF)
    assert (said.code, said.out) == (0, "")
    assert "“CV, two pages”" in said.err and said.err.count("\n") == 1
    mail = message_from_bytes(out.read_bytes(), policy=default)
    assert [part.get_filename() for part in mail.iter_attachments()] == [
        "Brief Vale 2026-06-19.pdf"]


def test_a_brief_that_is_too_long_is_written_and_the_sections_are_named(
    program: Program, sample: Path, tmp_path: Path
) -> None:
    words = "Another paper went out. " * 900
    said = program("add", sample, "letters", stdin=(
        f'{{"writer_id": 2, "target": "Long one", "evidence_unknown": "{words}"}}'))
    assert said.code == 0, said.err
    out = tmp_path / "brief.pdf"
    said = program("brief", sample, "Long one", "-o", out, *AS_OF)
    assert said.code == 0 and out.read_bytes().startswith(b"%PDF")
    assert said.err == "This is longer than three pages. Shorten “What you could not know”.\n"


@pytest.mark.parametrize(
    ("letter", "name", "says"),
    [("Early Investigator", "b.pdf", "Several letters fit “Early Investigator”: 1 Northern"),
     ("Nobel", "b.pdf", "There is no letter “Nobel”."), ("  ", "b.pdf", "There is no letter"),
     ("99", "b.pdf", "There is no letter “99”."), ("4", "b.docx", "can be written as .pdf")])
def test_what_cannot_be_written_is_refused_in_one_sentence(
    program: Program, sample: Path, tmp_path: Path, letter: str, name: str, says: str
) -> None:
    said = program("brief", sample, letter, "-o", tmp_path / name, *AS_OF)
    assert is_refusal(said)
    assert says in said.err
    assert not (tmp_path / name).exists()
