"""How much waits on each page, as the sidebar says it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer

from mentorjournal import clock
from mentorjournal.ui.places import PLACES, Place
from mentorjournal.ui.widgets.sidebar import Sidebar
from mentorjournal.words import tr

if TYPE_CHECKING:  # SQLAlchemy comes with the journal, and only after the first picture
    from mentorjournal.journal.changes import Changes
    from mentorjournal.journal.journal import Journal


AFTER_PICTURE = 100  # ms; nothing is counted on the way to the first picture of a journal


class Waiting(QObject):
    """Counts when a journal opens, when what is counted changes, and on a new day."""

    def __init__(self, sidebar: Sidebar) -> None:
        super().__init__(sidebar)
        self._sidebar = sidebar
        self._journal: Journal | None = None
        self._as_of: date | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_PICTURE)
        self._soon.timeout.connect(self.look)

    def take(self, journal: Journal | None) -> None:
        """Count in another journal; None for none."""
        if self._journal is not None:
            self._journal.changed.disconnect(self._hear)
        self._journal, self._as_of = journal, None
        if journal is not None:
            journal.changed.connect(self._hear)
            self._soon.start()
        else:
            self._soon.stop()
            self.look()

    def look(self) -> None:
        """Count everything, unless it was counted today."""
        if self._journal is not None and (
            self._as_of == clock.today() or self._soon.isActive()
        ):
            return
        self._as_of = clock.today()
        for key, place in PLACES.items():
            if place.count:
                self._count(key, place)

    def _hear(self, changes: Changes) -> None:
        for key, place in PLACES.items():
            if place.count and changes.touches(*place.counted):
                self._count(key, place)

    def _count(self, key: str, place: Place) -> None:
        found = _question(place.count)(self._journal, clock.today()) if self._journal else 0
        self._sidebar.set_count(key, found, tr(place.count_words, n=found))


def _question(address: str) -> Callable[[Journal, date], int]:
    """The function at "module:function" under `mentorjournal.journal`."""
    module, name = address.split(":")
    found = getattr(import_module(f"mentorjournal.journal.{module}"), name)
    return cast("Callable[[Journal, date], int]", found)
