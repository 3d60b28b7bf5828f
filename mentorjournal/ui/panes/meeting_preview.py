"""The agenda of a meeting as it would be printed, beside the agenda as it is typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from mentorjournal import clock
from mentorjournal.exchange import agenda_files, papers
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.ui.widgets.page_preview import PagePreview


class PreviewPanel(PagePreview):
    """Renders when it is told to; the pane tells it after a pause in typing."""

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(settings, parent)
        self._journal = journal

    def show_meeting(self, meeting_id: int) -> None:
        """Show the agenda of a meeting as it is in the journal now."""
        self.show_proof(partial(self._made, meeting_id))

    def _made(self, meeting_id: int, paper: str) -> tuple[bytes, list[str]]:
        today = clock.today()
        data = agenda_files.make(self._journal, meeting_id, today, ".pdf", paper)
        missing = agenda_files.unprintable(self._journal, meeting_id, today)
        return data, [papers.unprintable_words(missing)] if missing else []
