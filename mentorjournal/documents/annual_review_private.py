"""The yearly review for myself, on two or three pages; every page says that it is private.

It may hold what no other paper may: hours, how feedback landed, what I decided about people, and
questions about missteps. Nothing else is made from `PrivateFacts`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mentorjournal.documents import annual_review as shared
from mentorjournal.documents import document as d
from mentorjournal.documents.annual_review import Counted, Limits, Network, SharedFacts
from mentorjournal.words import tr

MOST_PAGES = 3
MENTORS = (1.45, 2.3, 1.65, 1.6)


@dataclass(frozen=True)
class PrivateMentor:
    """A year with one mentor: contacts, texts of what I got and gave, the compact, the decision.

    `counted` says how much I got, of which the texts are a part.
    """

    name: str
    contacts: str
    got: tuple[str, ...] = ()
    gave: tuple[str, ...] = ()
    compact: str = ""
    decision: str = ""
    counted: str = ""


@dataclass(frozen=True)
class Month:
    """Hours a week at the end of a month, and how many I could give, if I said so."""

    name: str
    hours: float
    said: str
    most: float | None = None


@dataclass(frozen=True)
class Asked:
    """A question about a misstep, and the facts it rests on."""

    question: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class PrivateFacts:
    """Everything the private paper may say; `shared` is what others may know too.

    `then` is what the day before the period is called, such as "a year ago", and `before` how the
    network stood on it. `meant` is what I had meant to do in this year; `to_stop` and the plans of
    `shared` are for the next one.
    """

    shared: SharedFacts
    then: str = ""
    before: Network = Network()
    left: tuple[str, ...] = ()
    mentors: tuple[PrivateMentor, ...] = ()
    stances: str = ""
    months: tuple[Month, ...] = ()
    load: str = ""
    questions: tuple[Asked, ...] = ()
    untold: str = ""
    meant: tuple[tuple[str, tuple[str, ...]], ...] = ()
    intentions: tuple[str, ...] = ()
    new_person: str = ""
    to_stop: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the journal holds nothing of the period."""
        return self.shared.is_empty and not self.mentors


@dataclass(frozen=True)
class Most:
    """The most of each kind, of lines, and of texts in a cell."""

    limits: Limits = shared.WHOLE
    texts: int = 10_000
    cell: int = 0


SHORTER = (
    Most(Limits(10, 40, 4), 3, 6), Most(Limits(10, 40, 3, 0.8), 2, 4),
    Most(Limits(8, 40, 2, 0.7), 1, 2), Most(Limits(8, 30, 2, 0.7), 1, 2),
    Most(Limits(8, 24, 2, 0.7), 1, 2), Most(Limits(6, 20, 2, 0.7), 1, 2),
    Most(Limits(5, 14, 2, 0.6), 1, 2), Most(Limits(4, 10, 1, 0.6), 1, 2),
    Most(Limits(3, 6, 1, 0.5), 1, 1),
)


def fit(facts: PrivateFacts, page: d.PageSize = "A4") -> d.Document:
    """The fullest review on three pages at most; what was left out is counted on it."""
    from mentorjournal.documents.pdf import fullest

    return fullest((compose(facts, page, most) for most in SHORTER), MOST_PAGES)


def compose(facts: PrivateFacts, page: d.PageSize = "A4", most: Most | None = None) -> d.Document:
    """The blocks; without `most` nothing is left out, as for plain text."""
    most, told = most or Most(), facts.shared
    blocks: list[d.Block] = [
        d.Title(tr("My year of mentoring"), tr("Private: for myself"),
                shared.me_words(told), lines=2),
        d.Facts(shared.figures(told, facts.is_empty)), d.Rule(strong=True), *_meant(facts, most)]
    if facts.is_empty:
        blocks.append(d.Paragraph(shared.nothing_words()))
    else:
        blocks += [
            *shared.goal_blocks(told, most.limits),
            *_network(facts, most.limits), *_mentors(facts, most), *_feedback(facts, most),
            *shared.letter_blocks(told.letters, most.limits), *_rest(facts, most)]
        blocks += [*_load(facts), *_questions(facts, most)]
    blocks += _ahead(facts, most)
    return d.Document(
        title=tr("My year of mentoring: {period}", period=told.period), author=told.me_name,
        subject=tr("Private review of a year"), language=told.language, page=page,
        blocks=tuple(blocks),
        footer=shared.footer(tr("Private: for myself"), told.me_name, told.made_on),
        gaps=most.limits.gaps, dated=told.made_on,
    )


def _meant(facts: PrivateFacts, most: Most) -> Iterator[d.Block]:
    if facts.meant:
        yield d.Heading(tr("What I had meant to do"))
        yield d.Rows(tuple(
            d.Row(label, shared.shown(texts, most.limits.each), lines=most.limits.lines)
            for label, texts in facts.meant), shared.LABELS)


