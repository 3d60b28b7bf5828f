"""A meeting as a calendar file: one event with an alarm, at the right instant, nothing private."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from mentorjournal.exchange import calendar
from mentorjournal.tests import build

STAMPED = datetime(2026, 5, 15, 9, tzinfo=UTC)


def make(**values: Any) -> bytes:
    return calendar.event(**{
        "uid": "abc@mentorjournal", "title": "Meeting: Dr. Rosalind Okafor",
        "starts_at": datetime(2026, 5, 19, 10), "zone": "Europe/Berlin", "minutes": 45,
        "place": "Her office, level 6", "link": None, "stamped": STAMPED, **values})


def event_of(data: bytes) -> Any:
    events = Calendar.from_ical(data).walk("VEVENT")
    assert len(events) == 1
    assert events[0].errors == []
    return events[0]


def test_event_parses_back() -> None:
    found = event_of(make())
    assert str(found["SUMMARY"]) == "Meeting: Dr. Rosalind Okafor"
    assert found["UID"] == "abc@mentorjournal"
    assert found.decoded("DTSTART").astimezone(UTC) == datetime(2026, 5, 19, 8, tzinfo=UTC)
    assert found.decoded("DTEND") - found.decoded("DTSTART") == timedelta(minutes=45)
    assert found.decoded("DTSTAMP") == STAMPED
    assert str(found["LOCATION"]) == "Her office, level 6"
    assert set(found) == {"SUMMARY", "UID", "DTSTART", "DTEND", "DTSTAMP", "LOCATION"}


def test_event_has_one_alarm_a_day_before() -> None:
    alarms = event_of(make()).walk("VALARM")
    assert [(str(a["ACTION"]), a.decoded("TRIGGER")) for a in alarms] == [
        ("DISPLAY", timedelta(hours=-24))]


@pytest.mark.parametrize(
    ("zone", "at", "utc"),
    [("UTC", "2026-05-19T10:00", "2026-05-19T10:00"),
     ("America/New_York", "2026-01-19T10:00", "2026-01-19T15:00"),
     ("America/New_York", "2026-07-19T10:00", "2026-07-19T14:00"),
     ("Asia/Kolkata", "2026-05-19T10:00", "2026-05-19T04:30"),
     ("Australia/Lord_Howe", "2026-01-19T10:00", "2026-01-18T23:00"),
     ("Etc/UTC", "2028-02-29T10:00", "2028-02-29T10:00")],
)
def test_instant_is_right_in_every_zone(zone: str, at: str, utc: str) -> None:
    data = make(zone=zone, starts_at=datetime.fromisoformat(at))
    start = event_of(data).decoded("DTSTART")
    assert start.astimezone(UTC).isoformat(timespec="minutes") == f"{utc}+00:00"
    if zone not in ("UTC", "Etc/UTC"):
        assert [str(z["TZID"]) for z in Calendar.from_ical(data).walk("VTIMEZONE")] == [zone]


@pytest.mark.parametrize("link", ["https://v.example/o", "http://v.example/o"])
def test_link_is_a_place_and_an_address(link: str) -> None:
    found = event_of(make(link=link, place=None))
    assert str(found["LOCATION"]) == str(found["URL"]) == link


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "v.example/o"])
def test_other_link_is_no_address_to_click(link: str) -> None:
    assert "URL" not in event_of(make(link=link))


INJECTED = ["x\r\nATTENDEE:mailto:spy@example.org", "x\nATTENDEE:mailto:spy@example.org",
            "x\nEND:VEVENT\nBEGIN:VEVENT", "x\rATTENDEE:y", "x\\nATTENDEE:y", "x\u2028ATTENDEE:y",
            "x\x00y", "x\x85ATTENDEE:y", "x\x0bATTENDEE:y"]


@pytest.mark.parametrize("text", INJECTED)
@pytest.mark.parametrize("where", ["title", "place", "link", "uid"])
def test_no_line_can_be_slipped_in(text: str, where: str) -> None:
    text = f"https://{text}" if where == "link" else text
    found = event_of(make(**{where: text}))
    assert set(found) <= {"SUMMARY", "UID", "DTSTART", "DTEND", "DTSTAMP", "LOCATION", "URL"}
    assert len(found.walk("VALARM")) == 1


@given(st.text(min_size=1), st.text())
def test_any_text_makes_one_event(title: str, place: str) -> None:
    found = event_of(make(title=title, place=place))
    assert set(found) <= {"SUMMARY", "UID", "DTSTART", "DTEND", "DTSTAMP", "LOCATION"}


@pytest.mark.parametrize("text", [t for t in build.NAUGHTY if "\\" not in t and "\u2028" not in t])
def test_naughty_title_comes_back(text: str) -> None:
    assert str(event_of(make(title=text))["SUMMARY"]) == text
