"""The brief for a letter of recommendation: what its writer needs, on two pages or three.

`BriefFacts` is the whitelist: what is not one of its fields cannot reach the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from mentorjournal.documents import document as d
from mentorjournal.words import bare_name, capital, listing, sentence, tr, weekday_day, whole_day

USUAL_PAGES, MOST_PAGES = 2, 3
TIGHT = 0.7  # of the usual room between parts; nobody loses a word
IN_A_ROW = 180  # letters; two lines
LABELS = 108  # points, as wide as the drawing has it
LONGEST_NAME = 60  # letters of a name in the footer
# Words that already begin a sentence; before any other small letter stands "I".
_SUBJECTS = frozenset({"i", "we", "my", "our", "the", "this", "they", "he", "she", "it"})


@dataclass(frozen=True)
class Piece:
    """A piece of evidence; `witness` is whoever saw it, with `by_reader` the writer themselves."""

    situation: str = ""
    did: str = ""
    result: str = ""
    witness: str = ""
    by_reader: bool = False
    day: date | None = None


@dataclass(frozen=True)
class Claim:
    """A quality the letter could speak to, the criterion it answers, and its evidence."""

    text: str
    criterion: str = ""
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class BriefFacts:
    """Everything a brief may say. `rows` are labelled facts, such as what the form asks for.

    `dealings` is what both know of their work together, a sentence each.
    """

    writer_name: str
    opportunity: str
    me_name: str = ""
    me_line: str = ""
    asked: str = ""
    deadline: str = ""
    how_to_send: str = ""
    length_and_form: str = ""
    addressed_to: str = ""
    rows: tuple[tuple[str, str], ...] = ()
    waiver: str = ""
    why: str = ""
    why_you: str = ""
    how_known: str = ""
    dealings: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    evidence_unknown: str = ""
    growth: str = ""
    context: str = ""
    leave_out: str = ""
    others: str = ""
    attachments: tuple[str, ...] = ()
    reminders: tuple[date, ...] = ()
    thanks: str = ""
    made_on: date | None = None
    language: str = "en-GB"


# The sections that can be shortened, by the field of the facts that holds them.
_CUTTABLE = ("claims", "evidence_unknown", "why", "how_known", "growth", "context", "others",
             "criteria", "leave_out")


def fit(facts: BriefFacts, page: d.PageSize = "A4") -> d.Document:
    """The brief with the usual air, or with less where that makes two pages, or three, of it."""
    from mentorjournal.documents.pdf import page_count

    whole = compose(facts, page)
    pages = page_count(whole)
    if pages <= USUAL_PAGES:
        return whole
    tight = compose(facts, page, TIGHT)
    fewer = page_count(tight)
    return tight if fewer < pages and fewer in (USUAL_PAGES, MOST_PAGES) else whole


def compose(facts: BriefFacts, page: d.PageSize = "A4", gaps: float = 1.0) -> d.Document:
    """The brief's blocks; a section without words is left out. `gaps` as in `Document`."""
    blocks: list[d.Block] = [
        d.Title(tr("Brief for a letter of support"), tr("For {name}", name=facts.writer_name),
                _joined(facts.me_name, facts.me_line)),
        d.Rule(strong=True), d.Rows(tuple(_ask(facts)), LABELS),
    ]
    for heading, parts in _sections(facts):
        if parts:
            blocks += [d.Rule(), d.Heading(heading), *parts]
    return d.Document(
        title=tr("Brief: {opportunity}", opportunity=facts.opportunity), author=facts.me_name,
        subject=tr("Brief for a letter of support"), language=facts.language, page=page,
        blocks=tuple(blocks), footer=_footer(facts), gaps=gaps, dated=facts.made_on,
    )


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _ask(facts: BriefFacts) -> Iterator[d.Row]:
    rows = (
        (tr("Opportunity"), facts.opportunity, True), (tr("What I ask"), facts.asked, False),
        (tr("Letter due"), facts.deadline, True), (tr("How to send it"), facts.how_to_send, False),
        (tr("Length and form"), facts.length_and_form, False),
        (tr("Addressed to"), facts.addressed_to, False),
        *((label, text, False) for label, text in facts.rows),
        (tr("My right to see it"), facts.waiver, False),
    )
    for label, text, is_strong in rows:
        if text.strip():
            yield d.Row(label, (capital(text.strip()),), is_strong)


def _sections(facts: BriefFacts) -> Iterator[tuple[str, list[d.Block]]]:
    """The sections in the order in which a writer needs them, empty ones too."""
    yield tr("Why this matters, and why you"), _paragraphs(facts.why, facts.why_you)
    yield tr("How you know me"), _paragraphs(facts.how_known, " ".join(facts.dealings))
    yield tr("What the readers look for"), _bulleted(facts.criteria)
    yield tr("What I hope you can speak to"), list(_claims(facts.claims))
    yield tr("What you could not know"), _paragraphs(facts.evidence_unknown)
    yield tr("One thing I worked on"), _paragraphs(facts.growth)
    yield tr("What you may mention"), _paragraphs(facts.context)
    yield tr("What I would rather leave out"), _paragraphs(facts.leave_out)
    yield tr("Who else writes, and what they cover"), _paragraphs(facts.others)
    yield tr("What comes with this"), _in_a_row(facts.attachments)
    yield tr("From me"), _paragraphs(_closing(facts))


