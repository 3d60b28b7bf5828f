"""The indicators of tips 10, 11 and 12: knowing them, ending well, and passing it on."""

from __future__ import annotations

from mentorjournal.mentoring.deeds import Deed, menu, page
from mentorjournal.mentoring.endings import PARTS, parts_written
from mentorjournal.mentoring.passing_on import IN_TOUCH_DAYS, reading_words
from mentorjournal.mentoring.tips import Part, Reading, State
from mentorjournal.mentoring.tips_facts import Facts, refs
from mentorjournal.mentoring.vocabulary import KNOW_TOPICS
from mentorjournal.words import short_day, tr, trn


def know_card(facts: Facts) -> Reading:
    """D10.1: how much is known of each."""
    days, least = facts.thresholds["know_days"], facts.thresholds["know_answers"]
    parts = []
    for one in facts.mentors:
        n, known = facts.know.get(one, 0), facts.known.get(one)
        judged = known is not None and known >= days
        state: State = "not enough yet" if not judged else (
            "worth a look" if n < least else "going well")
        parts.append(Part(one, state, n, len(KNOW_TOPICS)))
    judged_ones = [one for one in parts if one.state != "not enough yet"]
    if not judged_ones:
        first = facts.mentors[0] if facts.mentors else None
        return facts.too_little("D10.1", page(
            tr("Get to know {name}", name=facts.name(first)), first, "knowing") if first
            else menu(tr("Add a person"), "add_person"))
    few = [one for one in judged_ones if one.state == "worth a look"]
    whole: State = "worth a look" if few else "going well"
    says = tr("You know enough of {n} of {of} mentors", n=len(judged_ones) - len(few),
              of=len(judged_ones))
    if few:
        says = tr("{says}; little of {names}", says=says,
                  names=facts.several([one.person_id for one in few]))
    least_known = min(parts, key=lambda one: one.numerator or 0)
    return facts.tell(
        "D10.1", whole, says, facts.because("know_answers", whole),
        numerator=len(judged_ones) - len(few), denominator=len(judged_ones), parts=tuple(parts),
        people=tuple(one.person_id for one in few),
        step=page(tr("Note about {name}", name=facts.name(least_known.person_id)),
                  least_known.person_id, "knowing"))


def boundaries(facts: Facts) -> Reading:
    """D10.2: what stays out of it was agreed; never judged."""
    if not facts.compacts:
        first = facts.mentors[0] if facts.mentors else None
        return facts.too_little("D10.2", page(
            tr("Begin with {name}", name=facts.name(first)), first, "expectations") if first
            else menu(tr("Add a person"), "add_person"))
    bare = [one for one in facts.compacts if not one.it.boundaries_agreed]
    n = len(facts.compacts) - len(bare)
    whom = (bare or list(facts.compacts))[0].person_id or 0
    return facts.tell(
        "D10.2", "information", tr("Boundaries are agreed with {n} of {of}", n=n,
                                   of=len(facts.compacts)),
        numerator=n, denominator=len(facts.compacts),
        people=tuple(one.person_id for one in bare if one.person_id),
        step=page(tr("Open it with {name}", name=facts.name(whom)), whom, "expectations"))


def endings(facts: Facts) -> Reading:
    """D11.1: framing, thanks and an open door."""
    if not facts.endings:
        return facts.too_little("D11.1", menu(tr("See the map"), "show_network"))
    bare = [one for one in facts.endings if len(parts_written(one.it)) < len(PARTS)]
    n = len(facts.endings) - len(bare)
    state: State = "worth a look" if bare else "going well"
    whom = (bare or list(facts.endings))[0].person_id or 0
    says = trn("{n} of {of} relationship ended with all three parts",
               "{n} of {of} relationships ended with all three parts", n, of=len(facts.endings))
    return facts.tell(
        "D11.1", state, says, tr("A good word, thanks and an open door: the paper names them."),
        numerator=n, denominator=len(facts.endings),
        people=tuple(one.person_id for one in bare if one.person_id),
        entries=refs("ending", [one.id for one in bare]),
        step=page(tr("See how it ended"), whom, "moving_on"))


def decide(facts: Facts) -> Reading:
    """D11.2: with whom it went quiet; a question, never judged."""
    if not facts.mentors:
        return facts.too_little("D11.2", menu(tr("Add a person"), "add_person"))
    quiet = tuple(one.person_id for one in facts.contact if one.rhythm.state == "dormant")
    says = tr("It went quiet with {names}: keep, change or close?", names=facts.several(quiet)) \
        if quiet else tr("It went quiet with nobody")
    return facts.tell(
        "D11.2", "information", says, value=len(quiet), unit="people", people=quiet,
        step=page(tr("Decide"), quiet[0], "moving_on") if quiet
        else menu(tr("See the map"), "show_network"))


def passing(facts: Facts) -> Reading:
    """D12.1: people I mentor; never judged."""
    if not facts.passing.people:
        return facts.too_little("D12.1", _mentees(tr("People I mentor")))
    return facts.tell(
        "D12.1", "information", reading_words(facts.passing, facts.as_of),
        numerator=facts.passing.in_touch, denominator=facts.passing.people,
        people=facts.mentees, step=_mentees(tr("See them")))


def reflected(facts: Facts) -> Reading:
    """D12.2: whether it was written about; never judged."""
    if not facts.passing.people:
        return facts.too_little("D12.2", _mentees(tr("People I mentor")))
    last = facts.reflected_on
    lately = facts.within(last, IN_TOUCH_DAYS + 1)
    says = tr("You wrote about it last on {day}", day=short_day(last, facts.as_of)) if last \
        else tr("You have not written about it yet")
    return facts.tell(
        "D12.2", "information", says, numerator=int(lately), denominator=1,
        step=menu(tr("Write what you learned"), "add_reflection"))


def _mentees(words: str) -> Deed:
    return Deed("show", words, detail="passing_on")
