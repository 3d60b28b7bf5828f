"""The indicators of tips 3 and 4: goals and results; hours, promises and what was agreed."""

from __future__ import annotations

from mentorjournal.mentoring.deeds import Deed, Ref, go, menu, page
from mentorjournal.mentoring.expectations import CompactReading
from mentorjournal.mentoring.goals import FIVE
from mentorjournal.mentoring.meetings import readings
from mentorjournal.mentoring.tips import Part, Reading, State
from mentorjournal.mentoring.tips_facts import Facts, Seen, percent, refs
from mentorjournal.mentoring.vocabulary import HORIZONS, label
from mentorjournal.words import listing, number, span, tr, trn

LEAST_MEETINGS, LEAST_PROMISES, LEAST_COMMITMENTS = 3, 5, 2  # TIPS part D


def prepare(facts: Facts) -> Deed:
    """To the next meeting, wherever one stands in it."""
    return menu(tr("Prepare a meeting"), "show_meetings")


def horizons(facts: Facts) -> Reading:
    """D3.1: three months, a year, five years."""
    if not facts.goals:
        return facts.too_little("D3.1", menu(tr("Add a goal"), "add_goal"))
    there = {one.horizon for one in facts.goals}
    bare = [one for one in HORIZONS if one not in there]
    says = tr("{n} of {of} horizons have a goal", n=len(HORIZONS) - len(bare), of=len(HORIZONS))
    if bare:
        says = tr("{says}; none yet for {horizons}", says=says,
                  horizons=listing([label(one) for one in bare]))
    state: State = "worth a look" if bare else "going well"
    return facts.tell(
        "D3.1", state, says, tr("A goal near, one for the year, one far ahead."),
        numerator=len(HORIZONS) - len(bare), denominator=len(HORIZONS),
        entries=refs("goal", [one.id for one in facts.goals]),
        step=menu(tr("Add a goal"), "add_goal") if bare
        else menu(tr("See your goals"), "show_goals"))


def completeness(facts: Facts) -> Reading:
    """D3.2: how much of the five each goal has; never judged."""
    if not facts.goals:
        return facts.too_little("D3.2", menu(tr("Add a goal"), "add_goal"))
    counts = [len(one.present.there) for one in facts.goals]
    gaps = sorted((one for one in facts.goals if one.present.missing),
                  key=lambda one: len(one.present.there))
    mean = round(sum(counts) / len(counts), 1)
    says = tr("On average {n} of {of} are there", n=number(mean), of=len(FIVE))
    if gaps:
        says = tr("{says}; {missing} goals lack something", says=says, missing=len(gaps)) \
            if len(gaps) > 1 else tr("{says}; one goal lacks something", says=says)
    step = go(tr("Complete a goal"), "goal", gaps[0].id) if gaps else menu(
        tr("See your goals"), "show_goals")
    return facts.tell("D3.2", "information", says, value=mean, unit="of 5",
                      entries=refs("goal", [one.id for one in gaps]), step=step)


def result_named(facts: Facts) -> Reading:
    """D3.3: the wanted result was written before the meeting began."""
    bare = [one.id for one in facts.held if not readings([one.it]).result_named.n]
    return _of_meetings(facts, "D3.3", "result_named", bare, tr(
        "A result was named before {n} of {of} meetings"))


def left_with(facts: Facts) -> Reading:
    """D3.4: something came of the meeting."""
    bare = [one.id for one in facts.held if not one.it.left_with]
    return _of_meetings(facts, "D3.4", "left_with", bare, tr(
        "You left {n} of {of} meetings with something noted"))


def _of_meetings(facts: Facts, key: str, threshold: str, bare: list[int], says: str) -> Reading:
    total = len(facts.held)
    if total < LEAST_MEETINGS:
        return facts.too_little(key, prepare(facts))
    done = total - len(bare)
    state: State = "worth a look" if percent(done, total) < facts.thresholds[threshold] \
        else "going well"
    return facts.tell(
        key, state, says.format(n=done, of=total), facts.because(threshold, state),
        numerator=done, denominator=total, entries=refs("meeting", bare), step=prepare(facts))


def load(facts: Facts) -> Reading:
    """D4.1: hours against what one can give."""
    now = facts.load
    if not now.capacity:
        return facts.too_little("D4.1", Deed("show", tr("See your hours"), detail="hours"))
    if not now.count:
        return facts.too_little("D4.1", menu(tr("Before you say yes…"), "weigh_request"),
                                tr("No commitment noted yet."))
    share = round(percent(now.hours, now.capacity), 9)
    state: State = "act" if share > facts.thresholds["load_act"] else (
        "worth a look" if share >= facts.thresholds["load_look"] else "going well")
    says = tr("{n} of {of} hours a week: {percent}%", n=number(round(now.hours, 2)),
              of=number(now.capacity), percent=round(share))
    if now.pending:
        says = tr("{says}; {percent}% with what you were asked for", says=says,
                  percent=round(percent(now.hours + now.pending, now.capacity)))
    key = "load_act" if state == "act" else "load_look"
    ordered = sorted(facts.taken, key=lambda one: -one.hours)
    return facts.tell(
        "D4.1", state, says, facts.because(key, state), numerator=round(now.hours, 2),
        denominator=now.capacity, value=round(share), unit="percent",
        entries=refs("commitment", [one.id for one in ordered]),
        step=Deed("show", tr("See your hours"), detail="hours"))


