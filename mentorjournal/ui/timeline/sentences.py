"""What a mark, or several gathered into one, says in a tooltip and to a screen reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from mentorjournal.journal.timeline_words import said
from mentorjournal.mentoring.timeline import Lane, Mark
from mentorjournal.words import listing, long_day, short_day, span, tr, trn

MOST_LINES = 8

WordsOf = Callable[[Sequence[Mark]], list[str]]

_COUNTED = {
    "meeting": ("{n} meeting", "{n} meetings"), "message": ("{n} contact", "{n} contacts"),
    "feedback": ("{n} feedback entry", "{n} feedback entries"),
    "told": ("{n} time I gave feedback", "{n} times I gave feedback"),
    "thanks": ("{n} thank you", "{n} thank yous"), "letter": ("{n} letter", "{n} letters"),
    "milestone": ("{n} milestone", "{n} milestones"),
}


def own_words(marks: Sequence[Mark]) -> list[str]:
    """The words that marks have themselves, for whoever has no journal to ask."""
    return [mark.words or said(mark) for mark in marks]


def sentence(lane: Lane, mark: Mark, words_of: WordsOf) -> str:
    """Such as "Meeting: Aims v3. Thursday 29 October 2026, Prof. Amara Okafor."."""
    what = words_of([mark])[0] or said(mark)
    return tr("{what}. {day}, {name}.", what=what.rstrip("."), day=long_day(mark.day),
              name=" ".join(lane.name.split()))


def tooltip(marks: Sequence[Mark], words_of: WordsOf) -> str:
    """The day and words of one mark; of several a line each, the rest counted."""
    if len(marks) == 1:
        return f"{long_day(marks[0].day)}\n{words_of(marks)[0]}"
    shown = marks[:MOST_LINES]
    lines = [
        tr("{day} · {what}", day=short_day(mark.day), what=words)
        for mark, words in zip(shown, words_of(shown), strict=True)
    ]
    if len(marks) > len(shown):
        lines.append(trn("and {n} more", "and {n} more", len(marks) - len(shown)))
    return "\n".join([gathered(marks), *lines, tr("Double-click to look nearer.")])


def gathered(marks: Sequence[Mark]) -> str:
    """Such as "3 meetings and 2 contacts, 3 March to 20 April 2026"."""
    counts = Counter(mark.kind for mark in marks)
    what = listing([trn(*_COUNTED[kind], n) for kind, n in counts.items()])
    first, last = marks[0].day, marks[-1].day
    if first == last:
        return tr("{what}, {day}", what=what, day=long_day(first))
    return tr("{what} in {span}, {first} to {last}", what=what, span=span((last - first).days),
              first=short_day(first, last), last=long_day(last))


def about_day(lane: Lane, day: date, today: date) -> str:
    """What a band or a gap says on a day, such as "Active since 10 Sep 2024"; "" beside them."""
    for gap in lane.gaps:
        if gap.first <= day <= (gap.last or today):
            length = span(((gap.last or today) - gap.first).days)
            return tr("{span} longer than agreed, from {first} to {last}", span=length,
                      first=short_day(gap.first, today),
                      last=short_day(gap.last, today) if gap.last else tr("today"))
    for band in lane.bands:
        if band.first <= day <= (band.last or today):
            name = {"exploring": tr("Exploring"), "active": tr("Active"),
                    "moving_on": tr("Moving on")}[band.kind]
            if band.last is None:
                return tr("{what} since {day}", what=name, day=short_day(band.first, today))
            return tr("{what} from {first} to {last}", what=name,
                      first=short_day(band.first, today), last=short_day(band.last, today))
    return ""


def summary(lanes: Sequence[Lane], today: date) -> str:
    """The whole timeline in two sentences, for those who do not see it."""
    waiting = [lane for lane in lanes if lane.gaps and lane.gaps[-1].last is None]
    people = trn("{n} person on the timeline.", "{n} people on the timeline.", len(lanes))
    late = trn(
        "Contact with {n} person is longer ago than agreed.",
        "Contact with {n} people is longer ago than agreed.", len(waiting),
    ) if waiting else ""
    keys = tr("The arrow keys go from mark to mark and from person to person, Enter opens one.")
    return " ".join(part for part in (people, late, keys) if part)
