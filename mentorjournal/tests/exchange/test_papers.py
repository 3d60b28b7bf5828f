"""A document as a file: a page, a text as it was written, a mail with the right things in it."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default

import pytest

from mentorjournal.documents import document as d
from mentorjournal.exchange import papers
from mentorjournal.store.errors import JournalError

PAPER = d.Document("What we agreed", (d.Title("What we agreed"), d.Paragraph("Every month.")))


def test_page() -> None:
    assert papers.make(PAPER, ".pdf").startswith(b"%PDF")


def test_text_is_the_written_one_or_else_the_documents() -> None:
    assert papers.make(PAPER, ".txt", body="Dear Ada,\n\nYes.").decode() == "Dear Ada,\n\nYes.\n"
    assert "Every month." in papers.make(PAPER, ".txt").decode()


def test_mail_with_a_text_of_its_own_carries_no_page() -> None:
    mail = message_from_bytes(
        papers.make(PAPER, ".eml", body="Dear Ada,", subject="Thanks", to_name="Ada",
                    to_address="ada@example.org"), policy=default)
    assert (mail["Subject"], mail["To"]) == ("Thanks", "Ada <ada@example.org>")
    assert list(mail.iter_attachments()) == []
    assert mail.get_content().strip() == "Dear Ada,"


def test_mail_of_a_document_carries_its_page() -> None:
    mail = message_from_bytes(papers.make(PAPER, ".eml", name="Agreement"), policy=default)
    (page,) = mail.iter_attachments()
    assert page.get_filename() == "Agreement.pdf"
    assert page.get_content().startswith(b"%PDF")


def test_other_endings_are_refused() -> None:
    with pytest.raises(JournalError, match=".pdf, .txt, .eml"):
        papers.make(PAPER, ".doc")


def test_what_no_font_can_print_is_named() -> None:
    missing = papers.unprintable(["plain", "odd \U000f1234"])
    assert missing == ["\U000f1234"]
    assert "No font" in papers.unprintable_words(missing)
