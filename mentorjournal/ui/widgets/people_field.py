"""Choosing one or several people: each chosen one as a button that takes them out again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorjournal.journal.records import Person
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.person_picker import PersonPicker
from mentorjournal.words import tr


class PeopleField(QWidget):
    """`value` is a tuple of ids, in the order chosen."""

    value_changed = Signal()

    def __init__(
        self, everybody: Sequence[Person], called: Mapping[int, str],
        parent: QWidget | None = None,
    ) -> None:
        """`called` are the words for each person, which tell namesakes apart."""
        super().__init__(parent)
        self._called = dict(called)
        self._chosen: dict[int, Button] = {}
        self._box = QWidget()
        self._flow = FlowLayout(self._box)
        self.choice = PersonPicker(everybody, called)
        self.choice.picked.connect(self._take)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(6))
        lines.addWidget(self._box)
        lines.addWidget(self.choice)
        self.setFocusProxy(self.choice)
        self._show()

    def value(self) -> tuple[int, ...]:
        """Who is chosen."""
        return tuple(self._chosen)

    def set_value(self, person_ids: Iterable[int] | None) -> None:
        """Choose these and nobody else; those who are gone are passed over."""
        for key in list(self._chosen):
            self._drop(key)
        for key in person_ids or ():
            self._add(key)
        self._show()
        self.value_changed.emit()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.choice.setAccessibleName(name)

    def button(self, person_id: int) -> Button:
        """The button of somebody who is chosen."""
        return self._chosen[person_id]

    def _take(self, person_id: int) -> None:
        self._add(person_id)
        self._show()
        self.value_changed.emit()

    def _add(self, person_id: int) -> None:
        if person_id in self._chosen or person_id not in self._called:
            return
        name = self._called[person_id]
        made = Button(name if len(name) <= 60 else f"{name[:59]}…", "x", "row")
        made.setAccessibleName(tr("Take out {name}", name=name))
        made.setToolTip(tr("Take out"))
        made.clicked.connect(lambda: self._take_out(person_id))
        self._chosen[person_id] = made
        self._flow.addWidget(made)
        made.show()

    def _drop(self, person_id: int) -> None:
        leaving = self._chosen.pop(person_id)
        self._flow.removeWidget(leaving)
        leaving.hide()
        leaving.deleteLater()

    def _take_out(self, person_id: int) -> None:
        self.choice.setFocus()
        self._drop(person_id)
        self._show()
        self.value_changed.emit()

    def _show(self) -> None:
        self._box.setVisible(bool(self._chosen))
        self.choice.lineEdit().setPlaceholderText(
            tr("Somebody else as well") if self._chosen
            else tr("Choose, or type a part of the name"))
        self._flow.invalidate()
        self.updateGeometry()
