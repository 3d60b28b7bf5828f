"""A day as people type it, such as 5/6, 5.6.26, 050626, 5 june or 2026-06-05, over a field."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from mentorjournal.words import date_order, month_long, month_short, tr

_PARTS = re.compile(r"\d+|[^\W\d_]+")
_LEAST_LETTERS = 3  # of the name of a month


def read_day(text: str, near: date) -> date | None:
    """The day meant by `text`: day, month, year; what is left out is as in `near`.

    The month comes first where days are written like that, or where it is named first. None for
    what names no day.
    """
    parts = _PARTS.findall(text)
    if len(parts) == 1 and parts[0].isdigit():
        parts = _split(parts[0])
    if not 1 <= len(parts) <= 3:
        return None
    if len(parts) == 3 and len(parts[0]) == 4:
        parts.reverse()
    elif len(parts) >= 2 and (not parts[0].isdigit() or _month_is_first(parts)):
        parts[:2] = reversed(parts[:2])
    day, month, year = (*parts, *("", "", ""))[:3]
    try:
        return date(_year(year, near), _month(month, near), int(day))
    except (ValueError, OverflowError):
        return None


def _month_is_first(parts: list[str]) -> bool:
    return date_order() == "month" and parts[0].isdigit() and parts[1].isdigit()


def _split(digits: str) -> list[str]:
    """Digits without anything between: 5, 12, 0506, 050626 or 05062026."""
    if len(digits) <= 2:
        return [digits]
    if len(digits) not in (4, 6, 8):
        return []
    return [part for part in (digits[:2], digits[2:4], digits[4:]) if part]


def _month(text: str, near: date) -> int:
    if not text or text.isdigit():
        return int(text) if text else near.month
    wanted = text.casefold()
    if len(wanted) < _LEAST_LETTERS:
        raise ValueError(text)
    for month in range(1, 13):
        names = (month_long(month).casefold(), month_short(month).casefold())
        if names[0].startswith(wanted) or wanted == names[1]:
            return month
    raise ValueError(text)


def _year(text: str, near: date) -> int:
    if not text:
        return near.year
    return 2000 + int(text) if len(text) == 2 else int(text)


class TypedDay(QLineEdit):
    """Lies over a field for a day while one is typed; Enter or Tab takes it, Escape does not.

    `taken` carries the day; what is no day stays, with the edge of something wrong.
    """

    taken = Signal(object)

    def __init__(self, near: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._near = near
        self.setMaxLength(30)
        self.setAccessibleName(parent.accessibleName() or tr("Day"))
        self.setToolTip(
            tr("Such as 6/5/2026, june 5 or 2026-06-05") if date_order() == "month"
            else tr("Such as 5/6/2026, 5 june or 2026-06-05"))
        self.textEdited.connect(lambda _text: self._mark(False))

    def begin(self, first: str) -> None:
        """Show it over its field, with the first digit typed."""
        field = self.parentWidget()
        self.setGeometry(field.rect())
        self.setText(first)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_taken(self) -> bool:
        """Take the day, if it is one."""
        day = read_day(self.text(), self._near)
        self._mark(day is None)
        if day is not None:
            self._end()
            self.taken.emit(day)
        return day is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.is_taken():
                self.parentWidget().setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if event.key() == Qt.Key.Key_Escape:
            self._end()
            self.parentWidget().setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if not self.is_taken():
            return True
        # From the field itself, of which this is only a part.
        field = self.parentWidget()
        field.setFocus(Qt.FocusReason.TabFocusReason)
        return QWidget.focusNextPrevChild(field, forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason
        ) and self.isVisible() and not self.is_taken():
            self._end()

    def _end(self) -> None:
        self.hide()

    def _mark(self, wrong: bool) -> None:
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)
