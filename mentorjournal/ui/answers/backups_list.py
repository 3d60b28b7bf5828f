"""Answers to the list of backups: make one, look inside, choose a second folder, restore."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from mentorjournal.journal import backups
from mentorjournal.journal.backups import Contents, Made
from mentorjournal.models.backup_list import BackupList, holds_words, when
from mentorjournal.settings import BACKUP_FOLDER
from mentorjournal.store.backup import Backup
from mentorjournal.store.errors import Damaged, JournalError, Locked, WrongPassphrase
from mentorjournal.store.keys import Key
from mentorjournal.store.watch import Watch
from mentorjournal.ui import questions, tasks
from mentorjournal.ui.dialogs.backups import BackupsDialog
from mentorjournal.ui.dialogs.backups_look import BackupContentsDialog, BackupPassphraseForm
from mentorjournal.words import tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow

Wanted = tuple[Path, str | Key | None, str]  # a backup to restore, what opens it, and of when
Told = list[tuple[Backup, str, str]]


class BackupDesk:
    """The dialog with the backups of the open journal, and what its buttons do."""

    def __init__(
        self, window: MainWindow, make: Callable[[str], Made],
        second_folder: Callable[[], Path | None],
    ) -> None:
        """`make` backs the journal up for a reason; `second_folder` is where it goes as well."""
        assert window.journal is not None
        self._window = window
        self._make = make
        self._second_folder = second_folder
        self._path, self._key = window.journal.path, window.journal.key
        self._wanted: Wanted | None = None
        self._list = BackupList()
        self.dialog = BackupsDialog(self._list, window)
        self._wire()

    def run(self, *, can_make: bool) -> Wanted | None:
        """Show the dialog until it is closed; what is to be restored then, if anything."""
        dialog = self.dialog
        try:
            self._list.show(backups.every(self._path))
        except JournalError as refusal:
            dialog.say(str(refusal), "alert")
        dialog.allow_making(can_make)
        if not can_make:
            dialog.say(tr("This is a throw-away journal: no backups are kept of it."))
        self._show_second_folder()
        if self._list.rowCount():
            dialog.select(0)
        else:
            dialog.make.setFocus()
        reading = tasks.Task(self._read_all(), dialog)
        reading.ended.connect(lambda: self._tell_all(reading.result or []))
        reading.start()
        dialog.exec()
        reading.stop()
        reading.finish()
        dialog.deleteLater()
        return self._wanted

    def _wire(self) -> None:
        dialog = self.dialog
        dialog.make_wanted.connect(self.make)
        dialog.look_wanted.connect(self.look)
        dialog.restore_wanted.connect(self.restore)
        dialog.folder_wanted.connect(self.choose_folder)
        dialog.no_folder_wanted.connect(self.forget_folder)
        dialog.show_wanted.connect(self.show_folder)

    # What is in them --------------------------------------------------------------------------

    def _read_all(self) -> Callable[[Watch], Told]:
        found, key = [line.backup for line in self._list.records()], self._key

        def read(watch: Watch) -> Told:
            told = []
            for each in found:
                watch.check()
                told.append((each, *_what_it_holds(each.path, key)))
            return told

        return read

    def _tell_all(self, told: Told) -> None:
        for each, holds, tone in told:
            self._list.tell(each, holds, tone)

    # What the buttons do ----------------------------------------------------------------------

    def make(self) -> None:
        """Back up now, and say how that went."""
        try:
            made = self._make("hand")
            self._list.show(backups.every(self._path))
        except JournalError as refusal:
            self.dialog.say(str(refusal), "alert")
            return
        self._list.tell(made.backup, *_what_it_holds(made.backup.path, self._key))
        self.dialog.select(0)
        self.dialog.say(made.note or tr("The journal is backed up."), "warn" if made.note else "ok")
        self._show_second_folder()

    def look(self, backup: Backup) -> None:
        """Show what a backup holds; from there it can be restored."""
        opened = self._open(backup)
        if opened is None:
            return
        dialog = BackupContentsDialog(backup, opened[1], self.dialog)
        wants_it = dialog.exec()
        dialog.deleteLater()
        if wants_it:
            self._confirm(backup, *opened)

    def restore(self, backup: Backup) -> None:
        """Ask, and close the dialog with what is to be restored."""
        opened = self._open(backup)
        if opened is not None:
            self._confirm(backup, *opened)

    def choose_folder(self) -> None:
        """Ask for a second folder, try it with the newest backup, and keep it."""
        folder = questions.folder(
            self.dialog, tr("Choose a second folder"), self._second_folder() or Path.home())
        if folder is None:
            return
        try:
            tasks.run(
                self.dialog, tr("Copying the newest backup"),
                lambda watch: backups.copy_newest(self._path, folder, watch))
        except JournalError as refusal:
            self.dialog.say(str(refusal), "alert")
            return
        self._window.settings.set(BACKUP_FOLDER, str(folder))
        self.dialog.say("")
        self._show_second_folder()

    def forget_folder(self) -> None:
        """Copy no longer; what is there stays."""
        self._window.settings.reset(BACKUP_FOLDER)
        self.dialog.say(tr("What is in that folder stays there."))
        self._show_second_folder()

    def show_folder(self) -> None:
        """Show the folder with the backups in the system's own window."""
        try:
            folder = backups.folder_of(self._path)
        except JournalError as refusal:
            self.dialog.say(str(refusal), "alert")
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.dialog.say(tr("The backups are in {folder}.", folder=str(folder)))

    def _show_second_folder(self) -> None:
        second = self._second_folder()
        self.dialog.set_second_folder(str(second or ""), second is not None and second.is_dir())

    # Opening one ------------------------------------------------------------------------------

    def _open(self, backup: Backup) -> tuple[str | Key | None, Contents] | None:
        """What opens a backup, and what it holds; None when it stays closed."""
        try:
            return self._key, self._read(backup, self._key)
        except Locked:
            return self._ask_passphrase(backup)
        except JournalError as refusal:
            self.dialog.say(str(refusal), "alert")
            return None

    def _read(self, backup: Backup, passphrase: str | Key | None) -> Contents:
        return tasks.run(
            self.dialog, tr("Looking into the backup"),
            lambda _watch: backups.contents(backup.path, passphrase))

    def _ask_passphrase(self, backup: Backup) -> tuple[str, Contents] | None:
        found: list[tuple[str, Contents]] = []

        def take(values: dict[str, str]) -> str | None:
            try:
                # Not from the form's values: those are stripped.
                given = form.passphrase.text()
                found.append((given, self._read(backup, given)))
            except WrongPassphrase:
                return tr("That is not its passphrase.")
            except JournalError as refusal:
                return str(refusal)
            return None

        form = BackupPassphraseForm(backup, self.dialog)
        form.take = take
        form.exec()
        return found[0] if found else None

    def _confirm(self, backup: Backup, passphrase: str | Key | None, contents: Contents) -> None:
        text = tr(
            "The journal of {when} comes back, with {then}.\n\nThe present journal, with "
            "{now}, is saved first, and you can take this back afterwards. Undo starts afresh.",
            now=_what_it_holds(self._path, self._key)[0], when=when(backup),
            then=holds_words(contents.counts))
        if self._key is not None and backups.is_plain(backup.path):
            text += "\n\n" + tr("That backup has no passphrase: the journal will have none then.")
        elif passphrase is not self._key:
            text += "\n\n" + tr("The journal will open with the passphrase of that backup then.")
        if questions.confirm(self.dialog, tr("Restore this backup?"), text, tr("Restore")):
            self._wanted = (backup.path, passphrase, when(backup))
            self.dialog.accept()


def _what_it_holds(path: Path, key: Key | None) -> tuple[str, str]:
    """Words for what a journal or a backup holds, and their tone."""
    try:
        return holds_words(backups.counts(path, key)), "muted"
    except Locked:
        return tr("under another passphrase"), "muted"
    except Damaged:
        return tr("damaged"), "alert"
    except JournalError as refusal:
        return str(refusal), "alert"
