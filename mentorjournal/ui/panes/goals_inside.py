"""What stands in a goal's card: need, goal and steps side by side, its signs, and what folds out.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.panes.goals_details import GoalDetails
from mentorjournal.ui.panes.goals_facts import CardFacts
from mentorjournal.ui.panes.goals_goal import GoalColumn, NeedColumn
from mentorjournal.ui.panes.goals_parts import GoalWishes, StepLine, put_away
from mentorjournal.ui.panes.goals_signs import sign_line
from mentorjournal.ui.widgets.add_line import AddLine
from mentorjournal.ui.widgets.parts import clear, column, rule
from mentorjournal.words import tr

NEED, GOAL, LEFT = 200, 240, 248  # px; the last where need and goal stand above each other
WIDE, MIDDLE = 700, 480  # px of a card from which there are three columns, or two
Adding = Callable[[int, str], bool]


class GoalInside(QWidget):
    """Lines that stay keep the focus and what is typed in them."""

    left = Signal()  # what had the keyboard has gone, or it goes up from the first step
    unfolded = Signal()  # all that is known of the goal is shown now

    def __init__(
        self, wishes: GoalWishes, goal_id: int, add_step: Adding, add_gap: Adding,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wishes, self._goal_id, self._add_gap = wishes, goal_id, add_gap
        self._facts: CardFacts | None = None
        self.details: GoalDetails | None = None
        self.need, self.goal = NeedColumn(), GoalColumn()
        self.add = AddLine(tr("Add a step"), lambda text: add_step(goal_id, text), inset=0)
        self.steps: dict[int, StepLine] = {}
        self._lay_out()
        self.goal.more.clicked.connect(lambda: self.set_open(self.details is None))
        self.goal.far.clicked.connect(lambda: wishes.progress.emit(goal_id))

    def _lay_out(self) -> None:
        self.way = QWidget()
        self._way = column(self.way, 4)
        self._way.setContentsMargins(*(theme.px(n) for n in (16, 11, 16, 11)))
        self._lines, self._signs = column(gap=4), column(gap=0)
        self._way.addLayout(self._lines)
        self._way.addWidget(self.add)
        self._way.addLayout(self._signs)
        self._way.addStretch(1)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._columns = 0
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addLayout(self._grid)
        self._arrange(3)

    # Showing

    def show_facts(self, facts: CardFacts) -> None:
        """Show what the journal holds."""
        if facts == self._facts:
            return
        self._facts = facts
        held = QApplication.focusWidget()
        held = held if held is not None and self.isAncestorOf(held) else None
        self.need.show_facts(facts)
        self.goal.show_facts(facts)
        self._show_steps(facts)
        self._show_signs(facts)
        if self.details is not None:
            self.details.show_facts(facts)
        if held is not None and not held.isVisibleTo(self):  # what was pressed is done with
            self.left.emit()

    def _show_steps(self, facts: CardFacts) -> None:
        wanted = {one.id: one for one in facts.about.steps}
        for key in [key for key in self.steps if key not in wanted]:
            put_away(self.steps.pop(key), self._lines)
        for place, (key, step) in enumerate(wanted.items()):
            if key not in self.steps:
                self.steps[key] = line = StepLine(self._wishes, key)
                line.go.connect(lambda way, key=key: self._go_from(key, way))
                line.move.connect(lambda way, key=key: self._move(key, way))
            line = self.steps[key]
            if self._lines.indexOf(line) != place:
                self._lines.insertWidget(place, line)
            line.show_step(step, facts)
        self.steps = {key: self.steps[key] for key in wanted}

    def _show_signs(self, facts: CardFacts) -> None:
        clear(self._signs)
        for sign, words in facts.signs:
            self._signs.addWidget(sign_line(
                self._wishes, facts, sign, words, self._name_gap))

    def _name_gap(self) -> None:
        self.set_open(True)
        assert self.details is not None
        self.details.add.setFocus()

    def set_open(self, is_open: bool) -> None:
        """Show what else is known of the goal, or hide it."""
        if is_open == (self.details is not None):
            return
        if is_open and self._facts is not None:
            self._rule = rule()
            self.details = GoalDetails(self._wishes, self._goal_id, self._add_gap)
            self.details.show_facts(self._facts)
            self._body.addWidget(self._rule)
            self._body.addWidget(self.details)
            self.details.show()  # at once: what waits to be shown has no height
        elif self.details is not None:
            for part in (self._rule, self.details):
                put_away(part, self._body)
            self.details = None
        self.goal.show_open(self.details is not None)
        if is_open:
            self.unfolded.emit()

    def is_in_use(self) -> bool:
        """Whether somebody is at it: the keyboard is in it, it is folded out, or text waits."""
        return (self.details is not None or bool(self.add.edit.text())
                or self.isAncestorOf(QApplication.focusWidget() or self)
                or any(one.text() for one in self.findChildren(QLineEdit)))

    # The keyboard

    def _go_from(self, step_id: int, way: int) -> None:
        keys = list(self.steps)
        place = keys.index(step_id) + way
        if place < 0:
            self.left.emit()
        elif place < len(keys):
            self.steps[keys[place]].box.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.add.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _move(self, step_id: int, way: int) -> None:
        place = list(self.steps).index(step_id) + way
        if 0 <= place < len(self.steps):
            self._wishes.step_move.emit(step_id, place)

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self._arrange(3 if width >= theme.px(WIDE) else 2 if width >= theme.px(MIDDLE) else 1)

    def _arrange(self, columns: int) -> None:
        """Three columns side by side, or the need above the goal, or all above each other."""
        if columns == self._columns:
            return
        self._columns = columns
        places = {3: ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1)),
                  2: ((0, 0, 1, 1), (1, 0, 1, 1), (0, 1, 2, 1)),
                  1: ((0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1))}[columns]
        widths = {3: (NEED, GOAL), 2: (LEFT, LEFT), 1: (0, 0)}[columns]
        for part, place in zip((self.need, self.goal, self.way), places, strict=True):
            self._grid.removeWidget(part)
            self._grid.addWidget(part, *place)
        for part, width in zip((self.need, self.goal), widths, strict=True):
            part.setMinimumWidth(theme.px(width))
            part.setMaximumWidth(theme.px(width) if width else 16_777_215)
        for place in range(3):
            self._grid.setColumnStretch(place, int(place == columns - 1))
        self._grid.setRowStretch(1, int(columns == 2))
        self.need.set_place(columns)
        self.goal.set_place(columns)
