"""All indicators read for a day, and by tip: its state, its sentence, its one next step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mentorjournal.mentoring import (
    tips_asking,
    tips_contact,
    tips_feedback,
    tips_network,
    tips_people,
)
from mentorjournal.mentoring.deeds import Deed
from mentorjournal.mentoring.tips import TIPS, Reading, State, Tip
from mentorjournal.mentoring.tips_facts import Facts

READ: tuple[Callable[[Facts], Reading], ...] = (
    tips_network.needs, tips_network.fit, tips_network.reach,
    tips_network.levels, tips_network.areas, tips_network.roles, tips_network.concentration,
    tips_asking.horizons, tips_asking.completeness, tips_asking.result_named,
    tips_asking.left_with,
    tips_asking.load, tips_asking.off_goal, tips_asking.promises, tips_asking.compacts,
    tips_contact.agenda, tips_contact.options, tips_contact.briefs, tips_contact.lead_time,
    tips_contact.four_a_year, tips_contact.rhythm, tips_contact.starts, tips_contact.asked,
    tips_contact.next_date,
    tips_contact.on_time, tips_contact.cancellations, tips_contact.ran_over,
    tips_feedback.asked, tips_feedback.the_loop, tips_feedback.note_sent, tips_feedback.cooling,
    tips_feedback.thanked, tips_feedback.public, tips_feedback.credit, tips_feedback.results,
    tips_people.know_card, tips_people.boundaries,
    tips_people.endings, tips_people.decide,
    tips_people.passing, tips_people.reflected,
)

# The state of a tip is that of the first of these that one of its indicators has.
_WORST_FIRST: tuple[State, ...] = ("act", "worth a look", "going well", "not enough yet",
                                   "information")
_SHOWN_FIRST: tuple[State, ...] = ("act", "worth a look", "going well", "information",
                                   "not enough yet")
# Told before others of the same state: what cannot wait as long as they can.
_SOONER = ("D8.4", "D8.2", "D9.4", "D9.1")
MOST_TOLD = 2  # readings in the sentence of a tip


@dataclass(frozen=True)
class TipShown:
    """A tip as the page shows it; `readings` are all of its indicators, in their order."""

    tip: Tip
    state: State
    says: str
    step: Deed | None
    readings: tuple[Reading, ...]


def read(facts: Facts) -> list[Reading]:
    """Every indicator, in the order of the tips."""
    return [one(facts) for one in READ]


def by_tip(readings: Iterable[Reading]) -> list[TipShown]:
    """The twelve tips, those to act on first; within a state in their order."""
    found = list(readings)
    shown = [_shown(tip, tuple(one for one in found if one.indicator.tip == tip.number))
             for tip in TIPS]
    return sorted(shown, key=lambda one: (_SHOWN_FIRST.index(one.state), one.tip.number))


def _shown(tip: Tip, readings: tuple[Reading, ...]) -> TipShown:
    """Its state is the worst that was judged; the readings of that state are told first."""
    state = min((one.state for one in readings), key=_WORST_FIRST.index)
    ordered = sorted(readings, key=lambda one: (
        _WORST_FIRST.index(one.state), one.indicator.id not in _SOONER))
    told = [one for one in ordered if one.state == state][:MOST_TOLD]
    if len(told) < MOST_TOLD:
        others = [one for one in ordered if one not in told and one.state != "not enough yet"]
        told += others[: MOST_TOLD - len(told)]
    step = next((one.step for one in told if one.step is not None), None)
    return TipShown(tip, state, " ".join(dict.fromkeys(one.says for one in told)), step, readings)
