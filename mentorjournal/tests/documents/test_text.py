"""The same document as the body of an email and as Markdown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.documents import document as d
from mentorjournal.documents.agenda import compose
from mentorjournal.documents.text import as_markdown, as_text
from mentorjournal.tests.documents.test_agenda import FACTS
from mentorjournal.tests.documents.test_pdf import EVERYTHING

LINK = "https://example.org/" + "a-long/path/" * 12


def test_an_agenda_reads_well_in_an_email() -> None:
    text = as_text(compose(FACTS))
    assert text.startswith("Agenda\n======\n\nWho:   Dr Noor Haddad with Prof. Amara Okafor\nWhen:")
    assert "\n1. Which outcome? (12 min)\n   Decide · must · wanted: a decision\n" in text
    assert "\n[x] Power curves\n[ ] Prof. Okafor: Ask pharmacy, due Monday 30 November\n" in text
    assert text.endswith("Prepared by Dr Noor Haddad, 23 November 2026\n")
    assert max(map(len, text.split("\n"))) <= 76


def test_a_link_is_never_broken() -> None:
    text = as_text(d.Document("T", (d.Paragraph(f"Please look at {LINK} before we meet."),)))
    assert LINK in text.split("\n")


@given(st.lists(st.text(st.sampled_from("ab é漢-\n\t"), max_size=200), max_size=4))
def test_lines_fit_an_email_and_lose_no_word(paragraphs: list[str]) -> None:
    document = d.Document("T", tuple(d.Paragraph(text) for text in paragraphs))
    text = as_text(document)
    assert text.split() == " ".join(paragraphs).split()
    assert all(len(line) <= 76 or " " not in line for line in text.split("\n"))


def test_every_kind_of_block_has_words_in_both() -> None:
    document = d.Document("Brief", EVERYTHING)
    for text in (as_text(document), as_markdown(document)):
        for words in ("Brief for a letter", "Award", "A decision", "I finish things", "June 2026",
                      "facing the monitor", "Ten days", "Look", "Next date: soon"):  # fmt: skip
            assert words in text


def test_what_a_person_wrote_is_no_markdown() -> None:
    hostile = "# no heading\n- no list\n1. none\n*no* _emphasis_ [no](link) <b>no</b> `no`"
    text = as_markdown(d.Document("T", (d.Paragraph(hostile),)))
    assert text == (
        "\\# no heading  \n\\- no list  \n\\1. none  \n"
        "\\*no\\* \\_emphasis\\_ \\[no\\](link) \\<b\\>no\\</b\\> \\`no\\`\n"
    )


def test_control_characters_and_broken_ones_stay_out() -> None:
    text = as_text(d.Document("T", (d.Paragraph("a\0b\x1b[31m \ud800"),)))
    assert text == "ab[31m [U+D800]\n"
