"""The yearly review as one page to hand on: what became of goals, people, letters and thanks.

`SharedFacts` is the whitelist: stance, hours, missteps, answers in numbers and endings are none of
its fields, and what is not one of its fields cannot reach the page. Nor does it say how many
mentors there were before: with those who came, that would tell that somebody left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mentorjournal.documents import document as d
from mentorjournal.words import bare_name, in_sentence, tr, trn, whole_day

LONGEST_NAME = 60  # letters of a name in the footer
LABELS = 92  # points
MENTORS = (1.4, 2.0, 0.75, 2.5)
LETTERS = (2.35, 1.6, 1.6, 1.45)


@dataclass(frozen=True)
class GoalLine:
    """A goal in its own words, and what is said of it, such as "reached on 12 December"."""

    text: str
    note: str = ""


@dataclass(frozen=True)
class Counted:
    """How many there are of a level, an area or a role."""

    words: str
    n: int


@dataclass(frozen=True)
class Network:
    """The mentors of one day, counted."""

    mentors: int = 0
    levels: tuple[Counted, ...] = ()
    areas: tuple[Counted, ...] = ()
    roles: tuple[Counted, ...] = ()


@dataclass(frozen=True)
class MentorLine:
    """A mentor, what they are to me, days of contact, and what I got, counted."""

    name: str
    roles: str = ""
    contacts: int = 0
    got: str = ""


@dataclass(frozen=True)
class LetterLine:
    """A letter: for what, by whom, from asking to deadline, and how it ended."""

    target: str
    writer: str
    days: str = ""
    outcome: str = ""


@dataclass(frozen=True)
class SharedFacts:
    """Everything the page to hand on may say; sentences and lines are ready to be set.

    `network` is that of the last day, and `came` are those of it who were not there before.
    """

    period: str
    me_name: str = ""
    me_line: str = ""
    figures: tuple[tuple[str, str], ...] = ()
    done: tuple[GoalLine, ...] = ()
    moved: tuple[GoalLine, ...] = ()
    dropped: tuple[GoalLine, ...] = ()
    active: tuple[GoalLine, ...] = ()
    network: Network = Network()
    came: tuple[str, ...] = ()
    mentors: tuple[MentorLine, ...] = ()
    feedback: tuple[str, ...] = ()
    letters: tuple[LetterLine, ...] = ()
    thanks: tuple[str, ...] = ()
    passing_on: tuple[str, ...] = ()
    intentions: tuple[str, ...] = ()
    new_person: str = ""
    made_on: date | None = None
    language: str = "en-GB"

    @property
    def is_empty(self) -> bool:
        """Whether the journal holds nothing of the period."""
        return not (
            self.done or self.moved or self.dropped or self.active or self.mentors
            or self.feedback or self.letters or self.thanks
            or self.passing_on)


@dataclass(frozen=True)
class Limits:
    """The most of each kind, and the most lines of a text."""

    each: int = 8
    mentors: int = 12
    lines: int = 3
    gaps: float = 1.0
    names: int = 8  # of those who came or left


WHOLE = Limits(10_000, 10_000, 0, names=10_000)
SHORTER = (
    Limits(), Limits(8, 12, 2, 0.7), Limits(8, 12, 2, 0.5), Limits(6, 10, 2, 0.5),
    Limits(5, 9, 2, 0.5), Limits(5, 9, 1, 0.5), Limits(4, 8, 1, 0.5), Limits(3, 8, 1, 0.5),
    Limits(3, 7, 1, 0.4), Limits(3, 6, 1, 0.4), Limits(2, 6, 1, 0.4), Limits(2, 5, 1, 0.4),
    Limits(1, 3, 1, 0.4),
)


def fit_one_page(facts: SharedFacts, page: d.PageSize = "A4") -> d.Document:
    """The fullest review that stands on one page; what was left out is counted on it."""
    from mentorjournal.documents.pdf import fullest

    return fullest(compose(facts, page, limits) for limits in SHORTER)


def compose(
    facts: SharedFacts, page: d.PageSize = "A4", limits: Limits | None = None
) -> d.Document:
    """The page's blocks; without `limits` nothing is left out, as for plain text."""
    within = limits or WHOLE
    blocks: list[d.Block] = [
        d.Title(tr("A year of mentoring"), below=me_words(facts), lines=2),
        d.Facts(figures(facts, facts.is_empty)), d.Rule(strong=True)]
    if facts.is_empty:
        blocks.append(d.Paragraph(nothing_words()))
    else:
        blocks += [
            *goal_blocks(facts, within), *_network(facts, within), *_mentors(facts, within),
            *_small(facts, within), *letter_blocks(facts.letters, within), *_ahead(facts, within)]
    return d.Document(
        title=tr("A year of mentoring: {period}", period=facts.period), author=facts.me_name,
        subject=tr("Review of a year"), language=facts.language, page=page, blocks=tuple(blocks),
        footer=footer(tr("A year of mentoring"), facts.me_name, facts.made_on),
        gaps=within.gaps, dated=facts.made_on,
    )


# Parts that the private paper shares ------------------------------------------------------------


def nothing_words() -> str:
    """What is said where the journal holds nothing of these days."""
    return tr(
        "The journal holds nothing of these days yet. It is made of goals, meetings and other "
        "contacts, feedback, letters and thanks: note one of them, and the review begins to fill.")


def me_words(facts: SharedFacts) -> str:
    """Who I am, below the title."""
    return joined(in_sentence(facts.me_name), facts.me_line) if facts.me_line else facts.me_name


def joined(*parts: str) -> str:
    """Parts with commas between them, empty ones left out."""
    return ", ".join(part for part in parts if part)


