"""The compact: what two people expect of each other, on at most two pages for both to sign.

`CompactFacts` is the whitelist: what is not one of its fields cannot reach the page.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from mentorjournal.documents import document as d
from mentorjournal.words import bare_name, in_sentence, rhythm, tr, trn, whole_day

MOST_PAGES = 2
SHARES = (1.2, 1.25, 1.25, 1.4)  # topic, mine, theirs, agreed


@dataclass(frozen=True)
class TopicLine:
    """One topic; `state` is open, agreed or differs, `since` the day from which it differs."""

    name: str
    mine: str = ""
    theirs: str = ""
    agreed: str = ""
    state: str = "open"
    since: date | None = None


@dataclass(frozen=True)
class CompactFacts:
    """Everything a compact may say; `missing` are topics not in it, with what they ask."""

    person_name: str
    me_name: str = ""
    purpose: str = ""
    started_on: date | None = None
    agreed_on: date | None = None
    review_due: date | None = None
    review_every_days: int = 180
    confidential: str = ""
    goals: tuple[str, ...] = ()
    topics: tuple[TopicLine, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    to_sign: bool = True
    made_on: date | None = None
    language: str = "en-GB"


@dataclass(frozen=True)
class Limits:
    """The most lines of a text, and how many topics stand in the table.

    With `apart` what follows the table has the second page to itself.
    """

    cell: int = 24
    text: int = 8
    goals: int = 6
    topics: int = 10_000
    gaps: float = 1.0
    apart: bool = False


# Each says less than the one before; first less air, which costs nobody a word.
SHORTER = (
    Limits(), Limits(gaps=0.7), Limits(14, 6, gaps=0.7), Limits(9, 5, gaps=0.7),
    Limits(6, 4, gaps=0.7), Limits(4, 3, 4, gaps=0.7), Limits(3, 2, 3, gaps=0.7),
)


def fit_two_pages(facts: CompactFacts, page: d.PageSize = "A4") -> d.Document:
    """The fullest compact that stands on two pages; topics left out are counted on it."""
    from mentorjournal.documents.pdf import page_count

    for limits in SHORTER[:2]:  # what nearly stands on one page does
        if page_count(compose(facts, page, limits)) == 1:
            return compose(facts, page, limits)
    apart = compose(facts, page, Limits(apart=True))  # nobody signs a page that says nothing
    if page_count(apart) <= MOST_PAGES:
        return apart
    steps = [
        *SHORTER, *(Limits(3, 2, 3, n, 0.7) for n in reversed(range(1, len(facts.topics))))
    ]
    at = bisect_left(
        steps, True, hi=len(steps) - 1,
        key=lambda limits: page_count(compose(facts, page, limits)) <= MOST_PAGES,
    )
    return compose(facts, page, steps[at])


def compose(
    facts: CompactFacts, page: d.PageSize = "A4", limits: Limits = SHORTER[0]
) -> d.Document:
    """The compact's blocks; with the widest limits they may take more than two pages."""
    names = [_name(facts.me_name), _name(facts.person_name)]
    between = tr("{one} and {other}", one=names[0] or tr("I"), other=names[1])
    blocks: list[d.Block] = [
        d.Title(tr("What we expect of each other"), lines=2), d.Facts(_dates(facts, between)),
        d.Rule(strong=True), *_purpose(facts, limits), *_topics(facts, names, limits),
        *([d.PageBreak()] if limits.apart else []), *_rest(facts, limits),
    ]
    if facts.to_sign:
        blocks.append(d.Signatures(tuple(name or tr("I") for name in names), tr("Date")))
    return d.Document(
        title=tr("Compact of {names}", names=between), author=facts.me_name,
        subject=tr("What two people expect of each other"), language=facts.language, page=page,
        blocks=tuple(blocks), footer=_footer(facts, between), gaps=limits.gaps,
        dated=facts.made_on,
    )


