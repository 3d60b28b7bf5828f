"""The timeline photographed: its scales, the list, filters, what is chosen, and empty ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QApplication

from mentorjournal import clock
from mentorjournal.journal import entries, people, timeline
from mentorjournal.mentoring.timeline import Mark
from mentorjournal.tests.screens import safety, settle
from mentorjournal.ui import theme
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.timeline import TimelinePane
from mentorjournal.ui.panes.timeline_filters import TimelineFilter
from mentorjournal.ui.panes.timeline_header import SCALES

Show = Callable[[MainWindow], object]


def _pane(window: MainWindow) -> TimelinePane:
    """The page as it is at first."""
    window.messages.clear()
    pane = window.show_pane("timeline")
    pane.set_filter(TimelineFilter())
    pane.set_mode("chart")
    _zoom(pane, "year")
    pane.choose(None)
    pane.focus_first()
    return pane


def _zoom(pane: TimelinePane, scale: str) -> None:
    pane.view.zooming.to(SCALES[scale], pane.view.sight.width / 2, smooth=False)
    pane.view.show_today()


def at(scale: str) -> Show:
    """A scale, today in sight."""

    def show(window: MainWindow) -> None:
        pane = _pane(window)
        _zoom(pane, scale)

    return show


def _first(pane: TimelinePane, part: str, last: bool = True) -> Mark:
    found = [mark for lane in pane.facts.lanes[3:] for mark in lane.marks if mark.part == part]
    return found[-1 if last else 0]


def chosen(part: str, mode: str = "chart") -> Show:
    """A mark of some part chosen."""

    def show(window: MainWindow) -> None:
        pane = _pane(window)
        pane.set_mode(mode)
        mark = _first(pane, part, last=part != "held")
        if part == "held":  # one with promises and feedback
            mark = next(one for one in pane.facts.lanes[3].marks if one.row == 48 and
                        one.table == "meeting")
        pane.choose(mark.key)

    return show


def listed(window: MainWindow) -> None:
    """The list, its first row chosen."""
    pane = _pane(window)
    pane.set_mode("list")
    pane.choose(pane.rows.record_at(2).key)


def filtered(window: MainWindow) -> None:
    """A few people and kinds."""
    ids = [lane.person_id for lane in _pane(window).facts.lanes]
    window.panes["timeline"].set_filter(TimelineFilter(
        frozenset(ids[1:4]), frozenset({"feedback", "meeting"}), standings=frozenset({"mentor"})))


def panel(window: MainWindow) -> None:
    """The panel of the filter, open."""
    pane = _pane(window)
    pane.set_filter(TimelineFilter(
        frozenset({pane.facts.lanes[2].person_id}), frozenset({"feedback"})))
    pane.header.filter.click()


def nothing_left(window: MainWindow) -> None:
    """A filter that lets nothing through, in the list."""
    pane = _pane(window)
    pane.set_filter(TimelineFilter(frozenset({9}), frozenset({"letter"})))
    pane.set_mode("list")


def larger(show: Show) -> Show:
    """The same with larger text."""

    def shown(window: MainWindow) -> None:
        theme.apply(QApplication.instance(), theme.current().mode, 1.4)
        settle()
        show(window)

    return shown


def empty(window: MainWindow) -> None:
    """No people yet."""
    safety.begin(window)
    window.show_pane("timeline")


def one_contact(window: MainWindow) -> None:
    """One person with one contact."""
    safety.begin(window)
    who = people.add(window.journal, {"name": "Dr. Rosalind Okafor", "roles": ("coach",)})
    entries.add(window.journal, "contacts", {
        "person_id": who, "date": clock.today() - timedelta(4), "kind": "question",
        "channel": "email", "answered": True, "line": "Asked whether she would read the aims page"})
    pane = window.show_pane("timeline")
    pane.choose(timeline.lanes(window.journal, clock.today(), 91)[0].marks[0].key)


def crowded(window: MainWindow) -> None:
    """One lane with four hundred marks."""
    safety.begin(window)
    who = people.add(window.journal, {"name": "Prof. Busy", "roles": ("coach",)})
    with window.journal.change("Fill") as connection:
        for n in range(400):
            entries.insert_row(connection, entries.table_of("contacts"), {
                "person_id": who, "date": clock.today() - timedelta(n), "answered": True,
                "line": f"Message {n}"})
    pane = window.show_pane("timeline")
    pane.show_person(who)
    pane.view.setFocus()
    pane.choose(timeline.lanes(window.journal, clock.today(), 91, [who])[0].marks[-30].key)


SHOTS = (
    ("timeline-year", at("year")), ("timeline-quarter", at("quarter")),
    ("timeline-month", at("month")), ("timeline-meeting", chosen("held")),
    ("timeline-feedback", chosen("given")),
    ("timeline-told", chosen("told")), ("timeline-contact", chosen("answered")),
    ("timeline-letter", chosen("submitted")), ("timeline-milestone", chosen("achieved")),
    ("timeline-list", listed), ("timeline-filtered", filtered), ("timeline-panel", panel),
    ("timeline-nothing", nothing_left), ("timeline-larger", larger(chosen("held"))),
)
EMPTY_SHOTS = (
    ("timeline-empty", empty), ("timeline-one-contact", one_contact),
    ("timeline-crowded", crowded),
)
