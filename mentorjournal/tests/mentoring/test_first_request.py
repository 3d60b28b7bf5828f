"""The first-meeting request: what it says, how long it is, what is missing, and the one nudge."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.mentoring import first_request as rules
from mentorjournal.mentoring.first_request import Asking

WHOLE = Asking(
    "Dr. Osei", "Dr. Amara Lindqvist", "fellow, year 2 of 3 at Harrow Bay",
    "your paper on patients who do not come back", "how you found those who moved away", 20,
    (datetime(2026, 5, 21, 16, 30), datetime(2026, 5, 20, 9)),
)


def test_the_whole_letter() -> None:
    assert rules.draft(WHOLE) == "\n\n".join((
        "Dear Dr. Osei,",
        "I am Dr. Amara Lindqvist, fellow, year 2 of 3 at Harrow Bay. What made me write to you: "
        "your paper on patients who do not come back.",
        "There is one thing I would like to ask you about: how you found those who moved away. "
        "Could we talk for 20 minutes, on Wednesday 20 May at 09:00 or on Thursday 21 May at "
        "16:30?",
        "If it does not suit you, a short no is quite all right, and so is the name of somebody I "
        "should ask instead. I can send my CV if you would like to see it.",
        "Thank you for reading this.",
        "Dr. Amara Lindqvist",
    ))
    assert rules.sentences(rules.draft(WHOLE)) == 7
    assert rules.missing(WHOLE) == ()
    assert rules.missing_words(WHOLE) == ""


def test_three_times_at_most_or_the_assistant() -> None:
    four = tuple(datetime(2026, 5, day, 9) for day in (20, 21, 22, 23))
    text = rules.draft(replace(WHOLE, slots=four))
    assert "on Wednesday 20 May at 09:00, on Thursday 21 May at 09:00 or on Friday 22 May" in text
    assert "23 May" not in text
    text = rules.draft(replace(WHOLE, slots=(), assistant=True, minutes=30))
    assert "Could we talk for 30 minutes, at a time that I settle with your assistant?" in text


def test_what_is_missing_is_named() -> None:
    assert rules.missing_words(Asking("Dr. Osei")) == (
        "Still missing: who you are, one piece of their work, the one thing you hope to ask about "
        "and when it could be.")
    assert rules.missing(replace(WHOLE, why_you="  ")) == ("one piece of their work",)
    assert rules.missing(replace(WHOLE, slots=(), assistant=True)) == ()
    assert rules.sentences(rules.draft(Asking("Dr. Osei"))) == 4


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("", 0), ("Dear Dr. Osei,\n\nThank you.\n\nAmara Lindqvist", 1),
        ("Dear Dr. Osei,\n\nDr. Vale and Prof. J. K. Ray sent me. Is 3.5 right? Yes!", 3),
        ("I read “Who returns?” twice. Why?", 2),
        ("e.g. this one, i.e. that one.", 1), ("Well… I ask. Really?!", 3),
        ("您好。我想问一个问题。谢谢", 2), ("This one was never given its full stop", 1),
        ("With best wishes,\nAmara", 0), ("One.\nTwo.\n\n\nThree.", 3),
        ("No. So do I. In 2024. It was 5.", 4), ("... !!! ???", 0),
    ],
)
def test_sentences_are_counted_without_salutation_and_name(text: str, n: int) -> None:
    assert rules.sentences(text) == n


def test_more_than_eight_is_said() -> None:
    assert rules.count_words(1) == "1 sentence of at most 8"
    assert rules.count_words(8) == "8 sentences of at most 8"
    assert rules.count_words(9) == "9 sentences; 8 are easier to answer"


def test_one_nudge_names_the_day_and_lets_go() -> None:
    text = rules.nudge("Dr. Osei", "Amara", date(2026, 5, 5))
    assert text.startswith("Dear Dr. Osei,\n\nOn Tuesday 5 May I asked you for 20 minutes.")
    assert "this is the last time" in text and text.endswith("Thank you.\n\nAmara")
    assert rules.sentences(text) <= rules.MOST_SENTENCES


def test_who_i_am_from_what_is_known() -> None:
    assert rules.who_line("fellow", "ICU", "Harrow Bay") == "fellow at Harrow Bay"
    assert rules.who_line("fellow", None, None) == "fellow"
    assert rules.who_line("fellow", "ICU", None) == "fellow at ICU"
    assert rules.who_line(None, "ICU", "Harrow Bay") == "ICU, Harrow Bay"
    assert rules.who_line(None, None, None) == ""


words = st.text(st.characters(exclude_characters=".!?…。！？\n\r\x85\u2028\u2029"), max_size=60)


@given(words, words, words, st.booleans())
def test_it_is_at_most_eight_sentences_whatever_is_put_in_without_a_stop(
    who: str, why: str, about: str, assistant: bool
) -> None:
    text = rules.draft(replace(
        WHOLE, who_i_am=who, why_you=why, about=about, assistant=assistant))
    assert rules.sentences(text) <= rules.MOST_SENTENCES


def test_the_whitelist() -> None:
    assert [field.name for field in fields(Asking)] == [
        "called", "me", "who_i_am", "why_you", "about", "minutes", "slots", "assistant"]
