"""A small line of how much energy there was, for nobody but me."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorjournal.mentoring.reflection import MOST_ENERGY
from mentorjournal.models.reflection_list import day_words
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.painted_text import paint_line
from mentorjournal.words import tr

HEIGHT, FOOT = 96, 18  # px; the foot holds the days
LEFT = 54  # px for the words at the left
DOT = 3.0

Point = tuple[date, int]


class EnergyLine(QWidget):
    """Days from left to right, energy from 1 below to 5 above; every entry is a dot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points: tuple[Point, ...] = ()
        self._as_of = date.min
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(self, points: Sequence[Point], as_of: date) -> None:
        """Show these, the oldest first."""
        self.points, self._as_of = tuple(points), as_of
        said = ", ".join(tr("{day}: {n}", day=day_words(day, as_of), n=n) for day, n in points)
        self.setAccessibleName(tr("Energy from 1 to {most}: {said}", most=MOST_ENERGY, said=said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(
            theme.px(LEFT), theme.px(8), -theme.px(8), -theme.px(FOOT + 6))
        self._paint_ground(painter, area)
        spots = self._spots(area)
        painter.setPen(QPen(theme.color("accent"), 1.5))
        painter.drawPolyline(QPolygonF(spots))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        for spot in spots:
            painter.drawEllipse(spot, theme.px(DOT), theme.px(DOT))

    def _paint_ground(self, painter: QPainter, area: QRectF) -> None:
        font, tone = theme.font("micro"), theme.color("muted")
        painter.setPen(QPen(theme.color("line"), 1))
        for level in range(1, MOST_ENERGY + 1):
            y = round(self._height(area, level)) + 0.5
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        line = theme.line("micro")
        for level, words in ((MOST_ENERGY, tr("5 full")), (1, tr("1 empty"))):
            room = QRectF(0, self._height(area, level) - line / 2, area.left() - theme.px(6), line)
            paint_line(painter, room, words, font, tone)
        foot = QRectF(area.left(), area.bottom() + theme.px(8), area.width(), line)
        half = foot.adjusted(0, 0, -foot.width() / 2 - 4, 0)
        paint_line(painter, half, day_words(self.points[0][0], self._as_of), font, tone)
        paint_line(painter, foot.adjusted(foot.width() / 2 + 4, 0, 0, 0),
                   day_words(self.points[-1][0], self._as_of), font, tone,
                   Qt.AlignmentFlag.AlignRight)

    def _spots(self, area: QRectF) -> list[QPointF]:
        first, last = self.points[0][0], self.points[-1][0]
        whole = max(1, (last - first).days)
        inside = area.adjusted(theme.px(DOT), 0, -theme.px(DOT), 0)
        return [QPointF(inside.left() + inside.width() * (day - first).days / whole,
                        self._height(area, level)) for day, level in self.points]

    def _height(self, area: QRectF, level: int) -> float:
        return area.bottom() - area.height() * (level - 1) / (MOST_ENERGY - 1)
