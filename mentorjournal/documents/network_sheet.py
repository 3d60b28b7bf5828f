"""The network sheet: who is in my corner, on one page that reads without colour.

`SheetFacts` is the whitelist: what is not one of its fields cannot reach the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentorjournal.documents import document as d
from mentorjournal.documents.annual_review import cut, footer, joined
from mentorjournal.mentoring.vocabulary import FIVE_ROLES, LEVELS, label
from mentorjournal.words import (
    bare_name,
    capital,
    day_month_year,
    in_sentence,
    long_day,
    near_day,
    tr,
    trn,
)

GRID = (1.5, 2.35, 0.8)  # name, what they add, last contact
NARROW = (2.8, 1.0)  # the same where nobody adds anything
_SHAPES: dict[str, tuple[str, d.Shape]] = {
    "coach": ("C", "circle"), "research_adviser": ("R", "square"),
    "project_sponsor": ("S", "shield"), "institutional_advocate": ("A", "hexagon"),
    "confidante": ("F", "diamond"),
}


@dataclass(frozen=True)
class SheetPerson:
    """Somebody on the sheet: `adds` is said only where it may be, `last` is the last contact.

    `roles` and `level` are ids of the vocabulary; a candidate was not asked yet, or is thinking.
    """

    name: str
    short_name: str
    level: str | None = None
    roles: tuple[str, ...] = ()
    adds: str = ""
    last: date | None = None
    is_candidate: bool = False


@dataclass(frozen=True)
class SheetFacts:
    """Everything a sheet may say. `gaps` and `alone` are sentences, the most important first."""

    me_name: str = ""
    me_stage: str = ""
    people: tuple[SheetPerson, ...] = ()
    gaps: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    ask: str = ""
    ask_by: date | None = None
    made_on: date | None = None
    language: str = "en-GB"


@dataclass(frozen=True)
class Limits:
    """How high the rings are, and the most rows, lines of a row, and sentences there may be."""

    height: float = 316
    rows: int = 12
    lines: int = 2
    sentences: int = 5
    ask: int = 4
    gaps: float = 1.0


# Each says less than the one before.
SHORTER = (
    Limits(), Limits(gaps=0.7), Limits(300, gaps=0.7), Limits(284, gaps=0.7),
    Limits(268, gaps=0.7), Limits(300, lines=1, gaps=0.7), Limits(272, 12, 1, 4, 3, 0.7),
    Limits(272, 10, 1, 3, 3, 0.7), Limits(262, 9, 1, 3, 2, 0.7), Limits(250, 8, 1, 2, 2, 0.6),
    Limits(240, 7, 1, 2, 1, 0.6), Limits(220, 5, 1, 1, 1, 0.5),
)


def fit_one_page(facts: SheetFacts, page: d.PageSize = "A4") -> d.Document:
    """The fullest sheet that stands on one page; who was left out is counted on it."""
    from mentorjournal.documents.pdf import fullest

    return fullest(compose(facts, page, limits) for limits in SHORTER)


def compose(
    facts: SheetFacts, page: d.PageSize = "A4", limits: Limits | None = None
) -> d.Document:
    """The sheet's blocks; without `limits` nobody and nothing is left out, as for plain text."""
    name = cut(bare_name(facts.me_name))
    blocks: list[d.Block] = [
        d.Title(tr("My mentoring network"), lines=2,
                below=joined(in_sentence(facts.me_name), facts.me_stage)),
        d.Rule(strong=True), *_network(facts, limits), *_missing(facts, limits),
        *_ask(facts, limits),
    ]
    return d.Document(
        title=tr("Network sheet of {name}", name=name) if name else tr("Network sheet"),
        author=facts.me_name, subject=tr("Who is in my corner"), language=facts.language,
        page=page, blocks=tuple(blocks),
        footer=footer(tr("Network sheet"), facts.me_name, facts.made_on),
        gaps=limits.gaps if limits else 1.0, dated=facts.made_on,
    )


def signs() -> tuple[d.Sign, ...]:
    """The five roles as letters in shapes."""
    return tuple(d.Sign(*_SHAPES[role], label(role)) for role in FIVE_ROLES)


