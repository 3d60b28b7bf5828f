"""Blocks to slices: how each kind of block is set, and what each of its parts is.

All lengths are points, measured downwards. The geometry follows the drawings of the agenda, the
letter brief and the follow-up note.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from mentorjournal.documents import document as d
from mentorjournal.documents.figures import FIGURES
from mentorjournal.documents.parts import (
    ASIDE,
    BODY,
    CLOSE,
    GUTTER,
    HEADING,
    INDENT,
    ITEM,
    ITEM_LABELS,
    LABEL,
    LEAD,
    NOTE_STEP,
    SMALL,
    SUBJECT,
    TEXT_SHARE,
    TICK,
    TITLE,
    TONES,
    VALUE,
    Frame,
    Mark,
    Node,
    Slice,
    Stroke,
    Text,
    baseline,
    moved,
)
from mentorjournal.documents.setting import set_text
from mentorjournal.documents.typeset import Style, lay_out
from mentorjournal.words import tr

FACT_GAP = 12.0
MARK_ROOM = 12.0
# The line on which a date is written by hand.
TO_FILL_IN = 110.0
# Above a line to sign on, and the part of its width that is for the day.
SIGNING_ROOM, DAY_SHARE = 30.0, 0.28
# Between a heading and what stands right below it.
UNDER_HEADING = {d.Paragraph: 1.0, d.Item: 7.0, d.Rows: 3.0, d.Table: 2.0}


def _title(block: d.Title, x: float, width: float, root: Node) -> list[Slice]:
    here = Slice(outline=d.plain(block.text))
    if d.plain(block.above):
        set_text(here, block.above, SMALL, x, width, root.add("P"), block.lines)
    set_text(here, block.text, TITLE, x, width, root.add("H1"), block.lines)
    if d.plain(block.below):
        here.height += 2.5
        set_text(here, block.below, BODY, x, width, root.add("P"), block.lines, balance=True)
    return [here]


def _heading(block: d.Heading, x: float, width: float, root: Node) -> list[Slice]:
    here = Slice(before=11.4, keep=True, outline=d.plain(block.text))
    style = SUBJECT if block.large else HEADING
    set_text(here, block.text, style, x, width, root.add("H2"), block.lines)
    here.height += 2.7
    return [here]


def _paragraph(block: d.Paragraph, x: float, width: float, root: Node) -> list[Slice]:
    here = Slice(before={"small": 2.0, "letter": 10.5}.get(block.tone, 8.0))
    style, balance = TONES[block.tone], bool(block.lines) or block.tone == "body"
    set_text(here, block.text, style, x, width, root.add("P"), block.lines, balance=balance)
    return [here] if here.parts else []


def _quote(block: d.Quote, x: float, width: float, root: Node) -> list[Slice]:
    here = Slice(before=10)
    set_text(
        here, block.text, TONES[block.tone], x + 13.5, width - 13.5, root.add("BlockQuote")
    )
    here.parts.append(Stroke(x + 0.75, 0, x + 0.75, here.height, strong=True))
    return [here]


def _sides(block: d.Sides, x: float, width: float, root: Node) -> list[Slice]:
    here, right = Slice(), Slice()
    set_text(here, block.left, HEADING, x, width * 0.6, root.add("P"))
    if d.plain(block.below):
        set_text(here, block.below, SMALL, x, width * 0.6, root.add("P"))
    set_text(right, block.right, BODY, x + width * 0.62, width * 0.38, root.add("P"), right=True)
    drop = baseline(HEADING) - baseline(BODY)
    here.parts += [moved(part, drop) for part in right.parts]
    here.height = max(here.height, right.height + drop)
    return [here]


def _facts(block: d.Facts, x: float, width: float, root: Node) -> list[Slice]:
    if not block.facts:
        return []
    here = Slice(before=9.7)
    left = x
    for fact, room in zip(block.facts, _fact_widths(block.facts, width), strict=True):
        column = Slice()
        node = root.add("P")
        set_text(column, fact.label, LABEL, left, room, node, 1)
        for value in fact.values:
            set_text(column, value, VALUE, left, room, node, fact.lines)
        here.parts += column.parts
        here.height = max(here.height, column.height)
        left += room + FACT_GAP
    return [here]


def _fact_widths(facts: Sequence[d.Fact], width: float) -> list[float]:
    """All the same, unless words would wrap for which the others leave room."""
    room = width - FACT_GAP * (len(facts) - 1)
    same = room / len(facts)
    needed = [
        max(line.width for words, style in ((fact.label, LABEL), *(
            (value, VALUE) for value in fact.values))
            for line in lay_out(words, style, 4 * width, 2))
        for fact in facts
    ]
    spare = room - sum(needed)
    if max(needed) <= same or spare < 0:
        return [same] * len(facts)
    return [each + spare / len(facts) for each in needed]


def _row(
    row: d.Row, x: float, label_width: float, width: float, style: Style, root: Node
) -> Slice:
    here, label = Slice(), Slice()
    node = root.add("P")
    set_text(label, row.label, LABEL, x, label_width - 8, node)
    for text in row.texts:
        set_text(here, text, style, x + label_width, width - label_width, node, row.lines)
    here.parts[:0] = [moved(part, baseline(style) - baseline(LABEL)) for part in label.parts]
    here.height = max(here.height, label.height)
    return here


def _rows(block: d.Rows, x: float, width: float, root: Node) -> list[Slice]:
    slices = []
    for row in block.rows:
        style = VALUE if row.strong else TONES[block.tone]
        here = _row(row, x, block.label_width, width, style, root)
        here.before = 9.5 if block.tone == "letter" else 5
        slices.append(here)
    if slices:
        slices[0].before = 10
    return slices


def _box(block: d.Box, x: float, width: float, root: Node) -> list[Slice]:
    here = Slice(before=12.2, height=8.5)
    set_text(here, block.label, LABEL, x + 11.25, width - 22.5, root.add("P"))
    node = root.add("P")
    set_text(here, block.text, LEAD, x + 11.25, width - 22.5, node, block.lines, balance=True)
    here.height += 8.5
    here.parts.append(Frame(x, 0, x + width, here.height))
    return [here]


def _item(block: d.Item, x: float, width: float, root: Node) -> list[Slice]:
    node = root.add("LI")
    aside_width = 60.0 if block.aside else 0.0
    head, aside = Slice(before=10, keep=bool(block.rows or block.entries)), Slice()
    set_text(head, block.number, ITEM, x + 0.75, INDENT, node.add("Lbl"), 1)
    head.height = 0
    body = node.add("LBody")
    inner, room = x + INDENT, width - INDENT
    set_text(head, block.title, ITEM, inner, room - aside_width, body.add("P"), block.lines)
    if block.aside:
        set_text(aside, block.aside, ASIDE, x + width - 90, 90, body.add("P"), 1, right=True)
        head.parts += [moved(part, baseline(ITEM) - baseline(ASIDE)) for part in aside.parts]
    head.height = max(head.height, ITEM.leading)
    if block.below:
        set_text(head, block.below, SMALL, inner, room, body.add("P"), 1)
    slices = [head]
    for row in block.rows:
        here = _row(row, inner, ITEM_LABELS, room * TEXT_SHARE, BODY, body)
        here.before = 4 if len(slices) > 1 else 5.4
        slices.append(here)
    for entry in block.entries:
        here, source = Slice(before=3 if len(slices) > 1 else 1.5), Slice()
        node = body.add("P")
        set_text(here, entry.text, BODY, inner, room - 120, node, entry.lines, balance=True)
        for part in entry.aside.split("\n"):  # a long name leaves room for the day below it
            set_text(source, part, SMALL, x + width - 108, 108, node, 2, right=True)
        drop = baseline(BODY) - baseline(SMALL)
        here.parts += [moved(part, drop) for part in source.parts]
        here.height = max(here.height, source.height + drop)
        slices.append(here)
    return slices


def _checks(block: d.Checks, x: float, width: float, root: Node) -> list[Slice]:
    slices = _heading(d.Heading(block.heading), x, width, root)
    items = root.add("L")
    for check in block.checks:
        here = Slice(before=3.2)
        node = items.add("LI")
        said = tr("done") if check.done else tr("open")
        lbl = node.add("Lbl", said)
        here.parts.append(Mark(x, baseline(BODY) - TICK + 0.75, check.done, lbl))
        body = node.add("LBody")
        set_text(here, check.text, BODY, x + 18, width - 18, body, check.lines, balance=True)
        if d.plain(check.below):
            lines = check.lines + 1 if check.lines else 0
            set_text(here, check.below, SMALL, x + 18, width - 18, body, lines)
        slices.append(here)
    if block.more:
        slices.append(_more(block.more, x + 18, width - 18, root))
    return slices


def _more(text: str, x: float, width: float, root: Node) -> Slice:
    here = Slice(before=3.2)
    set_text(here, text, SMALL, x, width, root.add("P"), 1)
    return here


def _listing(block: d.Listing, x: float, width: float, root: Node) -> list[Slice]:
    slices = _heading(d.Heading(block.heading), x, width, root) if block.heading else []
    items, inset = root.add("L"), MARK_ROOM if block.marked else 0.0
    for text in block.texts:
        here, mark, node = Slice(before=2), Slice(), items.add("LI")
        if block.marked:
            set_text(mark, "–", BODY, x, inset, node.add("Lbl"), 1)
        set_text(
            here, text, BODY, x + inset, width - inset, node.add("LBody"), block.lines,
            balance=block.marked,
        )
        here.parts[:0] = mark.parts
        slices.append(here)
    if block.more:
        slices.append(_more(block.more, x, width, root))
    return slices


def _table(block: d.Table, x: float, width: float, root: Node) -> list[Slice]:
    shares = block.shares or tuple(1.0 for _ in block.heads)
    unit = (width + 9) / sum(shares)
    table, air = root.add("Table"), 2.0 if block.tight else 4.0
    slices = []
    for at, cells in enumerate((block.heads, *block.rows)):
        row = table.add("TR")
        here = Slice(before=0 if at else 8, keep=not at)
        left, tallest = x, 0.0
        for share, cell in zip(shares, cells, strict=True):
            column = Slice(height=air)
            style = (CLOSE if block.tight else BODY) if at else LABEL
            cell_node = row.add("TD" if at else "TH")
            for text, lines in _cell_texts(cell, block.lines):
                set_text(column, text, style, left, share * unit - 9, cell_node, lines)
            here.parts += column.parts
            tallest = max(tallest, column.height)
            left += share * unit
        here.height = tallest + air
        here.parts.append(Stroke(x, here.height, x + width, here.height, strong=not at))
        slices.append(here)
    for here in slices[1:]:
        here.whole, here.again = True, _unsaid(slices[0])
    return slices


def _cell_texts(cell: d.Cell, lines: int) -> list[tuple[d.Words, int]]:
    """Each text of a cell with the most lines it may take."""
    if not isinstance(cell, d.Stack):
        return [(cell, lines)]
    return [*((text, cell.lines) for text in cell.texts), *([(cell.end, 0)] if cell.end else [])]


def _unsaid(here: Slice) -> Slice:
    """The same once more, for the eyes only: it was read aloud already."""
    parts = [replace(part, node=None) if isinstance(part, Text) else part for part in here.parts]
    return Slice(here.height, parts)


def _signatures(block: d.Signatures, x: float, width: float, root: Node) -> list[Slice]:
    room = (width - GUTTER * (len(block.names) - 1)) / max(1, len(block.names))
    here = Slice(before=16, whole=True)
    for place, name in enumerate(block.names):
        left, day = x + place * (room + GUTTER), room * DAY_SHARE
        column = Slice(height=SIGNING_ROOM)
        node = root.add("P")
        for start, length in ((left, room - day - 9), (left + room - day, day)):
            column.parts.append(Stroke(start, SIGNING_ROOM, start + length, SIGNING_ROOM, True))
        beside = Slice(height=SIGNING_ROOM)
        set_text(column, name, SMALL, left, room - day - 9, node, 2)
        set_text(beside, block.day, SMALL, left + room - day, day, node, 1)
        here.parts += [*column.parts, *beside.parts]
        here.height = max(here.height, column.height)
    return [here]


def _note_lines(block: d.NoteLines, x: float, width: float, root: Node) -> list[Slice]:
    here, aside = Slice(before=11.4, stretch=block.most - block.least), Slice()
    set_text(here, block.heading, HEADING, x, width * 0.4, root.add("H2"), 1)
    known = d.plain(block.known).strip()
    said = tr("{label} {known}", label=block.label, known=known) if known else block.label
    room = width * 0.6 - (0 if known else TO_FILL_IN)
    set_text(aside, said, SMALL, x + width * 0.4, room, root.add("P"), 1, right=True)
    if said and not known:
        start, low = x + width - TO_FILL_IN + 4, baseline(SMALL) + 2
        aside.parts.append(Stroke(start, low, x + width, low))
    here.parts += [moved(part, baseline(HEADING) - baseline(SMALL)) for part in aside.parts]
    here.height += 2
    for _ in range(block.least):
        here.height += NOTE_STEP
        here.parts.append(Stroke(x, here.height, x + width, here.height))
    return [here]


def _rule(block: d.Rule, x: float, width: float, root: Node) -> list[Slice]:
    line = Stroke(x, 0, x + width, 0, block.strong)
    return [Slice(0.5, [line], before=10.7, keep=True, between=True)]


def _gap(block: d.Gap, x: float, width: float, root: Node) -> list[Slice]:
    return [Slice(block.points)]


def _page_break(block: d.PageBreak, x: float, width: float, root: Node) -> list[Slice]:
    return [Slice(new_page=True)]


def _columns(block: d.Columns, x: float, width: float, root: Node) -> list[Slice]:
    half = (width - GUTTER) / 2
    starts = (x, x + half + GUTTER) if block.left and block.right else (x, x)
    room = half if block.left and block.right else width
    here = Slice()
    for blocks, left in zip((block.left, block.right), starts, strict=True):
        height = 0.0
        for part in stacked(blocks, left, room, root):
            height += part.before
            here.parts += [moved(placed, height) for placed in part.parts]
            height += part.height
        here.height = max(here.height, height)
    return [here] if here.parts else []


SETTERS: dict[type, Callable[[Any, float, float, Node], list[Slice]]] = {
    d.Title: _title, d.Heading: _heading, d.Paragraph: _paragraph, d.Quote: _quote,
    d.Sides: _sides, d.Facts: _facts, d.Rows: _rows, d.Box: _box, d.Item: _item,
    d.Checks: _checks, d.Listing: _listing, d.Table: _table, d.NoteLines: _note_lines,
    d.Signatures: _signatures,
    d.Rule: _rule, d.Gap: _gap, d.PageBreak: _page_break, d.Columns: _columns, **FIGURES,
}  # fmt: skip


def stacked(blocks: Sequence[d.Block], x: float, width: float, root: Node) -> list[Slice]:
    """The slices of blocks below each other; numbered items that follow each other are one list."""
    slices: list[Slice] = []
    items: Node | None = None
    previous: d.Block | None = None
    for block in blocks:
        if isinstance(block, d.Item):
            items = items or root.add("L")
        elif not isinstance(block, d.Rule | d.Gap):
            items = None
        parent = items if items is not None and isinstance(block, d.Item) else root
        new = SETTERS[type(block)](block, x, width, parent)
        if new and isinstance(previous, d.Heading) and not previous.large:
            _under_heading(block, new[0])
        slices += new
        previous = block
    return slices


def _under_heading(block: d.Block, first: Slice) -> None:
    first.before = min(first.before, UNDER_HEADING.get(type(block), first.before))
    if isinstance(block, d.Paragraph) and block.tone == "small":
        first.keep = True  # it says something of what follows
