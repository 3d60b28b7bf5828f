"""Passing it on: who is one step behind me, which advice suits them, and the loop seen from mine.

Tip 12 asks mentees to mentor others. Where it stands is information and never a fault; days are
defaults of ours unless a tip is named.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol, TypeVar

from mentorjournal.mentoring.endings import STAGE_DAYS
from mentorjournal.words import near_day, tr, trn

IN_TOUCH_DAYS = 183  # D12.1 and A12.4: half a year
MOST_OFFERED = 3  # pieces of advice offered for one meeting; ours
QUESTION = "What have I passed on?"  # B11
PAIRED = "What will I do differently as a mentee?"  # A12.6
STEPS = ("given", "plan", "look_again", "heard_back")
LEAST_LETTERS = 4  # of a word by which advice is found to suit

Do = Literal["ask_plan", "set_day", "wait", "look_again", "hear_back", "nothing"]


# Where it stands ------------------------------------------------------------------------------


def day_words(day: date, as_of: date) -> str:
    """Such as "5 May", with the year when it is another one than that of `as_of`."""
    return near_day(day, as_of)


@dataclass(frozen=True)
class Reading:
    """How many people I mentor, with how many I was in touch in 183 days, and when last."""

    people: int
    in_touch: int
    latest: date | None = None


def reading(last_days: Sequence[date | None], as_of: date) -> Reading:
    """Where passing on stands on a day; `last_days` has the last touchpoint of each."""
    known = [day for day in last_days if day is not None and day <= as_of]
    recent = sum(1 for day in known if (as_of - day).days <= IN_TOUCH_DAYS)
    return Reading(len(last_days), recent, max(known, default=None))


def reading_words(found: Reading, as_of: date) -> str:
    """Such as "2 people, last in touch 5 May"; without anybody a question (D12.1)."""
    if not found.people:
        return tr("Nobody yet: who is one step behind you?")
    if found.latest is None:
        return trn("{n} person, no contact noted yet", "{n} people, no contact noted yet",
                   found.people)
    return trn("{n} person, last in touch {day}", "{n} people, last in touch {day}",
               found.people, day=day_words(found.latest, as_of))


def reflection_is_due(last: date | None, people: int, as_of: date) -> bool:
    """Whether to ask what mentoring others taught me: nothing written in 183 days (A12.4)."""
    return people > 0 and (last is None or (as_of - last).days > IN_TOUCH_DAYS)


Deed = Literal["look_again", "prepare", "contact", "open"]


def next_deed(looks_again: bool, meets: bool, state: str, is_over: bool = False) -> Deed:
    """The one next thing with somebody I mentor; `state` is that of the rhythm.

    Feedback that is to be looked at again comes first, then a meeting that is arranged, then a
    word where the rhythm asks for one.
    """
    if is_over:
        return "open"
    if looks_again:
        return "look_again"
    if meets:
        return "prepare"
    return "contact" if state in ("none", "due_soon", "overdue", "dormant") else "open"


# One step behind me (A12.2) -------------------------------------------------------------------

# Words that a stage is recognised by, the surest first -> who is one step behind.
_BEHIND: tuple[tuple[str, str], ...] = (
    ("postdoc|postdoctoral|post-doc", "a PhD student"),
    ("phd|doctoral|doctorate|graduate student|grad student", "an undergraduate student"),
    ("medical student|med student|clerkship|nursing student", "an undergraduate student"),
    ("undergraduate|bachelor|college student", "a pupil"),
    ("master|msc|masters", "an undergraduate student"),
    ("junior faculty|assistant professor|instructor|lecturer|junior attending", "a fellow"),
    ("associate professor|professor|attending|consultant|faculty|group leader",
     "somebody at the beginning of their first post"),
    ("fellow|fellowship", "a resident"),
    ("resident|residency|registrar|trainee|intern|house officer", "a medical student"),
    ("student", "somebody in the year below"),
    ("pupil|school", "somebody in the year below"),
)


def one_behind(stage: str | None, setting: str | None = None) -> str:
    """Who is one step behind somebody at a stage in free words; "" when it is not recognised.

    `setting` "phd" is for those who train outside a hospital: a fellow there mentors PhD students.
    """
    text = (stage or "").casefold()
    for words, behind in _BEHIND:
        if re.search(rf"\b(?:{words})s?\b", text):
            if setting == "phd" and behind in ("a resident", "a fellow"):
                return tr("a PhD student")
            return tr(behind)
    return ""


def invitation(stage: str | None, setting: str | None = None) -> str:
    """Who might want what I just did, in a sentence that names my stage where it is known."""
    behind, mine = one_behind(stage, setting), plain_stage(stage)
    if behind:
        return tr(
            "You are “{stage}”: {behind} wants to know what you have only just found out. "
            "One conversation is enough to begin.", stage=mine, behind=behind)
    if mine:
        return tr(
            "You are “{stage}”: somebody is where you were a year or two ago, and wants to know "
            "what you have only just found out.", stage=mine)
    return tr("Somebody is where you were a year or two ago, and wants to know what you have only "
              "just found out. One conversation is enough to begin.")


def plain_stage(stage: str | None, most: int = 80) -> str:
    """A stage without what stands in brackets behind it, for a sentence."""
    bare = re.sub(r"\s*\([^)]*\)\s*$", "", (stage or "").strip())
    return bare if len(bare) <= most else bare[: most - 1].rstrip() + "…"


def is_new_stage(started: date | None, as_of: date) -> bool:
    """Whether a stage is so new that it is worth asking about: its first 90 days."""
    return started is not None and 0 <= (as_of - started).days <= STAGE_DAYS


# Which advice suits ---------------------------------------------------------------------------


class AdviceLike(Protocol):
    """Advice as these rules read it."""

    @property
    def id(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def when_it_helps(self) -> str | None: ...
    @property
    def date(self) -> date | None: ...


A = TypeVar("A", bound=AdviceLike)


def words_of(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, cut to what a plural shares with them."""
    found = re.findall(r"[^\W\d_]+", text.casefold())
    return frozenset(
        word.removesuffix("s") for word in found
        if len(word) >= LEAST_LETTERS and word not in _EMPTY)


