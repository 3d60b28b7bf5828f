"""Answers about my own stages: beginning one, and what becomes of each mentor then."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mentorjournal import clock
from mentorjournal.journal import me, stages
from mentorjournal.journal.aims import MyStage
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.passing_on import plain_stage
from mentorjournal.settings import DEFAULT_RHYTHM_DAYS
from mentorjournal.ui.answers.trying import attempt, taking
from mentorjournal.words import tr, trn

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow


class StageAnswers(QObject):
    """Serves every page on which a stage can change or is asked about."""

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        assert window.journal is not None
        self._journal: Journal = window.journal
        self._asked: dict[str, Callable[[], bool]] = {}  # a message -> whether it still holds
        self._journal.changed.connect(self._withdraw)

    def _ask(self, text: str, words: str, deed: Callable[[], None],
             holds: Callable[[], bool]) -> None:
        """Ask beside the page for as long as it `holds`: with Undo the question goes too."""
        self._window.messages.say(text, "info", words, deed)
        self._asked[text] = holds

    def _withdraw(self, _changes: object = None) -> None:
        for text in [text for text, holds in self._asked.items() if not holds()]:
            del self._asked[text]
            self._window.messages.withdraw(text)

    def offer(self, name: str, former: str) -> None:
        """Ask beside the page whether other words for my stage mean a new one."""
        self._ask(
            tr("“{stage}”: is this a new stage?", stage=plain_stage(name)), tr("Yes, since…"),
            lambda: self.begin(name, former),
            lambda: me.get(self._journal).stage == name)

    def begin(self, name: str = "", former: str = "") -> None:
        """Ask since when; `former` is what the stage was called until now, if it was just changed.

        Then say what the new stage asks.
        """
        from mentorjournal.ui.dialogs.my_stage import ask_stage

        known = stages.every(self._journal)
        before = known[0].stage if known else former or (me.get(self._journal).stage or "")
        done = ask_stage(
            self._window, self._journal, name=name, former=before,
            take=taking(lambda answer: stages.begin(
                self._journal, answer, before or None, as_of=clock.today())))
        if done is not None:
            self.tell()

    def tell(self) -> None:
        """Say that each mentor can be looked at now, where there is anybody to decide about."""
        which = stages.question(self._journal, stages.MENTORS, clock.today())
        if which is None or not self._left():
            return
        self._ask(
            tr("You are “{stage}” now. How does it go on with each mentor?",
               stage=plain_stage(which.stage)),
            tr("Look at each"), self.ask_mentors, lambda: self._is_open(which))

    def _is_open(self, which: MyStage) -> bool:
        """Whether this stage, called so, is still the one to ask mentors about, and any is left."""
        now = stages.question(self._journal, stages.MENTORS, clock.today())
        return (now is not None and (now.id, now.stage) == (which.id, which.stage)
                and self._left() > 0)

    def _left(self) -> int:
        days = self._window.settings.get(DEFAULT_RHYTHM_DAYS)
        return len(stages.undecided(self._journal, clock.today(), days))

    def edit(self, stage_id: int) -> None:
        """Show a stage, to be changed."""
        from mentorjournal.ui.dialogs.my_stage import ask_stage

        attempt(self._window.messages, lambda: ask_stage(
            self._window, self._journal, stages.get(self._journal, stage_id),
            take=taking(lambda answer: stages.edit(
                self._journal, stage_id, answer, as_of=clock.today()))))

    def remove(self, stage_id: int) -> None:
        """Remove a stage, and offer to take that back."""

        def deed() -> None:
            name = stages.get(self._journal, stage_id).stage
            stages.remove(self._journal, stage_id)
            self._window.say_undoable(tr("“{stage}” was removed.", stage=plain_stage(name)))

        attempt(self._window.messages, deed)

    def ask_mentors(self) -> None:
        """Each mentor with three choices; what was decided is one step."""
        from mentorjournal.ui.dialogs.stage_mentors import ask_mentors

        today = clock.today()
        which = stages.new_one(self._journal, today)
        days = self._window.settings.get(DEFAULT_RHYTHM_DAYS)
        found = stages.undecided(self._journal, today, days)
        if which is None or not found:
            return
        done = ask_mentors(
            self._window, which.stage, which.started or today, found,
            take=taking(lambda answer: stages.decide(
                self._journal, answer["decisions"], today)))
        if done:
            self._window.say_undoable(trn(
                "Noted for {n} mentor.", "Noted for {n} mentors.", len(done)))

    def put_aside(self, kind: str, stage_id: int) -> None:
        """Do not ask about this stage again."""
        attempt(self._window.messages,
                lambda: stages.put_aside(self._journal, kind, stage_id))
        self._window.say_undoable(tr("This is not asked again."))
