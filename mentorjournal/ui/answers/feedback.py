"""Answers to the feedback log: what its buttons and its detail panel wish."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mentorjournal import clock
from mentorjournal.journal import feedback, feedback_agenda
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.ui.answers.feedback_export import FeedbackExport
from mentorjournal.ui.answers.feedback_note import FeedbackNotes
from mentorjournal.words import short_day, tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.feedback import FeedbackPane


class FeedbackAnswers(QObject):
    """Wishes are named and carry the id of an entry."""

    def __init__(self, window: MainWindow, pane: FeedbackPane) -> None:
        super().__init__(pane)
        self._window = window
        assert window.journal is not None
        self._journal: Journal = window.journal
        self._notes = FeedbackNotes(window, self)
        self._deeds = self._all_deeds()
        pane.ask_wanted.connect(lambda: window.feedback_log.ask())
        pane.log_wanted.connect(lambda: window.feedback_log.log())
        pane.export_wanted.connect(FeedbackExport(window, self).export)
        pane.wished.connect(self.answer)
        pane.several_wished.connect(self.answer_several)
        pane.refused.connect(lambda said: window.messages.say(said, "alert"))
        self._journal.changed.connect(self._tell_of_report)

    def _all_deeds(self) -> Mapping[str, Callable[[int], object]]:
        log, notes = self._window.feedback_log, self._notes
        return {
            "draft_note": notes.draft, "note_email": notes.mail, "note_save": notes.save,
            "note_print": notes.print, "ask_talk": log.ask_talk, "to_agenda": log.put_on_agenda,
            "heard": log.hear, "set_aside": log.set_aside, "take_up": log.take_up,
            "remove": log.remove, "edit": log.edit, "person": log.open_person,
            "meeting": log.open_meeting,
        }

    def _tell_of_report(self, changes: Changes) -> None:
        """What came of something joined an agenda by itself; that is said, and can be undone."""
        if changes.touches("meeting") or not changes.touches("agenda_item"):
            return
        for entry in feedback.every(self._journal, changes.of("feedback")):
            found = feedback_agenda.on_agenda(self._journal, entry.id)
            if entry.acted_on is None or found is None:
                continue
            said = tr("What came of it is on the agenda of {day} now.",
                      day=short_day(found.day, clock.today()))
            if found.agenda_sent_at:
                said = tr("{said} That agenda was sent already, without it.", said=said)
            self._window.say_undoable(said)

    def answer(self, wish: str, feedback_id: int) -> None:
        """Do what is wished about an entry."""
        self._deeds[wish](feedback_id)

    def answer_several(self, wish: str, ids: list[int]) -> None:
        """Do what is wished about several entries at once."""
        log = self._window.feedback_log
        {"remove": log.remove_several, "theme": log.set_theme}[wish](ids)
