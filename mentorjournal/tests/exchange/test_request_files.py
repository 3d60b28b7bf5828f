"""A first-meeting request leaves as text or as a mail draft, from a whitelist."""

from __future__ import annotations

import email
from email.policy import default

import pytest

from mentorjournal.exchange import request_files
from mentorjournal.journal import me, people
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import first_request
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

TEXT = "Dear Dr. Osei,\n\nMay I ask you something?\n\nAmara"


def test_what_is_known_of_it_beforehand(sample_journal: Journal) -> None:
    whom = next(one.person for one in people.everybody(sample_journal, build.SAMPLE_DAY)
                if "Osei" in one.person.name)
    asking = request_files.facts(sample_journal, whom.id)
    assert (asking.called, asking.me) == ("Dr. Osei", "Dr. Amara Lindqvist")
    assert asking.who_i_am == (
        "fellow, year 2 of 3 (pulmonary & critical care) at Harrow Bay University Medical Center")
    assert asking.why_you == "Follows people for years without asking them for anything again."
    assert request_files.title(sample_journal, whom.id) == "First meeting Dr. Osei"
    assert first_request.sentences(first_request.draft(asking)) <= first_request.MOST_SENTENCES


def test_nothing_known_makes_a_letter_all_the_same(journal: Journal) -> None:
    asking = request_files.facts(journal, build.add_person(journal, "Ines Moreau"))
    text = first_request.draft(asking)
    assert text.startswith("Dear Ines Moreau,\n\nCould we talk for 20 minutes?")
    assert text.endswith("Thank you for reading this.")


def test_friends_are_called_by_their_first_name(journal: Journal) -> None:
    me.edit(journal, {"name": "Dr. Amara Lindqvist"})
    whom = build.add_person(journal, "Dr. Daniel Osei", tone="friendly")
    asking = request_files.facts(journal, whom)
    assert (asking.called, asking.me) == ("Daniel", "Amara")


def test_a_mail_draft_is_addressed(journal: Journal) -> None:
    whom = build.add_person(journal, "Dr. Daniel Osei", email="d.osei@lakeshore.example.org")
    mail = email.message_from_bytes(
        request_files.make(journal, whom, TEXT, ".eml"), policy=default)
    assert mail["To"] == '"Dr. Daniel Osei" <d.osei@lakeshore.example.org>'
    assert mail["Subject"] == "A short meeting?"
    assert mail["X-Unsent"] == "1"
    assert mail.get_content().split() == TEXT.split()


@pytest.mark.parametrize("text", [TEXT, *build.NAUGHTY])
def test_text_is_what_was_written(journal: Journal, text: str) -> None:
    whom = build.add_person(journal, text[:60])
    assert request_files.make(journal, whom, text, ".txt").decode() == text.strip() + "\n"
    assert request_files.make(journal, whom, text, ".eml")


def test_no_other_ending(journal: Journal) -> None:
    with pytest.raises(JournalError, match=r"\.txt, \.eml"):
        request_files.make(journal, build.add_person(journal), TEXT, ".pdf")
