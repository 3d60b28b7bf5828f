"""A message to a writer: drafted, changed by hand, taken along as text or mail, and then noted.

It asks for a letter, reminds of one, or tells how it ended.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from mentorjournal import clock
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import letter_words
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import tr

# Writes a text as a mail draft; gives the sentence that says so, "" when it was given up.
Export = Callable[[str], str]


@dataclass(frozen=True)
class Message:
    """What a message is: its title, first words, and what pressing the button notes.

    `draft` makes it anew from the form's values; `meeting` are the words of the next meeting.
    """

    title: str
    draft: Callable[[Mapping[str, Any]], str]
    ok: str
    intro: str = ""
    asks: bool = False
    answer_days: int = letter_words.ANSWER_DAYS
    meeting: str = ""


def ask_message(
    parent: QWidget | None, journal: Journal, key: str, message: Message,
    take: Take | None = None, export: Export | None = None,
) -> dict[str, Any] | None:
    """`text`, `day` and for asking `answer_by` and `how`; None if cancelled."""
    form = MessageForm(message, parent)
    form.take, form.export = take, export
    form.keep_draft(journal, key)
    return form.values() if form.exec() else None


class MessageForm(FormDialog):
    """The text follows the fields above it until it is changed by hand."""

    def __init__(self, message: Message, parent: QWidget | None = None) -> None:
        super().__init__(message.title, parent, ok=message.ok, intro=message.intro, columns=2)
        self.export: Export | None = None
        self._message = message
        if message.asks:
            self.answer_by = self.add_field(
                "answer_by", tr("An answer by"), DateField(),
                hint=tr("A day makes a no easy: nobody has to put it off."))
        if message.meeting:
            self.how = self.add_field("how", tr("How"), Segmented([
                ("message", tr("By message")), ("meeting", tr("At our meeting"))]))
        self.text = self.add_field("text", tr("The message"), GrowingText(
            quiet=False, least_lines=10, most_lines=20), wide=True)
        self._build_tools()
        self.day = self.add_field("day", tr("Sent or said on"), DateField())
        start: dict[str, Any] = {"day": clock.today()}
        if message.asks:
            start["answer_by"] = clock.today() + timedelta(message.answer_days)
        if message.meeting:
            start["how"] = "message"
        self.fill_in(start)
        self._drafted = message.draft(self.field_values())
        self.text.set_text_quietly(self._drafted)
        self.edited.connect(self._follow)
        self._follow()
        self.text.setFocus()

    def _build_tools(self) -> None:
        self.tools = QWidget()
        buttons = QWidget()
        flow = FlowLayout(buttons)
        self.copy = Button(tr("Copy"), "copy", "row")
        self.mail = Button(tr("Mail draft…"), "envelope-simple", "row")
        self.again = Button(tr("Draft it again"), "arrow-clockwise", "row")
        self.copy.clicked.connect(self._copy)
        self.mail.clicked.connect(self._export)
        self.again.clicked.connect(self._draft_again)
        for button in (self.copy, self.mail, self.again):
            flow.addWidget(button)
        self.written = label("", "small", "muted", wrap=True)
        self.written.hide()
        lines = column(self.tools, gap=4)
        lines.addWidget(buttons)
        lines.addWidget(self.written)
        self.add_wide(self.tools)

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {}
        at_meeting = values.get("how") == "meeting"
        if values["day"] > clock.today() and not at_meeting:
            wrong["day"] = tr("That day is still to come.")
        if self._message.asks and values["answer_by"] < values["day"]:
            wrong["answer_by"] = tr("That is before you ask.")
        if not values["text"]:
            wrong["text"] = tr("Write a few words, or draft them again.")
        return wrong

    def _follow(self) -> None:
        values = self.field_values()
        drafted, was = self._message.draft(values), self._drafted
        self._drafted = drafted
        if values["text"] == was.strip() and drafted != was:
            self.text.set_text_quietly(drafted)
        at_meeting = values.get("how") == "meeting"
        if self.day.isHidden() != at_meeting:
            self.set_field_shown("day", not at_meeting)
        if self._message.meeting:
            self.set_hint("how", self._message.meeting if at_meeting else "")
            self.ok_button().setText(tr("Put it on the agenda") if at_meeting
                                     else self._message.ok)
        self.again.setVisible(self.text.text().strip() != drafted.strip())

    def _draft_again(self) -> None:
        self.text.type_anew(self._drafted)
        self.text.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.text())
        self.copy.setText(tr("Copied"))

    def _export(self) -> None:
        if self.export is not None:
            said = self.export(self.text.text().strip())
            self.written.setText(said)
            self.written.setVisible(bool(said))
