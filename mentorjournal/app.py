"""Start-up in order: log, crash hook, settings, theme, a painted window, and then the journal."""

from __future__ import annotations

import argparse
import gc
import signal
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from mentorjournal import clock, crash, paths, plain_imports, words
from mentorjournal.arguments import Parser, add_as_of
from mentorjournal.settings import LANGUAGE, TEXT_SCALE, THEME, Settings
from mentorjournal.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def main(arguments: list[str]) -> int:
    """Open the window; the program's exit code."""
    options = _options(arguments)
    if options.as_of:
        clock.set_as_of(options.as_of)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in a terminal ends the program
    crash.start_log(paths.log_file())
    settings = Settings(paths.settings_file())
    words.use_language(settings.get(LANGUAGE), paths.resources() / "translations")
    application = make_application(settings)

    from mentorjournal.ui.main_window import MainWindow

    window = MainWindow(settings)
    crash.catch_all(window.show_crash)
    with tempfile.TemporaryDirectory(prefix="mentorjournal-") as scratch:
        window.open_after_first_picture(_wanted(options), Path(scratch))
        window.show()
        return application.exec()


def make_application(settings: Settings) -> QApplication:
    """The application with its name and its look."""
    from PySide6.QtCore import QLoggingCategory
    from PySide6.QtWidgets import QApplication

    plain_imports.restore()
    from mentorjournal.ui import theme

    # A start makes many objects that stay: looking through them again and again is for nothing.
    gc.set_threshold(50_000, 20, 20)
    # Qt asks Inter for every script first, and tells of each that it lacks.
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")
    application = QApplication(sys.argv[:1])
    application.setApplicationName("mentorjournal")
    application.setApplicationDisplayName(tr("Mentor Journal"))
    application.setDesktopFileName("mentorjournal")
    theme.apply(application, settings.get(THEME), settings.get(TEXT_SCALE))
    return application


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = Parser(prog="mentorjournal", description=tr("Your mentoring journal."))
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE")
    parser.add_argument("--sample", action="store_true", help=tr("a throw-away sample journal"))
    add_as_of(parser)
    return parser.parse_args(arguments)


def _wanted(options: argparse.Namespace) -> Path | str | None:
    """The journal to open: a file, "sample", or None for the last or default one."""
    return "sample" if options.sample else options.file
