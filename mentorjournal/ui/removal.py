"""A change that removes much of the journal: a typed word and a backup come before it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mentorjournal.journal.journal import Journal
from mentorjournal.store import backup
from mentorjournal.store.errors import MassLoss

T = TypeVar("T")


def guarded(parent: QObject, journal: Journal, deed: Callable[[], T]) -> T:
    """The result of `deed`; when much would go, only after a typed word, and a backup first.

    Raises JournalError as `deed` does; MassLoss when the word was not typed.
    """
    try:
        return deed()
    except MassLoss as loss:
        from mentorjournal.ui.dialogs.typed_word import confirm_loss

        if not isinstance(parent, QWidget) or not confirm_loss(parent.window(), loss):
            raise
    backup.make(journal.path, journal.key, "removal")
    with journal.loss_confirmed():
        return deed()
