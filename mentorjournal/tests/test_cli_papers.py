"""The review of a year and the network sheet without a window: every file, every refusal."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from mentorjournal.tests import build
from mentorjournal.tests.commands import Program, Said, is_refusal

AS_OF = ("--as-of", "2026-05-15")
BEGINS = {"pdf": b"%PDF", "txt": b"", "md": b""}


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Path:
    """The sample journal, closed."""
    return build.copy(sample_file, tmp_path / "sample.mentorjournal")


def pages(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


@pytest.mark.parametrize("suffix", ["pdf", "txt", "md", "PDF"])
@pytest.mark.parametrize("words", [("review",), ("review", "--shareable"), ("sheet",)])
def test_a_paper_is_written(
    program: Program, sample: Path, tmp_path: Path, suffix: str, words: tuple[str, ...]
) -> None:
    before, out = sample.read_bytes(), tmp_path / f"paper.{suffix}"
    command, *more = words
    assert program(command, sample, "-o", out, *more, *AS_OF) == Said(0, "", "")
    if suffix.lower() == "pdf":
        assert pages(out) == (3 if words == ("review",) else 1)
    else:
        assert "Lindqvist" in out.read_text("utf-8")
    assert sample.read_bytes() == before


def test_the_period_can_be_chosen(program: Program, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "review.txt"
    program("review", sample, "-o", out, "--from", "2025-01-01", "--to", "2025-12-31", *AS_OF)
    text = out.read_text("utf-8")
    assert "1 January 2025 to 31 December 2025" in text
    program("review", sample, "-o", out, "--to", "2025-12-31", *AS_OF)
    assert "1 January 2025 to 31 December 2025" in out.read_text("utf-8")
    program("review", sample, "-o", out, *AS_OF)
    assert "16 May 2025 to 15 May 2026" in out.read_text("utf-8")


def test_letter_paper_is_kept_to(program: Program, sample: Path, tmp_path: Path) -> None:
    for command in ("review", "sheet"):
        out = tmp_path / f"{command}.pdf"
        program(command, sample, "-o", out, "--paper", "Letter", *AS_OF)
        document = pypdfium2.PdfDocument(out)
        assert document[0].get_size() == (612.0, 792.0)
        document.close()


@pytest.mark.parametrize(("words", "says"), [
    (("--ask", "Priya: one\nmorning."), "My next ask, no day set yet Priya: one morning."),
    (("--ask", "Priya: one morning.", "--by", "2026-06-01"),
     "My next ask, by Monday 1 June 2026 Priya: one morning."),
    (("--by", "2026-06-01"), "My next ask, by Monday 1 June 2026 Dr. Osei: Teach me")])
def test_the_sheet_takes_an_ask_of_my_own(
    program: Program, sample: Path, tmp_path: Path, words: tuple[str, ...], says: str
) -> None:
    out = tmp_path / "sheet.txt"
    assert program("sheet", sample, "-o", out, *words, *AS_OF) == Said(0, "", "")
    assert says in " ".join(out.read_text("utf-8").replace("-", "").replace("=", "").split())
    program("sheet", sample, "-o", out, "--ask", "", *AS_OF)
    assert "My next ask" not in out.read_text("utf-8")


def test_a_day_needs_an_ask(program: Program, empty_file: Path, tmp_path: Path) -> None:
    own = build.copy(empty_file, tmp_path / "empty.mentorjournal")
    said = program("sheet", own, "-o", tmp_path / "s.txt", "--by", "2026-06-01", *AS_OF)
    assert is_refusal(said) and "--ask" in said.err


@pytest.mark.parametrize("command", ["review", "sheet"])
def test_help_says_which_paper_it_is(program: Program, command: str) -> None:
    assert "A4 unless you say Letter" in " ".join(program(command, "--help").out.split())


@pytest.mark.parametrize(("words", "says"), [
    (("review", "-o", "OUT.docx"), "This can be written as .pdf, .txt, .md."),
    (("sheet", "-o", "OUT.eml"), "This can be written as .pdf, .txt, .md."),
    (("review", "-o", "OUT.pdf", "--to", "2027-01-01"), "still to come"),
    (("review", "-o", "OUT.pdf", "--from", "2026-02-02", "--to", "2026-02-01"), "before the first"),
    (("review", "-o", "OUT.pdf", "--from", "2001-01-01"), "two years at most"),
    (("review", "-o", "OUT.pdf", "--from", "yesterday"), "is not a day")])
def test_what_cannot_be_written_is_refused_in_one_sentence(
    program: Program, sample: Path, tmp_path: Path, words: tuple[str, ...], says: str
) -> None:
    command, *more = (str(tmp_path / one) if one.startswith("OUT") else one for one in words)
    said = program(command, sample, *more, *AS_OF)
    assert is_refusal(said) and says in said.err
    assert not list(tmp_path.glob("OUT*"))


@pytest.mark.parametrize("command", ["review", "sheet"])
def test_an_empty_journal_says_what_is_missing(
    program: Program, empty_file: Path, tmp_path: Path, command: str
) -> None:
    own = build.copy(empty_file, tmp_path / "empty.mentorjournal")
    out = tmp_path / "paper.txt"
    assert program(command, own, "-o", out, *AS_OF).code == 0
    assert "yet" in out.read_text("utf-8")
