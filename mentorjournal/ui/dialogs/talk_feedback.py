"""Asking to talk over something that was hard to hear, and setting an entry aside with a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from mentorjournal import clock
from mentorjournal.exchange import feedback_note
from mentorjournal.journal import feedback_agenda, people
from mentorjournal.journal.between import Feedback
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.asking import talk_subject
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import short_day, tr

AGENDA, MESSAGE = "agenda", "message"

# Writes a message to somebody as a mail draft: (person id, subject, text); says what was done.
Export = Callable[[int, str, str], str]


def ask_talk_over(
    parent: QWidget | None, journal: Journal, entry: Feedback, take: Take, export: Export
) -> None:
    """`take` is called with "meeting_id", None where a message asks for the talk."""
    form = TalkOverForm(journal, entry, parent)
    form.take, form.export = take, export
    form.keep_draft(journal, f"feedback_talk:{entry.id}")
    form.exec()


def ask_why_aside(
    parent: QWidget | None, journal: Journal, entry: Feedback, take: Take
) -> None:
    """`take` is called with "why"."""
    form = AsideForm(journal, entry, parent)
    form.take = take
    form.keep_draft(journal, f"feedback_aside:{entry.id}")
    form.exec()


class TalkOverForm(FormDialog):
    """On the next agenda, or in a few respectful lines."""

    def __init__(self, journal: Journal, entry: Feedback, parent: QWidget | None = None) -> None:
        whom = people.get(journal, entry.person_id)
        super().__init__(
            tr("Ask {name} for a talk", name=whom.short_name[:60]), parent,
            ok=tr("Mark as asked"),
            intro=tr("You do not have to answer. Ten minutes to understand it better are enough."),
        )
        self.export: Export | None = None
        self._entry = entry
        self._coming = feedback_agenda.next_meeting(journal, whom.id, clock.today())
        day = short_day(self._coming.day, clock.today()) if self._coming else ""
        choices = [(AGENDA, tr("Put it on the agenda of {day}", day=day))] if self._coming else []
        self.way = self.add_field("way", tr("How"), Segmented(
            [*choices, (MESSAGE, tr("Write a message"))]))
        self.message = self.add_field("message", tr("The message"), GrowingText(
            quiet=False, least_lines=6, most_lines=14))
        self.tools = self.add_wide(self._make_tools())
        self.written = self.add_wide(label("", "small", "muted", wrap=True))
        self.written.hide()
        self.set_field_shown("way", self._coming is not None)  # else there is one way only
        self.way.chosen.connect(lambda _way: self._follow())
        self.fill_in({"way": AGENDA if self._coming else MESSAGE,
                      "message": feedback_note.asking_to_talk(journal, entry.id)})
        self._follow()
        (self.way.button(AGENDA) if self._coming else self.message).setFocus()

    def _make_tools(self) -> QWidget:
        made = QWidget()
        flow = FlowLayout(made)
        self.copy = Button(tr("Copy"), "copy", "row")
        self.copy.clicked.connect(self._copy)
        self.mail = Button(tr("Mail draft…"), "envelope-simple", "row")
        self.mail.clicked.connect(self._export)
        for button in (self.copy, self.mail):
            flow.addWidget(button)
        return made

    def values(self) -> dict[str, Any]:
        by_agenda = self.way.current() == AGENDA
        return {"meeting_id": self._coming.id if by_agenda and self._coming else None}

    def fill_draft(self, values: Mapping[str, Any]) -> None:
        super().fill_draft(values)
        if not self.way.current():  # the meeting it was to be in is gone
            self.way.set_current(MESSAGE)
        self._follow()

    def _follow(self) -> None:
        writes = self.way.current() == MESSAGE
        self.ok_button().setText(tr("Mark as asked") if writes else tr("Put it on the agenda"))
        self.set_field_shown("message", writes)
        self.tools.setVisible(writes)
        self.written.setVisible(writes and bool(self.written.text()))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.message.text().strip())
        self._say_written(tr("The message is on the clipboard."))

    def _export(self) -> None:
        if self.export is not None:
            self._say_written(self.export(
                self._entry.person_id, talk_subject(self._entry.topic or ""),
                self.message.text().strip()))

    def _say_written(self, said: str) -> None:
        self.written.setText(said)
        self.written.setVisible(bool(said))


class AsideForm(FormDialog):
    """A reason, so that it is known later."""

    def __init__(self, journal: Journal, entry: Feedback, parent: QWidget | None = None) -> None:
        name = people.get(journal, entry.person_id).short_name[:60]
        super().__init__(
            tr("Set aside what {name} said", name=name) if entry.date
            else tr("Set aside what you asked {name}", name=name), parent, ok=tr("Set aside"),
            intro=tr("It stays in the log and can be taken up again at any time."),
        )
        self.why = self.add_field("why", tr("Why"), GrowingText(
            tr("In a few words, such as: the project is over"), quiet=False, least_lines=2,
            most_lines=6))
        self.fill_in({"why": entry.set_aside_why})
        self.why.setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        return {} if values["why"] else {
            "why": tr("Say in a few words why you set it aside.")}
