"""The calendar of a letter: deadline and reminders, updated by importing again."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from mentorjournal.exchange import letter_dates
from mentorjournal.journal import letters
from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

NOW = datetime(2026, 5, 15, 9, tzinfo=UTC)
DUE = date(2026, 6, 19)


def events(journal: Journal, letter_id: int) -> list[tuple[date, str, str]]:
    calendar = Calendar.from_ical(letter_dates.make(journal, letter_id, NOW))
    return [(one["dtstart"].dt, str(one["summary"]), str(one["uid"]))
            for one in calendar.walk("VEVENT")]


@pytest.fixture
def asked(journal: Journal) -> int:
    ann = build.add_person(journal, "Dr. Henrik Vale")
    return letters.add(journal, {
        "writer_id": ann, "target": "K12", "deadline": DUE, "context": "A stroke"})


def test_deadline_and_three_reminders(journal: Journal, asked: int) -> None:
    found = events(journal, asked)
    assert [day for day, _, _ in found] == [
        DUE, date(2026, 6, 5), date(2026, 6, 12), date(2026, 6, 18)]
    assert found[0][1] == "Letter due: Dr. Henrik Vale, K12"
    assert found[1][1] == "Remind Dr. Henrik Vale: letter due on 2026-06-19"
    assert len({uid for _, _, uid in found}) == 4
    assert events(journal, asked) == found
    assert b"stroke" not in letter_dates.make(journal, asked, NOW)


def test_once_submitted_nobody_is_reminded(journal: Journal, asked: int) -> None:
    letters.take_step(journal, asked, "submitted", date(2026, 6, 1))
    assert [day for day, _, _ in events(journal, asked)] == [DUE]


def test_what_i_write_myself_is_only_due(journal: Journal, asked: int) -> None:
    letters.edit(journal, asked, {"kind": "nomination_for_mentor"})
    assert [title for _, title, _ in events(journal, asked)] == ["Nomination due: Dr. Henrik Vale"]


def test_the_day_is_that_of_my_own_clock(
    journal: Journal, asked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    letters.edit(journal, asked, {"zone": "America/New_York", "deadline_time": "19:00"})
    assert events(journal, asked)[0][0] == date(2026, 6, 20)


def test_without_a_deadline_there_is_nothing_to_write(journal: Journal, asked: int) -> None:
    letters.edit(journal, asked, {"deadline": None})
    with pytest.raises(JournalError, match="no deadline"):
        letter_dates.make(journal, asked, NOW)
    assert letter_dates.file_name(journal, asked) == "Letter Dr. Vale"
