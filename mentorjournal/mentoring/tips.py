"""The twelve tips of mentoring up, and what an indicator of them is: plain data.

The tips are those of Manuel and Poorsattar (2020), in our own words. There is no total: every
reading is a count, a fraction or a number of days with its state, and stands for itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from mentorjournal.mentoring.deeds import Deed, Ref
from mentorjournal.words import tr

PAPER = "doi 10.1080/0142159X.2020.1795098"

State = Literal["going well", "worth a look", "act", "not enough yet", "information"]
ACT: State = "act"
LOOK: State = "worth a look"
WELL: State = "going well"
TOLD: State = "information"
NOT_YET: State = "not enough yet"
STATES = (ACT, LOOK, WELL, TOLD, NOT_YET)  # as they are listed, what costs most first

# Where a threshold comes from: the paper, what several guides advise, or a default of ours, which
# is the mentee's to change.
Source = Literal["paper", "advice", "ours"]
Unit = Literal["percent", "days", "count", "hours"]


@dataclass(frozen=True)
class Tip:
    """One of the twelve: `words` as it is called everywhere in the program."""

    number: int
    words: str


TIPS = (
    Tip(1, "Choose your own mentors"),
    Tip(2, "Build a network"),
    Tip(3, "Say what you need"),
    Tip(4, "Set realistic expectations"),
    Tip(5, "Help them do their job"),
    Tip(6, "Stay in touch"),
    Tip(7, "Respect their time"),
    Tip(8, "Ask for feedback, then act on it"),
    Tip(9, "Be gracious"),
    Tip(10, "Keep it professional"),
    Tip(11, "End on a good note"),
    Tip(12, "Be a mentor yourself"),
)


@dataclass(frozen=True)
class Threshold:
    """A number from which on an indicator is worth a look, or something to act on.

    `words` say what it divides, with {n} for the number, as "worth a look below {n}". Values are
    in `unit`: percent of a hundred, days, hours, or a count.
    """

    key: str
    words: str
    usual: float
    unit: Unit
    source: Source
    least: float = 0
    most: float = 100

    def source_words(self, value: float) -> str:
        """Where the number that holds comes from; one that was changed is a person's own."""
        if value != self.usual or self.source == "ours":
            return tr("your setting")
        return tr("the paper") if self.source == "paper" else tr("common advice")


@dataclass(frozen=True)
class Indicator:
    """One thing that is read from the journal for a tip.

    `formula` says in words how it is counted, `needs` the least data, `too_little` what is said
    where there is less; `thresholds` are keys of `tips_table.THRESHOLDS`. An indicator without
    thresholds is for information, unless `judged` says that its rule has no number to set.
    """

    id: str
    tip: int
    name: str
    formula: str
    needs: str
    too_little: str
    source: Source
    thresholds: tuple[str, ...] = ()
    judged: bool = True

    @property
    def is_information(self) -> bool:
        """Whether it is told and never judged."""
        return not self.judged


@dataclass(frozen=True)
class Part:
    """What a reading is made of: one person's share of it, one level, one step of the loop.

    `words` say what it is ("Dr. Vale", "senior", "late"), `detail` how it stands in a few words.
    """

    words: str
    state: State = "information"
    numerator: int | None = None
    denominator: int | None = None
    value: float | None = None
    unit: str = ""
    person_id: int | None = None
    entry: Ref | None = None
    detail: str = ""


@dataclass(frozen=True)
class Reading:
    """An indicator as it stands on a day.

    Either `numerator` of `denominator`, or `value` in `unit`; neither with too little data. `says`
    is one sentence for people, `why` the reason for the state in one sentence with its threshold
    ("worth a look because …"). `people` are the ids of those concerned, `entries` what deserves
    attention, or else what was counted, and `behind` says in a word or two which of them it is
    ("Not in time", "Counted"); `step` is the one next step, `parts` what it is made of.
    """

    indicator: Indicator
    state: State
    says: str
    why: str
    as_of: date
    numerator: int | None = None
    denominator: int | None = None
    value: float | None = None
    unit: str = ""
    people: tuple[int, ...] = ()
    entries: tuple[Ref, ...] = ()
    behind: str = ""
    step: Deed | None = None
    parts: tuple[Part, ...] = ()
