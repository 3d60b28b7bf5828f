"""A document as plain data: what stands on paper, not how it is drawn or where the pages break."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

PageSize = Literal["A4", "Letter"]
# "letter" is the larger type of a note that is read as a letter.
Tone = Literal["body", "strong", "lead", "small", "letter"]


@dataclass(frozen=True)
class Span:
    """A piece of a text, set stronger than its neighbours when `strong`."""

    text: str
    strong: bool = False


Words = str | tuple[Span, ...]


def plain(words: Words) -> str:
    """The words without their looks."""
    return words if isinstance(words, str) else "".join(span.text for span in words)


# `lines` below is the most lines a text may take; what is longer ends in "…". 0 means no limit.


@dataclass(frozen=True)
class Title:
    """The document's own name, once at its head, with a small line above and a line below."""

    text: Words
    above: Words = ""
    below: Words = ""
    lines: int = 0


@dataclass(frozen=True)
class Heading:
    """The name of a section; kept with what follows. A `large` one is the subject of a letter."""

    text: Words
    lines: int = 0
    large: bool = False


@dataclass(frozen=True)
class Paragraph:
    """Running text; each line break in it starts a new line."""

    text: Words
    tone: Tone = "body"
    lines: int = 0


@dataclass(frozen=True)
class Quote:
    """Somebody's own words, with a bar beside them."""

    text: Words
    tone: Tone = "body"


@dataclass(frozen=True)
class Sides:
    """A text at the left and one at the right of the same line, as at the head of a letter."""

    left: Words
    right: Words = ""
    below: Words = ""


@dataclass(frozen=True)
class Fact:
    """A small label above its values; plain text joins these with `joiner`."""

    label: str
    values: tuple[Words, ...]
    lines: int = 0
    joiner: str = ", "


@dataclass(frozen=True)
class Facts:
    """Facts side by side, each in a column of the same width."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Row:
    """A small label and, beside it, one text or more."""

    label: str
    texts: tuple[Words, ...]
    strong: bool = False
    lines: int = 0


@dataclass(frozen=True)
class Rows:
    """Labelled rows below each other; `label_width` in points."""

    rows: tuple[Row, ...]
    label_width: float = 108
    tone: Tone = "body"


@dataclass(frozen=True)
class Box:
    """A framed text under a small label: what the reader should see first."""

    label: str
    text: Words
    lines: int = 0


@dataclass(frozen=True)
class Entry:
    """A line of evidence, with its source or date small at the right."""

    text: Words
    aside: str = ""
    lines: int = 0


@dataclass(frozen=True)
class Item:
    """A numbered point: title, something right-aligned (minutes), a small line, rows or entries."""

    number: str
    title: Words
    aside: str = ""
    below: str = ""
    rows: tuple[Row, ...] = ()
    entries: tuple[Entry, ...] = ()
    lines: int = 0


@dataclass(frozen=True)
class Check:
    """Something kept (ticked) or still open (an empty box), and a small line such as a link."""

    text: Words
    done: bool = False
    lines: int = 0
    below: Words = ""


@dataclass(frozen=True)
class Checks:
    """A list of things kept and open under a heading; `more` says what was left out."""

    heading: str
    checks: tuple[Check, ...]
    more: str = ""


@dataclass(frozen=True)
class Listing:
    """Short texts below each other under a heading; `more` says what was left out.

    With `marked` a dash stands before each.
    """

    heading: str
    texts: tuple[Words, ...]
    more: str = ""
    lines: int = 0
    marked: bool = False


@dataclass(frozen=True)
class Stack:
    """Texts below each other in a cell, each within its `lines`, and an end that is never cut."""

    texts: tuple[Words, ...]
    end: Words = ""
    lines: int = 0

    @property
    def whole(self) -> tuple[Words, ...]:
        """All that it says, in order."""
        return (*self.texts, *([self.end] if self.end else []))


Cell = Words | Stack


@dataclass(frozen=True)
class Table:
    """Rows under column heads, which come again on every page; `shares` are relative widths.

    A `tight` one has small letters and less air in its rows.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shares: tuple[float, ...] = ()
    lines: int = 0
    tight: bool = False


