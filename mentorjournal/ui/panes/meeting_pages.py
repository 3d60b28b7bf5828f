"""What stands in the middle of the meetings pane: an agenda, a past meeting, or how to begin.

A past meeting is corrected in the close step, which takes its place until it is done.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from mentorjournal import clock
from mentorjournal.journal import after_meeting, goals, meetings
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Goal
from mentorjournal.mentoring.agenda import SHORT_MINUTES
from mentorjournal.models.meeting_list import MeetingRow
from mentorjournal.settings import Settings
from mentorjournal.ui.panes.meeting_close import MeetingClose
from mentorjournal.ui.panes.meeting_editor import MeetingEditor
from mentorjournal.ui.panes.meeting_facts import MeetingFacts
from mentorjournal.ui.panes.meeting_past import PastMeeting
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.words import tr


class MeetingPages(QStackedWidget):
    """Every meeting gets a page made for it, so that nothing of another one can stay in it."""

    wanted = Signal(str)  # what is left of MeetingHead.wanted, and "send"
    note_wanted = Signal(int, str)  # a way for the follow-up note to go out
    meeting_wanted = Signal()
    fit_wanted = Signal(int)  # the fit sheet of a person
    focus_left = Signal()  # what had the focus is going

    def __init__(
        self, pen: Pen, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pen, self._journal, self._settings = pen, journal, settings
        self._facts: MeetingFacts | None = None
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
        page.wanted.connect(self._wish)
        self._fill(page, facts, own=False)
        self.addWidget(page)
        self._turn_to(page)

    @property
    def is_closing(self) -> bool:
        """Whether the close step is shown."""
        return isinstance(self.page, MeetingClose)

    def open_close(self, meeting_id: int) -> None:
        """Show the close step of a held meeting in its place."""
        page = MeetingClose(self._journal, self._settings, self._pen)
        page.back.hide()  # from here there is nothing to go back to but what Done leads to
        page.done.connect(lambda _which: self._leave_close())
        page.note_wanted.connect(lambda _which: self._leave_close(to_note=True))
        page.person_wanted.connect(lambda _whom: self.wanted.emit("person"))
        page.fit_wanted.connect(self.fit_wanted)
        page.show_meeting(meeting_id)
        self.addWidget(page)
        self._turn_to(page)
        page.focus_first()

    def _leave_close(self, to_note: bool = False) -> None:
        if self._facts is None:
            return
        self.open_meeting(self._facts)
        if isinstance(self.page, PastMeeting):
            self.page.focus_first(to_note=to_note)

    def _wish(self, wish: str) -> None:
        """Do what is done in one step; what needs a dialog or another page is passed on."""
        if self._facts is None:
            return
        which = self._facts.meeting.id
        sent = {"sent": meetings.stamp(clock.now()), "unsent": None}
        self.hand_in()
        if wish == "held":
            if self._pen.write(meetings.hold, which):
                self.open_close(which)
        elif wish == "close":
            self.open_close(which)
        elif wish == "shorten":
            self._pen.write(meetings.shorten, which, SHORT_MINUTES)
        elif wish in sent:
            self._pen.write(meetings.mark_agenda_sent, which, sent[wish])
        elif wish.startswith("note."):
            way = wish.removeprefix("note")
            self.note_wanted.emit(which, "copy" if way == ".copy" else way)
        else:
            self.wanted.emit(wish)

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
        if self._stays(facts):
            self._fill(self.page, facts, own)
        else:
            self.open_meeting(facts)

    def _stays(self, facts: MeetingFacts) -> bool:
        if isinstance(self.page, MeetingClose):
            return facts.meeting.status == "held"
        return facts.is_coming == isinstance(self.page, MeetingEditor)

    def read_goals(self) -> None:
        """The goals that an item can serve have changed."""
        self._goals = goals.active(self._journal)

    def hand_in(self, *, lines: bool = True) -> None:
        """Hand in what was typed; with `lines` also what stands in the lines that add."""
        if isinstance(self.page, MeetingEditor):
            self.page.hand_in(lines=lines)
        elif isinstance(self.page, PastMeeting | MeetingClose):
            self.page.hand_in()

    def _fill(self, page: QWidget, facts: MeetingFacts, own: bool) -> None:
        self._facts = facts
        if isinstance(page, MeetingEditor):
            page.show_facts(facts, self._goals, own=own)
        elif isinstance(page, MeetingClose):
            page.refresh(own)
        elif isinstance(page, PastMeeting):
            found = after_meeting.read(self._journal, facts.meeting.id, clock.today())
            page.show_facts(facts, found, own=own)

    def _turn_to(self, page: QWidget) -> None:
        old, self.page = self.page, page
        focused = QApplication.focusWidget()
        if focused is not None and old is not page and old.isAncestorOf(focused):
            self.focus_left.emit()
        self.setCurrentWidget(page)
        if old is not page and old not in (self.empty, self.nobody):
            self.removeWidget(old)
            old.deleteLater()
