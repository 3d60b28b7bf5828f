"""The follow-up note: when it is due, what a draft holds, and that nothing in it is made up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.mentoring.follow_up import (
    MOST_WORDS,
    Captured,
    draft,
    is_too_general,
    note_state,
)

MET = date(2026, 5, 19)


@pytest.mark.parametrize(("days", "state", "words"), [
    (0, "due", "Note due Thu 21 May"), (2, "due", "Note due Thu 21 May"),
    (3, "late", "Note was due Thu 21 May"), (7, "late", "Note was due Thu 21 May"),
    (8, "missing", "No note yet, 8 days"), (60, "missing", "No note yet, 60 days"),
    (61, "none", ""), (-1, "none", ""),
])
def test_a_note_is_due_after_two_days_and_marked_after_a_week(
    days: int, state: str, words: str
) -> None:
    found = note_state(MET, None, MET + timedelta(days))
    assert (found.state, found.words) == (state, words)
    assert found.needs_look == (state == "missing")


def test_a_note_that_was_sent_says_when() -> None:
    assert note_state(MET, MET, MET + timedelta(900)).words == "Sent Tue 19 May 2026"


@pytest.mark.parametrize("words", [
    "everything", "Everything!", "all your help", "your time and advice", "being there for me",
    "the feedback", "so much",
])
def test_words_that_name_no_one_thing(words: str) -> None:
    assert is_too_general(words)


@pytest.mark.parametrize("words", [
    "", "the blunt page", "two late evenings on the aims", "your feedback on aim two", "一切",
    "an honest no, quickly",
])
def test_one_thing_is_named(words: str) -> None:
    assert not is_too_general(words)


def test_a_draft_has_its_six_parts_in_order() -> None:
    assert draft(Captured(
        "Dr. Okafor", "Amara", MET, ("the blunt page.",), ("Aim two is out.",),
        (("Rewrite aim two.", date(2026, 5, 26)), ("Ask the registry", None)),
        (("Send the policy", date(2026, 6, 1)),), ("Authorship of paper 2",),
        "We next speak on Tuesday 16 June 2026 at 16:00.",
    )) == (
        "Dear Dr. Okafor,\n\n"
        "Thank you for the blunt page.\n\n"
        "What I took from it:\n– Aim two is out.\n\n"
        "What I will do:\n– Rewrite aim two, by Tuesday 26 May 2026\n– Ask the registry\n\n"
        "What you kindly offered:\n– Send the policy, by Monday 1 June 2026\n\n"
        "Still open between us:\n– Authorship of paper 2\n\n"
        "We next speak on Tuesday 16 June 2026 at 16:00.\n\n"
        "With thanks,\nAmara"
    )


def test_what_was_not_written_down_is_left_out() -> None:
    assert draft(Captured("Ada", "", MET)) == (
        "Dear Ada,\n\nThank you for your time on Tuesday 19 May 2026.\n\nWith thanks,")


LINES = st.lists(
    st.lists(st.sampled_from(["alpha", "beta", "gamma", "delta"]), min_size=1, max_size=10)
    .map(" ".join), max_size=30,
).map(tuple)


@given(LINES, LINES, LINES, LINES)
def test_a_draft_is_short_enough_and_says_only_what_was_captured(
    taken: tuple[str, ...], mine: tuple[str, ...], theirs: tuple[str, ...], left: tuple[str, ...]
) -> None:
    text = draft(Captured(
        "Ada", "Me", MET, (), taken, tuple((one, None) for one in mine),
        tuple((one, None) for one in theirs), left))
    assert len(text.split()) <= MOST_WORDS
    lines = [line.removeprefix("– ") for line in text.splitlines() if line.startswith("– ")]
    assert set(lines) <= {*taken, *mine, *theirs, *left}
    for part in (taken, mine, theirs, left):
        assert not part or part[0] in lines  # no part goes altogether


def test_a_single_line_that_is_too_long_stays_whole() -> None:
    whole = "word " * 300
    assert whole.strip() in draft(Captured("Ada", "Me", MET, taken=(whole,)))
