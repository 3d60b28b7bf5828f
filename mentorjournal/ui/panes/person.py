"""The page of one person: who it is and how things stand, and a tab for each side of it."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from mentorjournal.journal import people
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.settings import Settings
from mentorjournal.store.errors import JournalError
from mentorjournal.ui.panes.person_tab import PersonTab
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.page_header import PageHeader
from mentorjournal.ui.widgets.pane import Pane
from mentorjournal.words import tr

# Tab -> its words and its class under `mentorjournal.ui.panes`, imported when first shown.
TABS = {
    "overview": ("Overview", "person_overview:OverviewTab"),
    "expectations": ("Expectations", "person_expectations:ExpectationsTab"),
    "knowing": ("Knowing them", "person_knowing:KnowingTab"),
    "thanks": ("Thanks & credit", "person_thanks:ThanksTab"),
    "moving_on": ("Moving on", "person_moving_on:MovingOnTab"),
}


class PersonPane(Pane):
    """States wishes by signal; each tab is answered by a class of its own."""

    tab_made = Signal(str, object)  # its key and the tab, for whoever answers it
    network_wanted = Signal()
    refused = Signal(str)

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, parent)
        self._journal, self._settings = journal, settings
        self.person: Person | None = None
        self._pen = Pen(journal, self)
        self._pen.refused.connect(self.refused)
        self._tabs_made: dict[str, PersonTab] = {}
        self.header = PageHeader()
        self.tabs = QTabWidget()
        for key, (words, _) in TABS.items():
            page = QWidget()
            page.setObjectName(key)
            QVBoxLayout(page).setContentsMargins(0, 0, 0, 0)
            self.tabs.addTab(page, tr(words).replace("&", "&&"))
        self.tabs.currentChanged.connect(self._turn)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.header)
        lines.addWidget(self.tabs, 1)

    def show_person(self, person_id: int, tab: str = "") -> None:
        """Show somebody; on the tab that is asked for, or else on the first."""
        self.hand_in()
        self.person = people.get(self._journal, person_id)
        self.tabs.setCurrentIndex(list(TABS).index(tab) if tab else 0)
        self._show()

    def tab(self, key: str) -> PersonTab:
        """One of the tabs, made when it is first asked for."""
        if key not in self._tabs_made:
            module, name = TABS[key][1].split(":")
            made = getattr(import_module(f"mentorjournal.ui.panes.{module}"), name)(
                self._journal, self._settings, self._pen)
            made.refused.connect(self.refused)
            self._tabs_made[key] = made
            self.tabs.widget(list(TABS).index(key)).layout().addWidget(made)
            self.tab_made.emit(key, made)
        return self._tabs_made[key]

    def current_tab(self) -> PersonTab:
        """The tab in front."""
        return self.tab(list(TABS)[self.tabs.currentIndex()])

    def hand_in(self) -> None:
        """Hand in what is being typed on any tab."""
        for tab in self._tabs_made.values():
            tab.hand_in()

    def export_current(self, suffix: str) -> None:
        """Ask for what the tab in front shows as a file."""
        self._on_paper("export_current", suffix)

    def print_current(self) -> None:
        """Ask for what the tab in front shows on paper."""
        self._on_paper("print_current")

    def _on_paper(self, method: str, *values: str) -> None:
        write = getattr(self.current_tab(), method, None)
        if write is None:
            self.refused.emit(tr("This tab has nothing for paper. “Expectations” has."))
        else:
            write(*values)

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        self.tabs.tabBar().setFocus()

    def take_changes(self, changes: Changes) -> None:
        if self.person is None:
            return
        if changes.touches("person", "person_tag"):
            try:
                self.person = people.get(self._journal, self.person.id)
            except JournalError:  # removed: there is nothing to show any more
                self.person = None
                self.network_wanted.emit()
                return
            self._show()
        else:
            self.current_tab().take_changes(changes)

    def _turn(self) -> None:
        self.hand_in()
        if self.person is not None:
            self.current_tab().show_person(self.person)

    def _show(self) -> None:
        assert self.person is not None
        self.header.set_title(self.person.name)
        self.current_tab().show_person(self.person)
