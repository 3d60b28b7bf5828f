"""Reflections: what I wrote to myself, to read and go on with, and what is worth asking now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal import reflections
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import reflection as rules
from mentorjournal.models.reflection_list import TABLES, ReflectionList, reading_words
from mentorjournal.settings import DEFAULT_RHYTHM_DAYS, Settings
from mentorjournal.store.errors import JournalError
from mentorjournal.ui import theme
from mentorjournal.ui.panes import reflections_asks, reflections_entry
from mentorjournal.ui.panes.reflections_asks import AsksColumn
from mentorjournal.ui.panes.reflections_entry import ReflectionEntry
from mentorjournal.ui.panes.reflections_list import ReflectionsColumn
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.aims_header import AimsHeader
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.ui.widgets.pane import Pane
from mentorjournal.ui.widgets.three_columns import ThreeColumns
from mentorjournal.words import tr, trn

# What questions rest on: a change of any of these may raise or settle one.
ASK_TABLES = (
    *TABLES, "action", "agenda_item", "agenda_option", "capacity", "commitment",
    "commitment_hours", "contact", "dismissal", "feedback", "goal_step", "me", "meeting",
)
LIST, SIDE = 320, 344  # px
LEAST = (240, 300)
NARROW = 1124  # px of pane width, a window of 1180: then questions stand in the entry's place
FIRST_QUESTION = "learned"


class ReflectionsPane(Pane):
    """States wishes by signal; they carry ids, keys, or values to begin a reflection with."""

    page_wanted = Signal(str)
    write_wanted = Signal(object)
    edit_wanted = Signal(int)
    remove_wanted = Signal(int)
    person_wanted = Signal(int)
    goal_wanted = Signal(int)
    step_wanted = Signal(object)
    aside_wanted = Signal(str)
    back_wanted = Signal(str)
    refused = Signal(str)

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, parent)
        self._journal, self._settings = journal, settings
        self._day = clock.today()
        self._asking = False  # whether a narrow page shows the questions
        self._measured_at = theme.px(100)
        self.pen = Pen(journal, self)
        self.list = ReflectionList(journal, self)
        self.header = AimsHeader("reflections")
        self.asks_button = self.header.add_button("", "question")
        self.asks_button.setCheckable(True)
        self.write = self.header.add_button(tr("Write a reflection"), "note-pencil", "primary")
        self.column = ReflectionsColumn(journal, self.list)
        self.entry = ReflectionEntry(journal, self.pen)
        self.asks = AsksColumn(journal)
        self.begin = EmptyState(
            tr("No reflections yet"),
            tr("A few lines to yourself, whenever something is worth a second thought. They stay "
               "here, and reach no document. To begin with: {question}",
               question=rules.question(FIRST_QUESTION).text),
            tr("Answer this question"), "note-pencil", kind="primary")
        self.nothing = EmptyState(
            tr("Nothing matches"), tr("Use fewer words, or another tag or person."),
            tr("Show all"))
        self._lay_out()
        self._wire()
        self._read()
        self._choose(next(iter(self.list.ids()), None))

    def _lay_out(self) -> None:
        self.middle = QStackedWidget()
        self.middle.setObjectName("canvas")
        self.middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        for each in (self.entry, self.nothing, self.begin):
            self.middle.addWidget(each)
        self.columns = ThreeColumns(
            self._settings, "reflections", (self.column, self.middle, self.asks), LEAST)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.header)
        lines.addWidget(self.columns, 1)

    def _wire(self) -> None:
        self.header.page_wanted.connect(self.page_wanted)
        self.pen.refused.connect(self.refused)
        self.write.clicked.connect(lambda: self.wish_reflection())
        self.begin.acted.connect(self._answer_first)
        self.nothing.acted.connect(self.column.let_all_through)
        self.asks_button.toggled.connect(self._turn)
        view = self.column.view
        self.column.filtered.connect(self._filter)
        view.chosen.connect(self._show_entry)
        view.opened.connect(lambda _key: self.entry.write())
        view.remove_wanted.connect(self.remove_wanted)
        view.menu_wanted.connect(self._menu)
        for name in ("edit", "remove", "person", "goal"):
            getattr(self.entry, f"{name}_wanted").connect(getattr(self, f"{name}_wanted"))
        self.entry.shown_wanted.connect(self.show_reflection)
        self.entry.pair_wanted.connect(self.wish_pair)
        self.entry.left.connect(view.setFocus)
        self.asks.write_wanted.connect(self.write_wanted)
        for name in ("step", "aside", "back"):
            getattr(self.asks, f"{name}_wanted").connect(getattr(self, f"{name}_wanted"))
        find = QShortcut(QKeySequence.StandardKey.Find, self, self.column.find.setFocus)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # What others ask of it

    def wish_reflection(self, values: Mapping[str, Any] | None = None) -> None:
        """Wish to write one; `values` may hold question, tag, person_id, goal_id, paired_with_id.
        """
        self.write_wanted.emit(dict(values or {}))

    def wish_pair(self, reflection_id: int) -> None:
        """Wish to answer what an entry about those I mentor asks of me as a mentee."""
        self.wish_reflection({
            "question": rules.paired_question(), "tag": rules.PAIRED_TAG,
            "paired_with_id": reflection_id})

    def show_reflection(self, reflection_id: int) -> None:
        """Choose one; what is filtered by goes when it hides it."""
        if self.list.row_of_reflection(reflection_id) < 0:
            self.column.let_all_through()
        if self.list.row_of_reflection(reflection_id) >= 0:
            self._choose(reflection_id)

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        if self.middle.currentWidget() is self.begin:
            self.begin.button().setFocus()
        elif self.list.ids():
            self.column.view.setFocus()
        else:
            self.column.find.setFocus()

    # Showing

    def take_changes(self, changes: Changes) -> None:
        if not changes.touches(*ASK_TABLES):
            return
        if changes.touches(*TABLES):
            self._take_reflections(changes)
        self._read_asks()

    def _take_reflections(self, changes: Changes) -> None:
        before, current = self.list.ids(), self.current_id()
        place = before.index(current) if current in before else 0
        self.column.offer()
        self._read_list()
        now = self.list.ids()
        come = [key for key in changes.of("reflection") - set(before) if key in now]
        if len(come) == 1:  # what was just added, or came back, is what one wants to see
            current = come[0]
        elif current not in now:
            current = now[min(place, len(now) - 1)] if now else None
        self._choose(current, own=changes.origin is self.pen)

    def current_id(self) -> int | None:
        """The reflection that is shown."""
        return self.entry.facts.entry.id if self.entry.facts is not None else None

    def _filter(self) -> None:
        current = self.current_id()
        self._read_list()
        now = self.list.ids()
        self._choose(current if current in now else next(iter(now), None))

    def _read(self) -> None:
        self._read_list()
        self._read_asks()

    def _read_list(self) -> None:
        self._day = clock.today()
        self.list.wanted = self.column.wanted()
        self.column.view.set_quiet(True)
        self.list.load(self._day)
        self.column.view.set_quiet(False)
        self.header.set_subtitle(reading_words(self._journal, self._day))

    def _read_asks(self) -> None:
        self.asks.show_facts(reflections_asks.read(
            self._journal, clock.today(), self._settings.get(DEFAULT_RHYTHM_DAYS)))
        self._arrange()

    def _choose(self, reflection_id: int | None, own: bool = False) -> None:
        self.column.view.select_quietly(reflection_id)
        self._show_entry(reflection_id, own)

    def _show_entry(self, reflection_id: int | None, own: bool = False) -> None:
        if reflection_id != self.current_id():
            self.entry.hand_in()
        facts = None
        if reflection_id is not None:
            try:
                facts = reflections_entry.read(self._journal, reflection_id, self._day)
            except JournalError:  # it went in the meantime: there is nothing to show
                facts = None
        self.entry.show_facts(facts, own)
        empty = not reflections.count(self._journal)
        self.middle.setCurrentWidget(
            self.entry if facts else self.begin if empty else self.nothing)
        if not own and self._asking and facts is not None and self.isVisible():
            self.asks_button.setChecked(False)
        self._arrange()

    def _arrange(self) -> None:
        """Three columns, or in a narrow window the questions in the entry's place."""
        empty = self.middle.currentWidget() is self.begin
        narrow = self.width() < theme.px(NARROW)
        asked = self.asks.facts.count if self.asks.facts else 0
        self.write.setVisible(not empty)
        self.asks_button.setVisible(narrow)
        alone = narrow and self._asking
        self.asks_button.set_icon("arrow-left" if alone else "question")
        self.asks_button.setText(
            tr("Back to reading") if alone
            else trn("{n} question", "{n} questions", asked) if asked else tr("Questions"))
        left = None if empty else LIST
        right = None if narrow else SIDE
        if alone:  # what the list leaves
            right = round((self.width() - theme.px(left or 0)) * 100 / theme.px(100))
        self.columns.arrange(left, right, "questions" if alone else "side")
        self.middle.setVisible(not alone)

    def _turn(self, on: bool) -> None:
        self._asking = on
        self._arrange()

    def _answer_first(self) -> None:
        first = rules.question(FIRST_QUESTION)
        self.wish_reflection({"question": first.text})

    def _menu(self, reflection_id: int, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Write on"), self.entry.write)
        menu.addAction(tr("Edit…"), lambda: self.edit_wanted.emit(reflection_id))
        facts = self.entry.facts
        if facts is not None and facts.entry.id == reflection_id and facts.may_pair:
            menu.addAction(rules.paired_question(), lambda: self.wish_pair(reflection_id))
        menu.addSeparator()
        menu.addAction(tr("Remove"), lambda: self.remove_wanted.emit(reflection_id))
        menu.popup(at)

    # Its size, and the night

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._measured_at != theme.px(100):
            self._measured_at = theme.px(100)
            QTimer.singleShot(0, self, self._measure_again)

    def _measure_again(self) -> None:
        self.columns.measure()
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if clock.today() != self._day:  # the night has passed
            current = self.current_id()
            self._read()
            self._choose(current if current in self.list.ids() else next(
                iter(self.list.ids()), None))
