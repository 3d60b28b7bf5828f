"""Words: days, spans, lists and names as a person would say them, in any language."""

from __future__ import annotations

import gettext
import struct
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal import words

DAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "0 days"), (1, "1 day"), (13, "13 days"), (14, "2 weeks"), (20, "2 weeks"),
     (60, "8 weeks"), (61, "2 months"), (213, "7 months"), (729, "24 months"), (730, "2 years"),
     (1100, "3 years")],
)
def test_span(days: int, said: str) -> None:
    assert words.span(days) == said


@given(st.integers(0, 40_000))
def test_longer_span_never_sounds_shorter(days: int) -> None:
    def about(said: str) -> float:
        n, unit = said.split()
        return int(n) * {"d": 1, "w": 7, "m": 30.44, "y": 365}[unit[0]]

    assert abs(about(words.span(days)) - days) <= max(16, days * 0.5)
    assert about(words.span(days + 40)) >= about(words.span(days)) - 1


@pytest.mark.parametrize(("days", "said"), [(-3, "today"), (0, "today"), (1, "yesterday"),
                                            (2, "2 days ago"), (213, "213 days ago")])
def test_ago(days: int, said: str) -> None:
    assert words.ago(days) == said


@pytest.mark.parametrize(("days", "said"), [(1, "every day"), (7, "every week"),
                                            (28, "every 4 weeks"), (30, "every 30 days"),
                                            (91, "every 13 weeks")])
def test_rhythm(days: int, said: str) -> None:
    assert words.rhythm(days) == said


@pytest.mark.parametrize(("items", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"),
                                             (["a", "b", "c"], "a, b and c")])
def test_listing(items: list[str], said: str) -> None:
    assert words.listing(items) == said


def test_days() -> None:
    assert words.short_day(DAY) == "Thu 26 Nov"
    assert words.short_day(DAY, date(2026, 1, 1)) == "Thu 26 Nov"
    assert words.short_day(DAY, date(2027, 1, 1)) == "Thu 26 Nov 2026"
    assert words.long_day(date(2028, 2, 29)) == "Tuesday 29 February 2028"
    assert words.clock_time(datetime(2026, 1, 1, 9, 5)) == "09:05"
    assert words.minutes(12) == "12 min"


def test_every_month_and_weekday_has_its_words() -> None:
    longs = [words.month_long(n) for n in range(1, 13)]
    assert [name[:3] for name in longs] == [words.month_short(n) for n in range(1, 13)]
    week = [date(2026, 5, 11 + n) for n in range(7)]
    assert [words.weekday_long(d) for d in week] == [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    assert [words.weekday_short(d) for d in week] == [words.weekday_long(d)[:3] for d in week]


@pytest.mark.parametrize(
    ("name", "letters", "short"),
    [
        ("Dr. Rosalind Okafor", "RO", "Dr. Okafor"), ("Joy Marchetti, NP", "JM", "Joy Marchetti"),
        ("Hana Yoon", "HY", "Hana Yoon"), ("Søren Ångström", "SÅ", "Søren Ångström"),
        ("Prof Okafor", "O", "Prof Okafor"), ("Dr. Okafor", "O", "Dr. Okafor"),
        ("د. فاطمة عبد الله", "د", "د. عبد الله"), ("Dr. Sara Abd Allah", "SA", "Dr. Abd Allah"),
        ("张伟", "张", "张伟"), ("Madonna", "M", "Madonna"), ("  doubled   spaces ", "DS",
                                                         "doubled spaces"),
    ],
)
def test_names(name: str, letters: str, short: str) -> None:
    assert words.initials(name) == letters
    assert words.short_name(name) == short


@pytest.mark.parametrize(
    ("name", "bare", "sorted_by"),
    [
        ("Dr. Rosalind Okafor", "Rosalind Okafor", "Okafor Rosalind"),
        ("Joy Marchetti, NP", "Joy Marchetti", "Marchetti Joy"),
        ("Prof. Dr. Ada King PhD", "Ada King", "King Ada"), ("Ada Jr", "Ada Jr", "Jr Ada"),
        ("Madonna", "Madonna", "Madonna"), ("Dr.", "Dr.", "Dr."), ("", "", ""),
        ("王 小明", "王 小明", "王 小明"), ("홍 길동", "홍 길동", "홍 길동"),
        ("محمد الأمين", "محمد الأمين", "الأمين محمد"),
    ],
)
def test_names_are_sorted_by_family_name(name: str, bare: str, sorted_by: str) -> None:
    assert words.bare_name(name) == bare
    assert words.family_first(name) == sorted_by


@given(st.text(max_size=60))
def test_any_name_has_initials(name: str) -> None:
    assert 1 <= len(words.initials(name)) <= 4
    assert isinstance(words.short_name(name), str)


@pytest.mark.parametrize(("text", "english", "german"), [
    ("212", 212, 212), ("1,5", 1.5, 1.5), ("1.5", 1.5, 1.5), ("-3", -3, -3), ("−3.5", -3.5, -3.5),
    ("1,234", 1234, 1.234), ("1.234", 1.234, 1234), ("12 000", 12000, 12000),
    ("1,234.5", 1234.5, 1234.5), ("1.234,5", 1234.5, 1234.5), ("1,234,567", 1234567, 1234567),
    ("1'000", 1000, 1000), ("0,125", 0.125, 0.125), (".5", 0.5, 0.5), ("", None, None),
    ("many", None, None), ("nan", None, None), ("1e5", None, None), ("1,23,456", None, None),
    ("1..2", None, None), ("12 monkeys", None, None),
])
def test_numbers_are_read_as_they_are_written(
    text: str, english: float | None, german: float | None
) -> None:
    assert (words.read_number(text), words.read_number(text, ",")) == (english, german)


@given(st.floats(-1e15, 1e15, allow_nan=False), st.sampled_from(".,"))
def test_a_number_that_is_shown_is_read_as_the_same(value: float, point: str) -> None:
    assert words.read_number(words.number(value, point), point) == value


@given(st.text(alphabet="0123456789.,' -", max_size=12))
def test_no_number_breaks_the_reading(text: str) -> None:
    assert isinstance(words.read_number(text), float | None)


def test_numbers_in_words() -> None:
    assert words.number(1234567.5, grouped=True) == "1,234,567.5"
    assert words.number(12000, ",", grouped=True) == "12.000"


@pytest.mark.parametrize(("size", "said"), [
    (1, "1 byte"), (999, "999 bytes"), (34_567, "35 KB"), (999_600, "1 MB"), (1_240_000, "1.2 MB"),
    (20_000_000, "20 MB"),
])
def test_sizes_in_words(size: int, said: str) -> None:
    assert words.size_words(size) == said


def test_places_are_filled_and_what_fills_them_is_not_read_again() -> None:
    assert words.tr("Hello {name}", name="{x} %s") == "Hello {x} %s"
    assert words.tr("{braces stay}") == "{braces stay}"
    assert words.trn("{n} item for {name}", "{n} items for {name}", 1, name="x") == "1 item for x"
    assert words.trn("{n} item", "{n} items", 0) == "0 items"


@pytest.fixture
def german(tmp_path: Path) -> Iterator[Path]:
    """A catalogue with one sentence and one plural; English again afterwards."""
    entries = {
        "": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n",
        "Hello {name}": "Grüß dich, {name}",
        "{n} item\0{n} items": "{n} Punkt\0{n} Punkte",
    }
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "mentorjournal.mo").write_bytes(_catalogue(entries))
    yield tmp_path
    words.use_language("en", tmp_path)


