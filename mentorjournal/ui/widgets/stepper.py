"""Steps on a line: done, now, ahead; large with words below, and small for tables."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.icons import paint_icon
from mentorjournal.words import tr

CIRCLE = 16
TOP = 2
MINI_WIDTH = 95


def paint_mini_stepper(painter: QPainter, rect: QRectF, done: int, total: int) -> None:
    """`done` of `total` steps at the left of `rect`, 95 px wide for six; step `done` is now.

    With `done` equal to `total` all are filled. The name of the step belongs beside it in words.
    """
    if total < 1:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = theme.px(100) / 100
    pitch = (MINI_WIDTH - 10) / 5 * scale
    middle = rect.center().y()
    for place in range(total):
        center = QPointF(rect.left() + 5 * scale + place * pitch, middle)
        if place < total - 1:
            pen = QPen(theme.color("accent" if place < done else "line2"), 2 if place < done else 1)
            painter.setPen(pen)
            reach = 5 * scale
            painter.drawLine(center + QPointF(reach, 0), center + QPointF(pitch - reach, 0))
        _paint_mini_step(painter, center, scale, place - done)
    painter.restore()


def _paint_mini_step(painter: QPainter, center: QPointF, scale: float, ahead: int) -> None:
    """A dot: before now (`ahead` below 0), now (0), or to come."""
    if ahead < 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(center, 4 * scale, 4 * scale)
        return
    painter.setBrush(theme.color("surface"))
    painter.setPen(QPen(theme.color("accent"), 2) if ahead == 0 else QPen(theme.color("ctl"), 1))
    radius = (4 if ahead == 0 else 3.5) * scale
    painter.drawEllipse(center, radius, radius)


class Stepper(QWidget):
    """Equal columns with a circle and words of at most two lines; a step can be chosen.

    Below the words stands its day, where days are given. Left and Right move among the steps while
    it has the focus, Enter or Space choose.
    """

    chosen = Signal(int)

    def __init__(self, steps: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = 0
        self._cursor = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_steps(steps, 0)

    def set_steps(
        self, steps: Sequence[str], at: int, days: Sequence[str] = (),
        skipped: Collection[int] = (),
    ) -> None:
        """Show these steps; those before `at` are done, `at` beyond the last means all are.

        Of those before it, the `skipped` were passed over and have no tick.
        """
        self._steps, self._days = list(steps), list(days)
        self._skipped = frozenset(skipped)
        self._at = at
        self._cursor = max(0, min(at, len(self._steps) - 1))
        name = self._steps[at] if 0 <= at < len(self._steps) else tr("all done")
        total = len(self._steps)
        told = [f"{step} {day}" for step, day in zip(steps, days, strict=False) if day]
        self.setAccessibleDescription(", ".join(told))
        self.setAccessibleName(
            tr("Step {n} of {total}: {name}", n=min(at + 1, total), total=total, name=name)
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = theme.px(TOP + CIRCLE + 6) + 2 * theme.line("micro") + 1
        days = zip(self._steps, self._days, strict=False)
        if any(day and " " in step for step, day in days):  # below words of two lines
            height += theme.line("micro")
        return QSize(theme.px(72) * max(1, len(self._steps)), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(52) * max(1, len(self._steps)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() / max(1, len(self._steps))
        middle = theme.px(TOP) + theme.px(CIRCLE) / 2
        radius = theme.px(CIRCLE) / 2
        for place, words in enumerate(self._steps):
            center = QPointF((place + 0.5) * width, middle)
            if place < len(self._steps) - 1:
                token = "accent" if place < self._at else "line2"
                painter.setPen(QPen(theme.color(token), 2))
                painter.drawLine(
                    center + QPointF(radius, 0), center + QPointF(width - radius, 0)
                )
            self._paint_circle(painter, center, radius, place)
            top = middle + radius + theme.px(6)
            room = QRectF(place * width + 2, top, width - 4, 2 * theme.line("micro"))
            used = self._paint_words(painter, room, words, place)
            if place < len(self._days):
                room = QRectF(room.left(), top + used, room.width(), theme.line("micro"))
                self._paint_day(painter, room, self._days[place])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._steps:
            place = int(event.position().x() * len(self._steps) / max(1, self.width()))
            self._choose(max(0, min(place, len(self._steps) - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in moves:
            self._cursor = max(0, min(self._cursor + moves[event.key()], len(self._steps) - 1))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self._cursor)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._steps):
            self._cursor = place
            self.chosen.emit(place)

    def _paint_circle(
        self, painter: QPainter, center: QPointF, radius: float, place: int
    ) -> None:
        accent = theme.color("accent")
        if place < self._at and place not in self._skipped:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawEllipse(center, radius, radius)
            side = theme.px(10)
            tick = QRectF(center.x() - side / 2, center.y() - side / 2, side, side)
            paint_icon(painter, tick, "check-bold", theme.color("on-accent"))
        else:
            ring = 4.5 if place == self._at else 2.0
            painter.setBrush(theme.color("surface"))
            painter.setPen(QPen(accent if place == self._at else theme.color("ctl"), ring))
            painter.drawEllipse(center, radius - ring / 2, radius - ring / 2)
        if self.hasFocus() and place == self._cursor:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(accent, 2))
            painter.drawEllipse(center, radius + 1, radius + 1)

    def _paint_words(self, painter: QPainter, room: QRectF, words: str, place: int) -> float:
        """Paint the words of a step; how high they are."""
        font = theme.font("micro")
        now = place == self._at
        if now:
            font.setWeight(theme.font("heading").weight())
        painter.setFont(font)
        painter.setPen(theme.color("ink" if now else "ink2" if place < self._at else "muted"))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        cut = QFontMetrics(font).elidedText  # a word of another language may be too long
        words = " ".join(
            cut(word, Qt.TextElideMode.ElideRight, int(room.width())) for word in words.split())
        drawn: QRectF = painter.drawText(room, int(flags | Qt.TextFlag.TextWordWrap), words)
        return drawn.height()

    def _paint_day(self, painter: QPainter, room: QRectF, day: str) -> None:
        painter.setFont(theme.font("micro"))
        painter.setPen(theme.color("muted"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), day)
