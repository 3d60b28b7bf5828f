"""A day that is mostly today or yesterday: one key for those, and a calendar for any other."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import tr


class RecentDay(QWidget):
    """`value` is a day."""

    value_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.near = Segmented([("0", tr("Today")), ("1", tr("Yesterday"))])
        self.day = DateField()
        self.day.setAccessibleName(tr("Day"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.near)
        row.addWidget(self.day)
        row.addStretch(1)
        self.near.chosen.connect(
            lambda ago: self.day.set_day(clock.today() - timedelta(int(ago))))
        self.day.day_changed.connect(lambda _day: self._changed())
        self.setFocusProxy(self.near.button("0"))
        self._changed()

    def value(self) -> date:
        """The day."""
        return self.day.day() or clock.today()

    def set_value(self, day: date | str | None) -> None:
        """Show another day; None for today."""
        self.day.set_day(date.fromisoformat(day) if isinstance(day, str) else day)

    def _changed(self) -> None:
        self.near.set_current(str((clock.today() - self.value()).days))
        self.value_changed.emit()
