"""Five names on one screen, with nothing but names; more places appear when they are needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal import fields, people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.models.namesakes import known_words
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.form_dialog import FormDialog
from mentorjournal.ui.widgets.label import dress
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import tr, trn

FIRST = 5
MOST = 200  # places; a longer list is pasted in parts
KINDS: Mapping[str, Mapping[str, str]] = {
    "mentor": {"direction": "mentor", "stage": "cultivation"},
    "candidate": {"direction": "candidate", "stage": "considering"},
}


def ask_names(parent: QWidget, journal: Journal) -> tuple[list[str], dict[str, Any]] | None:
    """Ask for names and what they all are; for people.add_names. None if cancelled."""
    everybody = people.everybody(journal, clock.today())
    dialog = FiveNamesDialog([facts.person for facts in everybody], parent)
    dialog.keep_draft(journal, "names")
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return dialog.names(), dict(KINDS[dialog.values()["kind"]])


class _Name(QLineEdit):
    """Enter goes to the next place; a pasted list fills one place a line."""

    def __init__(self, dialog: FiveNamesDialog, place: int) -> None:
        super().__init__()
        self._dialog = dialog
        self.setMaxLength(LONGEST_LINE)  # a long text is refused in words, never cut
        self.setAccessibleName(tr("Name {n}", n=place + 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pasted = QGuiApplication.clipboard().text()
        if event.matches(QKeySequence.StandardKey.Paste) and "\n" in pasted.strip():
            self.insert_lines(pasted)
            return
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            if self.text().strip() and self._dialog.step(self, 1):
                return
            if event.key() == Qt.Key.Key_Down:
                self._dialog.step(self, 1)
                return
        elif event.key() == Qt.Key.Key_Up:
            self._dialog.step(self, -1)
            return
        super().keyPressEvent(event)

    def insert_lines(self, text: str) -> None:
        """Text as it is pasted: each line is a name."""
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        self.insert(lines[0])
        self._dialog.add_after(self, lines[1:])


class FiveNamesDialog(FormDialog):
    """Names only; what else there is to say comes later."""

    def __init__(
        self, everybody: Sequence[Person] = (), parent: QWidget | None = None
    ) -> None:
        """`everybody` is who is in the journal already."""
        self._everybody = everybody
        super().__init__(
            tr("Who comes to mind?"), parent, ok=tr("Add"),
            intro=tr("One name a line is enough. Everything else can be said later."),
        )
        self.add_field("kind", tr("They are"), Segmented([
            ("mentor", tr("People already in my corner")), ("candidate", tr("Candidates")),
        ]))
        box = QWidget()
        self._places = QVBoxLayout(box)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(theme.px(6))
        self._names: list[_Name] = []
        self.add_wide(box)
        for _ in range(FIRST):
            self._add_place()
        self.fill_in()
        self._names[0].setFocus()

    def field_values(self) -> dict[str, Any]:
        return {**super().field_values(), "names": tuple(self.names())}

    def fill_draft(self, values: Mapping[str, Any]) -> None:
        super().fill_draft(values)
        self.add_after(self._names[0], list(values.get("names", ())))

    def draft_words(self, values: Mapping[str, Any]) -> str:
        return ", ".join(values.get("names", ()))

    def names(self) -> list[str]:
        """The names written, in their order."""
        return [text for place in self._names if (text := " ".join(place.text().split()))]

    def place(self, number: int) -> QLineEdit:
        """The field of a name, from 0."""
        return self._names[number]

    def step(self, place: _Name, way: int) -> bool:
        """Go to the next or the previous place, if there is one."""
        to = self._names.index(place) + way
        if not 0 <= to < len(self._names):
            return False
        self._names[to].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def add_after(self, place: _Name, texts: list[str]) -> None:
        """Put more names into the empty places that follow."""
        for text in texts:
            empty = next((one for one in self._names if not one.text()), None) or self._add_place()
            if empty is None:
                return
            empty.setText(text)
            place = empty
        place.setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        most = fields.limit("person", "name")
        if not self.names():
            return {"": tr("Write at least one name.")}
        if any(len(name) > most for name in self.names()):
            return {"": tr("One of the names is too long; {most} characters fit.", most=most)}
        return {}

    def validate(self) -> bool:
        well = super().validate()
        n = len(self.names())
        if well:
            self._says.setText(known_words(self.names(), self._everybody))
        if well or not n:  # nothing is wrong with names that are still to come
            dress(self._says, "small", "muted")
        self.ok_button().setText(trn("Add {n} name", "Add {n} names", n) if n else tr("Add"))
        return well

    def _add_place(self) -> _Name | None:
        if len(self._names) >= MOST:
            return None
        place = _Name(self, len(self._names))
        place.textChanged.connect(lambda _: self._changed())
        self._names.append(place)
        self._places.addWidget(place)
        if self.isVisible():
            place.show()  # so that it can have the keyboard at once
        return place

    def _changed(self) -> None:
        if self._names[-1].text().strip() and self._add_place() is not None:
            # A new place knows its height only when it has been dressed.
            QTimer.singleShot(0, self, self._grow)
        self.validate()
        self.edited.emit()

    def _grow(self) -> None:
        """As high as the names need, or as the screen allows."""
        if not self.isVisible():
            return
        self._places.activate()
        self._body.layout().activate()
        self._body.parentWidget().parentWidget().updateGeometry()
        self.resize(self.width(), max(self.height(), self.sizeHint().height()))
