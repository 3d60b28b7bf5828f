"""Pictures of what two people expect of each other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mentorjournal import clock
from mentorjournal.exchange import compact_files
from mentorjournal.journal import expectations, people
from mentorjournal.journal.journal import Journal
from mentorjournal.tests.screens import settle

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.person_expectations import ExpectationsTab


def whom(journal: Journal, name: str) -> int:
    """The id of the person of that name."""
    everybody = people.everybody(journal, clock.today())
    return next(one.person.id for one in everybody if name in one.person.name)


def tab(window: MainWindow, name: str) -> ExpectationsTab:
    """The tab with somebody's compact in front, and no topic open."""
    window.messages.clear()
    window.open_person(whom(window.journal, name), "expectations")
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


def papers(journal: Journal, folder: Path) -> None:
    """The pages of a compact with a difference, and of one that was just begun."""
    import pypdfium2

    okafor, new = whom(journal, "Okafor"), whom(journal, "Castellanos")
    expectations.begin(journal, new)
    for name, person, paper in (
        ("differs", okafor, "A4"), ("differs", okafor, "Letter"), ("begun", new, "A4"),
    ):
        data = compact_files.make(journal, person, clock.today(), ".pdf", paper)
        pdf = pypdfium2.PdfDocument(data)
        for number in range(len(pdf)):
            picture = pdf[number].render(scale=1.5).to_pil()
            picture.save(folder / f"paper-compact-{name}-{paper}-{number + 1}.png")
        pdf.close()
