"""A text set into a slice: its lines below each other, to the left, to the right or centred."""

from __future__ import annotations

from mentorjournal.documents import document as d
from mentorjournal.documents.parts import Node, Slice, Text, baseline
from mentorjournal.documents.typeset import Line, Style, lay_out

# A last line that is shorter than this share of the column looks forgotten, in a short text.
FORGOTTEN, SHORT_TEXT = 0.2, 6


def set_text(
    here: Slice, words: d.Words, style: Style, x: float, width: float, node: Node | None,
    lines: int = 0, right: bool = False, balance: bool = False,
) -> None:  # fmt: skip
    """Add a text to the foot of a slice; right-to-left text that wraps is set to the right."""
    laid = (_balanced if balance else lay_out)(words, style, width, lines)
    for line in laid:
        to_right = right or (line.right_to_left and len(laid) > 1)
        left = x + width - line.width if to_right else x
        here.parts.append(Text(left, here.height + baseline(style), line, style, node))
        here.height += style.leading


def _balanced(words: d.Words, style: Style, width: float, lines: int) -> tuple[Line, ...]:
    """As many lines as ever, a little narrower where the last one would be a word or two."""
    laid = lay_out(words, style, width, lines)
    for share in (0.9, 0.8, 0.7, 0.6):
        if not 2 <= len(laid) <= SHORT_TEXT or laid[-1].width > FORGOTTEN * width:
            break
        narrower = lay_out(words, style, share * width, len(laid) + 1)
        if len(narrower) > len(laid):
            break
        laid = narrower
    return laid
