"""One start of a window in a process of its own, timed from outside: bare, or with a journal.

Prints a JSON line: seconds from the parent's clock to the first painted frame and to the first
pane with its data, memory (PSS, KiB) and wake-ups in two idle seconds.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

BEGAN = float(os.environ["BENCH_BEGAN"])  # the parent's monotonic clock, common to the machine
IDLE_SECONDS = 2
found: dict[str, float] = {}
at_the_end: list[Callable[[], None]] = []


def since() -> float:
    """Seconds since the parent started this process."""
    return time.monotonic() - BEGAN


def pss() -> float:
    """Proportional memory of this process in KiB."""
    text = Path("/proc/self/smaps_rollup").read_text()
    return float(next(line.split()[1] for line in text.splitlines() if line.startswith("Pss:")))


def wake_ups() -> float:
    """How often this process has woken up by itself."""
    text = Path("/proc/self/status").read_text()
    return float(next(
        line.split()[1] for line in text.splitlines() if line.startswith("voluntary_ctxt")))


def finish() -> None:
    """Print what was found and end at once, the journal closed in order."""
    for close in at_the_end:
        close()
    print(json.dumps(found), flush=True)
    os._exit(0)


def rest() -> None:
    """Note the memory, then count wake-ups while nothing happens."""
    from PySide6.QtCore import QTimer

    found["pss"] = pss()
    before = wake_ups()

    def count() -> None:
        found["wakes"] = wake_ups() - before
        finish()

    QTimer.singleShot(IDLE_SECONDS * 1000, count)


def bare() -> None:
    """A QMainWindow and nothing else."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            if "painted" not in found:
                found["painted"] = found["ready"] = since()
                QTimer.singleShot(500, rest)

    application = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1440, 900)
    window.show()
    application.exec()


def journal(path: Path) -> None:
    """Mentor Journal with `path`, started as the program starts it: PySide comes after its own."""
    from mentorjournal import app
    from mentorjournal.settings import Settings

    settings = Settings()
    application = app.make_application(settings)

    from PySide6.QtCore import QTimer

    from mentorjournal.ui.main_window import MainWindow

    class Window(MainWindow):
        def paintEvent(self, event: object) -> None:
            super().paintEvent(event)
            found.setdefault("painted", since())

        def show_pane(self, key: str) -> object:
            pane = super().show_pane(key)
            if "ready" not in found:
                pane.repaint()
                found["ready"] = since()
                QTimer.singleShot(2500, look)
            return pane

    def look() -> None:
        """Rest once the look at the file that follows an opening is over."""
        if window._damage.background.is_busy():
            QTimer.singleShot(200, look)
        else:
            rest()

    window = Window(settings)
    at_the_end.append(window.opening.close)
    window.resize(1440, 900)
    window.open_after_first_picture(path, path.parent)
    window.show()
    application.exec()


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else journal(Path(sys.argv[2]))
