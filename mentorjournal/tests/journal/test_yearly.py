"""A year of the sample: what became of goals and people, and that it takes few questions."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import event

from mentorjournal.journal import goals, people, yearly, yearly_private
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.rhythm import DEFAULT_DAYS
from mentorjournal.mentoring.yearly import Period
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

DAY = build.SAMPLE_DAY


@pytest.fixture
def year(sample_journal: Journal) -> yearly.Year:
    return yearly.look_back(sample_journal, yearly.chosen(sample_journal, DAY), DAY)


def names(those: Any) -> list[str]:
    return [one.short_name for one in those]


def test_who_was_there_a_year_ago_who_came_and_who_left(year: yearly.Year) -> None:
    assert (len(year.people.then), len(year.people.now)) == (7, 8)
    assert names(year.people.came) == ["Dr. Castellanos", "Dr. Haddad"]
    assert names(year.people.left) == ["Dr. Stroud"]
    assert names(year.people.mentored) == ["Dr. Reyes", "Hana Yoon"]


def test_now_agrees_with_the_active_mentors(sample_journal: Journal, year: yearly.Year) -> None:
    active = {one.person.id for one in people.everybody(sample_journal, DAY)
              if one.person.is_active}
    assert {one.id for one in year.people.now} == active


def test_contacts_are_those_of_the_readings(year: yearly.Year) -> None:
    found = {one.person.short_name: one.contacts for one in year.people.mentors}
    assert found == {
        "Dr. Okafor": 10, "Dr. Vale": 5, "Dr. Ramanathan": 6, "Dr. Brandt": 6, "Dr. Haddad": 7,
        "Dr. Whitfield": 10, "Dr. Castellanos": 3, "Joy Marchetti": 3, "Dr. Stroud": 3}


def test_what_became_of_goals(year: yearly.Year) -> None:
    assert [one.text for one in year.goals.done] == ["Submit first-author paper 1"]
    assert [(one.before.due, one.goal.due) for one in year.goals.moved] == [
        (date(2025, 10, 31), date(2025, 12, 31)), (date(2027, 6, 18), date(2026, 6, 19)),
        (date(2025, 8, 31), date(2026, 7, 31))]
    assert len(year.goals.active) == 5 and year.goals.dropped == ()


def test_a_dropped_goal_belongs_to_the_year_in_which_it_was_dropped(journal: Journal) -> None:
    made = goals.add(journal, {"text": "Learn Finnish", "started_on": date(2025, 1, 1)})
    goals.set_status(journal, made, "dropped", date(2026, 1, 5))
    found = yearly.look_back(journal, yearly.chosen(journal, DAY), DAY).goals
    assert [one.text for one in found.dropped] == ["Learn Finnish"]
    before = Period(date(2025, 1, 1), date(2025, 12, 31))
    assert [one.text for one in yearly.look_back(journal, before, DAY).goals.active] == [
        "Learn Finnish"]


def test_thanks_feedback_letters_and_passing_on(year: yearly.Year) -> None:
    assert (year.thanking.total, year.thanking.public) == (12, 3)
    assert (year.thanking.credited, year.thanking.to_credit) == (6, 7)
    assert len(year.feedback) == 7 and len(year.letters) == 6
    assert [n for _, n in year.passing.people] == [5, 2]


def test_the_private_side_has_hours_stances_decisions_and_questions(
    sample_journal: Journal,
) -> None:
    found = yearly_private.look_back(
        sample_journal, yearly.chosen(sample_journal, DAY), DEFAULT_DAYS)
    loads = {one.day: one.load.hours for one in found.months}
    assert loads[date(2025, 12, 31)] == 8.5 and loads[DAY] == 13.0 and len(loads) == 13
    assert found.stances == {"accepted": 4, "mixed": 1, "disagree": 1, "defensive": 1}
    assert [what for what, _ in found.decisions.values()] == ["close"]
    assert [one.kind for one in found.questions] == ["overcommitted", "waiting"]


def test_others_see_no_stance_and_no_word_of_a_letter(year: yearly.Year) -> None:
    for field in ("stance", "first_reaction", "missing", "gist"):
        assert not hasattr(year.feedback[0], field)
    assert not hasattr(year.letters[0], "context")


def test_it_takes_as_many_questions_with_forty_people_more(sample_journal: Journal) -> None:
    asked: list[str] = []
    connection = sample_journal.read()
    period = yearly.chosen(sample_journal, DAY)

    def count() -> int:
        asked.clear()
        yearly.look_back(sample_journal, period, DAY)
        yearly_private.look_back(sample_journal, period, DEFAULT_DAYS)
        return len(asked)

    event.listen(connection, "before_cursor_execute", lambda *a: asked.append(a[2]))
    before = count()
    for n in range(40):
        who = build.add_person(sample_journal, f"Ann {n}", start=date(2025, 1, 1))
        build.add_meeting(sample_journal, who, "2026-02-02T10:00", status="held")
    assert count() == before < 70


def test_days_that_make_no_period_are_refused(journal: Journal) -> None:
    for since, until in ((date(2026, 3, 1), date(2026, 2, 1)), (None, date(2027, 1, 1)),
                         (date(2001, 1, 1), None), (date(1, 1, 1), None)):
        with pytest.raises(JournalError):
            yearly.chosen(journal, DAY, since, until)
    with pytest.raises(JournalError, match="between the years"):
        yearly.chosen(journal, date(1, 1, 5))
    assert yearly.chosen(journal, DAY, None, date(2026, 1, 1)).days == 365
    assert yearly.academic_year(journal, DAY) is None


def test_an_empty_journal_has_an_empty_year(journal: Journal) -> None:
    found = yearly.look_back(journal, yearly.chosen(journal, DAY), DAY)
    assert found.goals.is_empty and not found.people.mentors and not found.thanking.total
