"""Asking somebody for a first meeting: at most eight sentences, one concrete reason, an easy no.

It is drafted from a whitelist, `Asking`; somebody reads and changes it before it is sent. Length
and wait follow a mentoring guide of Duke University; what it is to hold is C6 of our notes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mentorjournal.words import clock_time, listing, tr, trn, weekday_day

MOST_SENTENCES = 8  # Duke University
MOST_SLOTS = 3
MINUTES = (20, 30)
WAIT_DAYS = 7  # then one nudge, or somebody else; Duke University

# A stop ends a sentence before a space or the end, also behind a quotation mark.
_STOP = re.compile(r"(?:[.!?…]+[”’\"')\]]*(?=\s|$))|[。！？]+[”’」』）]*")
_SHORT = re.compile(
    r"(?:\b(?:Dr|Drs|Prof|Mr|Mrs|Ms|Mx|St|Sr|Jr|vs|cf|al|ca|approx|e\.g|i\.e)"
    r"|\b(?!I\b)[^\W\d_])\.$")
_MARK = re.compile(r"[\s\W]+")
_LEAST_WORDS = 5  # of a line without a stop that is a sentence all the same; ours


@dataclass(frozen=True)
class Asking:
    """All that a first-meeting request may say; `called` follows "Dear".

    `why_you` is one concrete piece of their work, `about` the one thing I hope to ask about.
    """

    called: str
    me: str = ""
    who_i_am: str = ""
    why_you: str = ""
    about: str = ""
    minutes: int = MINUTES[0]
    slots: tuple[datetime, ...] = ()
    assistant: bool = False


def who_line(stage: str | None, department: str | None, institution: str | None) -> str:
    """Who I am in one line, from what is known; a department only where nothing else is."""
    place = institution or department
    if stage and place:
        return tr("{stage} at {place}", stage=stage.strip(), place=place)
    return (stage or ", ".join(filter(None, (department, institution)))).strip()


def draft(asking: Asking) -> str:
    """The request; what is not known yet is left out of it."""
    parts = [_first(asking), _wish(asking), " ".join((
        tr("If it does not suit you, a short no is quite all right, and so is the name of somebody "
           "I should ask instead."),
        tr("I can send my CV if you would like to see it."),
    ))]
    return _letter(asking.called, [part for part in parts if part],
                   tr("Thank you for reading this."), asking.me)


def nudge(called: str, me: str, sent_on: date, minutes: int = MINUTES[0]) -> str:
    """The one reminder, a week later; it lets go."""
    return _letter(called, [" ".join((
        tr("On {day} I asked you for {n} minutes.", day=weekday_day(sent_on), n=minutes),
        tr("In case it got lost, I am asking once more, and this is the last time."),
        tr("One line is enough: a yes, a no, or the name of somebody else."),
    ))], tr("Thank you."), me)


def missing(asking: Asking) -> tuple[str, ...]:
    """What a request should still say, each to be read after "Still missing"."""
    gaps = (
        (asking.who_i_am.strip(), tr("who you are")),
        (asking.why_you.strip(), tr("one piece of their work")),
        (asking.about.strip(), tr("the one thing you hope to ask about")),
        (asking.slots or asking.assistant, tr("when it could be")),
    )
    return tuple(words for known, words in gaps if not known)


def missing_words(asking: Asking) -> str:
    """What is missing as a sentence, "" when nothing is."""
    gaps = missing(asking)
    return tr("Still missing: {what}.", what=listing(gaps)) if gaps else ""


def sentences(text: str) -> int:
    """How many sentences a letter has, without its salutation and the name below it."""
    return sum(_sentences(part) for part in re.split(r"\n+", text))


def count_words(n: int) -> str:
    """Such as "7 of at most 8 sentences"."""
    if n > MOST_SENTENCES:
        return trn("{n} sentence; {most} are easier to answer", "{n} sentences; {most} are easier "
                   "to answer", n, most=MOST_SENTENCES)
    return trn("{n} sentence of at most {most}", "{n} sentences of at most {most}", n,
               most=MOST_SENTENCES)


def _sentences(line: str) -> int:
    found, begun = 0, 0
    for stop in _STOP.finditer(line):
        if line[stop.start()] == "." and _SHORT.search(line[: stop.start() + 1]):
            continue
        if _goes_on(stop[0], line[stop.end():].lstrip()):
            continue
        if _MARK.sub("", line[begun:stop.end()]):
            found += 1
        begun = stop.end()
    rest = line[begun:].strip()
    is_one = len(rest.split()) >= _LEAST_WORDS and not rest.endswith((",", "，", "、"))
    return found + is_one


def _goes_on(stop: str, rest: str) -> bool:
    """Whether a sentence goes on behind a quotation or a pause, as in “Who returns?” twice."""
    return (len(stop) > 1 and stop[-1] not in ".!?" or stop == "…") and rest[:1].islower()


def _first(asking: Asking) -> str:
    said = []
    if asking.who_i_am.strip():
        who = asking.who_i_am.strip().rstrip(".")
        said.append(tr("I am {me}, {who}.", me=asking.me, who=who) if asking.me
                    else tr("I am {who}.", who=who))
    if asking.why_you.strip():
        said.append(tr("What made me write to you: {why}", why=_closed(asking.why_you)))
    return " ".join(said)


def _wish(asking: Asking) -> str:
    said = []
    if asking.about.strip():
        said.append(tr("There is one thing I would like to ask you about: {about}",
                       about=_closed(asking.about)))
    said.append(_when(asking))
    return " ".join(said)


def _when(asking: Asking) -> str:
    if asking.assistant:
        return tr("Could we talk for {n} minutes, at a time that I settle with your assistant?",
                  n=asking.minutes)
    if not asking.slots:
        return tr("Could we talk for {n} minutes?", n=asking.minutes)
    times = [tr("on {day} at {time}", day=weekday_day(slot.date()), time=clock_time(slot))
             for slot in sorted(asking.slots)[:MOST_SLOTS]]
    return tr("Could we talk for {n} minutes, {times}?", n=asking.minutes, times=_either(times))


def _either(times: Sequence[str]) -> str:
    if len(times) < 2:
        return "".join(times)
    return tr("{first} or {last}", first=", ".join(times[:-1]), last=times[-1])


def _closed(text: str) -> str:
    """A piece of somebody's own words, as the end of a sentence: one line, one stop."""
    line = " ".join(text.split())
    return line if line.endswith((".", "!", "?", "…", "。", "！", "？")) else f"{line}."


def _letter(called: str, parts: Sequence[str], close: str, me: str) -> str:
    said = [tr("Dear {name},", name=called), *parts, close, me]
    return "\n\n".join(part for part in said if part)
