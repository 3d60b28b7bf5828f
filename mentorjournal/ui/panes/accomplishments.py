"""Accomplishments: what was achieved, what it shows, who contributed, and whether they know it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal import accomplishment_search, files, people
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.models.accomplishment_list import (
    AccomplishmentList,
    AccomplishmentRow,
    is_owed,
    reading_words,
)
from mentorjournal.settings import Settings
from mentorjournal.ui import theme
from mentorjournal.ui.panes.accomplishment_detail import AccomplishmentDetail, AccomplishmentShown
from mentorjournal.ui.panes.accomplishment_filters import AccomplishmentFilters
from mentorjournal.ui.panes.accomplishment_view import AccomplishmentView
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.ui.widgets.page_header import PageHeader
from mentorjournal.ui.widgets.pane import Pane
from mentorjournal.words import tr

TABLES = ("accomplishment", "accomplishment_person", "person", "person_tag", "goal")
DETAIL = 384  # px
SPLITTER = "accomplishments"


class AccomplishmentsPane(Pane):
    """States wishes by signal; they carry the ids of what they are about."""

    add_wanted = Signal()
    edit_wanted = Signal(int)
    remove_wanted = Signal(int)
    person_wanted = Signal(int)
    credit_wanted = Signal(int)
    credit_back_wanted = Signal(int)
    contributor_drop_wanted = Signal(int)
    save_wanted = Signal(object)
    open_wanted = Signal(object)

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, parent)
        self._journal, self._settings = journal, settings
        self._day = clock.today()
        self.list = AccomplishmentList(journal, self)
        self.header = PageHeader(tr("Accomplishments"))
        self.add = self.header.add_button(tr("Add an accomplishment"), "plus")
        self.filters = AccomplishmentFilters(journal)
        self.view = AccomplishmentView(self.list)
        self.detail = AccomplishmentDetail()
        self.nothing = EmptyState(
            tr("Nothing matches"), tr("Use fewer words, or another competency, goal or credit."),
            tr("Show all"))
        self.begin = EmptyState(
            tr("No accomplishments yet"),
            tr("Note what you achieved, in one line and with a number where there is one: a talk, "
               "a paper, an award, a patient who went home. Who contributed can be credited here, "
               "and letters can rest on it."),
            tr("Add an accomplishment"), "plus", kind="primary")
        self._lay_out()
        self._wire()
        self._read()
        self._select(0)

    def _lay_out(self) -> None:
        self.rows = QStackedWidget()
        self.rows.setObjectName("canvas")
        self.rows.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rows.addWidget(self.view)
        self.rows.addWidget(self.nothing)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.rows)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.detail.setMinimumWidth(theme.px(300))
        self.rows.setMinimumWidth(theme.px(360))
        kept = self._settings.splitter_state(SPLITTER)
        if not (kept and self.splitter.restoreState(kept)):
            self.splitter.setSizes([theme.px(2 * DETAIL), theme.px(DETAIL)])
        self.body = QStackedWidget()
        self.body.addWidget(self.splitter)
        self.body.addWidget(self.begin)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.header)
        lines.addWidget(self.filters)
        lines.addWidget(self.body, 1)

    def _wire(self) -> None:
        for button in (self.add.clicked, self.begin.acted):
            button.connect(lambda *_: self.add_wanted.emit())
        self.nothing.acted.connect(self.filters.let_all_through)
        self.filters.changed.connect(self._filter)
        self.view.chosen.connect(lambda _row: self._show_detail())
        self.view.opened.connect(self.edit_wanted)
        self.view.remove_wanted.connect(self.remove_wanted)
        self.view.menu_wanted.connect(self._menu)
        for name in ("edit", "remove", "person", "credit", "credit_back", "contributor_drop",
                     "save", "open"):
            getattr(self.detail, f"{name}_wanted").connect(getattr(self, f"{name}_wanted"))
        self.splitter.splitterMoved.connect(lambda *_: self._settings.set_splitter_state(
            SPLITTER, self.splitter.saveState().data()))
        find = QShortcut(QKeySequence.StandardKey.Find, self, self.filters.words.setFocus)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # What others ask of it

    def show_accomplishment(self, accomplishment_id: int) -> None:
        """Choose one; what is filtered by goes when it hides it."""
        if self.list.row_of(accomplishment_id) < 0:
            self.filters.let_all_through()
        row = self.list.row_of(accomplishment_id)
        if row >= 0:
            self._select(row)

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        if self.body.currentWidget() is self.begin:
            self.begin.button().setFocus()
        elif self.list.rowCount():
            self.view.setFocus()
        else:
            self.filters.words.setFocus()

    # Showing

    def take_changes(self, changes: Changes) -> None:
        if not changes.touches(*TABLES):
            return
        before = {one.id for one in self.list.records()}
        self.filters.offer()
        current, place = self._current_id(), max(0, self.view.currentIndex().row())
        self._read()
        come = [key for key in changes.of("accomplishment") - before if self.list.row_of(key) >= 0]
        if len(come) == 1:  # what was just added, or came back, is what one wants to see
            current = come[0]
        row = self.list.row_of(current) if current is not None else -1
        self._select(row if row >= 0 else min(place, self.list.rowCount() - 1))

    def _filter(self) -> None:
        current = self._current_id()
        self._load()
        row = self.list.row_of(current) if current is not None else -1
        self._select(max(row, 0))

    def _read(self) -> None:
        """Read everything."""
        self._load()
        empty = not accomplishment_search.count(self._journal)
        self.header.set_subtitle(reading_words(self._journal, self._day))
        self.add.setVisible(not empty)
        self.filters.setVisible(not empty)
        self.body.setCurrentWidget(self.begin if empty else self.splitter)

    def _load(self) -> None:
        """Read what is wanted of the list."""
        self._day = clock.today()
        self.list.wanted = self.filters.wanted()
        self.view.set_quiet(True)
        self.list.load(self._day)
        self.view.set_quiet(False)
        self.rows.setCurrentWidget(self.view if self.list.rowCount() else self.nothing)

    def _current_id(self) -> int | None:
        row = self.view.current_row()
        return row.id if row is not None else None

    def _select(self, row: int) -> None:
        self.view.select_quietly(row if row < self.list.rowCount() else -1)
        self._show_detail()

    def _show_detail(self) -> None:
        row = self.view.current_row()
        self.detail.setVisible(row is not None)
        self.detail.show_accomplishment(self._shown(row) if row is not None else None)

    def _shown(self, row: AccomplishmentRow) -> AccomplishmentShown:
        ids = {one.person_id for one in row.achieved.credits}
        known = people.everybody(self._journal, self._day, ids) if ids else []
        return AccomplishmentShown(
            row, {one.person.id: one.person for one in known},
            files.kept(self._journal, row.about.file, row.about.file_name))

    def _menu(self, row: AccomplishmentRow, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Edit…"), lambda: self.edit_wanted.emit(row.id))
        owed = [one for one in row.achieved.contributors if is_owed(one, row.as_of)]
        for one, name in zip(owed, row.owed, strict=True):
            menu.addAction(tr("Give credit to {name}…", name=name.replace("&", "&&")),
                           lambda one=one: self.credit_wanted.emit(one.id))
        menu.addSeparator()
        menu.addAction(tr("Remove"), lambda: self.remove_wanted.emit(row.id))
        menu.popup(at)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if clock.today() != self._day:  # the night has passed
            current = self._current_id()
            self._read()
            self._select(max(0, self.list.row_of(current) if current is not None else 0))
