"""Contacts and the calendar of catch-ups without the window."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from mentorjournal.journal import keeping
from mentorjournal.journal.fields import named
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import vocabulary as v
from mentorjournal.store.schema import contact
from mentorjournal.tests import build
from mentorjournal.tests.commands import Program

WHOLE: dict[str, Any] = {
    "person_id": 1, "date": "2026-05-14", "kind": "informal", "channel": "in_person",
    "initiated_by": "me", "answered": True, "answered_on": "2026-05-15",
    "line": "On the stairs: the panel <b>met</b>.", "occasion": "Grand round",
}


@pytest.fixture
def mine(sample_file: Path, tmp_path: Path) -> Path:
    return build.copy(sample_file, tmp_path / "mine.mentorjournal")


def test_a_contact_with_every_field_comes_back_as_it_was_given(
    program: Program, mine: Path
) -> None:
    own = {"id", "uid", "created_at"}
    assert WHOLE.keys() == {column.name for column in contact.c} - own
    added = program("add", mine, "contacts", stdin=build.lines(WHOLE))
    assert added.code == 0 and added.out.startswith("ACK ")
    new_id = int(added.out.split()[1])
    listed = [json.loads(line) for line in program("list", mine, "contacts").out.splitlines()]
    assert listed[-1] == {"id": new_id, **WHOLE}
    assert len(listed) == 32


def test_a_contact_that_was_added_resets_the_days(program: Program, mine: Path) -> None:
    program("add", mine, "contacts", stdin=build.lines(
        {"person_id": 10, "date": "2026-05-14", "answered_on": "2026-05-14"}))
    journal = Journal(mine)
    found = {one.person.id: one for one in keeping.everybody(journal, build.SAMPLE_DAY)}
    journal.close()
    assert found[10].person.name == "Joy Marchetti, NP"
    assert (found[10].rhythm.days_since, found[10].year.count) == (1, 4)


DAY = "a day such as 2026-05-15"


def of(ids: Iterable[str]) -> str:
    return f"one of {named(ids)}"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"person_id": 99}, "There is no person with the id 99."),
        ({"person_id": None}, "“person_id” must not be empty."),
        ({"date": "yesterday"}, f"“yesterday” does not fit “date”, which takes {DAY}."),
        ({"date": "2026-02-30"}, f"“2026-02-30” does not fit “date”, which takes {DAY}."),
        ({"date": None}, "“date” must not be empty."),
        ({"kind": "smoke"}, f"“smoke” does not fit “kind”, which takes {of(v.CONTACT_KINDS)}."),
        ({"channel": "pigeon"},
         f"“pigeon” does not fit “channel”, which takes {of(v.CHANNELS)}."),
        ({"initiated_by": "them"},
         f"“them” does not fit “initiated by”, which takes {of(v.PARTIES)}."),
        ({"answered": "yes"}, "“yes” does not fit “answered”, which takes true or false."),
        ({"answered_on": "2026-05-13"}, "“answered_on” must not be before “date”."),
        ({"line": 7}, "“7” does not fit “line”, which takes text."),
        ({"occasion": ["x"]}, "“['x']” does not fit “occasion”, which takes text."),
        ({"answered": False}, "What nobody answered has no “answered_on”."),
        ({"mood": "fine"}, "There is no field “mood” here."),
    ],
)
def test_a_wrong_value_gets_one_clear_sentence(
    program: Program, mine: Path, values: dict[str, Any], sentence: str
) -> None:
    done = program("add", mine, "contacts", stdin=build.lines({**WHOLE, **values}))
    assert (done.code, done.out, done.err) == (2, "", f"Line 1: {sentence}\n")


def test_calendar_is_written(program: Program, mine: Path, tmp_path: Path) -> None:
    out = tmp_path / "catch-ups.ics"
    done = program("calendar", mine, "-o", out, "--as-of", "2026-05-15")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert len(Calendar.from_ical(out.read_bytes()).walk("VEVENT")) == 8
    again = tmp_path / "again.ics"
    program("calendar", mine, "-o", again, "--as-of", "2026-05-15")
    assert again.read_bytes() == out.read_bytes()


def test_calendar_of_nobody_is_refused_and_writes_nothing(
    program: Program, empty_file: Path, tmp_path: Path
) -> None:
    mine = build.copy(empty_file, tmp_path / "empty.mentorjournal")
    done = program("calendar", mine, "-o", tmp_path / "out.ics")
    assert (done.code, done.err) == (2, "There is no active mentor to make a calendar of.\n")
    assert not (tmp_path / "out.ics").exists()


def test_a_calendar_is_written_as_nothing_but_a_calendar(
    program: Program, mine: Path, tmp_path: Path
) -> None:
    done = program("calendar", mine, "-o", tmp_path / "catch-ups.pdf")
    assert (done.code, done.err) == (2, "A calendar can be written as .ics.\n")
    assert not (tmp_path / "catch-ups.pdf").exists()
