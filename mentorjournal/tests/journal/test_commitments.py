"""Commitments: the sample's readings, deciding on requests, hours over time, and capacity."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentorjournal.journal import commitments, entries, me, promises
from mentorjournal.journal.aims import Commitment
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.load import percent
from mentorjournal.mentoring.load_check import weigh
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build
from mentorjournal.tests.journal.verb_cases_hours import called, elective

DAY = build.SAMPLE_DAY
LATER = DAY + timedelta(35)


def one(journal: Journal, key: int) -> Commitment:
    return commitments.get(journal, key)


def asked(journal: Journal, **values: object) -> int:
    return commitments.add(journal, {"title": "A talk", "hours_per_week": 2.0, **values})


def test_readings_of_the_sample(sample_journal: Journal) -> None:
    now = commitments.load_on(sample_journal, DAY)
    assert (now.hours, now.capacity, now.off_goal, now.pending) == (13.0, 12.0, 2.5, 2.0)
    assert percent(now.share) == 108 and percent(now.share_with_pending) == 125
    assert now.count == 6 and now.state == "over" and not now.is_off_goal
    plan = commitments.plan(sample_journal)
    off = [each.about.title for each in plan.running(DAY) if each.goal_id is None]
    assert sorted(off) == ["Hospital sepsis committee", "Journal club lead"]
    assert commitments.load_on(sample_journal, date(2025, 10, 15)).hours == 14.5
    assert commitments.load_on(sample_journal, date(2025, 12, 31)).hours == 8.5


def test_what_ended_in_the_sample_ran_till_the_day_before(sample_journal: Journal) -> None:
    plan = commitments.plan(sample_journal)
    for title, until in (("Manuscript 1", date(2025, 12, 12)),
                         ("Heart-failure", date(2025, 11, 20))):
        key = called(sample_journal, title)
        assert key in [each.id for each in plan.running(until - timedelta(1))]
        assert key not in [each.id for each in plan.running(until)]


def test_months_of_the_sample(sample_journal: Journal) -> None:
    months = commitments.plan(sample_journal).by_month(DAY)
    read = {f"{one.day:%Y-%m}": one.load.hours for one in months}
    assert read["2025-10"] == 14.5 and read["2025-12"] == 8.5 and read["2026-05"] == 13.0


def test_the_request_of_the_sample_would_fit_when_the_application_is_out(
    sample_journal: Journal
) -> None:
    plan, which = commitments.plan(sample_journal), one(sample_journal, elective(sample_journal))
    found = weigh(plan, which.hours_per_week, which.since, which.until, DAY, which.id)
    assert found.total.hours == 15.0 and found.kindest == "yes_later"
    assert found.fit.day == date(2026, 6, 19)
    assert [one(sample_journal, key).title for key in found.fit.freed] == ["K12 application"]


def test_accepting_the_request_makes_it_125_percent(sample_journal: Journal) -> None:
    key = elective(sample_journal)
    commitments.decide(sample_journal, key, "accepted", {}, DAY)
    assert one(sample_journal, key).since == DAY and one(sample_journal, key).decided_on == DAY
    assert percent(commitments.load_on(sample_journal, DAY).share) == 125
    sample_journal.undo()
    assert percent(commitments.load_on(sample_journal, DAY).share) == 108


def test_late_promises_are_those_kept_late_or_past_their_day(journal: Journal) -> None:
    for due, done in ((-1, None), (-5, -3), (-10, -12), (0, None), (-31, None), (3, None)):
        promises.add(journal, {
            "text": "P", "owner": "me", "due": DAY + timedelta(due),
            "done_on": DAY + timedelta(done) if done is not None else None})
    promises.add(journal, {"text": "Theirs", "owner": "mentor", "due": DAY - timedelta(2)})
    assert commitments.late_promises(journal, DAY) == 2


def test_a_yes_for_later_begins_on_a_day_to_come(journal: Journal) -> None:
    key = asked(journal)
    for since in (DAY, DAY - timedelta(1)):
        with pytest.raises(JournalError, match="still to come"):
            commitments.decide(journal, key, "yes_later", {"since": since}, DAY)
    commitments.decide(journal, key, "yes_later", {"since": LATER}, DAY)
    assert commitments.load_on(journal, LATER - timedelta(1)).hours == 0
    assert commitments.load_on(journal, LATER).hours == 2.0


def test_a_yes_for_later_takes_no_hours_while_its_day_is_not_known(journal: Journal) -> None:
    key = asked(journal, since=DAY - timedelta(3))
    commitments.decide(journal, key, "yes_later", {}, DAY)
    assert one(journal, key).since is None
    assert [commitments.load_on(journal, day).count for day in (DAY, LATER)] == [0, 0]
    commitments.decide(journal, key, "yes_later", {"since": LATER}, DAY)
    commitments.decide(journal, key, "yes_later", {"reply": "From June."}, DAY)
    assert one(journal, key).since == LATER
    commitments.decide(journal, key, "yes_later", {"since": None}, DAY)
    assert one(journal, key).since is None


def test_a_smaller_yes_keeps_what_was_asked(journal: Journal) -> None:
    key = asked(journal)
    for hours in (2.0, 3.0):
        with pytest.raises(JournalError, match="fewer hours"):
            commitments.decide(journal, key, "smaller_yes", {"hours_per_week": hours}, DAY)
    commitments.decide(journal, key, "smaller_yes", {"hours_per_week": 0.5}, DAY)
    assert (one(journal, key).hours_per_week, one(journal, key).hours_asked) == (0.5, 2.0)
    with pytest.raises(JournalError, match="fewer hours"):
        commitments.edit(journal, key, {"hours_per_week": 2.0})
    commitments.decide(journal, key, "smaller_yes", {"hours_per_week": 1.0}, DAY)
    assert (one(journal, key).hours_per_week, one(journal, key).hours_asked) == (1.0, 2.0)
    commitments.decide(journal, key, "pending", {}, DAY)
    assert (one(journal, key).hours_per_week, one(journal, key).hours_asked) == (2.0, None)
    assert one(journal, key).decided_on is None
    commitments.decide(journal, key, "smaller_yes", {}, DAY)  # how much smaller is not said yet
    assert (one(journal, key).hours_per_week, one(journal, key).hours_asked) == (0.0, 2.0)
    other = commitments.request(journal, "smaller_yes", {
        "title": "A talk", "hours_asked": 0.0, "hours_per_week": 0.5}, DAY)
    assert (one(journal, other).hours_per_week, one(journal, other).hours_asked) == (0.5, None)


def test_a_no_and_passing_on_take_no_hours(journal: Journal) -> None:
    key = asked(journal)
    commitments.decide(journal, key, "passed_to", {}, DAY)
    assert one(journal, key).passed_to is None
    commitments.decide(journal, key, "passed_to", {"passed_to": "Joy"}, DAY)
    commitments.decide(journal, key, "declined", {"reply": "No, thank you."}, DAY)
    assert one(journal, key).decision == "declined" and one(journal, key).reply
    assert commitments.load_on(journal, DAY).count == 0
    with pytest.raises(JournalError, match="no answer"):
        commitments.decide(journal, key, "perhaps", {}, DAY)


def test_a_request_is_weighed_and_answered_in_one_step(journal: Journal) -> None:
    key = commitments.request(journal, "smaller_yes", {
        "title": "A talk", "hours_asked": 3.0, "hours_per_week": 1.0, "since": DAY}, DAY)
    assert (one(journal, key).hours_per_week, one(journal, key).hours_asked) == (1.0, 3.0)
    journal.undo()
    assert commitments.every(journal) == []
    with pytest.raises(JournalError):
        commitments.request(journal, "yes_later", {"title": "A talk", "since": DAY}, DAY)
    assert commitments.every(journal) == []


def test_the_end_is_the_first_day_without_it(journal: Journal) -> None:
    key = asked(journal, decision="accepted", since=DAY)
    commitments.end(journal, key, LATER, "ended")
    assert commitments.load_on(journal, LATER - timedelta(1)).hours == 2.0
    assert commitments.load_on(journal, LATER).hours == 0.0
    with pytest.raises(JournalError):
        commitments.end(journal, key, DAY - timedelta(1))
    with pytest.raises(JournalError, match="done, or ended"):
        commitments.end(journal, key, LATER, "accepted")


def test_other_hours_count_from_their_day_and_once_a_day(journal: Journal) -> None:
    key = asked(journal, decision="accepted", since=DAY)
    commitments.change_hours(journal, key, 3.0, LATER)
    commitments.change_hours(journal, key, 4.0, LATER)
    assert len(list(entries.every(journal, "commitment_hours"))) == 1
    read = [commitments.load_on(journal, day).hours for day in (DAY, LATER - timedelta(1), LATER)]
    assert read == [2.0, 2.0, 4.0]
    assert [each.hours_per_week for each in commitments.on(journal, LATER)] == [4.0]
    commitments.change_hours(journal, key, 1.0, DAY)  # as it began
    assert commitments.load_on(journal, DAY).hours == 1.0
    commitments.end(journal, key, LATER + timedelta(5))
    with pytest.raises(JournalError, match="over by that day"):
        commitments.change_hours(journal, key, 1.0, LATER + timedelta(5))
    commitments.remove(journal, key)
    assert list(entries.every(journal, "commitment_hours")) == []


def test_capacity_keeps_what_it_was(sample_journal: Journal) -> None:
    commitments.set_capacity(sample_journal, 10.0, DAY, DAY)
    assert me.capacities(sample_journal) == [(None, 12.0), (DAY, 10.0)]
    assert me.get(sample_journal).capacity_hours_per_week == 10.0
    assert commitments.capacity_on(sample_journal, DAY - timedelta(1)) == 12.0
    commitments.set_capacity(sample_journal, 9.0, DAY, DAY)  # said again on the same day
    commitments.set_capacity(sample_journal, 16.0, LATER, DAY)  # still to come
    assert me.capacities(sample_journal) == [(None, 12.0), (DAY, 9.0), (LATER, 16.0)]
    assert me.get(sample_journal).capacity_hours_per_week == 9.0
    assert commitments.capacity_on(sample_journal, LATER) == 16.0


def test_capacity_changed_in_the_past_leaves_what_was_said_since(sample_journal: Journal) -> None:
    commitments.set_capacity(sample_journal, 10.0, DAY, DAY)
    past = date(2025, 9, 1)
    commitments.set_capacity(sample_journal, 15.0, past, DAY)
    read = [commitments.capacity_on(sample_journal, day)
            for day in (past - timedelta(1), past, DAY - timedelta(1), DAY)]
    assert read == [12.0, 15.0, 15.0, 10.0]
    assert me.get(sample_journal).capacity_hours_per_week == 10.0
    assert not commitments.load_on(sample_journal, date(2025, 10, 15)).is_over


def test_noted_changes_are_corrected_in_one_step(journal: Journal) -> None:
    key = asked(journal, decision="accepted", since=DAY - timedelta(60), until=LATER)
    for day, hours in ((-20, 3.0), (-10, 4.0)):
        commitments.change_hours(journal, key, hours, DAY + timedelta(day))
    commitments.edit(journal, key, {}, changes=[(DAY - timedelta(20), 2.5), (DAY, 5.0)])
    read = [commitments.load_on(journal, DAY + timedelta(n)).hours for n in (-30, -20, -10, 0)]
    assert read == [2.0, 2.5, 2.5, 5.0]
    for wrong in (DAY - timedelta(60), DAY - timedelta(90), LATER, None):
        with pytest.raises(JournalError, match="after the first day and before the end"):
            commitments.edit(journal, key, {"title": "Other"}, changes=[(wrong, 1.0)])
    assert one(journal, key).title != "Other"
    commitments.edit(journal, key, {}, changes=[])
    assert list(entries.every(journal, "commitment_hours")) == []
    journal.undo()
    journal.undo()
    assert commitments.load_on(journal, DAY - timedelta(10)).hours == 4.0


def test_noted_capacity_is_corrected_and_taken_back(sample_journal: Journal) -> None:
    commitments.set_capacity(sample_journal, 10.0, DAY, DAY)
    commitments.set_capacity(sample_journal, 12.0, DAY, DAY, noted=[(None, 12.0)])
    assert me.capacities(sample_journal) == [(None, 12.0)]
    assert me.get(sample_journal).capacity_hours_per_week == 12.0
    commitments.set_capacity(sample_journal, 9.0, DAY, DAY, noted=[(None, 11.0)])
    assert me.capacities(sample_journal) == [(None, 11.0), (DAY, 9.0)]
    commitments.set_capacity(sample_journal, None, DAY, DAY, noted=[])
    assert commitments.capacity_on(sample_journal, DAY) is None
    sample_journal.undo()
    assert me.get(sample_journal).capacity_hours_per_week == 9.0


def test_capacity_said_for_the_first_time(journal: Journal) -> None:
    assert commitments.capacity_on(journal, DAY) is None
    commitments.set_capacity(journal, 8.0, LATER, DAY)
    assert commitments.capacity_on(journal, DAY) is None
    assert me.get(journal).capacity_hours_per_week is None
    assert commitments.capacity_on(journal, LATER) == 8.0


def test_the_form_about_me_keeps_it_too(sample_journal: Journal) -> None:
    me.edit(sample_journal, {"capacity_hours_per_week": 14.0, "stage": "Fellow"}, as_of=DAY)
    assert me.capacities(sample_journal) == [(None, 12.0), (DAY, 14.0)]
    assert me.get(sample_journal).capacity_hours_per_week == 14.0
    assert commitments.capacity_on(sample_journal, DAY - timedelta(1)) == 12.0
    me.edit(sample_journal, {"capacity_hours_per_week": None}, as_of=LATER)
    assert commitments.capacity_on(sample_journal, LATER) is None


STEPS = st.lists(st.tuples(
    st.sampled_from(["accepted", "declined", "pending", "smaller_yes", "end", "hours", "capacity"]),
    st.integers(1, 6)), min_size=1, max_size=6)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_is_decided_can_be_taken_back(
    journal: Journal, steps: list[tuple[str, int]]
) -> None:
    key = asked(journal, hours_per_week=8.0)
    before, done = commitments.load_on(journal, LATER), 0
    for kind, n in steps:
        if kind == "end":
            commitments.end(journal, key, LATER + timedelta(n))
        elif kind == "hours":
            commitments.change_hours(journal, key, float(n), DAY + timedelta(n))
        elif kind == "capacity":
            commitments.set_capacity(journal, float(n), DAY + timedelta(n), DAY)
        else:
            less = {"hours_per_week": 0.5} if kind == "smaller_yes" else {}
            commitments.decide(journal, key, kind, less, DAY)
        done += 1
    for _ in range(done):
        journal.undo()
    assert commitments.load_on(journal, LATER) == before
    commitments.remove(journal, key)
