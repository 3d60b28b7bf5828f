"""The head of a meeting: who, when, where, how far its agenda is, and what else can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from mentorjournal.mentoring.agenda import SHORT_MINUTES
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_about import AboutPerson, PlaceLines
from mentorjournal.ui.panes.meeting_facts import MeetingFacts, chip_of, when_words
from mentorjournal.ui.widgets.avatar import Avatar
from mentorjournal.ui.widgets.buttons import IconButton
from mentorjournal.ui.widgets.chip import Chip
from mentorjournal.ui.widgets.label import ElidedLabel
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.words import tr

CHIP_PLACE = 2  # in the first line: after the face and the words

class MeetingHead(QWidget):
    """`wanted` carries a key of the menu, such as move, shorten or sent; or link, to open it."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.avatar = Avatar(side=40)
        self.name = ElidedLabel("", "record-title")
        self.when = ElidedLabel("", "small", "muted")
        self.chip = Chip()
        self.more = IconButton("dots-three", tr("More to do with this meeting"), "box", side=28)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.more.setMenu(self.menu)
        self.place = PlaceLines()
        self.place.link_chosen.connect(lambda: self.wanted.emit("link"))
        self.about = AboutPerson()
        lines = column(self, gap=8)
        self._across = self._first_row()
        self._below = row()
        self._below.addStretch(1)
        lines.addLayout(self._across)
        lines.addLayout(self._below)
        lines.addWidget(self.place)
        lines.addWidget(self.about)

    def _first_row(self) -> QHBoxLayout:
        words = column(gap=0)
        words.addWidget(self.name)
        words.addWidget(self.when)
        parts = row(gap=12)
        parts.addWidget(self.avatar)
        parts.addLayout(words, 1)
        parts.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        parts.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        return parts

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Give the chip a line of its own where it would cut the meeting's time."""
        gap = self._across.spacing()
        beside = sum(each.sizeHint().width() + gap for each in (self.avatar, self.chip, self.more))
        words = QFontMetrics(theme.font("small")).horizontalAdvance(self.when.text())
        indent = self.avatar.sizeHint().width() + gap
        self._below.setContentsMargins(indent, 0, 0, 0)
        folded = not self.chip.isHidden() and words + beside > self.width()
        if folded != (self._below.indexOf(self.chip) >= 0):
            self._across.removeWidget(self.chip)
            self._below.removeWidget(self.chip)
            if folded:
                self._below.insertWidget(0, self.chip)
            else:
                self._across.insertWidget(CHIP_PLACE, self.chip, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_meeting(self, facts: MeetingFacts) -> None:
        """Show what the journal holds."""
        one, which = facts.person, facts.meeting
        self.avatar.set_person(
            one.initials, next(iter(one.roles), None), one.standing, facts.photo, one.name
        )
        self.name.setText(one.name)
        self.when.setText(when_words(which))
        self.place.show_place(which)
        words, tone, sign = chip_of(facts)
        self.chip.set_chip(words, tone, sign)
        self.chip.setVisible(bool(words))
        self._fold()
        self.about.show_person(one)
        self.about.setVisible(facts.is_coming and self.about.has_words())
        self._fill_menu(facts)

    def _fill_menu(self, facts: MeetingFacts) -> None:
        self.menu.clear()
        if facts.is_coming:
            self._entry("move", tr("Move…"))
            if facts.meeting.planned_minutes > SHORT_MINUTES:
                self._entry("shorten", facts.side.preparing.shorten.format(n=SHORT_MINUTES))
            self._entry("postpone", tr("Postpone with a kind note…"))
            self._entry("cancel", tr("Cancel…"))
            self.menu.addSeparator()
            if facts.meeting.agenda_sent_at:
                self._entry("unsent", tr("Mark agenda as not sent"))
            else:
                self._entry("sent", tr("Mark agenda as sent"))
            self._entry("held", tr("It took place…"))
            self.menu.addSeparator()
        elif facts.meeting.status == "held":
            self._entry("close", tr("How it went…"))
            self.menu.addSeparator()
        self._entry("person", tr("Show {name}", name=facts.person.short_name))
        self._entry("remove", tr("Remove this meeting"))
        self._entry("erase", tr("Erase it for good…"))

    def _entry(self, key: str, words: str) -> None:
        action = self.menu.addAction(words.replace("&", "&&"))
        action.setData(key)
        action.triggered.connect(lambda: self.wanted.emit(key))
