"""My own stages, and the question about each mentor that comes up once when a new one begins."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentorjournal.journal import endings, me, people, stages
from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

DAY = build.SAMPLE_DAY
NEW = {"stage": "Junior faculty", "started": DAY}


def test_a_new_stage_ends_the_one_before_and_is_what_i_say_of_myself(
    sample_journal: Journal
) -> None:
    stages.begin(sample_journal, NEW)
    first, before = stages.every(sample_journal)[:2]
    assert (first.stage, first.ended) == ("Junior faculty", None)
    assert before.ended == DAY - timedelta(1)
    assert me.get(sample_journal).stage == "Junior faculty"
    sample_journal.undo()
    assert stages.every(sample_journal)[0].ended is None


def test_it_cannot_begin_before_the_one_before(sample_journal: Journal) -> None:
    with pytest.raises(JournalError, match="later day"):
        stages.begin(sample_journal, {"stage": "Junior faculty", "started": date(2024, 7, 1)})
    with pytest.raises(JournalError, match="since when"):
        stages.begin(sample_journal, {"stage": "Junior faculty"})


def test_what_i_was_is_kept_where_no_stage_was_noted(journal: Journal) -> None:
    stages.begin(journal, NEW, former="Fellow")
    assert [one.stage for one in stages.every(journal)] == ["Junior faculty", "Fellow"]
    assert stages.new_one(journal, DAY) is not None


def test_the_first_stage_of_all_asks_nothing(journal: Journal) -> None:
    stages.begin(journal, NEW)
    assert stages.new_one(journal, DAY) is None


def test_nobody_is_asked_about_a_stage_that_is_long_begun(sample_journal: Journal) -> None:
    assert stages.question(sample_journal, stages.MENTORS, DAY) is None
    stages.begin(sample_journal, NEW)
    assert stages.question(sample_journal, stages.MENTORS, DAY + timedelta(90)) is not None
    assert stages.question(sample_journal, stages.MENTORS, DAY + timedelta(91)) is None


def test_each_question_comes_up_once_a_stage(sample_journal: Journal) -> None:
    key = stages.begin(sample_journal, NEW)
    stages.put_aside(sample_journal, stages.MENTORS, key)
    assert stages.question(sample_journal, stages.MENTORS, DAY) is None
    assert stages.question(sample_journal, stages.ONE_BEHIND, DAY) is not None
    later = DAY + timedelta(400)
    stages.begin(sample_journal, {"stage": "Associate professor", "started": later})
    assert stages.question(sample_journal, stages.MENTORS, later) is not None


def test_every_active_mentor_is_asked_about_until_it_is_decided(sample_journal: Journal) -> None:
    stages.begin(sample_journal, NEW)
    before = stages.undecided(sample_journal, DAY, 91)
    everyone = [one.person for one in people.everybody(sample_journal, DAY)]
    assert {one.person.id for one in before} == {one.id for one in everyone if one.is_active}
    keep, close, change = (one.person.id for one in before[:3])
    stages.decide(sample_journal, [
        stages.Decision(keep, "keep"), stages.Decision(close, "close"),
        stages.Decision(change, "change", "lighter_rhythm", every_days=120)], DAY)
    left = {one.person.id for one in stages.undecided(sample_journal, DAY, 91)}
    assert left == {one.person.id for one in before} - {keep, close, change}
    assert people.get(sample_journal, change).cadence_days == 120
    assert endings.of_person(sample_journal, close)[0].decision == "close"
    sample_journal.undo()
    assert len(stages.undecided(sample_journal, DAY, 91)) == len(before)


def test_nothing_is_decided_when_one_decision_cannot_be(sample_journal: Journal) -> None:
    stages.begin(sample_journal, NEW)
    one, two = (each.person.id for each in stages.undecided(sample_journal, DAY, 91)[:2])
    with pytest.raises(JournalError):
        stages.decide(sample_journal, [
            stages.Decision(one, "keep"), stages.Decision(two, "change", "paused")], DAY)
    assert not [each for each in endings.of_person(sample_journal, one) if each.decided_on == DAY]


def test_taking_the_newest_away_goes_back_to_the_one_before(sample_journal: Journal) -> None:
    key = stages.begin(sample_journal, NEW)
    stages.remove(sample_journal, key)
    assert stages.every(sample_journal)[0].ended is None
    assert me.get(sample_journal).stage == "Fellow, pulmonary & critical care"


def test_wording_the_stage_i_am_in_words_it_everywhere(sample_journal: Journal) -> None:
    newest, older = stages.every(sample_journal)[:2]
    stages.edit(sample_journal, older.id, {"stage": "Resident"})
    assert me.get(sample_journal).stage != "Resident"
    stages.edit(sample_journal, newest.id, {"stage": "Fellow"})
    assert me.get(sample_journal).stage == "Fellow"
