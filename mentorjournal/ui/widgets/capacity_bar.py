"""Hours a week as a bar: what is committed and asked, the limit, and what is free or over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mentorjournal.mentoring.load import hours_words
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.label import flat, plain_tooltip
from mentorjournal.words import tr

TALL, LOW = 20, 8
MARK_OUT = 3  # px that the mark of the limit stands out above and below
GAP = 2.0
RADIUS = 4.0
RAMP = ("g1", "g2", "g3", "g4", "g5")
ASKED = "g4"


class Part(NamedTuple):
    """So many hours a week of something."""

    words: str
    hours: float


@dataclass(frozen=True)
class _Piece:
    rect: QRectF
    fill: str
    tooltip: str
    outlined: bool = False


def ramp(place: int) -> str:
    """The token of the segment at a place; beyond the fifth all have the last one."""
    return RAMP[min(place, len(RAMP) - 1)]


class CapacityBar(QWidget):
    """20 px high with a segment a commitment, or 8 px high with what is asked behind them."""

    def __init__(self, *, low: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low = low
        self._parts: list[tuple[Part, str]] = []
        self._capacity: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

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

    def sizeHint(self) -> QSize:
        out = 2 * theme.px(MARK_OUT)
        return QSize(theme.px(240), theme.px(LOW if self._low else TALL) + out)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = QPointF(event.pos())
            words = next((each.tooltip for each in self._pieces() if each.rect.contains(spot)), "")
            QToolTip.showText(event.globalPos(), plain_tooltip(words), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area()
        radius = area.height() / 2 if self._low else RADIUS
        outline = QPainterPath()
        outline.addRoundedRect(area, radius, radius)
        for piece in self._pieces():
            cut = QPainterPath()
            cut.addRect(piece.rect)
            if not piece.outlined:
                painter.fillPath(outline & cut, theme.color(piece.fill))
            elif self._low:
                painter.fillPath(outline & cut, theme.color("neutral-tint"))
            else:
                painter.setPen(QPen(theme.color("ctl"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(piece.rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        self._paint_mark(painter, area)

    def _paint_mark(self, painter: QPainter, area: QRectF) -> None:
        """The limit, where something lies beyond it."""
        if self._capacity is None or self._total() <= self._capacity:
            return
        left = round(min(area.width() - 2, self._capacity * self._scale()))
        painter.fillRect(QRectF(left, 0, 2, self.height()), theme.color("ink"))

    def _pieces(self) -> list[_Piece]:
        """What is inside the limit in the colours of the ramp, what is beyond it in alert."""
        scale, limit = self._scale(), self._limit()
        found: list[_Piece] = []
        start = 0.0
        for part, token in self._parts:
            inside = min(start + part.hours, limit) - start
            if inside > 0:
                found.append(_Piece(self._rect(start, inside, scale), token, _said(part)))
            beyond = part.hours - max(0.0, inside)
            if beyond > 1e-9:
                begin = max(start, limit)
                words = tr("{part}, {n} h of it over", part=_said(part), n=hours_words(beyond))
                found.append(_Piece(self._rect(begin, beyond, scale), "alert", words))
            start += part.hours
        free = limit - start
        if free > 1e-9:
            words = tr("{n} h free", n=hours_words(free))
            found.append(_Piece(self._rect(start, free, scale), "", words, outlined=True))
        return found

    def _rect(self, start: float, hours: float, scale: float) -> QRectF:
        area = self._area()
        left, width = start * scale, hours * scale
        at_end = left + width >= area.width() - 0.5
        return QRectF(left, area.top(), width if at_end else max(1.0, width - GAP), area.height())

    def _area(self) -> QRectF:
        out = theme.px(MARK_OUT)
        return QRectF(self.rect()).adjusted(0, out, 0, -out)

    def _total(self) -> float:
        return sum(part.hours for part, _ in self._parts)

    def _limit(self) -> float:
        return self._total() if self._capacity is None else self._capacity

    def _scale(self) -> float:
        whole = max(self._total(), self._capacity or 0.0)
        return self.width() / whole if whole else 0.0


def _said(part: Part) -> str:
    return tr("{what}: {n} h", what=flat(part.words, 120), n=hours_words(part.hours))
