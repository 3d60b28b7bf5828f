"""In the feedback panel: what I will do, action by action, and what came of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal import feedback, promises
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Action
from mentorjournal.ui.panes.feedback_detail_facts import EntryFacts
from mentorjournal.ui.panes.feedback_detail_parts import DayStep, Section, Texts
from mentorjournal.ui.panes.feedback_detail_said import Wish
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.add_line import AddLine
from mentorjournal.ui.widgets.buttons import IconButton
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.words import tr


class ActionRow(QWidget):
    """One thing to do: done or not, its words and its day."""

    def __init__(self, pen: Pen, one: Action) -> None:
        super().__init__()
        self.action_id = one.id
        self.tick = QCheckBox()
        self.tick.toggled.connect(lambda done: pen.write(
            promises.set_done, one.id, clock.today() if done else None))
        self.text = GrowingText(tr("What will I do?"))
        self.text.setAccessibleName(tr("What I will do"))
        pen.bind(self.text, _reworded, "action", one.id, "text")
        self.due = DateField(optional=True)
        self.due.setProperty("dense", True)
        self.due.setAccessibleName(tr("By when"))
        self.due.day_changed.connect(
            lambda day: pen.write(promises.edit, one.id, {"due": day}))
        self.drop = IconButton("x", tr("Remove this action"), side=24)
        self.drop.clicked.connect(lambda: pen.write(promises.remove, one.id))
        across = row(self, 6)
        top = Qt.AlignmentFlag.AlignTop
        self.tick.setContentsMargins(0, 4, 0, 0)
        across.addWidget(self.tick, 0, top)
        across.addWidget(self.text, 1, top)
        across.addWidget(self.due, 0, top)
        across.addWidget(self.drop, 0, top)

    def show_action(self, one: Action, own: bool) -> None:
        """Show what the journal holds."""
        show_text(self.text, one.text, own=own)
        self.tick.blockSignals(True)
        self.tick.setChecked(one.done_on is not None)
        self.tick.blockSignals(False)
        self.tick.setAccessibleName(tr("Done: {text}", text=one.text[:80]))
        if self.due.day() != one.due:
            self.due.blockSignals(True)
            self.due.set_day(one.due)
            self.due.blockSignals(False)


class Plan(Section):
    """The plan in words, its actions, and a line that adds one."""

    def __init__(self, pen: Pen, facts: EntryFacts, wish: Wish) -> None:
        super().__init__(tr("Plan"))
        self._pen, self._id = pen, facts.entry.id
        self._texts = Texts(pen, self._id)
        self.lines.addWidget(self._texts.make(
            "plan", tr("Plan"), tr("What will I do differently?"), verb=_planned))
        self.rows: dict[int, ActionRow] = {}
        self._list: QVBoxLayout = column(gap=2)
        self.lines.addLayout(self._list)
        self.add = AddLine(tr("Add something I will do"), self._add, inset=0)
        self.lines.addWidget(self.add)

    def _add(self, text: str) -> bool:
        return self._pen.write(feedback.add_action, self._id, text, on=clock.today())

    def show_facts(self, facts: EntryFacts, own: bool) -> None:
        """Show what the journal holds; rows that stay keep what is typed in them."""
        self.setVisible(facts.entry.date is not None)
        self._texts.show(facts.entry, own)
        wanted = {one.id for one in facts.actions}
        for key in [key for key in self.rows if key not in wanted]:
            gone = self.rows.pop(key)
            if gone.isAncestorOf(self.window().focusWidget() or self):
                self.add.setFocus()
            gone.hide()
            gone.deleteLater()
        for place, one in enumerate(facts.actions):
            if one.id not in self.rows:
                self.rows[one.id] = ActionRow(self._pen, one)
            made = self.rows[one.id]
            if self._list.indexOf(made) != place:
                self._list.insertWidget(place, made)
            made.show_action(one, own)


class CameOf(Section):
    """What came of it, and the day on which I acted."""

    def __init__(self, pen: Pen, facts: EntryFacts, wish: Wish) -> None:
        super().__init__(tr("What came of it"))
        self._texts = Texts(pen, facts.entry.id)
        self.lines.addWidget(self._texts.make(
            "came_of", tr("What came of it"), tr("What did I try, and what changed?")))
        self.acted = DayStep(tr("I acted on it"), tr("Acted on"))
        self.acted.day_set.connect(lambda day: pen.write(feedback.act, facts.entry.id, day))
        self.lines.addWidget(self.acted)

    def show_facts(self, facts: EntryFacts, own: bool) -> None:
        """Show what the journal holds, once there is a plan."""
        entry = facts.entry
        self._texts.show(entry, own)
        planned = bool(entry.plan or entry.plan_on or facts.actions)
        self.setVisible(entry.date is not None and bool(
            planned or entry.acted_on or entry.came_of))
        self.acted.show_day(entry.acted_on)


def _planned(journal: Journal, feedback_id: int, values: dict[str, Any], **named: Any) -> None:
    feedback.plan(journal, feedback_id, values["plan"], clock.today(), **named)


def _reworded(journal: Journal, action_id: int, values: dict[str, Any], **named: Any) -> None:
    """An action that lost its last letter keeps its words until it is removed."""
    if (values["text"] or "").strip():
        promises.edit(journal, action_id, values, **named)
