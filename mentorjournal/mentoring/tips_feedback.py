"""The indicators of tips 8 and 9: feedback and what became of it; thanks, credit and results."""

from __future__ import annotations

from mentorjournal.mentoring import gratitude, loop
from mentorjournal.mentoring.deeds import Deed, go, menu
from mentorjournal.mentoring.tips import Part, Reading, State
from mentorjournal.mentoring.tips_facts import Facts, percent, refs
from mentorjournal.words import span, tr, trn

LEAST_NOTES = 3  # TIPS part D


def _ask() -> Deed:
    return menu(tr("Ask for feedback"), "ask_feedback")


def _log() -> Deed:
    return menu(tr("See the feedback log"), "show_feedback")


# 8 Ask for feedback, then act on it


def asked(facts: Facts) -> Reading:
    """D8.1: feedback that was asked for."""
    if not facts.mentors:
        return facts.too_little("D8.1", menu(tr("Add a person"), "add_person"))
    days = int(facts.thresholds["asked_within"])
    n = loop.asked([one.it for one in facts.feedback], facts.as_of, days)
    state: State = "going well" if n else "worth a look"
    return facts.tell(
        "D8.1", state, trn("You asked for feedback {n} time in {span}",
                           "You asked for feedback {n} times in {span}", n, span=span(days))
        if n else tr("You asked for no feedback in {span}", span=span(days)),
        facts.because("asked_within", state), value=n, unit="times",
        entries=refs("feedback", [one.id for one in facts.feedback if one.it.requested
                                  and facts.within(one.on, days)]), step=_ask())


def the_loop(facts: Facts) -> Reading:
    """D8.2: a plan, acted on, reported back."""
    heard = [one for one in facts.feedback if one.it.date]
    if not heard:
        return facts.too_little("D8.2", _ask())
    found = loop.counts([one.it for one in heard])
    bare = [one for one in heard if not (one.it.plan or one.it.plan_on or one.it.set_aside_on)]
    days = facts.thresholds["plan_within"]
    late = [one for one in bare if one.it.date and (facts.as_of - one.it.date).days > days]
    open_ones = [one for one in heard if not one.it.reported_back_on and not one.it.set_aside_on]
    state: State = "worth a look" if late else "going well"
    says = tr("{of} entries: {planned} with a plan, {acted} acted on, {n} reported back",
              of=found.entries, planned=found.planned, acted=found.acted, n=found.reported)
    if late:
        says = tr("{says}; no plan yet for what {name} said", says=says,
                  name=facts.name(late[0].person_id))
    first = late or open_ones
    step = go(tr("Make a plan") if late else tr("Go on with it"), "feedback", first[0].id) \
        if first else _ask()
    return facts.tell(
        "D8.2", state, says, facts.because("plan_within", state), numerator=found.reported,
        denominator=found.entries, people=tuple(dict.fromkeys(
            one.person_id for one in open_ones if one.person_id)),
        entries=refs("feedback", tuple(dict.fromkeys(
            one.id for one in (*late, *open_ones)))), step=step)


def note_sent(facts: Facts) -> Reading:
    """D8.3: a note within a week."""
    heard = [one for one in facts.feedback if one.it.date]
    if len(heard) < LEAST_NOTES:
        return facts.too_little("D8.3", _ask())
    found = loop.counts([one.it for one in heard])
    bare = [one for one in heard if one.it.note_on is None]
    state: State = "worth a look" \
        if percent(found.noted_in_time, found.entries) < facts.thresholds["note_sent"] \
        else "going well"
    return facts.tell(
        "D8.3", state, tr("A note went out within 7 days for {n} of {of} entries, for {all} ever",
                          n=found.noted_in_time, of=found.entries, all=found.noted),
        facts.because("note_sent", state), numerator=found.noted_in_time,
        denominator=found.entries, entries=refs("feedback", [one.id for one in bare]),
        step=go(tr("Write the note"), "feedback", bare[0].id) if bare else _log())


def cooling(facts: Facts) -> Reading:
    """D8.4: it stung, rested, and was not talked over."""
    if not any(one.it.date for one in facts.feedback):
        return facts.too_little("D8.4", _ask())
    waits = [(days, one) for one in facts.feedback
             if (days := loop.untalked(one.it, facts.as_of)) is not None]
    longest = max((days for days, _ in waits), default=0)
    state: State = "act" if waits and longest >= facts.thresholds["cooling_act"] else (
        "worth a look" if waits and longest >= facts.thresholds["cooling_look"] else "going well")
    key = "cooling_act" if state == "act" else "cooling_look"
    says = tr("Nothing that stung waits for a talk") if not waits else tr(
        "What {names} said stung {span} ago and was not talked over",
        names=facts.several([one.person_id or 0 for _, one in waits]), span=span(longest))
    return facts.tell(
        "D8.4", state, says, facts.because(key, state), value=len(waits), unit="entries",
        people=tuple(dict.fromkeys(one.person_id for _, one in waits if one.person_id)),
        entries=refs("feedback", [one.id for _, one in waits]),
        step=go(tr("Ask for a talk"), "feedback", waits[0][1].id) if waits else _log())


