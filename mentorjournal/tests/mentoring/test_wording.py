"""Wording worth a second look: what is flagged, what is not, and that any text is borne."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.journal.wording import lists_of
from mentorjournal.mentoring.wording import WordLists, flags, unnamed_record

LISTS = lists_of("en-GB")
NAMES = ("Dr. Rosalind Okafor", "Hana Yoon", "Prof. H. Vale")


def found(text: str) -> list[tuple[str, str]]:
    return [(one.group, one.words) for one in flags(text, LISTS, NAMES)]


@pytest.mark.parametrize(("text", "expected"), [
    ("I am hardworking and dependable.", [("effort", "hardworking"), ("effort", "dependable")]),
    ("I am hardworking and led 12 sessions.", []),
    ("I am HARD-WORKING.", [("effort", "HARD-WORKING")]),
    ("I am hardworking. I led 12 sessions.", [("effort", "hardworking")]),
    ("A careful analysis of the data is in the appendix.", []),
    ("A thorough and timely review is in the appendix.", []),
    ("I am a careful person.", [("effort", "careful")]),
    ("I am caring and warm.", [("warmth", "caring"), ("warmth", "warm")]),
    ("I am caring and skilled in hard conversations.", []),
    ("While I have few papers, I might do more.", [("doubt", "While I have few"),
                                                   ("doubt", "might")]),
    ("A competent fellow.", [("faint", "competent")]),
    ("I did it in spite of my  children.", [("personal", "my  children")]),
    ("The mighty warmup was kindly done.", []),
    ("Rosalind saw this.", [("name", "Rosalind")]),
    ("Dr. Rosalind Okafor saw this. Dr. Okafor said so. Hana was there.", []),
    ("I am careful (e.g. with data). It held.", [("effort", "careful")]),
    ("", []),
])
def test_what_is_worth_a_look(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_a_flag_says_its_sentence_why_and_what_says_more() -> None:
    (flag,) = flags("It was in May. I am dedicated to it. It ended.", LISTS)
    assert flag.sentence == "I am dedicated to it."
    assert flag.why and "led" in flag.better


def test_every_group_has_a_reason_and_its_own_words() -> None:
    words = [word.lower() for group in LISTS.groups for word in group.words]
    assert len(words) == len(set(words))
    assert all(group.why and group.unless in ("", "result", "skill") for group in LISTS.groups)
    assert len(LISTS.evidence) == 5
    assert not any("bias" in text.lower() for text, _ in LISTS.evidence)


def test_a_language_without_a_list_flags_nothing() -> None:
    assert lists_of("de") == WordLists() and flags("I am hardworking.", lists_of("de")) == []


@given(st.text(max_size=300) | st.lists(st.sampled_from(
    ["hardworking", "Dr.", "Rosalind", "might", ".", "\n", "12", "careful", "analysis", "“", "e.g."]
), max_size=40).map(" ".join))
def test_any_text_is_borne_and_places_are_right(text: str) -> None:
    before = 0
    for flag in flags(text, LISTS, NAMES):
        assert text[flag.start:flag.end] == flag.words
        assert flag.start >= before
        before = flag.start


def test_long_text_is_looked_through_in_one_go() -> None:
    text = "I am hardworking and dependable " * 4_000
    assert len(flags(text, LISTS, NAMES)) == 8_000


TITLES = ("Paper 1 submitted", "Early Investigator Award", "Poster at the society meeting")


@pytest.mark.parametrize(("texts", "named"), [
    ([], True), (["I led the group."], False), (["The Early Investigator Award came."], True),
    (["I submitted a manuscript."], True), (["A poster at a society meeting"], True),
])
def test_a_brief_that_names_nothing_of_the_record_is_told(texts: list[str], named: bool) -> None:
    said = unnamed_record(texts, TITLES)
    assert (said == "") == named
    if not named:
        assert "“Paper 1 submitted”" in said and "1 more" in said
