"""The timeline as a list: order, the few notices of a change, words read only where shown."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from mentorjournal.journal.timeline_words import said
from mentorjournal.mentoring.timeline import Lane, Mark
from mentorjournal.models.timeline_list import PAGE, TimelineList, kind_words, rows_of

TODAY = date(2026, 5, 15)
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class Reader:
    """Reads words, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, marks: Sequence[Mark]) -> list[str]:
        self.times += 1
        return [f"Meeting: number {mark.row}" for mark in marks]


def lane(person: int, name: str, *days: date, kind: str = "meeting", part: str = "held") -> Lane:
    marks = tuple(
        Mark(kind, day, kind, 1_000_000 * person + at, part) for at, day in enumerate(days))
    return Lane(person, name, marks=marks)


def shown(rows: TimelineList) -> list[tuple[str, str]]:
    return [(rows.index(at, 0).data(), rows.index(at, 1).data()) for at in range(rows.rowCount())]


@pytest.fixture
def lanes() -> list[Lane]:
    return [
        lane(1, "Dr. Rosalind Okafor", date(2026, 5, 1), date(2026, 3, 1)),
        lane(2, "Leila Haddad", date(2026, 4, 1), kind="feedback", part="given"),
    ]


@pytest.fixture
def rows(lanes: list[Lane]) -> TimelineList:
    made = TimelineList(Reader())
    made.set_rows(rows_of(lanes, TODAY))
    return made


def test_the_newest_stands_first_and_any_column_but_the_words_sorts(rows: TimelineList) -> None:
    assert [day for day, _ in shown(rows)] == ["Fri 1 May", "Wed 1 Apr", "Sun 1 Mar"]
    rows.sort(1, Qt.SortOrder.AscendingOrder)
    assert [name for _, name in shown(rows)] == [
        "Leila Haddad", "Dr. Rosalind Okafor", "Dr. Rosalind Okafor"]
    assert [day for day, _ in shown(rows)][1:] == ["Fri 1 May", "Sun 1 Mar"]
    rows.sort(2, Qt.SortOrder.DescendingOrder)
    assert rows.index(0, 2).data() == "Feedback"
    rows.sort(3)
    assert rows.order == (2, Qt.SortOrder.DescendingOrder)


def test_a_row_is_a_whole_sentence_for_a_screen_reader_in_every_column(
    rows: TimelineList,
) -> None:
    said = "Fri 1 May, Dr. Rosalind Okafor, meeting: number 1000000"
    assert {rows.index(0, column).data(SPOKEN) for column in range(4)} == {said}


def test_one_more_and_one_less_are_one_notice_each_and_nothing_is_shown_anew(
    rows: TimelineList, lanes: list[Lane]
) -> None:
    heard: list[str] = []
    rows.modelReset.connect(lambda: heard.append("reset"))
    rows.rowsInserted.connect(lambda _, first, last: heard.append(f"in {first}-{last}"))
    rows.rowsRemoved.connect(lambda _, first, last: heard.append(f"out {first}-{last}"))
    changed = [
        lane(1, "Dr. Rosalind Okafor", date(2026, 5, 1)),
        lanes[1], lane(3, "Hana Yoon", date(2026, 4, 20)),
    ]
    rows.set_rows(rows_of(changed, TODAY))
    assert heard == ["out 2-2", "in 1-1"]
    assert [day for day, _ in shown(rows)] == ["Fri 1 May", "Mon 20 Apr", "Wed 1 Apr"]
    rows.sort(0, Qt.SortOrder.AscendingOrder)
    assert heard[2:] == ["reset"]


def test_words_are_read_by_the_page_and_again_only_when_they_may_have_changed() -> None:
    reader = Reader()
    days = [TODAY - timedelta(n) for n in range(1000)]
    rows = TimelineList(reader)
    rows.set_rows(rows_of([lane(1, "Okafor", *days)], TODAY))
    assert reader.times == 0
    assert rows.index(0, 3).data() == "number 1000000"
    for at in range(PAGE):
        rows.index(at, 3).data()
    assert reader.times == 1
    rows.forget_words()
    rows.index(3, 3).data()
    assert reader.times == 2


def test_forty_thousand_rows_are_shown_and_changed_at_once() -> None:
    many = [
        lane(person, f"Person {person}", *(TODAY - timedelta(n) for n in range(400)))
        for person in range(1, 101)
    ]
    rows = TimelineList(Reader())
    began = time.perf_counter()
    rows.set_rows(rows_of(many, TODAY))
    rows.sort(1)
    rows.set_rows(rows_of(many[1:], TODAY))
    assert rows.rowCount() == 39_600
    assert time.perf_counter() - began < 3.0  # some 0.4 s where it was written


def test_today_is_the_nearest_day(rows: TimelineList) -> None:
    assert rows.record_at(rows.row_of_today()).mark.day == date(2026, 5, 1)
    rows.set_rows([])
    assert rows.row_of_today() == -1


@pytest.mark.parametrize(("kind", "part"), [
    ("meeting", "held"), ("message", "answered"), ("feedback", "given"), ("told", "told"),
    ("thanks", "said")])
def test_legend_and_filter_call_a_kind_what_the_list_calls_its_marks(kind: str, part: str) -> None:
    assert kind_words(kind) == said(Mark(kind, TODAY, "contact", 1, part))
