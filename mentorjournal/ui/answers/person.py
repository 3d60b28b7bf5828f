"""Answers to a person's page, and who answers each of its tabs."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mentorjournal.ui.panes.person_tab import PersonTab

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.person import PersonPane

# Tab -> who answers it, made as `answers(window, tab)`: "module:Class" under `ui.answers`.
TABS: dict[str, str] = {
    "getting_to_know": "person_getting:GettingAnswers",
    "expectations": "person_expectations:ExpectationsAnswers",
    "overview": "person_overview:OverviewAnswers",
    "knowing": "person_knowing:KnowingAnswers",
    "moving_on": "person_moving_on:MovingOnAnswers",
    "thanks": "person_thanks:ThanksTabAnswers",
}


class PersonAnswers(QObject):
    """Opens what a wish needs; each tab's wishes go to a class of its own."""

    def __init__(self, window: MainWindow, pane: PersonPane) -> None:
        super().__init__(pane)
        self._window = window
        pane.refused.connect(lambda text: window.messages.say(text, "alert"))
        pane.network_wanted.connect(lambda: window.show_pane("network"))
        pane.meeting_wanted.connect(window.prepare_meeting)
        pane.contact_wanted.connect(lambda who: window.log_contact([who]))
        pane.feedback_ask_wanted.connect(window.feedback_log.ask)
        pane.feedback_log_wanted.connect(window.feedback_log.log)
        pane.given_wanted.connect(lambda who: window.in_pane("passing_on", "wish_given", who))
        pane.map_wanted.connect(window.show_person)
        pane.timeline_wanted.connect(lambda who: window.show_pane("timeline").show_person(who))
        pane.erase_wanted.connect(lambda who: window.past.erase("person", who))
        # The network map has these wishes too, and they are answered there.
        pane.edit_wanted.connect(lambda who: window.pane("network").person_edit_wanted.emit(who))
        pane.merge_wanted.connect(lambda who: window.pane("network").people_merge_wanted.emit(who))
        pane.remove_wanted.connect(
            lambda who: window.pane("network").person_remove_wanted.emit(who))
        pane.tab_made.connect(self._answer_tab)

    def _answer_tab(self, key: str, tab: PersonTab) -> None:
        if key in TABS:
            module, name = TABS[key].split(":")
            made = getattr(import_module(f"mentorjournal.ui.answers.{module}"), name)
            made(self._window, tab).setParent(tab)
