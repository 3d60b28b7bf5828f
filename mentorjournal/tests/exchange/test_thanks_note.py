"""A thank-you note leaves the journal as a page, a text or a mail draft."""

from __future__ import annotations

import email
from email.policy import default

import pypdfium2
from PySide6.QtWidgets import QApplication

from mentorjournal.exchange import thanks_note
from mentorjournal.journal import me, thanks
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.tests.test_privacy import leaks, mail_text, pdf_text, private_pieces

TEXT = "Dear Dr. Okafor,\n\nThank you for two evenings.\n\nWith thanks,\nAmara"


def test_a_mail_draft_is_addressed_and_holds_the_words_alone(journal: Journal) -> None:
    ann = build.add_person(journal, email="r.okafor@example.org")
    mail = email.message_from_bytes(
        thanks_note.make(journal, [ann], TEXT, build.SAMPLE_DAY, ".eml"), policy=default)
    assert mail["To"] == '"Dr. Rosalind Okafor" <r.okafor@example.org>'
    assert mail["Subject"] == "Thank you"
    assert mail.get_content().split() == TEXT.split()
    assert list(mail.iter_attachments()) == []


def test_a_mail_to_several_is_left_to_be_addressed(journal: Journal) -> None:
    who = [build.add_person(journal, name, email="a@example.org") for name in ("Ann", "Bo")]
    assert thanks_note.title(journal, who) == "Thank you to Ann and Bo"
    mail = email.message_from_bytes(
        thanks_note.make(journal, who, TEXT, build.SAMPLE_DAY, ".eml"), policy=default)
    assert mail["To"] is None


def test_the_page_holds_the_note_and_who_it_is_from(journal: Journal) -> None:
    me.edit(journal, {"name": "Dr. Amara Lindqvist", "department": "Pulmonary"})
    ann = build.add_person(journal, institution="Harrow Bay", private_note="a secret")
    data = thanks_note.make(journal, [ann], TEXT, build.SAMPLE_DAY, ".pdf")
    page = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded()
    for words in ("Dr. Amara Lindqvist", "Friday 15 May 2026", "Harrow Bay", "two evenings"):
        assert words in page
    assert "secret" not in page


def test_the_text_is_the_note(journal: Journal) -> None:
    ann = build.add_person(journal)
    data = thanks_note.make(journal, [ann], TEXT, build.SAMPLE_DAY, ".txt")
    assert data.decode() == TEXT + "\n"


def test_no_note_to_anybody_holds_a_private_word(
    sample_journal: Journal, qapp: QApplication
) -> None:
    pieces = private_pieces(sample_journal)
    for given in thanks.every(sample_journal):
        for suffix, read in ((".pdf", pdf_text), (".eml", mail_text), (".txt", bytes.decode)):
            data = thanks_note.make(
                sample_journal, [given.person_id], given.note_text or given.for_what,
                build.SAMPLE_DAY, suffix)
            assert leaks(pieces, read(data)) == [], (given.id, suffix)
