"""The note on feedback as files, what a draft may read, and the log as a table."""

from __future__ import annotations

import csv
import io
from dataclasses import fields, replace
from datetime import date
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.exchange import feedback_note, feedback_table
from mentorjournal.journal import feedback, me
from mentorjournal.journal.between import Feedback
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Me, Person
from mentorjournal.mentoring.feedback_note import MOST_WORDS, draft
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build
from mentorjournal.tests.test_privacy import pdf_text

DAY = build.SAMPLE_DAY


def which(journal: Journal, topic: str) -> int:
    return next(one.id for one in feedback.every(journal) if topic in (one.topic or ""))


def test_the_sample_gives_a_draft_of_what_is_there(sample_journal: Journal) -> None:
    text = feedback_note.first_draft(sample_journal, which(sample_journal, "career"), DAY)
    assert text.startswith("Dear Dr. Okafor,\n\nOn Tuesday 24 March 2026 I asked you: ")
    assert text.endswith(
        "when we meet on Tuesday 19 May 2026?\n\nWith thanks,\nDr. Amara Lindqvist")


def test_while_it_rests_there_is_no_draft_and_it_says_until_when(sample_journal: Journal) -> None:
    slides = which(sample_journal, "slides")
    with pytest.raises(JournalError, match="rest until Sun 10 May"):
        feedback_note.first_draft(sample_journal, slides, date(2026, 5, 9))
    assert feedback_note.first_draft(sample_journal, slides, date(2026, 5, 10))
    assert feedback_note.asking_to_talk(sample_journal, slides).startswith("Dear ")


def test_nothing_heard_is_nothing_to_write_about(sample_journal: Journal) -> None:
    asked = feedback.ask(sample_journal, {"person_id": 1, "topic": "the talk"})
    with pytest.raises(JournalError, match="Nothing was heard yet"):
        feedback_note.first_draft(sample_journal, asked, DAY)


@pytest.fixture
def noted(sample_journal: Journal) -> int:
    """The entry on the award's aims, with a note of what came of it."""
    found = which(sample_journal, "career")
    feedback.edit(sample_journal, found, {"note_text": feedback_note.first_draft(
        sample_journal, found, DAY), "came_of": "No gap left"})
    return found


def test_it_is_written_as_page_text_and_mail(sample_journal: Journal, noted: int) -> None:
    text = feedback.get(sample_journal, noted).note_text
    assert text is not None
    assert feedback_note.title(sample_journal, noted) == "Note Okafor 2026-03-24"
    page = pdf_text(feedback_note.make(sample_journal, noted, DAY, ".pdf"))
    assert "What I did with your advice on career-award aims" in page
    assert "Friday 15 May 2026" in page  # a note of what came of it was not sent before that
    for word in text.replace("– ", "").replace(":\n", "\n").split():
        assert word in page
    assert feedback_note.make(sample_journal, noted, DAY, ".txt").decode() == text + "\n"
    mail = message_from_bytes(
        feedback_note.make(sample_journal, noted, DAY, ".eml"), policy=default)
    assert mail["Subject"] == "What I did with your advice on career-award aims"
    assert mail.get_content().replace("\r", "").strip() == text
    with pytest.raises(JournalError, match=r"\.pdf, \.txt, \.eml"):
        feedback_note.make(sample_journal, noted, DAY, ".odt")


def test_a_note_of_my_plan_keeps_its_day_and_its_name(sample_journal: Journal, noted: int) -> None:
    feedback.edit(sample_journal, noted, {"note_text": "Dear Ann,\n\nI will.\n\nAmara"})
    page = pdf_text(feedback_note.make(sample_journal, noted, DAY, ".pdf"))
    assert "What you told me about career-award aims" in page
    assert "Wednesday 25 March 2026" in page


def test_without_a_note_there_is_no_page(sample_journal: Journal, noted: int) -> None:
    feedback.edit(sample_journal, noted, {"note_text": "  "})
    for deed in (feedback_note.document, feedback_note.make):
        with pytest.raises(JournalError, match="no note yet"):
            deed(sample_journal, noted, DAY, *([] if deed is feedback_note.document else [".pdf"]))


