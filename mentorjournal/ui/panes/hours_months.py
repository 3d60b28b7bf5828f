"""The load month by month as small bars, with the hours I could give as a line across them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mentorjournal.mentoring.load import hours_words, left_words, of_words
from mentorjournal.mentoring.load_plan import Month
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.label import plain_tooltip
from mentorjournal.ui.widgets.painted_text import paint_line
from mentorjournal.words import month_short, month_year, tr

HEIGHT = 148
NUMBERS, MONTHS, YEARS = 16, 16, 14  # px above and below the bars
WIDEST_BAR, GAP = 26, 6
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
CENTRE = Qt.AlignmentFlag.AlignHCenter


def month_words(month: Month) -> str:
    """Such as "October 2025: 14.5 of 12 h a week, 2.5 h over"."""
    name = month_year(month.day)
    said = ", ".join(filter(None, (of_words(month.load), left_words(month.load))))
    if month.is_ahead:
        return tr("{month}: {said}, as agreed now", month=name, said=said)
    return tr("{month}: {said}", month=name, said=said)


class MonthBars(QWidget):
    """Arrow keys go from month to month; `chosen` carries the day a month is read on."""

    chosen = Signal(date)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months: list[Month] = []
        self._place = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRing", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_months(self, months: Sequence[Month]) -> None:
        """Show these, the oldest first; the month that was chosen stays chosen."""
        before = self.month()
        self._months = list(months)
        kept = [n for n, one in enumerate(self._months)
                if before and _same(one.day, before.day)]
        now = [n for n, one in enumerate(self._months) if not one.is_ahead]
        self._place = kept[0] if kept else now[-1] if now else 0
        self.setAccessibleDescription(". ".join(month_words(one) for one in self._months))
        self._name()

    def month(self) -> Month | None:
        """The month that is chosen."""
        return self._months[self._place] if self._months else None

    def choose(self, place: int) -> None:
        """Choose the month at a place, counted from the oldest."""
        place = min(max(place, 0), len(self._months) - 1)
        if self._months and place != self._place:
            self._place = place
            self._name()
            self.chosen.emit(self._months[place].day)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(480), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(HEIGHT))

    def _name(self) -> None:
        month = self.month()
        self.setAccessibleName(tr("Hours by month. {month}", month=month_words(month))
                               if month else tr("Hours by month"))
        self.update()

    # Keyboard and mouse -----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.choose(self._place + STEPS[key])
        elif key == Qt.Key.Key_Home:
            self.choose(0)
        elif key == Qt.Key.Key_End:
            self.choose(len(self._months) - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if place is not None:
            self.choose(place)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._at(QPointF(event.pos()))
            words = month_words(self._months[place]) if place is not None else ""
            QToolTip.showText(event.globalPos(), plain_tooltip(words), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def _at(self, spot: QPointF) -> int | None:
        if not self._months or not 0 <= spot.x() < self.width():
            return None
        return min(int(spot.x() / self._slot()), len(self._months) - 1)

    # Painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, month in enumerate(self._months):
            if place == self._place:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("accent-tint"))
                painter.drawRoundedRect(self._slot_of(place).adjusted(1, 0, -1, 0), 6, 6)
            self._paint_bar(painter, self._bar_of(place), month)
        self._paint_capacity(painter)
        for place, month in enumerate(self._months):
            self._paint_words(painter, place, month)

    def _paint_words(self, painter: QPainter, place: int, month: Month) -> None:
        """Where months stand close, one letter of each and only the number of the chosen one."""
        slot, bottom = self._slot_of(place), self._room().bottom()
        chosen, font = place == self._place, theme.font("micro")
        is_close = QFontMetricsF(font).horizontalAdvance("00.0") + 4 > slot.width()
        if month.load.hours and (chosen or not is_close):
            self._paint_number(painter, place, month)
        name = month_short(month.day.month)
        below = QRectF(slot.left(), bottom, slot.width(), theme.px(MONTHS))
        paint_line(painter, below, name[:1] if is_close else name, font,
                   theme.color("accent-ink" if chosen else "muted"), CENTRE)
        if place == 0 or month.day.month == 1:
            year = QRectF(slot.left(), below.bottom(), slot.width(), theme.px(YEARS))
            wide = year.adjusted(0, 0, slot.width(), 0) if is_close else year
            paint_line(painter, wide, str(month.day.year), font, theme.color("muted"),
                       Qt.AlignmentFlag.AlignLeft if is_close else CENTRE)

    def _paint_number(self, painter: QPainter, place: int, month: Month) -> None:
        words, font, chosen = hours_words(month.load.hours), theme.font("micro"), (
            place == self._place)
        wide = QFontMetricsF(font).horizontalAdvance(words) + 6
        line = QRectF(self._slot_of(place).center().x() - wide / 2,
                      self._y(month.load.hours) - theme.px(NUMBERS), wide, theme.px(NUMBERS))
        painter.fillRect(line.adjusted(1, 2, -1, -1),
                         theme.color("accent-tint" if chosen else "surface"))
        tone = "alert" if month.load.is_over else "accent-ink" if chosen else "muted"
        paint_line(painter, line, words, font, theme.color(tone), CENTRE)

    def _slot_of(self, place: int) -> QRectF:
        return QRectF(place * self._slot(), 0, self._slot(), self.height())

    def _bar_of(self, place: int) -> QRectF:
        slot, room = self._slot_of(place), self._room()
        width = min(theme.px(WIDEST_BAR), slot.width() - theme.px(GAP))
        top = self._y(self._months[place].load.hours)
        return QRectF(slot.center().x() - width / 2, top, width, room.bottom() - top)

    def _paint_bar(self, painter: QPainter, bar: QRectF, month: Month) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(bar.adjusted(0, 0, 0, 4), 3, 3)
        cut = QPainterPath()
        cut.addRect(bar)
        shape = shape & cut
        if month.is_ahead:  # only as far as is agreed now
            pen = QPen(theme.color("ctl"), 1, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.setBrush(theme.color("neutral-tint"))
            painter.drawPath(shape)
            return
        painter.fillPath(shape, theme.color("g2"))
        if month.load.is_over and month.load.capacity is not None:
            over = QPainterPath()
            over.addRect(QRectF(bar.left(), bar.top(), bar.width(),
                                self._y(month.load.capacity) - bar.top()))
            painter.fillPath(shape & over, theme.color("alert"))

    def _paint_capacity(self, painter: QPainter) -> None:
        """A line at the hours I could give, with a step where they changed."""
        line, is_drawing = QPainterPath(), False
        for place, month in enumerate(self._months):
            limit = month.load.capacity
            if limit is not None:
                left, y = place * self._slot(), round(self._y(limit)) + 0.5
                line.lineTo(left, y) if is_drawing else line.moveTo(left, y)
                line.lineTo(left + self._slot(), y)
            is_drawing = limit is not None
        painter.setPen(QPen(theme.color("ink2"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(line)

    def _room(self) -> QRectF:
        """Where the bars are."""
        return QRectF(self.rect()).adjusted(
            0, theme.px(NUMBERS), 0, -theme.px(MONTHS) - theme.px(YEARS))

    def _slot(self) -> float:
        return self.width() / max(1, len(self._months))

    def _y(self, hours: float) -> float:
        room = self._room()
        most = max((max(one.load.hours, one.load.capacity or 0.0) for one in self._months),
                   default=0.0)
        return room.bottom() - (room.height() * hours / most if most else 0.0)


def _same(one: date, other: date) -> bool:
    return (one.year, one.month) == (other.year, other.month)
