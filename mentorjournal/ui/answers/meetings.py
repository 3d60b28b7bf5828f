"""Answers to meeting prep: arranging and calling off, and the agenda as a file or on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

from mentorjournal import clock
from mentorjournal.exchange import agenda_files, mail, papers
from mentorjournal.exchange.writing import safe_name, write_whole
from mentorjournal.journal import meetings, people
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import PAPER
from mentorjournal.ui import questions
from mentorjournal.ui.answers.meeting_note import NoteAnswers
from mentorjournal.ui.answers.person_getting import ask_fit_sheet
from mentorjournal.ui.answers.trying import attempt, taking
from mentorjournal.ui.links import open_link
from mentorjournal.ui.removal import guarded
from mentorjournal.words import short_day, tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.meetings import MeetingsPane

T = TypeVar("T")

KINDS = {
    ".pdf": "PDF (*.pdf)", ".eml": "Mail draft (*.eml)", ".ics": "Calendar event (*.ics)",
    ".txt": "Text (*.txt)",
}


class MeetingAnswers(QObject):
    """Opens the dialog a wish needs and calls the verb with what comes back."""

    def __init__(self, window: MainWindow, pane: MeetingsPane) -> None:
        super().__init__(pane)
        self._window, self._pane = window, pane
        assert window.journal is not None
        self._journal: Journal = window.journal
        for signal, answer in (
            (pane.meeting_add_wanted, self.add), (pane.meeting_move_wanted, self.move),
            (pane.meeting_postpone_wanted, self.postpone),
            (pane.meeting_cancel_wanted, self.cancel), (pane.meeting_remove_wanted, self.remove),
            (pane.export_wanted, self.export), (pane.print_wanted, self.print),
            (pane.person_wanted, window.open_person),
            (pane.meeting_start_wanted, window.running.start),
            (pane.running_sign.chosen, window.running.start),
            (pane.link_wanted, lambda link: open_link(window, link)),
            (pane.meeting_erase_wanted, lambda which: window.past.erase("meeting", which)),
        ):
            signal.connect(answer)
        NoteAnswers(window, pane)
        pane.pages.fit_wanted.connect(
            lambda who: self._attempt(lambda: ask_fit_sheet(window, who)))
        pane.message_wanted.connect(lambda text: window.messages.say(text, "info"))
        pane.refused.connect(lambda text: window.messages.say(text, "alert"))
        pane.side.carry_in.undoable.connect(window.say_undoable)

    def _attempt(self, deed: Callable[[], T]) -> T | None:
        return attempt(self._window.messages, deed)

    def add(self, person_id: int | None) -> None:
        """Ask when and with whom, then show the new meeting."""
        from mentorjournal.ui.dialogs.meeting import ask_meeting

        made: list[int] = []
        ask_meeting(
            self._window, self._journal, person_id,
            take=taking(lambda answer: made.append(meetings.add(self._journal, answer))),
        )
        if made:
            self._window.show_pane("meetings")
            self._pane.show_meeting(made[0])
            if meetings.get(self._journal, made[0]).status == "held":
                self._pane.pages.open_close(made[0])
            else:
                self._pane.focus_first()

    def move(self, meeting_id: int) -> None:
        """Ask for another time or place."""
        self._attempt(lambda: self._move(meeting_id))

    def _move(self, meeting_id: int) -> None:
        from mentorjournal.ui.dialogs.meeting import ask_meeting

        which = meetings.get(self._journal, meeting_id)
        ask_meeting(
            self._window, self._journal, meeting=which,
            take=taking(lambda answer: self._save_move(meeting_id, answer)),
        )

    def _save_move(self, meeting_id: int, answer: dict[str, Any]) -> None:
        starts_at, minutes = answer.pop("starts_at"), answer.pop("planned_minutes")
        with self._journal.change(tr("Move meeting")):
            meetings.edit(self._journal, meeting_id, answer)
            meetings.move(self._journal, meeting_id, starts_at, minutes)

    def postpone(self, meeting_id: int) -> None:
        """Put a meeting off, with a kind note to send."""
        self._attempt(lambda: self._postpone(meeting_id))

    def _postpone(self, meeting_id: int) -> None:
        from mentorjournal.ui.dialogs.call_off import ask_postpone

        which = meetings.get(self._journal, meeting_id)
        answer = ask_postpone(self._window, self._journal, which)
        if answer is None or self._shortened(meeting_id, answer):
            return
        note, wanted = answer.pop("note", ""), answer.pop("save_note", False)
        new_id = meetings.postpone(self._journal, meeting_id, answer.pop("to"), **answer)
        if new_id is not None:
            self._pane.show_meeting(new_id)
        if wanted:
            self._save_note(which.person_id, note)

    def _save_note(self, person_id: int, note: str) -> None:
        whom = people.get(self._journal, person_id)
        name = safe_name(tr("Note to {name}", name=whom.short_name), "eml")
        path = questions.file_to_write(
            self._window, tr("Save the note"), Path.home() / name, tr(KINDS[".eml"]))
        if path is not None:
            data = mail.draft(
                subject=tr("Our meeting"), body=note, to_name=whom.name, to_address=whom.email)
            write_whole(path, data)
            self._window.messages.say(tr("{name} is written.", name=path.name), "info")

    def cancel(self, meeting_id: int) -> None:
        """Call a meeting off, the hours of notice recorded."""
        self._attempt(lambda: self._cancel(meeting_id))

    def _cancel(self, meeting_id: int) -> None:
        from mentorjournal.ui.dialogs.call_off import ask_cancel

        which = meetings.get(self._journal, meeting_id)
        answer = ask_cancel(self._window, self._journal, which)
        if answer is not None and not self._shortened(meeting_id, answer):
            meetings.cancel(self._journal, meeting_id, **answer)

    def _shortened(self, meeting_id: int, answer: dict[str, Any]) -> bool:
        """Whether the mentee chose a shorter meeting instead; then it is one."""
        if "shorten" not in answer:
            return False
        meetings.shorten(self._journal, meeting_id, answer["shorten"])
        return True

    def remove(self, meeting_id: int) -> None:
        """Remove a meeting; no question, because it can be taken back in one click."""
        self._attempt(lambda: self._remove(meeting_id))

    def _remove(self, meeting_id: int) -> None:
        which = meetings.get(self._journal, meeting_id)
        name = people.get(self._journal, which.person_id).short_name
        guarded(
            self._window, self._journal, lambda: meetings.remove(self._journal, meeting_id))
        self._window.say_undoable(
            tr("The meeting with {name} on {day} was removed.", name=name,
               day=short_day(which.day, clock.today()))
        )

    def export(self, meeting_id: int, suffix: str) -> None:
        """Write the agenda as a file and say where it is."""
        self._attempt(lambda: self._export(meeting_id, suffix))

    def _export(self, meeting_id: int, suffix: str) -> None:
        if suffix in (".pdf", ".eml") and not self._may_print(meeting_id):
            return
        name = safe_name(agenda_files.title(self._journal, meeting_id), suffix[1:])
        path = questions.file_to_write(
            self._window, tr("Export agenda"), Path.home() / name, tr(KINDS[suffix]))
        if path is None:
            return
        paper = self._window.settings.get(PAPER)
        data = agenda_files.make(self._journal, meeting_id, clock.today(), suffix, paper)
        write_whole(path, data)
        self._say_written(meeting_id, path, suffix)

    def _say_written(self, meeting_id: int, path: Path, suffix: str) -> None:
        """Where the file is; an agenda on its way can be marked as sent in one click."""
        written = tr("{name} is written.", name=path.name)
        sent = meetings.get(self._journal, meeting_id).agenda_sent_at
        if suffix == ".ics" or sent:
            self._window.messages.say(written, "info")
            return
        self._window.messages.say(
            tr("{written} Once you have sent it, say so here.", written=written), "info",
            tr("Mark as sent"), lambda: self._mark_sent(meeting_id),
        )

    def _mark_sent(self, meeting_id: int) -> None:
        stamp = meetings.stamp(clock.now())
        self._attempt(lambda: meetings.mark_agenda_sent(self._journal, meeting_id, stamp))

    def _may_print(self, meeting_id: int) -> bool:
        """Whether all of it can be printed, or the mentee goes on knowing what cannot."""
        missing = agenda_files.unprintable(self._journal, meeting_id, clock.today())
        if not missing:
            return True
        return questions.confirm(
            self._window, tr("Some characters cannot be printed"),
            papers.unprintable_words(missing), tr("Go on"),
        )

    def print(self, meeting_id: int) -> None:
        """Send the agenda's page to a printer."""
        self._attempt(lambda: self._print(meeting_id))

    def _print(self, meeting_id: int) -> None:
        from mentorjournal.ui.printing import print_pages

        if self._may_print(meeting_id):
            paper = self._window.settings.get(PAPER)
            data = agenda_files.make(self._journal, meeting_id, clock.today(), ".pdf", paper)
            print_pages(self._window, data, agenda_files.title(self._journal, meeting_id), paper)
