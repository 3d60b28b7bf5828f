"""Which values a field takes: every list, every limit, every naughty string in every noun."""

from __future__ import annotations

import json
import math
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Boolean, Column, Float, Integer

from mentorjournal.journal import entries, fields, people
from mentorjournal.journal.journal import Journal
from mentorjournal.store.columns import Day, WallTime, WordList, Words, clean
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.tests import build

ONCE = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def columns(*kinds: type) -> list[tuple[str, Column[Any]]]:
    """Every field of a record whose values are of `kinds`, as (kind of record, column)."""
    return [
        (kind, column)
        for kind, table in fields.KINDS.items() for column in table.c
        if isinstance(column.type, kinds) and not column.foreign_keys
        and column.name not in ("id", "uid", "created_at")
    ]


def check(kind: str, name: str, value: Any) -> Any:
    """What a field makes of a value."""
    return fields.checked(fields.KINDS[kind], {name: value}, whole=False)[name]


def refused(kind: str, name: str, value: Any) -> str:
    """The sentence that a value is refused with; it names the field."""
    with pytest.raises(JournalError) as caught:
        check(kind, name, value)
    sentence = str(caught.value)
    spoken = {"starts_at": "start", "cadence_days": "rhythm", "due": "due day"}.get(
        name, name.removesuffix("_id").replace("_", " "))
    assert spoken in sentence
    assert sentence.endswith(".")
    most = 1000 if "one of" in sentence else 300  # all choices are named
    assert "\n" not in sentence and len(sentence) < most
    return sentence


def test_every_record_table_can_be_listed_and_added() -> None:
    assert {table.name for table in fields.KINDS.values()} == set(RECORD_TABLES) - {
        "preference", "dismissal", "person_tag"}


@pytest.mark.parametrize("kind", sorted(fields.KINDS))
def test_least_record_of_every_kind_is_added_and_listed(journal: Journal, kind: str) -> None:
    values = build.required(journal, kind)
    row = entries.add(journal, kind, values)
    found = {r["id"]: r for r in entries.every(journal, kind)}[row]
    assert {name: found[name] for name in values} == values
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize("kind", sorted(fields.KINDS))
def test_record_without_what_it_needs_is_refused(journal: Journal, kind: str) -> None:
    for name in build.required(journal, kind):
        values = build.required(journal, kind)
        for absent in ({k: v for k, v in values.items() if k != name}, {**values, name: None},
                       {**values, name: ""}):
            with pytest.raises(JournalError, match="must not be empty"):
                entries.add(journal, kind, absent)


@pytest.mark.parametrize("kind", sorted(fields.KINDS))
def test_empty_values_everywhere_are_what_a_new_record_has(journal: Journal, kind: str) -> None:
    values = build.required(journal, kind)
    empty = {
        c.name: None for c in fields.KINDS[kind].c
        if c.name not in values and c.name not in ("id", "uid", "created_at")
    }
    plain = entries.add(journal, kind, values)
    emptied = entries.add(journal, kind, {**empty, **values})
    rows = {r.pop("id"): r for r in entries.every(journal, kind)}
    assert rows[emptied] == rows[plain]


@pytest.mark.parametrize("name", ["nmae", "id", "uid", "created_at", "", "name; DROP", "__class__"])
def test_unknown_field_is_refused_by_its_name(name: str) -> None:
    with pytest.raises(JournalError, match="no field"):
        fields.checked(fields.KINDS["people"], {name: "x"}, whole=False)


def test_name_of_an_unknown_field_is_not_repeated_at_length() -> None:
    with pytest.raises(JournalError) as caught:
        fields.checked(fields.KINDS["people"], {"x" * 10_000: "x"}, whole=False)
    assert len(str(caught.value)) < 200


_LONG = ("planned_minutes",)  # three of these would be too few
WRONG_FOR_TEXT = (1, 1.5, True, ["x"], {"a": 1}, b"x", date(2026, 1, 1))


def test_text_takes_text_only() -> None:
    for kind, column in columns(Words):
        for value in WRONG_FOR_TEXT:
            refused(kind, column.name, value)


