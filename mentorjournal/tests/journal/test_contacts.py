"""Contacts: paging, answers, several people at once; what counts and what does not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from mentorjournal import clock
from mentorjournal.journal import contacts, people
from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

TODAY = build.SAMPLE_DAY


@pytest.fixture
def okafor(journal: Journal) -> int:
    clock.set_as_of(TODAY)
    return build.add_person(journal, start=date(2024, 9, 10), cadence_days=30)


def last(journal: Journal, person_id: int) -> date | None:
    return people.everybody(journal, TODAY, [person_id])[0].last_touchpoint


def log(journal: Journal, whom: int, **values: Any) -> int:
    return contacts.add(journal, {
        "person_id": whom, "date": TODAY, "kind": "informal", "answered": True, **values})


def test_a_corridor_chat_counts_and_an_unanswered_message_does_not(
    journal: Journal, okafor: int
) -> None:
    log(journal, okafor, date=TODAY - timedelta(9))
    assert last(journal, okafor) == TODAY - timedelta(9)
    message = log(journal, okafor, kind="brief_update", answered=False)
    assert last(journal, okafor) == TODAY - timedelta(9)
    assert [one.id for one in contacts.waiting(journal, TODAY)[okafor]] == [message]
    contacts.mark_answered(journal, message, TODAY)
    assert last(journal, okafor) == TODAY
    assert contacts.waiting(journal, TODAY) == {}
    assert contacts.get(journal, message).answered_on == TODAY


def test_a_message_of_the_kind_nobody_answered_becomes_another_kind_with_its_answer(
    journal: Journal, okafor: int
) -> None:
    message = log(journal, okafor, kind="message_unanswered", answered=None)
    assert not contacts.get(journal, message).answered
    contacts.mark_answered(journal, message, TODAY)
    found = contacts.get(journal, message)
    assert (found.kind, found.answered, last(journal, okafor)) == ("brief_update", True, TODAY)
    contacts.edit(journal, message, {"kind": "message_unanswered"})
    assert not contacts.get(journal, message).answered
    assert last(journal, okafor) is None


def test_the_day_of_an_answer_says_that_there_was_one(journal: Journal, okafor: int) -> None:
    made = contacts.add(journal, {"person_id": okafor, "date": "2026-05-01",
                                  "answered_on": "2026-05-03"})
    assert contacts.get(journal, made).answered
    contacts.edit(journal, made, {"answered": False})
    assert contacts.get(journal, made).answered_on is None


def test_pages_are_newest_first_and_none_is_left_out(journal: Journal, okafor: int) -> None:
    other = build.add_person(journal, "Dr. Henrik Vale")
    log(journal, other)
    for n in (3, 1, 2, 2, 2, 0):
        log(journal, okafor, date=TODAY - timedelta(n))
    seen: list[Any] = []
    while page := contacts.of_person(journal, okafor, 2, seen[-1] if seen else None):
        assert len(page) <= 2
        seen += page
    assert [(TODAY - one.date).days for one in seen] == [0, 1, 2, 2, 2, 3]
    assert len({one.id for one in seen}) == 6


def test_several_people_are_one_change_and_one_undo(journal: Journal, okafor: int) -> None:
    mentee = build.add_person(journal, "Hana Yoon", direction="mentee", level="junior")
    heard = build.notices(journal)
    made = contacts.add_for(
        journal, [okafor, mentee, okafor],
        {"date": TODAY, "kind": "informal", "initiated_by": "mentor", "answered": True})
    assert len(made) == 2 and len(heard) == 1
    assert [contacts.get(journal, one).initiated_by for one in made] == ["mentor", "mentee"]
    assert journal.undo() == "Log contact"
    assert contacts.of_person(journal, okafor) == contacts.of_person(journal, mentee) == []


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"date": TODAY + timedelta(1)}, "still to come"),
        ({"date": None}, "“date” must not be empty"),
        ({"kind": "smoke_signal"}, "does not fit “kind”"),
        ({"answered_on": TODAY - timedelta(1)}, "must not be before"),
        ({"person_id": 99}, "99"),
    ],
)
def test_a_wrong_value_is_refused_in_one_sentence(
    journal: Journal, okafor: int, values: dict[str, Any], why: str
) -> None:
    with pytest.raises(JournalError, match=why) as refusal:
        log(journal, okafor, **values)
    assert str(refusal.value).count(".") == 1
    assert contacts.of_person(journal, okafor) == []


def test_nobody_and_nothing_are_refused(journal: Journal, okafor: int) -> None:
    with pytest.raises(JournalError, match="who it was with"):
        contacts.add_for(journal, [], {"date": TODAY})
    gone = log(journal, okafor)
    contacts.remove(journal, gone)
    for deed in (lambda: contacts.get(journal, gone), lambda: contacts.remove(journal, gone),
                 lambda: contacts.edit(journal, gone, {"line": "x"}),
                 lambda: contacts.mark_answered(journal, gone, TODAY)):
        with pytest.raises(JournalError, match="no longer in the journal"):
            deed()
