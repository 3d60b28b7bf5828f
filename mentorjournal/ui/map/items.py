"""The people and the empty places of the map: a disc and a label each."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsObject,
    QGraphicsSceneHoverEvent,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from mentorjournal.ui.map.geometry import EmptyPlace, Node, Place
from mentorjournal.ui.map.look import Look
from mentorjournal.ui.map.person import MapGap, MapPerson, flat, second_line, spoken
from mentorjournal.ui.map.portrait import portrait
from mentorjournal.ui.map.text import Run, TextBlock
from mentorjournal.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

LABEL_WRAP = 220
KEPT_WHOLE = 28
Z_NODE = 4
# Below these zooms the words are too small to read and only cost time.
SMALL_TEXT_FROM, NAMES_FROM = 0.5, 0.36


class NodeItem(QGraphicsObject):
    """A disc with its label: what people and empty places have in common."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, key: int, look: Look) -> None:
        super().__init__()
        self.key = key
        self.look = look
        self.place: Place | None = None
        self.words = ""
        self.label: TextBlock
        self.selected_here = self.focused_here = self.hovered = False
        self.setZValue(Z_NODE)
        self.setAcceptHoverEvents(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def radius(self) -> float:
        """Half the disc's width, outer ring included."""
        raise NotImplementedError

    def label_pens(self) -> list[QColor]:
        """A colour for each paragraph of the label."""
        raise NotImplementedError

    def paint_disc(self, painter: QPainter, detail: float) -> None:
        """The disc itself, around (0, 0)."""
        raise NotImplementedError

    def say(self, words: str) -> None:
        """What tooltip and screen reader say, as plain text."""
        self.words = words
        self.setToolTip(f"<qt>{html.escape(words).replace(chr(10), '<br>')}</qt>")

    def set_place(self, place: Place) -> None:
        """Stand where the layout says."""
        if place != self.place:
            self.prepareGeometryChange()
            self.place = place
            self.setPos(place.x, place.y)
            self.update()

    def mark(self, *, selected: bool | None = None, focused: bool | None = None) -> None:
        """Show or hide the selection and the focus ring."""
        if selected is not None and selected != self.selected_here:
            self.selected_here = selected
            self.update()
        if focused is not None and focused != self.focused_here:
            self.focused_here = focused
            self.update()

    def label_rect(self) -> QRectF:
        """The label's box in item coordinates."""
        assert self.place is not None
        left, top, right, bottom = self.place.label
        return QRectF(left - self.place.x, top - self.place.y, right - left, bottom - top)

    def boundingRect(self) -> QRectF:
        reach = self.radius + 6
        disc = QRectF(-reach, -reach, 2 * reach, 2 * reach)
        return disc if self.place is None else disc.united(self.label_rect().adjusted(-5, -3, 5, 3))

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addEllipse(QRectF(-self.radius, -self.radius, 2 * self.radius, 2 * self.radius))
        if self.place is not None:
            path.addRect(self.label_rect())
        return path

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        if detail >= NAMES_FROM:
            self._paint_label(painter, detail)
        self.paint_disc(painter, detail)
        if self.focused_here or self.selected_here:
            self._paint_ring(painter)

    def _paint_label(self, painter: QPainter, detail: float) -> None:
        box, color = self.label_rect(), self.look.color
        painter.setPen(Qt.PenStyle.NoPen)
        fill = "accent-sel" if self.selected_here else "hover" if self.hovered else "surface"
        painter.setBrush(color(fill))
        if fill == "surface":
            painter.drawRect(box.adjusted(-2, -1, 2, 1))
        else:
            painter.drawRoundedRect(box.adjusted(-5, -2, 5, 2), 5, 5)
        pens = self.label_pens()
        if self.selected_here:
            pens = [color("accent-ink"), *(color("ink2") for _ in pens[1:])]
        side = self.place.side if self.place else "right"
        align = {"left": "right", "right": "left", "below": "middle"}[side]
        shown = None if detail >= SMALL_TEXT_FROM else 1
        # The place may be wider than the words by a fraction of a pixel.
        spare = box.width() - self.label.width
        x = box.left() + spare * {"right": 1.0, "left": 0.0, "middle": 0.5}[align]
        self.label.draw(painter, x, box.top(), align, pens, shown)

    def _paint_ring(self, painter: QPainter) -> None:
        # Focus: 2 px accent, 1 px outside (TOKENS 5). A selection alone is the thinner line.
        width = 2.0 if self.focused_here else 1.25
        painter.setPen(QPen(self.look.color("accent"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self.paint_outline(painter, self.radius + 2 + width / 2)

    def paint_outline(self, painter: QPainter, radius: float) -> None:
        """The line around the disc at this distance."""
        painter.drawEllipse(QRectF(-radius, -radius, 2 * radius, 2 * radius))

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self.hovered = True
        self.update()

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self.hovered = False
        self.update()

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self.chosen.emit(self.key)
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self.key)


class PersonItem(NodeItem):
    """A person: role colour, standing by shape, further roles as a ring around the disc."""

    def __init__(self, person: MapPerson, look: Look) -> None:
        super().__init__(person.id, look)
        self.set_person(person)

    def set_person(self, person: MapPerson) -> None:
        """Take over a changed record; the place follows with the next layout."""
        self.prepareGeometryChange()
        self.person = person
        self._photo: QPixmap | None = portrait(person.photo) if person.photo else None
        areas = person.areas or person.standing == "mentee"
        words = second_line(person, area_guessed=not areas)
        tones = {tone: self.look.color(tone) for tone in ("warn", "alert")}
        runs: list[Run] = []
        for text, tone in words:
            if runs:
                runs.append(Run("\u00a0· "))
            # Short parts stay whole, so that a line breaks between them and not inside.
            whole = text.replace(" ", "\u00a0") if len(text) <= KEPT_WHOLE else text
            runs.append(Run(whole, tones.get(tone)))
        name = self.look.font("row-title")
        if person.standing in ("mentor", "candidate"):
            name.setWeight(name.Weight.DemiBold)
        elif person.standing == "past":
            name.setWeight(name.Weight.Normal)
        paragraphs = [(name, [Run(flat(person.name))])]
        if runs:
            paragraphs.append((self.look.font("micro"), runs))
        self.label = TextBlock(paragraphs, self.look.px(LABEL_WRAP))
        self.say(spoken(person))
        self.update()

    @property
    def further_roles(self) -> tuple[str, ...]:
        """The roles after the first, which colours the disc."""
        return self.person.roles[1:] if self.person.standing in ("mentor", "candidate") else ()

    @property
    def disc(self) -> float:
        """Half the width of the disc without the ring of further roles."""
        return self.look.px({"past": 19, "mentee": 16}.get(self.person.standing, 22))

    @property
    def radius(self) -> float:
        return self.disc + (5 * self.look.scale if self.further_roles else 0)

    def node(self) -> Node:
        """What the layout needs to know."""
        person = self.person
        return Node(
            person.id, person.level, person.areas, person.standing, self.label.width,
            self.label.height, self.radius, person.linked,
        )

    def label_pens(self) -> list[QColor]:
        name = "muted" if self.person.standing == "past" else "ink"
        return [self.look.color(name), self.look.color("muted")]

    def paint_disc(self, painter: QPainter, detail: float) -> None:
        role = self.look.role(self.person.roles[0] if self.person.roles else "other")
        standing, r, color = self.person.standing, self.disc, self.look.color
        pen, fill, ink = QPen(Qt.PenStyle.NoPen), role.solid, role.on_solid
        if standing == "candidate":
            pen = QPen(role.solid, 1.75)
            pen.setDashPattern([2.6, 1.9])
            fill, ink = color("surface"), role.ink
        elif standing == "past":
            pen, fill, ink = QPen(color("ctl"), 1), color("sunken"), color("muted")
        elif standing == "mentee":
            mentee = self.look.role("mentee")
            pen, fill, ink = QPen(mentee.solid, 1.5), color("neutral-tint"), mentee.ink
        painter.setPen(pen)
        painter.setBrush(fill)
        inset = pen.widthF() / 2 if pen.style() != Qt.PenStyle.NoPen else 0
        box = QRectF(-r, -r, 2 * r, 2 * r).adjusted(inset, inset, -inset, -inset)
        if standing == "mentee":
            painter.drawRoundedRect(box, 7, 7)
        else:
            painter.drawEllipse(box)
        if self._photo is not None and detail >= 0.2:
            self._paint_photo(painter, r - 2.5)
        elif detail >= NAMES_FROM:
            font = self.look.font("row-title")
            font.setWeight(font.Weight.DemiBold)
            small = standing in ("past", "mentee") or len(self.person.initials) > 2
            font.setPixelSize(self.look.px(12 if small else 14))
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.person.initials)
        self._paint_further_roles(painter)

    def _paint_photo(self, painter: QPainter, radius: float) -> None:
        painter.save()
        box = QRectF(-radius, -radius, 2 * radius, 2 * radius)
        path = QPainterPath()
        if self.person.standing == "mentee":
            path.addRoundedRect(box, 5, 5)
        else:
            path.addEllipse(box)
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(box, self._photo, QRectF(self._photo.rect()))
        painter.restore()

    def _paint_further_roles(self, painter: QPainter) -> None:
        roles = self.further_roles
        if not roles:
            return
        middle = self.radius - 1.5 * self.look.scale
        box = QRectF(-middle, -middle, 2 * middle, 2 * middle)
        gap = 24 / max(len(roles), 2)
        for index, role in enumerate(roles):
            pen = QPen(self.look.role(role).solid, 3 * self.look.scale)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            span = 360 / len(roles)
            painter.drawArc(box, round(16 * (90 - index * span - gap / 2)),
                            -round(16 * (span - gap)))

    def paint_outline(self, painter: QPainter, radius: float) -> None:
        if self.person.standing == "mentee":
            box = QRectF(-radius, -radius, 2 * radius, 2 * radius)
            painter.drawRoundedRect(box, 10, 10)
        else:
            super().paint_outline(painter, radius)


class EmptyItem(NodeItem):
    """A place where nobody stands yet."""

    def __init__(self, key: int, gap: MapGap, look: Look) -> None:
        super().__init__(key, look)
        self.gap = gap
        self.label = TextBlock(
            [(look.font("body"), [Run(tr("Nobody yet"))]),
             (look.font("micro"), [Run(flat(gap.words))])],
            look.px(LABEL_WRAP),
        )
        self.say(tr("Nobody yet: {place}. Find someone.", place=gap.words))

    @property
    def radius(self) -> float:
        return self.look.px(15)

    def empty_place(self) -> EmptyPlace:
        """What the layout needs to know."""
        return EmptyPlace(
            self.gap.level, self.gap.area, self.label.width, self.label.height, self.radius
        )

    def label_pens(self) -> list[QColor]:
        return [self.look.color("muted")] * 2

    def paint_disc(self, painter: QPainter, detail: float) -> None:
        r, arm = self.radius - 0.5, self.radius / 3
        painter.setPen(QPen(self.look.color("ctl"), 1))
        painter.setBrush(self.look.color("hover" if self.hovered else "surface"))
        painter.drawEllipse(QRectF(-r, -r, 2 * r, 2 * r))
        painter.setPen(QPen(self.look.color("muted"), 1.25))
        painter.drawLine(QPointF(-arm, 0), QPointF(arm, 0))
        painter.drawLine(QPointF(0, -arm), QPointF(0, arm))
