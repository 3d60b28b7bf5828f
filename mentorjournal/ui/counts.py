"""The counts in the sidebar: how much waits on each page, read again when it may have changed."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from mentorjournal import clock
from mentorjournal.ui.places import PLACES
from mentorjournal.ui.widgets.sidebar import Sidebar
from mentorjournal.words import trn

if TYPE_CHECKING:
    from mentorjournal.journal.changes import Changes
    from mentorjournal.journal.journal import Journal


class SidebarCounts(QObject):
    """Follows one journal; the first counts come after the first picture."""

    def __init__(self, sidebar: Sidebar, journal: Journal) -> None:
        super().__init__(journal)
        self._sidebar, self._journal = sidebar, journal
        self._due = {key for key, place in PLACES.items() if place.count}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show)
        journal.changed.connect(self._hear)
        self._later.start()

    def stop(self) -> None:
        """Ask no more, because the journal is being closed."""
        self._later.stop()
        self._journal.changed.disconnect(self._hear)
        for key, place in PLACES.items():
            if place.count:
                self._sidebar.set_count(key, 0)

    def _hear(self, changes: Changes) -> None:
        self._mark(key for key, place in PLACES.items() if changes.touches(*place.counted))

    def _mark(self, keys: Iterable[str]) -> None:
        self._due |= {key for key in keys if PLACES[key].count}
        if self._due:
            self._later.start()

    def _show(self) -> None:
        due, self._due = self._due, set()
        for key in due:
            module, name = PLACES[key].count.split(":")
            question = getattr(import_module(f"mentorjournal.journal.{module}"), name)
            n = question(self._journal, clock.today())
            self._sidebar.set_count(key, n, trn("{n} waits for you", "{n} wait for you", n))
