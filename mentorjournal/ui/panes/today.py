"""Today: what needs me now, each with the one next step that deals with it; the first page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from mentorjournal import clock
from mentorjournal.journal import people, today_marks
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.journal.today import Board, Today
from mentorjournal.mentoring import today as rules
from mentorjournal.mentoring.deeds import Ref
from mentorjournal.mentoring.today import Row
from mentorjournal.mentoring.today import Section as Name
from mentorjournal.settings import (
    AGENDA_HOURS_AHEAD,
    DEFAULT_RHYTHM_DAYS,
    WEEK_START,
    Settings,
)
from mentorjournal.ui import theme
from mentorjournal.ui.panes.today_hands import Hands
from mentorjournal.ui.panes.today_meeting import NextMeetingPart
from mentorjournal.ui.panes.today_menu import row_menu
from mentorjournal.ui.panes.today_parts import AsideLine, OnCourse, Section, next_words
from mentorjournal.ui.panes.today_row import RowFacts, TodayRow
from mentorjournal.ui.panes.today_start import Calm, TodayStart
from mentorjournal.ui.panes.today_walk import Walk
from mentorjournal.ui.panes.today_week import WeekPart
from mentorjournal.ui.widgets.page_header import PageHeader
from mentorjournal.ui.widgets.pane import Pane
from mentorjournal.ui.widgets.parts import column, scrolled
from mentorjournal.words import long_day, short_day, tr

FOLD = 900  # px of the page's width below which the two columns are one
LEFT, RIGHT = 744, 416  # shares of the two columns (TOKENS §9)
COUNT_LATER = 300  # ms after the last change while another page is in front
NEW_DAY = 60_000  # ms between looks at the clock while it is in front
WORDS: dict[Name, str] = {
    "follow": "Follow-through", "touch": "Keep in touch", "letters": "Letters with deadlines",
    "thanks": "Thanks owed", "realign": "Expectations to realign",
}


class TodayPane(Pane):
    """States wishes by signal; what is done about them is for whoever answers."""

    deed_wanted = Signal(object)  # a Deed
    entry_wanted = Signal(object, int)  # a Ref, and whose it is or 0
    person_wanted = Signal(int)
    send_wanted = Signal(int, str)  # the agenda of a meeting, and a way
    snooze_wanted = Signal(object, int)  # a row, and for how many days; 0 to ask
    dismissed = Signal(object)  # a row
    back_wanted = Signal(object)  # something put aside
    step_wanted = Signal(str)  # a key of the menus, or of a page
    feedback_wanted = Signal()
    counted = Signal(int, int)  # overdue or due today: of everything, and about meetings

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, parent)
        self._journal, self._settings = journal, settings
        self._photos: dict[str, bytes | None] = {}
        self._week = 0
        self._is_stale = False
        self._today = Today(clock.today())
        self._menus: QMenu | None = None
        self._make_parts()
        self._lay_out()
        self._wire()
        self._begin()

    def _make_parts(self) -> None:
        self.hands = Hands(self)
        self.header = PageHeader(tr("Today"))
        self.log = self.header.add_button(tr("Log a contact"), "hand-waving")
        self.new_entry = self.header.add_button(tr("New entry"), "plus")
        self.new_menu = QMenu(self.new_entry)
        self.new_entry.setMenu(self.new_menu)
        self.meeting = NextMeetingPart()
        self.calm = Calm()
        self.sections = {name: Section(tr(words), self._wire_row)
                         for name, words in WORDS.items()}
        self.week = WeekPart()
        self.course = OnCourse()
        self.aside = AsideLine(self.hands.watch)
        self.start = TodayStart()
        self.walk = Walk(self.meeting, self.sections.values(), lambda: self.area)

    def _lay_out(self) -> None:
        content = QWidget()
        lines = self._lines = column(content, 16)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.px(24))
        self._body = QWidget()
        self._body.setLayout(self._columns)
        self._columns.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.start)
        lines.addWidget(self._body)
        lines.addWidget(self.aside)
        lines.addStretch(1)
        of = self.sections
        left = (self.meeting, self.calm, of["follow"], of["touch"])
        right = (self.week, of["letters"], of["thanks"], of["realign"], self.course)
        for parts, share in ((left, LEFT), (right, RIGHT)):
            side = column(gap=16)
            for part in parts:
                side.addWidget(part)
            side.addStretch(1)
            self._columns.addLayout(side, share)
        self.area = scrolled(content)
        page = column(self, 0)
        page.addWidget(self.header)
        page.addWidget(self.area, 1)

    def _wire(self) -> None:
        self.log.clicked.connect(lambda: self.step_wanted.emit("log_contact"))
        self.start.wanted.connect(self.step_wanted)
        self.course.person_wanted.connect(self.person_wanted)
        self.aside.back_wanted.connect(self.back_wanted)
        self.week.week_wanted.connect(self._turn_week)
        self.week.opened.connect(
            lambda mark: self.entry_wanted.emit(mark.entry, mark.person_id or 0))
        self.sections["follow"].rest_wanted.connect(self.feedback_wanted)
        card = self.meeting
        card.opened.connect(self._open_meeting)
        card.send_wanted.connect(self.send_wanted)
        card.acted.connect(self._act)
        card.menu_wanted.connect(self._show_menu)
        card.snooze_wanted.connect(lambda row: self.snooze_wanted.emit(row, 1))
        card.dismissed.connect(self.dismissed)
        card.stepped.connect(lambda step: self.walk.step(card, step))
        card.reached.connect(self.walk.reached)
        self.hands.watch(card.strip.button())
        for section in self.sections.values():
            section.changing.connect(self.hands.rows_change)
            section.changed.connect(self.hands.rows_changed)
            section.changed.connect(self.walk.order_tabs)

    def _wire_row(self, made: TodayRow) -> None:
        self.hands.watch(made, made.button)
        made.acted.connect(self._act)
        made.opened.connect(self._open)
        made.snooze_wanted.connect(lambda row: self.snooze_wanted.emit(row, 1))
        made.dismissed.connect(self.dismissed)
        made.menu_wanted.connect(self._show_menu)
        made.stepped.connect(lambda step: self.walk.step(made, step))
        made.reached.connect(self.walk.reached)

    def _begin(self) -> None:
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(COUNT_LATER)
        self._later.timeout.connect(self._count)
        self._clock = QTimer(self)
        self._clock.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._clock.setInterval(NEW_DAY)
        self._clock.timeout.connect(self._look_at_clock)
        for preference in (DEFAULT_RHYTHM_DAYS, AGENDA_HOURS_AHEAD, WEEK_START):
            self.destroyed.connect(self._settings.listen(preference, lambda _: self.reload()))
        self.reload()

    # What others ask of it ------------------------------------------------------------------------

    @property
    def today(self) -> Today:
        """What is shown."""
        return self._today

    def reload(self) -> None:
        """Read everything again, as on a new day."""
        self._board = Board(
            self._journal, clock.today(), self._settings.get(DEFAULT_RHYTHM_DAYS),
            self._settings.get(AGENDA_HOURS_AHEAD))
        self._show()

    def rest(self) -> None:
        """Look at nothing any more: the journal is about to go."""
        self._later.stop()
        self._clock.stop()

    def focus_first(self) -> None:
        """Put the keyboard on the first thing to do, or back on the row it was on."""
        if self.start.isVisibleTo(self):
            self.start.focus_first()
            return
        if not self.walk.restore() and not self.walk.begin():
            self.log.setFocus(Qt.FocusReason.OtherFocusReason)

    def rows(self) -> list[TodayRow]:
        """All rows that are shown, in the order of the keyboard."""
        return self.walk.rows()

    def row_of(self, key: str) -> TodayRow | None:
        """The row of a key, brought up where it is among the rest of a section."""
        for section in self.sections.values():
            if section.reveal(key):
                return next(one for one in section.rows() if one.row.key == key)
        return None

    # Showing --------------------------------------------------------------------------------------

    def _hear(self, changes: Changes) -> None:
        """While another page is in front only the counts are kept right, and later."""
        if not self._board.take(changes):
            return
        if self._is_behind:
            self._is_stale = True
            self._later.start()
        else:
            self._show()

    def take_changes(self, changes: Changes) -> None:
        if self._board.take(changes):
            self._show()

    def _count(self) -> None:
        if self._is_stale:
            self._say_counts(self._board.read())

    def _say_counts(self, found: Today) -> None:
        self.counted.emit(found.counts.pressing, found.meetings_due)

    def _show(self) -> None:
        self._is_stale = False
        self.hands.rows_change()
        had_focus = self.walk.has_keyboard(self.window())
        self.walk.is_changing = True
        before = [one.key for one in self._today.rows]
        found = self._today = self._board.read()
        back = self.walk.came_back(before, [one.key for one in found.rows])
        begun = bool(found.people)
        self.start.setVisible(not begun)
        self._body.setVisible(begun)
        self.log.setVisible(begun)
        self._show_subtitle()
        for name, section in self.sections.items():
            beyond = found.beyond.pressing + found.beyond.coming if name == "follow" else 0
            section.show_rows([self._facts(one) for one in found.of(name)], beyond)
        self._show_meeting(found)
        self._show_calm(found)
        self.course.show_course(found.course, found.coming, found.as_of)
        self.aside.show_aside(found.aside, found.as_of)
        self._show_week()
        self.walk.is_changing = False
        self.walk.order_tabs()
        self._say_counts(found)
        if back:
            self.row_of(back)  # also from among the rest of a section
        if had_focus or back:
            self.walk.restore()
        self.hands.rows_changed()

    def _show_subtitle(self) -> None:
        """The day and the counts, in short where there is no room for the whole."""
        found = self._today
        if not found.people:
            self.header.set_subtitle(long_day(found.as_of))
            return
        whole = tr("{day} · {counts}", day=long_day(found.as_of), counts=found.counts.words)
        taken = sum(one.sizeHint().width() for one in (self.log, self.new_entry)) + theme.px(80)
        room = self.width() - taken
        if QFontMetrics(theme.font("small")).horizontalAdvance(whole) > room:
            whole = tr("{day} · {counts}", day=short_day(found.as_of),
                       counts=found.counts.short_words)
        self.header.set_subtitle(whole)

    def _facts(self, one: Row) -> RowFacts:
        who = self._today.people.get(one.person_id or 0)
        letter = self._today.letters.get(one.id) if one.kind == "letter" else None
        return RowFacts(one, who, self._photo(who), letter)

    def _photo(self, who: Person | None) -> bytes | None:
        if who is None or not who.photo:
            return None
        if who.photo not in self._photos:
            self._photos[who.photo] = people.photo(self._journal, who)
        return self._photos[who.photo]

    def _show_meeting(self, found: Today) -> None:
        who = found.people.get(found.next.meeting.person_id) if found.next else None
        strip = next(iter(found.of("next")), None)
        self.meeting.show_meeting(found.next, strip, who, self._photo(who), found.as_of)

    def _show_calm(self, found: Today) -> None:
        self.calm.setVisible(not found.rows)
        if found.rows:
            return
        course, first = found.course, next(iter(found.coming), None)
        who, day = course.next_person, course.next_day
        if first is not None and (day is None or first.day <= day):
            who, day = found.people.get(first.person_id), first.day
        self.calm.say_next(next_words(who, day, found.coming, found.as_of)
                           if who is not None and day is not None else "")

    def _show_week(self) -> None:
        found = self._today
        days = rules.days_shown(found.as_of, self._settings.get(WEEK_START))
        is_ahead = days[0] == found.as_of and found.as_of.weekday() != self._settings.get(
            WEEK_START)
        if self._week and days[-1] < date.max:
            days = rules.seven_from(_later(days[-1]))
        on = rules.marks_on(today_marks.marks(found), days)
        self.week.show_week(days, on, found.as_of, self._week, is_ahead)

    def _turn_week(self, week: int) -> None:
        self._week = week
        self._show_week()

    # Wishes ---------------------------------------------------------------------------------------

    def _act(self, row: Row) -> None:
        self.deed_wanted.emit(row.deed)

    def _open(self, row: Row) -> None:
        if row.entry is not None:
            self.entry_wanted.emit(row.entry, row.person_id or 0)

    def _open_meeting(self, meeting_id: int) -> None:
        self.entry_wanted.emit(Ref("meeting", meeting_id), 0)

    def _show_menu(self, row: Row, at: QPoint) -> None:
        row_menu(
            self, row, lambda: self._act(row), lambda: self._open(row),
            lambda: self.person_wanted.emit(row.person_id or 0),
            lambda days: self.snooze_wanted.emit(row, days),
            lambda: self.dismissed.emit(row)).popup(at)

    # The window -----------------------------------------------------------------------------------

    def _look_at_clock(self) -> None:
        if clock.today() != self._board.as_of:
            self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._fold)

    def _fold(self) -> None:
        way = QBoxLayout.Direction
        narrow = self.width() < theme.px(FOLD)
        self._columns.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._columns.setSpacing(theme.px(16 if narrow else 24))
        self._lines.setContentsMargins(*(theme.px(n) for n in (24, 20, 24, 24)))
        self._show_subtitle()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()
        if clock.today() != self._board.as_of:
            self.reload()
        elif self._is_stale:
            self._show()


def _later(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
