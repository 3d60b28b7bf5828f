"""Answers to the page of needs: the form, the look at where I stand, finding somebody, Undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from mentorjournal import clock
from mentorjournal.journal import considering, needs, self_looks
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.needs import NeedShown
from mentorjournal.mentoring.phrases import quoted
from mentorjournal.store.errors import JournalError
from mentorjournal.ui.answers.find_mentor import find_mentor
from mentorjournal.ui.answers.trying import attempt, taking
from mentorjournal.ui.removal import guarded
from mentorjournal.words import tr, trn

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.needs import NeedsPane

FIELDS = {"kind": "guidance_kind", "link": "people", "rate": "now"}  # where the form begins
ASIDE = ("people", "new", "now", "wanted")  # what the form gives that is no field of a need


class NeedAnswers(QObject):
    """Opens the dialog a wish needs and calls the verbs with what comes back."""

    def __init__(self, window: MainWindow, pane: NeedsPane) -> None:
        super().__init__(pane)
        self._window, self._pane = window, pane
        assert window.journal is not None
        self._journal: Journal = window.journal
        pane.page_wanted.connect(window.show_pane)
        pane.add_wanted.connect(self.add)
        pane.edit_wanted.connect(self.edit)
        pane.wished.connect(self.answer)
        pane.self_look_wanted.connect(self.look)
        pane.mentor_wanted.connect(self.find)
        pane.person_wanted.connect(window.open_person)
        pane.goal_wanted.connect(lambda key: window.in_pane("goals", "show_goal", key))
        pane.refused.connect(lambda text: window.messages.say(text, "alert"))

    def _attempt(self, deed: Callable[[], Any]) -> None:
        attempt(self._window.messages, deed)

    def answer(self, wish: str, need_id: int) -> None:
        """Anything else that is wanted of a need."""
        if wish in FIELDS:
            self.edit(need_id, FIELDS[wish])
        elif wish == "remove":
            self._attempt(lambda: self._remove(need_id))
        else:
            self._attempt(lambda: self._meet(need_id, wish == "meet"))

    def add(self) -> None:
        """Ask for a need and show it."""
        from mentorjournal.ui.dialogs.need import ask_need

        made: list[int] = []
        ask_need(self._window, self._journal,
                 take=taking(lambda answer: made.append(self._save(answer))))
        if made:
            self._window.show_pane("needs")
            self._pane.show_need(made[0])

    def edit(self, need_id: int, at: str = "") -> None:
        """Show a need's form, beginning at a field, and keep what was changed."""
        self._attempt(lambda: self._edit(need_id, at))

    def _edit(self, need_id: int, at: str) -> None:
        from mentorjournal.ui.dialogs.need import ask_need

        found = needs.overview(self._journal, clock.today())
        shown = next((one for one in (*found.open, *found.met) if one.need.id == need_id), None)
        if shown is None:
            raise JournalError(tr("This need is no longer in the journal."))
        ask_need(self._window, self._journal, shown, at=at,
                 take=taking(lambda answer: self._save(answer, shown)))

    def _save(self, answer: dict[str, Any], shown: NeedShown | None = None) -> int:
        """Write a form as one step; the id of the need."""
        values = {name: value for name, value in answer.items() if name not in ASIDE}
        now, wanted = answer["now"], answer["wanted"]
        words = tr("Edit need") if shown else tr("Add need")
        with self._journal.change(words):
            if shown is None:
                need_id = needs.add(self._journal, values)
            else:
                need_id = shown.need.id
                changed = {name: value for name, value in values.items()
                           if value != getattr(shown.need, name)}
                if changed:
                    needs.edit(self._journal, need_id, changed)
            if set(answer["people"]) != set(shown.need.person_ids if shown else ()):
                needs.link_people(self._journal, need_id, answer["people"])
            if answer["new"]:
                considering.add(
                    self._journal, [{"name": name} for name in answer["new"]], need_id)
            rated = shown.newest if shown else None
            if (now, wanted) != ((rated.now, rated.wanted) if rated else (None, None)):
                needs.rate(self._journal, need_id, clock.today(), now, wanted)
        return need_id

    def _remove(self, need_id: int) -> None:
        text = needs.get(self._journal, need_id).text
        guarded(self._window, self._journal, lambda: needs.remove(self._journal, need_id))
        self._window.say_undoable(tr("{need} was removed.", need=quoted(text)))

    def _meet(self, need_id: int, is_met: bool) -> None:
        needs.meet(self._journal, need_id, clock.today() if is_met else None)
        need = quoted(needs.get(self._journal, need_id).text)
        self._window.say_undoable(
            tr("{need} is met. It is folded away below the others.", need=need) if is_met else
            tr("{need} is open again.", need=need))

    def look(self) -> None:
        """Look at where I stand, and keep it with the needs that came of it."""
        from mentorjournal.ui.dialogs.self_look import ask_self_look

        made: list[int] = []
        answer = ask_self_look(self._window, self._journal, take=taking(
            lambda said: made.extend(self_looks.save(
                self._journal, clock.today(), said["marks"], said["needs"]))))
        if answer is not None:
            n = len(made)
            self._window.say_undoable(
                trn("Your look is kept, and {n} need came of it.",
                    "Your look is kept, and {n} needs came of it.", n) if n else
                tr("Your look is kept. You can look again whenever you like."))

    def find(self, need_id: int) -> None:
        """Find somebody for a need, or for none in particular."""
        self._attempt(lambda: find_mentor(self._window, need_id=need_id))
