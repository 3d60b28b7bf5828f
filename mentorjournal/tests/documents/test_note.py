"""A note is a letter: who writes to whom, the text as it was written, and nothing else."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.documents import document as d
from mentorjournal.documents.note import NoteFacts, compose, words_in

FACTS = NoteFacts(
    kind="Follow-up note", subject="Our talk on the aims page",
    text="Dear Rosalind,\n\nThank you for the hour.\nIt helped.\n\n\nAmara", day=date(2026, 5, 15),
    me_name="Dr. Amara Lindqvist", me_line="Second-year fellow", person_name="Dr. Rosalind Okafor",
    person_line="Harrow Bay",
)


def paragraphs(document: d.Document) -> list[str]:
    return [d.plain(one.text) for one in document.blocks if isinstance(one, d.Paragraph)]


def test_a_line_stays_a_line_and_an_empty_one_begins_a_paragraph() -> None:
    assert paragraphs(compose(FACTS)) == [
        "Dear Rosalind,", "Thank you for the hour.\nIt helped.", "Amara"]


def test_it_says_who_to_whom_when_and_about_what() -> None:
    document = compose(FACTS)
    said = [line for one in document.blocks if isinstance(one, d.Sides)
            for line in (d.plain(one.left), d.plain(one.right), d.plain(one.below))]
    assert said == ["Dr. Amara Lindqvist", "Friday 15 May 2026", "Second-year fellow",
                    "Dr. Rosalind Okafor", "", "Harrow Bay"]
    assert document.title == "Our talk on the aims page"
    assert document.footer.left == "Follow-up note"


@given(st.text())
def test_no_word_is_lost(text: str) -> None:
    facts = NoteFacts("Note", "", text, date(2026, 5, 15))
    assert " ".join(paragraphs(compose(facts))).split() == text.split()
    assert words_in(text) == len(text.split())
