"""Search: words are found across scripts, accents and spellings, and the index follows changes."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentorjournal.journal import people
from mentorjournal.journal.journal import Journal
from mentorjournal.store import search
from mentorjournal.tests import build

DOCUMENTS = (
    "Mötet med Søren Ångström i Malmö", "Nguyễn Thị Ánh Đặng discussed her thesis",
    "张伟的导师会议记录：讨论论文计划", "田中さくらさんと面談しました。研究計画について",
    "محمد الأمين اجتماع", "مُحَمَّد", "שרה כהן פגישה", "अनिता शर्मा बैठक", "Ελένη συνάντηση",
    "Straße İstanbul ıssız", "don't e-mail C++ R&D naïve café", "👩🏽‍⚕️ celebrated 🎓",
    "ＦＵＬＬｗｉｄｔｈ", "한국어 회의록 멘토링", "การประชุมกับที่ปรึกษา",
)
QUERIES = [
    ("angstrom", 0), ("søren", 0), ("soren", 0), ("nguyen", 1), ("anh", 1), ("dang", 1),
    ("导师", 2), ("张伟", 2), ("导师会", 2), ("论文计划", 2), ("田中", 3), ("田中さくら", 3),
    ("面談しま", 3), ("محمد", 4), ("الامين", 4), ("الأمين", 4), ("כהן", 6), ("शर्मा", 7),
    ("ελενη", 8), ("Ελενη", 8), ("strasse", 9), ("istanbul", 9), ("mail", 10), ("cafe", 10),
    ("🎓", 11), ("fullwidth", 12), ("회의록", 13), ("멘토", 13), ("ปรึกษา", 14),
]


def found(journal: Journal, text: str) -> list[tuple[str, int]]:
    return search.find(journal.read(), text)


@pytest.fixture
def library(journal: Journal) -> list[int]:
    """A person for each document, which is their note; their ids."""
    with journal.change("Write"):
        return [
            build.add_person(journal, f"P{n}", capacity_note=text)
            for n, text in enumerate(DOCUMENTS)
        ]


def test_every_script_is_found(journal: Journal, library: list[int]) -> None:
    assert len(QUERIES) == 29
    missed = [
        query for query, document in QUERIES
        if ("person", library[document]) not in found(journal, query)
    ]
    assert missed == []


def test_all_words_must_occur_and_the_last_may_be_begun(
    journal: Journal, library: list[int]
) -> None:
    assert found(journal, "soren malm") == [("person", library[0])]
    assert found(journal, "soren thesis") == []
    assert found(journal, "zzz") == []


@pytest.mark.parametrize("text", ["", " ", '"', "'", "*", "-", "()", "\u200b", "…"])
def test_nothing_is_found_for_no_words(journal: Journal, library: list[int], text: str) -> None:
    assert found(journal, text) == []


@pytest.mark.parametrize(
    "text", ["C++", "R&D", "don't", "NOT", "a OR b", "NEAR(a b)", "name:x", "^x", "x*", "a\0b",
             "\ud83d", '"a" "', "x" * 100_000, "body: x"],
)
def test_no_query_is_an_error(journal: Journal, library: list[int], text: str) -> None:
    assert isinstance(found(journal, text), list)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text())
def test_any_text_may_be_looked_for(journal: Journal, text: str) -> None:
    assert found(journal, text) == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20))
def test_word_that_was_written_is_found_as_it_was_written(journal: Journal, word: str) -> None:
    someone = build.add_person(journal, "P", capacity_note=f"before {word} after")
    folded = search.fold(word).split()
    if not any(c.isalnum() and c.isascii() for part in folded for c in part):
        return  # letters newer than the index knows are not words to it
    assert ("person", someone) in found(journal, word)


def test_index_follows_edits_removal_and_undo(journal: Journal) -> None:
    someone = build.add_person(journal, "Søren", strengths=["trial design"])
    here = [("person", someone)]
    assert found(journal, "soren") == here
    people.edit(journal, someone, {"name": "Rosalind"})
    assert (found(journal, "soren"), found(journal, "rosalind")) == ([], here)
    journal.undo()
    assert (found(journal, "soren"), found(journal, "rosalind")) == (here, [])
    journal.redo()
    people.remove(journal, someone)
    assert (found(journal, "rosalind"), found(journal, "trial design")) == ([], [])
    journal.undo()
    assert found(journal, "rosalind") == here
    assert [table for table, _ in found(journal, "trial")] == ["person_tag"]


def test_refused_change_leaves_the_index(journal: Journal) -> None:
    with pytest.raises(RuntimeError), journal.change("Breaks"):
        build.add_person(journal, "Ghost")
        raise RuntimeError
    assert found(journal, "ghost") == []


def test_newest_comes_first_and_no_more_than_asked_for(journal: Journal) -> None:
    ids = people.add_names(journal, [f"Same {n}" for n in range(60)], {})
    assert found(journal, "same") == [("person", n) for n in reversed(ids)][:50]
    assert search.find(journal.read(), "same", most=2) == [("person", n) for n in ids[:-3:-1]]


def test_picture_and_list_words_are_not_text(journal: Journal) -> None:
    someone = build.add_person(journal, "P", level="senior")
    people.set_photo(journal, someone, b"a picture")
    photo = people.get(journal, someone).photo
    assert photo
    assert found(journal, photo) == []
    assert found(journal, "senior") == []
