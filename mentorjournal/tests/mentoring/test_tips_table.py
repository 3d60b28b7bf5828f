"""The declarations hang together: every tip has indicators, every threshold is used and named."""

from __future__ import annotations

from mentorjournal.mentoring.tips import TIPS
from mentorjournal.mentoring.tips_table import INDICATORS, THRESHOLDS


def test_every_tip_has_an_indicator_and_none_is_outside_the_twelve() -> None:
    assert {one.tip for one in INDICATORS.values()} == {tip.number for tip in TIPS}
    assert all(one.id.startswith(f"D{one.tip}.") for one in INDICATORS.values())


def test_every_threshold_is_of_one_indicator() -> None:
    used = [key for one in INDICATORS.values() for key in one.thresholds]
    assert sorted(used) == sorted(THRESHOLDS)


def test_four_a_year_is_the_one_number_of_the_paper() -> None:
    assert [key for key, one in THRESHOLDS.items() if one.source == "paper"] == ["times_a_year"]


def test_a_number_that_cannot_be_set_is_said_to_be_fixed_by_this_journal() -> None:
    fixed = {one.id for one in INDICATORS.values() if "fixed by this journal" in one.formula}
    assert fixed == {"D5.1", "D7.2", "D7.3", "D8.3", "D12.1", "D12.2"}


def test_a_changed_number_is_ones_own() -> None:
    four = THRESHOLDS["times_a_year"]
    assert four.source_words(4) == "the paper"
    assert four.source_words(6) == "your setting"
    assert THRESHOLDS["lead_time"].source_words(28) == "common advice"
    assert THRESHOLDS["load_look"].source_words(85) == "your setting"


def test_what_is_for_information_has_nothing_to_set() -> None:
    assert all(not one.thresholds for one in INDICATORS.values() if one.is_information)
