"""The two-line replies: plain, warm, and never a day that has passed."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.mentoring.load_reply import Asked, day_words, reply, until_words, weekly
from mentorjournal.tests import build

DAY = date(2026, 5, 15)
DECISIONS = ("pending", "accepted", "yes_later", "smaller_yes", "declined", "passed_to")
ASKED = Asked("Book chapter", "Prof. Haddad", 2.0, DAY + timedelta(35), None, "Joy Marchetti")


@pytest.mark.parametrize(("decision", "said"), [
    ("accepted", "Dear Prof. Haddad, yes, I will gladly take on “Book chapter”.\n"
                 "I can give it 2 hours a week from 19 June."),
    ("yes_later", "Dear Prof. Haddad, yes to “Book chapter”, and I can begin on 19 June.\n"
                  "If that is too late for you, please do ask somebody else."),
    ("smaller_yes", "Dear Prof. Haddad, yes to a part of “Book chapter”.\n"
                    "I can give it 2 hours a week from 19 June: which part would help you most?"),
    ("declined", "Dear Prof. Haddad, thank you for thinking of me for “Book chapter”.\n"
                 "I cannot take it on, and I would rather tell you now, so that you can ask "
                 "somebody else."),
    ("passed_to", "Dear Prof. Haddad, thank you for thinking of me for “Book chapter”.\n"
                  "I cannot take it on myself; may I suggest Joy Marchetti?"),
    ("pending", "Dear Prof. Haddad, thank you for asking me about “Book chapter”.\n"
                "Before I answer: by when do you need to know?"),
])
def test_every_decision_has_two_lines(decision: str, said: str) -> None:
    assert reply(decision, ASKED, DAY) == said


def test_what_is_not_known_is_asked_first() -> None:
    asked = Asked("A talk", knows_what=False, knows_end=False)
    assert reply("pending", asked, DAY) == (
        "Thank you for asking me about “A talk”.\nBefore I answer: what exactly would it be, how "
        "many hours a week would it take and until when would it run?")


@pytest.mark.parametrize("decision", DECISIONS)
@pytest.mark.parametrize("title", ["", "x" * 400, *build.NAUGHTY])
def test_any_title_gives_two_lines_at_most(decision: str, title: str) -> None:
    said = reply(decision, Asked(title, since=DAY, until=DAY, passed_to="A\nB"), DAY)
    assert 1 <= len(said.split("\n")) <= 2 and len(said) < 400
    assert said[0].isupper() and said[-1] in ".?"


@given(st.sampled_from(DECISIONS), st.integers(-900, 0), st.integers(-900, 0),
       st.sampled_from([0.0, 0.5, 1.0, 2.5]))
def test_a_day_that_has_passed_is_never_promised(
    decision: str, begins: int, ends: int, hours: float
) -> None:
    since, until = DAY + timedelta(begins), DAY + timedelta(ends)
    said = reply(decision, Asked("It", "Ann", hours, since, until), DAY)
    assert day_words(since, DAY) not in said and day_words(until, DAY) not in said


@pytest.mark.parametrize(("hours", "words"), [
    (0.5, "half an hour a week"), (1.0, "1 hour a week"), (1.5, "1.5 hours a week"),
    (0.25, "a quarter of an hour a week"), (0.75, "three quarters of an hour a week"),
    (0.1, "6 minutes a week"), (0.001, "1 minute a week"), (0.999, "1 hour a week"),
    (1.25, "1 hour and 15 minutes a week"), (2.75, "2 hours and 45 minutes a week"),
    (3, "3 hours a week")])
def test_hours_in_a_letter(hours: float, words: str) -> None:
    assert weekly(hours) == words


def test_days_are_said_with_the_last_one_included() -> None:
    since, until = DAY + timedelta(17), DAY + timedelta(47)  # 1 June; 1 July is without it
    assert "a week from 1 June to 30 June." in reply("accepted", Asked(
        "It", "", 2.0, since, until), DAY)
    assert "a week up to and including 30 June." in reply("accepted", Asked(
        "It", "", 2.0, DAY, until), DAY)
    assert "up to" not in reply("accepted", Asked("It", "", 2.0, DAY, DAY + timedelta(1)), DAY)
    assert until_words(until, DAY) == "last day 30 June"


@pytest.mark.parametrize("decision", DECISIONS)
@pytest.mark.parametrize("end", [".", "…", "...", ". ", ",", ";", ""])
def test_no_stop_stands_twice(decision: str, end: str) -> None:
    said = reply(decision, Asked(f"Book chapter{end}", "Ann", 2.0, passed_to=f"Joy{end}"), DAY)
    assert "“Book chapter”" in said and not {f"{a}{b}" for a, b in pairwise(said)} & {
        "..", ".?", "….", "…?", ",.", ";."}


def test_a_day_in_another_year_says_its_year() -> None:
    assert day_words(date(2027, 1, 4), DAY) == "4 January 2027"
