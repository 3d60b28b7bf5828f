"""Answers to the overview of a person: their news, and what I gave to somebody I mentor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mentorjournal.journal import knowing
from mentorjournal.ui.answers.trying import attempt, taking
from mentorjournal.words import tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.person_overview import OverviewTab


class OverviewAnswers(QObject):
    """Opens the form that a wish needs and calls the verb with what comes back."""

    def __init__(self, window: MainWindow, tab: OverviewTab) -> None:
        super().__init__(tab)
        self._window, self._journal = window, tab.journal
        tab.contact_wanted.connect(lambda who: window.log_contact([who]))
        tab.letter_wanted.connect(window.open_letter)
        tab.feedback_wanted.connect(window.feedback_log.show)
        tab.given_add_wanted.connect(
            lambda who: window.in_pane("passing_on", "wish_given", who))
        tab.given_wanted.connect(lambda one: window.in_pane("passing_on", "show_given", one))
        tab.advice_wanted.connect(lambda one: window.in_pane("passing_on", "show_advice", one))
        tab.reflection_wanted.connect(
            lambda one: window.in_pane("reflections", "show_reflection", one))
        tab.reflection_add_wanted.connect(lambda who: window.in_pane(
            "reflections", "wish_reflection", {"person_id": who}))
        tab.news_day_wanted.connect(
            lambda which: attempt(window.messages, lambda: self._news_day(which)))

    def _news_day(self, news_id: int) -> None:
        from mentorjournal.ui.dialogs.day import ask_day

        ask_day(
            self._window, tr("Day of the news"), tr("When was it?"),
            knowing.news(self._journal, news_id).date,
            taking(lambda answer: knowing.edit_news(
                self._journal, news_id, {"date": answer["day"]})),
        )
