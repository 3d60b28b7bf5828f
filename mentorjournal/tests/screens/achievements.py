"""Pictures of accomplishments: the page full, empty and looked through, and its form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mentorjournal.journal import accomplishments, people
from mentorjournal.journal.files import ChosenFile
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.sample import LAST_DAY
from mentorjournal.tests.screens.safety import begin
from mentorjournal.ui.main_window import MainWindow

LONG_NAME = "Prof. Dr. Maria-Magdalena Wilhelmina von Hohenstein-Oldenburg"
LONG_TITLE = "A teaching week for the whole ward"
RESULT = (
    "Twelve sessions in five days, each at the bedside and each with one question to answer. "
    "Before the week four in ten of the nurses said they would stop a line that looked wrong; "
    "after it, nine in ten. Six weeks later the unit had gone from three late calls a week to "
    "one, and the chief resident had taken the sessions over without being asked. The write-up "
    "is on the ward's own page, and two other wards have copied the timetable. What did not "
    "work: the night shift saw three of the twelve, because I had planned all of them before "
    "six, and nobody who works at night was asked when they would like to have them, which I "
    "would do first another time."
)[:600]


def whom(journal: Journal, name: str) -> int:
    """The id of somebody, added when nobody is called like that."""
    return next((one.person.id for one in people.everybody(journal, LAST_DAY)
                 if name in one.person.name), 0) or people.add(
        journal, {"name": name, "roles": ["institutional_advocate"]})


def long_one(journal: Journal) -> int:
    """One with a long result, a long name, a file, and everything else there can be."""
    known = [one for one in accomplishments.every(journal)
             if one.accomplishment.title == LONG_TITLE]
    if known:
        return known[0].accomplishment.id
    return accomplishments.add(journal, {
        "title": LONG_TITLE, "result": RESULT, "date": date(2026, 4, 20), "number": 12000.5,
        "unit": "minutes of teaching", "goal_id": 1, "competencies": [
            "teaching", "leadership", "communication", "patient_centredness", "other:Ultrasound"],
        "file": ChosenFile("Timetable and feedback of the teaching week, all wards.pdf",
                           b"%PDF" + b"x" * 1_234_567),
    }, [
        {"person_id": whom(journal, LONG_NAME)}, {"person_id": whom(journal, "Okafor")},
        {"person_id": whom(journal, "Vale"), "credited_on": date(2026, 4, 24),
         "credited_how": "Named first on the write-up"},
        {"person_id": whom(journal, "Okafor"), "part": "witness"},
        {"person_id": whom(journal, LONG_NAME), "part": "witness"},
    ])


def page(place: int = 0, *, long: bool = False, words: str = "") -> Callable[[MainWindow], None]:
    """The page with the accomplishment at `place` chosen, or with the long one."""

    def show(window: MainWindow) -> None:
        window.messages.clear()
        if long:
            long_one(window.journal)
        pane = window.show_pane("accomplishments")
        pane.filters.words.look_for(words)
        if pane.list.rowCount() > place:
            pane.show_accomplishment(pane.list.record_at(place).id)
        window.messages.clear()

    return show


def empty(window: MainWindow) -> None:
    """The page of a journal without any."""
    begin(window)
    page()(window)


def form(*, long: bool = False, below: bool = False) -> Callable[[MainWindow], None]:
    """The form of the newest, or of the long one; with `below` scrolled to its end."""

    def down() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            bar = dialog._scroll.verticalScrollBar()
            bar.setValue(bar.maximum())

    def show(window: MainWindow) -> None:
        key = long_one(window.journal) if long else (
            accomplishments.every(window.journal)[0].accomplishment.id)
        if below:
            QTimer.singleShot(300, down)
        window.thanks.edit_accomplishment(key)

    return show


SHOTS = (
    ("accomplishments", page()),
    ("accomplishments-owed", page(1)),
    ("accomplishments-long", page(long=True)),
    ("accomplishments-none-found", page(words="zebra")),
    ("dialog-accomplishment-long", form(long=True)),
    ("dialog-accomplishment-below", form(long=True, below=True)),
)
EMPTY_SHOTS = (("empty-accomplishments", empty),)