# 9 Be gracious


def thanked(facts: Facts) -> Reading:
    """D9.1: help that was not thanked for, and how long ago the last thanks were."""
    helped = [one for one in facts.helps if one.person_id in facts.mentors]
    if not helped:
        return facts.too_little("D9.1", menu(tr("Say thank you"), "thank"))
    stand = gratitude.standings(facts.mentors, facts.thanks, facts.waiting, facts.as_of)
    within = facts.thresholds["thanks_within"]
    late = [key for key, one in stand.items()
            if any((facts.as_of - help.day).days > within for help in one.waiting)]
    waiting = [key for key, one in stand.items() if one.waiting]
    never = [key for key, one in stand.items() if one.days is None]
    n = len(stand) - len(waiting)
    says = tr("With {n} of {of} mentors no help waits for thanks", n=n, of=len(stand))
    if waiting:
        says = tr("{says}; it does with {names}", says=says, names=facts.several(waiting))
    if never:
        says = tr("{says}. Never thanked yet: {names}", says=says, names=facts.several(never))
    state: State = "worth a look" if late else "going well"
    parts = tuple(Part(key, "worth a look" if key in late else "going well", value=one.days)
                  for key, one in stand.items())
    first = next(iter((*late, *waiting, *never)), None)
    return facts.tell(
        "D9.1", state, says, facts.because("thanks_within", state), numerator=n,
        denominator=len(stand), parts=parts, people=tuple(dict.fromkeys((*late, *waiting, *never))),
        step=Deed("thank", tr("Thank {name}", name=facts.name(first)), person_id=first)
        if first else menu(tr("Say thank you"), "thank"))


def public(facts: Facts) -> Reading:
    """D9.2: thanks said before others."""
    found = gratitude.in_year(facts.thanks, facts.as_of)
    if not any(one.date is not None and one.date <= facts.as_of for one in facts.thanks):
        return facts.too_little("D9.2", menu(tr("Say thank you"), "thank"))
    state: State = "going well" if found.public else "worth a look"
    return facts.tell(
        "D9.2", state, tr("{n} of {of} thanks in a year were said before others",
                          n=found.public, of=found.count) if found.count
        else tr("No thanks in a year, and so none before others"),
        tr("Thanks before others now and then is what the paper asks for."),
        numerator=found.public, denominator=found.count,
        step=menu(tr("Say thank you"), "thank"))


def credit(facts: Facts) -> Reading:
    """D9.3: whoever had a part was named."""
    found = gratitude.credit_given(facts.credits, facts.as_of)
    if not found.total:
        return facts.too_little("D9.3", menu(tr("Add an accomplishment"), "add_accomplishment"))
    state: State = "worth a look" if found.missing else "going well"
    people = tuple(dict.fromkeys(person for _, person in found.missing))
    says = tr("For {n} of {of} accomplishments everybody is credited", n=found.complete,
              of=found.total)
    if people:
        says = tr("{says}; not yet {names}", says=says, names=facts.several(people))
    entries = refs("accomplishment", tuple(dict.fromkeys(one for one, _ in found.missing)))
    return facts.tell(
        "D9.3", state, says, tr("Everybody who had a part is to be named."),
        numerator=found.complete, denominator=found.total, people=people, entries=entries,
        step=go(tr("Give credit"), "accomplishment", entries[0].id) if entries
        else menu(tr("See accomplishments"), "show_accomplishments"))


def results(facts: Facts) -> Reading:
    """D9.4: writers heard how it ended."""
    decided = [one for one in facts.letters
               if one.it.decided_on and one.it.decided_on <= facts.as_of]
    if not decided:
        return facts.too_little("D9.4", menu(tr("See the briefs"), "show_letters"))
    waits = [((facts.as_of - one.it.decided_on).days, one) for one in decided
             if one.it.decided_on and one.it.outcome_shared_on is None]
    longest = max((days for days, _ in waits), default=0)
    state: State = "worth a look" if longest > facts.thresholds["told_within"] else "going well"
    told = len(decided) - len(waits)
    says = tr("The result was told for {n} of {of} decided letters", n=told, of=len(decided))
    if waits:
        says = tr("{says}; {name} has waited for {span}", says=says,
                  name=facts.name(waits[0][1].person_id), span=span(longest))
    return facts.tell(
        "D9.4", state, says, facts.because("told_within", state), numerator=told,
        denominator=len(decided), people=tuple(dict.fromkeys(
            one.person_id for _, one in waits if one.person_id)),
        entries=refs("letter", [one.id for _, one in waits]),
        step=go(tr("Tell {name}", name=facts.name(waits[0][1].person_id)), "letter",
                waits[0][1].id) if waits else menu(tr("See the briefs"), "show_letters"))
