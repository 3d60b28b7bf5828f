"""The compact on paper: two pages at most, whole rows under heads, what is open shown as open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorjournal.documents.compact import CompactFacts, TopicLine, compose, fit_two_pages
from mentorjournal.documents.flow import flow
from mentorjournal.documents.parts import Text
from mentorjournal.documents.pdf import page_count, write_pdf
from mentorjournal.documents.text import as_markdown, as_text
from mentorjournal.tests.documents.paper import copied, said, texts

LONG = "We agreed on this slowly, and both of us would say it in other words today. "
FACTS = CompactFacts(
    person_name="Prof. Rosalind Okafor", me_name="Dr. Amara Lindqvist", purpose="One good paper.",
    started_on=date(2024, 12, 3), agreed_on=date(2025, 1, 14), review_due=date(2026, 11, 8),
    confidential="The division.", goals=("Submit",),
    topics=(
        TopicLine("Rhythm", "Monthly", "Rarely", "Monthly, 45 min", "agreed"),
        TopicLine("Credit", "First", "It depends", "", "differs", date(2025, 11, 18)),
        TopicLine("Endings"),
    ),
    missing=(("Boundaries", "What stays out?"),), made_on=date(2026, 5, 15),
)
WORDS = st.text(st.sampled_from("ab cé漢ا\n<&\0"), max_size=300) | st.sampled_from(
    ["", LONG * 40, "x" * 3_000, "محمد " * 100])
TOPICS = st.lists(
    st.builds(TopicLine, WORDS, WORDS, WORDS, WORDS,
              st.sampled_from(["open", "agreed", "differs"])), max_size=40)


def test_it_says_who_what_for_and_how_each_topic_stands() -> None:
    text = said(fit_two_pages(FACTS))
    for part in ("Amara Lindqvist and Rosalind Okafor", "3 December 2024", "14 January 2025",
                 "One good paper.", "Submit", "Monthly, 45 min", "We see this differently,",
                 "The division.", "every 6 months, next by 8 November 2026", "Boundaries",
                 "Still open: not talked about yet"):
        assert part in text, part
    assert "Dr." not in text and "Prof." not in text


def test_a_name_from_right_to_left_does_not_turn_a_head_round() -> None:
    heads = said(compose(replace(FACTS, person_name="Prof. محمد")))
    assert "\u2068محمد\u2069 expects" in heads
    assert "Amara Lindqvist expects" in heads


def test_what_nobody_wrote_is_open_on_both_sides() -> None:
    rows = as_text(compose(FACTS)).split("Topic:")[3].partition("Stays between us")[0]
    assert rows.count("open") == 3
    bare = said(compose(CompactFacts("Dr. Vale", topics=(TopicLine("Endings"),))))
    assert bare.count("open") == 7  # three days, the purpose, and a row of three
    assert "I expect" in bare


def test_a_difference_shows_what_was_agreed_before() -> None:
    topic = replace(FACTS.topics[1], agreed="First on paper 1")
    assert "First on paper 1" in said(compose(replace(FACTS, topics=(topic,))))


def test_a_review_that_is_late_is_called_due() -> None:
    late = replace(FACTS, review_due=date(2026, 3, 8))
    assert "due since 8 March 2026" in said(compose(late))


def test_the_lines_to_sign_can_be_left_out() -> None:
    signed, unsigned = (compose(replace(FACTS, to_sign=to_sign)) for to_sign in (True, False))
    assert as_text(signed).count("____") > as_text(unsigned).count("____") == 0
    assert "Date" in said(signed).split("\n")
    assert "Date" not in said(unsigned).split("\n")
    assert as_markdown(signed).count("\\_\\_") > 0 == as_markdown(unsigned).count("\\_\\_")


def test_what_nearly_stands_on_one_page_does() -> None:
    spared = []
    for count in range(10, 25):
        many = tuple(TopicLine(f"Topic {n}", "One line") for n in range(count))
        loose, fitted = (
            page_count(each(replace(FACTS, topics=many))) for each in (compose, fit_two_pages))
        assert fitted <= loose
        spared += [count] if fitted < loose else []
    assert spared


def test_nobody_signs_a_page_that_says_nothing() -> None:
    for count in range(10, 25):
        many = tuple(TopicLine(f"Topic {n}", "One line") for n in range(count))
        pages = copied(write_pdf(fit_two_pages(replace(FACTS, topics=many))))
        assert "Looking it over" in pages[-1] and "Date" in pages[-1]


def test_rows_go_over_whole_and_the_heads_come_again() -> None:
    many = tuple(
        TopicLine(f"Topic {n}", LONG, LONG, LONG, "agreed") for n in range(9))
    document = compose(replace(FACTS, topics=many))
    laid = flow(document)
    assert len(laid.pages) == 2
    for page in laid.pages:
        lines = [part for part in page.parts if isinstance(part, Text)]
        assert [one.line.text for one in lines].count("We agreed") == 1
    first, second = (
        {part.node for part in page.parts if isinstance(part, Text) and part.node}
        for page in laid.pages
    )
    assert not first & second  # no cell stands on both pages
    assert copied(write_pdf(document))[1].startswith("Topic")


def test_topics_that_find_no_room_are_counted() -> None:
    many = tuple(TopicLine(f"Topic {n}", LONG * 3, LONG * 3, LONG * 3) for n in range(60))
    document = fit_two_pages(replace(FACTS, topics=many))
    assert page_count(document) == 2
    shown = sum(f"Topic {n}" in said(document).split("\n") for n in range(60))
    assert f"+{60 - shown} more in the app" in said(document)
    assert 15 < shown < 60


@pytest.mark.parametrize("page", ["A4", "Letter"])
@settings(max_examples=40)
@given(TOPICS, WORDS, st.lists(WORDS, max_size=9), st.lists(st.tuples(WORDS, WORDS), max_size=10))
def test_two_pages_whatever_was_written(
    page: str, topics: list[TopicLine], words: str, goals: list[str],
    missing: list[tuple[str, str]],
) -> None:
    facts = replace(
        FACTS, topics=tuple(topics), purpose=words, confidential=words, goals=tuple(goals),
        missing=tuple(missing), me_name=words)
    document = fit_two_pages(facts, page)  # type: ignore[arg-type]
    assert 1 <= page_count(document) <= 2
    assert all(part.style.size >= 9 for part in texts(document))
