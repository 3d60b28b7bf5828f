"""The discs of the map with their labels: what all have in common, and the empty places."""

from __future__ import annotations

import html

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsObject,
    QGraphicsSceneHoverEvent,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from mentorjournal.ui.map.geometry import EmptyPlace, Place
from mentorjournal.ui.map.look import Look
from mentorjournal.ui.map.person import MapGap, flat
from mentorjournal.ui.map.text import Run, TextBlock
from mentorjournal.words import tr

LABEL_WRAP = 220
Z_NODE = 4
# Below these zooms the words are too small to read and only cost time.
SMALL_TEXT_FROM, NAMES_FROM, NAMES_MOVING_FROM = 0.5, 0.36, 0.6


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
        self.faded = self.selected_here = self.focused_here = self.hovered = False
        self.pens: list[QColor] = []
        self._label_rect = QRectF()
        self._bounds = QRectF()
        self.setZValue(Z_NODE)
        self.setAcceptHoverEvents(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def radius(self) -> float:
        """Half the disc's width, outer ring included."""
        raise NotImplementedError

    def dress(self) -> None:
        """Make label, colours and pens for the record as it is now."""
        raise NotImplementedError

    def paint_disc(self, painter: QPainter, detail: float) -> None:
        """The disc itself, around (0, 0)."""
        raise NotImplementedError

    def say(self, words: str) -> None:
        """What tooltip and screen reader say, as plain text."""
        self.words = words
        self.setToolTip(f"<qt>{html.escape(words).replace(chr(10), '<br>')}</qt>")

    def tint(self, color: QColor) -> QColor:
        """The colour as it is painted now, faded or not."""
        return self.look.mixed(color, self.faded)

    def set_faded(self, faded: bool) -> None:
        """Fade to 25 %, or come back."""
        if faded != self.faded:
            self.faded = faded
            self.dress()
            self.update()

    def set_place(self, place: Place) -> None:
        """Stand where the layout says."""
        if place != self.place:
            self.place = place
            self.setPos(place.x, place.y)
            self.measure()

    def measure(self) -> None:
        """Work out the rectangles anew, after the place or the disc changed."""
        self.prepareGeometryChange()
        reach = self.radius + 6
        self._bounds = QRectF(-reach, -reach, 2 * reach, 2 * reach)
        if self.place is not None:
            left, top, right, bottom = self.place.label
            self._label_rect = QRectF(
                left - self.place.x, top - self.place.y, right - left, bottom - top
            )
            self._bounds = self._bounds.united(self._label_rect.adjusted(-5, -3, 5, 3))
        self.update()

    def mark(self, *, selected: bool | None = None, focused: bool | None = None) -> None:
        """Show or hide the selection and the focus ring."""
        if selected is not None and selected != self.selected_here:
            self.selected_here = selected
            self.update()
        if focused is not None and focused != self.focused_here:
            self.focused_here = focused
            self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addEllipse(QPointF(0, 0), self.radius, self.radius)
        path.addRect(self._label_rect)
        return path

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        if detail >= self.names_from():
            self._paint_label(painter, detail)
        self.paint_disc(painter, detail)
        if self.focused_here or self.selected_here:
            self._paint_ring(painter)

    def names_from(self) -> float:
        """The smallest zoom at which names and initials are painted."""
        return NAMES_MOVING_FROM if self.look.rough else NAMES_FROM

    def _paint_label(self, painter: QPainter, detail: float) -> None:
        box, color, pens = self._label_rect, self.look.color, self.pens
        if self.selected_here or self.hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent-sel" if self.selected_here else "hover"))
            painter.drawRoundedRect(box.adjusted(-5, -2, 5, 2), 5, 5)
            if self.selected_here:
                pens = [color("accent-ink"), *(color("ink2") for _ in pens[1:])]
        else:
            painter.fillRect(box.adjusted(-2, -1, 2, 1), color("surface"))
        align = {"left": "right", "right": "left", "below": "middle"}[self.place.side]
        small_too = detail >= SMALL_TEXT_FROM and not self.look.rough
        self.label.draw(painter, box.left(), box.top(), align, pens, None if small_too else 1)

    def _paint_ring(self, painter: QPainter) -> None:
        # Focus: 2 px accent, 1 px outside (TOKENS 5). A selection alone is the thinner line.
        width = 2.0 if self.focused_here else 1.25
        painter.setPen(QPen(self.look.color("accent"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self.paint_outline(painter, self.radius + 2 + width / 2)

    def paint_outline(self, painter: QPainter, radius: float) -> None:
        """The line around the disc at this distance."""
        painter.drawEllipse(QPointF(0, 0), radius, radius)

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


class EmptyItem(NodeItem):
    """A place where nobody stands yet."""

    def __init__(self, key: int, gap: MapGap, look: Look) -> None:
        super().__init__(key, look)
        self.gap = gap
        self.label = TextBlock(
            [(look.font("body"), [Run(tr("Nobody yet"))]),
             *([(look.font("micro"), [Run(flat(gap.words))])] if gap.words else [])],
            look.wrap(LABEL_WRAP),
        )
        self.say(tr("Nobody yet: {place}. Find someone.", place=flat(gap.words)))
        self.dress()

    @property
    def radius(self) -> float:
        return 15 * self.look.spread

    def dress(self) -> None:
        self.pens = [self.tint(self.look.color("muted"))] * 2

    def empty_place(self) -> EmptyPlace:
        """What the layout needs to know."""
        return EmptyPlace(
            self.gap.level, self.gap.area, self.label.width, self.label.height, self.radius
        )

    def paint_disc(self, painter: QPainter, detail: float) -> None:
        r, arm = self.radius - 0.5, self.radius / 3
        painter.setPen(QPen(self.look.color("ctl"), 1))
        painter.setBrush(self.look.color("hover" if self.hovered else "surface"))
        painter.drawEllipse(QPointF(0, 0), r, r)
        painter.setPen(QPen(self.look.color("muted"), 1.25))
        painter.drawLine(QPointF(-arm, 0), QPointF(arm, 0))
        painter.drawLine(QPointF(0, -arm), QPointF(0, arm))
