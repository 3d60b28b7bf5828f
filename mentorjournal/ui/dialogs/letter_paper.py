"""A paper that goes with a brief: what it is, its name, and the file to keep, if any."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from mentorjournal.journal import fields, files
from mentorjournal.journal.between import Attachment
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.vocabulary import ATTACHMENT_KINDS, label
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.file_field import FileField
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.words import tr


def ask_paper(
    parent: QWidget | None, journal: Journal, letter_id: int, waived: bool,
    paper: Attachment | None = None, take: Take | None = None,
) -> dict[str, Any] | None:
    """`name`, `kind` and, when another was chosen, `file` with its place; None if cancelled."""
    form = PaperForm(journal, waived, paper, parent)
    form.take = take
    form.keep_draft(
        journal, f"letter-paper:{paper.id}" if paper else f"letter-paper-new:{letter_id}")
    return form.values() if form.exec() else None


class PaperForm(FormDialog):
    """The name is that of the file until another one is written."""

    def __init__(
        self, journal: Journal, waived: bool, paper: Attachment | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Edit paper") if paper else tr("Add a paper"), parent,
                         ok="" if paper else tr("Add"))
        self._waived = waived
        self.kind = self.add_field("kind", tr("What it is"), ChoiceBox(
            [(one, label(one)) for one in ATTACHMENT_KINDS]))
        name = QLineEdit(placeholderText=tr("Such as: CV, two pages"))
        name.setMaxLength(LONGEST_LINE)
        self.name = self.add_field("name", tr("Name"), name)
        kept = files.kept(journal, paper.file, paper.name) if paper else None
        self.file = self.add_field("file", tr("File"), FileField(kept))
        self._before = self.file.value()
        self._named = ""
        self.edited.connect(self._follow)
        self.fill_in({"kind": paper.kind if paper else "cv", "name": paper.name if paper else ""})
        self.kind.setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        if values["kind"] == "letter" and self._waived:
            return {"kind": tr(
                "You waived the right to see this letter, so it is never kept here.")}
        if not values["name"]:
            return {"name": tr("Give it a name.")}
        most = fields.limit("letter_attachment", "name")
        if len(values["name"]) > most:
            return {"name": tr("That is too long; {most} characters fit.", most=most)}
        return {}

    def _follow(self) -> None:
        path = self.file.path()
        found = files.plain_name(path.name) if path else ""
        if found and found != self._named and self.name.text() in ("", self._named):
            self._named = found
            self.name.setText(found)

    def values(self) -> dict[str, Any]:
        found = self.field_values()
        file = {} if found["file"] == self._before else {"file": self.file.path()}
        return {"name": found["name"], "kind": found["kind"], **file}
