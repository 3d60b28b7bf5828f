"""Who covers what: the oracles of the sample, reach, concentration, and what if somebody leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorjournal.journal.records import Me, Need, Person
from mentorjournal.mentoring.coverage import Cell, cover, place_of, what_if_leaves
from mentorjournal.mentoring.vocabulary import (
    AREAS,
    DOMAINS,
    FIVE_ROLES,
    FUNCTIONS,
    LEVELS,
    ROLES,
)
from mentorjournal.tests.mentoring.network import HERE, ME, NEEDS, OWN, PEOPLE, mentor

SAMPLE = cover(PEOPLE, NEEDS, ME)


def some(words: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(words), unique=True, max_size=len(words)).map(tuple)


def people() -> st.SearchStrategy[list[Person]]:
    person = st.builds(
        mentor, st.just(0), level=st.sampled_from((*LEVELS, None)), roles=some(ROLES),
        areas=some(AREAS), domains=some(DOMAINS), functions=some(FUNCTIONS),
        department=st.sampled_from((OWN, "Cardiology", None)),
        institution=st.sampled_from((HERE, "Lakeshore University", None)),
        stage=st.sampled_from(("cultivation", "initiation", "met", "closed")),
        direction=st.sampled_from(("mentor", "candidate", "mentee")),
    )
    return st.lists(person, max_size=6).map(
        lambda found: [replace(one, id=n) for n, one in enumerate(found)]
    )


def needs() -> st.SearchStrategy[list[Need]]:
    linked = st.lists(st.lists(st.integers(0, 6), max_size=3), max_size=5)
    return linked.map(
        lambda ids: [Need(n, f"need {n}", person_ids=tuple(own)) for n, own in enumerate(ids)]
    )


def test_levels_areas_and_roles_of_the_sample() -> None:
    assert {level: len(ids) for level, ids in SAMPLE.levels.items()} == {
        "peer": 1, "step_ahead": 1, "senior": 6,
    }
    assert SAMPLE.areas == {
        "clinical": (3, 6, 11), "academic": (1, 2, 4, 5, 9), "personal_life": (3, 6),
    }
    assert SAMPLE.roles == {
        "coach": (3, 4, 9, 11), "research_adviser": (1, 4), "project_sponsor": (2, 5),
        "institutional_advocate": (2,), "confidante": (3, 6),
    }
    assert len(SAMPLE.mentors) == 8
    assert [person.id for person in SAMPLE.candidates] == [10]


def test_reach_concentration_needs_and_origins_of_the_sample() -> None:
    reach = SAMPLE.reach
    assert (reach.own_department, reach.other_department, reach.outside, reach.unknown) == (
        (1, 2, 3, 6), (4, 9, 11), (5,), (),
    )
    assert SAMPLE.concentration.most == 2
    assert SAMPLE.concentration.person_ids == (2, 3, 4)
    assert SAMPLE.concentration.state == "spread"
    assert SAMPLE.covered_needs == (1, 2, 3, 4)
    assert SAMPLE.origins == {"self_chosen": 5, "assigned": 1, "referred": 2}
    assert SAMPLE.candidate_places == {10: "outside"}


def test_the_matrix_names_people_and_candidates_apart() -> None:
    considered = mentor(20, level="peer", roles=("coach",), areas=("clinical",), stage="met",
                        direction="candidate")
    found = cover([*PEOPLE, considered], NEEDS, ME)
    assert found.by_level["coach", "senior"] == Cell((4, 9, 11), ())
    assert found.by_level["coach", "peer"] == Cell((), (20,))
    assert found.by_area["coach", "clinical"] == Cell((3, 11), (20,))
    assert found.by_area["institutional_advocate", "personal_life"] == Cell()
    assert len(found.by_level) == len(found.by_area) == 15


def test_past_mentors_candidates_and_people_i_mentor_cover_nothing() -> None:
    only = [person for person in PEOPLE if not person.is_active]
    found = cover(only, NEEDS, ME)
    assert not found.mentors
    assert not any(found.roles.values()) and not found.covered_needs


@pytest.mark.parametrize(
    ("institution", "department", "place"),
    [
        (HERE, OWN, "own_department"),
        (" harrow  BAY ", "pulmonary and critical care", "own_department"),
        ("Harrow Bay University Medical Center", OWN, "own_department"),
        (HERE, "Cardiology", "other_department"),
        ("Harrow Bayside", OWN, "outside"),
        ("Northfield Medical School", None, "outside"),
        (None, OWN, "own_department"),
        (None, "Cardiology", "unknown"),
        (HERE, None, "unknown"),
        (None, None, "unknown"),
        ("  ", "", "unknown"),
    ],
)
def test_where_somebody_works(
    institution: str | None, department: str | None, place: str
) -> None:
    assert place_of(mentor(1, institution=institution, department=department), ME) == place


def test_a_name_begins_like_another_only_at_a_whole_word() -> None:
    here = replace(ME, institution="Harrow Bay")
    assert place_of(mentor(1, institution="Harrow Bay Clinic"), here) == "own_department"
    assert place_of(mentor(1, institution="Harrow Bayside"), here) == "outside"


def test_without_my_own_place_nothing_is_claimed() -> None:
    nowhere = Me(1)
    assert place_of(mentor(1), nowhere) == "unknown"
    assert place_of(mentor(1), None) == "unknown"
    assert cover(PEOPLE, NEEDS).reach.all_the_same is None


@pytest.mark.parametrize(
    ("roles", "people_count", "state"),
    [
        (2, 3, "spread"), (3, 2, "not_enough"), (3, 3, "look"), (4, 3, "act"), (5, 3, "act"),
        (0, 0, "not_enough"), (0, 3, "spread"),
    ],
)
def test_concentration(roles: int, people_count: int, state: str) -> None:
    found = [mentor(n) for n in range(people_count)]
    if found:
        found[0] = replace(found[0], roles=(*FIVE_ROLES[:roles], "connector"))
    assert cover(found).concentration.state == state


def test_a_need_already_met_is_no_longer_counted() -> None:
    met = [replace(need, met_on=date(2026, 1, 1)) for need in NEEDS]
    assert cover(PEOPLE, met, ME).needs == ()


def test_if_the_only_advocate_leaves() -> None:
    found = what_if_leaves(2, PEOPLE, NEEDS, ME)
    assert found.roles == ("institutional_advocate",)
    assert (found.levels, found.areas, found.need_ids) == ((), (), (2,))
    assert found.fallbacks == {"project_sponsor": (5,), "institutional_advocate": ()}
    assert found.sentences == (
        "Nobody else is your advocate.",
        "Nobody else is linked to “Someone who decides about protected time”.",
        "Dr. Haddad would still be there as your sponsor.",
    )


def test_if_the_only_peer_leaves() -> None:
    found = what_if_leaves(6, PEOPLE, NEEDS, ME)
    assert (found.roles, found.levels, found.areas, found.need_ids) == ((), ("peer",), (), ())
    assert found.sentences == (
        "You would have no peer.", "Dr. Ramanathan would still be there as your confidante.",
    )


def test_if_somebody_leaves_whose_part_others_share() -> None:
    found = what_if_leaves(9, PEOPLE, NEEDS, ME)
    assert found.loses_nothing
    assert found.sentences == (
        "Nothing you have noted rests on Dr. Castellanos alone.",
        "Dr. Ramanathan, Dr. Brandt and Joy Marchetti would still be there as your coach.",
    )


def test_what_only_one_person_does_is_named() -> None:
    alone = [mentor(1, "Dr. Henrik Vale", "step_ahead", areas=("clinical",),
                    functions=("navigate",)), mentor(2)]
    found = what_if_leaves(1, alone, (), replace(ME, setting="phd"))
    assert found.functions == ("navigate",)
    assert found.sentences == (
        "You would have nobody a step ahead.", "Nobody else is there for teaching.",
        "Nobody else is noted for: Helps me navigate.",
    )


@pytest.mark.parametrize("person_id", [8, 10, 12, 99])
def test_nothing_is_lost_with_somebody_who_is_no_mentor(person_id: int) -> None:
    found = what_if_leaves(person_id, PEOPLE, NEEDS, ME)
    assert found.loses_nothing
    assert not any("Nobody" in sentence for sentence in found.sentences)


@settings(max_examples=60, deadline=None)
@given(people=people(), needs=needs(), leaver=st.integers(0, 6))
def test_what_if_agrees_with_coverage_computed_without_them(
    people: list[Person], needs: list[Need], leaver: int
) -> None:
    before = cover(people, needs, ME)
    after = cover([person for person in people if person.id != leaver], needs, ME)
    found = what_if_leaves(leaver, people, needs, ME)
    for lost, covered, left in (
        (found.roles, before.roles, after.roles), (found.levels, before.levels, after.levels),
        (found.areas, before.areas, after.areas),
    ):
        assert set(after.missing(left)) == set(before.missing(covered)) | set(lost)
        assert not set(lost) & set(before.missing(covered))
    assert set(before.functions) - set(after.functions) == set(found.functions)
    assert set(before.covered_needs) - set(after.covered_needs) == set(found.need_ids)
    assert all(bool(ids) != (role in found.roles) for role, ids in found.fallbacks.items())
    assert found.loses_nothing or found.sentences


@settings(max_examples=60, deadline=None)
@given(people())
def test_every_active_mentor_is_counted_in_one_place(people: list[Person]) -> None:
    found = cover(people, (), ME)
    reach = found.reach
    placed = (
        *reach.own_department, *reach.other_department, *reach.outside, *reach.unknown
    )
    assert sorted(placed) == sorted(person.id for person in people if person.is_active)
    assert sum(found.origins.values()) == len(found.mentors)
    for role, ids in found.roles.items():
        in_cells = {one for level in LEVELS for one in found.by_level[role, level].people}
        assert in_cells == {
            person.id for person in found.mentors if person.id in ids and person.level
        }


