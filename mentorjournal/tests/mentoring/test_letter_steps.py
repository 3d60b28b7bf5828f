"""Steps of a letter by kind: a nomination of a mentor is mine to write."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentorjournal.journal.between import Letter
from mentorjournal.mentoring import letter_steps as steps
from mentorjournal.mentoring import letters

HOME = "Europe/Berlin"
DAY = date(2026, 5, 15)
MINE = Letter(1, 1, "Mentor of the year", kind="nomination_for_mentor",
              deadline=date(2026, 6, 19))
THEIRS = replace(MINE, kind="award")
GONE = replace(MINE, submitted_on=date(2026, 6, 1))


def test_nobody_is_asked_reminded_or_thanked_for_what_is_mine() -> None:
    assert steps.steps(MINE) == ("agreed", "submitted", "decided")
    assert steps.steps(THEIRS) == letters.STEPS
    move = steps.next_move(MINE, DAY, HOME)
    assert (move.kind, move.words, move.waiting) == ("write", "Write it by Fri 19 Jun", False)
    assert steps.next_move(THEIRS, DAY, HOME).kind == "ask"


@pytest.mark.parametrize(("letter", "day", "words", "group"), [
    (MINE, date(2026, 6, 10), "Write it by Fri 19 Jun", "to_come"),
    (MINE, date(2026, 6, 19), "Write it by Fri 19 Jun", "to_come"),
    (MINE, date(2026, 6, 20), "Was due Fri 19 Jun", "to_come"),
    (replace(MINE, deadline=None), DAY, "Write it", "to_come"),
    (GONE, date(2026, 6, 20), "Waiting for the result", "owed"),
    (replace(GONE, decided_on=date(2026, 7, 1)), date(2026, 7, 2), "Tell them the result",
     "owed"),
    (replace(GONE, decided_on=date(2026, 7, 1), outcome_shared_on=date(2026, 7, 2)),
     date(2026, 7, 2), "Result told Thu 2 Jul", "closed"),
])
def test_what_comes_next_for_a_nomination(
    letter: Letter, day: date, words: str, group: str
) -> None:
    assert steps.next_move(letter, day, HOME).words == words
    assert steps.group(letter) == group


def test_steps_behind_are_counted() -> None:
    assert steps.at(MINE) == 0 and steps.now_words(MINE) == "Considering"
    begun = replace(MINE, agreed_on=DAY, status="agreed")
    assert steps.at(begun) == 1 and steps.now_words(begun) == "Begun"
    assert steps.at(GONE) == 2
    assert steps.at(replace(GONE, outcome_shared_on=DAY)) == 3
    asked = replace(THEIRS, asked_on=DAY)
    assert steps.at(asked) == 1 and steps.at(replace(asked, outcome_shared_on=DAY)) == 7
    assert steps.now_words(replace(asked, declined_on=DAY)) == "Declined"


def test_days_ahead_are_planned_from_the_deadline() -> None:
    due = THEIRS.deadline
    assert due is not None
    assert steps.planned(THEIRS, "brief_sent", due, HOME) == due - timedelta(14)
    assert steps.planned(THEIRS, "submitted", due, HOME) == due
    assert steps.planned(THEIRS, "thanked", due, HOME) is None
    late = replace(THEIRS, brief_sent_on=due - timedelta(10))
    assert steps.planned(late, "reminded", due, HOME) == due - timedelta(7)


def test_a_reminder_is_not_planned_for_a_day_gone_by() -> None:
    due = THEIRS.deadline
    assert due is not None
    assert THEIRS.brief_sent_on is None
    assert steps.planned(THEIRS, "reminded", due - timedelta(14), HOME) == due - timedelta(14)
    assert steps.planned(THEIRS, "reminded", due - timedelta(10), HOME) == due - timedelta(7)
    assert steps.planned(THEIRS, "reminded", due, HOME) is None


@pytest.mark.parametrize(("n", "due", "words"), [
    (0, None, "No letter to come"), (1, None, "1 letter to come"),
    (1, date(2026, 6, 19), "1 letter to come, next deadline Fri 19 Jun"),
    (2, date(2027, 6, 18), "2 letters to come, next deadline Fri 18 Jun 2027"),
])
def test_how_many_are_to_come(n: int, due: date | None, words: str) -> None:
    assert steps.to_come_words(n, due, DAY) == words


@pytest.mark.parametrize(("letter", "day", "due"), [
    (THEIRS, DAY, date(2026, 5, 22)),  # four weeks before the deadline
    (replace(THEIRS, deadline=None), DAY, None),
    (replace(THEIRS, asked_on=DAY, answer_by=date(2026, 5, 20)), DAY, date(2026, 5, 20)),
    (replace(THEIRS, asked_on=DAY), DAY, None),
    (replace(THEIRS, asked_on=DAY, agreed_on=DAY), DAY, date(2026, 6, 5)),
    (replace(THEIRS, asked_on=DAY, agreed_on=DAY, brief_sent_on=DAY), DAY, date(2026, 6, 5)),
    (replace(THEIRS, asked_on=DAY, agreed_on=DAY, brief_sent_on=DAY), date(2026, 6, 30),
     date(2026, 6, 19)),
    (replace(THEIRS, submitted_on=DAY, thanked_on=DAY), DAY, None),
    (replace(THEIRS, submitted_on=DAY, thanked_on=DAY, decided_on=DAY), DAY, date(2026, 5, 29)),
    (replace(THEIRS, submitted_on=DAY), DAY, None),  # thanks have no day
    (replace(THEIRS, deadline=date.min), DAY, date.min),  # it was due: the last day is past
    (replace(THEIRS, deadline=date.min), date.min, None),
])
def test_the_day_by_which_a_move_is_mine(letter: Letter, day: date, due: date | None) -> None:
    assert steps.due_on(letter, day, HOME) == due
