"""Erasing somebody or something for good: what goes, what cannot be reached, and a typed word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from mentorjournal import clock
from mentorjournal.journal import nouns
from mentorjournal.journal.erasing import Erasure
from mentorjournal.ui.widgets.form_dialog import FormDialog
from mentorjournal.ui.widgets.label import label
from mentorjournal.words import clock_time, short_day, tr, trn

NAMED = 4  # backups that are named
KINDS = 5  # of records that are counted by name


def ask_erase(parent: QWidget, erasure: Erasure) -> bool | None:
    """Whether old backups go too; None when nothing is to be erased."""
    dialog = EraseDialog(parent, erasure)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return bool(dialog.values().get("backups", False))


class EraseDialog(FormDialog):
    """OK only when the word was typed."""

    def __init__(self, parent: QWidget | None, erasure: Erasure) -> None:
        title = erasure.title if len(erasure.title) <= 60 else erasure.title[:59].rstrip() + "…"
        super().__init__(
            tr("Erase “{title}” for good?", title=title), parent, ok=tr("Erase for good"),
            intro=tr("This cannot be undone, and nothing you did before it can be undone "
                     "afterwards."),
        )
        self._word = tr("erase")
        counts = nouns.counted(erasure.counts, KINDS)
        what = tr("It goes with {what}", what=counts) if counts else tr("It goes")
        self.add_wide(label(
            tr("{what}, all earlier wordings, and every trace in this journal’s search and "
               "history.", what=what), wrap=True))
        self.add_wide(label(
            tr("Out of reach: papers and messages already sent, exported files, copies of the "
               "journal elsewhere, and what you wrote about it in other entries."),
            "small", "muted", wrap=True))
        if erasure.backups:
            n = len(erasure.backups)
            self.add_check(
                "backups", QCheckBox(trn("Also remove {n} backup that holds it",
                                         "Also remove {n} backups that hold it", n)),
                hint=_backups(erasure),
            )
        self.add_field("word", tr("Type “{word}” to go on", word=self._word), QLineEdit())
        self.fill_in()
        self.field("word").setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        # Said beside the buttons while the word is still being typed, never as a mistake.
        return {} if values["word"].casefold() == self._word.casefold() else {"": ""}


def _backups(erasure: Erasure) -> str:
    """Which backups these are, and what comes in their place."""
    days = [
        tr("{day}, {time}", day=short_day(each.made_at.date(), clock.today()),
           time=clock_time(each.made_at))
        for each in erasure.backups[:NAMED]
    ]
    more = len(erasure.backups) - NAMED
    if more > 0:
        days.append(trn("{n} more", "{n} more", more))
    return tr("Of {days}. A new one is made first. A backup that is kept can bring it all back.",
              days="; ".join(days))
