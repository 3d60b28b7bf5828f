"""Indicators of letters, gratitude and credit: tips 5 and 9."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from typing import TYPE_CHECKING

from mentorjournal.mentoring import deeds, gratitude, letters, phrases
from mentorjournal.mentoring.deeds import Deed, Ref
from mentorjournal.mentoring.passing_on import day_words
from mentorjournal.mentoring.tips import LOOK, TOLD, Part, Reading
from mentorjournal.mentoring.tips_day import OnDay
from mentorjournal.mentoring.tips_network import people
from mentorjournal.mentoring.tips_reading import (
    because,
    behind,
    by_rule,
    judged,
    look_if,
    look_or_well,
    too_little,
)
from mentorjournal.mentoring.tips_table import INDICATORS
from mentorjournal.words import ago, listing, number, span, tr, trn

if TYPE_CHECKING:
    from mentorjournal.journal.between import Letter


def _ask_for_letter() -> Deed:
    return deeds.menu(tr("New letter request…"), "new_letter")


def _letters(found: Iterable[Letter]) -> tuple[Ref, ...]:
    return tuple(Ref("letter", one.id) for one in found)


# 5 Help them do their job ---------------------------------------------------------------------


def briefs(on: OnDay) -> Reading:
    """D5.3: letters whose brief lacked nothing when it was sent."""
    counts = letters.counts(on.letters, on.as_of)
    n, of = counts.complete, counts.requests
    if not of:
        return too_little(on, "D5.3", 0, step=_ask_for_letter())
    bare = [one for one in on.letters if one.brief_missing]
    unsent = [one for one in on.letters if one.brief_sent_on is None
              and not letters.is_declined(one) and not letters.is_submitted(one)]
    says = trn("The brief lacked nothing for {ok} of {n} letter",
               "The brief lacked nothing for {ok} of {n} letters", of, ok=n)
    why = tr("No brief lacked anything")
    if bare:
        why = tr("The brief for {name} lacked {what}", name=on.name(bare[0].writer_id),
                 what=listing(bare[0].brief_missing))
    step = _ask_for_letter()
    if unsent:
        step = deeds.go(tr("Brief {name}", name=on.name(unsent[0].writer_id)),
                        "letter", unsent[0].id)
    return judged(
        on, "D5.3", look_if(bool(bare)), says,
        by_rule(INDICATORS["D5.3"], why, tr("a brief that lacked a part is worth a look")),
        numerator=n, denominator=of, people=tuple(dict.fromkeys(one.writer_id for one in bare)),
        step=step, **behind(_letters(bare), tr("Not complete"), _letters(on.letters)))


def lead_time(on: OnDay) -> Reading:
    """D5.4: how many days ahead of its deadline a letter was asked for."""
    leads = [(max(0, days), one) for one in on.letters
             if (days := letters.lead_days(one)) is not None]
    if not leads:
        return too_little(on, "D5.4", 0, step=_ask_for_letter())
    median = statistics.median(days for days, _ in leads)
    limit = on.limits["lead_time"]
    short = sorted(((days, one) for days, one in leads if days < limit),
                   key=lambda pair: (pair[0], pair[1].id))
    says = trn("A letter asked for {median} days ahead",
               "Letters asked for {median} days ahead, the middle of {n}", len(leads),
               median=number(median))
    why = tr("The shortest was {n} days", n=min(days for days, _ in leads))
    if short:
        days, first = short[0]
        says = tr("{said}; {name} had {n}", said=says, name=on.name(first.writer_id), n=days)
        why = tr("{name} had {n} days", name=on.name(first.writer_id), n=days)
    return judged(
        on, "D5.4", look_if(bool(short)), says, because(on, why, "lead_time"), value=median,
        unit="days", people=tuple(dict.fromkeys(one.writer_id for _, one in short)),
        **behind(_letters(one for _, one in short), tr("At short notice"),
                 _letters(one for _, one in leads)), step=_ask_for_letter(),
        parts=tuple(
            Part(on.name(one.writer_id), look_if(days < limit), value=days, unit="days",
                 person_id=one.writer_id, entry=Ref("letter", one.id))
            for days, one in leads))


# 9 Be gracious --------------------------------------------------------------------------------


def thanked(on: OnDay) -> Reading:
    """D9.1: mentors who helped since they were last thanked, and how long ago that was."""
    ids = [one.id for one in on.mentors]
    found = gratitude.standings(
        ids, on.thanks, on.unthanked, on.as_of, on.limits["thanks_within"])
    if not on.helps or not ids:
        return too_little(
            on, "D9.1", 0, step=deeds.menu(tr("Note who helped"), "log_contact"))
    late = [key for key in ids if found[key].needs_look]
    waiting = sorted((key for key in ids if found[key].waiting),
                     key=lambda key: found[key].waiting[0].day)
    never = [key for key in ids if found[key].last is None]
    n = len(ids) - len(never)
    says = trn("Thanked {thanked} of {n} mentor", "Thanked {thanked} of {n} mentors", len(ids),
               thanked=n)
    why = tr("No help waits for thanks")
    if waiting:
        day, name = found[waiting[0]].waiting[0].day, on.name(waiting[0])
        says = tr("{said}; {name} helped on {day} and waits for thanks", said=says, name=name,
                  day=day_words(day, on.as_of))
        why = tr("Help from {name}, {ago}, waits for thanks", name=name,
                 ago=ago((on.as_of - day).days))
    elif never:
        says = tr("{said}; never yet {names}", said=says, names=phrases.some(on.names(never)))
    overlooked = [key for key in never if on.is_known_longer(key, on.limits["thanks_within"])]
    if overlooked:
        why = tr("{found}; never thanked yet: {names}", found=why,
                 names=phrases.some(on.names(overlooked)))
    longest = min(ids, key=lambda key: (found[key].last or on.as_of.min, key))
    whom = waiting[0] if waiting else longest
    owed = [Ref(help.source, help.source_id) for key in waiting for help in found[key].waiting]
    rests_on = behind(owed, tr("Waits for thanks")) if owed else behind(
        people(never), tr("Not thanked yet"), people(ids))
    return judged(
        on, "D9.1", look_or_well(bool(late), not overlooked), says,
        because(on, why, "thanks_within"), numerator=n, denominator=len(ids),
        people=(*waiting, *(key for key in never if key not in waiting)), **rests_on,
        step=Deed("thank", tr("Thank {name}", name=on.name(whom)), person_id=whom),
        parts=tuple(_thanks_part(on, found[key]) for key in ids))


def _thanks_part(on: OnDay, one: gratitude.Standing) -> Part:
    detail = tr("never thanked yet") if one.days is None else tr(
        "thanked {span} ago", span=span(one.days))
    if one.waiting:
        detail = tr("{said}, and helped since", said=detail)
    return Part(on.name(one.person_id), LOOK if one.needs_look else TOLD, value=one.days,
                unit="days", person_id=one.person_id, detail=detail)


def public_thanks(on: OnDay) -> Reading:
    """D9.2: thanks of the year that were said before others."""
    found = gratitude.in_year(on.thanks, on.as_of)
    year = [one for one in on.thanks if on.is_within_year(one.date)]
    step = deeds.menu(tr("Say thank you…"), "thank")
    if not found.count:
        return too_little(on, "D9.2", 0, step=step)
    says = trn("{public} of {n} thank you in a year was said before others",
               "{public} of {n} thanks in a year were said before others", found.count,
               public=found.public)
    return judged(
        on, "D9.2", look_if(not found.public), says,
        by_rule(INDICATORS["D9.2"], trn("{n} was public", "{n} were public", found.public),
                tr("none in a year is worth a look")),
        numerator=found.public, denominator=found.count, step=step, **behind(
            (Ref("thanks", one.id) for one in year if one.reach == "public"),
            tr("Said before others"), (Ref("thanks", one.id) for one in year)),
        parts=(Part(tr("kinds of thanks"), value=len(found.kinds), unit="kinds"),))


def credit(on: OnDay) -> Reading:
    """D9.3: accomplishments of which everybody who contributed was credited."""
    found = gratitude.credit_given(on.credits, on.as_of)
    if not found.total:
        return too_little(on, "D9.3", 0, step=_add_accomplishment())
    missing = tuple(dict.fromkeys(who for _, who in found.missing))
    works = tuple(dict.fromkeys(Ref("accomplishment", what) for what, _ in found.missing))
    says = tr("Credit given for {n} of {of} accomplishments", n=found.complete, of=found.total)
    why = tr("Everybody who contributed was credited")
    if missing:
        names = phrases.some(on.names(missing))
        says = tr("{said}; not yet to {names}", said=says, names=names)
        why = tr("Not credited yet: {names}", names=names)
    step = deeds.go(tr("Credit {name}", name=on.name(missing[0])), *_kind(works[0])) \
        if works else _add_accomplishment()
    return judged(
        on, "D9.3", look_if(bool(missing)), says,
        by_rule(INDICATORS["D9.3"], why, tr("credit that is owed is worth a look")),
        numerator=found.complete, denominator=found.total, people=missing, step=step,
        **behind(works, tr("Not credited yet"),
                 (Ref("accomplishment", one.accomplishment_id) for one in on.credits
                  if one.part == "contributor")))


def _add_accomplishment() -> Deed:
    return deeds.menu(tr("Add an accomplishment…"), "add_accomplishment")


def _kind(ref: Ref) -> tuple[str, int]:
    return ref.kind, ref.id


def results_told(on: OnDay) -> Reading:
    """D9.4: decided letters whose writer was told the result."""
    of = len(on.decided)
    if not of:
        waiting = [one for one in on.letters if letters.is_submitted(one)]
        step = deeds.go(tr("Note the decision"), "letter", waiting[0].id) if waiting \
            else _ask_for_letter()
        return too_little(on, "D9.4", 0, step=step)
    untold = sorted(((days, one) for one in on.decided
                     if (days := letters.untold_days(one, on.as_of)) is not None),
                    key=lambda pair: (-pair[0], pair[1].id))
    longest = untold[0][0] if untold else 0
    says = trn("The writer knows the result of {told} of {n} letter",
               "The writers know the result of {told} of {n} letters", of, told=of - len(untold))
    why = tr("Every writer was told")
    step = _ask_for_letter()
    if untold:
        name = on.name(untold[0][1].writer_id)
        says = tr("{said}; {name} not yet", said=says, name=name)
        why = tr("Decided {ago}, and {name} is not told yet", ago=ago(longest), name=name)
        step = deeds.go(tr("Tell {name}", name=name), "letter", untold[0][1].id)
    return judged(
        on, "D9.4", look_or_well(longest > on.limits["told_within"], len(untold) < of), says,
        because(on, why, "told_within"), numerator=of - len(untold), denominator=of,
        people=tuple(dict.fromkeys(one.writer_id for _, one in untold)),
        **behind(_letters(one for _, one in untold), tr("Not told yet"), _letters(on.decided)),
        step=step,
        parts=tuple(Part(on.name(one.writer_id), LOOK, value=days, unit="days",
                         person_id=one.writer_id, entry=Ref("letter", one.id))
                    for days, one in untold))
