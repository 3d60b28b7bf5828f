"""A note on feedback as a page: a letter whose quote has its bar and whose named parts are rows.

The page shows exactly the text as it was written; only how lines stand is taken from their form: a
paragraph in quotation marks is a quote, and one that begins with a line like "What changed:" has
that line beside the others. Neighbouring parts of that kind stand between two rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mentorjournal.documents import document as d
from mentorjournal.documents.note import NoteFacts
from mentorjournal.documents.note import compose as compose_note

LONGEST_LABEL = 32
LABEL_WIDTH = 114.0  # points
_MARK = re.compile(r"^[–-]\s+")
_QUOTED = re.compile(r"^“[^“”]*”$", re.DOTALL)


def compose(facts: NoteFacts, page: d.PageSize = "A4") -> d.Document:
    """The note as a document."""
    whole = compose_note(facts, page)
    return replace(whole, blocks=tuple(_ruled(_shaped(block) for block in whole.blocks)))


def _shaped(block: d.Block) -> d.Block:
    if not isinstance(block, d.Paragraph) or block.tone != "letter":
        return block
    text = d.plain(block.text)
    if _QUOTED.match(text.strip()):
        return d.Quote(text.strip(), "letter")
    label, *rest = text.split("\n")
    if rest and label.endswith(":") and len(label) <= LONGEST_LABEL and all(
        _MARK.match(line) for line in rest
    ):
        return d.Rows((_row(label, rest),), LABEL_WIDTH, "letter")
    return block


def _row(label: str, lines: list[str]) -> d.Row:
    bare = [_MARK.sub("", line) for line in lines]
    # One thing needs no mark; several keep theirs, so that it can be seen where each begins.
    return d.Row(label.removesuffix(":"), tuple(bare if len(bare) == 1 else lines))


def _ruled(blocks: Iterator[d.Block]) -> Iterator[d.Block]:
    """Neighbouring rows as one, with a rule above and below."""
    rows: list[d.Row] = []
    for block in blocks:
        if isinstance(block, d.Rows):
            rows += block.rows
            continue
        yield from _between_rules(rows)
        rows = []
        yield block
    yield from _between_rules(rows)


def _between_rules(rows: list[d.Row]) -> Iterator[d.Block]:
    if rows:
        yield from (d.Rule(), d.Rows(tuple(rows), LABEL_WIDTH, "letter"), d.Rule())
