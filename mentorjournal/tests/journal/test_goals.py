"""Goals in the journal: the sample's readings, old wordings, numbers, people and agendas."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import event

from mentorjournal import clock
from mentorjournal.journal import (
    agenda,
    entries,
    goal_overview,
    goal_people,
    goal_steps,
    goals,
    meetings,
)
from mentorjournal.journal.goal_overview import GoalFacts
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import goals as rules
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

DAY = build.SAMPLE_DAY


@pytest.fixture(autouse=True)
def _today() -> None:
    clock.set_as_of(DAY)


def facts(journal: Journal, words: str = "", as_of: date = DAY) -> GoalFacts:
    return next(one for one in goal_overview.overview(journal, as_of) if words in one.goal.text)


def only(journal: Journal, key: int) -> GoalFacts:
    return next(one for one in goal_overview.overview(journal, DAY) if one.id == key)


# The sample ----------------------------------------------------------------------------------


def test_the_sample_fills_all_three_horizons(sample_journal: Journal) -> None:
    """TIPS A3.3, D3.1."""
    assert rules.horizons_filled(goals.active(sample_journal)) == ("3m", "1y", "5y")


def test_every_active_goal_of_the_sample_has_its_five_and_a_next_step(
    sample_journal: Journal,
) -> None:
    """TIPS D3.2, A3.8: computed from presence, not written down anywhere."""
    active = [one for one in goal_overview.overview(sample_journal, DAY)
              if one.goal.status == "active"]
    assert len(active) == 5
    assert [len(rules.present(one.goal, one.steps).there) for one in active] == [5] * 5
    done = facts(sample_journal, "Submit first-author paper 1")
    assert rules.present(done.goal, done.steps).missing == ("next_step",)


def test_the_cohort_of_the_sample_with_everything_around_it(sample_journal: Journal) -> None:
    one = facts(sample_journal, "80 ICU")
    assert (one.hours, rules.progress(one.goal)) == (4.0, 0.65)
    assert [step.done_on is not None for step in one.steps] == [True, True, False, True]
    assert len(one.gaps) == 2 and len(one.people) == 3 and one.unshared == ()
    assert one.last_shared == date(2025, 2, 11) and one.since == date(2024, 12, 3)
    assert [version.date for version in one.versions] == [date(2025, 1, 21), date(2025, 1, 14)]
    assert one.need is not None and "trial design" in one.need.text and one.agenda == ()
    assert len(one.helper_ids) == 3


def test_of_the_sample_only_the_application_is_on_a_coming_agenda(sample_journal: Journal) -> None:
    on_agenda = {one.goal.text: len(one.agenda)
                 for one in goal_overview.overview(sample_journal, DAY) if one.agenda}
    assert on_agenda == {"Submit the K12 application": 2}
    item = facts(sample_journal, "K12").agenda[0]
    assert item.day == date(2026, 5, 19) and "research plan" in item.title
    later = facts(sample_journal, "K12", as_of=date(2026, 5, 20))
    assert later.agenda == ()


def test_hours_follow_the_day(sample_journal: Journal) -> None:
    assert facts(sample_journal, "K12", as_of=date(2026, 4, 14)).hours == 0
    assert facts(sample_journal, "K12", as_of=date(2026, 4, 15)).hours == 3


def test_the_needs_of_the_sample_without_a_goal(sample_journal: Journal) -> None:
    found = [one.need.text for one in goal_overview.bare_needs(sample_journal)]
    assert found == ["How to combine ICU service and a family", "Large linked data sets"]


def test_a_need_has_no_goal_when_its_goal_is_over_and_none_when_it_is_met(
    sample_journal: Journal,
) -> None:
    goals.set_status(sample_journal, facts(sample_journal, "K12").id, "dropped", DAY)
    found = [one.need.text for one in goal_overview.bare_needs(sample_journal)]
    assert found[0] == "Someone who decides about protected time" and len(found) == 3


def test_the_newest_look_at_a_need_is_the_one_that_counts(sample_journal: Journal) -> None:
    need = facts(sample_journal, "80 ICU").need
    assert need is not None
    for day, now in ((date(2026, 5, 14), 3), (date(2026, 5, 13), 1)):
        entries.add(sample_journal, "self_ratings", {
            "need_id": need.id, "date": day, "topic": "writing", "now": now, "wanted": 4})
    rating = facts(sample_journal, "80 ICU").rating
    assert rating is not None and (rating.now, rating.wanted) == (3, 4)


def test_the_number_of_queries_does_not_grow_with_the_goals(sample_journal: Journal) -> None:
    asked: list[str] = []
    event.listen(sample_journal.read(), "before_cursor_execute",
                 lambda *what: asked.append(what[2]))
    goal_overview.overview(sample_journal, DAY)
    few = len(asked)
    for n in range(20):
        key = goals.add(sample_journal, {"text": f"Goal {n}"}, gaps=["a", "b"], first_step="c")
        goal_steps.add(sample_journal, key, {"text": "d"})
    asked.clear()
    assert len(goal_overview.overview(sample_journal, DAY)) == 26
    assert len(asked) == few <= 13


# Old wordings (TIPS A3.7) --------------------------------------------------------------------


def test_a_changed_text_measure_or_day_keeps_the_old_wording(journal: Journal) -> None:
    ann = build.add_person(journal, "Ann")
    key = goals.add(journal, {"text": "120 to 12 months", "due": date(2027, 3, 31)})
    goals.edit(journal, key, {"text": "80 to 12 months"}, change="Smaller", person_id=ann)
    (kept,) = goals.versions(journal, key)
    assert (kept.text, kept.due, kept.change, kept.person_id, kept.date) == (
        "120 to 12 months", date(2027, 3, 31), "Smaller", ann, DAY)
    goals.edit(journal, key, {"why": "Because", "horizon": "1y", "domain": "research"})
    assert len(goals.versions(journal, key)) == 1


def test_typing_leaves_one_wording_a_day_and_one_step_to_undo(journal: Journal) -> None:
    key = goals.add(journal, {"text": "Old"})
    for text in ("Ne", "New", "New wor", "New words"):
        goals.edit(journal, key, {"text": text}, merge="goal:text")
    assert [one.text for one in goals.versions(journal, key)] == ["Old"]
    journal.undo()
    assert goals.get(journal, key).text == "Old" and goals.versions(journal, key) == []


def test_a_wording_that_came_back_the_same_day_was_never_another(journal: Journal) -> None:
    key = goals.add(journal, {"text": "Old"})
    goals.edit(journal, key, {"text": "New"})
    goals.edit(journal, key, {"text": "Old"})
    assert goals.versions(journal, key) == []


def test_what_was_explained_stays_beside_a_later_change_of_the_day(journal: Journal) -> None:
    key = goals.add(journal, {"text": "One"})
    goals.edit(journal, key, {"text": "Two"}, change="First")
    goals.edit(journal, key, {"text": "Three"}, change="Second")
    assert [(one.text, one.change) for one in goals.versions(journal, key)] == [
        ("Two", "Second"), ("One", "First")]
    clock.set_as_of(DAY + timedelta(1))
    goals.edit(journal, key, {"text": "Four"})
    assert [one.text for one in goals.versions(journal, key)] == ["Three", "Two", "One"]


def test_a_reason_given_later_that_day_joins_what_was_typed(journal: Journal) -> None:
    key = goals.add(journal, {"text": "One"})
    goals.edit(journal, key, {"text": "Two"})
    goals.edit(journal, key, {"text": "Three"}, change="Talked it through")
    (kept,) = goals.versions(journal, key)
    assert (kept.text, kept.change) == ("One", "Talked it through")


# Numbers, gaps, people -----------------------------------------------------------------------


def test_progress_is_one_line_a_day_and_the_latest_day_is_shown(journal: Journal) -> None:
    key = goals.add(journal, {"text": "80", "measure_value": 10, "measure_target": 80})
    goals.set_progress(journal, key, 12.0, DAY)
    goals.set_progress(journal, key, 15.0, DAY)
    goals.set_progress(journal, key, 4.0, DAY - timedelta(9))
    one = only(journal, key)
    assert one.goal.measure_value == 15
    assert [(line.date, line.value) for line in one.progress] == [
        (DAY, 15.0), (DAY - timedelta(9), 4.0)]
    goals.set_progress(journal, key, None, DAY)
    assert only(journal, key).goal.measure_value == 4
    goals.edit(journal, key, {"measure_value": 20})
    assert only(journal, key).progress[0].value == 20


def test_gaps_are_worded_anew_closed_and_left_out(journal: Journal) -> None:
    key = goals.add(journal, {"text": "G"}, gaps=["Forms", " ", "A site", "Forms"])
    first, second = only(journal, key).gaps
    assert (first.text, second.text) == ("Forms", "A site")
    goal_steps.close_gap(journal, second.id, DAY)
    goals.edit(journal, key, {}, gaps=["Keeping forms", "Money"])
    assert [(one.id, one.text) for one in only(journal, key).gaps][::2] == [
        (first.id, "Keeping forms"), (second.id, "A site")]
    assert goals.open_gaps(journal, key) == ["Keeping forms", "Money"]
    goals.edit(journal, key, {}, gaps=[])
    assert [one.text for one in only(journal, key).gaps] == ["A site"]


def test_whoever_stays_attached_keeps_their_part(journal: Journal) -> None:
    ann, bo, cy = (build.add_person(journal, name) for name in ("Ann", "Bo", "Cy"))
    key = goals.add(journal, {"text": "G"}, person_ids=[ann, bo])
    goal_people.set_part(journal, only(journal, key).people[0].id, "reading", DAY)
    goals.edit(journal, key, {}, person_ids=[cy, ann])
    assert goals.helpers(journal, key) == (ann, cy)
    assert only(journal, key).people[0].part == "reading"
    assert only(journal, key).unshared == (cy,)
    goal_people.share(journal, key, [cy, bo], DAY)
    assert only(journal, key).unshared == () and set(goals.helpers(journal, key)) == {ann, bo, cy}


def test_steps_keep_their_order_and_goals_theirs(journal: Journal) -> None:
    keys = [goals.add(journal, {"text": text}) for text in "ABC"]
    steps = [goal_steps.add(journal, keys[0], {"text": text}) for text in "abc"]
    goal_steps.move(journal, steps[2], 0)
    assert [one.text for one in only(journal, keys[0]).steps] == ["c", "a", "b"]
    goals.reorder(journal, [keys[2], keys[0]])
    assert [one.text for one in goals.active(journal)] == ["C", "B", "A"]


def test_a_goal_is_reached_and_taken_up_again(journal: Journal) -> None:
    key = goals.add(journal, {"text": "G"})
    goals.set_status(journal, key, "done", DAY)
    assert (goals.get(journal, key).status, goals.get(journal, key).done_on) == ("done", DAY)
    goals.set_status(journal, key, "active", DAY)
    assert goals.get(journal, key).done_on is None and goals.active(journal)[0].id == key


# Agendas -------------------------------------------------------------------------------------


def test_a_goal_goes_on_an_agenda_once(journal: Journal) -> None:
    ann = build.add_person(journal, "Ann")
    meeting = build.add_meeting(journal, ann)
    key = goals.add(journal, {"text": "x" * 400, "domain": "research"}, person_ids=[ann])
    goal_people.put_on_agenda(journal, key, meeting)
    (item,) = agenda.items(journal, meeting)
    assert (item.goal_id, item.domain, len(item.title)) == (key, "research", 300)
    with pytest.raises(JournalError, match="on that agenda already"):
        goal_people.put_on_agenda(journal, key, meeting)
    assert only(journal, key).agenda[0].person_id == ann
    agenda.edit_item(journal, item.id, {"state": "parked"})
    assert only(journal, key).agenda == ()


def test_coming_meetings_are_those_with_the_helpers_the_next_first(journal: Journal) -> None:
    ann, bo = build.add_person(journal, "Ann"), build.add_person(journal, "Bo")
    mentee = build.add_person(journal, "Kid", direction="mentee")
    later = build.add_meeting(journal, ann, "2026-06-19T10:00")
    sooner = build.add_meeting(journal, bo, "2026-05-19T10:00")
    build.add_meeting(journal, ann, "2026-05-14T10:00")
    build.add_meeting(journal, mentee, "2026-05-16T10:00")
    off = build.add_meeting(journal, bo, "2026-05-17T10:00")
    meetings.cancel(journal, off, by="me", why=None)

    def found(ids: list[int] | None) -> list[int]:
        return [one.meeting.id for one in goal_people.coming_meetings(journal, DAY, ids)]

    assert found(None) == [sooner, later] and found([ann]) == [later] and found([mentee])
    assert all(isinstance(one.meeting.starts_at, datetime)
               for one in goal_people.coming_meetings(journal, DAY))


def test_somebody_who_only_helps_with_a_step_counts_as_helping(journal: Journal) -> None:
    ann = build.add_person(journal, "Ann")
    key = goals.add(journal, {"text": "G"})
    goal_steps.add(journal, key, {"text": "s", "helper_id": ann, "owner": "mentor"})
    assert only(journal, key).helper_ids == (ann,) and only(journal, key).unshared == ()
