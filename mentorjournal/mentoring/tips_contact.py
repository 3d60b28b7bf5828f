"""The indicators of tips 5, 6 and 7: agendas, options and letters; contact; their time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mentorjournal.mentoring.deeds import Deed, menu, page
from mentorjournal.mentoring.letters import counts, lead_days
from mentorjournal.mentoring.meetings import JUST_IN_TIME_HOURS, agenda_was_ahead, readings
from mentorjournal.mentoring.rhythm import TOO_NEW_DAYS
from mentorjournal.mentoring.tips import Part, Reading, State
from mentorjournal.mentoring.tips_facts import Facts, Seen, percent, refs
from mentorjournal.words import number, span, tr, trn

LEAST, LEAST_CONTACTS, NINETY = 3, 4, 90  # TIPS part D
YEAR = 365


def _prepare() -> Deed:
    return menu(tr("Prepare a meeting"), "show_meetings")


def _log() -> Deed:
    return menu(tr("Log a contact"), "log_contact")


def _add() -> Deed:
    return menu(tr("Add a person"), "add_person")


# 5 Help them do their job


def agenda(facts: Facts) -> Reading:
    """D5.1: the agenda went out in good time."""
    total = len(facts.held)
    if total < LEAST:
        return facts.too_little("D5.1", _prepare())
    found = readings([one.it for one in facts.held])
    good, enough = found.agenda_in_good_time.n, found.agenda_just_in_time.n
    bare = [one.id for one in facts.held
            if not agenda_was_ahead(one.it.meeting, JUST_IN_TIME_HOURS)]
    state: State = "worth a look" if percent(enough, total) < facts.thresholds["agenda_ahead"] \
        else "going well"
    return facts.tell(
        "D5.1", state, tr(
            "The agenda went out 48 hours ahead for {n} of {of} meetings, and 24 for {enough}",
            n=good, of=total, enough=enough),
        facts.because("agenda_ahead", state), numerator=good, denominator=total, value=enough,
        unit="24 hours ahead", entries=refs("meeting", bare), step=_prepare())


def options(facts: Facts) -> Reading:
    """D5.2: problems came with a way out."""
    total = len(facts.problems)
    if total < LEAST:
        return facts.too_little("D5.2", _prepare())
    bare = [one.id for one in facts.problems if not one.it]
    done = total - len(bare)
    state: State = "worth a look" if percent(done, total) < facts.thresholds["options_given"] \
        else "going well"
    return facts.tell(
        "D5.2", state, tr("{n} of {of} problems came with an option", n=done, of=total),
        facts.because("options_given", state), numerator=done, denominator=total,
        entries=refs("meeting", tuple(dict.fromkeys(bare))), step=_prepare())


def briefs(facts: Facts) -> Reading:
    """D5.3: nothing was missing from the brief."""
    if not facts.letters:
        return facts.too_little("D5.3", menu(tr("Ask for a letter"), "new_letter"))
    found = counts([one.it for one in facts.letters], facts.as_of)
    bare = [one for one in facts.letters if one.it.brief_missing]
    state: State = "worth a look" if bare else "going well"
    return facts.tell(
        "D5.3", state, tr("{n} of {of} letter briefs lacked nothing", n=found.complete,
                          of=found.requests),
        tr("A brief with everything in it is what a writer needs."), numerator=found.complete,
        denominator=found.requests, people=_whose(bare),
        entries=refs("letter", [one.id for one in bare]),
        step=menu(tr("See the briefs"), "show_letters"))


def lead_time(facts: Facts) -> Reading:
    """D5.4: days between asking and the deadline."""
    dated = [(days, one) for one in facts.letters
             if (days := lead_days(one.it)) is not None]
    if not dated:
        return facts.too_little("D5.4", menu(tr("Ask for a letter"), "new_letter"))
    median = counts([one.it for _, one in dated], facts.as_of).median or 0
    short = [one for days, one in dated if days < facts.thresholds["lead_time"]]
    state: State = "worth a look" if short else "going well"
    says = trn("Mostly, letters were asked for {days} day ahead",
               "Mostly, letters were asked for {days} days ahead", round(median),
               days=number(median))
    if short:
        says = trn("{says}; {n} was short", "{says}; {n} were short", len(short), says=says)
    return facts.tell(
        "D5.4", state, says, facts.because("lead_time", state), value=median, unit="days",
        people=_whose(short), entries=refs("letter", [one.id for one in short]),
        step=menu(tr("See the briefs"), "show_letters"))


def _whose(several: Iterable[Seen[Any]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(one.person_id for one in several if one.person_id))


# 6 Stay in touch


def four_a_year(facts: Facts) -> Reading:
    """D6.1: as often as the paper asks for."""
    wanted = facts.thresholds["times_a_year"]
    parts = []
    for one in facts.contact:
        known = facts.known.get(one.person_id)
        if known is None or known < TOO_NEW_DAYS:
            parts.append(Part(one.person_id, "not enough yet", one.year.count, value=known))
            continue
        target = max(1, int(wanted * min(known, YEAR) // YEAR))
        parts.append(Part(one.person_id, "going well" if one.year.count >= target
                          else "worth a look", one.year.count, target))
    judged = [one for one in parts if one.denominator is not None]
    if not judged:
        says = ""
        if len(parts) == 1 and parts[0].value is not None:
            says = trn("Too new to tell ({n} day).", "Too new to tell ({n} days).",
                       int(parts[0].value))
        return facts.too_little("D6.1", _log() if facts.mentors else _add(), says)
    below = [one for one in judged if one.state == "worth a look"]
    state: State = "worth a look" if below else "going well"
    says = tr("With {n} of {of} mentors as often as the paper asks", n=len(judged) - len(below),
              of=len(judged))
    if below:
        says = tr("{says}; {names}", says=says, names=_named([
            tr("{name} {n} of {of}", name=facts.name(one.person_id), n=number(one.numerator or 0),
               of=number(one.denominator or 0)) for one in below]))
    first = below[0].person_id if below else None
    return facts.tell(
        "D6.1", state, says, facts.because("times_a_year", state),
        numerator=len(judged) - len(below), denominator=len(judged), parts=tuple(parts),
        people=tuple(one.person_id for one in below),
        step=Deed("log_contact", tr("Log a contact"), person_id=first))


def rhythm(facts: Facts) -> Reading:
    """D6.2: days since contact against the days agreed."""
    counted = [one for one in facts.contact if one.rhythm.days_since is not None
               and one.rhythm.state != "paused"]
    if not counted:
        return facts.too_little("D6.2", _log() if facts.mentors else _add())
    parts = [Part(one.person_id, _rhythm_state(facts, one.rhythm.days_since or 0,
                                               one.rhythm.every_days),
                  one.rhythm.days_since, one.rhythm.every_days) for one in counted]
    over = sorted((one for one in parts if one.state != "going well"),
                  key=lambda one: -((one.numerator or 0) / (one.denominator or 1)))
    soon = facts.thresholds["due_soon"]
    due = [one for one in parts if one.state == "going well"
           and percent(one.numerator or 0, one.denominator or 1) >= soon]
    state: State = "act" if any(one.state == "act" for one in over) else (
        "worth a look" if over else "going well")
    says = tr("{n} of {of} within rhythm", n=len(parts) - len(over), of=len(parts))
    if due:
        says = tr("{says}, {n} of them due soon", says=says, n=len(due))
    if over:
        says = tr("{says}; {names}", says=says, names=_named([
            tr("{name} {span} over", name=facts.name(one.person_id),
               span=span(int((one.numerator or 0) - (one.denominator or 0)))) for one in over]))
    key = "dormant" if state == "act" else "overdue"
    who = over[0].person_id if over else (due[0].person_id if due else None)
    return facts.tell(
        "D6.2", state, says, facts.because(key, state), numerator=len(parts) - len(over),
        denominator=len(parts), parts=tuple(parts),
        people=tuple(one.person_id for one in over), step=Deed(
            "prepare", tr("Arrange a meeting with {name}", name=facts.name(who)), person_id=who)
        if who else _log())


def _rhythm_state(facts: Facts, days: int, every: int) -> State:
    share = 100 * days / every
    if share > facts.thresholds["dormant"] and days >= facts.thresholds["dormant_days"]:
        return "act"
    return "worth a look" if share > facts.thresholds["overdue"] else "going well"


def _named(several: list[str]) -> str:
    more = len(several) - LEAST
    said = ", ".join(several[:LEAST])
    return said if more <= 0 else tr("{names} and {n} more", names=said, n=more)


def starts(facts: Facts) -> Reading:
    """D6.3: who begins."""
    found = facts.starts
    if found.total < LEAST_CONTACTS:
        return facts.too_little("D6.3", _log())
    state: State = "worth a look" \
        if percent(found.mine, found.total) < facts.thresholds["begun_by_me"] else "going well"
    return facts.tell(
        "D6.3", state, tr("You began {n} of {of} contacts", n=found.mine, of=found.total),
        facts.because("begun_by_me", state), numerator=found.mine, denominator=found.total,
        step=_log())


def asked(facts: Facts) -> Reading:
    """D6.4: whether they were asked how they like it."""
    found = facts.asked
    if not found.total:
        return facts.too_little("D6.4", _add())
    state: State = "worth a look" if found.missing else "going well"
    says = tr("{n} of {of} mentors were asked how they like to be in touch", n=len(found.asked),
              of=found.total)
    if found.missing:
        says = tr("{says}; not yet {names}", says=says, names=facts.several(found.missing))
    first = (found.missing or found.asked)[0]
    return facts.tell(
        "D6.4", state, says, tr("Asking each of them is what the paper asks for."),
        numerator=len(found.asked), denominator=found.total, people=found.missing,
        step=page(tr("Ask {name}", name=facts.name(first)) if found.missing
                  else tr("See {name}", name=facts.name(first)), first))


def next_date(facts: Facts) -> Reading:
    """D6.5: whether the next time is set; never judged."""
    if not facts.next_dates:
        return facts.too_little("D6.5", _add())
    bare = [one for one, day in facts.next_dates.items() if day is None]
    n = len(facts.next_dates) - len(bare)
    return facts.tell(
        "D6.5", "information", tr("With {n} of {of} mentors the next date is set", n=n,
                                  of=len(facts.next_dates)),
        numerator=n, denominator=len(facts.next_dates), people=tuple(bare),
        step=Deed("prepare", tr("Arrange with {name}", name=facts.name(bare[0])),
                  person_id=bare[0]) if bare else _prepare())


# 7 Respect their time


def on_time(facts: Facts) -> Reading:
    """D7.1: early or on time."""
    noted = [one for one in facts.held if one.it.meeting.arrival]
    if len(noted) < LEAST:
        return facts.too_little("D7.1", _prepare())
    late = [one.id for one in noted if one.it.meeting.arrival not in ("early", "on_time")]
    done = len(noted) - len(late)
    state: State = "worth a look" if percent(done, len(noted)) < facts.thresholds["on_time"] \
        else "going well"
    return facts.tell(
        "D7.1", state, tr("On time for {n} of {of} meetings", n=done, of=len(noted)),
        facts.because("on_time", state), numerator=done, denominator=len(noted),
        entries=refs("meeting", late), step=_prepare())


def cancellations(facts: Facts) -> Reading:
    """D7.2: called off by me with less than a day to go."""
    if not facts.held and not facts.called_off:
        return facts.too_little("D7.2", _prepare())
    late = [one for one in facts.called_off
            if readings((), [one.it]).called_off_late]
    lately = [one for one in late if facts.within(one.on, NINETY)]
    state: State = "act" if len(lately) >= facts.thresholds["late_act"] else (
        "worth a look" if len(late) >= facts.thresholds["late_look"] else "going well")
    key = "late_act" if state == "act" else "late_look"
    return facts.tell(
        "D7.2", state, trn("{n} late cancellation in a year", "{n} late cancellations in a year",
                           len(late)) if late else tr("No late cancellation in a year"),
        facts.because(key, state), value=len(late), unit="meetings", people=_whose(late),
        entries=refs("meeting", [one.id for one in late]), step=_prepare())


def ran_over(facts: Facts) -> Reading:
    """D7.3: longer than planned."""
    timed = [one for one in facts.held if one.it.meeting.actual_minutes is not None]
    if len(timed) < LEAST:
        return facts.too_little("D7.3", _prepare())
    over = [one.id for one in timed if readings([one.it]).ran_over.n]
    state: State = "worth a look" if percent(len(over), len(timed)) > facts.thresholds["ran_over"] \
        else "going well"
    return facts.tell(
        "D7.3", state, tr("{n} of {of} meetings ran over by more than 5 minutes", n=len(over),
                          of=len(timed)),
        facts.because("ran_over", state), numerator=len(over), denominator=len(timed),
        entries=refs("meeting", over), step=_prepare())

