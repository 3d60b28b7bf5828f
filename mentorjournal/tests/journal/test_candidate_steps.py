"""Everybody I consider, read at once: the same as one by one."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import event

from mentorjournal import clock
from mentorjournal.journal import candidate_steps, candidates, contacts, people
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build

DAY = build.SAMPLE_DAY


def several(journal: Journal) -> None:
    """Candidates at every step of the way."""
    def somebody(name: str, **values: object) -> int:
        return build.add_person(
            journal, name, **{"direction": "candidate", "stage": "considering", **values})

    somebody("Dr. New")
    for days in (3, 9):
        candidates.note_request(journal, somebody(f"Dr. Written {days}"), DAY - timedelta(days))
    twice = somebody("Dr. Twice")
    candidates.note_request(journal, twice, DAY - timedelta(20))
    candidates.note_request(journal, twice, DAY - timedelta(9), is_nudge=True)
    answered = somebody("Dr. Answered")
    contacts.add(journal, {"person_id": answered, "date": DAY, "kind": "brief_update",
                           "answered": True})
    build.add_meeting(journal, somebody("Dr. Coming"), "2026-05-20T10:00")
    build.add_meeting(journal, somebody("Dr. Passed"), "2026-05-10T10:00")
    met = somebody("Dr. Met")
    build.add_meeting(journal, met, "2026-05-01T10:00", status="held")
    for name, decision in (("Dr. Ask", "ask"), ("Dr. Wait", "wait"), ("Dr. No", "no")):
        whom = somebody(name, stage="met")
        candidates.save_fit_sheet(journal, whom, {"date": date(2026, 5, 2)})
        candidates.save_fit_sheet(
            journal, whom, {"date": DAY, "decision": decision, "decided_on": DAY})
    asked = somebody("Dr. Asked", stage="met")
    candidates.ask(journal, asked, DAY - timedelta(4), anyway=True)
    build.add_person(journal, "Dr. Mentor")


def test_all_at_once_is_the_same_as_one_by_one(journal: Journal) -> None:
    clock.set_as_of(DAY)
    several(journal)
    found = candidate_steps.every(journal, people.everybody(journal, DAY), DAY)
    assert len(found) == 12
    assert {one.step.key for one in found} >= {
        "request", "heard", "nudge", "others", "arrange", "prepare", "passed", "sheet", "ask",
        "decide", "aside", "answer"}
    for one in found:
        alone = candidates.read(journal, one.facts.person.id, DAY)
        assert (one.state, one.sheet) == (alone.state, alone.sheet), one.facts.person.name


def test_the_number_of_queries_does_not_grow(journal: Journal) -> None:
    clock.set_as_of(DAY)
    several(journal)
    asked: list[str] = []
    everybody = people.everybody(journal, DAY)
    event.listen(journal.read().engine, "before_cursor_execute",
                 lambda *args: asked.append(args[2]))
    candidate_steps.every(journal, everybody, DAY)
    first = len(asked)
    candidate_steps.every(journal, [*everybody, *everybody], DAY)
    assert len(asked) == 2 * first
    assert candidate_steps.every(journal, [], DAY) == []
