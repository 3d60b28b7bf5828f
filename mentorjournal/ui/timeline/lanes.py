"""Painting of lanes: stages as bands, gaps hatched, what happened as marks; only what is seen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap

from mentorjournal.mentoring.timeline import Band, Lane
from mentorjournal.ui.map.look import Look
from mentorjournal.ui.theme import RoleColors
from mentorjournal.ui.timeline.board import Board, Choice, Row
from mentorjournal.ui.timeline.layout import (
    BAND_BOTTOM,
    BAND_TOP,
    BAND_Y,
    LANE,
    PILL_ROOM,
    UPPER_Y,
    Sight,
    Spot,
    room_of,
)
from mentorjournal.ui.timeline.sprites import PILL, Sprites

BEYOND = 40.0  # px outside of what is seen, where a band may begin or end unseen
LEAD = 6.0  # px by which the first band begins before its first mark
RADIUS, SELECTED = 3.0, 8.5
DASH = 6.0  # px of a dash and the space after it
OUTLINE = 0.3  # TOKENS 7: tint and 30 % outline


class LanePainter:
    """Paints lanes with the sprites of one look."""

    def __init__(self, board: Board, sight: Sight, sprites: Sprites, today: date) -> None:
        self.board, self.sight, self.sprites = board, sight, sprites
        self.look: Look = sprites.look
        self.today = today.toordinal()
        self._gap = sprites.hatch(self.look.color("alert-line"), self.look.color("alert-tint"))
        self._leaving: dict[int, QBrush] = {}

    @property
    def height(self) -> float:
        """The height of a lane."""
        return round(LANE * self.look.scale)

    def colors(self, lane: Lane) -> RoleColors:
        """Those of a role; of somebody from the past, neutral ones."""
        is_neutral = lane.standing in ("past", "mentee")
        return self.look.role("mentee" if is_neutral else lane.role or "")

    def paint(self, painter: QPainter, lane: Lane, top: float, chosen: Choice | None) -> None:
        """Paint one lane whose upper edge is at `top`; x 0 is the left edge of the days."""
        colors, scale = self.colors(lane), self.look.scale
        for place, band in enumerate(lane.bands):
            self._paint_band(painter, band, top, colors, place == 0)
        self._paint_gaps(painter, lane, top)
        rows = self.board.rows(lane)
        self._paint_row(painter, rows.upper, top + UPPER_Y * scale, colors)
        self._paint_row(painter, rows.band, top + BAND_Y * scale, colors)
        if chosen is not None and chosen.lane.person_id == lane.person_id:
            self._paint_ring(painter, rows.row_of(chosen.mark), chosen, top)

    def x_of(self, day: date) -> float:
        """The middle of a day."""
        return self.sight.x_of(day.toordinal() + 0.5)

    def _span(self, first: date, last: date | None) -> tuple[float, float]:
        end = self.sight.x_of(self.today + 0.5) if last is None else self.x_of(last)
        return self.x_of(first), end

    def _paint_band(
        self, painter: QPainter, band: Band, top: float, colors: RoleColors, is_first: bool
    ) -> None:
        scale = self.look.scale
        left, right = self._span(band.first, band.last)
        left += -LEAD * scale if is_first else scale
        right -= scale if band.last else 0
        if right < -BEYOND or left > self.sight.width + BEYOND:
            return
        if left < -BEYOND:  # whole dashes are left out, so that the rest stand still
            left += (-BEYOND - left) // DASH * DASH
        box = QRectF(left, round(top + BAND_TOP * scale) + 0.5,
                     max(2.0, min(right, self.sight.width + BEYOND) - left),
                     round((BAND_BOTTOM - BAND_TOP) * scale) - 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if band.kind == "active":
            painter.setPen(QPen(_mixed(colors.solid, colors.tint, OUTLINE), 1))
            painter.setBrush(colors.tint)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        elif band.kind == "moving_on":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._leaving_brush(colors))
            painter.setBrushOrigin(QPointF(left, box.top()))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        else:
            self._paint_dashed(painter, box, _mixed(colors.solid, self.look.color("surface"), 0.6))

    def _leaving_brush(self, colors: RoleColors) -> QBrush:
        key = colors.solid.rgba()
        if key not in self._leaving:
            line = _mixed(colors.solid, self.look.color("surface"), 0.35)
            self._leaving[key] = self.sprites.hatch(line, None)
        return self._leaving[key]

    def _paint_dashed(self, painter: QPainter, box: QRectF, color: QColor) -> None:
        pen = QPen(color, 1)
        painter.setPen(pen)
        painter.setBrush(self.look.color("surface"))
        outline = QPainterPath()
        outline.addRoundedRect(box, RADIUS, RADIUS)
        painter.fillPath(outline, self.look.color("surface"))
        for x, angle in ((box.left(), 90), (box.right() - 2 * RADIUS, -90)):
            cap = QRectF(x, box.top(), 2 * RADIUS, box.height())
            painter.drawArc(QRectF(cap.left(), cap.top(), cap.width(), 2 * RADIUS),
                            (90 if angle > 0 else 0) * 16, 90 * 16)
            painter.drawArc(
                QRectF(cap.left(), cap.bottom() - 2 * RADIUS, cap.width(), 2 * RADIUS),
                (180 if angle > 0 else 270) * 16, 90 * 16)
        pen.setDashPattern([DASH / 2, DASH / 2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        for y in (box.top(), box.bottom()):
            painter.drawLine(QPointF(box.left() + RADIUS, y), QPointF(box.right() - RADIUS, y))
        for x in (box.left(), box.right()):
            painter.drawLine(QPointF(x, box.top() + RADIUS), QPointF(x, box.bottom() - RADIUS))

    def _paint_gaps(self, painter: QPainter, lane: Lane, top: float) -> None:
        scale, width = self.look.scale, self.sight.width
        y, height = round(top + BAND_TOP * scale), round((BAND_BOTTOM - BAND_TOP) * scale)
        boxes = []
        for gap in lane.gaps:
            left, right = self._span(gap.first, gap.last)
            if right > 0 and left < width:
                left, right = max(left, -BEYOND), min(right, width + BEYOND)
                boxes.append(QRectF(left, y, max(1.0, right - left), height))
        if boxes:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._gap)
            painter.setBrushOrigin(QPointF(-self.sight.left % 4096, y))
            painter.drawRects(boxes)

    def _paint_row(self, painter: QPainter, row: Row, y: float, colors: RoleColors) -> None:
        sight, scale = self.sight, self.look.scale
        left, reach = sight.left, PILL_ROOM * scale
        for spot in row.seen(sight.day_width, left - reach, left + sight.width + reach, scale):
            if spot.count == 1:
                picture = self.sprites.mark(row.marks[spot.start], colors.solid)
            else:
                picture = self._count(row, spot, colors)
            size = picture.deviceIndependentSize()
            painter.drawPixmap(
                QPointF(spot.x - left - size.width() / 2, y - size.height() / 2), picture)

    def _count(self, row: Row, spot: Spot, colors: RoleColors) -> QPixmap:
        """Full when a meeting is among them, else outlined, as the marks themselves are."""
        marks = row.marks[spot.start:spot.stop]
        if any(mark.part == "held" for mark in marks):
            return self.sprites.count(spot.count, colors.solid, colors.on_solid, colors.solid)
        return self.sprites.count(
            spot.count, self.look.color("surface"), colors.ink, colors.solid)

    def _paint_ring(self, painter: QPainter, row: Row, chosen: Choice, top: float) -> None:
        scale = self.look.scale
        spot = row.spot_of(chosen.mark, self.sight.day_width, scale)
        if spot is None:
            return
        x = spot.x - self.sight.left
        y = top + (BAND_Y if row is self.board.rows(chosen.lane).band else UPPER_Y) * scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.look.color("ink"), 2 * scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = SELECTED * scale
        if spot.count == 1:
            painter.drawEllipse(QPointF(x, y), radius, radius)
        else:
            half, high = room_of(spot.count, scale) / 2 + 2, PILL * scale / 2 + 2.5
            painter.drawRoundedRect(QRectF(x - half, y - high, 2 * half, 2 * high), high, high)


def _mixed(top: QColor, under: QColor, share: float) -> QColor:
    return QColor(*(
        round(share * a + (1 - share) * b)
        for a, b in zip(top.getRgb()[:3], under.getRgb()[:3], strict=True)
    ))