def _network(facts: SheetFacts, limits: Limits | None) -> Iterator[d.Block]:
    mentors = [one for one in facts.people if not one.is_candidate]
    if not facts.people:
        yield d.Paragraph(tr(
            "Nobody stands on this sheet yet. Add the people whose advice you value already; names "
            "are enough to begin with."))
        return
    on_rings = [one for one in facts.people if one.level in LEVELS]
    if on_rings:
        yield d.Rings(
            bare_name(facts.me_name) or tr("Me"), _stage(facts.me_stage),
            tuple(label(level) for level in LEVELS),
            tuple(_around(one, facts.made_on) for one in on_rings), signs(),
            limits.height if limits else 316, _more)
    without = [one.short_name for one in facts.people if one.level not in LEVELS]
    if without:
        yield d.Paragraph(
            tr("Level not noted: {names}", names=", ".join(map(in_sentence, without))), "small", 2)
    if mentors:
        yield from _grid(mentors, facts.made_on, limits)


def _stage(stage: str) -> str:
    """The first words of my stage, which stand in the middle."""
    return stage.partition(",")[0].partition("(")[0].strip()


def _around(one: SheetPerson, as_of: date | None) -> d.Around:
    said = tr("candidate") if one.is_candidate else (
        _short(one.last, as_of) if one.last else tr("no contact yet"))
    return d.Around(
        one.short_name, LEVELS.index(one.level or "senior"), _signs_of(one), (said,),
        one.is_candidate)


def _signs_of(one: SheetPerson) -> tuple[d.Sign, ...]:
    return tuple(sign for role, sign in zip(FIVE_ROLES, signs(), strict=True) if role in one.roles)


def _short(day: date | None, as_of: date | None) -> str:
    if day is None:
        return tr("none yet")
    return near_day(day, as_of) if as_of is not None else day_month_year(day)


def _more(n: int) -> str:
    return trn("+{n} more in the journal", "+{n} more in the journal", n)


def _grid(
    mentors: list[SheetPerson], as_of: date | None, limits: Limits | None
) -> Iterator[d.Block]:
    shown = mentors[: limits.rows] if limits else mentors
    counts = tuple(str(sum(role in one.roles for one in mentors)) for role in FIVE_ROLES)
    adds = any(_adds(one) for one in shown)
    yield d.Grid(
        (tr("Who"), *([tr("What they add")] if adds else []), tr("Last contact")), signs(),
        tuple(d.GridRow(one.name, _signs_of(one), (
            *([_adds(one)] if adds else []), _short(one.last, as_of))) for one in shown),
        GRID if adds else NARROW, tr("How many hold it"), counts, limits.lines if limits else 0)
    if len(mentors) > len(shown):
        yield d.Paragraph(_more(len(mentors) - len(shown)), "small", 1)


def _adds(one: SheetPerson) -> str:
    others = [label(role) for role in one.roles if role not in (*FIVE_ROLES, "peer")]
    said = one.adds.strip()
    return capital("; ".join([*others, *([said] if said else [])]))


def _missing(facts: SheetFacts, limits: Limits | None) -> Iterator[d.Block]:
    if all(one.is_candidate for one in facts.people):
        return
    most = limits.sentences if limits else 10_000
    yield d.Columns(
        (_listing(tr("What is missing"), facts.gaps, most,
                  tr("All five roles, three levels and three areas have somebody.")),),
        (_listing(tr("What rests on one person"), facts.alone, most,
                  tr("Each role that is held is held by two or more.")),))


def _listing(heading: str, said: tuple[str, ...], most: int, none: str) -> d.Listing:
    left = len(said) - most
    return d.Listing(
        heading, said[:most] or (none,), _more(left) if left > 0 else "", lines=2,
        marked=bool(said))


def _ask(facts: SheetFacts, limits: Limits | None) -> Iterator[d.Block]:
    if not facts.ask.strip():
        return
    by = tr("by {day}", day=long_day(facts.ask_by)) if facts.ask_by else tr("no day set yet")
    yield d.Box(
        tr("My next ask, {by}", by=by), facts.ask.strip(), limits.ask if limits else 0)
