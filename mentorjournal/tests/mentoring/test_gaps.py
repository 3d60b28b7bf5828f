"""What is missing: each rule fires alone, says it in words, and finds its place on the map."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from mentorjournal.journal.records import Need, Person
from mentorjournal.mentoring.coverage import cover
from mentorjournal.mentoring.gaps import (
    Gap,
    beginning_words,
    empty_places,
    gap_cells,
    gaps,
    needs_words,
)
from mentorjournal.mentoring.vocabulary import AREAS, FIVE_ROLES, LEVELS
from mentorjournal.tests.mentoring.network import ME, NEEDS, OWN, PEOPLE, mentor, without
from mentorjournal.tests.mentoring.test_coverage import needs, people


def found(people: object = PEOPLE, needs: object = NEEDS) -> dict[str, Gap]:
    return {gap.key: gap for gap in gaps(cover(people, needs, ME))}


def test_the_sample_misses_one_thing_and_knows_who_might_help() -> None:
    only = found()
    assert list(only) == ["need:5"]
    gap = only["need:5"]
    assert gap.title == "Nobody yet for “Large linked data sets”"
    assert gap.detail == (
        "Who could teach or show you this? Dr. Osei, a candidate, might help."
    )
    assert (gap.need_id, gap.candidate_ids) == (5, (10,))
    place, = empty_places([gap])
    assert (place.level, place.area, place.words) == (
        "step_ahead", "academic", "“Large linked data sets”")
    assert gap_cells([gap]) == frozenset()
    assert needs_words(cover(PEOPLE, NEEDS, ME)) == "4 of 5 needs have somebody"


def test_deleting_the_only_peer_turns_peer_to_missing() -> None:
    gap = found(without(6))["level:peer"]
    assert (gap.title, gap.level, gap.area) == ("No peer yet", "peer", None)
    # Personal life is down to one person: that is where a peer would help most.
    place, = empty_places([gap])
    assert (place.level, place.area, place.words) == (
        "peer", "personal_life", "Peer, personal life",
    )
    assert gap_cells([gap]) == {("confidante", "peer")}
    assert gap_cells([gap], "area") == frozenset()


def test_deleting_the_only_one_ahead_names_the_candidate() -> None:
    gap = found(without(3))["level:step_ahead"]
    assert gap.candidate_ids == (10,)
    assert gap.detail.endswith("Dr. Osei, a candidate, might help.")


def test_an_area_without_anybody() -> None:
    gap = found(without(3, 6))["area:personal_life"]
    assert gap.title == "Nobody for personal life yet"
    assert gap.detail == "So far you have people for clinical work and academic goals."
    assert gap_cells([gap], "area") == {("confidante", "personal_life")}
    assert gap_cells([gap], "level") == frozenset()


def test_a_phd_student_reads_teaching() -> None:
    coverage = cover(without(3, 6, 11), (), replace(ME, setting="phd"))
    titles = [gap.title for gap in gaps(coverage)]
    assert "Nobody for teaching yet" in titles


def test_a_role_without_anybody_finds_a_vacant_place() -> None:
    gap = found(without(2))["role:institutional_advocate"]
    assert (gap.title, gap.role) == ("No advocate yet", "institutional_advocate")
    # Seniors already stand in academic goals, so the place is the next best one that is free.
    place, = empty_places([gap])
    assert (place.level, place.area, place.words) == (
        "step_ahead", "academic", "Advocate, step-ahead",
    )
    assert gap_cells([gap]) == {("institutional_advocate", "senior")}
    assert gap_cells([gap], "area") == {("institutional_advocate", "academic")}


def test_where_every_place_is_taken_a_role_keeps_its_best_one() -> None:
    full = [
        mentor(3 * n + m, level=level, areas=(area,), roles=FIVE_ROLES[1:2])
        for n, level in enumerate(LEVELS) for m, area in enumerate(AREAS)
    ]
    assert found(full, ())["role:confidante"].spot == ("peer", "personal_life")


@pytest.mark.parametrize(
    ("roles", "importance"), [(2, None), (3, 2), (4, 3)], ids=["two", "three", "four"]
)
def test_much_resting_on_one_person(roles: int, importance: int | None) -> None:
    many = [mentor(1, "Dr. Henrik Vale", roles=FIVE_ROLES[:roles]), mentor(2), mentor(3)]
    gap = found(many, ()).get("concentration:1")
    assert (gap.importance if gap else None) == importance
    if gap:
        assert gap.title == "Much rests on Dr. Vale"
        assert "Dr. Vale is your coach, research adviser" in gap.detail


def test_two_people_are_too_few_for_concentration_and_reach() -> None:
    two = [mentor(1, roles=FIVE_ROLES), mentor(2)]
    assert not {"concentration:1", "reach"} & set(found(two, ()))


@pytest.mark.parametrize(
    ("department", "institution", "title"),
    [
        (OWN, "Harrow Bay", "Everyone is from your own department"),
        ("Cardiology", "Harrow Bay", "Nobody is from your own department"),
        ("Cardiology", "Elsewhere", "Nobody is from your own institution"),
    ],
)
def test_everyone_in_the_same_place(department: str, institution: str, title: str) -> None:
    same = [mentor(n, department=department, institution=institution) for n in range(3)]
    assert found(same, ())["reach"].title == title
    assert "reach" not in found(same[:2], ())
    assert "reach" not in found([*same, mentor(9, institution=None, department=None)], ())
    considered = mentor(20, department=OWN, institution="Third Place", stage="met",
                        direction="candidate")
    helps = () if institution == "Elsewhere" else (20,)
    assert found([*same, considered], ())["reach"].candidate_ids == helps


def test_functions_are_asked_about_only_once_they_are_recorded() -> None:
    assert not any(key.startswith("function:") for key in found())
    recorded = [replace(PEOPLE[0], functions=("navigate",)), *PEOPLE[1:]]
    keys = [key for key in found(recorded) if key.startswith("function:")]
    assert keys == ["function:lend_standing", "function:spot_openings", "function:back_promotion"]


def test_a_function_of_somebody_not_senior_leaves_the_gap() -> None:
    recorded = [mentor(1, level="peer", functions=("navigate",))]
    assert "function:navigate" in found(recorded, ())


def test_a_domain_is_only_a_hint() -> None:
    gap = found(without(1))["domain:academic_guidance"]
    assert gap.importance == 1
    assert gap.title == "Nobody for academic guidance yet"


def test_important_needs_come_first() -> None:
    lonely = [replace(need, person_ids=()) for need in reversed(NEEDS)]
    order = [gap.need_id for gap in found(PEOPLE, lonely).values() if gap.kind == "need"]
    assert order == [2, 1, 5, 4, 3]
    assert found(PEOPLE, lonely)["need:2"].detail.startswith("It matters a lot to you")


def test_a_candidate_linked_to_a_need_is_named_before_others() -> None:
    other = mentor(20, "Dr. Ada Ross", domains=("research",), stage="met", direction="candidate")
    linked = replace(NEEDS[4], person_ids=(20,))
    gap = found([*PEOPLE, other], [linked])["need:5"]
    assert gap.candidate_ids == (20,)
    assert gap.detail == "Dr. Ross, a candidate, might fill it."
    both = replace(NEEDS[4], person_ids=(10, 20))
    assert found([*PEOPLE, other], [both])["need:5"].detail == (
        "Dr. Osei and Dr. Ross, both candidates, might fill it.")
    assert found([*PEOPLE, other], [NEEDS[4]])["need:5"].detail.endswith(
        "Dr. Osei and Dr. Ross, both candidates, might help.")
    assert empty_places([gap]) == ()  # who would fill it stands there already
    assert found([*PEOPLE, other], [NEEDS[4]])["need:5"].candidate_ids == (10, 20)


@pytest.mark.parametrize("domain", [None, "other"])
def test_a_need_of_which_nobody_knows_the_area_stands_beside_the_map(domain: str | None) -> None:
    place, = empty_places([found(needs=[replace(NEEDS[4], domain=domain)])["need:5"]])
    assert (place.level, place.area, place.gap_key) == ("", "", "need:5")
    assert place.words.startswith("“")


def test_a_long_need_is_cut_on_the_map() -> None:
    gap = found(needs=[replace(NEEDS[4], text="word " * 40)])["need:5"]
    place, = empty_places([gap])
    assert place.words.endswith("…”") and len(place.words) <= 34


def test_with_nobody_yet_it_says_what_to_do_next() -> None:
    nobody = gaps(cover((), NEEDS[:1], ME))
    assert [gap.key for gap in nobody] == ["start", "need:1"]
    assert nobody[0].title == "Add people you already rely on"
    assert "names are enough" in nobody[0].detail
    assert needs_words(cover((), NEEDS[:2], ME)) == "Write three needs first."


def test_with_candidates_alone_it_says_who_is_there() -> None:
    two = [mentor(n, f"Dr. Ann {name}", stage="met", direction="candidate")
           for n, name in enumerate(("Berg", "Lund"), 1)]
    first = gaps(cover(two, (), ME))[0]
    assert first.title == "Who is in your corner already?"
    assert first.detail.startswith("So far there are Dr. Berg and Dr. Lund, who are candidates.")
    assert gaps(cover(two[:1], (), ME))[0].detail.startswith("So far there is Dr. Berg, a cand")


@pytest.mark.parametrize(
    ("people_count", "said"),
    [
        (0, "Add people you already rely on."),
        (1, "One person so far, so this is only a beginning. Add others you already rely on."),
        (2, "2 people so far, so this is only a beginning. Add others you already rely on."),
        (3, None),
    ],
)
def test_a_small_network_is_a_beginning(people_count: int, said: str | None) -> None:
    assert beginning_words(cover([mentor(n) for n in range(people_count)])) == said


def test_what_was_never_noted_is_asked_for_once_instead_of_missing_everywhere() -> None:
    bare = found([mentor(1, level=None)], ())
    assert set(bare) == {"unset:roles", "unset:levels", "unset:areas"}
    assert empty_places(bare.values()) == ()


def test_long_words_of_a_need_are_cut_in_the_title() -> None:
    gap = found(PEOPLE, [Need(7, "very " * 1000 + "{braces}")])["need:7"]
    assert len(gap.title) < 90 and gap.title.endswith("…”")
    assert "{0} {x}" in found(PEOPLE, [Need(8, "{0} {x}")])["need:8"].title


@settings(max_examples=60, deadline=None)
@given(people=people(), needs=needs())
def test_every_gap_is_true_and_told_once(people: list[Person], needs: list[Need]) -> None:
    coverage = cover(people, needs, ME)
    listed = gaps(coverage)
    assert len({gap.key for gap in listed}) == len(listed)
    assert [gap.importance for gap in listed] == sorted(
        (gap.importance for gap in listed), reverse=True
    )
    for gap in listed:
        assert gap.title and gap.detail
        assert gap.level is None or not coverage.levels[gap.level]
        assert gap.area is None or not coverage.areas[gap.area]
        assert gap.role is None or not coverage.roles[gap.role]
        assert len(gap_cells([gap])) <= 1 and len(gap_cells([gap], "area")) <= 1
        known = {person.id for person in coverage.candidates}
        assert set(gap.candidate_ids) <= known
    for cell in gap_cells(listed):
        assert not coverage.by_level[cell].people
    for cell in gap_cells(listed, "area"):
        assert not coverage.by_area[cell].people
    places = empty_places(listed)
    assert len(places) <= 2
    assert len({(place.level, place.area) for place in places}) == len(places)