def _name(name: str) -> str:
    bare = bare_name(name[:400])
    return bare if len(bare) <= 60 else bare[:59].rstrip() + "…"


def _dates(facts: CompactFacts, between: str) -> tuple[d.Fact, ...]:
    days = (
        (tr("Begun"), facts.started_on), (tr("Agreed"), facts.agreed_on),
        (tr("To look over by"), facts.review_due),
    )
    return (
        d.Fact(tr("Between"), (between,), 3),
        *(d.Fact(words, (whole_day(day) if day else tr("open"),), 2) for words, day in days),
    )


def _purpose(facts: CompactFacts, limits: Limits) -> list[d.Block]:
    blocks: list[d.Block] = [
        d.Box(tr("What this is for"), facts.purpose.strip() or tr("open"), limits.text)]
    if facts.goals:
        left = len(facts.goals) - limits.goals
        blocks.append(d.Listing(
            tr("Goals"), facts.goals[: limits.goals], _more(left), lines=2))
    return blocks


def _more(count: int) -> str:
    return trn("+{n} more in the app", "+{n} more in the app", count) if count > 0 else ""


def _topics(facts: CompactFacts, names: list[str], limits: Limits) -> list[d.Block]:
    if not facts.topics:
        return []
    heads = (
        tr("Topic"), _expects(names[0]) if names[0] else tr("I expect"), _expects(names[1]),
        tr("We agreed"),
    )
    rows = tuple(_row(topic) for topic in facts.topics[: limits.topics])
    more = _more(len(facts.topics) - limits.topics)
    table = d.Table(heads, rows, SHARES, limits.cell)
    return [d.Gap(6), table, *([d.Paragraph(more, "small")] if more else [])]


def _expects(name: str) -> str:
    return tr("{name} expects", name=in_sentence(name))


def _row(topic: TopicLine) -> tuple[d.Words, ...]:
    said = topic.agreed.strip()
    if topic.state == "differs":
        since = tr("We see this differently")
        if topic.since:
            since = tr("We see this differently, since {day}", day=whole_day(topic.since))
        agreed: d.Words = (d.Span(since, True), d.Span(f"\n{said}" if said else ""))
    elif topic.state == "agreed":
        agreed = said or tr("agreed")
    else:
        agreed = (d.Span(tr("open"), True), d.Span(f": {said}" if said else ""))
    return (
        (d.Span(topic.name, True),), topic.mine.strip() or tr("open"),
        topic.theirs.strip() or tr("open"), agreed,
    )


def _rest(facts: CompactFacts, limits: Limits) -> list[d.Block]:
    rows = []
    if facts.confidential.strip():
        rows.append(d.Row(tr("Stays between us"), (facts.confidential,), lines=limits.text))
    again = tr("We look it over {rhythm}", rhythm=_rhythm(facts.review_every_days))
    if facts.review_due:
        late = facts.made_on is not None and facts.review_due < facts.made_on
        day = whole_day(facts.review_due)
        when = tr("due since {day}", day=day) if late else tr("next by {day}", day=day)
        again = tr("{again}, {when}", again=again, when=when)
    rows.append(d.Row(tr("Looking it over"), (again,), lines=2))
    blocks: list[d.Block] = [d.Rows(tuple(rows))]
    if facts.missing:
        texts = tuple(
            (d.Span(name, True), d.Span(f": {asks}" if asks else "")) for name, asks
            in facts.missing
        )
        blocks.append(d.Listing(tr("Still open: not talked about yet"), texts, lines=1))
    return blocks


def _rhythm(days: int) -> str:
    """Such as "every 6 months"; a compact is looked over in months, whatever they are made of."""
    months = round(days / 30.44)
    if days >= 60 and abs(months * 30.44 - days) <= 6:
        return trn("every month", "every {n} months", months)
    return rhythm(days)


def _footer(facts: CompactFacts, between: str) -> d.Footer:
    made = tr("As of {day}", day=whole_day(facts.made_on)) if facts.made_on else ""
    return d.Footer(between, made)
