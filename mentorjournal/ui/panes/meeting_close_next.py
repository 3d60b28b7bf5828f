"""When we meet next, in the close step: a time that is offered, or only a day to be in touch."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from mentorjournal import clock
from mentorjournal.journal import after_meeting
from mentorjournal.journal.after_meeting import Closing
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_facts import when_words
from mentorjournal.ui.panes.meeting_parts import signed
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.date_field import DateField, TimeField
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.parts import column, row, set_wrapped, wrapped
from mentorjournal.ui.widgets.scaled_width import keep_width
from mentorjournal.words import short_day, tr


class NextDate(QWidget):
    """Offers a time where nothing is arranged; nothing is written until it is asked for."""

    def __init__(self, pen: Pen, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen, self._meeting = pen, meeting_id
        self._offered: datetime | None = None
        self.known = wrapped("")
        self._known = signed("calendar-check", "muted", self.known)
        self.forget = Button(tr("Forget it"), kind="link")
        self.day, self.time = DateField(), TimeField()
        self.arrange = Button(tr("Arrange it"), "calendar-plus", "row")
        self.remember = Button(tr("Only remember the day"), kind="link")
        self.says = wrapped("", "small", "muted")
        self._offer = QWidget()
        self._lay_out()
        self.day.dateChanged.connect(lambda _day: self._judge())
        self.time.timeChanged.connect(lambda _time: self._judge())
        self.arrange.clicked.connect(self._arrange)
        self.remember.clicked.connect(lambda: pen.write(
            after_meeting.be_in_touch_on, meeting_id, self.day.day()))
        self.forget.clicked.connect(lambda: pen.write(
            after_meeting.be_in_touch_on, meeting_id, None))

    def _lay_out(self) -> None:
        for field, words in ((self.day, tr("Day of the next meeting")),
                             (self.time, tr("Time of the next meeting"))):
            field.setProperty("dense", True)
            field.setAccessibleName(words)
        keep_width(self.time, 84)
        lines = column(self, gap=6)
        known = row(gap=12)
        known.addWidget(self._known, 1)
        known.addWidget(self.forget)
        lines.addLayout(known)
        offer = column(self._offer, gap=4)
        fields = QWidget()
        flow = FlowLayout(fields, gap=theme.px(8), line_gap=theme.px(4))
        for each in (self.day, self.time, self.arrange, self.remember):
            flow.addWidget(each)
        offer.addWidget(fields)
        offer.addWidget(self.says)
        lines.addWidget(self._offer)

    def show_closing(self, found: Closing) -> None:
        """Show what is arranged, or the offer; a day that was typed stays."""
        words = _known_words(found)
        set_wrapped(self.known, words)
        self._known.setVisible(bool(words))
        self.forget.setVisible(bool(words) and found.following is None)
        self._offer.setVisible(found.offer is not None)
        if found.offer is not None:
            set_wrapped(self.says, tr("Offered: {words}", words=found.offer.words))
            if found.offer.starts_at != self._offered:
                self._offered = found.offer.starts_at
                self.day.set_day(self._offered.date())
                self.time.set_moment(self._offered.time())
        self._judge()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.forget, self.day, self.time, self.arrange, self.remember]

    def starts_at(self) -> datetime:
        """The time that is shown."""
        return datetime.combine(self.day.day() or clock.today(), self.time.moment())

    def _judge(self) -> None:
        """Only what is still to come can be arranged."""
        ahead = self.starts_at() > clock.now().replace(tzinfo=None)
        self.arrange.setEnabled(ahead)
        self.remember.setEnabled(ahead)

    def _arrange(self) -> None:
        self._pen.write(after_meeting.arrange_next, self._meeting, self.starts_at())


def _known_words(found: Closing) -> str:
    today = clock.today()
    if found.following is not None:
        when = when_words(found.following)
        if found.following.status in COMING_STATES:
            return when
        return tr("You met again on {day}", day=short_day(found.following.day, today))
    if found.meeting.next_contact_on is not None:
        return tr("In touch by {day}", day=short_day(found.meeting.next_contact_on, today))
    return ""
