"""Indicators of tips 3 and 4 about goals, hours, promises and what two people expect."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentorjournal.mentoring import deeds, expectations, goals, meetings, phrases
from mentorjournal.mentoring.deeds import Deed, Ref
from mentorjournal.mentoring.expectations import CompactReading
from mentorjournal.mentoring.load import Load, hours_words, percent
from mentorjournal.mentoring.tips import ACT, LOOK, TOLD, WELL, Part, Reading, State
from mentorjournal.mentoring.tips_day import OnDay
from mentorjournal.mentoring.tips_facts import Aim
from mentorjournal.mentoring.tips_network import people
from mentorjournal.mentoring.tips_reading import (
    because,
    behind,
    by_rule,
    judged,
    look_if,
    look_or_well,
    told,
    too_little,
)
from mentorjournal.mentoring.tips_table import INDICATORS
from mentorjournal.mentoring.vocabulary import HORIZONS, label
from mentorjournal.words import capital, listing, number, tr, trn

if TYPE_CHECKING:
    from mentorjournal.journal.records import Action

LEAST_PROMISES = 5


def _add_goal() -> Deed:
    return deeds.menu(tr("Add a goal"), "add_goal")


# 3 Say what you need --------------------------------------------------------------------------


def horizons(on: OnDay) -> Reading:
    """D3.1: of three months, a year and five years, those with an active goal."""
    active = [one.goal for one in on.aims]
    if not active:
        return too_little(on, "D3.1", 0, step=_add_goal())
    filled = goals.horizons_filled(active)
    missing = [label(one) for one in HORIZONS if one not in filled]
    says = tr("A goal for each horizon: 3 months, 1 year and 5 years")
    if missing:
        says = tr("Goals for {n} of 3 horizons; none yet for {missing}", n=len(filled),
                  missing=listing(missing))
    found = tr("None yet for {missing}", missing=listing(missing)) if missing else tr(
        "There is a goal for each of them")
    return judged(
        on, "D3.1", look_if(bool(missing)), says,
        by_rule(INDICATORS["D3.1"], found, tr("a horizon without a goal is worth a look")),
        numerator=len(filled), denominator=len(HORIZONS),
        step=_add_goal() if missing else Deed("show", tr("See your goals"), detail="goals"),
        **behind((), "", (Ref("goal", one.id) for one in active)),
        parts=tuple(Part(label(key), value=sum(one.horizon == key for one in active), unit="goals")
                    for key in HORIZONS))


def goals_complete(on: OnDay) -> Reading:
    """D3.2: how much of what a goal should say is there, for each."""
    if not on.aims:
        return too_little(on, "D3.2", 0, step=_add_goal())
    found = [(one, goals.present(one.goal, one.steps)) for one in on.aims]
    mean = sum(len(each.there) for _, each in found) / len(found)
    lacking = sorted((pair for pair in found if pair[1].missing),
                     key=lambda pair: len(pair[1].there))
    says = trn("{n} goal has all five parts", "Each of {n} goals has all five parts", len(found))
    step = Deed("show", tr("See your goals"), detail="goals")
    if lacking:
        aim, presence = lacking[0]
        says = tr("{mean} of 5 parts of a goal are there on average; {goal}: {missing}",
                  mean=number(round(mean, 1)), goal=phrases.quoted(aim.goal.text, 40),
                  missing=goals.missing_words(presence))
        step = deeds.go(tr("Complete a goal"), "goal", aim.goal.id)
    return told(
        on, "D3.2", says, value=round(mean, 2), unit="parts of 5", step=step,
        **behind((Ref("goal", aim.goal.id) for aim, _ in lacking), tr("Not complete yet"),
                 (Ref("goal", aim.goal.id) for aim in on.aims)),
        parts=tuple(_goal_part(aim, presence) for aim, presence in found))


def _goal_part(aim: Aim, presence: goals.Presence) -> Part:
    return Part(
        phrases.quoted(aim.goal.text), numerator=len(presence.there),
        denominator=len(goals.FIVE), entry=Ref("goal", aim.goal.id),
        detail=goals.missing_words(presence))


# 4 Set realistic expectations -----------------------------------------------------------------


def load(on: OnDay) -> Reading:
    """D4.1: hours a week, of those I can give."""
    now = on.facts.plan.load_on(on.as_of)
    state = now.weighed(on.limits["load_look"] / 100, on.limits["load_act"] / 100)
    if state in ("unknown", "nothing"):
        return too_little(
            on, "D4.1", says="" if state == "unknown" else tr("Write down what takes your hours"),
            step=Deed("show", tr("Set your hours"), detail="hours"))
    capacity = number(now.capacity or 0)
    said = tr("{hours} of {capacity} hours a week", hours=hours_words(now.hours), capacity=capacity)
    at = tr("{n}% of your hours are taken", n=percent(now.share)) if now.share is not None else tr(
        "You have no hours to give")
    with_all = now.share_with_pending
    if now.share is not None:
        said = tr("{said}: {n}%", said=said, n=percent(now.share))
    if now.pending and with_all is not None:
        said = tr("{said}, and {n}% with what is asked of you", said=said, n=percent(with_all))
    judgement: State = {"over": ACT, "note": LOOK}.get(state, WELL)
    running = sorted(on.facts.plan.running(on.as_of), key=lambda one: -one.hours_per_week)
    weigh = now.pending and judgement != ACT
    return judged(
        on, "D4.1", judgement, said,
        because(on, at, "load_act" if judgement == ACT else "load_look"),
        value=now.hours if now.share is None else percent(now.share),
        unit="hours" if now.share is None else "percent",
        **behind((), "", (Ref("commitment", one.id) for one in running)),
        step=Deed("show", tr("Answer what is asked") if weigh else tr("See your hours"),
                  detail="hours"),
        parts=_load_parts(now))


def _load_parts(now: Load) -> tuple[Part, ...]:
    with_all = now.share_with_pending
    return (
        Part(tr("hours a week"), value=round(now.hours, 2), unit="hours"),
        Part(tr("hours you can give"), value=now.capacity, unit="hours"),
        Part(tr("with what is asked of you"), unit="percent",
             value=None if with_all is None else percent(with_all)),
    )


def off_goal(on: OnDay) -> Reading:
    """D4.2: hours a week that serve no goal."""
    now = on.facts.plan.load_on(on.as_of)
    share = now.off_share
    if share is None:
        return too_little(on, "D4.2", now.count,
                          step=Deed("show", tr("Write down a commitment"), detail="hours"))
    running = sorted(on.facts.plan.running(on.as_of), key=lambda one: -one.hours_per_week)
    bare = [one for one in running if one.goal_id is None]
    says = tr("{off} of {hours} hours a week serve no goal of yours",
              off=hours_words(now.off_goal), hours=hours_words(now.hours))
    found = tr("{n}% of the hours serve no goal", n=percent(share))
    is_look = now.is_off_goal_from(on.limits["off_goal"] / 100)
    step = deeds.go(tr("Whose goal is it?"), "commitment", bare[0].id) if bare else Deed(
        "show", tr("See your hours"), detail="hours")
    return judged(
        on, "D4.2", look_if(is_look), says, because(on, found, "off_goal"),
        value=round(now.off_goal, 2), unit="hours", step=step,
        **behind((Ref("commitment", one.id) for one in bare), tr("Without a goal"),
                 (Ref("commitment", one.id) for one in running)),
        parts=(Part(tr("share of all hours"), value=percent(share), unit="percent"),))


def promises(on: OnDay) -> Reading:
    """D4.3: my promises that fell due: on time, late, open."""
    found = meetings.promises(on.promises)
    if found.due < LEAST_PROMISES:
        return too_little(on, "D4.3", found.due,
                          step=Deed("show", tr("Go to your meetings"), detail="meetings"))
    waiting = sorted((one for one in on.promises if one.done_on is None),
                     key=lambda one: (one.due or date.max, one.id))
    longest = (on.as_of - (waiting[0].due or on.as_of)).days if waiting else 0
    state = (ACT if longest > on.limits["promise_act"]
             else look_or_well(longest > on.limits["promise_look"], found.open < found.due))
    said = tr("Nothing you promised is past its day")
    if waiting:
        text = phrases.quoted(waiting[0].text)
        said = trn("{text} is {n} day past its day", "{text} is {n} days past its day", longest,
                   text=text) if longest else tr("{text} is due today", text=text)
    whom = next((one.person_id for one in waiting if one.person_id is not None), None)
    return judged(
        on, "D4.3", state,
        tr("{kept} of {due} promises kept on time, {late} late, {open} open", kept=found.on_time,
           due=found.due, late=found.late, open=found.open),
        because(on, said, "promise_act" if state == ACT else "promise_look"),
        numerator=found.on_time, denominator=found.due,
        people=tuple(dict.fromkeys(one.person_id for one in waiting if one.person_id)),
        **behind((Ref("action", one.id) for one in waiting), tr("Still open"),
                 (Ref("action", one.id) for one in on.promises)),
        step=deeds.page(tr("See open promises"), whom)
        if whom is not None else Deed("show", tr("Go to your meetings"), detail="meetings"),
        parts=_promise_parts(on, found, waiting))


def _promise_parts(
    on: OnDay, found: meetings.PromiseReadings, waiting: Sequence[Action]
) -> tuple[Part, ...]:
    counts = ((tr("on time"), found.on_time), (tr("late"), found.late), (tr("open"), found.open))
    return (
        *(Part(words, numerator=n, denominator=found.due) for words, n in counts),
        *(Part(phrases.quoted(one.text), LOOK, value=(on.as_of - one.due).days, unit="days",
               person_id=one.person_id, entry=Ref("action", one.id))
          for one in waiting if one.due is not None),
    )


def compacts(on: OnDay) -> Reading:
    """D4.4: what was agreed with each mentor, what is seen differently, and the last review."""
    limits = on.limits["review_look"], on.limits["differs_act"]
    found = {key: expectations.reading(whole, topics, on.as_of, *limits)
             for key, (whole, topics) in on.compacts.items()}
    if not found:
        first = on.mentors[0].id if on.mentors else None
        step = deeds.page(tr("Say what you expect"), first, "expectations") \
            if first is not None else deeds.menu(tr("Add people"), "add_names")
        return too_little(on, "D4.4", 0, step=step)
    worst = sorted(found, key=lambda key: (_ORDER[found[key].state], -found[key].days_late))
    state: State = {"act": ACT, "look": LOOK, "not_enough": TOLD}.get(found[worst[0]].state, WELL)
    troubled = [key for key in worst if found[key].state in ("act", "look")]
    good = len(found) - len(troubled)
    trouble, why, words = _trouble(on, on.name(worst[0]), found[worst[0]], state)
    says = tr("{n} of {of} compacts are in good order", n=good, of=len(found))
    if trouble:
        says = tr("{said}; {trouble}", said=says, trouble=trouble)
    step = deeds.page(words, worst[0], "expectations")
    return judged(
        on, "D4.4", state, says, why, numerator=good, denominator=len(found),
        people=tuple(troubled), step=step,
        **behind(_topics(on, found, troubled) or people(troubled), tr("Not in order"),
                 people(found)),
        parts=tuple(_compact_part(on, key, found[key]) for key in worst))


def _trouble(
    on: OnDay, name: str, found: CompactReading, state: State
) -> tuple[str, str, str]:
    """What is wrong with the compact that needs most, why that counts, and the step's words."""
    if state == ACT:
        days = max(one.days for one in found.apart if one.needs_talk)
        said = tr("with {name} a topic is seen differently for {n} days", name=name, n=days)
        why = tr("{said}, and nobody talked about it", said=capital(said))
        return said, because(on, why, "differs_act"), tr("Talk to {name}", name=name)
    if state == LOOK:
        late = trn("{n} day late", "{n} days late", found.days_late)
        said = tr("the review with {name} is {late}", name=name, late=late)
        return said, because(on, capital(said), "review_look"), tr("Review what you agreed")
    fine = tr("Every review is in time, and no difference is left alone")
    return "", because(on, fine, "review_look", "differs_act"), tr("See what is agreed")


_ORDER = {"act": 0, "look": 1, "in_rhythm": 2, "not_enough": 3}


def _topics(
    on: OnDay, found: dict[int, CompactReading], troubled: list[int]
) -> tuple[Ref, ...]:
    apart = [Ref("expectation", one.topic_id) for key in troubled
             for one in found[key].apart if one.needs_talk]
    late = [Ref("compact", whole.id) for key in troubled
            if found[key].days_late and (whole := on.compacts[key][0])]
    return (*apart, *late)


def _compact_part(on: OnDay, key: int, found: CompactReading) -> Part:
    states: dict[str, State] = {"act": ACT, "look": LOOK, "in_rhythm": WELL}
    detail = expectations.counts_words(found)
    if found.days_late:
        detail = trn("{said}; review {n} day late", "{said}; review {n} days late",
                     found.days_late, said=detail)
    elif found.days_left is not None:
        detail = trn("{said}; review in {n} day", "{said}; review in {n} days",
                     found.days_left, said=detail)
    return Part(
        on.name(key), states.get(found.state, "not enough yet"), numerator=found.agreed,
        denominator=found.total, value=found.days_left, unit="days to the review",
        person_id=key, detail=detail)
