"""Indicators of tip 8: asking for feedback, and the loop from hearing it to reporting back."""

from __future__ import annotations

from collections.abc import Iterable

from mentorjournal.mentoring import deeds, loop
from mentorjournal.mentoring.deeds import Deed, Ref
from mentorjournal.mentoring.passing_on import day_words
from mentorjournal.mentoring.rhythm import TOO_NEW_DAYS
from mentorjournal.mentoring.tips import ACT, LOOK, Part, Reading
from mentorjournal.mentoring.tips_day import OnDay
from mentorjournal.mentoring.tips_facts import Heard
from mentorjournal.mentoring.tips_reading import (
    because,
    behind,
    is_below,
    judged,
    look_if,
    look_or_well,
    share_words,
    too_little,
)
from mentorjournal.words import ago, tr, trn

LEAST_NOTES = 3


def _ask(on: OnDay) -> Deed:
    """The step of asking for feedback: the mentor who gave none for the longest time."""
    if not on.mentors:
        return deeds.menu(tr("Ask for feedback…"), "ask_feedback")
    given = {one.person_id: one.date for one in reversed(on.heard)}
    whom = min(on.mentors, key=lambda one: (given.get(one.id) or on.as_of.min, one.id))
    return Deed("ask_feedback", tr("Ask {name}", name=on.name(whom.id)), person_id=whom.id)


def _entries(
    found: Iterable[Heard], lead: str, counted: Iterable[Heard] = ()
) -> dict[str, object]:
    """The entries of a reading with the people of those that deserve attention, as its fields."""
    found = list(found)
    return {
        "people": tuple(dict.fromkeys(one.person_id for one in found)),
        **behind((Ref("feedback", one.id) for one in found), lead,
                 (Ref("feedback", one.id) for one in counted)),
    }


def asked(on: OnDay) -> Reading:
    """D8.1: feedback that was asked for within half a year."""
    known = [one for one in on.mentors if (since := on.known_since(one)) is not None
             and (on.as_of - since).days >= TOO_NEW_DAYS]
    within = on.limits["asked_within"]
    found = [one for one in on.feedback
             if one.requested and loop.asked([one], on.as_of, int(within))]
    if not known and not found:
        return too_little(on, "D8.1", 0, tr("Too new to tell") if on.mentors else "",
                          step=_ask(on))
    n = len(found)
    said = trn("You asked for feedback once in {days} days",
               "You asked for feedback {n} times in {days} days", n, days=int(within))
    if found:
        last = max(day for one in found if (day := one.date or one.asked_on))
        said = tr("{said}, last on {day}", said=said, day=day_words(last, on.as_of))
    else:
        said = tr("You asked for no feedback in {days} days", days=int(within))
    why = tr("Asked for in these days: {n}", n=n)
    return judged(
        on, "D8.1", look_if(not n), said, because(on, why, "asked_within"), value=n,
        unit="entries", step=_ask(on),
        **_entries(found, tr("Counted"), on.heard[:7]),
        parts=(Part(tr("asked for, of the last seven heard"),
                    numerator=loop.asked_of_last(on.heard, 7), denominator=min(7, len(on.heard))),))


