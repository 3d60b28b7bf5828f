"""A meeting as a calendar file: an event with an alarm and nothing private in it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

_WEB_ADDRESS = re.compile(r"https?://[^\s\\\x00-\x1f\x7f]+")
ALARM_HOURS = 24  # our default; the calendar's owner can change it there


def event(
    *, uid: str, title: str, starts_at: datetime, zone: str, minutes: int, place: str | None,
    link: str | None, stamped: datetime,
) -> bytes:
    """The bytes of an .ics file with one event; `starts_at` is on the clock of `zone`."""
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Mentor Journal//EN")
    calendar.add("version", "2.0")
    entry = Event()
    entry.add("uid", uid)
    entry.add("summary", title)
    begins = starts_at.replace(tzinfo=ZoneInfo(zone))
    entry.add("dtstart", begins)
    entry.add("dtend", begins + timedelta(minutes=minutes))
    entry.add("dtstamp", stamped)
    if place or link:
        entry.add("location", place or link)
    if link and _WEB_ADDRESS.fullmatch(link):
        entry.add("url", link)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(hours=-ALARM_HOURS))
    entry.add_component(alarm)
    calendar.add_component(entry)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())
