"""The follow-up note of a past meeting: its text, how long it is, when it is due, its ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from mentorjournal import clock
from mentorjournal.documents.note import words_in
from mentorjournal.exchange import follow_up_files
from mentorjournal.journal import after_meeting, meetings
from mentorjournal.journal.records import Meeting, Person
from mentorjournal.mentoring.follow_up import MOST_WORDS, NoteState, note_state
from mentorjournal.mentoring.sides import side_of
from mentorjournal.store.errors import JournalError
from mentorjournal.ui import theme
from mentorjournal.ui.icons import icon
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import dress, label
from mentorjournal.ui.widgets.notice import NoticeStrip
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.words import tr

WAYS = (("note.pdf", "As PDF", "file-pdf"), ("note.txt", "As text", "file-text"),
        ("note.copy", "Copy", "copy"))


class FollowUpNote(QWidget):
    """Made for one meeting. `wanted` carries note.eml, note.pdf, note.txt or note.copy."""

    wanted = Signal(str)
    drafted = Signal()  # a draft has come into the note

    def __init__(self, pen: Pen, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen, self._meeting = pen, meeting_id
        self._sent = False
        self._drafted = ""
        self.text = GrowingText("", quiet=False, least_lines=3, most_lines=40)
        self.text.setAccessibleName(tr("Follow-up note"))
        pen.bind(self.text, meetings.edit, "meeting", meeting_id, "follow_up_text")
        self.text.textChanged.connect(self._count)
        self.state = label("", "small", "muted")
        self.count = label("", "small", "muted")
        self.draft = Button(tr("Draft it from this meeting"), "note-pencil", "row")
        self.mail = Button(tr("Email draft"), "envelope-simple", "row")
        self.more = Button(tr("Export"), "export", "row")
        self.mark = Button("", "paper-plane-tilt", "row")
        self._ask = NoticeStrip(
            tr("There is a note already."), tr("Your own words stay until you say so."),
            tr("Replace it"), "note-pencil",
        )
        self._wire()
        self._lay_out()
        self._count()

    def _wire(self) -> None:
        menu = QMenu(self)
        for key, words, sign in WAYS:
            menu.addAction(icon(sign), tr(words)).triggered.connect(
                lambda _on=False, key=key: self._hand_over(key))
        self.more.setMenu(menu)
        self.menu = menu
        below = Button(tr("Add it below"), kind="row")
        keep = Button(tr("Keep mine"), kind="row")
        self._ask.acted.connect(lambda: self._take(self._drafted))
        below.clicked.connect(
            lambda: self._take(f"{self.text.text().rstrip()}\n\n{self._drafted}"))
        keep.clicked.connect(self._answered)
        for each in (below, keep):
            self._ask.add_button(each)
        self._ask.hide()
        self.draft.clicked.connect(self._draft)
        self.mail.clicked.connect(lambda: self._hand_over("note.eml"))
        self.mark.clicked.connect(self._mark)

    def _lay_out(self) -> None:
        lines = column(self, gap=6)
        lines.addLayout(self._head())
        lines.addWidget(self.text)
        lines.addWidget(self._ask)
        deeds = QWidget()
        flow = FlowLayout(deeds, gap=theme.px(8), line_gap=theme.px(6))
        for each in (self.draft, self.mail, self.more, self.mark):
            flow.addWidget(each)
        lines.addWidget(deeds)

    def _head(self) -> QHBoxLayout:
        caption = label(tr("Follow-up note"), "label", "muted")
        caption.setBuddy(self.text)
        head = row(gap=10)
        head.addWidget(caption)
        head.addWidget(self.state)
        head.addStretch(1)
        head.addWidget(self.count)
        return head

    def show_note(self, which: Meeting, whom: Person, *, own: bool, fresh: bool) -> None:
        """Show what the journal holds."""
        self.text.setPlaceholderText(side_of(whom).noting.example)
        show_text(self.text, which.follow_up_text, own=own, fresh=fresh)
        sent = which.follow_up_sent_at
        self._sent = bool(sent)
        state = NoteState("none")
        if sent or (which.status == "held" and whom.standing in ("mentor", "candidate")
                    and which.purpose != "informal"):
            sent_on = meetings.day_of(sent, which.zone) if sent else None
            state = note_state(which.day, sent_on, clock.today())
        self.state.setText(state.words)
        dress(self.state, "small", "warn" if state.needs_look else "muted")
        self.mark.setText(tr("Mark as not sent") if sent else tr("Mark as sent"))
        self._count()

    def hand_in(self) -> None:
        """Hand in what was typed."""
        self.text.commit()

    def focus_note(self) -> None:
        """Put the focus where the note begins: on the draft while there is none."""
        (self.text if self.text.text().strip() else self.draft).setFocus(
            Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        n = words_in(self.text.text())
        self.count.setText(tr("{n} of {most} words", n=n, most=MOST_WORDS) if n else "")
        dress(self.count, "small", "warn" if n > MOST_WORDS else "muted")
        for each in (self.mail, self.more):
            each.setEnabled(n > 0)
        self.mark.setEnabled(n > 0 or self._sent)

    def _draft(self) -> None:
        """Put a draft into an empty note; beside one that was written, ask first."""
        self.hand_in()
        try:
            self._drafted = follow_up_files.first_draft(
                self._pen.journal, self._meeting, clock.today())
        except JournalError as refusal:
            self._pen.refused.emit(str(refusal))
            return
        if not self.text.text().strip():
            self._take(self._drafted)
        elif self.text.text().strip() != self._drafted:
            self._ask.show()
            self._ask.button().setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, text: str) -> None:
        if self._pen.write(meetings.edit, self._meeting, {"follow_up_text": text}):
            self._answered()
            self.drafted.emit()

    def _answered(self) -> None:
        self._ask.hide()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hand_over(self, key: str) -> None:
        self.hand_in()
        self.wanted.emit(key)

    def _mark(self) -> None:
        self.hand_in()
        stamp = None if self._sent else meetings.stamp(clock.now())
        self._pen.write(after_meeting.mark_note_sent, self._meeting, stamp)
