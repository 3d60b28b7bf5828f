"""Earlier wordings: what a text said, what has changed since, and saying it again."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.journal import meetings, people, wordings
from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build


@pytest.fixture
def which(journal: Journal) -> int:
    return build.add_meeting(journal, build.add_person(journal))


def say(journal: Journal, which: int, *texts: str | None) -> None:
    for text in texts:
        meetings.edit(journal, which, {"desired_outcome": text})


def said(journal: Journal, which: int) -> list[str]:
    return [each.text for each in wordings.earlier(journal, "meeting", which, "desired_outcome")]


def make_older(journal: Journal, hours: int) -> None:
    """As if everything so far had been written some hours ago."""
    at = (datetime.now(UTC) - timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%SZ")
    journal.read().exec_driver_sql("UPDATE step SET at = ?", (at,))


OTHER = ("A decision on the second site, before the summer is over",
         "Only the name of somebody who knows the ethics board and its customs",
         "Nothing at all: I want to listen to what she thinks of the draft as it is")


def test_newest_first_without_the_present_one(journal: Journal, which: int) -> None:
    assert said(journal, which) == []
    say(journal, which, *OTHER)
    assert said(journal, which) == [OTHER[1], OTHER[0]]
    first = wordings.earlier(journal, "meeting", which, "desired_outcome")[0]
    assert abs(first.at - datetime.now(UTC)) < timedelta(minutes=2)


def test_other_fields_and_removing_and_coming_back_are_no_wordings(
    journal: Journal, which: int
) -> None:
    say(journal, which, OTHER[0])
    meetings.edit(journal, which, {"place": "Room 4"})
    meetings.remove(journal, which)
    journal.undo()
    assert said(journal, which) == []
    say(journal, which, OTHER[1])
    assert said(journal, which) == [OTHER[0]]


def test_typing_is_one_wording_and_what_was_given_up_is_kept_whole(
    journal: Journal, which: int
) -> None:
    text = OTHER[0]
    say(journal, which, *(text[:n] for n in range(1, len(text) + 1, 5)), text)
    make_older(journal, 2)
    say(journal, which, *(text[:n] for n in range(len(text) - 1, 0, -4)), None, OTHER[1])
    assert said(journal, which) == [text]


def test_a_pause_makes_two_of_them(journal: Journal, which: int) -> None:
    say(journal, which, "A decision")
    make_older(journal, 2)
    say(journal, which, "A decision by Friday", "A decision by Friday at noon")
    assert said(journal, which) == ["A decision"]


def test_an_earlier_wording_is_used_as_one_step(journal: Journal, which: int) -> None:
    say(journal, which, *OTHER)
    wordings.use(journal, "meeting", which, "desired_outcome", OTHER[0])
    assert meetings.get(journal, which).desired_outcome == OTHER[0]
    assert said(journal, which) == [OTHER[2], OTHER[1]]
    assert journal.undo() == "Use an earlier wording"
    assert meetings.get(journal, which).desired_outcome == OTHER[2]


def test_unknown_fields_and_entries_that_are_gone_are_refused(
    journal: Journal, which: int
) -> None:
    for table, field in (("meeting", "nonsense"), ("sqlite_master", "sql")):
        with pytest.raises(JournalError):
            wordings.earlier(journal, table, which, field)
    meetings.remove(journal, which)
    with pytest.raises(JournalError):
        wordings.use(journal, "meeting", which, "desired_outcome", "x")


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("a b c", "a b c", [("same", "a b c")]),
        ("a b c", "a x c", [("same", "a "), ("gone", "b "), ("new", "x "), ("same", "c")]),
        ("", "a", [("new", "a")]), ("a", "", [("gone", "a")]), ("", "", []),
    ],
)
def test_what_has_changed(before: str, after: str, pieces: list[tuple[str, str]]) -> None:
    assert wordings.compare(before, after) == pieces


@given(st.text("ab \n", max_size=40), st.text("ab \n", max_size=40))
def test_the_pieces_are_both_texts(before: str, after: str) -> None:
    pieces = wordings.compare(before, after)
    assert "".join(text for change, text in pieces if change != "new") == before
    assert "".join(text for change, text in pieces if change != "gone") == after


@pytest.mark.parametrize("after", ["word " * 100_000 + "new " + "word " * 100_000,
                                   " ".join(str(n) for n in range(150_000)), "y" * 1_000_000])
def test_long_texts_are_compared_quickly(after: str) -> None:
    began = time.monotonic()
    pieces = wordings.compare("word " * 200_000, after)
    assert time.monotonic() - began < 3
    assert "".join(text for change, text in pieces if change != "gone") == after


def test_a_persons_names_are_wordings_too(journal: Journal) -> None:
    whom = build.add_person(journal, "O'Brien")
    people.edit(journal, whom, {"name": "Somebody else with a name that shares nothing with it"})
    people.edit(journal, whom, {"name": "O''Brien"})
    assert [each.text for each in wordings.earlier(journal, "person", whom, "name")][-1] in (
        "O'Brien", "Somebody else with a name that shares nothing with it")
