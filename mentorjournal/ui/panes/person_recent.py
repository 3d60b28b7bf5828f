"""On a person's page: their news to congratulate on, and what passed between us last."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from mentorjournal import clock
from mentorjournal.journal import dealings, knowing
from mentorjournal.journal.dealings import Lately
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.ui import theme
from mentorjournal.ui.panes.person_parts import (
    Line,
    Section,
    Text,
    TextList,
    bound,
    quiet,
    refill,
    remove_button,
    said,
)
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.add_line import AddLine
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.words import short_day, tr

SIGNS = {
    "contact": "chat-circle", "meeting": "users", "feedback": "chat-centered-text",
    "thanks": "heart",
}


class NewsSection(Section):
    """What happened to them; a tick says that I congratulated."""

    day_wanted = Signal(int)  # another day for a piece of news

    def __init__(
        self, journal: Journal, pen: Pen, person_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Something to congratulate?"), parent=parent)
        self._journal, self._pen, self._person_id = journal, pen, person_id
        self.list = TextList(self._make)
        self._ticks: dict[int, QCheckBox] = {}
        self._days: dict[int, Button] = {}
        self.add = AddLine(tr("Add news: a paper, an award, a new post"), self._add, inset=1)
        self.lines.addWidget(self.list)
        self.lines.addWidget(self.add)

    def show_person(self, one: Person, as_of: date, own: bool) -> None:
        """Show what the journal holds."""
        found = knowing.news_of(self._journal, one.id)
        self.list.show_records(found, lambda news: news.text, own)
        for news in found:
            tick, day = self._ticks[news.id], self._days[news.id]
            tick.setChecked(news.congratulated_on is not None)
            words = short_day(news.date, as_of) if news.date else tr("No date")
            day.setText(words)
            day.setAccessibleName(tr("Day of the news: {day}", day=words))

    def _make(self, news: Any) -> tuple[Text, Line]:
        field = bound(
            self._pen, Text(tr("News"), must=True), knowing.edit_news, "news", news.id, "text")
        tick = QCheckBox(tr("Congratulated"))
        tick.clicked.connect(lambda done: self._pen.write(
            knowing.set_congratulated, news.id, clock.today() if done else None))
        day = Button("", kind="link")
        day.clicked.connect(lambda: self.day_wanted.emit(news.id))
        self._ticks[news.id], self._days[news.id] = tick, day
        remove = remove_button(
            tr("Remove this news"), lambda: self._pen.write(knowing.remove_news, news.id))
        room = QWidget()  # in which the day stands in the middle of the line
        parts = row(room)
        parts.setContentsMargins(0, 0, theme.px(8), 0)
        parts.addWidget(day)
        return field, Line("sparkle", field, room, tick, remove)

    def _add(self, text: str) -> bool:
        return self._pen.write(knowing.add_news, self._person_id, text, clock.today())


class RecentSection(Section):
    """The last meetings, contacts, feedback and thanks."""

    timeline_wanted = Signal()
    feedback_wanted = Signal(int)

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        self.more = Button(tr("Open on the timeline"), kind="link")
        super().__init__(tr("Recent"), self.more, parent)
        self._journal = journal
        self._shown: object = None
        self._rows = column(gap=0)
        self.lines.addLayout(self._rows)
        self.more.clicked.connect(self.timeline_wanted)

    def show_person(self, one: Person, as_of: date, own: bool) -> None:
        """Show what the journal holds."""
        found = dealings.recent(self._journal, one.id, as_of)
        if found == self._shown:
            return
        self._shown = found
        rows = [
            said(SIGNS[each.table], _words(each), self._day(each, short_day(each.day, as_of)))
            for each in found
        ]
        refill(self._rows, rows or [
            said("clock-counter-clockwise", tr("Nothing has passed between you yet."),
                 tone="muted")])

    def _day(self, each: Lately, words: str) -> QWidget:
        """The day; that of an entry of the feedback log leads there."""
        if each.table != "feedback":
            return quiet(words)
        way = Button(words, kind="link")
        way.setToolTip(tr("Open in the feedback log"))
        way.setAccessibleName(tr("Open in the feedback log: {day}", day=words))
        way.clicked.connect(lambda: self.feedback_wanted.emit(each.row_id))
        room = QWidget()  # in which it stands in the middle of the line
        parts = row(room)
        parts.setContentsMargins(0, 0, theme.px(6), 0)
        parts.addWidget(way)
        return room


def _words(each: Lately) -> str:
    text = each.text or ""
    if each.table == "thanks":
        return tr("Thanks: {what}", what=text)
    if each.table == "feedback":
        return tr("Feedback: {what}", what=text) if text else tr("Feedback")
    return text or (tr("Meeting") if each.table == "meeting" else word(each.kind))
