"""The only place that asks the machine what day it is; `set_as_of` makes another day today."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime, time
from pathlib import Path

from mentorjournal.words import tr

# A day set by hand has one fixed time of day too, so that what is made on it can be repeated.
AS_OF_TIME = time(9)

_as_of: date | None = None


def set_as_of(day: date | None) -> None:
    """Make `day` today for the whole program; None goes back to the machine's clock."""
    global _as_of
    _as_of = day


def today() -> date:
    """The present day where the user is, or the day of `set_as_of`."""
    return _as_of or date.today()


def now() -> datetime:
    """The present moment in the local zone, or nine in the morning of the day of `set_as_of`."""
    if _as_of is None:
        return datetime.now().astimezone()
    morning = datetime.combine(_as_of, AS_OF_TIME)
    try:
        return morning.astimezone()
    except (OverflowError, ValueError, OSError):  # the first and last years of the calendar
        return morning.replace(tzinfo=UTC)


def machine_now() -> datetime:
    """The present moment by the machine's own clock, whatever day was set by hand."""
    return datetime.now().astimezone()


def live_now() -> datetime:
    """The present moment by the machine's own hands, on the day of `set_as_of` where one is set.

    For what is counted by the second, where nine in the morning would stand still.
    """
    present = machine_now()
    if _as_of is None:
        return present
    try:
        return datetime.combine(_as_of, present.time()).astimezone()
    except (OverflowError, ValueError, OSError):  # the first and last years of the calendar
        return datetime.combine(_as_of, present.time(), UTC)


def parse_day(text: str) -> date:
    """The day written as YYYY-MM-DD; a ValueError with a sentence for people when it is none."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise ValueError(tr("There is no day {day} in the calendar.", day=text)) from None
    shown = " ".join(text[:40].split())
    raise ValueError(tr("“{day}” is not a day; please write it like 2026-11-24.", day=shown))


def zone_name() -> str:
    """The IANA name of the local zone, such as "Europe/London"; "UTC" when it cannot be told.

    TZ decides when it is set, as for every other program; else where /etc/localtime points, or what
    /etc/timezone says.
    """
    if "TZ" in os.environ:
        candidates = [os.environ["TZ"].removeprefix(":")]
    else:
        candidates = [_linked_zone(Path("/etc/localtime")), _first_line(Path("/etc/timezone"))]
    names = (candidate.rpartition("zoneinfo/")[2] for candidate in candidates)
    return next((name for name in names if _is_zone(name)), "UTC")


def _is_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # late: no start of the program needs it

    try:
        ZoneInfo(name)
    except (OSError, ValueError, ZoneInfoNotFoundError):
        return False
    return bool(name)


def _linked_zone(link: Path) -> str:
    try:
        return link.readlink().as_posix()
    except (OSError, NotImplementedError):  # a copy instead of a link, or no such file
        return ""


def _first_line(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii").partition("\n")[0].strip()
    except (OSError, ValueError):
        return ""
