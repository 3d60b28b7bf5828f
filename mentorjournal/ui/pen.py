"""The hand that writes for a pane: verbs with one origin, refusals said, text kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import JournalError
from mentorjournal.ui.removal import guarded
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.recorded import set_record
from mentorjournal.words import tr

HELD = "held"  # property: what the journal holds of a field, as last shown


class Pen(QObject):
    """Calls verbs; `refused` carries the sentence when the journal says no."""

    refused = Signal(str)
    typed = Signal()  # some text has another letter; it may not be handed in yet

    def __init__(self, journal: Journal, parent: QObject) -> None:
        super().__init__(parent)
        self.journal = journal
        self._drafts: dict[str, str] = {}

    def write(self, verb: Callable[..., Any], *values: Any, **named: Any) -> bool:
        """Call a verb of the journal; whether it was done."""
        try:
            guarded(
                self.parent(), self.journal,
                lambda: verb(self.journal, *values, origin=self, **named),
            )
        except JournalError as refusal:
            self.refused.emit(str(refusal))
            return False
        return True

    def bind(
        self, field: GrowingText, verb: Callable[..., Any], table: str, row_id: int, name: str
    ) -> None:
        """Hand the text of `field` to a verb as what the field `name` of a record says."""
        set_record(field, table, row_id, name)
        merge = f"{table}:{row_id}:{name}"
        field.text_committed.connect(
            lambda text: self.write(verb, row_id, {name: text or None}, merge=merge)
        )
        field.textChanged.connect(self.typed)
        field.too_long.connect(lambda most: self.refused.emit(tr(
            "“{field}” holds {n} characters; what was beyond them was left out.",
            field=field.accessibleName(), n=f"{most:,}",
        )))

    def keep_draft(self, field: GrowingText, key: str) -> None:
        """Keep what does not fit into `field`, for the next one of that `key`; show it again."""
        if key in self._drafts:
            field.type_anew(self._drafts[key])
        field.judged.connect(lambda fits: self._note_draft(key, "" if fits else field.text()))

    def _note_draft(self, key: str, text: str) -> None:
        self._drafts.pop(key, None)
        if text:
            self._drafts[key] = text


def show_text(
    field: GrowingText, text: str | None, *, own: bool = False, fresh: bool = False
) -> None:
    """Show what the journal holds.

    A field in which nothing changed keeps what is being typed; so does the field that is typed in
    when the change is its `own`. `fresh` is for another record: nothing of the old one may stay.
    """
    text = text or ""
    if not fresh and field.property(HELD) == text:
        return
    field.setProperty(HELD, text)
    if own and field.hasFocus():
        return
    field.set_text_quietly(text)
