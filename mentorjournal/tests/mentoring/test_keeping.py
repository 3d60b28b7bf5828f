"""Whom it is time for, in which order and words; what logging does; who begins, who was asked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.journal.records import Person
from mentorjournal.mentoring import keeping, rhythm
from mentorjournal.tests.mentoring.network import AS_OF

AGREED = date(2025, 1, 1)


def after(days: int | None, every: int = 30, paused: date | None = None) -> rhythm.Rhythm:
    last = None if days is None else AS_OF - timedelta(days)
    return rhythm.reading(last, every, AGREED, AS_OF, AS_OF - timedelta(400), paused)


def day(days: int) -> date:
    return AS_OF + timedelta(days)


@pytest.mark.parametrize(
    ("found", "snoozed", "place", "said"),
    [
        (after(23), None, None, ""),
        (after(24), None, "due_soon", "Due soon: 24 of 30 days"),
        (after(45, 45), None, "due_soon", "Due today: 45 of 45 days"),
        (after(46, 45), None, "overdue", "Overdue: 46 of 45 days"),
        (after(213, 60), None, "dormant", "Dormant: 213 of 60 days"),
        (after(None), None, "none", "No contact logged yet"),
        (after(40), day(1), "snoozed", "Quiet until Sat 16 May: 40 of 30 days"),
        (after(40), day(0), "overdue", "Overdue: 40 of 30 days"),
        (after(5), day(9), None, ""),
        (after(40, 30, day(3)), day(9), "paused", "Paused until Mon 18 May"),
        (after(200, 30, day(-25)), None, "due_soon",
         "Due soon: 25 of 30 days since the pause"),
        (after(1, 1), None, "due_soon", "Due today: 1 of 1 day"),
    ],
)
def test_place_and_words(
    found: rhythm.Rhythm, snoozed: date | None, place: str | None, said: str
) -> None:
    where = keeping.place(found, snoozed, AS_OF)
    assert where == place
    if where is not None:
        assert keeping.place_words(where, found, snoozed) == said


def test_a_pause_says_for_what() -> None:
    found = after(40, 30, day(3))
    assert keeping.place_words("paused", found, None, "rotation abroad") == (
        "Paused until Mon 18 May: rotation abroad")


def test_a_day_in_another_year_says_in_which() -> None:
    late = date(2027, 1, 4)
    paused = after(40, 30, late)
    assert keeping.place_words("paused", paused, None, as_of=AS_OF) == (
        "Paused until Mon 4 Jan 2027")
    assert rhythm.words(paused, AS_OF) == "paused until Mon 4 Jan 2027"
    assert keeping.place_words("snoozed", after(40), late, as_of=AS_OF).startswith(
        "Quiet until Mon 4 Jan 2027: ")


@given(st.integers(0, 800), st.integers(1, 400), st.integers(-5, 5))
def test_snoozing_never_changes_the_reading_and_only_lasts_until_its_day(
    days: int, every: int, until: int
) -> None:
    found = after(days, every)
    awake, quiet = (keeping.place(found, d, AS_OF) for d in (None, day(until)))
    assert quiet == ("snoozed" if awake is not None and until > 0 else awake)
    assert (awake is None) == (found.state == "within")


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(1, 400)), max_size=12))
def test_the_most_urgent_comes_first(readings: list[tuple[int, int]]) -> None:
    found = [after(days, every) for days, every in readings]
    calling = [(keeping.place(one, None, AS_OF), one) for one in found]
    ordered = sorted(
        ((where, one) for where, one in calling if where is not None),
        key=lambda each: keeping.order(each[0], each[1], ""))
    places = [keeping.PLACES.index(where) for where, _ in ordered]
    assert places == sorted(places)
    for (place, one), (next_place, following) in zip(ordered, ordered[1:], strict=False):
        if place == next_place:
            assert one.days_since / one.every_days >= following.days_since / following.every_days


@pytest.mark.parametrize(
    ("last", "when", "counts", "said"),
    [
        (24, 0, True, "Counts as contact: 0 days instead of 24."),
        (24, 1, True, "Counts as contact: 1 day instead of 24."),
        (24, 0, False, "Not answered: it will not count until they answer."),
        (None, 0, True, "Counts as the first contact, today."),
        (None, 3, True, "Counts as the first contact: 3 days ago."),
        (0, 0, True, "There was contact on that day already; the two count once."),
        (2, 9, True, "Counts for that day; the last contact stays the one of 2 days ago."),
    ],
)
def test_what_logging_does(last: int | None, when: int, counts: bool, said: str) -> None:
    known = None if last is None else day(-last)
    assert keeping.effect_words(known, day(-when), counts, AS_OF) == said


def test_what_waits_for_my_own_answer_says_so() -> None:
    assert keeping.effect_words(None, AS_OF, False, AS_OF, mine=False) == (
        "Not answered: it will not count until you answer.")


@pytest.mark.parametrize(
    ("mine", "total", "state"),
    [(3, 3, "too_few"), (0, 4, "below"), (1, 4, "below"), (2, 4, "within"), (48, 55, "within"),
     (2, 5, "below"), (3, 5, "within")],
)
def test_who_begins(mine: int, total: int, state: str) -> None:
    starts = keeping.Starts(mine, total)
    assert starts.state == state
    assert str(total) in keeping.starts_words(starts)


def test_who_was_asked_is_judged_after_a_month() -> None:
    def one(key: int, start: date | None, asked: date | None = None, stage: str = "cultivation",
            ) -> Person:
        return Person(key, "N", start=start, preferences_asked_on=asked, stage=stage)

    found = keeping.asked(
        [one(1, day(-400), day(-300)), one(2, day(-31)), one(3, day(-30)), one(4, None),
         one(5, day(-400), stage="closed")], AS_OF)
    assert (found.asked, found.missing, found.to_ask) == ((1,), (2, 3, 4), (2, 4))
    assert found.total == 4


def test_next_date_is_the_first_that_has_not_passed() -> None:
    assert keeping.next_date(None, day(-1), AS_OF) is None
    assert keeping.next_date(day(9), day(0), AS_OF) == AS_OF
    assert keeping.next_date(day(2), None, AS_OF) == day(2)


def test_year_words() -> None:
    def year(count: int, known: int | None) -> str:
        start = None if known is None else day(-known)
        return keeping.year_words(
            rhythm.four_a_year([day(-n) for n in range(count)], start, AS_OF))

    assert year(3, 400) == "3 of 4 in a year"
    assert year(2, 200) == "2 of 2 so far"
    assert year(3, 56) == "too new to tell"
    assert year(0, None) == ""


def test_the_notice_names_nobody() -> None:
    assert keeping.due_words(1) == "1 person is due for a word"
    assert keeping.due_words(2) == "2 people are due for a word"
