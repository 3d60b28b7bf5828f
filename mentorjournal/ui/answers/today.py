"""Answers to Today: the deeds of its rows, later and not again with Undo, and what can be added."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mentorjournal import clock
from mentorjournal.journal import dismissals, keeping, meetings
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.deeds import Deed, Ref
from mentorjournal.mentoring.today import PutAside, Row
from mentorjournal.ui import deeds
from mentorjournal.ui.answers.trying import attempt, taking
from mentorjournal.ui.going import go_to
from mentorjournal.ui.places import PLACES
from mentorjournal.ui.widgets.label import beginning
from mentorjournal.words import short_day, tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.today import TodayPane

# What the menu for a new entry offers: keys of the menus, "" for a line.
NEW = ("add_person", "new_meeting", "", "log_feedback", "ask_feedback", "thank", "new_letter", "",
       "add_goal", "add_need", "weigh_request", "add_reflection", "add_accomplishment")


class TodayAnswers(QObject):
    """Does what is wished, and says what was done with a way back."""

    def __init__(self, window: MainWindow, pane: TodayPane) -> None:
        super().__init__(pane)
        self._window, self._pane = window, pane
        assert window.journal is not None
        self._journal: Journal = window.journal
        pane.deed_wanted.connect(self.do)
        pane.entry_wanted.connect(self.open)
        pane.person_wanted.connect(window.open_person)
        pane.send_wanted.connect(self.send)
        pane.snooze_wanted.connect(self.snooze)
        pane.dismissed.connect(self.dismiss)
        pane.back_wanted.connect(self.bring_back)
        pane.step_wanted.connect(self.take_step)
        window.opening.closing.connect(pane.rest)
        pane.feedback_wanted.connect(lambda: window.show_pane("feedback"))
        pane.counted.connect(self._count)
        for key in NEW:
            if key:
                pane.new_menu.addAction(window.actions_table.by_key[key])
            else:
                pane.new_menu.addSeparator()
        self._count(pane.today.counts.pressing, pane.today.meetings_due)

    def _count(self, pressing: int, about_meetings: int) -> None:
        """The counts in the sidebar, which Today has read already."""
        for key, n in (("today", pressing), ("meetings", about_meetings)):
            self._window.sidebar.set_count(key, n, tr("{n} overdue or due today", n=n))

    def take_step(self, key: str) -> None:
        """Show a page, or do what a menu entry does."""
        if key in PLACES:
            self._window.show_pane(key)
        else:
            self._window.actions_table.by_key[key].trigger()

    def do(self, deed: Deed) -> None:
        """Do the next step of a row."""
        deeds.do(self._window, deed)

    def open(self, ref: Ref, person_id: int) -> None:
        """Show the entry itself."""
        attempt(self._window.messages, lambda: go_to(self._window, ref, person_id or None))

    def send(self, meeting_id: int, way: str) -> None:
        """Let an agenda go out, or say that it did."""
        if way == "sent":
            attempt(self._window.messages, lambda: self._sent(meeting_id))
        elif way == "look":
            self.do(Deed("review_agenda", "", Ref("meeting", meeting_id)))
        else:
            suffix = {"mail": ".eml", "pdf": ".pdf"}[way]
            self._window.pane("meetings").export_wanted.emit(meeting_id, suffix)

    def _sent(self, meeting_id: int) -> None:
        meetings.mark_agenda_sent(self._journal, meeting_id, meetings.stamp(clock.now()))
        self._window.say_undoable(tr("The agenda is noted as sent today."))

    # Later, not again, back -----------------------------------------------------------------------

    def snooze(self, row: Row, days: int) -> None:
        """Show a row again in so many days; ask for the day when none is said."""
        if days:
            attempt(self._window.messages,
                    lambda: self._snooze(row, clock.today() + timedelta(days)))
            return
        from mentorjournal.ui.dialogs.keeping import ask_later

        ask_later(self._window, row.title, taking(
            lambda found: self._snooze(row, found["until"])))

    def _snooze(self, row: Row, until: date) -> None:
        if row.kind == "touch" and row.person_id is not None:
            keeping.snooze(self._journal, row.person_id, until)
        else:
            dismissals.put_aside(self._journal, row.key, until, why=row.title)
        self._window.say_undoable(tr(
            "“{title}” comes back {day}.", title=beginning(row.title, 60),
            day=short_day(until, clock.today())))

    def dismiss(self, row: Row) -> None:
        """Show a row no more, until what it rests on has changed."""
        def deed() -> None:
            dismissals.put_aside(self._journal, row.key, why=row.title)
            self._window.say_undoable(tr(
                "“{title}” is put aside, and comes back only if something about it changes.",
                title=beginning(row.title, 60)))

        attempt(self._window.messages, deed)

    def bring_back(self, one: PutAside) -> None:
        """Show again what was put aside."""
        def deed() -> None:
            row = one.row
            if row.key in dismissals.keys(self._journal, clock.today(), row.key):
                dismissals.bring_back(self._journal, row.key)
            elif row.person_id is not None:
                keeping.wake(self._journal, row.person_id)
            self._window.say_undoable(tr("“{title}” is back.", title=beginning(row.title, 60)))

        attempt(self._window.messages, deed)
