"""What the mentor is asked to do before a meeting: words, minutes, day, link, sent or not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from mentorjournal import clock
from mentorjournal.journal import agenda, meetings
from mentorjournal.journal.records import AskAhead
from mentorjournal.mentoring.agenda import ask_lead
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_facts import MeetingFacts
from mentorjournal.ui.panes.meeting_parts import LINE_LIMIT, AddLine, MinuteBox, WrappedLine
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.buttons import IconButton
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import dress
from mentorjournal.ui.widgets.parts import column, row, set_wrapped, wrapped
from mentorjournal.ui.widgets.scaled_width import keep_width
from mentorjournal.words import short_day, tr


class AskRow(QWidget):
    """One thing asked for ahead."""

    def __init__(self, pen: Pen, ask_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen, self.ask_id = pen, ask_id
        self.text = GrowingText(tr("Could you look at … before we meet?"), most_lines=6)
        self.text.setAccessibleName(tr("Asked ahead"))
        self.text.setProperty("dense", True)
        self.minutes = MinuteBox(tr("Minutes it takes"))
        self.due = DateField(optional=True)
        self.due.setProperty("dense", True)
        self.due.setAccessibleName(tr("Wanted by"))
        self.link = WrappedLine(
            tr("Link or file name"), "body", quiet=False, most_lines=3, longest=LINE_LIMIT)
        self.link.setAccessibleName(tr("Link or file name"))
        self.sent = QCheckBox(tr("Sent already"))
        self.sent.setMinimumHeight(theme.px(28))
        self.says = wrapped("", "small", "muted")
        self.drop = IconButton("x", tr("Remove this ask"), side=24)
        self._wire()
        self._lay_out()

    def _wire(self) -> None:
        for field, name in ((self.text, "text"), (self.link, "link")):
            self._pen.bind(field, agenda.edit_ask, "ask_ahead", self.ask_id, name)
        self.minutes.valueChanged.connect(lambda value: self._edit("minutes", value))
        self.due.day_changed.connect(lambda day: self._edit("due", day))
        self.sent.clicked.connect(
            lambda on: self._edit("sent_at", meetings.stamp(clock.now()) if on else None)
        )
        self.drop.clicked.connect(lambda: self._pen.write(agenda.remove_ask, self.ask_id))

    def _lay_out(self) -> None:
        fields, second = QWidget(), row()
        flow = FlowLayout(fields, gap=theme.px(8), line_gap=theme.px(4))
        fields.setContentsMargins(theme.px(9), 0, 0, 0)
        second.setContentsMargins(theme.px(9), 0, 0, 0)
        keep_width(self.minutes, 86)
        for each in (self.minutes, self.due, self.sent):
            flow.addWidget(each)
        second.addWidget(self.link, 1)
        second.addWidget(self.says, 1)
        lines = column(gap=4)
        lines.addWidget(self.text)
        lines.addWidget(fields)
        lines.addLayout(second)
        parts = row(self, gap=2)
        parts.addLayout(lines, 1)
        parts.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignTop)

    def show_ask(self, ask: AskAhead, facts: MeetingFacts, own: bool) -> None:
        """Show what the journal holds."""
        show_text(self.text, ask.text, own=own)
        show_text(self.link, ask.link, own=own)
        for field in (self.minutes, self.due, self.sent):
            field.blockSignals(True)
        if self.minutes.value() != ask.minutes:
            self.minutes.setValue(ask.minutes)
        if self.due.day() != ask.due:
            self.due.set_day(ask.due)
        self.sent.setChecked(bool(ask.sent_at))
        for field in (self.minutes, self.due, self.sent):
            field.blockSignals(False)
        self._say(ask, facts)

    def _say(self, ask: AskAhead, facts: MeetingFacts) -> None:
        today = facts.now.date()
        lead = ask_lead(ask, facts.meeting, today)
        if ask.sent_at:
            day = meetings.day_of(ask.sent_at, facts.meeting.zone)
            words, tone = tr("on {day}", day=short_day(day, today)), "muted"
        elif facts.side.i_mentor:
            words, tone = "", "muted"
        elif lead.is_late:
            words, tone = tr("send it now; a week ahead is usual"), "warn"
        elif lead.days_needed:
            words = tr("a long read: send it by {day}", day=short_day(lead.send_by, today))
            tone = "muted"
        else:
            words, tone = tr("goes out with the agenda"), "muted"
        set_wrapped(self.says, words)
        dress(self.says, "small", tone)

    def _edit(self, name: str, value: Any) -> None:
        self._pen.write(
            agenda.edit_ask, self.ask_id, {name: value}, merge=f"ask_ahead:{self.ask_id}:{name}"
        )


class AsksEditor(QWidget):
    """The asks of one item, or of the meeting as a whole, and a line to add one."""

    def __init__(
        self, pen: Pen, meeting_id: int, item_id: int | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pen = pen
        self._rows: dict[int, AskRow] = {}
        self._lines = column(self, gap=6)
        values = {"item_id": item_id} if item_id is not None else {}
        self.add = AddLine(
            tr("Ask for something ahead"),
            lambda text: pen.write(agenda.add_ask, meeting_id, {**values, "text": text}), inset=9,
        )
        self.add.edit.setProperty("dense", True)
        self._lines.addWidget(self.add)

    def rows(self) -> list[AskRow]:
        """The rows in their order."""
        return sorted(self._rows.values(), key=self._lines.indexOf)

    def show_asks(self, asks: Sequence[AskAhead], facts: MeetingFacts, own: bool) -> None:
        """Show these asks in their order."""
        for gone in self._rows.keys() - {ask.id for ask in asks}:
            leaving = self._rows.pop(gone)
            if leaving.isAncestorOf(self.window().focusWidget() or self):
                self.add.setFocus()
            leaving.hide()
            leaving.deleteLater()
        for place, ask in enumerate(asks):
            if ask.id not in self._rows:
                self._rows[ask.id] = AskRow(self._pen, ask.id)
            line = self._rows[ask.id]
            line.show_ask(ask, facts, own)
            if self._lines.indexOf(line) != place:
                self._lines.insertWidget(place, line)
                line.show()
