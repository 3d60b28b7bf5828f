"""Looking at where I stand: every topic once, and what is far, largest distance first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.mentoring.self_look import FAR, OTHER, Mark, far, groups, offered_need
from mentorjournal.mentoring.vocabulary import SELF_TOPICS

MARK = st.one_of(st.none(), st.integers(1, 5))


def test_every_topic_stands_in_one_group() -> None:
    grouped = [topic for _, topics in groups() for topic in topics]
    assert sorted([*grouped, OTHER]) == sorted(SELF_TOPICS)
    assert all(3 <= len(topics) <= 5 for _, topics in groups())


def test_every_topic_offers_a_need_of_its_own() -> None:
    offered = [offered_need(Mark(topic)) for topic in SELF_TOPICS if topic != OTHER]
    assert len(set(offered)) == len(offered)
    assert all(one.startswith("Somebody") for one in offered)
    assert offered_need(Mark(OTHER, words="Night shifts")) == "Somebody for: Night shifts"


def test_what_is_far_comes_largest_first() -> None:
    marks = [Mark("writing", 3, 5), Mark("speaking", 1, 5), Mark("analysis", 2, 4),
             Mark("saying_no", 3, 4), Mark("being_known", 5, 1), Mark("career_plan", None, 5)]
    assert [one.topic for one in far(marks)] == ["speaking", "analysis", "writing"]


@given(MARK, MARK)
def test_only_two_numbers_make_a_distance(now: int | None, wanted: int | None) -> None:
    one = Mark("writing", now, wanted)
    assert one.is_said == (now is not None or wanted is not None)
    is_far = now is not None and wanted is not None and wanted - now >= FAR
    assert far([one]) == ([one] if is_far else [])
    assert one.distance >= 0
