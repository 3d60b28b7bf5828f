"""Does it fit? Five questions after getting to know somebody, and what was decided: for me alone.

The answers stand each for itself: nothing here adds them up (tip 1, and the rule of no score).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date as Day
from typing import Protocol

from mentorjournal.words import tr, trn

QUESTIONS = ("availability", "willingness", "style", "shared_values", "inspired")  # A1.11 to A1.15
LEAST, MOST = 1, 5
UNDECIDED_DAYS = 30  # default of ours
LEAST_MENTORS = 2  # for the reading D1.2
CHOSEN = ("self_chosen", "referred")

_TITLES = {
    "availability": "Their time", "willingness": "Open about goals",
    "style": "How we talk", "shared_values": "What matters to us",
    "inspired": "Does it give me energy?",
}
_ASKED = {
    "availability": "Have they time for me, and do they keep it?",
    "willingness": "Do they talk freely about what they did and what I am after?",
    "style": "Do their way of talking and mine get on?",
    "shared_values": "Do we care about the same things?",
    "inspired": "Do I feel like going on with this for a long time?",
}
# From the least to the most: an answer is a word, never a number.
_ANSWERS = {
    "availability": ("Hardly any", "A little", "Some", "A good deal", "Plenty"),
    "willingness": ("Guarded", "A little", "Now and then", "Openly", "Very openly"),
    "style": ("Hard work", "Not so well", "All right", "Well", "Very well"),
    "shared_values": ("Hardly any", "A few", "About half", "Most", "Nearly all"),
    "inspired": ("It tires me", "Not really", "Perhaps", "Yes", "Very much"),
}


class Sheet(Protocol):
    """One fit sheet."""

    @property
    def date(self) -> Day | None: ...
    @property
    def decision(self) -> str | None: ...
    @property
    def decided_on(self) -> Day | None: ...


class Whom(Protocol):
    """Somebody of the network."""

    @property
    def id(self) -> int: ...
    @property
    def is_active(self) -> bool: ...
    @property
    def origin(self) -> str | None: ...
    @property
    def start(self) -> Day | None: ...


@dataclass(frozen=True)
class Checked:
    """Of how many active mentors I chose, or who were recommended, the fit was looked at first."""

    n: int
    of: int

    @property
    def is_known(self) -> bool:
        """Whether there are enough of them to say so."""
        return self.of >= LEAST_MENTORS


def title(question: str) -> str:
    """What one of the five is about."""
    return tr(_TITLES[question])


def asked(question: str) -> str:
    """One of the five as a question."""
    return tr(_ASKED[question])


def answers(question: str) -> tuple[str, ...]:
    """What can be answered there, from the least to the most."""
    return tuple(tr(words) for words in _ANSWERS[question])


def answer_words(question: str, answer: int | None) -> str:
    """An answer of 1 to 5 in words: "A good deal"."""
    return tr("No answer") if answer is None else answers(question)[answer - LEAST]


def decision_words(decision: str) -> str:
    """A decision as it is chosen."""
    return {"ask": tr("Ask them"), "wait": tr("Wait"), "no": tr("Not to ask")}[decision]


def undecided_days(sheet: Sheet, as_of: Day) -> int | None:
    """Days since the sheet was written, while nothing is decided; None once something is."""
    if sheet.decision or sheet.date is None or sheet.date > as_of:
        return None
    return (as_of - sheet.date).days


def is_long_undecided(sheet: Sheet, as_of: Day) -> bool:
    """Whether it has been left open for more than 30 days."""
    days = undecided_days(sheet, as_of)
    return days is not None and days > UNDECIDED_DAYS


def undecided_words(sheet: Sheet, as_of: Day) -> str:
    """Such as "Undecided for 41 days", "" once something is decided."""
    days = undecided_days(sheet, as_of)
    if days is None:
        return "" if sheet.decision else tr("Not decided yet")
    if days == 0:
        return tr("Not decided yet")
    return trn("Undecided for {n} day", "Undecided for {n} days", days)


def checked_before(people: Iterable[Whom], first_sheets: Mapping[int, Day]) -> Checked:
    """Active mentors I chose or who were recommended, with a sheet by the day we began (D1.2).

    `first_sheets` are the days of the first sheet by person.
    """
    chosen = [one for one in people if is_chosen(one)]
    return Checked(sum(was_checked(one, first_sheets) for one in chosen), len(chosen))


def is_chosen(one: Whom) -> bool:
    """Whether this is an active mentor whom I chose, or who was recommended."""
    return one.is_active and one.origin in CHOSEN


def was_checked(one: Whom, first_sheets: Mapping[int, Day]) -> bool:
    """Whether the first sheet is from before we began."""
    day = first_sheets.get(one.id)
    return day is not None and one.start is not None and day <= one.start


def checked_words(found: Checked) -> str:
    """The reading as a sentence: information, never a mark."""
    if not found.is_known:
        return tr("No one new since you began.")
    return tr("You looked at the fit first with {n} of the {of} mentors you chose.",
              n=found.n, of=found.of)
