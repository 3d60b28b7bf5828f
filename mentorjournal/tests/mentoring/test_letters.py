"""Letters: how far they are, when they are due in which zone, and what comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.journal.between import Letter
from mentorjournal.mentoring import letters
from mentorjournal.mentoring.letters import next_move

HOME = "Europe/Berlin"
DUE = date(2026, 6, 19)
ASKED = Letter(1, 1, "K12", status="asked", asked_on=date(2026, 4, 30), deadline=DUE)
AGREED = replace(ASKED, status="agreed", agreed_on=date(2026, 5, 5))
SENT = replace(AGREED, brief_sent_on=date(2026, 5, 20))
GONE = replace(SENT, submitted_on=date(2026, 6, 10))


def before(days: int) -> date:
    return DUE - timedelta(days=days)


@pytest.mark.parametrize(("letter", "words"), [
    (Letter(1, 1, "K12"), "Considering"),
    (Letter(1, 1, "K12", status="agreed"), "Agreed"),
    (ASKED, "Asked"), (AGREED, "Agreed"), (SENT, "Brief sent"), (GONE, "Submitted"),
    (replace(GONE, thanked_on=DUE), "Thanked"), (replace(GONE, decided_on=DUE), "Decided"),
    (replace(GONE, outcome_shared_on=DUE), "Decided"),
])
def test_last_step(letter: Letter, words: str) -> None:
    assert letters.step_words(letters.step(letter)) == words


def test_deadline_day_is_not_overdue_and_the_next_one_is() -> None:
    assert not letters.is_overdue(AGREED, DUE, HOME)
    assert letters.days_left(AGREED, DUE, HOME) == 0
    assert letters.is_overdue(AGREED, DUE + timedelta(days=1), HOME)
    assert not letters.is_overdue(GONE, DUE + timedelta(days=1), HOME)


@pytest.mark.parametrize(("zone", "at", "last"), [
    (None, None, DUE),
    (None, "00:00", date(2026, 6, 18)),  # the day has hardly begun when it is too late
    (None, "00:01", DUE),
    ("America/Los_Angeles", None, date(2026, 6, 20)),  # midnight there is 9 in the morning here
    ("Pacific/Auckland", None, DUE),
    ("Pacific/Auckland", "08:00", date(2026, 6, 18)),
    ("America/New_York", "17:00", DUE),
    ("America/New_York", "19:00", date(2026, 6, 20)),
    ("America/New_York", "nonsense", date(2026, 6, 20)),
])
def test_last_day_on_my_calendar(zone: str | None, at: str | None, last: date) -> None:
    assert letters.last_day(replace(AGREED, zone=zone, deadline_time=at), HOME) == last


def test_deadline_in_words_says_both_clocks() -> None:
    there = replace(AGREED, zone="America/New_York", deadline_time="17:00")
    assert letters.deadline_words(there, HOME) == (
        "Friday 19 June 2026, 17:00 (New York; 23:00 here)")
    assert letters.deadline_words(replace(there, zone=HOME), HOME) == "Friday 19 June 2026, 17:00"
    assert letters.deadline_words(replace(there, zone="Pacific/Honolulu"), HOME) == (
        "Friday 19 June 2026, 17:00 (Honolulu; Sat 20 Jun, 05:00 here)")
    early = replace(there, zone="Pacific/Kiritimati", deadline_time="09:00")
    assert letters.deadline_words(early, HOME) == (
        "Friday 19 June 2026, 09:00 (Kiritimati; Thu 18 Jun, 21:00 here)")
    assert letters.deadline_words(replace(AGREED, deadline=None), HOME) == ""


def test_without_a_deadline_nothing_is_due() -> None:
    letter = replace(AGREED, deadline=None)
    assert letters.days_left(letter, DUE, HOME) is None
    assert letters.reminders(letter, HOME) == []
    assert next_move(letter, DUE, HOME).words == "Send the brief"
    assert next_move(replace(letter, brief_sent_on=DUE), DUE, HOME).words == "With the writer"


@pytest.mark.parametrize(("letter", "as_of", "words", "tone", "waiting"), [
    (Letter(1, 1, "K12", deadline=DUE), before(28), "Ask them", "plain", True),
    (Letter(1, 1, "K12", deadline=DUE), before(27), "Ask soon: 3 weeks left", "look", True),
    (ASKED, before(28), "No answer yet", "plain", False),
    (replace(ASKED, answer_by=before(28)), before(28), "Answer by Fri 22 May", "plain", False),
    (replace(ASKED, answer_by=before(28)), before(27), "No answer yet", "act", True),
    (AGREED, before(22), "Brief due Fri 5 Jun", "plain", False),
    (AGREED, before(21), "Brief due Fri 5 Jun", "look", True),
    (AGREED, before(13), "Brief was due Fri 5 Jun", "act", True),
    (SENT, before(15), "Reminder Fri 5 Jun", "plain", False),
    (SENT, before(14), "Send a reminder", "look", True),
    (replace(SENT, reminded_on=before(14)), before(14), "Reminder Fri 12 Jun", "plain", False),
    (replace(SENT, reminded_on=before(1)), before(1), "Due Fri 19 Jun", "plain", False),
    (SENT, before(-1), "Was due Fri 19 Jun", "act", True),
    (GONE, DUE, "Say thank you", "look", True),
    (replace(GONE, thanked_on=DUE), DUE, "Waiting for the result", "plain", False),
    (replace(GONE, thanked_on=DUE, decided_on=DUE), before(-14), "Tell them the result", "look",
     True),
    (replace(GONE, thanked_on=DUE, decided_on=DUE), before(-15), "Result not told after 2 weeks",
     "act", True),
    (replace(GONE, thanked_on=DUE, decided_on=DUE, outcome_shared_on=DUE), before(-30),
     "Result told Fri 19 Jun", "done", False),
    (replace(ASKED, declined_on=DUE), DUE, "Declined: thank them for answering", "plain", True),
    (replace(ASKED, declined_on=DUE, thanked_on=DUE), DUE, "Declined", "plain", False),
])
def test_what_comes_next(
    letter: Letter, as_of: date, words: str, tone: str, waiting: bool
) -> None:
    move = next_move(letter, as_of, HOME)
    assert (move.words, move.tone, move.waiting) == (words, tone, waiting)


some_day = st.none() | st.dates()
DAYS = (
    "asked_on", "answer_by", "agreed_on", "declined_on", "deadline", "brief_sent_on",
    "reminded_on", "submitted_on", "thanked_on", "decided_on", "outcome_shared_on",
)


@given(
    st.fixed_dictionaries(dict.fromkeys(DAYS, some_day)),
    st.sampled_from([None, "Pacific/Kiritimati", "Pacific/Pago_Pago"]),
    st.sampled_from([None, "00:00", "17:00", "23:59"]), st.dates(),
)
def test_any_days_are_borne(
    days: dict[str, Any], zone: str | None, at: str | None, as_of: date
) -> None:
    letter = Letter(1, 1, "K12", zone=zone, deadline_time=at, **days)
    assert next_move(letter, as_of, HOME).words
    said = letters.deadline_words(letter, HOME)
    assert bool(said) == (letter.deadline is not None)
    assert letters.group(letter) in ("to_come", "owed", "closed")
    if letters.is_overdue(letter, as_of, HOME):
        assert letters.days_left(letter, as_of, HOME) < 0  # type: ignore[operator]


def test_groups() -> None:
    assert letters.group(SENT) == "to_come"
    assert letters.group(GONE) == "owed"
    told = replace(GONE, thanked_on=DUE, decided_on=DUE, outcome_shared_on=DUE)
    assert letters.group(told) == "closed"
    assert letters.group(replace(ASKED, declined_on=DUE)) == "owed"
    assert letters.group(replace(ASKED, status="declined", thanked_on=DUE)) == "closed"


def test_lead_time_in_words() -> None:
    assert letters.lead_words(27).startswith("4 weeks: short") or "short" in letters.lead_words(27)
    assert letters.lead_words(28).endswith("enough")
    assert letters.lead_words(42).endswith("comfortable")
