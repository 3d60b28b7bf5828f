"""Pictures of every page of the window and of every document, for eyes: `make screens`.

The real window is opened on the sample journal, in both themes and two sizes, and each page is
photographed off the screen. They go to build/screens/.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mentorjournal import app, clock
from mentorjournal.journal import meetings, people, sample
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.ui import theme
from mentorjournal.ui.main_window import MainWindow

SIZES = ((1440, 900), (1100, 700))
THEMES = ("light", "dark")
OUT = Path("build/screens")
PATIENCE = 20_000  # ms for a page to be ready
SETTLING = 1500  # ms until every short timer of a page, such as the preview's, has ended

Shot = tuple[str, Callable[[MainWindow], object]]


def main() -> int:
    """Take all pictures, or those whose name contains an argument; 0 when all were taken."""
    wanted = sys.argv[1:]
    OUT.mkdir(parents=True, exist_ok=True)
    clock.set_as_of(sample.LAST_DAY)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.json")
        application = app.make_application(settings)
        _documents(Path(folder))
        for mode in THEMES:
            theme.apply(application, mode)
            _window_shots(Path(folder), mode, wanted)
    print(f"{len(list(OUT.glob('*.png')))} pictures in {OUT}")
    return 0


def _window_shots(folder: Path, mode: str, wanted: list[str]) -> None:
    for width, height in SIZES:
        for kind, journal in (("sample", "sample"), ("empty", None)):
            home = Path(tempfile.mkdtemp(dir=folder))
            window = MainWindow(Settings(home / "settings.json"))
            window.open_after_first_picture(journal, home)
            window.resize(width, height)
            window.show()
            QTest.qWaitForWindowExposed(window)
            wait_for(partial(_has_pane, window))
            for name, show in SAMPLE_SHOTS if kind == "sample" else EMPTY_SHOTS:
                full = f"{name}-{mode}-{width}"
                if not wanted or any(word in full for word in wanted):
                    shoot(window, show, OUT / f"{full}.png")
            window.close()
            window.deleteLater()
            settle()


def _has_pane(window: MainWindow) -> bool:
    return bool(window.panes)


def shoot(window: MainWindow, show: Callable[[MainWindow], object], path: Path) -> None:
    """Bring a page or a dialog up, let it settle, and photograph it; a dialog is closed again.

    A dialog waits inside `show`, so the picture is taken from a timer.
    """
    taken: list[bool] = []

    def take() -> None:
        dialog = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        shown = dialog or window
        picture = shown.screen().grabWindow(shown.winId())
        taken.append(picture.save(str(path)))
        if dialog is not None:
            dialog.close()

    QTimer.singleShot(SETTLING, take)
    show(window)
    wait_for(lambda: bool(taken))
    if not taken[0]:
        raise OSError(f"{path} could not be written")
    print(path.name, flush=True)
    settle()


def settle(milliseconds: int = 60) -> None:
    """Let the window paint and its short timers end."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(ready: Callable[[], bool]) -> None:
    """Wait until `ready()`; an error when it takes too long."""
    timer = QElapsedTimer()
    timer.start()
    while not ready():
        if timer.hasExpired(PATIENCE):
            raise TimeoutError("a page did not come")
        settle(20)


def _documents(folder: Path) -> None:
    """Each page of each document of the sample, as it is printed."""
    import pypdfium2

    from mentorjournal.exchange import agenda_files

    path = folder / "documents.mentorjournal"
    sample.write(path, sample.LAST_DAY)
    journal = Journal(path)
    coming = meetings.coming(journal)
    for paper in ("A4", "Letter"):
        data = agenda_files.make(journal, coming[0].meeting.id, sample.LAST_DAY, ".pdf", paper)
        pdf = pypdfium2.PdfDocument(data)
        for number in range(len(pdf)):
            picture = pdf[number].render(scale=1.5).to_pil()
            picture.save(OUT / f"paper-agenda-{paper}-{number + 1}.png")
        pdf.close()
    journal.close()


def _network(mode: str, person: int | None = None) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        window.messages.clear()
        pane = window.show_pane("network")
        pane.set_mode(mode)
        if person is None:
            pane.show_overview()
        else:
            pane.show_person(person)

    return show


