"""Fields for a day and for a time of day; a day may be left open."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QDate, QEvent, QLocale, QSize, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QTimeEdit, QWidget

from mentorjournal import clock
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.number_field import indent
from mentorjournal.ui.widgets.typed_day import TypedDay
from mentorjournal.words import date_order, tr, week_start

NO_DAY = QDate(1900, 1, 1)
FORMATS = {"day": "ddd d MMM yyyy", "month": "ddd MMM d, yyyy", "iso": "ddd yyyy-MM-dd"}


class DateField(QDateEdit):
    """A day with a calendar. An `optional` one can be emptied with Delete and then gives None.

    With the first digit it can be typed as people write it, and is said once it is whole.
    """

    day_changed = Signal(object)  # date or None

    def __init__(
        self, day: date | None = None, *, optional: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel scrolls the page
        self._optional = optional
        self._typed: TypedDay | None = None
        self.setCalendarPopup(True)
        self.setDisplayFormat(FORMATS[date_order()])
        self.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.setMinimumDate(NO_DAY if optional else NO_DAY.addDays(1))
        self.setMaximumDate(QDate(2199, 12, 31))
        if optional:
            self.setSpecialValueText(tr("No date"))
        self._dress_calendar(self.calendarWidget())
        self.set_day(day)
        self.dateChanged.connect(lambda _day: self.day_changed.emit(self.day()))

    def day(self) -> date | None:
        """The day, None when it was left open."""
        shown = self.date()
        return None if self._optional and shown == NO_DAY else shown.toPython()

    def set_day(self, day: date | None) -> None:
        """Show a day; None leaves it open, or gives today where it may not be open."""
        if day is None:
            day = None if self._optional else clock.today()
        self.setDate(NO_DAY if day is None else QDate(day.year, day.month, day.day))

    def sizeHint(self) -> QSize:
        return QSize(max(super().sizeHint().width(), theme.px(160)), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        emptying = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if self._optional and event.key() in emptying:
            self.set_day(None)
            return
        if event.text().isdigit():  # Qt takes no digit where the weekday must fit it already
            self._type(event.text())
            return
        super().keyPressEvent(event)

    def _type(self, first: str) -> None:
        if self._typed is None:
            self._typed = TypedDay(clock.today(), self)
            self._typed.taken.connect(self._take_typed)
        self._typed.begin(first)

    def _take_typed(self, day: date) -> None:
        if self.minimumDate().toPython() <= day <= self.maximumDate().toPython():
            self.set_day(day)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Qt stays in a date that shows words instead of its parts, whatever is pressed.
        if self.day() is None:
            return QWidget.focusNextPrevChild(self, forward)
        return super().focusNextPrevChild(forward)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A day must not change because a page is scrolled under the mouse.
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.calendarWidget() is not None:
            self._dress_calendar(self.calendarWidget())

    def _dress_calendar(self, calendar: QCalendarWidget) -> None:
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setHorizontalHeaderFormat(
            QCalendarWidget.HorizontalHeaderFormat.ShortDayNames
        )
        header = QTextCharFormat()
        header.setForeground(theme.color("muted"))
        header.setBackground(theme.color("sunken"))
        calendar.setHeaderTextFormat(header)
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            plain = QTextCharFormat()
            plain.setForeground(theme.color("ink2"))
            calendar.setWeekdayTextFormat(weekday, plain)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek(week_start() + 1))
        calendar.setMinimumSize(theme.px(288), theme.px(240))
        if not calendar.property("follows"):
            calendar.setProperty("follows", True)
            calendar.installEventFilter(self)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        # An open day would open the calendar in the year 1900.
        if event.type() == QEvent.Type.Show and self.day() is None:
            today = clock.today()
            self.calendarWidget().setCurrentPage(today.year, today.month)
        return super().eventFilter(watched, event)


class TimeField(QTimeEdit):
    """A time of day in hours and minutes."""

    def __init__(self, moment: time | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel scrolls the page
        indent(self)
        self.setDisplayFormat("HH:mm")
        self.set_moment(moment or time(9, 0))

    def moment(self) -> time:
        """The time shown."""
        return self.time().toPython()

    def set_moment(self, moment: time) -> None:
        """Show another time."""
        self.setTime(QTime(moment.hour, moment.minute))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