_EMPTY_WORDS = """
about after again also because been before begin belong could does doing done down each even every
from have having here into just like long made make many more most much next only other over page
people question really said same says should some somebody something still such take than that
their them then there these they thing think this those time today very want wants well were what
when where whether which while will with without would write year your
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())


def suiting(
    advice: Iterable[A], about: str, told_them: Collection[int], told_anybody: Collection[int]
) -> list[A]:
    """Up to three pieces for a talk: what shares words with it first, then never told, then new.

    `about` are the words of the agenda and of what the mentee wants help with; what they were told
    already (`told_them`, ids) is left out.
    """
    wanted = words_of(about)

    def weight(one: A) -> tuple[int, bool, int, int]:
        shared = len(wanted & words_of(f"{one.text} {one.when_it_helps or ''}"))
        day = one.date.toordinal() if one.date else 0
        return -shared, one.id in told_anybody, -day, -one.id

    return sorted((one for one in advice if one.id not in told_them), key=weight)[:MOST_OFFERED]


# Feedback I gave: the loop from the other side ------------------------------------------------


class GivenLike(Protocol):
    """Feedback I gave as these rules read it."""

    @property
    def their_plan(self) -> str | None: ...
    @property
    def look_again_on(self) -> date | None: ...
    @property
    def came_of(self) -> str | None: ...
    @property
    def heard_back_on(self) -> date | None: ...


@dataclass(frozen=True)
class Next:
    """What comes next with feedback I gave; `is_due` when it is time for it on the day asked."""

    do: Do
    day: date | None = None
    is_due: bool = False


def steps_done(given: GivenLike) -> int:
    """How many of the four steps are behind us: given, their plan, looked again, heard back."""
    if given.heard_back_on is not None:
        return 4
    if given.came_of:
        return 3
    return 2 if given.their_plan else 1


def next_of(given: GivenLike, as_of: date) -> Next:
    """What comes next; a day that was agreed is waited for even before they said their plan."""
    day = given.look_again_on
    if given.heard_back_on is not None:
        return Next("nothing")
    if given.came_of:
        return Next("hear_back")
    if day is not None and day <= as_of:
        return Next("look_again", day, is_due=True)
    if not given.their_plan:
        return Next("ask_plan", day)
    return Next("wait", day) if day is not None else Next("set_day")


def next_words(which: Next, as_of: date) -> str:
    """What comes next, in one short sentence."""
    day = day_words(which.day, as_of) if which.day else ""
    return {
        "ask_plan": tr("Ask what they want to try"),
        "set_day": tr("Agree on a day to look again"),
        "wait": tr("Look again on {day}", day=day),
        "look_again": tr("Look again: it was to be {day}", day=day),
        "hear_back": tr("Ask how it was for them"),
        "nothing": tr("Heard back"),
    }[which.do]
