"""Takes the pictures: the real window on the sample journal, in both themes and two sizes.

Each page is photographed off the screen. They go to build/screens/.
"""


from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from mentorjournal import app, clock
from mentorjournal.journal import meetings, sample
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests.screens import SETTLING, closing, compact, feedback_ask, settle
from mentorjournal.tests.screens.pages import EMPTY_SHOTS, SAMPLE_SHOTS
from mentorjournal.ui import theme
from mentorjournal.ui.main_window import MainWindow

SIZES = ((1440, 900), (1100, 700))
THEMES = ("light", "dark")
OUT = Path("build/screens")
PATIENCE = 20_000  # ms for a page to be ready


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
    for size in SIZES:
        for shots, journal in ((SAMPLE_SHOTS, "sample"), (EMPTY_SHOTS, None)):
            named = [(f"{name}-{mode}-{size[0]}", show) for name, show in shots]
            _shoot_all(folder, size, journal, [
                (name, show) for name, show in named
                if not wanted or any(word in name for word in wanted)])


def _shoot_all(
    folder: Path, size: tuple[int, int], journal: str | None,
    shots: Sequence[tuple[str, Callable[[MainWindow], object]]],
) -> None:
    """Photograph these; the sample is a fresh one after each picture that wrote something in it.

    Without a journal a picture goes on from the one before it.
    """
    window: MainWindow | None = None
    for name, show in shots:
        window = window or _opened(folder, size, journal)
        before = _written(window)
        shoot(window, show, OUT / f"{name}.png")
        if journal is not None and _written(window) != before:
            _put_away(window)
            window = None
    if window is not None:
        _put_away(window)


def _opened(folder: Path, size: tuple[int, int], journal: str | None) -> MainWindow:
    home = Path(tempfile.mkdtemp(dir=folder))
    window = MainWindow(Settings(home / "settings.json"))
    window.open_after_first_picture(journal, home)
    window.resize(*size)
    window.show()
    QTest.qWaitForWindowExposed(window)
    wait_for(partial(_has_pane, window))
    return window


def _put_away(window: MainWindow) -> None:
    window.close()
    window.deleteLater()
    settle()


def _written(window: MainWindow) -> tuple[int, int]:
    """Another value after anything was written, also a draft, or another journal was opened."""
    journal = window.journal
    if journal is None:
        return 0, 0
    return id(journal), journal.read().connection.dbapi_connection.total_changes


def _has_pane(window: MainWindow) -> bool:
    return bool(window.panes)


def shoot(window: MainWindow, show: Callable[[MainWindow], object], path: Path) -> None:
    """Bring a page or a dialog up, let it settle, and photograph it; a dialog is closed again.

    A dialog waits inside `show`, so the picture is taken from a timer, and after a while also when
    it is not ready: a dialog that nobody photographs would hold everything up.
    """
    taken: list[bool] = []
    is_up: list[bool] = []
    timer = QElapsedTimer()
    timer.start()

    def take() -> None:
        dialog = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        is_busy = window._damage.background.is_busy()  # a look at the file ends before the picture
        on_its_way = dialog is None and not is_up
        if (is_busy or on_its_way) and not timer.hasExpired(PATIENCE):
            QTimer.singleShot(SETTLING, take)
            return
        shown = dialog or window
        picture = shown.screen().grabWindow(shown.winId())
        taken.append(picture.save(str(path)))
        _close_dialogs()

    QTimer.singleShot(SETTLING, take)
    show(window)
    is_up.append(True)
    wait_for(lambda: bool(taken))
    if not taken[0]:
        raise OSError(f"{path} could not be written")
    print(path.name, flush=True)
    if theme.current().text_scale != 1:
        theme.apply(QApplication.instance(), theme.current().mode)
    settle()


def _close_dialogs() -> None:
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    # The one on top first: it holds up the others.
    up = [each for each in QApplication.topLevelWidgets()
          if isinstance(each, QDialog) and each.isVisible()]
    _close(up)


def _close(dialogs: list[QDialog], times: int = 0) -> None:
    """Close these and no later ones; who is busy and does not close by itself is made to."""
    left = [each for each in dialogs if isValid(each) and each.isVisible()]
    if not left:
        return
    top = QApplication.activeModalWidget()
    dialog = top if top in left else left[-1]
    dialog.close() if times < 3 else QDialog.reject(dialog)
    QTimer.singleShot(20, partial(_close, left, times + 1))


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
    compact.papers(journal, OUT)
    closing.note_on_paper(journal, OUT)
    feedback_ask.notes_on_paper(journal, OUT)
    journal.close()


if __name__ == "__main__":
    sys.exit(main())
