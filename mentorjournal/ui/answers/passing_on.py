"""Answers to the page of people I mentor: forms, Undo, and the questions of a new stage."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

from mentorjournal import clock
from mentorjournal.journal import advice, feedback_given, stages
from mentorjournal.journal.journal import Journal
from mentorjournal.ui.answers.my_stages import StageAnswers
from mentorjournal.ui.answers.trying import attempt, taking
from mentorjournal.ui.widgets.label import beginning
from mentorjournal.words import tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.passing_on import PassingOnPane

T = TypeVar("T")


class PassingOnAnswers(QObject):
    """Opens the form a wish needs and calls the verb with what comes back."""

    def __init__(self, window: MainWindow, pane: PassingOnPane) -> None:
        super().__init__(pane)
        self._window, self._pane = window, pane
        assert window.journal is not None
        self._journal: Journal = window.journal
        self._stages = StageAnswers(window, self)
        pane.page_wanted.connect(window.show_pane)
        pane.refused.connect(lambda text: window.messages.say(text, "alert"))
        pane.mentee_add_wanted.connect(self.add_mentee)
        pane.person_wanted.connect(window.open_person)
        pane.meeting_wanted.connect(window.prepare_meeting)
        pane.contact_wanted.connect(lambda who: window.log_contact([who]))
        pane.reflection_wanted.connect(
            lambda values: window.in_pane("reflections", "wish_reflection", values))
        self._answer_advice(pane)
        pane.given_add_wanted.connect(self.add_given)
        pane.given_edit_wanted.connect(lambda one: self._attempt(lambda: self._edit_given(one)))
        pane.given_look_wanted.connect(lambda one: self._attempt(lambda: self._look_again(one)))
        pane.given_remove_wanted.connect(self.remove_given)
        pane.stage_add_wanted.connect(lambda: self._stages.begin())
        pane.stage_edit_wanted.connect(self._stages.edit)
        pane.stage_remove_wanted.connect(self._stages.remove)
        pane.mentors_wanted.connect(self._stages.ask_mentors)
        pane.aside_wanted.connect(self._stages.put_aside)

    def _answer_advice(self, pane: PassingOnPane) -> None:
        pane.advice_add_wanted.connect(self.add_advice)
        pane.advice_edit_wanted.connect(lambda one: self._attempt(lambda: self._edit_advice(one)))
        pane.advice_remove_wanted.connect(self.remove_advice)
        pane.pass_on_wanted.connect(lambda one: self._attempt(lambda: self._pass_on(one)))
        pane.take_back_wanted.connect(self.take_back)

    def _attempt(self, deed: Callable[[], T]) -> T | None:
        return attempt(self._window.messages, deed)

    def add_mentee(self) -> None:
        """The form for a person, as somebody I mentor; then back to this page."""
        before = set(self._known())
        self._window.in_pane(
            "network", "wish_person", {"direction": "mentee", "stage": "initiation"})
        self._window.show_pane("passing_on")
        new = [key for key in self._known() if key not in before]
        which = stages.question(self._journal, stages.ONE_BEHIND, clock.today())
        if new and which is not None:  # the question is answered
            stages.put_aside(self._journal, stages.ONE_BEHIND, which.id)
        if new:
            self._pane.people.card.focus_key(f"person:{new[0]}")

    def _known(self) -> list[int]:
        from mentorjournal.journal import passing_on

        return [one.person.id for one in passing_on.everybody(self._journal, clock.today(), 91)]

    # Advice

    def add_advice(self, values: dict[str, Any]) -> None:
        """Ask for the words, who gave them and when they help."""
        from mentorjournal.ui.dialogs.advice import ask_advice

        made: list[int] = []
        ask_advice(self._window, self._journal, values, take=taking(
            lambda answer: made.append(advice.add(self._journal, answer))))
        if made:
            self._pane.show_advice(made[0])

    def _edit_advice(self, advice_id: int) -> None:
        from mentorjournal.ui.dialogs.advice import ask_advice

        ask_advice(
            self._window, self._journal, piece=advice.get(self._journal, advice_id),
            take=taking(lambda answer: advice.edit(self._journal, advice_id, answer)))

    def remove_advice(self, advice_id: int) -> None:
        """Remove it, and offer to take that back."""

        def deed() -> None:
            text = advice.get(self._journal, advice_id).advice.text
            advice.remove(self._journal, advice_id)
            self._window.say_undoable(tr("“{text}” was removed.", text=beginning(text)))

        self._attempt(deed)

    def _pass_on(self, advice_id: int) -> None:
        from mentorjournal.ui.dialogs.advice import ask_pass_on

        done = ask_pass_on(
            self._window, self._journal, advice.get(self._journal, advice_id),
            take=taking(lambda answer: advice.pass_on(
                self._journal, advice_id, answer["person_id"], answer["day"])))
        if done is not None:
            self._window.say_undoable(tr("Noted as passed on."))

    def take_back(self, use_id: int) -> None:
        """It was not passed on after all."""
        self._attempt(lambda: advice.take_back(self._journal, use_id))
        self._window.say_undoable(tr("Not passed on after all."))

    # Feedback I gave

    def add_given(self, person_id: int) -> None:
        """Ask what I saw, what it did and what they want to try."""
        from mentorjournal.ui.dialogs.feedback_given import ask_given

        if not self._known():
            self._window.messages.say(
                tr("Add somebody you mentor first; then note what you told them."), "info",
                tr("Add somebody I mentor"), self.add_mentee)
            return
        made: list[int] = []
        ask_given(self._window, self._journal, person_id, take=taking(
            lambda answer: made.append(feedback_given.add(self._journal, answer))))
        if made:
            self._pane.show_given(made[0])

    def _edit_given(self, given_id: int) -> None:
        from mentorjournal.ui.dialogs.feedback_given import ask_given

        ask_given(
            self._window, self._journal, given=feedback_given.get(self._journal, given_id),
            take=taking(lambda answer: feedback_given.edit(self._journal, given_id, answer)))

    def _look_again(self, given_id: int) -> None:
        from mentorjournal.ui.dialogs.feedback_given import ask_look_again

        ask_look_again(
            self._window, self._journal, feedback_given.get(self._journal, given_id),
            take=taking(lambda answer: feedback_given.looked_again(
                self._journal, given_id, answer["came_of"], answer["heard_back_on"])))

    def remove_given(self, given_id: int) -> None:
        """Remove it, and offer to take that back."""

        def deed() -> None:
            feedback_given.remove(self._journal, given_id)
            self._window.say_undoable(tr("The feedback you gave was removed."))

        self._attempt(deed)
