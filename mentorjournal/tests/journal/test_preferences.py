"""Thresholds belong to the journal: kept, changed back, refused where they make no sense."""

from __future__ import annotations

import pytest

from mentorjournal.journal import preferences
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.tips_table import THRESHOLDS, Thresholds
from mentorjournal.store.errors import JournalError


def test_a_threshold_is_the_usual_one_until_it_is_changed(journal: Journal) -> None:
    assert preferences.thresholds(journal)["load_look"] == 85
    preferences.set_threshold(journal, "load_look", 90)
    assert preferences.thresholds(journal)["load_look"] == 90
    assert preferences.thresholds(journal).is_changed("load_look")
    preferences.set_threshold(journal, "load_look", None)
    assert not preferences.thresholds(journal).is_changed("load_look")


def test_a_number_outside_its_range_is_refused_and_nothing_changes(journal: Journal) -> None:
    with pytest.raises(JournalError, match="from 0 to 200"):
        preferences.set_threshold(journal, "load_look", 201)
    assert preferences.thresholds(journal)["load_look"] == 85


def test_a_change_of_a_threshold_can_be_undone(journal: Journal) -> None:
    preferences.set_threshold(journal, "promise_look", 3)
    journal.undo()
    assert preferences.thresholds(journal)["promise_look"] == 7


def test_what_makes_no_sense_is_passed_over() -> None:
    odd = Thresholds({"load_look": "many", "promise_look": "-4", "gone": "3", "on_time": "nan"})
    assert all(odd[key] == one.usual for key, one in THRESHOLDS.items())


def test_acting_does_not_come_before_looking(journal: Journal) -> None:
    with pytest.raises(JournalError, match="Choose 85 or more"):
        preferences.set_threshold(journal, "load_act", 80)
    with pytest.raises(JournalError, match="Choose 100 or less"):
        preferences.set_threshold(journal, "load_look", 101)
    preferences.set_threshold(journal, "load_look", 100)
    assert preferences.thresholds(journal)["load_act"] == 100
    assert {key for pair in preferences.IN_ORDER for key in pair} <= set(THRESHOLDS)