def closed_loop(on: OnDay) -> Reading:
    """D8.2: how far the feedback has come: with a plan, acted on, reported back."""
    counts = loop.counts(on.heard)
    if not counts.entries:
        return too_little(on, "D8.2", 0, step=_ask(on))
    waiting = sorted(
        (one for one in on.heard if loop.unplanned(one, on.as_of) is not None),
        key=lambda one: -(loop.unplanned(one, on.as_of) or 0))
    late = [one for one in waiting
            if (loop.unplanned(one, on.as_of) or 0) > on.limits["plan_within"]]
    says = trn("{n} entry: {planned} with a plan, {acted} acted on, {reported} reported back",
               "{n} entries: {planned} with a plan, {acted} acted on, {reported} reported back",
               counts.entries, planned=counts.planned, acted=counts.acted,
               reported=counts.reported)
    why = tr("Everything heard has a plan")
    if waiting:
        days = loop.unplanned(waiting[0], on.as_of) or 0
        why = tr("What {name} said {ago} has no plan yet", ago=ago(days),
                 name=on.name(waiting[0].person_id))
    unreported = [one for one in on.heard if one.acted_on and not one.reported_back_on
                  and not one.set_aside_on]
    return judged(
        on, "D8.2", look_or_well(bool(late), counts.planned > 0), says,
        because(on, why, "plan_within"),
        numerator=counts.reported, denominator=counts.entries,
        **_entries([*waiting, *unreported], tr("Not finished yet"), on.heard),
        step=_loop_step(on, waiting, unreported),
        parts=tuple(
            Part(words, numerator=n, denominator=counts.entries)
            for words, n in (
                (tr("with a plan"), counts.planned), (tr("answered with a note"), counts.noted),
                (tr("acted on"), counts.acted), (tr("reported back"), counts.reported))))


def _loop_step(on: OnDay, waiting: list[Heard], unreported: list[Heard]) -> Deed:
    if waiting:
        return deeds.go(tr("Make a plan"), "feedback", waiting[0].id)
    if unreported:
        return deeds.go(tr("Tell {name}", name=on.name(unreported[-1].person_id)),
                        "feedback", unreported[-1].id)
    return _ask(on)


def notes(on: OnDay) -> Reading:
    """D8.3: feedback that was answered with a note within a week."""
    counts = loop.counts(on.heard)
    of, n = counts.entries, counts.noted_in_time
    bare = [one for one in on.heard if one.note_on is None and not one.set_aside_on]
    step = deeds.go(tr("Note to {name}", name=on.name(bare[0].person_id)), "feedback",
                    bare[0].id) if bare else _ask(on)
    if of < LEAST_NOTES:
        return too_little(on, "D8.3", of, step=step)
    late = [one for one in on.heard if one.note_on and not loop.note_in_time(one)]
    return judged(
        on, "D8.3", look_if(is_below(on, n, of, "note_sent")),
        tr("A note within 7 days for {n} of {of} entries", n=n, of=of),
        because(on, share_words(on, n, of, "note_sent"), "note_sent"), numerator=n, denominator=of,
        **_entries([*bare, *late], tr("Not in time"), on.heard), step=step)


def talked(on: OnDay) -> Reading:
    """D8.4: feedback that hurt, has rested, and was not talked over."""
    if not on.heard:
        return too_little(on, "D8.4", 0, step=_ask(on))
    waiting = sorted(
        ((days, one) for one in on.heard if (days := loop.untalked(one, on.as_of)) is not None),
        key=lambda pair: (-pair[0], pair[1].id))
    longest = waiting[0][0] if waiting else -1
    state = (ACT if longest >= on.limits["cooling_act"]
             else look_if(longest >= on.limits["cooling_look"]))
    key = "cooling_act" if state == ACT else "cooling_look"
    if not waiting:
        says = why = tr("Nothing that stung waits for a talk")
    else:
        first = waiting[0][1]
        says = trn("What {name} said on {day} stung: no talk after {n} day",
                   "What {name} said on {day} stung: no talk after {n} days", longest,
                   name=on.name(first.person_id), day=day_words(first.date or on.as_of, on.as_of))
        why = trn("It has rested, and {n} day went by without a talk",
                  "It has rested, and {n} days went by without a talk", longest)
    found = [one for _, one in waiting]
    step = deeds.go(tr("Talk to {name}", name=on.name(found[0].person_id)), "feedback",
                    found[0].id) if found else _ask(on)
    return judged(
        on, "D8.4", state, says, because(on, why, key), value=len(found), unit="entries",
        **_entries(found, tr("Not talked over yet"), on.heard), step=step,
        parts=tuple(Part(on.name(one.person_id), LOOK, value=days, unit="days",
                         person_id=one.person_id, entry=Ref("feedback", one.id))
                    for days, one in waiting))
