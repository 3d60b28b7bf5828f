"""The follow-up note as a draft and as files: what was captured goes in, private words do not."""

from __future__ import annotations

from datetime import date, datetime
from email import message_from_bytes
from email.policy import default

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from mentorjournal.exchange import follow_up_files, papers
from mentorjournal.journal import after_meeting, agenda, me, meetings, outcomes, people, promises
from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

AS_OF = build.SAMPLE_DAY


@pytest.fixture
def met(journal: Journal) -> int:
    """A held meeting with something in every part of a note, and private words all around."""
    me.edit(journal, {"name": "Dr. Amara Lindqvist", "stage": "Fellow", "institution": "Harrow"})
    someone = build.add_person(
        journal, institution="Northfield", email="r@example.org", private_note="PRIVATE one",
        limits="PRIVATE two")
    which = build.add_meeting(
        journal, someone, "2026-05-12T16:00", status="held", notes="PRIVATE three",
        private_note="PRIVATE four", headline="PRIVATE five")
    outcomes.add(journal, which, {"text": "Aim two is out"})
    promises.add(journal, {"meeting_id": which, "text": "Rewrite it", "due": date(2026, 5, 26)})
    promises.add(journal, {"meeting_id": which, "text": "Send the policy", "owner": "mentor"})
    promises.add(journal, {"meeting_id": which, "text": "Kept", "done_on": AS_OF})
    promises.add(journal, {"meeting_id": which, "text": "Dropped", "dropped_on": AS_OF})
    for title, state in (("Authorship", "parked"), ("Pilot", "covered"), ("Later", "planned")):
        agenda.add_item(journal, which, {"title": title, "state": state, "notes": "PRIVATE six"})
    after_meeting.thank(journal, which, "the blunt page")
    return which


def test_a_draft_is_what_was_captured_and_nothing_else(journal: Journal, met: int) -> None:
    after_meeting.arrange_next(journal, met, datetime(2026, 6, 9, 16))
    assert follow_up_files.first_draft(journal, met, AS_OF) == (
        "Dear Dr. Okafor,\n\nThank you for the blunt page.\n\n"
        "What I took from it:\n– Aim two is out\n\n"
        "What I will do:\n– Rewrite it, by Tuesday 26 May 2026\n\n"
        "What you kindly offered:\n– Send the policy\n\n"
        "Still open between us:\n– Authorship\n\n"
        "We next speak on Tuesday 9 June 2026 at 16:00.\n\n"
        "With thanks,\nDr. Amara Lindqvist"
    )


def test_friends_write_by_first_name_and_a_day_is_a_promise_to_write(
    journal: Journal, met: int
) -> None:
    people.edit(journal, meetings.get(journal, met).person_id, {"tone": "friendly"})
    after_meeting.be_in_touch_on(journal, met, date(2026, 6, 1))
    text = follow_up_files.first_draft(journal, met, AS_OF)
    assert text.startswith("Dear Rosalind,\n")
    assert text.endswith(
        "I will be in touch by Monday 1 June 2026.\n\nWith thanks,\nAmara")


def test_a_later_meeting_that_was_held_is_not_announced(journal: Journal, met: int) -> None:
    later = after_meeting.arrange_next(journal, met, datetime(2026, 5, 14, 16))
    meetings.hold(journal, later)
    assert "We next" not in follow_up_files.first_draft(journal, met, AS_OF)


def pdf_words(data: bytes) -> str:
    pdf = pypdfium2.PdfDocument(data)
    try:
        return " ".join(" ".join(p.get_textpage().get_text_bounded() for p in pdf).split())
    finally:
        pdf.close()


def test_every_file_holds_the_note_and_no_private_word(
    journal: Journal, met: int, qapp: QApplication
) -> None:
    meetings.edit(journal, met, {"follow_up_text": "Dear Rosalind,\n\nThank you.\n\nAmara"})
    made = {
        suffix: follow_up_files.make(journal, met, AS_OF, suffix) for suffix in papers.SUFFIXES}
    page = pdf_words(made[".pdf"])
    assert made[".txt"].decode() == "Dear Rosalind,\n\nThank you.\n\nAmara\n"
    mail = message_from_bytes(made[".eml"], policy=default)
    assert mail["To"] == '"Dr. Rosalind Okafor" <r@example.org>'
    assert mail["Subject"] == "Our meeting on Tuesday 12 May 2026"
    assert mail.get_content().replace("\r", "").strip() == "Dear Rosalind,\n\nThank you.\n\nAmara"
    for part in ("Dear Rosalind", "Fellow, Harrow", "Northfield", "Friday 15 May 2026",
                 "Our meeting on Tuesday 12 May 2026", "Follow-up note"):
        assert part in page
    everything = page + "".join(data.decode("utf-8", "replace") for data in made.values())
    assert "PRIVATE" not in everything
    assert follow_up_files.title(journal, met) == "Note Okafor 2026-05-12"


def test_a_sent_note_keeps_its_day(journal: Journal, met: int, qapp: QApplication) -> None:
    meetings.edit(journal, met, {"follow_up_text": "Thank you."})
    after_meeting.mark_note_sent(journal, met, "2026-05-13T09:00:00Z")
    assert "Wednesday 13 May 2026" in pdf_words(
        follow_up_files.make(journal, met, AS_OF, ".pdf", "Letter"))


def test_without_a_note_there_is_nothing_to_write(journal: Journal, met: int) -> None:
    with pytest.raises(JournalError, match="no note yet"):
        follow_up_files.make(journal, met, AS_OF, ".pdf")


def test_what_no_font_can_print_is_found(
    journal: Journal, met: int, qapp: QApplication
) -> None:
    meetings.edit(journal, met, {"follow_up_text": "Odd \U000f1234"})
    assert follow_up_files.unprintable(journal, met) == ["\U000f1234"]
