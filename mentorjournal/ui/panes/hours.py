"""Hours: what takes them, what is asked of me, and how full the months were."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from mentorjournal import clock
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.load import off_goal_words, pending_words, strained_words
from mentorjournal.settings import Settings
from mentorjournal.ui import theme
from mentorjournal.ui.panes.hours_facts import TABLES, HoursFacts, read_facts
from mentorjournal.ui.panes.hours_months import MonthBars, month_words
from mentorjournal.ui.panes.hours_parts import Block, HoursHead, Requests, padded
from mentorjournal.ui.panes.hours_rows import (
    HoursRows,
    closed_rows,
    coming_rows,
    refused_rows,
    running_rows,
    then_rows,
)
from mentorjournal.ui.widgets.aims_header import AimsHeader
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.ui.widgets.notice import NoticeStrip
from mentorjournal.ui.widgets.pane import Pane
from mentorjournal.ui.widgets.parts import column, row, scrolled, set_wrapped, wrapped
from mentorjournal.words import tr, trn

SIDE, LEAST_SIDE = 360, 240  # px of the column with what is asked, declined and over
MOST_SIDE = 0.4  # of the page


class HoursPane(Pane):
    """`wished` carries a kind of wish and the id of a commitment (0 for none)."""

    page_wanted = Signal(str)
    wished = Signal(str, int)
    typed = Signal(int, str, float)
    complained = Signal(str)

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, parent)
        self._journal = journal
        self._day = clock.today()
        self.header = AimsHeader("hours")
        self.capacity = self.header.add_button(tr("Hours I can give…"), "pencil-simple")
        self.add = self.header.add_button(tr("Add a commitment…"), "plus")
        self.request = self.header.add_button(tr("Before you say yes…"), "scales", "primary")
        self.head = HoursHead(edits=True)
        self.notice = NoticeStrip(icon_name="question")
        self.not_now = Button(tr("Not now"), kind="link")
        self.notice.add_button(self.not_now)
        self.running, self.then = HoursRows(), HoursRows(ruled=False)
        self.off_goal = wrapped("", "small", "muted")
        self.months = MonthBars()
        self.month = wrapped("", "row-title")
        self.requests = Requests()
        self.none_asked = wrapped(tr("Nobody waits for an answer."), "small", "muted")
        self.coming, self.refused, self.past = HoursRows(), HoursRows(), HoursRows()
        self.begin = EmptyState(icon_name="scales", kind="primary")
        self._lay_out()
        self._wire()
        self._read()

    def _lay_out(self) -> None:
        self.takes = Block(tr("What takes your hours"), self.running)
        self.by_month = Block(tr("Month by month"), padded(self.months, self.month, self.then))
        asked = QWidget()
        lines = column(asked, 8)
        lines.addWidget(self.none_asked)
        lines.addWidget(self.requests)
        self.asked = Block(tr("Asked and not answered"), asked, card=False)
        self.later = Block(tr("Promised for later"), self.coming)
        self.no = Block(tr("Said no, or passed on"), self.refused)
        self.over = Block(tr("Finished or handed back"), self.past, folds=True)
        main, side = QWidget(), QWidget()
        lines = column(main, 16)
        for each in (self.head, self.notice, self.takes, self.off_goal, self.by_month):
            lines.addWidget(each)
        lines.addStretch(1)
        lines = column(side, 16)
        for each in (self.asked, self.later, self.no, self.over):
            lines.addWidget(each)
        lines.addStretch(1)
        self._side = side
        self._size()
        content = QWidget()
        across = row(content, 24)
        across.setContentsMargins(*(theme.px(n) for n in (24, 18, 24, 24)))
        across.addWidget(main, 1)
        across.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        self.scroll: QScrollArea = scrolled(content)
        self.body = QStackedWidget()
        self.body.addWidget(self.scroll)
        self.body.addWidget(self.begin)
        lines = column(self, 0)
        lines.addWidget(self.header)
        lines.addWidget(self.body, 1)

    def _wire(self) -> None:
        self.header.page_wanted.connect(self.page_wanted)
        for button, kind in ((self.request, "request"), (self.add, "add"),
                             (self.capacity, "capacity"), (self.head.edit, "capacity")):
            self._wish_by(button, kind)
        self.notice.acted.connect(lambda: self.wished.emit("capacity", 0))
        self.not_now.clicked.connect(lambda: self.wished.emit("aside", 0))
        self.begin.acted.connect(lambda: self.wished.emit(self._first_wish(), 0))
        self.months.chosen.connect(lambda _day: self._show_month())
        for rows in (self.running, self.coming, self.refused, self.past, self.then):
            rows.wished.connect(self.wished)
            rows.typed.connect(self.typed)
            rows.complained.connect(self.complained)
        self.requests.wished.connect(self.wished)

    def _wish_by(self, button: Button, kind: str) -> None:
        button.clicked.connect(lambda: self.wished.emit(kind, 0))

    # What others ask of it --------------------------------------------------------------------

    def wish_request(self) -> None:
        """Weigh a new request."""
        self.wish("request")

    def wish(self, kind: str, commitment_id: int = 0) -> None:
        """State a wish for somebody else, such as the column beside the goals."""
        self.wished.emit(kind, commitment_id)

    def show_commitment(self, commitment_id: int) -> None:
        """Put the keyboard on a commitment, wherever it stands."""
        if self.past.row_of(commitment_id):
            self.over.set_open(True)
        groups = (self.running, self.coming, self.past, self.refused)
        found: QWidget | None = next(
            (made for made in (rows.row_of(commitment_id) for rows in groups) if made), None)
        found = found or self.requests.card_of(commitment_id)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
            self.scroll.ensureWidgetVisible(found)

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        if self.body.currentWidget() is self.begin:
            self.begin.button().setFocus()
        elif self.running.rows():
            self.running.rows()[0].setFocus()
        else:
            self.request.setFocus()

    # Showing ----------------------------------------------------------------------------------

    def take_changes(self, changes: Changes) -> None:
        if changes.touches(*TABLES):
            self._read()

    def _read(self) -> None:
        self._day = clock.today()
        self.facts = facts = read_facts(self._journal, self._day)
        self.header.set_subtitle(self._subtitle(facts))
        is_empty = not facts.all
        self._show_begin()
        self.body.setCurrentWidget(self.begin if is_empty else self.scroll)
        self.head.show_facts(facts)
        self._show_notice(facts)
        self.running.show_rows(running_rows(facts))
        self.takes.setVisible(bool(self.running.rows()))
        set_wrapped(self.off_goal, off_goal_words(facts.load))
        self.off_goal.setVisible(bool(off_goal_words(facts.load)))
        self.months.show_months(facts.plan.by_month(self._day))
        self._show_month()
        self._show_side(facts)

    def _show_side(self, facts: HoursFacts) -> None:
        self.requests.show_facts(facts)
        self.requests.setVisible(bool(facts.pending()))
        self.none_asked.setVisible(not facts.pending())
        for block, rows, made in (
            (self.later, self.coming, coming_rows(facts)),
            (self.no, self.refused, refused_rows(facts)),
            (self.over, self.past, closed_rows(facts)),
        ):
            rows.show_rows(made)
            block.setVisible(bool(made))
        self.asked.say(pending_words(facts.load))
        self.no.say(facts.noes_words())
        self.over.set_count(len(facts.past()))

    def _show_notice(self, facts: HoursFacts) -> None:
        now = facts.load
        is_unknown = now.state == "unknown"
        self.notice.set_icon("question" if now.is_over else "clock")
        self.notice.set_words(facts.says(), strained_words(now, facts.late),
                              tr("Set the hours…") if is_unknown else "")
        self.notice.setVisible(bool(facts.says()) and now.state != "nothing")
        self.not_now.setVisible(now.is_over)

    def _show_month(self) -> None:
        month = self.months.month()
        if month is None:
            return
        words = month_words(month)
        is_now = month.day == self._day  # what takes the hours now stands above
        set_wrapped(self.month, tr("{month}, today", month=words) if is_now else words)
        self.then.show_rows([] if is_now else then_rows(self.facts, month.day))
        self.then.setVisible(not is_now)

    def _show_begin(self) -> None:
        is_empty, first = not self.facts.all, self._first_wish()
        self.begin.set_words(
            tr("No hours noted yet"),
            tr("Say how many hours a week you can give beside your daily work, then what takes "
               "them. From then on every request can be weighed before you say yes."),
            tr("Set the hours you can give…") if first == "capacity" else tr("Add a commitment…"))
        self.request.set_kind("" if is_empty else "primary")  # one primary button is enough
        self.capacity.setVisible(is_empty and first != "capacity")  # else it stands at the number
        self.add.setVisible(not is_empty or first != "add")

    def _first_wish(self) -> str:
        return "capacity" if self.facts.load.capacity is None else "add"

    def _subtitle(self, facts: HoursFacts) -> str:
        if not facts.all:
            return ""
        said = [trn("{n} commitment", "{n} commitments", facts.load.count)]
        if facts.pending():
            said.append(trn("{n} request waits", "{n} requests wait", len(facts.pending())))
        return " · ".join(said)


    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    def _size(self) -> None:
        widest = round(self.width() * MOST_SIDE)
        self._side.setFixedWidth(min(theme.px(SIDE), max(widest, theme.px(LEAST_SIDE))))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if clock.today() != self._day:  # the night has passed
            self._read()
