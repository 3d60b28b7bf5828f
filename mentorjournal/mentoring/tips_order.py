"""The twelve tips as they are shown: how each stands, in a sentence or two, and its one next step.

A tip stands as the worst of what is judged of it; nothing is added up, within a tip or across.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mentorjournal.mentoring.deeds import Deed
from mentorjournal.mentoring.tips import NOT_YET, STATES, TIPS, TOLD, Reading, State, Tip

SENTENCES = 2  # of what is most telling


@dataclass(frozen=True)
class TipShown:
    """A tip on a day: its state, what the journal shows, one next step, and all its readings."""

    tip: Tip
    state: State
    says: str
    step: Deed | None
    readings: tuple[Reading, ...]


def by_tip(readings: Iterable[Reading]) -> list[TipShown]:
    """The tips of some readings, those first that ask for something; then by their number."""
    found: dict[int, list[Reading]] = {}
    for one in readings:
        found.setdefault(one.indicator.tip, []).append(one)
    shown = [_shown(tip, found[tip.number]) for tip in TIPS if tip.number in found]
    return sorted(shown, key=lambda one: (STATES.index(one.state), one.tip.number))


def state_of(readings: Sequence[Reading]) -> State:
    """How a tip stands: as the worst that is judged of it.

    "not enough yet" only where nothing could be judged, "information" where there was nothing to
    judge.
    """
    states = {one.state for one in readings}
    for state in STATES:
        if state in states and state not in (TOLD, NOT_YET):
            return state
    return NOT_YET if NOT_YET in states else TOLD


def _shown(tip: Tip, readings: Sequence[Reading]) -> TipShown:
    telling = sorted(readings, key=lambda one: STATES.index(one.state))
    if state_of(readings) == NOT_YET:
        telling = [one for one in readings if one.state == NOT_YET] + telling
        says = telling[0].says
    else:
        says = " ".join(one.says for one in telling[:SENTENCES] if one.state != NOT_YET)
    return TipShown(tip, state_of(readings), says, telling[0].step, tuple(readings))