def _paragraphs(*texts: str) -> list[d.Block]:
    """Each text as written, with its paragraphs; only the first letter and the last stop are ours.

    A text of many lines keeps them.
    """
    return [
        d.Paragraph(sentence(part))
        for text in texts for part in text.split("\n\n") if part.strip()
    ]


def _bulleted(texts: Sequence[str]) -> list[d.Block]:
    said = tuple(capital(text.strip()) for text in texts if text.strip())
    return [d.Listing("", said, marked=True)] if said else []


def _in_a_row(texts: Sequence[str]) -> list[d.Block]:
    """A few short texts in one sentence, so that they cost no page; else a list."""
    said = "; ".join(text.strip() for text in texts if text.strip())
    return _paragraphs(said) if len(said) <= IN_A_ROW else _bulleted(texts)


def _claims(claims: Sequence[Claim]) -> Iterator[d.Block]:
    if any(_seen(piece) for claim in claims for piece in claim.pieces):
        yield d.Paragraph(tr("With each stands who saw it, and when."), "small")
    for number, claim in enumerate((one for one in claims if one.text.strip()), 1):
        criterion = claim.criterion.strip()
        answers = ""
        if criterion and criterion.casefold() != claim.text.strip().casefold():
            answers = tr("The readers ask for: {criterion}", criterion=criterion)
        yield d.Item(
            str(number), capital(claim.text.strip()), below=answers,
            entries=tuple(
                d.Entry(said, _seen(piece)) for piece in claim.pieces if (said := _told(piece))),
        )


def _told(piece: Piece) -> str:
    """Situation, deed and result as sentences in the first person."""
    did = piece.did.strip()
    if did[:1].islower() and did.split()[0] not in _SUBJECTS:
        did = tr("I {did}", did=did)
    parts = (piece.situation, did, piece.result)
    return " ".join(sentence(part) for part in parts if part.strip())


def _seen(piece: Piece) -> str:
    day = whole_day(piece.day) if piece.day else ""
    who = tr("You saw this") if piece.by_reader else piece.witness
    return "\n".join(filter(None, (who, day)))


def _closing(facts: BriefFacts) -> str:
    said = []
    if facts.reminders:
        days = listing([weekday_day(day) for day in facts.reminders])
        said.append(tr("Unless it is in by then, I will remind you on {days}.", days=days))
    said.append(tr("I will tell you the result either way."))
    said.append(facts.thanks.strip() or tr("Thank you."))
    return " ".join(said)


def _footer(facts: BriefFacts) -> d.Footer:
    name = bare_name(facts.me_name)
    if len(name) > LONGEST_NAME:
        name = f"{name[: LONGEST_NAME - 1].rstrip()}…"
    made = whole_day(facts.made_on) if facts.made_on else ""
    return d.Footer(tr("Brief for a letter of support"), _joined(name, made))


# Too long -------------------------------------------------------------------------------------


def sections_to_cut(facts: BriefFacts, page: d.PageSize = "A4") -> list[str]:
    """What would have to be shortened for the brief to fit three pages; none when it does.

    The longest sections come first, as many as it takes.
    """
    from mentorjournal.documents.pdf import page_count

    if page_count(fit(facts, page)) <= MOST_PAGES:
        return []
    names = _section_names()
    cut: list[str] = []
    rest = facts
    for field in sorted(_CUTTABLE, key=lambda name: -_length(facts, name)):
        if not _length(facts, field):
            break
        cut.append(names[field])
        rest = _without(rest, field)
        if page_count(fit(rest, page)) <= MOST_PAGES:
            break
    return cut


def _without(facts: BriefFacts, field: str) -> BriefFacts:
    empty: dict[str, Any] = {name: type(getattr(facts, name))() for name in _parts(field)}
    return replace(facts, **empty)


def _parts(field: str) -> tuple[str, ...]:
    return ("why", "why_you") if field == "why" else (field,)


def _section_names() -> dict[str, str]:
    """The headings by the field that fills most of the section."""
    empty = BriefFacts("", "")
    fields = ("why", "how_known", "criteria", "claims", "evidence_unknown", "growth", "context",
              "leave_out", "others")
    return dict(zip(fields, (heading for heading, _ in _sections(empty)), strict=False))


def _length(facts: BriefFacts, field: str) -> int:
    """Letters in a section, as a measure of its height."""
    if field == "claims":
        pieces = (piece for claim in facts.claims for piece in claim.pieces)
        return sum(len(claim.text) + 60 for claim in facts.claims) + sum(
            len(_told(piece)) + 60 for piece in pieces)
    if field == "criteria":
        return sum(len(text) + 40 for text in facts.criteria)
    return sum(len(getattr(facts, name)) for name in _parts(field))
