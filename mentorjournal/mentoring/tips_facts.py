"""What the indicators of the twelve tips are read from: plain facts, gathered once for a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Generic, TypeVar

from mentorjournal.mentoring import phrases
from mentorjournal.mentoring.coverage import Coverage
from mentorjournal.mentoring.deeds import Deed, Ref
from mentorjournal.mentoring.endings import EndingLike
from mentorjournal.mentoring.expectations import CompactReading
from mentorjournal.mentoring.fit import Checked
from mentorjournal.mentoring.goals import Presence
from mentorjournal.mentoring.gratitude import Given, Help
from mentorjournal.mentoring.gratitude import Part as Credit
from mentorjournal.mentoring.keeping import Asked, Starts
from mentorjournal.mentoring.letters import Requested
from mentorjournal.mentoring.load import Load
from mentorjournal.mentoring.loop import Told
from mentorjournal.mentoring.meetings import CalledOff, Held, Promise
from mentorjournal.mentoring.passing_on import Reading as Passing
from mentorjournal.mentoring.rhythm import FourAYear, Rhythm
from mentorjournal.mentoring.tips import Reading, State
from mentorjournal.mentoring.tips_table import INDICATORS, THRESHOLDS, Thresholds
from mentorjournal.words import capital, number, sentence, tr

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Seen(Generic[T_co]):
    """An entry with its id and whose it is, if anybody's; `on` is the day that counts."""

    id: int
    person_id: int | None
    it: T_co
    on: date | None = None


@dataclass(frozen=True)
class Contact:
    """How contact with one person stands; `known` is for how many days, None when not said."""

    person_id: int
    rhythm: Rhythm
    year: FourAYear


@dataclass(frozen=True)
class GoalSeen:
    """An active goal, and which of the five it has."""

    id: int
    text: str
    horizon: str | None
    present: Presence


@dataclass(frozen=True)
class Taken:
    """A commitment that runs on the day."""

    id: int
    title: str
    hours: float
    goal_id: int | None


@dataclass(frozen=True)
class Facts:
    """Everything on one day. Windows are those of TIPS part D: 365 days that end with `as_of`.

    Meetings, problems and contacts are those with mentors and candidates. `names` are short names
    by person, `known` days since somebody became known.
    """

    as_of: date
    thresholds: Thresholds
    names: Mapping[int, str]
    coverage: Coverage
    fit: Checked
    unfit: tuple[int, ...] = ()  # active mentors, chosen or referred, without a sheet from before
    known: Mapping[int, int] = field(default_factory=dict)
    goals: Sequence[GoalSeen] = ()
    held: Sequence[Seen[Held]] = ()
    called_off: Sequence[Seen[CalledOff]] = ()
    problems: Sequence[Seen[bool]] = ()  # the meeting's id; whether there was an option
    load: Load = Load(0, None)
    taken: Sequence[Taken] = ()
    promises: Sequence[Seen[Promise]] = ()
    compacts: Sequence[Seen[CompactReading]] = ()  # `on` is the day it was last looked over
    letters: Sequence[Seen[Requested]] = ()
    contact: Sequence[Contact] = ()
    starts: Starts = Starts(0, 0)
    asked: Asked = Asked((), (), ())
    next_dates: Mapping[int, date | None] = field(default_factory=dict)
    feedback: Sequence[Seen[Told]] = ()
    thanks: Sequence[Given] = ()
    helps: Sequence[Help] = ()  # all help there was
    waiting: Sequence[Help] = ()  # what was not thanked for
    credits: Sequence[Credit] = ()
    know: Mapping[int, int] = field(default_factory=dict)
    endings: Sequence[Seen[EndingLike]] = ()
    passing: Passing = Passing(0, 0)
    mentees: tuple[int, ...] = ()
    reflected_on: date | None = None

    @property
    def mentors(self) -> tuple[int, ...]:
        """The active mentors."""
        return tuple(one.id for one in self.coverage.mentors)

    @property
    def candidates(self) -> tuple[int, ...]:
        """Those who are being considered."""
        return tuple(one.id for one in self.coverage.candidates)

    def within(self, day: date | None, days: int = 365) -> bool:
        """Whether a day lies in the `days` that end with this one."""
        return day is not None and self.as_of - timedelta(days - 1) <= day <= self.as_of

    def name(self, person_id: int | None) -> str:
        """A short name; "somebody" for one who is gone."""
        return self.names.get(person_id or 0) or tr("somebody")

    def several(self, ids: Sequence[int]) -> str:
        """Up to three names, then how many more."""
        return phrases.some([self.name(one) for one in ids])

    # Making a reading

    def tell(self, key: str, state: State, says: str, why: str = "", **values: Any) -> Reading:
        """The reading of an indicator; `values` are those of `Reading`."""
        return Reading(INDICATORS[key], state, sentence(says), why, self.as_of, **values)

    def too_little(self, key: str, step: Deed | None, says: str = "") -> Reading:
        """What is said where there is less than the indicator needs."""
        one = INDICATORS[key]
        return self.tell(key, "not enough yet", says or tr(one.too_little),
                         tr("It needs {needs}.", needs=tr(one.needs)), step=step)

    def because(self, key: str, state: State) -> str:
        """Why a state is so: the threshold `key` in words, and whose number it is."""
        one, value = THRESHOLDS[key], self.thresholds[key]
        words = tr(one.words).format(n=number(value))
        source = one.source_words(value)
        if state == "going well":
            return tr("Going well: {words} ({source}).", words=words, source=source)
        return tr("{words} ({source}).", words=capital(words), source=source)


def refs(kind: str, ids: Sequence[int]) -> tuple[Ref, ...]:
    """Entries of one kind."""
    return tuple(Ref(kind, one) for one in ids)


def percent(part: float, of: float) -> float:
    """`part` of `of` in percent; 0 of nothing."""
    return 100 * part / of if of else 0.0
