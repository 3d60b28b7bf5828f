"""Reflections are found by any word, tag, person or goal; pairs, prompts and energy."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentorjournal.journal import people, reflections
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.reflections import Wanted
from mentorjournal.mentoring import reflection as rules
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build
from mentorjournal.tests.journal.verb_cases import whom

AS_OF = build.SAMPLE_DAY


def tags(journal: Journal, **wanted: object) -> list[str | None]:
    return [one.tag for one in reflections.found(journal, Wanted(**wanted))]  # type: ignore[arg-type]


def test_the_sample_has_three_the_newest_first(sample_journal: Journal) -> None:
    assert tags(sample_journal) == ["feedback", "mentoring_others", "yearly"]
    assert reflections.count(sample_journal) == 3 and Wanted().is_open
    assert reflections.tags(sample_journal) == ["yearly", "mentoring_others", "feedback"]
    written = reflections.written(sample_journal, AS_OF)
    assert written.last == date(2026, 5, 9)
    assert written.by_tag == {"feedback": date(2026, 5, 9), "mentoring_others": date(2026, 2, 27),
                              "yearly": date(2025, 12, 30)}
    assert reflections.written(sample_journal, date(2026, 1, 1)).last == date(2025, 12, 30)


@pytest.mark.parametrize(("words", "found"), [
    ("slid", ["feedback"]), ("callum options", ["mentoring_others"]), ("CASTELL", ["feedback"]),
    ("simulation", ["feedback"]), ("passed on", ["mentoring_others"]), ("yearly", ["yearly"]),
    ("callum slides", []), ("zebra", []), ("  ", ["feedback", "mentoring_others", "yearly"]),
    ("%", ["feedback", "mentoring_others", "yearly"]), ('"', [
        "feedback", "mentoring_others", "yearly"])])
def test_found_by_every_word(sample_journal: Journal, words: str, found: list[str]) -> None:
    assert tags(sample_journal, words=words) == found


def test_filtered_by_tag_person_and_goal(sample_journal: Journal) -> None:
    reyes = whom(sample_journal, "Reyes")
    assert tags(sample_journal, tag="yearly") == ["yearly"]
    assert tags(sample_journal, person_id=reyes) == ["mentoring_others"]
    (goal,) = reflections.about_goals(sample_journal)
    assert tags(sample_journal, goal_id=goal) == ["feedback"]
    assert tags(sample_journal, goal_id=goal, person_id=reyes) == []
    assert len(reflections.about_people(sample_journal)) == 3


@settings(deadline=None, max_examples=30,
          suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
def test_any_words_can_be_looked_for(sample_journal: Journal, words: str) -> None:
    assert len(reflections.found(sample_journal, Wanted(words))) <= 3


def test_a_list_gets_the_beginning_and_the_page_the_whole(journal: Journal) -> None:
    made = reflections.add(journal, {"text": "word " * 50_000, "date": AS_OF})
    assert len(reflections.found(journal)[0].text) == reflections.BEGINNING
    assert len(reflections.get(journal, made).text) > 200_000


def test_it_is_private_until_that_is_said(journal: Journal) -> None:
    made = reflections.add(journal, {"text": "Mine"})
    assert reflections.get(journal, made).shareable is False
    for wrong in ({"text": ""}, {"text": "x", "energy": 6}, {"text": "x", "energy": 0},
                  {"text": "x", "tag": "gossip"}):
        with pytest.raises(JournalError):
            reflections.add(journal, wrong)
    with pytest.raises(JournalError):
        reflections.get(journal, made + 1)


def test_a_pair_is_found_from_both_ends(journal: Journal) -> None:
    first = reflections.add(journal, {"text": "I taught", "tag": "mentoring_others"})
    second = reflections.add(journal, {"text": "I will bring two ways out",
                                       "paired_with_id": first})

    def pair(of: int) -> int | None:
        found = reflections.pair_of(journal, reflections.get(journal, of))
        return found.id if found else None

    assert (pair(first), pair(second)) == (second, first)
    reflections.pair(journal, second, None)
    assert pair(first) is None
    with pytest.raises(JournalError):
        reflections.pair(journal, first, first)
    reflections.pair(journal, second, first)
    reflections.remove(journal, first)
    assert pair(second) is None and reflections.count(journal) == 1
    journal.undo()
    assert pair(second) == first


def test_whoever_is_removed_leaves_what_was_thought(sample_journal: Journal) -> None:
    reyes = whom(sample_journal, "Reyes")
    people.remove(sample_journal, reyes)
    assert reflections.count(sample_journal) == 3
    assert tags(sample_journal, person_id=reyes) == []


def prompt_kinds(journal: Journal, day: date = AS_OF) -> list[str]:
    return [one.kind for one in reflections.prompts(journal, day)]


def test_a_prompt_clears_with_an_entry(sample_journal: Journal) -> None:
    assert prompt_kinds(sample_journal) == ["ethics", "engaged"]
    reflections.add(sample_journal, {"text": "Grey", "tag": "ethics", "date": AS_OF})
    assert prompt_kinds(sample_journal) == ["engaged"]
    reflections.add(sample_journal, {"text": "Tired", "tag": "energy", "date": AS_OF})
    assert prompt_kinds(sample_journal) == []
    late = AS_OF + timedelta(180)
    assert prompt_kinds(sample_journal, late) == ["self", "mentoring_others"]
    reflections.add(sample_journal, {"text": "More", "tag": "mentoring_others", "date": late})
    assert prompt_kinds(sample_journal, late) == []


def test_those_i_mentor_come_up_only_where_there_are_any(journal: Journal) -> None:
    reflections.add(journal, {"text": "x", "date": AS_OF})
    assert "mentoring_others" not in prompt_kinds(journal)
    mentee = build.add_person(journal, "Sam", direction="mentee")
    assert "mentoring_others" in prompt_kinds(journal)
    people.edit(journal, mentee, {"stage": "closed"})
    assert "mentoring_others" not in prompt_kinds(journal)


def test_a_prompt_is_put_aside_for_ninety_days(sample_journal: Journal) -> None:
    reflections.put_prompt_aside(sample_journal, "reflect:ethics", AS_OF)
    assert prompt_kinds(sample_journal) == ["engaged"]
    assert "ethics" not in prompt_kinds(sample_journal, AS_OF + timedelta(89))
    assert "ethics" in prompt_kinds(sample_journal, AS_OF + timedelta(90))


def test_energy_is_told_day_by_day_and_not_of_the_future(sample_journal: Journal) -> None:
    told = reflections.energies(sample_journal, AS_OF)
    assert [n for _, n in told] == [2, 4, 3] and len(told) == rules.LEAST_ENERGY
    assert len(reflections.energies(sample_journal, date(2026, 5, 8))) == 2
