"""What stands behind and between the people: rings, borders, headings, and me in the middle."""

from __future__ import annotations

import html

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from mentorjournal.ui.map.geometry import MapLayout
from mentorjournal.ui.map.layout import ME_RADIUS
from mentorjournal.ui.map.look import Look
from mentorjournal.ui.map.packing import Box, polar
from mentorjournal.ui.map.person import flat
from mentorjournal.ui.map.text import Run, TextBlock
from mentorjournal.words import tr

Z_BACK, Z_CAPTION, Z_ME = 0, 3, 5
SPOKE_FROM = 45.0
HEADING_GAP = 10.0
CAPTION_FROM = 0.3  # the zoom below which captions cannot be read


class BackdropItem(QGraphicsItem):
    """Rings and the borders between sectors."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._layout: MapLayout | None = None
        self.setZValue(Z_BACK)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def set_layout(self, layout: MapLayout) -> None:
        """Draw the rings and borders of this layout."""
        self.prepareGeometryChange()
        self._layout = layout
        self.update()

    def boundingRect(self) -> QRectF:
        if self._layout is None:
            return QRectF()
        reach = max(self._layout.spoke_end, self._layout.rings[-1].radius) + 2
        return QRectF(-reach, -reach, 2 * reach, 2 * reach)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._layout is None:
            return
        painter.setPen(QPen(self.look.color("ring"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ring in self._layout.rings:
            painter.drawEllipse(QPointF(0, 0), ring.radius, ring.radius)
        for sector in self._layout.sectors:
            start = QPointF(*polar(SPOKE_FROM * self.look.spread, sector.start))
            # The lower border carries the ring names and ends with the last of them.
            end = self._layout.spoke_end
            if sector.area == "clinical":
                end = self._layout.rings[-1].radius
            painter.drawLine(start, QPointF(*polar(end, sector.start)))


class CaptionItem(QGraphicsItem):
    """The heading of a sector or the name of a ring, on a plate that interrupts the lines."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._first: TextBlock | None = None
        self._second: TextBlock | None = None
        self._beside = False
        self._align = "middle"
        self._box = Box(0, 0, 0, 0)
        self.setZValue(Z_CAPTION)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def set_words(self, name: str, detail: str = "", beside: bool = False) -> None:
        """A name alone (small), or a heading with a detail beside or below it."""
        heading, small = self.look.font("heading"), self.look.font("micro")
        font = heading if detail else small
        self._first = TextBlock([(font, [Run(name)])], 4000)
        self._second = TextBlock([(small, [Run(detail)])], 4000) if detail else None
        self._beside = beside
        self.update()

    def size(self) -> tuple[float, float]:
        """Width and height of the words, a little room included."""
        assert self._first is not None
        width, height = self._first.width, self._first.height
        if self._second is None:
            return width + 12, height + 2
        if self._beside:
            return width + HEADING_GAP + self._second.width, max(height, self._second.height)
        return max(width, self._second.width), height + 2 + self._second.height

    def set_box(self, box: Box, align: str) -> None:
        """Stand in this box."""
        if (box, align) != (self._box, self._align):
            self.prepareGeometryChange()
            self._box, self._align = box, align
            self.update()

    def boundingRect(self) -> QRectF:
        left, top, right, bottom = self._box
        return QRectF(left - 4, top - 2, right - left + 8, bottom - top + 4)

    def shape(self) -> QPainterPath:
        return QPainterPath()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        first, second, box = self._first, self._second, self._box
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        if first is None or detail < CAPTION_FROM:
            return
        ink, muted = self.look.color("ink"), self.look.color("muted")
        painter.fillRect(self.boundingRect().adjusted(2, 1, -2, -1), self.look.color("surface"))
        if second is None:
            first.draw(painter, box.left + 6, box.top + 1, "middle", [muted])
            return
        if self._beside:
            first.draw(painter, box.left, box.top, "left", [ink])
            # Both on one baseline, near enough: the smaller words sit a pixel and a half lower.
            down = first.height - second.height - 1
            second.draw(painter, box.right - second.width, box.top + down, "left", [muted])
            return
        share = 1.0 if self._align == "right" else 0.0
        spare = box.right - box.left
        for block, top, pen in ((first, box.top, ink), (second, box.top + first.height + 2, muted)):
            block.draw(painter, box.left + share * (spare - block.width), top, self._align, [pen])


class MeItem(QGraphicsItem):
    """The disc in the middle."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._words: TextBlock | None = None
        self.setZValue(Z_ME)

    def set_name(self, name: str) -> None:
        """My name when it fits into the disc, my first name, or simply "You"."""
        name = flat(name)
        font = self.look.font("row-title")
        font.setWeight(font.Weight.DemiBold)
        font.setPixelSize(self.look.px(14))
        room = 2 * ME_RADIUS * self.look.spread - 10
        for words in (name, name.split(" ")[0], tr("You")):
            self._words = TextBlock([(font, [Run(words)])], 4000)
            if words and self._words.width <= room:
                break
        self.setToolTip(f"<qt>{html.escape(name or tr('You'))}</qt>")
        self.update()

    def boundingRect(self) -> QRectF:
        reach = ME_RADIUS * self.look.spread + 1
        return QRectF(-reach, -reach, 2 * reach, 2 * reach)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        radius = ME_RADIUS * self.look.spread
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color("ink"))
        painter.drawEllipse(QPointF(0, 0), radius, radius)
        if self._words is not None:
            self._words.draw(painter, -self._words.width / 2, -self._words.height / 2, "middle",
                             [self.look.color("surface")])
