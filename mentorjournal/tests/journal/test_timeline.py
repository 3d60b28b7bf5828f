"""Lanes of the sample and of built journals: marks, bands, order, and reading again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event

from mentorjournal.journal import accomplishments, agenda, entries, meetings, people, timeline
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.timeline import Band, Gap, Lane
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.tests import build
from mentorjournal.tests.build import SAMPLE_DAY

DEFAULT = 91


def lanes(journal: Journal) -> list[Lane]:
    return timeline.lanes(journal, SAMPLE_DAY, DEFAULT)


def lane(journal: Journal, name: str) -> Lane:
    return next(one for one in lanes(journal) if name in one.name)


def add_contact(journal: Journal, who: int, **values: Any) -> int:
    return entries.add(journal, "contacts", {
        "person_id": who, "date": "2026-05-01", "answered": True, **values})


def said(journal: Journal, one: Lane) -> list[str]:
    return timeline.words_of(journal, one.marks)


def test_the_sample_stands_in_the_order_of_the_design(sample_journal: Journal) -> None:
    found = lanes(sample_journal)
    order = ("mentor", "candidate", "past", "mentee")
    standings = [order.index(one.standing) for one in found]
    assert standings == sorted(standings) and len(found) == 12
    mentors = [one.last_seen for one in found if one.standing == "mentor"]
    assert mentors == sorted(mentors, key=lambda day: day or date.min, reverse=True)


def test_a_closed_relationship_of_the_sample(sample_journal: Journal) -> None:
    stroud = lane(sample_journal, "Stroud")
    assert stroud.bands == (
        Band("active", date(2024, 8, 20), date(2025, 10, 28)),
        Band("moving_on", date(2025, 10, 28), date(2025, 11, 20)),
    )
    assert stroud.rhythm == "Closed Nov 2025"
    assert "Closing conversation" in said(sample_journal, stroud)


def test_a_gap_is_open_for_those_whom_the_sample_calls_overdue(sample_journal: Journal) -> None:
    waiting = {one.name for one in lanes(sample_journal) if one.gaps and one.gaps[-1].last is None}
    assert waiting == {"Joy Marchetti, NP"}
    assert lane(sample_journal, "Marchetti").gaps[-1] == Gap(date(2025, 12, 13))


def test_an_unanswered_message_is_a_mark_but_no_touchpoint(sample_journal: Journal) -> None:
    found = [mark for mark in lane(sample_journal, "Marchetti").marks if mark.part == "unanswered"]
    assert [(mark.day, mark.is_touchpoint) for mark in found] == [(date(2026, 2, 3), False)]


def test_meetings_held_called_off_and_coming(sample_journal: Journal) -> None:
    parts = [mark for mark in lane(sample_journal, "Okafor").marks if mark.kind == "meeting"]
    assert [mark.day for mark in parts if mark.is_coming] == [date(2026, 5, 19)]
    assert [mark.part for mark in parts].count("called_off") == 2
    assert all(mark.is_touchpoint is (mark.part == "held") for mark in parts)


def test_every_mark_of_the_sample_has_words_and_a_key_of_its_own(sample_journal: Journal) -> None:
    for one in lanes(sample_journal):
        assert all(said(sample_journal, one))
        assert len({mark.key for mark in one.marks}) == len(one.marks)
        assert [mark.day for mark in one.marks] == sorted(mark.day for mark in one.marks)


def test_a_mark_that_is_gone_has_no_words(journal: Journal) -> None:
    who = build.add_person(journal)
    row = add_contact(journal, who, line="Hello")
    found = lanes(journal)[0]
    assert said(journal, found) == ["Contact: Hello"]
    journal.undo()
    assert timeline.words_of(journal, [mark for mark in found.marks if mark.row == row]) == [""]


def test_nothing_private_is_said(journal: Journal) -> None:
    secret = "nobody may read this"
    who = build.add_person(journal, start="2026-01-01", private_note=secret, limits=secret)
    for kind, values in (
        ("meetings", {"headline": "Aims", "private_note": secret, "status": "held",
                      "starts_at": "2026-01-05T10:00", "planned_minutes": 30}),
        ("feedback", {"first_reaction": secret, "date": "2026-02-01"}),
        ("feedback_given", {"date": "2026-02-02", "topic": secret, "behaviour": secret,
                            "their_plan": secret, "came_of": secret}),
        ("endings", {"conversation_on": "2026-03-01", "reason_note": secret, "talk_plan": secret}),
    ):
        entries.add(journal, kind, {"person_id": who, **values})
    found = lanes(journal)[0]
    assert len(found.marks) == 5
    assert "Feedback I gave" in said(journal, found)
    assert secret not in repr(found) + " ".join(said(journal, found))


def test_who_contributed_and_saw_it_has_one_mark_of_it(journal: Journal) -> None:
    ann, bo = build.add_person(journal, "Ann"), build.add_person(journal, "Bo")
    key = accomplishments.add(journal, {"title": "Talk", "date": date(2026, 5, 1)}, [
        {"person_id": ann, "part": "witness"}, {"person_id": ann},
        {"person_id": bo, "part": "witness"}])
    found = accomplishments.get(journal, key)
    assert [mark.row for mark in lane(journal, "Ann").marks] == [found.contributors[0].id]
    assert [mark.row for mark in lane(journal, "Bo").marks] == [found.witnesses[1].id]


def test_a_changed_stage_is_a_mark_and_ends_a_band(journal: Journal) -> None:
    who = build.add_person(journal, start="2025-01-01", stage="cultivation")
    build.add_meeting(journal, who, "2025-03-01T10:00", status="held")
    people.edit(journal, who, {"stage": "separation"})
    found = lanes(journal)[0]
    assert "Stage: Separation" in said(journal, found)
    since = found.marks[-1].day
    as_of_then = timeline.lanes(journal, since, DEFAULT)[0]
    assert as_of_then.bands == (Band("active", date(2025, 1, 1), since), Band("moving_on", since))


def test_questions_do_not_grow_with_the_people(journal: Journal, sample_journal: Journal) -> None:
    def asked(which: Journal) -> int:
        times: list[Any] = []
        connection = which.read()
        event.listen(connection, "before_cursor_execute", lambda *what: times.append(what[2]))
        lanes(which)
        return len(times)

    build.add_person(journal)
    assert asked(journal) == asked(sample_journal) < 20


def _first_meeting(journal: Journal) -> int:
    return meetings.past(journal)[0].meeting.id


CHANGES: dict[str, Callable[[Journal], object]] = {
    "a person's name": lambda j: people.edit(j, 3, {"name": "Dr. Priya Raman"}),
    "a person's stage": lambda j: people.edit(j, 3, {"stage": "separation"}),
    "a person's roles": lambda j: people.edit(j, 3, {"roles": ["confidante"]}),
    "no roles": lambda j: people.edit(j, 3, {"roles": []}),
    "a new person": lambda j: build.add_person(j),
    "a person removed": lambda j: people.remove(j, 4),
    "two people joined": lambda j: people.merge(j, 1, 6),
    "a meeting": lambda j: build.add_meeting(j, 2),
    "a meeting's day": lambda j: meetings.move(j, 51, meetings.get(j, 52).starts_at),
    "a contact": lambda j: add_contact(j, 9),
    "an accomplishment's day": lambda j: _edit(j, "accomplishment", 2, date=date(2025, 10, 1)),
    "an ending gone": lambda j: _remove(j, "ending", 1),
    "a contact gone": lambda j: _remove(j, "contact", 18),
    "an agenda item": lambda j: agenda.edit_item(
        j, agenda.items(j, 51)[0].id, {"title": "Another"}),
}


def _edit(journal: Journal, table: str, row: int, **values: Any) -> None:
    with journal.change("Edit") as connection:
        entries.update_row(connection, RECORD_TABLES[table], row, values)


def _remove(journal: Journal, table: str, row: int) -> None:
    with journal.change("Remove") as connection:
        entries.delete_row(connection, RECORD_TABLES[table], row)


@pytest.mark.parametrize("what", CHANGES)
def test_reading_again_gives_what_reading_everything_gives(
    sample_journal: Journal, what: str
) -> None:
    before, heard = lanes(sample_journal), build.notices(sample_journal)
    with sample_journal.loss_confirmed():
        CHANGES[what](sample_journal)
    after = timeline.read_again(sample_journal, before, heard[-1], SAMPLE_DAY, DEFAULT)
    assert after == lanes(sample_journal)
    sample_journal.undo()
    again = timeline.read_again(sample_journal, after, heard[-1], SAMPLE_DAY, DEFAULT)
    assert again == before


def test_only_those_a_change_concerns_are_read_again(sample_journal: Journal) -> None:
    before, heard = lanes(sample_journal), build.notices(sample_journal)
    add_contact(sample_journal, 9)
    after = timeline.read_again(sample_journal, before, heard[-1], SAMPLE_DAY, DEFAULT)
    kept = {id(one) for one in before}
    assert [one.person_id for one in after if id(one) not in kept] == [9]
