"""Who is one step behind, which advice suits, where passing on stands, and the loop of feedback."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.mentoring import passing_on as rules

DAY = date(2026, 5, 15)


@dataclass(frozen=True)
class Piece:
    id: int
    text: str
    when_it_helps: str | None = None
    date: date | None = None


@dataclass(frozen=True)
class Given:
    their_plan: str | None = None
    look_again_on: date | None = None
    came_of: str | None = None
    heard_back_on: date | None = None


@pytest.mark.parametrize(("stage", "setting", "behind"), [
    ("undergraduate, third year", None, "a pupil"),
    ("Medical student", "clinical", "an undergraduate student"),
    ("Resident, internal medicine", "clinical", "a medical student"),
    ("fellow, year 2 of 3 (pulmonary & critical care)", "clinical", "a resident"),
    ("PhD student, second year", "phd", "an undergraduate student"),
    ("Postdoc", "phd", "a PhD student"), ("Postdoctoral fellow", "clinical", "a PhD student"),
    ("Research fellow", "phd", "a PhD student"),
    ("junior faculty", "clinical", "a fellow"), ("Assistant Professor", "clinical", "a fellow"),
    ("Keeper of bees", None, ""), ("", None, ""), (None, None, ""),
])
def test_one_step_behind_is_known_from_free_words(
    stage: str | None, setting: str | None, behind: str
) -> None:
    assert rules.one_behind(stage, setting) == behind


def test_the_invitation_names_my_level_and_is_neutral_where_it_is_not_known() -> None:
    known = rules.invitation("fellow, year 2 of 3 (pulmonary & critical care)")
    assert "“fellow, year 2 of 3”" in known
    assert "a resident" in known
    assert "“Keeper of bees”" in rules.invitation("Keeper of bees")
    assert "“" not in rules.invitation(None)


def test_nobody_is_a_question_and_not_a_fault() -> None:
    assert rules.reading_words(rules.reading([], DAY), DAY) == (
        "Nobody yet: who is one step behind you?")
    found = rules.reading([date(2026, 5, 5), date(2026, 3, 17)], DAY)
    assert found == rules.Reading(2, 2, date(2026, 5, 5))
    assert rules.reading_words(found, DAY) == "2 people, last in touch 5 May"
    assert rules.reading_words(rules.reading([date(2025, 5, 5)], DAY), DAY) == (
        "1 person, last in touch 5 May 2025")
    assert rules.reading_words(rules.reading([None], DAY), DAY) == "1 person, no contact noted yet"


@given(st.integers(0, 400))
def test_touch_counts_for_183_days(days: int) -> None:
    assert rules.reading([DAY - timedelta(days)], DAY).in_touch == (days <= 183)
    assert rules.reflection_is_due(DAY - timedelta(days), 1, DAY) == (days > 183)


def test_nobody_is_asked_to_reflect_on_nobody() -> None:
    assert not rules.reflection_is_due(None, 0, DAY)
    assert rules.reflection_is_due(None, 1, DAY)


def test_advice_that_shares_words_comes_first_then_what_was_never_told_then_the_newest() -> None:
    rota = Piece(1, "If it is not in writing, it belongs to whoever draws the rota.",
                 "When somebody says yes in a corridor.", date(2026, 1, 20))
    study = Piece(2, "Say what you would do with a bad answer.", "Before a study.",
                  date(2025, 5, 19))
    method = Piece(3, "Name the quantity, then choose the method.", None, date(2025, 9, 23))
    every = [rota, study, method]
    assert rules.suiting(every, "Which methods, and which studies?", (), ())[0] in (study, method)
    assert rules.suiting(every, "Nothing here", (), ()) == [rota, method, study]
    assert rules.suiting(every, "Nothing here", (), {1}) == [method, study, rota]
    assert rules.suiting(every, "the rota again", {1}, {1}) == [method, study]
    assert len(rules.suiting([*every, Piece(4, "More")], "", (), ())) == 3


@pytest.mark.parametrize(("one", "done", "do", "due"), [
    (Given(), 1, "ask_plan", False),
    (Given(look_again_on=DAY), 1, "look_again", True),
    (Given(their_plan="Try"), 2, "set_day", False),
    (Given(their_plan="Try", look_again_on=DAY + timedelta(1)), 2, "wait", False),
    (Given(their_plan="Try", look_again_on=DAY), 2, "look_again", True),
    (Given(their_plan="Try", came_of="Better"), 3, "hear_back", False),
    (Given(heard_back_on=DAY), 4, "nothing", False),
])
def test_the_loop_says_what_comes_next(one: Given, done: int, do: str, due: bool) -> None:
    assert rules.steps_done(one) == done
    found = rules.next_of(one, DAY)
    assert (found.do, found.is_due) == (do, due)
    assert rules.next_words(found, DAY)


@given(st.text(max_size=200))
def test_any_words_may_be_a_stage(stage: str) -> None:
    assert rules.invitation(stage)
    assert len(rules.plain_stage(stage)) <= 80
