"""What needs me now: what a row of Today is, in which order rows stand, and how they are counted.

Rows are ordered by when, then by what costs most if it is missed, then by how long it has waited.

When: what is overdue, then what is due today, then what is coming (the nearest first), then what
has no day. What it costs, the dearest first:

1. a letter: after its deadline nothing can be mended, and somebody else decides;
2. a meeting: an agenda or a read that comes too late costs the other's time as well;
3. what I promised: trust goes faster than it comes;
4. the update promised at an ending: the last thing they will remember;
5. feedback: the longer it waits, the less anybody believes in it;
6. a meeting that was never closed: what was said in it is forgotten first;
7. a request for my hours: somebody waits for a yes or a no;
8. the result of a letter that its writer has not heard;
9. my own steps and goals;
10. thanks; 11. what we see differently, or have not looked over; 12. somebody I consider;
13. keeping in touch, which a week more rarely hurts; 14. the people I mentor, where they wait for
me no longer than for others; 15. questions of a new stage; 16. what others promised me.

Only what is overdue or due today is counted as such, and an entry has a day only where somebody
named it, or a rule has one with its source. Thanks have none: they are owed, and never late.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from mentorjournal.mentoring.deeds import Deed, Ref
from mentorjournal.words import short_day, span, tr, trn

HORIZON = 14  # days ahead that are looked at; ours
LETTER_HORIZON = 28  # four weeks, the least that guides give a letter (see letters.SHORT_LEAD)
SOON = 3  # days ahead that are coloured as near; ours
THEIRS_AFTER = 14  # days past due before a promise of theirs is worth naming (B16); ours
UNCLOSED_WITHIN = 30  # days back in which a meeting without any outcome is asked about; ours
LEAST_TOUCHPOINTS = 3  # in a year, before somebody never thanked is named; ours
LOOKS_AHEAD = 3  # days into a week after which the days to come say more than those gone by; ours
MOST_ROWS = 7  # of a section before one asks for more

Tone = Literal["plain", "soon", "over"]
Section = Literal["next", "follow", "touch", "letters", "thanks", "realign"]
SECTIONS: tuple[Section, ...] = ("next", "follow", "touch", "letters", "thanks", "realign")

# Kind of row -> its section, and its place in what costs most (see above).
KINDS: Mapping[str, tuple[Section, int]] = {
    "letter": ("letters", 1),
    "agenda": ("follow", 2), "ask": ("follow", 2),
    "promise": ("follow", 3),
    "update": ("follow", 4),
    "feedback": ("follow", 5),
    "passed": ("follow", 6), "unclosed": ("follow", 6),
    "request": ("follow", 7),
    "result": ("follow", 8),
    "step": ("follow", 9), "goal": ("follow", 9),
    "thanks": ("thanks", 10), "letter_thanks": ("thanks", 10), "note": ("thanks", 10),
    "never": ("thanks", 11),
    "differs": ("realign", 11), "compact": ("realign", 11), "moving_on": ("realign", 12),
    "candidate": ("follow", 12),
    "touch": ("touch", 13),
    "given": ("follow", 14),
    "stage_mentors": ("follow", 15), "stage_behind": ("follow", 15),
    "theirs": ("follow", 16),
}


@dataclass(frozen=True)
class Row:
    """One thing that needs me, with the one next step that deals with it.

    `id` is that of the entry it is about, `entry` what its title opens, if it is kept anywhere.
    `why` says with dates why it is here. `rests_on` are the facts on which it rests when it is put
    aside: with other facts it comes back. `aside` is the key under which another page puts the same
    thing aside. What can never be late has no `due`.
    """

    kind: str
    id: int
    entry: Ref | None
    title: str
    line: str
    why: str
    deed: Deed
    due: date | None = None
    due_words: str = ""
    tone: Tone = "plain"
    person_id: int | None = None
    rests_on: str = "-"
    aside: str = ""
    is_next: bool = False  # about the next meeting, which has a card of its own

    @property
    def key(self) -> str:
        """What it is called when it is put aside."""
        return self.aside or f"today:{self.kind}:{self.id}:{self.rests_on}"

    @property
    def section(self) -> Section:
        """Where it stands."""
        return "next" if self.is_next else KINDS[self.kind][0]

    @property
    def cost(self) -> int:
        """Its place in what costs most, the dearest being 1."""
        return KINDS[self.kind][1]


def row(
    kind: str, row_id: int, entry: Ref | None, as_of: date, *, title: str, line: str, why: str,
    deed: Deed, due: date | None = None, words: str = "", person_id: int | None = None,
    rests_on: object = "-", aside: str = "", is_next: bool = False,
) -> Row:
    """A row with the words and the tone of its day; `words` where it has others."""
    return Row(
        kind, row_id, entry, title, line, why, deed, due, words or due_words(due, as_of),
        tone_of(due, as_of), person_id, str(rests_on), aside, is_next)


def due_words(due: date | None, as_of: date) -> str:
    """Such as "3 days late", "due today", "due tomorrow", "due Mon 30 Nov"; "" without a day."""
    if due is None:
        return ""
    days = (due - as_of).days
    if days < 0:
        return tr("{span} late", span=span(-days))
    if days == 0:
        return tr("due today")
    return tr("due tomorrow") if days == 1 else tr("due {day}", day=short_day(due, as_of))


def tone_of(due: date | None, as_of: date) -> Tone:
    """Over after its day, soon on it and three days before."""
    if due is None:
        return "plain"
    days = (due - as_of).days
    return "over" if days < 0 else "soon" if days <= SOON else "plain"


def is_pressing(one: Row, as_of: date) -> bool:
    """Whether it is overdue or due today."""
    return one.due is not None and one.due <= as_of


def is_near(due: date | None, as_of: date, days: int = HORIZON) -> bool:
    """Whether a day is so near, or past, that it is shown."""
    return due is not None and due <= as_of + timedelta(days)


def ordered(rows: Iterable[Row], as_of: date) -> list[Row]:
    """The rows as they stand: by when, by what costs most, by how long it has waited."""
    return sorted(rows, key=lambda one: _place(one, as_of))


def _place(one: Row, as_of: date) -> tuple[int, int, int, str]:
    if one.due is None:
        return 3, 0, one.cost, one.title
    days = (one.due - as_of).days
    if days <= 0:  # by cost first: what is dearest is not behind what is oldest
        return (0 if days < 0 else 1), one.cost, days, one.title
    return 2, days, one.cost, one.title


@dataclass(frozen=True)
class Counts:
    """How much is overdue or due today, and how much is coming up."""

    pressing: int = 0
    coming: int = 0

    @property
    def words(self) -> str:
        """Such as "4 overdue or due today, 10 coming up"; what there is none of is left out."""
        parts = [
            trn("{n} overdue or due today", "{n} overdue or due today", self.pressing)
            if self.pressing else "",
            trn("{n} coming up", "{n} coming up", self.coming) if self.coming else "",
        ]
        return ", ".join(filter(None, parts)) or tr("nothing needs you today")

    @property
    def short_words(self) -> str:
        """The same where there is little room, such as "4 due, 10 coming"."""
        parts = [tr("{n} due", n=self.pressing) if self.pressing else "",
                 tr("{n} coming", n=self.coming) if self.coming else ""]
        return ", ".join(filter(None, parts)) or tr("nothing to do")


def counts(rows: Iterable[Row], as_of: date, beyond: Counts | None = None) -> Counts:
    """The counts of some rows, and of those `beyond` which are not read one by one."""
    every = list(rows)
    pressing = sum(is_pressing(one, as_of) for one in every)
    more = beyond or Counts()
    return Counts(pressing + more.pressing, len(every) - pressing + more.coming)


@dataclass(frozen=True)
class PutAside:
    """A row that is not shown now; `until` is None for not again."""

    row: Row
    until: date | None = None


def parted(
    rows: Iterable[Row], asides: Mapping[str, date | None], as_of: date,
    snoozed: Mapping[int, date] | None = None,
) -> tuple[list[Row], list[PutAside]]:
    """The rows to show in their order, and those put aside: by key, or for somebody quietened.

    `asides` are the keys put aside now and until when, `snoozed` people and until when.
    """
    shown: list[Row] = []
    aside: list[PutAside] = []
    quiet = snoozed or {}
    for one in ordered(rows, as_of):
        if one.key in asides:
            aside.append(PutAside(one, asides[one.key]))
        elif one.kind == "touch" and one.id in quiet:
            aside.append(PutAside(one, quiet[one.id]))
        else:
            shown.append(one)
    return shown, aside


def aside_words(aside: Collection[PutAside]) -> str:
    """Such as "3 put aside"; "" when nothing is."""
    return trn("{n} put aside", "{n} put aside", len(aside)) if aside else ""


def until_words(one: PutAside, as_of: date) -> str:
    """Until when it is aside, or that it is not asked again."""
    if one.until is None:
        return tr("not again")
    return tr("until {day}", day=short_day(one.until, as_of))


# The week -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Mark:
    """Something on a day of the week: two short words for its cell, and the whole of it."""

    day: date
    short: str
    words: str
    entry: Ref
    person_id: int | None = None


def week_of(day: date, first_weekday: int = 0) -> tuple[date, ...]:
    """The seven days of the week that `day` is in; `first_weekday` 0 is a Monday."""
    back = (day.weekday() - first_weekday) % 7
    if (day - date.min).days < back or (date.max - day).days < 7:
        return (day,)  # the first and last week of the calendar
    return tuple(day + timedelta(n - back) for n in range(7))


def days_shown(day: date, first_weekday: int = 0) -> tuple[date, ...]:
    """The week that `day` is in; from its fourth day on seven days from `day`, to look ahead."""
    week = week_of(day, first_weekday)
    if len(week) < 7 or day < week[LOOKS_AHEAD]:
        return week
    return seven_from(day)


def seven_from(day: date) -> tuple[date, ...]:
    """Seven days, or as many as the calendar has left."""
    return tuple(day + timedelta(n) for n in range(min(7, (date.max - day).days + 1)))


def marks_on(marks: Iterable[Mark], days: Sequence[date]) -> dict[date, tuple[Mark, ...]]:
    """What is on each of the days."""
    found: dict[date, tuple[Mark, ...]] = dict.fromkeys(days, ())
    for one in marks:
        if one.day in found:
            found[one.day] = (*found[one.day], one)
    return found


# On course ------------------------------------------------------------------------------------


def course_words(within: int, arranged: int) -> str:
    """Such as "Four people are within rhythm."; `arranged` are over it, with a date that is set."""
    said = []
    if within:
        said.append(trn("{count} person is within rhythm.", "{count} people are within rhythm.",
                        within, count=_in_letters(within)))
    if arranged:
        said.append(trn("With {n} more a date is set.", "With {n} more a date is set.", arranged)
                    if within else
                    trn("With {n} person a date is set.", "With {n} people a date is set.",
                        arranged))
    return " ".join(said)


def _in_letters(n: int) -> str:
    names = tr("One Two Three Four Five Six Seven Eight Nine").split()
    return names[n - 1] if n <= len(names) else str(n)
