"""On a person's page: what was agreed at a glance; it is written on the tab of expectations."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from mentorjournal.journal import expectations
from mentorjournal.journal.between import Compact, Expectation
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.mentoring import expectations as rules
from mentorjournal.ui import theme
from mentorjournal.ui.panes.person_parts import Section, day_words, said
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.notice import NoticeStrip
from mentorjournal.ui.widgets.parts import column, rule, wrapped
from mentorjournal.words import listing, short_day, tr, trn

MOST = 6  # topics at a glance


class AgreedSection(Section):
    """The topics we agreed on, those we see differently marked, and when to look again."""

    tab_wanted = Signal(str)

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        self.more = Button(tr("Expectations"), kind="link")
        super().__init__(tr("Shared expectations"), self.more, parent)
        self._journal = journal
        self._shown: object = None
        self._body: QWidget | None = None
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.more.clicked.connect(lambda: self.tab_wanted.emit("expectations"))

    def show_person(self, one: Person, as_of: date, own: bool) -> None:
        """Show what the journal holds."""
        whole = expectations.compact_of(self._journal, one.id)
        topics = expectations.topics(self._journal, one.id)
        if (whole, topics, as_of) == self._shown:
            return
        self._shown = (whole, topics, as_of)
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        lines = column(self._body, 0)
        strip = _review(whole, as_of)
        if strip is not None:
            lines.addWidget(strip)
        if topics:
            lines.addLayout(_table(topics, as_of))
        else:
            nothing = said("handshake", tr("Nothing is agreed in writing yet."), tone="muted")
            nothing.setContentsMargins(*(theme.px(n) for n in (14, 9, 8, 9)))
            lines.addWidget(nothing)
        self.lines.addWidget(self._body)


def _table(topics: list[Expectation], as_of: date) -> QGridLayout:
    """The first topics that are settled, those seen differently before the others."""
    settled = [one for one in topics if one.status != "open"]
    apart = rules.reading(None, topics, as_of).apart
    to_talk = {each.topic_id for each in apart if each.needs_talk}
    shown = sorted(settled, key=lambda one: one.status != "differs")[:MOST]
    grid = QGridLayout()
    grid.setContentsMargins(0, theme.px(4), 0, theme.px(6))
    grid.setHorizontalSpacing(theme.px(12))
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(0, 5)
    grid.setColumnStretch(1, 4)
    for place, one in enumerate(shown):
        if place:
            grid.addWidget(rule(), 2 * place - 1, 0, 1, 2)
        grid.addWidget(_cell(rules.topic_label(one), one.agreed or ""), 2 * place, 0)
        grid.addWidget(_going(one, as_of, one.id in to_talk), 2 * place, 1)
    rest = _rest(len(settled) - len(shown), len(topics) - len(settled))
    if rest:
        said_rest = label(rest, "small", "muted")
        said_rest.setContentsMargins(theme.px(16), theme.px(6), 0, theme.px(4))
        if shown:
            grid.addWidget(rule(), 2 * len(shown) - 1, 0, 1, 2)
        grid.addWidget(said_rest, 2 * len(shown), 0, 1, 2)
    return grid


def _cell(topic: str, agreed: str) -> QWidget:
    cell = QWidget()
    lines = column(cell, 1)
    lines.setContentsMargins(*(theme.px(n) for n in (16, 7, 0, 7)))
    lines.addWidget(wrapped(topic, "small", "muted"))
    lines.addWidget(wrapped(agreed or tr("Nothing agreed")))
    return cell


def _going(one: Expectation, as_of: date, needs_talk: bool) -> QWidget:
    cell = QWidget()
    lines = column(cell, 1)
    lines.setContentsMargins(*(theme.px(n) for n in (0, 7, 14, 7)))
    if one.status == "differs":
        tone = "alert" if needs_talk else "warn"
        lines.addWidget(said(
            "warning-circle", rules.state_words(one, as_of), token=tone, tone=tone))
    if one.how_it_goes:
        lines.addWidget(wrapped(one.how_it_goes, "small", "ink2"))
    lines.addStretch(1)
    return cell


def _rest(more: int, still_open: int) -> str:
    return listing([text for text in (
        trn("{n} more topic", "{n} more topics", more) if more else "",
        trn("{n} topic still open", "{n} topics still open", still_open) if still_open else "",
    ) if text])


def _review(whole: Compact | None, as_of: date) -> QWidget | None:
    """When to look over it: a notice once that day has come, else a quiet line."""
    since, due = (rules.last_looked(whole), rules.review_due(whole)) if whole else (None, None)
    if since is None or due is None:
        return None
    if due <= as_of:
        return NoticeStrip(
            tr("Look over it together."),
            tr("It was due {day}, and last done {since}.", day=short_day(due, as_of),
               since=day_words(since)),
            icon_name="arrows-clockwise", place="top")
    line = said("arrows-clockwise", tr(
        "Agreed or looked over {since}; again by {day}", since=day_words(since),
        day=short_day(due, as_of)), tone="muted")
    line.setContentsMargins(*(theme.px(n) for n in (14, 6, 8, 0)))
    return line