def cut(name: str) -> str:
    """A name that has room in a footer."""
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"


def day_words(day: date | None) -> str:
    """Such as "15 May 2026"."""
    return whole_day(day) if day else ""


def figures(facts: SharedFacts, is_empty: bool) -> tuple[d.Fact, ...]:
    """The period, and a few numbers beside it."""
    said = () if is_empty else facts.figures
    return (d.Fact(tr("Period"), (facts.period,), 2),
            *(d.Fact(label, (value,), 2) for label, value in said))


def footer(what: str, me_name: str, day: date | None) -> d.Footer:
    """What it is, whose, and when."""
    return d.Footer(what, joined(in_sentence(cut(bare_name(me_name))), day_words(day)))


def more_words(n: int) -> str:
    """How many were left out."""
    return trn("+{n} more in the journal", "+{n} more in the journal", n)


def shown(texts: Sequence[d.Words], most: int) -> tuple[d.Words, ...]:
    """As many as there may be, and how many more there are."""
    left = len(texts) - most
    return (*texts[:most], *([more_words(left)] if left > 0 else []))


def goal_blocks(facts: SharedFacts, limits: Limits) -> Iterator[d.Block]:
    """What became of goals, under what became of them."""
    parts = (
        (tr("Reached"), facts.done), (tr("Moved"), facts.moved), (tr("Dropped"), facts.dropped),
        (tr("Under way"), facts.active))
    rows = tuple(
        d.Row(label, shown([goal_words(one) for one in lines], limits.each), lines=limits.lines)
        for label, lines in parts if lines)
    yield d.Heading(tr("Goals"))
    if rows:
        yield d.Rows(rows, LABELS)
    else:
        yield d.Paragraph(tr("No goal was worked on in these days."), "small")


def goal_words(one: GoalLine) -> d.Words:
    """The goal, then what is said of it."""
    if not one.note:
        return one.text
    return (d.Span(tr("{goal}: ", goal=one.text.strip().rstrip(".")), True), d.Span(one.note))


def people_row(label: str, names: Sequence[str], limits: Limits) -> list[d.Row]:
    """Names one after the other; no row where there are none."""
    if not names:
        return []
    told = shown([in_sentence(name) for name in names], limits.names)
    return [d.Row(label, (", ".join(map(d.plain, told)),), lines=limits.lines)]


def letter_blocks(letters: Sequence[LetterLine], limits: Limits) -> Iterator[d.Block]:
    """Letters in a table."""
    if not letters:
        return
    yield d.Heading(tr("Letters and what came of them"))
    heads = (tr("For"), tr("Written by"), tr("Asked, due"), tr("Outcome"))
    yield d.Table(
        heads, tuple((one.target, one.writer, one.days, one.outcome)
                     for one in letters[: limits.each]), LETTERS, min(limits.lines, 2), tight=True)
    if len(letters) > limits.each:
        yield d.Paragraph(more_words(len(letters) - limits.each), "small", 1)


# Parts of this page -----------------------------------------------------------------------------


def _network(facts: SharedFacts, limits: Limits) -> Iterator[d.Block]:
    """How many mentors there are, and who came."""
    yield d.Heading(tr("Network"))
    found = facts.network
    if not found.mentors:
        yield d.Paragraph(tr("Nobody is a mentor of mine."), "small")
        return
    total = (d.Span(tr("{n}: ", n=found.mentors), True), d.Span(_counts(found.levels)))
    yield d.Rows((
        d.Row(tr("Mentors"), (total,)), d.Row(tr("Areas"), (_counts(found.areas),)),
        d.Row(tr("Roles"), (_counts(found.roles),)),
        *people_row(tr("Who came"), facts.came, limits)), LABELS)


def _counts(counted: Sequence[Counted]) -> str:
    return ", ".join(tr("{what} {n}", what=one.words, n=one.n) for one in counted)


def _mentors(facts: SharedFacts, limits: Limits) -> Iterator[d.Block]:
    if not facts.mentors:
        return
    yield d.Heading(tr("With my mentors"))
    heads = (tr("Who"), tr("Role"), tr("Contacts"), tr("What I got"))
    yield d.Table(heads, tuple(
        (one.name, one.roles, str(one.contacts), one.got)
        for one in facts.mentors[: limits.mentors]), MENTORS, min(limits.lines, 2), tight=True)
    if len(facts.mentors) > limits.mentors:
        yield d.Paragraph(more_words(len(facts.mentors) - limits.mentors), "small", 1)


def _small(facts: SharedFacts, limits: Limits) -> Iterator[d.Block]:
    """Feedback beside thanks and passing on."""
    left = _listing(tr("Feedback, by theme"), facts.feedback, limits)
    right = _listing(tr("Thanks, credit, passing on"), (*facts.thanks, *facts.passing_on), limits)
    if left or right:
        yield d.Columns(left, right)


def _listing(heading: str, texts: Sequence[str], limits: Limits) -> tuple[d.Block, ...]:
    if not texts:
        return ()
    return (d.Listing(heading, shown(texts, limits.each), lines=2),)


def _ahead(facts: SharedFacts, limits: Limits) -> Iterator[d.Block]:
    if facts.intentions or facts.new_person:
        yield d.Heading(tr("The year ahead"))
        rows = [d.Row(tr("I mean to"), shown(facts.intentions, limits.each), lines=2)] if (
            facts.intentions) else []
        if facts.new_person:
            rows.append(d.Row(tr("Somebody new"), (facts.new_person,), lines=2))
        yield d.Rows(tuple(rows), LABELS)
