"""On a person's page: all of the time with them as one lane of the timeline."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorjournal.journal import timeline
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.settings import DEFAULT_RHYTHM_DAYS, Settings
from mentorjournal.ui import theme
from mentorjournal.ui.panes.person_parts import Section
from mentorjournal.ui.timeline.single import PersonTimeline
from mentorjournal.words import tr


class TimelineSection(Section):
    """Hidden until something has passed between us; a mark that is opened leads to the timeline."""

    timeline_wanted = Signal()

    def __init__(
        self, journal: Journal, settings: Settings, as_of: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("All of our time"), parent=parent)
        self._journal, self._settings = journal, settings
        self.view = PersonTimeline(as_of, partial(timeline.words_of, journal))
        self.view.mark_opened.connect(lambda *_: self.timeline_wanted.emit())
        self.lines.setContentsMargins(*(theme.px(n) for n in (1, 4, 1, 4)))
        self.lines.addWidget(self.view)

    def show_person(self, one: Person, as_of: date, own: bool) -> None:
        """Show what the journal holds."""
        days = self._settings.get(DEFAULT_RHYTHM_DAYS)
        lane = next(iter(timeline.lanes(self._journal, as_of, days, [one.id])), None)
        self.setVisible(lane is not None and bool(lane.marks))
        self.view.show_person(lane)
