"""The page of a person in the pictures: its tabs, people in every standing, and nobody known."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QScrollArea

from mentorjournal import clock
from mentorjournal.journal import people
from mentorjournal.tests.screens import settle
from mentorjournal.ui.main_window import MainWindow

LONG_NAME = "الأستاذة الدكتورة محمد الأمين بنت عبد الرحمن " * 6


def page(name: str, tab: str = "", scroll: float = 0.0) -> Callable[[MainWindow], None]:
    """The page of the person whose name holds `name`, scrolled by a part of its height."""

    def show(window: MainWindow) -> None:
        window.messages.clear()
        everyone = people.everybody(window.journal, clock.today())
        whom = next(facts.person.id for facts in everyone if name in facts.person.name)
        _open(window, whom, tab, scroll)

    return show


def _open(window: MainWindow, whom: int, tab: str, scroll: float) -> None:
    window.open_person(whom, tab)
    settle()
    area = window.pane("person").current_tab().findChild(QScrollArea)
    bar = area.verticalScrollBar()
    bar.setValue(round(scroll * bar.maximum()))


def somebody_new(tab: str = "", name: str = "Ines Moreau") -> Callable[[MainWindow], None]:
    """The page of a person of whom only the name is known."""

    def show(window: MainWindow) -> None:
        window.messages.clear()
        _open(window, people.add(window.journal, {"name": name[:300]}), tab, 0.0)

    return show
