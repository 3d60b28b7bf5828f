"""Answers to the page of hours, and to the column beside the goals: forms, verbs, Undo."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from mentorjournal import clock
from mentorjournal.journal import commitments, missteps
from mentorjournal.journal.aims import Commitment
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.load import hours_words, left_words, of_words
from mentorjournal.mentoring.load_reply import day_words
from mentorjournal.mentoring.missteps_words import ASIDE_DAYS, key_of
from mentorjournal.ui.answers.trying import attempt, taking
from mentorjournal.ui.dialogs.commitment import (
    CapacityForm,
    HoursFromForm,
    OverForm,
    ask_commitment,
)
from mentorjournal.ui.dialogs.weigh_request import DECISIONS, ask_weigh
from mentorjournal.ui.panes.hours_facts import TOO_MUCH
from mentorjournal.ui.removal import guarded
from mentorjournal.words import short_day, tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.hours import HoursPane

LONGEST = 60  # characters of a title in a message


class HoursDeeds(QObject):
    """`answer` takes a kind of wish and the id of a commitment from any widget.

    `noted` carries the id of what was added or answered, for the keyboard to go on there.
    """

    noted = Signal(int)

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        assert window.journal is not None
        self._journal: Journal = window.journal

    def answer(self, kind: str, commitment_id: int = 0) -> None:
        """Do what is wished: "request", "add", "capacity", "aside", "show" need no commitment.

        "edit", "hours", "over", "remove" and "decide" are about one, and so is each decision,
        which opens the form with that answer.
        """
        deeds = {
            "request": self.weigh, "add": self.add, "capacity": self.set_capacity,
            "aside": self.put_aside,
            "show": partial(self.show, commitment_id), "edit": partial(self.edit, commitment_id),
            "hours": partial(self.change_hours, commitment_id),
            "over": partial(self.end, commitment_id),
            "remove": partial(self.remove, commitment_id),
            "decide": partial(self.decide, commitment_id, ""),
            **{key: partial(self.decide, commitment_id, key) for key in DECISIONS},
        }
        attempt(self._window.messages, deeds[kind])

    def show(self, commitment_id: int) -> None:
        """Bring the page of hours to the front, and there a commitment."""
        self._window.in_pane("hours", "show_commitment" if commitment_id else "",
                             *([commitment_id] if commitment_id else []))

    def put_aside(self) -> None:
        """Do not ask about too many hours for a while, here and among the reflections."""
        today = clock.today()
        missteps.put_aside(self._journal, key_of(TOO_MUCH), today)
        self._window.say_undoable(tr(
            "Not asked again before {day}.", day=short_day(today + timedelta(ASIDE_DAYS), today)))

    def weigh(self) -> None:
        """Weigh a new request."""
        made: list[int] = []

        def deed(found: dict[str, Any]) -> None:
            made.append(commitments.request(
                self._journal, found.pop("decision"), found, clock.today()))

        if ask_weigh(self._window, self._journal, take=taking(deed)) is not None:
            self._say_decided(made[0])

    def decide(self, commitment_id: int, decision: str) -> None:
        """Show a request with an answer to begin with, and keep what was decided."""
        def deed(found: dict[str, Any]) -> None:
            commitments.decide(
                self._journal, commitment_id, found.pop("decision"), found, clock.today())

        about = commitments.get(self._journal, commitment_id)
        if ask_weigh(self._window, self._journal, about, decision, taking(deed)) is not None:
            self._say_decided(commitment_id)

    def _say_decided(self, commitment_id: int) -> None:
        one = commitments.get(self._journal, commitment_id)
        self._window.say_undoable({
            "pending": tr("“{title}” waits for your answer.", title=_cut(one)),
            "declined": tr("The no to “{title}” is noted. A no counts.", title=_cut(one)),
            "passed_to": tr("“{title}” was passed on.", title=_cut(one)),
        }.get(one.decision, tr("The yes to “{title}” is noted: {total}.", title=_cut(one),
                               total=self._total_of(one))))
        self.noted.emit(commitment_id)

    def _total_of(self, one: Commitment) -> str:
        """The load on the day from which a yes takes hours, such as "12.0 of 12 h from 19 June"."""
        today = clock.today()
        if one.decision == "yes_later" and one.since is None:
            return tr("it takes no hours until you name a day")
        day = max(one.since or today, today)
        then = commitments.load_on(self._journal, day)
        when = tr("today") if day == today else tr("from {day}", day=day_words(day, today))
        return ", ".join(filter(None, (of_words(then), left_words(then)))) + " " + when

    def add(self) -> None:
        """Ask for something that takes hours already."""
        made: list[int] = []
        if ask_commitment(self._window, self._journal, take=taking(
            lambda found: made.append(commitments.add(self._journal, found)))) is not None:
            self.noted.emit(made[0])

    def edit(self, commitment_id: int) -> None:
        """Show a commitment and keep what was changed."""
        def deed(found: dict[str, Any]) -> None:
            changes = found.pop("changes")
            commitments.edit(self._journal, commitment_id, found, changes=changes)

        one = commitments.get(self._journal, commitment_id)
        if ask_commitment(self._window, self._journal, one, taking(deed)) is not None:
            self._window.say_undoable(tr("“{title}” was changed.", title=_cut(
                commitments.get(self._journal, commitment_id))))
            self.noted.emit(commitment_id)

    def write(self, commitment_id: int, title: str, hours: float) -> None:
        """Keep what was written in a row; other hours count from today."""
        attempt(self._window.messages, partial(self._write, commitment_id, title, hours))

    def _write(self, commitment_id: int, title: str, hours: float) -> None:
        today = clock.today()
        one = commitments.get(self._journal, commitment_id)
        before = commitments.plan(self._journal).hours_of(one, today)
        other = round(hours - before, 3) != 0
        with self._journal.change(tr("Change hours") if other else tr("Edit commitment")):
            if title != one.title:
                commitments.edit(self._journal, commitment_id, {"title": title})
            if other:
                commitments.change_hours(self._journal, commitment_id, hours, today)
        if other:
            self._window.say_undoable(tr(
                "“{title}” takes {hours} h a week from today.",
                title=_cut(commitments.get(self._journal, commitment_id)),
                hours=hours_words(hours)))

    def change_hours(self, commitment_id: int) -> None:
        """Ask for other hours from a day on."""
        one = commitments.get(self._journal, commitment_id)
        hours = commitments.plan(self._journal).hours_of(one, clock.today())
        form = HoursFromForm(one, hours, self._window)
        form.take = taking(lambda found: commitments.change_hours(
            self._journal, commitment_id, found["hours"], found["since"]))
        form.exec()

    def end(self, commitment_id: int) -> None:
        """Ask when it is over."""
        one = commitments.get(self._journal, commitment_id)
        form = OverForm(one, self._window)
        form.take = taking(lambda found: commitments.end(
            self._journal, commitment_id, found["until"], found["how"]))
        if form.exec():
            now = commitments.load_on(self._journal, clock.today())
            self._window.say_undoable(tr(
                "“{title}” is over: {total} today.", title=_cut(one), total=of_words(now)))

    def remove(self, commitment_id: int) -> None:
        """Remove a commitment, with Undo."""
        one = commitments.get(self._journal, commitment_id)
        guarded(self._window, self._journal,
                partial(commitments.remove, self._journal, commitment_id))
        self._window.say_undoable(tr("“{title}” was removed.", title=_cut(one)))

    def set_capacity(self) -> None:
        """Ask how many hours a week I can give."""
        form = CapacityForm(self._journal, self._window)
        form.take = taking(lambda found: commitments.set_capacity(
            self._journal, found["hours"], found["since"], clock.today(), noted=found["noted"]))
        if form.exec():
            now = commitments.load_on(self._journal, clock.today())
            self._window.say_undoable(
                tr("Nothing is said now of the hours you can give.") if now.capacity is None else
                tr("The hours you can give are noted: {total} today.", total=of_words(now)))


class HoursAnswers(HoursDeeds):
    """Answers the page of hours."""

    def __init__(self, window: MainWindow, pane: HoursPane) -> None:
        super().__init__(window, pane)
        pane.page_wanted.connect(window.show_pane)
        pane.wished.connect(self.answer)
        pane.typed.connect(self.write)
        pane.complained.connect(lambda text: window.messages.say(text, "alert"))
        self.noted.connect(pane.show_commitment)


def _cut(one: Commitment) -> str:
    return one.title if len(one.title) <= LONGEST else one.title[:LONGEST].rstrip() + "…"
