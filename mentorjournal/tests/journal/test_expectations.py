"""The compact in the journal: topics in order, old wordings kept once a day, agreeing and talks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import event

from mentorjournal import clock
from mentorjournal.journal import agenda, carry_in, entries, expectations, goals
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.expectations import FIRST_TOPICS
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

DAY = date(2026, 5, 15)


@pytest.fixture
def person(journal: Journal) -> int:
    clock.set_as_of(DAY)
    return build.add_person(journal)


def begun(journal: Journal, person_id: int, *topics: str) -> list[int]:
    """A compact with these topics; their ids."""
    expectations.begin(journal, person_id, topics)
    return [one.id for one in expectations.topics(journal, person_id)]


def agreed(journal: Journal, person_id: int) -> int:
    """A topic that was agreed on."""
    topic = begun(journal, person_id, "feedback_style")[0]
    values = {"mine": "In writing", "theirs": "In person", "agreed": "Written, then a talk"}
    expectations.edit_topic(journal, topic, values)
    expectations.agree(journal, topic, DAY)
    return topic


def kept(journal: Journal, person_id: int) -> list[tuple[object, ...]]:
    """Day, the three texts and the state of all earlier wordings, newest first."""
    return [
        (one.date, one.mine, one.theirs, one.agreed, one.status)
        for several in expectations.versions(journal, person_id).values() for one in several
    ]


def test_a_compact_begins_with_five_topics_and_neither_side_filled(
    journal: Journal, person: int
) -> None:
    compact_id = expectations.begin(journal, person)
    found = expectations.compact_of(journal, person)
    assert found is not None
    assert (found.id, found.started_on, found.review_every_days) == (compact_id, DAY, 180)
    topics = expectations.topics(journal, person)
    assert tuple(one.topic for one in topics) == FIRST_TOPICS
    assert len(topics) == 5
    assert {(one.mine, one.theirs, one.agreed, one.status) for one in topics} == {
        (None, None, None, "open")}
    with pytest.raises(JournalError, match="already"):
        expectations.begin(journal, person)
    assert journal.undo() == "Begin compact"
    assert expectations.compact_of(journal, person) is None
    assert expectations.topics(journal, person) == []


def test_topics_that_came_before_the_compact_stay_in_it(journal: Journal, person: int) -> None:
    build.add_record(journal, "expectations", person_id=person, topic="boundaries", mine="Mine")
    begun(journal, person, *FIRST_TOPICS)
    topics = expectations.topics(journal, person)
    assert [one.topic for one in topics] == ["boundaries", *FIRST_TOPICS[:-1]]
    assert topics[0].mine == "Mine"


def test_topics_are_added_at_the_end_and_none_of_the_list_twice(
    journal: Journal, person: int
) -> None:
    begun(journal, person, "boundaries")
    new = expectations.add_topics(
        journal, person, ["boundaries", "review_date"], ["Travel", "Travel"])
    topics = expectations.topics(journal, person)
    assert [one.id for one in topics[1:]] == new
    assert [(one.topic, one.topic_words) for one in topics] == [
        ("boundaries", None), ("review_date", None), ("other", "Travel"), ("other", "Travel")]
    with pytest.raises(JournalError, match="already"):
        expectations.add_topics(journal, person, ["boundaries"])


@pytest.mark.parametrize(("to", "order"), [(0, "cab"), (1, "acb"), (9, "abc"), (-4, "cab")])
def test_a_topic_moves(journal: Journal, person: int, to: int, order: str) -> None:
    names = {"a": "boundaries", "b": "review_date", "c": "feedback_style"}
    last = begun(journal, person, *names.values())[-1]
    expectations.move_topic(journal, last, to)
    topics = expectations.topics(journal, person)
    assert [one.topic for one in topics] == [names[letter] for letter in order]


# Earlier wordings -----------------------------------------------------------------------------


def test_what_was_agreed_is_kept_once_a_day_however_it_is_typed(
    journal: Journal, person: int
) -> None:
    topic = agreed(journal, person)
    clock.set_as_of(DAY + timedelta(100))
    for text in ("W", "Wr", "Written only"):
        expectations.edit_topic(journal, topic, {"agreed": text}, merge="typing")
    expectations.edit_topic(journal, topic, {"mine": "Only in writing"})
    assert kept(journal, person) == [
        (DAY + timedelta(100), "In writing", "In person", "Written, then a talk", "agreed")]
    clock.set_as_of(DAY + timedelta(101))
    expectations.edit_topic(journal, topic, {"theirs": "As she likes"})
    assert [one[:4] for one in kept(journal, person)] == [
        (DAY + timedelta(101), "Only in writing", "In person", "Written only"),
        (DAY + timedelta(100), "In writing", "In person", "Written, then a talk")]


def test_typing_and_its_old_wording_are_one_step(journal: Journal, person: int) -> None:
    topic = agreed(journal, person)
    before = build.dump(journal)
    for text in ("W", "Wr"):
        expectations.edit_topic(journal, topic, {"agreed": text}, merge="typing")
    journal.undo()
    assert build.dump(journal) == before


def test_back_to_the_old_words_on_the_same_day_is_no_change(journal: Journal, person: int) -> None:
    topic = agreed(journal, person)
    expectations.edit_topic(journal, topic, {"agreed": "Something else"})
    assert len(kept(journal, person)) == 1
    expectations.edit_topic(journal, topic, {"agreed": "Written, then a talk"})
    assert kept(journal, person) == []


def test_what_is_still_open_or_says_how_it_goes_keeps_no_wording(
    journal: Journal, person: int
) -> None:
    settled = agreed(journal, person)
    unsettled = expectations.add_topics(journal, person, ["boundaries"])[0]
    for text in ("One", "Two"):
        expectations.edit_topic(journal, unsettled, {"mine": text})
        expectations.edit_topic(journal, settled, {"how_it_goes": text})
    assert kept(journal, person) == []


def test_that_it_was_agreed_stays_known_when_it_is_seen_differently(
    journal: Journal, person: int
) -> None:
    topic = agreed(journal, person)
    expectations.note_talk(journal, topic, DAY)
    later = DAY + timedelta(9)
    clock.set_as_of(later)
    expectations.mark_differs(journal, topic, later)
    found = expectations.get(journal, topic)
    assert (found.status, found.differs_since, found.conversation_on) == ("differs", later, None)
    assert [one[-1] for one in kept(journal, person)] == ["agreed"]


# Agreeing and talking -------------------------------------------------------------------------


def test_agreeing_needs_the_words_of_it(journal: Journal, person: int) -> None:
    topic = begun(journal, person, "feedback_style")[0]
    before = build.dump(journal)
    with pytest.raises(JournalError, match="Write down first"):
        expectations.agree(journal, topic, DAY)
    assert build.dump(journal) == before


def test_the_last_agreed_topic_makes_the_compact_agreed(journal: Journal, person: int) -> None:
    first, second = begun(journal, person, "feedback_style", "boundaries")
    for topic, day in ((first, DAY), (second, DAY + timedelta(3))):
        compact = expectations.compact_of(journal, person)
        assert compact is not None and compact.agreed_on is None
        expectations.edit_topic(journal, topic, {"agreed": "Yes"})
        expectations.agree(journal, topic, day)
    compact = expectations.compact_of(journal, person)
    assert compact is not None and compact.agreed_on == DAY + timedelta(3)
    assert {one.status for one in expectations.topics(journal, person)} == {"agreed"}


def test_a_talk_can_settle_a_difference_or_leave_it(journal: Journal, person: int) -> None:
    topic = agreed(journal, person)
    expectations.mark_differs(journal, topic, DAY)
    later = DAY + timedelta(5)
    expectations.note_talk(journal, topic, later, how_it_goes="Closer")
    found = expectations.get(journal, topic)
    assert (found.status, found.conversation_on, found.how_it_goes) == ("differs", later, "Closer")
    expectations.note_talk(journal, topic, later, agreed="Whoever writes is first")
    found = expectations.get(journal, topic)
    assert (found.status, found.agreed, found.differs_since) == (
        "agreed", "Whoever writes is first", None)
    assert (found.how_it_goes, found.reviewed_on) == ("Closer", later)
    expectations.reopen(journal, topic)
    assert expectations.get(journal, topic).status == "open"


def test_looking_it_over_counts_for_every_topic(journal: Journal, person: int) -> None:
    begun(journal, person, "feedback_style", "boundaries")
    other = build.add_person(journal, "Dr. Vale")
    begun(journal, other, "boundaries")
    compact = expectations.compact_of(journal, person)
    assert compact is not None
    expectations.review(journal, compact.id, DAY)
    again = expectations.compact_of(journal, person)
    assert again is not None and again.reviewed_on == DAY
    assert {one.reviewed_on for one in expectations.topics(journal, person)} == {DAY}
    assert {one.reviewed_on for one in expectations.topics(journal, other)} == {None}


def test_a_removed_compact_takes_its_topics_along_and_nobody_elses(
    journal: Journal, person: int
) -> None:
    agreed(journal, person)
    expectations.edit_topic(
        journal, expectations.topics(journal, person)[0].id, {"agreed": "Else"})
    other = build.add_person(journal, "Dr. Vale")
    begun(journal, other, "boundaries")
    before = build.dump(journal)
    compact = expectations.compact_of(journal, person)
    assert compact is not None
    expectations.remove_compact(journal, compact.id)
    assert kept(journal, person) == expectations.topics(journal, person) == []
    assert len(expectations.topics(journal, other)) == 1
    journal.undo()
    assert build.dump(journal) == before


@pytest.mark.parametrize("verb", [
    lambda j: expectations.edit_topic(j, 99, {"mine": "x"}),
    lambda j: expectations.edit_topic(j, 99, {}),
    lambda j: expectations.agree(j, 99, DAY), lambda j: expectations.mark_differs(j, 99, DAY),
    lambda j: expectations.reopen(j, 99), lambda j: expectations.note_talk(j, 99, DAY),
    lambda j: expectations.move_topic(j, 99, 0), lambda j: expectations.remove_topic(j, 99),
    lambda j: expectations.review(j, 99, DAY), lambda j: expectations.remove_compact(j, 99),
    lambda j: expectations.edit_compact(j, 99, {"purpose": "x"}),
])
def test_what_is_gone_is_refused_in_one_sentence(journal: Journal, verb: object) -> None:
    with pytest.raises(JournalError, match="no longer in the journal"):
        verb(journal)  # type: ignore[operator]


# Reading --------------------------------------------------------------------------------------


def test_everybodys_compact_is_read_in_two_questions(sample_journal: Journal) -> None:
    asked: list[str] = []
    connection = sample_journal.read()
    event.listen(connection, "before_cursor_execute", lambda *a: asked.append(a[2]))
    found = expectations.summaries(sample_journal)
    assert len(asked) == 2
    assert sorted(len(topics) for _, topics in found.values()) == [5, 6, 10]
    assert all(compact is not None for compact, _ in found.values())


def test_what_is_on_an_agenda_still_to_come_is_known(journal: Journal, person: int) -> None:
    topic = agreed(journal, person)
    expectations.mark_differs(journal, topic, DAY)
    gone, coming = (
        build.add_meeting(journal, person, f"2026-05-{day}T10:00") for day in (12, 19))
    carry = carry_in.topic_of(expectations.get(journal, topic))
    carry_in.take(journal, gone, carry)
    assert expectations.on_agendas(journal, person, DAY) == {}
    item = carry_in.take(journal, coming, carry)
    assert expectations.on_agendas(journal, person, DAY) == {
        ("expectation", topic): date(2026, 5, 19)}
    agenda.edit_item(journal, item, {"state": "dropped"})
    assert expectations.on_agendas(journal, person, DAY) == {}


def test_only_goals_that_were_shared_and_are_worked_on(journal: Journal, person: int) -> None:
    ids = [goals.add(journal, {"text": text}) for text in ("Shared", "Kept to me", "Done")]
    goals.edit(journal, ids[2], {"status": "done"})
    for goal, day in zip(ids, (DAY, None, DAY), strict=True):
        entries.add(journal, "goal_persons", {
            "goal_id": goal, "person_id": person, "shared_on": day and day.isoformat()})
    assert [one.text for one in expectations.goals_shared(journal, person)] == ["Shared"]
