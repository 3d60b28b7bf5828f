"""Naming one or several people: typed in part and completed, each then a chip that can be removed.

Enter takes who is meant, and where that is clear it is enough for the whole form; a comma takes
somebody and goes on to the next.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QToolButton, QVBoxLayout, QWidget

from mentorjournal.journal.records import Person
from mentorjournal.models.name_search import found_by
from mentorjournal.ui import theme
from mentorjournal.ui.icons import icon
from mentorjournal.ui.widgets.choice_box import ChoiceRow
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.label import beginning
from mentorjournal.words import tr

MOST_SHOWN = 12  # names in the list that opens
NAME_LETTERS = 40  # of a name in a chip
LEAVING = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.BacktabFocusReason,
           Qt.FocusReason.ShortcutFocusReason)  # not when another window comes to the front
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PersonChip(QToolButton):
    """Somebody who was named; pressing it, or Delete, takes them out again."""

    removed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "filter")
        self.setText(beginning(name, NAME_LETTERS).replace("&", "&&"))
        self.setAccessibleName(tr("Remove {name}", name=name))
        self.setIcon(icon("x", "muted"))
        self.setIconSize(QSize(theme.px(12), theme.px(12)))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign stands after the name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self.removed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class _Typing(QLineEdit):
    """Where a name is typed; it says which keys matter, and the field decides."""

    takes = Signal()  # a comma, Tab, or the keyboard goes elsewhere
    entered = Signal()
    emptied = Signal()  # Backspace where nothing is left to remove

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
        elif event.text() in (",", ";") and self.text().strip():
            self.takes.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
            self.takes.emit()
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in LEAVING:
            self.takes.emit()


class PeopleField(QWidget):
    """`value` is a tuple of ids: of those who were taken, and of the one who is clearly meant."""

    value_changed = Signal()
    entered = Signal()  # Enter was pressed, and it is clear who is meant

    def __init__(
        self, everybody: Sequence[Person], called: Mapping[int, str], most: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """`called` are the words for each person; `most` is how many may be named, 0 for any."""
        super().__init__(parent)
        self._people = {one.id: one for one in everybody}
        self._called, self._most = called, most
        self._chosen: dict[int, PersonChip] = {}
        self._found: list[Person] = []
        self.line = _Typing()
        self.line.setMaxLength(LONGEST_LINE)
        self._box = QWidget()
        self._flow = FlowLayout(self._box)
        self._complete()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(6))
        lines.addWidget(self._box)
        lines.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(lambda _text: self._search())
        self.line.textChanged.connect(lambda _text: self.value_changed.emit())
        self.line.takes.connect(self._take_if_clear)
        self.line.entered.connect(self._enter)
        self.line.emptied.connect(self._remove_last)
        self._dress()

    def _complete(self) -> None:
        self._names = QStringListModel(self)
        self.completer = QCompleter(self._names, self)
        self.completer.setWidget(self.line)  # not setCompleter: the text stays as it is typed
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setMaxVisibleItems(MOST_SHOWN)
        self.completer.popup().setObjectName("completions")
        self.completer.popup().setItemDelegate(ChoiceRow(self.completer.popup()))
        self.completer.activated[QModelIndex].connect(lambda index: self.take(
            self._found[index.row()].id))

    # What it says -----------------------------------------------------------------------------

    def value(self) -> tuple[int, ...]:
        """The people named, in their order."""
        meant = self.meant()
        return (*self._chosen, *((meant.id,) if meant is not None else ()))

    def set_value(self, ids: Sequence[int] | None) -> None:
        """Name these; whoever is not in the journal is passed over."""
        for one in list(self._chosen):
            self._drop(one)
        for one in ids or ():
            if one in self._people and self._has_room():
                self._add(one)
        self._dress()
        self.value_changed.emit()

    def meant(self) -> Person | None:
        """Who is meant by what is typed, when only one can be."""
        fits = self._fitting()
        return fits[0] if len(fits) == 1 else None

    def wrong(self) -> str:
        """What is wrong with what is typed, in a sentence; "" when nothing is."""
        text = " ".join(self.line.text().split())
        if not text or self.meant() is not None:
            return ""
        if self._fitting():
            return tr("Several people are called like that; choose one.")
        if found_by(text, list(self._people.values()), self._called):
            return tr("That person is named already.")
        return tr("Nobody in the journal is called “{text}”.", text=beginning(text))

    def chip(self, person_id: int) -> PersonChip:
        """The chip of somebody who was taken."""
        return self._chosen[person_id]

    # What a person does -----------------------------------------------------------------------

    def take(self, person_id: int) -> None:
        """Name somebody; what was typed goes."""
        self.completer.popup().hide()
        if self._most == 1:
            for one in list(self._chosen):
                self._drop(one)
        if person_id not in self._chosen and self._has_room():
            self._add(person_id)
        self.line.clear()
        self._dress()
        self.value_changed.emit()

    def remove(self, person_id: int) -> None:
        """Name somebody no longer."""
        self._drop(person_id)
        self._dress()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.value_changed.emit()

    def _fitting(self) -> list[Person]:
        others = [one for key, one in self._people.items() if key not in self._chosen]
        return found_by(self.line.text(), others, self._called)

    def _search(self) -> None:
        self._found = self._fitting()[:MOST_SHOWN]
        self._names.setStringList([self._called[one.id] for one in self._found])
        if not self._found:
            self.completer.popup().hide()
            return
        self.completer.complete()
        self.completer.popup().setCurrentIndex(self.completer.completionModel().index(0, 0))

    def _enter(self) -> None:
        """Where it was clear who is meant, that is all; a choice among several is only taken."""
        if not self.line.text().strip():
            self.entered.emit()
            return
        fits = self._fitting()
        marked = self.completer.popup().currentIndex()
        if self.completer.popup().isVisible() and marked.isValid():
            self.take(self._found[marked.row()].id)
        elif fits:
            self.take(fits[0].id)
        if len(fits) == 1:
            self.entered.emit()

    def _take_if_clear(self) -> None:
        shown = self.completer.popup().isVisible()
        fits = self._fitting()
        if len(fits) == 1:
            self.take(fits[0].id)
        elif fits and shown:
            self.take(self._found[max(0, self.completer.popup().currentIndex().row())].id)

    def _remove_last(self) -> None:
        if self._chosen:
            self.remove(list(self._chosen)[-1])

    # Chips ------------------------------------------------------------------------------------

    def _has_room(self) -> bool:
        return not self._most or len(self._chosen) < self._most

    def _add(self, person_id: int) -> None:
        chip = PersonChip(self._called[person_id])
        chip.removed.connect(lambda: self.remove(person_id))
        self._chosen[person_id] = chip
        self._flow.addWidget(chip)
        chip.show()

    def _drop(self, person_id: int) -> None:
        chip = self._chosen.pop(person_id)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _dress(self) -> None:
        self._box.setVisible(bool(self._chosen))
        self.line.setPlaceholderText(self._hint())
        self.updateGeometry()

    def _hint(self) -> str:
        if self._most == 1:
            return tr("Another name instead") if self._chosen else tr("Type a part of the name")
        return tr("Somebody else too?") if self._chosen else tr(
            "Type a part of the name; a comma goes on to the next")

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)
