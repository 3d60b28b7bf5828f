"""A day that is said in words, and the small window in which it is chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from mentorjournal import clock
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import ENTER, Button
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.words import short_day, tr


class DayPopup(QFrame):
    """Opens below a widget; Enter takes the day, Escape leaves it as it was."""

    chosen = Signal(object)  # a date, or None to take it back

    def __init__(self, below: QWidget, words: str, day: date | None) -> None:
        super().__init__(below, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("dayPopup")
        self.setProperty("card", True)
        self.setAccessibleName(words)
        self._below = below
        self.field = DateField(day or clock.today())
        self.field.setAccessibleName(words)
        self.take = Button(tr("Set"), kind="primary")
        self.take.clicked.connect(lambda: self._choose(self.field.day()))
        self.clear = Button(tr("Take it back"))
        self.clear.setVisible(day is not None)
        self.clear.clicked.connect(lambda: self._choose(None))
        lines = column(self)
        lines.setContentsMargins(*(theme.px(12),) * 4)
        lines.addWidget(label(words, "label", "muted"))
        lines.addWidget(self.field)
        deeds = row()
        deeds.addWidget(self.take)
        deeds.addWidget(self.clear)
        deeds.addStretch(1)
        lines.addLayout(deeds)

    def open(self, at: QPoint | None = None) -> None:
        """Come up below the widget, or at a point of the screen."""
        place = at or self._below.mapToGlobal(QPoint(0, self._below.height() + theme.px(4)))
        self.adjustSize()
        window = self._below.window().geometry()
        room = self._below.screen().availableGeometry().intersected(window)
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        place.setY(max(room.top(), min(place.y(), room.bottom() - self.height())))
        self.move(place)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._choose(self.field.day())
            return
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _choose(self, day: date | None) -> None:
        self.close()
        self.chosen.emit(day)


def ask_day(
    below: QWidget, words: str, day: date | None, take: Callable[[date | None], object],
    at: QPoint | None = None,
) -> DayPopup:
    """Ask for a day called `words`; `take` gets it, None when it was taken back."""
    popup = DayPopup(below, words, day)
    popup.chosen.connect(take)
    popup.open(at)
    return popup


class DayButton(Button):
    """Says a day in words, or what can be said; pressing it asks for the day."""

    day_chosen = Signal(object)  # a date, or None when it was taken back

    def __init__(
        self, unset: str, told: str, icon_name: str | None = None, *, name: str = "",
        quiet: bool = False, parent: QWidget | None = None,
    ) -> None:
        """`unset` while there is no day, and then `told` with "{day}"; `name` heads the popup."""
        self._unset, self._told, self._name = unset, told, name or unset
        self._is_quiet = quiet
        self._day: date | None = None
        self._sign = icon_name
        super().__init__(unset, icon_name, "day" if quiet else "row", parent)
        self.clicked.connect(self.ask)

    def show_day(self, day: date | None, as_of: date) -> None:
        """Show what the journal holds."""
        self._day = day
        said = self._unset if day is None else self._told.format(day=short_day(day, as_of))
        self.setText(said)
        self.setAccessibleName(said if day is None else tr("{said}. Change the day", said=said))
        self.set_kind("row" if day is None and not self._is_quiet else "day")

    def ask(self) -> DayPopup:
        """Ask for the day."""
        return ask_day(self, self._name, self._day, self.day_chosen.emit)
