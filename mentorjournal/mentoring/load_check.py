"""The check before saying yes (B17): the new total, whose goal it serves, and when it would fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mentorjournal.mentoring.load import Load, hours_words, percent
from mentorjournal.mentoring.load_plan import Fit, Plan
from mentorjournal.mentoring.load_reply import day_words
from mentorjournal.words import month_long, number, tr

LONGEST_TITLE = 60  # characters of a title inside a sentence


@dataclass(frozen=True)
class Weighed:
    """A request of `hours` a week on the day it would begin, beside what runs then.

    `now` is without it, `total` with it; `fit` is the first day on which it fits, if that is
    known; `largest` is the most that would fit from the day it would begin.
    """

    hours: float
    day: date
    now: Load
    total: Load
    fit: Fit | None
    largest: float

    @property
    def is_known(self) -> bool:
        """Whether there is something to weigh: hours asked, and hours to give."""
        return self.hours > 0 and self.total.capacity is not None

    @property
    def fits_at_once(self) -> bool:
        """Whether it fits on the day it would begin, for as long as it is wanted."""
        return self.is_known and self.fit is not None and self.fit.day == self.day

    @property
    def is_tight(self) -> bool:
        """Whether it would fit, and little be left: from 85% on, all of it included."""
        return self.is_known and self.total.state == "note"

    @property
    def kindest(self) -> str:
        """The answer that is sensible first: a decision, or "decide" where it is to be weighed.

        So is what is not known well enough, and what would fit but leave little: nobody is urged.
        """
        if not self.is_known or (self.fits_at_once and self.is_tight):
            return "decide"
        if self.fit is not None:
            return "accepted" if self.fits_at_once else "yes_later"
        return "smaller_yes" if 0 < self.largest < self.hours else "declined"


def weigh(
    plan: Plan, hours: float, since: date | None, until: date | None, as_of: date,
    without: int = 0,
) -> Weighed:
    """Weigh a request; one that was to begin before `as_of` would begin then."""
    day = max(since or as_of, as_of)
    last = until if until and until > day else None
    others = Plan([one for one in plan.commitments if one.id != without], plan.changes,
                  plan.capacities, plan.usual)
    now = others.load_on(day)
    return Weighed(
        hours, day, now, now.plus(hours), others.fits_from(hours, day, last),
        others.largest_that_fits(day, last))


def less_than(found: Weighed) -> float:
    """The hours to offer where all of them are too many: what fits, else half; 0 if not known."""
    return found.largest if 0 < found.largest < found.hours else found.hours / 2


def total_words(found: Weighed) -> tuple[str, str]:
    """Such as ("15.0 of 12 h.", "You would be 3.0 h over.")."""
    total = hours_words(found.total.hours)
    if not found.hours:
        return tr("How many hours a week?"), tr("Ask, and it can be weighed.")
    if found.total.capacity is None or found.total.free is None:
        return (tr("{hours} h a week.", hours=total),
                tr("Set the hours you can give to weigh it."))
    first = tr("{hours} of {capacity} h.", hours=total, capacity=number(found.total.capacity))
    left = hours_words(abs(found.total.free))
    if found.total.free < 0:
        return first, (tr("You would be a little over.") if left == "0.0"
                       else tr("You would be {hours} h over.", hours=left))
    return first, (tr("Nothing would be left.") if left == "0.0"
                   else tr("{hours} h would be left.", hours=left))


def parts_words(found: Weighed) -> str:
    """Such as "13.0 committed, 2.0 asked, the mark is 12"."""
    said = tr("{now} committed, {asked} asked", now=hours_words(found.now.hours),
              asked=hours_words(found.hours))
    if found.total.capacity is None or not found.total.is_over:
        return said
    return tr("{said}, the mark is {capacity}", said=said, capacity=number(found.total.capacity))


def think_words(found: Weighed) -> str:
    """To stop and think above 100%, a gentle one from 85% on, else "". It never stands in the way.
    """
    if found.is_tight:
        return tr("That is {n}% of what you can give. What would give way in a full week?",
                  n=percent(found.total.share or 0))
    if not found.is_known or not found.total.is_over:
        return ""
    if found.total.share is None or percent(found.total.share) <= 100:
        return tr("That is more than you can give. What would you hand back for it?")
    return tr("That is {n}% of what you can give. What would you hand back for it, or could it be "
              "later or smaller?", n=percent(found.total.share))


def fit_words(found: Weighed, titles: Mapping[int, str], as_of: date) -> tuple[str, str]:
    """Such as ("It would fit from 19 June,", "when “K12 application” is over.").

    The second may be ""; both are where too little is known.
    """
    if not found.is_known:
        return "", ""
    if found.fit is None:
        if 0 < found.largest < found.hours:
            return tr("{hours} h a week of it would fit.", hours=hours_words(found.largest)), ""
        return tr("No room in sight:"), tr("no end that you noted leaves enough hours for it.")
    if found.fits_at_once:
        return (tr("It fits, but only just.") if found.is_tight else tr("It fits.")), ""
    day = day_words(found.fit.day, as_of)
    over = [titles[one] for one in found.fit.freed if one in titles]
    if not over:
        return tr("It would fit from {day}.", day=day), ""
    title = over[0] if len(over[0]) <= LONGEST_TITLE else over[0][:LONGEST_TITLE].rstrip() + "…"
    return (tr("It would fit from {day},", day=day),
            tr("when “{title}” is over.", title=title))


def goal_words(fits_goal: str | None, goal: str) -> tuple[str, str]:
    """Such as ("Serves one goal:", "Run 6 simulation sessions"); the second may be ""."""
    if fits_goal == "neither":
        return tr("Serves no goal of yours."), ""
    if not goal:
        return (tr("Which goal of yours would it serve?") if fits_goal is None
                else tr("Which goal would it serve? It is not named yet.")), ""
    if fits_goal == "next_to":
        return tr("Serves one goal a little:"), goal
    return tr("Serves one goal:"), goal


def offer_words(found: Weighed) -> str:
    """The words of the kindest answer on a button, such as "Offer June"."""
    if found.kindest == "yes_later" and found.fit is not None:
        return tr("Offer {month}", month=month_long(found.fit.day.month))
    return {
        "accepted": tr("Say yes"), "smaller_yes": tr("Offer less"),
        "declined": tr("Say no kindly"),
    }.get(found.kindest, tr("Weigh it"))
