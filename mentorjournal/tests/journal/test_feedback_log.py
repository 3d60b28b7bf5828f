"""The list of the feedback log: SQL agrees with the rules, finds, sorts and counts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentorjournal.journal import feedback, feedback_log, people, promises
from mentorjournal.journal.feedback_log import Wanted
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import loop
from mentorjournal.mentoring.vocabulary import STANCES
from mentorjournal.tests import build

DAY = build.SAMPLE_DAY

near = st.none() | st.integers(-30, 30).map(lambda n: DAY + timedelta(days=n))
ENTRY = st.fixed_dictionaries({
    **dict.fromkeys(
        ("date", "asked_on", "cool_off_until", "revisited_on", "talk_asked_on",
         "conversation_on", "plan_on", "note_on", "acted_on", "reported_back_on",
         "set_aside_on"), near),
    "stance": st.none() | st.sampled_from(STANCES), "plan": st.sampled_from([None, "", "Do it"]),
})
ACTIONS = st.lists(st.fixed_dictionaries({"due": near, "done_on": near, "dropped_on": near}),
                   max_size=3)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ENTRY, ACTIONS, st.sampled_from([None, -1, 0, 5]))
def test_the_file_and_the_rule_agree(
    journal: Journal, values: dict[str, Any], actions: list[dict[str, Any]], meets: int | None
) -> None:
    whom = build.add_person(journal)
    which = build.add_record(journal, "feedback", person_id=whom, **values)
    for one in actions:
        build.add_record(journal, "actions", feedback_id=which, **one)
    if meets is not None:
        when = DAY + timedelta(days=meets)
        build.add_meeting(journal, whom, starts_at=f"{when.isoformat()}T10:00")
    (row,) = feedback_log.rows(journal, [which], DAY).values()
    move = loop.next_move(row.entry, row.around, DAY)
    group = {"aside": "aside", "done": "reported"}.get(
        move.kind, "waiting" if move.waiting else "progress")
    assert which in feedback_log.ids(journal, Wanted(group=group), DAY)
    others = set(feedback_log.GROUPS) - {"all", group}
    assert not any(which in feedback_log.ids(journal, Wanted(group=one), DAY) for one in others)
    _agrees_on_the_day(journal, row, move)
    by_step = feedback_log.ids(journal, Wanted(order="step"), DAY)
    steps = [loop.step(feedback.get(journal, one)) for one in by_step]
    assert steps == sorted(steps)


def _agrees_on_the_day(journal: Journal, row: feedback_log.Row, move: loop.Move) -> None:
    """What is due, and what there is to do, are the same in the file and in the rule."""
    due = loop.due_on(row.entry, row.around, DAY)
    others = feedback_log.due(journal, DAY)
    feedback.remove(journal, row.entry.id)
    without = feedback_log.due(journal, DAY)
    journal.undo()
    goes_on = move.kind not in ("aside", "done")
    assert others - without == (goes_on and due is not None and due <= DAY)
    todo = feedback_log.to_do(journal, DAY, DAY + timedelta(14), 1_000)
    told_soon = move.kind == "report" and due is not None and due <= DAY + timedelta(14)
    late_action = move.kind == "actions" and move.waiting
    assert (row.entry.id in todo.ids) == ((move.waiting and not late_action) or told_soon)
    assert len(todo.ids) == todo.pressing + todo.coming


def topics(journal: Journal, **wanted: Any) -> list[str]:
    found = feedback_log.ids(journal, Wanted(**wanted), DAY)
    rows = feedback_log.rows(journal, found, DAY)
    return [str(rows[one].entry.topic) for one in found]


def test_sample_groups(sample_journal: Journal) -> None:
    assert feedback_log.group_counts(sample_journal, DAY) == {
        "all": 9, "waiting": 2, "progress": 1, "reported": 6, "aside": 0}
    assert topics(sample_journal, group="waiting") == [
        "teaching slides", "negotiating clinical time"]


@pytest.mark.parametrize(("words", "first"), [
    ("slid", "teaching slides"), ("castel", "teaching slides"), ("estimand", "analysis plan"),
    ("vale much", "taking on too much"), ("nothing-like-it", None), ("—", "teaching slides"),
])
def test_words_are_found(sample_journal: Journal, words: str, first: str | None) -> None:
    assert next(iter(topics(sample_journal, words=words)), None) == first


def test_orders(sample_journal: Journal) -> None:
    newest = topics(sample_journal)
    assert newest[0] == "teaching slides"
    assert topics(sample_journal, order="oldest") == newest[::-1]
    by_theme = feedback_log.ids(sample_journal, Wanted(order="theme"), DAY)
    rows = feedback_log.rows(sample_journal, by_theme, DAY)
    named = [rows[one].entry.theme for one in by_theme]
    assert named == sorted(named, key=lambda name: (name is None, (name or "").lower()))


def test_what_was_asked_and_not_heard_comes_first(sample_journal: Journal) -> None:
    whom = feedback_log.givers(sample_journal)[0][0]
    feedback.ask(sample_journal, {"person_id": whom, "topic": "the talk", "asked_on": DAY})
    assert topics(sample_journal)[0] == "the talk"


def test_around_counts_actions_and_the_next_meeting(sample_journal: Journal) -> None:
    which = next(one for one in feedback.every(sample_journal) if "aims" in (one.topic or "")
                 and not one.reported_back_on)
    feedback.add_action(sample_journal, which.id, "Tell her", date(2026, 5, 19))
    found = feedback_log.around(sample_journal, which.id, DAY)
    assert found.next_meeting == date(2026, 5, 19)
    assert (found.actions - found.actions_done, found.next_due) == (1, date(2026, 5, 19))


def test_themes_count_entries_and_people(sample_journal: Journal) -> None:
    found = feedback_log.theme_counts(sample_journal)
    assert sum(one.entries for one in found.values()) == 9
    assert found["Writing"].people >= 1


def test_what_waits_longest_comes_first(sample_journal: Journal) -> None:
    assert topics(sample_journal, order="longest")[:2] == [
        "negotiating clinical time", "teaching slides"]
    assert len(topics(sample_journal, order="longest")) == 9


def test_it_is_told_which_entries_a_change_concerns(sample_journal: Journal) -> None:
    heard = build.notices(sample_journal)
    entry = next(one for one in feedback.every(sample_journal) if "clinical" in str(one.topic))
    hers = {one.id for one in feedback.every(sample_journal) if one.person_id == entry.person_id}

    def told() -> set[int] | None:
        return feedback_log.touched(sample_journal, heard[-1])

    action = feedback.add_action(sample_journal, entry.id, "Ask again")
    assert told() == {entry.id}
    promises.set_done(sample_journal, action, DAY)
    assert told() == {entry.id}
    build.add_meeting(sample_journal, entry.person_id)
    assert told() == hers
    people.edit(sample_journal, entry.person_id, {"rank": "Head"})
    assert told() == hers
    promises.remove(sample_journal, action)
    assert told() is None  # whose it was cannot be read any more


def test_a_theme_is_spelled_as_it_is_elsewhere(sample_journal: Journal) -> None:
    one, other = [entry.id for entry in feedback.every(sample_journal)][:2]
    feedback.set_theme(sample_journal, [one, other], "  wriTing ")
    assert {feedback.get(sample_journal, each).theme for each in (one, other)} == {"Writing"}
    feedback.set_theme(sample_journal, [one], "Slides   and talks")
    assert feedback.get(sample_journal, one).theme == "Slides and talks"
    feedback.set_theme(sample_journal, [one], "  ")
    assert feedback.get(sample_journal, one).theme is None
