"""Needs: who covers them, in words, the reading of D1.1, and the soft questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.journal.records import Need
from mentorjournal.mentoring import needs
from mentorjournal.mentoring.coverage import Coverage, cover
from mentorjournal.tests.mentoring.network import ME, NEEDS, PEOPLE

N5 = NEEDS[4]


def covered(wanted: object = NEEDS, people: object = PEOPLE) -> Coverage:
    return cover(people, wanted, ME)


def test_four_of_the_five_needs_of_the_sample_are_covered() -> None:
    assert needs.reading(covered()) == needs.Reading("fine", 4, 5)
    assert needs.subtitle(covered()) == "5 needs, 1 with nobody yet"
    assert [needs.held_words(one, covered()) for one in NEEDS] == [
        "Rosalind Okafor and Tomas Brandt", "Henrik Vale", "Priya Ramanathan and Marcus Whitfield",
        "Leila Haddad", "Nobody yet"]


def test_a_candidate_would_fill_a_need_and_does_not_count() -> None:
    linked = replace(N5, person_ids=(10,))
    found = covered([*NEEDS[:4], linked])
    assert needs.held(linked, found) == needs.Held((), (10,))
    assert needs.held_words(linked, found) == "Nobody yet; Daniel Osei might fill it"
    assert needs.reading(found).covered == 4
    with_both = replace(N5, person_ids=(10, 4))
    assert needs.held_words(with_both, covered([with_both])) == "Tomas Brandt"


def test_a_past_mentor_does_not_cover() -> None:
    linked = replace(N5, person_ids=(8,))
    assert needs.held_words(linked, covered([linked])) == "Nobody yet"
    assert not needs.held(linked, covered([linked])).is_covered


def test_below_three_needs_there_is_nothing_to_read() -> None:
    few = covered(NEEDS[:2])
    assert needs.reading(few).state == "not_enough"
    assert needs.subtitle(few) == "2 needs"
    assert needs.subtitle(covered([N5])) == "1 need, 1 with nobody yet"
    assert needs.subtitle(covered([])) == "What you look for in the people around you"


def test_a_need_one_cannot_go_on_without_is_worth_a_look() -> None:
    urgent = covered([*NEEDS[:4], replace(N5, importance=3)])
    assert needs.reading(urgent).state == "look"
    assert needs.look_words(urgent) == (
        "You cannot go on without “Large linked data sets”, and nobody is there for it yet.")
    two = covered([*NEEDS[:3], replace(N5, importance=3), Need(6, "Sleep", importance=3)])
    assert needs.look_words(two) == "2 needs that you cannot go on without have nobody yet."
    assert needs.look_words(covered()) == ""


def test_needs_that_are_met_do_not_count() -> None:
    met = replace(N5, importance=3, met_on=date(2026, 5, 1))
    found = covered([*NEEDS[:4], met])
    assert needs.reading(found) == needs.Reading("fine", 4, 4)
    assert needs.subtitle(found) == "4 needs, all with somebody"
    assert needs.hints(met, found) == {}


def test_soft_questions() -> None:
    found = covered()
    asked = [one.id for one in NEEDS
             if "people" in needs.hints(replace(one, skill_sought="Does it"), found)]
    assert asked == [5]
    assert "guidance_kind" in needs.hints(N5, found)
    assert "guidance_kind" not in needs.hints(replace(N5, guidance_kind="introductions"), found)


@pytest.mark.parametrize(("now", "wanted", "said"), [
    (2, 4, "2 of 5 now, 4 wanted"), (2, None, "2 of 5 now"), (None, 4, "4 of 5 wanted"),
    (None, None, "")])
def test_where_i_stand_in_words(now: int | None, wanted: int | None, said: str) -> None:
    assert needs.standing_words(now, wanted) == said


def test_then_and_now() -> None:
    assert needs.then_words(2, 4) == "2 then, 4 now"
    assert needs.then_words(3, 3) == "3 then and now"
    assert needs.then_words(1, 3, 4) == "1 then, 3 now, 4 wanted"
    assert needs.then_words(None, 4) == needs.then_words(4, None) == ""


@given(st.lists(st.lists(st.sampled_from([1, 2, 8, 10, 12, 99]), max_size=3), max_size=6))
def test_words_and_coverage_never_disagree(linked: list[list[int]]) -> None:
    wanted = [Need(n, f"Need {n}", person_ids=tuple(ids)) for n, ids in enumerate(linked)]
    found = covered(wanted)
    for one in wanted:
        nobody = needs.held_words(one, found).startswith("Nobody yet")
        assert nobody == (one.id not in found.covered_needs)
        assert nobody != bool({1, 2} & set(one.person_ids))
