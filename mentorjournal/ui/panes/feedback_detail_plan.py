"""In the detail of feedback: what I will do about it, action by action, and what came of it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from mentorjournal import clock
from mentorjournal.journal import feedback, promises
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Action
from mentorjournal.ui import theme
from mentorjournal.ui.panes.feedback_detail_facts import Facts
from mentorjournal.ui.panes.feedback_detail_parts import Section, Text, indented, letters
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.add_line import AddLine
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.ui.widgets.day_popup import DayButton
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.words import short_day, span, tr


class Plan(Section):
    """The plan in words, and its actions with their days."""

    def __init__(self, pen: Pen, feedback_id: int, parent: QWidget | None = None) -> None:
        super().__init__(pen, feedback_id, tr("Plan"), tr("Make a plan"), parent)
        self.plan = Text(tr("Plan"), tr("What I will do differently, and where"))
        self.keep("plan", self.plan, _write_plan)
        self.lines.addWidget(self.plan)
        self.rows: dict[int, ActionRow] = {}
        self._actions = column(gap=0)
        self.lines.addLayout(self._actions)
        self.add = AddLine(tr("Add an action"), self._add, inset=9)
        self.add.edit.setProperty("dense", True)
        self.lines.addWidget(self.add)

    def _add(self, text: str) -> bool:
        return self.write(feedback.add_action, text.strip(), None, clock.today())

    def show_facts(self, facts: Facts, own: bool) -> None:
        entry = facts.entry
        self.show_texts(entry, own)
        self._show_actions(facts, own)
        has_plan = bool(entry.plan or entry.plan_on or facts.actions)
        says, tone = "", "muted"
        if not has_plan:
            late = facts.move.kind == "plan" and facts.move.tone == "act"
            says, tone = (facts.move.words, "alert") if late else (tr("nothing yet"), "muted")
        self.setVisible(facts.is_heard or has_plan)
        is_next = facts.move.kind == "plan"
        self.fold(not has_plan and not is_next, says[:1].lower() + says[1:], tone=tone)

    def _show_actions(self, facts: Facts, own: bool) -> None:
        wanted = {one.id for one in facts.actions}
        for gone in self.rows.keys() - wanted:
            leaving = self.rows.pop(gone)
            focused = QApplication.focusWidget()
            if focused is not None and leaving.isAncestorOf(focused):
                self.add.setFocus()
            leaving.hide()
            leaving.deleteLater()
        for place, one in enumerate(facts.actions):
            if one.id not in self.rows:
                self.rows[one.id] = ActionRow(self.pen, one.id)
                self._actions.insertWidget(place, self.rows[one.id])
                self._order()
            self.rows[one.id].show_action(one, facts, own)

    def _order(self) -> None:
        """Tab goes down the actions, and then to the line that adds one."""
        in_place = sorted(self.rows.values(), key=self._actions.indexOf)
        stops = [self.plan, *(stop for each in in_place for stop in each.stops()), self.add.edit]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def first_open(self) -> QWidget:
        """The tick of the first action that is not done."""
        open_ones = [one.tick for one in self.rows.values() if not one.tick.isChecked()]
        return next(iter(open_ones), self.add)

    def hand_in(self) -> None:
        super().hand_in()
        for each in self.rows.values():
            each.text.commit()
        self.add.take()


class ActionRow(QWidget):
    """A tick, the words, the day, and a cross that takes it away; Undo brings it back."""

    def __init__(self, pen: Pen, action_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen, self._id = pen, action_id
        self.tick = QCheckBox()
        self.tick.clicked.connect(self._tick)
        self.text = Text(tr("Action"), must=True, is_line=True)
        pen.bind(self.text, _edit_said, "action", action_id, "text")
        self.due = DayButton(tr("Day"), tr("{day}"), name=tr("By when"), quiet=True)
        self.due.day_chosen.connect(lambda day: pen.write(promises.edit, action_id, {"due": day}))
        self.drop = IconButton("x", tr("Remove this action"), side=24)
        self.drop.clicked.connect(lambda: pen.write(promises.remove, action_id))
        parts = row(self, 0)
        parts.setContentsMargins(letters(), 0, 0, 0)
        top = Qt.AlignmentFlag.AlignTop
        self.tick.setMinimumHeight(theme.px(26))
        right = row(gap=4)
        right.setContentsMargins(0, theme.px(1), 0, 0)  # down to the first line of the words
        right.addWidget(self.due)
        right.addWidget(self.drop)
        parts.addWidget(self.tick, 0, top)
        parts.addWidget(self.text, 1)
        parts.addLayout(right)
        parts.setAlignment(right, top)

    def _tick(self, on: bool) -> None:
        self.text.commit()
        if not self._pen.write(promises.set_done, self._id, clock.today() if on else None):
            self.tick.setChecked(not on)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.tick, self.text, self.due, self.drop]

    def show_action(self, one: Action, facts: Facts, own: bool) -> None:
        """Show what the journal holds."""
        show_text(self.text, one.text, own=own)
        self.tick.setChecked(one.done_on is not None)
        self.tick.setAccessibleName(tr("{action}: done", action=one.text))
        self.drop.setAccessibleName(tr("Remove: {action}", action=one.text))
        self.due.show_day(one.due, facts.as_of)
        name = self.due.text() if one.due else tr("no day")
        late = one.is_open and one.due is not None and one.due < facts.as_of
        if late and one.due is not None:
            self.due.setText(tr("{span} late", span=span((facts.as_of - one.due).days)))
        self.due.set_kind("late" if late else "day")
        self.due.setAccessibleName(tr("By when: {day}", day=name))


class CameOf(Section):
    """That I acted on it, and what came of it."""

    def __init__(self, pen: Pen, feedback_id: int, parent: QWidget | None = None) -> None:
        super().__init__(pen, feedback_id, tr("What came of it"), tr("Write"), parent)
        self.lines.addWidget(self.text(
            "came_of", tr("What came of it"), tr("What I did, and what is different now")))
        self.acted = DayButton(
            tr("I acted on it"), tr("Acted on it {day}"), "check", name=tr("When I acted on it"))
        self.acted.day_chosen.connect(self._act)
        self.lines.addWidget(indented(self.acted))

    def _act(self, day: object) -> None:
        self.hand_in()
        self.write(feedback.act, day)

    def show_facts(self, facts: Facts, own: bool) -> None:
        entry = facts.entry
        self.show_texts(entry, own)
        self.acted.show_day(entry.acted_on, facts.as_of)
        known = bool(entry.came_of or entry.acted_on)
        self.setVisible(facts.is_heard)
        self.fold(not known and facts.move.kind != "act", "" if known else tr("nothing yet"))


class Report(Section):
    """Telling whoever gave it what came of it, at the next meeting or before."""

    def __init__(self, pen: Pen, feedback_id: int, parent: QWidget | None = None) -> None:
        super().__init__(pen, feedback_id, tr("Report back"), tr("Write"), parent)
        self.to_agenda = Button(tr("Put it on the agenda"), "clipboard-text", "row")
        self.to_agenda.clicked.connect(lambda: self.wished.emit("to_agenda"))
        self.told = DayButton(
            tr("Mark as reported back"), tr("Told them {day}"), "check",
            name=tr("When I told them what came of it"))
        self.told.day_chosen.connect(lambda day: self.write(feedback.report_back, day))
        self.lines.addSpacing(theme.px(4))
        self.lines.addWidget(indented(self.to_agenda, self.told))

    def first(self) -> QWidget:
        return self.told

    def show_facts(self, facts: Facts, own: bool) -> None:
        entry = facts.entry
        self.told.show_day(entry.reported_back_on, facts.as_of)
        is_due = bool(entry.acted_on) and entry.reported_back_on is None
        self.to_agenda.setVisible(
            is_due and facts.next_meeting is not None and facts.agenda_of is None)
        self.setVisible(facts.is_heard)
        known = bool(entry.acted_on or entry.reported_back_on)
        self.fold(not known, _report_words(facts), may_open=False)


def _report_words(facts: Facts) -> str:
    entry, name = facts.entry, facts.name
    if entry.reported_back_on:
        return ""
    if not entry.acted_on:
        return tr("once you have acted on it")
    if facts.agenda_of:
        return tr("It is on the agenda of {day}.", day=short_day(facts.agenda_of.day, facts.as_of))
    if facts.next_meeting:
        return tr("You meet {name} {day}.", name=name,
                  day=short_day(facts.next_meeting.day, facts.as_of))
    return tr("No meeting with {name} is arranged.", name=name)


def _write_plan(
    journal: Journal, feedback_id: int, values: dict[str, Any], *, merge: str, origin: object
) -> None:
    feedback.plan(
        journal, feedback_id, values["plan"], clock.today(), merge=merge, origin=origin)


def _edit_said(
    journal: Journal, action_id: int, values: dict[str, Any], *, merge: str, origin: object
) -> None:
    """An action whose words are all deleted keeps them until others are there."""
    if (values["text"] or "").strip():
        promises.edit(journal, action_id, values, merge=merge, origin=origin)
