"""A person on the map: role colour, standing by shape, further roles as a ring around the disc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from mentorjournal.ui.map.geometry import Node
from mentorjournal.ui.map.items import LABEL_WRAP, NodeItem
from mentorjournal.ui.map.look import FADED, Look
from mentorjournal.ui.map.person import MapPerson, flat, second_line, spoken
from mentorjournal.ui.map.portrait import portrait
from mentorjournal.ui.map.text import SEPARATOR, Run, TextBlock, side_by_side

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

MENTEE_WRAP = 112  # a square's label hangs in the way of links, so it is kept narrow
RING_GAP, RING_WIDTH = 2.0, 3.0  # the ring of further roles
PHOTO_INSET = 2.5
PHOTO_FROM = 0.2


class PersonItem(NodeItem):
    """A person."""

    def __init__(self, person: MapPerson, look: Look) -> None:
        super().__init__(person.id, look)
        self._photo_bytes: bytes | None = None
        self._photo: QPixmap | None = None
        self.set_person(person)

    def set_person(self, person: MapPerson) -> None:
        """Take over a changed record; the place follows with the next layout."""
        self.person = person
        if person.photo != self._photo_bytes:
            self._photo_bytes = person.photo
            self._photo = portrait(person.photo) if person.photo else None
        self.dress()
        self.say(spoken(person))
        self.measure()

    @property
    def further_roles(self) -> tuple[str, ...]:
        """The roles after the first, which colours the disc."""
        return self.person.roles[1:] if self.person.standing in ("mentor", "candidate") else ()

    @property
    def disc(self) -> float:
        """Half the width of the disc without the ring of further roles."""
        return {"past": 19, "mentee": 16}.get(self.person.standing, 22) * self.look.spread

    @property
    def radius(self) -> float:
        ring = RING_GAP + RING_WIDTH if self.further_roles else 0
        return self.disc + ring * self.look.spread

    def node(self) -> Node:
        """What the layout needs to know."""
        person = self.person
        return Node(
            person.id, person.level, person.areas, person.standing, self.label.width,
            self.label.height, self.radius, person.linked,
        )

    def dress(self) -> None:
        self._dress_label()
        self._dress_disc()
        self._dress_ring()

    def _dress_label(self) -> None:
        person, color = self.person, self.look.color
        name = self.look.font("row-title")
        if person.standing in ("mentor", "candidate"):
            name.setWeight(QFont.Weight.DemiBold)
        elif person.standing == "past":
            name.setWeight(QFont.Weight.Normal)
        small, wrap = self.look.font("micro"), self.look.wrap(LABEL_WRAP)
        if person.standing == "mentee":
            wrap = max(MENTEE_WRAP, 0.7 * MENTEE_WRAP * self.look.scale)
        lines = side_by_side(self._parts(small, wrap), small, wrap)
        paragraphs = [(name, [Run(flat(person.name))]), *((small, line) for line in lines)]
        self.label = TextBlock(paragraphs, wrap)
        first = "muted" if person.standing == "past" else "ink"
        self.pens = [self.tint(color(first)), *[self.tint(color("muted"))] * len(lines)]

    def _parts(self, font: QFont, wrap: float) -> list[Run]:
        """The words under the name; what is wider than a line is taken apart at its own dots."""
        metrics, parts = QFontMetricsF(font), []
        for text, tone in second_line(self.person):
            ink = self.tint(self.look.color(tone)) if tone in ("warn", "alert") else None
            whole = metrics.horizontalAdvance(text) <= wrap
            parts += [Run(part, ink) for part in ([text] if whole else text.split(SEPARATOR.text))]
        return parts

    def _dress_disc(self) -> None:
        person, color = self.person, self.look.color
        role = self.look.role(person.roles[0] if person.roles else "other")
        pen, fill, ink = QPen(Qt.PenStyle.NoPen), role.solid, role.on_solid
        if person.standing == "candidate":
            pen = QPen(self.tint(role.solid), 1.75)
            pen.setDashPattern([2.6, 1.9])
            fill, ink = color("surface"), role.ink
        elif person.standing == "past":
            pen, fill, ink = QPen(self.tint(color("ctl")), 1), color("sunken"), color("muted")
        elif person.standing == "mentee":
            mentee = self.look.role("mentee")
            pen, fill = QPen(self.tint(mentee.solid), 1.5), color("neutral-tint")
            ink = mentee.ink
        self._pen, self._fill, self._ink = pen, self.tint(fill), self.tint(ink)
        inset = 0 if pen.style() == Qt.PenStyle.NoPen else pen.widthF() / 2
        side = self.disc - inset
        self._box = QRectF(-side, -side, 2 * side, 2 * side)
        font = self.look.font("row-title")
        font.setWeight(QFont.Weight.DemiBold)
        small = person.standing in ("past", "mentee") or len(person.initials) > 2
        font.setPixelSize(self.look.px(12 if small else 14))
        self._initials = TextBlock([(font, [Run(flat(person.initials))])], 4000)

    def _dress_ring(self) -> None:
        roles, scale = self.further_roles, self.look.spread
        self._segments: list[tuple[QPen, int, int]] = []
        span = 360 / max(len(roles), 1)
        gap = 24 / max(len(roles), 2)
        for index, role in enumerate(roles):
            pen = QPen(self.tint(self.look.role(role).solid), RING_WIDTH * scale)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            start = 90 - index * span - gap / 2
            self._segments.append((pen, round(16 * start), -round(16 * (span - gap))))

    def paint_disc(self, painter: QPainter, detail: float) -> None:
        painter.setPen(self._pen)
        painter.setBrush(self._fill)
        if self.person.standing == "mentee":
            painter.drawRoundedRect(self._box, 7, 7)
        else:
            painter.drawEllipse(self._box)
        if self._photo is not None and detail >= PHOTO_FROM:
            self._paint_photo(painter, self._photo)
        elif detail >= self.names_from():
            words = self._initials
            words.draw(painter, -words.width / 2, -words.height / 2, "middle", [self._ink])
        if self._segments and not self.look.rough:
            middle = self.radius - RING_WIDTH / 2 * self.look.spread
            box = QRectF(-middle, -middle, 2 * middle, 2 * middle)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for pen, start, span in self._segments:
                painter.setPen(pen)
                painter.drawArc(box, start, span)

    def _paint_photo(self, painter: QPainter, photo: QPixmap) -> None:
        radius = self.disc - PHOTO_INSET
        box = QRectF(-radius, -radius, 2 * radius, 2 * radius)
        path = QPainterPath()
        if self.person.standing == "mentee":
            path.addRoundedRect(box, 5, 5)
        else:
            path.addEllipse(box)
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(FADED if self.faded else 1.0)
        painter.drawPixmap(box, photo, QRectF(photo.rect()))
        painter.restore()

    def paint_outline(self, painter: QPainter, radius: float) -> None:
        if self.person.standing == "mentee":
            box = QRectF(-radius, -radius, 2 * radius, 2 * radius)
            painter.drawRoundedRect(box, 10, 10)
        else:
            painter.drawEllipse(QPointF(0, 0), radius, radius)
