"""The letters page for the pictures: full, empty, at each end, and its forms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from mentorjournal.journal import letters, people
from mentorjournal.ui.main_window import MainWindow

LONG_NAME = "Prof. Dr. Maximiliane-Theodora von Hohenberg-Lichtenfels, FRCP"
LONG_TARGET = "Northern Thoracic Assembly Early Investigator Award for work on delirium at night"


def _open(window: MainWindow, target: str, scroll: float = 0.0) -> int:
    pane = window.show_pane("letters")
    found = next(one for one in letters.every(window.journal) if target in one.target)
    pane.show_letter(found.id)
    QTimer.singleShot(50, pane, lambda: pane.page.area.verticalScrollBar().setValue(
        int(scroll * pane.page.area.verticalScrollBar().maximum())))
    return found.id


def page(target: str, scroll: float = 0.0) -> Callable[[MainWindow], object]:
    """The page with the letter for an opportunity."""
    return lambda window: _open(window, target, scroll)


def _person(window: MainWindow, family: str) -> int:
    return next(one.person.id for one in people.everybody(window.journal, date(2026, 5, 15))
                if family in one.person.name)


def declined(window: MainWindow) -> None:
    """A letter that was declined."""
    pane = window.show_pane("letters")
    pane.show_letter(next(
        one.id for one in letters.every(window.journal) if one.declined_on is not None))


def overdue(window: MainWindow) -> None:
    """One that is due since Monday, with a long name and a long opportunity."""
    long = people.add(window.journal, {"name": LONG_NAME})
    which = letters.add(window.journal, {
        "writer_id": long, "target": LONG_TARGET, "kind": "award", "deadline": date(2026, 5, 11),
        "asked_on": date(2026, 4, 1), "agreed_on": date(2026, 4, 2),
        "brief_sent_on": date(2026, 4, 10)})
    window.show_pane("letters").show_letter(which)


def considering(window: MainWindow) -> None:
    """A promotion that nobody was asked for yet, by a mentor in the same department."""
    which = letters.add(window.journal, {
        "writer_id": _person(window, "Vale"), "target": "Promotion to associate professor",
        "kind": "promotion", "deadline": date(2026, 6, 8)})
    window.show_pane("letters").show_letter(which)


def request(kind: str = "", target: str = "", family: str = "") -> Callable[[MainWindow], object]:
    """The form for a new request."""

    def show(window: MainWindow) -> None:
        pane = window.show_pane("letters")
        answers = next(one for one in window._answers if hasattr(one, "answer_paper"))
        values: dict[str, object] = {"kind": kind, "target": target}
        if family:
            values["writer_id"] = _person(window, family)
            values["deadline"] = date(2026, 6, 8)
        pane.hand_in()
        answers.add(values)

    return show


def wish(target: str, what: str) -> Callable[[MainWindow], object]:
    """A wish about a letter, such as "ask"."""

    def show(window: MainWindow) -> None:
        window.show_pane("letters").wished.emit(what, _open(window, target))

    return show


def ask(window: MainWindow) -> None:
    """The dialog that asks for a letter."""
    considering(window)
    pane = window.show_pane("letters")
    pane.wished.emit("ask", pane.current_letter_id())


def remind(window: MainWindow) -> None:
    """The dialog that reminds of one."""
    overdue(window)
    pane = window.show_pane("letters")
    pane.wished.emit("remind", pane.current_letter_id())


def paper(window: MainWindow) -> None:
    """A waived letter is not taken in."""

    def refuse() -> None:
        form = QApplication.activeModalWidget()
        if isinstance(form, QWidget):
            form.kind.set_current("letter")  # type: ignore[attr-defined]
            form.validate()  # type: ignore[attr-defined]

    QTimer.singleShot(80, refuse)
    pane = window.show_pane("letters")
    pane.paper_wished.emit("paper_add", _open(window, "K12"), 0)


def empty(window: MainWindow) -> None:
    """The page before anybody was asked."""
    window.messages.clear()
    window.show_pane("letters")


SHOTS: tuple[tuple[str, Callable[[MainWindow], object]], ...] = (
    ("letters-full", page("K12")),
    ("letters-full-below", page("K12", 1.0)),
    ("letters-closed", page("Early Investigator")),
    ("letters-untold", page("Cedar")),
    ("letters-declined", declined),
    ("letters-overdue", overdue),
    ("letters-considering", considering),
    ("dialog-letter-new", request()),
    ("dialog-letter-residency", request("residency", "Lakeside residency", "Vale")),
    ("dialog-letter-career", request("career_award", "K23", "Okafor")),
    ("dialog-letter-ask", ask),
    ("dialog-letter-remind", remind),
    ("dialog-letter-result", wish("K12", "result")),
    ("dialog-letter-tell", wish("Cedar", "tell")),
    ("dialog-letter-paper", paper),
)
