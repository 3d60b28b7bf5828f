"""Who is looked for: what a gap or a need says of a new candidate, and who may fit already."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentorjournal.mentoring import sought
from mentorjournal.mentoring.coverage import cover
from mentorjournal.mentoring.gaps import gaps
from mentorjournal.mentoring.vocabulary import LEVELS
from mentorjournal.tests.mentoring.network import ME, NEEDS, PEOPLE, without

N5 = replace(NEEDS[4], skill_sought="Has linked hospital records to claims.",
             guidance_kind="learning_a_skill")


def test_a_need_is_looked_for_in_its_own_words() -> None:
    found = sought.of_need(N5)
    assert (found.title, found.need_id) == ("Large linked data sets", 5)
    assert found.detail == (
        "Has linked hospital records to claims.\nGuidance: Teaching me a skill")
    assert found.values == {"domains": ("research",)}


def test_a_gap_of_the_network_says_what_a_new_candidate_begins_with() -> None:
    covered = cover(without(6), NEEDS, ME)
    by_key = {gap.key: gap for gap in gaps(covered)}
    found = sought.of_gap(by_key["level:peer"], covered)
    assert found.title == "No peer yet" and found.need_id == 0
    assert found.values == {"level": "peer", "areas": ("personal_life",)}
    assert sought.of_gap(by_key["need:5"], covered) == sought.of_need(NEEDS[4])


def test_a_place_and_a_cell() -> None:
    cell = sought.of_cell("coach", "senior", "senior" in LEVELS, "senior")
    assert (cell.title, cell.values) == ("Coach, senior", {"roles": ("coach",), "level": "senior"})
    assert sought.of_cell("coach", "clinical", False, "Clinical").values["areas"] == ("clinical",)
    assert sought.of_place("peer", "clinical", "Peer, clinical work").values == {
        "level": "peer", "areas": ("clinical",)}


def test_strengths_speak_louder_than_a_domain() -> None:
    people = [replace(one, strengths=("linking records",)) if one.id == 9 else one
              for one in PEOPLE]
    found = sought.matches(sought.of_need(N5), people)
    assert found == [sought.Match(9, "Noted for: linking records")]
    weak = sought.matches(sought.of_need(N5), PEOPLE)
    assert {one.person_id: one.why for one in weak} == dict.fromkeys(
        (1, 4, 5), "Helps you with: Research")


@pytest.mark.parametrize("person_id", [8, 10, 12])
def test_only_active_mentors_may_fit(person_id: int) -> None:
    people = [replace(one, strengths=("linked data",)) for one in PEOPLE if one.id == person_id]
    assert sought.matches(sought.of_need(N5), people) == []


def test_words_that_say_nothing_match_nobody() -> None:
    need = replace(NEEDS[4], text="Somebody to help me with it", domain=None)
    people = [replace(one, strengths=("somebody with whom there is more",)) for one in PEOPLE]
    assert sought.matches(sought.of_need(need), people) == []


def test_there_are_questions_for_peers_inside_and_outside() -> None:
    asked = sought.whom_to_ask()
    assert [where for where, _ in asked] == ["Peers in your department", "Peers outside it"]
    assert all(questions for _, questions in asked)