def test_what_no_font_can_print_is_found(sample_journal: Journal, noted: int) -> None:
    assert feedback_note.unprintable(sample_journal, noted) == []
    feedback.edit(sample_journal, noted, {"note_text": "Odd \U0010fffd"})
    assert feedback_note.unprintable(sample_journal, noted) == ["\U0010fffd"]


def test_a_message_is_a_mail_draft(sample_journal: Journal) -> None:
    me.edit(sample_journal, {"name": "Amara Lindqvist"})
    text = feedback_note.asking(sample_journal, 1, "the talk", "Where did you lose the thread?")
    mail = message_from_bytes(
        feedback_note.as_mail(sample_journal, 1, "A question\nX: y", text), policy=default)
    assert mail["Subject"] == "A question X: y" and mail["X-Unsent"] == "1"
    assert "Where did you lose the thread?" in mail.get_content()


SECRET = "unspeakableword"
TEXT = st.one_of(st.none(), st.text(max_size=120), st.just("word " * 60))
DAYS = st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
TEXTS = {one.name: TEXT for one in fields(Feedback) if one.type == "str | None"}
DAYS_OF = {one.name: DAYS for one in fields(Feedback) if one.type == "Day | None"}
ENTRIES = st.builds(
    Feedback, id=st.just(1), person_id=st.just(1), requested=st.booleans(),
    **{**TEXTS, **DAYS_OF, "date": st.dates(date(2020, 1, 1), date(2030, 1, 1)),
       "stance": st.sampled_from(["disagree", "hurt", "defensive", "accepted", None])})


@given(ENTRIES)
def test_any_entry_gives_a_short_note_without_a_private_word(entry: Feedback) -> None:
    entry = replace(entry, first_reaction=f"{SECRET} one", missing=f"{SECRET} two",
                    set_aside_why=f"{SECRET} three", trigger=SECRET, intent=SECRET)
    whom = Person(id=1, name="Dr. Ann Berg")
    mine = Me(id=1, name="Amara Lindqvist")
    text = draft(feedback_note.told(entry, [], whom, mine, None, DAY))
    assert len(text.split()) <= MOST_WORDS
    assert SECRET not in text
    known = {word for value in vars(entry).values() if isinstance(value, str)
             for word in value.split() if value not in ("hurt", "defensive", "disagree")}
    for stance in ("hurt", "defensive", "disagree"):
        assert stance not in text.split() or stance in known


# The log as a table ---------------------------------------------------------------------------


def table(journal: Journal) -> list[dict[str, Any]]:
    text = feedback_table.make(journal, DAY).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_table_has_every_entry_the_newest_first(sample_journal: Journal) -> None:
    rows = table(sample_journal)
    assert len(rows) == 9
    assert (rows[0]["Heard on"], rows[0]["From"], rows[0]["Topic"]) == (
        "2026-05-08", "Dr. Imogen Castellanos", "teaching slides")
    assert rows[1]["Step"] == "Acted"
    assert "hurt" not in str(rows).lower() and "defensive" not in str(rows).lower()


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"x\")"])
def test_no_cell_is_a_formula(sample_journal: Journal, text: str) -> None:
    feedback.edit(sample_journal, which(sample_journal, "slides"), {"gist": text})
    assert table(sample_journal)[0]["What was said"] == f"'{text}"


def test_texts_come_back_whole(sample_journal: Journal) -> None:
    for text in build.NAUGHTY:
        feedback.edit(sample_journal, which(sample_journal, "slides"), {"gist": text})
        marked = "'" if text[0] in "=+-@" else ""
        assert table(sample_journal)[0]["What was said"] == marked + text


def test_a_day_that_has_passed_is_not_promised_again(sample_journal: Journal) -> None:
    """The action about clinical time fell due on 20 February."""
    (entry,) = [one for one in feedback.every(sample_journal)
                if one.topic == "negotiating clinical time"]
    early = feedback_note.first_draft(sample_journal, entry.id, date(2026, 2, 1))
    late = feedback_note.first_draft(sample_journal, entry.id, build.SAMPLE_DAY)
    assert "20 February" in early and "20 February" not in late
    assert "Put the half-day request in writing" in late
