"""Answers to the page of reflections: the form, what follows an entry, and questions put aside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from mentorjournal import clock
from mentorjournal.journal import dismissals, missteps, reflections
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import missteps_words as asked
from mentorjournal.mentoring import reflection as rules
from mentorjournal.mentoring.missteps_words import Finding
from mentorjournal.ui.answers.trying import attempt, taking
from mentorjournal.ui.dialogs.reflection import ask_reflection
from mentorjournal.words import short_day, tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.reflections import ReflectionsPane


class ReflectionAnswers(QObject):
    """Opens the form, calls the verbs, and leads where a question's next step is."""

    def __init__(self, window: MainWindow, pane: ReflectionsPane) -> None:
        super().__init__(pane)
        self._window, self._pane = window, pane
        assert window.journal is not None
        self._journal: Journal = window.journal
        pane.page_wanted.connect(window.show_pane)
        pane.refused.connect(lambda text: window.messages.say(text, "alert"))
        pane.write_wanted.connect(self.write)
        pane.edit_wanted.connect(self.edit)
        pane.remove_wanted.connect(self.remove)
        pane.person_wanted.connect(lambda whom: window.open_person(whom))
        pane.goal_wanted.connect(lambda goal: window.in_pane("goals", "show_goal", goal))
        pane.step_wanted.connect(self.take_step)
        pane.aside_wanted.connect(self.put_aside)
        pane.back_wanted.connect(self.bring_back)

    def write(self, values: Mapping[str, Any]) -> None:
        """Ask for a reflection that begins with `values`."""
        made: list[int] = []
        answer = ask_reflection(
            self._window, self._journal, values,
            take=taking(lambda found: made.append(reflections.add(self._journal, found))))
        if answer is None or not made:
            return
        self._pane.show_reflection(made[0])
        self._pane.focus_first()  # on what was just written
        if answer["tag"] == rules.PAIRED_TAG and not answer["paired_with_id"] and (
            answer["question"] != rules.paired_question()
        ):
            self._offer_pair(made[0])

    def _offer_pair(self, reflection_id: int) -> None:
        """Ask once what it means for me as a mentee; the page goes on offering it quietly."""
        self._window.messages.say(
            tr("Kept. One more question: {question}", question=rules.paired_question()), "info",
            tr("Answer it"), lambda: self._pane.wish_pair(reflection_id))

    def edit(self, reflection_id: int) -> None:
        """Show a reflection in its form and keep what was changed."""
        self._pane.entry.hand_in()
        self._attempt(lambda: ask_reflection(
            self._window, self._journal, entry=reflections.get(self._journal, reflection_id),
            take=taking(lambda found: reflections.edit(self._journal, reflection_id, found))))

    def remove(self, reflection_id: int) -> None:
        """Remove a reflection; no question, because it can be taken back in one click."""

        def deed() -> None:
            self._pane.entry.hand_in()
            reflections.remove(self._journal, reflection_id)
            self._window.say_undoable(tr("The reflection was removed."))

        self._attempt(deed)

    def take_step(self, finding: Finding) -> None:
        """Go where a question leads."""
        whom = finding.person_id or 0
        steps: dict[str, Callable[[], object]] = {
            "overcommitted": lambda: self._window.show_pane("hours"),
            "not_mine": lambda: self._window.show_pane("hours"),
            "alone": self._window.actions_table.by_key["ask_feedback"].trigger,
            "quiet": lambda: self._window.log_contact([whom]),
            "asking": lambda: self._window.open_person(whom),
            "waiting": lambda: self._window.prepare_meeting(whom),
            "called_off": lambda: self._window.prepare_meeting(whom),
        }
        steps[finding.kind]()

    def put_aside(self, key: str) -> None:
        """Do not ask this for a while, with Undo."""
        today = clock.today()
        is_misstep = key.startswith(asked.KEY)
        verb = missteps.put_aside if is_misstep else reflections.put_prompt_aside
        days = asked.ASIDE_DAYS if is_misstep else rules.ASIDE_DAYS

        def deed() -> None:
            verb(self._journal, key, today)
            self._window.say_undoable(tr(
                "Not asked again before {day}.", day=short_day(today + timedelta(days), today)))

        self._attempt(deed)

    def bring_back(self, key: str) -> None:
        """Ask again what was put aside."""
        self._attempt(lambda: dismissals.bring_back(self._journal, key))

    def _attempt(self, deed: Callable[[], object]) -> None:
        attempt(self._window.messages, deed)
