"""The bar above the accomplishments: words, competency, goal, credit, and the order."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from mentorjournal.journal import accomplishment_search
from mentorjournal.journal.accomplishment_search import (
    BY_TITLE,
    GIVEN,
    NEWEST,
    OLDEST,
    OPEN,
    Wanted,
)
from mentorjournal.journal.journal import Journal
from mentorjournal.models.people_list import spoken_word
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.search_line import SearchLine
from mentorjournal.words import tr

HEIGHT = 48
LEAST_WORDS, NARROWEST = 136, 96  # px of the field, and of any box beside it
WIDEST = 176  # px of a box whose words may be long
GOAL_LETTERS = 80


class AccomplishmentFilters(QFrame):
    """`changed` comes after every choice, and after a short pause in typing."""

    changed = Signal()

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self.setObjectName("filterBar")
        self.words = SearchLine(
            tr("Filter by any word"), tr("Filter the accomplishments by any word"), dense=True)
        self.words.searched.connect(lambda _words: self._say())
        self.competency = self._box(tr("Competency"))
        self.goal = self._box(tr("Goal"))
        self.credit = self._box(tr("Credit"))
        self.credit.set_choices([
            ("", tr("Any credit")), (OPEN, tr("Not credited yet")),
            (GIVEN, tr("Everybody credited"))])
        self.order = self._box(tr("Order"))
        self.order.set_choices([
            (NEWEST, tr("Newest first")), (OLDEST, tr("Oldest first")), (BY_TITLE, tr("By name"))])
        self.clear = Button(tr("Clear"), None, "link")
        self.clear.setAccessibleName(tr("Show all accomplishments again"))
        self.clear.clicked.connect(self.let_all_through)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.words, 1)
        for box in (self.competency, self.goal, self.credit, self.clear):
            self._row.addWidget(box)
        self._row.addStretch(0)
        self._row.addWidget(self.order)
        self.offer()
        self._size()

    def wanted(self) -> Wanted:
        """What is wanted of the list."""
        goal = self.goal.current()
        return Wanted(self.words.text(), self.competency.current(), int(goal) if goal else None,
                      self.credit.current(), self.order.current())

    def offer(self) -> None:
        """Offer the competencies and goals that there are."""
        kinds = accomplishment_search.competencies(self._journal)
        self.competency.set_choices([
            ("", tr("Any competency")), *((one, spoken_word(one)) for one in kinds)])
        goals = accomplishment_search.goals(self._journal)
        self.goal.set_choices([
            ("", tr("Any goal")), *((str(key), text[:GOAL_LETTERS]) for key, text in goals)])
        self._show_clear()

    def let_all_through(self) -> None:
        """Filter by nothing; the order stays."""
        for box in (self.competency, self.goal, self.credit):
            box.set_current("")
        self.words.look_for("")
        self.words.setFocus()

    def _box(self, name: str) -> ChoiceBox:
        box = ChoiceBox(dense=True)
        box.setAccessibleName(name)
        box.chosen.connect(lambda _key: self._say())
        return box

    def _say(self) -> None:
        self._show_clear()
        self.changed.emit()

    def _show_clear(self) -> None:
        self.clear.setVisible(not self.wanted().is_open)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row"):
            self._size()

    def _size(self) -> None:
        self.setFixedHeight(theme.px(HEIGHT))
        self._row.setContentsMargins(theme.px(24), 0, theme.px(24), 1)
        self._row.setSpacing(theme.px(8))
        self.words.setMinimumWidth(theme.px(LEAST_WORDS))
        for box in (self.competency, self.goal, self.credit):
            box.setMinimumWidth(theme.px(NARROWEST))
        self.words.setMaximumWidth(theme.px(320))
        for box in (self.competency, self.goal):
            box.setMaximumWidth(theme.px(WIDEST))
