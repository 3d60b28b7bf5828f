"""What stands on a page: lines of text, rules, frames and marks, and the styles they are set in.

All lengths are points, measured downwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from mentorjournal.documents.typeset import Line, Style

SMALLEST = 9.0
TITLE = Style(18, 24, 600)
LEAD = Style(10.5, 15.75, 500)
ITEM = Style(11.25, 16, 600)
HEADING = Style(10, 15, 600)
VALUE = Style(10, 15, 500)
BODY = Style(10, 14)
ASIDE = Style(10, 16, 500)
SMALL = Style(9, 13)
CLOSE = Style(9, 11.5)  # of tables with many rows
LABEL = Style(9, 14)
FOOT = Style(9, 12)
LETTER = Style(11, 17.25)
SUBJECT = Style(15, 21, 600)
TONES = {"body": BODY, "strong": VALUE, "lead": LEAD, "small": SMALL, "letter": LETTER}
QUIET = (SMALL, LABEL, FOOT)

INDENT = 19.5
ITEM_LABELS = 75.0
TEXT_SHARE = 0.915
GUTTER = 24.0
TICK = 9.0
NOTE_STEP = 20.25


@dataclass(eq=False)
class Node:
    """One element of the document's structure, for reading aloud: tag, kids in order."""

    tag: str
    kids: list[Node] = field(default_factory=list)
    stands_for: str = ""

    def add(self, tag: str, stands_for: str = "") -> Node:
        """A new last kid."""
        kid = Node(tag, stands_for=stands_for)
        self.kids.append(kid)
        return kid


@dataclass(frozen=True)
class Text:
    """A line of text with its baseline at (x, y); `height` is what it takes above and below."""

    x: float
    y: float
    line: Line
    style: Style
    node: Node | None

    @property
    def top(self) -> float:
        return self.y - baseline(self.style)

    @property
    def bottom(self) -> float:
        return self.top + self.style.leading


@dataclass(frozen=True)
class Stroke:
    """A straight line of furniture."""

    x: float
    y: float
    right: float
    bottom: float
    strong: bool = False

    @property
    def top(self) -> float:
        return self.y


@dataclass(frozen=True)
class Frame:
    """A frame with round corners."""

    x: float
    y: float
    right: float
    bottom: float

    @property
    def top(self) -> float:
        return self.y


@dataclass(frozen=True)
class Mark:
    """An empty box to tick, or a tick."""

    x: float
    y: float
    done: bool
    node: Node

    @property
    def top(self) -> float:
        return self.y

    @property
    def bottom(self) -> float:
        return self.y + TICK


@dataclass(frozen=True)
class Area:
    """A filled rectangle: 0 is black, 1 is white, as paper behind a text that crosses a line."""

    x: float
    y: float
    right: float
    bottom: float
    shade: float = 1.0

    @property
    def top(self) -> float:
        return self.y


@dataclass(frozen=True)
class Outline:
    """A closed shape about a centre, filled with paper: round, or with corners at `points`.

    `points` are measured from the centre in parts of `radius`; a round one is `wider` times as wide
    as high.
    """

    x: float
    y: float
    radius: float
    points: tuple[tuple[float, float], ...] = ()
    strong: bool = True
    dashed: bool = False
    filled: bool = True
    wider: float = 1.0

    @property
    def top(self) -> float:
        return self.y - self.radius

    @property
    def bottom(self) -> float:
        return self.y + self.radius


Placed = Text | Stroke | Frame | Mark | Area | Outline


@dataclass
class Slice:
    """What stands together: its height, and its parts measured from its own top.

    A `whole` one goes to the next page rather than break; there `again` comes above it once more.
    One that only stands `between` two others is left out at the head of a page.
    """

    height: float = 0
    parts: list[Placed] = field(default_factory=list)
    before: float = 0
    keep: bool = False
    outline: str = ""
    stretch: int = 0
    new_page: bool = False
    whole: bool = False
    again: Slice | None = None
    between: bool = False


def baseline(style: Style) -> float:
    """From the top of a line's box to its baseline: capitals stand in the middle."""
    return style.leading / 2 + 0.36 * style.size


def moved(part: Placed, down: float) -> Placed:
    """The same part `down` points lower."""
    if isinstance(part, Stroke | Frame | Area):
        return replace(part, y=part.y + down, bottom=part.bottom + down)
    return replace(part, y=part.y + down)


def is_quiet(style: Style) -> bool:
    """Whether a style is set in the grey of secondary text."""
    return style in QUIET
