"""Choosing somebody by name: typed in part, or from the list that opens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from mentorjournal.journal.records import Person
from mentorjournal.ui.widgets.choice_box import ChoiceRow
from mentorjournal.words import tr

LETTERS = 20  # that it has room for at the least; a long name must not widen a form


class PersonBox(QComboBox):
    """Other words may be typed too; `person` says who is meant by them, if anybody."""

    def __init__(
        self, everybody: Sequence[Person], called: Mapping[int, str],
        parent: QWidget | None = None,
    ) -> None:
        """`called` are the words for each person, which tell namesakes apart."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel scrolls the page
        self._people = {one.id: one for one in everybody}
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LETTERS)
        self.setItemDelegate(ChoiceRow(self))
        for one in everybody:
            self.addItem(called[one.id], one.id)
        self.lineEdit().setMaxLength(1_000_000)  # a long text is refused in words, never cut
        self.lineEdit().setPlaceholderText(tr("Choose, or type a part of the name"))
        self._complete()
        self.choose(None)

    def _complete(self) -> None:
        completer = self.completer()
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        # It is a window of its own, which the style sheet knows by this name.
        completer.popup().setObjectName("completions")
        completer.popup().setItemDelegate(ChoiceRow(completer.popup()))

    def person(self) -> Person | None:
        """Who is meant: chosen from the list, or typed so that only one fits."""
        text = self.currentText().strip()
        if self.currentIndex() >= 0 and self.itemText(self.currentIndex()).strip() == text:
            return self._people[self.currentData()]
        named = [
            key for place in range(self.count())
            if text.casefold() in (self.itemText(place).casefold(),
                                   self._people[key := self.itemData(place)].name.casefold())
        ]
        return self._people[named[0]] if text and len(named) == 1 else None

    def write_out(self) -> None:
        """Write out the name that what was typed is a part of, if there is only one."""
        text = self.currentText().strip().casefold()
        fitting = [
            place for place in range(self.count()) if text in self.itemText(place).casefold()
        ]
        if text and self.person() is None and len(fitting) == 1:
            self.setCurrentIndex(fitting[0])

    def choose(self, person_id: int | None) -> None:
        """Show somebody; None for nobody yet."""
        self.setCurrentIndex(self.findData(person_id) if person_id is not None else -1)
        self.lineEdit().setCursorPosition(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A choice must not change because a page is scrolled under the mouse.
        event.ignore()
