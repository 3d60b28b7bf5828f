"""The feedback log: a table of what people said of my work, and beside it one entry in full."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from mentorjournal import clock
from mentorjournal.journal import feedback_log
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.feedback_log import ALL, WAITING
from mentorjournal.journal.journal import Journal
from mentorjournal.models.feedback_list import FeedbackList
from mentorjournal.settings import Settings
from mentorjournal.ui import theme
from mentorjournal.ui.panes.feedback_detail import FeedbackDetail
from mentorjournal.ui.panes.feedback_filters import FeedbackFilters
from mentorjournal.ui.panes.feedback_menu import entry_menu, several_menu
from mentorjournal.ui.panes.feedback_start import FeedbackStart
from mentorjournal.ui.panes.feedback_table import FeedbackTable
from mentorjournal.ui.widgets.buttons import IconButton
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.ui.widgets.page_header import PageHeader
from mentorjournal.ui.widgets.pane import Pane
from mentorjournal.ui.widgets.parts import column
from mentorjournal.words import tr, trn

TABLES = ("feedback", "action", "meeting", "person", "person_tag")
DETAIL_WIDTH = 448
LEAST_TABLE = 400
LEAST_BOTH = 940  # px of the page, under which the detail takes the place of the table
NARROW = 1180  # px of window width, at text size 1, under which the detail folds (TOKENS §4)
SPLITTER = "feedback"
PAUSE = 60  # ms of rest before the detail is shown of a row that was only walked or filtered to


class FeedbackPane(Pane):
    """States wishes by signal; texts of the detail are handed in by its own pen."""

    ask_wanted = Signal()
    log_wanted = Signal()
    export_wanted = Signal()
    wished = Signal(str, int)  # what about which entry, such as "edit", "heard", "set_aside"
    theme_wanted = Signal(object)  # the ids of entries that get a theme together
    remove_wanted = Signal(object)  # the ids of entries
    refused = Signal(str)

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, parent)
        self._journal, self._settings = journal, settings
        self._narrow: bool | None = None
        self._entries = 0
        self.detail_later = QTimer(self)
        self.detail_later.setSingleShot(True)
        self.detail_later.setInterval(PAUSE)
        self.list = FeedbackList(journal, clock.today(), self)
        self._make_header()
        self.filters = FeedbackFilters(journal)
        self.table = FeedbackTable(self.list)
        self.nothing = EmptyState(
            tr("Nothing fits"), tr("Choose another group, or use fewer words."),
            tr("Clear filters"))
        self.detail = FeedbackDetail(journal, settings)
        self.start = FeedbackStart()
        self._lay_out()
        self._wire()
        self._restore_widths()
        self._show_counts()
        self._filter()
        self._show_row(self.list.first_row())

    # The parts --------------------------------------------------------------------------------

    def _make_header(self) -> None:
        self.header = PageHeader(tr("Feedback log"))
        self.detail_button = IconButton("sidebar-simple", tr("The chosen entry beside the table"))
        self.detail_button.setCheckable(True)
        self.header.add_widget(self.detail_button)
        self.export_button = self.header.add_button(tr("Export"), "export")
        self.ask_button = self.header.add_button(tr("Ask for feedback"), "question")
        self.log_button = self.header.add_button(tr("Log feedback"), "plus")

    def _lay_out(self) -> None:
        self._left = left = QWidget()
        left.setObjectName("canvas")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left.setMinimumWidth(theme.px(LEAST_TABLE))
        lines = column(left, 0)
        lines.addWidget(self.filters)
        self.results = QStackedWidget()
        self.results.addWidget(self.table)
        self.results.addWidget(self.nothing)
        lines.addWidget(self.results, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.body = QStackedWidget()
        self.body.addWidget(self.splitter)
        self.body.addWidget(self.start)
        page = column(self, 0)
        # The detail folds before it is too narrow, so the window may be smaller than both.
        page.setSizeConstraint(page.SizeConstraint.SetNoConstraint)
        page.addWidget(self.header)
        page.addWidget(self.body, 1)

    def _wire(self) -> None:
        for button, signal in ((self.export_button, self.export_wanted),
                               (self.ask_button, self.ask_wanted),
                               (self.log_button, self.log_wanted)):
            button.clicked.connect(signal)
        self.start.ask_wanted.connect(self.ask_wanted)
        self.start.log_wanted.connect(self.log_wanted)
        self.filters.changed.connect(self._filter)
        self.nothing.acted.connect(self._clear_filters)
        self.table.chosen.connect(lambda _key: self._show_soon())
        self.detail_later.timeout.connect(self._show_chosen)
        self.table.opened.connect(self._open)
        self.table.remove_wanted.connect(self._remove)
        self.table.menu_wanted.connect(self._menu)
        self.detail.wished.connect(self.wished)
        self.detail.refused.connect(self.refused)
        self.detail_button.toggled.connect(self._toggle_detail)
        self.splitter.splitterMoved.connect(lambda *_: self._keep_widths())
        theme.current().changed.connect(self._fold)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._find)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for widget, leave in ((self.detail, self._leave_detail), (self.filters, self._leave_words)):
            escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), widget, leave)
            escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # What the window calls --------------------------------------------------------------------

    def show_entry(self, feedback_id: int) -> None:
        """Show an entry; a filter that hides it is cleared."""
        self._catch_up()
        if self._reveal(feedback_id):
            self._open_detail(True)

    def _reveal(self, feedback_id: int) -> bool:
        """Choose an entry, whatever is filtered or folded; whether it is there."""
        if feedback_id not in self.list.shown_ids():
            self.filters.let_all_through()
        self.list.unfold_for(feedback_id)
        row = self.list.row_of(feedback_id)
        if row >= 0:
            self._show_row(row)
        return row >= 0

    def focus_first(self) -> None:
        """Put the keyboard where work begins."""
        if self.body.currentWidget() is self.start:
            self.start.focus_first()
        elif self._left.isHidden():
            self.detail.focus_first()
        elif self.results.currentWidget() is self.table:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.nothing.button().setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_in(self) -> None:
        """Hand in what is being typed."""
        self.detail.hand_in()

    def shown_ids(self) -> list[int]:
        """The entries that the filter lets through, in the order shown."""
        return self.list.shown_ids()

    # Showing ----------------------------------------------------------------------------------

    def take_changes(self, changes: Changes) -> None:
        if not changes.touches(*TABLES):
            return
        self.list.forget(feedback_log.touched(self._journal, changes))
        if changes.touches("feedback", "person"):
            self.filters.offer()
        entries = self._entries
        self._show_counts()
        unknown = changes.of("feedback") - set(self.list.shown_ids())
        self._load(keep=self.table.current_id())
        self.detail.take_changes(changes)
        if self._entries == entries + 1 and len(unknown) == 1:  # what is new comes to the front
            self._reveal(next(iter(unknown)))

    def _catch_up(self) -> None:
        """Take the changes that came while another page was in front."""
        missed, self._missed = self._missed, None
        if missed is not None:
            self.take_changes(missed)

    def _show_counts(self) -> None:
        counts = feedback_log.group_counts(self._journal, clock.today())
        self._entries = entries = counts[ALL]
        waiting = counts[WAITING]
        said = trn("{n} entry", "{n} entries", entries)
        self.header.set_subtitle("" if not entries else tr(
            "{entries}, {n} waiting on you", entries=said, n=waiting) if waiting else tr(
            "{entries}, nothing waiting on you", entries=said))
        self.filters.show_counts(counts)
        self.body.setCurrentIndex(0 if entries else 1)
        for button in (self.export_button, self.ask_button, self.log_button):
            button.setVisible(bool(entries))
        self._show_detail_button()

    def _filter(self) -> None:
        self.list.wanted = self.filters.wanted()
        self._load()

    def _clear_filters(self) -> None:
        self.filters.let_all_through()
        self.focus_first()

    def _load(self, keep: int | None = None) -> None:
        """Fill the table; what was chosen stays chosen, or what stands in its place now."""
        now, at = self.table.current_id(), self.table.currentIndex().row()
        place = self.table.verticalScrollBar().value()
        marked = self.table.selected_ids()
        self.table.set_quiet(True)
        self.list.load(clock.today(), keep)
        self.table.set_quiet(False)
        self.results.setCurrentIndex(0 if self.list.rowCount() else 1)
        if self.list.row_of(now) >= 0:
            self.table.select_all_of(marked, now)
            self.table.verticalScrollBar().setValue(place)
            self.table.scrollTo(self.list.index(self.list.row_of(now), 0))
        elif keep is not None or not self.list.rowCount():
            self._show_row(self.list.row_near(at))
        else:
            self.table.select(self.list.id_at(self.list.first_row()))
            self._show_soon()

    def _show_row(self, row: int) -> None:
        self.table.select(self.list.id_at(row))
        self._show_chosen()

    def _show_soon(self) -> None:
        """Show the chosen entry after a moment, so that walking and typing stay quick."""
        self.detail.hand_in()
        self.detail_later.start()

    def _show_chosen(self) -> None:
        self.detail_later.stop()
        self.detail.show_entry(self.table.current_id())

    # Doing ------------------------------------------------------------------------------------

    def _open(self, feedback_id: int) -> None:
        self._open_detail(True)
        self.detail_later.stop()
        self.detail.show_entry(feedback_id)
        self.detail.focus_first()

    def _remove(self, ids: Sequence[int]) -> None:
        self.detail.hand_in()
        if len(ids) == 1:
            self.wished.emit("remove", ids[0])
        else:
            self.remove_wanted.emit(list(ids))

    def _menu(self, ids: Sequence[int], at: QPoint) -> None:
        ids = list(ids)
        self.detail.hand_in()
        row = self.list.record_at(self.list.row_of(ids[0]))
        if len(ids) > 1:
            menu = several_menu(self, ids, lambda: self.theme_wanted.emit(ids),
                                lambda: self._remove(ids))
        elif row is not None:
            menu = entry_menu(self, row, lambda wish: self.wished.emit(wish, ids[0]),
                              lambda: self.theme_wanted.emit(ids), lambda: self._remove(ids))
        else:
            return
        menu.popup(at)

    def _find(self) -> None:
        if self._left.isHidden():
            self._open_detail(False)
        self.filters.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.words.selectAll()

    def _leave_words(self) -> None:
        if self.filters.words.text():
            self.filters.words.look_for("")
        else:
            self.focus_first()

    def _leave_detail(self) -> None:
        self.detail.hand_in()
        if self._narrow:
            self._open_detail(False)
        self.focus_first()

    # The detail beside ------------------------------------------------------------------------

    def _open_detail(self, shown: bool) -> None:
        self.detail.setVisible(shown)
        self._share_room()
        self.detail_button.blockSignals(True)
        self.detail_button.setChecked(shown)
        self.detail_button.blockSignals(False)

    def _share_room(self) -> None:
        """Where both have no room, the detail stands there alone."""
        alone = not self.detail.isHidden() and self.width() < theme.px(LEAST_BOTH)
        self._left.setVisible(not alone)

    def _toggle_detail(self, shown: bool) -> None:
        self._show_chosen()
        self._open_detail(shown)
        if shown:
            self.detail.focus_first()

    def _show_detail_button(self) -> None:
        self.detail_button.setVisible(
            bool(self._narrow) and self.body.currentWidget() is self.splitter)

    def _restore_widths(self) -> None:
        kept = self._settings.splitter_state(SPLITTER)
        if not kept or not self.splitter.restoreState(kept):
            self.splitter.setSizes([784, theme.px(DETAIL_WIDTH)])
        self.splitter.setHandleWidth(1)

    def _keep_widths(self) -> None:
        self._settings.set_splitter_state(SPLITTER, self.splitter.saveState().data())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.window().width() < theme.px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._open_detail(not narrow)
            self._show_detail_button()
        self._share_room()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.detail_later.stop()  # the journal may be closed by then

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.detail_later.start()
        if self.list.as_of != clock.today():
            self._show_counts()
            self._load(keep=self.table.current_id())
