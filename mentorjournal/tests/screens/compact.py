"""Pictures of what two people expect of each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mentorjournal import clock
from mentorjournal.journal import people
from mentorjournal.tests.screens import settle

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.person_expectations import ExpectationsTab


def whom(window: MainWindow, name: str) -> int:
    """The id of the person of that name."""
    everybody = people.everybody(window.journal, clock.today())
    return next(one.person.id for one in everybody if name in one.person.name)


def tab(window: MainWindow, name: str) -> ExpectationsTab:
    """The tab with somebody's compact in front, and no topic open."""
    window.messages.clear()
    window.open_person(whom(window, name), "expectations")
    found: ExpectationsTab = window.panes["person"].tab("expectations")
    found.table.open_topic(None)
    settle()
    return found


def compact(name: str, opened: int | None = None) -> Callable[[MainWindow], None]:
    """Somebody's compact, with the topic in a place open."""

    def show(window: MainWindow) -> None:
        shown = tab(window, name)
        if opened is not None:
            shown.table.open_to_write(shown.table.rows()[opened].id)

    return show


def wish(name: str, signal: str, place: int) -> Callable[[MainWindow], None]:
    """What comes up for the topic in a place of somebody's compact."""

    def show(window: MainWindow) -> None:
        shown = tab(window, name)
        getattr(shown, signal).emit(shown.table.rows()[place].id)

    return show


def topics(window: MainWindow) -> None:
    """The form to choose topics."""
    shown = tab(window, "Vale")
    shown.topics_wanted.emit(shown.person.id)
