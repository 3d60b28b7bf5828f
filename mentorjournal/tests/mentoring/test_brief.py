"""The brief for a letter: what claims lack, which parts are missing, and what letters repeat."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.journal.between import Evidence, Letter, Quality
from mentorjournal.mentoring import brief

WHOLE = Evidence(1, 1, "A gap", "wrote the rule", "adopted", 7)
K12 = Letter(
    1, 2, "K12", kind="grant", deadline=date(2026, 6, 19), method="portal_link", why="Time",
    how_known="Since 2024", criteria="Rigour of the plan; initiative.\n- Teaching")


def strength(words: str, *pieces: Evidence, criterion: str | None = None, id: int = 1) -> Quality:
    return Quality(id, 1, words, criterion, evidence=pieces)


@pytest.mark.parametrize(("piece", "said"), [
    (WHOLE, ""),
    (replace(WHOLE, impact=" "), "Teaching: no result"),
    (replace(WHOLE, seen_by_id=None), "Teaching: nobody saw it"),
    (replace(WHOLE, behaviour=None, impact=None), "Teaching: not said what I did, no result"),
    (replace(WHOLE, state="declined"), "Teaching: no evidence"),
])
def test_what_a_claim_lacks(piece: Evidence, said: str) -> None:
    assert brief.unsupported(strength("Teaching", piece)) == said


def test_one_whole_piece_supports_a_claim() -> None:
    assert brief.lacks(strength("Teaching", replace(WHOLE, impact=None), WHOLE)) == []
    assert brief.unsupported(strength("Teaching")) == "Teaching: no evidence"


def test_missing_parts_have_the_names_of_the_sample() -> None:
    two = [strength("A", WHOLE), strength("B", WHOLE), strength("C"), strength("D")]
    assert brief.missing(replace(K12, criteria=None), [], two) == [
        "evidence for 2 of 4 qualities", "reviewer criteria"]


def test_three_strengths_with_evidence_are_enough() -> None:
    three = [strength(each, WHOLE) for each in "ABC"]
    assert brief.missing(K12, [], three) == []
    assert brief.missing(K12, [], [*three, strength("D")]) == []
    assert brief.missing(K12, [], three[:1]) == ["2 more strengths with evidence"]
    assert brief.missing(K12, [], []) == ["strengths with evidence"]


def test_criteria_are_needed_by_some_kinds_only() -> None:
    three = [strength(each, WHOLE) for each in "ABC"]
    for kind, named in (("grant", True), ("promotion", True), ("job", False), (None, False)):
        letter = replace(K12, kind=kind, criteria="  ")
        assert ("reviewer criteria" in brief.missing(letter, [], three)) == named


def test_what_every_brief_needs_and_what_its_kind_asks_for_are_named() -> None:
    bare = Letter(1, 2, "Job", kind="job")
    assert brief.missing(bare, ["Posting"], [strength(each, WHOLE) for each in "ABC"]) == [
        "the deadline", "how to send it", "why this matters", "how they know you", "Posting"]


def test_criteria_that_nothing_answers_keep_their_order() -> None:
    claims = [strength("Rigour", criterion="initiative")]
    assert brief.criteria_without(K12.criteria, claims) == ["Rigour of the plan", "Teaching"]
    assert brief.criteria_without(None, claims) == []


def test_suggestions_are_open_criteria_and_then_competencies() -> None:
    offered = brief.suggestions(K12.criteria, [strength("Integrity", criterion="Initiative")])
    assert offered[:2] == [("Rigour of the plan", "Rigour of the plan"), ("Teaching", "Teaching")]
    words = [words for words, _ in offered]
    assert words.count("Teaching") == 1
    assert "Integrity" not in words and "Judgement" in words


def test_more_than_five_strengths_are_said_to_be_many() -> None:
    assert brief.count_words([strength("A")] * 5) == ""
    assert brief.count_words([strength("A")] * 6).startswith("6 strengths")


def test_grid_names_what_nobody_covers_and_what_two_letters_tell() -> None:
    poster = Evidence(1, 1, behaviour="Poster", accomplishment_id=4)
    found = brief.grid({
        10: [strength("Rigour", poster, id=1), strength("Teaching", id=2)],
        11: [strength(" rigour ", replace(poster, behaviour="My poster"), WHOLE, id=3)],
    })
    assert found.qualities == ("Rigour", "Teaching")
    assert found.cell("Rigour", 11) == brief.Cell(3, ("My poster", "wrote the rule"))
    assert found.cell("Teaching", 11).id is None
    assert found.uncovered == ("Teaching",)
    assert found.repeated == (("Poster", (10, 11)),)


def test_what_is_not_written_yet_repeats_nothing() -> None:
    empty = Evidence(1, 1)
    assert brief.grid({1: [strength("A", empty)], 2: [strength("A", empty)]}).repeated == ()


def test_what_a_letter_covers_is_a_list_of_its_strengths() -> None:
    assert brief.covers_words([strength("Rigour"), strength("Teaching.")]) == "Rigour and Teaching"
    assert brief.covers_words([]) == ""


PIECES = st.builds(
    Evidence, st.integers(1, 9), st.just(1), behaviour=st.sampled_from([None, "a", "b"]),
    impact=st.sampled_from([None, "c"]), seen_by_id=st.sampled_from([None, 1]),
    state=st.sampled_from(["picked", "declined"]))


@given(st.lists(PIECES, max_size=4))
def test_declined_evidence_changes_nothing(pieces: list[Evidence]) -> None:
    picked = [one for one in pieces if one.state == "picked"]
    assert brief.unsupported(strength("A", *pieces)) == brief.unsupported(strength("A", *picked))
    assert brief.grid({1: [strength("A", *pieces)]}) == brief.grid({1: [strength("A", *picked)]})
