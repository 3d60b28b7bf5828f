"""What a misstep is asked as: the question, the facts it rests on, where it comes from, what next.

The signals are named in plain words. The nicknames are their authors', and stand only where it is
said what a question comes from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mentorjournal.mentoring.missteps import (
    KNOWN_DAYS,
    WINDOW,
    Ghost,
    Vampire,
    vampire_words,
)
from mentorjournal.mentoring.missteps_mine import (
    DECIDED_DAYS,
    LATE_WORTH_SAYING,
    Alone,
    NotMine,
    Overcommitted,
)
from mentorjournal.mentoring.missteps_theirs import CalledOff, Waiting
from mentorjournal.words import listing, number, short_day, tr, trn

MINE = ("overcommitted", "not_mine", "alone", "quiet", "asking")
THEIRS = ("waiting", "called_off")
KINDS = (*MINE, *THEIRS)
ASIDE_DAYS = 90  # for which a question that was put aside is not asked again; ours
KEY = "misstep:"  # what the key of every question begins with
MOST_NAMED = 3  # promises or goals that are named one by one


@dataclass(frozen=True)
class Signal:
    """A misstep that is looked for: its name in plain words, what it needs, and its source."""

    kind: str
    name: str
    needs: str
    too_little: str
    source: str
    step: str  # the words of the next step

    @property
    def is_theirs(self) -> bool:
        """Whether it is about a mentor's side."""
        return self.kind in THEIRS


@dataclass(frozen=True)
class Finding:
    """A question with the facts it rests on; `person_id` is whom it is about, if anybody."""

    kind: str
    question: str
    facts: tuple[str, ...]
    person_id: int | None = None

    @property
    def key(self) -> str:
        """What it is put aside by."""
        return key_of(self.kind, self.person_id)


def key_of(kind: str, person_id: int | None = None) -> str:
    """What a question is put aside by: its kind, and whom it is about."""
    whom = f":{person_id}" if person_id is not None else ""
    return f"{KEY}{kind}{whom}"


def signal(kind: str) -> Signal:
    """What is said about a kind of finding, one of KINDS."""
    return {one.kind: one for one in signals()}[kind]


def signals() -> tuple[Signal, ...]:
    """Everything that is looked for, in the order in which it is asked."""
    mentees = tr("Vaughn, Saint and Chopra (JAMA 2017) describe missteps of mentees, and call them "
                 "common and passing. {theirs} {ours}")
    mentors = tr("Chopra, Edelson and Saint (JAMA 2016) describe how mentoring goes wrong on the "
                 "mentor’s side. {theirs} {ours}")
    ours = tr("What is counted here, and every number in it, is a default of ours.")

    def made(kind: str, name: str, needs: str, too_little: str, theirs: str, step: str) -> Signal:
        source = (mentors if kind in THEIRS else mentees).format(theirs=theirs, ours=ours)
        return Signal(kind, name, needs, too_little, source, step)

    return (
        made("overcommitted", tr("More yeses than hours"),
             tr("the hours you can give, and one commitment"),
             tr("Set the hours you can give, and note what takes them."),
             tr("This one they call the overcommitter."), tr("Look at my hours")),
        made("not_mine", tr("Hours that serve no goal of yours"), tr("two commitments"),
             tr("Too few commitments to tell."),
             tr("This one they call the doormat; whether it was fair cannot be counted."),
             tr("Look at my hours")),
        made("alone", tr("Work that nobody has seen"),
             tr("183 days of contacts with a mentor, and a goal worked on for 60 days"),
             tr("Too new to tell."),
             tr("This one they call the lone wolf; we read it as working unseen."),
             tr("Ask for feedback")),
        made("quiet", tr("Quiet since a promise or a message"),
             tr("a promise of yours to a mentor with a day, or a message from one"),
             tr("No promise and no message to tell by."),
             tr("This one they call the ghost; why somebody goes quiet cannot be counted."),
             tr("Log a contact")),
        made("asking", tr("Much asked, little brought along"),
             tr("three problems brought to somebody you have known for {n} days", n=KNOWN_DAYS),
             tr("Too few problems to tell."),
             tr("This one they call the vampire; how it feels to them cannot be counted."),
             tr("Open their page")),
        made("waiting", tr("Their promises that wait"), tr("a promise of theirs with a day"),
             tr("Nothing they promised is noted with a day."),
             tr("A mentor whom everything waits for they call the bottleneck."),
             tr("Prepare a meeting")),
        made("called_off", tr("Meetings they called off"),
             tr("four meetings with somebody that were due"), tr("Too few meetings to tell."),
             tr("A mentor who is always elsewhere they call the world traveller."),
             tr("Prepare a meeting")),
    )


