"""About me: who I am in this journal, and what rules and documents need to know of me."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from mentorjournal.journal import fields, me
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.vocabulary import CHANNELS, label
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.hours_field import HoursField
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import tr

LINES = ("name", "pronouns", "stage", "institution", "department", "email")


def ask_about_me(
    parent: QWidget, journal: Journal, take: Take | None = None
) -> dict[str, Any] | None:
    """What changed, for me.edit; None if cancelled."""
    dialog = AboutMeDialog(parent, journal)
    dialog.take = take
    dialog.keep_draft(journal, "me")
    return dialog.values() if dialog.exec() == QDialog.DialogCode.Accepted else None


class AboutMeDialog(FormDialog):
    """Nothing here is required."""

    def __init__(self, parent: QWidget | None, journal: Journal) -> None:
        super().__init__(
            tr("About me"), parent, columns=2, record=("me", me.get(journal).id),
            intro=tr("Your department and institution say how far your network reaches. "
                     "Nothing here is required."),
        )
        self._line("name", tr("Name"), tr("With title, as on your papers"))
        self._line("pronouns", tr("Pronouns"), tr("Such as she/her"))
        self.add_field("setting", tr("I work and train"), Segmented([
            ("clinical", tr("In clinical work")), ("phd", tr("For a PhD")),
        ]), wide=True, hint=tr("For a PhD the areas are teaching, research and personal life."))
        self._line("stage", tr("Stage"), tr("Such as fellow, second year"))
        self._line("email", tr("Email"))
        self._line("institution", tr("Institution"))
        self._line("department", tr("Department"))
        self.add_field("started", tr("Began"), DateField(optional=True))
        self.add_field("ends", tr("Ends"), DateField(optional=True))
        interest = GrowingText(least_lines=2, most_lines=5, quiet=False)
        self.add_field("interest", tr("What I work on"), interest, wide=True)
        self.add_field("capacity_hours_per_week", tr("Hours a week I can give"),
                       HoursField(tr("Not set")))
        self.add_field("channel", tr("Best reached by"), ChoiceBox(
            [("", tr("Not set")), *((one, label(one)) for one in CHANNELS)]
        ))
        values = QLineEdit(placeholderText=tr("Such as candour, patients first"))
        self.add_field("personal_values", tr("What matters to me"), values, wide=True)
        style = QLineEdit(placeholderText=tr("Such as writes to think, slow to speak up"))
        self.add_field("work_style", tr("How I like to work"), style, wide=True)
        self._show(me.get(journal))
        self.field("name").setFocus()

    def _line(self, key: str, words: str, example: str = "") -> None:
        field = QLineEdit()
        field.setPlaceholderText(example)
        field.setMaxLength(LONGEST_LINE)  # a long text is refused in words, never cut
        self.add_field(key, words, field)

    def _show(self, now: Any) -> None:
        shown = {key: getattr(now, key) for key in self._fields}
        for key in ("personal_values", "work_style"):
            shown[key] = ", ".join(shown[key])
        shown["capacity_hours_per_week"] = shown["capacity_hours_per_week"] or 0.0
        self.fill_in(shown)
        # What the fields make of the values is what later values are compared with.
        self._untouched = self._record()

    def _record(self) -> dict[str, Any]:
        said = self.field_values()
        for key in ("personal_values", "work_style"):
            said[key] = tuple(part.strip() for part in said[key].split(",") if part.strip())
        said["capacity_hours_per_week"] = said["capacity_hours_per_week"] or None
        return {key: None if value == "" else value for key, value in said.items()}

    def values(self) -> dict[str, Any]:
        """What changed."""
        now = self._record()
        return {key: value for key, value in now.items() if value != self._untouched[key]}

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {}
        for key in LINES:
            most, n = fields.limit("me", key), len(values[key])
            if n > most:
                wrong[key] = tr(
                    "“{field}” is too long: {n} characters, and {most} fit.",
                    field=self.field(key).accessibleName(), n=f"{n:,}", most=most,
                )
        if values["started"] and values["ends"] and values["ends"] < values["started"]:
            wrong["ends"] = tr("This is before it began.")
        return wrong
