"""Knowing a mentor: what counts of the six, what is old, and when it is little."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.mentoring import knowing
from mentorjournal.mentoring.vocabulary import KNOW_TOPICS

AS_OF = date(2026, 5, 15)


@dataclass(frozen=True)
class Told:
    topic: str | None
    as_of: date | None = AS_OF


def test_of_two_answers_to_one_topic_the_newest_counts_and_once() -> None:
    old, new = Told("goals", AS_OF - timedelta(800)), Told("goals", AS_OF - timedelta(3))
    for told in ([old, new], [new, old]):
        found = knowing.reading(told, AS_OF, None)
        assert (found.known, found.of, found.ask_again) == (1, 6, ())


@pytest.mark.parametrize(("days", "again"), [(365, ()), (366, ("priorities",))])
def test_it_is_asked_again_after_more_than_a_year(days: int, again: tuple[str, ...]) -> None:
    told = [Told("priorities", AS_OF - timedelta(days))]
    assert knowing.reading(told, AS_OF, None).ask_again == again


def test_an_answer_without_a_day_is_never_old() -> None:
    found = knowing.reading([Told("who", None)], AS_OF, None)
    assert (found.known, found.ask_again) == (1, ())


@pytest.mark.parametrize(
    ("known", "days", "little"),
    [(1, 179, False), (1, 180, True), (0, 400, True), (2, 400, False), (1, None, False)],
)
def test_below_two_of_six_after_180_days_is_little(
    known: int, days: int | None, little: bool
) -> None:
    told = [Told(topic) for topic in KNOW_TOPICS[:known]]
    since = None if days is None else AS_OF - timedelta(days)
    assert knowing.reading(told, AS_OF, since).is_little is little


@given(st.lists(st.sampled_from([*KNOW_TOPICS, None, "other"]), max_size=20))
def test_it_counts_topics_of_the_six_and_nothing_else(topics: list[str | None]) -> None:
    found = knowing.reading([Told(topic) for topic in topics], AS_OF, None)
    assert found.known == len(set(topics) & set(KNOW_TOPICS)) <= found.of


@pytest.mark.parametrize(
    ("tone", "led", "mine"),
    [("friendly", False, True), ("friendly", True, False), ("professional", False, False),
     (None, False, False)],
)
def test_a_friendly_tone_is_for_the_mentor_to_begin(
    tone: str | None, led: bool, mine: bool
) -> None:
    assert knowing.is_friendship_from_me(tone, led) is mine


def test_what_was_asked_of_them_is_said_by_kind() -> None:
    assert knowing.effort_words({}) == ""
    assert knowing.effort_words({"read": 2, "feedback": 1}) == (
        "2 things to do ahead and feedback once")
    assert knowing.effort_words({"letter": 1, "question": 3, "feedback": 2, "read": 1}) == (
        "1 thing to do ahead, 1 letter, feedback 2 times and 3 questions")


def test_every_topic_has_a_title_and_questions() -> None:
    titles = [knowing.title(topic) for topic in KNOW_TOPICS]
    assert len(set(titles)) == len(KNOW_TOPICS)
    asked = [question for topic in KNOW_TOPICS for question in knowing.questions(topic)]
    asked += knowing.differences_questions()
    assert len(set(asked)) == len(asked) == 19
    assert all(question.endswith("?") for question in asked)
