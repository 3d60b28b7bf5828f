"""One window a journal: the open one comes up when it is rung for; what it has can be read here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from mentorjournal.words import tr

if TYPE_CHECKING:  # all of it comes when it is needed, after the first picture
    from mentorjournal.store.keys import Key
    from mentorjournal.ui.bell import Bell
    from mentorjournal.ui.in_thread import InThread
    from mentorjournal.ui.main_window import MainWindow

PATIENCE = 20.0  # seconds for another window that is just being built to answer


class OneWindow(QObject):
    """What the window does when it is the first to have a journal, and when it is the second."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_held = False  # told by the start: somebody has the journal
        self._read_only = Path()  # the journal that is to be opened for reading only
        self._bell: Bell | None = None
        self._ringing: InThread | None = None

    def begin(self, *, held: bool) -> None:
        """What the start knows: whether somebody has the journal, and its window did not answer."""
        self._is_held = held

    def is_for_reading(self, path: Path) -> bool:
        """Whether this journal was chosen to be read only."""
        return path == self._read_only

    def says_holder(self, path: Path) -> bool:
        """Whether the start told that somebody has it, and somebody still has: then it is said."""
        from mentorjournal.store import lock

        name = lock.holder(path) if self._is_held else None
        if name is None:
            return False
        self._window.show_first_run()
        self.say_held(path, None, str(lock.refusal(path, name)))
        return True

    def say_held(self, path: Path, passphrase: str | Key | None, sentence: str) -> None:
        """Say who has it and offer to read it; where its window answers, that is in front now."""
        from mentorjournal.store import lock
        from mentorjournal.store.database import full_path

        path = full_path(path)
        if not self._is_held and not lock.is_ours(path):
            self._ring(path)
        self._is_held = False
        self._window.messages.say(
            sentence, "warn", tr("Open for reading only"), lambda: self._read(path, passphrase)
        )

    def _ring(self, path: Path) -> None:
        """Of two windows that began together, the one that came second gives way."""
        from mentorjournal import doorbell
        from mentorjournal.ui.in_thread import InThread

        began_empty = self._is_empty()

        def give_way(answered: bool) -> None:
            if answered and began_empty and self._is_empty():
                self._window.close()

        self._ringing = InThread()
        self._ringing.run(
            lambda: doorbell.ring(path, waiting=began_empty, seconds=PATIENCE), give_way,
            lambda refusal: None,
        )

    def _is_empty(self) -> bool:
        return self._window.journal is None and "unlock" not in self._window.panes

    def _read(self, path: Path, passphrase: str | Key | None) -> None:
        self._read_only = path
        self._window.opening.open(path, passphrase, reading_only=True)

    def _read_again(self) -> None:
        """Open it anew: to write, if nobody has it now, else as it is by now."""
        from mentorjournal.store import lock

        journal = self._window.journal
        if journal is None:
            return
        path, key, pane = journal.path, journal.key, self._window.current_pane()
        self._window.opening.close()
        reading = lock.holder(path) is not None
        self._read_only = path if reading else Path()
        if self._window.opening.open(path, key, reading_only=reading):
            self._window.show_pane(pane)

    def take(self) -> None:
        """A journal was opened: be there for who starts the program again, or say it is read."""
        from mentorjournal.ui.bell import Bell

        journal = self._window.journal
        assert journal is not None
        self._is_held = False
        if journal.reading_only and self.is_for_reading(journal.path):
            self._window.messages.say(
                tr("You are only reading: this journal is open in another window."), "warn",
                tr("Read it again"), self._read_again,
            )
        self._read_only = Path()
        if self._bell is None:
            self._bell = Bell(self)
            self._bell.rung.connect(self._come_up)
        if not journal.reading_only:
            self._bell.hang_up(journal.path)

    def let_go(self) -> None:
        """The journal goes, and the bell with it."""
        if self._bell is not None:
            self._bell.take_down()

    def _come_up(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        QApplication.alert(window)
