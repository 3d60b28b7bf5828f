"""The compact without a window: every kind of file, and what is said when it cannot be made."""

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
    """The sample journal, closed; Okafor is person 1."""
    return build.copy(sample_file, tmp_path / "sample.mentorjournal")


@pytest.mark.parametrize("suffix", ["pdf", "txt", "eml", "PDF"])
def test_a_compact_is_written(
    program: Program, sample: Path, tmp_path: Path, suffix: str
) -> None:
    before, out = sample.read_bytes(), tmp_path / f"compact.{suffix}"
    assert program("compact", sample, "--person", "1", "-o", out, *AS_OF) == Said(0, "", "")
    begins = {"pdf": b"%PDF", "txt": b"What we expect", "eml": b"Subject: "}
    assert out.read_bytes().startswith(begins[suffix.lower()])
    assert sample.read_bytes() == before


def test_as_text_it_has_both_sides_and_lines_to_sign_unless_they_are_not_wanted(
    program: Program, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "compact.txt"
    program("compact", sample, "--person", "1", "-o", out, *AS_OF)
    for part in ("First on papers 1 and 2", "First on 1; paper 2 depends", "Boundaries", "____",
                 "due since 8 March 2026", "From a question to an independent trialist"):
        assert part in out.read_text()
    program("compact", sample, "--person", "1", "--unsigned", "-o", out, *AS_OF)
    assert "____" not in out.read_text()


def test_by_mail_it_goes_to_them_with_the_page_attached(
    program: Program, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "compact.eml"
    program("compact", sample, "--person", "1", "-o", out, *AS_OF)
    mail = message_from_bytes(out.read_bytes(), policy=default)
    assert "Okafor" in str(mail["To"])
    assert [part.get_filename() for part in mail.iter_attachments()] == ["Compact Okafor.pdf"]


@pytest.mark.parametrize(
    ("person", "name", "says"),
    [("1", "compact.docx", "can be written as"), ("9", "compact.pdf", "no compact with"),
     ("999", "compact.pdf", "no person with the id 999")])
def test_what_cannot_be_written_is_refused_in_one_sentence(
    program: Program, sample: Path, tmp_path: Path, person: str, name: str, says: str
) -> None:
    done = program("compact", sample, "--person", person, "-o", tmp_path / name, *AS_OF)
    assert is_refusal(done)
    assert says in done.err
    assert not (tmp_path / name).exists()
