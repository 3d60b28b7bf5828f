"""Gratitude and credit (tip 9): what is still to be thanked for, and how thanks were given.

Help means an introduction, a hard favour or a letter. Days and counts, never a score; the numbers
of days are defaults of ours, the rest is the paper's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from mentorjournal.words import listing, tr

HELP_KINDS = ("introduction_received", "favour_received")  # of contacts
OFFERS = ("offer_to_help", "letter_for_mentor")
PRAISE = ("praise_to_peer", "praise_to_leadership")
CREDIT = ("credit_in_talk", "authorship_credit", "acknowledgement")
OPEN_KINDS = (*PRAISE, *CREDIT, "nomination")  # usually before others
WRITTEN = ("note", "handwritten", "report_of_impact")  # those that begin with a note
THANK_WITHIN = 7  # days after help; default of ours
LOOK_AFTER = 30  # default of ours
CREDIT_WITHIN = 14  # default of ours
GOALS_WITHIN = 180
YEAR = 365
# What many write before the thing itself.
_THANKS_FOR = re.compile(
    r"^((many )?thanks|thank you)( so much| very much| a lot)?,? for +(?=\S)", re.IGNORECASE)
LONGEST_THING = 2_000  # characters; whoever writes more has written the note already


class Given(Protocol):
    """What is read of a thank you; without a day it is still to be sent."""

    @property
    def person_id(self) -> int: ...

    @property
    def date(self) -> date | None: ...

    @property
    def kind(self) -> str | None: ...

    @property
    def reach(self) -> str: ...

    @property
    def letter_id(self) -> int | None: ...


class Part(Protocol):
    """What is read of one person's part in an accomplishment."""

    @property
    def accomplishment_id(self) -> int: ...

    @property
    def person_id(self) -> int: ...

    @property
    def part(self) -> str: ...

    @property
    def credited_on(self) -> date | None: ...


@dataclass(frozen=True)
class Help:
    """Something that somebody did for me; `source` is contact or letter, `what` says which."""

    person_id: int
    source: str
    source_id: int
    what: str
    day: date

    @property
    def key(self) -> str:
        """What it is called when it is put aside."""
        return f"thank:{self.source}:{self.source_id}"

    def is_late(self, as_of: date) -> bool:
        """Whether more than a week has passed without thanks."""
        return (as_of - self.day).days > THANK_WITHIN


def unthanked(
    helps: Iterable[Help], given: Iterable[Given], as_of: date, put_aside: Collection[str] = (),
) -> list[Help]:
    """What is still to be thanked for, in the order given.

    Thanks on the day of help or after it count for all help before; a letter wants its own.
    """
    done = [one for one in given if one.date is not None and one.date <= as_of]
    last = _last_days(done)
    letters = {one.letter_id for one in done if one.letter_id is not None}
    return [
        help for help in helps
        if help.day <= as_of and help.key not in put_aside and (
            help.source_id not in letters if help.source == "letter"
            else help.person_id not in last or last[help.person_id] < help.day
        )
    ]


@dataclass(frozen=True)
class Standing:
    """How thanks stand with one person: days since the last, None without any, and help since."""

    person_id: int
    last: date | None
    days: int | None
    waiting: tuple[Help, ...] = ()
    needs_look: bool = False


def standings(
    person_ids: Iterable[int], given: Iterable[Given], waiting: Iterable[Help], as_of: date,
    look_after: float = LOOK_AFTER,
) -> dict[int, Standing]:
    """Each person's standing (D9.1); help that has waited longer than 30 days needs a look."""
    last = _last_days(one for one in given if one.date is not None and one.date <= as_of)
    helps: dict[int, list[Help]] = {}
    for help in waiting:
        helps.setdefault(help.person_id, []).append(help)
    return {
        key: Standing(
            key, last.get(key), (as_of - last[key]).days if key in last else None,
            tuple(helps.get(key, ())),
            any((as_of - help.day).days > look_after for help in helps.get(key, ())),
        )
        for key in person_ids
    }


