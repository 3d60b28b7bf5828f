"""Namesakes: told apart by what a person knows of them, never by a number of the file."""

from __future__ import annotations

from datetime import date

import pytest

from mentorjournal.journal import people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.models.namesakes import known_words, told_apart

TODAY = date.today()


def called(journal: Journal) -> list[str]:
    everyone = [facts.person for facts in people.everybody(journal, TODAY)]
    words = told_apart(journal, everyone, TODAY)
    return [words[key] for key in sorted(words)]


def test_only_namesakes_get_more_than_their_name(journal: Journal) -> None:
    for values in (
        {"name": "Ada Lovelace", "department": "Cardiology"}, {"name": "Bo Li"},
        {"name": "ada lovelace", "department": "Surgery", "institution": "Harrow Bay"},
        {"name": "Ada Lovelace", "department": "Surgery", "institution": "Lakeshore"},
        {"name": "Ada Lovelace", "department": "Surgery", "institution": "Lakeshore",
         "roles": ("coach",)},
    ):
        people.add(journal, values)
    assert called(journal) == [
        "Ada Lovelace (Cardiology)", "Bo Li", "ada lovelace (Harrow Bay)",
        called(journal)[3], "Ada Lovelace (Coach)",
    ]
    assert called(journal)[3].startswith("Ada Lovelace (added ")


def test_entries_alike_in_everything_are_still_told_apart(journal: Journal) -> None:
    people.add_names(journal, ["Ada", "Ada", "Ada"], {})
    assert len(set(called(journal))) == 3


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["ada lovelace"], "Prof. Ada Lovelace is in the journal already."),
        (["Ada Lovelace, PhD", "nobody", ""], "Prof. Ada Lovelace is in the journal already."),
        (["bo", "Dr Ada Lovelace"], "Bo and Prof. Ada Lovelace are in the journal already."),
        (["Ada"], ""), (["", "  "], ""),
    ],
)
def test_a_name_is_known_whatever_titles_it_has(names: list[str], said: str) -> None:
    everyone = [Person(1, "Prof. Ada Lovelace"), Person(2, "Bo")]
    assert known_words(names, everyone) == said
