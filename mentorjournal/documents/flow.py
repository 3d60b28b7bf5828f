"""Pages: breaks a document's slices into pages, and gives each page its footer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mentorjournal.documents.blocks import stacked
from mentorjournal.documents.document import Document
from mentorjournal.documents.parts import (
    BODY,
    FOOT,
    GUTTER,
    NOTE_STEP,
    Frame,
    Node,
    Placed,
    Slice,
    Stroke,
    Text,
    moved,
)
from mentorjournal.documents.typeset import lay_out
from mentorjournal.words import tr

MM = 72 / 25.4
SIZES = {"A4": (210 * MM, 297 * MM), "Letter": (612.0, 792.0)}
FOOT_RULE, FOOT_BASE, FOOT_ROOM = 48.4, 32.0, 60.0
# The first capital's top stands on the margin, its line box a little higher.
HEAD_ROOM = 6.7


@dataclass
class Page:
    """One page with everything on it; `outline` names places as (title, y)."""

    width: float
    height: float
    parts: list[Placed] = field(default_factory=list)
    outline: list[tuple[str, float]] = field(default_factory=list)


@dataclass
class Flow:
    """A document laid out: its pages and the root of its structure."""

    pages: list[Page]
    root: Node


def flow(document: Document) -> Flow:
    """The document on its pages, the footer on each."""
    width, height = SIZES[document.page]
    margin = document.margin * MM
    root = Node("Document")
    slices = stacked(document.blocks, margin, width - 2 * margin, root)
    for here in slices:
        here.before *= document.gaps
    room = height - FOOT_ROOM - (margin - HEAD_ROOM)
    _stretch(slices, room, margin, width - margin)
    pages = [Page(width, height)]
    used = 0.0
    for at, here in enumerate(slices):
        needed = here.height + (_kept_with(slices, at) if here.keep else 0)
        before = here.before if used else 0
        left = room - used - before
        if here.new_page or (used and needed > left and not _may_split(here, left)):
            if used:
                pages.append(Page(width, height))
            used, before = 0.0, 0.0
            if here.between:
                continue
            if here.again is not None:
                used = _place(here.again, pages, 0.0, room, margin - HEAD_ROOM)
        used = _place(here, pages, used + before, room, margin - HEAD_ROOM)
    for number, page in enumerate(pages, 1):
        _foot(page, document, margin, tr("Page {n} of {count}", n=number, count=len(pages)))
    return Flow(pages, root)


def _kept_with(slices: Sequence[Slice], at: int) -> float:
    following = slices[at + 1] if at + 1 < len(slices) else None
    if following is None:
        return 0
    in_one = following.whole or following.keep
    least = following.height if in_one else min(following.height, 3 * BODY.leading)
    return following.before + least + (_kept_with(slices, at + 1) if following.keep else 0)


def _may_split(here: Slice, room: float) -> bool:
    """Whether at least two lines fit here and two stay for the next page."""
    fits = here.height >= 4 * BODY.leading and room >= 2 * BODY.leading
    return fits and not here.keep and not here.whole


def _place(here: Slice, pages: list[Page], used: float, room: float, top: float) -> float:
    """Put a slice on the last page, and what does not fit on new ones; the height then used."""
    if here.outline:
        pages[-1].outline.append((here.outline, top + used))
    if used + here.height <= room + 0.01:
        pages[-1].parts += [moved(part, top + used) for part in here.parts]
        return used + here.height
    lines = [part for part in here.parts if isinstance(part, Stroke | Frame)]
    bars = [part for part in lines if part.bottom > part.y]
    rest = [part for part in here.parts if part not in bars] if bars else here.parts
    rest = sorted(rest, key=lambda part: part.bottom)
    at, above = 0, 0.0
    while at < len(rest):
        space = above + room - used
        end = at
        while end < len(rest) and (rest[end].bottom <= space or (end == at and not used)):
            end += 1
        clipped = [
            replace(bar, y=max(bar.y, above), bottom=min(bar.bottom, space))
            for bar in bars
            if bar.y < space and bar.bottom > above and end > at
        ]
        pages[-1].parts += [moved(part, top + used - above) for part in (*rest[at:end], *clipped)]
        at = end
        if at < len(rest):
            # Lines beside each other end at nearly the same height: the highest of a few starts.
            above = min(part.top for part in rest[at : at + 8])
            pages.append(Page(pages[-1].width, pages[-1].height))
            used = 0.0
    return used + here.height - above


def _stretch(slices: list[Slice], room: float, left: float, right: float) -> None:
    """More lines to write on, when everything stands on one page and leaves room for them."""
    total = sum(here.before + here.height for here in slices) - (slices[0].before if slices else 0)
    for here in slices:
        for _ in range(here.stretch if total <= room else 0):
            if total + NOTE_STEP > room:
                return
            total += NOTE_STEP
            here.height += NOTE_STEP
            here.parts.append(Stroke(left, here.height, right, here.height))


def _foot(page: Page, document: Document, margin: float, number: str) -> None:
    right = page.width - margin
    page.parts.append(Stroke(margin, page.height - FOOT_RULE, right, page.height - FOOT_RULE))
    first = lay_out(document.footer.left, FOOT, (right - margin) * 0.45, 1)
    last = lay_out(number, FOOT, (right - margin) * 0.25, 1)
    start = margin + (sum(line.width for line in first) + GUTTER if first else 0)
    end = right - sum(line.width for line in last) - GUTTER
    centre = lay_out(document.footer.centre, FOOT, end - start, 1)
    y = page.height - FOOT_BASE
    for line in first:
        page.parts.append(Text(margin, y, line, FOOT, None))
    for line in centre:
        x = (margin + right - line.width) / 2
        if not start <= x <= end - line.width:
            x = (start + end - line.width) / 2
        page.parts.append(Text(x, y, line, FOOT, None))
    for line in last:
        page.parts.append(Text(right - line.width, y, line, FOOT, None))
