"""Beside the needs: how well they are met, and the last look at where I stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mentorjournal.journal.self_looks import Look
from mentorjournal.mentoring import gaps
from mentorjournal.mentoring import needs as rules
from mentorjournal.mentoring import self_look as look_rules
from mentorjournal.mentoring.coverage import NEEDS_TO_COUNT, Coverage
from mentorjournal.mentoring.self_look import Mark
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.level_marks import LevelMarks
from mentorjournal.ui.widgets.parts import clear, column, row, rule, wrapped
from mentorjournal.words import day_month_year, long_day, tr


class NeedsLooks(QWidget):
    """The reading of the needs, and every topic of the newest look; an earlier one may be chosen.
    """

    look_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks: Sequence[Look] = ()
        self._day = ""  # of the earlier look that was chosen; else it is the one before
        self._reading = column(gap=4)
        self.earlier = ChoiceBox(dense=True)
        self.earlier.setAccessibleName(tr("Compared with an earlier look"))
        self.earlier.chosen.connect(self._compare_with)
        self._compare = QWidget()
        beside = row(self._compare)
        beside.addWidget(label(tr("Compared with"), "small", "muted"))
        beside.addWidget(self.earlier, 1)
        self._title = wrapped("", "heading")
        self._says = wrapped("", "small", "muted")
        self._topics = column(gap=10)
        self.look = Button(tr("Look at where I stand"), "path", "link")
        self.look.clicked.connect(self.look_wanted)
        page = column(self, 8)
        page.setContentsMargins(*(theme.px(n) for n in (20, 16, 20, 24)))
        page.addLayout(self._reading)
        page.addSpacing(theme.px(6))
        page.addWidget(rule())
        page.addSpacing(theme.px(6))
        page.addWidget(self._title)
        page.addWidget(self._says)
        page.addWidget(self._compare)
        page.addLayout(self._topics)
        page.addSpacing(theme.px(2))
        page.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        page.addStretch(1)

    def show_reading(self, coverage: Coverage) -> None:
        """How well the open needs are met, once there are enough of them."""
        clear(self._reading)
        self._reading.addWidget(label(tr("How well they are met"), "heading"))
        covered, total = len(coverage.covered_needs), len(coverage.needs)
        if total >= NEEDS_TO_COUNT:
            big = row(gap=8)
            big.addWidget(label(str(covered), "page-title"))
            big.addWidget(wrapped(tr("of {n} with somebody", n=total), "body", "muted"), 1)
            box = QWidget()
            box.setLayout(big)
            self._reading.addWidget(box)
        else:
            self._reading.addWidget(wrapped(gaps.needs_words(coverage), "body", "muted"))
        worth = rules.look_words(coverage)
        if worth:
            box = QWidget()
            parts = row(box, 8)
            parts.addWidget(IconLabel("warning-circle", "warn", 16), 0, Qt.AlignmentFlag.AlignTop)
            parts.addWidget(wrapped(worth, "small", "warn"), 1)
            self._reading.addWidget(box)

    def show_looks(self, looks: Sequence[Look]) -> None:
        """Show these, the newest first."""
        if list(looks) == list(self._looks) and self._title.text():
            return
        self._looks = looks
        self._title.setText(tr("Where I stand"))
        self._says.setText(
            tr("As of {day}", day=long_day(looks[0].day)) if looks else
            tr("A short look at what you can do and what you want to be able to do: it shows "
               "what to ask for. It is kept here, and you can look again in half a year."))
        self.look.setVisible(not looks)  # to look again there is the button in the head
        self._compare.setVisible(len(looks) > 1)
        days = [(one.day.isoformat(), _day_words(one.day)) for one in looks[1:]]
        self.earlier.set_choices(days, self._day if self._day in dict(days) else "")
        self._show_topics()

    def _compare_with(self, day: str) -> None:
        self._day = day
        self._show_topics()

    def _show_topics(self) -> None:
        clear(self._topics)
        if not self._looks:
            return
        newest = self._looks[0]
        then = next((one for one in self._looks[1:]
                     if one.day.isoformat() == self.earlier.current()), None)
        for one in sorted(newest.marks, key=lambda mark: -mark.distance):
            before = then.mark(one.topic, one.words) if then else None
            self._topics.addWidget(_topic(one, before))


def _day_words(day: date) -> str:
    return day_month_year(day)


def _topic(one: Mark, before: Mark | None) -> QWidget:
    said = rules.standing_words(one.now, one.wanted)
    compared = rules.then_words(before.now, one.now, one.wanted) if before else ""
    box = QWidget()
    lines = column(box, 2)
    lines.addWidget(wrapped(look_rules.topic_words(one.topic, one.words), "body"))
    parts = row(gap=8)
    marks = LevelMarks(one.now, one.wanted, said)
    parts.addWidget(marks)
    parts.addWidget(wrapped(compared or said, "small", "muted"), 1)
    lines.addLayout(parts)
    return box
