"""A box that hands over whoever is named in it, and is empty again for the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.journal.records import Person
from mentorjournal.ui.widgets.person_box import PersonBox


class PersonPicker(PersonBox):
    """`picked` comes when somebody is chosen, or was named when the box is left."""

    picked = Signal(int)

    def __init__(
        self, everybody: Sequence[Person], called: Mapping[int, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(everybody, called, parent)
        self.activated.connect(lambda _place: self.pick())
        self.lineEdit().editingFinished.connect(self.pick)

    def pick(self) -> None:
        """Hand over whom the box names, if it names somebody."""
        found = self.person()
        if found is not None:
            self.choose(None)
            self.picked.emit(found.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter takes the name into the list; only with nothing written it goes to the form.
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if enter and plain and self.currentText().strip():
            self.pick()
            return
        super().keyPressEvent(event)
