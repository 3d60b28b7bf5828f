"""One next ask: whom to ask for what, and by which day, as a sheet of the network ends with it.

What is asked for comes from my own words where there are any. The order is ours: a gap that a
candidate could fill, then what I ask of the mentor I see next, then whom the reader would suggest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mentorjournal.mentoring.gaps import Gap
from mentorjournal.mentoring.keeping import next_date
from mentorjournal.words import tr


@dataclass(frozen=True)
class Askable:
    """Somebody who could be asked: what I would ask, and the next days that are set with them."""

    id: int
    short_name: str
    my_ask: str | None = None
    next_meeting: date | None = None
    next_contact_on: date | None = None

    def day(self, as_of: date) -> date | None:
        """The next day that is set with them."""
        return next_date(self.next_meeting, self.next_contact_on, as_of)


@dataclass(frozen=True)
class NextAsk:
    """What to ask, and by when; without a day it is still to be set."""

    words: str = ""
    day: date | None = None
    person_id: int | None = None


def next_ask(
    gaps: Iterable[Gap], candidates: Sequence[Askable], mentors: Sequence[Askable], as_of: date
) -> NextAsk:
    """The one ask; `gaps` are those that may stand on paper, the most important first."""
    found = list(gaps)
    could = {one.id: one for one in candidates}
    for gap in found:
        for who in gap.candidate_ids:
            if who in could:
                return _of(could[who], gap.title, as_of)
    soon = [one for one in mentors if one.my_ask and one.day(as_of)]
    if soon:
        return _of(min(soon, key=lambda one: (one.day(as_of) or as_of, one.id)), "", as_of)
    if found:
        return NextAsk(tr("{gap}. Whom would you suggest?", gap=found[0].title))
    return NextAsk()


def _of(one: Askable, gap: str, as_of: date) -> NextAsk:
    said = tr("{name}: {ask}", name=one.short_name, ask=one.my_ask or gap)
    return NextAsk(said, one.day(as_of), one.id)
