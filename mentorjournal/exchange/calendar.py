"""Calendar files: a meeting, or days that come again; with alarms and nothing private in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar

_WEB_ADDRESS = re.compile(r"https?://[^\s\\\x00-\x1f\x7f]+")
ALARM_HOURS = 24  # our default; the calendar's owner can change it there
REMINDER_DAYS = 2  # as tip 6 has it
QUARTER = 91  # days of the rhythm that is four times a year
_FIRST_SEQUENCE = date(2020, 1, 1)


def event(
    *, uid: str, title: str, starts_at: datetime, zone: str, minutes: int, place: str | None,
    link: str | None, stamped: datetime,
) -> bytes:
    """The bytes of an .ics file with one event; `starts_at` is on the clock of `zone`."""
    from icalendar import Event

    calendar = _calendar()
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
    entry.add_component(_alarm(title, timedelta(hours=ALARM_HOURS)))
    calendar.add_component(entry)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


@dataclass(frozen=True)
class Repeating:
    """A day that comes again every so many days, such as the one to catch up with somebody."""

    uid: str
    title: str
    first: date
    every_days: int


def repeating(entries: Iterable[Repeating], stamped: datetime) -> bytes:
    """The bytes of an .ics file with days that come again, each with an alarm two days before.

    Importing it again updates what is there: the uid stays, and the sequence grows by the day.
    """
    from icalendar import Event

    calendar = _calendar()
    for each in entries:
        first = _in_every_month(each.first) if each.every_days == QUARTER else each.first
        entry = Event()
        entry.add("uid", each.uid)
        entry.add("sequence", max(0, (stamped.date() - _FIRST_SEQUENCE).days))
        entry.add("summary", each.title)
        entry.add("dtstart", first)
        entry.add("dtend", first + timedelta(1))
        entry.add("dtstamp", stamped)
        entry.add("rrule", rule(each.every_days))
        entry.add("transp", "TRANSPARENT")  # a reminder takes no time
        entry.add_component(_alarm(each.title, timedelta(days=REMINDER_DAYS)))
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


@dataclass(frozen=True)
class Dated:
    """A whole day, such as a deadline."""

    uid: str
    title: str
    day: date


def dated(entries: Iterable[Dated], stamped: datetime) -> bytes:
    """The bytes of an .ics file with whole days; importing a later one updates them."""
    from icalendar import Event

    calendar = _calendar()
    for each in entries:
        entry = Event()
        entry.add("uid", each.uid)
        entry.add("sequence", max(0, (stamped.date() - _FIRST_SEQUENCE).days))
        entry.add("summary", each.title)
        entry.add("dtstart", each.day)
        entry.add("dtend", each.day + timedelta(1))
        entry.add("dtstamp", stamped)
        entry.add("transp", "TRANSPARENT")
        entry.add_component(_alarm(each.title, timedelta(hours=ALARM_HOURS)))
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


def rule(every_days: int) -> dict[str, Any]:
    """How a rhythm is said in a calendar: in months, weeks or days."""
    if every_days == QUARTER:
        return {"FREQ": "MONTHLY", "INTERVAL": 3}
    if every_days % 7 == 0:
        return {"FREQ": "WEEKLY", "INTERVAL": every_days // 7}
    return {"FREQ": "DAILY", "INTERVAL": every_days}


def _in_every_month(day: date) -> date:
    """A day that every month has: the 1st of the next one instead of the 29th to 31st."""
    if day.day <= 28:
        return day
    return (day.replace(day=28) + timedelta(4)).replace(day=1)


def _calendar() -> Calendar:
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//Mentor Journal//EN")
    made.add("version", "2.0")
    return made


def _alarm(title: str, before: timedelta) -> Alarm:
    from icalendar import Alarm

    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("description", title)
    made.add("trigger", -before)
    return made
