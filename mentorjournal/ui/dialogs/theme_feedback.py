"""Putting entries of the feedback log under one theme, so that they are shown together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from mentorjournal.journal import feedback
from mentorjournal.journal.journal import Journal
from mentorjournal.ui.widgets.choice_box import ChoiceRow
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.words import tr, trn


def ask_theme(parent: QWidget | None, journal: Journal, ids: Sequence[int], take: Take) -> None:
    """`take` is called with "theme", None for no theme. Raises JournalError when one is gone."""
    form = ThemeForm(journal, ids, parent)
    form.take = take
    form.exec()


class ThemeForm(FormDialog):
    """A word or two, offered from the themes there are."""

    def __init__(
        self, journal: Journal, ids: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            trn("Theme of {n} entry", "Theme of {n} entries", len(ids)) if len(ids) > 1
            else tr("Theme of this entry"), parent,
            intro=tr("What is heard from several people under one theme is shown together."))
        known = feedback.themes(journal)
        now = {feedback.get(journal, one).theme for one in ids}
        hint = tr("Leave it empty for none.") if len(now) == 1 else tr(
            "They have different themes now. Left empty, they have none.")
        self.theme = self.add_field(
            "theme", tr("Theme"), QLineEdit(placeholderText=tr("Such as: Writing")),
            hint=hint)
        completer = QCompleter(known, self.theme)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        # It is a window of its own, which the style sheet knows by this name.
        completer.popup().setObjectName("completions")
        completer.popup().setItemDelegate(ChoiceRow(completer.popup()))
        self.theme.setCompleter(completer)
        self.fill_in({"theme": next(iter(now)) if len(now) == 1 else None})
        self.theme.setFocus()
        self.theme.selectAll()
