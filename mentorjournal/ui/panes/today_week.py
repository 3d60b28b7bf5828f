"""On Today: a strip of seven days, each with what is on it; a day opens what stands there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QMenu, QWidget

from mentorjournal.mentoring.today import Mark
from mentorjournal.ui import theme
from mentorjournal.ui.panes.today_parts import Part
from mentorjournal.ui.widgets.buttons import IconButton
from mentorjournal.ui.widgets.focus_ring import PROPERTY
from mentorjournal.ui.widgets.label import plain_tooltip
from mentorjournal.ui.widgets.painted_text import paint_line
from mentorjournal.ui.widgets.parts import row
from mentorjournal.words import long_day, tr, trn, weekday_short

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class DayCell(QWidget):
    """One day: weekday, number, and the first thing on it in two short lines."""

    opened = Signal(object)  # a mark
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(PROPERTY, False)
        self.day = date.min
        self.marks: tuple[Mark, ...] = ()
        self._today = self._past = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # drawn anew when the mouse comes and goes
        self._end = 0

    def show_day(self, day: date, marks: tuple[Mark, ...], as_of: date, end: int) -> None:
        """`end` is -1 at the left end of the strip and 1 at its right."""
        self.day, self.marks, self._end = day, marks, end
        self._today, self._past = day == as_of, day < as_of
        words = [one.words for one in marks]
        self.setAccessibleName(", ".join([
            long_day(day), *([tr("today")] if self._today else []),
            *(words or [tr("nothing noted")])]))
        self.setToolTip(plain_tooltip("\n".join(words)))
        shape = Qt.CursorShape.PointingHandCursor if marks else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()

    def sizeHint(self) -> QSize:
        high = theme.px(30) + 3 * theme.line("micro") + theme.line("record-title")
        return QSize(theme.px(59), high)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(38), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self._today or (self.underMouse() and self.marks):
            token = "accent-tint" if self._today else "hover"
            painter.fillPath(self._shape(area), theme.color(token))
        if self._end >= 0:
            painter.fillRect(QRectF(0, 0, 1, area.height()), theme.color("line"))
        quiet = self._past or (not self.marks and self.day.weekday() > 4 and not self._today)
        ink = "accent-ink" if self._today else "muted" if quiet else "ink"
        left = 8 if area.width() >= theme.px(54) else 5
        room = area.adjusted(theme.px(left), theme.px(9), -1, 0)
        room.setHeight(theme.line("micro"))
        paint_line(painter, room, weekday_short(self.day), theme.font("micro"),
                   theme.color("accent-ink" if self._today else "muted"))
        room.translate(0, theme.line("micro") + theme.px(1))
        room.setHeight(theme.line("record-title"))
        paint_line(painter, room, str(self.day.day), theme.font("record-title"), theme.color(ink))
        room.translate(0, theme.line("record-title") + theme.px(5))
        self._paint_marks(painter, room)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 6, 6)

    def _paint_marks(self, painter: QPainter, room: QRectF) -> None:
        if not self.marks:
            return
        font, high = theme.font("micro"), theme.line("micro")
        tone = theme.color("ink2" if not self._past else "muted")
        more = len(self.marks) - 1
        lines = _two_lines(self.marks[0].short, font, int(room.width()))
        if more:
            words = trn("+{n} more", "+{n} more", more)
            fits = QFontMetrics(font).horizontalAdvance(words) <= room.width()
            lines = [lines[0], words if fits else f"+{more}"]
        for n, text in enumerate(lines[:2]):
            place = QRectF(room.left(), room.top() + n * high, room.width(), high)
            paint_line(painter, place, _at_word(text, font, int(room.width())), font, tone)

    def _shape(self, area: QRectF) -> QPainterPath:
        path = QPainterPath()
        path.addRoundedRect(area, 7, 7)
        square = QRectF(area)
        if self._end < 0:
            square.setLeft(area.center().x())
        elif self._end > 0:
            square.setRight(area.center().x())
        rest = QPainterPath()
        rest.addRect(square)
        return path.united(rest)

    def open(self) -> None:
        """Open what is there; where there is more than one thing, ask which."""
        if len(self.marks) == 1:
            self.opened.emit(self.marks[0])
        elif self.marks:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for one in self.marks:
                menu.addAction(one.words.replace("&", "&&"), lambda one=one: self.opened.emit(one))
            menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.open()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)


class WeekPart(Part):
    """This week, and the next one when asked for."""

    opened = Signal(object)  # a mark
    week_wanted = Signal(int)  # 0 for this week, 1 for the next

    def __init__(self) -> None:
        super().__init__(tr("This week"))
        self._week = 0
        self.turn = IconButton("caret-right", tr("Next week"), side=20, token="ink2")
        self.turn.clicked.connect(lambda: self.week_wanted.emit(1 - self._week))
        self.head.addWidget(self.turn)
        across = row(self.card, 0)
        across.setContentsMargins(1, 1, 1, 1)
        self.cells = [DayCell() for _ in range(7)]
        for n, each in enumerate(self.cells):
            across.addWidget(each, 1)
            each.opened.connect(self.opened)
            each.stepped.connect(lambda step, n=n: self.cells[(n + step) % 7].setFocus())

    def show_week(
        self, days: Sequence[date], marks: Mapping[date, tuple[Mark, ...]], as_of: date, week: int,
        is_ahead: bool = False,
    ) -> None:
        """Show these days; `week` is 0 for the present one, `is_ahead` where it begins today."""
        self._week = week
        names = (tr("The next 7 days"), tr("The 7 days after")) if is_ahead else (
            tr("This week"), tr("Next week"))
        self.heading.setText(names[week])
        self.turn.set_face("caret-left" if week else "caret-right", names[1 - week], "ink2")
        for n, each in enumerate(self.cells):
            each.setVisible(n < len(days))
            if n < len(days):
                each.show_day(days[n], marks[days[n]], as_of,
                              -1 if n == 0 else 1 if n == len(days) - 1 else 0)


def _at_word(text: str, font: QFont, width: int) -> str:
    """A text that ends in … after a whole word where there is no room for all of it."""
    metrics, words = QFontMetrics(font), text.split()
    if metrics.horizontalAdvance(text) <= width:
        return text
    while len(words) > 1:
        words.pop()
        short = tr("{words} …", words=" ".join(words))
        if metrics.horizontalAdvance(short) <= width:
            return short
    return text  # one long word is cut where it is painted


def _two_lines(text: str, font: QFont, width: int) -> list[str]:
    """A text in two lines; what does not fit is cut where it is painted."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(width)
    first.setPosition(QPointF(0, 0))
    end = first.textStart() + first.textLength()
    layout.endLayout()
    if end >= len(text):
        return [text]
    return [text[:end].rstrip(), text[end:].lstrip()]
