"""What is known of a mentor in the journal: answers with their day, news, boundaries."""

from __future__ import annotations

from datetime import date

import pytest

from mentorjournal import clock
from mentorjournal.journal import knowing, people
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import knowing as rules
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

EARLIER, TODAY = date(2025, 3, 1), build.SAMPLE_DAY
KNOWN = {"Okafor": 6, "Vale": 3, "Ramanathan": 6, "Brandt": 2, "Haddad": 4, "Whitfield": 5,
         "Castellanos": 1, "Marchetti": 2}


@pytest.fixture(autouse=True)
def _day() -> None:
    clock.set_as_of(TODAY)


def test_the_sample_gives_the_readings_worked_out_for_it(sample_journal: Journal) -> None:
    everybody = people.everybody(sample_journal, TODAY)
    counts = knowing.counts(sample_journal)
    for facts in everybody:
        family = facts.person.name.split(",")[0].split()[-1]
        wanted = KNOWN.get(family, 0)
        told = knowing.answers(sample_journal, facts.person.id)
        assert rules.reading(told, TODAY, facts.person.start).known == wanted
        assert counts.get(facts.person.id, 0) == wanted
    okafor = next(one.person.id for one in everybody if "Okafor" in one.person.name)
    assert knowing.counts(sample_journal, [okafor]) == {okafor: 6}


def test_an_answer_is_as_of_the_day_it_was_noted(journal: Journal) -> None:
    whom = build.add_person(journal)
    clock.set_as_of(EARLIER)
    knowing.answer(journal, whom, "drives", "A letter of complaint")
    assert [(a.text, a.as_of) for a in knowing.answers(journal, whom)] == [
        ("A letter of complaint", EARLIER)]
    clock.set_as_of(TODAY)
    knowing.answer(journal, whom, "drives", "Patients who were told nothing")
    assert [(a.text, a.as_of) for a in knowing.answers(journal, whom)] == [
        ("Patients who were told nothing", TODAY)]


def test_an_answer_that_is_emptied_is_forgotten_and_undo_brings_it_back(journal: Journal) -> None:
    whom = build.add_person(journal)
    knowing.answer(journal, whom, "who", "Sings alto")
    knowing.answer(journal, whom, "who", "  ")
    assert knowing.answers(journal, whom) == []
    knowing.answer(journal, whom, "who", None)  # nothing to forget is no error
    journal.undo()
    assert [a.text for a in knowing.answers(journal, whom)] == ["Sings alto"]


def test_an_answer_that_still_holds_is_as_of_today(journal: Journal) -> None:
    whom = build.add_person(journal)
    clock.set_as_of(EARLIER)
    knowing.answer(journal, whom, "path", "Two years abroad")
    knowing.confirm_answer(journal, knowing.answers(journal, whom)[0].id, TODAY)
    assert knowing.answers(journal, whom)[0].as_of == TODAY


def test_joined_entries_keep_both_answers_and_the_newer_is_edited(journal: Journal) -> None:
    one, two = build.add_person(journal), build.add_person(journal, "R. Okafor")
    clock.set_as_of(EARLIER)
    knowing.answer(journal, one, "who", "Older")
    clock.set_as_of(TODAY)
    knowing.answer(journal, two, "who", "Newer")
    people.merge(journal, one, two)
    knowing.answer(journal, one, "who", "Newest")
    assert [a.text for a in knowing.answers(journal, one)] == ["Newest", "Older"]
    assert knowing.counts(journal) == {one: 1}


def test_a_topic_that_is_none_of_the_six_is_refused(journal: Journal) -> None:
    whom = build.add_person(journal)
    with pytest.raises(JournalError, match="shoe size"):
        knowing.answer(journal, whom, "shoe size", "41")


def test_news_to_congratulate_on_come_first_then_the_newest(journal: Journal) -> None:
    whom = build.add_person(journal)
    for text, day in (("Old", EARLIER), ("New", TODAY), ("Done", TODAY), ("Undated", None)):
        knowing.add_news(journal, whom, text, day)
    done = next(one for one in knowing.news_of(journal, whom) if one.text == "Done")
    knowing.set_congratulated(journal, done.id, TODAY)
    assert [one.text for one in knowing.news_of(journal, whom)] == ["New", "Old", "Undated", "Done"]
    knowing.set_congratulated(journal, done.id, None)
    assert knowing.news_of(journal, whom)[0].text == "Done"


def test_boundaries_stand_as_they_were_noted_and_say_something(journal: Journal) -> None:
    whom = build.add_person(journal)
    first = knowing.add_boundary(journal, whom, "Never after nine")
    second = knowing.add_boundary(journal, whom, "Not her father")
    knowing.edit_boundary(journal, first, {"note": "Never after eight"})
    assert [(b.note, b.date) for b in knowing.boundaries(journal, whom)] == [
        ("Never after eight", TODAY), ("Not her father", TODAY)]
    with pytest.raises(JournalError):
        knowing.edit_boundary(journal, first, {"note": None})
    knowing.remove_boundary(journal, second)
    with pytest.raises(JournalError):
        knowing.remove_boundary(journal, second)


def test_only_the_day_of_the_talk_is_kept_when_nothing_is_noted(journal: Journal) -> None:
    whom = build.add_person(journal)
    knowing.note_differences(journal, whom, {"differences_talk_on": TODAY})
    one = people.get(journal, whom)
    assert (one.differences_talk_on, one.differences_note) == (TODAY, None)
