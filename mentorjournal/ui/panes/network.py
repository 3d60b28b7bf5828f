"""The network map: everybody around me as a picture or a table, and what the picture says."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QSplitter, QStackedWidget, QWidget

from mentorjournal import clock
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import DEFAULT_RHYTHM_DAYS, MAP_INSPECTORS, Settings
from mentorjournal.ui import theme
from mentorjournal.ui.map.legend import MapLegend
from mentorjournal.ui.map.view import MapView
from mentorjournal.ui.panes.network_facts import NetworkFacts, map_gaps, map_person, subtitle
from mentorjournal.ui.panes.network_filters import FilterBar
from mentorjournal.ui.panes.network_overview import NetworkOverview, sought_at
from mentorjournal.ui.panes.network_person import NetworkPerson
from mentorjournal.ui.panes.network_start import NetworkStart
from mentorjournal.ui.widgets.page_header import PageHeader
from mentorjournal.ui.widgets.pane import Pane
from mentorjournal.ui.widgets.parts import column as column_of
from mentorjournal.ui.widgets.parts import scrolled
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import tr

DETAILS_WIDTH = 344
NARROW = 1180  # px of window width, at text size 1, under which the details fold (TOKENS §4)
SPLITTER = "network"
MAP_LATER = 60  # people; a larger map is laid out after the rest of the pane has been painted


class NetworkPane(Pane):
    """States wishes by signal; the window opens forms and calls the verbs."""

    person_add_wanted = Signal(dict)
    names_add_wanted = Signal()
    mentor_wanted = Signal(object)  # somebody for a gap: a Sought
    needs_wanted = Signal()
    person_edit_wanted = Signal(int)
    person_remove_wanted = Signal(int)
    person_erase_wanted = Signal(int)
    people_merge_wanted = Signal(int)
    meeting_wanted = Signal(int)
    about_me_wanted = Signal()
    image_export_wanted = Signal(str)
    sheet_wanted = Signal()
    keeping_wanted = Signal(int, str)  # somebody, and what about the rhythm: "log", "snooze:7" …
    page_wanted = Signal(int)
    update_wanted = Signal(int)  # who waits for the update that was promised at the end
    message_wanted = Signal(str)

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, parent)
        self._settings = settings
        self.facts = NetworkFacts(journal, clock.today(), settings.get(DEFAULT_RHYTHM_DAYS))
        self._chosen: int | None = None
        self._was_painted = False
        self._map_waits = False
        self._narrow: bool | None = None
        self._make_header()
        self._make_body()
        self._lay_out()
        self._connect()
        self._stop_listening = settings.listen(DEFAULT_RHYTHM_DAYS, lambda _: self.reload())
        self.destroyed.connect(self._stop_listening)
        self._show_all()

    # The parts --------------------------------------------------------------------------------

    def _make_header(self) -> None:
        self.header = PageHeader(tr("Network map"))
        self.mode = Segmented([("map", tr("Map")), ("list", tr("List"))], "map")
        self.header.add_widget(self.mode)
        self.export_button = self.header.add_button(tr("Export image"), "export")
        menu = QMenu(self.export_button)
        menu.addAction(tr("Picture (PNG)…"), lambda: self.image_export_wanted.emit("png"))
        menu.addAction(tr("Drawing (SVG)…"), lambda: self.image_export_wanted.emit("svg"))
        menu.addAction(tr("Network sheet…"), self.sheet_wanted.emit)
        self.export_button.setMenu(menu)
        self.add_button = self.header.add_button(tr("Add a person"), "plus", "primary")

    def _make_body(self) -> None:
        self.filters = FilterBar()
        self.view = MapView()
        self.legend = MapLegend()
        self.start = NetworkStart()
        self.overview = NetworkOverview()
        self.person = NetworkPerson()
        self.people_view: QWidget | None = None
        self.details = QStackedWidget()
        self.details.setObjectName("inspector")
        for content in (self.overview, self.person):
            self.details.addWidget(scrolled(content))

    def _lay_out(self) -> None:
        """From outside in, so that no part is carried from place to place with all it holds."""
        page = column_of(self, 0)
        page.addWidget(self.header)
        self.body = QStackedWidget()
        page.addWidget(self.body, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.body.addWidget(self.splitter)
        self.body.addWidget(self.start)
        left = QWidget()
        left.setMinimumWidth(320)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.details)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        column = column_of(left, 0)
        column.addWidget(self.filters)
        self.pictures = QStackedWidget()
        column.addWidget(self.pictures, 1)
        picture = QWidget()
        self.pictures.addWidget(picture)
        column = column_of(picture, 0)
        column.addWidget(self.view, 1)
        bar = QFrame()
        bar.setObjectName("legendBar")
        column.addWidget(bar)
        column_of(bar, 0).addWidget(self.legend)
        self._restore_widths()

    def _connect(self) -> None:
        self.mode.chosen.connect(self.set_mode)
        self.add_button.clicked.connect(self.wish_person)
        self.start.person_wanted.connect(self.wish_person)
        self.start.names_wanted.connect(self.wish_names)
        self.start.needs_wanted.connect(self.needs_wanted)
        self.filters.changed.connect(self._filter)
        self.filters.details_toggled.connect(self._toggle_details)
        self.view.person_chosen.connect(self.show_person)
        self.view.person_opened.connect(self.person_edit_wanted)
        self.view.empty_place_chosen.connect(self._fill_place)
        self.overview.person_chosen.connect(self.show_person)
        self.overview.mentor_wanted.connect(self.mentor_wanted)
        self.overview.names_wanted.connect(self.wish_names)
        self.overview.keeping_wanted.connect(self.keeping_wanted)
        self.overview.update_wanted.connect(self.update_wanted)
        self.person.overview_wanted.connect(self.show_overview)
        self.person.meeting_wanted.connect(self.meeting_wanted)
        self.person.keeping_wanted.connect(self.keeping_wanted)
        self.person.page_wanted.connect(self.page_wanted)
        self.person.edit_wanted.connect(self.person_edit_wanted)
        self.person.merge_wanted.connect(self.people_merge_wanted)
        self.person.remove_wanted.connect(self.person_remove_wanted)
        self.person.erase_wanted.connect(self.person_erase_wanted)
        self.splitter.splitterMoved.connect(lambda *_: self._keep_widths())
        theme.current().changed.connect(self.view.refresh_theme)
        theme.current().changed.connect(self.legend.update)
        theme.current().changed.connect(self._take_text_size)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.show_overview)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # What the window calls --------------------------------------------------------------------

    def focus_first(self) -> None:
        """Put the keyboard where work begins: on the picture, or on the first button."""
        if self.body.currentWidget() is self.start:
            self.start.focus_first()
        elif self.mode.current() == "list" and self.people_view is not None:
            self.people_view.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.view.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def show_person(self, person_id: int) -> None:
        """Choose a person in map, list and details; somebody unknown shows the overview."""
        if person_id not in self.facts.lines:
            self.show_overview()
            return
        self._chosen = person_id
        self._mark()
        self._show_details()
        if not self.details.isVisibleTo(self.splitter):
            self._open_details(True)

    def focus_person(self, person_id: int) -> None:
        """Choose a person and put the keyboard on them, as after adding them."""
        self.show_person(person_id)
        if self.mode.current() == "list" and self.people_view is not None:
            self.people_view.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self._mark()
        else:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.view.focus_on(person_id)

    def show_overview(self) -> None:
        """Choose nobody."""
        self._chosen = None
        self._mark()
        self._show_details()

    def wish_person(self, values: dict[str, object] | None = None) -> None:
        """State the wish for a new person, beginning with `values`."""
        self.person_add_wanted.emit(values or {})

    def wish_names(self) -> None:
        """State the wish for several names at once."""
        self.names_add_wanted.emit()

    def wish_about_me(self) -> None:
        """State the wish to say something about me."""
        self.about_me_wanted.emit()

    def image(self, kind: str) -> bytes:
        """The whole map as a picture file, `kind` "png" or "svg"; nothing private is in it."""
        if self._map_waits:
            self._show_map()
        return self.view.export_svg() if kind == "svg" else self.view.export_png()

    def set_mode(self, mode: str) -> None:
        """Show the "map" or the "list"."""
        self.mode.set_current(mode)
        if mode == "list" and self.people_view is None:
            self._make_list()
        self.filters.set_searching(mode == "list")
        self.pictures.setCurrentIndex(1 if mode == "list" else 0)
        self._mark()
        self.focus_first()

    def reload(self) -> None:
        """Read everything again, as on a new day."""
        self.facts = NetworkFacts(
            self.facts.journal, clock.today(), self._settings.get(DEFAULT_RHYTHM_DAYS)
        )
        self._show_all()

    # Showing ----------------------------------------------------------------------------------

    def _make_list(self) -> None:
        from mentorjournal.models.people_list import PeopleList
        from mentorjournal.ui.panes.network_list import PeopleView

        self.people = PeopleList(self)
        self.people.set_shown(lambda line: self.filters.shows(line.person))
        self.people.set_everyone(self.facts.lines.values())
        self.people_view = PeopleView(self.people)
        self.people_view.filter_clear_wanted.connect(self.filters.clear)
        table = self.people_view.table
        table.person_chosen.connect(self.show_person)
        table.person_opened.connect(self.page_wanted)
        table.menu_wanted.connect(self._menu)
        self.filters.words_changed.connect(self.people.set_words)
        self.filters.words_changed.connect(lambda _: self._mark())
        self.pictures.addWidget(self.people_view)

    def take_changes(self, changes: Changes) -> None:
        if not self.facts.is_touched(changes):
            return
        if self.facts.as_of != clock.today():
            self.reload()
            return
        touched = self.facts.refresh(changes)
        if touched is None or self._map_waits:
            self._show_all()
        else:
            self._show_some(touched)

    def _show_all(self) -> None:
        self._map_waits = len(self.facts.lines) > MAP_LATER and not self._was_painted
        if not self._map_waits:
            self._show_map()
        self._show_rest()

    def _show_map(self) -> None:
        self._map_waits = False
        facts = self.facts
        shown = [map_person(line) for line in facts.lines.values()]
        self.view.map_scene.set_people(
            shown, map_gaps(facts.empty_places), facts.me_name, facts.setting
        )
        self.legend.set_people(shown)

    def _show_some(self, touched: frozenset[int]) -> None:
        """Only these people look different; nobody came or went and no gap moved."""
        scene = self.view.map_scene
        scene.update_people({one: map_person(self.facts.lines[one]) for one in touched})
        self.legend.set_people(scene.people.values())
        self._show_rest()

    def _show_rest(self) -> None:
        self.header.set_subtitle(subtitle(self.facts.lines.values()))
        self.filters.set_gaps(len(self.facts.gaps))
        if self.people_view is not None:
            self.people.set_everyone(self.facts.lines.values())
        begun = self.facts.has_begun
        self.body.setCurrentIndex(0 if begun else 1)
        for part in (self.mode, self.export_button, self.add_button):
            part.setVisible(begun)
        if self._chosen not in self.facts.lines:
            self._chosen = None
        self._mark()
        self._show_details()
        self.view.describe()

    def _show_details(self) -> None:
        if self._chosen is None:
            self.overview.show_overview(self.facts.overview())
            self.details.setCurrentIndex(0)
            return
        self.person.show_person(self.facts.shown(self._chosen))
        self.details.setCurrentIndex(1)

    def _mark(self) -> None:
        self.view.map_scene.select(self._chosen)
        if self.people_view is not None:
            self.people_view.table.select(self._chosen)

    def _filter(self) -> None:
        lets = self.filters.shows
        everybody = self.filters.is_open
        lines = self.facts.lines
        self.view.map_scene.set_filter(
            None if everybody else lambda one: lets(lines[one.id].person)
        )
        if self.people_view is not None:
            self.people.set_shown(lambda line: lets(line.person))
            self._mark()

    def _fill_place(self, level: str, area: str) -> None:
        self.mentor_wanted.emit(sought_at(
            level, area, self.facts.empty_places, self.facts.overview()))

    def _menu(self, person_id: int, at: QPoint) -> None:
        from mentorjournal.ui.panes.network_list import person_menu

        menu = person_menu(
            self, self.facts.lines[person_id].person.standing != "past",
            lambda: self.page_wanted.emit(person_id),
            lambda: self.keeping_wanted.emit(person_id, "log"),
            lambda: self.meeting_wanted.emit(person_id),
            lambda: self.person_edit_wanted.emit(person_id),
            lambda: self.people_merge_wanted.emit(person_id),
            lambda: self.person_remove_wanted.emit(person_id),
        )
        menu.popup(at)

    # The details beside -----------------------------------------------------------------------

    def _take_text_size(self) -> None:
        """Larger words need wider details, and fold them sooner."""
        before, now = self._text_size, theme.current().text_scale
        self._text_size = now
        self.details.setMinimumWidth(theme.px(280))
        if now != before:
            left, right = self.splitter.sizes()
            wider = round(right * now / before) - right
            self.splitter.setSizes([left - wider, right + wider])
            self._fold()

    def _restore_widths(self) -> None:
        self._text_size = theme.current().text_scale
        self.details.setMinimumWidth(theme.px(280))
        kept = self._settings.splitter_state(SPLITTER)
        if not kept or not self.splitter.restoreState(kept):
            self.splitter.setSizes([888, theme.px(DETAILS_WIDTH)])
        self.splitter.setHandleWidth(1)

    def _keep_widths(self) -> None:
        self._settings.set_splitter_state(SPLITTER, self.splitter.saveState().data())

    def _toggle_details(self, shown: bool) -> None:
        self._open_details(shown)
        self._settings.set(MAP_INSPECTORS[bool(self._narrow)], shown)

    def _open_details(self, shown: bool) -> None:
        self.details.setVisible(shown)
        self.filters.set_details(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.window().width() < theme.px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._open_details(self._settings.get(MAP_INSPECTORS[narrow]))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._was_painted = True
        if self._map_waits:
            QTimer.singleShot(0, self, self._show_waiting_map)

    def _show_waiting_map(self) -> None:
        if self._map_waits and self.isVisible():  # else the next painting asks again
            self._show_map()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.facts.as_of != clock.today():
            self.reload()
