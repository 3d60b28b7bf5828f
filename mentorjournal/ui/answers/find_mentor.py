"""The way from a need or a gap to candidates: the dialog, the verbs, and then their page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mentorjournal.journal import considering, needs, people
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.phrases import quoted
from mentorjournal.mentoring.sought import Sought
from mentorjournal.ui.answers.trying import taking
from mentorjournal.words import tr, trn

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow

NEXT_TAB = "getting_to_know"  # of a candidate's page: where getting to know them goes on


def find_mentor(window: MainWindow, sought: Sought | None = None, need_id: int = 0) -> None:
    """Ask for somebody, keep them as one step, and show the first of them on their page."""
    from mentorjournal.ui.dialogs.find_mentor import ask_mentor

    assert window.journal is not None
    journal = window.journal
    found: list[int] = []
    said: list[str] = []

    def keep(answer: dict[str, Any]) -> None:
        found[:], said[:] = _keep(journal, answer)

    ask_mentor(window, journal, sought, need_id, take=taking(keep))
    if found:
        _open(window, journal, found[0])
        if said:
            window.say_undoable(said[0])


def _keep(journal: Journal, answer: dict[str, Any]) -> tuple[list[int], list[str]]:
    """Write what was answered; who it was, and what was done in a sentence, if anything was."""
    need_id = answer["need_id"]
    need = needs.get(journal, need_id) if need_id else None
    chosen = answer.get("chosen")
    if not chosen:
        made = considering.add(journal, answer["found"], need_id or None)
        n = len(made)
        if need is None:
            return made, [trn("{n} candidate was added.", "{n} candidates were added.", n)]
        return made, [trn(
            "{n} candidate was added for {need}.", "{n} candidates were added for {need}.", n,
            need=quoted(need.text))]
    if need is None or chosen in need.person_ids:
        return [chosen], []
    needs.add_person(journal, need.id, chosen)
    name = people.get(journal, chosen).short_name
    return [chosen], [tr("{name} is linked to {need}.", name=name, need=quoted(need.text))]


def _open(window: MainWindow, journal: Journal, person_id: int) -> None:
    tabs = window.pane("person").tabs
    keys = [tabs.widget(place).objectName() for place in range(tabs.count())]
    is_candidate = people.get(journal, person_id).standing == "candidate"
    window.open_person(person_id, NEXT_TAB if is_candidate and NEXT_TAB in keys else "")
