"""From considering somebody to an agreed mentor: the steps, the one next thing, and gentle stops.

Getting to know somebody comes before asking (tip 1). The waits are defaults of ours where no
source is named.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from mentorjournal.mentoring.first_request import WAIT_DAYS
from mentorjournal.words import short_day, tr, whole_day

STEPS = ("considering", "met", "asked", "agreed")
HOMEWORK_DAYS = 3  # before the first meeting; default of ours


class Done(Protocol):
    """A piece of homework."""

    @property
    def done_on(self) -> date | None: ...


@dataclass(frozen=True)
class State:
    """How far it is with somebody. `written` are the days of my messages that nobody answered.

    `was_answered` says that a message was; `decision` is None without one, and `has_sheet` whether
    there is a fit sheet at all. `passed_on` is the day of a meeting that was arranged, and of which
    nobody has said whether it took place.
    """

    direction: str
    stage: str
    met_on: date | None = None
    coming_on: date | None = None
    written: tuple[date, ...] = ()
    was_answered: bool = False
    has_sheet: bool = False
    decision: str | None = None
    decided_on: date | None = None
    asked_on: date | None = None
    passed_on: date | None = None

    @property
    def knows_them(self) -> bool:
        """Whether we have met, or they have answered me."""
        return self.met_on is not None or self.was_answered


@dataclass(frozen=True)
class Step:
    """The one next thing: why, and the words of its button; `key` says what it does.

    `others` are what may be done in its place, each a key and its words. Without a `key` there is
    nothing to do.
    """

    key: str = ""
    why: str = ""
    button: str = ""
    others: tuple[tuple[str, str], ...] = ()

    @property
    def is_pressing(self) -> bool:
        """Whether it is for me to do now: not while it is their turn, nor once it is over."""
        return self.key not in ("", "heard", "answer", "again")


def at(state: State) -> int:
    """Which of STEPS it has come to, from 0; their number once agreed."""
    if state.direction == "mentor":
        return len(STEPS)
    if state.stage == "asked" or state.stage == "declined" and state.asked_on is not None:
        return STEPS.index("asked")
    known = state.met_on is not None or state.stage == "met"
    return STEPS.index("met" if known else "considering")


def step_words() -> tuple[str, ...]:
    """The four steps as they are read."""
    return tr("Considering"), tr("Met"), tr("Asked"), tr("Agreed")


def next_step(state: State, as_of: date) -> Step:
    """What to do next with somebody, on `as_of`."""
    if state.stage == "declined":
        return Step("again", tr(
            "It did not come about. That is a normal outcome; they may still answer a question, "
            "or name somebody."), tr("Consider them again"))
    if state.direction == "mentor" and state.stage != "initiation":
        return Step()
    if state.direction == "mentor":
        return Step("expectations", tr(
            "They are your mentor now. Talk early about what you expect of each other."),
            tr("Write down expectations"))
    if state.stage == "asked":
        day = short_day(state.asked_on, as_of) if state.asked_on else ""
        why = tr("You asked them on {day}.", day=day) if day else tr("You have asked them.")
        return Step("answer", tr("{why} What did they say?", why=why), tr("They said yes"),
                    (_no(),))
    if state.met_on is not None or state.stage == "met":
        return _after_meeting(state, as_of)
    return _before_meeting(state, as_of)


def _after_meeting(state: State, as_of: date) -> Step:
    if not state.has_sheet:
        return Step("sheet", tr(
            "You have met. Five short questions while it is fresh, for you alone."),
            tr("Fill the fit sheet"))
    day = short_day(state.decided_on, as_of) if state.decided_on else ""
    if state.decision == "ask":
        return Step("ask", tr("You decided on {day} to ask them.", day=day) if day else tr(
            "You decided to ask them."), tr("Ask them"))
    if state.decision == "wait":
        return Step("decide", tr("You decided on {day} to wait.", day=day) if day else tr(
            "You decided to wait."), tr("Decide anew"))
    if state.decision == "no":
        return Step("aside", tr(
            "You decided not to ask them. What you noted stays here."), tr("Set aside"))
    return Step("decide", tr("Ask them, wait, or leave it: which?"), tr("Decide"))


def _before_meeting(state: State, as_of: date) -> Step:
    if state.coming_on is not None:
        return Step("prepare", tr("You meet on {day}.", day=short_day(state.coming_on, as_of)),
                    tr("Prepare the meeting"))
    if state.passed_on is not None:
        return Step("passed", tr("You were to meet on {day}. Did it take place?",
                                 day=short_day(state.passed_on, as_of)),
                    tr("Say how it went"))
    if state.was_answered:
        return Step("arrange", tr("They have answered you. Settle a time."),
                    tr("Arrange the meeting"), (_no(),))
    if not state.written:
        return Step("request", tr(
            "Get to know them before you ask: a short meeting, or a lunch."),
            tr("Write the first request"), (("arrange", tr("Arrange a meeting")),))
    last = max(state.written)
    day = short_day(last, as_of)
    if (as_of - last).days < WAIT_DAYS:
        return Step("heard", tr("You wrote on {day}. Give it a week.", day=day),
                    _heard()[1], (_no(),))
    if len(state.written) == 1:
        return Step("nudge", tr(
            "You wrote on {day} and have heard nothing. One nudge is fine.", day=day),
            tr("Write one nudge"), (_heard(), _no()))
    return Step("others", tr(
        "Two messages and no answer, the last on {day}. Somebody else may have the time.",
        day=day), tr("Think of others"), (_heard(), _no(), ("aside", tr("Set aside"))))


def _heard() -> tuple[str, str]:
    return "heard", tr("They answered")


def _no() -> tuple[str, str]:
    """Wherever it is their turn, the answer may be a no."""
    return "no", tr("They said no")


def waiting_words(stage: str, asked_on: date | None, wrote_on: date | None, as_of: date) -> str:
    """How it stands with a candidate whose turn it is; "" while nothing waits for their answer."""
    if stage == "asked":
        return tr("asked on {day}, waiting for an answer", day=short_day(asked_on, as_of)) if (
            asked_on) else tr("asked, waiting for an answer")
    if wrote_on is not None:
        return tr("wrote on {day}, waiting for an answer", day=short_day(wrote_on, as_of))
    return ""


def early_words() -> tuple[str, str]:
    """What to say to somebody who asks before they have met: what is so, and why it matters."""
    return tr("You have not met yet."), tr(
        "Asking somebody who knows you a little goes better, and you see whether it fits.")


def asks_early(state: State) -> bool:
    """Whether asking now would come before getting to know each other (A1.9)."""
    return not state.knows_them


def homework_shows(meeting_on: date, homework: Iterable[Done], as_of: date) -> bool:
    """Whether to show the homework at a first meeting: three days before, while it is not done."""
    days = (meeting_on - as_of).days
    todo = list(homework)
    undone = not todo or any(one.done_on is None for one in todo)
    return 0 <= days <= HOMEWORK_DAYS and undone


def suggestions() -> tuple[str, ...]:
    """Homework that raises the odds of a good fit (A1.19)."""
    return (tr("Read their CV or their page"), tr("Read three of their papers"),
            tr("Talk to two people they have mentored"))


def why_early(day: date) -> str:
    """What is kept of asking all the same."""
    return tr("Asked on {day}, before we had met.", day=whole_day(day))
