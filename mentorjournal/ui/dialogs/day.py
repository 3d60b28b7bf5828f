"""The day of something that is noted already, such as a piece of news."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.words import tr


def ask_day(parent: QWidget, title: str, words: str, day: date | None, take: Take) -> bool:
    """Ask for a day called `words`, which may stay open; `take` gets it as "day", or None there."""
    form = DayForm(parent, title, words, day)
    form.take = take
    return form.exec() == QDialog.DialogCode.Accepted


class DayForm(FormDialog):
    """One day."""

    def __init__(self, parent: QWidget | None, title: str, words: str, day: date | None) -> None:
        super().__init__(title, parent)
        self.add_field("day", words, DateField(optional=True),
                       hint=tr("Delete leaves it open."))
        self.fill_in({"day": day})
        self.field("day").setFocus()
