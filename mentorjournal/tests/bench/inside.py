"""Times inside one process: panes, edits, the map, the agenda on paper. Prints a JSON line."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from mentorjournal import app, clock
from mentorjournal.journal import agenda, meetings, people
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests.bench import twenty_years
from mentorjournal.ui.main_window import MainWindow

ROUNDS = 7
# Names, words that are in every second text, both together, deeds, and what is not there.
SOUGHT = (
    "okafor", "soren angstrom", "nguyen", "cohort follow", "family meeting rehearsal",
    "ramanathan contract", "statistics panel", "priya budget", "enrolment", "zebra",
    "leila haddad 14", "protocol ethics ward", "thank okafor", "ward rounds tanaka",
    "log a contact", "dark theme", "mei", "jonas", "reviewer draft", "helen weber",
)

SHORT = ("pr", "co", "me", "st", "ma", "re")  # with which the most begins


def took(deed: Callable[[], object]) -> float:
    """Seconds for `deed`, the painting that follows, and what was put off until after it."""
    began = time.perf_counter()
    deed()
    QApplication.processEvents()
    QApplication.processEvents()
    return time.perf_counter() - began


def median(deed: Callable[[int], object]) -> float:
    """The median of several rounds, the first left out."""
    return statistics.median([took(lambda n=n: deed(n)) for n in range(ROUNDS + 1)][1:])


def main(folder: Path) -> None:
    """Measure on the journals in `folder`."""
    clock.set_as_of(twenty_years.LAST_DAY)
    settings = Settings(folder / "settings.json")
    application = app.make_application(settings)
    window = MainWindow(settings)
    window.open_after_first_picture(folder / "twenty.mentorjournal", folder)
    window.resize(1440, 900)
    window.show()
    while not window.panes:
        application.processEvents()
    found = {
        "map, 200 people, first": took(lambda: window.show_pane("network")),
        "meetings, 5,000, first": took(lambda: window.show_pane("meetings")),
    }
    found |= _today(window)
    places = ("network", "meetings")
    found["switch panes"] = median(lambda n: window.show_pane(places[n % 2]))
    found |= _edits(window) | _papers(window) | _brief(window)
    found |= _timeline(window) | _feedback(window) | _search(window)
    for size in (80, 300):
        path = folder / f"people-{size}.mentorjournal"
        window.opening.open(path)
        application.processEvents()
        found[f"open the map, {size} people"] = took(lambda: window.show_pane("network"))
    window.close()
    print(json.dumps(found), flush=True)


def _edits(window: MainWindow) -> dict[str, float]:
    journal = window.journal
    assert journal is not None
    window.show_pane("meetings")
    first = meetings.coming(journal)[0].meeting.id
    item = agenda.items(journal, first)[0].id
    window.panes["meetings"].show_meeting(first)
    QApplication.processEvents()
    edit = median(lambda n: agenda.edit_item(journal, item, {"title": f"Another title {n}"}))
    window.show_pane("network")
    person = median(lambda n: people.edit(journal, 1, {"my_ask": f"Another ask {n}"}))
    return {"an agenda edit shown": edit, "a person's edit shown on the map": person}


def _papers(window: MainWindow) -> dict[str, float]:
    from mentorjournal.exchange import agenda_files

    journal = window.journal
    assert journal is not None
    first = meetings.coming(journal)[0].meeting

    def write(_: int = 0) -> bytes:
        return agenda_files.make(journal, first.id, twenty_years.LAST_DAY, ".pdf")

    found = {"agenda, first in the window": took(write), "agenda warm, Latin": median(write)}
    people.edit(journal, first.person_id, {"name": "张伟 教授"})
    write()
    return found | {"agenda warm, Chinese": median(write)}


def _today(window: MainWindow) -> dict[str, float]:
    """The first page by itself, and what an edit takes while it is in front."""
    from mentorjournal.ui.panes.today import TodayPane

    journal = window.journal
    assert journal is not None

    def open_it(_: int) -> None:
        made = TodayPane(journal, window.settings)
        made.resize(1232, 860)
        made.show()
        QApplication.processEvents()
        made.rest()
        made.hide()
        made.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    window.show_pane("meetings")
    found = {"today, read and shown": median(open_it)}
    window.show_pane("today")
    found["a person's edit shown on today"] = median(
        lambda n: people.edit(journal, 1, {"my_ask": f"One more ask {n}"}))
    return found


def _feedback(window: MainWindow) -> dict[str, float]:
    """The log of 5,000 entries: filtered letter by letter, and scrolled page by page."""
    found = {"feedback, 5,000, first": took(lambda: window.show_pane("feedback"))}
    pane: Any = window.panes["feedback"]
    typed = ("c", "co", "coh", "coho", "cohort", "cohort w", "cohort wa", "cohort war")
    found["5,000 feedback entries: filter as you type"] = median(
        lambda n: pane.filters.words.look_for(typed[n]))
    pane.filters.let_all_through()
    bar = pane.table.verticalScrollBar()
    found["5,000 feedback entries: a page of scrolling"] = median(
        lambda n: bar.setValue((n + 1) * bar.pageStep()))
    found["5,000 feedback entries: by theme"] = median(
        lambda n: _order(pane, ("newest", "theme")[n % 2]))
    return found


def _search(window: MainWindow) -> dict[str, float]:
    """The palette: opened, and every letter of many queries found, and found and painted."""
    found = {"search, opened first": took(window.search.toggle)}
    palette: Any = window.search.palette
    typed = [words[:n] for words in SOUGHT for n in range(2, len(words) + 1)]
    asked, painted = [], []
    for letters in (*SHORT, *typed):
        began = time.perf_counter()
        palette._asking.listing(letters)
        asked.append(time.perf_counter() - began)
        painted.append(took(lambda letters=letters: palette.line.setText(letters)))
    window.search.toggle()
    found["search: a letter typed, found, 95 of 100"] = sorted(asked)[len(asked) * 95 // 100]
    found["search: a letter typed, found, the median"] = statistics.median(asked)
    found["search: a letter typed, painted, 95 of 100"] = (
        sorted(painted)[len(painted) * 95 // 100])
    found["search: a letter typed, painted, the median"] = statistics.median(painted)
    return found


def _order(pane: Any, key: str) -> None:
    pane.filters.order.set_current(key)
    pane.filters.order.chosen.emit(key)


def _brief(window: MainWindow) -> dict[str, float]:
    assert window.journal is not None
    return brief_times(window.journal)


def brief_times(journal: Journal) -> dict[str, float]:
    """A brief that fills three pages, with four pieces of evidence for each of three qualities."""
    from mentorjournal.documents.pdf import page_count
    from mentorjournal.exchange import brief_files
    from mentorjournal.journal import letter_evidence, letters

    words = "I led the audit on two units and told both what came of it. "
    which = letters.add(journal, {
        "writer_id": 1, "target": "A career award", "deadline": twenty_years.LAST_DAY,
        "why": words * 8, "how_known": words * 10, "evidence_unknown": words * 20,
        "criteria": "Rigour\nInitiative\nTeaching", "others_writing": words * 5,
    })
    for name in ("Rigour", "Initiative", "Teaching"):
        quality = letter_evidence.add_quality(journal, which, name)
        letter_evidence.add_evidence(journal, quality, [
            {"situation": words * 2, "behaviour": words, "impact": words, "seen_by_id": person,
             "date": twenty_years.LAST_DAY} for person in range(1, 5)])
    assert page_count(brief_files.document(journal, which, twenty_years.LAST_DAY)) == 3

    def write(_: int) -> bytes:
        return brief_files.make(journal, which, twenty_years.LAST_DAY, ".pdf")

    return {"a brief of 3 pages with 12 pieces of evidence, warm": median(write)}


def _timeline(window: MainWindow) -> dict[str, float]:
    """The view by itself: lanes read and painted for the first time, then frame by frame."""
    from mentorjournal.journal import timeline
    from mentorjournal.ui.timeline.layout import YEAR
    from mentorjournal.ui.timeline.view import TimelineView

    view = TimelineView(twenty_years.LAST_DAY)
    view.resize(1232, 740)

    def open_it(_: int) -> None:
        view.hide()
        view.show_lanes(timeline.lanes(window.journal, twenty_years.LAST_DAY, 91))
        view.show()

    found = {"timeline, opened": median(open_it)}
    for words, scale in (("a year", YEAR), ("all", 0.0)):
        view.zooming.to(scale, 500, smooth=False)
        found[f"timeline, a step aside, {words}"] = median(lambda n: view.pan(-37))
    found["timeline, a step of zoom"] = median(lambda n: view.zooming.by(1.06, 500, smooth=False))
    view.deleteLater()
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
