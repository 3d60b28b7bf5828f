"""Goals: what I need, where I want to go, the steps there, who helps, and what is worth a look."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal import goal_steps
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.ui import theme
from mentorjournal.ui.panes import goals_facts
from mentorjournal.ui.panes.goals_list import GoalList
from mentorjournal.ui.panes.goals_near import NearCards
from mentorjournal.ui.panes.goals_parts import GoalWishes
from mentorjournal.ui.panes.goals_rest import BareNeeds, PastGoals
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.aims_header import AimsHeader
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.ui.widgets.pane import Pane
from mentorjournal.ui.widgets.parts import column, scrolled
from mentorjournal.ui.widgets.tab_order import order_tabs
from mentorjournal.words import tr

SIDE = 364  # px of the column at the right, with its scroll bar (TOKENS §9)
SIDE_FROM = 1180  # px of window width from which it stands there (TOKENS §4)
SETTLED = 30  # ms until what was added to the page has its room
SPLITTER = "goals"
AROUND = (24, 12, 24, 24)


class GoalsPane(Pane):
    """States what is wished by `wishes`; what is ticked and typed in place it writes itself."""

    refused = Signal(str)
    page_wanted = Signal(str)
    _scale = 0  # px(100) for which the page was made

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, parent)
        self._journal, self._settings = journal, settings
        self._day = clock.today()
        self._side: QWidget | None = None
        self._make_side: Callable[[], QWidget] | None = None
        self.pen = Pen(journal, self)
        self.wishes = GoalWishes(self)
        self.header = AimsHeader("goals")
        self.review = self.header.add_button(tr("Review needs"), "note-pencil")
        self.add = self.header.add_button(tr("New goal"), "plus")
        self.area = scrolled(QWidget())
        self._near = NearCards(self.area)
        self._lay_out()
        self._make_content()
        self._wire()
        self._read()

    def _lay_out(self) -> None:
        self.area.setMinimumWidth(theme.px(420))
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.area)
        self.splitter.setStretchFactor(0, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.header)
        page.addWidget(self.splitter, 1)

    def _make_content(self) -> None:
        """What stands below the head; made anew for another text size."""
        self._scale = theme.px(100)
        self.begin = EmptyState(
            tr("No goals yet"),
            tr("Start with one goal for the next three months: what you want to reach, how it "
               "will show, and by when. The first step can be small."),
            tr("Write a goal"), "plus", kind="primary")
        self.list = GoalList(self.wishes, self._add_step, self._add_gap)
        self.needs, self.past = BareNeeds(self.wishes), PastGoals(self.wishes)
        content = QWidget()
        content.setProperty("clear", True)
        self._lines = lines = column(content, 20)
        lines.setContentsMargins(*(theme.px(n) for n in AROUND))
        for part in (self.begin, self.list, self.needs, self.past):
            lines.addWidget(part)
        lines.addStretch(1)
        self.area.setWidget(content)
        self.begin.acted.connect(self.wish_goal)
        self.list.unfolded.connect(self._show_unfolded)
        self._near.take(self.list)

    def _wire(self) -> None:
        self.header.page_wanted.connect(self.page_wanted)
        self.review.clicked.connect(lambda: self.page_wanted.emit("needs"))
        self.add.clicked.connect(lambda: self.wish_goal())
        self.pen.refused.connect(self.refused)
        self.wishes.step_done.connect(lambda key, on: self.pen.write(
            goal_steps.set_done, key, clock.today() if on else None))
        self.wishes.step_move.connect(lambda key, to: self.pen.write(goal_steps.move, key, to))
        self.wishes.step_ours.connect(lambda key: self.pen.write(
            goal_steps.edit, key, {"owner": "both"}))
        self.wishes.gap_done.connect(lambda key, on: self.pen.write(
            goal_steps.close_gap, key, clock.today() if on else None))
        self.splitter.splitterMoved.connect(lambda *_: self._settings.set_splitter_state(
            SPLITTER, self.splitter.saveState().data()))
        QApplication.instance().focusChanged.connect(self._follow_focus)

    # What others ask of it

    def wish_goal(self) -> None:
        """Ask for a new goal."""
        self.wishes.add.emit({})

    def wish_edit(self, goal_id: int) -> None:
        """Ask for the form of a goal."""
        self.wishes.edit.emit(goal_id)

    def show_goal(self, goal_id: int) -> None:
        """Scroll to a goal and choose it; one that is over is unfolded."""
        target: QWidget | None = self.list.card(goal_id)
        if target is None:
            target = self.past.show_goal(goal_id)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_soon(target)

    def _show_unfolded(self, goal_id: int) -> None:
        card = self.list.card(goal_id)
        if card is not None and card.details is not None:
            order_tabs(card)
            self._show_soon(card.details)

    def _show_soon(self, target: QWidget) -> None:
        """Scroll to something, once it has its room."""
        def show() -> None:
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            self.area.ensureWidgetVisible(target, 0, theme.px(24))

        QTimer.singleShot(SETTLED, target, show)

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        cards = self.list.cards()
        if cards:
            cards[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.begin.button().setFocus(Qt.FocusReason.OtherFocusReason)

    def set_side(self, make: Callable[[], QWidget]) -> None:
        """Put a column at the right; it folds away where the cards would be crowded.

        It is made anew for another text size.
        """
        if self._side is not None:
            self._side.hide()
            self._side.deleteLater()
        self._make_side, self._side = make, make()
        self._side.setMinimumWidth(theme.px(280))
        self.splitter.addWidget(self._side)
        self.splitter.setStretchFactor(1, 0)
        kept = self._settings.splitter_state(SPLITTER)
        if not (kept and self.splitter.restoreState(kept)):
            self.splitter.setSizes([max(1, self.width() - theme.px(SIDE)), theme.px(SIDE)])
        self._fold_side()

    # Showing

    def take_changes(self, changes: Changes) -> None:
        if not changes.touches(*goals_facts.TABLES):
            return
        before = {card.goal_id for card in self.list.cards()}
        place = self.list.place_of_focus()
        self._read()
        cards = self.list.cards()
        come = [card.goal_id for card in cards
                if card.goal_id in changes.of("goal") - before]
        if len(come) == 1 and self.isVisible():  # just added, or brought back: to be seen
            self.show_goal(come[0])
        elif place >= 0 and before - {card.goal_id for card in cards}:
            if cards:
                cards[min(place, len(cards) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.focus_first()

    def _read(self) -> None:
        """Read everything."""
        self._day = clock.today()
        page = goals_facts.read(self._journal, self._day)
        self.header.set_subtitle(goals_facts.subtitle(page))
        self.begin.setVisible(not page.cards)
        bare = not (page.cards or page.needs or page.past)
        self._lines.setStretch(0, int(bare))  # then it stands in the middle of the page
        self._lines.setStretch(self._lines.count() - 1, int(not bare))
        self.add.setVisible(bool(page.cards))
        self.list.setVisible(bool(page.cards))
        self.list.show_page(page)
        self.needs.show_needs(page.needs)
        self.past.show_goals(page.past)
        order_tabs(self.area.widget())
        self._near.look_soon()

    def _add_step(self, goal_id: int, text: str) -> bool:
        return self.pen.write(goal_steps.add, goal_id, {"text": text})

    def _add_gap(self, goal_id: int, text: str) -> bool:
        return self.pen.write(goal_steps.add_gap, goal_id, text)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Keep what has the keyboard in sight."""
        if new is not None and self.area.widget().isAncestorOf(new):
            self.area.ensureWidgetVisible(new, 0, theme.px(24))

    def _fold_side(self) -> None:
        if self._side is not None:
            self._side.setVisible(self.window().width() >= SIDE_FROM)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and theme.px(100) != self._scale:
            QTimer.singleShot(0, self, self._take_scale)

    def _take_scale(self) -> None:
        if theme.px(100) != self._scale:
            self._make_content()
            self._read()
            if self._make_side is not None:
                self.set_side(self._make_side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_side()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fold_side()
        if clock.today() != self._day:  # the night has passed
            self._read()
        self._near.look()
