"""The three columns of the meetings pane and their widths, and the one at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from mentorjournal.journal.journal import Journal
from mentorjournal.settings import MEETING_INSPECTOR, Settings
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_carry_in import CarryInPanel
from mentorjournal.ui.panes.meeting_facts import MeetingFacts
from mentorjournal.ui.panes.meeting_preview import PreviewPanel
from mentorjournal.ui.pen import Pen

LIST, SIDE = 276, 320  # px; the list is 256 (TOKENS §9) and a scroll bar
PREVIEW, PREVIEW_ALONE = 392, 470  # px; without the list beside it there is room for more
PREVIEW_MS = 300  # after the last key (TOKENS §7)
SOON_MS = 30  # after a change that is no typing
SPLITTER = "meetings"


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


class Columns(QSplitter):
    """List, agenda and side; each set that stands together keeps its widths, by text size."""

    def __init__(
        self, settings: Settings, view: QWidget, middle: QWidget, side: SideColumn,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._settings, self._view, self._side = settings, view, side
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for place, (part, stretch) in enumerate(((view, 0), (middle, 1), (side, 0))):
            self.addWidget(part)
            self.setStretchFactor(place, stretch)
        self.splitterMoved.connect(lambda _place, _index: self._keep())
        self.measure()

    def measure(self) -> None:
        """Take the widths of the present text size; `arrange` then gives them to the columns."""
        self._view.setMinimumWidth(theme.px(200))
        self._side.setMinimumWidth(theme.px(280))
        self._name = ""

    def arrange(self, *, list_shown: bool, side_shown: bool) -> None:
        """Show these columns beside the agenda."""
        self._view.setVisible(list_shown)
        self._side.setVisible(side_shown)
        preview = self._side.is_preview_chosen()
        parts = [SPLITTER] if theme.px(100) == 100 else [SPLITTER, str(theme.px(100))]
        if list_shown:
            parts.append("list")
        if side_shown:
            parts.append("preview" if preview else "carry-in")
        name = "-".join(parts)
        if name != self._name:
            self._name = name
            self._set_widths(list_shown, side_shown, preview)

    def _set_widths(self, list_shown: bool, side_shown: bool, preview: bool) -> None:
        """The widths that were chosen for these columns, else those of the drawings."""
        kept = self._settings.splitter_state(self._name)
        if kept and self.restoreState(kept):
            return
        side = (PREVIEW if list_shown else PREVIEW_ALONE) if preview else SIDE
        left = theme.px(LIST) if list_shown else 0
        right = theme.px(side) if side_shown else 0
        self.setSizes([left, max(theme.px(400), self.width() - left - right - 2), right])

    def _keep(self) -> None:
        self._settings.set_splitter_state(self._name, self.saveState().data())
