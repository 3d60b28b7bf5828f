"""Answers to getting to know somebody: a first meeting, the fit sheet, asking, what they say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from mentorjournal import clock
from mentorjournal.exchange import request_files
from mentorjournal.exchange.writing import safe_name, write_whole
from mentorjournal.journal import candidates, dealings, me, people
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import conversation, first_request, fit
from mentorjournal.mentoring.vocabulary import FIT_DECISIONS
from mentorjournal.store.errors import JournalError
from mentorjournal.ui import questions
from mentorjournal.ui.answers.person_knowing import say_no_meeting, take_question
from mentorjournal.ui.answers.trying import attempt, taking
from mentorjournal.words import short_day, tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.person_getting import GettingTab

T = TypeVar("T")
KINDS = {".eml": "Mail draft (*.eml)", ".txt": "Text (*.txt)"}


def ask_fit_sheet(window: MainWindow, person_id: int, sheet_id: int | None = None) -> None:
    """Ask what I think of somebody; also the close step of a meeting offers it."""
    from mentorjournal.ui.dialogs.fit_sheet import ask_fit

    assert window.journal is not None
    journal = window.journal
    whom = people.get(journal, person_id)
    sheet = next((one for one in candidates.fit_sheets(journal, person_id)
                  if one.id == sheet_id), None)
    ask_fit(
        window, journal, person_id, whom.short_name, me.get(journal), sheet,
        take=taking(lambda found: candidates.save_fit_sheet(
            journal, person_id, found, sheet.id if sheet else None)))


class GettingAnswers(QObject):
    """Opens the form that a wish needs and calls the verb with what comes back."""

    def __init__(self, window: MainWindow, tab: GettingTab) -> None:
        super().__init__(tab)
        self._window = window
        self._journal: Journal = tab.journal
        self._deeds: dict[str, Callable[[int], object]] = {
            "request": self.write_request, "nudge": self.write_nudge, "heard": self.heard,
            "arrange": window.prepare_meeting, "prepare": window.prepare_meeting,
            "others": self.think_of_others, "sheet": self.fill_sheet, "ask": self.ask,
            "answer": self.said_yes, "no": self.said_no, "aside": self.set_aside,
            "again": self.consider_again, "passed": self.look_back,
        }
        for one in FIT_DECISIONS:
            self._deeds[f"decide:{one}"] = partial(self.decide, one)
        tab.wished.connect(self._answer)
        tab.sheet_wanted.connect(self.fill_sheet)
        tab.sheet_remove_wanted.connect(lambda which: self._attempt(
            lambda: self._remove_sheet(which)))
        tab.card_wanted.connect(
            lambda who, key: self._attempt(lambda: self._take_card(who, key)))
        tab.question_wanted.connect(
            lambda who, text: self._attempt(lambda: take_question(window, who, text)))
        tab.needs_wanted.connect(lambda: window.show_pane("needs"))

    def _answer(self, person_id: int, wish: str) -> None:
        self._attempt(lambda: self._deeds[wish](person_id))

    def _attempt(self, deed: Callable[[], T]) -> T | None:
        return attempt(self._window.messages, deed)

    def _name(self, person_id: int) -> str:
        return people.get(self._journal, person_id).short_name

    # The first meeting ------------------------------------------------------------------------

    def write_request(self, person_id: int) -> None:
        """Draft the request, take it along, and note that it was sent."""
        from mentorjournal.ui.dialogs.first_request import ask_request

        asking = request_files.facts(self._journal, person_id)
        ask_request(
            self._window, self._journal, person_id, self._name(person_id), asking,
            admired=asking.why_you,
            take=taking(lambda found: self._sent(person_id, found["day"], is_nudge=False)),
            export=lambda text, suffix: self._export(person_id, text, suffix))

    def write_nudge(self, person_id: int) -> None:
        """The one reminder, a week later."""
        from mentorjournal.ui.dialogs.first_request import ask_request

        asking = request_files.facts(self._journal, person_id)
        state = candidates.read(self._journal, person_id, clock.today()).state
        if not state.written:
            raise JournalError(tr("There is no message that waits for an answer."))
        ask_request(
            self._window, self._journal, person_id, self._name(person_id), asking,
            nudge=first_request.nudge(asking.called, asking.me, max(state.written)),
            take=taking(lambda found: self._sent(person_id, found["day"], is_nudge=True)),
            export=lambda text, suffix: self._export(person_id, text, suffix))

    def _sent(self, person_id: int, day: date, is_nudge: bool) -> None:
        candidates.note_request(self._journal, person_id, day, is_nudge)
        self._window.say_undoable(tr("Noted. Give it a week."))

    def heard(self, person_id: int) -> None:
        """They have answered my message."""
        if candidates.heard(self._journal, person_id, clock.today()):
            self._window.say_undoable(tr("{name} has answered.", name=self._name(person_id)))

    def look_back(self, person_id: int) -> None:
        """Show the meeting whose day has passed, to say that it was held or called off."""
        which = candidates.passed_meeting(self._journal, person_id, clock.today())
        if which is not None:
            self._window.in_pane("meetings", "show_meeting", which)

    def think_of_others(self, _person_id: int) -> None:
        """Several names at once."""
        self._window.pane("network").names_add_wanted.emit()

    def _export(self, person_id: int, text: str, suffix: str) -> str:
        """Write a letter as a file; the sentence that says so, or why not."""
        over = QApplication.activeModalWidget() or self._window
        name = safe_name(request_files.title(self._journal, person_id), suffix[1:])
        path = questions.file_to_write(
            over, tr("Save the letter"), Path.home() / name, tr(KINDS[suffix]))
        if path is None:
            return ""
        try:
            write_whole(path, request_files.make(self._journal, person_id, text, suffix))
        except JournalError as refusal:
            return str(refusal)
        return tr("{name} is written.", name=path.name)

    # Does it fit? -----------------------------------------------------------------------------

    def fill_sheet(self, person_id: int, sheet_id: int | None = None) -> None:
        """The five questions."""
        self._attempt(lambda: ask_fit_sheet(self._window, person_id, sheet_id))

    def _remove_sheet(self, sheet_id: int) -> None:
        candidates.remove_fit_sheet(self._journal, sheet_id)
        self._window.say_undoable(tr("The fit sheet was removed."))

    def _take_card(self, person_id: int, key: str) -> None:
        coming = dealings.next_meeting(self._journal, person_id, clock.today())
        if coming is None:
            say_no_meeting(self._window, person_id)
            return
        candidates.take_card(self._journal, coming.meeting.id, key)
        self._window.say_undoable(tr(
            "“{card}” is on the agenda of {day}.", card=conversation.card(key).title,
            day=short_day(coming.meeting.day, clock.today())))

    def decide(self, decision: str, person_id: int) -> None:
        """Ask them, wait, or not: it stands on the newest sheet."""
        candidates.decide(self._journal, person_id, decision, clock.today())
        self._window.say_undoable(tr(
            "Decided: {what}.", what=fit.decision_words(decision).lower()))

    # Asking -----------------------------------------------------------------------------------

    def ask(self, person_id: int) -> None:
        """Note that they were asked; before we have met, after a gentle stop."""
        from mentorjournal.ui.dialogs.ask_mentor import ask_mentor

        whom = people.get(self._journal, person_id)
        asked: list[int] = []

        def take(found: dict[str, Any]) -> None:
            candidates.ask(self._journal, person_id, found["day"], anyway=True)
            asked.append(person_id)

        meet_first = ask_mentor(
            self._window, whom.short_name,
            lambda day: candidates.is_early(self._journal, whom, day), taking(take))
        if meet_first:
            self._window.prepare_meeting(person_id)
        elif asked:
            self._window.say_undoable(tr("You have asked {name}.", name=whom.short_name))

    def said_yes(self, person_id: int) -> None:
        """They are my mentor from today."""
        candidates.agree(self._journal, person_id, clock.today())
        self._window.say_undoable(
            tr("{name} is your mentor from today.", name=self._name(person_id)))

    def said_no(self, person_id: int) -> None:
        """A no is a normal answer."""
        candidates.said_no(self._journal, person_id, clock.today())
        self._window.say_undoable(tr("Noted. A thank-you for a plain no keeps the door open."))

    def set_aside(self, person_id: int) -> None:
        """I decided not to ask."""
        candidates.decline(self._journal, person_id, clock.today())
        self._window.say_undoable(tr("{name} is set aside.", name=self._name(person_id)))

    def consider_again(self, person_id: int) -> None:
        """A candidate once more."""
        candidates.consider_again(self._journal, person_id, clock.today())
        self._window.say_undoable(
            tr("{name} is a candidate again.", name=self._name(person_id)))
