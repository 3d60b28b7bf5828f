"""Fonts for whatever script is written: known to Qt before it is shown, or painted anew with them.

The window is set in Inter; what it lacks comes from the bundled fonts that paper uses too.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from mentorjournal.documents.fontfiles import in_main_family
from mentorjournal.documents.fontloading import register
from mentorjournal.journal import scripts
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal

PAUSE_MS = 10  # between two pieces of a journal, so that nobody waits for the search


class Letters(QObject):
    """Sees to the fonts of one journal: at once for names, then for all of it, then for changes."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._journal = journal
        self._pieces = scripts.everywhere(journal)
        journal.changed.connect(self._take_changes)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(PAUSE_MS)
        for _ in scripts.FIRST:
            self._go_on()

    def _go_on(self) -> None:
        chars = next(self._pieces, None)
        if chars is None:
            self._timer.stop()
        else:
            show_letters(chars)

    def _take_changes(self, changes: Changes) -> None:
        show_letters(scripts.changed(self._journal, changes))


def show_letters(chars: set[str]) -> None:
    """Make the fonts for these characters known, and paint anew what may show them already."""
    if not register({char for char in chars if not in_main_family(char)}):
        return
    for widget in QApplication.allWidgets():
        QApplication.sendEvent(widget, QEvent(QEvent.Type.FontChange))
        widget.update()
