"""The calendar of catch-ups: one repeating day a mentor, updated when imported again."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from mentorjournal.exchange import calendar, catch_ups
from mentorjournal.exchange.calendar import Repeating
from mentorjournal.journal import keeping, people
from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

STAMPED = datetime(2026, 5, 15, 9, tzinfo=UTC)
AS_OF = build.SAMPLE_DAY


def made(journal: Journal, stamped: datetime = STAMPED) -> dict[str, Any]:
    data = catch_ups.make(journal, stamped.date(), stamped)
    events = Calendar.from_ical(data).walk("VEVENT")
    assert all(one.errors == [] for one in events)
    return {str(one["SUMMARY"]).split()[-1].rstrip(","): one for one in events}


def days(entry: Any, most: int) -> list[date]:
    """The rule as a calendar program reads it."""
    begins = datetime.combine(entry.decoded("DTSTART"), time())
    rule = rrulestr(entry["RRULE"].to_ical().decode(), dtstart=begins)
    return [one.date() for one in islice(rule, most)]


def test_each_active_mentor_has_a_day_that_comes_again(sample_journal: Journal) -> None:
    found = made(sample_journal)
    rules = {name: one["RRULE"].to_ical().decode() for name, one in found.items()}
    assert rules == {
        "Okafor": "FREQ=DAILY;INTERVAL=30", "Vale": "FREQ=MONTHLY;INTERVAL=3",
        "Ramanathan": "FREQ=DAILY;INTERVAL=45", "Brandt": "FREQ=DAILY;INTERVAL=60",
        "Haddad": "FREQ=MONTHLY;INTERVAL=3", "Whitfield": "FREQ=DAILY;INTERVAL=30",
        "Castellanos": "FREQ=DAILY;INTERVAL=60", "NP": "FREQ=DAILY;INTERVAL=60"}
    first = {name: one.decoded("DTSTART") for name, one in found.items()}
    assert first["Okafor"] == date(2026, 5, 21)  # 30 days after 21 April
    assert first["NP"] == AS_OF + timedelta(1)  # long over
    assert first["Ramanathan"] == AS_OF + timedelta(1)


def test_nothing_but_title_days_and_alarm_is_written(sample_journal: Journal) -> None:
    for entry in made(sample_journal).values():
        assert set(entry) == {"UID", "SEQUENCE", "SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "RRULE",
                              "TRANSP"}
        assert str(entry["SUMMARY"]).startswith("Catch up: ")
        assert entry["TRANSP"] == "TRANSPARENT"
        assert [(str(a["ACTION"]), a.decoded("TRIGGER"), str(a["DESCRIPTION"]))
                for a in entry.walk("VALARM")] == [
            ("DISPLAY", timedelta(days=-2), str(entry["SUMMARY"]))]


def test_importing_again_updates(sample_journal: Journal) -> None:
    before = made(sample_journal)
    okafor = next(one for one in keeping.everybody(sample_journal, AS_OF)
                  if "Okafor" in one.person.name).person.id
    people.edit(sample_journal, okafor, {"name": "Prof. R. Okafor", "cadence_days": 28})
    later = made(sample_journal, STAMPED + timedelta(days=1))
    assert later["Okafor"]["UID"] == before["Okafor"]["UID"]
    assert int(later["Okafor"]["SEQUENCE"]) > int(before["Okafor"]["SEQUENCE"])
    assert later["Okafor"]["RRULE"].to_ical() == b"FREQ=WEEKLY;INTERVAL=4"
    assert len({str(one["UID"]) for one in later.values()}) == len(later)


def test_who_is_paused_or_past_is_left_out(sample_journal: Journal) -> None:
    ids = {name: one.person.id for one in keeping.everybody(sample_journal, AS_OF)
           for name in one.person.name.replace(",", "").split()}
    keeping.pause(sample_journal, ids["Okafor"], AS_OF + timedelta(30))
    people.edit(sample_journal, ids["Vale"], {"stage": "closed"})
    keeping.snooze(sample_journal, ids["Marchetti"], AS_OF + timedelta(30))
    keeping.set_next(sample_journal, ids["Brandt"], AS_OF + timedelta(3))
    found = made(sample_journal)
    assert not {"Okafor", "Vale", "Reyes", "Yoon", "Stroud", "Osei"} & set(found)
    assert "NP" in found  # snoozing is about the nudge alone
    assert found["Brandt"].decoded("DTSTART") == AS_OF + timedelta(3)


def test_nobody_to_be_in_touch_with_is_said(journal: Journal) -> None:
    with pytest.raises(JournalError, match="no active mentor"):
        catch_ups.make(journal, AS_OF, STAMPED)


def test_a_pause_with_everybody_is_not_taken_for_having_no_mentor(
    sample_journal: Journal
) -> None:
    keeping.pause_everybody(sample_journal, AS_OF + timedelta(30))
    with pytest.raises(JournalError, match="Every mentor is paused"):
        catch_ups.make(sample_journal, AS_OF, STAMPED)


@given(st.integers(1, 3650), st.dates(date(2024, 1, 1), date(2040, 12, 31)))
def test_every_rhythm_is_a_rule_that_keeps_its_pace(every: int, first: date) -> None:
    data = calendar.repeating([Repeating("u", "Catch up: N", first, every)], STAMPED)
    entry = Calendar.from_ical(data).walk("VEVENT")[0]
    found = days(entry, 6)
    assert 0 <= (found[0] - first).days <= 3
    gaps = {(later - earlier).days for earlier, later in zip(found, found[1:], strict=False)}
    # Three months are 89 to 92 days; a month that lacks the day would leave a gap of six.
    assert gaps <= set(range(89, 93)) if every == 91 else gaps == {every}
