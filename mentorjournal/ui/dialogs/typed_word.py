"""A word that must be typed before much of the journal goes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from mentorjournal.store.errors import MassLoss
from mentorjournal.ui.widgets.form_dialog import FormDialog
from mentorjournal.words import tr


def confirm_loss(parent: QWidget, loss: MassLoss) -> bool:
    """Whether the mentee typed that this much may go."""
    dialog = TypedWordDialog(
        parent, tr("Remove {n} entries?", n=loss.removed),
        tr("That is {share} % of the {total} entries in your journal. A backup is made first, and "
           "Undo brings them back.", share=round(100 * loss.removed / loss.total),
           total=loss.total),
        tr("remove"), tr("Remove {n} entries", n=loss.removed),
    )
    return dialog.exec() == QDialog.DialogCode.Accepted


class TypedWordDialog(FormDialog):
    """OK only when the word is there; capitals do not matter."""

    def __init__(
        self, parent: QWidget | None, title: str, text: str, word: str, ok: str
    ) -> None:
        super().__init__(title, parent, ok=ok, intro=text)
        self._word = word
        self.add_field("word", tr("Type “{word}” to go on", word=word), QLineEdit())
        self.fill_in()
        self.field("word").setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        if values["word"].casefold() == self._word.casefold():
            return {}
        # Said beside the buttons while the word is still being typed, never as a mistake.
        return {"": ""}
