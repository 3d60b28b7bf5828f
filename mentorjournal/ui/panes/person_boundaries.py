"""On a person's page: what stays out of the relationship, its tone, and what is only for me."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from mentorjournal.journal import knowing, people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.mentoring.knowing import is_friendship_from_me
from mentorjournal.ui import theme
from mentorjournal.ui.panes.person_parts import (
    SIGN,
    Line,
    Section,
    Text,
    TextList,
    bound,
    letters,
    remove_button,
    said,
)
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.add_line import AddLine
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.ui.widgets.private_mark import PrivateMark
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import tr

NOTES = {
    "private_note": ("Private note", "What I keep to myself"),
    "limits": ("Their limits", "What not to expect of them"),
    "perspective_note": ("The view they bring", "What do they see that I do not?"),
    "support_note": ("The support they give", "What do we share that helps?"),
}


class BoundariesSection(Section):
    """Boundaries in lines, the tone, and private notes; those without words show when wanted."""

    def __init__(
        self, journal: Journal, pen: Pen, person_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Boundaries and private notes"), PrivateMark(), parent)
        self._journal, self._pen, self._person_id = journal, pen, person_id
        self.list = TextList(self._make)
        self.add = AddLine(tr("Add a boundary"), self._add, inset=1)
        self.tone = Segmented([
            ("professional", tr("Professional")), ("friendly", tr("Friendly"))])
        self.tone.setAccessibleName(tr("Tone between us"))
        self.tone.chosen.connect(lambda tone: self._write({"tone": tone}))
        self.led = QCheckBox(tr("They lead it there"))
        self.led.clicked.connect(lambda on: self._write({"mentor_led": on}))
        self.word = said("info", tr(
            "Friendly works when it is mutual and they take the first step."), tone="muted")
        self.notes: dict[str, Text] = {}
        self._parts: dict[str, QWidget] = {}
        self._lay_out()

    def _lay_out(self) -> None:
        tone = row(gap=10)
        tone.setContentsMargins(0, theme.px(6), 0, theme.px(2))
        tone.addWidget(label(tr("Tone"), "small", "muted"))
        tone.addWidget(self.tone)
        tone.addWidget(self.led)
        tone.addStretch(1)
        for part in (self.list, self.add):
            self.lines.addWidget(part)
        self.lines.addLayout(tone)
        self.lines.addWidget(self.word)
        for name, (words, placeholder) in NOTES.items():
            field = Text(tr(words), tr(placeholder))
            self.notes[name] = bound(
                self._pen, field, people.edit, "person", self._person_id, name)
            part = QWidget()
            lines = column(part, 0)
            lines.setContentsMargins(0, theme.px(6), 0, 0)
            caption = label(tr(words), "small", "muted")
            caption.setContentsMargins(theme.px(SIGN + 6) + letters(), 0, 0, 0)
            lines.addWidget(caption)
            lines.addWidget(Line("lock-simple", field))
            self._parts[name] = part
            self.lines.addWidget(part)

    def show_person(self, one: Person, as_of: date, own: bool) -> None:
        """Show what the journal holds."""
        self.list.show_records(
            knowing.boundaries(self._journal, one.id), lambda each: each.note, own)
        self.tone.set_current(one.tone)
        self.led.setChecked(one.mentor_led)
        self.led.setVisible(one.tone == "friendly")
        self.word.setVisible(is_friendship_from_me(one.tone, one.mentor_led))
        for name, field in self.notes.items():
            show_text(field, getattr(one, name), own=own)
            self._parts[name].setVisible(
                name == "private_note" or bool(getattr(one, name)) or field.hasFocus())

    def _make(self, boundary: Any) -> tuple[Text, Line]:
        field = bound(
            self._pen, Text(tr("Boundary"), must=True), knowing.edit_boundary, "boundary",
            boundary.id, "note")
        remove = remove_button(tr("Remove this boundary"), lambda: self._pen.write(
            knowing.remove_boundary, boundary.id))
        return field, Line("hand-palm", field, remove)

    def _add(self, text: str) -> bool:
        return self._pen.write(knowing.add_boundary, self._person_id, text)

    def _write(self, values: dict[str, Any]) -> None:
        self._pen.write(people.edit, self._person_id, values)
