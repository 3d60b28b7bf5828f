"""Answers to the tab on knowing somebody: a question goes to the agenda of the next meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mentorjournal import clock
from mentorjournal.journal import agenda, dealings, knowing, people
from mentorjournal.ui.answers.trying import attempt, taking
from mentorjournal.words import short_day, tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.person_knowing import KnowingTab


class KnowingAnswers(QObject):
    """Puts questions on agendas, and offers to arrange a meeting where there is none."""

    def __init__(self, window: MainWindow, tab: KnowingTab) -> None:
        super().__init__(tab)
        self._window, self._journal = window, tab.journal
        tab.question_wanted.connect(
            lambda who, question: attempt(window.messages, lambda: self._take(who, question)))
        tab.day_wanted.connect(
            lambda which: attempt(window.messages, lambda: self._day(which)))

    def _day(self, answer_id: int) -> None:
        from mentorjournal.ui.dialogs.day import ask_day

        ask_day(
            self._window, tr("Day of this answer"), tr("When did they tell you?"),
            knowing.told(self._journal, answer_id).as_of,
            taking(lambda answer: knowing.confirm_answer(
                self._journal, answer_id, answer["day"])),
        )

    def _take(self, person_id: int, question: str) -> None:
        name = people.get(self._journal, person_id).short_name
        coming = dealings.next_meeting(self._journal, person_id, clock.today())
        if coming is None:
            self._window.messages.say(
                tr("There is no next meeting with {name} yet.", name=name), "info",
                tr("New meeting"), lambda: self._window.prepare_meeting(person_id))
            return
        day = short_day(coming.meeting.day, clock.today())
        there = [item.title for item in agenda.items(self._journal, coming.meeting.id)]
        if question in there:
            self._window.messages.say(
                tr("That is on the agenda of {day} already.", day=day), "info")
            return
        agenda.add_item(self._journal, coming.meeting.id, {
            "title": question, "kind": "advice", "priority": "if_time", "minutes": 5})
        self._window.say_undoable(tr("It is on the agenda of {day}.", day=day))
