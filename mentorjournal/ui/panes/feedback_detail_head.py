"""The head of an entry of the feedback log: topic, who and when, its steps, what comes next."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from mentorjournal.journal import feedback
from mentorjournal.mentoring import loop
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.ui import theme
from mentorjournal.ui.panes.feedback_detail_facts import Facts
from mentorjournal.ui.panes.feedback_detail_parts import Text, letters
from mentorjournal.ui.panes.feedback_detail_steps import day_of, question_of, write_day
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.avatar import Avatar
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.day_popup import ask_day
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.label import dress, label
from mentorjournal.ui.widgets.parts import column, row, set_wrapped, wrapped
from mentorjournal.ui.widgets.stepper import Stepper
from mentorjournal.words import near_day, short_day, tr

TONES = {"plain": "ink2", "look": "warn", "act": "alert", "done": "ok"}
LONGEST_TOPIC = 300
TOPIC_LINES = 4  # what is longer scrolls, so that the steps stay in sight
HEARD = 1  # the step that needs the words, not only a day


class Head(QWidget):
    """`wished` carries a key; `next_wanted` asks for the next thing to do."""

    wished = Signal(str)
    next_wanted = Signal()

    def __init__(self, pen: Pen, feedback_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen, self._id = pen, feedback_id
        self._facts: Facts | None = None
        self.topic = Text(tr("Topic"), tr("What is it about?"), style="record-title", is_line=True,
                          most_lines=TOPIC_LINES, longest=LONGEST_TOPIC)
        pen.bind(self.topic, feedback.edit, "feedback", feedback_id, "topic")
        self._avatar = Avatar(side=22)
        self.person = Button("", kind="link")
        self.person.clicked.connect(lambda: self.wished.emit("person"))
        self._when = label("", "small", "muted")
        self.meeting = Button("", kind="link")
        self.meeting.clicked.connect(lambda: self.wished.emit("meeting"))
        self.stepper = Stepper()
        self.stepper.chosen.connect(self.ask_step)
        self._says = wrapped("", "body", "ink2")
        self._why = wrapped("", "small", "muted")
        self.next = Button("", kind="primary")
        self.next.clicked.connect(self.next_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        lines = column(self, 6)
        lines.addWidget(self.topic)
        who = QWidget()
        flow = FlowLayout(who, gap=theme.px(6), line_gap=theme.px(2))
        flow.setContentsMargins(letters(), 0, 0, 0)
        for each in (self._avatar, self.person, self._when, self.meeting):
            flow.addWidget(each)
        lines.addWidget(who)
        lines.addSpacing(theme.px(4))
        lines.addWidget(self.stepper)
        says = column(gap=0)
        says.addWidget(self._says)
        says.addWidget(self._why)
        following = row()
        following.setContentsMargins(letters(), 0, 0, 0)
        following.addLayout(says, 1)
        following.addWidget(self.next)
        lines.addLayout(following)

    def show_facts(self, facts: Facts, own: bool) -> None:
        """Show what the journal holds."""
        is_new, self._facts = self._facts is None, facts
        entry, person = facts.entry, facts.person
        show_text(self.topic, entry.topic, own=own)
        if is_new:  # after the journal's own words, which a longer draft stands before
            self._pen.keep_draft(self.topic, f"feedback:{self._id}:topic")
        self._avatar.set_person(
            person.initials, next(iter(person.roles), None), person.standing, facts.photo,
            person.name)
        self.person.setText(person.short_name.replace("&", "&&"))
        self.person.setAccessibleName(tr("{name}: open their page", name=person.short_name))
        self._when.setText(_when(facts))
        self.meeting.setVisible(facts.said_in is not None)
        if facts.said_in is not None:
            self.meeting.setText(tr("in a meeting"))
            self.meeting.setAccessibleName(tr("Open the meeting in which it was said"))
        self._show_steps(facts)
        self._show_move(facts)

    def _show_steps(self, facts: Facts) -> None:
        names = [loop.step_words(place) for place in range(len(loop.STEPS))]
        days = [day_of(facts.entry, place) for place in range(len(loop.STEPS))]
        at = loop.step(facts.entry)
        said = [near_day(day, facts.as_of) if day else "" for day in days]
        self.stepper.set_steps(names, at, said)

    def _show_move(self, facts: Facts) -> None:
        move, words = facts.move, next_words(facts)
        set_wrapped(self._says, move.words)
        dress(self._says, "body", TONES[move.tone])
        set_wrapped(self._why, facts.entry.set_aside_why or "")
        self._why.setVisible(bool(facts.entry.set_aside_on))
        self.next.setText(words)
        self.next.setVisible(bool(words))
        self.next.set_kind("primary" if move.waiting or move.kind == "report" else "")

    def ask_step(self, place: int) -> None:
        """Ask for the day of a step, as its circle does."""
        if self._facts is None:
            return
        entry = self._facts.entry
        if entry.date is None and place >= HEARD:
            self.wished.emit("heard")
            return
        width = self.stepper.width() / len(loop.STEPS)
        at = self.stepper.mapToGlobal(QPoint(round(place * width), self.stepper.height()))
        ask_day(self.stepper, question_of(place), day_of(entry, place),
                lambda day: write_day(self._pen, entry, place, day), at)

    def hand_in(self) -> None:
        """Hand in what was typed."""
        self.topic.commit()


def _when(facts: Facts) -> str:
    entry = facts.entry
    if entry.date is None:
        return tr("not heard yet")
    day = short_day(entry.date, facts.as_of)
    said = tr("heard {day}", day=day)
    if entry.kind:
        said = tr("{said}, {kind}", said=said, kind=word(entry.kind).lower())
    return said


def next_words(facts: Facts) -> str:
    """What the button of the next thing to do says; nothing while there is only to wait."""
    entry, kind = facts.entry, facts.move.kind
    if kind == "report":
        to_place = facts.next_meeting is not None and facts.agenda_of is None
        return tr("Put it on the agenda") if to_place else tr("I have told them")
    if kind == "talk":
        return tr("We talked") if entry.talk_asked_on else tr("Ask for it…")
    if kind == "note":
        return tr("Go to the note") if entry.note_text else tr("Write the note")
    return {
        "ask": tr("Ask"), "answer": tr("Write down what was said"), "plan": tr("Make a plan"),
        "actions": tr("Go to the actions"), "act": tr("I acted on it"),
        "aside": tr("Take it up again"),
    }.get(kind, "")


