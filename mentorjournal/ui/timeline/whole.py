"""The timeline for a picture file or a page: any time, any of its lanes, in any look."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from mentorjournal.mentoring.timeline import Lane
from mentorjournal.ui.map.look import Look
from mentorjournal.ui.timeline.board import Board, Filter
from mentorjournal.ui.timeline.canvas import Canvas
from mentorjournal.ui.timeline.layout import Sight
from mentorjournal.ui.timeline.sprites import Sprites

RATIO = 3.0  # pixels of a mark's picture to one of the drawing, for paper


class Whole:
    """Lanes from one day to another, fitted to a width; painted in one piece or lane by lane."""

    def __init__(
        self, lanes: Sequence[Lane], today: date, first: date, last: date, width: float, *,
        look: Look | None = None, wanted: Filter | None = None, ratio: float = RATIO,
    ) -> None:
        self._board = Board()
        self._board.set_filter(wanted or Filter())
        self._board.set_lanes(lanes)
        self._all = list(self._board.lanes)
        self._sight = Sight(first=first.toordinal(), last=last.toordinal())
        self._canvas = Canvas(
            self._board, self._sight, Sprites(look or Look(), ratio), today)
        self.width = width
        self._sight.width = max(1.0, width - self._canvas.label_width)
        days = max(1, self._sight.last + 1 - self._sight.first)
        self._sight.day_width = self._sight.width / days
        self._sight.left = self._sight.first * self._sight.day_width

    @property
    def count(self) -> int:
        """How many lanes there are."""
        return len(self._all)

    def height(self, lanes: int | None = None) -> float:
        """The height of the axis with so many lanes, or with all."""
        n = self.count if lanes is None else lanes
        return self._canvas.axis_height + n * self._canvas.lane_height

    def lanes_in(self, height: float) -> int:
        """How many lanes fit into a height, at least one."""
        return max(1, int((height - self._canvas.axis_height) // self._canvas.lane_height))

    def paint(
        self, painter: QPainter, x: float, y: float, start: int = 0, stop: int | None = None
    ) -> None:
        """Paint the lanes from `start` to before `stop` below an axis, at (`x`, `y`)."""
        self._board.lanes = self._all[start:stop]
        high = self.height(len(self._board.lanes))
        painter.save()
        painter.translate(x, y)
        painter.setClipRect(QRectF(0, 0, self.width, high))
        self._canvas.paint(painter, self.width, high)
        painter.restore()
