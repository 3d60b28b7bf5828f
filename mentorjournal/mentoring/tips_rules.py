"""Which rule reads which indicator of the twelve tips; all of them, in the order of the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from mentorjournal.mentoring import (
    tips_aims,
    tips_contact,
    tips_feedback,
    tips_meetings,
    tips_moving,
    tips_network,
    tips_thanks,
)
from mentorjournal.mentoring.tips import Reading
from mentorjournal.mentoring.tips_day import OnDay
from mentorjournal.mentoring.tips_facts import Facts
from mentorjournal.mentoring.tips_table import Thresholds

RULES: Mapping[str, Callable[[OnDay], Reading]] = {
    "D1.1": tips_network.needs_covered, "D1.2": tips_network.fit_checked,
    "D1.3": tips_network.reach,
    "D2.1": tips_network.levels, "D2.2": tips_network.areas, "D2.3": tips_network.roles,
    "D2.4": tips_network.concentration,
    "D3.1": tips_aims.horizons, "D3.2": tips_aims.goals_complete,
    "D3.3": tips_meetings.result_named, "D3.4": tips_meetings.left_with,
    "D4.1": tips_aims.load, "D4.2": tips_aims.off_goal, "D4.3": tips_aims.promises,
    "D4.4": tips_aims.compacts,
    "D5.1": tips_meetings.agenda_ahead, "D5.2": tips_meetings.options,
    "D5.3": tips_thanks.briefs, "D5.4": tips_thanks.lead_time,
    "D6.1": tips_contact.four_a_year, "D6.2": tips_contact.rhythms,
    "D6.3": tips_contact.who_starts, "D6.4": tips_contact.asked, "D6.5": tips_contact.next_dates,
    "D7.1": tips_meetings.on_time, "D7.2": tips_meetings.called_off_late,
    "D7.3": tips_meetings.ran_over,
    "D8.1": tips_feedback.asked, "D8.2": tips_feedback.closed_loop, "D8.3": tips_feedback.notes,
    "D8.4": tips_feedback.talked,
    "D9.1": tips_thanks.thanked, "D9.2": tips_thanks.public_thanks, "D9.3": tips_thanks.credit,
    "D9.4": tips_thanks.results_told,
    "D10.1": tips_moving.know_cards, "D10.2": tips_moving.boundaries,
    "D11.1": tips_moving.good_endings, "D11.2": tips_moving.quiet,
    "D12.1": tips_moving.passing_it_on, "D12.2": tips_moving.reflected,
}


def read(facts: Facts, as_of: date, limits: Thresholds) -> list[Reading]:
    """Every indicator on a day; `facts` must have been gathered for it.

    Raises ValueError for a day that they do not cover.
    """
    on = on_day(facts, as_of, limits)
    return [rule(on) for rule in RULES.values()]


def read_one(key: str, facts: Facts, as_of: date, limits: Thresholds) -> Reading:
    """One indicator on a day. Raises KeyError for one that there is not."""
    return RULES[key](on_day(facts, as_of, limits))


def on_day(facts: Facts, as_of: date, limits: Thresholds) -> OnDay:
    """The facts as they stood on a day. Raises ValueError for one that they do not cover."""
    if not facts.first <= as_of <= facts.last:
        raise ValueError(as_of)
    return OnDay(facts, as_of, limits)
