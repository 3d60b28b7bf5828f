"""How far a compact is: counts, when to look it over, and what waits to be talked about."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.journal.between import Compact, Expectation
from mentorjournal.mentoring import expectations as rules
from mentorjournal.mentoring.vocabulary import COMPACT_TOPICS, EXPECTATION_STATES

TODAY = date(2026, 5, 15)


def topic(topic_id: int = 1, **values: object) -> Expectation:
    return Expectation(topic_id, 1, **values)  # type: ignore[arg-type]


def test_nothing_yet_says_how_to_begin() -> None:
    found = rules.reading(None, [], TODAY)
    assert found.state == "not_enough"
    assert rules.counts_words(found) == "Nothing is written down yet: start with 5 topics"
    assert (found.review_due, found.days_left, found.days_late) == (None, None, 0)


@given(st.lists(st.sampled_from([*EXPECTATION_STATES, "unheard of"])))
def test_every_topic_is_counted_once(states: list[str]) -> None:
    found = rules.reading(None, [topic(n, status=s) for n, s in enumerate(states)], TODAY)
    assert found.total == len(states)
    assert found.agreed == states.count("agreed")
    assert len(found.apart) == found.differs == states.count("differs")


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 3650), st.integers(0, 5000))
def test_late_and_left_are_two_sides_of_one_day(since: date, every: int, later: int) -> None:
    compact = Compact(1, 1, reviewed_on=since, review_every_days=every)
    found = rules.reading(compact, [topic()], since + timedelta(later))
    assert found.days_left == every - later
    assert found.days_late == max(0, later - every)
    assert found.state == ("look" if later > every else "in_rhythm")


def test_it_is_looked_over_from_the_last_day_both_had_it_before_them() -> None:
    days = [TODAY - timedelta(n) for n in (300, 200, 100)]
    begun = Compact(1, 1, started_on=days[0])
    agreed = Compact(1, 1, started_on=days[0], agreed_on=days[1])
    reviewed = Compact(1, 1, started_on=days[0], agreed_on=days[1], reviewed_on=days[2])
    assert [rules.review_due(one) for one in (begun, agreed, reviewed)] == [
        day + timedelta(180) for day in days]
    assert rules.review_due(Compact(1, 1)) is None


@pytest.mark.parametrize(
    ("days", "talked", "needs"), [(30, None, False), (31, None, True), (178, None, True),
                                  (178, 200, True), (178, 178, False), (178, 3, False)])
def test_a_difference_needs_a_talk_after_thirty_days_without_one(
    days: int, talked: int | None, needs: bool
) -> None:
    one = topic(
        status="differs", differs_since=TODAY - timedelta(days),
        conversation_on=None if talked is None else TODAY - timedelta(talked))
    found = rules.reading(Compact(1, 1, reviewed_on=TODAY), [one], TODAY)
    assert found.apart[0].needs_talk == needs
    assert found.state == ("act" if needs else "in_rhythm")


def test_boundaries_are_missed_until_they_are_a_topic() -> None:
    without = rules.reading(None, [topic(topic="confidentiality")], TODAY)
    unsettled = rules.reading(None, [topic(topic="boundaries")], TODAY)
    settled = rules.reading(None, [topic(topic="boundaries", status="agreed")], TODAY)
    assert [one.missing_boundaries for one in (without, unsettled, settled)] == [
        True, False, False]
    assert [one.boundaries_agreed for one in (without, unsettled, settled)] == [
        False, False, True]


def test_a_side_with_only_spaces_is_empty() -> None:
    several = [topic(theirs=None), topic(theirs="  "), topic(theirs="Monthly")]
    assert rules.reading(None, several, TODAY).theirs_empty == 2


def test_the_groups_hold_every_topic_of_the_list_once_with_words_and_a_question() -> None:
    grouped = [one for group in rules.GROUPS.values() for one in group]
    assert sorted(grouped) == sorted(set(COMPACT_TOPICS) - {"other"})
    assert len({rules.named(one) for one in grouped}) == len(grouped) == 20
    assert all(rules.question(one).endswith("?") for one in grouped)
    assert set(rules.FIRST_TOPICS) | set(rules.ON_PAPER) <= set(grouped)
    assert rules.missing_topics([topic(topic=one) for one in grouped[1:]]) == (grouped[0],)


@pytest.mark.parametrize(
    ("values", "words"),
    [({}, "Open"), ({"status": "agreed"}, "Agreed"), ({"status": "differs"}, "Seen differently"),
     ({"status": "differs", "differs_since": TODAY}, "Seen differently"),
     ({"status": "differs", "differs_since": TODAY - timedelta(1)}, "Seen differently, 1 day"),
     ({"status": "differs", "differs_since": date(2025, 11, 18)}, "Seen differently, 178 days")])
def test_how_a_topic_stands_is_said_in_words(values: dict[str, object], words: str) -> None:
    assert rules.state_words(topic(**values), TODAY) == words


def test_own_words_come_before_those_of_the_list() -> None:
    assert rules.topic_label(topic(topic="other", topic_words="Travel")) == "Travel"
    assert rules.topic_label(topic(topic="boundaries")) == "Boundaries"
    assert rules.topic_label(topic()) == "A topic"
