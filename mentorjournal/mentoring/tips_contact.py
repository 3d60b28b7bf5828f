"""Indicators of tip 6: touchpoints with each mentor, who begins them, and what is agreed."""

from __future__ import annotations

from mentorjournal.mentoring import deeds, keeping, phrases, rhythm
from mentorjournal.mentoring.deeds import Deed
from mentorjournal.mentoring.rhythm import FourAYear, Rhythm
from mentorjournal.mentoring.tips import ACT, LOOK, NOT_YET, TOLD, WELL, Part, Reading, State
from mentorjournal.mentoring.tips_day import OnDay
from mentorjournal.mentoring.tips_network import add_people, everybody, people
from mentorjournal.mentoring.tips_reading import (
    because,
    behind,
    is_below,
    judged,
    look_if,
    look_or_well,
    share_words,
    told,
    too_little,
)
from mentorjournal.words import day_month, span, tr, trn

_BOOKED = "overview"
LAST_TOUCHES = 6  # that are shown of all in a year


def _be_in_touch(on: OnDay, person_id: int | None) -> Deed:
    """The step of a word with somebody; a meeting that is arranged is prepared instead."""
    if person_id is None:
        return add_people()
    day = on.next_meeting(person_id)
    if day is not None:
        return Deed("prepare", tr("Prepare {day}", day=day_month(day)), person_id=person_id)
    return Deed("log_contact", tr("Contact {name}", name=on.name(person_id)),
                person_id=person_id)


def _log_contact() -> Deed:
    """The step of a journal with nobody in it, where contacts are wanted first of all."""
    return deeds.menu(tr("Log a contact…"), "log_contact")


def four_a_year(on: OnDay) -> Reading:
    """D6.1: touchpoints of the year with each mentor, against four, or fewer for a newer one."""
    found = {one.id: on.year(one) for one in on.mentors}
    judgeable = [key for key, year in found.items() if year.target is not None]
    below = sorted((key for key in judgeable if found[key].state == "below"),
                   key=lambda key: found[key].count - (found[key].target or 0))
    parts = tuple(_year_part(on, key, year) for key, year in found.items())
    if not judgeable:
        oldest = max((year.known_days or 0 for year in found.values()), default=None)
        says = tr("Add people you already rely on") if oldest is None else trn(
            "Too new to tell ({n} day)", "Too new to tell ({n} days)", oldest)
        return too_little(on, "D6.1", 0, says, parts=parts,
                          step=_be_in_touch(on, next(iter(found), None)))
    good = len(judgeable) - len(below)
    says = trn("Four a year with {good} of {n} mentor", "Four a year with {good} of {n} mentors",
               len(judgeable), good=good)
    if on.limits["times_a_year"] != rhythm.TIMES_A_YEAR:
        says = trn("As often as you want with {good} of {n} mentor",
                   "As often as you want with {good} of {n} mentors", len(judgeable), good=good)
    why = tr("Nobody is below what a year asks for")
    if below:
        year = found[below[0]]
        said = tr("{name} {count} of {target}", name=on.name(below[0]), count=year.count,
                  target=year.target)
        says = tr("{said}; {who}", said=says, who=said)
        why = trn("{n} mentor is below what a year asks for: {who}",
                  "{n} mentors are below what a year asks for, first {who}", len(below), who=said)
    first = below[0] if below else min(judgeable, key=lambda key: found[key].count)
    return judged(
        on, "D6.1", look_if(bool(below)), says, because(on, why, "times_a_year"),
        numerator=good, denominator=len(judgeable), people=tuple(below),
        **behind(people(below), tr("Too seldom"), people(judgeable)),
        parts=parts, step=_be_in_touch(on, first))


def _year_part(on: OnDay, key: int, year: FourAYear) -> Part:
    states: dict[str, State] = {"too_new": NOT_YET, "within": WELL, "below": LOOK}
    return Part(
        on.name(key), states[year.state], person_id=key, detail=rhythm.four_a_year_words(year),
        numerator=None if year.target is None else min(year.count, year.target),
        denominator=year.target, value=year.count, unit="touchpoints")


_JUDGED: dict[str, State] = {
    "within": WELL, "due_soon": WELL, "overdue": LOOK, "dormant": ACT, "paused": TOLD,
    "none": NOT_YET,
}


def rhythms(on: OnDay) -> Reading:
    """D6.2: days since the last touchpoint of the days agreed, for each mentor."""
    found = {one.id: on.rhythm(one) for one in on.mentors}
    running = [key for key, one in found.items() if _JUDGED[one.state] in (WELL, LOOK, ACT)]
    parts = tuple(_rhythm_part(on, key, one) for key, one in found.items())
    if not running:
        step = _be_in_touch(on, next(iter(found))) if found else _log_contact()
        return too_little(on, "D6.2", 0, parts=parts, step=step)
    over = sorted((key for key in running if found[key].needs_contact),
                  key=lambda key: (found[key].state != "dormant",
                                    -(found[key].days_since or 0) / found[key].every_days, key))
    soon = sorted((key for key in running if found[key].state == "due_soon"),
                  key=lambda key: keeping.order("due_soon", found[key], on.name(key)))
    state = _JUDGED[found[over[0]].state] if over else WELL
    says = trn("{good} of {n} mentor within rhythm", "{good} of {n} mentors within rhythm",
               len(running), good=len(running) - len(over))
    if over:
        says = tr("{said}; {name} {how}", said=says, name=on.name(over[0]),
                  how=rhythm.words(found[over[0]], on.as_of))
    elif soon:
        says = tr("{said}; due soon: {names}", said=says, names=phrases.some(on.names(soon)))
    keys = ("dormant", "dormant_days") if state == ACT else ("overdue",)
    first = over[0] if over else soon[0] if soon else max(running, key=lambda key: (
        found[key].days_since or 0) / found[key].every_days)
    why = tr("{name}: {days}", name=on.name(first), days=keeping.days_words(found[first]))
    return judged(
        on, "D6.2", state, says, because(on, why, *keys), numerator=len(running) - len(over),
        denominator=len(running), people=(*over, *soon),
        **behind(people((*over, *soon)), tr("Time for a word"), people(running)),
        parts=parts, step=_be_in_touch(on, first))


