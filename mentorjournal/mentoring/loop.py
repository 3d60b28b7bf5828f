"""The loop of feedback (tip 8): asked, heard, thought over, planned, acted on, reported back.

What the paper asks for is the loop itself; the numbers of days are defaults of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from datetime import date as Day
from typing import Literal, Protocol

from mentorjournal.words import short_day, span, tr

STEPS = ("asked", "heard", "cooling", "planned", "acted", "reported_back")
HARD = ("defensive", "hurt")  # stances that want time, and a talk after it (A8.4, A8.5)
TO_TALK_OVER = (*HARD, "disagree")
COOL_OFF = timedelta(days=2)  # default of ours; a guide says to wait 24 hours at least
PLAN_WITHIN = 7
NOTE_WITHIN = 7
TALK_LOOK, TALK_ACT = 3, 14  # days after hearing something hard
DISAGREE_WITHIN = 14
ANSWER_WITHIN = 14  # after asking
ASKED_WITHIN = 183

Tone = Literal["plain", "look", "act", "done"]


class Stepped(Protocol):
    """What tells how far an entry has come; without a `date` nothing was heard yet."""

    @property
    def date(self) -> Day | None: ...
    @property
    def cool_off_until(self) -> Day | None: ...
    @property
    def revisited_on(self) -> Day | None: ...
    @property
    def conversation_on(self) -> Day | None: ...
    @property
    def plan(self) -> str | None: ...
    @property
    def plan_on(self) -> Day | None: ...
    @property
    def acted_on(self) -> Day | None: ...
    @property
    def reported_back_on(self) -> Day | None: ...


class Told(Stepped, Protocol):
    """What is read of an entry to say what comes next."""

    @property
    def requested(self) -> bool: ...
    @property
    def asked_on(self) -> Day | None: ...
    @property
    def stance(self) -> str | None: ...
    @property
    def talk_asked_on(self) -> Day | None: ...
    @property
    def note_on(self) -> Day | None: ...
    @property
    def set_aside_on(self) -> Day | None: ...


@dataclass(frozen=True)
class Around:
    """What stands around an entry: its actions, and the next meeting with whoever gave it."""

    actions: int = 0
    actions_done: int = 0
    next_due: date | None = None  # of the open actions
    next_meeting: date | None = None


@dataclass(frozen=True)
class Move:
    """The next thing to do in the loop; `waiting` says that it waits for me now.

    `kind` is one of "ask", "answer", "cool", "talk", "plan", "note", "actions", "act", "report",
    "done", "aside".
    """

    kind: str
    words: str
    tone: Tone = "plain"
    waiting: bool = False


def step(entry: Stepped) -> int:
    """The place in `STEPS` of the last step taken; all of them are taken at `len(STEPS)`."""
    if entry.reported_back_on:
        return len(STEPS)
    taken = (
        True, bool(entry.date), bool(thought_over(entry) or entry.cool_off_until),
        bool(entry.plan or entry.plan_on), bool(entry.acted_on),
    )
    return max(place for place, done in enumerate(taken) if done)


def step_words(place: int) -> str:
    """The name of the step, such as "Acted"."""
    words = (
        tr("Asked"), tr("Heard"), tr("Reflecting"), tr("Planned"), tr("Acted"),
        tr("Reported back"),
    )
    return words[min(place, len(words) - 1)]


def thought_over(entry: Stepped) -> date | None:
    """The day the entry was looked at again, or talked over."""
    return entry.revisited_on or entry.conversation_on


def is_cooling(entry: Stepped, as_of: date) -> bool:
    """Whether it is too early for an answer; on the last day of the cool-off it is not."""
    until = entry.cool_off_until
    return until is not None and as_of < until and not entry.conversation_on


def cool_off_of(heard: date) -> date:
    """Until when something hard is best left unanswered."""
    return heard + COOL_OFF


def next_move(entry: Told, around: Around, as_of: date) -> Move:
    """What comes next, in words, as a list says it."""
    if entry.set_aside_on:
        return Move("aside", tr("Set aside {day}", day=short_day(entry.set_aside_on, as_of)))
    if entry.reported_back_on:
        return Move("done", tr("Done {day}", day=short_day(entry.reported_back_on, as_of)), "done")
    if entry.date is None:
        return _unheard(entry, as_of)
    if entry.acted_on:
        return _report(entry, around, as_of)
    if is_cooling(entry, as_of) and entry.cool_off_until:
        return Move("cool", tr("Look again {day}", day=short_day(entry.cool_off_until, as_of)))
    return _talk(entry, as_of) or _plan(entry, around, as_of)


def _unheard(entry: Told, as_of: date) -> Move:
    if entry.asked_on is None:
        return Move("ask", tr("Ask for it"), waiting=True)
    days = (as_of - entry.asked_on).days
    if days > ANSWER_WITHIN:
        return Move("answer", tr("No answer after {span}", span=span(days)), "look", True)
    return Move("answer", tr("No answer yet"))


def _talk(entry: Told, as_of: date) -> Move | None:
    if entry.stance not in TO_TALK_OVER or entry.conversation_on or entry.date is None:
        return None
    if entry.talk_asked_on:
        since = (as_of - entry.talk_asked_on).days
        if since > ANSWER_WITHIN:
            return Move("talk", tr("No talk {span} after asking", span=span(since)), "look", True)
        return Move("talk", tr("Asked to talk {day}", day=short_day(entry.talk_asked_on, as_of)))
    days = (as_of - entry.date).days
    if entry.stance == "disagree":
        tone: Tone = "act" if days > DISAGREE_WITHIN else "plain"
    else:
        tone = "act" if days >= TALK_ACT else "look" if days >= TALK_LOOK else "plain"
    if tone == "plain":
        return Move("talk", tr("Ask for a talk"), waiting=True)
    return Move("talk", tr("No talk after {span}", span=span(days)), tone, True)


def _plan(entry: Told, around: Around, as_of: date) -> Move:
    assert entry.date is not None
    days = (as_of - entry.date).days
    if not (entry.plan or entry.plan_on):
        if days > PLAN_WITHIN:
            return Move("plan", tr("No plan after {span}", span=span(days)), "act", True)
        return Move("plan", tr("Reflect on it"), waiting=True)
    if around.next_due and around.next_due < as_of:
        late = span((as_of - around.next_due).days)
        return Move("actions", tr("An action is {span} late", span=late), "act", True)
    if entry.note_on is None:
        return _note(days)
    if around.actions > around.actions_done:
        done, all_of_them = around.actions_done, around.actions
        return Move("actions", tr("{done} of {n} actions done", done=done, n=all_of_them))
    return Move("act", tr("Say what you did"), waiting=True)


def _note(days: int) -> Move:
    if days > NOTE_WITHIN:
        return Move("note", tr("No note after {span}", span=span(days)), "look", True)
    return Move("note", tr("Send the follow-up note"), "plain", True)


def _report(entry: Told, around: Around, as_of: date) -> Move:
    if around.next_meeting:
        return Move("report", tr("Report back {day}", day=short_day(around.next_meeting, as_of)))
    return Move("report", tr("Report back"), "look", True)


def due_on(entry: Told, around: Around, as_of: date) -> date | None:
    """The day by which the next move should be made; None where nothing names one.

    What is asked for waits 14 days, a talk 3 or 14, a plan and a note 7; an action has its own day,
    and what came of it is told at the next meeting.
    """
    if entry.set_aside_on or entry.reported_back_on:
        return None
    if entry.date is None:
        return _after(entry.asked_on, ANSWER_WITHIN)
    if entry.acted_on:
        return around.next_meeting
    if is_cooling(entry, as_of):
        return entry.cool_off_until
    if entry.stance in TO_TALK_OVER and not entry.conversation_on:
        if entry.talk_asked_on:
            return _after(entry.talk_asked_on, ANSWER_WITHIN)
        return _after(entry.date, DISAGREE_WITHIN if entry.stance == "disagree" else TALK_LOOK)
    if not (entry.plan or entry.plan_on):
        return _after(entry.date, PLAN_WITHIN)
    if entry.note_on is None and not (around.next_due and around.next_due < as_of):
        return _after(entry.date, NOTE_WITHIN)
    return around.next_due


def _after(day: date | None, days: int) -> date | None:
    """So many days later, the last day of the calendar where it ends before."""
    if day is None:
        return None
    return date.max if (date.max - day).days < days else day + timedelta(days)


# Readings -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class LoopCounts:
    """How far the entries that were heard have come (D8.2, D8.3): plain counts."""

    entries: int = 0
    planned: int = 0
    noted: int = 0
    noted_in_time: int = 0
    acted: int = 0
    reported: int = 0


def counts(entries: Iterable[Told]) -> LoopCounts:
    """The counts of all `entries` that were heard."""
    heard = [one for one in entries if one.date]
    return LoopCounts(
        entries=len(heard),
        planned=sum(bool(one.plan or one.plan_on) for one in heard),
        noted=sum(one.note_on is not None for one in heard),
        noted_in_time=sum(note_in_time(one) for one in heard),
        acted=sum(one.acted_on is not None for one in heard),
        reported=sum(one.reported_back_on is not None for one in heard),
    )


def note_in_time(entry: Told) -> bool:
    """Whether a note was sent within seven days."""
    if entry.note_on is None or entry.date is None:
        return False
    return (entry.note_on - entry.date).days <= NOTE_WITHIN


def asked(entries: Iterable[Told], as_of: date, days: int = ASKED_WITHIN) -> int:
    """How many were asked for within `days` (D8.1)."""
    since = as_of - timedelta(days=days)
    return sum(
        since <= day <= as_of for one in entries
        if one.requested and (day := one.date or one.asked_on)
    )


def asked_of_last(entries: Sequence[Told], last: int) -> int:
    """How many of the `last` entries heard were asked for."""
    heard = sorted((one for one in entries if one.date), key=lambda one: one.date or date.min)
    return sum(one.requested for one in heard[-last:])


def unplanned(entry: Told, as_of: date) -> int | None:
    """Days since something was heard that has no plan yet, and was neither acted on nor laid aside.
    """
    if entry.date is None or entry.plan or entry.plan_on or entry.acted_on:
        return None
    if entry.set_aside_on or entry.reported_back_on:
        return None
    return (as_of - entry.date).days


def untalked(entry: Told, as_of: date) -> int | None:
    """Days since something hard was heard whose cool-off is over without a talk (D8.4)."""
    if entry.date is None or entry.stance not in HARD or entry.conversation_on:
        return None
    if entry.set_aside_on or entry.reported_back_on or is_cooling(entry, as_of):
        return None
    return (as_of - entry.date).days
