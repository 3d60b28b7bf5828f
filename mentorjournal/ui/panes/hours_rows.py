"""Rows of commitments: walked with the arrow keys, renamed and re-weighed in place by Enter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QSizePolicy, QWidget

from mentorjournal.mentoring.load import hours_words
from mentorjournal.ui import theme
from mentorjournal.ui.panes.hours_facts import HoursFacts, Taking
from mentorjournal.ui.widgets.buttons import ENTER, IconButton
from mentorjournal.ui.widgets.capacity_bar import ramp
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.hours_field import HoursField
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import clear, column, row, rule, wrapped
from mentorjournal.words import tr

DOT = 8
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
# What a row offers: kind of wish and words; "" is a line between them.
RUNNING = (("edit", "Edit…"), ("hours", "Other hours from…"), ("over", "It is over…"), ("", ""),
           ("remove", "Remove"))
COMING = (("edit", "Edit…"), ("decide", "Look at it again…"), ("", ""), ("remove", "Remove"))
CLOSED = (("edit", "Edit…"), ("", ""), ("remove", "Remove"))
REFUSED = (("decide", "Look at it again…"), ("", ""), ("remove", "Remove"))


class _Dot(QWidget):
    """A dot in the colour of its segment."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(DOT), theme.line("body"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(DOT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self._token))
        painter.drawEllipse(QRectF(0, (self.height() - side) / 2, side, side))


