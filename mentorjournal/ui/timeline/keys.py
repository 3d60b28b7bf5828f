"""The timeline by keyboard: from mark to mark, from person to person, nearer and farther."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from mentorjournal.ui.timeline.board import Choice
from mentorjournal.ui.timeline.layout import day_of

if TYPE_CHECKING:
    from mentorjournal.ui.timeline.view import TimelineView

Key = Qt.Key
_NONE, _CTRL, _SHIFT = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class Keys:
    """What each key does on the timeline."""

    def __init__(self, view: TimelineView) -> None:
        self._view = view
        self._deeds: dict[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[], object]] = {
            (_NONE, Key.Key_Left): lambda: self._step(-1),
            (_NONE, Key.Key_Right): lambda: self._step(1),
            (_NONE, Key.Key_Up): lambda: self._across(-1),
            (_NONE, Key.Key_Down): lambda: self._across(1),
            (_NONE, Key.Key_Home): lambda: self._end(-1),
            (_NONE, Key.Key_End): lambda: self._end(1),
            (_NONE, Key.Key_PageUp): lambda: self._page_down(-1),
            (_NONE, Key.Key_PageDown): lambda: self._page_down(1),
            (_SHIFT, Key.Key_PageUp): lambda: view.page(-1),
            (_SHIFT, Key.Key_PageDown): lambda: view.page(1),
            (_SHIFT, Key.Key_Left): lambda: view.pan(-view.sight.width / 10),
            (_SHIFT, Key.Key_Right): lambda: view.pan(view.sight.width / 10),
            (_CTRL, Key.Key_Home): view.show_today,
            (_NONE, Key.Key_Plus): view.zoom_in, (_NONE, Key.Key_Equal): view.zoom_in,
            (_SHIFT, Key.Key_Plus): view.zoom_in, (_NONE, Key.Key_Minus): view.zoom_out,
            (_CTRL, Key.Key_Plus): view.zoom_in, (_CTRL, Key.Key_Equal): view.zoom_in,
            (_CTRL, Key.Key_Minus): view.zoom_out, (_CTRL, Key.Key_Return): self._open_person,
        }

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key that is also a shortcut of the menus belongs to the timeline here."""
        return event.matches(QKeySequence.StandardKey.ZoomIn) or event.matches(
            QKeySequence.StandardKey.ZoomOut) or self._deed(event) is not None

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; False when it means nothing here."""
        view, key = self._view, event.key()
        if event.matches(QKeySequence.StandardKey.ZoomIn):
            view.zoom_in()
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            view.zoom_out()
        elif (deed := self._deed(event)) is not None:
            deed()
        elif view.chosen is not None and key in (Key.Key_Return, Key.Key_Enter):
            view.mark_opened.emit(view.chosen.mark, view.chosen.lane)
        elif view.chosen is not None and key == Key.Key_Escape:
            view.choose_mark(None)
        else:
            return False
        return True

    def _deed(self, event: QKeyEvent) -> Callable[[], object] | None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self._deeds.get((held, Qt.Key(event.key())))

    def _open_person(self) -> None:
        if self._view.chosen is not None:
            self._view.lane_chosen.emit(self._view.chosen.lane.person_id)

    def _step(self, way: int) -> None:
        view = self._view
        view.choose_mark(view.board.step(view.chosen, way) if view.chosen else self._first())

    def _across(self, way: int) -> None:
        view = self._view
        view.choose_mark(view.board.across(view.chosen, way) if view.chosen else self._first())

    def _end(self, way: int) -> None:
        view = self._view
        chosen = view.chosen or self._first()
        if chosen is not None:
            view.choose_mark(view.board.end(chosen.lane, way))

    def _first(self) -> Choice | None:
        """Where one begins: in the first lane in view that has a mark, nearest to what is seen."""
        view = self._view
        place = view.verticalScrollBar().value() // view.canvas.lane_height
        day = min(view.today, day_of(view.sight.day_at(view.sight.width)))
        lanes = [*view.board.lanes[place:], *view.board.lanes[:place]]
        found = (view.board.nearest(lane, day) for lane in lanes)
        return next((choice for choice in found if choice is not None), None)

    def _page_down(self, way: int) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + way * bar.pageStep())
