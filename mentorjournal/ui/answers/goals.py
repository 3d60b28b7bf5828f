"""Answers to the page of goals: forms, agendas, and what can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from mentorjournal import clock
from mentorjournal.journal import goal_people, goal_steps, goals, people
from mentorjournal.journal.journal import Journal
from mentorjournal.ui.answers.hours import HoursDeeds
from mentorjournal.ui.answers.trying import attempt, taking
from mentorjournal.ui.panes.hours_column import HoursColumn
from mentorjournal.ui.removal import guarded
from mentorjournal.ui.widgets.label import beginning
from mentorjournal.words import in_sentence, listing, short_day, tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.goals import GoalsPane
    from mentorjournal.ui.widgets.form_dialog import FormDialog


class GoalAnswers(QObject):
    """Opens the form that a wish needs, and calls the verb with what comes back."""

    def __init__(self, window: MainWindow, pane: GoalsPane) -> None:
        super().__init__(pane)
        self._window, self._pane = window, pane
        assert window.journal is not None
        self._journal: Journal = window.journal
        wishes = pane.wishes
        for signal, answer in (
            (wishes.add, self.add), (wishes.edit, self.edit), (wishes.remove, self.remove),
            (wishes.status, self.set_status), (wishes.progress, self.note_progress),
            (wishes.history, self.show_history), (wishes.order, self.reorder),
            (wishes.agenda, self.put_on_agenda), (wishes.attach, self.attach),
            (wishes.share, self.share), (wishes.step_edit, self.edit_step),
            (wishes.step_helper, lambda key: self.edit_step(key, "helper")),
            (wishes.step_remove, self.remove_step), (wishes.gap_edit, self.edit_gap),
            (wishes.gap_remove, self.remove_gap), (wishes.part_edit, self.edit_part),
            (wishes.detach, self.detach), (wishes.person, window.open_person),
            (wishes.meeting, lambda key: window.in_pane("meetings", "show_meeting", key)),
            (wishes.commitment, lambda key: window.in_pane("hours", "show_commitment", key)),
            (pane.page_wanted, window.show_pane),
        ):
            signal.connect(answer)
        pane.refused.connect(lambda text: window.messages.say(text, "alert"))
        self._hours = HoursDeeds(window, self)
        pane.set_side(self._make_hours)

    def _make_hours(self) -> HoursColumn:
        made = HoursColumn(self._journal)
        made.wished.connect(self._hours.answer)
        self._hours.noted.connect(made.show_commitment)
        return made

    def _attempt(self, deed: Callable[[], object]) -> None:
        attempt(self._window.messages, deed)

    def _undoable(self, verb: Callable[..., object], *values: Any, said: str) -> None:
        """Call a verb; say what was done, with a way back."""
        guarded(self._window, self._journal, lambda: verb(self._journal, *values))
        self._window.say_undoable(said)

    def _ask(
        self, make: Callable[[], FormDialog], deed: Callable[[dict[str, Any]], object]
    ) -> None:
        """Show a form and do something with its values."""
        from mentorjournal.ui.dialogs.goal_parts import ask

        self._attempt(lambda: ask(make(), taking(deed)))

    # The goal

    def add(self, begins: Mapping[str, Any]) -> None:
        """Ask for a new goal."""
        from mentorjournal.ui.dialogs.goal import ask_goal

        made: list[int] = []
        self._attempt(lambda: ask_goal(
            self._window, self._journal, begins=begins,
            take=taking(lambda found: made.append(
                goals.add(self._journal, found.pop("values"), **found)))))
        if made:
            self._window.show_pane("goals")
            self._pane.show_goal(made[0])

    def edit(self, goal_id: int) -> None:
        """Show a goal and keep what was changed."""
        from mentorjournal.ui.dialogs.goal import ask_goal

        self._attempt(lambda: ask_goal(
            self._window, self._journal, goal_id,
            take=taking(lambda found: goals.edit(
                self._journal, goal_id, found.pop("values"), **found))))

    def remove(self, goal_id: int) -> None:
        """Remove a goal; no question, because it can be taken back in one click."""
        self._attempt(lambda: self._undoable(
            goals.remove, goal_id, said=tr("Removed: {what}.", what=self._name(goal_id))))

    def set_status(self, goal_id: int, status: str) -> None:
        """A goal is reached today, was dropped, or is taken up again."""
        words = {"done": tr("Reached: {what}."), "dropped": tr("Dropped: {what}.")}.get(
            status, tr("Taken up again: {what}."))

        def deed() -> None:
            self._undoable(goals.set_status, goal_id, status, clock.today(),
                           said=words.format(what=self._name(goal_id)))
            if status != "active" and self._pane.past.still_takes(goal_id):
                self._pane.show_goal(goal_id)  # what still takes hours for it is said there

        self._attempt(deed)

    def reorder(self, goal_ids: Sequence[int]) -> None:
        """Put goals in another order."""
        self._attempt(lambda: goals.reorder(self._journal, goal_ids))

    def note_progress(self, goal_id: int) -> None:
        """Ask how far a goal is."""
        from mentorjournal.ui.dialogs.goal_parts import ProgressForm

        self._ask(lambda: ProgressForm(self._journal, goal_id, self._window),
                  lambda found: goals.set_progress(
                      self._journal, goal_id, found["value"], found["on"]))

    def show_history(self, goal_id: int) -> None:
        """Show how a goal changed."""
        from mentorjournal.ui.dialogs.goal_history import show_history

        self._attempt(lambda: show_history(self._window, self._journal, goal_id))

    def _name(self, goal_id: int) -> str:
        return beginning(goals.get(self._journal, goal_id).text)

    # People and agendas

    def put_on_agenda(self, goal_id: int) -> None:
        """Put a goal on the agenda of the next meeting with whoever helps; arrange one first."""
        self._attempt(lambda: self._put(goal_id))

    def _put(self, goal_id: int) -> None:
        helping = self._helpers(goal_id)
        coming = goal_people.coming_meetings(self._journal, clock.today(), helping)
        if helping and not coming:
            self._window.prepare_meeting(helping[0])
            coming = goal_people.coming_meetings(self._journal, clock.today(), helping)
        if coming:
            first = coming[0]
            goal_people.put_on_agenda(self._journal, goal_id, first.meeting.id)
            name = in_sentence(first.person.short_name)
            self._window.say_undoable(tr(
                "It is on the agenda with {name}, {day}.", name=name,
                day=short_day(first.meeting.day, clock.today())))

    def _helpers(self, goal_id: int) -> tuple[int, ...]:
        shown = self._pane.list.card(goal_id)
        if shown is not None and shown.facts is not None:
            return shown.facts.about.helper_ids
        return goals.helpers(self._journal, goal_id)

    def attach(self, goal_id: int) -> None:
        """Ask who could help."""
        from mentorjournal.ui.dialogs.goal_parts import HelpersForm

        self._ask(lambda: HelpersForm(self._journal, goal_id, self._window),
                  lambda found: goal_people.attach(
                      self._journal, goal_id, found["person_ids"]))

    def share(self, goal_id: int, person_ids: Sequence[int]) -> None:
        """A goal was talked through with people today."""
        def deed() -> None:
            names = [in_sentence(people.get(self._journal, key).short_name) for key in person_ids]
            self._undoable(goal_people.share, goal_id, person_ids, clock.today(),
                           said=tr("Marked as shared today with {names}.", names=listing(names)))

        self._attempt(deed)

    def edit_part(self, part_id: int) -> None:
        """Ask what somebody's part is."""
        from mentorjournal.ui.dialogs.goal_parts import PartForm

        self._ask(lambda: PartForm(self._journal, part_id, self._window),
                  lambda found: goal_people.set_part(
                      self._journal, part_id, found["part"] or None, found["shared_on"]))

    def detach(self, part_id: int) -> None:
        """Somebody does not help after all."""
        def deed() -> None:
            whom = people.get(self._journal, goal_people.get(self._journal, part_id).person_id)
            self._undoable(goal_people.detach, part_id, said=tr(
                "{name} is no longer attached.", name=in_sentence(whom.short_name)))

        self._attempt(deed)

    # Steps and gaps

    def edit_step(self, step_id: int, at: str = "text") -> None:
        """Show a step, beginning at a field, and keep what was changed."""
        from mentorjournal.ui.dialogs.goal_parts import StepForm

        self._ask(lambda: StepForm(self._journal, step_id, self._window, at=at),
                  lambda found: goal_steps.edit(self._journal, step_id, found))

    def remove_step(self, step_id: int) -> None:
        """Remove a step."""
        self._attempt(lambda: self._undoable(goal_steps.remove, step_id, said=tr(
            "Removed: {what}.", what=beginning(goal_steps.get(self._journal, step_id).text))))

    def edit_gap(self, gap_id: int) -> None:
        """Ask for other words of a gap."""
        from mentorjournal.ui.dialogs.goal_parts import GapForm

        self._ask(lambda: GapForm(
            goal_steps.gap(self._journal, gap_id).text, gap_id, self._window),
            lambda found: goal_steps.edit_gap(self._journal, gap_id, found))

    def remove_gap(self, gap_id: int) -> None:
        """Remove a gap."""
        self._attempt(lambda: self._undoable(goal_steps.remove_gap, gap_id, said=tr(
            "Removed: {what}.", what=beginning(goal_steps.gap(self._journal, gap_id).text))))
