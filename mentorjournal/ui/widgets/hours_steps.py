"""Hours a week that changed on some days: a quiet list to correct a day or a number, or drop one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mentorjournal.ui.widgets.buttons import IconButton
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.hours_field import HoursField
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import clear, column, row
from mentorjournal.words import tr

Step = tuple[date | None, float | None]


class _Line(QWidget):
    """A day, None for always before, and the hours from then on."""

    changed = Signal()
    dropped = Signal()

    def __init__(self, step: Step) -> None:
        super().__init__()
        self._before = step
        self.day = DateField(step[0]) if step[0] is not None else None
        self.hours = HoursField()
        self.hours.setValue(step[1] or 0.0)
        self.hours.setAccessibleName(tr("Hours a week"))
        across = row(self, 8)
        across.addWidget(label(tr("From") if self.day else tr("Before that"), "small", "muted"))
        if self.day is not None:
            self.day.setAccessibleName(tr("From"))
            self.day.dateChanged.connect(lambda _day: self.changed.emit())
            across.addWidget(self.day)
        across.addWidget(self.hours)
        self.hours.valueChanged.connect(lambda _hours: self.changed.emit())
        if self.day is not None:
            drop = IconButton("x", tr("Remove this change"), side=24)
            drop.clicked.connect(self.dropped)
            across.addWidget(drop)
        across.addStretch(1)

    def step(self) -> Step:
        """What stands here; a number that was not said and is not touched stays unsaid."""
        hours = self.hours.value()
        unsaid = self._before[1] is None and not hours
        return (self.day.day() if self.day else None), (None if unsaid else hours)


class HoursSteps(QWidget):
    """`value` is from which days on so many hours, the oldest first; a day of None comes first."""

    value_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = column(self, 4)

    def value(self) -> tuple[Step, ...]:
        """As `commitments.edit` and `set_capacity` take them."""
        found = (line.step() for line in self.lines())
        return tuple(sorted(found, key=lambda step: step[0] or date.min))

    def set_value(self, steps: Sequence[Step] | None) -> None:
        """Show these in place of those before."""
        clear(self._lines)
        for day, hours in steps or ():
            line = _Line((day, hours))
            line.changed.connect(self.value_changed)
            line.dropped.connect(lambda line=line: self._drop(line))
            self._lines.addWidget(line)
        self.value_changed.emit()

    def complaint(self) -> str:
        """What is wrong with a line, as a sentence; "" when nothing is."""
        days = [step[0] for step in self.value()]
        if len(set(days)) < len(days):
            return tr("Two of them begin on the same day.")
        return next((said for line in self.lines() if (said := line.hours.complaint())), "")

    def lines(self) -> list[_Line]:
        """The lines from above to below."""
        found = (self._lines.itemAt(n).widget() for n in range(self._lines.count()))
        return [each for each in found if isinstance(each, _Line)]

    def _drop(self, line: _Line) -> None:
        place = self.lines().index(line)
        self._lines.removeWidget(line)
        line.hide()
        line.deleteLater()
        left = self.lines()
        if left:  # the keyboard stays in the list
            left[min(place, len(left) - 1)].hours.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focusNextChild()
        self.value_changed.emit()
