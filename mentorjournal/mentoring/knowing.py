"""Knowing a mentor: the six things of tip 10, what to ask, and how much has been asked of them.

Who they are, what drives them, their path, its lessons, their priorities and goals. The thresholds
are defaults of ours; the questions are in our own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from mentorjournal.mentoring.vocabulary import KNOW_TOPICS
from mentorjournal.words import listing, tr, trn

ASK_AGAIN_DAYS = 365  # default of ours: what was true of priorities a year ago may be over
FEW = 2  # default of ours
KNOWN_WELL_DAYS = 180  # default of ours
EFFORT_DAYS = 90  # default of ours
ASKS = ("read", "letter", "feedback", "question")

_TITLES = {
    "who": "Who they are", "drives": "What drives them", "path": "How they got here",
    "lessons": "Lessons they learned", "priorities": "Priorities now", "goals": "Goals ahead",
}
_QUESTIONS: Mapping[str, tuple[str, ...]] = {
    "who": ("What do you do on a day that is only yours?", "How do you like to disagree?"),
    "drives": ("What makes a week a good one for you?", "What would you do even unpaid?"),
    "path": ("Which decision shaped your path most?", "Who opened a door for you?"),
    "lessons": ("What would you skip if you began again?", "What took you longest to learn?"),
    "priorities": ("What takes most of your attention this year?",
                   "What would you gladly hand over?"),
    "goals": ("What are you hoping to do next, and can I help?",
              "What should have changed here in five years?"),
}
_DIFFERENCES = (
    "What do you assume about people at my stage?",
    "What should I know about how things really work here?",
    "How direct do you like people to be with you?",
    "What might I misread about you, and you about me?",
    "Could our backgrounds change how we hear each other?",
    "What would you like me to call you?",
    "When something lands badly, how shall we say so?",
)

_FROM_MENTOR = {  # what is asked the other way round of somebody I mentor
    "What do you assume about people at my stage?": "What do you imagine a week of mine is like?",
    "What should I know about how things really work here?":
        "What do you wish somebody had told you about how things work here?",
}


class Answered(Protocol):
    """One thing that is known about somebody."""

    @property
    def topic(self) -> str | None: ...
    @property
    def as_of(self) -> date | None: ...


class Answer(NamedTuple):
    """That one of the six is known, as of a day; not what was told."""

    topic: str | None
    as_of: date | None


@dataclass(frozen=True)
class Knowing:
    """How many of the six are known on one day, and which are worth asking again."""

    known: int
    ask_again: tuple[str, ...] = ()
    is_little: bool = False
    is_long: bool = False  # whether somebody is known long enough to tell

    @property
    def of(self) -> int:
        """How many there are."""
        return len(KNOW_TOPICS)


def reading(
    answers: Iterable[Answered], as_of: date, known_since: date | None, few: float = FEW,
    known_well: float = KNOWN_WELL_DAYS,
) -> Knowing:
    """How well somebody is known on `as_of`; of several answers to one topic the newest counts.

    It is little below `few` of 6 once somebody is known so many days.
    """
    newest: dict[str, date | None] = {}
    for answer in answers:
        if answer.topic in KNOW_TOPICS:
            days = [day for day in (newest.get(answer.topic), answer.as_of) if day]
            newest[answer.topic] = max(days, default=None)
    again = tuple(topic for topic in KNOW_TOPICS if is_old(newest.get(topic), as_of))
    well = known_since is not None and (as_of - known_since).days >= known_well
    return Knowing(len(newest), again, well and len(newest) < few, well)


def is_old(day: date | None, as_of: date) -> bool:
    """Whether an answer of this day is more than a year old."""
    return day is not None and (as_of - day).days > ASK_AGAIN_DAYS


def title(topic: str) -> str:
    """What one of the six is called."""
    return tr(_TITLES[topic])


def questions(topic: str) -> tuple[str, ...]:
    """Questions that may lead there."""
    return tuple(tr(question) for question in _QUESTIONS[topic])


def differences_questions(from_mentor: bool = False) -> tuple[str, ...]:
    """Questions about values, habits and assumptions, which either may pass.

    `from_mentor` is for a talk with somebody I mentor.
    """
    return tuple(
        tr(_FROM_MENTOR.get(question, question) if from_mentor else question)
        for question in _DIFFERENCES)


def is_friendship_from_me(tone: str | None, mentor_led: bool) -> bool:
    """Whether the tone is friendly though the mentor did not lead there (tip 10)."""
    return tone == "friendly" and not mentor_led


def effort_words(asks: Mapping[str, int]) -> str:
    """Such as "2 things to read and 1 letter"; `asks` counts by kind of ASKS."""
    said = {
        "read": ("{n} thing to do ahead", "{n} things to do ahead"),
        "letter": ("{n} letter", "{n} letters"),
        "feedback": ("feedback once", "feedback {n} times"),
        "question": ("{n} question", "{n} questions"),
    }
    return listing([trn(*said[kind], asks[kind]) for kind in ASKS if asks.get(kind)])
