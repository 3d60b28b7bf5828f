"""What a relationship looks like in order: a lane for each person, with bands, gaps and marks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

BandKind = Literal["exploring", "active", "moving_on"]
MarkKind = Literal["meeting", "message", "feedback", "thanks", "letter", "milestone"]


@dataclass(frozen=True)
class Band:
    """A stage of a relationship from its first day to its last; `last` None goes on."""

    kind: BandKind
    first: date
    last: date | None = None


@dataclass(frozen=True)
class Gap:
    """Days without a touchpoint beyond the agreed rhythm; `last` None lasts until today."""

    first: date
    last: date | None = None


@dataclass(frozen=True)
class Mark:
    """Something that happened on a day, or is arranged; the row it stands for is `table`, `row`.

    `words` is one line for a tooltip, the list and a screen reader. Nothing private is in it.
    """

    kind: MarkKind
    day: date
    table: str
    row: int
    words: str = ""
    is_coming: bool = False
    is_touchpoint: bool = False

    @property
    def key(self) -> tuple[str, int, str]:
        """What tells it from every other mark; a letter asked for and thanked for has two."""
        return (self.table, self.row, self.kind)


@dataclass(frozen=True)
class Lane:
    """All of one person, in the order of days; `rhythm` is "Every 4 weeks" or how they stand."""

    person_id: int
    name: str
    rhythm: str = ""
    bands: tuple[Band, ...] = ()
    gaps: tuple[Gap, ...] = ()
    marks: tuple[Mark, ...] = ()
