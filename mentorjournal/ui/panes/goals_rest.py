"""Below the goals: needs that none of them serves, and goals that are done or were dropped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from mentorjournal.journal.goal_overview import BareNeed, GoalFacts
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.ui import theme
from mentorjournal.ui.panes.goals_facts import past_words, rating_words, still_words
from mentorjournal.ui.panes.goals_parts import GoalWishes, Sign
from mentorjournal.ui.widgets.buttons import ENTER, Button, IconButton
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.level_marks import LevelMarks
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
            parts.addWidget(LevelMarks(
                one.rating.now, one.rating.wanted, rating_words(one.rating)))
        make = Button(tr("Make it a goal"), kind="row")
        make.setAccessibleName(tr("Make it a goal: {need}", need=one.need.text))
        make.clicked.connect(lambda: self._wishes.add.emit(_begun(one)))
        parts.addWidget(make)
        return line


def _begun(one: BareNeed) -> dict[str, Any]:
    """What a goal for a need begins with."""
    return {"need_id": one.need.id, "text": one.need.text, "domain": one.need.domain}


class PastGoals(QWidget):
    """Folded until it is opened, but for those that still take hours; each can be brought back."""

    def __init__(self, wishes: GoalWishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wishes = wishes
        self._lines: dict[int, PastGoal] = {}
        self.still, card = QWidget(), QFrame()
        card.setProperty("card", True)
        self._still_rows = column(card, 0)
        above = column(self.still)
        above.addWidget(label(tr("Over, and still taking hours"), "heading"))
        above.addWidget(card)
        self.fold = Button("", "caret-right", "link")
        self.card = QFrame()
        self.card.setProperty("card", True)
        self._rows = column(self.card, 0)
        lines = column(self, 8)
        lines.addWidget(self.still)
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
        self._lines = {}
        still = [one for one in goals if one.commitments]
        folded = [one for one in goals if not one.commitments]
        self.still.setVisible(bool(still))
        self._fill(self._still_rows, still)
        self.fold.setVisible(bool(folded))
        self.fold.setText(trn(
            "{n} goal reached or dropped", "{n} goals reached or dropped", len(folded)))
        if not folded:
            self.set_open(False)
        self._fill(self._rows, folded)

    def _fill(self, rows: QVBoxLayout, goals: Sequence[GoalFacts]) -> None:
        clear(rows)
        for place, one in enumerate(goals):
            if place:
                rows.addWidget(rule())
            self._lines[one.id] = PastGoal(self._wishes, one)
            rows.addWidget(self._lines[one.id])
            self._lines[one.id].show()  # at once: what waits to be shown takes no focus

    def line(self, goal_id: int) -> PastGoal | None:
        """The line of a goal that is over."""
        return self._lines.get(goal_id)

    def still_takes(self, goal_id: int) -> bool:
        """Whether hours still go into a goal that is over."""
        line = self.line(goal_id)
        return line is not None and line.hours is not None

    def show_goal(self, goal_id: int) -> PastGoal | None:
        """The line of a goal, unfolded."""
        line = self.line(goal_id)
        if line is not None and line.hours is None:
            self.set_open(True)
        return line


class PastGoal(QFrame):
    """One that is over; Enter or a double click opens its form, Delete removes it.

    What still takes hours for it is said, with the way there.
    """

    def __init__(
        self, wishes: GoalWishes, about: GoalFacts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._wishes, self.goal_id = wishes, about.id
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRing", True)
        when, still = past_words(about.goal), still_words(about)
        self.setAccessibleName(", ".join(filter(None, (about.goal.text, when, still))))
        parts = row(self, 8)
        parts.setContentsMargins(*(theme.px(n) for n in AROUND))
        words = column(gap=2)
        words.addWidget(wrapped(about.goal.text, "row-title"))
        words.addWidget(wrapped(when, "small", "muted"))
        self.hours: Button | None = None
        if still:
            self.hours = Button(tr("See its hours"), kind="link")
            self.hours.clicked.connect(
                lambda: wishes.commitment.emit(about.commitments[0].id))
            words.addWidget(Sign(still, self.hours))
        self.back = Button(tr("Bring back"), kind="row")
        self.back.setAccessibleName(tr("Bring back: {goal}", goal=about.goal.text))
        self.back.clicked.connect(lambda: wishes.status.emit(self.goal_id, "active"))
        self.deeds = IconButton("dots-three", tr("More for this goal"))
        self.deeds.clicked.connect(lambda: self.open_menu(
            self.deeds.mapToGlobal(QPoint(0, self.deeds.height()))))
        parts.addLayout(words, 1)
        parts.addWidget(self.back)
        parts.addWidget(self.deeds)

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

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._wishes.edit.emit(self.goal_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open_menu(event.globalPos())

    def open_menu(self, at: QPoint) -> None:
        """What can be done with it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Edit…"), lambda: self._wishes.edit.emit(self.goal_id))
        menu.addAction(tr("How it changed…"), lambda: self._wishes.history.emit(self.goal_id))
        menu.addAction(tr("Bring back"), lambda: self._wishes.status.emit(self.goal_id, "active"))
        menu.addSeparator()
        menu.addAction(tr("Remove"), lambda: self._wishes.remove.emit(self.goal_id))
        menu.popup(at)
