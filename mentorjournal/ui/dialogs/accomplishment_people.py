"""The contributors in the form of an accomplishment, and when and how each was credited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from mentorjournal.journal.records import Person
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import IconButton
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.label import ElidedLabel
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.ui.widgets.person_picker import PersonPicker
from mentorjournal.words import tr

# A person's id, the day as ISO text or "", how, and their part: what a draft can hold.
Line = Sequence[Any]


class CreditRow(QWidget):
    """One contributor; the day and the way of the credit are asked for once it is ticked."""

    def __init__(self, person_id: int, name: str) -> None:
        super().__init__()
        self.person_id = person_id
        self.credited = QCheckBox(tr("Credited"))
        self.credited.setAccessibleName(tr("{name} was credited", name=name))
        self.day = DateField()
        self.day.setAccessibleName(tr("Day on which {name} was credited", name=name))
        self.how = QLineEdit(placeholderText=tr("How, such as named on the award slide"))
        self.how.setMaxLength(LONGEST_LINE)
        self.how.setAccessibleName(tr("How {name} was credited", name=name))
        self.drop = IconButton("x", tr("Take out {name}", name=name))
        lines = column(self, gap=4)
        first = row()
        said = ElidedLabel(name, "body")
        said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        first.addWidget(said, 1)
        first.addWidget(self.credited)
        first.addWidget(self.drop)
        self._details = QWidget()
        second = row(self._details)
        second.addWidget(self.day)
        second.addWidget(self.how, 1)
        lines.addLayout(first)
        lines.addWidget(self._details)
        self._details.hide()
        self.credited.toggled.connect(self._details.setVisible)

    def show_credit(self, day: date | None, how: str) -> None:
        """Show what is known; without a day they were not credited."""
        self.credited.setChecked(day is not None)
        self.day.set_day(day)
        self.how.setText(how)
        self.how.setCursorPosition(0)

    def credited_on(self) -> date | None:
        """The day, None while it is not ticked."""
        return self.day.day() if self.credited.isChecked() else None

    def credited_how(self) -> str:
        """The way; what was typed before the tick was taken back does not count."""
        return self.how.text().strip() if self.credited.isChecked() else ""


class CreditsField(QWidget):
    """`value` is a tuple of lines, in the order in which people were added."""

    value_changed = Signal()

    def __init__(
        self, everybody: Sequence[Person], called: Mapping[int, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._called = dict(called)
        self.rows: dict[int, CreditRow] = {}
        self.choice = PersonPicker(everybody, called)
        self.choice.lineEdit().setPlaceholderText(tr("Add somebody who contributed"))
        self.choice.picked.connect(self._take)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.px(6))
        self._lines.addWidget(self.choice)
        self.setFocusProxy(self.choice)

    def value(self) -> tuple[Line, ...]:
        """A line for each contributor."""
        return tuple(
            [one.person_id, day.isoformat() if (day := one.credited_on()) else "",
             one.credited_how(), "contributor"]
            for one in self.rows.values()
        )

    def set_value(self, lines: Iterable[Line] | None) -> None:
        """Show these; people who are gone are passed over."""
        for key in list(self.rows):
            self._drop(key)
        for person_id, day, how, _part in lines or ():
            made = self._add(person_id)
            if made is not None:
                made.show_credit(date.fromisoformat(day) if day else None, how)
        self.value_changed.emit()

    def latest(self) -> date | None:
        """The last day on which somebody is said to have been credited."""
        return max((day for one in self.rows.values() if (day := one.credited_on())), default=None)

    def records(self) -> list[dict[str, Any]]:
        """The same as the journal takes it."""
        return [
            {"person_id": one.person_id, "part": "contributor",
             "credited_on": one.credited_on(), "credited_how": one.credited_how() or None}
            for one in self.rows.values()
        ]

    def _take(self, person_id: int) -> None:
        self._add(person_id)
        self.value_changed.emit()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.choice.setAccessibleName(name)

    def _add(self, person_id: int) -> CreditRow | None:
        if person_id in self.rows or person_id not in self._called:
            return None
        made = CreditRow(person_id, self._called[person_id])
        made.credited.toggled.connect(lambda _on: self.value_changed.emit())
        made.day.dateChanged.connect(lambda _day: self.value_changed.emit())
        made.how.textChanged.connect(lambda _text: self.value_changed.emit())
        made.drop.clicked.connect(lambda: self._take_out(person_id))
        self.rows[person_id] = made
        self._lines.insertWidget(self._lines.count() - 1, made)
        QWidget.setTabOrder(made.drop, self.choice)
        made.show()
        return made

    def _drop(self, person_id: int) -> None:
        leaving = self.rows.pop(person_id)
        self._lines.removeWidget(leaving)
        leaving.hide()
        leaving.deleteLater()

    def _take_out(self, person_id: int) -> None:
        self.choice.setFocus()
        self._drop(person_id)
        self.value_changed.emit()
