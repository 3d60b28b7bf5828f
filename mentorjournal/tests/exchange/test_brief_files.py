"""The brief for a letter as a file: what a writer gets, what goes along, and what never does."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from mentorjournal.exchange import brief_files
from mentorjournal.journal import letter_evidence, letter_papers, letters
from mentorjournal.journal.files import ChosenFile
from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build
from mentorjournal.tests.documents.paper import copied

DAY = build.SAMPLE_DAY


def id_of(journal: Journal, part: str) -> int:
    return next(one.id for one in letters.every(journal) if part in one.target)


def text_of(journal: Journal, letter_id: int) -> str:
    return " ".join(brief_files.make(journal, letter_id, DAY, ".txt").decode().split())


def mail_of(journal: Journal, letter_id: int) -> EmailMessage:
    data = brief_files.make(journal, letter_id, DAY, ".eml")
    mail = message_from_bytes(data, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def test_the_sample_brief_tells_a_writer_who_forgot_the_details(sample_journal: Journal) -> None:
    which = id_of(sample_journal, "K12")
    pages = copied(brief_files.make(sample_journal, which, DAY, ".pdf"))
    assert len(pages) == 2
    assert "Page 1 of 2" in pages[0]
    text = text_of(sample_journal, which)
    for part in (
        "A strong letter. You agreed on Tuesday 5 May 2026", "Friday 19 June 2026, 17:00",
        "Upload through a link. The portal writes to you directly.", "HB-K12-27",
        "I waived it", "5 meetings, from 17 December 2024 to 24 February 2026",
        "“Submit the K12 application”", "(You saw this, 24 February 2026)",
        "(Dr. Tomas Brandt, 14 April 2026)", "I wrote the rule for missing data",
        "from 14.5 to 8.5 hours a week", "Friday 5 June, Friday 12 June and Thursday 18 June",
    ):
        assert part in text, part
    assert "stroke" not in text  # the context is not allowed


def test_ticked_context_appears_and_only_then(sample_journal: Journal) -> None:
    which = id_of(sample_journal, "K12")
    letters.edit(sample_journal, which, {"context_allowed": True})
    assert "What you may mention I was away for three weeks" in text_of(sample_journal, which)
    letters.edit(sample_journal, which, {"context_allowed": False})
    assert "What you may mention" not in text_of(sample_journal, which)


def test_growth_needs_a_feedback_that_was_chosen(sample_journal: Journal) -> None:
    which = id_of(sample_journal, "K12")
    letters.edit(sample_journal, which, {"growth_feedback_id": None})
    assert "One thing I worked on" not in text_of(sample_journal, which)


def test_a_mail_carries_the_page_and_the_kept_papers_but_never_the_letter(
    sample_journal: Journal,
) -> None:
    which = id_of(sample_journal, "K12")
    letters.edit(sample_journal, which, {"waived": "no"})
    letter_papers.add(sample_journal, which, "My CV in short", "cv",
                      ChosenFile("cv.pdf", b"%PDF-1.7 cv", "application/pdf"))
    letter_papers.add(sample_journal, which, "The letter.pdf", "letter",
                      ChosenFile("The letter.pdf", b"%PDF-1.7 letter", "application/pdf"))
    mail = mail_of(sample_journal, which)
    assert mail["X-Unsent"] == "1"
    assert "Vale" in str(mail["To"])
    names = [part.get_filename() for part in mail.iter_attachments()]
    assert names == ["Brief Vale 2026-06-19.pdf", "My CV in short.pdf"]
    body = mail.get_body()
    assert body is not None
    said = body.get_content().replace("\r\n", "\n")
    for part in ("Dear Dr. Vale,", "The letter is due on Friday 19 June 2026, 17:00.",
                 "– this brief, as a PDF", "– Aims page, v3", "– My CV in short",
                 "Thank you,\nDr. Amara Lindqvist"):
        assert part in said, part
    assert "The letter.pdf" not in said
    left = brief_files.not_kept(sample_journal, which)
    assert left == ["CV, two pages", "Aims page, v3", "Programme call",
                    "Hours by project, half a page"]
    assert "“Aims page, v3”" in brief_files.not_kept_words(left)


@pytest.mark.parametrize(("zone", "ends"), [
    (None, "17:00 Addressed"), ("America/New_York", "17:00 (New York time) Addressed"),
    ("Etc/UTC", "17:00 (UTC) Addressed")])
def test_a_deadline_is_told_on_the_clock_of_its_own_zone(
    journal: Journal, zone: str | None, ends: str
) -> None:
    writer = build.add_person(journal)
    which = letters.add(journal, {
        "writer_id": writer, "target": "Award", "deadline": date(2026, 7, 3), "zone": zone,
        "deadline_time": "17:00", "addressed_to": "the board"})
    assert f"Friday 3 July 2026, {ends}" in text_of(journal, which)


def test_an_almost_empty_letter_is_one_page(journal: Journal) -> None:
    writer = build.add_person(journal, "د. ليلى حداد")
    which = letters.add(journal, {"writer_id": writer, "target": "Award"})
    data, said = brief_files.proof(journal, which, DAY)
    assert len(copied(data)) == 1
    assert said == []
    assert "Letter due" not in text_of(journal, which)


def test_what_is_too_long_is_said_and_written_all_the_same(sample_journal: Journal) -> None:
    which = id_of(sample_journal, "K12")
    letters.edit(sample_journal, which, {"evidence_unknown": "Another paper went out. " * 600})
    data, said = brief_files.proof(sample_journal, which, DAY)
    assert len(copied(data)) > 3
    assert said == ["This is longer than three pages. Shorten “What you could not know”."]


def test_a_declined_piece_is_nowhere(sample_journal: Journal) -> None:
    which = id_of(sample_journal, "K12")
    piece = letter_evidence.qualities(sample_journal, which)[0].evidence[0]
    letter_evidence.decline(sample_journal, piece.id)
    assert "Eleven follow-up forms" not in text_of(sample_journal, which)
    assert "Dr. Tomas Brandt, 14 April" not in text_of(sample_journal, which)


def test_another_ending_and_a_letter_that_is_gone_are_refused(sample_journal: Journal) -> None:
    with pytest.raises(JournalError, match="can be written as"):
        brief_files.make(sample_journal, id_of(sample_journal, "K12"), DAY, ".docx")
    with pytest.raises(JournalError):
        brief_files.make(sample_journal, 9_999, DAY, ".pdf")
