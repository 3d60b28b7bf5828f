"""The people I mentor: touchpoints, what is open, and what waits, in a constant number of looks."""

from __future__ import annotations

from datetime import date

from sqlalchemy import event

from mentorjournal.journal import passing_on, people
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import passing_on as rules
from mentorjournal.tests import build

DAY = build.SAMPLE_DAY


def test_the_sample_has_two_and_the_latest_contact(sample_journal: Journal) -> None:
    found = passing_on.everybody(sample_journal, DAY, 91)
    assert [(one.person.name, one.last, one.next_meeting) for one in found] == [
        ("Dr. Callum Reyes", date(2026, 5, 5), None), ("Hana Yoon", date(2026, 3, 17), None)]
    assert passing_on.reading(sample_journal, DAY) == rules.Reading(2, 2, date(2026, 5, 5))
    assert [one.rhythm.every_days for one in found] == [60, 60]
    assert [len(one.given) for one in found] == [2, 1]
    assert found[0].due(DAY) is None
    due = found[0].due(date(2026, 6, 2))
    assert due is not None
    assert due.topic == "Staying late"


def test_those_where_it_ended_are_not_counted_and_stand_last(sample_journal: Journal) -> None:
    callum = passing_on.everybody(sample_journal, DAY, 91)[0].person
    people.edit(sample_journal, callum.id, {"stage": "closed", "ended": DAY})
    found = passing_on.everybody(sample_journal, DAY, 91)
    assert [(one.person.short_name, one.is_over) for one in found] == [
        ("Hana Yoon", False), ("Dr. Reyes", True)]
    assert passing_on.reading(sample_journal, DAY) == rules.Reading(1, 1, date(2026, 3, 17))


def test_reflections_on_mentoring_others(sample_journal: Journal) -> None:
    assert passing_on.last_reflection(sample_journal, DAY) == date(2026, 2, 27)
    assert passing_on.last_reflection(sample_journal, date(2026, 1, 1)) is None


def test_nobody_asks_once_more_for_everybody(sample_journal: Journal) -> None:
    asked: list[str] = []
    engine = sample_journal.read().engine
    event.listen(engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    passing_on.everybody(sample_journal, DAY, 91)
    few = len(asked)
    people.add_names(sample_journal, [f"Mentee {n}" for n in range(30)], {"direction": "mentee"})
    asked.clear()
    assert len(passing_on.everybody(sample_journal, DAY, 91)) == 32
    assert len(asked) == few


def test_an_empty_journal_has_nobody(journal: Journal) -> None:
    assert passing_on.everybody(journal, DAY, 91) == []
    assert passing_on.reading(journal, DAY) == rules.Reading(0, 0)
