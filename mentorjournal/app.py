"""Start-up in order: log, crash hook, settings, theme, a painted window, and then the journal."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mentorjournal import clock, crash, doorbell, paths, plain_imports, words
from mentorjournal.arguments import Parser, add_as_of, add_passphrase, passphrase_of
from mentorjournal.settings import (
    DATE_ORDER,
    LANGUAGE,
    TEXT_SCALE,
    THEME,
    WEEK_START,
    Settings,
)
from mentorjournal.store import lock
from mentorjournal.words import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtWidgets import QApplication

START = 1500  # ms in which a first page stands on most machines


def main(arguments: list[str], commands: Callable[[], str]) -> int:
    """Open the window; the program's exit code. `commands` lists the others, for --help."""
    options = _options(arguments, commands)
    if options.as_of:
        clock.set_as_of(options.as_of)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in a terminal ends the program
    crash.start_log(paths.log_file())
    settings = Settings(paths.settings_file())
    words.use_language(settings.get(LANGUAGE), paths.resources() / "translations")
    words.use_dates(settings.get(DATE_ORDER))
    words.use_week(settings.get(WEEK_START))
    passphrase = passphrase_of(options)
    code = None if options.sample or options.held else _left_to_another(options, settings)
    if code is not None:
        return code
    application = make_application(settings)

    from mentorjournal.ui.main_window import MainWindow

    window = MainWindow(settings)
    crash.catch_all(window.show_crash)
    with tempfile.TemporaryDirectory(prefix="mentorjournal-") as scratch:
        window.lock.begin(passphrase, held=options.held)
        window.open_after_first_picture(_wanted(options), Path(scratch))
        window.show()
        return application.exec()


def make_application(settings: Settings) -> QApplication:
    """The application with its name and its look."""
    # A start makes many objects that stay: looking through them again and again is for nothing.
    gc.disable()
    from PySide6.QtCore import QLoggingCategory, QTimer, qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    plain_imports.restore()
    from mentorjournal.ui import theme

    gc.set_threshold(50_000, 20, 20)
    before = qInstallMessageHandler(_say_where_no_screen_is)
    # Qt asks Inter for every script first, and tells of each that it lacks.
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")
    application = QApplication(sys.argv[:1])
    QTimer.singleShot(START, gc.enable)
    qInstallMessageHandler(before)
    application.setApplicationName("mentorjournal")
    application.setApplicationDisplayName(tr("Mentor Journal"))
    application.setDesktopFileName("mentorjournal")
    theme.apply(application, settings.get(THEME), settings.get(TEXT_SCALE))
    return application


def _say_where_no_screen_is(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Qt tells at length and then aborts where it finds no screen: say it, and leave in order."""
    from PySide6.QtCore import QtMsgType

    if kind == QtMsgType.QtFatalMsg:
        sentence = tr("There is no screen to open a window on. The commands need none: see --help.")
        print(sentence, file=sys.stderr, flush=True)
        os._exit(2)


def _options(arguments: list[str], commands: Callable[[], str]) -> argparse.Namespace:
    wants_help = {"-h", "--help"} & set(arguments)
    parser = Parser(
        prog="mentorjournal", description=tr("Your mentoring journal."),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=_commands(commands()) if wants_help else None,
    )  # fmt: skip
    parser.add_argument(
        "file", nargs="?", type=Path, metavar="FILE",
        help=tr("the journal to open; the last one by default"),
    )  # fmt: skip
    parser.add_argument("--sample", action="store_true", help=tr("a throw-away sample journal"))
    # Given by the program to itself: the journal is held elsewhere, and this window says so.
    parser.add_argument("--held", action="store_true", help=argparse.SUPPRESS)
    add_as_of(parser)
    add_passphrase(parser)
    options, rest = parser.parse_known_args(arguments)
    if options.file and options.file.suffix != paths.ENDING and not _is_there(options.file):
        sentence = tr("There is no journal {name}, and no command of that name. See --help.",
                      name=options.file)
        parser.exit(2, f"{sentence}\n")
    if rest:
        parser.error(tr("unknown words: {words}", words=" ".join(rest)))
    return options


def _is_there(file: Path) -> bool:
    try:
        return file.expanduser().exists()
    except (OSError, RuntimeError):  # a name that is too long, nobody's home
        return False


def _commands(lines: str) -> str:
    head = tr("commands, without the window (“mentorjournal COMMAND --help” says more):")
    return f"{head}\n{lines}"


def _left_to_another(options: argparse.Namespace, settings: Settings) -> int | None:
    """The exit code when another program has the journal; None when this one is to open it.

    Its window comes to the front; where none answers, who has it is said here and on the screen.
    """
    try:
        path = settings.journal_to_start_with(options.file).expanduser().resolve()
    except (OSError, RuntimeError):  # nobody's home, or links in a circle
        return None
    holder = lock.holder(path)
    if doorbell.ring(path, waiting=holder is not None):
        return 0
    if holder is None:
        return None
    refusal = lock.refusal(path, holder)
    print(refusal, file=sys.stderr)
    if _has_screen():
        import subprocess

        words = [word for word in sys.orig_argv[1:] if word != "--passphrase-stdin"]
        nothing = subprocess.DEVNULL
        subprocess.Popen([sys.executable, *words, "--held"], start_new_session=True,
                         stdin=nothing, stdout=nothing, stderr=nothing)
    return refusal.exit_code


def _has_screen() -> bool:
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in ("offscreen", "minimal"):
        return False
    screens = ("DISPLAY", "WAYLAND_DISPLAY")
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in screens)


def _wanted(options: argparse.Namespace) -> Path | str | None:
    """The journal to open: a file, "sample", or None for the last or default one."""
    return "sample" if options.sample else options.file
