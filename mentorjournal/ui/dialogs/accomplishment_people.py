"""The people in the form of an accomplishment: a line each, with when and how they were credited.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mentorjournal.journal.records import Person
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import IconButton
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.label import ElidedLabel
from mentorjournal.ui.widgets.person_picker import PersonPicker
from mentorjournal.words import tr

NAME_WIDTH = 168

# A person's id, the day as ISO text or "", how, and their part: what a draft can hold.
Line = Sequence[Any]


class CreditRow(QWidget):
    """One contributor."""

    def __init__(self, person_id: int, name: str, part: str = "contributor") -> None:
        super().__init__()
        self.person_id, self.part = person_id, part
        said = ElidedLabel(name, "body")
        said.setFixedWidth(theme.px(NAME_WIDTH))
        self.day = DateField(optional=True)
        self.day.setAccessibleName(tr("Day on which {name} was credited", name=name))
        self.how = QLineEdit(placeholderText=tr("How they were credited"))
        self.how.setMaxLength(LONGEST_LINE)
        self.how.setAccessibleName(tr("How {name} was credited", name=name))
        self.drop = IconButton("x", tr("Take out {name}", name=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(said)
        row.addWidget(self.day)
        row.addWidget(self.how, 1)
        row.addWidget(self.drop)


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
            [row.person_id, day.isoformat() if (day := row.day.day()) else "",
             row.how.text().strip(), row.part]
            for row in self.rows.values()
        )

    def set_value(self, lines: Iterable[Line] | None) -> None:
        """Show these; people who are gone are passed over."""
        for key in list(self.rows):
            self._drop(key)
        for person_id, day, how, part in lines or ():
            row = self._add(person_id, part)
            if row is not None:
                row.day.set_day(date.fromisoformat(day) if day else None)
                row.how.setText(how)
                row.how.setCursorPosition(0)
        self.value_changed.emit()

    def records(self) -> list[dict[str, Any]]:
        """The same as the journal takes it."""
        return [
            {"person_id": row.person_id, "part": row.part, "credited_on": row.day.day(),
             "credited_how": row.how.text().strip() or None}
            for row in self.rows.values()
        ]

    def _take(self, person_id: int) -> None:
        self._add(person_id)
        self.value_changed.emit()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.choice.setAccessibleName(name)

    def _add(self, person_id: int, part: str = "contributor") -> CreditRow | None:
        if person_id in self.rows or person_id not in self._called:
            return None
        row = CreditRow(person_id, self._called[person_id], part)
        row.day.dateChanged.connect(lambda _day: self.value_changed.emit())
        row.how.textChanged.connect(lambda _text: self.value_changed.emit())
        row.drop.clicked.connect(lambda: self._take_out(person_id))
        self.rows[person_id] = row
        self._lines.insertWidget(self._lines.count() - 1, row)
        QWidget.setTabOrder(row.drop, self.choice)
        row.show()
        return row

    def _drop(self, person_id: int) -> None:
        leaving = self.rows.pop(person_id)
        self._lines.removeWidget(leaving)
        leaving.hide()
        leaving.deleteLater()

    def _take_out(self, person_id: int) -> None:
        self.choice.setFocus()
        self._drop(person_id)
        self.value_changed.emit()
