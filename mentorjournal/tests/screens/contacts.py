"""What the pictures of contacts and of keeping in touch need to be there first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mentorjournal.tests.screens import SETTLING
from mentorjournal.ui.main_window import MainWindow


def log(typed: str = "", *people: int, answered: str = "yes") -> Callable[[MainWindow], None]:
    """The form for a contact: with people chosen, and a part of a name typed."""

    def show(window: MainWindow) -> None:
        def fill() -> None:
            form = QApplication.activeModalWidget()
            form.people.set_value(people)
            form.answered.button(answered).click()
            form.people.line.setFocus()
            QTest.keyClicks(form.people.line, typed)

        QTimer.singleShot(SETTLING // 3, fill)
        window.log_contact()

    return show


def keep(person: int, wish: str) -> Callable[[MainWindow], None]:
    """A form about keeping in touch with somebody."""
    return lambda window: window.contacts.keep(person, wish)
