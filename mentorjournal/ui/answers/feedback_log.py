"""Answers about feedback from the menus and from any page: asking, noting, each step, Undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from mentorjournal import clock
from mentorjournal.words import short_day, tr

if TYPE_CHECKING:  # SQLAlchemy comes with the journal, and only after the first picture
    from mentorjournal.journal.between import Feedback
    from mentorjournal.journal.journal import Journal
    from mentorjournal.ui.main_window import MainWindow

T = TypeVar("T")


class FeedbackLog(QObject):
    """For the whole window: feedback can be asked for and noted from anywhere."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the menu entries do."""
        return {"ask_feedback": self.ask, "log_feedback": self.log}

    @property
    def _journal(self) -> Journal:
        assert self._window.journal is not None
        return self._window.journal

    def _attempt(self, deed: Callable[[], T]) -> T | None:
        from mentorjournal.ui.answers.trying import attempt

        return attempt(self._window.messages, deed)

    def _entry(self, feedback_id: int) -> Feedback:
        from mentorjournal.journal import feedback

        return feedback.get(self._journal, feedback_id)

    def _name(self, person_id: int) -> str:
        from mentorjournal.journal import people

        return people.get(self._journal, person_id).short_name

    def _day(self, meeting_id: int) -> str:
        from mentorjournal.journal import meetings

        return short_day(meetings.get(self._journal, meeting_id).day, clock.today())

    def _in_front(self) -> int | None:
        """Whoever's page is shown."""
        shown = getattr(self._window.panes.get("person"), "person", None)
        return shown.id if shown and self._window.current_pane() == "person" else None

    def _has_anybody(self) -> bool:
        from mentorjournal.journal import people

        if people.everybody(self._journal, clock.today()):
            return True
        self._window.messages.say(
            tr("There is nobody in the journal yet; add a person first."), "info")
        return False

    # Asking -----------------------------------------------------------------------------------

    def ask(self, person_id: int | None = None) -> None:
        """Ask somebody for feedback: whoever's page is shown, else whoever was asked last."""
        from mentorjournal.journal import feedback
        from mentorjournal.ui.answers.trying import taking
        from mentorjournal.ui.dialogs.ask_feedback import ask_feedback

        if self._has_anybody():
            whom = person_id or self._in_front() or feedback.last_asked(self._journal)
            ask_feedback(
                self._window, self._journal, whom, taking(self._save_asked), self._export_said)

    def _save_asked(self, answer: dict[str, Any]) -> None:
        from mentorjournal.journal import feedback, feedback_agenda

        way, meeting_id = answer.pop("way"), answer.pop("meeting_id")
        name = self._name(answer["person_id"])
        if way == "agenda":
            feedback_agenda.ask_in_meeting(self._journal, answer, meeting_id)
            self._window.say_undoable(tr(
                "Your question to {name} is on the agenda of {day}.", name=name,
                day=self._day(meeting_id)))
            return
        feedback.ask(self._journal, answer)
        self._window.say_undoable(tr("What you asked {name} is in the feedback log.", name=name))

    # Noting -----------------------------------------------------------------------------------

    def log(self, person_id: int | None = None) -> None:
        """Note what somebody said."""
        from mentorjournal.ui.answers.trying import taking
        from mentorjournal.ui.dialogs.log_feedback import log_feedback

        if self._has_anybody():
            log_feedback(self._window, self._journal, person_id or self._in_front(),
                         taking(self._save_logged))

    def _save_logged(self, answer: dict[str, Any]) -> None:
        from mentorjournal.journal import feedback

        asked, whom = answer.pop("asked"), answer["person_id"]
        if asked is None:
            asked = feedback.log(self._journal, answer)
        else:
            feedback.edit(self._journal, asked, answer)
        self._say_noted(asked, self._name(whom))

    def _say_noted(self, feedback_id: int, name: str) -> None:
        from mentorjournal.mentoring.loop import is_cooling

        entry = self._entry(feedback_id)
        said = tr("What {name} said is noted.", name=name)
        if is_cooling(entry, clock.today()) and entry.cool_off_until:
            said = tr("{said} It rests until {day}.", said=said,
                      day=short_day(entry.cool_off_until, clock.today()))
        self._window.say_undoable(said)

    def hear(self, feedback_id: int) -> None:
        """Note the answer to something that was asked."""
        from mentorjournal.journal import feedback
        from mentorjournal.ui.answers.trying import taking
        from mentorjournal.ui.dialogs.log_feedback import log_feedback_edit

        def save(answer: dict[str, Any]) -> None:
            answer.pop("asked")
            feedback.edit(self._journal, feedback_id, answer)
            self._say_noted(feedback_id, self._name(self._entry(feedback_id).person_id))

        self._attempt(lambda: log_feedback_edit(
            self._window, self._journal, self._entry(feedback_id), taking(save)))

    def edit(self, feedback_id: int) -> None:
        """Show an entry and keep what was changed; what was only asked is shown as that."""
        from mentorjournal.journal import feedback
        from mentorjournal.ui.answers.trying import taking
        from mentorjournal.ui.dialogs.ask_feedback import ask_feedback_edit
        from mentorjournal.ui.dialogs.log_feedback import log_feedback_edit

        def save(answer: dict[str, Any]) -> None:
            if (asked := answer.pop("asked", None)) is None:
                feedback.edit(self._journal, feedback_id, answer)
                return
            feedback.answer(self._journal, feedback_id, asked, answer)
            self._window.say_undoable(tr("It answers what you asked; both are one entry now."))

        def deed() -> None:
            entry = self._entry(feedback_id)
            show = log_feedback_edit if entry.date else ask_feedback_edit
            show(self._window, self._journal, entry, taking(save))

        self._attempt(deed)

    # Steps ------------------------------------------------------------------------------------

    def ask_talk(self, feedback_id: int) -> None:
        """Ask for a talk about it, once it had its days of rest."""
        from mentorjournal.journal import feedback_agenda
        from mentorjournal.ui.answers.trying import taking
        from mentorjournal.ui.dialogs.talk_feedback import ask_talk_over

        def deed() -> None:
            entry = self._entry(feedback_id)
            feedback_agenda.require_cool(entry, clock.today())
            ask_talk_over(
                self._window, self._journal, entry,
                taking(lambda answer: self._save_talk(entry, answer["meeting_id"])),
                self._export_said)

        self._attempt(deed)

    def _save_talk(self, entry: Feedback, meeting_id: int | None) -> None:
        from mentorjournal.journal import feedback, feedback_agenda

        name = self._name(entry.person_id)
        if meeting_id is None:
            feedback.ask_for_talk(self._journal, entry.id, clock.today())
            self._window.say_undoable(tr(
                "It is noted that you asked {name} for a talk today.", name=name))
        else:
            feedback_agenda.talk_in_meeting(
                self._journal, entry.id, meeting_id, clock.today())
            self._window.say_undoable(tr(
                "The talk with {name} is on the agenda of {day}.", name=name,
                day=self._day(meeting_id)))

    def put_on_agenda(self, feedback_id: int) -> None:
        """Put it on the agenda of the next meeting with them."""
        self._attempt(lambda: self._put(feedback_id))

    def _put(self, feedback_id: int) -> None:
        from mentorjournal.journal import feedback_agenda

        entry = self._entry(feedback_id)
        coming = feedback_agenda.next_meeting(self._journal, entry.person_id, clock.today())
        if coming is None:
            self._window.messages.say(
                tr("No meeting with {name} is arranged yet.", name=self._name(entry.person_id)),
                "info", tr("Arrange one"),
                lambda: self._window.prepare_meeting(entry.person_id))
            return
        feedback_agenda.put(self._journal, feedback_id, coming.id)
        said = tr("It is on the agenda of {day}.", day=short_day(coming.day, clock.today()))
        if coming.agenda_sent_at:
            said = tr("{said} That agenda was sent already, without it.", said=said)
        self._window.say_undoable(said)

    def set_aside(self, feedback_id: int) -> None:
        """Ask why, and leave it at that."""
        from mentorjournal.journal import feedback
        from mentorjournal.ui.answers.trying import taking
        from mentorjournal.ui.dialogs.talk_feedback import ask_why_aside

        def save(answer: dict[str, Any]) -> None:
            feedback.set_aside(self._journal, feedback_id, clock.today(), answer["why"])
            self._window.say_undoable(tr("It is set aside."))

        self._attempt(lambda: ask_why_aside(
            self._window, self._journal, self._entry(feedback_id), taking(save)))

    def take_up(self, feedback_id: int) -> None:
        """Take up again what was set aside."""
        from mentorjournal.journal import feedback

        def deed() -> None:
            feedback.set_aside(self._journal, feedback_id, None)
            self._window.say_undoable(tr("It is taken up again."))

        self._attempt(deed)

    def remove(self, feedback_id: int) -> None:
        """Remove an entry; no question, because it can be taken back in one click."""
        from mentorjournal.journal import feedback

        def deed() -> None:
            entry = self._entry(feedback_id)
            name = self._name(entry.person_id)
            feedback.remove(self._journal, feedback_id)
            self._window.say_undoable(
                tr("The feedback from {name} was removed.", name=name) if entry.date
                else tr("What you asked {name} was removed.", name=name))

        self._attempt(deed)

    # Ways on ----------------------------------------------------------------------------------

    def show(self, feedback_id: int) -> None:
        """Show an entry in the feedback log."""
        pane: Any = self._window.show_pane("feedback")
        if pane is not None:
            pane.show_entry(feedback_id)

    def open_person(self, feedback_id: int) -> None:
        """Show the page of whoever it is from."""
        self._attempt(lambda: self._window.open_person(self._entry(feedback_id).person_id))

    def open_meeting(self, feedback_id: int) -> None:
        """Show the meeting on whose agenda it stands, else the one in which it was said."""
        self._attempt(lambda: self._open_meeting(feedback_id))

    def _open_meeting(self, feedback_id: int) -> None:
        from mentorjournal.journal import feedback_agenda

        entry = self._entry(feedback_id)
        coming = feedback_agenda.on_agenda(self._journal, feedback_id)
        which = coming.id if coming else entry.follow_up_meeting_id or entry.meeting_id
        if which is None:
            self._window.messages.say(tr("It belongs to no meeting."), "info")
            return
        meetings: Any = self._window.show_pane("meetings")
        meetings.show_meeting(which)
        meetings.focus_first()

    # Messages as files ------------------------------------------------------------------------

    def _export_said(self, person_id: int, about: str, text: str) -> str:
        """For a form: what happened, or why it did not."""
        from mentorjournal.store.errors import JournalError

        try:
            name = self._export(person_id, about, text)
        except JournalError as refusal:
            return str(refusal)
        return tr("{name} is written; open it in your mail program.", name=name) if name else ""

    def _export(self, person_id: int, about: str, text: str) -> str:
        from mentorjournal.exchange import feedback_note
        from mentorjournal.exchange.writing import safe_name, write_whole
        from mentorjournal.ui import questions

        over = QApplication.activeModalWidget() or self._window
        name = safe_name(tr("Message to {name}", name=self._name(person_id)), "eml")
        path = questions.file_to_write(
            over, tr("Save the message"), Path.home() / name, tr("Mail draft (*.eml)"))
        if path is None:
            return ""
        write_whole(path, feedback_note.as_mail(self._journal, person_id, about, text))
        return path.name
