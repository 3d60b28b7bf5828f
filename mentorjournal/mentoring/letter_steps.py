"""The steps of a letter as its own kind takes them: a nomination of a mentor is mine to write."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Protocol

from mentorjournal.mentoring import letters as rules
from mentorjournal.mentoring.letters import Group, Move, Requested
from mentorjournal.words import short_day, tr, trn

MINE = "nomination_for_mentor"
MY_STEPS = ("agreed", "submitted", "decided")


class Kept(Requested, Protocol):
    """A letter with its kind."""

    @property
    def kind(self) -> str | None: ...


def is_mine(letter: Kept) -> bool:
    """Whether I write it: then nobody is asked, reminded or thanked for it."""
    return letter.kind == MINE


def steps(letter: Kept) -> tuple[str, ...]:
    """The steps that it goes through."""
    return MY_STEPS if is_mine(letter) else rules.STEPS


def at(letter: Kept) -> int:
    """How many of its steps are behind it."""
    if letter.outcome_shared_on:
        return len(steps(letter))
    last = rules.step(letter)
    return sum(rules.STEPS.index(one) <= last for one in steps(letter))


def words(letter: Kept, step: str) -> str:
    """The name of a step."""
    if is_mine(letter) and step == "agreed":
        return tr("Begun")
    return rules.step_words(rules.STEPS.index(step))


def now_words(letter: Kept) -> str:
    """How far it is, in one or two words."""
    if rules.is_declined(letter):
        return tr("Declined")
    last = rules.step(letter)
    if is_mine(letter) and rules.STEPS.index("agreed") <= last < rules.STEPS.index("submitted"):
        return tr("Begun")
    return rules.step_words(last)


def planned(letter: Kept, step: str, as_of: date, home: str) -> date | None:
    """The day by which a step that lies ahead should be taken.

    Before the brief is sent, reminders of days gone by are no plan; after it, one may be late.
    """
    if step == "brief_sent":
        return rules.brief_due(letter, home)
    if step == "reminded":
        since = letter.brief_sent_on or as_of - timedelta(days=1)
        return next((day for day in rules.reminders(letter, home) if day > since), None)
    return rules.last_day(letter, home) if step == "submitted" else None


def next_move(letter: Kept, as_of: date, home: str) -> Move:
    """What comes next, in words."""
    if not is_mine(letter) or rules.is_overdue(letter, as_of, home):
        return rules.next_move(letter, as_of, home)
    if rules.is_submitted(letter):
        if letter.decided_on is None:
            return Move("result", tr("Waiting for the result"))
        if letter.outcome_shared_on is None:
            return Move("tell", tr("Tell them the result"), "look", True)
        return Move("done", tr("Result told {day}", day=short_day(letter.outcome_shared_on, as_of)),
                    "done")
    last = rules.last_day(letter, home)
    if last is None:
        return Move("write", tr("Write it"), waiting=True)
    near = (last - as_of).days <= rules.BRIEF_BEFORE
    said = tr("Write it by {day}", day=short_day(last, as_of))
    return Move("write", said, "look" if near else "plain", near, last)


def due_on(letter: Kept, as_of: date, home: str) -> date | None:
    """The day by which the next move is mine to make; None where nothing names one.

    An answer is waited for until the day that was named, asking comes four weeks before the
    deadline, and the result is told within two weeks. What is with the writer is not mine.
    """
    move = next_move(letter, as_of, home)
    last = rules.last_day(letter, home)
    if move.kind == "tell" and letter.decided_on is not None:
        return letter.decided_on + timedelta(rules.TELL_WITHIN)
    if move.kind == "submit":
        return last if move.waiting else None
    if move.kind == "ask":
        return _before(last, rules.SHORT_LEAD)
    if move.kind in ("brief", "remind", "write", "answer"):
        return move.on
    return None


def _before(day: date | None, days: int) -> date | None:
    return None if day is None or (day - date.min).days < days else day - timedelta(days)


def group(letter: Kept) -> Group:
    """To come, something owed, or closed."""
    if not is_mine(letter):
        return rules.group(letter)
    if not rules.is_submitted(letter):
        return "to_come"
    return "closed" if letter.decided_on and letter.outcome_shared_on else "owed"


def to_come_words(letters_to_come: int, due: date | None, as_of: date) -> str:
    """Such as "2 letters to come, next deadline Fri 11 Dec"."""
    if not letters_to_come:
        return tr("No letter to come")
    said = trn("{n} letter to come", "{n} letters to come", letters_to_come)
    if due is None:
        return said
    return tr("{letters}, next deadline {day}", letters=said, day=short_day(due, as_of))
