"""Both sides of a meeting: every word is there for both, and none is said from the wrong one."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

import pytest

from mentorjournal.journal.records import Person
from mentorjournal.mentoring.sides import Side, party_of, side_of, with_mentee, with_mentor


def words_of(part: object) -> list[str]:
    """All texts of a side."""
    if isinstance(part, str):
        return [part]
    if not is_dataclass(part):
        return []
    return [text for one in fields(part) for text in words_of(getattr(part, one.name))]


@pytest.mark.parametrize("side", [with_mentor(), with_mentee()], ids=lambda one: one.party)
def test_no_word_is_missing(side: Side) -> None:
    assert all(words_of(side))


def test_a_mentee_is_never_asked_as_a_mentor_is() -> None:
    said = " ".join(words_of(with_mentee()))
    for wrong in ("leave with", "left with", "My question", "My options", "My ask", "kindly",
                  "your time"):
        assert wrong not in said


@pytest.mark.parametrize(("direction", "party"), [
    ("mentor", "mentor"), ("candidate", "mentor"), (None, "mentor"), ("mentee", "mentee")])
def test_whoever_is_not_me_has_one_name(direction: str | None, party: str) -> None:
    assert party_of(direction) == party
    side = side_of(Person(1, "Ada", direction=direction or "mentor"))
    assert side.i_mentor == (party == "mentee")
    assert [side.called(one) for one in ("me", "both", None, "mentor", "mentee")] == [
        "me", "both", None, party, party]
