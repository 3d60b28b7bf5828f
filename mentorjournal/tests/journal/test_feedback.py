"""The feedback log: asking, hearing, cooling off, planning, acting, reporting back; the sample."""

from __future__ import annotations

from datetime import date

import pytest

from mentorjournal.journal import feedback
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import loop
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

DAY = build.SAMPLE_DAY


@pytest.fixture
def heard(journal: Journal) -> int:
    return feedback.hear(journal, build.add_person(journal), "Too many words", DAY)


def test_asking_wants_a_topic(journal: Journal) -> None:
    whom = build.add_person(journal)
    with pytest.raises(JournalError, match="what you want feedback on"):
        feedback.ask(journal, {"person_id": whom, "topic": "  "})
    made = feedback.ask(journal, {"person_id": whom, "topic": "slides", "asked_on": DAY})
    entry = feedback.get(journal, made)
    assert entry.requested and entry.date is None and loop.step(entry) == 0


@pytest.mark.parametrize("deed", [
    feedback.act, feedback.report_back, feedback.revisit, feedback.talk, feedback.ask_for_talk])
def test_what_was_not_heard_cannot_be_acted_on(journal: Journal, deed: object) -> None:
    made = feedback.ask(journal, {"person_id": build.add_person(journal), "topic": "slides"})
    with pytest.raises(JournalError, match="Nothing was heard yet"):
        deed(journal, made, DAY)  # type: ignore[operator]


def test_something_hard_cools_off_by_itself(journal: Journal, heard: int) -> None:
    feedback.edit(journal, heard, {"stance": "hurt"})
    assert feedback.get(journal, heard).cool_off_until == date(2026, 5, 17)
    feedback.edit(journal, heard, {"cool_off_until": date(2026, 5, 20)})
    feedback.edit(journal, heard, {"stance": "defensive"})
    assert feedback.get(journal, heard).cool_off_until == date(2026, 5, 20)


def test_what_was_talked_over_or_accepted_does_not(journal: Journal, heard: int) -> None:
    feedback.edit(journal, heard, {"stance": "accepted"})
    assert feedback.get(journal, heard).cool_off_until is None
    feedback.talk(journal, heard, DAY)
    feedback.edit(journal, heard, {"stance": "hurt"})
    assert feedback.get(journal, heard).cool_off_until is None


def test_plan_keeps_the_day_of_its_first_words(journal: Journal, heard: int) -> None:
    feedback.plan(journal, heard, "Fewer words", DAY)
    feedback.plan(journal, heard, "Ten words a slide", date(2026, 5, 20))
    assert feedback.get(journal, heard).plan_on == DAY
    feedback.plan(journal, heard, " ", date(2026, 5, 20))
    assert feedback.get(journal, heard).plan_on is None


def test_actions_keep_their_order_and_make_it_planned(journal: Journal, heard: int) -> None:
    feedback.add_action(journal, heard, "Cut", on=DAY)
    feedback.add_action(journal, heard, "Show Priya", date(2026, 5, 20), on=date(2026, 5, 16))
    assert [one.text for one in feedback.actions(journal, heard)] == ["Cut", "Show Priya"]
    assert feedback.get(journal, heard).plan_on == DAY


def test_note_is_written_before_it_is_sent(journal: Journal, heard: int) -> None:
    with pytest.raises(JournalError, match="Write the note first"):
        feedback.send_note(journal, heard, DAY)
    feedback.edit(journal, heard, {"note_text": "Dear Rosalind"})
    feedback.send_note(journal, heard, DAY)
    assert feedback.get(journal, heard).note_on == DAY


def test_setting_aside_wants_a_reason_and_can_be_taken_back(journal: Journal, heard: int) -> None:
    with pytest.raises(JournalError, match="why"):
        feedback.set_aside(journal, heard, DAY)
    feedback.set_aside(journal, heard, DAY, "Settled by the move")
    feedback.set_aside(journal, heard, None)
    entry = feedback.get(journal, heard)
    assert entry.set_aside_on is None and entry.set_aside_why is None


def test_sample_gives_its_readings(sample_journal: Journal) -> None:
    entries = feedback.every(sample_journal)
    found = loop.counts(entries)
    assert (found.entries, found.planned, found.noted, found.noted_in_time, found.acted,
            found.reported) == (9, 8, 8, 6, 7, 6)
    assert loop.asked(entries, DAY) == 2
    assert loop.asked_of_last(entries, 7) == 5
    untalked = {one.topic: days for one in entries if (days := loop.untalked(one, DAY))}
    assert untalked == {"teaching slides": 7}


def test_sample_says_what_comes_next(sample_journal: Journal) -> None:
    moves = {one.topic: loop.next_move(one, loop.Around(), DAY)
             for one in feedback.every(sample_journal) if not one.reported_back_on}
    assert {topic: move.kind for topic, move in moves.items()} == {
        "teaching slides": "talk", "career-award aims": "report",
        "negotiating clinical time": "act"}
    assert moves["teaching slides"].words == "No talk after 7 days"


def test_themes_are_those_that_were_set(sample_journal: Journal) -> None:
    assert feedback.themes(sample_journal)[0] == "Writing"