def _rhythm_part(on: OnDay, key: int, one: Rhythm) -> Part:
    spoken = {
        "within": tr("within"), "due_soon": tr("due today") if one.is_due_today else tr("due soon"),
        "overdue": tr("overdue"), "dormant": tr("overdue and dormant"),
        "none": tr("no contact logged yet"), "paused": tr("paused"),
    }
    return Part(
        on.name(key), _JUDGED[one.state], person_id=key, value=one.days_since, unit="days",
        detail=tr("{state}, {days}", state=spoken[one.state], days=keeping.days_words(one))
        if one.days_since is not None else spoken[one.state])


def who_starts(on: OnDay) -> Reading:
    """D6.3: contacts of the year that I began."""
    touches = sorted((one for one in on.facts.touches
                      if on.is_within_year(one.day) and not one.with_mentee),
                     key=lambda one: (one.day, one.ref.kind, one.ref.id), reverse=True)
    found = keeping.starts(touches)
    quiet = max((one for one in on.mentors if on.last_touch(one.id)), default=None,
                key=lambda one: (on.as_of - (on.last_touch(one.id) or on.as_of)).days)
    step = _be_in_touch(on, quiet.id if quiet else next((one.id for one in on.mentors), None))
    if not on.mentors:
        step = _log_contact()
    if found.state == "too_few":
        return too_little(on, "D6.3", found.total, step=step)
    return judged(
        on, "D6.3", look_if(is_below(on, found.mine, found.total, "begun_by_me")),
        keeping.starts_words(found),
        because(on, share_words(on, found.mine, found.total, "begun_by_me"), "begun_by_me"),
        numerator=found.mine, denominator=found.total, step=step,
        **behind((one.ref for one in touches[:LAST_TOUCHES]), tr("The last ones")))


def asked(on: OnDay) -> Reading:
    """D6.4: mentors who were asked how they like to be in touch, and how often."""
    found = keeping.asked(on.mentors, on.as_of, on.limits["asked_after"])
    if not found.total:
        return too_little(on, "D6.4", 0, step=add_people())
    missing = (*found.to_ask, *(one for one in found.missing if one not in found.to_ask))
    says = trn("You asked {asked} of {n} mentor how and how often they like to be in touch",
               "You asked {asked} of {n} mentors how and how often they like to be in touch",
               found.total, asked=len(found.asked))
    why = tr("Not asked yet: {names}", names=phrases.some(on.names(missing))) if missing else tr(
        "All of them were asked")
    step = deeds.page(tr("Ask {name}", name=on.name(missing[0])), missing[0], _BOOKED) \
        if missing else Deed("show", tr("See your network"), detail="network")
    return judged(
        on, "D6.4", look_or_well(bool(found.to_ask), bool(found.asked)), says,
        because(on, why, "asked_after"),
        numerator=len(found.asked), denominator=found.total, people=missing,
        **behind(people(missing), tr("Not asked yet"), everybody(on)), step=step)


def next_dates(on: OnDay) -> Reading:
    """D6.5: mentors with whom a next day is set.

    Of a day gone by it is not known once there was contact after it: its dates were overtaken.
    """
    first = on.mentors[0].id if on.mentors else None
    if any(on.was_met_later(one.id) for one in on.mentors):
        return too_little(on, "D6.5", says=tr("What was arranged then is not known any more"),
                          step=_be_in_touch(on, first))
    if first is None:
        return too_little(on, "D6.5", 0, step=add_people())
    days = {one.id: keeping.next_date(on.next_meeting(one.id), one.next_contact_on, on.as_of)
            for one in on.mentors}
    bare = sorted((key for key, day in days.items() if day is None),
                  key=lambda key: on.last_touch(key) or on.as_of)
    n, of = len(days) - len(bare), len(days)
    says = trn("A next date with {dated} of {n} mentor", "A next date with {dated} of {n} mentors",
               of, dated=n)
    step = deeds.page(tr("Set a next date"), bare[0], _BOOKED) \
        if bare else Deed("show", tr("Go to your meetings"), detail="meetings")
    return told(
        on, "D6.5", says, numerator=n, denominator=of, people=tuple(bare),
        **behind(people(bare), tr("No date yet"), everybody(on)), step=step, parts=tuple(
            Part(on.name(key), person_id=key, value=None if day is None else (day - on.as_of).days,
                 unit="days ahead", detail=span((day - on.as_of).days) if day else tr("none yet"))
            for key, day in days.items()))
