"""The minutes of an agenda as a bar: must, should, may, and what is left or too much."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.bar import FREE_LOW, Bar, Piece
from mentorjournal.ui.widgets.painted_text import paint_line
from mentorjournal.words import minutes, tr

TALL = 24
LOW = 8
RADIUS = 6.0
# Priority -> fill and ink; the low bar has no words in it and stands on a card, so it is stronger.
TALL_TOKENS = {
    "must": ("accent", "on-accent"), "should": ("accent-sel", "accent-ink"),
    "if_time": ("neutral-tint", "neutral-ink"),
}
LOW_TOKENS = {"must": "accent", "should": "g2", "if_time": "g3"}


@dataclass(frozen=True)
class Segment:
    """One item: `label` is its number, `minutes` its length, `priority` must, should or if_time."""

    label: str
    minutes: int
    priority: str = "should"
    title: str = ""


def planned_minutes(segments: Iterable[Segment]) -> int:
    """The sum of all items."""
    return sum(max(0, each.minutes) for each in segments)


def time_parts(planned: int, slot: int) -> tuple[str, str]:
    """Such as ("25 of 30 min", "5 left to sum up"); the second is "" when it comes out even."""
    head = tr("{planned} of {slot} min", planned=planned, slot=slot)
    if planned < slot:
        return head, tr("{n} left to sum up", n=slot - planned)
    return head, tr("{n} over", n=planned - slot) if planned > slot else ""


def time_words(planned: int, slot: int) -> str:
    """Such as "25 of 30 min · 5 left to sum up"."""
    return " · ".join(part for part in time_parts(planned, slot) if part)


class TimeBar(Bar):
    """24 px high with words in it, or 8 px high as a summary."""

    def __init__(self, *, low: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(
            LOW if low else TALL, low=low, radius=RADIUS, dashed=True, parent=parent)
        self._segments: list[Segment] = []
        self._slot = 0

    def set_agenda(self, segments: Sequence[Segment], slot: int) -> None:
        """Show these items in their order, in a meeting of `slot` minutes."""
        self._segments = [each for each in segments if each.minutes > 0]
        self._slot = max(0, slot)
        words = time_words(planned_minutes(self._segments), self._slot)
        self.setAccessibleName(tr("Time: {words}", words=words))
        items = (
            f"{each.label} {each.title} {minutes(each.minutes)}".strip() for each in self._segments
        )
        self.setAccessibleDescription("; ".join(items))
        self.update()

    def paint_over(self, painter: QPainter, part: Piece) -> None:
        room = part.rect.adjusted(theme.px(8), 0, -theme.px(4), 0)
        font = theme.font("micro")
        if part.words and part.words[0] != part.words[-1]:
            font.setWeight(theme.font("row-title").weight())
        metrics = QFontMetricsF(font)
        words = next((w for w in part.words if metrics.horizontalAdvance(w) <= room.width()), "")
        if words and not self._low:
            paint_line(painter, room.adjusted(0, 0, 1, 0), words, font, theme.color(part.ink))

    def pieces(self) -> list[Piece]:
        """The items inside the slot, then what is free or over; scaled to the longer of the two."""
        planned = planned_minutes(self._segments)
        whole = max(planned, self._slot)
        if not whole:
            return []
        scale = self.width() / whole
        parts: list[Piece] = []
        start = 0
        for each in self._segments:
            inside = min(each.minutes, self._slot - start)
            if inside > 0:
                parts.append(self._item_part(each, self.place(start, inside, scale)))
            start += each.minutes
        if planned != self._slot:
            parts.append(self._rest_part(planned, scale))
        return parts

    def _item_part(self, item: Segment, rect: QRectF) -> Piece:
        fill, ink = TALL_TOKENS.get(item.priority, TALL_TOKENS["if_time"])
        if self._low:
            fill = LOW_TOKENS.get(item.priority, "g3")
        length = minutes(item.minutes)
        words = (f"{item.label} · {length}" if item.label else length, item.label)
        name = " ".join(part for part in (item.label, item.title) if part)
        return Piece(
            rect, fill, f"{name} · {length}" if name else length, ink=ink, words=words)

    def _rest_part(self, planned: int, scale: float) -> Piece:
        left, width = min(planned, self._slot) * scale, abs(planned - self._slot) * scale
        rect = QRectF(left, 0, width, self.height())
        if planned < self._slot:
            words = tr("{n} free", n=self._slot - planned)
            return Piece(rect, FREE_LOW, words, is_free=True, ink="muted", words=(words,))
        words = tr("{n} over", n=planned - self._slot)
        return Piece(rect, "alert" if self._low else "alert-tint", words, ink="alert",
                     words=(words,))
