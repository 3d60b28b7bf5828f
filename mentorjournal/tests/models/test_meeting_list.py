"""The list of meetings: its sections and words, paging, and the least refresh."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import agenda, entries, meetings, people, promises
from mentorjournal.journal.journal import Journal
from mentorjournal.models.meeting_list import PAGE, MeetingList
from mentorjournal.models.roles import Role
from mentorjournal.store.schema import meeting
from mentorjournal.tests import build

TODAY = date(2026, 5, 15)


@pytest.fixture
def journal(journal: Journal, qapp: object) -> Journal:
    clock.set_as_of(TODAY)
    return journal


def listed(journal: Journal, hours: int = 48) -> MeetingList:
    made = MeetingList(journal, 91, hours)
    journal.changed.connect(made.refresh)
    return made


def lines(model: MeetingList) -> list[str]:
    """Headings as they are, other rows as "name: second line"."""
    return [
        row.section or f"{row.person.short_name}: {''.join(text for text, _ in row.second)}"
        for row in model.records()
    ]


def test_sections_and_words(journal: Journal) -> None:
    okafor = build.add_person(journal, "Prof. Amara Okafor")
    weber = build.add_person(
        journal, "Dr Jonas Weber", cadence_days=28, start=date(2025, 1, 1))
    mentee = build.add_person(journal, "Sam Brooks", direction="mentee")
    build.add_meeting(journal, okafor, "2026-05-10T10:00")
    soon = build.add_meeting(journal, okafor, "2026-05-17T15:00")
    later = build.add_meeting(journal, okafor, "2026-06-20T12:00")
    build.add_meeting(journal, okafor, "2026-05-28T07:30")
    build.add_meeting(journal, mentee, "2026-05-29T17:00")
    held = build.add_meeting(journal, weber, "2026-03-27T10:00", status="held")
    agenda.add_item(journal, soon, {"title": "One"})
    agenda.add_item(journal, later, {"title": "One"})
    promises.add(journal, {"meeting_id": held, "text": "a", "done_on": TODAY})
    promises.add(journal, {"meeting_id": held, "text": "b"})
    assert lines(listed(journal)) == [
        "Did it take place?", "Prof. Okafor: Sun 10 May, 10:00 · not closed",
        "Upcoming",
        "Prof. Okafor: Sun 17 May, 15:00 · not sent",
        "Prof. Okafor: Thu 28 May, 07:30 · no items yet",
        "Sam Brooks: Fri 29 May, 17:00 · you mentor",
        "Prof. Okafor: Sat 20 Jun, 12:00 · 1 item",
        "To arrange", "Dr Weber: 3 weeks over · every 4 weeks",
        "Past", "Dr Weber: Fri 27 Mar · 2 actions, 1 open",
    ]


def test_overdue_is_said_in_words_and_colour(journal: Journal) -> None:
    weber = build.add_person(journal, "Dr Jonas Weber", cadence_days=28)
    build.add_meeting(journal, weber, "2026-03-27T10:00", status="held")
    model = listed(journal)
    second = model.index(model.row_of(f"p{weber}"), 0).data(Role.SECOND)
    assert second[0] == ("3 weeks over", "alert")
    assert second[1][1] == "muted"


def test_candidates_and_past_mentors_are_not_to_be_arranged(journal: Journal) -> None:
    for stage, direction in (("met", "candidate"), ("closed", "mentor")):
        someone = build.add_person(journal, "X", stage=stage, direction=direction)
        build.add_meeting(journal, someone, "2025-01-10T10:00", status="held")
    assert "To arrange" not in lines(listed(journal))


def test_headings_cannot_be_selected(journal: Journal) -> None:
    build.add_meeting(journal, build.add_person(journal))
    model = listed(journal)
    assert not model.flags(model.index(0, 0))
    assert model.flags(model.index(1, 0))


def test_agendas_to_finish_are_those_of_two_weeks_not_sent(journal: Journal) -> None:
    someone = build.add_person(journal)
    mentee = build.add_person(journal, "Sam", direction="mentee")
    first = build.add_meeting(journal, someone, "2026-05-19T10:00")
    build.add_meeting(journal, someone, "2026-05-29T10:00")
    build.add_meeting(journal, someone, "2026-05-30T10:00")
    build.add_meeting(journal, mentee, "2026-05-20T10:00")
    build.add_meeting(journal, someone, "2026-05-21T10:00", purpose="informal")
    model = listed(journal)
    assert model.agendas_to_finish() == 2
    meetings.mark_agenda_sent(journal, first, "2026-05-15T09:00:00Z")
    assert model.agendas_to_finish() == 1


def many(journal: Journal, number: int) -> list[int]:
    someone = build.add_person(journal)
    with journal.change("many") as connection:
        return [
            entries.insert_row(connection, meeting, {
                "person_id": someone, "planned_minutes": 30, "status": "held",
                "starts_at": datetime(2026, 5, 14, 10) - timedelta(days=n),
            }) for n in range(number)
        ]


def test_past_meetings_come_by_the_page(journal: Journal) -> None:
    ids = many(journal, 2 * PAGE + 7)
    model = listed(journal)
    assert model.rowCount() == 1 + PAGE
    model.fetchMore()
    assert model.rowCount() == 1 + 2 * PAGE
    assert model.canFetchMore()
    model.fetchMore()
    assert [row.meeting_id for row in model.records()[1:]] == ids
    assert not model.canFetchMore()


def test_a_meeting_far_back_is_revealed(journal: Journal) -> None:
    ids = many(journal, 3 * PAGE)
    model = listed(journal)
    assert model.reveal(ids[-1]) == 3 * PAGE
    assert model.reveal(999_999) == -1


def test_an_edit_tells_of_one_row(journal: Journal) -> None:
    ids = many(journal, PAGE)
    model = listed(journal)
    QAbstractItemModelTester(model)
    changed, reset = QSignalSpy(model.dataChanged), QSignalSpy(model.modelReset)
    meetings.edit(journal, ids[3], {"follow_up_sent_at": "2026-05-15T09:00:00Z"})
    assert changed.count() == 1
    assert changed.at(0)[0].row() == 4
    assert reset.count() == 0
    assert lines(model)[4].endswith("note sent")


def test_holding_moves_a_meeting_to_the_past_and_undo_brings_it_back(journal: Journal) -> None:
    someone = build.add_person(journal, "Prof. Amara Okafor")
    which = build.add_meeting(journal, someone, "2026-05-14T10:00")
    build.add_meeting(journal, someone, "2026-05-01T10:00", status="held")
    model = listed(journal)
    QAbstractItemModelTester(model)
    before = lines(model)
    meetings.hold(journal, which)
    assert lines(model) == [
        "Past", "Prof. Okafor: Thu 14 May · no notes", "Prof. Okafor: Fri 1 May · no notes",
    ]
    journal.undo()
    assert lines(model) == before


def test_a_promise_kept_shows_at_once_and_far_down_soon(journal: Journal, qtbot: QtBot) -> None:
    ids = many(journal, 2 * PAGE)
    near = promises.add(journal, {"meeting_id": ids[0], "text": "a"})
    far = promises.add(journal, {"meeting_id": ids[-1], "text": "a"})
    model = listed(journal)
    model.fetchMore()
    promises.set_done(journal, near, TODAY)
    assert lines(model)[1].endswith("1 action, done")
    promises.set_done(journal, far, TODAY)
    qtbot.waitUntil(lambda: lines(model)[-1].endswith("1 action, done"))


def test_a_new_name_shows_in_every_row(journal: Journal) -> None:
    someone = build.add_person(journal, "Prof. Amara Okafor")
    build.add_meeting(journal, someone)
    build.add_meeting(journal, someone, "2026-05-01T10:00", status="held")
    model = listed(journal)
    people.edit(journal, someone, {"name": "Dr Mei Tanaka"})
    assert all("Tanaka" in line for line in lines(model) if ":" in line)


def test_screen_readers_hear_the_whole_row(journal: Journal) -> None:
    build.add_meeting(journal, build.add_person(journal, "Prof. Amara Okafor"))
    model = listed(journal)
    said = model.index(1, 0).data(11)  # Qt.AccessibleTextRole
    assert said == "Prof. Amara Okafor, Tue 19 May, 10:00 · no items yet"


def test_any_name_is_shown(journal: Journal) -> None:
    for text in build.NAUGHTY:
        build.add_meeting(journal, build.add_person(journal, text))
    model = listed(journal)
    assert model.rowCount() == 1 + len(build.NAUGHTY)
    assert all(model.index(row, 0).data() for row in range(model.rowCount()))
