"""Zooming smoothly: around a place, in a moment, or at once where motion is not wanted."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal
from PySide6.QtWidgets import QStyle, QWidget

from mentorjournal.ui.timeline.layout import NEAREST, Sight

MILLISECONDS = 140
STEP = 1.35  # one press of a key or a button
EQUAL = 0.001


class Zooming(QObject):
    """Changes the width of a day of a sight; `moved` after every step, `arrived` at the end."""

    moved = Signal()
    arrived = Signal()

    def __init__(self, sight: Sight, widget: QWidget) -> None:
        super().__init__(widget)
        self._sight, self._widget = sight, widget
        self._from = self._to = sight.day_width
        self._at = self._day = 0.0
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setDuration(MILLISECONDS)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._advance)
        self._motion.finished.connect(self.arrived)

    @property
    def target(self) -> float:
        """The width of a day that is being gone to, or is there."""
        is_moving = self._motion.state() == QVariantAnimation.State.Running
        return self._to if is_moving else self._sight.day_width

    def by(self, factor: float, at: float, *, smooth: bool = True) -> None:
        """Nearer or farther by a factor, around `at` px."""
        self.to(self.target * factor, at, smooth=smooth)

    def to(
        self, day_width: float, at: float, *, day: float | None = None, smooth: bool = True
    ) -> None:
        """To this width of a day, with `day` (or the one that is there now) at `at` px."""
        self._motion.stop()
        sight = self._sight
        self._from = sight.day_width
        self._to = min(max(day_width, sight.farthest()), NEAREST)
        self._at, self._day = at, sight.day_at(at) if day is None else day
        if smooth and moves(self._widget) and abs(self._to - self._from) > EQUAL:
            self._motion.start()
        else:
            self._advance(1.0)
            self.arrived.emit()

    def _advance(self, part: object) -> None:
        share = float(part)  # type: ignore[arg-type]
        self._sight.zoom_to(self._from * (self._to / self._from) ** share, self._at, self._day)
        self.moved.emit()


def moves(widget: QWidget) -> bool:
    """Whether things may move on the screen: the system can be told that they should not."""
    style = widget.style()
    return widget.isVisible() and bool(
        style.styleHint(QStyle.StyleHint.SH_Widget_Animate, None, widget)
        and style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget)
    )
