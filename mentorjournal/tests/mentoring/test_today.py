"""Today as rules: in which order rows stand, what counts, what comes back, and the week."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.mentoring import today
from mentorjournal.mentoring.deeds import Deed, Ref
from mentorjournal.mentoring.today import Counts, Mark, PutAside, Row

DAY = date(2026, 5, 15)


def one(kind: str = "promise", days: int | None = None, row_id: int = 1, **more: object) -> Row:
    """A row due in so many days."""
    due = None if days is None else DAY + timedelta(days)
    return today.row(
        kind, row_id, Ref("person", 1), DAY, title=f"{kind} {row_id}", line="", why="Because.",
        deed=Deed("go", "Do"), due=due, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("days", "words", "tone"), [
    (-84, "3 months late", "over"), (-1, "1 day late", "over"), (0, "due today", "soon"),
    (1, "due tomorrow", "soon"), (3, "due Mon 18 May", "soon"), (4, "due Tue 19 May", "plain"),
    (None, "", "plain"),
])
def test_a_day_has_words_and_a_tone(days: int | None, words: str, tone: str) -> None:
    row = one(days=days)
    assert (row.due_words, row.tone) == (words, tone)
    assert today.is_pressing(row, DAY) == (days is not None and days <= 0)


def test_overdue_stands_before_today_before_coming_before_what_has_no_day() -> None:
    rows = [one(days=None, row_id=5), one(days=4, row_id=4), one(days=2, row_id=3),
            one(days=0, row_id=2), one(days=-3, row_id=1)]
    assert [row.id for row in today.ordered(rows, DAY)] == [1, 2, 3, 4, 5]


def test_of_what_is_overdue_the_dearest_comes_first() -> None:
    dear = ["letter", "ask", "promise", "update", "feedback", "passed", "result", "step",
            "compact", "touch", "given"]
    rows = [one(kind, days=-1 - n) for n, kind in enumerate(dear)]  # the dearest is the newest
    assert [row.kind for row in today.ordered(reversed(rows), DAY)] == dear


def test_of_two_alike_what_has_waited_longer_comes_first() -> None:
    rows = [one(days=-1, row_id=1), one(days=-9, row_id=2)]
    assert [row.id for row in today.ordered(rows, DAY)] == [2, 1]


ROWS = st.lists(st.builds(
    one, st.sampled_from(sorted(today.KINDS)), st.none() | st.integers(-400, 400),
    st.integers(1, 50)), max_size=12)


@given(ROWS)
def test_no_later_day_ever_stands_before_what_presses(rows: list[Row]) -> None:
    found = today.ordered(rows, DAY)
    assert sorted(map(id, found)) == sorted(map(id, rows))
    pressing = [today.is_pressing(row, DAY) for row in found]
    assert pressing == sorted(pressing, reverse=True)
    coming = [row.due for row in found if row.due and row.due > DAY]
    assert coming == sorted(coming)
    undated = [row.due is None for row in found]
    assert undated == sorted(undated)


def test_every_kind_has_a_section_that_is_shown() -> None:
    assert {section for section, _ in today.KINDS.values()} <= set(today.SECTIONS)
    assert one("agenda", is_next=True).section == "next"
    assert one("agenda").section == "follow"


def test_counts_and_their_words() -> None:
    rows = [one(days=-1), one(days=0, row_id=2), one(days=3, row_id=3), one(row_id=4)]
    assert today.counts(rows, DAY) == Counts(2, 2)
    assert today.counts(rows, DAY).words == "2 overdue or due today, 2 coming up"
    assert today.counts(rows, DAY, Counts(40, 1)) == Counts(42, 3)
    assert Counts(0, 2).words == "2 coming up"
    assert Counts().words == "nothing needs you today"
    assert Counts(4, 10).short_words == "4 due, 10 coming"


def test_what_is_put_aside_comes_back_when_its_facts_change() -> None:
    row, moved = one(days=-1), one(days=2)
    row, moved = (today.row(
        "promise", 1, None, DAY, title="Outline", line="", why="", deed=Deed("go", "Do"),
        due=each.due, rests_on=each.due) for each in (row, moved))
    asides = {row.key: None}
    assert today.parted([row], asides, DAY) == ([], [PutAside(row)])
    assert today.parted([moved], asides, DAY) == ([moved], [])


def test_a_person_is_quietened_and_another_page_has_its_own_key() -> None:
    touch = one("touch", -1, row_id=7)
    until = DAY + timedelta(3)
    assert today.parted([touch], {}, DAY, {7: until})[1] == [PutAside(touch, until)]
    assert today.until_words(PutAside(touch, until), DAY) == "until Mon 18 May"
    assert today.until_words(PutAside(touch), DAY) == "not again"
    assert one("thanks", aside="thank:contact:3").key == "thank:contact:3"
    assert today.aside_words([PutAside(touch)]) == "1 put aside"
    assert today.aside_words([]) == ""


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 6))
def test_a_week_has_seven_days_with_the_day_in_it(day: date, first: int) -> None:
    found = today.week_of(day, first)
    assert day in found and len(found) == 7 and found[0].weekday() == first
    assert [(each - found[0]).days for each in found] == list(range(7))


def test_the_last_week_of_the_calendar_is_only_its_day() -> None:
    assert today.week_of(date.max) == (date.max,)
    assert today.week_of(date.min, 3) == (date.min,)


def test_marks_stand_on_their_days() -> None:
    mark = Mark(DAY, "Agenda", "Send the agenda", Ref("meeting", 1))
    other = Mark(DAY + timedelta(30), "Later", "Later", Ref("meeting", 2))
    found = today.marks_on([mark, other], today.week_of(DAY))
    assert found[DAY] == (mark,) and sum(map(len, found.values())) == 1


@pytest.mark.parametrize(("within", "arranged", "words"), [
    (4, 0, "Four people are within rhythm."), (1, 0, "One person is within rhythm."),
    (12, 1, "12 people are within rhythm. With 1 more a date is set."),
    (0, 2, "With 2 people a date is set."), (0, 0, ""),
])
def test_who_is_on_course_in_words(within: int, arranged: int, words: str) -> None:
    assert today.course_words(within, arranged) == words


@pytest.mark.parametrize(("day", "shown"), [(11, 11), (13, 11), (14, 14), (15, 15), (17, 17)])
def test_from_thursday_on_the_days_to_come_are_shown(day: int, shown: int) -> None:
    found = today.days_shown(date(2026, 5, day))
    assert found == today.seven_from(date(2026, 5, shown)) and len(found) == 7


def test_a_week_from_sunday_looks_ahead_from_wednesday() -> None:
    assert today.days_shown(date(2026, 5, 12), 6)[0] == date(2026, 5, 10)
    assert today.days_shown(date(2026, 5, 13), 6)[0] == date(2026, 5, 13)
    assert today.days_shown(date.max) == (date.max,)
