"""A mail draft: opens as a new message, attachments as they were, and no line but ours in it."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.exchange.mail import draft
from mentorjournal.tests import build

PDF = b"%PDF-1.7\r\n\x00\xff binary \n.\n"


def parsed(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    assert message.defects == []
    return message


def make(**values: object) -> EmailMessage:
    given_values = {"subject": "Agenda for Tue 19 May", "body": "Dear Rosalind,\n\nHere it is.\n",
                    **values}
    return parsed(draft(**given_values))  # type: ignore[arg-type]


def test_draft_opens_as_an_unsent_message() -> None:
    message = make(to_name="Dr. Rosalind Okafor", to_address="okafor@example.org",
                   attachments=[("Agenda Okafor.pdf", "application/pdf", PDF)])
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Agenda for Tue 19 May"
    assert message["To"].addresses[0].addr_spec == "okafor@example.org"
    assert message["To"].addresses[0].display_name == "Dr. Rosalind Okafor"
    assert message["From"] is None
    body = message.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == "Dear Rosalind,\n\nHere it is.\n"
    attached = list(message.iter_attachments())
    assert [a.get_filename() for a in attached] == ["Agenda Okafor.pdf"]
    assert attached[0].get_content_type() == "application/pdf"
    assert attached[0].get_content() == PDF


def test_lines_end_as_mail_wants_them() -> None:
    data = draft(subject="x", body="a\nb\n")
    assert data.count(b"\n") == data.count(b"\r\n")


INJECTED = ["a\r\nBcc: spy@example.org", "a\nBcc: spy@example.org", "a\rBcc: spy@example.org",
            "a\x85Bcc: spy@example.org", "a\u2028Bcc: spy@example.org", "a\x00b", "\x0bBcc: x@y.z"]


@pytest.mark.parametrize("text", INJECTED)
@pytest.mark.parametrize("where", ["subject", "to_name", "to_address", "file"])
def test_no_header_can_be_slipped_in(text: str, where: str) -> None:
    values: dict[str, object] = {"to_name": "R", "to_address": "okafor@example.org"}
    if where == "file":
        values["attachments"] = [(text, "application/pdf", PDF)]
    else:
        values[where] = text
    message = make(**values)
    assert message["Bcc"] is None
    assert set(message.keys()) <= {
        "Subject", "To", "X-Unsent", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"}
    for part in message.walk():
        assert part["Bcc"] is None
    if message["To"]:  # an address that is not one plain address is left out
        assert [a.addr_spec for a in message["To"].addresses] == ["okafor@example.org"]


@pytest.mark.parametrize(
    "address",
    [None, "", "not an address", "a@b.c, d@e.f", "<a@b.c>", "a@b.c\nBcc: d@e.f", "jürgen@b.c",
     "a@bücher.example", "a b@c.d", "@", "\ud83d@b.c", "張偉@例.example"],
)
def test_address_that_is_not_one_plain_address_is_left_to_the_sender(address: str | None) -> None:
    assert make(to_name="Somebody", to_address=address)["To"] is None


@pytest.mark.parametrize("text", [t for t in build.NAUGHTY if "\u2028" not in t])
def test_naughty_text_arrives_as_it_was(text: str) -> None:
    message = make(subject=text, body=f"{text}\n", to_name=text, to_address="a@example.org")
    assert message["Subject"] == " ".join(text.split())
    assert message["To"].addresses[0].display_name == " ".join(text.split())
    body = message.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == f"{text}\n"


@given(st.text(), st.text(), st.text())
def test_any_text_makes_a_draft(subject: str, body: str, name: str) -> None:
    message = make(subject=subject, body=body, to_name=name, to_address="a@example.org",
                   attachments=[(name or "x", "application/pdf", PDF)])
    assert message["X-Unsent"] == "1"
    assert [a.addr_spec for a in message["To"].addresses] == ["a@example.org"]
    assert [a.get_content() for a in message.iter_attachments()] == [PDF]


def test_half_a_character_is_no_error() -> None:
    message = make(subject="\ud83d x", body="half \ud83d", to_name="\udc00",
                   to_address="a@example.org", attachments=[("\ud83d", "application/pdf", PDF)])
    assert "x" in message["Subject"]
