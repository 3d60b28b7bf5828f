"""The clock: today, another day as today, days written by people, the name of the zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal import clock


def test_without_a_chosen_day_the_machine_is_asked() -> None:
    before = datetime.now(UTC)
    moment = clock.now()
    assert before <= moment <= datetime.now(UTC)
    assert clock.today() in {moment.date(), date.today()}


@given(st.dates())
def test_a_chosen_day_is_today_at_nine(day: date) -> None:
    clock.set_as_of(day)
    assert clock.today() == day
    assert clock.now().date() == day
    assert (clock.now().hour, clock.now().minute) == (9, 0)
    assert clock.now().utcoffset() is not None


def test_what_is_counted_by_the_second_goes_on_on_a_chosen_day() -> None:
    clock.set_as_of(date(2026, 5, 15))
    first = clock.live_now()
    assert first.date() == date(2026, 5, 15) and clock.live_now() > first
    clock.set_as_of(None)
    assert abs(clock.live_now() - clock.machine_now()) < timedelta(seconds=5)


def test_a_chosen_day_can_be_taken_back() -> None:
    clock.set_as_of(date(1999, 1, 1))
    clock.set_as_of(None)
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(minutes=1)


@given(st.dates())
def test_every_written_day_is_read(day: date) -> None:
    assert clock.parse_day(day.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    [
        "", "today", "2026-11", "2026-11-24T09:00", "24.11.2026", "20261124", "2026-W48-2",
        " 2026-11-24", "2026-11-24\n", "2026-1-2", "٢٠٢٦-١١-٢٤", "x" * 100_000,
    ],
)  # fmt: skip
def test_what_is_no_day_is_said_in_one_short_sentence(text: str) -> None:
    with pytest.raises(ValueError, match="is not a day; please write it like") as refused:
        clock.parse_day(text)
    assert len(str(refused.value)) < 120
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("text", ["2026-02-29", "2026-13-01", "2026-00-10", "0000-01-01"])
def test_a_day_outside_the_calendar_is_named(text: str) -> None:
    with pytest.raises(ValueError, match=f"There is no day {text} in the calendar."):
        clock.parse_day(text)


@pytest.mark.parametrize(
    ("tz", "name"),
    [
        ("Europe/London", "Europe/London"),
        (":Asia/Tokyo", "Asia/Tokyo"),
        ("/usr/share/zoneinfo/Europe/Paris", "Europe/Paris"),
        ("", "UTC"),
        ("<+03>-3", "UTC"),
        ("../../etc/passwd", "UTC"),
        ("Nowhere/At_All", "UTC"),
    ],
)
def test_the_zone_named_in_the_environment(
    monkeypatch: pytest.MonkeyPatch, tz: str, name: str
) -> None:
    monkeypatch.setenv("TZ", tz)
    assert clock.zone_name() == name


def test_the_zone_of_the_machine_is_one_that_exists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TZ", raising=False)
    assert ZoneInfo(clock.zone_name()).key == clock.zone_name()
