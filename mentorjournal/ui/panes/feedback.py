"""The feedback log: every entry in a table, and beside it the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QWidget

from mentorjournal import clock
from mentorjournal.journal import feedback_log
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.models.feedback_list import FeedbackList
from mentorjournal.settings import Settings
from mentorjournal.ui import theme
from mentorjournal.ui.panes.feedback_detail import FeedbackDetail
from mentorjournal.ui.panes.feedback_filters import FeedbackFilters
from mentorjournal.ui.panes.feedback_table import FeedbackTable
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.ui.widgets.page_header import PageHeader
from mentorjournal.ui.widgets.pane import Pane
from mentorjournal.ui.widgets.parts import column
from mentorjournal.words import tr, trn

TABLES = ("feedback", "action", "meeting", "person", "person_tag", "agenda_item", "dismissal")
LIST, DETAIL = 784, 448  # px
LEAST_LIST, LEAST_DETAIL = 480, 392
SPLITTER = "feedback"


class FeedbackPane(Pane):
    """States wishes by signal: `wished` carries a name and the id of an entry."""

    ask_wanted = Signal()
    log_wanted = Signal()
    export_wanted = Signal()
    wished = Signal(str, int)
    several_wished = Signal(str, object)  # "remove" or "theme", and the ids of entries
    refused = Signal(str)

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, parent)
        self._journal, self._settings = journal, settings
        self._day = clock.today()
        self.list = FeedbackList(journal, self._day, self)
        self._make_parts()
        self._lay_out()
        self._wire()
        self._load()
        self._select(self.list.id_at(self.list.first_row()))

    def _make_parts(self) -> None:
        self.header = PageHeader(tr("Feedback log"))
        self.export = self.header.add_button(tr("Export"), "export")
        self.ask = self.header.add_button(tr("Ask for feedback"), "question")
        self.log = self.header.add_button(tr("Log feedback"), "plus")
        self.filters = FeedbackFilters(self._journal)
        self.table = FeedbackTable(self.list)
        self.detail = FeedbackDetail(self._journal)
        self.nothing = EmptyState(
            tr("Nothing matches"), tr("Use fewer words, or another group, person or theme."),
            tr("Show all"))
        self.begin = EmptyState(
            tr("Nothing in the log yet"),
            tr("Write down what people say of your work: what they saw, what you will do about it, "
               "and in the end what came of it. The loop is closed when they know."),
            tr("Ask for feedback"), "question", kind="primary")

    def _lay_out(self) -> None:
        self.rows = QStackedWidget()
        self.rows.setObjectName("canvas")
        self.rows.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rows.addWidget(self.table)
        self.rows.addWidget(self.nothing)
        left = QWidget()
        lines = column(left, 0)
        lines.addWidget(self.filters)
        lines.addWidget(self.rows, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        left.setMinimumWidth(theme.px(LEAST_LIST))
        self.detail.setMinimumWidth(theme.px(LEAST_DETAIL))
        kept = self._settings.splitter_state(SPLITTER)
        if not (kept and self.splitter.restoreState(kept)):
            self.splitter.setSizes([theme.px(LIST), theme.px(DETAIL)])
        self.body = QStackedWidget()
        self.body.addWidget(self.splitter)
        self.body.addWidget(self.begin)
        page = column(self, 0)
        page.addWidget(self.header)
        page.addWidget(self.body, 1)

    def _wire(self) -> None:
        self.ask.clicked.connect(self.ask_wanted)
        self.begin.acted.connect(self.ask_wanted)
        self.log.clicked.connect(self.log_wanted)
        self.export.clicked.connect(self.export_wanted)
        self.nothing.acted.connect(self.filters.let_all_through)
        self.filters.changed.connect(self._filter)
        self.table.chosen.connect(self.detail.show_entry)
        self.table.opened.connect(lambda _key: self.detail.focus_first())
        self.table.remove_wanted.connect(lambda ids: self._wish_for("remove", ids))
        self.table.menu_wanted.connect(self._menu)
        self.detail.wished.connect(self.wished)
        self.detail.refused.connect(self.refused)
        self.splitter.splitterMoved.connect(lambda *_: self._settings.set_splitter_state(
            SPLITTER, self.splitter.saveState().data()))
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        find = QShortcut(QKeySequence.StandardKey.Find, self, self.filters.words.setFocus)
        find.setContext(within)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.detail, self.table.setFocus)
        back.setContext(within)

    # What others ask of it

    def show_entry(self, feedback_id: int) -> None:
        """Choose an entry; what is filtered by goes when it hides it."""
        if self.list.row_of(feedback_id) < 0:
            self.filters.let_all_through()
        if self.list.row_of(feedback_id) >= 0:
            self._select(feedback_id)

    def focus_first(self) -> None:
        """Put the keyboard where one begins."""
        if self.body.currentWidget() is self.begin:
            self.begin.button().setFocus()
        elif self.list.count():
            self.table.setFocus()
        else:
            self.filters.words.setFocus()

    def hand_in(self) -> None:
        """Hand in what was typed."""
        self.detail.hand_in()

    def export_current(self, suffix: str) -> None:
        """Ask for the follow-up note of the chosen entry as a file."""
        self._on_paper("note_save")

    def print_current(self) -> None:
        """Ask for the follow-up note of the chosen entry on paper."""
        self._on_paper("note_print")

    def _on_paper(self, wish: str) -> None:
        self.detail.hand_in()
        facts = self.detail.facts
        if facts is None:
            self.refused.emit(tr("Choose an entry first; its follow-up note can be printed."))
        else:
            self.wished.emit(wish, facts.entry.id)

    # Showing

    def take_changes(self, changes: Changes) -> None:
        if not changes.touches(*TABLES):
            return
        known = {key for row in range(self.list.rowCount())
                 if (key := self.list.id_at(row)) is not None}
        current, place = self.table.current_id(), max(0, self.table.currentIndex().row())
        self.list.forget(self._stale(changes))
        self.filters.offer()
        self._load()
        come = [key for key in changes.of("feedback") - known if self.list.row_of(key) >= 0]
        if len(come) == 1 and changes.origin is not self.detail.pen:
            current = come[0]  # what was just added, or came back, is what one wants to see
        if self.list.row_of(current) < 0:
            current = self._nearest(place)
        self._select(current, reading=False)
        self.detail.take_changes(changes)

    def _stale(self, changes: Changes) -> set[int] | None:
        """The entries that have to be read again; None for all of them."""
        if changes.touches("person", "person_tag", "meeting", "action"):
            return None  # whoever gave it, or what stands around it
        return set(changes.of("feedback"))

    def _nearest(self, place: int) -> int | None:
        last = self.list.rowCount() - 1
        for row in (min(place, last), min(place, last) - 1, self.list.first_row()):
            if (key := self.list.id_at(row)) is not None:
                return key
        return None

    def _filter(self) -> None:
        current = self.table.current_id()
        self._load()
        if self.list.row_of(current) < 0:
            current = self.list.id_at(self.list.first_row())
        self._select(current)

    def _load(self) -> None:
        self._day = clock.today()
        self.list.wanted = self.filters.wanted()
        self.table.set_quiet(True)
        self.list.load(self._day)
        self.table.set_quiet(False)
        counts = feedback_log.group_counts(self._journal, self._day)
        self.filters.show_counts(counts)
        total, waiting = counts[feedback_log.ALL], counts[feedback_log.WAITING]
        said = trn("{n} entry", "{n} entries", total)
        self.header.set_subtitle(
            "" if not total else tr("{entries}, {n} waiting on you", entries=said, n=waiting)
            if waiting else tr("{entries}, none waiting on you", entries=said))
        self.export.setVisible(bool(total))
        self.ask.setVisible(bool(total))
        self.body.setCurrentWidget(self.splitter if total else self.begin)
        self.rows.setCurrentWidget(self.table if self.list.count() else self.nothing)

    def _select(self, feedback_id: int | None, *, reading: bool = True) -> None:
        self.table.select(feedback_id)
        shown = self.detail.facts.entry.id if self.detail.facts is not None else None
        if reading or shown != feedback_id:
            self.detail.show_entry(feedback_id)

    # Wishes

    def _wish_for(self, name: str, ids: Sequence[int]) -> None:
        self.detail.hand_in()
        if len(ids) == 1 and name != "theme":
            self.wished.emit(name, ids[0])
        elif ids:
            self.several_wished.emit(name, list(ids))

    def _menu(self, ids: Sequence[int], at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def add(words: str, name: str) -> None:
            menu.addAction(words, lambda: self._wish_for(name, ids))

        facts = self.detail.facts
        if len(ids) == 1 and facts is not None:
            if facts.entry.date is None:
                add(tr("Write down what was said…"), "heard")
            add(tr("Edit…"), "edit")
            add(tr("Open their page"), "person")
            if facts.entry.set_aside_on:
                add(tr("Take it up again"), "take_up")
            else:
                add(tr("Set aside…"), "set_aside")
        add(tr("Theme…"), "theme")
        menu.addSeparator()
        add(tr("Remove"), "remove")
        menu.popup(at)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if clock.today() != self._day:  # the night has passed
            self.list.forget()
            self._filter()
