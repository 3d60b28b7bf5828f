"""The running meeting in the file: kept, found again, ended in one change, and what it captures."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest

from mentorjournal.journal import agenda, carry_in, drafts, meetings, outcomes, promises, running
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import running as rules
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

START = datetime(2026, 5, 19, 10, 0, tzinfo=UTC)


@pytest.fixture
def which(journal: Journal) -> int:
    """A meeting of 45 minutes with three items."""
    made = build.add_meeting(journal, build.add_person(journal))
    for title, minutes in (("Aims", 15), ("Order", 12), ("Table", 5)):
        agenda.add_item(journal, made, {"title": title, "minutes": minutes})
    return made


def ids(journal: Journal, which: int) -> list[int]:
    return [item.id for item in agenda.items(journal, which)]


def test_a_running_meeting_is_found_again_as_it_was(journal: Journal, which: int) -> None:
    begun = running.start(journal, which, START)
    on = rules.go_on(begun, ids(journal, which)[1], START + timedelta(minutes=9, seconds=7))
    on = rules.pause(rules.give(on, on.current, on.seen), on.seen + timedelta(seconds=30))
    assert running.keep(journal, on)
    path = journal.path
    journal.close()
    with closing(Journal(path)) as again:
        assert running.find(again) == on
        assert again.undo_label() is None
        assert running.start(again, which, START + timedelta(hours=1)) == on


def test_starting_changes_no_record_and_is_nothing_to_take_back(
    journal: Journal, which: int
) -> None:
    before, label = build.dump(journal), journal.undo_label()
    running.start(journal, which, START)
    assert build.dump(journal) == before and journal.undo_label() == label


def test_only_one_meeting_runs_and_only_one_to_come(journal: Journal, which: int) -> None:
    running.start(journal, which, START)
    other = build.add_meeting(journal, build.add_person(journal, "Bo"))
    with pytest.raises(JournalError, match="still running"):
        running.start(journal, other, START)
    meetings.cancel(journal, which)
    assert running.find(journal) is None
    assert running.start(journal, other, START).meeting_id == other
    meetings.cancel(journal, other)
    with pytest.raises(JournalError, match="is over"):
        running.start(journal, which, START)


def test_what_cannot_be_read_is_no_running_meeting(journal: Journal, which: int) -> None:
    drafts.keep(journal, running.KEY, {"meeting_id": which, "since": "never"})
    assert running.find(journal) is None


def test_the_end_is_one_change_with_all_that_was_counted(journal: Journal, which: int) -> None:
    first, second, third = ids(journal, which)
    on = rules.go_on(running.start(journal, which, START), second, START + timedelta(minutes=13))
    running.park(journal, third)
    label = journal.undo_label()
    running.end(journal, on, START + timedelta(minutes=20, seconds=40))
    held = meetings.get(journal, which)
    assert (held.status, held.actual_minutes) == ("held", 21)
    assert (held.started_at, held.ended_at) == ("2026-05-19T10:00:00Z", "2026-05-19T10:20:40Z")
    found = [(item.state, item.spent_minutes) for item in agenda.items(journal, which)]
    assert found == [("covered", 13), ("covered", 8), ("parked", None)]
    assert running.find(journal) is None and drafts.find(journal, running.KEY) is None
    journal.undo()
    assert journal.undo_label() == label
    assert meetings.get(journal, which).status == "confirmed"


def test_what_was_never_reached_stays_planned(journal: Journal, which: int) -> None:
    running.end(journal, running.start(journal, which, START), START + timedelta(minutes=5))
    assert [item.state for item in agenda.items(journal, which)] == [
        "covered", "planned", "planned"]


def test_an_end_after_days_or_before_the_start_is_still_written(
    journal: Journal, which: int
) -> None:
    running.end(journal, running.start(journal, which, START), START + timedelta(days=3))
    assert meetings.get(journal, which).actual_minutes == running.MOST_MINUTES
    other = build.add_meeting(journal, build.add_person(journal, "Bo"))
    running.end(journal, running.start(journal, other, START), START - timedelta(hours=1))
    assert meetings.get(journal, other).actual_minutes == 1


def test_one_held_on_another_day_than_planned_stands_on_the_day_it_was_held(
    journal: Journal, which: int
) -> None:
    before = build.dump(journal)
    early = datetime(2026, 5, 15, 9, 30, 20, tzinfo=UTC)
    on = running.start(journal, which, early)
    running.end(journal, on, early + timedelta(minutes=40))
    assert meetings.get(journal, which).starts_at == datetime(2026, 5, 15, 9, 30)
    running.reopen(journal, on)
    assert build.dump(journal) == before


def test_one_held_on_its_day_stays_where_it_was_planned(journal: Journal, which: int) -> None:
    planned = meetings.get(journal, which).starts_at
    late = datetime.combine(planned.date(), datetime.min.time(), UTC) + timedelta(hours=20)
    running.end(journal, running.start(journal, which, late), late + timedelta(minutes=40))
    assert meetings.get(journal, which).starts_at == planned


def test_an_end_by_mistake_is_gone_back_from(journal: Journal, which: int) -> None:
    on = running.start(journal, which, START)
    before = build.dump(journal)
    running.end(journal, on, START + timedelta(minutes=5))
    running.reopen(journal, on)
    assert build.dump(journal) == before
    assert running.find(journal) == on


def test_what_was_marked_covered_by_hand_is_so_after_going_back_and_ending_again(
    journal: Journal, which: int
) -> None:
    on, third = running.start(journal, which, START), ids(journal, which)[2]
    running.end(journal, on, START + timedelta(minutes=5))
    agenda.edit_item(journal, third, {"state": "covered"})
    running.reopen(journal, on)
    again = running.find(journal)
    assert again is not None and again.covered == {third}
    running.end(journal, again, START + timedelta(minutes=6))
    assert [item.state for item in agenda.items(journal, which)] == [
        "covered", "planned", "covered"]


def test_what_is_captured_comes_back_by_kind(journal: Journal, which: int) -> None:
    first = ids(journal, which)[0]
    running.capture_action(
        journal, which, "Send it", owner="mentor", due=date(2026, 5, 22), item_id=first)
    running.capture_feedback(journal, which, "Good options", date(2026, 5, 19))
    running.capture_decision(journal, which, "Days", item_id=first)
    running.park_thought(journal, which, "A thought")
    running.park(journal, ids(journal, which)[1])
    got = running.captured(journal, which)
    assert got.count == 5
    assert [(one.text, one.item_id) for one in got.decisions] == [("Days", first)]
    assert [(one.text, one.owner, one.item_id) for one in got.actions] == [
        ("Send it", "mentor", first)]
    assert promises.of_person(journal, meetings.get(journal, which).person_id) == list(got.actions)
    assert [one.text for one in got.feedback] == ["Good options"]
    assert [one.title for one in got.parked] == ["Order", "A thought"]
    row = journal.read().exec_driver_sql("SELECT requested, date FROM feedback").one()
    assert tuple(row) == (0, "2026-05-19")


def test_what_was_wanted_can_be_ticked_off(journal: Journal, which: int) -> None:
    meetings.edit(journal, which, {"desired_outcome": "A signed plan"})
    running.set_reached(journal, which, True)
    assert running.is_reached(journal, which)
    assert outcomes.of_meeting(journal, which) == ["A signed plan"]
    assert running.captured(journal, which).count == 0
    running.set_reached(journal, which, False)
    assert not running.is_reached(journal, which)


def test_something_carried_in_becomes_an_item_that_was_added(sample_journal: Journal) -> None:
    carry = next(one for one in carry_in.collect(sample_journal, 51, build.SAMPLE_DAY)
                 if not one.on_agenda)
    made = running.raise_carried(sample_journal, 51, carry)
    item = next(one for one in agenda.items(sample_journal, 51) if one.id == made)
    assert (item.title, item.state) == (carry.title, "added_in_meeting")
    again = carry_in.collect(sample_journal, 51, build.SAMPLE_DAY)
    assert next(one for one in again if one.source_id == carry.source_id
                and one.source == carry.source).on_agenda


def test_the_line_that_captures_is_kept_while_it_has_words(journal: Journal) -> None:
    running.keep_line(journal, {"text": "Draft the", "kind": "action", "due": date(2026, 5, 20)})
    assert running.kept_line(journal)["due"] == date(2026, 5, 20)
    running.keep_line(journal, {"text": " ", "kind": "action"})
    assert running.kept_line(journal) == {}
