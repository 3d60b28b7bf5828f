"""In the detail of feedback: the follow-up note, and leaving the entry at that."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorjournal.documents.note import words_in
from mentorjournal.journal import feedback
from mentorjournal.mentoring import loop
from mentorjournal.mentoring.follow_up import MOST_WORDS
from mentorjournal.ui import theme
from mentorjournal.ui.panes.feedback_detail_facts import Facts
from mentorjournal.ui.panes.feedback_detail_parts import Section, indented, letters
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.day_popup import DayButton
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import dress, label
from mentorjournal.ui.widgets.parts import row
from mentorjournal.words import short_day, tr


class Note(Section):
    """A few words of thanks and what I will do: drafted from the entry, worded by me."""

    def __init__(self, pen: Pen, feedback_id: int, parent: QWidget | None = None) -> None:
        super().__init__(pen, feedback_id, tr("Follow-up note"), tr("Write it"), parent)
        self.note = GrowingText(
            tr("Thanks for one thing, what I took from it, what I will do"), least_lines=3,
            quiet=False)
        self.note.setAccessibleName(tr("Follow-up note"))
        self.keep("note_text", self.note, feedback.edit)
        self.note.textChanged.connect(self._judge)
        self.length = label("", "small", "muted")
        self.draft = Button(tr("Draft it from this entry"), kind="link")
        self.draft.clicked.connect(lambda: self.wished.emit("draft_note"))
        around = row()
        around.setContentsMargins(letters(), 0, 0, 0)
        around.addWidget(self.note)
        self.lines.setSpacing(theme.px(6))
        self.lines.addLayout(around)
        below = row()
        below.setContentsMargins(letters(), 0, 0, 0)
        below.addWidget(self.draft)
        below.addStretch(1)
        below.addWidget(self.length)
        self.lines.addLayout(below)
        self._deeds = self._make_deeds()
        self.lines.addWidget(self._deeds)
        self._facts: Facts | None = None

    def _make_deeds(self) -> QWidget:
        made = QWidget()
        flow = FlowLayout(made, gap=theme.px(8), line_gap=theme.px(6))
        flow.setContentsMargins(letters(), 0, 0, 0)
        self.ways = {
            "note_email": Button(tr("Email draft"), "envelope-simple", "row"),
            "note_save": Button(tr("Save…"), "export", "row"),
            "note_print": Button(tr("Print…"), "printer", "row"),
        }
        for key, button in self.ways.items():
            button.clicked.connect(lambda _=False, key=key: self.wished.emit(key))
            flow.addWidget(button)
        self.sent = DayButton(
            tr("Mark as sent"), tr("Sent {day}"), "paper-plane-tilt", name=tr("When I sent it"))
        self.sent.day_chosen.connect(self._send)
        flow.addWidget(self.sent)
        return made

    def _send(self, day: object) -> None:
        self.hand_in()
        self.write(feedback.send_note, day)

    def first(self) -> QWidget:
        return self.note

    def show_facts(self, facts: Facts, own: bool) -> None:
        self._facts = facts
        entry = facts.entry
        self.show_texts(entry, own)
        self.sent.show_day(entry.note_on, facts.as_of)
        says, tone = _says(facts)
        self.setVisible(facts.is_heard)
        is_wanted = bool(entry.note_text or entry.note_on) or facts.move.kind == "note"
        is_early = facts.is_cooling and not entry.note_on
        self.fold(is_early or not is_wanted, says, tone=tone, may_open=not is_early)
        self._judge()

    def _judge(self) -> None:
        """How long it is, and what can be done with it, as it stands now."""
        count = words_in(self.note.text())
        self.length.setText(tr("{n} of {most} words", n=count, most=MOST_WORDS))
        dress(self.length, "small", "warn" if count > MOST_WORDS else "muted")
        self.length.setVisible(count > 0)
        is_sent = self._facts is not None and self._facts.entry.note_on is not None
        self._deeds.setVisible(count > 0 or is_sent)
        self.draft.setText(tr("Draft it anew") if count else tr("Draft it from this entry"))


def _says(facts: Facts) -> tuple[str, str]:
    """What stands beside the heading, and its tone."""
    entry = facts.entry
    if entry.note_on or entry.date is None:
        return "", "muted"
    if facts.is_cooling and entry.cool_off_until:
        return tr("not before {day}, so that it is not written in the heat of it",
                  day=short_day(entry.cool_off_until, facts.as_of)), "muted"
    if (facts.as_of - entry.date).days > loop.NOTE_WITHIN and not entry.set_aside_on:
        return tr("none within {n} days", n=loop.NOTE_WITHIN), "warn"
    return ("", "muted") if entry.note_text else (tr("none yet"), "muted")


class Ends(QWidget):
    """Setting the entry aside with a reason, taking it up again, removing it."""

    wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.aside = Button(tr("Set it aside…"), kind="row")
        self.edit = Button(tr("Edit all…"), kind="row")
        self.remove = Button(tr("Remove"), kind="row")
        for key, button in (
            ("set_aside", self.aside), ("edit", self.edit), ("remove", self.remove),
        ):
            button.clicked.connect(lambda _=False, key=key: self.wished.emit(key))
        parts = row(self)
        parts.addWidget(indented(self.aside, self.edit, self.remove))

    def show_facts(self, facts: Facts) -> None:
        """Offer what is possible now."""
        entry = facts.entry
        self.aside.setVisible(not entry.set_aside_on and not entry.reported_back_on)