def _meeting(
    number: int, past: bool = False, side: str = "carry-in"
) -> Callable[[MainWindow], None]:
    """The meeting in place `number` of the coming or the past ones."""

    def show(window: MainWindow) -> None:
        found = meetings.past(window.journal) if past else meetings.coming(window.journal)
        pane = window.show_pane("meetings")
        pane.show_meeting(found[number].meeting.id)
        pane.footer.preview_toggled.emit(side == "preview")

    return show


def _menu(key: str) -> Callable[[MainWindow], None]:
    return lambda window: window.actions_table.by_key[key].trigger()


def _wish(pane: str, signal: str, *values: object) -> Callable[[MainWindow], None]:
    return lambda window: getattr(window.show_pane(pane), signal).emit(*values)


def _merge(window: MainWindow) -> None:
    """Both copies write on, in the same words and in others; then the window merges them."""
    path = _other_copy(window)
    with window.journal.change("Write on"):
        okafor = meetings.past(window.journal)[1].meeting.id
        meetings.edit(window.journal, okafor, {"notes": "Aim two stays, with half the patients."})
        people.edit(window.journal, 1, {"my_ask": "An hour a month on the fellowship"})
    window._merging.merge(path)


def _passphrase(window: MainWindow) -> None:
    path = _other_copy(window)
    other = Journal(path)
    other.set_passphrase("another one")
    other.close()
    window._merging.merge(path)


def _other_copy(window: MainWindow) -> Path:
    """A conflicted copy of the sample in which somebody went on writing."""
    number = len(list(window.opening.scratch.glob("*conflicted*")))
    name = window.journal.path.stem
    path = window.journal.path.with_name(
        f"{name} (conflicted copy 2026-05-1{number} 101112).mentorjournal")
    shutil.copyfile(window.journal.path, path)
    other = Journal(path)
    past = [each.meeting for each in meetings.past(other)]
    meetings.edit(other, past[1].id, {"notes": (
        "Aim two is too wide for one year. Cut it to the follow-up at six weeks, and say in the "
        "budget what the other visits would cost.\n\n"
        + "She offered to read the page again on Friday. " * 12)})
    people.edit(other, 1, {"my_ask": "Two hours, once, on the aims page", "roles": ["coach"]})
    people.add(other, {"name": "Dr. Ines Carvalho", "roles": ["connector"]})
    meetings.edit(other, past[4].id, {"headline": "Ward rounds, again"})
    meetings.remove(other, past[6].id)
    other.close()
    return path


def _say_copy(window: MainWindow) -> None:
    window.show_pane("network")
    window.messages.clear()
    window.opening.is_scratch = lambda _path: False
    _other_copy(window)
    window._merging._look_around()


def _say_synced(window: MainWindow) -> None:
    window.opening.is_scratch = lambda _path: False
    home = window.opening.scratch / "Dropbox"
    window.opening.create(home / "Mine.mentorjournal", "Dr. Amara Lindqvist")
    window.show_pane("network")


def _begin(window: MainWindow) -> None:
    if window.journal is None:
        window.opening.create(window.opening.scratch / "Mine.mentorjournal", "Dr. Amara Lindqvist")
    window.show_pane("network")


SAMPLE_SHOTS: tuple[Shot, ...] = (
    ("network-map", _network("map")),
    ("network-person", _network("map", 1)),
    ("network-candidate", _network("map", 9)),
    ("network-list", _network("list")),
    ("meeting-prep", _meeting(0)),
    ("meeting-prep-preview", _meeting(0, side="preview")),
    ("meeting-prep-unready", _meeting(1)),
    ("meeting-past", _meeting(1, past=True)),
    ("dialog-person", _wish("network", "person_edit_wanted", 1)),
    ("dialog-names", _menu("add_names")),
    ("dialog-join", _wish("network", "people_merge_wanted", 1)),
    ("dialog-about-me", _menu("about_me")),
    ("dialog-meeting", _menu("new_meeting")),
    ("dialog-postpone", _wish("meetings", "meeting_postpone_wanted", 51)),
    ("dialog-cancel", _wish("meetings", "meeting_cancel_wanted", 51)),
    ("dialog-about", _menu("about")),
    ("merge-copy-beside", _say_copy),
    ("dialog-merge-copy", _merge),
    ("dialog-merge-passphrase", _passphrase),
)
EMPTY_SHOTS: tuple[Shot, ...] = (
    ("first-run", lambda window: None),
    ("empty-network", _begin),
    ("empty-meetings", _menu("show_meetings")),
    ("merge-synced-folder", _say_synced),
)

if __name__ == "__main__":
    sys.exit(main())
