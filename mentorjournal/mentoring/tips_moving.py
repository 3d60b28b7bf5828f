"""Indicators of tips 10 to 12: knowing them, boundaries, endings, and passing it on."""

from __future__ import annotations

from mentorjournal.mentoring import deeds, endings, expectations, knowing, passing_on, phrases
from mentorjournal.mentoring.deeds import Deed, Ref
from mentorjournal.mentoring.passing_on import IN_TOUCH_DAYS, day_words
from mentorjournal.mentoring.tips import LOOK, NOT_YET, TOLD, WELL, Part, Reading, State
from mentorjournal.mentoring.tips_day import OnDay
from mentorjournal.mentoring.tips_network import add_people, everybody, people
from mentorjournal.mentoring.tips_reading import (
    because,
    behind,
    by_rule,
    judged,
    look_if,
    told,
    too_little,
)
from mentorjournal.mentoring.tips_table import INDICATORS
from mentorjournal.words import number, span, tr, trn

# 10 Keep it professional ----------------------------------------------------------------------


def know_cards(on: OnDay) -> Reading:
    """D10.1: answers to the six questions about each mentor."""
    found = {}
    for one in on.mentors:
        answers = [each for each in on.facts.known.get(one.id, ())
                   if each.as_of is None or each.as_of <= on.as_of]
        found[one.id] = knowing.reading(
            answers, on.as_of, on.known_since(one), on.limits["know_answers"],
            on.limits["know_days"])
    least = sorted(found, key=lambda key: found[key].known)
    long = [key for key in found if found[key].is_long]
    parts = tuple(_know_part(on, key, one) for key, one in found.items())
    step = deeds.page(tr("Add what you know"), least[0],
                      "knowing") if least else add_people()
    if not long:
        return too_little(on, "D10.1", 0, "" if found else tr("Add people you already rely on"),
                          step=step, parts=parts)
    little = [key for key in least if found[key].is_little]
    few = int(on.limits["know_answers"])
    says = trn("{few} answers or more about {good} of {n} mentor known {days} days",
               "{few} answers or more about {good} of {n} mentors known {days} days", len(long),
               few=few, good=len(long) - len(little), days=number(on.limits["know_days"]))
    why = tr("Nobody known so long is below that")
    if little:
        says = tr("{said}; {name} {n} of 6", said=says, name=on.name(little[0]),
                  n=found[little[0]].known)
        why = tr("{name}: {n} of 6", name=on.name(little[0]), n=found[little[0]].known)
    return judged(
        on, "D10.1", look_if(bool(little)), says, because(on, why, "know_answers", "know_days"),
        numerator=len(long) - len(little), denominator=len(long), people=tuple(little),
        **behind(people(little), tr("Little known"), people(long)), step=step, parts=parts)


def _know_part(on: OnDay, key: int, one: knowing.Knowing) -> Part:
    state: State = LOOK if one.is_little else WELL if one.is_long else NOT_YET
    return Part(on.name(key), state, numerator=one.known, denominator=one.of, person_id=key,
                detail=tr("{n} of {of}", n=one.known, of=one.of))


def boundaries(on: OnDay) -> Reading:
    """D10.2: compacts in which boundaries are agreed."""
    found = {key: expectations.reading(whole, topics, on.as_of)
             for key, (whole, topics) in on.compacts.items()}
    if not found:
        first = next((one.id for one in on.mentors), None)
        step = deeds.page(tr("Say what you expect"), first, "expectations") \
            if first is not None else add_people()
        return too_little(on, "D10.2", 0, step=step)
    bare = [key for key, one in found.items() if not one.boundaries_agreed]
    n = len(found) - len(bare)
    whom = bare[0] if bare else next(iter(found))
    words = tr("Agree on boundaries") if bare else tr("See what is agreed")
    return told(
        on, "D10.2", trn("Boundaries agreed in {agreed} of {n} compact",
                         "Boundaries agreed in {agreed} of {n} compacts", len(found), agreed=n),
        numerator=n, denominator=len(found), people=tuple(bare),
        **behind(people(bare), tr("Not agreed yet"), people(found)),
        step=deeds.page(words, whom, "expectations"))


# 11 End on a good note ------------------------------------------------------------------------


def good_endings(on: OnDay) -> Reading:
    """D11.1: endings with a good word, thanks and an open door."""
    of = len(on.closed)
    if not of:
        past = deeds.menu(tr("Add a past mentor"), "add_person")
        return too_little(on, "D11.1", 0, step=_how_it_goes(on) if on.mentors else past)
    bare = [one for one in on.closed if len(endings.parts_written(one)) < len(endings.PARTS)]
    says = trn("{good} of {n} relationship ended with all three parts",
               "{good} of {n} relationships ended with all three parts", of, good=of - len(bare))
    if of == 1 and not bare:
        says = tr("One relationship ended, with all three parts")
    why = tr("None lacks a part")
    if bare:
        why = tr("With {name}: {missing}", name=on.name(bare[0].person_id),
                 missing=endings.missing_words(bare[0]).rstrip("."))
    step = deeds.page(tr("Complete the ending"),
                      bare[0].person_id, "moving_on") if bare else _how_it_goes(on)
    return judged(
        on, "D11.1", look_if(bool(bare)), says,
        by_rule(INDICATORS["D11.1"], why, tr("fewer than three parts are worth a look")),
        numerator=of - len(bare), denominator=of,
        people=tuple(dict.fromkeys(one.person_id for one in bare)),
        **behind((Ref("ending", one.id) for one in bare), tr("Not complete"),
                 (Ref("ending", one.id) for one in on.closed)), step=step,
        parts=tuple(
            Part(on.name(one.person_id), look_if(one in bare), person_id=one.person_id,
                 numerator=len(endings.parts_written(one)), denominator=len(endings.PARTS),
                 entry=Ref("ending", one.id), detail=_update_words(on, one))
            for one in on.closed))


