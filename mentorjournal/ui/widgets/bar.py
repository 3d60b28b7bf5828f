"""A bar of pieces beside each other, rounded at its ends: what fills it, is free, or is over."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.label import plain_tooltip

GAP = 2.0
FREE_LOW = "neutral-tint"  # the free rest of a low bar, where an edge would be too much


@dataclass(frozen=True)
class Piece:
    """A part of a bar; one that is free has only an edge, `words` the longest that fits is shown.
    """

    rect: QRectF
    fill: str
    tooltip: str
    is_free: bool = False
    ink: str = ""
    words: tuple[str, ...] = ()


class Bar(QWidget):
    """Subclass: give `pieces`, from left to right. `height` in px; `out` is room above and below.

    A low bar is a summary without words, as round as it is high.
    """

    def __init__(
        self, height: int, *, low: bool, radius: float, out: int = 0, dashed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._low, self._height, self._out = low, height, out
        self._radius, self._dashed = radius, dashed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def pieces(self) -> list[Piece]:
        """What is shown now. Override it."""
        return []

    def area(self) -> QRectF:
        """Where the pieces are."""
        out = theme.px(self._out)
        return QRectF(self.rect()).adjusted(0, out, 0, -out)

    def place(self, start: float, length: float, scale: float) -> QRectF:
        """The rect of a piece, with a gap behind it unless it ends the bar."""
        area, left, width = self.area(), start * scale, length * scale
        at_end = left + width >= area.width() - 0.5
        return QRectF(left, area.top(), width if at_end else max(1.0, width - GAP), area.height())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(self._height) + 2 * theme.px(self._out))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = QPointF(event.pos())
            words = next((one.tooltip for one in self.pieces() if one.rect.contains(spot)), "")
            QToolTip.showText(event.globalPos(), plain_tooltip(words), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, outline = self.area(), QPainterPath()
        radius = area.height() / 2 if self._low else self._radius
        outline.addRoundedRect(area, radius, radius)
        for piece in self.pieces():
            if piece.is_free and not self._low:
                self._paint_edge(painter, piece.rect)
            else:
                cut = QPainterPath()
                cut.addRect(piece.rect)
                fill = FREE_LOW if piece.is_free else piece.fill
                painter.fillPath(outline & cut, theme.color(fill))
            self.paint_over(painter, piece)

    def paint_over(self, painter: QPainter, piece: Piece) -> None:
        """What stands on a piece. Override it."""

    def _paint_edge(self, painter: QPainter, rect: QRectF) -> None:
        pen = QPen(theme.color("ctl"), 1)
        if self._dashed:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path, edge = QPainterPath(), rect.adjusted(0.5, 0.5, -0.5, -0.5)
        path.addRoundedRect(edge, self._radius, self._radius)
        if rect.left() > 0:  # square where it meets the pieces before it
            square = QPainterPath()
            square.addRect(edge.adjusted(0, 0, -edge.width() / 2, 0))
            path = path.united(square)
        painter.drawPath(path.simplified())
