"""The window onto the timeline: what part of it is seen, what is chosen, and the ways to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from mentorjournal.mentoring.timeline import Lane, Mark
from mentorjournal.ui import theme
from mentorjournal.ui.map.look import Look
from mentorjournal.ui.timeline import sentences
from mentorjournal.ui.timeline.board import Board, Choice, Filter, Key
from mentorjournal.ui.timeline.canvas import Canvas
from mentorjournal.ui.timeline.keys import Keys
from mentorjournal.ui.timeline.layout import PILL_ROOM, Sight
from mentorjournal.ui.timeline.pointer import Pointer
from mentorjournal.ui.timeline.sentences import WordsOf
from mentorjournal.ui.timeline.sprites import Sprites
from mentorjournal.ui.timeline.whole import Whole
from mentorjournal.ui.timeline.zooming import STEP, Zooming
from mentorjournal.words import tr

TODAY_AT = 0.85  # of the width, where there is that much to come
PAGE = 0.8
NEAR = 60.0  # px of air around a mark that is brought into view
KEYBOARD = (
    Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class TimelineView(QAbstractScrollArea):
    """Shows lanes. Only what is seen is painted, so that twenty years move as one year does.

    `mark_chosen` and `mark_opened` carry a mark and its lane; both are None when nothing is chosen
    any more. `words_of` is asked for the words of marks when they are shown.
    """

    mark_chosen = Signal(object, object)
    mark_opened = Signal(object, object)
    lane_chosen = Signal(int)
    range_changed = Signal(object, object)
    zoom_changed = Signal(float)

    def __init__(
        self, today: date, words_of: WordsOf = sentences.own_words, *, labels: bool = True,
        week_start: int = 0, parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.keys, self.pointer = Keys(self), Pointer(self)
        self.today, self.words_of, self.week_start = today, words_of, week_start
        self.board, self.sight = Board(), Sight()
        self.chosen: Choice | None = None
        self._labels, self._shows_focus = labels, False
        self._is_placed = self._syncing = False
        self._range: tuple[date, date] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.zooming = Zooming(self.sight, self)
        self.zooming.moved.connect(self._after_zoom)
        self.zooming.arrived.connect(lambda: self.zoom_changed.emit(self.sight.day_width))
        self._dress()
        theme.current().changed.connect(self._dress)
        self.name = tr("Timeline")
        self.setAccessibleName(self.name)
        self.show_lanes(())

    def _dress(self) -> None:
        """Colours, sizes and pictures anew."""
        self.canvas = Canvas(
            self.board, self.sight, Sprites(Look(), self.devicePixelRatioF()), self.today,
            labels=self._labels, week_start=self.week_start)
        self._settle()

    # What is shown

    def show_lanes(self, lanes: Iterable[Lane], today: date | None = None) -> None:
        """Show these lanes; what is seen and chosen stays, as far as it is still there."""
        if today is not None and today != self.today:
            self.today = today
            self._dress()
        self.board.set_lanes(lanes)
        self._take_board()

    def set_filter(
        self, kinds: Iterable[str] | None = None, people: Iterable[int] | None = None, *,
        only_with_marks: bool = False,
    ) -> None:
        """Show only marks of these kinds and lanes of these people; None shows all of them."""
        self.board.set_filter(Filter(
            None if kinds is None else frozenset(kinds),
            None if people is None else frozenset(people), only_with_marks))
        self._take_board()

    def _take_board(self) -> None:
        self.sight.first, self.sight.last = self.board.extent(self.today)
        if self.chosen is not None:
            chosen = self.board.find(self.chosen.mark.key, self.chosen.lane.person_id)
            if chosen is None:
                self.choose_mark(None)
            self.chosen = chosen
        self.setAccessibleDescription(sentences.summary(self.board.lanes, self.today))
        self._settle()

    # What is seen

    def visible_range(self) -> tuple[date, date]:
        """The first and last day that are seen."""
        return self.sight.days()

    def go_to(self, day: date) -> None:
        """Bring a day to the middle."""
        self._move_to((day.toordinal() + 0.5) * self.sight.day_width - self.sight.width / 2)

    def show_today(self) -> None:
        """Bring today to the right part, with what comes after it."""
        at = (self.today.toordinal() + 0.5) * self.sight.day_width
        self._move_to(at - TODAY_AT * self.sight.width)

    def place(self) -> None:
        """Where one begins, until one goes elsewhere: at today."""
        self.show_today()
        self._is_placed = False

    def page(self, way: int) -> None:
        """A screenful earlier (-1) or later (1)."""
        self._move_to(self.sight.left + way * PAGE * self.sight.width)

    def pan(self, across: float) -> None:
        """Move what is seen by some pixels."""
        self._move_to(self.sight.left + across)

    def set_scale(self, day_width: float) -> None:
        """This many pixels a day, around today where it is seen, else around the middle."""
        x = self.sight.x_of(self.today.toordinal() + 0.5)
        at = x if 0 <= x <= self.sight.width else self.sight.width / 2
        self.zooming.to(day_width, at)

    def zoom_in(self) -> None:
        """One step nearer, around what is chosen or the middle."""
        self.zooming.by(STEP, self._middle())

    def zoom_out(self) -> None:
        """One step farther."""
        self.zooming.by(1 / STEP, self._middle())

    def _middle(self) -> float:
        if self.chosen is not None:
            x = self.sight.x_of(self.chosen.mark.day.toordinal() + 0.5)
            if 0 <= x <= self.sight.width:
                return x
        return self.sight.width / 2

    def look_nearer(self, marks: list[Mark]) -> None:
        """Zoom in until gathered marks stand apart, or as near as it goes."""
        first, last = marks[0].day.toordinal(), marks[-1].day.toordinal()
        room = len(marks) * PILL_ROOM * 1.5
        wanted = max(self.sight.day_width * 2, room / max(1, last - first))
        wanted = min(wanted, self.sight.width * PAGE / max(1, last - first))
        wanted = max(wanted, self.sight.day_width * STEP)
        self.zooming.to(wanted, self.sight.width / 2, day=(first + last + 1) / 2)

    def _move_to(self, left: float) -> None:
        self._is_placed = True
        self.sight.move_to(left)
        self._settle()

    def _after_zoom(self) -> None:
        self._is_placed = self._is_placed or self.isVisible()
        self._settle()

    def _settle(self) -> None:
        """Fit what is seen to the size of the window, and the scroll bars to what is seen."""
        if self._syncing:
            return
        self._syncing = True
        sight, view = self.sight, self.viewport()
        sight.width = max(1.0, view.width() - self.canvas.label_width)
        sight.move_to(sight.left)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setPageStep(int(sight.width))
        across.setSingleStep(40)
        across.setRange(0, max(0, round(sight.end - sight.begin)))
        across.setValue(round(sight.left - sight.begin))
        room = view.height() - self.canvas.axis_height
        down.setPageStep(max(1, room))
        down.setSingleStep(self.canvas.lane_height)
        down.setRange(0, max(0, len(self.board.lanes) * self.canvas.lane_height - room))
        self._syncing = False
        view.update()
        seen = self.visible_range()
        if seen != self._range:
            self._range = seen
            self.range_changed.emit(*seen)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if not self._syncing:
            self._is_placed = True
            self.sight.move_to(self.sight.begin + self.horizontalScrollBar().value())
            self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        right = self.sight.left + self.sight.width
        self.sight.width = max(1.0, self.viewport().width() - self.canvas.label_width)
        if not self._is_placed:
            self.place()
        else:  # the later days stay, as they do for somebody who looks at today
            self.sight.move_to(right - self.sight.width)
        self._settle()

    # What is chosen

    def choose(self, key: Key | None, person_id: int | None = None) -> bool:
        """Choose the mark with `key` and bring it into view; False when it is not shown."""
        found = self.board.find(key, person_id) if key is not None else None
        self.choose_mark(found)
        return found is not None

    def choose_mark(self, choice: Choice | None) -> None:
        """Choose a mark, or nothing, and say so."""
        if choice == self.chosen:
            return
        self.chosen = choice
        if choice is None:
            self.setAccessibleName(self.name)
            self.mark_chosen.emit(None, None)
        else:
            self.bring_into_view(choice)
            self.setAccessibleName(tr("{timeline}: {mark}", timeline=self.name, mark=(
                sentences.sentence(choice.lane, choice.mark, self.words_of))))
            self.mark_chosen.emit(choice.mark, choice.lane)
        self.viewport().update()

    def bring_into_view(self, choice: Choice) -> None:
        """Move no farther than is needed to see a mark and its lane."""
        sight, down = self.sight, self.verticalScrollBar()
        x = sight.x_of(choice.mark.day.toordinal() + 0.5)
        air = min(NEAR, sight.width / 4)
        if x < air:
            self._move_to(sight.left + x - air)
        elif x > sight.width - air:
            self._move_to(sight.left + x - sight.width + air)
        high, place = self.canvas.lane_height, self.board.lanes.index(choice.lane)
        room = self.viewport().height() - self.canvas.axis_height
        if place * high < down.value():
            down.setValue(place * high)
        elif (place + 1) * high > down.value() + room:
            down.setValue((place + 1) * high - room)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        view = self.viewport()
        if self.canvas.sprites.ratio != self.devicePixelRatioF():
            self._dress()  # moved to another screen
        painter = QPainter(view)
        self.canvas.paint(painter, view.width(), view.height(), self.verticalScrollBar().value(),
                          self.chosen)
        if self._shows_focus and self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(view.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def whole(
        self, width: float, first: date | None = None, last: date | None = None,
        look: Look | None = None,
    ) -> Whole:
        """All lanes that are shown, to be painted as a picture or on pages of this width.

        The time is all there is, or from `first` to `last`.
        """
        days = self.board.extent(self.today)
        return Whole(
            self.board.lanes, self.today, first or date.fromordinal(days[0]),
            last or date.fromordinal(days[1]), width, look=look, wanted=self.board.filter)

    def paint_whole(
        self, painter: QPainter, rect: QRectF, first: date | None = None,
        last: date | None = None, look: Look | None = None,
    ) -> None:
        """Paint all lanes that are shown into `rect`, smaller where they are too high for it."""
        whole = self.whole(rect.width(), first, last, look)
        shrink = min(1.0, rect.height() / whole.height())
        if shrink < 1:
            whole = self.whole(rect.width() / shrink, first, last, look)
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(shrink, shrink)
        whole.paint(painter, 0, 0)
        painter.restore()

    def sizeHint(self) -> QSize:
        return QSize(800, self.canvas.axis_height + 8 * self.canvas.lane_height)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._shows_focus = event.reason() in KEYBOARD
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # Hands

    def event(self, event: QEvent) -> bool:
        # Here these keys are for the timeline, not for the menus' size of the text.
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self.keys.wants(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.keys.press(event):
            self._shows_focus = True
            self.viewport().update()
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        return self.pointer.take(event) or super().viewportEvent(event)
