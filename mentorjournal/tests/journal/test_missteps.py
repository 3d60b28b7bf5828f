"""The sample has nobody who was left waiting, and nobody who is asked too much."""

from __future__ import annotations

from datetime import date

from mentorjournal.journal import agenda, entries, missteps, promises
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build

AS_OF = build.SAMPLE_DAY


def add_contact(journal: Journal, person_id: int, day: date, **values: object) -> None:
    entries.add(journal, "contacts", {
        "person_id": person_id, "date": day.isoformat(), "kind": "brief_update", "answered": True,
        **values})


def test_a_promise_84_days_late_is_no_silence_when_they_met_since(sample_journal: Journal) -> None:
    """a14 fell due on 20 February, and she met Ramanathan on 31 March."""
    assert missteps.ghosts(sample_journal, AS_OF) == {}


def test_three_contacts_and_one_problem_in_56_days_say_nothing(sample_journal: Journal) -> None:
    assert missteps.vampires(sample_journal, AS_OF) == {}


def test_quiet_since_a_promise_fell_due(journal: Journal) -> None:
    one = build.add_person(journal, "Ada")
    add_contact(journal, one, date(2026, 3, 1))
    promises.add(journal, {"person_id": one, "text": "Draft", "due": date(2026, 4, 1)})
    found = missteps.ghosts(journal, AS_OF)
    assert (found[one].days, found[one].is_promise) == (44, True)
    add_contact(journal, one, date(2026, 4, 2))
    assert missteps.ghosts(journal, AS_OF) == {}


def test_their_message_waits_for_an_answer(journal: Journal) -> None:
    one = build.add_person(journal, "Ada")
    add_contact(journal, one, date(2026, 5, 1), initiated_by="mentor", answered=False)
    assert not missteps.ghosts(journal, AS_OF)[one].is_promise
    assert missteps.ghosts(journal, date(2026, 5, 7)) == {}


def test_a_meeting_after_their_message_answers_it(journal: Journal) -> None:
    one = build.add_person(journal, "Ada")
    add_contact(journal, one, date(2026, 4, 25), initiated_by="mentor", answered=False)
    assert one in missteps.ghosts(journal, AS_OF)
    build.add_meeting(journal, one, "2026-05-10T10:00", status="held")
    assert missteps.ghosts(journal, AS_OF) == {}


def test_much_asked_with_little_brought(journal: Journal) -> None:
    one = build.add_person(journal, "Ada", cadence_days=30, start=date(2025, 1, 1))
    for day in range(1, 12):
        add_contact(journal, one, date(2026, 5, day))
    which = build.add_meeting(journal, one)
    for title in ("One", "Two", "Three"):
        agenda.add_item(journal, which, {"title": title, "kind": "problem"})
    found = missteps.vampires(journal, AS_OF)[one]
    assert (found.contacts, found.problems, found.without_option) == (11, 3, 3)
