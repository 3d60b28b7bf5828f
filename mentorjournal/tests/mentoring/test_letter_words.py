"""First words to a writer: a no is easy, days are named, and the end is told either way."""

from __future__ import annotations

from datetime import date

import pytest

from mentorjournal.mentoring import letter_words as words
from mentorjournal.mentoring.vocabulary import LETTER_OUTCOMES

ANSWER = date(2026, 5, 22)


def test_asking_is_for_a_strong_letter_and_makes_a_no_easy() -> None:
    said = words.ask(
        "Dr. Vale", "the K12", "Amara Lindqvist", answer_by=ANSWER,
        due="Friday 19 June 2026, 17:00", how="Upload through a link.", length="Two pages",
        brief_by=date(2026, 6, 5), why_you="You saw my hours.")
    assert said.startswith("Dear Dr. Vale,") and said.endswith("Amara Lindqvist")
    for part in ("a strong letter", "please just say no", "by Friday 22 May", "Friday 19 June",
                 "Upload through a link.", "Two pages.", "brief from me by Friday 5 June",
                 "You saw my hours."):
        assert part in said
    assert ".." not in said and "  " not in said


def test_a_brief_is_never_promised_for_before_their_answer() -> None:
    said = words.ask("Ann", "the K12", "Amara", answer_by=ANSWER, brief_by=date(2026, 5, 11))
    assert "a brief from me at once:" in said and "11 May" not in said


@pytest.mark.parametrize(("left", "days"), [
    (None, 7), (-3, 7), (0, 0), (1, 0), (5, 2), (10, 5), (14, 7), (60, 7)])
def test_an_answer_is_asked_for_before_the_deadline(left: int | None, days: int) -> None:
    assert words.answer_days(left) == days


def test_asking_knows_little_and_leaves_the_rest_out() -> None:
    said = words.ask("Ann", "a residency", "", answer_by=ANSWER)
    assert "due on" not in said and "sent like this" not in said and "The form" not in said
    assert said.endswith("Thank you for thinking about it,")


@pytest.mark.parametrize(("days", "part"), [
    (14, "is due on Friday"), (1, "is due tomorrow"), (0, "is due today"), (-3, "was due on"),
    (None, "is due on"),
])
def test_a_reminder_says_how_near_it_is(days: int | None, part: str) -> None:
    said = words.remind("Ann", "the K12", "Amara", due="Friday 19 June 2026", days=days)
    assert part in said
    assert ("On its way" in said or "on its way" in said) == (days is not None and days < 0)


def test_a_reminder_without_a_deadline() -> None:
    assert "is still to come" in words.remind("Ann", "the K12", "Amara", due="", days=None)


@pytest.mark.parametrize("outcome", [*LETTER_OUTCOMES, "On the waiting list.", None])
def test_the_result_is_told_whatever_it_is(outcome: str | None) -> None:
    said = words.tell("Ann", "the K12", "Amara", outcome)
    assert "K12" in said and "You should hear it from me" in said and ".." not in said
    good = outcome in words.GOOD
    assert ("has a part in it" in said) == good
    assert ("worth its time" in said) != good
    if outcome == "On the waiting list.":
        assert "On the waiting list" in said and words.outcome_words(outcome) == outcome


def test_a_decline_is_thanked_for_warmly() -> None:
    said = words.decline_thanks("Ann", "the K12", "Amara")
    assert "answering so plainly" in said and "Nothing else changes" in said
    assert words.decline_reason().startswith("a plain answer")
    assert words.ask_title("the K12") == "Could you write a strong letter for the K12?"
    assert words.outcome_words("not_funded") == "Not funded" and words.outcome_words(None) == ""
