"""The menu of a goal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from mentorjournal.ui.panes.goals_facts import CardFacts, called, is_counted
from mentorjournal.ui.panes.goals_parts import GoalWishes, add_moves
from mentorjournal.words import tr


def goal_menu(
    parent: QWidget, wishes: GoalWishes, facts: CardFacts, add_step: Callable[[], object],
    move: Callable[[int], object], can_move: tuple[bool, bool],
) -> QMenu:
    """Everything that can be done with a goal; `move` gets -1 for up and +1 for down.

    `can_move` says whether there is a neighbour above, and one below.
    """
    key = facts.goal.id
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(tr("Edit…"), lambda: wishes.edit.emit(key))
    menu.addAction(tr("Add a step"), add_step)
    if is_counted(facts.goal):
        menu.addAction(tr("Note how far it is…"), lambda: wishes.progress.emit(key))
    menu.addAction(tr("How it changed…"), lambda: wishes.history.emit(key))
    menu.addSeparator()
    if facts.people:
        menu.addAction(tr("Put it on an agenda"), lambda: wishes.agenda.emit(key))
    menu.addAction(tr("Attach somebody…"), lambda: wishes.attach.emit(key))
    for one in facts.people:
        menu.addAction(tr("Mark as shared today with {name}", name=called(one)),
                       lambda one=one: wishes.share.emit(key, (one.id,)))
    menu.addSeparator()
    add_moves(menu, move, can_move)
    menu.addSeparator()
    menu.addAction(tr("Mark as reached"), lambda: wishes.status.emit(key, "done"))
    menu.addAction(tr("Drop this goal"), lambda: wishes.status.emit(key, "dropped"))
    menu.addAction(tr("Remove"), lambda: wishes.remove.emit(key))
    return menu
