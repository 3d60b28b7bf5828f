"""Closing a meeting: what came of it, what is parked, thanks, the next date and the note."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from mentorjournal.journal import after_meeting, agenda, meetings, outcomes, people, thanks
from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

AS_OF = build.SAMPLE_DAY


@pytest.fixture
def held(journal: Journal) -> int:
    """A meeting whose time has passed, with four items."""
    someone = build.add_person(journal, cadence_days=28)
    which = build.add_meeting(
        journal, someone, "2026-05-12T16:00", place="Level 6", mode="in_person")
    for title, state in (("A", "planned"), ("B", "covered"), ("C", "planned"), ("D", "dropped")):
        agenda.add_item(journal, which, {"title": title, "state": state})
    return which


def states(journal: Journal, which: int) -> list[str]:
    return [one.state for one in agenda.items(journal, which)]


def test_closing_notes_it_as_held_and_keeps_what_was_noted(journal: Journal, held: int) -> None:
    meetings.edit(journal, held, {"arrival": "early"})
    after_meeting.close(journal, held, 40)
    after_meeting.close(journal, held, 55)
    found = meetings.get(journal, held)
    assert (found.status, found.actual_minutes, found.arrival) == ("held", 40, "early")


def test_holding_keeps_what_is_not_said(journal: Journal, held: int) -> None:
    meetings.edit(journal, held, {"arrival": "early", "actual_minutes": 20})
    meetings.hold(journal, held, actual_minutes=30)
    found = meetings.get(journal, held)
    assert (found.actual_minutes, found.arrival) == (30, "early")


def test_what_was_called_off_cannot_be_closed(journal: Journal, held: int) -> None:
    meetings.cancel(journal, held)
    with pytest.raises(JournalError, match="called off"):
        after_meeting.close(journal, held, 40)
    assert meetings.get(journal, held).status == "cancelled"


@pytest.mark.parametrize("state", ["covered", "parked"])
def test_only_items_still_open_are_settled(journal: Journal, held: int, state: str) -> None:
    after_meeting.settle_rest(journal, held, state)
    assert states(journal, held) == [state, "covered", state, "dropped"]


def test_outcomes_keep_their_order(journal: Journal, held: int) -> None:
    a, b, c = (outcomes.add(journal, held, {"text": text}) for text in "abc")
    assert outcomes.of_meeting(journal, held) == ["a", "b", "c"]
    outcomes.reorder(journal, [c, a, b])
    outcomes.remove(journal, a)
    outcomes.edit(journal, b, {"text": "B"})
    outcomes.add(journal, held, {"text": "d"})
    assert outcomes.of_meeting(journal, held) == ["c", "B", "d"]


def test_thanks_belong_to_the_meeting_and_its_day(journal: Journal, held: int) -> None:
    one = after_meeting.thank(journal, held, "the blunt page")
    found = after_meeting.read(journal, held, AS_OF).thanks
    assert [(t.id, t.for_what, t.date, t.person_id) for t in found] == [
        (one, "the blunt page", date(2026, 5, 12), meetings.get(journal, held).person_id)]
    with pytest.raises(JournalError, match="must not be empty"):
        thanks.edit(journal, one, {"for_what": None})
    thanks.remove(journal, one)
    assert after_meeting.read(journal, held, AS_OF).thanks == ()


def test_the_next_meeting_is_like_this_one(journal: Journal, held: int) -> None:
    offered = after_meeting.read(journal, held, AS_OF).offer
    assert offered is not None
    assert offered.starts_at == datetime(2026, 6, 9, 16)  # 28 days on, the same weekday and time
    new = meetings.get(journal, after_meeting.arrange_next(journal, held, offered.starts_at))
    old = meetings.get(journal, held)
    assert (new.place, new.mode, new.planned_minutes, new.zone, new.person_id) == (
        old.place, old.mode, old.planned_minutes, old.zone, old.person_id)
    assert (new.status, new.starts_at) == ("confirmed", offered.starts_at)
    found = after_meeting.read(journal, held, AS_OF)
    assert (found.offer, found.following) == (None, new)


def test_a_day_to_be_in_touch_is_remembered_of_both_until_a_time_is_agreed(
    journal: Journal, held: int
) -> None:
    whom = meetings.get(journal, held).person_id
    after_meeting.be_in_touch_on(journal, held, date(2026, 6, 1))
    assert meetings.get(journal, held).next_contact_on == date(2026, 6, 1)
    assert people.get(journal, whom).next_contact_on == date(2026, 6, 1)
    after_meeting.arrange_next(journal, held, datetime(2026, 6, 9, 16))
    assert meetings.get(journal, held).next_contact_on is None
    assert people.get(journal, whom).next_contact_on is None


def test_a_meeting_called_off_is_no_next_one(journal: Journal, held: int) -> None:
    off = after_meeting.arrange_next(journal, held, datetime(2026, 6, 9, 16))
    meetings.cancel(journal, off, by="mentor")
    found = after_meeting.read(journal, held, AS_OF)
    assert found.following is None
    assert found.offer is not None