def off_goal(facts: Facts) -> Reading:
    """D4.2: hours that serve no goal."""
    now = facts.load
    if now.count < LEAST_COMMITMENTS or not now.hours:
        return facts.too_little("D4.2", Deed("show", tr("See your hours"), detail="hours"))
    share = round(percent(now.off_goal, now.hours), 9)
    state: State = "worth a look" if share >= facts.thresholds["off_goal"] else "going well"
    loose = [one for one in facts.taken if one.goal_id is None and one.hours]
    step = go(tr("Say what it serves"), "commitment", loose[0].id) if loose else Deed(
        "show", tr("See your hours"), detail="hours")
    return facts.tell(
        "D4.2", state, tr("{n} of {of} hours a week serve no goal", n=number(
            round(now.off_goal, 2)), of=number(round(now.hours, 2))),
        facts.because("off_goal", state), numerator=round(now.off_goal, 2),
        denominator=round(now.hours, 2), entries=refs("commitment", [one.id for one in loose]),
        step=step)


def promises(facts: Facts) -> Reading:
    """D4.3: what I promised."""
    due = [one for one in facts.promises if one.it.due is not None]
    if len(due) < LEAST_PROMISES:
        return facts.too_little("D4.3", menu(tr("See the feedback log"), "show_feedback")
                                if facts.feedback else prepare(facts))
    still = sorted((one for one in due if one.it.done_on is None),
                   key=lambda one: one.it.due or facts.as_of)
    late = sum(1 for one in due if one.it.done_on and one.it.due and one.it.done_on > one.it.due)
    on_time = len(due) - len(still) - late
    oldest = max(((facts.as_of - one.it.due).days for one in still if one.it.due), default=0)
    state: State = "act" if oldest > facts.thresholds["promise_act"] else (
        "worth a look" if oldest > facts.thresholds["promise_look"] else "going well")
    says = tr("Of {of} promises {n} on time, {late} late, {open} open", of=len(due), n=on_time,
              late=late, open=len(still))
    if oldest > 0:
        says = tr("{says}, one for {span}", says=says, span=span(oldest))
    key = "promise_act" if state == "act" else "promise_look"
    people = tuple(dict.fromkeys(one.person_id for one in still if one.person_id))
    step = Deed("keep_promise", tr("Mark the oldest done"), Ref("action", still[0].id),
                still[0].person_id) if still else prepare(facts)
    return facts.tell(
        "D4.3", state, says, facts.because(key, state), numerator=on_time, denominator=len(due),
        people=people, entries=refs("action", [one.id for one in still]), step=step)


def compacts(facts: Facts) -> Reading:
    """D4.4: what was agreed with each, and when it was looked over."""
    if not facts.compacts:
        first = facts.mentors[0] if facts.mentors else None
        step = page(tr("Begin with {name}", name=facts.name(first)), first, "expectations") \
            if first else menu(tr("Add a person"), "add_person")
        return facts.too_little("D4.4", step)
    act: list[Seen[CompactReading]] = []
    look: list[Seen[CompactReading]] = []
    parts = []
    for one in facts.compacts:
        age = (facts.as_of - one.on).days if one.on else 0
        apart = any(each.days > facts.thresholds["differs_act"] and not each.talked
                    for each in one.it.apart)
        state: State = "act" if apart else (
            "worth a look" if age > facts.thresholds["review_look"] else "going well")
        if state != "going well":
            (act if apart else look).append(one)
        parts.append(Part(one.person_id or 0, state, one.it.agreed, one.it.total, age))
    whole: State = "act" if act else "worth a look" if look else "going well"
    agreed = sum(one.it.agreed for one in facts.compacts)
    total = sum(one.it.total for one in facts.compacts)
    says = trn("{n} agreement", "{n} agreements", len(facts.compacts))
    if total:
        says = tr("{says}; {n} of {of} topics agreed", says=says, n=agreed, of=total)
    if act:
        says = tr("{says}; you and {names} see something differently and have not talked",
                  says=says, names=facts.several([one.person_id or 0 for one in act]))
    elif look:
        says = tr("{says}; to be looked over with {names}", says=says,
                  names=facts.several([one.person_id or 0 for one in look]))
    worst = (act or look or list(facts.compacts))[0]
    key = "differs_act" if whole == "act" else "review_look"
    return facts.tell(
        "D4.4", whole, says, facts.because(key, whole), numerator=agreed, denominator=total,
        parts=tuple(parts), people=tuple(one.person_id for one in (*act, *look) if one.person_id),
        entries=refs("compact", [one.id for one in (*act, *look)]),
        step=page(tr("Open what you agreed"), worst.person_id or 0, "expectations"))
