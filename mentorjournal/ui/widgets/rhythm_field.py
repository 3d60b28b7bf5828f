"""How often we meet, in days or weeks; open while nothing is said."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.number_field import NumberField
from mentorjournal.words import tr

MOST_DAYS = 3650  # what the journal takes


class RhythmField(QWidget):
    """`value` is a number of days, None while it is open."""

    value_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = NumberField()
        self.number.setSpecialValueText(tr("Not set"))
        self.number.setAccessibleName(tr("Rhythm"))
        self.unit = ChoiceBox([("7", tr("weeks")), ("1", tr("days"))], "7")
        self.unit.setAccessibleName(tr("Weeks or days"))
        self._bound()
        self.number.valueChanged.connect(lambda _: self.value_changed.emit())
        self.unit.currentIndexChanged.connect(lambda _: self._bound())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.number, 1)
        row.addWidget(self.unit, 1)
        self.setFocusProxy(self.number)

    def value(self) -> int | None:
        """Days from one touchpoint to the next."""
        return self.number.value() * int(self.unit.current()) or None

    def set_value(self, days: int | None) -> None:
        """Show a number of days, in weeks where it is whole weeks."""
        self.unit.set_current("7" if not days or days % 7 == 0 else "1")
        self._bound()
        self.number.setValue((days or 0) // int(self.unit.current()))

    def _bound(self) -> None:
        self.number.setRange(0, MOST_DAYS // int(self.unit.current()))
        self.value_changed.emit()
