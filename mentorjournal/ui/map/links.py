"""Lines on the map: from me to someone, by contact, and along a ring into several areas."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from mentorjournal.ui.map.geometry import Place
from mentorjournal.ui.map.look import Look
from mentorjournal.ui.map.person import MapPerson

Z_ARC, Z_LINK = 1, 2
FROM_ME, SHORT_OF_DISC = 34.0, 3.0


def link_pen(contact: str, look: Look, faded: bool = False) -> QPen:
    """Within rhythm solid, due soon dashed, overdue dotted (TOKENS 7); no rhythm a thin line."""
    if contact == "overdue":
        pen = QPen(look.mixed(look.color("alert"), faded), 2.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.5])
        return pen
    pen = QPen(look.mixed(look.color("edge"), faded), 1.0 if contact == "none" else 2.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if contact == "due_soon":
        pen.setDashPattern([4, 2.5])
    return pen


def paint_arc(
    painter: QPainter, color: QColor, radius: float, low: float, high: float
) -> None:
    """A thin arc around (0, 0) with a dot at each end."""
    painter.setPen(QPen(color, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(-radius, -radius, 2 * radius, 2 * radius)
    painter.drawArc(box, round(low * 16), round((high - low) * 16))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for angle in (low, high):
        painter.drawEllipse(_at(radius, angle), 3.0, 3.0)


def _at(radius: float, angle: float) -> QPointF:
    turn = math.radians(angle)
    return QPointF(radius * math.cos(turn), -radius * math.sin(turn))


class LineItem(QGraphicsItem):
    """What links and arcs share: they follow a person and cannot be clicked."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.person: MapPerson | None = None
        self.place: Place | None = None
        self.short = 0.0
        self.faded = False
        self._bounds = QRectF()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_for(self, person: MapPerson, place: Place, radius: float) -> None:
        """Belong to this person, whose disc reaches `radius` pixels, at this place."""
        if (person, place, radius) != (self.person, self.place, self.short):
            self.prepareGeometryChange()
            self.person, self.place, self.short = person, place, radius
            self._bounds = self.extent(place)
            self.dress()
            self.update()

    def set_faded(self, faded: bool) -> None:
        """Fade to 25 %, or come back."""
        if faded != self.faded:
            self.faded = faded
            self.dress()
            self.update()

    def dress(self) -> None:
        """Make the pen or colour for the person as they are now."""
        raise NotImplementedError

    def extent(self, place: Place) -> QRectF:
        """The smallest rectangle around what is painted."""
        raise NotImplementedError

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        return QPainterPath()


class LinkItem(LineItem):
    """The line from me to a mentor or a person I mentor."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setZValue(Z_LINK)
        self._pen = QPen()

    def dress(self) -> None:
        if self.person is not None:
            self._pen = link_pen(self.person.contact, self.look, self.faded)

    def extent(self, place: Place) -> QRectF:
        return QRectF(QPointF(0, 0), QPointF(place.x, place.y)).normalized().adjusted(-3, -3, 3, 3)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self.person is None or self.place is None:
            return
        toward = QPointF(self.place.x, self.place.y) / self.place.radius
        start, end = FROM_ME * self.look.spread, self.place.radius - self.short - SHORT_OF_DISC
        if end > start:
            if self.look.rough:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
                painter.setPen(QPen(self._pen.color(), 0))
            else:
                painter.setPen(self._pen)
            painter.drawLine(toward * start, toward * end)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)


class ArcItem(LineItem):
    """The arc of someone who helps in several areas."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setZValue(Z_ARC)
        self._color = QColor()

    def dress(self) -> None:
        """In the colour of the first role."""
        if self.person is not None:
            quiet = self.person.standing == "past" or not self.person.roles
            color = self.look.color("ctl")
            if not quiet:
                color = self.look.role(self.person.roles[0]).solid
            self._color = self.look.mixed(color, self.faded)

    def extent(self, place: Place) -> QRectF:
        low, high = place.arc or (0.0, 0.0)
        steps = max(2, round((high - low) / 10) + 1)
        points = [_at(place.radius, low + (high - low) * i / (steps - 1)) for i in range(steps)]
        xs, ys = [point.x() for point in points], [point.y() for point in points]
        # Between two points the arc bulges by less than 0.4 % of the radius.
        reach = 5 + 0.004 * place.radius
        return QRectF(
            QPointF(min(xs) - reach, min(ys) - reach), QPointF(max(xs) + reach, max(ys) + reach)
        )

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        # A crowd's arcs come back when the map stands still.
        if self.place is not None and self.place.arc and not self.look.rough:
            paint_arc(painter, self._color, self.place.radius, *self.place.arc)
