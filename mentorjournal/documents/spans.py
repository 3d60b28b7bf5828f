"""User text before it is laid out: what can never print is named, the rest counted and cut."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator

from mentorjournal.documents.document import Words

# Pieces of one text, each with whether it is strong.
Spans = tuple[tuple[str, bool], ...]

LINE_ENDS = str.maketrans({"\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})
INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
# These turn whatever follows round, also what the program wrote: only a forger needs them.
OVERRIDES = "\u202d\u202e"
# Qt keeps this character for objects in a text and prints nothing for it.
OBJECT = "\ufffc"


def spans_of(words: Words) -> Spans:
    """Words of a document as plain pairs."""
    if isinstance(words, str):
        return ((words, False),)
    return tuple((span.text, span.strong) for span in words)


def named(char: str) -> str:
    """A character by its code: "U+4E2D"."""
    return f"U+{ord(char):04X}"


def is_invisible(char: str) -> bool:
    """Whether nothing would be seen of the character even in the best of fonts."""
    return (
        unicodedata.category(char) in ("Cc", "Cf", "Zs", "Zl", "Zp")
        or "\ufe00" <= char <= "\ufe0f"
        or "\U000e0000" <= char <= "\U000e0fff"
        or char in INVISIBLE
    )


def clean(text: str, missing: frozenset[str] = frozenset()) -> str:
    """Without control characters, every unprintable one named; line ends are all "\\n"."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ").translate(LINE_ENDS)
    if text.isprintable() and not missing and OBJECT not in text:
        return text
    parts: list[str] = []
    codes: list[str] = []
    for char in text:
        if is_hidden(char) or char in missing:
            codes.append(named(char))
            continue
        if codes:
            parts.append(f"[{' '.join(codes)}]")
            codes = []
        if char == "\n" or (unicodedata.category(char) != "Cc" and char not in OVERRIDES):
            parts.append(char)
    if codes:
        parts.append(f"[{' '.join(codes)}]")
    return "".join(parts)


def cleaned(spans: Spans, missing: frozenset[str] = frozenset()) -> Spans:
    """The same for pieces of a text."""
    return tuple((clean(text, missing), strong) for text, strong in spans)


def split_at_line_ends(spans: Spans) -> Iterator[Spans]:
    """The paragraphs of a text, blank ones too."""
    paragraph: list[tuple[str, bool]] = []
    for text, strong in spans:
        first, *others = text.split("\n")
        paragraph.append((first, strong))
        for other in others:
            yield tuple(paragraph)
            paragraph = [(other, strong)]
    yield tuple(paragraph)


def is_hidden(char: str) -> bool:
    """Whether the character would print nothing by itself, and so must be named."""
    return "\ud800" <= char <= "\udfff" or char == OBJECT


def length(spans: Spans) -> int:
    """How many characters there are."""
    return sum(len(text) for text, _ in spans)


def part(spans: Spans, start: int, end: int) -> Spans:
    """The characters from `start` up to `end`, with their looks."""
    found, at = [], 0
    for text, strong in spans:
        piece = text[max(0, start - at) : max(0, end - at)]
        if piece:
            found.append((piece, strong))
        at += len(text)
    return tuple(found)


def is_right_to_left(spans: Spans) -> bool:
    """The direction of the first character that has one, as Unicode's rule P2 wants it."""
    isolates = 0
    for text, _ in spans:
        for char in text:
            kind = unicodedata.bidirectional(char)
            if kind in ("LRI", "RLI", "FSI"):
                isolates += 1
            elif kind == "PDI":
                isolates = max(0, isolates - 1)
            elif kind in ("R", "AL", "L") and not isolates:
                return kind != "L"
    return False


class Units:
    """A text as Qt counts it: in UTF-16, where some characters take two places."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = None
        if not text.isascii() and max(text) > "\uffff":
            counted = (1 + (char > "\uffff") for char in text)
            self._starts = [at for at, count in enumerate(counted) for _ in range(count)]
            self._starts.append(len(text))

    def before(self, place: int) -> int:
        """How many units come before the character at `place`."""
        return place if self._starts is None else bisect_left(self._starts, place)

    def part(self, start: int, end: int) -> str:
        """The characters in the units from `start` up to `end`."""
        if self._starts is not None:
            start, end = self._starts[start], self._starts[end]
        return self.text[start:end]
