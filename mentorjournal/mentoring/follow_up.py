"""The note after a meeting: when it is due, and a first draft of what was written down there.

Two days and the mark at a week are defaults of ours; 200 words keep it short enough to be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

from mentorjournal.mentoring.sides import Side, with_mentor
from mentorjournal.words import listing, long_day, short_day, tr, trn

DUE_DAYS = 2
FLAG_DAYS = 7
FORGET_DAYS = 60  # from then on nobody waits for it
MOST_WORDS = 200
MOST_LINES = 3  # of what I took from it, to begin with

State = Literal["none", "sent", "due", "late", "missing"]
Dated = tuple[str, date | None]

# What thanks are not for: words that name no one thing.
_GENERAL = frozenset({
    "a", "advice", "all", "always", "amazing", "an", "and", "anything", "as", "been", "being",
    "chat", "did", "do", "done", "effort", "encouragement", "everything", "feedback", "for",
    "generosity", "good", "great", "guidance", "have", "help", "her", "his", "input", "it",
    "kind", "kindness", "lots", "me", "meeting", "mentoring", "mentorship", "much", "nice",
    "of", "patience", "really", "so", "stuff", "support", "talk", "thank", "thanks", "that",
    "the", "their", "there", "things", "this", "time", "very", "wisdom", "wonderful", "you",
    "your",
})


@dataclass(frozen=True)
class NoteState:
    """How the note stands; `words` may be said beside it, "" where nothing needs saying."""

    state: State
    words: str = ""

    @property
    def needs_look(self) -> bool:
        """Whether it is late enough to be marked."""
        return self.state == "missing"


def note_state(met_on: date, sent_on: date | None, as_of: date) -> NoteState:
    """Due after two days, marked after a week; about an old meeting nothing is asked any more."""
    days = (as_of - met_on).days
    due = met_on + timedelta(DUE_DAYS)
    if sent_on is not None:
        return NoteState("sent", tr("Sent {day}", day=short_day(sent_on, as_of)))
    if days < 0 or days > FORGET_DAYS:
        return NoteState("none")
    if as_of <= due:
        return NoteState("due", tr("Note due {day}", day=short_day(due, as_of)))
    if days <= FLAG_DAYS:
        return NoteState("late", tr("Note was due {day}", day=short_day(due, as_of)))
    return NoteState("missing", trn("No note yet, {n} day", "No note yet, {n} days", days))


def is_too_general(for_what: str) -> bool:
    """Whether thanks name no one thing, as "everything" or "all your help"."""
    words = for_what.split()
    return bool(words) and all(
        word.strip(".,;:!?…’'\"").casefold() in _GENERAL for word in words)


@dataclass(frozen=True)
class Captured:
    """What was written down about a meeting and may stand in a note; nothing else can."""

    salutation: str
    me_name: str
    met_on: date
    thanks: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    mine: tuple[Dated, ...] = ()
    theirs: tuple[Dated, ...] = ()
    open: tuple[str, ...] = ()
    next_words: str = ""
    side: Side = field(default_factory=with_mentor)


def draft(captured: Captured, most_words: int = MOST_WORDS) -> str:
    """The note in its six parts; a part about which nothing was written down is left out.

    Where it would be too long, the last lines of the longest part go until it fits or every part
    has one line. No line is shortened: words are the mentee's own.
    """
    fitting = replace(captured, taken=captured.taken[:MOST_LINES])
    while len(_text(fitting).split()) > most_words:
        name = max(("taken", "mine", "theirs", "open"), key=lambda n: len(getattr(fitting, n)))
        lines = getattr(fitting, name)
        if len(lines) < 2:
            break
        fitting = replace(fitting, **{name: lines[:-1]})
    return _text(fitting)


def _text(of: Captured) -> str:
    parts = [
        tr("Dear {name},", name=of.salutation),
        _thanks(of),
        _part(of.side.noting.taken, of.taken),
        _part(tr("What I will do:"), _dated(of.mine)),
        _part(of.side.noting.theirs, _dated(of.theirs)),
        _part(tr("Still open between us:"), of.open),
        of.next_words,
        "\n".join(filter(None, [of.side.noting.goodbye, of.me_name])),
    ]
    return "\n\n".join(filter(None, parts))


def _thanks(of: Captured) -> str:
    if of.thanks:
        return tr("Thank you for {what}.", what=listing([_bare(one) for one in of.thanks]))
    return of.side.noting.thanks.format(day=long_day(of.met_on))


def _part(heading: str, lines: Iterable[str]) -> str:
    listed = [tr("– {line}", line=" ".join(one.split())) for one in lines]
    return "\n".join([heading, *listed]) if listed else ""


def _dated(promises: Sequence[Dated]) -> list[str]:
    return [
        tr("{what}, by {day}", what=_bare(what), day=long_day(day)) if day else what
        for what, day in promises
    ]


def _bare(text: str) -> str:
    """A text on one line without the full stop at its end, to go on after it."""
    line = " ".join(text.split())
    return line if line.endswith("..") else line.removesuffix(".")
