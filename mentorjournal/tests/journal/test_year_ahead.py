"""The year ahead: kept as reflections, offered a year later, shared only where that was said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mentorjournal.journal import reflections, year_ahead
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.year_ahead import Ahead
from mentorjournal.mentoring.vocabulary import AHEAD_TAGS
from mentorjournal.mentoring.yearly import Period, last_year

DAY = date(2026, 5, 15)
YEAR = last_year(DAY)
PLANS = Ahead(("Say no twice.", "Finish."), "Somebody new", "Mail at night", True)


def said(ahead: Ahead) -> Ahead:
    return replace(ahead, ids=None)


def test_what_is_written_is_found_again_and_each_part_is_a_reflection(journal: Journal) -> None:
    assert year_ahead.after(journal, YEAR).is_empty
    year_ahead.write(journal, YEAR, PLANS, DAY)
    assert said(year_ahead.after(journal, YEAR)) == PLANS
    kept = {one.tag: one for one in reflections.found(journal)}
    assert set(kept) == set(AHEAD_TAGS) == set(reflections.tags(journal))
    assert kept["next_year"].text == "Say no twice.\nFinish." and kept["next_year"].date == DAY
    assert kept["next_year"].shareable and not kept["next_year_stop"].shareable


def test_writing_on_changes_the_same_rows_as_one_step_and_emptying_removes_them(
    journal: Journal,
) -> None:
    year_ahead.write(journal, YEAR, PLANS, DAY)
    year_ahead.write(journal, YEAR, replace(PLANS, new_person="", intentions=("One.",)), DAY)
    assert [one.tag for one in reflections.found(journal)].count("next_year") == 1
    assert said(year_ahead.after(journal, YEAR)) == replace(
        PLANS, intentions=("One.",), new_person="")
    journal.undo()
    assert reflections.count(journal) == 0


def test_what_to_stop_is_never_shared_and_the_rest_only_when_said(journal: Journal) -> None:
    year_ahead.write(journal, YEAR, PLANS, DAY)
    assert year_ahead.shared(journal, YEAR) == Ahead(
        PLANS.intentions, PLANS.new_person, may_be_shared=True)
    year_ahead.write(journal, YEAR, replace(PLANS, may_be_shared=False), DAY)
    assert year_ahead.shared(journal, YEAR).is_empty
    # Taken back on the page of reflections, it is not shared either.
    year_ahead.write(journal, YEAR, PLANS, DAY)
    one = next(one for one in reflections.found(journal) if one.tag == "next_year")
    reflections.edit(journal, one.id, {"shareable": False})
    assert year_ahead.shared(journal, YEAR).is_empty


def test_a_year_later_it_is_what_i_had_meant_to_do(journal: Journal) -> None:
    year_ahead.write(journal, YEAR, PLANS, DAY)
    later = last_year(DAY + timedelta(365))
    assert said(year_ahead.meant_for(journal, later)) == PLANS
    assert year_ahead.after(journal, later).is_empty
    assert year_ahead.meant_for(journal, YEAR).is_empty


def test_looked_back_on_late_it_still_belongs_to_that_year(journal: Journal) -> None:
    old = Period(date(2023, 7, 1), date(2024, 6, 30))
    year_ahead.write(journal, old, PLANS, DAY)
    assert said(year_ahead.after(journal, old)) == PLANS
    assert year_ahead.after(journal, YEAR).is_empty
