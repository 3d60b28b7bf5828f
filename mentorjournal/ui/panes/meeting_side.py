"""The right column of the meetings pane: what to carry in, or the page as it will be printed."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from mentorjournal.journal.journal import Journal
from mentorjournal.settings import MEETING_INSPECTOR, Settings
from mentorjournal.ui.panes.meeting_carry_in import CarryInPanel
from mentorjournal.ui.panes.meeting_facts import MeetingFacts
from mentorjournal.ui.panes.meeting_preview import PreviewPanel
from mentorjournal.ui.pen import Pen

LIST, SIDE = 276, 320  # px; the list is 256 (TOKENS §9) and a scroll bar
PREVIEW, PREVIEW_ALONE = 392, 470  # px; without the list beside it there is room for more
PREVIEW_MS = 300  # after the last key (TOKENS §7)
SOON_MS = 30  # after a change that is no typing


class SideColumn(QStackedWidget):
    """What to carry in, or the page as it will be printed.

    `render_wanted` comes when what is typed should be handed in and shown on the page.
    """

    render_wanted = Signal()

    def __init__(
        self, pen: Pen, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.carry_in = CarryInPanel(pen)
        self.preview = PreviewPanel(journal, settings)
        self.addWidget(self.carry_in)
        self.addWidget(self.preview)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.render_wanted)
        pen.typed.connect(self._typed)
        self.choose(self.is_preview_chosen())

    def is_preview_chosen(self) -> bool:
        """Whether the page is wanted here."""
        return bool(self._settings.get(MEETING_INSPECTOR) == "preview")

    def shown_name(self) -> str:
        """What stands here: "preview" or "carry-in"."""
        return "preview" if self.is_preview_chosen() else "carry-in"

    def wanted_width(self, beside_list: bool) -> int:
        """How wide it is at first, in px."""
        if not self.is_preview_chosen():
            return SIDE
        return PREVIEW if beside_list else PREVIEW_ALONE

    def choose(self, preview: bool) -> None:
        """Have the page here, or what to carry in; remembered."""
        self._settings.set(MEETING_INSPECTOR, "preview" if preview else "carry-in")
        self.setCurrentWidget(self.preview if preview else self.carry_in)

    def is_preview_shown(self) -> bool:
        """Whether the page can be seen now."""
        return not self.isHidden() and self.currentWidget() is self.preview

    def show_meeting(self, facts: MeetingFacts) -> None:
        """Something about the meeting changed, or another one is shown."""
        self.carry_in.show_meeting(facts)
        self.render_soon()

    def forget(self) -> None:
        """Make everything anew at the next chance."""
        self.carry_in.forget()

    def render_soon(self) -> None:
        """Show the page anew, unless a pause in typing is being waited for."""
        if self.is_preview_shown() and not self._timer.isActive():
            self._timer.start(SOON_MS)

    def render_now(self, meeting_id: int) -> None:
        """Show the page of a meeting."""
        self._timer.stop()
        self.preview.show_meeting(meeting_id)

    def _typed(self) -> None:
        if self.is_preview_shown():
            self._timer.start(PREVIEW_MS)
