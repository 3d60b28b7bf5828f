"""Beside my goals: the hours I have committed, and what is asked of me before I say yes."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from mentorjournal import clock
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.ui import theme
from mentorjournal.ui.panes.hours_facts import TABLES, read_facts
from mentorjournal.ui.panes.hours_parts import HoursHead, Requests
from mentorjournal.ui.panes.hours_rows import HoursRows, running_rows
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.pane import Pane
from mentorjournal.ui.widgets.parts import column, row, rule, scrolled, set_wrapped, wrapped
from mentorjournal.words import tr

WIDTH = 344


class HoursColumn(Pane):
    """`wished` carries a kind of wish and the id of a commitment (0 for none).

    `HoursAnswers.answer` takes both: "show" brings up the page of hours, "request" weighs a new
    one, a decision such as "declined" opens the form with it.
    """

    wished = Signal(str, int)

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(journal, parent)
        self._journal = journal
        self._day = clock.today()
        self.head = HoursHead()
        self.says = wrapped("", "small", "ink2")
        self.act = Button("", kind="row")
        self.rows = HoursRows(ruled=False)
        self.requests = Requests(primary=True)
        self.nothing = wrapped(
            tr("Nobody waits for an answer. The next time you are asked for something, weigh it "
               "here first."), "small", "muted")
        self.weigh = Button(tr("Before you say yes…"), "scales", "row")
        self._lay_out()
        self.act.clicked.connect(lambda: self.wished.emit(self._next, 0))
        self.weigh.clicked.connect(lambda: self.wished.emit("request", 0))
        self.rows.wished.connect(self.wished)
        self.requests.wished.connect(self.wished)
        self._next = "capacity"
        self.show_day(self._day)

    def _lay_out(self) -> None:
        content = QWidget()
        lines = column(content, 10)
        lines.setContentsMargins(*(theme.px(n) for n in (20, 18, 20, 20)))
        top = row()
        top.addWidget(label(tr("Hours you have committed"), "heading"), 1)
        more = Button(tr("All hours"), kind="link")
        more.clicked.connect(lambda: self.wished.emit("show", 0))
        top.addWidget(more)
        lines.addLayout(top)
        lines.addWidget(self.head)
        lines.addWidget(self.says)
        line = row()
        line.addWidget(self.act)
        line.addStretch(1)
        lines.addLayout(line)
        lines.addWidget(self.rows)
        lines.addWidget(rule())
        lines.addWidget(label(tr("Asked and not answered"), "heading"))
        lines.addWidget(self.requests)
        lines.addWidget(self.nothing)
        line = row()
        line.addWidget(self.weigh)
        line.addStretch(1)
        lines.addLayout(line)
        lines.addStretch(1)
        around = column(self, 0)
        around.addWidget(scrolled(content))
        self.setMinimumWidth(theme.px(300))

    def show_day(self, as_of: date) -> None:
        """Read everything for a day."""
        self._day = as_of
        facts = read_facts(self._journal, as_of)
        now = facts.load
        self.head.show_facts(facts)
        set_wrapped(self.says, facts.says())
        self.says.setVisible(bool(facts.says()))
        self._next = "capacity" if now.state == "unknown" else "add"
        self.act.setText(tr("Set the hours you can give…") if now.state == "unknown"
                         else tr("Add a commitment…"))
        self.act.setVisible(now.state in ("unknown", "nothing"))
        self.rows.show_rows(running_rows(facts, compact=True))
        self.rows.setVisible(bool(self.rows.rows()))
        self.requests.show_facts(facts)
        self.requests.setVisible(bool(facts.pending()))
        self.nothing.setVisible(not facts.pending())

    def show_commitment(self, commitment_id: int) -> None:
        """Put the keyboard on a commitment, or where it would have been."""
        made = self.rows.row_of(commitment_id) or self.requests.card_of(commitment_id)
        (made or self.weigh).setFocus(Qt.FocusReason.OtherFocusReason)

    def take_changes(self, changes: Changes) -> None:
        """Show what has changed."""
        if changes.touches(*TABLES):
            self.show_day(self._day)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._day != clock.today():  # the night has passed
            self.show_day(clock.today())
