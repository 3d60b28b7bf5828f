"""What came of feedback joins agendas by itself, and a meeting that covered it ends the loop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from mentorjournal import clock
from mentorjournal.journal import (
    after_meeting,
    agenda,
    carry_in,
    feedback,
    feedback_agenda,
    meetings,
    running,
)
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import AgendaItem
from mentorjournal.mentoring import running as live
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

TODAY = build.SAMPLE_DAY
HEARD, MEETS = date(2026, 4, 1), date(2026, 5, 19)


@pytest.fixture(autouse=True)
def _today() -> None:
    clock.set_as_of(TODAY)


@pytest.fixture
def ann(journal: Journal) -> int:
    return build.add_person(journal, "Dr. Ann Berg")


@pytest.fixture
def entry(journal: Journal, ann: int) -> int:
    return feedback.log(journal, {
        "person_id": ann, "topic": "the aims page", "gist": "Too long", "date": HEARD})


def reports(journal: Journal, meeting_id: int) -> list[AgendaItem]:
    return [item for item in agenda.items(journal, meeting_id) if item.source == "feedback"]


def test_acting_puts_it_on_the_next_agenda_in_the_same_change(
    journal: Journal, ann: int, entry: int
) -> None:
    later = build.add_meeting(journal, ann, "2026-06-19T10:00")
    which = build.add_meeting(journal, ann)
    agenda.add_item(journal, which, {"title": "Budget"})
    before = build.dump(journal)
    feedback.act(journal, entry, TODAY, "Half the length")
    [item] = reports(journal, which)
    assert (item.title, item.kind, item.minutes, item.source_id, item.position) == (
        "What came of: the aims page", "report_back", 3, entry, 1)
    assert reports(journal, later) == []
    journal.undo()
    assert build.dump(journal) == before


def test_it_joins_no_other_agenda_and_none_twice(journal: Journal, ann: int, entry: int) -> None:
    bo = build.add_person(journal, "Bo Lind")
    other = build.add_meeting(journal, bo)
    past = build.add_meeting(journal, ann, "2026-05-01T10:00")  # never closed
    which = build.add_meeting(journal, ann)
    feedback.act(journal, entry, TODAY)
    feedback.act(journal, entry, TODAY, "Twice said")
    assert [len(reports(journal, one)) for one in (other, past, which)] == [0, 0, 1]


def test_taking_the_act_back_takes_the_item_back_unless_something_was_written(
    journal: Journal, ann: int, entry: int
) -> None:
    which = build.add_meeting(journal, ann)
    feedback.act(journal, entry, TODAY)
    feedback.act(journal, entry, None)
    assert reports(journal, which) == []
    feedback.act(journal, entry, TODAY)
    agenda.edit_item(journal, reports(journal, which)[0].id, {"question": "Is it short enough?"})
    feedback.act(journal, entry, None)
    assert len(reports(journal, which)) == 1


def test_set_aside_it_leaves_the_agenda_and_taken_up_it_is_there_again(
    journal: Journal, ann: int, entry: int
) -> None:
    which = build.add_meeting(journal, ann)
    feedback.act(journal, entry, TODAY)
    feedback.set_aside(journal, entry, TODAY, "The grant is over")
    assert reports(journal, which) == []
    feedback.set_aside(journal, entry, None)
    assert [item.source_id for item in reports(journal, which)] == [entry]


def test_a_meeting_that_is_arranged_later_takes_up_what_waits(
    journal: Journal, ann: int, entry: int
) -> None:
    feedback.act(journal, entry, TODAY)
    before = build.dump(journal)
    which = build.add_meeting(journal, ann)
    assert [item.source_id for item in reports(journal, which)] == [entry]
    journal.undo()
    assert build.dump(journal) == before
    journal.redo()
    second = build.add_meeting(journal, ann, "2026-06-19T10:00")
    assert reports(journal, second) == []


@pytest.mark.parametrize("deed", [
    lambda j, e: feedback.report_back(j, e, TODAY),
    lambda j, e: feedback.set_aside(j, e, TODAY, "The grant is over"),
    lambda j, e: feedback.act(j, e, None),
])
def test_what_does_not_wait_joins_nothing(
    journal: Journal, ann: int, entry: int, deed: Callable[[Journal, int], object]
) -> None:
    feedback.act(journal, entry, TODAY)
    deed(journal, entry)
    assert reports(journal, build.add_meeting(journal, ann)) == []


def test_a_meeting_before_i_acted_or_one_that_was_held_takes_up_nothing(
    journal: Journal, ann: int, entry: int
) -> None:
    feedback.act(journal, entry, TODAY)
    assert reports(journal, build.add_meeting(journal, ann, "2026-05-12T10:00")) == []
    assert reports(journal, build.add_meeting(journal, ann, status="held")) == []


def test_the_next_meeting_arranged_after_one_takes_up_what_was_not_told(
    journal: Journal, ann: int, entry: int
) -> None:
    feedback.act(journal, entry, TODAY)
    which = build.add_meeting(journal, ann)
    after_meeting.close(journal, which)
    after_meeting.settle_rest(journal, which, "parked")
    assert feedback.get(journal, entry).reported_back_on is None
    following = after_meeting.arrange_next(journal, which, datetime(2026, 6, 16, 10, 0))
    assert [item.source_id for item in reports(journal, following)] == [entry]
    offered = [one.source for one in carry_in.collect(journal, following, TODAY)]
    assert offered.count("parked") == 0  # it is not offered a second time


def test_a_postponed_meeting_keeps_it_in_one_place(
    journal: Journal, ann: int, entry: int
) -> None:
    which = build.add_meeting(journal, ann)
    feedback.act(journal, entry, TODAY)
    moved = meetings.postpone(journal, which, datetime(2026, 5, 26, 10, 0))
    assert moved is not None
    assert (len(reports(journal, which)), len(reports(journal, moved))) == (0, 1)


# What a meeting settles -----------------------------------------------------------------------


@pytest.fixture
def planned(journal: Journal, ann: int, entry: int) -> int:
    """The meeting on whose agenda it stands."""
    which = build.add_meeting(journal, ann)
    feedback.act(journal, entry, TODAY)
    return which


def told_on(journal: Journal, entry: int) -> date | None:
    return feedback.get(journal, entry).reported_back_on


def cover_by_hand(journal: Journal, which: int) -> None:
    after_meeting.close(journal, which)
    agenda.edit_item(journal, reports(journal, which)[0].id, {"state": "covered"})


def cover_all(journal: Journal, which: int) -> None:
    after_meeting.close(journal, which)
    after_meeting.settle_rest(journal, which, "covered")


def cover_then_hold(journal: Journal, which: int) -> None:
    agenda.edit_item(journal, reports(journal, which)[0].id, {"state": "covered"})
    meetings.hold(journal, which)


def cover_then_close(journal: Journal, which: int) -> None:
    agenda.edit_item(journal, reports(journal, which)[0].id, {"state": "covered"})
    after_meeting.close(journal, which, 45)


@pytest.mark.parametrize("way", [cover_by_hand, cover_all, cover_then_hold, cover_then_close])
def test_covered_in_a_meeting_that_was_held_it_is_reported_back_and_undone_with_it(
    journal: Journal, entry: int, planned: int, way: Callable[[Journal, int], None]
) -> None:
    assert told_on(journal, entry) is None
    way(journal, planned)
    assert told_on(journal, entry) == MEETS
    journal.undo()
    assert told_on(journal, entry) is None
    journal.redo()
    assert told_on(journal, entry) == MEETS


def test_covered_before_the_meeting_is_held_it_is_not_told_yet(
    journal: Journal, entry: int, planned: int
) -> None:
    agenda.edit_item(journal, reports(journal, planned)[0].id, {"state": "covered"})
    assert told_on(journal, entry) is None


def test_not_covered_after_all_it_was_not_told(
    journal: Journal, entry: int, planned: int
) -> None:
    cover_by_hand(journal, planned)
    running.park(journal, reports(journal, planned)[0].id)
    assert told_on(journal, entry) is None
    agenda.edit_item(journal, reports(journal, planned)[0].id, {"state": "covered"})
    assert told_on(journal, entry) == MEETS
    agenda.edit_item(journal, reports(journal, planned)[0].id, {"state": "planned"})
    assert told_on(journal, entry) is None


def test_a_day_said_by_hand_is_not_touched(journal: Journal, entry: int, planned: int) -> None:
    feedback.report_back(journal, entry, date(2026, 5, 18))
    cover_all(journal, planned)
    running.park(journal, reports(journal, planned)[0].id)
    assert told_on(journal, entry) == date(2026, 5, 18)


def test_the_end_of_a_meeting_that_ran_settles_it_and_going_on_opens_it(
    journal: Journal, entry: int, planned: int
) -> None:
    now = datetime(2026, 5, 19, 10, 0, tzinfo=UTC)
    begun = running.start(journal, planned, now)
    over = live.go(begun, live.SUM_UP, datetime(2026, 5, 19, 10, 20, tzinfo=UTC))
    running.end(journal, over, datetime(2026, 5, 19, 10, 30, tzinfo=UTC))
    assert reports(journal, planned)[0].state == "covered"
    assert told_on(journal, entry) == MEETS
    running.reopen(journal, over)
    assert told_on(journal, entry) is None


def test_brought_up_in_the_meeting_it_was_told_too(
    journal: Journal, ann: int, entry: int
) -> None:
    which = build.add_meeting(journal, ann)
    feedback.edit(journal, entry, {"acted_on": TODAY})  # as from another copy: on no agenda yet
    carry = next(one for one in carry_in.collect(journal, which, TODAY)
                 if one.source == "feedback")
    running.raise_carried(journal, which, carry)
    after_meeting.close(journal, which)
    assert told_on(journal, entry) == MEETS


# Put there by hand ----------------------------------------------------------------------------


def test_a_question_on_an_agenda_counts_as_asked_on_that_day(journal: Journal, ann: int) -> None:
    which = build.add_meeting(journal, ann)
    asked = feedback_agenda.ask_in_meeting(journal, {
        "person_id": ann, "topic": "the talk", "question": "Where did I lose you?"}, which)
    [item] = reports(journal, which)
    assert (item.kind, item.title, item.question, item.source_id) == (
        "feedback_ask", "the talk", "Where did I lose you?", asked)
    assert feedback.get(journal, asked).asked_on == MEETS
    assert feedback_agenda.on_agenda(journal, asked).id == which
    cover_all(journal, which)
    assert feedback.get(journal, asked).reported_back_on is None
    assert [one.id for one in feedback.unanswered(journal, ann)] == [asked]


def test_a_talk_waits_for_the_cool_off(journal: Journal, ann: int) -> None:
    which = build.add_meeting(journal, ann)
    hard = feedback.log(journal, {
        "person_id": ann, "gist": "Slow", "date": TODAY, "stance": "hurt"})
    with pytest.raises(JournalError, match="until Sun 17 May"):
        feedback_agenda.talk_in_meeting(journal, hard, which, TODAY)
    assert reports(journal, which) == []
    feedback_agenda.talk_in_meeting(journal, hard, which, date(2026, 5, 17))
    found = feedback.get(journal, hard)
    assert (found.talk_asked_on, found.follow_up_meeting_id) == (date(2026, 5, 17), which)
    assert reports(journal, which)[0].title == "Talk about: Slow"
    with pytest.raises(JournalError, match="on that agenda already"):
        feedback_agenda.put(journal, hard, which)


def test_what_was_captured_answers_what_was_asked(journal: Journal, ann: int) -> None:
    which = build.add_meeting(journal, ann)
    asked = feedback_agenda.ask_in_meeting(
        journal, {"person_id": ann, "topic": "the talk", "question": "What was missing?"}, which)
    heard = running.capture_feedback(journal, which, "A slide on the costs", MEETS)
    feedback.answer(journal, heard, asked, {"stance": "accepted"})
    [left] = feedback.every(journal)
    assert (left.id, left.topic, left.question, left.asked_on, left.requested, left.stance) == (
        heard, "the talk", "What was missing?", MEETS, True, "accepted")
    assert [item.source_id for item in reports(journal, which)] == [heard]
    journal.undo()
    assert {one.id for one in feedback.every(journal)} == {asked, heard}
    with pytest.raises(JournalError, match="answered already"):
        feedback.answer(journal, asked, heard)


def test_the_meetings_of_a_day_leave_out_those_that_were_called_off(
    journal: Journal, ann: int
) -> None:
    there = build.add_meeting(journal, ann, "2026-05-12T16:00", status="held")
    gone = build.add_meeting(journal, ann, "2026-05-12T09:00")
    meetings.cancel(journal, gone, notice_hours=30)
    build.add_meeting(journal, ann, "2026-05-13T09:00")
    found = feedback_agenda.meetings_on(journal, ann, date(2026, 5, 12))
    assert [one.id for one in found] == [there]