def advice_words() -> str:
    """What always stands beside a finding about a mentor's side."""
    return tr("It says what happened, not who they are. If it goes on, speak to another mentor, or "
              "to the office of your institution that is there for it.")


def overcommitted_finding(found: Overcommitted) -> Finding:
    """The question, with hours, yeses and promises."""
    load = found.load
    facts = []
    if load.share is not None and load.capacity is not None:
        facts.append(tr("{hours} of {capacity} hours a week are committed.",
                        hours=number(load.hours), capacity=number(load.capacity)))
    if found.yeses:
        facts.append(tr("{yeses} and {noes} in the last {n} days.",
                        yeses=trn("{n} yes", "{n} yeses", found.yeses),
                        noes=trn("{n} no", "{n} noes", found.noes), n=DECIDED_DAYS))
    if found.past_due:
        facts.append(trn("{n} promise of yours is past its day.",
                         "{n} promises of yours are past their day.", found.past_due))
    if load.is_over and found.late >= LATE_WORTH_SAYING:
        facts.append(tr("{n} that fell due in the last {days} days were not kept in time.",
                        n=found.late, days=DECIDED_DAYS))
    question = tr("What could you hand back, or put off?")
    if load.is_over and load.share is not None:
        question = tr("You are at {n}%. What could you hand back?",
                      n=max(101, round(100 * load.share)))
    return Finding("overcommitted", question, tuple(facts))


def not_mine_finding(found: NotMine, names: Mapping[int, str]) -> Finding:
    """The question, with hours, and who asked."""
    facts = [tr("{off} of {hours} hours a week serve no goal of yours.",
                off=number(found.load.off_goal), hours=number(found.load.hours))]
    facts += [
        tr("{n} commitments without a goal came from {name}.", n=n,
           name=names.get(who, "") if isinstance(who, int) else who)
        for who, n in found.asked_by[:MOST_NAMED]]
    return Finding("not_mine", tr("Whose goal is this?"), tuple(facts))


def alone_finding(found: Alone) -> Finding:
    """The question, with the goals that nobody was shown."""
    facts = [tr("You have asked nobody for feedback.") if found.asked_days is None else tr(
        "You last asked for feedback {n} days ago.", n=found.asked_days)]
    facts += [tr("“{goal}”: no step done in {n} days, and on no agenda.", goal=_cut(one.text), n=n)
              for one, n in found.goals[:MOST_NAMED]]
    return Finding("alone", tr("Who has seen this?"), tuple(facts))


def quiet_finding(found: Ghost, person_id: int, name: str, as_of: date) -> Finding:
    """The question about somebody I went quiet on."""
    said = tr("Nothing since your promise fell due on {day}, {n} days ago.") if (
        found.is_promise) else tr("They wrote on {day}, {n} days ago, and wait for an answer.")
    fact = said.format(day=short_day(found.since, as_of), n=found.days)
    return Finding("quiet", tr("What keeps you from a word to {name}?", name=name), (fact,),
                   person_id)


def asking_finding(found: Vampire, person_id: int, name: str) -> Finding:
    """The question about somebody I ask much of."""
    return Finding("asking", vampire_words(), (
        tr("{n} contacts with {name} that you began in {days} days; the rhythm would make {agreed}"
           ".", n=found.contacts, name=name, days=WINDOW, agreed=number(round(found.agreed, 1))),
        tr("{bare} of {n} problems came without an option.", bare=found.without_option,
           n=found.problems),
    ), person_id)


def waiting_finding(found: Waiting, person_id: int, name: str, as_of: date) -> Finding:
    """What is worth naming about promises that wait."""
    facts = [
        tr("“{what}” was promised for {day}, {n} days ago.", what=_cut(one.text),
           day=short_day(one.due, as_of), n=(as_of - one.due).days)
        for one in found.promises[:MOST_NAMED]]
    more = len(found.promises) - MOST_NAMED
    if more > 0:
        facts.append(trn("{n} more is past its day.", "{n} more are past their day.", more))
    return Finding("waiting", tr("What waits for {name}, and does it hold you up?", name=name),
                   tuple(facts), person_id)


def called_off_finding(found: CalledOff, person_id: int, name: str, as_of: date) -> Finding:
    """What is worth naming about meetings that were called off."""
    days = listing([short_day(day, as_of) for day in reversed(found.days)])
    return Finding(
        "called_off", tr("What would make a meeting with {name} hold?", name=name), (
            tr("{name} called off {n} of the last {of} meetings that were due: {days}.",
               name=name, n=len(found.days), of=found.of, days=days),), person_id)


def _cut(text: str, most: int = 80) -> str:
    line = " ".join(text[: 4 * most].split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
