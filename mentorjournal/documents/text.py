"""A document as plain text, for the body of an email, and as Markdown."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable
from typing import Any

from mentorjournal.documents import document as d
from mentorjournal.documents.spans import cleaned, spans_of
from mentorjournal.words import tr

COLUMNS = 76
MARKDOWN_SIGNS = re.compile(r"([\\`*_\[\]<>|~])")
MARKDOWN_LINE_STARTS = re.compile(r"^(\s*)([#+-]|\d+(?=[.)]))", re.MULTILINE)


def as_text(document: d.Document) -> str:
    """Plain text of at most 76 columns; only words without a space, such as links, are longer."""
    lines = _text_of(document.blocks)
    foot = [part for part in (document.footer.left, document.footer.centre) if part]
    if foot:
        lines += ["", *(line for part in foot for line in _wrapped(part))]
    return _tidy(lines)


def as_markdown(document: d.Document) -> str:
    """Markdown in which nothing a person wrote works as a mark."""
    lines = [line for block in document.blocks for line in (*_markdown_of(block), "")]
    foot = [_escaped(part) for part in (document.footer.left, document.footer.centre) if part]
    return _tidy([*lines, *(["---", "", " · ".join(foot)] if foot else [])])


def _tidy(lines: Iterable[str]) -> str:
    """One blank line at most between lines, one line end at the end."""
    text = "\n".join(line.rstrip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def _said(words: d.Words) -> str:
    return "".join(text for text, _ in cleaned(spans_of(words)))


def _wrapped(words: d.Words, first: str = "", rest: str | None = None) -> list[str]:
    """A text's lines, the first after `first`, the others after `rest` or as many blanks."""
    rest = " " * len(first) if rest is None else rest
    lines: list[str] = []
    for paragraph in _said(words).split("\n"):
        lines += textwrap.wrap(
            paragraph, COLUMNS, initial_indent=rest if lines else first, subsequent_indent=rest,
            break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip
    return lines


# Plain text


def _text_of(blocks: Iterable[d.Block]) -> list[str]:
    lines: list[str] = []
    previous: d.Block | None = None
    for block in blocks:
        new = _columns_text(block) if isinstance(block, d.Columns) else TEXT[type(block)](block)
        if new and previous is not None:
            lines.append("")
        lines += new
        previous = block if new else previous
    return lines


def _columns_text(block: d.Columns) -> list[str]:
    return _text_of((*block.left, *block.right))


def _title_text(block: d.Title) -> list[str]:
    name = _wrapped(block.text)
    line = "=" * max((len(part) for part in name), default=0)
    return [*_wrapped(block.above), *name, line, *_wrapped(block.below)]


def _labelled(pairs: Iterable[tuple[str, tuple[d.Words, ...]]], indent: str = "") -> list[str]:
    """Label and text beside each other, the texts below each other in one column."""
    pairs = [(label, texts) for label, texts in pairs if any(map(_said, texts))]
    width = max((len(label) for label, _ in pairs), default=0) + 2
    lines = []
    for label, texts in pairs:
        first = indent + f"{label}:".ljust(width)
        for text in texts:
            lines += _wrapped(text, first, " " * len(first))
            first = " " * len(first)
    return lines


def _item_text(block: d.Item) -> list[str]:
    number = f"{block.number}. "
    indent = " " * len(number)
    aside = f" ({block.aside})" if block.aside else ""
    lines = _wrapped(_said(block.title).replace("\n", " ") + aside, number)
    lines += _wrapped(block.below, indent)
    lines += _labelled(((row.label, row.texts) for row in block.rows), indent)
    for entry in block.entries:
        source = f" ({_aside(entry)})" if entry.aside else ""
        lines += _wrapped(_said(entry.text) + source, f"{indent}- ")
    return lines


def _aside(entry: d.Entry) -> str:
    return ", ".join(entry.aside.splitlines())


def _headed(heading: str, lines: list[str], more: str) -> list[str]:
    return [*_wrapped(heading), *lines, *_wrapped(more)]


def _checks_text(block: d.Checks) -> list[str]:
    lines = [
        line
        for check in block.checks
        for line in (
            *_wrapped(check.text, "[x] " if check.done else "[ ] "),
            *_wrapped(check.below, "    "),
        )
    ]
    return _headed(block.heading, lines, block.more)


def _listing_text(block: d.Listing) -> list[str]:
    lines = [line for text in block.texts for line in _wrapped(text, "- ")]
    return _headed(block.heading, lines, block.more)


def _table_text(block: d.Table) -> list[str]:
    lines: list[str] = []
    for row in block.rows:
        cells = (cell.whole if isinstance(cell, d.Stack) else (cell,) for cell in row)
        lines += ["", *_labelled(zip(block.heads, cells, strict=True))]
    return lines[1:]


def _ring_lists(block: d.Rings) -> list[tuple[str, list[str]]]:
    """The people of each ring, a line each; a picture has no place in plain text."""
    return [
        (name, [_around(one) for one in block.people if one.ring == ring])
        for ring, name in enumerate(block.rings)
    ]


def _around(one: d.Around) -> str:
    said = (one.name, ", ".join(sign.words for sign in one.signs), *one.lines)
    return " · ".join(part for part in said if part)


def _rings_text(block: d.Rings) -> list[str]:
    lines: list[str] = []
    for name, people in _ring_lists(block):
        if people:
            lines += ["", *_headed(name, [x for one in people for x in _wrapped(one, "- ")], "")]
    return lines[1:]


def _grid_pairs(block: d.Grid, row: d.GridRow) -> list[tuple[str, d.Words]]:
    held = ", ".join(sign.words for sign in block.signs if sign in row.signs)
    return [(block.heads[0], row.name), (tr("Roles"), held),
            *zip(block.heads[1:], row.texts, strict=True)]


def _grid_text(block: d.Grid) -> list[str]:
    lines: list[str] = []
    for row in block.rows:
        lines += ["", *_labelled((label, (text,)) for label, text in _grid_pairs(block, row))]
    if block.totals:
        lines += ["", *_wrapped(_totals(block))]
    return lines[1:]


def _totals(block: d.Grid) -> str:
    each = ", ".join(
        f"{sign.words} {n}" for sign, n in zip(block.signs, block.totals, strict=True))
    return f"{block.total}: {each}"


def _bar_words(bar: d.Bar, unit: str) -> str:
    return " ".join(part for part in (bar.said, unit) if part)


def _bars_text(block: d.Bars) -> list[str]:
    return _labelled((bar.name, (_bar_words(bar, block.unit),)) for bar in block.bars)


TEXT: dict[type, Callable[[Any], list[str]]] = {
    d.Title: _title_text,
    d.Heading: lambda block: _wrapped(block.text),
    d.Paragraph: lambda block: _wrapped(block.text),
    d.Quote: lambda block: _wrapped(block.text, "> ", "> "),
    d.Sides: lambda block: [*_wrapped(block.left), *_wrapped(block.below), *_wrapped(block.right)],
    d.Facts: lambda block: _labelled((fact.label, _joined(fact)) for fact in block.facts),
    d.Rows: lambda block: _labelled((row.label, row.texts) for row in block.rows),
    d.Box: lambda block: [*_wrapped(block.label), *_wrapped(block.text)],
    d.Item: _item_text,
    d.Checks: _checks_text,
    d.Listing: _listing_text,
    d.Table: _table_text,
    d.NoteLines: lambda block: _wrapped(_next_known(block)),
    d.Signatures: lambda block: [
        line for name in block.names for line in _wrapped(f"{name}: ____________________")
    ],
    d.Rings: _rings_text,
    d.Grid: _grid_text,
    d.Bars: _bars_text,
    d.Rule: lambda block: [],
    d.Gap: lambda block: [],
    d.PageBreak: lambda block: [],
}


def _next_known(block: d.NoteLines) -> str:
    """What is known already; lines to write on are for paper."""
    known = _said(block.known).strip()
    return tr("{label} {known}", label=block.label, known=known) if known else ""


def _joined(fact: d.Fact) -> tuple[d.Words, ...]:
    """A fact's values as one text where they are short, as on one line of an email."""
    text = fact.joiner.join(_said(value) for value in fact.values)
    return (text,) if len(text) < COLUMNS - 12 and "://" not in text else fact.values


# Markdown


def _escaped(words: d.Words) -> str:
    """Words that mean nothing to Markdown, strong parts in two stars."""
    parts = []
    for text, strong in cleaned(spans_of(words)):
        text = MARKDOWN_SIGNS.sub(r"\\\1", text.replace("&", "&amp;"))
        inner = text.strip()
        parts.append(text.replace(inner, f"**{inner}**", 1) if strong and inner else text)
    return MARKDOWN_LINE_STARTS.sub(r"\1\\\2", "".join(parts)).replace("\n", "  \n")


def _one_line(words: d.Words) -> str:
    return " ".join(_escaped(words).split())


def _labelled_markdown(label: str, texts: tuple[d.Words, ...], indent: str = "") -> list[str]:
    said = [_one_line(text) for text in texts if _said(text).strip()]
    if len(said) < 2:
        return [f"{indent}- {_escaped(label)}: {text}" for text in said]
    return [f"{indent}- {_escaped(label)}:", *(f"{indent}  - {text}" for text in said)]


def _item_markdown(block: d.Item) -> list[str]:
    aside = f" ({_one_line(block.aside)})" if block.aside else ""
    lines = [f"{block.number}. **{_one_line(_said(block.title))}**{aside}"]
    if block.below:
        lines[0] += "  "
        lines.append(f"   {_one_line(block.below)}")
    for row in block.rows:
        lines += _labelled_markdown(row.label, row.texts, "   ")
    for entry in block.entries:
        source = f" ({_one_line(_aside(entry))})" if entry.aside else ""
        lines.append(f"   - {_one_line(entry.text)}{source}")
    return lines


def _table_markdown(block: d.Table) -> list[str]:
    rows = [[_one_line("\n".join(map(d.plain, cell.whole)) if isinstance(cell, d.Stack) else cell)
             for cell in cells] for cells in (block.heads, *block.rows)]
    rows.insert(1, ["---"] * len(block.heads))
    return [f"| {' | '.join(row)} |" for row in rows]


def _rings_markdown(block: d.Rings) -> list[str]:
    lines: list[str] = []
    for name, people in _ring_lists(block):
        if people:
            lines += ["", f"### {_one_line(name)}", "", *(f"- {_one_line(x)}" for x in people)]
    return lines[1:]


def _grid_markdown(block: d.Grid) -> list[str]:
    heads = (block.heads[0], tr("Roles"), *block.heads[1:])
    rows = [tuple(text for _, text in _grid_pairs(block, row)) for row in block.rows]
    table = _table_markdown(d.Table(heads, tuple(rows)))
    return [*table, "", _one_line(_totals(block))] if block.totals else table


def _bars_markdown(block: d.Bars) -> list[str]:
    return [f"- {_one_line(bar.name)}: {_one_line(_bar_words(bar, block.unit))}"
            for bar in block.bars]


def _list_markdown(heading: str, lines: list[str], more: str) -> list[str]:
    head = [f"## {_one_line(heading)}", ""] if heading else []
    return [*head, *lines, *(["", _escaped(more)] if more else [])]


def _title_markdown(block: d.Title) -> list[str]:
    above, below = _escaped(block.above), _escaped(block.below)
    name = f"# {_one_line(block.text)}"
    return [*([above, ""] if above else []), name, *(["", below] if below else [])]


def _markdown_of(block: d.Block) -> list[str]:
    if isinstance(block, d.Columns):
        return [line for part in (*block.left, *block.right) for line in (*_markdown_of(part), "")]
    return MARKDOWN[type(block)](block)


MARKDOWN: dict[type, Callable[[Any], list[str]]] = {
    d.Title: _title_markdown,
    d.Heading: lambda block: [f"## {_one_line(block.text)}"],
    d.Paragraph: lambda block: [_escaped(block.text)],
    d.Quote: lambda block: [f"> {line}" for line in _escaped(block.text).split("\n")],
    d.Sides: lambda block: [
        f"{_one_line(part)}  " for part in (block.left, block.below, block.right) if d.plain(part)
    ],
    d.Facts: lambda block: [
        line
        for fact in block.facts
        for line in _labelled_markdown(fact.label, _joined(fact))
    ],
    d.Rows: lambda block: [
        line for row in block.rows for line in _labelled_markdown(row.label, row.texts)
    ],
    d.Box: lambda block: [f"**{_one_line(block.label)}**  ", _escaped(block.text)],
    d.Item: _item_markdown,
    d.Checks: lambda block: _list_markdown(
        block.heading,
        [
            f"- [{'x' if check.done else ' '}] {_one_line(check.text)} {_one_line(check.below)}"
            for check in block.checks
        ],
        block.more,
    ),
    d.Listing: lambda block: _list_markdown(
        block.heading, [f"- {_one_line(text)}" for text in block.texts], block.more
    ),
    d.Table: _table_markdown,
    d.NoteLines: lambda block: [_escaped(text)] if (text := _next_known(block)) else [],
    d.Signatures: lambda block: [
        line for name in block.names for line in (f"{_one_line(name)}: \\_\\_\\_\\_\\_", "")
    ],
    d.Rings: _rings_markdown,
    d.Grid: _grid_markdown,
    d.Bars: _bars_markdown,
    d.Rule: lambda block: [],
    d.Gap: lambda block: [],
    d.PageBreak: lambda block: [],
}