def test_text_has_a_limit_that_is_named() -> None:
    for kind, column in columns(Words):
        if fields.choices(fields.KINDS[kind].name, column.name) or column.info.get("moment"):
            refused(kind, column.name, "x" * 10_000)
            continue
        if column.name == "zone":
            refused(kind, column.name, "x" * 10_000)
            continue
        most = fields.limit(fields.KINDS[kind].name, column.name)
        assert check(kind, column.name, "x" * most) == "x" * most
        assert f"{most:,}" in refused(kind, column.name, "x" * (most + 1))


def test_title_of_ten_thousand_characters_is_refused(journal: Journal) -> None:
    with pytest.raises(JournalError, match="“title” is too long: 10,000 characters, and 300 fit"):
        build.add_record(journal, "agenda_items", title="x" * 10_000)


LISTED = [
    (kind, column)
    for kind, table in fields.KINDS.items() for column in table.c
    if fields.choices(table.name, column.name)
]


def test_closed_list_takes_its_words_only() -> None:
    for kind, column in LISTED:
        allowed = fields.choices(fields.KINDS[kind].name, column.name) or ()
        assert [check(kind, column.name, word) for word in allowed] == list(allowed)
        for wrong in ("something else", allowed[0].upper(), f"{allowed[0]} ", f"{allowed[0]}x"):
            sentence = refused(kind, column.name, wrong)
            assert all(word in sentence for word in allowed)


def test_every_listed_word_has_its_list() -> None:
    without = {
        f"{name}.{column.name}" for name, table in RECORD_TABLES.items() for column in table.c
        if column.info.get("listed") and not fields.choices(name, column.name)
    }
    assert without == set()


@pytest.mark.parametrize("name", sorted(fields.PERSON_LISTS))
def test_list_of_a_person(name: str) -> None:
    allowed = fields.PERSON_LISTS[name][1]
    if allowed is not None:
        assert check("people", name, list(allowed)) == allowed
        assert check("people", name, ["other: my own"]) == ("other: my own",)
        with pytest.raises(JournalError):
            check("people", name, ["something else"])
    for wrong in ("coach", 1, [1], {"a": 1}, ["x" * 301]):
        with pytest.raises(JournalError):
            check("people", name, wrong)
    assert check("people", name, None) == ()


def test_number_takes_finite_numbers_only() -> None:
    for kind, column in columns(Integer, Float):
        if isinstance(column.type, Boolean):
            continue
        for value in ("1", True, [1], math.nan, math.inf, -math.inf, 10**400,
                      -(10**400), 2**63, 1e300):
            refused(kind, column.name, value)
        if isinstance(column.type, Integer):
            refused(kind, column.name, 1.5)
            assert check(kind, column.name, 30.0 if column.name in _LONG else 3.0) in (3, 30)


@pytest.mark.parametrize(
    ("kind", "name", "low", "high"),
    [("meetings", "planned_minutes", 5, 480), ("agenda_items", "minutes", 1, 480),
     ("people", "cadence_days", 1, 3650), ("needs", "importance", 1, 3),
     ("commitments", "hours_per_week", 0, 168), ("reflections", "energy", 1, 5),
     ("fit_sheets", "inspired", 1, 5), ("me", "capacity_hours_per_week", 0, 168),
     ("compacts", "review_every_days", 1, 3650)],
)
def test_number_lies_in_its_range(kind: str, name: str, low: int, high: int) -> None:
    assert [check(kind, name, low), check(kind, name, high)] == [low, high]
    for value in (low - 1, high + 1):
        sentence = refused(kind, name, value)
        assert str(low) in sentence and str(high) in sentence


def test_yes_or_no() -> None:
    for kind, column in columns(Boolean):
        assert [check(kind, column.name, v) for v in (True, 1)] == [True, True]
        assert [check(kind, column.name, v) for v in (False, 0)] == [False, False]
        for value in ("true", "yes", 2, -1, [], [True]):
            refused(kind, column.name, value)


