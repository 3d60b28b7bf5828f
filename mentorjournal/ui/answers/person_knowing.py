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
            lambda who, question: attempt(window.messages, lambda: take_question(
                window, who, question)))
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


def take_question(window: MainWindow, person_id: int, question: str) -> None:
    """Put a question on the agenda of the next meeting, or offer to arrange one."""
    assert window.journal is not None
    coming = dealings.next_meeting(window.journal, person_id, clock.today())
    if coming is None:
        say_no_meeting(window, person_id)
        return
    day = short_day(coming.meeting.day, clock.today())
    there = [item.title for item in agenda.items(window.journal, coming.meeting.id)]
    if question in there:
        window.messages.say(tr("That is on the agenda of {day} already.", day=day), "info")
        return
    agenda.add_item(window.journal, coming.meeting.id, {
        "title": question, "kind": "advice", "priority": "if_time", "minutes": 5})
    window.say_undoable(tr("It is on the agenda of {day}.", day=day))


def say_no_meeting(window: MainWindow, person_id: int) -> None:
    """There is no agenda to put something on; offer to arrange a meeting."""
    assert window.journal is not None
    name = people.get(window.journal, person_id).short_name
    window.messages.say(
        tr("There is no next meeting with {name} yet.", name=name), "info",
        tr("New meeting"), lambda: window.prepare_meeting(person_id))
