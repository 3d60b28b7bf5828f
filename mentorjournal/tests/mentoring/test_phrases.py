"""The field's words inside a sentence."""

from __future__ import annotations

import pytest

from mentorjournal.mentoring import phrases
from mentorjournal.mentoring.vocabulary import AREAS, DOMAINS, LEVELS, ROLES


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""), (["Ada"], "Ada"), (["Ada", "Ben", "Cy"], "Ada, Ben and Cy"),
        (["Ada", "Ben", "Cy", "Di", "Ed"], "Ada, Ben and 3 more"),
    ],
)
def test_a_few_names_and_how_many_more(names: list[str], said: str) -> None:
    assert phrases.some(names) == said


def test_quoted_words_stay_on_one_line_and_short() -> None:
    assert phrases.quoted("  two\nlines ") == "“two lines”"
    assert phrases.quoted("x" * 60) == f"“{'x' * 60}”"
    assert phrases.quoted("x" * 61) == f"“{'x' * 59}…”"
    assert phrases.quoted("{not} a {place}") == "“{not} a {place}”"


def test_every_word_of_the_lists_is_spoken() -> None:
    spoken = [
        *map(phrases.role, ROLES), *map(phrases.level, LEVELS), *map(phrases.domain, DOMAINS),
        *map(phrases.area, AREAS), *(phrases.area(area, "phd") for area in AREAS),
    ]
    assert all(spoken)
    assert not any("_" in word for word in spoken)
    assert phrases.area("clinical", "phd") == "teaching"


@pytest.mark.parametrize(("text", "most", "parts"), [
    ("I ask. I write it down. Then I check.", 26, ("I ask. I write it down.", "Then I check.")),
    ("Es gilt。然后。再说", 9, ("Es gilt。", "然后。再说")),
    ("one two three four", 10, ("one two…", "…three four")),
    ("oneword" * 3, 8, ("oneword…", "…onewordoneword")),
    ("Dr. Vale saw how I worked", 14, ("Dr. Vale…", "…saw how I worked")),
])
def test_a_long_text_is_parted_without_losing_or_repeating_a_word(
    text: str, most: int, parts: tuple[str, str]
) -> None:
    assert phrases.parted(text, most) == parts
