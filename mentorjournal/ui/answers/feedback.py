"""Answers to the feedback log: what its buttons and its detail panel wish."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from mentorjournal import clock
from mentorjournal.journal import feedback, feedback_agenda
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.ui.answers.feedback_export import FeedbackExport
from mentorjournal.ui.answers.feedback_note import FeedbackNotes
from mentorjournal.ui.answers.trying import attempt, taking
from mentorjournal.ui.dialogs.theme_feedback import ask_theme
from mentorjournal.ui.removal import guarded
from mentorjournal.words import short_day, tr, trn

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
        pane.export_wanted.connect(FeedbackExport(window, pane, self).export)
        pane.wished.connect(self.answer)
        pane.theme_wanted.connect(self._set_theme)
        pane.remove_wanted.connect(self._remove_all)
        pane.refused.connect(lambda text: window.messages.say(text, "alert"))
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

    def _set_theme(self, ids: Sequence[int]) -> None:
        """Ask for the theme of some entries."""
        def save(answer: dict[str, Any]) -> None:
            feedback.set_theme(self._journal, ids, answer["theme"])
            name = feedback.get(self._journal, ids[0]).theme
            self._window.say_undoable(
                tr("The theme is “{name}” now.", name=name) if name
                else tr("Without a theme now."))

        attempt(self._window.messages, lambda: ask_theme(
            self._window, self._journal, ids, taking(save)))

    def _remove_all(self, ids: Sequence[int]) -> None:
        """Remove several entries; no question, because it can be taken back in one click."""
        def deed() -> None:
            guarded(self._window, self._journal,
                    lambda: feedback.remove_all(self._journal, ids))
            self._window.say_undoable(
                trn("{n} entry was removed.", "{n} entries were removed.", len(ids)))

        attempt(self._window.messages, deed)

    def answer(self, wish: str, feedback_id: int) -> None:
        """Do what is wished about an entry."""
        self._deeds[wish](feedback_id)
