"""The theme of one entry of the feedback log or of several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.words import tr, trn


def ask_theme(
    parent: QWidget | None, count: int, now: str, known: Sequence[str], take: Take
) -> None:
    """`take` is called with "theme", which may be empty."""
    form = ThemeForm(count, now, known, parent)
    form.take = take
    form.exec()


class ThemeForm(FormDialog):
    """One line, with the themes there are to choose from."""

    def __init__(
        self, count: int, now: str, known: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            trn("Theme of {n} entry", "Theme of {n} entries", count), parent, ok=tr("Set theme"),
            intro=tr("What you hear from several people stands together under one theme."))
        line = QLineEdit()
        line.setMaxLength(300)
        completer = QCompleter(list(known), line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.setCompleter(completer)
        self.add_field("theme", tr("Theme"), line, hint=tr("Left empty there is none."))
        self.fill_in({"theme": now})
        line.setFocus()
        line.selectAll()
