"""Two-line replies to a request: yes, later, smaller, no, passed on, or a question first (B17).

Plain and warm, without excuses; a day that has passed is never promised.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorjournal.mentoring.load import last_day
from mentorjournal.words import day_in_full, listing, number, tr, trn

LONGEST_TITLE = 120  # characters of it in a reply


@dataclass(frozen=True)
class Asked:
    """A request as a reply speaks of it; `name` is the short name of the person who asked.

    `hours` are those of the answer, `since` the day it would begin, `until` the first day without
    it, `passed_to` whom to ask instead, in one's own words.
    """

    title: str = ""
    name: str = ""
    hours: float = 0.0
    since: date | None = None
    until: date | None = None
    passed_to: str = ""
    knows_what: bool = True
    knows_end: bool = True


def reply(decision: str, asked: Asked, as_of: date) -> str:
    """The draft for a decision; "pending" asks what is still to be known. Two lines at most."""
    lines = {
        "accepted": _yes, "yes_later": _later, "smaller_yes": _smaller, "declined": _no,
        "passed_to": _passed,
    }.get(decision, _ask_first)(asked, as_of)
    dear = tr("Dear {name},", name=asked.name) + " " if asked.name else ""
    first = lines[0] if not dear else _small(lines[0])
    return "\n".join((dear + first, *lines[1:]))


def day_words(day: date, as_of: date) -> str:
    """Such as "1 June", with the year when it is another one."""
    return day_in_full(day, as_of)


def weekly(hours: float) -> str:
    """Such as "2 hours a week", "half an hour a week", "1 hour and 20 minutes a week"."""
    exact = max(1, round(hours * 60))
    parts = {15: tr("a quarter of an hour a week"), 30: tr("half an hour a week"),
             45: tr("three quarters of an hour a week"), 60: tr("1 hour a week")}
    if exact in parts:
        return parts[exact]
    whole, rest = divmod(exact, 60)
    if rest in (0, 30):
        return tr("{n} hours a week", n=number(whole + rest / 60))
    said = trn("{n} minute", "{n} minutes", rest)
    if whole:
        said = tr("{hours} and {minutes}", hours=trn("{n} hour", "{n} hours", whole), minutes=said)
    return tr("{time} a week", time=said)


def until_words(until: date, as_of: date) -> str:
    """The last day of what is over on `until`, such as "last day 18 June"."""
    return tr("last day {day}", day=day_words(last_day(until) or until, as_of))


def _what(asked: Asked) -> str:
    title = _unended(asked.title)
    if len(title) > LONGEST_TITLE:
        title = title[:LONGEST_TITLE].rstrip() + "…"
    return tr("“{title}”", title=title) if title else tr("this")


def _span(asked: Asked, as_of: date) -> str:
    """Such as " from 1 June to 29 July", each day only where it is still to come."""
    last = last_day(asked.until)
    first = day_words(asked.since, as_of) if asked.since and asked.since > as_of else ""
    end = day_words(last, as_of) if last and last > as_of else ""
    if first and end:
        return " " + tr("from {first} to {last}", first=first, last=end)
    if first:
        return " " + tr("from {day}", day=first)
    return " " + tr("up to and including {day}", day=end) if end else ""


def _yes(asked: Asked, as_of: date) -> tuple[str, ...]:
    first = tr("Yes, I will gladly take on {what}.", what=_what(asked))
    span = _span(asked, as_of)
    if asked.hours:
        return first, tr("I can give it {hours}{span}.", hours=weekly(asked.hours), span=span)
    return (first, tr("I can do so{span}.", span=span)) if span else (first,)


def _later(asked: Asked, as_of: date) -> tuple[str, ...]:
    if asked.since and asked.since > as_of:
        day = day_words(asked.since, as_of)
        return (tr("Yes to {what}, and I can begin on {day}.", what=_what(asked), day=day),
                tr("If that is too late for you, please do ask somebody else."))
    return (tr("Yes to {what}, though not straight away.", what=_what(asked)),
            tr("What is the latest beginning that would still help you?"))


def _smaller(asked: Asked, as_of: date) -> tuple[str, ...]:
    first = tr("Yes to a part of {what}.", what=_what(asked))
    if not asked.hours:
        return first, tr("Which part would help you most?")
    return first, tr("I can give it {hours}{span}: which part would help you most?",
                     hours=weekly(asked.hours), span=_span(asked, as_of))


def _no(asked: Asked, as_of: date) -> tuple[str, ...]:
    return (tr("Thank you for thinking of me for {what}.", what=_what(asked)),
            tr("I cannot take it on, and I would rather tell you now, so that you can ask "
               "somebody else."))


def _passed(asked: Asked, as_of: date) -> tuple[str, ...]:
    first = tr("Thank you for thinking of me for {what}.", what=_what(asked))
    who = _unended(asked.passed_to)
    if not who:
        return first, tr("I cannot take it on myself, but I can help you to find somebody.")
    return first, tr("I cannot take it on myself; may I suggest {who}?", who=who)


def _ask_first(asked: Asked, as_of: date) -> tuple[str, ...]:
    open_questions = []
    if not asked.knows_what:
        open_questions.append(tr("what exactly would it be"))
    if not asked.hours:
        open_questions.append(tr("how many hours a week would it take"))
    if not asked.knows_end:
        open_questions.append(tr("until when would it run"))
    if not open_questions:
        open_questions.append(tr("by when do you need to know"))
    return (tr("Thank you for asking me about {what}.", what=_what(asked)),
            tr("Before I answer: {questions}?", questions=listing(open_questions)))


def _unended(text: str) -> str:
    """Words on one line without a stop of their own, because they stand inside a sentence."""
    return " ".join(text.split()).rstrip(" .,;:…")


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
