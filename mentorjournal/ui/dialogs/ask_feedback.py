"""Asking for feedback well: of whom, about one thing, with a question, and by which way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from mentorjournal import clock
from mentorjournal.exchange import feedback_note
from mentorjournal.journal import feedback_agenda, people
from mentorjournal.journal.between import Feedback
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Meeting, Person
from mentorjournal.mentoring import asking
from mentorjournal.models.namesakes import told_apart
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import dress, label
from mentorjournal.ui.widgets.parts import column
from mentorjournal.ui.widgets.people_field import PeopleField
from mentorjournal.ui.widgets.recent_day import RecentDay
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import short_day, tr

AGENDA, MESSAGE, NOTE = "agenda", "message", "note"
LONGEST_TOPIC = 300

# Writes a message to somebody as a mail draft: (person id, subject, text); says what was done.
Export = Callable[[int, str, str], str]


def ask_feedback(
    parent: QWidget | None, journal: Journal, person_id: int | None = None,
    take: Take | None = None, export: Export | None = None,
) -> None:
    """`take` is called with values for `feedback.ask`, and "way" and "meeting_id"."""
    form = AskForm(journal, person_id, parent=parent)
    form.take, form.export = take, export
    form.keep_draft(journal, "feedback_ask:new")
    form.exec()


def ask_feedback_edit(
    parent: QWidget | None, journal: Journal, entry: Feedback, take: Take | None = None
) -> None:
    """Show what was asked; `take` is called with values for `feedback.edit`."""
    form = AskForm(journal, entry.person_id, entry, parent)
    form.take = take
    form.keep_draft(journal, f"feedback_ask:{entry.id}")
    form.exec()


class ReadyAsks(QWidget):
    """Questions to begin with, one a line; pressing one hands it over."""

    taken = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lines = column(self, 2)
        self.heading = label(tr("Or begin with one of these:"), "small", "muted")
        lines.addWidget(self.heading)
        self.buttons: list[Button] = []
        for place in range(len(asking.ready_asks(""))):
            button = Button("", kind="link")
            button.setProperty("calm", True)
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, place=place: self.taken.emit(place))
            self.buttons.append(button)
            lines.addWidget(button)
        self.show_topic("")

    def show_topic(self, topic: str) -> None:
        """Ask them about this."""
        self.asks = asking.ready_asks(topic)
        for button, words in zip(self.buttons, self.asks, strict=True):
            button.setText(words.replace("&", "&&"))


class AskForm(FormDialog):
    """A message follows what is typed above it until it is changed by hand."""

    def __init__(
        self, journal: Journal, person_id: int | None = None, entry: Feedback | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("What I asked {name}", name=people.get(journal, entry.person_id).short_name[:60])
            if entry else tr("Ask for feedback"), parent, columns=2,
            ok=tr("Save") if entry else tr("Note it"),
            record=("feedback", entry.id) if entry else None,
        )
        self._journal, self._entry = journal, entry
        self._everybody: dict[int, Person] = {
            one.person.id: one.person for one in people.everybody(journal, clock.today())}
        self.export: Export | None = None
        self._coming: Meeting | None = None
        self._whose: int | None = None
        self._drafted, self._filled = "", ""
        self._allowed = ""  # the general topic that was asked about all the same
        self._add_fields()
        self._wire()
        self._begin(person_id)

    def _add_fields(self) -> None:
        called = told_apart(self._journal, self._everybody.values(), clock.today())
        if self._entry is None:
            self.people = self.add_field("people", tr("Whom"), PeopleField(
                list(self._everybody.values()), called, most=1), wide=True)
        self.topic = self.add_field("topic", tr("What about"), _line(
            tr("One thing, such as: the aims page, or how I open a family meeting")), wide=True)
        self.question = self.add_field("question", tr("Your question"), GrowingText(
            tr("In your own words"), quiet=False, least_lines=2, most_lines=6), wide=True)
        self.ready = self.add_wide(ReadyAsks())
        if self._entry is None:
            self.way = self.add_field("way", tr("How"), Segmented([
                (AGENDA, tr("On the next agenda")), (MESSAGE, tr("Write a message")),
                (NOTE, tr("Only note it"))]), wide=True)
            self.message = self.add_field("message", tr("The message"), GrowingText(
                quiet=False, least_lines=4, most_lines=12), wide=True)
            self.tools = self.add_wide(self._make_tools())
            self.written = self.add_wide(label("", "small", "muted", wrap=True))
            self.written.hide()
        self.day = self.add_field("asked_on", tr("Asked on"), RecentDay(), wide=True)

    def _make_tools(self) -> QWidget:
        made = QWidget()
        flow = FlowLayout(made)
        self.copy = Button(tr("Copy"), "copy", "row")
        self.copy.clicked.connect(self._copy)
        self.mail = Button(tr("Mail draft…"), "envelope-simple", "row")
        self.mail.clicked.connect(self._export)
        self.again = Button(tr("Draft it again"), "arrow-clockwise", "row")
        self.again.clicked.connect(lambda: self.message.type_anew(self._drafted))
        for button in (self.copy, self.mail, self.again):
            flow.addWidget(button)
        return made

    def _wire(self) -> None:
        self.ready.taken.connect(self._take_ready)
        self.topic.textChanged.connect(self._follow_topic)
        self.edited.connect(self._follow)
        if self._entry is None:
            self.people.entered.connect(lambda: self.topic.setFocus())
            self.way.chosen.connect(lambda _way: self._follow())

    def _begin(self, person_id: int | None) -> None:
        found = self._entry
        if found is not None:
            self.fill_in({"topic": found.topic, "question": found.question,
                          "asked_on": found.asked_on})
            self._follow_topic()
            self.topic.setFocus()
            return
        self.fill_in({"way": NOTE, "people": (person_id,) if person_id is not None else ()})
        self._follow()
        self._usual_way = self.way.current()
        (self.topic if person_id is not None else self.people).setFocus()

    # What it gives ----------------------------------------------------------------------------

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {}
        if self._entry is None and self.people.wrong():
            wrong["people"] = self.people.wrong()
        elif self._entry is None and not values["people"]:
            wrong["people"] = tr("Say whom you ask.")
        if not values["topic"]:
            wrong["topic"] = tr(
                "Say what you want feedback on: one talk, one page or one habit gets an answer.")
        elif len(values["topic"]) > LONGEST_TOPIC:
            wrong["topic"] = tr("At most {n} characters.", n=LONGEST_TOPIC)
        by_agenda = values.get("way") == AGENDA
        if not by_agenda and values["asked_on"] > clock.today() and (
            self._entry is None or values["asked_on"] != self._entry.asked_on
        ):
            wrong["asked_on"] = tr("That day is still to come.")
        return wrong

    def values(self) -> dict[str, Any]:
        found = self.field_values()
        asked = {"topic": found["topic"], "question": found["question"] or None,
                 "asked_on": found["asked_on"]}
        if self._entry is not None:
            return asked
        if found["way"] == MESSAGE:
            asked["asked_on"] = clock.today()
        return {**asked, "person_id": found["people"][0], "way": found["way"],
                "meeting_id": self._coming.id if self._coming else None}

    def accept(self) -> None:
        """Words that could mean anything are allowed, but only once they were looked at again."""
        topic = self.topic.text().strip()
        if self.validate() and asking.is_too_general(topic) and topic != self._allowed:
            self._allowed = topic
            self._says.setText(asking.nudge())
            dress(self._says, "small", "warn")
            self.topic.setFocus()
            return
        super().accept()

    def fill_draft(self, values: Mapping[str, Any]) -> None:
        super().fill_draft(values)
        self._follow_topic()
        self._follow()
        if self._entry is None:  # a draft leaves out what is as it was at the beginning
            self._choose_way(values.get("way", self._usual_way))

    # What follows from what -------------------------------------------------------------------

    def _take_ready(self, place: int) -> None:
        self._filled = self.ready.asks[place]
        self.question.type_anew(self._filled)
        self.question.setFocus()

    def _follow_topic(self) -> None:
        """The questions name the topic; the one that was taken and not changed does so too."""
        place = self.ready.asks.index(self._filled) if self._filled in self.ready.asks else -1
        taken = place >= 0 and self.question.text() == self._filled
        self.ready.show_topic(self.topic.text())
        if taken:
            self._filled = self.ready.asks[place]
            self.question.type_anew(self._filled)

    def _follow(self) -> None:
        if self._entry is not None:
            return
        whom = next(iter(self.people.value()), None)
        if whom != self._whose:
            self._whose = whom
            self._offer_meeting()
        self._draft()
        way = self.way.current()
        for key, shown in (("message", way == MESSAGE), ("asked_on", way == NOTE)):
            if self.field(key).isHidden() == shown:
                self.set_field_shown(key, shown)
        self.ok_button().setText({AGENDA: tr("Put it on the agenda"), NOTE: tr("Note it")}.get(
            way, tr("Note it as asked")))
        self.tools.setVisible(way == MESSAGE)
        self.written.setVisible(way == MESSAGE and bool(self.written.text()))

    def _offer_meeting(self) -> None:
        """Their coming meeting is the usual way; without one there is none to choose."""
        self._coming = feedback_agenda.next_meeting(
            self._journal, self._whose, clock.today()) if self._whose is not None else None
        self.way.set_shown(AGENDA, self._coming is not None)
        if self._coming is not None:
            button = self.way.button(AGENDA)
            button.setText(tr("Put it on the agenda of {day}", day=self._day(self._coming.day)))
            button.updateGeometry()
        self._choose_way(AGENDA if self._coming else MESSAGE if self._whose else NOTE)

    def _choose_way(self, way: str) -> None:
        self.way.set_current(way if way != AGENDA or self._coming is not None else MESSAGE)
        self._follow()
        self.validate()

    def _day(self, day: date) -> str:
        return short_day(day, clock.today())

    def _draft(self) -> None:
        values = self.field_values()
        was, drafted = self._drafted, ""
        if self._whose is not None:
            drafted = feedback_note.asking(
                self._journal, self._whose, values["topic"], values["question"])
        self._drafted = drafted
        if values["message"] == was.strip() and drafted != was:
            self.message.set_text_quietly(drafted)
        text = bool(self.message.text().strip())
        self.copy.setEnabled(text)
        self.mail.setEnabled(text and self._whose is not None)
        self.again.setVisible(bool(drafted) and self.message.text().strip() != drafted.strip())

    # Handing the message over -----------------------------------------------------------------

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.message.text().strip())
        self._say_written(tr("The message is on the clipboard."))

    def _export(self) -> None:
        if self.export is not None and self._whose is not None:
            self._say_written(self.export(
                self._whose, asking.ask_subject(self.topic.text().strip()),
                self.message.text().strip()))

    def _say_written(self, said: str) -> None:
        self.written.setText(said)
        self.written.setVisible(bool(said))


def _line(placeholder: str) -> QLineEdit:
    made = QLineEdit()
    made.setMaxLength(LONGEST_LINE)  # a long text is refused in words, never cut
    made.setPlaceholderText(placeholder)
    return made
