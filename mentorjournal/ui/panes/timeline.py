"""The timeline: everybody's lane over time, what each mark was about, and the same as a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from mentorjournal import clock
from mentorjournal.journal import promises
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.timeline import Mark
from mentorjournal.models.timeline_list import Key, TimelineList
from mentorjournal.settings import DEFAULT_RHYTHM_DAYS, WEEK_START, Settings
from mentorjournal.store.errors import JournalError
from mentorjournal.ui import theme
from mentorjournal.ui.panes.timeline_detail import WAY_OF, DetailStrip
from mentorjournal.ui.panes.timeline_facts import TimelineFacts, gathered, range_words
from mentorjournal.ui.panes.timeline_filter_panel import FilterPanel
from mentorjournal.ui.panes.timeline_filters import (
    FilterChips,
    TimelineFilter,
    chosen_words,
    without,
)
from mentorjournal.ui.panes.timeline_header import TimelineHeader
from mentorjournal.ui.panes.timeline_legend import TimelineLegend
from mentorjournal.ui.panes.timeline_list import TimelineTable
from mentorjournal.ui.panes.timeline_parts import in_order
from mentorjournal.ui.panes.timeline_words import describe
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.timeline.view import TimelineView
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.ui.widgets.pane import Pane
from mentorjournal.ui.widgets.parts import column
from mentorjournal.words import tr, trn

SPLITTER = "timeline"
STRIP = 214  # px of the strip at first
MOST = 0.48  # of the height of the page that the strip may take


class TimelinePane(Pane):
    """States wishes by signal; only ticks of promises are written, through a pen."""

    person_add_wanted = Signal()
    person_wanted = Signal(int)
    notes_wanted = Signal(int)  # of a meeting
    contact_edit_wanted = Signal(int)
    feedback_wanted = Signal(int)
    given_wanted = Signal(int)  # feedback to somebody I mentor
    letter_wanted = Signal(int)
    export_wanted = Signal(str)  # "png", "pdf"
    print_wanted = Signal()
    refused = Signal(str)

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, parent)
        self._settings = settings
        self._pen = Pen(journal, self)
        self._pen.refused.connect(self.refused)
        self.filter = TimelineFilter()
        self._chosen: Key | None = None
        self.facts = TimelineFacts(journal, clock.today(), settings.get(DEFAULT_RHYTHM_DAYS))
        self._make_parts()
        self._lay_out()
        self._connect()
        self._stop_listening = settings.listen(DEFAULT_RHYTHM_DAYS, lambda _: self.reload())
        self.destroyed.connect(self._stop_listening)
        self._show_all()

    # The parts --------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.header = TimelineHeader()
        self.chips = FilterChips()
        self.panel = FilterPanel(self)
        self.legend = TimelineLegend()
        self.view = TimelineView(
            self.facts.as_of, self.words_of, week_start=self._settings.get(WEEK_START))
        self.strip = DetailStrip()
        self.list: TimelineTable | None = None
        self.empty = EmptyState(
            tr("Everything in its time"),
            tr("Here you will see when you met, wrote, heard feedback and said thank you, a line "
               "for each person. It begins with somebody you want to keep in touch with."),
            tr("Add a person"), "user-plus", kind="primary",
        )

    def _lay_out(self) -> None:
        chart = QWidget()
        lines = column(chart, 0)
        lines.addWidget(self.legend)
        lines.addWidget(self.view, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(chart)
        self.pages.setMinimumHeight(theme.px(160))
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.pages)
        self.splitter.addWidget(self.strip)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.body = QStackedWidget()
        self.body.addWidget(self.splitter)
        self.body.addWidget(self.empty)
        page = column(self, 0)
        page.addWidget(self.header)
        page.addWidget(self.chips)
        page.addWidget(self.body, 1)
        self._text_size = theme.current().text_scale
        kept = self._settings.splitter_state(SPLITTER)
        if not (kept and self.splitter.restoreState(kept)):
            self.splitter.setSizes([10_000, theme.px(STRIP)])

    def _connect(self) -> None:
        header, strip, view = self.header, self.strip, self.view
        header.step_wanted.connect(view.page)
        header.today_wanted.connect(self._go_to_today)
        header.scale_chosen.connect(view.set_scale)
        header.mode_chosen.connect(self.set_mode)
        header.filter.clicked.connect(self._open_panel)
        header.export_wanted.connect(self.export_wanted)
        header.print_wanted.connect(self.print_wanted)
        self.panel.changed.connect(self.set_filter)
        self.chips.taken_away.connect(lambda what: self.set_filter(without(self.filter, what)))
        self.chips.clear_wanted.connect(self._clear_filter)
        view.mark_chosen.connect(self._take_choice)
        view.mark_opened.connect(self._open)
        view.lane_chosen.connect(self.person_wanted)
        view.range_changed.connect(lambda *_: self._show_subtitle())
        view.zoom_changed.connect(header.show_scale)
        view.zoom_changed.connect(lambda _: self._show_strip())  # other marks are gathered now
        strip.way_wanted.connect(self._go)
        strip.step_wanted.connect(self._step)
        strip.mark_wanted.connect(self.choose)
        strip.promise_ticked.connect(self._tick)
        self.empty.acted.connect(self.person_add_wanted)
        self.splitter.splitterMoved.connect(lambda *_: self._settings.set_splitter_state(
            SPLITTER, bytes(self.splitter.saveState().data())))

    # What the window calls --------------------------------------------------------------------

    def focus_first(self) -> None:
        """Put the keyboard where one begins: on the timeline, or on the first button."""
        if self.body.currentWidget() is self.empty:
            self.empty.button().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._shown().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_person(self, person_id: int) -> None:
        """Show one person's lane alone; somebody unknown shows everybody."""
        people = frozenset({person_id} & self.facts.people.keys())
        self.set_filter(TimelineFilter(people))
        self.focus_first()

    def set_filter(self, chosen: TimelineFilter) -> None:
        """Show only what the filter lets through, in chart and list alike."""
        self.filter = chosen
        self._show_filtered()

    def set_mode(self, mode: str) -> None:
        """Show the "chart" or the "list"."""
        self.header.set_mode(mode)
        if mode == "list" and self.list is None:
            self._make_list()
        self.pages.setCurrentIndex(1 if mode == "list" else 0)
        self._mark()
        self._show_strip()
        self._show_subtitle()
        self.focus_first()

    def choose(self, key: Key | None) -> None:
        """Choose a mark in chart, list and strip; None chooses nothing."""
        self._chosen = key
        self._mark()
        self._show_strip()

    def current_mark(self) -> Mark | None:
        """The mark that is chosen."""
        found = self.facts.find(self._chosen) if self._chosen is not None else None
        return found[1] if found else None

    def export_current(self, suffix: str) -> None:
        """State the wish for the timeline as a file."""
        self.export_wanted.emit(suffix.removeprefix("."))

    def print_current(self) -> None:
        """State the wish for the timeline on paper."""
        self.print_wanted.emit()

    def picture(self, kind: str, paper: str) -> bytes:
        """The range and the filter shown as a "png" or "pdf"; nothing private is in it."""
        from mentorjournal.ui.panes.timeline_export import Content, as_pdf, as_png

        content = Content(
            tuple(self.facts.lanes), self.view.board.filter, *self.view.visible_range(),
            self._range_words(), tuple(self._filter_words()), self.facts.as_of,
        )
        return as_pdf(content, paper) if kind == "pdf" else as_png(content)

    def reload(self) -> None:
        """Read everything again, as on a new day."""
        self.facts = TimelineFacts(
            self.facts.journal, clock.today(), self._settings.get(DEFAULT_RHYTHM_DAYS))
        self._show_all()

    def take_changes(self, changes: Changes) -> None:
        if not self.facts.is_touched(changes):
            return
        if self.facts.as_of != clock.today():
            self.reload()
            return
        if self.facts.refresh(changes):
            self._show_all()
        else:
            self._show_strip()
        if self.list is not None:
            self.rows.forget_words()

    # Showing ----------------------------------------------------------------------------------

    def _show_all(self) -> None:
        self.view.show_lanes(self.facts.lanes, self.facts.as_of)
        usable = bool(self.facts.lanes)
        self.body.setCurrentIndex(0 if usable else 1)
        self.header.set_usable(usable)
        self.set_filter(self.filter.among(self.facts.people))

    def _show_filtered(self) -> None:
        chosen, people = self.filter, self.facts.people
        self.view.set_filter(chosen.kinds or None, chosen.ids(people.values()))
        self.chips.show_chosen(chosen, people, self.header.more)
        self.header.set_filtered(len(chosen_words(chosen, people)))
        if self.list is not None:
            self._show_rows()
            self.list.set_filtered(not chosen.is_open)
        if self._chosen is not None and self._siblings()[1] < 0:
            self._chosen = None
        self._mark()
        self._show_strip()
        self._show_subtitle()

    def _make_list(self) -> None:
        self.rows = TimelineList(self.words_of, self)
        self._show_rows()
        self.list = TimelineTable(self.rows)
        self.list.filter_clear_wanted.connect(self._clear_filter)
        self.list.table.mark_chosen.connect(lambda row: self.choose(row.key))
        self.list.table.mark_opened.connect(lambda row: self._open(row.mark))
        self.pages.addWidget(self.list)
        self.list.set_filtered(not self.filter.is_open)
        in_order(self.view, self.list.table)

    def words_of(self, marks: Sequence[Mark]) -> Sequence[str]:
        """One line for each mark; the facts are others after a new day."""
        return self.facts.words_of(marks)

    def _show_rows(self) -> None:
        self.rows.set_rows(self.facts.rows(self.filter))

    def _shown(self) -> QWidget:
        in_list = self.list is not None and self.header.mode.current() == "list"
        return self.list.table if in_list else self.view

    def _mark(self) -> None:
        self.view.choose(self._chosen)
        if self.list is not None:
            self.list.table.select(self._chosen)

    def _show_strip(self) -> None:
        found = self.facts.find(self._chosen) if self._chosen is not None else None
        if found is None:
            self.strip.show_hint(self._hint())
            return
        lane, mark = found
        person = self.facts.people[lane.person_id]
        try:
            shown = describe(self.facts.journal, person, mark, self.facts.as_of)
        except JournalError:  # removed this moment: the notice of it is on its way
            self.strip.show_hint(self._hint())
            return
        marks, place = self._siblings()
        self.strip.show_mark(
            person, shown, self.facts.as_of, lane.photo, self._gathered(), mark.key)
        self.strip.set_steps(place > 0, place < len(marks) - 1)

    def _gathered(self) -> tuple[tuple[Mark, str], ...]:
        """All marks drawn as one with the one chosen, with their words; none where it is alone."""
        if self.header.mode.current() == "list":
            return ()
        marks = gathered(self.view)
        return tuple(zip(marks, self.words_of(marks), strict=True))

    def _siblings(self) -> tuple[Sequence[Mark], int]:
        return self.facts.siblings(self._chosen, self.filter)

    def _hint(self) -> str:
        if not any(lane.marks for lane in self.facts.lanes):
            return tr("Nothing has happened yet. Meetings and contacts will stand here.")
        if self.header.mode.current() == "list":
            return tr("Choose a row to see what it was about.")
        return tr("Choose a mark to see what it was about.\nThe arrow keys go from mark to mark "
                  "and from person to person. Enter opens what is there.")

    def _show_subtitle(self) -> None:
        if self.header.mode.current() == "list" and self.list is not None:
            self.header.set_subtitle(trn("{n} entry", "{n} entries", self.rows.rowCount()))
        else:
            self.header.set_subtitle(self._range_words() if self.facts.lanes else "")

    def _range_words(self) -> str:
        return range_words(*self.view.visible_range())

    def _filter_words(self) -> list[str]:
        return [words for words, _ in chosen_words(self.filter, self.facts.people)]

    # What is done here ------------------------------------------------------------------------

    def _go_to_today(self) -> None:
        if self.list is not None and self.header.mode.current() == "list":
            self.list.table.go_to_today()
        else:
            self.view.show_today()

    def _open_panel(self) -> None:
        everybody = sorted(self.facts.people.values(), key=lambda person: person.name.casefold())
        self.panel.show_filter(self.filter, everybody)
        self.panel.open_below(self.header.filter)

    def _clear_filter(self) -> None:
        self.set_filter(TimelineFilter())
        self.focus_first()

    def _take_choice(self, mark: Mark | None) -> None:
        key = mark.key if mark is not None else None
        if key != self._chosen:
            self.choose(key)

    def _open(self, mark: Mark) -> None:
        """Enter or a double click leads to where the mark is written down, else the person."""
        self.choose(mark.key)
        self._go(WAY_OF.get(mark.table, "person"))

    def _go(self, way: str) -> None:
        found = self.facts.find(self._chosen) if self._chosen is not None else None
        if found is None:
            return
        lane, mark = found
        ways = {"notes": self.notes_wanted, "contact": self.contact_edit_wanted,
                "feedback": self.feedback_wanted, "given": self.given_wanted,
                "letter": self.letter_wanted}
        if way in ways:
            ways[way].emit(mark.row)
        else:
            self.person_wanted.emit(lane.person_id)

    def _step(self, way: int) -> None:
        marks, place = self._siblings()
        if 0 <= place + way < len(marks):
            self.choose(marks[place + way].key)

    def _tick(self, action_id: int, on: bool) -> None:
        self._pen.write(promises.set_done, action_id, clock.today() if on else None)

    # The window -------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "strip"):
            QTimer.singleShot(0, self, self._take_text_size)

    def _take_text_size(self) -> None:
        """Larger words need a higher strip; its parts were measured for another size."""
        before, self._text_size = self._text_size, theme.current().text_scale
        self._fit_strip(self._text_size / before)
        self.strip.show_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_strip()

    def _fit_strip(self, grown: float = 1.0) -> None:
        """The strip `grown` times as high, but never more than its share of the page."""
        upper, lower = self.splitter.sizes()
        wanted = min(round(lower * grown), round((upper + lower) * MOST))
        if wanted != lower:
            self.splitter.setSizes([upper + lower - wanted, wanted])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.facts.as_of != clock.today():
            self.reload()
