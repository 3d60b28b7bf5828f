"""A page of the window, which waits with changes of the journal while another one is in front."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal


class Pane(QWidget):
    """Its `take_changes` is called at once, or all together when it comes to the front again."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._is_behind = False
        self._missed: Changes | None = None
        journal.changed.connect(self._hear)

    def take_changes(self, changes: Changes) -> None:
        """Show what has changed."""
        raise NotImplementedError

    def _hear(self, changes: Changes) -> None:
        if self._is_behind:
            self._missed = self._missed.with_later(changes) if self._missed else changes
        else:
            self.take_changes(changes)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._is_behind = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._is_behind = False
        missed, self._missed = self._missed, None
        if missed is not None:
            self.take_changes(missed)
