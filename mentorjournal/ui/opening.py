"""Which journal the window shows: opened, made and closed here, and what is said of a refusal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from mentorjournal import clock, paths
from mentorjournal.settings import LAST_JOURNAL, Settings
from mentorjournal.ui.widgets.message_bar import MessageBar
from mentorjournal.words import tr

if TYPE_CHECKING:  # SQLAlchemy comes with the journal, and only after the first picture
    from mentorjournal.journal.journal import Journal
    from mentorjournal.store.errors import JournalError
    from mentorjournal.store.keys import Key


class Opening(QObject):
    """The journal of one window, and the way to another one; on a refusal the present one stays."""

    opened = Signal()  # `journal` is there now
    closing = Signal()  # `journal` is about to go
    nothing_open = Signal()  # there is no journal, and none could be opened
    locked = Signal(Path, str)  # this journal wants its passphrase, after a wrong one: what is said
    held = Signal(Path, object, str)  # somebody has it: the passphrase, and who it is in a sentence
    damaged = Signal(Path, str)  # this journal is damaged or gone, and the sentence that says so

    def __init__(self, settings: Settings, messages: MessageBar, parent: QWidget) -> None:
        super().__init__(parent)
        self.journal: Journal | None = None
        self.scratch = Path()
        self.named: Path | None = None  # the file the start was asked for, there or not
        self._refusals: set[str] = set()
        self._settings = settings
        self._messages = messages
        self._window = parent

    def start(self, wanted: Path | str | None) -> None:
        """Open what was asked for: a file, "sample", or None for the last or default journal."""
        if wanted == "sample":
            self.open_sample()
            return
        self.named = Path(wanted).absolute() if wanted else None
        path = self._settings.journal_to_start_with(Path(wanted) if wanted else None)
        last = self._settings.get(LAST_JOURNAL)
        if wanted or last or path.exists() or self._has_backups(path):
            self.open(path)
        else:
            self.nothing_open.emit()

    def begins_empty(self, wanted: Path | str | None) -> bool:
        """Whether the first screen is what will be shown, as far as is known without looking."""
        return not (wanted or self._settings.get(LAST_JOURNAL) or paths.default_journal().exists())

    def open(
        self, path: Path, passphrase: str | Key | None = None, *, reading_only: bool = False
    ) -> bool:
        """Open `path` in place of the present journal; whether that is what is open now."""
        from mentorjournal.journal.journal import Journal
        from mentorjournal.store.errors import (
            Damaged,
            JournalError,
            Locked,
            NoJournal,
            OpenElsewhere,
        )

        if self.journal is not None and _is_same(self.journal.path, path):
            return True
        try:
            journal = Journal(path, passphrase, reading_only=reading_only)
        except Locked as refusal:
            self.locked.emit(path, "" if passphrase is None else str(refusal))
        except OpenElsewhere as refusal:
            if self.journal is None:
                self.nothing_open.emit()
            self.held.emit(path, passphrase, str(refusal))
        except Damaged as refusal:
            self.damaged.emit(path, str(refusal))
        except NoJournal as refusal:
            if self._has_backups(path):  # a journal was here
                self.damaged.emit(path, str(refusal))
            else:
                self._refuse(path, refusal)
        except JournalError as refusal:
            self._refuse(path, refusal)
        else:
            self._take(journal)
            if journal.reading_only and not reading_only:
                self._messages.say(
                    tr("You may read this journal but not change it: its file or folder is "
                       "protected."), "warn",
                )
            return True
        return False

    def open_sample(self) -> None:
        """Open a fresh throw-away copy of the sample journal."""
        from mentorjournal.journal import sample
        from mentorjournal.store.errors import JournalError

        number = 1
        while (path := self.scratch / f"Sample {number}.mentorjournal").exists():
            number += 1
        try:
            sample.write(path, clock.today())
        except JournalError as refusal:
            self._messages.say(str(refusal), "alert")
            return
        if self.open(path):
            self._messages.say(
                tr("This is a throw-away copy of the sample journal: try anything."), "info"
            )

    def create(self, path: Path, name: str, passphrase: str | Key = "") -> bool:
        """Make a journal for the mentee `name` at `path` and open it."""
        from mentorjournal.journal import me
        from mentorjournal.journal.journal import Journal
        from mentorjournal.store.errors import JournalError
        from mentorjournal.ui.answers.trying import attempt

        try:
            journal = Journal.create(path, passphrase)
        except JournalError as refusal:
            self._messages.say(str(refusal), "alert")
            return False
        self._take(journal)
        if name.strip():
            attempt(self._messages, lambda: me.edit(journal, {"name": name}))
        return True

    def ask_open(self) -> None:
        """Ask for a journal file, and open it."""
        from mentorjournal.ui import questions

        folder = self.journal.path.parent if self.journal else paths.data_folder()
        path = questions.journal_to_open(self._window, folder)
        if path is not None:
            self.open(path)

    def ask_new(self) -> None:
        """Ask where to keep a new journal, and make it."""
        from mentorjournal.ui import questions

        suggested = paths.data_folder() / tr("My journal.mentorjournal")
        path = questions.new_journal(self._window, suggested)
        if path is not None:
            self.create(path, "")

    def withdraw_refusal(self) -> None:
        """Take back what was said of files that could not be opened, once one goes on without."""
        while self._refusals:
            self._messages.withdraw(self._refusals.pop())

    def hand_in(self) -> None:
        """Let the field that is being typed in give its text to the journal."""
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def close(self) -> None:
        """Close the journal; what is being typed is handed in first."""
        self.hand_in()
        self.closing.emit()
        if self.journal is not None:
            self.journal.close()
            self.journal.deleteLater()
            self.journal = None

    def is_scratch(self, path: Path) -> bool:
        """Whether `path` is thrown away when the window closes."""
        return path.is_relative_to(self.scratch.resolve())

    def _take(self, journal: Journal) -> None:
        self.close()
        self.journal = journal
        if not self.is_scratch(journal.path):
            self._settings.journal_opened(journal.path)
        self._messages.clear()
        self.opened.emit()

    def _has_backups(self, path: Path) -> bool:
        from mentorjournal.journal import recovery

        return bool(recovery.backups(path, self._settings.more_backup_folders()))

    def _refuse(self, path: Path, refusal: JournalError) -> None:
        if self.journal is None:
            self.nothing_open.emit()
        if not path.exists():
            self._settings.forget_journal(path)
        self._refusals.add(str(refusal))
        self._messages.say(str(refusal), "alert")


def _is_same(journal: Path, other: Path) -> bool:
    try:
        return journal.samefile(other.expanduser())
    except (OSError, RuntimeError):  # not there, nobody's home, or links in a circle
        return False
