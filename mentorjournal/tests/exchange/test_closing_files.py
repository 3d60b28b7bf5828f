"""A closing note says what was written for it, in its order, and never why it ended."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default

from mentorjournal.exchange import closing_files
from mentorjournal.journal import endings, people
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.tests.test_privacy import pdf_text, squeezed


def stroud(journal: Journal) -> int:
    one = next(each.person.id for each in people.everybody(journal, build.SAMPLE_DAY)
               if "Stroud" in each.person.name)
    return endings.of_person(journal, one)[0].id


def test_text_has_the_parts_in_their_order(sample_journal: Journal) -> None:
    which = stroud(sample_journal)
    endings.edit(sample_journal, which, {
        "what_changes": "From Monday the charts are in other hands.",
        "update_promised": "I will tell you how it ends."})
    text = closing_files.text(sample_journal, which)
    said = [text.index(part) for part in (
        "Dear Dr. Stroud,", "We set out to give", "For the data access", "From Monday",
        "If the heart-failure data", "I will brief the resident", "I will tell you", "With thanks,",
        "Dr. Amara Lindqvist")]
    assert said == sorted(said)


def test_reason_and_plan_are_in_no_kind_of_it(sample_journal: Journal) -> None:
    which = stroud(sample_journal)
    one = endings.get(sample_journal, which)
    files = {suffix: closing_files.make(sample_journal, which, build.SAMPLE_DAY, suffix)
             for suffix in (".pdf", ".txt", ".eml")}
    mail = message_from_bytes(files[".eml"], policy=default)
    said = [squeezed(pdf_text(files[".pdf"])), squeezed(files[".txt"].decode()),
            squeezed(mail.get_content())]
    for text in said:
        assert squeezed("We set out to give a new fellow") in text
        assert squeezed(str(one.reason_note)) not in text
        assert squeezed(str(one.talk_plan)) not in text
        assert "goalsdiverged" not in text


def test_empty_note_is_a_greeting_and_a_name(sample_journal: Journal) -> None:
    one = next(each.person.id for each in people.everybody(sample_journal, build.SAMPLE_DAY)
               if "Marchetti" in each.person.name)
    which = endings.begin_closing(sample_journal, one)
    assert closing_files.text(sample_journal, which) == (
        "Dear Joy Marchetti,\n\nWith thanks,\nDr. Amara Lindqvist")
