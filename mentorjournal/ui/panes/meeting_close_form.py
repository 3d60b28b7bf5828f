"""The form of the close step: everything there is to say of one meeting, top to bottom."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorjournal.journal import meetings
from mentorjournal.journal.after_meeting import Closing
from mentorjournal.mentoring.sides import side_of
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_close_asked import AskedRows
from mentorjournal.ui.panes.meeting_close_items import ItemRows
from mentorjournal.ui.panes.meeting_close_lines import (
    FeedbackRows,
    OutcomeRows,
    PromiseRows,
    ThanksRows,
)
from mentorjournal.ui.panes.meeting_close_next import NextDate
from mentorjournal.ui.panes.meeting_close_parts import Answer, asked, section
from mentorjournal.ui.panes.meeting_facts import when_words
from mentorjournal.ui.panes.meeting_parts import AddLine
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.avatar import Avatar
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import ElidedLabel, label
from mentorjournal.ui.widgets.notice import NoticeStrip
from mentorjournal.ui.widgets.number_field import NumberField
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.ui.widgets.private_mark import PrivateMark
from mentorjournal.ui.widgets.scaled_width import keep_width
from mentorjournal.words import minutes, tr

WIDEST = 760
YES_NO = (("yes", "Yes"), ("no", "No"))


class CloseForm(QWidget):
    """Made for one meeting."""

    person_wanted = Signal(int)
    fit_wanted = Signal(int)  # the fit sheet of whom one is getting to know

    def __init__(self, pen: Pen, found: Closing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen, self._meeting = pen, found.meeting.id
        self._chained: list[QWidget] = []
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.side = side_of(found.person)
        short = found.person.short_name
        self.outcomes = OutcomeRows(pen, self._meeting, self.side.meeting)
        self.items = ItemRows(pen, self._meeting)
        self.promises = PromiseRows(pen, self._meeting, self.side, short)
        self.heard = FeedbackRows(pen, found.meeting)
        self.told = FeedbackRows(pen, found.meeting, told=True)
        self.asked = AskedRows(pen)
        self.thanks = ThanksRows(pen, self._meeting, self.side.meeting.thanks_example)
        self.next = NextDate(pen, self._meeting)
        self.fit = NoticeStrip(
            tr("Does it fit?"), tr("Five short questions while it is fresh. Private, never "
                                   "exported."), tr("Fill the fit sheet"), "lock-simple")
        self.fit.acted.connect(lambda: self.fit_wanted.emit(found.person.id))
        self._make_facts(short)
        self._make_self_note()
        self._lay_out(found)

    def _make_facts(self, short: str) -> None:
        self.arrival = Answer(
            [(key, word(key)) for key in ("early", "on_time", "late")], tr("I came"))
        self.late = NumberField(0, 480, suffix=tr(" min late"), dense=True)
        self.late.setAccessibleName(tr("Minutes late"))
        keep_width(self.late, 118)
        self.minutes = NumberField(1, 1440, suffix=tr(" min"), dense=True)
        self.minutes.setAccessibleName(tr("Minutes it took"))
        keep_width(self.minutes, 96)
        self.planned = label("", "small", "muted")
        self.started_by = Answer(
            [("me", tr("Me")), (self.side.party, short)], tr("Who asked to meet"))
        self.arrival.answered.connect(self._arrived)
        self.late.valueChanged.connect(lambda n: self._edit("late_minutes", n))
        self.minutes.valueChanged.connect(lambda n: self._edit("actual_minutes", n))
        self.started_by.answered.connect(lambda key: self._edit("initiated_by", key))

    def _make_self_note(self) -> None:
        yes_no = [(key, tr(words)) for key, words in YES_NO]
        self.listened = Answer(yes_no, tr("I listened more than I talked"))
        self.drifted = Answer(yes_no, tr("It drifted off the point"))
        for field, name in ((self.listened, "listened_more"), (self.drifted, "drifted")):
            field.answered.connect(lambda key, name=name: self._edit(
                name, None if key is None else key == "yes"))
        self.private = GrowingText(tr("For your eyes only"), quiet=False, least_lines=2,
                                   most_lines=20)
        self.private.setAccessibleName(tr("Private note"))
        self._pen.bind(self.private, meetings.edit, "meeting", self._meeting, "private_note")

    def _lay_out(self, found: Closing) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(*(theme.px(n) for n in (24, 16, 24, 24)))
        page = QWidget()
        page.setMaximumWidth(theme.px(WIDEST))
        outer.addWidget(page, 100)
        outer.addStretch(1)
        lines = column(page, gap=22)
        lines.addLayout(self._head(found))
        lines.addWidget(self.fit)
        self._items_part = QWidget()
        self._items_part.setLayout(section(tr("Agenda"), self.items))
        lines.addLayout(section(self.side.meeting.left, self.outcomes))
        lines.addWidget(self._items_part)
        lines.addLayout(section(tr("Promises made"), self.promises))
        self._heard_part, self._told_part = QWidget(), QWidget()
        self._heard_part.setLayout(section(tr("Feedback on my work"), self.heard))
        self._told_part.setLayout(
            section(tr("Feedback I gave"), self.told, at_right=PrivateMark()))
        self._asked_part = QWidget()
        self._asked_part.setLayout(
            section(tr("Feedback I gave before"), self.asked, at_right=PrivateMark()))
        lines.addWidget(self._asked_part)
        lines.addWidget(self._told_part)
        lines.addWidget(self._heard_part)
        lines.addLayout(section(tr("Thanks for one thing"), self.thanks))
        lines.addLayout(section(tr("When we meet next"), self.next))
        lines.addLayout(self._facts_part())
        lines.addLayout(self._self_part())
        lines.addStretch(1)

    def _head(self, found: Closing) -> QHBoxLayout:
        self.avatar = Avatar(side=40)
        self.name = ElidedLabel("", "record-title")
        self.when = ElidedLabel("", "small", "muted")
        self.person = Button("", "user", "link")
        self.person.clicked.connect(lambda: self.person_wanted.emit(found.person.id))
        words = column(gap=0)
        words.addWidget(self.name)
        words.addWidget(self.when)
        parts = row(gap=12)
        parts.addWidget(self.avatar)
        parts.addLayout(words, 1)
        parts.addWidget(self.person, 0, Qt.AlignmentFlag.AlignVCenter)
        return parts

    def _facts_part(self) -> QVBoxLayout:
        lines = section(tr("The meeting itself"))
        lines.addLayout(asked(tr("I came"), self.arrival, self.late))
        lines.addLayout(asked(tr("It took"), self.minutes, self.planned))
        lines.addLayout(asked(tr("Who asked to meet"), self.started_by))
        return lines

    def _self_part(self) -> QVBoxLayout:
        lines = section(tr("For myself"), at_right=PrivateMark())
        lines.addLayout(asked(tr("I listened more than I talked"), self.listened))
        lines.addLayout(asked(tr("It drifted off the point"), self.drifted))
        lines.addWidget(self.private)
        return lines

    # Showing

    def show_closing(self, found: Closing, *, own: bool = False) -> None:
        """Show what the journal holds; `own` for a change that was written here."""
        which, whom = found.meeting, found.person
        self.avatar.set_person(
            whom.initials, next(iter(whom.roles), None), whom.standing, found.photo, whom.name)
        self.name.setText(tr("How it went with {name}", name=whom.short_name))
        self.when.setText(when_words(which))
        self.person.setText(tr("Show {name}", name=whom.short_name).replace("&", "&&"))
        self.outcomes.show_records(found.outcomes, own)
        self.items.show_items(found.items)
        self._items_part.setVisible(bool(found.items))
        self.promises.show_records(found.promises, own)
        self._show_feedback(found, own)
        self.thanks.show_records(found.thanks, own)
        self.next.show_closing(found)
        self.fit.setVisible(found.offers_fit_sheet)
        self._show_facts(found)
        for field, answer in ((self.listened, which.listened_more), (self.drifted, which.drifted)):
            field.show_answer(None if answer is None else "yes" if answer else "no")
        show_text(self.private, which.private_note, own=own)
        self._chain_tabs()

    def _show_feedback(self, found: Closing, own: bool) -> None:
        """With somebody I mentor it is mine; what is noted the other way stays in sight."""
        mentee = self.side.i_mentor
        self.asked.show_asked(found.asked, own)
        self._asked_part.setVisible(bool(found.asked))
        self.heard.show_records(found.heard, own)
        self.told.show_records(found.told, own)
        self._heard_part.setVisible(not mentee or bool(found.heard))
        self._told_part.setVisible(mentee or bool(found.told))

    def _show_facts(self, found: Closing) -> None:
        which = found.meeting
        self.arrival.show_answer(which.arrival)
        self.late.setVisible(which.arrival == "late")
        self.started_by.show_answer(self.side.called(which.initiated_by))
        self.planned.setText(tr("of {minutes} planned", minutes=minutes(which.planned_minutes)))
        for field, value in ((self.late, which.late_minutes or 0),
                             (self.minutes, found.minutes_taken)):
            if field.value() != value:
                field.blockSignals(True)
                field.setValue(value)
                field.blockSignals(False)

    def _chain_tabs(self) -> None:
        """Tab goes down the page, whatever was made first."""
        stops = [
            self.person, self.fit.button(), *self.outcomes.stops(), *self.items.stops(),
            *self.promises.stops(), *self.asked.stops(), *self.told.stops(), *self.heard.stops(),
            *self.thanks.stops(), *self.next.stops(), *self.arrival.stops(), self.late,
            self.minutes, *self.started_by.stops(),
            *self.listened.stops(), *self.drifted.stops(), self.private,
        ]
        if stops != self._chained:
            self._chained = stops
            for first, second in pairwise(stops):
                QWidget.setTabOrder(first, second)

    def hand_in(self) -> None:
        """Hand in what was typed, also in the lines that add."""
        for field in self.findChildren(GrowingText):
            field.commit()
        for line in self.findChildren(AddLine):
            line.take()

    # Writing

    def _arrived(self, key: str | None) -> None:
        values: dict[str, Any] = {"arrival": key}
        if key != "late":
            values["late_minutes"] = None
        self._pen.write(meetings.edit, self._meeting, values)

    def _edit(self, name: str, value: Any) -> None:
        self._pen.write(
            meetings.edit, self._meeting, {name: value}, merge=f"meeting:{self._meeting}:{name}")
