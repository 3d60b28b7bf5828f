"""The way from a need or a gap to candidates: the dialog, the verbs, and then their page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from mentorjournal.journal import considering, needs, people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Need
from mentorjournal.mentoring.phrases import quoted, some
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
            window.say_undoable(" ".join(said))


def _keep(journal: Journal, answer: dict[str, Any]) -> tuple[list[int], list[str]]:
    """Write what was answered; who it was, and what was done in a sentence, if anything was."""
    need_id = answer["need_id"]
    need = needs.get(journal, need_id) if need_id else None
    chosen = answer.get("chosen")
    known = [chosen] if chosen else answer["known"]
    found = [] if chosen else answer["found"]
    newly = [one for one in known if need is not None and one not in need.person_ids]
    made: list[int] = []
    with journal.change(tr("Add candidates") if found else tr("Link people to need")):
        if found:
            made = considering.add(journal, found, need_id or None)
        if newly:
            linked = needs.get(journal, need_id).person_ids
            needs.link_people(journal, need_id, {*linked, *newly})
    said = filter(None, (_added_words(len(made), need), _linked_words(journal, newly, need)))
    return [*made, *known], list(said)


def _added_words(n: int, need: Need | None) -> str:
    if not n:
        return ""
    if need is None:
        return trn("{n} candidate was added.", "{n} candidates were added.", n)
    return trn("{n} candidate was added for {need}.", "{n} candidates were added for {need}.", n,
               need=quoted(need.text))


def _linked_words(journal: Journal, ids: Sequence[int], need: Need | None) -> str:
    if not ids or need is None:
        return ""
    names = some([people.get(journal, one).short_name for one in ids])
    return trn("{names} is linked to {need}.", "{names} are linked to {need}.", len(ids),
               names=names, need=quoted(need.text))


def _open(window: MainWindow, journal: Journal, person_id: int) -> None:
    tabs = window.pane("person").tabs
    keys = [tabs.widget(place).objectName() for place in range(tabs.count())]
    is_candidate = people.get(journal, person_id).standing == "candidate"
    window.open_person(person_id, NEXT_TAB if is_candidate and NEXT_TAB in keys else "")
