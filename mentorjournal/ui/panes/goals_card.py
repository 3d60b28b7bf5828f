"""A goal as a card. Far from what is seen it is only a frame: what stands in it is made in time."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.panes.goals_details import GoalDetails
from mentorjournal.ui.panes.goals_facts import CardFacts, spoken
from mentorjournal.ui.panes.goals_goal import GoalColumn, NeedColumn
from mentorjournal.ui.panes.goals_inside import Adding, GoalInside
from mentorjournal.ui.panes.goals_menu import goal_menu
from mentorjournal.ui.panes.goals_parts import GoalWishes, StepLine
from mentorjournal.ui.widgets.add_line import AddLine
from mentorjournal.ui.widgets.buttons import ENTER
from mentorjournal.ui.widgets.tab_order import order_tabs

LEAST, BESIDES, EACH = 150, 62, 26  # px: how high a card will be, before it was laid out


class GoalCard(QFrame):
    """It takes the focus; Enter opens its form, Delete removes it, Alt+Up and Alt+Down move it."""

    go = Signal(int, int)  # goal, -1 or +1: the focus goes to a neighbour
    move = Signal(int, int)
    unfolded = Signal(int)  # all that is known of the goal is shown now

    def __init__(
        self, wishes: GoalWishes, goal_id: int, add_step: Adding, add_gap: Adding,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wishes, self.goal_id = wishes, goal_id
        self._adding = add_step, add_gap
        self._inside: GoalInside | None = None
        self._height = 0  # that it had when it was emptied
        self.facts: CardFacts | None = None
        self.can_move = (False, False)  # up and down
        self.setProperty("card", True)
        self.setProperty("focusRing", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(1, 1, 1, 1)

    # What stands in it

    @property
    def inside(self) -> GoalInside:
        """What stands in it, made when it is first asked for."""
        if self._inside is None:
            made = self._inside = GoalInside(self._wishes, self.goal_id, *self._adding)
            made.left.connect(lambda: self.setFocus(Qt.FocusReason.TabFocusReason))
            made.unfolded.connect(lambda: self.unfolded.emit(self.goal_id))
            made.goal.deeds.clicked.connect(lambda: self.open_menu(
                made.goal.deeds.mapToGlobal(QPoint(0, made.goal.deeds.height()))))
            if self.facts is not None:
                made.show_facts(self.facts)
            self._body.addWidget(made)
            made.show()  # at once: what waits to be shown has no height
            self.setMinimumHeight(0)
            order_tabs(self)
        return self._inside

    def is_filled(self) -> bool:
        """Whether it is more than a frame."""
        return self._inside is not None

    def empty(self) -> None:
        """Be only a frame again, as high as before, unless somebody is at it."""
        if self._inside is not None and not self._inside.is_in_use():
            self._height = self.height()
            self._body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
            self._inside = None
            self.setMinimumHeight(self._height)

    @property
    def need(self) -> NeedColumn:
        """The need behind the goal."""
        return self.inside.need

    @property
    def goal(self) -> GoalColumn:
        """The goal itself."""
        return self.inside.goal

    @property
    def way(self) -> QWidget:
        """Steps and signs."""
        return self.inside.way

    @property
    def steps(self) -> dict[int, StepLine]:
        """The steps by their id, in their order."""
        return self.inside.steps

    @property
    def add(self) -> AddLine:
        """The line in which a step is added."""
        return self.inside.add

    @property
    def details(self) -> GoalDetails | None:
        """What is folded out, if anything is."""
        return self._inside.details if self._inside else None

    # Showing

    def show_facts(self, facts: CardFacts) -> None:
        """Show what the journal holds."""
        if facts == self.facts:
            return
        self.facts = facts
        if self._inside is not None:
            self._inside.show_facts(facts)
        else:
            self.setMinimumHeight(self._height or _guess(facts))
        self.setAccessibleName(spoken(facts))

    def set_open(self, is_open: bool) -> None:
        """Show what else is known of the goal, or hide it."""
        self.inside.set_open(is_open)

    # The keyboard and the menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.hasFocus():  # a key of what stands inside
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        if way is not None:
            held = event.modifiers() & Qt.KeyboardModifier.AltModifier
            (self.move if held else self.go).emit(self.goal_id, way)
        elif key in ENTER:
            self._wishes.edit.emit(self.goal_id)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._wishes.remove.emit(self.goal_id)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.set_open(key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._wishes.edit.emit(self.goal_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open_menu(event.globalPos())

    def open_menu(self, at: QPoint) -> None:
        """What can be done with the goal."""
        if self.facts is not None:
            goal_menu(self, self._wishes, self.facts, self.add.setFocus,
                      lambda way: self.move.emit(self.goal_id, way), self.can_move).popup(at)


def _guess(facts: CardFacts) -> int:
    """About how high the card of a goal will be."""
    lines = len(facts.about.steps) + len(facts.signs)
    return theme.px(max(LEAST, BESIDES + lines * EACH))
