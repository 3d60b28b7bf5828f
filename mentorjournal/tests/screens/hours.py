"""Pictures of hours: the page over, full, empty and without a capacity, its forms, the column."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout

from mentorjournal import clock
from mentorjournal.journal import commitments, me
from mentorjournal.journal.sample import LAST_DAY
from mentorjournal.tests.screens.safety import begin
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.hours_column import HoursColumn

LONG = ("A very long title of a commitment that goes on and on, with everything that was said "
        "about it at the meeting of the whole department in the spring")


def called(window: MainWindow, title: str) -> int:
    """The id of the commitment whose title has these words."""
    return next(one.id for one in commitments.every(window.journal) if title in one.title)


def page(window: MainWindow) -> None:
    """The sample: over its hours, with a request that waits."""
    window.messages.clear()
    window.show_pane("hours")


def month(window: MainWindow) -> None:
    """Another month chosen, and the past folded out."""
    page(window)
    window.panes["hours"].months.choose(5)
    window.panes["hours"].over.set_open(True)


def months(window: MainWindow) -> None:
    """Scrolled down to the months."""
    page(window)
    pane = window.panes["hours"]
    pane.months.choose(5)
    QApplication.processEvents()
    pane.scroll.verticalScrollBar().setValue(pane.scroll.verticalScrollBar().maximum())


def in_place(window: MainWindow) -> None:
    """A row that is written in."""
    page(window)
    window.panes["hours"].running.rows()[1].begin()


def fine(window: MainWindow) -> None:
    """Room left, and many commitments."""
    commitments.set_capacity(window.journal, 20.0, LAST_DAY - timedelta(60), LAST_DAY)
    for n in range(3):
        commitments.add(window.journal, {
            "title": f"Working group {n + 1}", "hours_per_week": 0.5, "decision": "accepted",
            "since": date(2026, 4, 1)})
    page(window)


def long_one(window: MainWindow) -> None:
    """Long titles everywhere, and a request of somebody with hours that nobody said."""
    for values in (
        {"decision": "accepted", "since": date(2026, 1, 1), "hours_per_week": 3.5},
        {"decision": "pending", "asked_by": LONG[:90], "asked_on": LAST_DAY},
        {"decision": "yes_later", "since": LAST_DAY + timedelta(60), "hours_per_week": 2.0},
        {"decision": "passed_to", "passed_to": LONG[:80], "decided_on": LAST_DAY},
    ):
        commitments.add(window.journal, {"title": LONG, **values})
    page(window)


def empty(window: MainWindow) -> None:
    """A journal without any."""
    begin(window)
    page(window)


def unset(window: MainWindow) -> None:
    """Commitments, and nobody said how many hours there are."""
    begin(window)
    commitments.add(window.journal, {
        "title": "Journal club", "hours_per_week": 1.5, "decision": "accepted",
        "since": LAST_DAY - timedelta(90)})
    page(window)


def first(window: MainWindow) -> None:
    """Hours to give, and nothing that takes them."""
    begin(window)
    me.edit(window.journal, {"capacity_hours_per_week": 8.0}, as_of=clock.today())
    page(window)


def weigh(decision: str = "", *, below: bool = False) -> Callable[[MainWindow], None]:
    """The form of the request that waits, with an answer to begin with."""

    def down() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            bar = dialog._scroll.verticalScrollBar()
            bar.setValue(bar.maximum())

    def show(window: MainWindow) -> None:
        page(window)
        if below:
            QTimer.singleShot(300, down)
        window.panes["hours"].wished.emit(decision or "decide", called(window, "elective"))

    return show


def wish(kind: str, title: str = "") -> Callable[[MainWindow], None]:
    """A form that the page opens."""

    def show(window: MainWindow) -> None:
        page(window)
        window.panes["hours"].wished.emit(kind, called(window, title) if title else 0)

    return show


def changed(kind: str) -> Callable[[MainWindow], None]:
    """A form with what was noted before."""

    def show(window: MainWindow) -> None:
        club = called(window, "Journal club")
        for hours, days in ((1.5, 90), (0.5, 20)):
            commitments.change_hours(window.journal, club, hours, LAST_DAY - timedelta(days))
            commitments.set_capacity(
                window.journal, 12 + hours, LAST_DAY - timedelta(days), LAST_DAY)
        wish(kind, "Journal club")(window)

    return show


def column(window: MainWindow) -> None:
    """The column that stands beside the goals."""
    page(window)
    dialog = QDialog(window)
    dialog.setObjectName("page")
    QVBoxLayout(dialog).addWidget(HoursColumn(window.journal))
    dialog.layout().setContentsMargins(0, 0, 0, 0)
    dialog.resize(344, 860)
    dialog.exec()


SHOTS = (
    ("hours", page), ("hours-month", month), ("hours-months", months),
    ("hours-in-place", in_place), ("hours-room", fine), ("hours-long", long_one),
    ("hours-column", column),
    ("dialog-weigh", weigh()), ("dialog-weigh-new", wish("request")),
    *((f"dialog-weigh-{key}", weigh(key, below=True)) for key in (
        "pending", "accepted", "yes_later", "smaller_yes", "declined", "passed_to")),
    ("dialog-commitment", wish("edit", "Journal club")),
    ("dialog-hours-from", wish("hours", "Journal club")),
    ("dialog-hours-over", wish("over", "Journal club")),
    ("dialog-hours-capacity", wish("capacity")),
    ("dialog-commitment-changed", changed("edit")), ("dialog-hours-capacity-changed",
                                                     changed("capacity")),
)
EMPTY_SHOTS = (
    ("empty-hours", empty), ("empty-hours-unset", unset), ("empty-hours-first", first),
)