@dataclass(frozen=True)
class NoteLines:
    """Ruled lines to write on by hand: as many as the page still holds, between two bounds.

    At the right of the heading stands a label with what is known of it, or a line to write it on.
    """

    heading: str
    label: str = ""
    known: Words = ""
    least: int = 3
    most: int = 6


@dataclass(frozen=True)
class Signatures:
    """A line to sign on for each name, side by side, and beside it a short one for the day."""

    names: tuple[str, ...]
    day: str = ""


Shape = Literal["circle", "square", "shield", "hexagon", "diamond"]


@dataclass(frozen=True)
class Sign:
    """A letter in a shape that stands for some words, legible without any colour."""

    letter: str
    shape: Shape
    words: str


@dataclass(frozen=True)
class Around:
    """Somebody on a ring: which one (0 is the innermost), their signs, and small lines below.

    Who is `dashed` is not yet part of it.
    """

    name: str
    ring: int
    signs: tuple[Sign, ...] = ()
    lines: tuple[str, ...] = ()
    dashed: bool = False


@dataclass(frozen=True)
class Rings:
    """A name in the middle, and people on named rings about it, drawn `height` points high.

    The first people come first: who finds no room is counted in the words that `more` gives.
    Below stands what the `signs` mean.
    """

    name: str
    below: str
    rings: tuple[str, ...]
    people: tuple[Around, ...]
    signs: tuple[Sign, ...] = ()
    height: float = 320
    more: Callable[[int], str] = lambda n: ""


@dataclass(frozen=True)
class GridRow:
    """A name, the signs that stand in its columns, and texts beside them."""

    name: Words
    signs: tuple[Sign, ...] = ()
    texts: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Grid:
    """Rows against a narrow column for each sign; `heads` are of the name and of the texts.

    `totals` stand below the columns of signs under the name `total`.
    """

    heads: tuple[str, ...]
    signs: tuple[Sign, ...]
    rows: tuple[GridRow, ...]
    shares: tuple[float, ...] = ()
    total: str = ""
    totals: tuple[str, ...] = ()
    lines: int = 0


@dataclass(frozen=True)
class Bar:
    """One bar: its name below, its value, what is written above, and the most it should be."""

    name: str
    value: float
    said: str = ""
    most: float | None = None


@dataclass(frozen=True)
class Bars:
    """Upright bars side by side; what is above its most is black. `unit` is said in plain text."""

    bars: tuple[Bar, ...]
    unit: str = ""
    height: float = 54


@dataclass(frozen=True)
class Rule:
    """A line across the page, black when `strong`, else grey."""

    strong: bool = False


@dataclass(frozen=True)
class Gap:
    """Empty height in points."""

    points: float


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True)
class Columns:
    """Two columns of blocks that read one after the other."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


Block = (
    Title | Heading | Paragraph | Quote | Sides | Facts | Rows | Box | Item | Checks | Listing
    | Table | NoteLines | Signatures | Rings | Grid | Bars | Rule | Gap | PageBreak | Columns
)  # fmt: skip


@dataclass(frozen=True)
class Footer:
    """What stands at the foot of every page, beside the page number at the right."""

    left: str = ""
    centre: str = ""


@dataclass(frozen=True)
class Document:
    """Blocks in reading order, with what a reader program shows about them; margins in mm.

    `dated` is the day it was made, for the file's own description.
    `gaps` times the usual room stands between what is set below each other.
    """

    title: str
    blocks: tuple[Block, ...]
    author: str = ""
    subject: str = ""
    language: str = "en-GB"
    page: PageSize = "A4"
    footer: Footer = Footer()
    margin: float = 20
    gaps: float = 1.0
    dated: date | None = None
