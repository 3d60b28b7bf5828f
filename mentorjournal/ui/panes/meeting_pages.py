"""What stands in the middle of the meetings pane: an agenda, a past meeting, or how to begin."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from mentorjournal.journal import goals, outcomes, promises
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Goal
from mentorjournal.models.meeting_list import MeetingRow
from mentorjournal.ui.panes.meeting_editor import MeetingEditor
from mentorjournal.ui.panes.meeting_facts import MeetingFacts
from mentorjournal.ui.panes.meeting_past import PastMeeting
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.words import tr


class MeetingPages(QStackedWidget):
    """Every meeting gets a page made for it, so that nothing of another one can stay in it."""

    wanted = Signal(str)  # as MeetingHead.wanted, and "send"
    meeting_wanted = Signal()
    focus_left = Signal()  # what had the focus is going

    def __init__(self, pen: Pen, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen, self._journal = pen, journal
        self._goals: list[Goal] = goals.active(journal)
        self.empty = EmptyState(
            tr("No meetings yet"),
            tr("Arrange the first one, and prepare it here: what you want to leave with, what "
               "to talk about, and what to bring."),
            tr("New meeting"), "plus",
        )
        self.nobody = EmptyState("", "", tr("Arrange a meeting"), "calendar-plus")
        for each in (self.empty, self.nobody):
            each.acted.connect(self.meeting_wanted)
            self.addWidget(each)
        self.page: QWidget = self.empty

    def open_meeting(self, facts: MeetingFacts) -> None:
        """Show a meeting on a page of its own."""
        page: MeetingEditor | PastMeeting
        if facts.is_coming:
            page = MeetingEditor(self._pen, facts.meeting.id)
        else:
            page = PastMeeting(self._pen, facts.meeting.id)
        page.wanted.connect(self.wanted)
        self._fill(page, facts, own=False)
        self.addWidget(page)
        self._turn_to(page)

    def open_empty(self) -> None:
        """Show how to begin."""
        self._turn_to(self.empty)

    def open_person(self, row: MeetingRow) -> None:
        """Show that nothing is arranged with somebody."""
        assert row.person is not None
        said = "".join(text for text, _ in row.second)
        self.nobody.set_words(
            tr("Nothing arranged with {name}", name=row.person.short_name),
            tr("{said}.", said=said[:1].upper() + said[1:]), tr("Arrange a meeting"),
        )
        self._turn_to(self.nobody)

    def refresh(self, facts: MeetingFacts, own: bool) -> None:
        """Bring the page up to date; another page where the meeting has come to be past."""
        if facts.is_coming == isinstance(self.page, MeetingEditor):
            self._fill(self.page, facts, own)
        else:
            self.open_meeting(facts)

    def read_goals(self) -> None:
        """The goals that an item can serve have changed."""
        self._goals = goals.active(self._journal)

    def hand_in(self, *, lines: bool = True) -> None:
        """Hand in what was typed; with `lines` also what stands in the lines that add."""
        if isinstance(self.page, MeetingEditor):
            self.page.hand_in(lines=lines)
        elif isinstance(self.page, PastMeeting):
            self.page.hand_in()

    def _fill(self, page: QWidget, facts: MeetingFacts, own: bool) -> None:
        if isinstance(page, MeetingEditor):
            page.show_facts(facts, self._goals, own=own)
        elif isinstance(page, PastMeeting):
            mine = facts.meeting.id
            actions = [one for one in promises.of_person(self._journal, facts.person.id)
                       if one.meeting_id == mine]
            page.show_facts(facts, outcomes.of_meeting(self._journal, mine), actions, own=own)

    def _turn_to(self, page: QWidget) -> None:
        old, self.page = self.page, page
        focused = QApplication.focusWidget()
        if focused is not None and old is not page and old.isAncestorOf(focused):
            self.focus_left.emit()
        self.setCurrentWidget(page)
        if old is not page and old not in (self.empty, self.nobody):
            self.removeWidget(old)
            old.deleteLater()
