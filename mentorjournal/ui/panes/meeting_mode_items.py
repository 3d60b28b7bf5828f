"""The left column of meeting mode: the course, the items, and what was not raised yet."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mentorjournal.journal import running
from mentorjournal.mentoring import running as rules
from mentorjournal.mentoring.running import SUM_UP, Course, Running, Timed
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_mode_course import CourseBar
from mentorjournal.ui.panes.meeting_mode_facts import ModeFacts, state_words
from mentorjournal.ui.panes.meeting_mode_rows import ItemRow, PressableRow
from mentorjournal.ui.panes.meeting_parts import LINE_LIMIT, AddLine
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import dress, label
from mentorjournal.ui.widgets.parts import column, row, rule, set_wrapped, wrapped
from mentorjournal.words import clock_time, tr

CARRY_SIGNS = {
    "my_promise": "check-square", "their_promise": "check-square", "parked": "push-pin",
    "feedback": "chat-centered-text", "expectation": "scales", "expectation_review": "scales",
    "thanks": "heart", "letter_thanks": "heart", "news": "sparkle", "advice": "lightbulb",
    "feedback_given": "chat-centered-text", "feedback_plan": "chat-centered-text",
    "need": "magnifying-glass",
}


class ModeItems(QWidget):
    """`place_wanted` carries the place that was chosen."""

    place_wanted = Signal(int)

    def __init__(self, pen: Pen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen = pen
        self._facts: ModeFacts | None = None
        self._shown_carried: object = None
        self._finish = ("", "")
        self.began, self.finish = label("", "small", "muted"), label("", "small")
        self.ends = label("", "small", "muted")
        self.bar = CourseBar()
        self.rows: dict[int, ItemRow] = {}
        self._rows_box = QWidget()
        self._rows_lines = column(self._rows_box, gap=4)
        self.add = AddLine(tr("Something that came up"), self._add_item, inset=15)
        self.add.edit.setMaxLength(LINE_LIMIT)
        self._make_outcome()
        self._carried_box = QWidget()
        self._carried_lines = column(self._carried_box, gap=4)
        self._lay_out()

    def _make_outcome(self) -> None:
        self._outcome = QWidget()
        lines = column(self._outcome, gap=6)
        lines.addWidget(rule())
        lines.addSpacing(theme.px(6))
        self._result = label("", "label", "muted")
        lines.addWidget(self._result)
        self.reached = QCheckBox()
        self.reached.clicked.connect(self._tick)
        self.wanted = wrapped("")
        parts = row(gap=6)
        parts.addWidget(self.reached, 0, Qt.AlignmentFlag.AlignTop)
        parts.addWidget(self.wanted, 1)
        lines.addLayout(parts)

    def _lay_out(self) -> None:
        whole = column(self, gap=6)
        whole.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), 0)
        times = row(gap=4)
        times.setContentsMargins(theme.px(2), 0, theme.px(2), 0)
        times.addWidget(self.began)
        times.addWidget(self.finish, 1, Qt.AlignmentFlag.AlignHCenter)
        times.addWidget(self.ends)
        whole.addLayout(times)
        whole.addWidget(self.bar)
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setProperty("clear", True)
        lines = column(page, gap=8)
        lines.setContentsMargins(0, theme.px(6), 0, theme.px(16))
        for each in (self._rows_box, self.add, self._outcome, self._carried_box):
            lines.addWidget(each)
        lines.addStretch(1)
        self.scroll.setWidget(page)
        whole.addWidget(self.scroll, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(200))

    # Showing

    def show_facts(self, facts: ModeFacts, live: Running) -> None:
        """Show what the journal holds."""
        self._facts = facts
        ids = [place.id for place in facts.places]
        if ids != list(self.rows):
            self._make_rows(ids)
        wanted = facts.meeting.desired_outcome
        self._outcome.setVisible(bool(wanted))
        set_wrapped(self.wanted, wanted or "")
        self._result.setText(facts.side.preparing.result)
        self.reached.setAccessibleName(facts.side.meeting.reached.format(wanted=wanted or ""))
        self.reached.setChecked(facts.is_reached)
        if facts.not_raised != self._shown_carried:
            self._shown_carried = facts.not_raised
            self._show_carried()

    def show_time(self, live: Running, now: datetime) -> Course:
        """Show how far the meeting is; the course it is on."""
        facts = self._facts
        assert facts is not None
        course = rules.course(live, facts.places)
        finish = course.finish.astimezone(now.tzinfo)
        ends = live.ends.astimezone(now.tzinfo)
        self.began.setText(clock_time(live.started.astimezone(now.tzinfo)))
        self.ends.setText(clock_time(ends))
        words = tr("On course to finish at {time}", time=clock_time(finish))
        self._finish = (words, tr("Finish {time}", time=clock_time(finish)))
        self.finish.setAccessibleName(words)
        self._fit_finish()
        dress(self.finish, "small", "alert" if course.over_minutes else "ink")
        self.bar.set_course(course, words)
        for number, place in enumerate(facts.places, 1):
            line = self.rows[place.id]
            line.set_words(
                facts.title(place.id), state_words(facts, live, place, course.to_sum_up))
            line.set_state(*_look(live, place, number))
        return course

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_finish()

    def _fit_finish(self) -> None:
        """Say when it will be over in as many words as there is room for."""
        room = self.width() - theme.px(48)
        room -= self.began.sizeHint().width() + self.ends.sizeHint().width()
        whole, short = self._finish
        fits = self.finish.fontMetrics().horizontalAdvance(whole) <= room
        self.finish.setText(whole if fits else short)

    def reveal(self, place: int) -> None:
        """Bring a place into view."""
        if place in self.rows:
            self.scroll.ensureWidgetVisible(self.rows[place], 0, theme.px(24))

    def _make_rows(self, ids: list[int]) -> None:
        focused = QApplication.focusWidget()
        had = focused.place if isinstance(focused, ItemRow) else None
        _clear(self._rows_lines)
        self.rows = {place: ItemRow(place) for place in ids}
        for line in self.rows.values():
            line.clicked.connect(lambda _on=False, place=line.place: self.place_wanted.emit(place))
            self._rows_lines.addWidget(line)
            line.show()  # now, so that it can have the focus
        if had in self.rows:
            self.rows[had].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_carried(self) -> None:
        facts = self._facts
        assert facts is not None
        focused = QApplication.focusWidget()
        inside = focused is not None and self._carried_box.isAncestorOf(focused)
        _clear(self._carried_lines)
        self._carried_box.setVisible(bool(facts.not_raised))
        if not facts.not_raised:
            return
        self._carried_lines.addWidget(rule())
        self._carried_lines.addSpacing(theme.px(6))
        self._carried_lines.addWidget(label(tr("Not raised yet"), "label", "muted"))
        lines = []
        for carry in facts.not_raised:
            line = PressableRow(IconLabel(CARRY_SIGNS.get(carry.source, "plus"), "muted", 16),
                                "body")
            line.set_words(carry.title, carry.detail)
            line.setAccessibleDescription(tr("Adds it to the items"))
            line.layout().setContentsMargins(*(theme.px(n) for n in (2, 4, 4, 4)))
            line.clicked.connect(lambda _on=False, carry=carry: self._pen.write(
                running.raise_carried, facts.meeting.id, carry))
            self._carried_lines.addWidget(line)
            line.show()  # now, so that it can have the focus
            lines.append(line)
        if inside:
            lines[0].setFocus(Qt.FocusReason.OtherFocusReason)

    # Doing

    def _add_item(self, title: str) -> bool:
        assert self._facts is not None
        return self._pen.write(running.come_up, self._facts.meeting.id, title)

    def _tick(self, reached: bool) -> None:
        assert self._facts is not None
        if not self._pen.write(running.set_reached, self._facts.meeting.id, reached):
            self.reached.setChecked(not reached)


def _look(live: Running, place: Timed, number: int) -> tuple[str, str]:
    face = "flag" if place.id == SUM_UP else str(number)
    if place.id == live.current:
        return "now", face
    if place.state == "parked":
        return "parked", "push-pin"
    if place.id != SUM_UP and not rules.is_ahead(live, place):
        return "done", "check-bold"
    return "ahead", face


def _clear(lines: QVBoxLayout) -> None:
    while lines.count():
        widget = lines.takeAt(0).widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
