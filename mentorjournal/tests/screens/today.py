"""Pictures of Today: the sample, more of it, a calm day, an empty journal, twenty years."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from mentorjournal import clock
from mentorjournal.journal import dismissals, meetings, people, promises
from mentorjournal.tests.bench import twenty_years
from mentorjournal.tests.screens import settle
from mentorjournal.tests.screens.safety import begin
from mentorjournal.ui import theme
from mentorjournal.ui.main_window import MainWindow

LONG = (
    "Rewrite the part on missing forms so that somebody who has never met the cohort can follow "
    "it, with a table, and with the three sentences that the ethics board asked for in winter"
)


def page(
    *, scroll: float = 0.0, more: bool = False, scale: float = 1.0, week: int = 0
) -> Callable[[MainWindow], None]:
    """The page of the sample."""

    def show(window: MainWindow) -> None:
        window.messages.clear()
        if scale != 1:
            theme.apply(QApplication.instance(), theme.current().mode, scale)
            settle()
        pane = window.show_pane("today")
        if more != pane.sections["follow"]._whole:
            pane.sections["follow"].more.click()
        if week:
            pane.week.week_wanted.emit(week)
        QApplication.processEvents()
        bar = pane.area.verticalScrollBar()
        bar.setValue(round(bar.maximum() * scroll))

    return show


def put_aside(window: MainWindow) -> None:
    """Three rows put aside, and what they are."""
    pane = window.show_pane("today")
    for days, one in zip((1, 7, 0), pane.today.rows[1:4], strict=True):
        until = clock.today() + timedelta(days) if days else None
        dismissals.put_aside(window.journal, one.key, until)
    pane.aside.button.click()
    page(scroll=1.0)(window)


def menu(window: MainWindow) -> None:
    """The menu of a row."""
    page()(window)
    made = window.show_pane("today").rows()[1]
    made.setFocus()
    made.menu_wanted.emit(made.row, made.mapToGlobal(made.rect().center()))


def long_texts(window: MainWindow) -> None:
    """Promises and names that are long."""
    journal = window.journal
    whom = people.add(journal, {
        "name": "Prof. Dr. Maria-Magdalena Wilhelmina von Hohenstein-Oldenburg",
        "start": clock.today() - timedelta(400), "cadence_days": 30})
    for days in (-20, 0, 3):
        promises.add(journal, {"text": LONG, "person_id": whom,
                               "due": clock.today() + timedelta(days)})
    page()(window)


def calm(window: MainWindow) -> None:
    """Somebody is there, and nothing needs me."""
    begin(window)
    if not people.everybody(window.journal, clock.today()):
        whom = people.add(window.journal, {"name": "Dr. Amara Okafor", "start": clock.today()})
        start = clock.now().replace(tzinfo=None) + timedelta(20)
        meetings.add(window.journal, {
            "person_id": whom, "starts_at": start, "planned_minutes": 30})
    page()(window)


def empty(window: MainWindow) -> None:
    """A journal without anybody."""
    begin(window)
    page()(window)


def twenty(window: MainWindow) -> None:
    """Twenty years."""
    path = Path(window.opening.scratch) / "twenty.mentorjournal"
    if not path.exists():
        twenty_years.write(path)
    window.opening.open(path)
    page()(window)


SHOTS = (
    ("today", page()),
    ("today-below", page(scroll=1.0)),
    ("today-more", page(more=True)),
    ("today-next-week", page(week=1)),
    ("today-menu", menu),
    ("today-larger", page(scale=1.5)),
    ("today-larger-below", page(scale=1.5, scroll=0.5)),
)
LAST_SHOTS = (("today-aside", put_aside), ("today-long", long_texts))
EMPTY_SHOTS = (("empty-today", empty), ("today-calm", calm), ("today-twenty", twenty))
