"""The whole picture of a timeline: lanes, the axis above, the people at the left, and today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from mentorjournal.mentoring.timeline import Lane
from mentorjournal.ui.timeline.board import Board, Choice
from mentorjournal.ui.timeline.lanes import LanePainter
from mentorjournal.ui.timeline.layout import AXIS, LABELS, Sight
from mentorjournal.ui.timeline.sprites import AVATAR, Sprites
from mentorjournal.ui.timeline.ticks import Axis, Tick, axis
from mentorjournal.words import tr

AVATAR_X, TEXT_X, TEXT_RIGHT = 24.0, 58.0, 10.0
UPPER_BASE, LOWER_BASE, LINE_TOP = 16.0, 33.0, 24.0
TICK_AIR = 5.0


class Canvas:
    """Paints what `sight` sees of `board`; days begin right of the labels and below the axis."""

    def __init__(
        self, board: Board, sight: Sight, sprites: Sprites, today: date, *,
        labels: bool = True, week_start: int = 0,
    ) -> None:
        self.board, self.sight, self.sprites, self.look = board, sight, sprites, sprites.look
        self.today, self.week_start = today, week_start
        self.lanes = LanePainter(board, sight, sprites, today)
        self.label_width = round(LABELS * self.look.scale) if labels else 0
        self.axis_height = round(AXIS * self.look.scale)
        self._names = QFontMetricsF(self.look.font("row-title"))
        self._small = QFontMetricsF(self.look.font("micro"))

    @property
    def lane_height(self) -> int:
        """The height of a lane."""
        return int(self.lanes.height)

    def room_for(self, widest_name: float) -> float:
        """The width of the labels in which a name of so many px is whole."""
        widest = max((self._names.horizontalAdvance(self.board.label(lane))
                      for lane in self.board.lanes), default=0.0)
        return min(widest + 1, widest_name) + (TEXT_X + TEXT_RIGHT) * self.look.scale

    def ticks(self) -> Axis:
        """The ticks of what is seen."""
        sight = self.sight
        return axis(
            sight.day_at(0), sight.day_at(sight.width), sight.day_width,
            self._small.horizontalAdvance, self.week_start,
        )

    def paint(
        self, painter: QPainter, width: float, height: float, down: float = 0,
        chosen: Choice | None = None,
    ) -> None:
        """Paint at (0, 0); the lanes are scrolled `down` px."""
        painter.fillRect(QRectF(0, 0, width, height), self.look.color("surface"))
        ticks = self.ticks()
        painter.save()
        painter.setClipRect(QRectF(
            self.label_width, self.axis_height, width - self.label_width,
            height - self.axis_height))
        painter.translate(self.label_width, 0)
        self._paint_grid(painter, ticks, height, down)
        self._paint_today_line(painter, self.axis_height, height)  # below the marks of today
        for lane, top in self._seen(height, down):
            self.lanes.paint(painter, lane, top, chosen)
        painter.restore()
        self._paint_axis(painter, ticks, width)
        if self.label_width:
            self._paint_labels(painter, height, down)
        self._paint_today(painter, width)
        if not self.board.lanes:
            self._say_empty(painter, width, height)

    def _say_empty(self, painter: QPainter, width: float, height: float) -> None:
        words = tr("Nobody matches what is chosen in the filter.")
        painter.setFont(self.look.font("body"))
        painter.setPen(self.look.color("muted"))
        if self.board.everyone:
            painter.drawText(QRectF(0, self.axis_height, width, height - self.axis_height),
                             Qt.AlignmentFlag.AlignCenter, words)

    def _seen(self, height: float, down: float) -> Iterator[tuple[Lane, float]]:
        """The lanes that are seen, with their upper edges."""
        high = self.lane_height
        first = max(0, int(down // high))
        last = int((down + height - self.axis_height) // high) + 1
        for place, lane in enumerate(self.board.lanes[first:last], first):
            yield lane, self.axis_height + place * high - down

    def _paint_grid(self, painter: QPainter, ticks: Axis, height: float, down: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        line, dotted = self.look.color("line"), QPen(self.look.color("line2"), 1)
        dotted.setDashPattern([1, 4])
        dotted.setCapStyle(Qt.PenCapStyle.FlatCap)
        days = self._line_days(ticks)
        for strong, pen in ((False, dotted), (True, QPen(line, 1))):
            painter.setPen(pen)
            lines = [
                QLineF(x, self.axis_height, x, height)
                for day, is_strong in days.items() if is_strong is strong
                for x in (round(self.sight.x_of(day)) + 0.5,)
            ]
            if lines:
                painter.drawLines(lines)
        painter.setPen(QPen(line, 1))
        high = self.lane_height
        for _, top in self._seen(height, down):
            y = round(top) + high - 0.5
            painter.drawLine(QPointF(0, y), QPointF(self.sight.width, y))

    def _line_days(self, ticks: Axis) -> dict[int, bool]:
        days = {tick.day: tick.is_strong for tick in ticks.lower}
        return days | {tick.day: True for tick in ticks.upper}

    # Above

    def _paint_axis(self, painter: QPainter, ticks: Axis, width: float) -> None:
        look, scale = self.look, self.look.scale
        painter.fillRect(QRectF(0, 0, width, self.axis_height), look.color("sunken"))
        painter.save()
        painter.setClipRect(QRectF(
            self.label_width, 0, width - self.label_width, self.axis_height))
        painter.translate(self.label_width, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(look.color("line"), 1))
        for day, is_strong in self._line_days(ticks).items():
            if is_strong:
                x = round(self.sight.x_of(day)) + 0.5
                painter.drawLine(QPointF(x, LINE_TOP * scale), QPointF(x, self.axis_height))
        painter.setFont(look.font("micro"))
        painter.setPen(look.color("muted"))
        for tick in ticks.lower:
            x = self.sight.x_of(tick.day) + TICK_AIR * scale
            if x >= 0:  # half a name says nothing
                painter.drawText(QPointF(round(x), LOWER_BASE * scale), tick.words)
        painter.setFont(look.font("heading"))
        painter.setPen(look.color("ink"))
        for x, words in self.upper_places(ticks.upper):
            painter.drawText(QPointF(x, UPPER_BASE * scale), words)
        painter.restore()
        painter.setPen(QPen(look.color("line"), 1))
        y = self.axis_height - 0.5
        painter.drawLine(QPointF(0, y), QPointF(width, y))

    def upper_places(self, ticks: tuple[Tick, ...]) -> Iterator[tuple[float, str]]:
        """The upper names; the first stays at the edge for as long as it has room there."""
        metrics = QFontMetricsF(self.look.font("heading"))
        air = TICK_AIR * self.look.scale
        plate = self._plate()
        for place, tick in enumerate(ticks):
            wide = metrics.horizontalAdvance(tick.words)
            room_end = self.sight.x_of(ticks[place + 1].day) if place + 1 < len(ticks) else 1e9
            x = max(self.sight.x_of(tick.day) + air, 2 * air)
            if plate.left() - air < x + wide and x < plate.right() + air:
                x = plate.right() + air  # beside the word for today, not below it
                if x + wide > min(room_end, self.sight.width):
                    x = plate.left() - air - wide
            x = min(x, room_end - wide - air)
            if x >= 0:
                yield round(x), tick.words

    def _plate(self) -> QRectF:
        """Where the word for today stands, from the left edge of the days."""
        scale = self.look.scale
        metrics = QFontMetricsF(self._plate_font())
        wide = metrics.horizontalAdvance(tr("Today")) + 10 * scale
        x = self.sight.x_of(self.today.toordinal() + 0.5)
        return QRectF(round(x - wide / 2), 4 * scale, round(wide), 17 * scale)

    def _plate_font(self) -> QFont:
        font = self.look.font("micro")
        font.setWeight(self.look.font("heading").weight())
        return font

    def _paint_today_line(self, painter: QPainter, top: float, bottom: float) -> None:
        x = round(self.sight.x_of(self.today.toordinal() + 0.5)) - 0.5
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(x, top, 1.5, bottom - top), self.look.color("ink"))

    def _paint_today(self, painter: QPainter, width: float) -> None:
        x = self.label_width + self.sight.x_of(self.today.toordinal() + 0.5)
        if not self.label_width <= x <= width:
            return
        painter.translate(self.label_width, 0)
        self._paint_today_line(
            painter, self.axis_height - 4 * self.look.scale, self.axis_height)
        painter.translate(-self.label_width, 0)
        plate = self._plate().translated(self.label_width, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color("ink"))
        painter.drawRoundedRect(plate, 3, 3)
        painter.setFont(self._plate_font())
        painter.setPen(self.look.color("surface"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, tr("Today"))

    # At the left

    def _paint_labels(self, painter: QPainter, height: float, down: float) -> None:
        look, wide = self.look, self.label_width
        painter.save()
        painter.setClipRect(QRectF(0, self.axis_height, wide, height - self.axis_height))
        painter.fillRect(QRectF(0, self.axis_height, wide, height), look.color("surface"))
        for lane, top in self._seen(height, down):
            self._paint_label(painter, lane, round(top))
        painter.restore()
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawLine(QPointF(wide - 0.5, 0), QPointF(wide - 0.5, height))

    def _paint_label(self, painter: QPainter, lane: Lane, top: int) -> None:
        look, scale = self.look, self.look.scale
        high = self.lane_height
        painter.drawPixmap(
            QPointF(AVATAR_X * scale, top + round((high - AVATAR * scale) / 2) - 1),
            self.sprites.avatar(lane))
        room = self.label_width - (TEXT_X + TEXT_RIGHT) * scale
        muted = look.color("muted")
        for font, metrics, words, base, pen in (
            ("row-title", self._names, self.board.label(lane), 21.0,
             muted if lane.standing == "past" else look.color("ink")),
            ("micro", self._small, lane.rhythm, 35.0, muted),
        ):
            painter.setFont(look.font(font))
            painter.setPen(pen)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(round(TEXT_X * scale), top + round(base * scale)), shown)
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawLine(QPointF(0, top + high - 0.5), QPointF(self.label_width, top + high - 0.5))