def _update_words(on: OnDay, one: endings.EndingLike) -> str:
    if one.check_in_done_on is not None and one.check_in_done_on <= on.as_of:
        return tr("update sent {day}", day=day_words(one.check_in_done_on, on.as_of))
    if one.check_in_on is not None:
        return tr("update due {day}", day=day_words(one.check_in_on, on.as_of))
    return ""


def _how_it_goes(on: OnDay) -> Deed:
    """The step of asking whether to keep, change or close: with whom it has been quiet longest."""
    if not on.mentors:
        return add_people()
    whom = min(on.mentors, key=lambda one: (on.last_touch(one.id) or on.as_of, one.id)).id
    return deeds.page(tr("Keep, change or close?"), whom, "moving_on")


def quiet(on: OnDay) -> Reading:
    """D11.2: mentors with whom it has gone quiet, so that one may ask: keep, change, close?"""
    if not on.mentors:
        return too_little(on, "D11.2", 0, step=add_people())
    days = {}
    for one in on.mentors:
        found = on.rhythm(one)
        asks = endings.reasons_to_ask(
            quiet_days=found.days_since if found.state == "dormant" else None, goals_done=(),
            goals_open=0, my_stage_since=None, decided_on=on.decided_about(one.id),
            as_of=on.as_of)
        if asks:
            days[one.id] = asks[0].days or 0
    ids = sorted(days, key=lambda key: -days[key])
    of = len(on.mentors)
    says = trn("Quiet with none of {n} mentor", "Quiet with none of {n} mentors", of)
    step = _how_it_goes(on)
    if ids:
        says = trn("Quiet with {quiet} of {n} mentor: {name}, for {span}",
                   "Quiet with {quiet} of {n} mentors: {name}, for {span}", of, quiet=len(ids),
                   name=on.name(ids[0]), span=span(days[ids[0]]))
        step = deeds.page(tr("Keep, change or close?"), ids[0], "moving_on")
    return told(
        on, "D11.2", says, numerator=len(ids), denominator=of, people=tuple(ids),
        **behind(people(ids), tr("Quiet"), everybody(on)), step=step,
        parts=tuple(Part(on.name(key), value=days[key], unit="days", person_id=key)
                    for key in ids))


# 12 Be a mentor yourself ----------------------------------------------------------------------


def _begin_mentoring() -> Deed:
    return Deed("show", tr("Begin with somebody"), detail="passing_on")


def passing_it_on(on: OnDay) -> Reading:
    """D12.1: people I mentor with contact in half a year; none is no fault."""
    if not on.mentees:
        return too_little(on, "D12.1", 0, step=_begin_mentoring())
    last = {one.id: on.last_touch(one.id) for one in on.mentees}
    found = passing_on.reading(list(last.values()), on.as_of)
    names = phrases.some(on.names(last))
    says = tr("You mentor {names}, last contact {day}", names=names,
              day=day_words(found.latest, on.as_of)) if found.latest else tr(
        "You mentor {names}, no contact noted yet", names=names)
    ids = sorted(last, key=lambda key: (last[key] or on.as_of.min, key))
    why = trn("You were in touch with {n} of them in {days} days",
              "You were in touch with {n} of them in {days} days", found.in_touch,
              days=IN_TOUCH_DAYS)
    return judged(
        on, "D12.1", WELL if found.in_touch else TOLD, says,
        tr("{found}; nobody would be no fault", found=why),
        numerator=found.in_touch, denominator=found.people, people=tuple(ids),
        **behind((), "", people(ids)), step=Deed(
            "log_contact", tr("Contact {name}", name=on.name(ids[0])), person_id=ids[0]),
        parts=tuple(
            Part(on.name(key), person_id=key, unit="days",
                 value=None if day is None else (on.as_of - day).days)
            for key, day in last.items()))


def reflected(on: OnDay) -> Reading:
    """D12.2: whether I wrote about mentoring others in half a year."""
    step = deeds.menu(tr("Write what you learned"), "add_reflection")
    if not on.mentees:
        return too_little(on, "D12.2", 0, step=_begin_mentoring())
    recent = [(key, day) for key, day in on.reflections
              if (on.as_of - day).days <= IN_TOUCH_DAYS]
    says = tr("You wrote nothing about mentoring others in half a year")
    if recent:
        says = trn("You wrote about mentoring others once in half a year, on {day}",
                   "You wrote about mentoring others {n} times in half a year, last on {day}",
                   len(recent), day=day_words(recent[0][1], on.as_of))
    return told(on, "D12.2", says, value=len(recent), unit="entries", step=step,
                **behind((), "", (Ref("reflection", key) for key, _ in recent)))