def _catalogue(entries: dict[str, str]) -> bytes:
    """The bytes of a compiled catalogue, as GNU gettext lays it out."""
    pairs = sorted((k.encode(), v.encode()) for k, v in entries.items())
    keys = b"".join(k + b"\0" for k, _ in pairs)
    values = b"".join(v + b"\0" for _, v in pairs)
    start = 28 + 16 * len(pairs)
    table, at = [], start
    for column in (0, 1):
        for pair in pairs:
            table += [len(pair[column]), at]
            at += len(pair[column]) + 1
    header = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, start)
    return header + struct.pack(f"<{len(table)}I", *table) + keys + values


def test_language_is_used_where_it_has_words(german: Path) -> None:
    words.use_language("de", german)
    assert words.tr("Hello {name}", name="Ada") == "Grüß dich, Ada"
    assert words.trn("{n} item", "{n} items", 1) == "1 Punkt"
    assert words.trn("{n} item", "{n} items", 3) == "3 Punkte"
    assert words.tr("Not translated") == "Not translated"


def test_language_that_is_not_there_is_english(german: Path) -> None:
    words.use_language("de", german)
    words.use_language("xx", german)
    assert words.tr("Hello {name}", name="Ada") == "Hello Ada"
    assert isinstance(words._catalogue, gettext.NullTranslations)


@pytest.mark.parametrize(
    ("order", "short", "with_year", "long"),
    [
        ("day", "Thu 26 Nov", "26 Nov 2026", "Thursday 26 November 2026"),
        ("month", "Thu Nov 26", "Nov 26, 2026", "Thursday, November 26, 2026"),
        ("iso", "Thu 2026-11-26", "2026-11-26", "Thursday 2026-11-26"),
    ],
)
def test_days_are_said_in_the_order_one_likes(
    order: str, short: str, with_year: str, long: str
) -> None:
    day = date(2026, 11, 26)
    words.use_dates(order)
    try:
        assert words.short_day(day) == short
        assert words.day_month_year(day) == with_year
        assert words.long_day(day) == long
        assert with_year in words.short_day(day, date(2025, 1, 1))
        assert words.short_day_year(day) == f"Thu {with_year}"
        assert words.near_day(day, day) == short.removeprefix("Thu ")
        assert words.near_day(day, date(2025, 1, 1)) == with_year
        assert words.day_in_full(day) in long and words.day_in_full(day, day) in long
        assert words.day_in_full(day, date(2025, 1, 1)) == words.whole_day(day)
        assert long.startswith(words.weekday_day(day)) and "2026" not in (
            words.weekday_day(day) if order != "iso" else "")
        assert words.month_year(day) == "November 2026"
        assert words.month_year_short(day) == "Nov 2026"
    finally:
        words.use_dates("day")
