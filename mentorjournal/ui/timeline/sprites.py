"""Small pictures that are painted often: marks, counts, hatches and avatars, each made once."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap, QTransform

from mentorjournal.mentoring.timeline import Lane, Mark
from mentorjournal.ui.icons import paint_icon
from mentorjournal.ui.map.look import Look
from mentorjournal.ui.timeline.layout import room_of
from mentorjournal.ui.widgets.avatar import paint_avatar, photo_pixmap

SIDE = 20  # of a mark's picture
DISC, RING, DIAMOND, CROSS, ICON = 4.5, 3.4, 5.0, 3.2, 13.0
PILL = 16.0  # height of a count
HATCH = 6.0  # px from one line to the next
AVATAR = 24
ICONS = {
    "said": ("heart", True), "asked": ("envelope-simple", False),
    "submitted": ("envelope-simple", True),
}


class Sprites:
    """Pictures for one look and one density of pixels."""

    def __init__(self, look: Look, ratio: float) -> None:
        self.look, self.ratio = look, ratio
        self._made: dict[Hashable, QPixmap] = {}

    def _kept(
        self, key: Hashable, width: float, height: float, draw: Callable[[QPainter], None]
    ) -> QPixmap:
        pixmap = self._made.get(key)
        if pixmap is None:
            pixmap = QPixmap(round(width * self.ratio), round(height * self.ratio))
            pixmap.setDevicePixelRatio(self.ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            draw(painter)
            painter.end()
            self._made[key] = pixmap
        return pixmap

    def mark(self, mark: Mark, color: QColor) -> QPixmap:
        """The picture of a mark, its middle in the middle."""
        part = mark.part or mark.kind
        side = SIDE * self.look.scale

        def draw(painter: QPainter) -> None:
            painter.translate(side / 2, side / 2)
            draw_mark(painter, mark.kind, part, color, self.look.color("surface"),
                      self.look.scale)

        return self._kept((mark.kind, part, color.rgba()), side, side, draw)

    def count(self, number: int, fill: QColor, ink: QColor, line: QColor) -> QPixmap:
        """The picture of marks gathered into one: how many there are."""
        scale = self.look.scale
        width, height = room_of(number, scale) - scale, PILL * scale

        def draw(painter: QPainter) -> None:
            box = QRectF(0.7, 0.7, width - 1.4, height - 1.4)
            painter.setPen(QPen(line, 1.4))
            painter.setBrush(fill)
            painter.drawRoundedRect(box, height / 2 - 0.7, height / 2 - 0.7)
            font = self.look.font("micro")
            font.setWeight(self.look.font("heading").weight())
            font.setPixelSize(self.look.px(10))
            painter.setFont(font)
            painter.setPen(ink)
            words = str(number) if number < 1000 else "999+"
            painter.drawText(QRectF(0, 0, width, height), Qt.AlignmentFlag.AlignCenter, words)

        key = ("count", number, fill.rgba(), line.rgba())
        return self._kept(key, width, height, draw)

    def hatch(self, line: QColor, ground: QColor | None) -> QBrush:
        """Diagonal lines, on a ground or on nothing."""
        side = round(HATCH * self.look.scale * self.ratio)
        pixmap = QPixmap(side, side)
        pixmap.fill(ground or Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(line, 0.27 * side, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        for shift in (-side, 0, side):  # the neighbours' lines touch the corners
            painter.drawLine(QPointF(shift - 1, side + 1), QPointF(shift + side + 1, -1))
        painter.end()
        brush = QBrush(pixmap)
        brush.setTransform(QTransform.fromScale(1 / self.ratio, 1 / self.ratio))
        return brush

    def avatar(self, lane: Lane) -> QPixmap:
        """The picture of a lane's person."""
        side = AVATAR * self.look.scale

        def draw(painter: QPainter) -> None:
            photo = photo_pixmap(lane.photo, round(side * self.ratio))
            paint_avatar(
                painter, QRectF(0, 0, side, side), lane.initials, lane.role, lane.standing,
                photo=photo, wearing=self.look.worn,
            )

        photo = hash(lane.photo) if lane.photo else 0
        return self._kept((lane.initials, lane.role, lane.standing, photo), side, side, draw)


def draw_mark(
    painter: QPainter, kind: str, part: str, color: QColor, surface: QColor, scale: float = 1.0
) -> None:
    """Draw what a mark looks like around (0, 0), also for a legend."""
    painter.save()
    if kind in ("meeting", "message", "feedback", "told"):
        painter.scale(scale, scale)
        _draw_shape(painter, kind, part, color, surface)
    else:
        name, filled = ICONS.get(part, {
            "thanks": ("heart", True), "letter": ("envelope-simple", True),
        }.get(kind, ("flag", True)))
        side = ICON * scale
        # Not scaled by the painter, which would blur it.
        paint_icon(painter, QRectF(-side / 2, -side / 2, side, side), name, color, filled=filled)
    painter.restore()


def _draw_shape(
    painter: QPainter, kind: str, part: str, color: QColor, surface: QColor
) -> None:
    pen = QPen(color, 1.8)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if kind == "feedback":
        painter.fillPath(_diamond(DIAMOND), color)
    elif kind == "told":  # the shape of feedback, hollow: it went the other way
        painter.setPen(QPen(color, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap,
                            Qt.PenJoinStyle.MiterJoin))
        painter.setBrush(surface)
        painter.drawPath(_diamond(DIAMOND - 0.8))
    elif part == "coming":
        pen.setDashPattern([1.1, 1.1])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawEllipse(QPointF(0, 0), DISC, DISC)
    elif part in ("called_off", "missed"):
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(-CROSS, -CROSS), QPointF(CROSS, CROSS))
        painter.drawLine(QPointF(-CROSS, CROSS), QPointF(CROSS, -CROSS))
    elif part == "unanswered":
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        box = QRectF(-RING, -RING, 2 * RING, 2 * RING)
        painter.drawArc(box, 80 * 16, 290 * 16)  # a ring that nobody closed
    elif kind == "message":
        painter.setPen(pen)
        painter.setBrush(surface)
        painter.drawEllipse(QPointF(0, 0), RING, RING)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(QPointF(0, 0), DISC, DISC)


def _diamond(side: float) -> QPainterPath:
    path = QPainterPath(QPointF(0, -side))
    for x, y in ((side, 0), (0, side), (-side, 0)):
        path.lineTo(x, y)
    path.closeSubpath()
    return path
