"""A note on feedback as a page: the form of a line decides how it stands, and no word is lost."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.documents import document as d
from mentorjournal.documents.feedback_note import compose
from mentorjournal.documents.note import NoteFacts
from mentorjournal.documents.text import as_text

TEXT = (
    "Dear Luis,\n\nYou told me:\n\n“Face the team.”\n\nWhat I tried:\n– Turning round\n"
    "– Speaking up\n\nWhat changed:\n– Nobody asked twice.\n\nThank you.\n\nWith thanks,\nNoor"
)


def page(text: str) -> d.Document:
    return compose(NoteFacts("Follow-up note", "What I did", text, date(2026, 11, 23), "Noor"))


def test_a_quote_has_its_bar_and_named_parts_stand_between_rules() -> None:
    blocks = page(TEXT).blocks
    kinds = [type(block) for block in blocks[-8:]]
    assert kinds == [d.Paragraph, d.Paragraph, d.Quote, d.Rule, d.Rows, d.Rule, d.Paragraph,
                     d.Paragraph]
    assert blocks[-6] == d.Quote("“Face the team.”", "letter")
    rows = blocks[-4]
    assert isinstance(rows, d.Rows)
    assert [(row.label, row.texts) for row in rows.rows] == [
        ("What I tried", ("– Turning round", "– Speaking up")),
        ("What changed", ("Nobody asked twice.",)),
    ]


def test_an_edited_text_is_set_as_it_was_written() -> None:
    text = ("Dear Luis,\n\nA plain line\nand another one\n\n“One” and “two”\n\n"
            "This is a sentence that ends with a colon but goes on for long:\n– one thing")
    assert [d.plain(block.text) for block in page(text).blocks if isinstance(block, d.Paragraph)
            ] == text.split("\n\n")


WORDS = st.sampled_from(
    ["What changed:", "– one", "- two", "“three”", "four:", "five", "\n", "\n\n"])


@given(st.lists(WORDS, min_size=1, max_size=20))
def test_every_word_of_the_text_stands_on_the_page(parts: list[str]) -> None:
    text = " ".join(parts).replace(" \n", "\n").replace("\n ", "\n")
    shown = " ".join(as_text(page(text)).split())
    for word in ("one", "two", "three", "four", "five", "What changed"):
        assert shown.count(word) >= sum(word in part for part in parts)
