"""Five names on one screen, with nothing but names; more places appear when they are needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from mentorjournal import clock
from mentorjournal.journal import fields, people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.models.namesakes import known_words
from mentorjournal.ui.widgets.form_dialog import FormDialog
from mentorjournal.ui.widgets.label import dress
from mentorjournal.ui.widgets.name_lines import NameLines
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import tr, trn

FIRST = 5
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
        self.lines = self.add_wide(NameLines(FIRST))
        self.lines.changed.connect(self._changed)
        # A new place knows its height only when it has been dressed.
        self.lines.grown.connect(lambda: QTimer.singleShot(0, self, self._grow))
        self.fill_in()
        self.lines.places()[0].setFocus()

    def field_values(self) -> dict[str, Any]:
        return {**super().field_values(), "names": tuple(self.names())}

    def fill_draft(self, values: Mapping[str, Any]) -> None:
        super().fill_draft(values)
        self.lines.add_after(self.lines.places()[0], list(values.get("names", ())))

    def draft_words(self, values: Mapping[str, Any]) -> str:
        return ", ".join(values.get("names", ()))

    def names(self) -> list[str]:
        """The names written, in their order."""
        return self.lines.names()

    def place(self, number: int) -> QLineEdit:
        """The field of a name, from 0."""
        return self.lines.places()[number]

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

    def _changed(self) -> None:
        self.validate()
        self.edited.emit()

    def _grow(self) -> None:
        """As high as the names need, or as the screen allows."""
        if not self.isVisible():
            return
        self.lines.layout().activate()
        self._body.layout().activate()
        self._body.parentWidget().parentWidget().updateGeometry()
        self.resize(self.width(), max(self.height(), self.sizeHint().height()))
