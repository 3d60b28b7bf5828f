"""Ending on a good note: when to ask whether to keep, change or close, and what a note needs.

Tip 11 says what a good ending has: a positive framing, thanks, and an open door. Days and the
length of a note are defaults of ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

from mentorjournal.mentoring.rhythm import DORMANT_DAYS
from mentorjournal.words import listing, span, tr

CHECK_IN_DAYS = 90  # after closing, the one update that was promised; default of ours
STAGE_DAYS = 90  # how long after a new stage of mine the question is asked; default of ours
MOST_WORDS = 180  # of a closing note; default of ours
PARTS = ("framing", "thanks", "door_open")  # tip 11

Why = Literal["dormant", "goals_done", "my_stage"]


class EndingLike(Protocol):
    """An ending as these rules read it."""

    @property
    def framing(self) -> str | None: ...
    @property
    def thanks(self) -> str | None: ...
    @property
    def door_open(self) -> str | None: ...
    @property
    def check_in_on(self) -> date | None: ...
    @property
    def check_in_done_on(self) -> date | None: ...


def parts_written(ending: EndingLike) -> tuple[str, ...]:
    """Which of framing, thanks and open door say something; a mark alone does not."""
    return tuple(name for name in PARTS if any(map(str.isalnum, getattr(ending, name) or "")))


def missing_words(ending: EndingLike) -> str:
    """What the note still needs, in words; "" when all three parts are there."""
    names = {"framing": tr("a good word for what it was"), "thanks": tr("thanks for one thing"),
             "door_open": tr("an open door")}
    missing = [words for name, words in names.items() if name not in parts_written(ending)]
    return tr("Still to write: {parts}.", parts=listing(missing)) if missing else ""


def check_in_day(ended: date) -> date:
    """When the update promised at the end is due, unless another day was named."""
    return ended + timedelta(CHECK_IN_DAYS)


def update_is_due(ending: EndingLike, as_of: date) -> bool:
    """Whether the promised update is to be sent by now."""
    return (
        ending.check_in_on is not None and ending.check_in_done_on is None
        and ending.check_in_on <= as_of
    )


@dataclass(frozen=True)
class Reason:
    """Why to ask whether to keep, change or close; `days` is how long it has been so."""

    why: Why
    days: int | None = None


def reasons_to_ask(
    *, quiet_days: int | None, goals_done: Iterable[date], goals_open: int,
    my_stage_since: date | None, decided_on: date | None, as_of: date,
) -> tuple[Reason, ...]:
    """What speaks for the question on `as_of`; nothing that was so when it was answered last.

    `quiet_days` is how long a dormant relationship has been quiet, None when it is not dormant; a
    silence that was answered is asked about again after 180 days. Goals count when every goal tied
    to the person is done, a stage of mine for 90 days after it has begun.
    """
    found: list[Reason] = []
    done = list(goals_done)
    if quiet_days is not None and _asks_again(as_of - timedelta(quiet_days), decided_on, as_of):
        found.append(Reason("dormant", quiet_days))
    if done and not goals_open and (decided_on is None or max(done) > decided_on):
        found.append(Reason("goals_done", (as_of - max(done)).days))
    if my_stage_since is not None and (decided_on is None or my_stage_since > decided_on):
        days = (as_of - my_stage_since).days
        if 0 <= days <= STAGE_DAYS:
            found.append(Reason("my_stage", days))
    return tuple(found)


def _asks_again(quiet_since: date, decided_on: date | None, as_of: date) -> bool:
    if decided_on is None or quiet_since >= decided_on:
        return True
    return (as_of - decided_on).days >= DORMANT_DAYS


def reason_words(reason: Reason) -> str:
    """The reason in one plain sentence."""
    if reason.why == "dormant":
        return tr("It has been quiet for {span}.", span=span(reason.days or 0))
    if reason.why == "goals_done":
        return tr("The goals you shared are reached.")
    return tr("You have moved on to another stage yourself.")
