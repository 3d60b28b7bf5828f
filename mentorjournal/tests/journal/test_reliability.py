"""How reliable I am: the readings worked out for the sample, and what is counted and what not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import event

from mentorjournal.journal import agenda, meetings, outcomes, promises, reliability
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build

AS_OF = build.SAMPLE_DAY


def test_the_readings_of_the_sample(sample_journal: Journal) -> None:
    year = reliability.of_meetings(sample_journal, AS_OF)
    assert year.held == 32
    assert (year.agenda_in_good_time, year.agenda_just_in_time) == ((20, 32), (28, 32))
    assert (year.result_named, year.left_with, year.asked_ahead) == (
        (30, 32), (31, 32), (13, 32))
    assert (year.on_time, year.ran_over, year.note_sent) == ((31, 32), (2, 32), (24, 32))
    assert year.called_off_late == 1  # m31, five hours; m37 with 96 does not count
    window = (AS_OF - date(2024, 11, 15)).days + 1
    assert reliability.of_meetings(sample_journal, AS_OF, window).on_time == (45, 47)
    mine = reliability.of_promises(sample_journal, AS_OF)
    assert (mine.due, mine.on_time, mine.late, mine.open) == (19, 13, 3, 3)


@pytest.mark.parametrize(("person", "on_time", "ahead", "late", "kept"), [
    (1, (9, 10), (9, 10), 0, (6, 8)),  # Okafor: the last ten of sixteen
    (2, (5, 5), (4, 5), 1, (1, 1)),  # Vale: all there are, and m31
    (6, (0, 0), (0, 0), 0, (0, 0)),  # Whitfield: no meeting at all
])
def test_one_persons_last_meetings(
    sample_journal: Journal, person: int, on_time: tuple[int, int], ahead: tuple[int, int],
    late: int, kept: tuple[int, int],
) -> None:
    found = reliability.with_person(sample_journal, person, AS_OF)
    assert (found.meetings.on_time, found.agenda_ahead) == (on_time, ahead)
    assert (found.meetings.called_off_late, found.promises.kept) == (late, kept)


def test_the_last_n_are_the_latest_and_none_is_of_tomorrow(journal: Journal) -> None:
    someone = build.add_person(journal)
    for day, arrival in (("2026-05-01", "late"), ("2026-05-08", "early"), ("2026-05-15", "on_time"),
                         ("2026-05-16", "late")):
        build.add_meeting(journal, someone, f"{day}T10:00", status="held", arrival=arrival)
    found = reliability.with_person(journal, someone, AS_OF, most=2)
    assert (found.meetings.held, found.meetings.on_time) == (2, (2, 2))
    assert found.since == date(2026, 5, 8)


def test_the_window_ends_with_the_day_and_lasts_a_year(journal: Journal) -> None:
    someone = build.add_person(journal)
    for days in (364, 365, 0, -1):
        day = AS_OF - timedelta(days)
        build.add_meeting(journal, someone, f"{day}T23:50", status="held")
    assert reliability.of_meetings(journal, AS_OF).held == 2


def test_meetings_with_those_i_mentor_are_theirs_to_prepare(journal: Journal) -> None:
    mentee = build.add_person(journal, direction="mentee", level="junior")
    build.add_meeting(journal, mentee, "2026-05-01T10:00", status="held", arrival="late")
    assert reliability.of_meetings(journal, AS_OF).held == 0
    assert reliability.of_meetings(journal, AS_OF, person_id=mentee).on_time == (0, 1)


def test_promises_of_others_without_a_day_or_dropped_are_not_counted(journal: Journal) -> None:
    someone = build.add_person(journal)
    for more in ({"owner": "mentor", "due": AS_OF}, {}, {"due": AS_OF + timedelta(1)},
                 {"due": AS_OF, "dropped_on": AS_OF}):
        promises.add(journal, {"text": "x", "person_id": someone, **more})
    assert reliability.of_promises(journal, AS_OF).due == 0
    promises.add(journal, {"text": "x", "person_id": someone, "due": AS_OF, "done_on": AS_OF})
    assert reliability.of_promises(journal, AS_OF).kept == (1, 1)


def test_as_many_questions_however_many_meetings(sample_journal: Journal) -> None:
    """One for the meetings, one for those called off, one for the promises."""
    asked: list[str] = []
    engine = sample_journal.read().engine
    event.listen(engine, "before_cursor_execute", lambda *values: asked.append(values[2]))
    reliability.with_person(sample_journal, 1, AS_OF)
    first = len(asked)
    for n in range(30):
        which = build.add_meeting(sample_journal, 1, f"2026-04-{1 + n % 28:02}T08:00")
        meetings.hold(sample_journal, which, arrival="on_time")
        outcomes.add(sample_journal, which, {"text": "x"})
        agenda.add_ask(sample_journal, which, {"text": "x"})
    asked.clear()
    found = reliability.with_person(sample_journal, 1, AS_OF, most=30)
    assert found.meetings.held == 30
    assert len(asked) == first == 3
