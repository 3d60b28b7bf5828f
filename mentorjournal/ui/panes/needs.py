"""Needs: what I look for in the people around me, who meets it, and where I stand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal import needs, self_looks
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import needs as rules
from mentorjournal.settings import Settings
from mentorjournal.ui import theme
from mentorjournal.ui.panes.needs_filters import NeedFilters
from mentorjournal.ui.panes.needs_list import NeedsList
from mentorjournal.ui.panes.needs_looks import NeedsLooks
from mentorjournal.ui.panes.needs_start import NeedsStart
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.aims_header import AimsHeader
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.ui.widgets.pane import Pane
from mentorjournal.ui.widgets.parts import column, scrolled
from mentorjournal.words import tr

TABLES = ("need", "need_person", "self_rating", "person", "person_tag", "goal", "me")
SIDE = 320  # px
SPLITTER = "needs"


class _Page(QWidget):
    """As high as it is at its width: what wraps would else ask for the height of a narrow one."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class NeedsPane(Pane):
    """States wishes by signal; they carry the ids of what they are about."""

    page_wanted = Signal(str)
    add_wanted = Signal()
    edit_wanted = Signal(int)
    wished = Signal(str, int)  # what else about a need, see NeedRow
    self_look_wanted = Signal()
    mentor_wanted = Signal(int)  # for a need, 0 for none in particular
    person_wanted = Signal(int)
    goal_wanted = Signal(int)
    refused = Signal(str)

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, parent)
        self._journal, self._settings = journal, settings
        self._day = clock.today()
        self._has_looked = False
        self._pen = Pen(journal, self)
        self.header = AimsHeader("needs")
        self.look = self.header.add_button(tr("Where I stand…"), "path")
        self.find = self.header.add_button(tr("Find a mentor…"), "user-plus")
        self.add = self.header.add_button(tr("Add a need"), "plus", "primary")
        self.filters = NeedFilters(journal)
        self.list = NeedsList(self._pen)
        self.looks = NeedsLooks()
        self.nothing = EmptyState(
            tr("Nothing matches"), tr("No need is like that."), tr("Show all"))
        self.start = NeedsStart()
        self._lay_out()
        self._wire()
        self._read()

    def _lay_out(self) -> None:
        inside = _Page()
        page = column(inside, 12)
        page.setContentsMargins(*(theme.px(n) for n in (24, 16, 24, 24)))
        page.addWidget(self.list)
        page.addStretch(1)
        self.area: QScrollArea = scrolled(inside)
        self.rows = QStackedWidget()
        self.rows.addWidget(self.area)
        self.rows.addWidget(self.nothing)
        self.left = QWidget()
        lines = column(self.left, 0)
        lines.addWidget(self.filters)
        lines.addWidget(self.rows, 1)
        beside = _Page()
        column(beside, 0).addWidget(self.looks)
        self.side = scrolled(beside)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.left)
        self.splitter.addWidget(self.side)
        self.splitter.setStretchFactor(0, 1)
        self._size()
        kept = self._settings.splitter_state(SPLITTER)
        if not (kept and self.splitter.restoreState(kept)):
            self.splitter.setSizes([theme.px(3 * SIDE), theme.px(SIDE)])
        self.body = QStackedWidget()
        self.body.addWidget(self.splitter)
        self.body.addWidget(self.start)
        page_lines = QVBoxLayout(self)
        page_lines.setContentsMargins(0, 0, 0, 0)
        page_lines.setSpacing(0)
        page_lines.addWidget(self.header)
        page_lines.addWidget(self.body, 1)

    def _size(self) -> None:
        self.left.setMinimumWidth(theme.px(420))
        self.side.setMinimumWidth(theme.px(272))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "side"):
            self._size()

    def _wire(self) -> None:
        self.header.page_wanted.connect(self.page_wanted)
        self.add.clicked.connect(self.wish_need)
        self.start.need_wanted.connect(self.wish_need)
        self.find.clicked.connect(lambda: self.wish_mentor())
        for button in (self.look.clicked, self.start.look_wanted, self.looks.look_wanted):
            button.connect(lambda *_: self.wish_self_look())
        self.filters.changed.connect(self._filter)
        self.nothing.acted.connect(self.filters.let_all_through)
        self.list.wished.connect(self._answer)
        self.list.person_wanted.connect(self.person_wanted)
        self.list.goal_wanted.connect(self.goal_wanted)
        self.list.shown.connect(lambda widget: self.area.ensureWidgetVisible(widget, 0, 24))
        self._pen.refused.connect(self.refused)
        self.splitter.splitterMoved.connect(lambda *_: self._settings.set_splitter_state(
            SPLITTER, self.splitter.saveState().data()))

    # What others ask of it

    def wish_need(self) -> None:
        """State the wish for a new need."""
        self.add_wanted.emit()

    def wish_self_look(self) -> None:
        """State the wish for a look at where I stand."""
        self.self_look_wanted.emit()

    def wish_mentor(self, need_id: int = 0) -> None:
        """State the wish to find somebody, for a need or for none in particular."""
        self.mentor_wanted.emit(need_id)

    def show_need(self, need_id: int) -> None:
        """Put the keyboard on a need; what is filtered by goes when it hides it."""
        if self.list.row(need_id) is None:
            self.filters.let_all_through()
        self.list.go_to(need_id)

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        if self.body.currentWidget() is self.start:
            self.start.focus_first()
        elif self.list.rows() and self.rows.currentWidget() is self.area:
            self.list.rows()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, wish: str, need_id: int) -> None:
        if wish == "edit":
            self.edit_wanted.emit(need_id)
        elif wish == "find":
            self.wish_mentor(need_id)
        else:
            self.wished.emit(wish, need_id)

    # Showing

    def take_changes(self, changes: Changes) -> None:
        if not changes.touches(*TABLES):
            return
        before = {one.shown.need.id for one in (*self.list.rows(), *self.list.met_rows())}
        self._read()
        come = [key for key in changes.of("need") - before if self.list.row(key) is not None]
        if len(come) == 1 and not self.list.add.edit.hasFocus():
            self.list.go_to(come[0])  # what was just added, or came back

    def _filter(self) -> None:
        self._show()

    def _read(self) -> None:
        """Read everything."""
        self._day = clock.today()
        looks = self_looks.every(self._journal)
        self._has_looked = bool(looks)
        self.looks.show_looks(looks)
        self._show()

    def _show(self) -> None:
        wanted = self.filters.wanted()
        found = needs.overview(self._journal, self._day, wanted)
        covered = found.coverage
        self.filters.offer(len(covered.needs) - len(covered.covered_needs))
        if self.filters.wanted() != wanted:  # what was filtered by is gone
            found = needs.overview(self._journal, self._day, self.filters.wanted())
        is_all = self.filters.wanted().is_all
        self.list.show_needs(found, is_all)
        self.rows.setCurrentWidget(
            self.area if found.open or found.met or is_all else self.nothing)
        self.looks.show_reading(covered)
        nothing = is_all and not found.open and not found.met
        empty = nothing and not self._has_looked  # a look is shown, even if no need came of it
        self.filters.setVisible(not nothing)
        self.header.set_subtitle(rules.subtitle(covered))
        for part in (self.add, self.look, self.find):
            part.setVisible(not empty)
        self.body.setCurrentWidget(self.start if empty else self.splitter)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if clock.today() != self._day:  # the night has passed
            self._read()
