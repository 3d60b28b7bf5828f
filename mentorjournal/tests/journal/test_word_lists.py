"""The lists of words: English is there, other languages have none yet."""

from __future__ import annotations

import pytest

from mentorjournal.journal import word_lists
from mentorjournal.mentoring.wording import WordLists


@pytest.mark.parametrize("language", ["en", "en_GB", "en-US", "EN"])
def test_english_has_lists_whatever_its_country(language: str) -> None:
    assert word_lists.of_language(language) is word_lists.of_language("en")


@pytest.mark.parametrize("language", ["de", "", "../themes/light", "../wording/en", "xx_YY"])
def test_a_language_without_a_file_has_none(language: str) -> None:
    assert word_lists.of_language(language).groups == WordLists().groups == ()


def test_the_words_named_in_the_guides_are_there() -> None:
    lists = word_lists.of_language("en")
    by_key: dict[str, set[str]] = {}
    for group in lists.groups:
        by_key.setdefault(group.key, set()).update(group.words)
    assert by_key["effort"] >= {"hardworking", "conscientious", "dependable", "meticulous",
                                "thorough", "diligent", "dedicated", "careful"}
    assert by_key["warmth"] >= {"caring", "compassionate", "warm", "helpful", "tactful"}
    assert by_key["doubt"] >= {"might", "somewhat"}
    assert by_key["faint"] >= {"competent", "adequate"}
    assert lists.beside["result"] >= {"led", "designed", "published", "taught"}


def test_no_word_is_listed_twice() -> None:
    lists = word_lists.of_language("en")
    words = [*lists.passing, *(word for group in lists.groups for word in group.words)]
    assert len(words) == len(set(words))
    better = {word for group in lists.groups for word in group.better}
    assert not better & set(words)


def test_the_evidence_is_mixed_and_every_piece_has_a_source() -> None:
    lists = word_lists.of_language("en")
    assert all(note.text and note.source for note in (*lists.notes, *lists.origins))
    said = " ".join(note.text for note in lists.notes)
    for number in ("300", "24%", "12%", "12,738", "7 of 11", "886", "822", "2009"):
        assert number in said