def _last_days(given: Iterable[Given]) -> dict[int, date]:
    last: dict[int, date] = {}
    for one in given:
        if one.date is not None:
            last[one.person_id] = max(one.date, last.get(one.person_id, one.date))
    return last


@dataclass(frozen=True)
class ThanksInYear:
    """The thanks of the 365 days that end with a day: how many of each kind, how many public."""

    count: int
    kinds: Mapping[str, int]
    public: int


def in_year(given: Iterable[Given], as_of: date) -> ThanksInYear:
    """Count the thanks of the last year (D9.2); what is still to be sent does not count."""
    found = [one for one in given if _within_year(one.date, as_of)]
    kinds = Counter(one.kind or "other" for one in found)
    return ThanksInYear(len(found), dict(kinds), sum(one.reach == "public" for one in found))


def _within_year(day: date | None, as_of: date) -> bool:
    return day is not None and 0 <= (as_of - day).days < YEAR


@dataclass(frozen=True)
class CreditReading:
    """Accomplishments of which every contributor is credited, of those with any, and who is not.
    """

    complete: int
    total: int
    missing: tuple[tuple[int, int], ...] = ()  # accomplishment and person


def credit_given(parts: Iterable[Part], as_of: date) -> CreditReading:
    """Credit given for what was achieved (D9.3); whoever only saw it is no contributor."""
    mine = [one for one in parts if one.part == "contributor"]
    missing = tuple((one.accomplishment_id, one.person_id) for one in mine
                    if one.credited_on is None or one.credited_on > as_of)
    total = {one.accomplishment_id for one in mine}
    return CreditReading(len(total - {key for key, _ in missing}), len(total), missing)


def credit_is_late(achieved_on: date | None, as_of: date) -> bool:
    """Whether credit is more than 14 days behind the accomplishment."""
    return achieved_on is not None and (as_of - achieved_on).days > CREDIT_WITHIN


def goals_are_due(known_since: date | None, knows_goals: bool, as_of: date) -> bool:
    """Whether somebody known for half a year has not been asked what they are after (A9.4)."""
    return not knows_goals and known_since is not None and (
        (as_of - known_since).days >= GOALS_WITHIN)


def offer_is_due(
    given: Iterable[Given], known_since: date | None, has_news: bool, as_of: date
) -> bool:
    """Whether it is time to offer one's help or a letter (A9.5): once a year, or at good news."""
    if any(one.kind in OFFERS and (one.date is None or _within_year(one.date, as_of))
           for one in given):
        return False
    return has_news or known_since is not None and (as_of - known_since).days >= YEAR


def usual_reach(kind: str) -> str:
    """Whether a kind of thanks is usually said to them alone or before others."""
    return "public" if kind in OPEN_KINDS else "private"


def thing_in(for_what: str, kind: str = "note") -> str:
    """What it is for, without a "Thank you for" typed before it: every sentence has one."""
    return for_what.strip() if kind in OFFERS else _THANKS_FOR.sub("", for_what.strip(), count=1)


def note(
    my_name: str | None, to: Sequence[str], for_what: str, changed: str = "", kind: str = "note"
) -> str:
    """A thank-you note made of what was written down, and of nothing else; "" without that.

    None is drafted where what it is for is a long text itself.
    """
    what = _clause(thing_in(for_what[: LONGEST_THING + 1], kind))
    if not what or len(for_what) > LONGEST_THING:
        return ""
    said = {
        "offer_to_help": tr("I would be glad to help you with this: {what}", what=what),
        "letter_for_mentor": tr("I would be glad to write for you: {what}", what=what),
    }.get(kind, tr("Thank you for {what}", what=what))
    paragraphs = [
        tr("Dear {names},", names=listing(list(to))) if to else "", _ended(said),
        _ended(_clause(changed)[:1].upper() + _clause(changed)[1:]),
        "\n".join(filter(None, [tr("With thanks,"), my_name])),
    ]
    return "\n\n".join(part for part in paragraphs if part)


def _clause(text: str) -> str:
    return " ".join(text.split()).rstrip(" ,;")


def _ended(sentence: str) -> str:
    return sentence if not sentence or sentence[-1] in ".!?…。！？”\"" else f"{sentence}."