def test_day_is_a_day_of_the_calendar() -> None:
    for kind, column in columns(Day):
        assert check(kind, column.name, "2028-02-29") == date(2028, 2, 29)
        assert check(kind, column.name, date(2028, 2, 29)) == date(2028, 2, 29)
        for value in ("2026-02-29", "29.02.2028", "2028-2-29", "20280229", "2026-W01-1", "x",
                      20280229, "2028-02-29T10:00", datetime(2028, 2, 29), "0001-01-01",
                      "9999-12-31", "２０２８-02-29", True, ["2028-02-29"]):
            refused(kind, column.name, value)


def test_time_is_on_the_clock_without_a_zone() -> None:
    for kind, column in columns(WallTime):
        assert check(kind, column.name, "2026-05-19T10:30") == datetime(2026, 5, 19, 10, 30)
        assert check(kind, column.name, datetime(2026, 5, 19, 10, 30, 59)) == datetime(
            2026, 5, 19, 10, 30)
        for value in ("2026-05-19", "2026-05-19T10:30Z", "2026-05-19T10:30+02:00", "10:30", 5,
                      "0001-01-01T10:00", "9999-12-31T23:59", "2026-05-19T25:00", ["x"], True):
            refused(kind, column.name, value)


MOMENTS = [p for p in columns(Words) if p[1].info.get("moment")]


def test_moment_is_utc_as_the_journal_writes_it() -> None:
    for kind, column in MOMENTS:
        assert check(kind, column.name, "2026-05-15T09:00:00Z") == "2026-05-15T09:00:00Z"
        for value in ("yesterday", "2026-05-15", "2026-05-15T09:00:00", "2026-05-15T09:00:00+02:00",
                      "2026-13-15T09:00:00Z", "0001-01-01T00:00:00Z"):
            refused(kind, column.name, value)


@pytest.mark.parametrize("zone", ["Europe/London", "UTC", "Asia/Kolkata"])
def test_zone_is_one_of_the_world(zone: str) -> None:
    assert check("meetings", "zone", zone) == zone
    for wrong in ("Mars/Base", "../../etc/passwd", "/etc/passwd", "Europe", "a\0b", "x" * 5000,
                  "\ud83d"):
        refused("meetings", "zone", wrong)


def test_list_of_words() -> None:
    for kind, column in columns(WordList):
        assert check(kind, column.name, ["a", "b"]) == ("a", "b")
        for value in ("a", 1, [1], {"a": 1}):
            refused(kind, column.name, value)


def test_link_to_nobody_is_refused_by_its_number(journal: Journal) -> None:
    for value in (99, -1, 0):
        with pytest.raises(JournalError, match=f"no person with the id {value}"):
            entries.add(journal, "contacts", {"person_id": value, "date": "2026-05-01"})
    with pytest.raises(JournalError, match="“p01” does not fit “person”"):
        entries.add(journal, "contacts", {"person_id": "p01", "date": "2026-05-01"})
    assert list(entries.every(journal, "contacts")) == []


def free_texts(kind: str) -> list[str]:
    """The fields of `kind` that take any text."""
    table = fields.KINDS[kind]
    return [
        c.name for c in table.c
        if isinstance(c.type, Words) and not fields.choices(table.name, c.name)
        and not c.info.get("moment") and c.name != "zone"
    ]


def kept(kind: str, name: str, text: str) -> str | None:
    """What a text becomes: a line loses doubled spaces, nothing else changes."""
    if fields.KINDS[kind].c[name].info.get("limit"):
        text = " ".join(text.split())
    return clean(text) if text.strip() else None


@pytest.mark.parametrize("kind", sorted(fields.KINDS))
def test_naughty_strings_in_every_field_are_kept_literally(journal: Journal, kind: str) -> None:
    with journal.change("Write all"):
        owners = build.required(journal, kind)
        written = {}
        for n, text in enumerate(build.NAUGHTY):
            texts = dict.fromkeys(free_texts(kind), text)
            if kind == "people":
                texts["name"] = text
            written[entries.add(journal, kind, {**owners, **texts})] = (n, texts)
    found = {row["id"]: row for row in entries.every(journal, kind)}
    for row, (n, texts) in written.items():
        assert {name: found[row][name] for name in texts} == {
            name: kept(kind, name, text) for name, text in texts.items()}, build.NAUGHTY[n]
    assert journal.findings() == []


