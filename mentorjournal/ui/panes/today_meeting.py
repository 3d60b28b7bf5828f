"""On Today: the next meeting, its first items against the time there is, and sending its agenda."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from mentorjournal.journal.records import AgendaItem, Meeting, Person
from mentorjournal.journal.today_meetings import NextMeeting
from mentorjournal.mentoring.today import Row
from mentorjournal.mentoring.vocabulary import label as named
from mentorjournal.ui import theme
from mentorjournal.ui.panes.today_parts import Part
from mentorjournal.ui.widgets.avatar import Avatar
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.chip import Chip
from mentorjournal.ui.widgets.label import ElidedLabel, label
from mentorjournal.ui.widgets.notice import NoticeStrip
from mentorjournal.ui.widgets.parts import clear, column, row, set_wrapped, wrapped
from mentorjournal.ui.widgets.scaled_width import keep_width
from mentorjournal.ui.widgets.time_bar import Segment, TimeBar
from mentorjournal.words import clock_time, minutes, short_day, tr, trn

MOST_ITEMS = 3
BAR = 232
SEND_WAYS = (("mail", "Mail draft…"), ("pdf", "PDF…"), ("look", "Look it over first"),
             ("sent", "I have sent it"))


class NextMeetingPart(Part):
    """States wishes by signal; the strip below stands for a row of its own."""

    opened = Signal(int)  # the meeting
    send_wanted = Signal(int, str)  # the meeting, and a way: "mail", "pdf", "look", "sent"
    acted = Signal(object)  # the row of the strip
    menu_wanted = Signal(object, QPoint)
    snooze_wanted = Signal(object)
    dismissed = Signal(object)
    stepped = Signal(int)
    reached = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Next meeting"))
        self._meeting: Meeting | None = None
        self._row: Row | None = None
        self._planned_items: tuple[AgendaItem, ...] = ()
        self._face = Avatar(side=40)
        self.name = Button("", None, "link")
        self.name.setObjectName("nextMeetingName")
        self._when = wrapped("", "small", "muted")
        self._planned = label("", "small", "muted")
        self._minutes = label("", "small", "ink")
        self._bar = TimeBar(low=True)
        self._items = column(gap=7)
        self._more = Button("", None, "link")
        self._to_finish = wrapped("", "small", "muted")
        self.strip = NoticeStrip(place="bottom", kind="primary")
        self.send = QMenu(self)
        for way, words in SEND_WAYS:
            self.send.addAction(tr(words), lambda way=way: self._send(way))
        self._lay_out()
        self.name.clicked.connect(self._open)
        self._more.clicked.connect(self._open)
        self.strip.acted.connect(self._act)
        self.strip.button().installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        whole = column(self.card, 0)
        inside = column(gap=12)
        inside.setContentsMargins(*(theme.px(n) for n in (16, 14, 16, 14)))
        self._head = row(gap=12)
        self._head.addWidget(self._face)
        words = column(gap=1)
        words.addWidget(self.name, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self._when)
        self._head.addLayout(words, 1)
        self._time = QWidget()
        self._time.setMaximumWidth(theme.px(BAR))
        time = column(self._time, 6)
        above = row(gap=8)
        above.addWidget(self._planned)
        above.addStretch(1)
        above.addWidget(self._minutes)
        time.addLayout(above)
        time.addWidget(self._bar)
        self._head.addWidget(self._time)
        inside.addLayout(self._head)
        inside.addLayout(self._items)
        inside.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self._to_finish)
        whole.addLayout(inside)
        whole.addWidget(self.strip)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._time.setMaximumWidth(theme.px(BAR))
            QTimer.singleShot(0, self, lambda: self._show_items(self._planned_items))

    def row(self) -> Row | None:
        """What the strip is about, where it is shown."""
        return self._row

    def show_meeting(
        self, found: NextMeeting | None, strip: Row | None, who: Person | None,
        photo: bytes | None, as_of: date,
    ) -> None:
        """Show a meeting with whoever it is with; none is no card."""
        self.setVisible(found is not None)
        self._row = strip if found is not None else None
        if found is None or who is None:
            return
        one = self._meeting = found.meeting
        self.say_beside(far_words((one.day - as_of).days))
        self._face.set_person(who.initials, next(iter(who.roles), None), who.standing, photo,
                              who.name)
        self.name.setText(who.name.replace("&", "&&"))
        self.name.setAccessibleName(tr("Open the meeting with {name}", name=who.name))
        set_wrapped(self._when, " · ".join(filter(None, (when_words(one, as_of), _where(one)))))
        self._planned.setText(trn("{n} item planned", "{n} items planned", len(found.items)))
        budget = found.budget
        self._minutes.setText(tr("{planned} of {slot} min", planned=budget.planned,
                                 slot=budget.slot))
        self._bar.set_agenda([
            Segment(str(n), item.minutes, item.priority, item.title)
            for n, item in enumerate(found.items, 1)], one.planned_minutes)
        self._time.setVisible(bool(found.items))
        self._show_items(found.items)
        set_wrapped(self._to_finish, "  ".join(found.to_finish))
        self._to_finish.setVisible(bool(found.to_finish))
        self._show_strip(strip)

    def _show_items(self, items: tuple[AgendaItem, ...]) -> None:
        self._planned_items = items
        clear(self._items)
        for n, item in enumerate(items[:MOST_ITEMS], 1):
            self._items.addWidget(_item(n, item))
        more = len(items) - MOST_ITEMS
        self._more.setVisible(more > 0)
        self._more.setText(trn("{n} more item", "{n} more items", max(0, more)))

    def _show_strip(self, strip: Row | None) -> None:
        self.strip.setVisible(strip is not None)
        if strip is None:
            return
        button = self.strip.button()
        is_send = strip.deed.name == "review_agenda"
        self.strip.set_words(strip.title, strip.why, tr("Send agenda") if is_send
                             else strip.deed.words)
        button.setAccessibleDescription(strip.why)
        self.strip.setToolTip("")

    def _act(self) -> None:
        """Ask in which way an agenda goes out; anything else is done as in a row."""
        if self._row is not None and self._row.deed.name == "review_agenda":
            button = self.strip.button()
            self.send.popup(button.mapToGlobal(button.rect().bottomLeft()))
        else:
            self.acted.emit(self._row)

    def _open(self) -> None:
        if self._meeting is not None:
            self.opened.emit(self._meeting.id)

    def _send(self, way: str) -> None:
        if self._meeting is not None:
            self.send_wanted.emit(self._meeting.id, way)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The strip's button is walked to and put aside as rows are."""
        if event.type() == QEvent.Type.FocusIn:
            self.reached.emit(self)
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            self.menu_wanted.emit(self._row, event.globalPos())
            return True
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return super().eventFilter(watched, event)
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_S:
            self.snooze_wanted.emit(self._row)
        elif key == Qt.Key.Key_Delete:
            self.dismissed.emit(self._row)
        elif key == Qt.Key.Key_Space:
            self._open()
        else:
            return super().eventFilter(watched, event)
        return True


def _item(n: int, item: AgendaItem) -> QWidget:
    made = QWidget()
    across = row(made, 12)
    number = label(str(n), "small", "muted")
    keep_width(number, 14)
    across.addWidget(number)
    across.addWidget(ElidedLabel(item.title), 1)
    across.addWidget(Chip(named(item.kind) or item.kind))
    length = label(minutes(item.minutes), "small", "muted")
    length.setMinimumWidth(theme.px(46))
    length.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    across.addWidget(length)
    return made


def when_words(one: Meeting, as_of: date) -> str:
    """Such as "Thu 26 Nov, 15:00–15:30"."""
    return tr("{day}, {from_}–{to}", day=short_day(one.day, as_of),
              from_=clock_time(one.starts_at), to=clock_time(one.ends_at))


def _where(one: Meeting) -> str:
    if one.place:
        return one.place
    return named(one.mode) if one.mode else ""


def far_words(days: int) -> str:
    """Such as "in 3 days"."""
    if days <= 0:
        return tr("today")
    return tr("tomorrow") if days == 1 else tr("in {n} days", n=days)
