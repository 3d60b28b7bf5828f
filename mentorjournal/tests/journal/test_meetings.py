"""Meetings: arranging, moving, putting off, calling off, holding; paging without gaps."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from mentorjournal import clock
from mentorjournal.journal import agenda, meetings, people, promises
from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

NOW = datetime(2026, 5, 15, 9, tzinfo=UTC)


@pytest.fixture
def okafor(journal: Journal) -> int:
    """Somebody with a usual place and link; today is 15 May 2026."""
    clock.set_as_of(date(2026, 5, 15))
    return build.add_person(journal, usual_place="Her office", usual_link="https://v.example/o")


@pytest.mark.parametrize(
    ("mode", "place", "link"),
    [(None, "Her office", "https://v.example/o"), ("video", None, "https://v.example/o"),
     ("in_person", "Her office", None), ("phone", None, None)],
)
def test_new_meeting_is_where_meetings_usually_are(
    journal: Journal, okafor: int, mode: str | None, place: str | None, link: str | None
) -> None:
    found = meetings.get(journal, build.add_meeting(journal, okafor, mode=mode))
    assert (found.place, found.link) == (place, link)
    assert found.status == "confirmed"


def test_what_is_said_goes_before_what_is_usual(journal: Journal, okafor: int) -> None:
    found = meetings.get(journal, build.add_meeting(journal, okafor, place="Café", mode="video"))
    assert found.place == "Café"


def test_meeting_with_nobody_or_without_a_time_is_refused(journal: Journal, okafor: int) -> None:
    at = datetime(2026, 5, 19, 10)
    for values in ({"starts_at": at, "planned_minutes": 30},
                   {"person_id": okafor + 9, "starts_at": at, "planned_minutes": 30},
                   {"person_id": okafor, "planned_minutes": 30},
                   {"person_id": okafor, "starts_at": at}):
        with pytest.raises(JournalError):
            meetings.add(journal, values)
    assert meetings.coming(journal) == []


def test_moving_takes_the_agenda_along(journal: Journal, okafor: int) -> None:
    m = build.add_meeting(journal, okafor, status="proposed")
    item = agenda.add_item(journal, m, {"title": "Aims"})
    meetings.move(journal, m, datetime(2026, 6, 2, 14, 30), 30)
    found = meetings.get(journal, m)
    assert (found.starts_at, found.planned_minutes, found.status) == (
        datetime(2026, 6, 2, 14, 30), 30, "confirmed")
    assert [one.id for one in agenda.items(journal, m)] == [item]
    assert found.ends_at == datetime(2026, 6, 2, 15)


def test_postponing_takes_agenda_and_asks_along_and_records_the_notice(
    journal: Journal, okafor: int
) -> None:
    m = build.add_meeting(journal, okafor, "2026-05-19T10:00", initiated_by="mentor",
                          opening="Two things", headline="Aims")
    meetings.edit(journal, m, {"desired_outcome": "A yes"})
    item = agenda.add_item(journal, m, {"title": "Aims"})
    agenda.add_option(journal, item, {"text": "Wait"})
    agenda.add_ask(journal, m, {"text": "Read page 4"})
    new = meetings.postpone(journal, m, datetime(2026, 5, 26, 10), why="ill", notice_hours=96)
    assert new is not None
    old, moved = meetings.get(journal, m), meetings.get(journal, new)
    assert (old.status, old.called_off_by, old.called_off_why) == ("postponed", "me", "ill")
    assert (old.notice_hours, old.moved_to_id) == (96, new)
    assert (moved.status, moved.starts_at) == ("confirmed", datetime(2026, 5, 26, 10))
    assert (moved.opening, moved.headline, moved.desired_outcome) == ("Two things", "Aims", "A yes")
    assert moved.desired_outcome_at == old.desired_outcome_at is not None
    assert moved.initiated_by == "mentor"
    assert [one.title for one in agenda.items(journal, new)] == ["Aims"]
    assert len(agenda.items(journal, new)[0].options) == len(agenda.asks(journal, new)) == 1
    assert agenda.items(journal, m) == agenda.asks(journal, m) == []
    journal.undo()
    assert len(agenda.items(journal, m)) == len(agenda.asks(journal, m)) == 1


def test_postponing_without_a_day_keeps_the_agenda_where_it_is(
    journal: Journal, okafor: int
) -> None:
    m = build.add_meeting(journal, okafor)
    agenda.add_item(journal, m, {"title": "Aims"})
    assert meetings.postpone(journal, m, None) is None
    assert meetings.get(journal, m).moved_to_id is None
    assert len(agenda.items(journal, m)) == 1


@pytest.mark.parametrize(
    ("starts_at", "zone", "hours"),
    [("2026-05-16T09:00", "UTC", 24.0), ("2026-05-15T14:30", "UTC", 5.5),
     ("2026-05-16T09:00", "Asia/Tokyo", 15.0), ("2026-05-01T09:00", "UTC", 0.0),
     ("2026-11-01T09:00", "America/New_York", 170 * 24 + 5.0)],
)
def test_notice_is_counted_from_now_on_the_clock_of_the_meeting(
    journal: Journal, okafor: int, starts_at: str, zone: str, hours: float,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    m = build.add_meeting(journal, okafor, starts_at, zone=zone)
    meetings.cancel(journal, m, by="mentor", why="in theatre")
    found = meetings.get(journal, m)
    assert (found.status, found.called_off_by, found.notice_hours) == (
        "cancelled", "mentor", hours)


@pytest.mark.parametrize("status", ["held", "cancelled", "postponed", "missed"])
def test_only_what_is_to_come_is_called_off(journal: Journal, okafor: int, status: str) -> None:
    m = build.add_meeting(journal, okafor, status=status)
    before = build.dump(journal)
    with pytest.raises(JournalError, match="still to come"):
        meetings.cancel(journal, m)
    with pytest.raises(JournalError, match="still to come"):
        meetings.postpone(journal, m, datetime(2026, 6, 1, 10))
    assert build.dump(journal) == before


def test_shortening_says_that_little_is_new(journal: Journal, okafor: int) -> None:
    m = build.add_meeting(journal, okafor)
    meetings.shorten(journal, m, 15)
    found = meetings.get(journal, m)
    assert (found.planned_minutes, found.nothing_new) == (15, True)
    with pytest.raises(JournalError, match="planned minutes"):
        meetings.shorten(journal, m, 0)


def test_holding_moves_it_to_the_past(journal: Journal, okafor: int) -> None:
    m = build.add_meeting(journal, okafor, "2026-05-15T08:00")
    meetings.hold(journal, m, actual_minutes=40, arrival="on_time")
    assert meetings.coming(journal) == []
    found = meetings.past(journal)[0].meeting
    assert (found.id, found.status, found.actual_minutes, found.arrival) == (
        m, "held", 40, "on_time")
    assert people.everybody(journal, date(2026, 5, 15))[0].last_touchpoint == date(2026, 5, 15)


def test_moment_the_result_was_first_named_is_kept(
    journal: Journal, okafor: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    m = build.add_meeting(journal, okafor)
    named = []
    for hour, text in ((9, "A yes"), (10, "A yes or a no"), (11, None), (12, "A yes")):
        monkeypatch.setattr(clock, "now", lambda hour=hour: NOW.replace(hour=hour))
        meetings.edit(journal, m, {"desired_outcome": text})
        named.append(meetings.get(journal, m).desired_outcome_at)
    assert named == ["2026-05-15T09:00:00Z", "2026-05-15T09:00:00Z", None, "2026-05-15T12:00:00Z"]


def test_sending_the_agenda_sends_the_asks_and_can_be_taken_back(
    journal: Journal, okafor: int
) -> None:
    m = build.add_meeting(journal, okafor)
    agenda.add_ask(journal, m, {"text": "Read page 4"})
    at = meetings.stamp(datetime(2026, 5, 15, 23, tzinfo=ZoneInfo("America/New_York")))
    assert at == "2026-05-16T03:00:00Z"
    assert meetings.day_of(at, "America/New_York") == date(2026, 5, 15)
    for moment in (at, None):
        meetings.mark_agenda_sent(journal, m, moment)
        assert meetings.get(journal, m).agenda_sent_at == moment
        assert agenda.asks(journal, m)[0].sent_at == moment


def test_removing_leaves_the_promises(journal: Journal, okafor: int) -> None:
    m = build.add_meeting(journal, okafor)
    agenda.add_item(journal, m, {"title": "Aims"})
    promises.add(journal, {"text": "Send aims", "meeting_id": m})
    meetings.remove(journal, m)
    assert build.dump(journal)["agenda_item"] == []
    kept = promises.of_person(journal, okafor)
    assert [(one.text, one.meeting_id) for one in kept] == [("Send aims", None)]


@pytest.mark.parametrize("size", [1, 3, 50])
def test_pages_of_the_past_have_no_gap_and_no_double(
    journal: Journal, okafor: int, size: int
) -> None:
    with journal.change("Many"):
        ids = [
            build.add_meeting(journal, okafor, f"2026-0{month}-10T10:00", status=status)
            for month in (1, 2, 3) for status in ("held", "cancelled", "missed", "held")
        ]
    build.add_meeting(journal, okafor, "2026-02-11T10:00")
    seen: list[int] = []
    page = meetings.past(journal, size)
    while page:
        seen += [found.meeting.id for found in page]
        page = meetings.past(journal, size, before=page[-1])
    assert sorted(seen) == sorted(ids)
    assert seen == sorted(ids, reverse=True)  # of the same moment, the later one comes first


def test_past_of_the_sample_is_complete(sample_journal: Journal) -> None:
    seen: list[int] = []
    page = meetings.past(sample_journal, 7)
    while page:
        seen += [found.meeting.id for found in page]
        page = meetings.past(sample_journal, 7, before=page[-1])
    assert len(seen) == len(set(seen)) == 50
    assert len(meetings.coming(sample_journal)) == 2


def test_next_one_is_the_first_by_instant_and_not_by_the_wall_clock(
    journal: Journal, okafor: int
) -> None:
    build.add_meeting(journal, okafor, "2026-05-15T08:59")
    assert meetings.next_one(journal, NOW) is None
    east = build.add_meeting(journal, okafor, "2026-05-16T10:00", zone="Asia/Tokyo")
    build.add_meeting(journal, okafor, "2026-05-16T09:00", zone="America/New_York")
    build.add_meeting(journal, okafor, "2026-05-15T11:00", status="cancelled")
    found = meetings.next_one(journal, NOW)
    assert found is not None
    assert found.id == east
    now = build.add_meeting(journal, okafor, "2026-05-15T09:00")
    found = meetings.next_one(journal, NOW)
    assert found is not None
    assert found.id == now


def test_last_held_is_before_the_meeting_and_held(journal: Journal, okafor: int) -> None:
    first = build.add_meeting(journal, okafor, "2026-04-01T10:00", status="held")
    build.add_meeting(journal, okafor, "2026-04-08T10:00", status="cancelled")
    m = build.add_meeting(journal, okafor, "2026-05-19T10:00", status="held")
    build.add_meeting(journal, build.add_person(journal, "Vale"), "2026-05-01T10:00",
                      status="held")
    found = meetings.last_held(journal, okafor, meetings.get(journal, m).starts_at)
    assert found is not None
    assert found.id == first
    assert meetings.last_held(journal, okafor, datetime(2026, 4, 1, 10)) is None


def test_summary_counts_items_and_promises(journal: Journal, okafor: int) -> None:
    m = build.add_meeting(journal, okafor)
    agenda.add_item(journal, m, {"title": "A", "minutes": 12})
    agenda.add_item(journal, m, {"title": "B", "minutes": 8})
    agenda.add_item(journal, m, {"title": "C", "minutes": 30, "state": "dropped"})
    promises.add(journal, {"text": "x", "meeting_id": m})
    promises.add(journal, {"text": "y", "meeting_id": m, "done_on": date(2026, 5, 1)})
    found = meetings.summaries(journal, [m])[0]
    assert (found.items, found.item_minutes, found.actions, found.open_actions) == (2, 20, 2, 1)
    assert found.person.id == okafor


@pytest.mark.parametrize("at", ["1900-01-01T00:00", "2200-12-31T23:59", "2028-02-29T12:00",
                                "2026-03-29T02:30", "2026-10-25T02:30"])
def test_any_time_on_the_clock_comes_back_as_it_was(
    journal: Journal, okafor: int, at: str
) -> None:
    m = build.add_meeting(journal, okafor, at, zone="Europe/Berlin")
    assert meetings.get(journal, m).starts_at.isoformat(timespec="minutes") == at
    assert meetings.hours_until(meetings.get(journal, m), NOW)


def test_agenda_keeps_its_order(journal: Journal, okafor: int) -> None:
    m = build.add_meeting(journal, okafor)
    a, b, c = (agenda.add_item(journal, m, {"title": t}) for t in "ABC")

    def order() -> list[int]:
        return [one.id for one in agenda.items(journal, m)]

    for mover, to, expected in ((c, 0, [c, a, b]), (c, 2, [a, b, c]), (a, 99, [b, c, a]),
                                (a, -5, [a, b, c])):
        agenda.move_item(journal, mover, to)
        assert order() == expected
    agenda.remove_item(journal, b)
    d = agenda.add_item(journal, m, {"title": "D"})
    assert order() == [a, c, d]


def test_one_option_is_preferred_at_the_most(journal: Journal, okafor: int) -> None:
    item = agenda.add_item(journal, build.add_meeting(journal, okafor), {"title": "A"})
    one, two = (agenda.add_option(journal, item, {"text": t}) for t in ("one", "two"))

    def preferred() -> list[int]:
        m = agenda.items(journal, 1)[0]
        return [option.id for option in m.options if option.preferred]

    for option, expected in ((one, [one]), (two, [two]), (two, [])):
        agenda.prefer_option(journal, option)
        assert preferred() == expected


def test_verbs_on_what_is_gone_say_so(journal: Journal, okafor: int) -> None:
    for verb in (lambda: meetings.get(journal, 99), lambda: meetings.remove(journal, 99),
                 lambda: agenda.edit_item(journal, 99, {"title": "x"}),
                 lambda: agenda.move_item(journal, 99, 0),
                 lambda: agenda.add_item(journal, 99, {"title": "x"}),
                 lambda: agenda.add_option(journal, 99, {"text": "x"}),
                 lambda: agenda.prefer_option(journal, 99),
                 lambda: meetings.hold(journal, 99), lambda: people.remove(journal, 99),
                 lambda: promises.set_done(journal, 99, None)):
        with pytest.raises(JournalError):
            verb()
