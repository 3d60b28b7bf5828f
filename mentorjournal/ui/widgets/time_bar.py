"""The minutes of an agenda as a bar: must, should, may, and what is left or too much."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.label import plain_tooltip
from mentorjournal.ui.widgets.painted_text import paint_line
from mentorjournal.words import minutes, tr

TALL = 24
LOW = 8
GAP = 2.0
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


@dataclass(frozen=True)
class _Part:
    rect: QRectF
    fill: str
    ink: str
    words: tuple[str, ...]  # the longest that fits is shown
    tooltip: str
    dashed: bool = False


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


class TimeBar(QWidget):
    """24 px high with words in it, or 8 px high as a summary."""

    def __init__(self, *, low: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low = low
        self._segments: list[Segment] = []
        self._slot = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

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

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(LOW if self._low else TALL))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = QPointF(event.pos())
            words = next((part.tooltip for part in self._parts() if part.rect.contains(spot)), "")
            QToolTip.showText(event.globalPos(), plain_tooltip(words), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        outline = QPainterPath()
        radius = area.height() / 2 if self._low else 6.0
        outline.addRoundedRect(area, radius, radius)
        for part in self._parts():
            cut = QPainterPath()
            cut.addRect(part.rect)
            if part.dashed and not self._low:
                self._paint_dashed(painter, area, part.rect)
            else:
                painter.fillPath(outline & cut, theme.color(part.fill))
            self._paint_words(painter, part)

    def _paint_dashed(self, painter: QPainter, area: QRectF, rect: QRectF) -> None:
        pen = QPen(theme.color("ctl"), 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath()
        edge = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        whole_bar = rect.left() <= area.left()
        path.addRoundedRect(edge, 6, 6)
        if not whole_bar:  # square where it meets the items
            square = QPainterPath()
            square.addRect(edge.adjusted(0, 0, -edge.width() / 2, 0))
            path = path.united(square)
        painter.drawPath(path.simplified())

    def _paint_words(self, painter: QPainter, part: _Part) -> None:
        room = part.rect.adjusted(theme.px(8), 0, -theme.px(4), 0)
        font = theme.font("micro")
        if part.words and part.words[0] != part.words[-1]:
            font.setWeight(theme.font("row-title").weight())
        metrics = QFontMetricsF(font)
        words = next((w for w in part.words if metrics.horizontalAdvance(w) <= room.width()), "")
        if words and not self._low:
            paint_line(painter, room.adjusted(0, 0, 1, 0), words, font, theme.color(part.ink))

    def _parts(self) -> list[_Part]:
        """The items inside the slot, then what is free or over; scaled to the longer of the two."""
        planned = planned_minutes(self._segments)
        whole = max(planned, self._slot)
        if not whole:
            return []
        scale = self.width() / whole
        parts: list[_Part] = []
        start = 0
        for each in self._segments:
            inside = min(each.minutes, self._slot - start)
            if inside > 0:
                parts.append(self._item_part(each, start * scale, inside * scale))
            start += each.minutes
        if planned != self._slot:
            parts.append(self._rest_part(planned, scale))
        return parts

    def _item_part(self, item: Segment, left: float, width: float) -> _Part:
        fill, ink = TALL_TOKENS.get(item.priority, TALL_TOKENS["if_time"])
        if self._low:
            fill = LOW_TOKENS.get(item.priority, "g3")
        length = minutes(item.minutes)
        words = (f"{item.label} · {length}" if item.label else length, item.label)
        name = " ".join(part for part in (item.label, item.title) if part)
        return _Part(
            self._rect(left, width), fill, ink, words, f"{name} · {length}" if name else length
        )

    def _rest_part(self, planned: int, scale: float) -> _Part:
        left, width = min(planned, self._slot) * scale, abs(planned - self._slot) * scale
        rect = QRectF(left, 0, width, self.height())
        if planned < self._slot:
            words = tr("{n} free", n=self._slot - planned)
            return _Part(rect, "neutral-tint", "muted", (words,), words, dashed=True)
        words = tr("{n} over", n=planned - self._slot)
        return _Part(rect, "alert" if self._low else "alert-tint", "alert", (words,), words)

    def _rect(self, left: float, width: float) -> QRectF:
        at_end = left + width >= self.width() - 0.5
        return QRectF(left, 0, width if at_end else max(1.0, width - GAP), self.height())
