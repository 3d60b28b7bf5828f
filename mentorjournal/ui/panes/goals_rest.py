"""Below the goals: needs that none of them serves, and goals that are done or were dropped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from mentorjournal.journal.goal_overview import BareNeed, GoalFacts
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.ui import theme
from mentorjournal.ui.panes.goals_facts import past_words, rating_words
from mentorjournal.ui.panes.goals_parts import GoalWishes
from mentorjournal.ui.widgets.buttons import ENTER, Button
from mentorjournal.ui.widgets.five_marks import FiveMarks, rating_marks
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import clear, column, row, rule, wrapped
from mentorjournal.words import tr, trn

AROUND = (16, 10, 12, 10)


class BareNeeds(QWidget):
    """Each need with a button that makes a goal of it."""

    def __init__(self, wishes: GoalWishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wishes = wishes
        self._count = label("", "body", "muted")
        self._card = QFrame()
        self._card.setProperty("card", True)
        self._rows = column(self._card, 0)
        head = row(gap=6)
        head.addWidget(label(tr("Needs without a goal"), "heading"))
        head.addWidget(self._count, 1)
        lines = column(self, 8)
        lines.addLayout(head)
        lines.addWidget(self._card)

    def show_needs(self, needs: Sequence[BareNeed]) -> None:
        """Show these; without any the whole part goes."""
        self.setVisible(bool(needs))
        self._count.setText(str(len(needs)))
        clear(self._rows)
        for place, one in enumerate(needs):
            if place:
                self._rows.addWidget(rule())
            self._rows.addWidget(self._line(one))

    def _line(self, one: BareNeed) -> QWidget:
        line = QWidget()
        parts = row(line, 12)
        parts.setContentsMargins(*(theme.px(n) for n in AROUND))
        words = column(gap=2)
        words.addWidget(wrapped(one.need.text, "row-title"))
        second = " · ".join(filter(None, (
            word(one.need.domain), rating_words(one.rating) if one.rating else "")))
        if second:
            words.addWidget(wrapped(second, "small", "muted"))
        parts.addLayout(words, 1)
        if one.rating is not None:
            parts.addWidget(FiveMarks(
                rating_marks(one.rating.now, one.rating.wanted), rating_words(one.rating)))
        make = Button(tr("Make it a goal"), kind="row")
        make.setAccessibleName(tr("Make it a goal: {need}", need=one.need.text))
        make.clicked.connect(lambda: self._wishes.add.emit(_begun(one)))
        parts.addWidget(make)
        return line


def _begun(one: BareNeed) -> dict[str, Any]:
    """What a goal for a need begins with."""
    return {"need_id": one.need.id, "text": one.need.text, "domain": one.need.domain}


class PastGoals(QWidget):
    """Folded until it is opened; each can be brought back."""

    toggled = Signal(bool)

    def __init__(self, wishes: GoalWishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wishes = wishes
        self.fold = Button("", "caret-right", "link")
        self.card = QFrame()
        self.card.setProperty("card", True)
        self._rows = column(self.card, 0)
        lines = column(self, 8)
        lines.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self.card)
        self.card.hide()
        self.fold.clicked.connect(lambda: self.set_open(self.card.isHidden()))

    def set_open(self, is_open: bool) -> None:
        """Show the goals, or only how many there are."""
        self.card.setVisible(is_open)
        self.fold.set_icon("caret-down" if is_open else "caret-right")

    def show_goals(self, goals: Sequence[GoalFacts]) -> None:
        """Show these; without any the whole part goes."""
        self.setVisible(bool(goals))
        self.fold.setText(trn(
            "{n} goal done or dropped", "{n} goals done or dropped", len(goals)))
        clear(self._rows)
        for place, one in enumerate(goals):
            if place:
                self._rows.addWidget(rule())
            self._rows.addWidget(PastGoal(self._wishes, one))

    def line(self, goal_id: int) -> PastGoal | None:
        """The line of a goal that is shown here."""
        return next((one for one in self.card.findChildren(PastGoal) if one.goal_id == goal_id
                     and not one.isHidden()), None)


class PastGoal(QFrame):
    """One that is over; Enter opens its form, Delete removes it."""

    def __init__(
        self, wishes: GoalWishes, about: GoalFacts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._wishes, self.goal_id = wishes, about.id
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRing", True)
        when = past_words(about.goal)
        self.setAccessibleName(f"{about.goal.text}, {when}")
        parts = row(self, 12)
        parts.setContentsMargins(*(theme.px(n) for n in AROUND))
        words = column(gap=2)
        words.addWidget(wrapped(about.goal.text, "row-title"))
        words.addWidget(wrapped(when, "small", "muted"))
        self.back = Button(tr("Bring back"), kind="row")
        self.back.setAccessibleName(tr("Bring back: {goal}", goal=about.goal.text))
        self.back.clicked.connect(lambda: wishes.status.emit(self.goal_id, "active"))
        parts.addLayout(words, 1)
        parts.addWidget(self.back)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.hasFocus():  # a key of what stands inside
            super().keyPressEvent(event)
            return
        if event.key() in ENTER:
            self._wishes.edit.emit(self.goal_id)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._wishes.remove.emit(self.goal_id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Edit…"), lambda: self._wishes.edit.emit(self.goal_id))
        menu.addAction(tr("How it changed…"), lambda: self._wishes.history.emit(self.goal_id))
        menu.addAction(tr("Bring back"), lambda: self._wishes.status.emit(self.goal_id, "active"))
        menu.addSeparator()
        menu.addAction(tr("Remove"), lambda: self._wishes.remove.emit(self.goal_id))
        menu.popup(event.globalPos())
