"""From considering to agreed: which step it is at, the one next thing, early asking, homework."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from mentorjournal.mentoring import candidacy as rules
from mentorjournal.mentoring.candidacy import State

AS_OF = date(2026, 5, 15)
NEW = State("candidate", "considering")
MET = State("candidate", "met", met_on=date(2026, 4, 28))


def days_ago(n: int) -> date:
    return AS_OF - timedelta(n)


@pytest.mark.parametrize(
    ("state", "at", "key"),
    [
        (NEW, 0, "request"),
        (replace(NEW, written=(days_ago(6),)), 0, "heard"),
        (replace(NEW, written=(days_ago(7),)), 0, "nudge"),
        (replace(NEW, written=(days_ago(20), days_ago(6))), 0, "heard"),
        (replace(NEW, written=(days_ago(20), days_ago(7))), 0, "others"),
        (replace(NEW, was_answered=True), 0, "arrange"),
        (replace(NEW, coming_on=AS_OF), 0, "prepare"),
        (replace(NEW, met_on=AS_OF), 1, "sheet"),
        (State("candidate", "met"), 1, "sheet"),
        (replace(MET, has_sheet=True), 1, "decide"),
        (replace(MET, has_sheet=True, decision="wait", decided_on=AS_OF), 1, "decide"),
        (replace(MET, has_sheet=True, decision="ask", decided_on=AS_OF), 1, "ask"),
        (replace(MET, has_sheet=True, decision="no", decided_on=AS_OF), 1, "aside"),
        (State("candidate", "asked"), 2, "answer"),
        (State("mentor", "initiation"), 4, "expectations"),
        (State("mentor", "cultivation"), 4, ""),
        (State("mentor", "closed"), 4, ""),
        (State("candidate", "declined", asked_on=AS_OF), 2, "again"),
        (State("candidate", "declined"), 0, "again"),
    ],
)
def test_step_and_next_thing(state: State, at: int, key: str) -> None:
    step = rules.next_step(state, AS_OF)
    assert (rules.at(state), step.key) == (at, key)
    assert bool(step.why) == bool(step.button) == bool(key)
    assert len(rules.step_words()) == len(rules.STEPS)


def test_words_name_the_day_where_it_is_known() -> None:
    assert "on Fri 15 May" in rules.next_step(
        State("candidate", "asked", asked_on=AS_OF), AS_OF).why
    assert rules.next_step(State("candidate", "asked"), AS_OF).why.startswith("You have asked")


@pytest.mark.parametrize(
    ("state", "pressing"),
    [(NEW, True), (replace(NEW, written=(AS_OF,)), False), (State("candidate", "asked"), False),
     (State("candidate", "declined"), False), (State("mentor", "cultivation"), False)],
)
def test_nothing_presses_while_it_is_their_turn_or_over(state: State, pressing: bool) -> None:
    assert rules.next_step(state, AS_OF).is_pressing == pressing


@pytest.mark.parametrize("state", [
    State("candidate", "asked"), replace(NEW, was_answered=True),
    *(replace(NEW, written=tuple(map(days_ago, days))) for days in ((6,), (7,), (20, 7))),
])
def test_a_no_can_be_noted_wherever_it_is_their_turn(state: State) -> None:
    assert ("no", "They said no") in rules.next_step(state, AS_OF).others


def test_who_is_considered_again_is_not_asked_yet() -> None:
    assert rules.at(State("candidate", "considering", asked_on=AS_OF)) == 0
    assert rules.at(replace(MET, asked_on=AS_OF)) == 1


@pytest.mark.parametrize(
    ("stage", "asked", "wrote", "words"),
    [
        ("asked", days_ago(12), days_ago(20), "asked on Sun 3 May, waiting for an answer"),
        ("asked", None, None, "asked, waiting for an answer"),
        ("considering", None, days_ago(12), "wrote on Sun 3 May, waiting for an answer"),
        ("met", None, None, ""),
    ],
)
def test_waiting_is_said_with_its_day(
    stage: str, asked: date | None, wrote: date | None, words: str
) -> None:
    assert rules.waiting_words(stage, asked, wrote, AS_OF) == words


def test_asking_is_early_until_we_met_or_they_answered() -> None:
    assert rules.asks_early(NEW)
    assert rules.asks_early(replace(NEW, written=(AS_OF,)))
    assert rules.asks_early(replace(NEW, coming_on=AS_OF))
    assert not rules.asks_early(replace(NEW, was_answered=True))
    assert not rules.asks_early(MET)


@dataclass(frozen=True)
class Task:
    done_on: date | None = None


@pytest.mark.parametrize(
    ("ahead", "todo", "shows"),
    [
        (0, [], True), (3, [], True), (4, [], False), (-1, [], False), (3, [Task()], True),
        (3, [Task(AS_OF), Task()], True), (3, [Task(AS_OF)], False),
    ],
)
def test_homework_shows_three_days_before_while_it_is_not_done(
    ahead: int, todo: list[Task], shows: bool
) -> None:
    assert rules.homework_shows(AS_OF + timedelta(ahead), todo, AS_OF) == shows


def test_three_suggestions() -> None:
    assert len(set(rules.suggestions())) == 3
