"""The timeline by mouse, wheel and touchpad: choosing, dragging, zooming, being told."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QToolTip

from mentorjournal.mentoring.timeline import Lane, Mark
from mentorjournal.ui.timeline import sentences
from mentorjournal.ui.timeline.board import Choice
from mentorjournal.ui.timeline.layout import BAND_TOP, ROOM, between, room_of

if TYPE_CHECKING:
    from mentorjournal.ui.timeline.view import TimelineView

NOTCH = 120
PX_A_NOTCH = 100


class Hit(NamedTuple):
    """What is under the pointer: a lane's name, or marks of it."""

    lane: Lane
    marks: tuple[Mark, ...] = ()
    on_name: bool = False


class Pointer:
    """Answers what the mouse does on the viewport."""

    def __init__(self, view: TimelineView) -> None:
        self._view = view
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._drags = False

    def take(self, event: QEvent) -> bool:
        """Answer an event of the viewport; False when it is none of these."""
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            return self._tell(event)
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self._zoom(1 + event.value(), event.position().x(), smooth=False)
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                at = self._view.viewport().mapFromGlobal(pinch.hotSpot().toPoint())
                self._zoom(pinch.scaleFactor(), at.x(), smooth=False)
                return True
        return False

    def hit(self, at: QPointF) -> Hit | None:
        """The name or the marks at a place of the viewport."""
        view, canvas = self._view, self._view.canvas
        y = at.y() - canvas.axis_height
        place = int((y + view.verticalScrollBar().value()) // canvas.lane_height)
        if y < 0 or not 0 <= place < len(view.board.lanes):
            return None
        lane = view.board.lanes[place]
        if at.x() < canvas.label_width:
            return Hit(lane, on_name=True)
        scale = canvas.look.scale
        top = y + view.verticalScrollBar().value() - place * canvas.lane_height
        rows = view.board.rows(lane)
        row = rows.upper if top < (BAND_TOP - 3) * scale else rows.band
        x = at.x() - canvas.label_width + view.sight.left
        near = between(row.spots(view.sight.day_width, scale), x - ROOM * scale, x + ROOM * scale)
        found = min(near, key=lambda spot: abs(spot.x - x), default=None)
        if found is None or abs(found.x - x) > room_of(found.count, scale) / 2 + 1:
            return None
        return Hit(lane, tuple(row.marks[found.start:found.stop]))

    def _mouse(self, event: QMouseEvent) -> bool:
        kind, at = event.type(), event.position()
        if kind == QEvent.Type.MouseMove:
            self._move(event)
            return True
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if kind == QEvent.Type.MouseButtonPress:
            self._pressed, self._last, self._drags = at, at, False
        elif kind == QEvent.Type.MouseButtonRelease:
            if self._pressed is not None and not self._drags:
                self._click(at)
            self._pressed = None
            self._point(at)
        elif kind == QEvent.Type.MouseButtonDblClick:
            self._double_click(at)
        return True

    def _move(self, event: QMouseEvent) -> None:
        at, view = event.position(), self._view
        if self._pressed is None:
            self._point(at)
            return
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._drags or far:
            self._drags = True
            view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            view.pan(self._last.x() - at.x())
            down = view.verticalScrollBar()
            down.setValue(round(down.value() + self._last.y() - at.y()))
            self._last = at

    def _point(self, at: QPointF) -> None:
        hand = Qt.CursorShape.PointingHandCursor if self.hit(at) else Qt.CursorShape.ArrowCursor
        self._view.viewport().setCursor(hand)

    def _click(self, at: QPointF) -> None:
        found, view = self.hit(at), self._view
        if found is None:
            view.choose_mark(None)
        elif found.on_name:
            view.lane_chosen.emit(found.lane.person_id)
        elif view.chosen is None or view.chosen.mark not in found.marks:
            view.choose_mark(Choice(found.lane, found.marks[0]))

    def _double_click(self, at: QPointF) -> None:
        found = self.hit(at)
        if found is not None and len(found.marks) > 1:
            self._view.look_nearer(list(found.marks))
        elif found is not None and found.marks:
            self._view.mark_opened.emit(found.marks[0], found.lane)

    def _wheel(self, event: QWheelEvent) -> bool:
        turned, exact = event.angleDelta(), event.pixelDelta()
        held = event.modifiers()
        if held & Qt.KeyboardModifier.ControlModifier:
            # A touchpad comes in small steps that are smooth already.
            self._zoom(1.0025 ** turned.y(), event.position().x(), smooth=exact.isNull())
            return True
        across = exact.x() or turned.x() * PX_A_NOTCH / NOTCH
        if held & Qt.KeyboardModifier.ShiftModifier and not across:
            across = exact.y() or turned.y() * PX_A_NOTCH / NOTCH
        if abs(across) > abs(turned.y()) or held & Qt.KeyboardModifier.ShiftModifier:
            self._view.pan(-across)
            return True
        return False

    def _zoom(self, factor: float, x: float, *, smooth: bool) -> None:
        at = max(0.0, x - self._view.canvas.label_width)
        self._view.zooming.by(factor, at, smooth=smooth)

    def _tell(self, event: QHelpEvent) -> bool:
        found = self.hit(QPointF(event.pos()))
        if found is None:
            QToolTip.hideText()
            return True
        words = found.lane.name
        if found.marks:
            words = sentences.tooltip(found.marks, self._view.words_of)
        shown = html.escape(words).replace("\n", "<br>")
        QToolTip.showText(event.globalPos(), f"<qt>{shown}</qt>", self._view.viewport())
        return True