@ONCE
@given(st.text(min_size=1, max_size=300))
def test_any_text_is_kept(journal: Journal, text: str) -> None:
    if not text.replace("\0", "").strip():
        return
    someone = build.add_person(journal, "P", private_note=text, strengths=[text])
    found = people.get(journal, someone)
    assert found.private_note == clean(text)
    assert found.strengths == ((clean(" ".join(text.split())),) if text.split() else ())


@pytest.mark.parametrize("blank", ["", " ", "\t\n", "\u3000", "\0", " \0 "])
def test_blank_text_is_none_and_a_blank_name_is_refused(journal: Journal, blank: str) -> None:
    someone = build.add_person(journal, private_note=blank, rank=blank)
    found = people.get(journal, someone)
    assert not (found.private_note or "").strip() and not (found.rank or "").strip()
    with pytest.raises(JournalError, match="must not be empty"):
        build.add_person(journal, blank)
    with pytest.raises(JournalError, match="must not be empty"):
        people.edit(journal, someone, {"name": blank})


def test_emptied_field_falls_back_to_what_a_new_record_has(journal: Journal) -> None:
    someone = build.add_person(journal, stage="initiation", outside_field=True, rank="x")
    people.edit(journal, someone, {"stage": None, "outside_field": None, "rank": ""})
    found = people.get(journal, someone)
    assert (found.stage, found.outside_field, found.rank) == ("cultivation", False, None)


def test_candidate_who_is_only_named_is_being_considered(journal: Journal) -> None:
    row = entries.add(journal, "people", {"name": "New", "direction": "candidate"})
    assert people.get(journal, row).stage == "considering"
    row = entries.add(journal, "people", {"name": "N", "direction": "candidate", "stage": "met"})
    assert people.get(journal, row).stage == "met"


def test_unknown_kind_is_refused_with_the_known_ones() -> None:
    with pytest.raises(JournalError, match="people"):
        entries.table_of("prospects")


SPANS = [(kind, *fields.SPANS[table.name]) for kind, table in fields.KINDS.items()
         if table.name in fields.SPANS]


def _moments(kind: str) -> tuple[str, str]:
    return (("2025-05-01T08:00:00Z", "2025-05-01T07:59:59Z") if kind == "meetings"
            else ("2025-05-01", "2025-04-30"))


@pytest.mark.parametrize(("kind", "first", "last"), SPANS)
def test_nothing_is_added_that_ends_before_it_begins(
    journal: Journal, kind: str, first: str, last: str
) -> None:
    later, earlier = _moments(kind)
    least = build.required(journal, kind)
    with pytest.raises(JournalError) as caught:
        entries.add(journal, kind, {**least, first: later, last: earlier})
    assert str(caught.value) == f"“{last}” must not be before “{first}”."
    assert list(entries.every(journal, kind)) == []
    entries.add(journal, kind, {**least, first: later, last: later})
    if first not in least:
        entries.add(journal, kind, {**least, last: earlier})


@pytest.mark.parametrize(("kind", "first", "last"), SPANS)
def test_an_edit_of_one_end_is_held_against_the_other(
    journal: Journal, kind: str, first: str, last: str
) -> None:
    later, earlier = _moments(kind)
    table = fields.KINDS[kind]
    whole = entries.add(journal, kind, {**build.required(journal, kind), first: earlier,
                                        last: later})
    for changed in ({first: later, last: earlier}, {last: "1990" + earlier[4:]},
                    {first: "2090" + later[4:]}):
        with pytest.raises(JournalError, match=f"“{last}” must not be before “{first}”"), \
                journal.change("Edit") as connection:
            entries.update_row(connection, table, whole, changed)
    with journal.change("Edit") as connection:
        entries.update_row(connection, table, whole, {first: later})
        entries.update_row(connection, table, whole, {last: None})
        entries.update_row(connection, table, whole, {first: "2090" + later[4:]})
