"""The agenda without a window: every kind of file, and what is said when it cannot be made."""

from __future__ import annotations

import json
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.tests.commands import Program, Said, is_refusal

AS_OF = ("--as-of", "2026-05-15")


@pytest.fixture
def file(empty_file: Path, tmp_path: Path) -> Path:
    """An empty journal that nobody has open."""
    return build.copy(empty_file, tmp_path / "mine.mentorjournal")


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Path:
    """The sample journal, closed."""
    return build.copy(sample_file, tmp_path / "sample.mentorjournal")


@pytest.mark.parametrize("suffix", ["pdf", "txt", "eml", "ics", "PDF"])
def test_agenda_of_the_next_meeting_is_written(
    program: Program, sample: Path, tmp_path: Path, suffix: str
) -> None:
    before = sample.read_bytes()
    out = tmp_path / f"agenda.{suffix}"
    assert program("agenda", sample, "-o", out, *AS_OF) == Said(0, "", "")
    begins = {"pdf": b"%PDF", "txt": b"", "eml": b"Subject: ", "ics": b"BEGIN:VCALENDAR"}
    assert out.read_bytes().startswith(begins[suffix.lower()])
    assert sample.read_bytes() == before
    assert {p.name for p in tmp_path.iterdir()} >= {out.name}
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".")]


def test_agenda_as_text_has_what_the_meeting_is_about(
    program: Program, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "agenda.txt"
    program("agenda", sample, "-o", out, *AS_OF)
    text = out.read_text()
    for part in ("Okafor", "Lindqvist", "K12 research plan, final", "19 May 2026",
                 "Read the research plan, pages 4 to 9", "Aims v4 to Okafor"):
        assert part in text


def test_agenda_by_mail_has_the_page_attached(
    program: Program, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "agenda.eml"
    program("agenda", sample, "-o", out, *AS_OF)
    message = message_from_bytes(out.read_bytes(), policy=default)
    attached = [part.get_content() for part in message.iter_attachments()]
    assert message["X-Unsent"] == "1"
    assert [data[:4] for data in attached] == [b"%PDF"]


def test_no_private_word_of_the_sample_reaches_an_agenda(
    program: Program, sample: Path, tmp_path: Path
) -> None:
    import pypdfium2

    from mentorjournal.store.schema import RECORD_TABLES

    journal = Journal(sample)
    private = [
        " ".join(text.split())
        for name, table in RECORD_TABLES.items() for column in table.c
        if column.info.get("private")
        for text in journal.read().exec_driver_sql(
            f'SELECT "{column.name}" FROM "{name}" WHERE length("{column.name}") > 8').scalars()
    ]
    journal.close()
    assert len(private) > 20
    for suffix in ("txt", "ics", "pdf"):
        out = tmp_path / f"agenda.{suffix}"
        program("agenda", sample, "-o", out, *AS_OF)
        if suffix == "pdf":
            pages = pypdfium2.PdfDocument(out)
            text = " ".join(page.get_textpage().get_text_range() for page in pages)
        else:
            text = out.read_text().replace("\r\n ", "")
        shown = " ".join(text.split())
        assert [words for words in private if words in shown] == []


@pytest.mark.parametrize("out", ["agenda.doc", "agenda", "no/folder/agenda.pdf"])
def test_agenda_that_cannot_be_written_is_refused_and_leaves_nothing(
    program: Program, sample: Path, tmp_path: Path, out: str
) -> None:
    before = build.bytes_of(tmp_path)
    assert is_refusal(program("agenda", sample, "-o", tmp_path / out, *AS_OF))
    assert build.bytes_of(tmp_path) == before


def test_agenda_of_no_meeting_is_refused(
    program: Program, sample: Path, file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "agenda.txt"
    assert is_refusal(program("agenda", sample, "--meeting", "9999", "-o", out, *AS_OF))
    assert is_refusal(program("agenda", file, "-o", out, *AS_OF))
    assert is_refusal(program("agenda", sample, "-o", out, "--as-of", "2027-01-01"))
    assert not out.exists()


def test_meeting_that_never_was_is_told_from_one_that_is_gone(
    program: Program, sample: Path, tmp_path: Path
) -> None:
    said = program("agenda", sample, "--meeting", "9999", "-o", tmp_path / "x.pdf", *AS_OF)
    assert said.err == "There is no meeting with the id 9999.\n"
    said = program("agenda", sample, "--meeting", "abc", "-o", tmp_path / "x.pdf", *AS_OF)
    assert "“abc” is not an id" in said.err and "int" not in said.err


@pytest.mark.parametrize("suffix", ["pdf", "eml"])
def test_agenda_names_what_cannot_be_printed_and_is_written(
    program: Program, file: Path, tmp_path: Path, suffix: str
) -> None:
    program("add", file, "people", stdin='{"name": "A \\uffff B"}')
    meeting = {"person_id": 1, "starts_at": "2026-05-19T10:00", "planned_minutes": 30}
    program("add", file, "meetings", stdin=json.dumps(meeting))
    out = tmp_path / f"agenda.{suffix}"
    said = program("agenda", file, "-o", out, *AS_OF)
    assert (said.code, said.out) == (0, "")
    assert said.err == ("No font on this computer can print \uffff (U+FFFF). "
                        "They will stand on the page as their numbers.\n")
    assert out.stat().st_size > 0
    assert program("agenda", file, "-o", tmp_path / "agenda.txt", *AS_OF).err == ""


def test_page_is_dated_when_it_was_prepared(
    program: Program, sample: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    for out in (first, second):
        program("agenda", sample, "-o", out, *AS_OF)
    assert b"/CreationDate (D:20260515" in first.read_bytes()
    assert first.read_bytes() == second.read_bytes()


def test_agenda_of_an_old_meeting_can_be_asked_for(
    program: Program, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "agenda.txt"
    m48 = next(m["id"] for m in program("list", sample, "meetings").records
               if m["headline"] and "Aims v3" in m["headline"])
    assert program("agenda", sample, "--meeting", m48, "-o", out, *AS_OF).code == 0
    assert "Enrolment has slowed" in out.read_text()
