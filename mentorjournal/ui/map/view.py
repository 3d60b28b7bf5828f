"""The window onto the map: zoom, pan, and the keyboard from person to person."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QPinchGesture, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.map.controls import ZoomControls
from mentorjournal.ui.map.layout import CALM
from mentorjournal.ui.map.scene import MapScene, bounds_of
from mentorjournal.words import tr

# Names smaller than this share of their usual size cannot be read, whatever the text size: a usual
# map is panned instead. Of a crowd one wants to see first who is there.
READABLE = 0.65
LARGEST, SMALLEST = 4.0, 0.1
ZOOM_STEP = 1.2
PAN_STEP = 60
CORNER = 16
# Above this many people a resize lays the map out once it pauses, not at every pixel.
LAZY_FROM = 8
# Above this many people the map is drawn more plainly while it moves.
ROUGH_FROM = 100
NEXT_KEYS = (Qt.Key.Key_Right, Qt.Key.Key_Down)
PREVIOUS_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Up)
KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason, Qt.FocusReason.OtherFocusReason,
)


class MapView(QGraphicsView):
    """Shows a MapScene; `map_scene` is the door to people, filter and selection."""

    person_chosen = Signal(int)
    person_opened = Signal(int)
    empty_place_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Its own: asking for the one Qt makes lets PySide look through nearly every class.
        self.setViewport(QWidget())
        self.map_scene = MapScene(self)
        self.setScene(self.map_scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.controls = ZoomControls(self)
        # How many pixels what comes and goes above takes now. They count as room: nobody moves
        # because a message came, the picture is only a little smaller meanwhile.
        self.passing: Callable[[], int] = lambda: 0
        self._zoomed_by_hand = False
        self._whole = False
        self._refitting = False
        self._pause = self._single_shot(80, self._take_canvas)
        self._rest = self._single_shot(150, self._at_rest)
        self._wire()
        self.setAccessibleName(tr("Network map"))
        self.describe()

    def _single_shot(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    def _wire(self) -> None:
        self.controls.zoom_in_asked.connect(self.zoom_in)
        self.controls.zoom_out_asked.connect(self.zoom_out)
        self.controls.fit_asked.connect(self.fit)
        self.map_scene.person_chosen.connect(self.person_chosen)
        self.map_scene.person_opened.connect(self.person_opened)
        self.map_scene.empty_place_chosen.connect(self.empty_place_chosen)
        self.map_scene.bounds_changed.connect(self._bounds_changed)
        self.map_scene.people_shown.connect(self.describe)
        theme.current().changed.connect(self.refresh_theme)

    # Zoom and place

    @property
    def zoom(self) -> float:
        """Screen pixels for one scene pixel."""
        return self.transform().m11()

    def zoom_in(self) -> None:
        """One step nearer, around the middle."""
        self.zoom_by(ZOOM_STEP)

    def zoom_out(self) -> None:
        """One step farther, around the middle."""
        self.zoom_by(1 / ZOOM_STEP)

    def fit(self) -> None:
        """Show the whole map, however small, and follow the window again."""
        self._zoomed_by_hand, self._whole = False, True
        self._take_canvas()

    def zoom_by(self, factor: float, at: QPoint | None = None) -> None:
        """Zoom so that the scene point under `at` (viewport pixels; the middle) stays there."""
        spot = QPointF(at if at is not None else self.viewport().rect().center())
        wanted = min(max(self.zoom * factor, min(SMALLEST, self._fitting())), LARGEST)
        before = self.viewportTransform().inverted()[0].map(spot)
        self._zoomed_by_hand = True
        self._set_zoom(wanted)
        middle = QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        self.centerOn(before - (spot - middle) / wanted)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        # Zooming ends in a scroll too, so this is every movement there is.
        if len(self.map_scene.people) > ROUGH_FROM and not self._refitting:
            self.map_scene.look.rough = True
            self._rest.start()
        super().scrollContentsBy(dx, dy)

    def _at_rest(self) -> None:
        self.map_scene.look.rough = False
        self.viewport().update()

    def _set_zoom(self, zoom: float) -> None:
        self.resetTransform()
        self.scale(zoom, zoom)
        self._widen()

    def _widen(self) -> None:
        """Leave room around the map, so that every part of it can be dragged to the middle."""
        width, height = (side / 2 / self.zoom for side in
                         (self.viewport().width(), self.viewport().height()))
        self.setSceneRect(self._bounds().adjusted(-width, -height, width, height))

    def _bounds(self) -> QRectF:
        return bounds_of(self.map_scene.plan) if self.map_scene.plan else QRectF(0, 0, 1, 1)

    def _fitting(self) -> float:
        bounds = self._bounds()
        return min(
            self.viewport().width() / bounds.width(), self.viewport().height() / bounds.height(),
            1.0,
        )

    def _refit(self) -> None:
        self._refitting = True
        whole, least = self._fitting(), READABLE * 100 / theme.px(100)
        if self._whole or whole >= least or len(self.map_scene.people) > CALM:
            self._set_zoom(whole)
            self.centerOn(self._bounds().center())
            self._clear_controls()
        else:
            self._set_zoom(least)
            self.centerOn(QPointF(0, 0))
        self._refitting = False

    def _clear_controls(self) -> None:
        """Where somebody would lie under the buttons, fit all into the room above them."""
        corner = self.mapToScene(self.controls.geometry().adjusted(-4, -4, 4, 4)).boundingRect()
        boxes = [QRectF(QPointF(*place.box[:2]), QPointF(*place.box[2:]))
                 for place in self.map_scene.plan.places.values()]
        if not any(corner.intersects(box) for box in boxes):
            return
        band = self.height() - self.controls.y() + CORNER / 2
        bounds, room = self._bounds(), self.viewport().size()
        self._set_zoom(min(room.width() / bounds.width(), (room.height() - band) / bounds.height(),
                           self.zoom))
        self.centerOn(bounds.center() + QPointF(0, band / 2 / self.zoom))

    def _bounds_changed(self) -> None:
        if self._zoomed_by_hand:
            self._widen()
        else:
            self._refit()

    def _take_canvas(self) -> None:
        room = self.viewport().size()
        self.map_scene.set_canvas(room.width(), room.height() + self.passing())
        self._refit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_controls()
        if self._zoomed_by_hand:
            self._widen()
        elif len(self.map_scene.people) > LAZY_FROM and self.isVisible():
            self._refit()
            self._pause.start()
        else:
            self._take_canvas()

    def _place_controls(self) -> None:
        size = self.controls.sizeHint()
        self.controls.setGeometry(
            self.width() - size.width() - CORNER, self.height() - size.height() - CORNER,
            size.width(), size.height(),
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._zoomed_by_hand:
            self._take_canvas()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned:
            self.zoom_by(1.0015 ** turned, event.position().toPoint())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_by(1 + event.value(), event.position().toPoint())
                return True
        elif event.type() == QEvent.Type.Gesture:
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                at = self.viewport().mapFromGlobal(pinch.hotSpot().toPoint())
                self.zoom_by(pinch.scaleFactor(), at)
                return True
        return super().viewportEvent(event)

    # Keyboard

    def event(self, event: QEvent) -> bool:
        # On the map these keys are for the map, not for the menus' size of the text.
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._zoom_deed(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self._zoom_key(event) or self._pan_key(event) or self._node_key(event)):
            event.ignore()

    def _zoom_key(self, event: QKeyEvent) -> bool:
        deed = self._zoom_deed(event)
        if deed is not None:
            deed()
        return deed is not None

    def _zoom_deed(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.matches(QKeySequence.StandardKey.ZoomIn):
            return self.zoom_in
        if event.matches(QKeySequence.StandardKey.ZoomOut):
            return self.zoom_out
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Plus:  # a shifted key on some keyboards, a plain one on others
            held &= ~Qt.KeyboardModifier.ShiftModifier
        if held != Qt.KeyboardModifier.ControlModifier:
            return None
        return {
            Qt.Key.Key_Plus: self.zoom_in, Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out, Qt.Key.Key_0: self.fit,
        }.get(Qt.Key(event.key()))

    def _pan_key(self, event: QKeyEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        across = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(event.key(), 0)
        down = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(event.key(), 0)
        for bar, way in ((self.horizontalScrollBar(), across), (self.verticalScrollBar(), down)):
            bar.setValue(bar.value() + way * PAN_STEP)
        return bool(across or down)

    def _node_key(self, event: QKeyEvent) -> bool:
        key, focus = event.key(), self.map_scene.focus_key
        if key in NEXT_KEYS or key in PREVIOUS_KEYS:
            self._step(1 if key in NEXT_KEYS else -1, around=True)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            order = self.map_scene.keyboard_order()
            if order:
                self.focus_on(order[0 if key == Qt.Key.Key_Home else -1])
        elif focus is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if key == Qt.Key.Key_Space or focus < 0:
                self.map_scene.choose(focus)
                self.focus_on(focus)
            else:
                self.map_scene.open(focus)
        else:
            return False
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self.hasFocus() and self._step(1 if forward else -1, around=False):
            return True
        return super().focusNextPrevChild(forward)

    def _step(self, way: int, around: bool) -> bool:
        order = self.map_scene.keyboard_order()
        if not order:
            return False
        if self.map_scene.focus_key not in order:
            index = 0 if way > 0 else len(order) - 1
        else:
            index = order.index(self.map_scene.focus_key) + way
            if not around and not 0 <= index < len(order):
                return False
        self.focus_on(order[index % len(order)])
        return True

    def focus_on(self, key: int) -> None:
        """Move the keyboard focus to a person or an empty place (-1, -2, …) and show it."""
        if key not in self.map_scene.keyboard_order():
            return  # a large map that is still to be laid out
        self.map_scene.set_focus_key(key, visible=True)
        self._bring_into_view(self.map_scene.item_of(key).sceneBoundingRect())
        self.setAccessibleName(
            tr("Network map: {who}", who=" ".join(self.map_scene.words_of(key).split()))
        )

    def _bring_into_view(self, box: QRectF) -> None:
        """Pan no farther than is needed; a map that fits as a whole comes to rest whole."""
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        bounds = self._bounds()
        if bounds.width() <= seen.width() + 1 and bounds.height() <= seen.height() + 1:
            if not seen.adjusted(-1, -1, 1, 1).contains(bounds):
                self.centerOn(bounds.center())
            return
        # Air around somebody, but none beyond the end of the map.
        self.ensureVisible(box.adjusted(-24, -24, 24, 24).intersected(bounds), 0, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        order = self.map_scene.keyboard_order()
        if not order or event.reason() not in KEYBOARD_REASONS:
            return
        key = self.map_scene.focus_key
        if key not in order:
            back = event.reason() == Qt.FocusReason.BacktabFocusReason
            key = self.map_scene.selected_id if self.map_scene.selected_id in order else None
            key = key if key is not None else order[-1 if back else 0]
        self.focus_on(key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.map_scene.set_focus_key(self.map_scene.focus_key, visible=False)
        self.setAccessibleName(tr("Network map"))

    # Theme and words

    def describe(self) -> None:
        """Tell screen readers what the whole map shows; done at every change."""
        self.setAccessibleDescription(self.map_scene.summary())

    def refresh_theme(self) -> None:
        """Colours, fonts and text size anew."""
        self.map_scene.refresh_theme()
        self.controls.updateGeometry()
        self._place_controls()
        self.controls.update()
        if not self._zoomed_by_hand:
            self._refit()

    # Pictures

    def export_png(self, scale: float = 2.0) -> bytes:
        """The whole map as a PNG in light colours, with title and legend."""
        from mentorjournal.ui.map.export import export_png

        return export_png(self.map_scene, scale)

    def export_svg(self) -> bytes:
        """The whole map as an SVG in light colours, with title and legend."""
        from mentorjournal.ui.map.export import export_svg

        return export_svg(self.map_scene)
