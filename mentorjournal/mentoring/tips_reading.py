"""How a reading is put into words: its state, the sentence with its counts, and why it is so."""

from __future__ import annotations

from collections.abc import Iterable
from math import floor
from typing import Any

from mentorjournal.mentoring.deeds import Ref
from mentorjournal.mentoring.tips import LOOK, NOT_YET, TOLD, WELL, Indicator, Reading, State
from mentorjournal.mentoring.tips_day import OnDay
from mentorjournal.mentoring.tips_table import INDICATORS, THRESHOLDS
from mentorjournal.words import number, sentence, tr, trn


def judged(
    on: OnDay, key: str, state: State, says: str, why: str, **more: Any
) -> Reading:
    """The reading of an indicator; `more` are the other fields of a `Reading`."""
    return Reading(INDICATORS[key], state, sentence(says), sentence(why), on.as_of, **more)


def told(on: OnDay, key: str, says: str, **more: Any) -> Reading:
    """The reading of an indicator that is for information."""
    return judged(on, key, TOLD, says, tr("For information: nothing is judged here."), **more)


def too_little(on: OnDay, key: str, n: int | None = None, says: str = "", **more: Any) -> Reading:
    """The reading where there is too little data, with `n` of what it takes."""
    indicator = INDICATORS[key]
    takes = tr("It takes {needs}", needs=tr(indicator.needs))
    if n is None:
        why = takes
    else:
        why = tr("{takes}; {so_far}", takes=takes, so_far=trn(
            "so far there is {n}", "so far there are {n}", n))
    return judged(on, key, NOT_YET, says or tr(indicator.too_little), why, **more)


def behind(
    attention: Iterable[Ref], lead: str, counted: Iterable[Ref] = ()
) -> dict[str, Any]:
    """The fields that say what a reading rests on: what deserves attention, else what was counted.

    `lead` says what the former is, in a word or two.
    """
    found = tuple(dict.fromkeys(attention))
    if found:
        return {"entries": found, "behind": lead}
    rest = tuple(dict.fromkeys(counted))
    return {"entries": rest, "behind": tr("Counted") if rest else ""}


def look_if(is_so: bool) -> State:
    """Worth a look, or going well."""
    return LOOK if is_so else WELL


def look_or_well(is_late: bool, was_done: bool) -> State:
    """Worth a look when late; going well only once something was done, else for information.

    What is open still has its days then, which is no reason to praise.
    """
    return LOOK if is_late else WELL if was_done else TOLD


def because(on: OnDay, measured: str, *keys: str) -> str:
    """What was found, and each threshold that it was held against, with where that comes from."""
    limits = [
        tr("{limit} ({source})", limit=tr(THRESHOLDS[key].words, n=number(on.limits[key])),
           source=THRESHOLDS[key].source_words(on.limits[key]))
        for key in keys]
    return tr("{found}; {limits}", found=measured, limits=", ".join(limits))


def by_rule(indicator: Indicator, measured: str, rule: str) -> str:
    """What was found, and a rule that has no number to set, with where it comes from."""
    source = {"paper": tr("the paper"), "advice": tr("common advice"), "ours": tr("our default")}
    return tr("{found}; {rule} ({source})", found=measured, rule=rule,
              source=source[indicator.source])


def share_words(on: OnDay, n: int, of: int, key: str) -> str:
    """Such as "30 of 32 is 94%", never rounded to the other side of the threshold."""
    share, limit = 100 * n / of, on.limits[key]
    whole = floor(share + 0.5)
    if whole == share or (whole > limit) == (share > limit) and (whole < limit) == (share < limit):
        said = number(whole)
    else:
        said = number(floor(share * 10) / 10)
    return tr("{n} of {of} is {share}%", n=n, of=of, share=said)


def is_below(on: OnDay, n: int, of: int, key: str) -> bool:
    """Whether a fraction is below the percent of a threshold."""
    return 100 * n < on.limits[key] * of
