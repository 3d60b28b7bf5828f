"""The page of one person: who it is and how things stand, and a tab for each side of it."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal import candidates, dealings, people
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.mentoring import candidacy
from mentorjournal.mentoring.candidacy import Step
from mentorjournal.settings import DEFAULT_RHYTHM_DAYS, Settings
from mentorjournal.store.errors import JournalError
from mentorjournal.ui.panes import person_facts
from mentorjournal.ui.panes.person_head import PersonHead
from mentorjournal.ui.panes.person_tab import PersonTab
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.pane import Pane
from mentorjournal.ui.widgets.parts import column
from mentorjournal.words import tr

GETTING = "getting_to_know"  # the tab that is there only for those who are being got to know
TO_MEET = ("prepare", "arrange")  # steps of a candidate that “Prepare meeting” is the way to

# Tab -> its words and its class under `mentorjournal.ui.panes`, imported when first shown.
TABS = {
    GETTING: ("Getting to know", "person_getting:GettingTab"),
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
    contact_wanted = Signal(int)
    feedback_ask_wanted = Signal(int)
    feedback_log_wanted = Signal(int)
    given_wanted = Signal(int)  # feedback to somebody I mentor
    edit_wanted = Signal(int)
    meeting_wanted = Signal(int)
    merge_wanted = Signal(int)
    remove_wanted = Signal(int)
    erase_wanted = Signal(int)
    map_wanted = Signal(int)
    timeline_wanted = Signal(int)

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, parent)
        self._journal, self._settings = journal, settings
        self.person: Person | None = None
        self._pen = Pen(journal, self)
        self._pen.refused.connect(self.refused)
        self._tabs_made: dict[str, PersonTab] = {}
        self._day = clock.today()
        self.head = PersonHead()
        self.head.wanted.connect(self._answer)
        self.addActions(self.head.menu.actions())  # for their shortcuts
        self.tabs = QTabWidget()
        self.tabs.setObjectName("personTabs")
        self.tabs.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        for key, (words, _) in TABS.items():
            page = QWidget()
            page.setObjectName(key)
            column(page, 0)
            self.tabs.addTab(page, tr(words).replace("&", "&&"))
        self.tabs.currentChanged.connect(self._turn)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.head)
        lines.addWidget(self.tabs, 1)
        for keys in ("Alt+Left", "Backspace"):  # a field that is written in keeps them for itself
            back = QShortcut(QKeySequence(keys), self, self.network_wanted.emit)
            back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_person(self, person_id: int, tab: str = "") -> None:
        """Show somebody; on the tab that is asked for, or else on the first.

        That is how to get to know them for a candidate, and the overview for everybody else.
        """
        self.hand_in()
        self.person = people.get(self._journal, person_id)
        before, after = dealings.beside(self._journal, person_id)
        self.head.set_beside(before is not None, after is not None)
        offered = self._offer_tabs()
        first = GETTING if self.person.standing == "candidate" else "overview"
        self._set_tab(tab if tab in offered else first)
        self._show()

    def _offer_tabs(self) -> list[str]:
        """Have a tab for getting to know whoever that is of concern with; the keys of all tabs."""
        assert self.person is not None
        shown = candidates.is_being_known(self._journal, self.person)
        self.tabs.setTabVisible(list(TABS).index(GETTING), shown)
        return [key for key in TABS if shown or key != GETTING]

    def _set_tab(self, key: str) -> None:
        self.tabs.setCurrentIndex(list(TABS).index(key))

    def tab(self, key: str) -> PersonTab:
        """One of the tabs, made when it is first asked for."""
        if key not in self._tabs_made:
            module, name = TABS[key][1].split(":")
            made = getattr(import_module(f"mentorjournal.ui.panes.{module}"), name)(
                self._journal, self._settings, self._pen)
            made.refused.connect(self.refused)
            made.tab_wanted.connect(self.open_tab)
            made.timeline_wanted.connect(self.timeline_wanted)
            self._tabs_made[key] = made
            self.tabs.widget(list(TABS).index(key)).layout().addWidget(made)
            self.tab_made.emit(key, made)
        return self._tabs_made[key]

    def open_tab(self, key: str) -> None:
        """Turn to another tab, with the keyboard on it."""
        self._set_tab(key)
        self.current_tab().focus_first()

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
            self.refused.emit(
                tr("This tab has nothing for paper. “Expectations” and “Moving on” have."))
        else:
            write(*values)

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        self.tabs.tabBar().setFocus()

    def take_changes(self, changes: Changes) -> None:
        if self.person is None:
            return
        own = changes.origin is self._pen
        if changes.touches("person", "person_tag", "me"):
            try:
                self.person = people.get(self._journal, self.person.id)
            except JournalError:  # removed: there is nothing to show any more
                self.person = None
                self.network_wanted.emit()
                return
            self._offer_tabs()
            self._show(own)
            return
        if changes.touches("fit_sheet"):
            self._offer_tabs()
        if changes.touches(*person_facts.TABLES):
            self._show_head()
        self.current_tab().take_changes(changes)
        self._share_the_next_step()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._day != clock.today() and self.person is not None:
            self._show()

    def _answer(self, wish: str) -> None:
        if wish == "back" or self.person is None:
            self.network_wanted.emit()
        elif wish in ("before", "after"):
            other = dealings.beside(self._journal, self.person.id)[wish == "after"]
            if other is not None:
                self.show_person(other, list(TABS)[self.tabs.currentIndex()])
                self.focus_first()  # what had the keyboard went with the one before
        elif wish == "next":
            self.open_tab(GETTING)
            self.current_tab().take_next_step()
        else:
            getattr(self, f"{wish}_wanted").emit(self.person.id)

    def _share_the_next_step(self) -> None:
        """One filled button a page: a tab with the next thing to do has it.

        With a mentor that is the meeting; with a candidate it is their own next step.
        """
        if self.current_tab().has_next_step:
            self.head.show_next("", is_meeting=False)
        elif self.person is not None and self.person.direction == "candidate":
            step = self._candidates_step(self.person)
            self.head.show_next(step.button, is_meeting=step.key in TO_MEET)
        else:
            self.head.show_next("", is_meeting=True)

    def _candidates_step(self, whom: Person) -> Step:
        """What is for me to do next with a candidate, where the tab in front does not say it."""
        today = clock.today()
        step = Step() if self.current_tab() is self._tabs_made.get(GETTING) else (
            candidacy.next_step(candidates.read(self._journal, whom.id, today).state, today))
        return step if step.is_pressing else Step()

    def _turn(self) -> None:
        self.hand_in()
        if self.person is not None:
            self.current_tab().show_person(self.person)
            self._share_the_next_step()

    def _show(self, own: bool = False) -> None:
        assert self.person is not None
        self._show_head()
        tab = self.current_tab()
        tab.own = own
        tab.show_person(self.person)
        tab.own = False
        self._share_the_next_step()

    def _show_head(self) -> None:
        assert self.person is not None
        self._day = clock.today()
        default = self._settings.get(DEFAULT_RHYTHM_DAYS)
        self.head.show_facts(person_facts.read(self._journal, self.person, self._day, default))