def _network(facts: PrivateFacts, limits: Limits) -> Iterator[d.Block]:
    """How many mentors there were then and are now, who came and who left."""
    then, now = facts.before, facts.shared.network
    yield d.Heading(tr("Network, {then} and now", then=facts.then))
    if not (then.mentors or now.mentors):
        yield d.Paragraph(tr("Nobody was a mentor of mine then or is now."), "small")
        return
    total = d.Span(tr("{n}: ", n=_turn(then.mentors, now.mentors)), True)
    yield d.Rows((
        d.Row(tr("Mentors"), ((total, d.Span(_turns(then.levels, now.levels))),)),
        d.Row(tr("Areas"), (_turns(then.areas, now.areas),)),
        d.Row(tr("Roles"), (_turns(then.roles, now.roles),)),
        *shared.people_row(tr("Who came"), facts.shared.came, limits),
        *shared.people_row(tr("Who left"), facts.left, limits)), shared.LABELS)


def _turns(then: Sequence[Counted], now: Sequence[Counted]) -> str:
    return ", ".join(
        tr("{what} {turn}", what=after.words, turn=_turn(before.n, after.n))
        for before, after in zip(then, now, strict=True))


def _turn(then: int, now: int) -> str:
    return str(now) if then == now else tr("{then} → {now}", then=then, now=now)


def _mentors(facts: PrivateFacts, most: Most) -> Iterator[d.Block]:
    if not facts.mentors:
        return
    yield d.Heading(tr("With each mentor"))
    heads = (tr("Who"), tr("What I got"), tr("What I gave"), tr("What is next"))
    kept = facts.mentors[: most.limits.mentors]
    yield d.Table(heads, tuple(_mentor(one, most) for one in kept), MENTORS, most.cell, tight=True)
    if len(facts.mentors) > len(kept):
        yield d.Paragraph(shared.more_words(len(facts.mentors) - len(kept)), "small", 1)


def _mentor(one: PrivateMentor, most: Most) -> tuple[d.Cell, ...]:
    return (
        (d.Span(one.name, True), d.Span(f"\n{one.contacts}")), _got(one, most),
        "\n".join(one.gave) or "–",
        "\n".join(part for part in (one.decision, one.compact) if part))


def _got(one: PrivateMentor, most: Most) -> d.Cell:
    """The first texts, then how much there was in all and how many of them are not here."""
    shown = one.got[: most.texts]
    left = len(one.got) - len(shown)
    said = (d.Span(one.counted, True), d.Span(shared.more_words(left) if left else ""))
    parts = [part for part in said if part.text]
    end = tuple(replace(part, text=f"\n{part.text}") if at else part
                for at, part in enumerate(parts))
    return d.Stack(shown, end, most.cell // max(len(shown), 1)) if shown or end else "–"


def _feedback(facts: PrivateFacts, most: Most) -> Iterator[d.Block]:
    if facts.shared.feedback:
        yield d.Listing(
            tr("Feedback, by theme"), shared.shown(facts.shared.feedback, most.limits.each),
            lines=2)
        if facts.stances:
            yield d.Paragraph(tr("How it landed: {stances}.", stances=facts.stances), "small")


def _rest(facts: PrivateFacts, most: Most) -> Iterator[d.Block]:
    told = facts.shared
    rows = tuple(
        d.Row(words, shared.shown(texts, most.limits.each), lines=2)
        for words, texts in ((tr("Thanks and credit"), told.thanks),
                             (tr("Those I mentor"), told.passing_on)) if texts)
    if rows:
        yield d.Heading(tr("Giving back"))
        yield d.Rows(rows, shared.LABELS)


def _load(facts: PrivateFacts) -> Iterator[d.Block]:
    if any(one.hours for one in facts.months):
        yield d.Heading(tr("Hours a week, at the end of each month"))
        yield d.Bars(tuple(
            d.Bar(one.name, one.hours, one.said, one.most) for one in facts.months),
            tr("h a week"))
        if facts.load:
            yield d.Paragraph(facts.load, "small")


def _questions(facts: PrivateFacts, most: Most) -> Iterator[d.Block]:
    if not facts.questions and not facts.untold:
        return
    yield d.Heading(tr("Missteps I may recognise"))
    yield d.Paragraph(tr("Questions, not verdicts: the counts are the journal’s, what they mean is "
                         "yours."), "small")
    if facts.questions:
        texts = tuple(
            (d.Span(one.question, True), d.Span(f" {' '.join(one.facts)}"))
            for one in facts.questions)
        yield d.Listing("", shared.shown(texts, most.limits.each), lines=most.limits.lines,
                        marked=True)
    else:
        yield d.Paragraph(tr("Nothing in the journal asks."))
    if facts.untold:
        yield d.Paragraph(facts.untold, "small")


def _ahead(facts: PrivateFacts, most: Most) -> Iterator[d.Block]:
    """What was written, and lines to write on where nothing was."""
    parts = (
        (tr("Three intentions") if len(facts.intentions) <= 3 else tr("Intentions"),
         facts.intentions),
        (tr("One new person"), (facts.new_person,) if facts.new_person else ()),
        (tr("One thing to stop"), (facts.to_stop,) if facts.to_stop else ()))
    if not any(texts for _, texts in parts):
        yield d.NoteLines(
            tr("The year ahead"), tr("To write:"),
            tr("three intentions, one new person, one thing to stop"), least=5, most=8)
        return
    yield d.Heading(tr("The year ahead"))
    yield d.Rows(tuple(
        d.Row(label, shared.shown(texts, most.limits.each) or (tr("open"),),
              lines=most.limits.lines) for label, texts in parts), shared.LABELS)
