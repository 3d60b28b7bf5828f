"""Does it fit? Answers that are never added up, how long it is undecided, and who was checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.mentoring import fit

AS_OF = date(2026, 5, 15)
A_DAY = timedelta(1)


@dataclass(frozen=True)
class Sheet:
    date: date | None = AS_OF
    decision: str | None = None
    decided_on: date | None = None


@dataclass(frozen=True)
class Whom:
    id: int
    is_active: bool = True
    origin: str | None = "self_chosen"
    start: date | None = AS_OF


@pytest.mark.parametrize(
    ("days", "words", "long"),
    [(0, "Not decided yet", False), (1, "Undecided for 1 day", False),
     (30, "Undecided for 30 days", False), (31, "Undecided for 31 days", True),
     (41, "Undecided for 41 days", True)],
)
def test_how_long_it_is_undecided_since_the_sheet(days: int, words: str, long: bool) -> None:
    sheet = Sheet(AS_OF - timedelta(days))
    assert fit.undecided_words(sheet, AS_OF) == words
    assert fit.is_long_undecided(sheet, AS_OF) == long


def test_nothing_is_undecided_once_decided_also_to_wait_and_without_a_day_no_days() -> None:
    waiting = Sheet(AS_OF - timedelta(90), "wait", AS_OF - timedelta(80))
    assert fit.undecided_words(waiting, AS_OF) == ""
    assert not fit.is_long_undecided(waiting, AS_OF)
    assert fit.undecided_words(Sheet(None), AS_OF) == "Not decided yet"
    assert fit.undecided_days(Sheet(AS_OF + A_DAY), AS_OF) is None


def test_an_answer_is_a_word_and_never_a_number() -> None:
    assert fit.answer_words("availability", 4) == "A good deal"
    assert fit.answer_words("availability", None) == "No answer"
    for question in fit.QUESTIONS:
        assert fit.title(question) and fit.asked(question).endswith("?")
        words = fit.answers(question)
        assert len(set(words)) == fit.MOST and not any(c.isdigit() for c in "".join(words))


def test_only_chosen_or_recommended_active_mentors_count_and_a_sheet_by_the_first_day() -> None:
    people = [
        Whom(1), Whom(2, origin="referred"), Whom(3, origin="assigned"), Whom(4, is_active=False),
        Whom(5), Whom(6, start=None),
    ]
    first = {1: AS_OF, 2: AS_OF + A_DAY, 3: AS_OF, 4: AS_OF, 6: AS_OF}
    found = fit.checked_before(people, first)
    assert (found.n, found.of) == (1, 4)
    assert fit.checked_words(found) == (
        "You looked at the fit first with 1 of the 4 mentors you chose.")


@pytest.mark.parametrize("n", [0, 1])
def test_too_few_to_say_anything(n: int) -> None:
    found = fit.checked_before([Whom(at) for at in range(n)], {})
    assert not found.is_known
    assert fit.checked_words(found) == "No one new since you began."


@given(st.lists(st.builds(
    Whom, st.integers(1, 30), st.booleans(), st.sampled_from([*fit.CHOSEN, "assigned", None]),
    st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2030, 1, 1)))), max_size=12),
    st.dictionaries(st.integers(1, 30), st.dates(date(2020, 1, 1), date(2030, 1, 1))))
def test_never_more_than_there_are(people: list[Whom], first: dict[int, date]) -> None:
    found = fit.checked_before(people, first)
    assert 0 <= found.n <= found.of <= len(people)
