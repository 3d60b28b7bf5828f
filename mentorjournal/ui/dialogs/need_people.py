"""Below the people of a need: somebody who is not in the journal yet, taken in as a candidate."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.label import beginning
from mentorjournal.ui.widgets.parts import column
from mentorjournal.ui.widgets.people_field import PersonChip
from mentorjournal.words import tr

NAME_LETTERS = 40


class NewPeople(QWidget):
    """An offer to take in the name that is typed, and a chip for each that was taken in."""

    added = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[str, PersonChip] = {}
        self._offered = ""
        self.offer = Button("", "user-plus", "link")
        self.offer.clicked.connect(self._add)
        self._box = QWidget()
        self._flow = FlowLayout(self._box)
        lines = column(self, 6)
        lines.addWidget(self.offer, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self._box)
        self.offer_name("")

    def offer_name(self, name: str) -> None:
        """Offer this name, "" for none."""
        self._offered = name
        self.offer.setText(tr("Add “{name}” as somebody you consider",
                              name=beginning(name, NAME_LETTERS)).replace("&", "&&"))
        self._dress()

    def names(self) -> tuple[str, ...]:
        """The names that were taken in."""
        return tuple(self._chips)

    def set_names(self, names: Sequence[str]) -> None:
        """Take in these."""
        for one in list(self._chips):
            self._drop(one)
        for one in names:
            self._take(one)
        self._dress()

    def _add(self) -> None:
        self._take(self._offered)
        self.offer_name("")
        self.added.emit()
        self.changed.emit()

    def _take(self, name: str) -> None:
        if name in self._chips:
            return
        chip = PersonChip(tr("{name}, to consider", name=name))
        chip.removed.connect(lambda: self._remove(name))
        self._chips[name] = chip
        self._flow.addWidget(chip)
        chip.show()

    def _remove(self, name: str) -> None:
        self._drop(name)
        self._dress()
        self.changed.emit()

    def _drop(self, name: str) -> None:
        chip = self._chips.pop(name)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _dress(self) -> None:
        self.offer.setVisible(bool(self._offered))
        self._box.setVisible(bool(self._chips))
        self.setVisible(bool(self._offered or self._chips))
