"""Links can be read: little of each runs behind discs and labels, and no two run together."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorjournal.tests.ui.map.test_layout import ME_RADIUS, laid_out
from mentorjournal.ui.map.geometry import EmptyPlace, MapLayout, Node, Place
from mentorjournal.ui.map.packing import Box
from mentorjournal.ui.map.sight import length_behind

# The people of the sample journal, as their labels measure.
SAMPLE = [
    Node(1, "senior", ("academic",), "mentor", 122, 45),
    Node(2, "senior", ("academic",), "mentor", 122, 45, 27),
    Node(3, "step_ahead", ("clinical", "personal_life"), "mentor", 136, 45, 27),
    Node(4, "senior", ("academic",), "mentor", 203, 31, 27),
    Node(5, "senior", ("academic",), "mentor", 178, 31, 27),
    Node(6, "peer", ("clinical", "personal_life"), "mentor", 162, 31, 27),
    Node(7, "senior", ("academic",), "past", 122, 31, 19, linked=False),
    Node(8, "senior", ("academic",), "mentor", 146, 31),
    Node(9, "step_ahead", ("academic",), "candidate", 160, 31, linked=False),
    Node(10, "senior", ("clinical",), "mentor", 139, 31),
    Node(11, None, ("clinical", "academic"), "mentee", 105, 16, 16),
    Node(12, None, ("academic",), "mentee", 71, 45, 16),
]
# The people of the design, with its two empty places.
DESIGN = [
    Node(1, "senior", ("academic",), "mentor", 165, 31),
    Node(2, "senior", ("academic",), "mentor", 120, 31),
    Node(3, "senior", ("academic",), "mentor", 140, 31),
    Node(4, "step_ahead", ("academic",), "mentor", 165, 31),
    Node(5, "peer", ("personal_life",), "mentor", 125, 31),
    Node(6, "peer", ("clinical",), "mentor", 115, 31),
    Node(7, "step_ahead", ("clinical",), "mentor", 110, 31),
    Node(8, "senior", ("academic",), "candidate", 135, 31, linked=False),
    Node(9, "senior", ("academic",), "past", 122, 31, 19, linked=False),
    Node(10, None, (), "mentee", 63, 16, 16),
    Node(11, None, (), "mentee", 66, 16, 16),
]
GAPS = [
    EmptyPlace("step_ahead", "personal_life", 130, 31), EmptyPlace("senior", "clinical", 105, 31),
]
HIDDEN_AT_MOST, HARDLY_HIDDEN = 0.3, 0.12


def hidden_share(place: Place, radius: float, layout: MapLayout, radii: dict[int, float],
                 scale: float = 1.0) -> float:
    """How much of the link from the rim of my disc to the rim of theirs lies behind others."""
    behind = 0.0
    for other in layout.places.values():
        if other.key != place.key:
            reach = radii[other.key]
            disc = Box(other.x - reach, other.y - reach, other.x + reach, other.y + reach)
            behind += length_behind(place.x, place.y, other.label)
            behind += length_behind(place.x, place.y, disc)
    return behind / (place.radius - ME_RADIUS * scale - radius)


def check_links(
    people: list[Node], empty: list[EmptyPlace], width: float, height: float, scale: float = 1.0,
    most: float = HIDDEN_AT_MOST,
) -> None:
    larger = [replace(node, label_width=node.label_width * scale, radius=node.radius * scale,
                      label_height=node.label_height * scale) for node in people]
    layout = laid_out(larger, empty, width, height, scale)
    radii = {node.key: node.radius for node in larger}
    radii.update({-1 - index: gap.radius for index, gap in enumerate(empty)})
    linked = [layout.places[node.key] for node in larger if node.linked]
    for place in linked:
        share = hidden_share(place, radii[place.key], layout, radii, scale)
        assert share <= most, place.key
    for one, other in combinations(linked, 2):
        assert abs(math.remainder(one.angle - other.angle, 360)) > 4, (one.key, other.key)


# The map beside the inspector, without it, in the smallest window, and on a large screen.
@pytest.mark.parametrize("size", [
    (888, 724), (888, 702), (883, 632), (1232, 702), (1044, 523), (1044, 480), (1700, 1000),
])
@pytest.mark.parametrize("people", [SAMPLE, DESIGN], ids=["sample", "design"])
def test_every_link_of_a_usual_map_can_be_read(
    people: list[Node], size: tuple[int, int]
) -> None:
    check_links(people, GAPS if people is DESIGN else [], *size, most=HARDLY_HIDDEN)


@settings(max_examples=40)
@given(st.sampled_from([SAMPLE, DESIGN]), st.integers(840, 1900), st.integers(500, 1200))
def test_links_can_be_read_in_a_window_of_any_size(
    people: list[Node], width: int, height: int
) -> None:
    check_links(people, [], width, height)


@pytest.mark.parametrize("scale", [1.25, 1.5])
def test_links_can_be_read_with_larger_text(scale: float) -> None:
    check_links(SAMPLE, [], 888, 702, scale)


def test_two_people_on_one_border_do_not_stand_behind_each_other() -> None:
    layout = laid_out(SAMPLE, [], 888, 702)
    inner, outer = layout.places[6], layout.places[3]
    assert length_behind(outer.x, outer.y, inner.label) == 0
    assert abs(math.remainder(inner.angle - outer.angle, 360)) > 15


def test_squares_make_way_for_links_between_them() -> None:
    calm = laid_out(SAMPLE[-2:], [])
    crossed = laid_out([*SAMPLE[-2:], SAMPLE[2], SAMPLE[5]], [])

    def lane(layout: MapLayout) -> float:
        return layout.places[12].label.left - layout.places[11].label.right

    assert 48 <= lane(calm) < lane(crossed)


def test_a_line_behind_a_box_is_measured_with_the_plate() -> None:
    assert length_behind(100, 0, Box(40, -5, 60, 5)) == pytest.approx(26)
    assert length_behind(0, -100, Box(-5, -60, 5, -40)) == pytest.approx(26)
    assert length_behind(100, 0, Box(40, 10, 60, 20)) == 0
    assert length_behind(100, 0, Box(140, -5, 160, 5)) == 0
    assert length_behind(100, 100, Box(40, 40, 60, 60)) == pytest.approx(26 * math.sqrt(2))
