"""Pictures of the feedback log: full, filtered, by theme, a long name, and empty."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from mentorjournal.journal import feedback, people
from mentorjournal.journal.sample import LAST_DAY
from mentorjournal.tests.screens.thanks import whom
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.feedback_menu import several_menu

LONG_NAME = "Professor Wilhelmina Aurelia Featherstonehaugh-Cholmondeley"


def log(then: Callable[[Any], object] = lambda pane: None) -> Callable[[MainWindow], None]:
    """The log of the sample, and something done in it."""

    def show(window: MainWindow) -> None:
        window.messages.clear()
        pane = window.show_pane("feedback")
        then(pane)

    return show


def _find(words: str) -> Callable[[Any], None]:
    return lambda pane: pane.filters.words.look_for(words)


def _group(name: str) -> Callable[[Any], None]:
    return lambda pane: pane.filters.set_group(name)


def _order(key: str) -> Callable[[Any], None]:
    def choose(pane: Any) -> None:
        pane.filters.order.set_current(key)
        pane.filters.order.chosen.emit(key)

    return choose


def _by_theme(window: MainWindow) -> None:
    """Two themes of several people, the second one folded."""
    journal = window.journal
    assert journal is not None
    everything = [one.id for one in feedback.every(journal)]
    feedback.set_theme(journal, everything[:4], "Writing")
    feedback.set_theme(journal, everything[4:7], "Speaking to a room")
    feedback.set_theme(journal, everything[7:], None)
    log(_order("theme"))(window)
    window.panes["feedback"].list.fold("Speaking to a room", True)


def _every_step(window: MainWindow) -> None:
    """Asked without an answer, set aside, overdue, and somebody with a long name."""
    journal = window.journal
    assert journal is not None
    long = people.add(journal, {"name": LONG_NAME, "roles": ["coach"]})
    ago = [LAST_DAY - timedelta(days=days) for days in (40, 20, 3)]
    feedback.ask(journal, {"person_id": long, "asked_on": ago[1], "topic":
                           "the way I lead a round when everybody is tired and nobody says so"})
    feedback.log(journal, {"person_id": long, "date": ago[2], "topic": "My answer at the board",
                           "gist": "Too sharp", "stance": "hurt"})
    aside = feedback.log(journal, {
        "person_id": whom(journal, "Vale"), "date": ago[0], "topic": "the old curriculum"})
    feedback.set_aside(journal, aside, LAST_DAY, "The course has ended")
    log()(window)


def _menu_of_several(window: MainWindow) -> None:
    log()(window)
    pane: Any = window.panes["feedback"]
    pane.table.select_all_of(pane.shown_ids()[:3], pane.shown_ids()[0])
    menu = several_menu(pane, pane.shown_ids()[:3], lambda: None, lambda: None)
    menu.popup(pane.table.viewport().mapToGlobal(pane.table.viewport().rect().center()))


def _theme_dialog(window: MainWindow) -> None:
    log()(window)
    pane: Any = window.panes["feedback"]
    pane.theme_wanted.emit(pane.shown_ids()[:3])


def _detail_open(pane: Any) -> None:
    pane.show_entry(pane.shown_ids()[0])


SHOTS: tuple[tuple[str, Callable[[MainWindow], object]], ...] = (
    ("fblog-full", log()),
    ("fblog-detail", log(_detail_open)),
    ("fblog-filtered", log(_group("waiting"))),
    ("fblog-found", log(_find("slid"))),
    ("fblog-nothing", log(_find("zebra"))),
    ("fblog-again", log(lambda pane: pane.filters.let_all_through())),
    ("fblog-several", _menu_of_several),
    ("fblog-themes", _by_theme),
    ("fblog-steps", _every_step),
    ("dialog-fblog-theme", _theme_dialog),
)
EMPTY_SHOTS: tuple[tuple[str, Callable[[MainWindow], object]], ...] = (
    ("fblog-empty", log()),
)
