"""Places on rings: nothing meets, nothing leaves the field, and who comes first is placed first."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.documents.ring_places import Box, Field, Piece, placed

ROOM = Box(-240, -158, 240, 158)
RADII = (49.0, 94.0, 138.0)
PIECES = st.lists(st.builds(
    Piece, st.integers(0, 2), st.sampled_from([8.0, 17.0, 85.0]), st.just(17.0),
    st.floats(10, 118), st.sampled_from([12.0, 23.5])), max_size=40)


@given(pieces=PIECES, wider=st.sampled_from([1.0, 1.3]))
def test_marks_and_labels_never_meet_and_stay_inside(pieces: list[Piece], wider: float) -> None:
    centre = Box(-30, -30, 30, 30)
    spots = placed(pieces, RADII, Field(ROOM, [centre]), wider)
    assert len(spots) == len(pieces)
    boxes = [centre]
    for piece, spot in zip(pieces, spots, strict=True):
        if spot is not None:
            across, down = piece.mark_width / 2, piece.mark_height / 2
            boxes += [spot.label, Box(
                spot.x - across, spot.y - down, spot.x + across, spot.y + down)]
            on = (spot.x / (wider * RADII[piece.ring])) ** 2 + (spot.y / RADII[piece.ring]) ** 2
            assert abs(on - 1) < 1e-6
    # The mark and the label of one person touch; those of two do not.
    for one, other in combinations(boxes[1:], 2):
        assert not (one.left < other.right and other.left < one.right
                    and one.top < other.bottom and other.top < one.bottom)
    assert all(box.is_within(ROOM) for box in boxes)


def test_eight_people_all_find_a_place_and_a_crowd_loses_the_last() -> None:
    few = [Piece(n % 3, 17, 17, 80, 23.5) for n in range(8)]
    assert None not in placed(few, RADII, Field(ROOM))
    crowd = placed([Piece(2, 17, 17, 80, 23.5)] * 200, RADII, Field(ROOM))
    assert crowd[0] is not None and crowd.count(None) > 100