class HoursRow(QWidget):
    """`wished` carries a kind of wish and the id; `typed` what was written in place.

    `complained` carries a sentence about what cannot be, and the row stays open.
    """

    wished = Signal(str, int)
    typed = Signal(int, str, float)
    complained = Signal(str)
    walked = Signal(int)  # so many rows further

    def __init__(
        self, facts: HoursFacts, taking: Taking, token: str = "", *,
        second: str | None = None, choices: Sequence[tuple[str, str]] = RUNNING,
        in_place: bool = True, compact: bool = False,
    ) -> None:
        super().__init__()
        self.about, self.hours = taking
        self._choices, self._in_place = choices, in_place
        self._editor: tuple[QLineEdit, HoursField] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRing", True)
        words = hours_words(self.hours)
        self._second = facts.second(self.about) if second is None else second
        self.setAccessibleName(", ".join(filter(None, (
            self.about.title, tr("{n} h a week", n=words), self._second))))
        self._words = QWidget()
        self._amount = label(tr("{n} h", n=words), "body", "ink2")
        self._right_end = [self._amount]
        self.title = wrapped(self.about.title, "body" if compact else "row-title")
        self._lay_out(token, compact)

    def _lay_out(self, token: str, compact: bool) -> None:
        self._line = row(self, 10)
        sides = (2, 2, 2, 2) if compact else (12, 7, 6, 7)
        self._line.setContentsMargins(*(theme.px(n) for n in sides))
        top = Qt.AlignmentFlag.AlignTop
        if token:
            self._line.addWidget(_Dot(token), 0, top)
        lines = column(self._words, 0)
        lines.addWidget(self.title)
        self._line.addWidget(self._words, 1)
        if self._second and compact:
            quiet = label(self._second, "small", "muted")
            self._right_end.append(quiet)
            self._line.addWidget(quiet, 0, top)
        elif self._second:
            lines.addWidget(wrapped(self._second, "small", "muted"))
        self._line.addWidget(self._amount, 0, top)
        self._size()
        if self._choices:
            self._line.addWidget(self._more(), 0, top)

    def _more(self) -> IconButton:
        made = IconButton("dots-three", tr("More for {what}", what=self.about.title[:80]), side=24)
        made.clicked.connect(lambda: self._menu(made.mapToGlobal(QPoint(0, made.height()))))
        return made

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind, words in self._choices:
            if kind:
                menu.addAction(tr(words), lambda kind=kind: self.wished.emit(kind, self.about.id))
            else:
                menu.addSeparator()
        menu.popup(at)

    # Writing in place -------------------------------------------------------------------------

    def begin(self) -> None:
        """Show the title and the hours as fields; Enter hands them in, Esc gives them up."""
        if self._editor is not None:
            return
        title = QLineEdit(self.about.title)
        title.setMaxLength(LONGEST_LINE)
        title.setAccessibleName(tr("Title"))
        title.setProperty("dense", True)
        hours = HoursField(dense=True)
        hours.setValue(self.hours)
        hours.setAccessibleName(tr("Hours a week from today"))
        hours.setToolTip(tr("Other hours count from today; what was before stays."))
        self._editor = title, hours
        self.setMinimumHeight(self.height())  # the rows below stay where they are
        place = self._line.indexOf(self._words)
        self._words.hide()
        self._amount.hide()
        self._line.insertWidget(place, title, 1)
        self._line.insertWidget(place + 1, hours)
        for field in (title, hours, hours.lineEdit()):
            field.installEventFilter(self)
        self.setFocusProxy(title)
        title.show()
        hours.show()
        title.setFocus()
        title.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._editor is not None and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() in ENTER:
                self._hand_in()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._leave(back=True)
                return True
        if self._editor is not None and event.type() == QEvent.Type.FocusOut:
            self._maybe_hand_in()
        return super().eventFilter(watched, event)

    def _maybe_hand_in(self) -> None:
        """The keyboard has gone elsewhere: what was written is kept."""
        assert self._editor is not None
        now = QApplication.focusWidget()
        if QApplication.activePopupWidget() is None and now is not None and (
            not self.isAncestorOf(now)
        ):
            self._hand_in(back=False)

    def _hand_in(self, *, back: bool = True) -> None:
        if self._editor is None:
            return
        title, hours = self._editor
        hours.interpretText()
        if hours.complaint():  # what was written stays
            self.complained.emit(hours.complaint())
            return
        words, amount = title.text().strip(), hours.value()
        changed = words and (words != self.about.title or round(amount - self.hours, 3) != 0)
        self._leave(back=back)
        if changed:
            self.typed.emit(self.about.id, words, amount)

    def _leave(self, *, back: bool) -> None:
        if self._editor is None:
            return
        fields, self._editor = self._editor, None
        self.setFocusProxy(None)
        self.setMinimumHeight(0)
        self._words.show()
        self._amount.show()
        if back:
            self.setFocus()
        for field in fields:
            field.hide()
            field.deleteLater()

    # Keyboard and mouse -----------------------------------------------------------------------

    def open(self) -> None:
        """What Enter does: write in place, or show it."""
        if self._in_place:
            self.begin()
        elif self._choices:
            self.wished.emit(self._choices[0][0], self.about.id)
        else:
            self.wished.emit("show", self.about.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.hasFocus():  # a key of what stands inside
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        if key in STEPS:
            self.walked.emit(STEPS[key])
        elif key in (*ENTER, Qt.Key.Key_F2):
            self.open()
        elif key == Qt.Key.Key_Delete and self._choices:
            self.wished.emit("remove", self.about.id)
        elif key == Qt.Key.Key_Space and self._choices:
            self._menu(self.mapToGlobal(self.rect().center()))
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.open()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._choices:
            by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
            self._menu(event.globalPos() if by_mouse else self.mapToGlobal(self.rect().center()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size()

    def _size(self) -> None:
        for each in (self.title, *self._right_end):  # on one line, also at another text size
            each.setMinimumHeight(theme.line("body"))


class HoursRows(QWidget):
    """Rows with hairlines between them; the focus stays with the commitment it was on."""

    wished = Signal(str, int)
    typed = Signal(int, str, float)
    complained = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, ruled: bool = True) -> None:
        super().__init__(parent)
        self._ruled = ruled
        self._rows: list[HoursRow] = []
        self._lines = column(self, 0)

    def show_rows(self, rows: Sequence[HoursRow]) -> None:
        """Show these in place of those before."""
        place = next((n for n, each in enumerate(self._rows) if _has_focus(each)), None)
        focused = self._rows[place].about.id if place is not None else None
        clear(self._lines)
        self._rows = list(rows)
        for number, each in enumerate(rows):
            if number and self._ruled:
                self._lines.addWidget(rule())
            self._lines.addWidget(each)
            each.show()
            each.wished.connect(self.wished)
            each.typed.connect(self.typed)
            each.complained.connect(self.complained)
            each.walked.connect(lambda step, each=each: self._walk(each, step))
        if place is not None and self._rows:
            known = self.row_of(focused or 0)
            (known or self._rows[min(place, len(self._rows) - 1)]).setFocus()

    def rows(self) -> list[HoursRow]:
        """The rows from above to below."""
        return list(self._rows)

    def row_of(self, commitment_id: int) -> HoursRow | None:
        """The row of a commitment, if it is here."""
        return next((each for each in self._rows if each.about.id == commitment_id), None)

    def _walk(self, row: HoursRow, step: int) -> None:
        place = self._rows.index(row) + step
        if 0 <= place < len(self._rows):
            self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)


def running_rows(facts: HoursFacts, *, compact: bool = False) -> list[HoursRow]:
    """What takes hours today, each with the dot of its segment; `compact` for a narrow column."""
    several = facts.running(facts.as_of)
    if compact:
        return _named(facts, several)
    return [HoursRow(facts, each, ramp(n)) for n, each in enumerate(several)]


def then_rows(facts: HoursFacts, day: date) -> list[HoursRow]:
    """What took hours on another day."""
    return _named(facts, facts.running(day))


def coming_rows(facts: HoursFacts) -> list[HoursRow]:
    """What was promised for a later day."""
    return [HoursRow(facts, Taking(one, facts.plan.hours_of(one, one.since or facts.as_of)),
                     second=facts.begins(one), choices=COMING, in_place=False)
            for one in facts.coming()]


def refused_rows(facts: HoursFacts) -> list[HoursRow]:
    """What I said no to, or passed on."""
    return [HoursRow(facts, Taking(one, one.hours_per_week), second=facts.refused(one),
                     choices=REFUSED, in_place=False)
            for one in facts.said_no()]


def closed_rows(facts: HoursFacts) -> list[HoursRow]:
    """What is over."""
    return [HoursRow(facts, Taking(one, facts.plan.hours_of(one, one.until or facts.as_of)),
                     second=facts.span(one), choices=CLOSED, in_place=False)
            for one in facts.past()]


def _named(facts: HoursFacts, several: Sequence[Taking]) -> list[HoursRow]:
    return [HoursRow(facts, each, ramp(n), second=facts.until(each.about), choices=(),
                     in_place=False, compact=True) for n, each in enumerate(several)]


def _has_focus(row: HoursRow) -> bool:
    now = QApplication.focusWidget()
    return now is not None and (now is row or row.isAncestorOf(now))
