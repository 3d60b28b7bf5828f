"""Hours a week as a bar: what is committed and asked, the limit, and what is free or over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.mentoring.load import hours_words
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.bar import Bar, Piece
from mentorjournal.ui.widgets.label import flat
from mentorjournal.words import tr

TALL, LOW = 20, 8
MARK_OUT = 3  # px that the mark of the limit stands out above and below
RADIUS = 4.0
RAMP = ("g1", "g2", "g3", "g4", "g5")
ASKED = "g4"


class Part(NamedTuple):
    """So many hours a week of something."""

    words: str
    hours: float


def ramp(place: int) -> str:
    """The token of the segment at a place; beyond the fifth all have the last one."""
    return RAMP[min(place, len(RAMP) - 1)]


class CapacityBar(Bar):
    """20 px high with a segment a commitment, or 8 px high with what is asked behind them."""

    def __init__(self, *, low: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(LOW if low else TALL, low=low, radius=RADIUS, out=MARK_OUT, parent=parent)
        self._parts: list[tuple[Part, str]] = []
        self._capacity: float | None = None

    def set_hours(
        self, parts: Sequence[Part], capacity: float | None, asked: Sequence[Part] = (),
        words: str = "",
    ) -> None:
        """Show these in their order, then what is `asked`; `words` are the whole in a sentence."""
        shown = [(part, "g2" if self._low else ramp(place)) for place, part in enumerate(parts)]
        shown += [(part, ASKED) for part in asked]
        self._parts = [(part, token) for part, token in shown if part.hours > 0]
        self._capacity = capacity
        self.setAccessibleName(tr("Hours a week: {words}", words=words))
        self.setAccessibleDescription("; ".join(_said(part) for part, _ in self._parts))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._paint_mark(QPainter(self))

    def _paint_mark(self, painter: QPainter) -> None:
        """The limit, where something lies beyond it."""
        if self._capacity is None or self._total() <= self._capacity:
            return
        left = round(min(self.width() - 2, self._capacity * self._scale()))
        painter.fillRect(QRectF(left, 0, 2, self.height()), theme.color("ink"))

    def pieces(self) -> list[Piece]:
        """What is inside the limit in the colours of the ramp, what is beyond it in alert."""
        scale, limit = self._scale(), self._limit()
        found: list[Piece] = []
        start = 0.0
        for part, token in self._parts:
            inside = min(start + part.hours, limit) - start
            if inside > 0:
                found.append(Piece(self.place(start, inside, scale), token, _said(part)))
            beyond = part.hours - max(0.0, inside)
            if beyond > 1e-9:
                begin = max(start, limit)
                words = tr("{part}, {n} h of it over", part=_said(part), n=hours_words(beyond))
                found.append(Piece(self.place(begin, beyond, scale), "alert", words))
            start += part.hours
        free = limit - start
        if free > 1e-9:
            words = tr("{n} h free", n=hours_words(free))
            found.append(Piece(self.place(start, free, scale), "", words, is_free=True))
        return found

    def _total(self) -> float:
        return sum(part.hours for part, _ in self._parts)

    def _limit(self) -> float:
        return self._total() if self._capacity is None else self._capacity

    def _scale(self) -> float:
        whole = max(self._total(), self._capacity or 0.0)
        return self.width() / whole if whole else 0.0


def _said(part: Part) -> str:
    return tr("{what}: {n} h", what=flat(part.words, 120), n=hours_words(part.hours))
