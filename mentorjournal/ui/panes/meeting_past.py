"""A meeting that is over: what came of it, its agenda as it was, and notes that can be added to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal import meetings, promises
from mentorjournal.journal.after_meeting import Closing
from mentorjournal.journal.records import Action, Meeting
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_facts import MeetingFacts
from mentorjournal.ui.panes.meeting_head import MeetingHead
from mentorjournal.ui.panes.meeting_note import FollowUpNote
from mentorjournal.ui.panes.meeting_past_items import PastItems
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row, set_wrapped, wrapped
from mentorjournal.words import minutes, short_day, tr

WIDEST = 760


class PastMeeting(QScrollArea):
    """Made for one meeting; the pane makes another for the next."""

    wanted = Signal(str)  # as MeetingHead.wanted and FollowUpNote.wanted

    def __init__(self, pen: Pen, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen, self.meeting_id = pen, meeting_id
        self._shown: object = None
        self._ticks: list[QCheckBox] = []
        self.setObjectName("canvas")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.head = MeetingHead()
        self.head.wanted.connect(self.wanted)
        self.notes = self._text("notes", tr("What was said, what you heard"), tr("Notes"))
        self.private = self._text(
            "private_note", tr("For your eyes only"), tr("Private note"))
        self.follow_up = FollowUpNote(pen, meeting_id)
        self.follow_up.wanted.connect(self.wanted)
        self.follow_up.drafted.connect(lambda: QTimer.singleShot(0, self, self._show_draft))
        self.how = Button(tr("How it went…"), "pencil-simple", "row")
        self.how.clicked.connect(lambda: self.wanted.emit("close"))
        self.went = wrapped("", "small", "muted")
        self._facts_part = QWidget()
        self._facts_lines = column(self._facts_part, gap=16)
        self.items = PastItems(pen)
        self._lay_out()

    def _text(self, name: str, placeholder: str, words: str) -> GrowingText:
        field = GrowingText(placeholder, quiet=False, least_lines=2, most_lines=40)
        field.setAccessibleName(words)
        self._pen.bind(field, meetings.edit, "meeting", self.meeting_id, name)
        return field

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("canvas")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QHBoxLayout(body)
        outer.setContentsMargins(*(theme.px(n) for n in (24, 16, 24, 24)))
        page = QWidget()
        page.setMaximumWidth(theme.px(WIDEST))
        outer.addWidget(page, 100)
        outer.addStretch(1)
        lines = column(page, gap=16)
        lines.addWidget(self.head)
        lines.addWidget(self._facts_part)
        lines.addWidget(self.items)
        how = row(gap=12)
        how.addWidget(self.how)
        how.addWidget(self.went, 1)
        lines.addLayout(how)
        lines.addLayout(_field(tr("Notes"), self.notes))
        lines.addWidget(self.follow_up)
        lines.addLayout(_field(tr("Private note"), self.private, private=True))
        lines.addStretch(1)
        self.setWidget(body)

    def show_facts(
        self, facts: MeetingFacts, found: Closing, *, own: bool = False
    ) -> None:
        """Show what the journal holds, and what came of the meeting."""
        which = facts.meeting
        fresh = self._shown is None
        self.head.show_meeting(facts)
        self.how.setVisible(which.status == "held")
        set_wrapped(self.went, _went(found) if which.status == "held" else "")
        show_text(self.notes, which.notes, own=own, fresh=fresh)
        show_text(self.private, which.private_note, own=own, fresh=fresh)
        self.items.show_items(facts.items, which.status == "held", own=own)
        self.follow_up.show_note(which, facts.person, own=own, fresh=fresh)
        known = (found.outcomes, found.heard, found.told, found.promises, found.thanks,
                 which.desired_outcome, which.called_off_why, which.status,
                 facts.person.short_name, facts.side.party)
        if known != self._shown:
            self._shown = known
            self._ticks.clear()
            _clear(self._facts_lines)
            self._add_facts(facts, found)
        stops = [self.head.more, *self._ticks, *self.items.fields.values(), self.how]
        for first, second in pairwise(stops):  # down the page, whatever was made first
            QWidget.setTabOrder(first, second)

    def focus_first(self, *, to_note: bool = False) -> None:
        """Put the focus where one goes on: how it went, or the follow-up note."""
        if to_note:
            self.follow_up.focus_note()
            self.ensureWidgetVisible(self.follow_up, 0, theme.px(16))
        else:
            self.how.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_draft(self) -> None:
        """Bring the note up whole, or its beginning."""
        self.widget().layout().activate()
        top = self.follow_up.mapTo(self.widget(), QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(top - theme.px(16))

    def hand_in(self) -> None:
        """Hand in what was typed."""
        self.items.hand_in()
        for field in (self.notes, self.follow_up.text, self.private):
            field.commit()

    def _add_facts(self, facts: MeetingFacts, found: Closing) -> None:
        which, say = facts.meeting, facts.side.meeting
        if which.status in ("cancelled", "postponed"):
            self._add(tr("Called off"), [wrapped(_called_off(which, facts))])
        if which.desired_outcome:
            self._add(say.wanted, [wrapped(which.desired_outcome)])
        if found.outcomes:
            self._add(say.left, [wrapped(one.text) for one in found.outcomes])
        if found.heard:
            self._add(tr("Feedback"), [wrapped(one.text) for one in found.heard if one.text])
        if found.told:
            self._add(tr("Feedback I gave"), [wrapped(one.text) for one in found.told])
        if found.promises:
            self._add(tr("Promises"), [
                self._promise(one, facts.person.short_name) for one in found.promises
            ])
        if found.thanks:
            self._add(tr("Thanks"), [wrapped(one.for_what) for one in found.thanks])

    def _add(self, words: str, parts: Sequence[QWidget]) -> None:
        part = QWidget()
        lines = column(part, gap=6)
        lines.addWidget(label(words, "label", "muted"))
        for each in parts:
            lines.addWidget(each)
        self._facts_lines.addWidget(part)

    def _promise(self, one: Action, their_name: str) -> QWidget:
        line = QWidget()
        parts = row(line, gap=2)
        tick = QCheckBox()
        self._ticks.append(tick)
        tick.setChecked(one.done_on is not None)
        tick.setAccessibleName(tr("{promise}: kept", promise=one.text))
        tick.clicked.connect(lambda on: self._pen.write(
            promises.set_done, one.id, clock.today() if on else None))
        parts.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        lines = column(gap=0)
        lines.addWidget(wrapped(one.text))
        lines.addWidget(wrapped(_promise_state(one, their_name), "small", "muted"))
        parts.addLayout(lines, 1)
        return line


def _field(words: str, field: GrowingText, *, private: bool = False) -> QVBoxLayout:
    lines = column(gap=5)
    head = row(gap=4)
    caption = label(words, "label", "muted")
    caption.setBuddy(field)
    head.addWidget(caption)
    head.addStretch(1)
    if private:
        head.addWidget(IconLabel("lock-simple", "muted", 13))
        head.addWidget(label(tr("private, never exported"), "micro", "muted"))
    lines.addLayout(head)
    lines.addWidget(field)
    return lines


def _promise_state(one: Action, their_name: str) -> str:
    today = clock.today()
    whose = their_name if one.is_theirs else tr("Mine")
    if one.done_on:
        when = tr("done {day}", day=short_day(one.done_on, today))
    elif one.dropped_on:
        when = tr("dropped {day}", day=short_day(one.dropped_on, today))
    elif one.due:
        when = tr("due {day}", day=short_day(one.due, today))
    else:
        when = tr("no date")
    return tr("{who} · {when}", who=whose, when=when)


def _went(found: Closing) -> str:
    """Such as "On time · 40 of 45 min"; what was not noted is left out."""
    which = found.meeting
    said = [word(which.arrival)]
    if which.arrival == "late" and which.late_minutes:
        said = [tr("{n} min late", n=which.late_minutes)]
    if which.actual_minutes:
        said.append(tr("{n} of {planned}", n=which.actual_minutes,
                       planned=minutes(which.planned_minutes)))
    if which.next_contact_on and found.following is None:
        said.append(tr("in touch by {day}", day=short_day(which.next_contact_on, clock.today())))
    return " · ".join(filter(None, said))


def _called_off(which: Meeting, facts: MeetingFacts) -> str:
    who = {"me": tr("By me"),
           facts.side.party: tr("By {name}", name=facts.person.short_name)}.get(
        facts.side.called(which.called_off_by) or "", "")
    notice = ""
    if which.notice_hours is not None:
        notice = tr("{n} hours’ notice", n=f"{which.notice_hours:g}")
    parts = [part for part in (who, notice, which.called_off_why) if part]
    return " · ".join(parts) or tr("No reason noted")


def _clear(lines: QVBoxLayout) -> None:
    while lines.count():
        widget = lines.takeAt(0).widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
